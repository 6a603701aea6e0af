"""Disputes about meters: receipts by sample, defaults, juries, and the bond that pays."""

from dataclasses import replace
from typing import Any

import pytest

from chain.kit.assembly import own
from chain.kit.module import Unauthorized
from chain.kit.record import Scope, rules_of
from chain.kit.state_machine import RoleForbids, StateForbids
from chain.types.primitives import Bps, Hash32, Seconds, Wei
from modules.model_fees.events import (
    MeterAnswered,
    MeterDisputed,
    MeterResolved,
    MeterSampled,
    ReceiptDoubted,
)
from modules.model_fees.module import ModelFees
from modules.model_fees.params import ModelFeesParams
from modules.model_fees.records import DisputeState
from modules.model_fees.refusals import DisputeRefused, ReceiptInvalid, UnknownDispute
from modules.model_fees.typed import Opening, Receipt
from tests.modules.courts import Court
from tests.modules.model_fees.scene import (
    NOBODY,
    PAYEE,
    PAYEE_KEY,
    PAYER,
    PAYER_KEY,
    PRICE_IN,
    Scene,
)
from tests.modules.stage import COIN

D = DisputeState
EVIDENCE = Hash32(b"\xee" * 32)
AMOUNTS = (100 * PRICE_IN, 7 * PRICE_IN, 300 * PRICE_IN, PRICE_IN, 50 * PRICE_IN)
TOTAL_WEI = sum(AMOUNTS)


def disputed(charged_wei: int = 0, **changed: Any) -> tuple[Scene, int, list[Receipt]]:
    """Return a dispute whose samples are drawn, about receipts or about a larger charge."""
    scene = Scene(**changed)
    channel = scene.open()
    receipts = scene.receipts(channel, AMOUNTS)
    scene.redeem_with(channel, receipts, charged_wei)
    return scene, scene.dispute(channel), receipts


def state(scene: Scene, number: int) -> D:
    """Return a dispute's state."""
    found: D = scene.call("dispute", number).state
    return found


def test_an_honest_provider_opens_receipts_and_keeps_its_bond() -> None:
    """All samples answered and no doubt: the stake is the provider's, the lock is free."""
    scene, number, receipts = disputed()
    record = scene.call("dispute", number)
    assert (D.SAMPLED, 3 * TOTAL_WEI) == (record.state, record.locked_wei)
    told = MeterDisputed(number, 1, PAYEE, Wei(TOTAL_WEI), Wei(3 * TOTAL_WEI))
    assert scene.stage.logged(told)
    assert scene.stage.logged(MeterSampled(number, record.seed, record.samples, record.deadline_s))
    before = scene.balance_wei(PAYEE)
    scene.call("answer_dispute", number, scene.openings(number, receipts), sender=PAYEE)
    assert D.ANSWERED == state(scene, number)
    assert scene.stage.logged(MeterAnswered(number, 0b111))
    scene.wait(scene.params.answer_s)
    assert D.CLEARED == state(scene, number)
    assert scene.params.dispute_fee_wei == scene.balance_wei(PAYEE) - before
    assert scene.stage.logged(MeterResolved(number, D.CLEARED, Wei(0), Wei(0)))
    assert 10 * COIN == scene.call("provider_bond", PAYEE).free_wei


def test_silence_of_a_provider_refunds_the_multiple() -> None:
    """No receipts in time: the payer has three times the charge and its stake from the bond."""
    scene, number, _ = disputed()
    before = scene.balance_wei(PAYER)
    scene.wait(scene.params.answer_s)
    assert D.CONVICTED == state(scene, number)
    assert 3 * TOTAL_WEI + scene.params.dispute_fee_wei == scene.balance_wei(PAYER) - before
    assert 10 * COIN - 3 * TOTAL_WEI == scene.call("provider_bond", PAYEE).free_wei
    assert scene.stage.logged(MeterResolved(number, D.CONVICTED, Wei(3 * TOTAL_WEI), Wei(0)))


