"""Standing policies: no transaction a job, and never more than their caps."""

from dataclasses import replace

import pytest

from chain.kit.state_machine import RoleForbids, StateForbids
from chain.kit.verdicts import Level
from chain.types.primitives import ZERO_ADDRESS, Height, Wei
from modules.compute.events import PolicyChanged, PolicyDrawn, PolicyRefunded, ToppedUp
from modules.compute.records import OrderState, PolicyState
from modules.compute.refusals import (
    NothingToMove,
    PolicyForbids,
    TermsInvalid,
    UnknownNumber,
)
from tests.modules.compute.market import (
    FIRST,
    FUNDER,
    GATEWAY,
    JOB,
    LEASE,
    MEMORY,
    PAYER,
    PLAIN_JOB,
    POLICY,
    SEAL,
    STRANGER,
    UNIT_WEI,
    Market,
)
from tests.modules.stage import COIN, account

S = OrderState


def with_policy(market: Market, coins: int = 5, **changes: object) -> int:
    """Make a policy of the payer's."""
    terms = replace(POLICY, **changes)  # type: ignore[arg-type]
    number: int = market.do("create_policy", terms, value_wei=coins * COIN)
    return number


def spend(market: Market, policy: int, amount: int = COIN, sender: int = GATEWAY) -> int:
    """Open a job under a policy."""
    number: int = market.do("open_under_policy", policy, JOB, amount, sender=sender)
    return number


def test_a_gateway_opens_a_job_without_the_payer():
    """The best of Ocean's escrow: the payer signs once, its order is still its own."""
    market = Market()
    policy = with_policy(market)
    order = spend(market, policy)
    assert market.do("order", order).order.requester == account(PAYER)
    assert market.logged(PolicyDrawn(policy, order, COIN))
    market.do("accept_bid", order, market.bid(order), sender=GATEWAY)
    market.do("start", order, sender=FIRST)
    market.do("submit_result", order, SEAL, 1, sender=FIRST)
    assert market.verifier.claims[0][2] == account(PAYER)
    with market.refuses(RoleForbids):
        market.do("accept_result", order, sender=GATEWAY)
    market.do("accept_result", order)
    assert market.state(order) == S.ACCEPTED


def test_what_a_job_did_not_use_goes_back_behind_the_policy():
    """Coins of a policy return to it while it stands, and to its owner afterwards."""
    market = Market()
    policy = with_policy(market)
    order = spend(market, policy)
    market.do("cancel_order", order, sender=GATEWAY)
    assert market.logged(PolicyRefunded(policy, order, COIN))
    assert market.do("policy", policy).balance_wei == 5 * COIN
    order = spend(market, policy)
    before = market.balance_wei(PAYER)
    market.do("revoke_policy", policy)
    assert market.logged(PolicyChanged(policy, account(PAYER), PolicyState.REVOKED, Wei(0)))
    market.do("cancel_order", order)
    assert market.balance_wei(PAYER) == before + 5 * COIN


def test_a_provider_may_be_the_one_that_opens():
    """A policy for one provider lets it bring its own work under way, and nobody else's."""
    market = Market()
    policy = with_policy(market, spender=account(FIRST), provider=account(FIRST))
    named = replace(JOB, provider=account(FIRST))
    with market.refuses(PolicyForbids, "the policy's provider"):
        spend(market, policy, sender=FIRST)
    order = market.do("open_under_policy", policy, named, COIN, sender=FIRST)
    market.do("accept_bid", order, market.bid(order), sender=FIRST)
    assert market.state(order) == S.MATCHED


def test_anybody_may_spend_what_is_for_anybody():
    """A policy without a spender is a tap that its caps alone close."""
    market = Market()
    policy = with_policy(market, spender=ZERO_ADDRESS)
    spend(market, policy, sender=STRANGER)


def test_caps_hold():
    """Per order, per period and by what is there: never a wei more."""
    market = Market()
    policy = with_policy(market, coins=9)
    with market.refuses(PolicyForbids, "caps"):
        spend(market, policy, 2 * COIN + 1)
    spend(market, policy, 2 * COIN)
    spend(market, policy, 2 * COIN)
    assert market.do("policy_allowance", policy) == COIN
    with market.refuses(PolicyForbids, "caps"):
        spend(market, policy, COIN + 1)
    spend(market, policy, COIN)
    market.pass_blocks(20)
    assert market.do("policy_allowance", policy) == 2 * COIN
    poor = with_policy(market, coins=1)
    with market.refuses(PolicyForbids, "balance"):
        spend(market, poor, COIN + 1)


