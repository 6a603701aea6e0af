"""
Disputes about meters: a payer asks for receipts, the beacon says which, the provider opens them.

    dispute --beacon of a later block--> samples --receipts--> answered --no doubt--> cleared
                                           +--none in time--> convicted      +--doubt--> jury

Sampled are single wei of what a lane was paid: a receipt answers if it charged for that wei, at the
session's prices, under the root that the redeemed voucher had. So a part of a charge that has no
receipt is found by each sample with a chance equal to that part, wherever it hides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from eth_hash.auto import keccak

from chain.kit.abi import WORD
from chain.kit.merkle import leaf_of, root_of
from chain.kit.typed_data import digest_of
from chain.kit.usage import tell
from chain.types.primitives import Bps, Gas, Hash32, Seconds, Wei
from modules.model_fees import bonds, sessions, tariffs
from modules.model_fees.batches import lane_key
from modules.model_fees.events import (
    MeterAnswered,
    MeterDisputed,
    MeterResolved,
    MeterSampled,
    ReceiptDoubted,
)
from modules.model_fees.machines import DISPUTES, PAYER, PROVIDER
from modules.model_fees.packing import LANE_BITS, ROOT_END, unpack
from modules.model_fees.records import LANES_PER_MODEL, WHOLE_BPS, Dispute, DisputeState
from modules.model_fees.refusals import DisputeRefused, ReceiptInvalid, UnknownDispute
from modules.model_fees.typed import DOMAIN, Opening, units_of

if TYPE_CHECKING:
    from modules.model_fees.books import Books

D = DisputeState
DISPUTE_DUE: Final = 3  # kind of deadline
DRAW_S: Final = 1  # after a dispute: a later block's beacon, which nobody knows yet
PATH_MAX: Final = 48  # levels of a tree over all requests that a lane can have
STEP_GAS: Final = Gas(60)  # of one level of a proof


def open_dispute(fees: Books, channel: int, lane: int) -> int:
    """Dispute what a lane of the caller's session was paid and was not disputed yet."""
    found = sessions.load(fees, channel)
    roles = {PAYER} if fees.sender == found.payer else set()
    DISPUTES.enter("dispute_meter", D.NOTHING, roles)
    key = lane_key(channel, found.epoch, lane)
    if lane // LANES_PER_MODEL >= len(found.tariffs):
        raise DisputeRefused("no such lane")
    amount_wei, _, requests, redeemed_s = unpack(fees.lanes[key].head, *LANE_BITS)
    from_wei = fees.disputed_to[key]
    _check_open(fees, amount_wei - from_wei, redeemed_s)
    multiplier_bps = fees.live.overcharge_multiplier_bps
    worst = (amount_wei - from_wei) * multiplier_bps // WHOLE_BPS
    number = fees.dispute_count + 1
    fees.dispute_count, fees.disputed_to[key] = number, Wei(amount_wei)
    fees.stakes_wei = Wei(fees.stakes_wei + fees.value_wei)
    fees.disputes[number] = Dispute(
        state=DISPUTES.move("dispute_meter", D.NOTHING, D.OPENED),
        payer=found.payer,
        provider=found.payee,
        lane=key,
        tariff=found.tariffs[lane // LANES_PER_MODEL],
        requests=requests,
        from_wei=from_wei,
        until_wei=Wei(amount_wei),
        root=fees.lanes[key].tail % ROOT_END,
        seed=Hash32(bytes(WORD)),
        samples=fees.live.receipt_samples,
        answered=0,
        multiplier_bps=multiplier_bps,
        locked_wei=Wei(bonds.lock(fees, found.payee, worst)),
        stake_wei=fees.value_wei,
        deadline_s=Seconds(fees.block.time_s + DRAW_S),
        since_at=fees.block.height,
        claim=0,
    )
    fees.timers.set(fees.block.time_s + DRAW_S, DISPUTE_DUE, number)
    record = fees.disputes[number]
    value_wei = Wei(amount_wei - from_wei)
    fees.emit(MeterDisputed(number, channel, found.payee, value_wei, record.locked_wei))
    tell(fees, fees.usage_book.note_dispute)
    return number


def _check_open(fees: Books, value_wei: int, redeemed_s: int) -> None:
    if value_wei <= 0:
        raise DisputeRefused("nothing was paid since the last dispute")
    if fees.block.time_s > redeemed_s + fees.live.dispute_window_s:
        raise DisputeRefused("the window is over")
    if fees.value_wei != fees.live.dispute_fee_wei:
        raise DisputeRefused(f"a stake of {fees.live.dispute_fee_wei} wei expected")


def worst_wei(record: Dispute) -> int:
    """Return the most that a dispute can cost its provider."""
    return (record.until_wei - record.from_wei) * record.multiplier_bps // WHOLE_BPS


def _lock_more(fees: Books, number: int, wanted_wei: int) -> Dispute:
    """
    Lock what is missing of an amount, where bond is free by now; return the dispute.

    So a bond that an earlier dispute had locked, a friend's for one, is no shield.
    """
    record = fees.disputes[number]
    if wanted_wei > record.locked_wei:
        more_wei = bonds.lock(fees, record.provider, wanted_wei - record.locked_wei)
        record = replace(record, locked_wei=Wei(record.locked_wei + more_wei))
        fees.disputes[number] = record
    return record


def positions(record: Dispute) -> list[int]:
    """Return the sampled wei of a lane's amount."""
    span = record.until_wei - record.from_wei
    words = (keccak(record.seed + i.to_bytes(WORD, "big")) for i in range(record.samples))
    return [record.from_wei + int.from_bytes(word, "big") % span for word in words]


def answer(fees: Books, number: int, openings: Sequence[Opening]) -> None:
    """Open receipts as the provider, some or all of those that were sampled."""
    record = load(fees, number)
    DISPUTES.enter("answer_dispute", record.state, _roles(fees, record))
    wanted, answered = positions(record), record.answered
    rates = tariffs.load(fees, record.tariff)
    for opening in openings:
        if opening.sample >= record.samples:
            raise ReceiptInvalid(opening.sample, "no such sample")
        _check_receipt(fees, record, rates, opening, wanted[opening.sample])
        answered |= 1 << opening.sample
    record = replace(record, answered=answered)
    fees.disputes[number] = record
    fees.emit(MeterAnswered(number, answered))
    if answered == (1 << record.samples) - 1:
        _wait(fees, number, "answer_dispute", D.ANSWERED, fees.live.answer_s)


def _check_receipt(
    fees: Books, record: Dispute, rates: tariffs.Rates, opening: Opening, wei: int
) -> None:
    """Raise ReceiptInvalid where a receipt is not one, or not of this wei, or charges too much."""
    receipt, sample = opening.receipt, opening.sample
    here = lane_key(receipt.channel, receipt.epoch, receipt.lane)
    if here != record.lane or receipt.index >= record.requests:
        raise ReceiptInvalid(sample, "of another lane")
    if len(opening.path) > PATH_MAX or receipt.index >> len(opening.path):
        raise ReceiptInvalid(sample, "no proof")
    fees.host.charge(Gas(STEP_GAS * len(opening.path)))
    leaf = leaf_of(digest_of(fees, DOMAIN, receipt))
    root = root_of(leaf, receipt.index, opening.path)
    if int.from_bytes(root, "big") % ROOT_END != record.root:
        raise ReceiptInvalid(sample, "not under the root")
    if not receipt.before_wei <= wei < receipt.before_wei + receipt.amount_wei:
        raise ReceiptInvalid(sample, "of other wei")
    if receipt.version != rates.version:
        raise ReceiptInvalid(sample, "of another version")
    units = units_of(receipt)
    if not rates.covers(units) or receipt.amount_wei > rates.cost_wei(units):
        raise ReceiptInvalid(sample, "above the price")


def doubt(fees: Books, number: int, sample: int, evidence: Hash32) -> int:
    """Bring what an opened receipt says before a jury, as the payer; return its claim."""
    record = load(fees, number)
    DISPUTES.enter("doubt_receipt", record.state, _roles(fees, record))
    if sample >= record.samples:
        raise ReceiptInvalid(sample, "no such sample")
    _wait(fees, number, "doubt_receipt", D.JUDGED, fees.live.verdict_s)
    record = _lock_more(fees, number, worst_wei(record))
    value_wei = Wei(max(record.locked_wei, 1))
    claim = fees.verifier.open_dispute(number, record.provider, record.payer, evidence, value_wei)
    fees.disputes[number] = replace(fees.disputes[number], claim=claim)
    fees.emit(ReceiptDoubted(number, sample, claim, evidence))
    return claim


def ruled(fees: Books, number: int, claim: int, worker_bps: Bps) -> Wei:
    """End a dispute by the jury's word; return what is forfeited, still held here."""
    record = fees.disputes[number]
    if record.state != D.JUDGED or record.claim != claim:
        return Wei(0)
    if worker_bps >= WHOLE_BPS:
        _end(fees, number, "claim_ruled", D.CLEARED, 0, 0)
        return Wei(0)
    loss_wei = record.locked_wei * (WHOLE_BPS - worker_bps) // WHOLE_BPS
    refund_wei = loss_wei * WHOLE_BPS // record.multiplier_bps
    _end(fees, number, "claim_ruled", D.CONVICTED, refund_wei, loss_wei - refund_wei)
    return Wei(loss_wei - refund_wei)


def on_due(fees: Books, number: int) -> None:
    """Do what is due for a dispute; an entry of a wait that was left does nothing."""
    record = fees.disputes[number]
    if fees.block.time_s < record.deadline_s:
        return
    if record.state == D.OPENED:
        _draw(fees, number)
    elif record.state in (D.SAMPLED, D.ANSWERED) and fees.resumed_at > record.since_at:
        name = "answer_times_out" if record.state == D.SAMPLED else "doubt_times_out"
        _wait(fees, number, name, record.state, fees.live.answer_s)
    elif record.state == D.SAMPLED:
        missing = record.samples - record.answered.bit_count()
        overcharge_wei = (record.until_wei - record.from_wei) * missing // record.samples
        owed_wei = overcharge_wei * record.multiplier_bps // WHOLE_BPS
        refund_wei = min(_lock_more(fees, number, owed_wei).locked_wei, owed_wei)
        _end(fees, number, "answer_times_out", D.CONVICTED, refund_wei, 0)
    elif record.state == D.ANSWERED:
        _end(fees, number, "doubt_times_out", D.CLEARED, 0, 0)
    elif record.state == D.JUDGED:
        _end(fees, number, "verdict_times_out", D.LAPSED, 0, 0)


def _draw(fees: Books, number: int) -> None:
    """Fix the samples by this block's beacon: the lane's root was fixed before it."""
    seed = Hash32(keccak(b"kumiai.receipts" + fees.host.beacon() + number.to_bytes(WORD, "big")))
    fees.disputes[number] = replace(fees.disputes[number], seed=seed)
    _wait(fees, number, "sample_drawn", D.SAMPLED, fees.live.answer_s)
    record = fees.disputes[number]
    fees.emit(MeterSampled(number, seed, record.samples, record.deadline_s))


def _wait(fees: Books, number: int, name: str, target: DisputeState, span_s: int) -> None:
    """Go on to the next wait."""
    record = fees.disputes[number]
    deadline_s = Seconds(fees.block.time_s + span_s)
    state = DISPUTES.move(name, record.state, target)
    fees.disputes[number] = replace(
        record, state=state, deadline_s=deadline_s, since_at=fees.block.height
    )
    fees.timers.set(deadline_s, DISPUTE_DUE, number)


def _end(
    fees: Books, number: int, name: str, target: DisputeState, refund_wei: int, forfeit_wei: int
) -> None:
    """Give the lock and the stake to whom the end gives them; a forfeit stays for the caller."""
    record = fees.disputes[number]
    fees.disputes[number] = replace(record, state=DISPUTES.move(name, record.state, target))
    bonds.unlock(fees, record.provider, record.locked_wei, refund_wei + forfeit_wei)
    fees.stakes_wei = Wei(fees.stakes_wei - record.stake_wei)
    owner = record.provider if target == D.CLEARED else record.payer
    fees.pay(owner, record.stake_wei, "dispute_stake")
    fees.pay(record.payer, refund_wei, "overcharge_refund")
    fees.emit(MeterResolved(number, target, Wei(refund_wei), Wei(forfeit_wei)))
    if target != D.LAPSED:
        tell(fees, lambda: fees.usage_book.note_verdict(target == D.CONVICTED))
        tell(fees, lambda: fees.usage_book.note_refund(record.payer, Wei(refund_wei)))


def load(fees: Books, number: int) -> Dispute:
    """Return a dispute; raises UnknownDispute."""
    if not 1 <= number <= fees.dispute_count:
        raise UnknownDispute(number)
    return fees.disputes[number]


def _roles(fees: Books, record: Dispute) -> set[str]:
    found = {PAYER} if fees.sender == record.payer else set()
    return found | ({PROVIDER} if fees.sender == record.provider else set())