def test_a_charge_beyond_its_receipts_is_found_by_samples_in_it() -> None:
    """x402#3001: usage is not taken on a server's word; what has no receipt is paid back."""
    scene, number, receipts = disputed(charged_wei=4 * TOTAL_WEI, receipt_samples=16)
    openings = scene.openings(number, receipts)
    assert 0 < len(openings) < 16
    scene.call("answer_dispute", number, openings, sender=PAYEE)
    assert D.SAMPLED == state(scene, number)
    before = scene.balance_wei(PAYER)
    scene.wait(scene.params.answer_s)
    missing = 16 - len(openings)
    refund_wei = 4 * TOTAL_WEI * missing // 16 * 3
    assert refund_wei + scene.params.dispute_fee_wei == scene.balance_wei(PAYER) - before


def test_a_refund_is_at_most_what_the_bond_had() -> None:
    """A small bond pays all it has, and bond that is leaving does not escape."""
    scene = Scene()
    scene.call("unbond_provider", Wei(9 * COIN), sender=PAYEE)
    channel = scene.open(deposit_wei=50 * COIN)
    scene.redeem_with(channel, scene.receipts(channel, (40 * COIN,)))
    number = scene.dispute(channel)
    assert 10 * COIN == scene.call("dispute", number).locked_wei
    before = scene.balance_wei(PAYER)
    scene.wait(scene.params.answer_s)
    assert 10 * COIN + scene.params.dispute_fee_wei == scene.balance_wei(PAYER) - before


def test_a_friends_dispute_is_no_shield() -> None:
    """Bond that another dispute had locked pays a later one as soon as it is free again."""
    scene = Scene()
    friend, victim = scene.open(deposit_wei=5 * COIN), scene.open()
    receipts = scene.receipts(friend, (5 * COIN,))
    scene.redeem_with(friend, receipts)
    scene.redeem_with(victim, scene.receipts(victim, AMOUNTS))
    first = scene.dispute(friend)
    second = scene.dispute(victim)
    locks = [scene.call("dispute", number).locked_wei for number in (first, second)]
    assert [10 * COIN, 0] == locks
    scene.call("answer_dispute", first, scene.openings(first, receipts), sender=PAYEE)
    before = scene.balance_wei(PAYER)
    scene.wait(scene.params.answer_s)
    assert [D.CLEARED, D.CONVICTED] == [state(scene, number) for number in (first, second)]
    assert 3 * TOTAL_WEI + scene.params.dispute_fee_wei == scene.balance_wei(PAYER) - before


@pytest.mark.parametrize(
    ("reason", "changed"),
    [
        ("of another lane", {"lane": 1}),
        ("of another lane", {"channel": 2}),
        ("of another lane", {"index": 9}),
        ("not under the root", {"request": EVIDENCE}),
        ("not under the root", {"amount_wei": 10**6 * PRICE_IN}),
    ],
)
def test_forged_receipts_answer_nothing(reason: str, changed: dict[str, Any]) -> None:
    """A receipt that was not in the tree, or is of another lane, is refused."""
    scene, number, receipts = disputed()
    found = scene.openings(number, receipts)[0]
    bad = replace(found, receipt=replace(found.receipt, **changed))
    with scene.stage.refuses(ReceiptInvalid, reason):
        scene.call("answer_dispute", number, (bad,), sender=PAYEE)


@pytest.mark.parametrize(
    ("reason", "changed"),
    [
        ("of another version", {"version": 2}),
        ("above the price", {"units_0": 0}),
        ("above the price", {"units_2": 1}),
        ("of other wei", {"before_wei": 10**6 * PRICE_IN}),
    ],
)
def test_receipts_must_fit_the_registry(reason: str, changed: dict[str, Any]) -> None:
    """Price and terms are the session's; a receipt that was made otherwise clears nobody."""
    scene = Scene()
    channel = scene.open()
    receipts = scene.receipts(channel, (100 * PRICE_IN,), **changed)
    scene.redeem_with(channel, receipts)
    number = scene.dispute(channel)
    opening = Opening(0, receipts[0], ())
    with scene.stage.refuses(ReceiptInvalid, reason):
        scene.call("answer_dispute", number, (opening,), sender=PAYEE)


