"""Jobs: delivered, judged, paid; or not, and refunded."""

from dataclasses import replace

import pytest

from chain.kit.host import CallInfo
from chain.kit.module import Paused, Unauthorized
from chain.kit.state_machine import StateForbids
from chain.types.primitives import ZERO_HASH, Height, Wei
from modules.compute.events import BondSlashed, EarningsPaid, Refunded, ResultSubmitted, Ruled
from modules.compute.module import Compute
from modules.compute.records import OrderState, Reason
from modules.compute.refusals import ClaimOpen, EscrowTooSmall, SealMissing, TermsInvalid
from tests.modules.compute.market import (
    FEE_WEI,
    FIRST,
    JOB,
    PARAMS,
    PAYER,
    PLAIN_JOB,
    SEAL,
    STRANGER,
    TRAINING,
    TREASURY,
    UNIT_WEI,
    VERIFIER,
    Market,
    VerifierDown,
)
from tests.modules.stage import COIN, account

S = OrderState
BOND_WEI = COIN // 10  # a tenth of a budget of one coin


def test_a_job_is_paid_what_it_metered_and_the_rest_goes_back():
    """
    Open, bid, match, run, submit, rule, settle: every coin of the way is accounted for.

    Akash once sent its take to the wrong account (8eedef53): half is burned, half the treasury's.
    """
    market = Market()
    payer_wei, provider_wei = market.balance_wei(PAYER), market.balance_wei(FIRST)
    order = market.submitted(JOB, units=3)
    assert market.state(order) == S.SUBMITTED
    due = Wei(3 * UNIT_WEI)
    assert market.logged(ResultSubmitted(order, account(FIRST), 1, SEAL, 3, due, 1))
    assert market.verifier.claims == [(order, account(FIRST), account(PAYER), due)]
    market.verifier.rule(order, market.claim(order), 10_000)
    assert market.state(order) == S.ACCEPTED
    take = due * 500 // 10_000
    assert market.balance_wei(FIRST) == provider_wei + due - take
    assert market.host.balance_wei(TREASURY) == take // 2
    assert market.balance_wei(PAYER) == payer_wei - due - FEE_WEI
    assert market.logged(EarningsPaid(order, account(FIRST), due, take // 2, take - take // 2))
    assert market.logged(Ruled(order, 1, due, due, Wei(0), Reason.NETWORK_RULED))
    assert market.events(Refunded) == 1
    assert market.free_wei(FIRST) == 10 * COIN
    market.next_block()


def test_pay_is_capped_by_the_budget():
    """Nosana pays what a node says it used; here no meter runs above the budget (E6)."""
    market = Market()
    before = market.balance_wei(PAYER)
    order = market.running(PLAIN_JOB)
    market.do("submit_result", order, SEAL, 10**30, sender=FIRST)
    assert market.state(order) == S.ACCEPTED
    assert market.balance_wei(PAYER) == before - COIN
    order = market.running(PLAIN_JOB)
    with market.refuses(TermsInvalid, "field units"):
        market.do("submit_result", order, SEAL, 10**30 + 1, sender=FIRST)


def test_without_proof_a_result_is_paid_at_once():
    """Level NONE needs no verifier, and asks none."""
    market = Market()
    market.verifier.is_paused = True
    order = market.running(PLAIN_JOB)
    assert market.do("submit_result", order, SEAL, 2, sender=FIRST) == 0
    assert market.state(order) == S.ACCEPTED
    assert market.verifier.claims == []


def test_a_result_is_sealed():
    """Ocean's escrow never looked at the proof of a claim: an empty one is no result."""
    market = Market()
    order = market.running(JOB)
    with market.refuses(SealMissing):
        market.do("submit_result", order, ZERO_HASH, 1, sender=FIRST)


def test_silence_after_delivery_pays_the_provider():
    """yagna#3126, #1487: an invoice that nobody accepts is paid all the same."""
    market = Market()
    before = market.balance_wei(FIRST)
    order = market.submitted(JOB, units=4)
    market.pass_blocks(12)
    assert market.state(order) == S.ACCEPTED
    gross = 4 * UNIT_WEI
    assert market.balance_wei(FIRST) == before + gross - gross * 500 // 10_000


def test_nothing_is_paid_twice():
    """yagna#3347: a second acceptance, and a ruling that comes late, pay nobody."""
    market = Market()
    order = market.submitted(JOB)
    market.do("accept_result", order)
    assert market.state(order) == S.ACCEPTED
    before = market.balance_wei(FIRST), market.balance_wei(PAYER)
    with market.refuses(StateForbids):
        market.do("accept_result", order)
    assert market.verifier.rule(order, 1, 10_000) == 0
    assert market.verifier.rule(order, 1, 0) == 0
    assert (market.balance_wei(FIRST), market.balance_wei(PAYER)) == before


def test_nothing_is_delivered_after_the_end():
    """yagna#2940: a note after the invoice is refused, not booked."""
    market = Market()
    order = market.running(PLAIN_JOB)
    market.do("submit_result", order, SEAL, 1, sender=FIRST)
    with market.refuses(StateForbids, "state ACCEPTED"):
        market.do("submit_result", order, SEAL, 1, sender=FIRST)


def test_a_late_ruling_gives_its_fee_back_and_nothing_else():
    """Gonka only logged a refund that failed: what the verifier returns always arrives."""
    market = Market()
    order = market.submitted(JOB)
    market.pass_blocks(12)
    before = market.balance_wei(PAYER)
    assert market.verifier.rule(order, 1, 0, refund_wei=77) == 0
    assert market.balance_wei(PAYER) == before + 77
    assert market.state(order) == S.ACCEPTED
    market.check()


def test_what_is_left_of_a_fee_goes_back_with_the_rest():
    """An early acceptance costs less, and the requester gets the difference."""
    market = Market()
    before = market.balance_wei(PAYER)
    order = market.submitted(JOB)
    market.do("accept_result", order)
    assert market.balance_wei(PAYER) == before - 3 * UNIT_WEI - FEE_WEI + FEE_WEI // 4


def test_a_result_in_time_counts_and_one_too_late_does_not():
    """ocean-node#1194, #1269: in the deadline's last block the claim wins, after it the refund."""
    market = Market()
    order = market.running(JOB)
    market.pass_blocks(5)
    market.do("submit_result", order, SEAL, 1, sender=FIRST)
    assert market.state(order) == S.SUBMITTED
    late = market.running(JOB)
    market.pass_blocks(6)
    assert market.state(late) == S.MISSED
    with market.refuses(StateForbids, "state MISSED"):
        market.do("submit_result", late, SEAL, 1, sender=FIRST)


def test_who_never_delivers_loses_bond_to_the_requester():
    """A missed deadline refunds everything and slashes, most of it to who waited."""
    market = Market()
    before = market.balance_wei(PAYER)
    order = market.running(JOB)
    market.pass_blocks(6)
    assert market.state(order) == S.MISSED
    lost = BOND_WEI * 3_000 // 10_000
    assert market.balance_wei(PAYER) == before + lost * 8_000 // 10_000
    assert market.free_wei(FIRST) == 10 * COIN - lost
    slashed = (Wei(lost * 8 // 10), Wei(lost - lost * 8 // 10), Wei(0))
    reason = Reason.NETWORK_DEADLINE
    assert market.logged(BondSlashed(order, account(FIRST), *slashed, reason))


def test_a_ruling_against_takes_the_bond_and_refunds():
    """A convicted worker gets nothing, and what it forfeits is the verifier's to hand out."""
    market = Market()
    before = market.balance_wei(PAYER)
    order = market.submitted(JOB)
    market.verifier.dispute(order, 1)
    assert market.state(order) == S.DISPUTED
    assert market.verifier.rule(order, 1, 0) == BOND_WEI
    assert market.state(order) == S.RESOLVED
    assert market.balance_wei(PAYER) == before - FEE_WEI
    assert market.host.balance_wei(VERIFIER) == COIN + FEE_WEI + BOND_WEI
    assert market.free_wei(FIRST) == 10 * COIN - BOND_WEI


@pytest.mark.parametrize("bps", [1, 3_333, 9_999])
def test_a_ruling_in_between_splits_to_the_wei(bps):
    """The worker's part rounds down, the rest is the payer's; the slash follows what was denied."""
    market = Market()
    before = market.balance_wei(PAYER)
    order = market.submitted(replace(JOB, price_max_wei=Wei(UNIT_WEI + 1)), units=7)
    due = 7 * (UNIT_WEI + 1)
    forfeit = market.verifier.rule(order, 1, bps)
    assert forfeit == BOND_WEI * (10_000 - bps) // 10_000
    assert market.balance_wei(PAYER) == before - FEE_WEI - due * bps // 10_000
    market.check()


def test_a_bond_is_whole_again_after_a_ruling_for_the_worker():
    """DeepBrainChain#24: stake was not restored when a slash was cancelled."""
    market = Market()
    order = market.submitted(JOB)
    market.verifier.dispute(order, 1)
    market.verifier.rule(order, 1, 10_000)
    provider = market.do("provider", account(FIRST))
    assert (provider.free_wei, provider.locked_wei) == (10 * COIN, 0)


def test_no_verdict_frees_everything():
    """Lilypad kept the collateral of judges who ran out of time; the default here keeps nothing."""
    market = Market()
    before = market.balance_wei(PAYER)
    order = market.submitted(JOB, units=4)
    market.verifier.dispute(order, 1)
    market.pass_blocks(11)
    assert market.state(order) == S.DISPUTED
    market.next_block()
    assert market.state(order) == S.RESOLVED
    assert market.balance_wei(PAYER) == before - FEE_WEI - 2 * UNIT_WEI
    assert market.free_wei(FIRST) == 10 * COIN


def test_a_verifier_that_stands_still_delays_no_delivery():
    """The provider delivers in time; anybody opens the claim when the verifier is back."""
    market = Market()
    order = market.running(JOB)
    market.verifier.is_paused = True
    assert market.do("submit_result", order, SEAL, 2, sender=FIRST) == 0
    with market.refuses(Paused):
        market.do("judge", order)
    market.pass_blocks(9)
    market.verifier.is_paused = False
    assert market.do("judge", order, sender=STRANGER) == 1
    with market.refuses(ClaimOpen):
        market.do("judge", order)
    market.pass_blocks(9)
    market.verifier.rule(order, 1, 10_000)
    assert market.state(order) == S.ACCEPTED


def test_a_verifier_that_never_comes_back_ends_in_the_split():
    """Nothing is proven either way, so neither side gains by it."""
    market = Market()
    order = market.running(JOB)
    market.verifier.is_paused = True
    market.do("submit_result", order, SEAL, 4, sender=FIRST)
    before = market.balance_wei(FIRST)
    market.pass_blocks(12)
    assert market.state(order) == S.RESOLVED
    half = 2 * UNIT_WEI
    assert market.balance_wei(FIRST) == before + half - half * 500 // 10_000


def test_the_payer_may_accept_what_nobody_judges():
    """A requester that is content need not wait for the verifier."""
    market = Market()
    order = market.running(JOB)
    market.verifier.is_paused = True
    market.do("submit_result", order, SEAL, 4, sender=FIRST)
    market.do("accept_result", order)
    assert market.state(order) == S.ACCEPTED


def test_a_verifier_without_members_delays_no_delivery():
    """That there are too few auditors is no fault of who delivers: no deadline is missed by it."""
    market = Market()
    order = market.running(JOB)
    market.verifier.refuses = True
    assert market.do("submit_result", order, SEAL, 4, sender=FIRST) == 0
    assert market.state(order) == S.SUBMITTED
    assert market.do("order", order).ledger.fees_wei == 0
    with market.refuses(VerifierDown):
        market.do("judge", order)
    market.pass_blocks(12)
    assert market.state(order) == S.RESOLVED


def test_checkpoints_are_paid_one_by_one():
    """Each ruled checkpoint is paid at once; the last one ends the job."""
    market = Market()
    before = market.balance_wei(FIRST)
    order = market.running(TRAINING, coins=4)
    for number in range(1, 5):
        market.do("submit_result", order, SEAL, 5, sender=FIRST)
        market.verifier.rule(order, number, 10_000)
        gross = 5 * number * UNIT_WEI
        assert market.balance_wei(FIRST) == before + gross - gross * 500 // 10_000
        market.next_block()
    assert market.state(order) == S.ACCEPTED


def test_a_failed_checkpoint_stops_the_job():
    """What was paid stays paid, what comes after is refunded."""
    market = Market()
    before = market.balance_wei(PAYER)
    order = market.running(TRAINING, coins=4)
    market.do("submit_result", order, SEAL, 5, sender=FIRST)
    market.verifier.rule(order, 1, 10_000)
    assert market.state(order) == S.RUNNING
    market.do("submit_result", order, SEAL, 5, sender=FIRST)
    market.verifier.rule(order, 2, 0)
    assert market.state(order) == S.RESOLVED
    assert market.balance_wei(PAYER) == before - 5 * UNIT_WEI - 2 * FEE_WEI


def test_a_missed_checkpoint_keeps_those_before_paid():
    """The clock of each checkpoint runs from the ruling before."""
    market = Market()
    order = market.running(TRAINING, coins=4)
    market.pass_blocks(5)
    market.do("submit_result", order, SEAL, 5, sender=FIRST)
    market.verifier.rule(order, 1, 10_000)
    market.pass_blocks(5)
    assert market.state(order) == S.RUNNING
    market.next_block()
    assert market.state(order) == S.MISSED


def test_old_news_about_a_checkpoint_changes_nothing():
    """A ruling or an objection about a claim that is over does not touch the next one."""
    market = Market()
    order = market.running(TRAINING, coins=4)
    market.do("submit_result", order, SEAL, 5, sender=FIRST)
    market.verifier.rule(order, 1, 10_000)
    market.do("submit_result", order, SEAL, 5, sender=FIRST)
    market.verifier.dispute(order, 1)
    market.verifier.rule(order, 1, 0)
    assert market.state(order) == S.SUBMITTED


def test_a_fee_that_rose_comes_out_of_what_is_left():
    """The payer's deposit covers the fee; where it cannot, anyone may top it up."""
    market = Market()
    before = market.balance_wei(PAYER)
    order = market.running(JOB)
    market.verifier.fee = Wei(COIN * 3 // 4)
    market.do("submit_result", order, SEAL, 10, sender=FIRST)
    reserve = FEE_WEI + PARAMS.poke_reward_wei
    left = COIN + reserve - COIN * 3 // 4
    assert market.do("order", order).progress.due_wei == left
    market.verifier.rule(order, 1, 10_000)
    assert market.balance_wei(PAYER) == before - COIN - reserve
    short = market.running(JOB)
    market.verifier.fee = Wei(2 * COIN)
    with market.refuses(EscrowTooSmall):
        market.do("submit_result", short, SEAL, 1, sender=FIRST)
    market.do("top_up", short, sender=FIRST, value_wei=COIN)
    market.do("submit_result", short, SEAL, 1, sender=FIRST)
    market.check()


def test_only_the_verifier_rules():
    """Nobody else's word moves an order, and none does while the module stands still."""
    market = Market()
    order = market.submitted(JOB)
    for call in (Compute.claim_disputed, Compute.claim_ruled):
        values = (order, 1) if call is Compute.claim_disputed else (order, 1, 0, 0)
        with pytest.raises(Unauthorized):
            call(peer_of(market, account(STRANGER)), *values)
    compute = peer_of(market, VERIFIER)
    compute.set_paused(True)
    with pytest.raises(Paused):
        compute.claim_ruled(order, 1, 0, 0)


def peer_of(market: Market, who: bytes) -> Compute:
    """Return the module as another one sees it."""
    return Compute(market.host, CallInfo(who))  # type: ignore[arg-type]


def test_rules_are_those_of_the_match():
    """tbtc#382: a fee that governance raises does not reach what was matched before (E9)."""
    market = Market()
    order = market.running(JOB)
    compute = peer_of(market, VERIFIER)
    compute.settings = replace(PARAMS, take_bps=3_000, verdict_timeout_blocks=Height(99))
    before = market.balance_wei(FIRST)
    market.do("submit_result", order, SEAL, 4, sender=FIRST)
    market.pass_blocks(12)
    gross = 4 * UNIT_WEI
    assert market.balance_wei(FIRST) == before + gross - gross * 500 // 10_000


def test_a_device_that_served_is_told_of():
    """Demand is what was paid, and a registry that refuses to hear it stops no payment (#1067)."""
    market = Market()
    order = market.matched(PLAIN_JOB, device=7)
    market.do("start", order, sender=FIRST)
    market.do("submit_result", order, SEAL, 4, sender=FIRST)
    gross = 4 * UNIT_WEI
    assert market.devices.served == [(7, gross, gross * 500 // 10_000 // 2)]
    market.devices.refuses = True
    order = market.matched(PLAIN_JOB, device=7)
    market.do("start", order, sender=FIRST)
    market.do("submit_result", order, SEAL, 4, sender=FIRST)
    assert market.state(order) == S.ACCEPTED
    assert len(market.devices.served) == 1
