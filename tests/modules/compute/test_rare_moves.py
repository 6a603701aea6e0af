"""Moves of orders that take a particular order of events."""

from dataclasses import replace

import pytest

from chain.types.primitives import Height
from modules.compute.records import OrderState, Tenure
from tests.modules.compute.market import (
    FIRST,
    JOB,
    LEASE,
    SECOND,
    SPOT,
    TRAINING,
    Market,
)
from tests.modules.stage import COIN

S = OrderState
LATER = replace(LEASE, tenure=Tenure.RESERVED, start_height=Height(20))
SHORT = replace(LEASE, duration_blocks=Height(5))


def test_a_reservation_is_matched_by_its_tenant_and_by_an_auction():
    """However it is matched, a lease that begins later is reserved until then."""
    market = Market()
    order = market.open(LATER, 2)
    market.bid(order)
    market.do("match_order", order)
    assert S.RESERVED == market.state(order)
    order = market.open(replace(LATER, auction_blocks=Height(3)), 2)
    market.bid(order)
    market.pass_blocks(3)
    assert S.RESERVED == market.state(order)


def test_a_missed_deadline_hands_a_job_to_the_backup():
    """The backup takes over a job as it takes over a lease, at its own price."""
    market = Market()
    order = market.open(replace(JOB, wants_backup=True), 2)
    market.bid(order, FIRST)
    market.bid(order, SECOND)
    market.do("match_order", order)
    market.do("start", order, sender=FIRST)
    market.pass_blocks(6)
    assert S.MATCHED == market.state(order)
    market.do("start", order, sender=SECOND)
    assert S.RUNNING == market.state(order)


def test_a_checkpoint_that_no_verifier_took_is_accepted_by_hand():
    """Without a claim the payer's word goes on to the next checkpoint, and ends the last one."""
    for terms, state in ((TRAINING, S.RUNNING), (JOB, S.ACCEPTED)):
        market = Market()
        market.verifier.refuses = True
        order = market.submitted(terms)
        assert 0 == market.claim(order)
        market.do("accept_result", order)
        assert state == market.state(order)


def test_a_checkpoint_without_a_verdict_is_followed_by_the_next():
    """Silence of the verifier pays the checkpoint, and the work goes on."""
    market = Market()
    order = market.submitted(TRAINING)
    market.pass_blocks(12)
    assert S.RUNNING == market.state(order)


def test_a_lessor_that_is_silent_after_its_notice_has_vanished():
    """A notice is no leave: until its window is over a lease needs heartbeats."""
    market = Market()
    order = market.running(replace(LEASE, reclaim_blocks=Height(20)), 9)
    market.do("reclaim", order, sender=FIRST)
    market.pass_blocks(6)
    assert S.CLOSED == market.state(order)
    assert market.free_wei(FIRST) < 10 * COIN


@pytest.mark.parametrize(("call", "who"), [("pause", 1), ("reclaim", FIRST)])
def test_a_term_ends_a_lease_that_is_paused_or_being_left(call: str, who: int):
    """The end that was agreed on comes whatever the two sides are doing."""
    market = Market()
    order = market.running(SHORT, 2)
    market.do(call, order, sender=who)
    assert market.state(order) in (S.PAUSED, S.RECLAIMING)
    market.pass_blocks(5)
    assert S.CLOSED == market.state(order)


def test_a_paused_spot_lease_makes_room_too():
    """Who pays for a pause of a spot lease has bought no slot: a firm order displaces it."""
    market = Market()
    market.register(8, slots=1)
    spot = market.open(SPOT, 2)
    market.do("accept_bid", spot, market.bid(spot, 8))
    market.do("start", spot, sender=8)
    market.do("pause", spot)
    firm = market.open(LEASE, 2)
    market.do("accept_bid", firm, market.bid(firm, 8, displaces=spot))
    assert (S.RECLAIMING, S.MATCHED) == (market.state(spot), market.state(firm))