def test_proofs_are_bounded_and_samples_are_those_drawn() -> None:
    """No path is longer than a tree can be, no sample beyond those there are."""
    scene, number, receipts = disputed()
    found = scene.openings(number, receipts)[0]
    for path in ((EVIDENCE,) * 49, ()):
        item = replace(found.receipt, index=4)
        with scene.stage.refuses(ReceiptInvalid, "no proof"):
            wrong = (Opening(0, item, path),)
            scene.call("answer_dispute", number, wrong, sender=PAYEE)
    with scene.stage.refuses(ReceiptInvalid, "no such sample"):
        beyond = replace(found, sample=3)
        scene.call("answer_dispute", number, (beyond,), sender=PAYEE)


def test_only_what_was_paid_since_the_last_dispute_is_disputed() -> None:
    """A receipt is asked for once, in its window, by the payer, for a stake."""
    scene, number, receipts = disputed()
    fee_wei = scene.params.dispute_fee_wei
    with scene.stage.refuses(DisputeRefused, "since the last"):
        scene.call("dispute_meter", 1, 0, value_wei=fee_wei)
    with scene.stage.refuses(DisputeRefused, "no such lane"):
        scene.call("dispute_meter", 1, 16, value_wei=fee_wei)
    with scene.stage.refuses(DisputeRefused, "since the last"):
        scene.call("dispute_meter", 1, 1, value_wei=fee_wei)
    more = scene.receipts(1, (*AMOUNTS, 9 * PRICE_IN))
    root = {"receipt_root": Hash32(b"\x01" * 32), "requests": 6}
    scene.redeem(scene.voucher(1, (467, 0), 2, **root))
    with scene.stage.refuses(RoleForbids):
        scene.call("dispute_meter", 1, 0, sender=NOBODY, value_wei=fee_wei)
    with scene.stage.refuses(DisputeRefused, "a stake of"):
        scene.call("dispute_meter", 1, 0, value_wei=fee_wei - 1)
    second = scene.dispute(1)
    record = scene.call("dispute", second)
    assert (TOTAL_WEI, TOTAL_WEI + 9 * PRICE_IN) == (record.from_wei, record.until_wei)
    samples = scene.call("dispute_samples", second)
    assert all(record.from_wei <= wei < record.until_wei for wei in samples)
    assert 6 == len(more) and 2 == scene.call("dispute_total")
    scene.redeem(scene.voucher(1, (468, 0), 3, requests=7))
    scene.wait(scene.params.dispute_window_s + 1)
    with scene.stage.refuses(DisputeRefused, "the window is over"):
        scene.call("dispute_meter", 1, 0, value_wei=fee_wei)
    with scene.stage.refuses(UnknownDispute):
        scene.call("dispute", 9)
    assert number == 1 and receipts


def test_the_window_follows_a_vote_at_once_and_says_so() -> None:
    """It is counted back from now, so that a vote moves it for what was redeemed before, too."""
    scene = Scene()
    channel, fee_wei = scene.open(), scene.params.dispute_fee_wei
    scene.redeem_with(channel, scene.receipts(channel, AMOUNTS))
    scene.wait(9)
    scene.fees.settings = replace(scene.fees.settings, dispute_window_s=Seconds(8))
    with scene.stage.refuses(DisputeRefused, "the window is over"):
        scene.call("dispute_meter", channel, 0, value_wei=fee_wei)
    assert Scope.NOW == rules_of(ModelFeesParams)["dispute_window_s"].scope


def test_a_settled_channel_is_still_disputed_in_its_window() -> None:
    """Leaving at once after a redemption saves no provider."""
    scene = Scene()
    channel = scene.open()
    scene.redeem_with(channel, scene.receipts(channel, AMOUNTS))
    words = [scene.farewell(channel, TOTAL_WEI, key) for key in (PAYER_KEY, PAYEE_KEY)]
    scene.call("close_together", channel, Wei(TOTAL_WEI), b"", *words, sender=NOBODY)
    number = scene.dispute(channel)
    scene.wait(scene.params.answer_s)
    assert D.CONVICTED == state(scene, number)


