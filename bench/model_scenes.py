"""
Scenes of models: registered, paid by use, by channels, by tickets, and disputed.

    register --> schedule, pay --> open, redeem, renew, close --> dispute --> tickets --> retire
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from eth_hash.auto import keccak

from bench.cast import CAST_KEYS
from bench.chain import CHAIN_ID
from bench.data_state import PRICES, READ_WEI, WRITTEN_WEI, batch_of, voucher_of, word_of
from chain.codec import address_of
from chain.kit.merkle import leaf_of, path_of, tree_of
from chain.kit.typed_data import typed_digest
from chain.types.primitives import ZERO_ADDRESS, Bps, Hash32, Seconds, Wei
from modules.model_fees.module import ModelFees
from modules.model_fees.params import ModelFeesParams
from modules.model_fees.records import (
    NO_CONDITIONS,
    ModelLimit,
    RevenueSplit,
    SessionTerms,
    UnitPrice,
)
from modules.model_fees.typed import DOMAIN, Farewell, Opening, Receipt, Renewal, Ticket
from modules.verification.module import Verification

if TYPE_CHECKING:
    from bench.market_calls import Desk

COIN: Final = 10**18
PAYER_KEY, PAYEE_KEY, AGENT_KEY = CAST_KEYS[43:46]
PAYER, PAYEE, AGENT = map(address_of, (PAYER_KEY, PAYEE_KEY, AGENT_KEY))
SPLIT: Final = RevenueSplit(PAYEE, Bps(5_000), Bps(4_000), Bps(1_000))
PREIMAGE: Final = Hash32(b"\x77" * 32)
EVIDENCE: Final = Hash32(b"\xee" * 32)
NOTICE_S: Final = 2
CHALLENGE_S: Final = 40
PARAMS: Final = ModelFeesParams(
    price_notice_s=Seconds(NOTICE_S),
    epoch_s=Seconds(20),
    challenge_s=Seconds(CHALLENGE_S),
    watch_s=Seconds(10),
    agent_notice_s=Seconds(2),
    bond_wait_s=Seconds(1_000),
    dispute_window_s=Seconds(60),
    answer_s=Seconds(20),
    verdict_s=Seconds(1_000),
    receipt_samples=3,
    ticket_wait_s=Seconds(50),
    ticket_s_max=Seconds(40),
)
RECEIPTS: Final = 4  # of a disputed lane, the same amount each


def settle_overdue(desk: Desk) -> None:
    """More channels close at a time than a block handles: the last ones are overdue in it."""
    desk.go_to(CHALLENGE_S - 1)
    overdue = desk.filled.staged.closing[-3:]
    desk.send_all(*((AGENT_KEY, ModelFees, "settle_channel", (n,), 0) for n in overdue))


def play_models(desk: Desk, time: int) -> None:
    """Make every call of model fees."""
    name = f"guild/scene-{time}"
    _sell(desk, name)
    channel = _open(desk, name)
    _redeem(desk, channel)
    _renew(desk, name, channel)
    _dispute(desk, channel)
    _close(desk, name)
    _tickets(desk, time)
    desk.send(PAYEE_KEY, ModelFees, "deprecate_model", name)
    desk.blocks(NOTICE_S)
    desk.send(PAYEE_KEY, ModelFees, "retire_model", name)


def ticket_of(desk: Desk, nonce: int) -> Ticket:
    """Return a ticket that wins for sure, for the newest model."""
    seal, model = Hash32(keccak(PREIMAGE)), desk.view(ModelFees, "model_count")
    expires_s = desk.time_s + PARAMS.ticket_s_max
    return Ticket(PAYER, PAYEE, model, COIN, 2**256 - 1, nonce, seal, expires_s)


def _sell(desk: Desk, name: str) -> None:
    """A model goes on sale, its terms change, and is paid for by what is used."""
    desk.send(PAYEE_KEY, ModelFees, "register_model", name, "", PRICES, SPLIT)
    desk.send(PAYEE_KEY, ModelFees, "activate_model", name)
    desk.send(PAYEE_KEY, ModelFees, "bond_provider", value_wei=10 * COIN)
    desk.send(PAYEE_KEY, ModelFees, "unbond_provider", Wei(COIN))
    desk.send(PAYEE_KEY, ModelFees, "allow_provider", name, AGENT, True)
    later_s = Seconds(desk.time_s + 100)
    desk.send(PAYEE_KEY, ModelFees, "schedule_prices", name, PRICES, later_s)
    desk.send(PAYEE_KEY, ModelFees, "cancel_scheduled", name)
    desk.send(PAYEE_KEY, ModelFees, "schedule_split", name, SPLIT, later_s)
    desk.send(PAYEE_KEY, ModelFees, "cancel_scheduled", name)
    terms = (name, PRICES, SPLIT, NO_CONDITIONS, later_s)
    desk.send(PAYEE_KEY, ModelFees, "schedule_terms", *terms)
    desk.send(PAYEE_KEY, ModelFees, "cancel_scheduled", name)
    price_wei = 100 * READ_WEI + 10 * WRITTEN_WEI
    paid: Any = (Wei(price_wei), ())
    desk.send(PAYER_KEY, ModelFees, "pay_for_use", name, 100, 10, *paid, value_wei=price_wei)
    desk.send(PAYER_KEY, ModelFees, "pay_for_units", name, (100, 10), *paid, value_wei=price_wei)
    desk.send(PAYER_KEY, ModelFees, "distribute", name)
    desk.send(PAYER_KEY, ModelFees, "release_data", 1)


def _terms(desk: Desk, name: str) -> SessionTerms:
    limit = ModelLimit(name, (UnitPrice(Wei(10**24), 1),) * 2)
    expires_s = Seconds(desk.time_s + 1_000)
    return SessionTerms(PAYEE, (limit,), Wei(0), Seconds(0), expires_s, ZERO_ADDRESS)


def _open(desk: Desk, name: str) -> int:
    desk.send(PAYER_KEY, ModelFees, "open_channel", _terms(desk, name), value_wei=COIN)
    channel: int = desk.view(ModelFees, "channel_total")
    desk.send(PAYER_KEY, ModelFees, "top_up_channel", channel, value_wei=COIN)
    return channel


def _redeem(desk: Desk, channel: int) -> None:
    """The payer signs, then its agent; one voucher, then a batch."""
    voucher = voucher_of(channel)
    word = word_of(voucher, PAYER_KEY)
    desk.send(PAYEE_KEY, ModelFees, "redeem", voucher, word)
    ends_s = Seconds(desk.time_s + 500)
    grant = (AGENT, Wei(COIN), Seconds(100), (), ends_s)
    desk.send(PAYER_KEY, ModelFees, "authorise_agent", *grant)
    batch = batch_of(voucher_of(channel, 2), key=AGENT_KEY)
    desk.send(PAYEE_KEY, ModelFees, "redeem_batch", batch)
    desk.send(PAYER_KEY, ModelFees, "revoke_agent", AGENT)


def _renew(desk: Desk, name: str, channel: int) -> None:
    found, terms = desk.view(ModelFees, "channel", channel), _terms(desk, name)
    word = word_of(Renewal(channel, found.epoch + 1, found.paid_wei, terms.expires_s), PAYEE_KEY)
    desk.send(PAYER_KEY, ModelFees, "renew_channel", channel, terms, word)


def _dispute(desk: Desk, channel: int) -> None:
    """The payer disputes a lane; its receipts are opened, and one is doubted before a jury."""
    amount_wei = 100 * READ_WEI + 10 * WRITTEN_WEI
    receipts = []
    for index in range(RECEIPTS):
        units = (100, 10, 0, 0, 0, 0)
        head = (channel, 2, 0, index, 1, index * amount_wei, amount_wei)
        receipts.append(Receipt(*head, *units, Hash32((index + 1).to_bytes(32, "big"))))
    digests = (typed_digest(DOMAIN, item, CHAIN_ID, ModelFees.address) for item in receipts)
    levels = tree_of([leaf_of(digest) for digest in digests])
    voucher = voucher_of(channel, RECEIPTS, epoch=2, receipt_root=levels[-1][0])
    desk.send(PAYEE_KEY, ModelFees, "redeem", voucher, word_of(voucher, PAYER_KEY))
    fee_wei = PARAMS.dispute_fee_wei
    desk.send(PAYER_KEY, ModelFees, "dispute_meter", channel, 0, value_wei=fee_wei)
    number = desk.view(ModelFees, "dispute_total")
    desk.blocks(2)
    samples = desk.view(ModelFees, "dispute_samples", number)
    places = [wei // amount_wei for wei in samples]
    openings = tuple(
        Opening(sample, receipts[place], path_of(levels, place))
        for sample, place in enumerate(places)
    )
    desk.send(PAYEE_KEY, ModelFees, "answer_dispute", number, openings)
    desk.send(PAYER_KEY, Verification, "deposit", value_wei=100 * COIN)
    desk.send(PAYER_KEY, ModelFees, "doubt_receipt", number, 0, EVIDENCE)


def _close(desk: Desk, name: str) -> None:
    """One channel is closed by its payer, another by both at once."""
    desk.send(PAYER_KEY, ModelFees, "close_channel", _open(desk, name))
    channel = _open(desk, name)
    voucher = voucher_of(channel)
    word = word_of(Farewell(channel, 1, Wei(voucher.amount_wei)), PAYEE_KEY)
    batch = batch_of(voucher, key=PAYER_KEY)
    values = (channel, Wei(voucher.amount_wei), batch, b"", word)
    desk.send(PAYER_KEY, ModelFees, "close_together", *values)


def _tickets(desk: Desk, time: int) -> None:
    desk.send(PAYER_KEY, ModelFees, "fund_tickets", value_wei=3 * COIN)
    desk.send(PAYER_KEY, ModelFees, "reserve_tickets", PAYEE, Wei(COIN))
    ticket = ticket_of(desk, time)
    word = word_of(ticket, PAYER_KEY)
    desk.send(PAYEE_KEY, ModelFees, "redeem_ticket", ticket, word, PREIMAGE)
    desk.send(PAYER_KEY, ModelFees, "unlock_tickets")
