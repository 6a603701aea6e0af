"""Access policies in the market: asked at a bid, at the match and at the takeover."""

from dataclasses import replace

import pytest

from chain.kit.admission import Denied, Reason
from chain.types.primitives import Height
from modules.compute.params import ComputeParams
from modules.compute.records import OrderState
from modules.compute.refusals import NoEligibleBid, NotEligible, UnknownAccessPolicy
from tests.modules.compute.market import FIRST, JOB, PARAMS, PAYER, SECOND, UNIT_WEI, Market
from tests.modules.stage import account

POLICY = 3
MISSING = Reason.CREDENTIAL_MISSING
CLOSED = replace(JOB, provider_policy=POLICY)


def guarded(params: ComputeParams = PARAMS) -> Market:
    """Return a market whose gate knows a policy."""
    market = Market(params)
    market.gate.against[POLICY] = {}
    return market


def test_an_order_names_a_policy_that_exists() -> None:
    """An unknown policy would let nobody serve, or one day anybody."""
    market = Market()
    with market.refuses(UnknownAccessPolicy):
        market.open(CLOSED)


def test_whom_the_policy_does_not_admit_cannot_bid() -> None:
    """A bid is an entry: refused with the reasons, or counted once."""
    market = guarded()
    order = market.open(CLOSED)
    market.gate.deny(POLICY, account(FIRST), MISSING)
    with market.refuses(Denied, "reasons 8"):
        market.bid(order, FIRST)
    market.bid(order, SECOND)
    assert [(POLICY, account(SECOND))] == market.gate.admitted


def test_a_bidder_that_lost_its_credential_does_not_win() -> None:
    """Between the bid and the match the policy is asked again, by hand and by the auction."""
    market = guarded()
    order = market.open(CLOSED)
    bid = market.bid(order, FIRST)
    market.gate.deny(POLICY, account(FIRST), MISSING)
    with market.refuses(NotEligible, "access policy"):
        market.do("accept_bid", order, bid)
    with market.refuses(NoEligibleBid):
        market.do("match_order", order)
    auction = market.open(replace(CLOSED, auction_blocks=Height(2)))
    market.gate.against[POLICY] = {}
    market.bid(auction, FIRST)
    market.bid(auction, SECOND)
    market.gate.deny(POLICY, account(FIRST), MISSING)
    market.pass_blocks(3)
    assert account(SECOND) == market.do("order", auction).provider


def test_a_bid_has_used_its_rate_already() -> None:
    """A limit on how often somebody enters does not shut out who entered just now."""
    market = guarded()
    order = market.open(CLOSED)
    bid = market.bid(order, FIRST)
    market.gate.deny(POLICY, account(FIRST), Reason.RATE)
    market.do("accept_bid", order, bid)
    assert OrderState.MATCHED == market.state(order)


@pytest.mark.parametrize("is_denied", [True, False])
def test_a_backup_takes_over_only_where_it_is_admitted_still(is_denied: bool) -> None:
    """When the provider fails, who was good enough then may not be now."""
    market = guarded()
    order = market.open(replace(CLOSED, wants_backup=True))
    first = market.bid(order, FIRST)
    market.bid(order, SECOND, price_wei=UNIT_WEI - 1)
    market.do("accept_bid", order, first)
    if is_denied:
        market.gate.deny(POLICY, account(SECOND), MISSING)
    market.pass_blocks(PARAMS.start_timeout_blocks)
    expected = OrderState.FAILED_START if is_denied else OrderState.MATCHED
    assert expected == market.state(order)


def test_requesters_satisfy_the_markets_policy() -> None:
    """Whoever opens an order in its own name is asked; zero asks nobody."""
    market = guarded(replace(PARAMS, requester_policy=POLICY))
    market.open(JOB)
    assert [(POLICY, account(PAYER))] == market.gate.admitted
    market.gate.deny(POLICY, account(PAYER), MISSING)
    with market.refuses(Denied):
        market.open(JOB)
    free = Market()
    free.gate.deny(0, account(PAYER), MISSING)
    free.open(JOB)