def test_samples_are_fixed_by_a_later_block() -> None:
    """Neither side knows what will be asked for while the dispute can still be changed."""
    scene = Scene()
    channel = scene.open()
    receipts = scene.receipts(channel, AMOUNTS)
    scene.redeem_with(channel, receipts)
    fee_wei = scene.params.dispute_fee_wei
    number = scene.call("dispute_meter", channel, 0, value_wei=fee_wei)
    assert () == scene.call("dispute_samples", number)
    with scene.stage.refuses(StateForbids):
        scene.call("answer_dispute", number, (), sender=PAYEE)
    scene.wait(1)
    assert 3 == len(scene.call("dispute_samples", number))


def test_a_doubted_receipt_goes_to_the_jury() -> None:
    """What the jury rules against is refunded once, and its multiple is forfeited."""
    scene, number, receipts = disputed()
    scene.call("answer_dispute", number, scene.openings(number, receipts), sender=PAYEE)
    with scene.stage.refuses(RoleForbids):
        scene.call("doubt_receipt", number, 0, EVIDENCE, sender=PAYEE)
    with scene.stage.refuses(ReceiptInvalid):
        scene.call("doubt_receipt", number, 3, EVIDENCE)
    claim = scene.call("doubt_receipt", number, 1, EVIDENCE)
    assert scene.stage.logged(ReceiptDoubted(number, 1, claim, EVIDENCE))
    assert D.JUDGED == state(scene, number)
    before = scene.balance_wei(PAYER)
    assert 2 * TOTAL_WEI == scene.rule(claim, 0)
    assert D.CONVICTED == state(scene, number)
    fee_wei = scene.params.dispute_fee_wei
    assert TOTAL_WEI + fee_wei == scene.balance_wei(PAYER) - before
    assert 2 * TOTAL_WEI == scene.stage.host.balance_wei(Court.address)
    assert 0 == scene.rule(claim, 0)  # what comes after the end changes nothing
    scene.wait(1)


def test_a_jury_may_clear_or_split() -> None:
    """A ruling for the provider gives it the stake; half a ruling costs half."""
    for worker_bps, refund_wei in ((10_000, 0), (5_000, TOTAL_WEI // 2)):
        scene, number, receipts = disputed()
        scene.call("answer_dispute", number, scene.openings(number, receipts), sender=PAYEE)
        claim = scene.call("doubt_receipt", number, 0, EVIDENCE)
        before = scene.balance_wei(PAYER)
        scene.rule(claim, worker_bps)
        stake_wei = scene.params.dispute_fee_wei if refund_wei else 0
        assert refund_wei + stake_wei == scene.balance_wei(PAYER) - before
        scene.wait(1)


def test_a_jury_that_never_rules_costs_nobody() -> None:
    """gonka#1570: a verdict is not awaited for ever; lock and stake go home."""
    scene, number, receipts = disputed()
    scene.call("answer_dispute", number, scene.openings(number, receipts), sender=PAYEE)
    scene.call("doubt_receipt", number, 0, EVIDENCE)
    before = scene.balance_wei(PAYER)
    scene.wait(scene.params.verdict_s)
    assert D.LAPSED == state(scene, number)
    assert scene.params.dispute_fee_wei == scene.balance_wei(PAYER) - before
    assert 10 * COIN == scene.call("provider_bond", PAYEE).free_wei


def test_only_the_verifier_rules() -> None:
    """Nobody else ends a dispute by a word."""
    scene, _, _ = disputed()
    fees = own(ModelFees, scene.stage.host)
    for say in ("claim_ruled", "claim_disputed"):
        values = (1, 1, Bps(0), Wei(0)) if say == "claim_ruled" else (1, 1)
        with pytest.raises(Unauthorized):
            getattr(fees, say)(*values)


def test_a_pause_gives_the_provider_its_time_again() -> None:
    """Nobody is convicted for what the module did not take."""
    scene, number, receipts = disputed()
    module = own(ModelFees, scene.stage.host)
    module.set_paused(True)
    scene.stage.assembly.end_block(scene.stage.host)
    scene.stage._begin(scene.params.answer_s + 5)
    module.set_paused(False)
    scene.wait(1)
    assert D.SAMPLED == state(scene, number)
    scene.call("answer_dispute", number, scene.openings(number, receipts), sender=PAYEE)
    scene.wait(scene.params.answer_s)
    assert D.CLEARED == state(scene, number)
