"""Deadlines: kept by the chain, never late, and kept by others where the queue is long."""

from dataclasses import replace

import pytest

from chain.errors import Malformed
from chain.kit.assembly import own
from chain.types.primitives import Height
from modules.compute.module import Compute
from modules.compute.params import ComputeParams
from modules.compute.records import OrderState
from modules.compute.refusals import NothingDue
from tests.modules.compute.market import (
    JOB,
    LEASE,
    PARAMS,
    PAYER,
    STRANGER,
    Market,
)
from tests.modules.stage import COIN

S = OrderState


def late(market: Market, order: int, blocks: int) -> Compute:
    """Let blocks pass while the order's entry of the queue is lost, as a refused one would be."""
    compute = own(Compute, market.host)
    assert isinstance(compute, Compute)
    far = Height(market.height + 1_000)
    compute.progress[order] = replace(compute.progress[order], timer_at=far)
    market.pass_blocks(blocks)
    return compute


def test_anybody_may_do_what_is_overdue_and_is_paid_for_it():
    """OPEN to EXPIRED by a poke: the reserve pays it, the rest is refunded."""
    market = Market()
    payer_wei, stranger_wei = market.balance_wei(PAYER), market.balance_wei(STRANGER)
    order = market.open(JOB)
    late(market, order, 12)
    assert market.state(order) == S.OPEN
    market.do("poke", order, sender=STRANGER)
    assert market.state(order) == S.EXPIRED
    assert market.balance_wei(STRANGER) == stranger_wei + PARAMS.poke_reward_wei
    assert market.balance_wei(PAYER) == payer_wei - PARAMS.poke_reward_wei
    with market.refuses(NothingDue):
        market.do("poke", order, sender=STRANGER)


def test_nobody_is_paid_for_a_poke_that_does_nothing():
    """An order that waits in time is left alone."""
    market = Market()
    order = market.open(JOB)
    with market.refuses(NothingDue):
        market.do("poke", order)


def test_a_lease_that_is_found_late_pays_only_what_is_funded():
    """E6: blocks that passed after the money ended are never charged, not even by a top-up."""
    market = Market(replace(PARAMS, heartbeat_blocks=Height(100), holdback_blocks=Height(100)))
    order = market.running(LEASE, coins=1)
    late(market, order, 25)
    market.do("top_up", order, value_wei=COIN)
    lease = market.do("lease", order)
    assert (lease.earned_wei, lease.available_wei) == (COIN, COIN)
    assert lease.depletes_at == market.height + 10


def test_a_poke_sets_the_queue_again():
    """After it the chain keeps the order's deadlines as before."""
    market = Market()
    order = market.matched(JOB)
    late(market, order, 6)
    market.do("poke", order)
    assert market.state(order) == S.FAILED_START
    order = market.running(LEASE, coins=1)
    late(market, order, 6)
    market.do("poke", order)
    market.pass_blocks(14)
    assert market.state(order) == S.SETTLED


def test_heartbeats_do_not_fill_the_queue():
    """However often a deadline moves on, one entry stands for an order."""
    market = Market()
    order = market.running(LEASE, coins=3)
    compute = own(Compute, market.host)
    assert isinstance(compute, Compute)
    before = len(market.host.words)
    for _ in range(30):
        market.beat(order)
    assert len(market.host.words) <= before + 2
    assert market.do("next_deadline", order) == market.height + 6


def test_work_a_block_is_bounded_and_nothing_is_skipped():
    """A hundred deadlines are kept in one block, the others in the next."""
    market = Market()
    orders = [market.open(JOB) for _ in range(130)]
    for _ in range(10):
        market.stage_block()
    ended = sum(market.state(order) == S.EXPIRED for order in orders)
    assert ended == 100
    market.stage_block()
    assert all(market.state(order) == S.EXPIRED for order in orders)


def test_an_unknown_deadline_is_our_bug():
    """The module knows every kind that it set."""
    compute = own(Compute, Market().host)
    with pytest.raises(LookupError, match="kind 77"):
        compute.on_timer(77, 1)


def test_parameters_stand_together():
    """The holdback reaches behind the last heartbeat; the shortest notice is not the longest."""
    assert ComputeParams().objection() is None
    for changes in (
        {"heartbeat_blocks": Height(8_000)},
        {"reclaim_blocks_min": Height(9), "reclaim_blocks_max": Height(8)},
    ):
        assert replace(ComputeParams(), **changes).objection()
        with pytest.raises(Malformed):
            Market(replace(PARAMS, **changes))


PROMISES = {
    S.MATCHED: (JOB, 5),
    S.RUNNING: (LEASE, 6),
}


@pytest.mark.parametrize("state", PROMISES)
def test_a_pause_of_the_module_slashes_nobody(state):
    """While no call is taken nobody can keep a deadline: afterwards all have their time again."""
    market = Market()
    terms, span = PROMISES[state]
    order = market.matched(terms) if state == S.MATCHED else market.running(terms, coins=9)
    compute = own(Compute, market.host)
    compute.set_paused(True)
    for _ in range(40):
        market.stage_block()
    compute.set_paused(False)
    market.pass_blocks(span - 1)
    assert market.state(order) == state
    market.next_block()
    assert market.state(order) in (S.FAILED_START, S.CLOSED)


def test_a_tenant_can_still_dispute_after_a_pause():
    """The holdback does not run out while nobody could object."""
    market = Market()
    order = market.running(LEASE, coins=3)
    market.pass_blocks(5)
    market.do("end_lease", order)
    compute = own(Compute, market.host)
    compute.set_paused(True)
    for _ in range(40):
        market.stage_block()
    compute.set_paused(False)
    market.pass_blocks(4)
    assert market.state(order) == S.CLOSED
