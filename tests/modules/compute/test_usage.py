"""What the compute market tells the book of usage: all it was paid, once, and who got it."""

from dataclasses import replace

import pytest

from chain.kit.usage import Leg
from modules.compute.records import Capacity
from tests.modules.compute.market import (
    CLASS,
    FIRST,
    JOB,
    LEASE,
    PAYER,
    PLAIN_JOB,
    SEAL,
    TRAINING,
    UNIT_WEI,
    Market,
    claim_terms,
)
from tests.modules.stage import COIN, account


def test_job_is_one_use_with_the_legs_that_it_was_split_into():
    """Supplier, treasury and burn are told as they were paid, and sum to the charge."""
    market = Market()
    order = market.running(PLAIN_JOB)
    before = market.balance_wei(FIRST)
    market.do("submit_result", order, SEAL, 4, sender=FIRST)
    ((payer, uses, legs),) = market.usage.payments
    assert (account(PAYER), 1, 4 * UNIT_WEI) == (payer, uses, sum(legs.values()))
    assert market.balance_wei(FIRST) - before == legs[Leg.SUPPLIER]
    revenue = market.do("revenue")
    assert (revenue.treasury_wei, revenue.burned_wei) == (legs[Leg.TREASURY], legs[Leg.BURNED])
    assert [(account(PAYER), revenue.refunded_wei)] == market.usage.refunds
    assert revenue.refunded_wei >= COIN - 4 * UNIT_WEI


def test_payments_of_one_order_are_one_use():
    """Checkpoints and a lease's withdrawals are payments: who withdraws often looks no busier."""
    market = Market()
    job = market.running(replace(TRAINING, claim=claim_terms(PLAIN_JOB.claim.level)))
    for _ in range(4):
        market.do("submit_result", job, SEAL, 1, sender=FIRST)
    assert [1, 0, 0, 0] == [uses for _, uses, _ in market.usage.payments]
    lease = market.running(LEASE, coins=3)
    for _ in range(4):
        for _ in range(5):
            market.beat(lease)
            market.next_block()
        if market.do("lease", lease).claimable_wei:
            market.do("withdraw_earnings", lease, sender=FIRST)
    of_lease = [uses for _, uses, _ in market.usage.payments[4:]]
    assert len(of_lease) > 1
    assert [1, *[0] * (len(of_lease) - 1)] == of_lease
    assert market.usage.charged_wei() == market.do("revenue").gross_wei


@pytest.mark.parametrize(("bps", "verdicts"), [(10_000, [False]), (9_999, [True]), (0, [True])])
def test_dispute_and_how_it_ends_are_told(bps, verdicts):
    """One of each; a ruling that takes anything off the provider is lost."""
    market = Market()
    order = market.submitted(JOB)
    market.verifier.dispute(order, 1)
    assert (1, []) == (market.usage.disputes, market.usage.verdicts)
    market.verifier.rule(order, 1, bps)
    assert (1, verdicts) == (market.usage.disputes, market.usage.verdicts)


def test_claim_lost_without_a_challenge_is_a_dispute_too():
    """The network's own audit objected; one that it won is nobody's dispute."""
    market = Market()
    market.verifier.rule(market.submitted(JOB), 1, 10_000)
    assert (0, []) == (market.usage.disputes, market.usage.verdicts)
    market.verifier.rule(market.submitted(JOB), 2, 0)
    assert (1, [True]) == (market.usage.disputes, market.usage.verdicts)


def test_dispute_without_a_verdict_is_not_lost():
    """Nothing was proven; the split by default is no conviction."""
    market = Market()
    order = market.submitted(JOB)
    market.verifier.dispute(order, 1)
    market.pass_blocks(12)
    assert (1, [False]) == (market.usage.disputes, market.usage.verdicts)


def test_disputed_lease_is_told():
    """The tenant's objection, and the jury's word."""
    market = Market()
    order = market.running(LEASE, coins=3)
    for _ in range(5):
        market.next_block()
    claim = market.do("dispute_lease", order, SEAL)
    market.verifier.rule(order, claim, 2_500)
    assert (1, [True]) == (market.usage.disputes, market.usage.verdicts)
    assert market.usage.charged_wei() == market.do("revenue").gross_wei


def test_book_that_does_not_listen_stops_no_payment():
    """Orders are paid, refunded, disputed and ruled on as if nobody counted."""
    heard, deaf = Market(), Market()
    deaf.usage.refuses = True
    for market in (heard, deaf):
        market.do("submit_result", market.running(PLAIN_JOB), SEAL, 4, sender=FIRST)
        order = market.submitted(JOB)
        market.verifier.dispute(order, 1)
        market.verifier.rule(order, 1, 2_500)
        market.pass_blocks(3)
    assert (heard.host.words, heard.host.balances_wei) == (deaf.host.words, deaf.host.balances_wei)
    assert (2, 0) == (len(heard.usage.payments), len(deaf.usage.payments))


def test_slots_in_use_are_counted_as_orders_come_and_go():
    """What is busy and what is declared are totals that nobody has to add up."""
    market = Market()
    assert (0, 9) == slots(market)
    first, second = market.running(JOB), market.running(LEASE, coins=3)
    assert (2, 9) == slots(market)
    market.do("end_lease", second)
    assert (1, 9) == slots(market)
    declared = ("https://gpu.example", (), (Capacity(CLASS, 5),))
    market.do("update_provider", *declared, sender=FIRST)
    assert (1, 11) == slots(market)
    market.do("retire_provider", sender=FIRST)
    assert (1, 6) == slots(market)
    market.do("submit_result", first, SEAL, 1, sender=FIRST)
    market.do("accept_result", first)
    assert (0, 6) == slots(market)
    market.next_block()


def slots(market: Market) -> tuple[int, int]:
    """Return how many slots are busy, and how many are declared."""
    found = market.do("slots")
    return found.busy, found.declared