def test_periods_do_not_drift():
    """A period that nobody used is over all the same."""
    market = Market()
    policy = with_policy(market, coins=9)
    start = market.height
    market.pass_blocks(47)
    spend(market, policy)
    assert market.do("policy", policy).period_start == start + 40


def test_orders_under_a_policy_ask_for_what_it_asks_for():
    """Level of proof, tier and attributes are the payer's to set."""
    market = Market()
    wanted = {"level_min": Level.REQUESTER, "tier_min": 1, "attributes": (MEMORY,)}
    policy = with_policy(market, **wanted)
    good = replace(JOB, tier_min=1, attributes=(MEMORY,))
    for terms, reason in (
        (replace(good, claim=PLAIN_JOB.claim), "level of proof"),
        (replace(good, tier_min=0), "tier"),
        (replace(good, attributes=()), "attributes"),
        (replace(good, policy=policy + 1), "topped up by another"),
    ):
        with market.refuses(PolicyForbids, reason):
            market.do("open_under_policy", policy, terms, COIN, sender=GATEWAY)
    market.do("open_under_policy", policy, good, COIN, sender=GATEWAY)


def test_a_policy_tops_a_lease_up_within_its_caps():
    """AEP-57, console#395: the chain itself refills a lease, as often as its payer allowed."""
    market = Market()
    policy = with_policy(market, coins=5, job_wei_max=Wei(COIN))
    terms = replace(LEASE, policy=policy, top_up_wei=Wei(COIN // 2))
    order = market.running(terms, coins=1)
    for block in range(1, 20):
        market.next_block()
        market.beat(order)
        assert market.state(order) == S.RUNNING, block
    assert market.logged(ToppedUp(order, account(PAYER), policy, Wei(COIN // 2)))
    market.next_block()
    assert market.state(order) == S.LOW_FUNDS
    assert market.do("policy", policy).balance_wei == 4 * COIN


def test_a_drop_is_no_top_up():
    """A top-up lasts for the grace at least: no lease asks for the chain's work every block."""
    market = Market()
    policy = with_policy(market)
    order = market.running(replace(LEASE, policy=policy, top_up_wei=Wei(4 * UNIT_WEI - 1)))
    for _ in range(9):
        market.next_block()
        market.beat(order)
    market.next_block()
    assert market.state(order) == S.LOW_FUNDS


def test_a_policy_that_is_over_tops_nothing_up():
    """The lease then waits in its grace like any other."""
    market = Market()
    policy = with_policy(market)
    terms = replace(LEASE, policy=policy, top_up_wei=Wei(COIN // 2))
    order = market.running(terms, coins=1)
    market.do("revoke_policy", policy)
    for _ in range(9):
        market.next_block()
        market.beat(order)
    market.next_block()
    assert market.state(order) == S.LOW_FUNDS


def test_ones_own_policy_only_tops_up():
    """Nobody's lease lives on another's policy."""
    market = Market()
    policy = with_policy(market)
    terms = replace(LEASE, policy=policy, top_up_wei=UNIT_WEI)
    with market.refuses(RoleForbids):
        market.do("open_order", terms, sender=FUNDER, value_wei=COIN)
    with market.refuses(StateForbids):
        market.do("open_order", replace(terms, policy=9), value_wei=COIN)


def test_funding_shows():
    """Coins join the balance, and none is no funding."""
    market = Market()
    policy = with_policy(market)
    market.do("fund_policy", policy, value_wei=COIN)
    changed = (account(PAYER), PolicyState.ACTIVE, Wei(6 * COIN))
    assert market.logged(PolicyChanged(policy, *changed))
    with market.refuses(NothingToMove):
        market.do("fund_policy", policy)
    assert market.do("policies_of", account(PAYER), 0, 9) == (policy,)
    with market.refuses(UnknownNumber, "policy, number 5"):
        market.do("policy", 5)


@pytest.mark.parametrize(
    "changes",
    [
        {"tier_min": 6},
        {"job_wei_max": Wei(0)},
        {"period_wei_max": Wei(1)},
        {"period_blocks": Height(0)},
        {"expires_at": Height(1)},
        {"expires_at": Height(10**9)},
    ],
)
def test_a_policy_that_could_not_be_kept_is_refused(changes):
    """Caps and heights have bounds of their own."""
    market = Market()
    with market.refuses(TermsInvalid, f"field {next(iter(changes))}"):
        with_policy(market, **changes)
