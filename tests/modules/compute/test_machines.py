"""Every (state, call, role) of the market's machines, and silence in every state."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from chain.kit.state_machine import RoleForbids, StateForbids
from chain.types.primitives import Wei
from modules.compute.machines import (
    BIDS,
    LESSOR,
    OPENER,
    ORDERS,
    POLICIES,
    PROVIDER_STATES,
    REQUESTER,
    TENANT,
    WORKER,
)
from modules.compute.module import Compute
from modules.compute.records import (
    BidState,
    Capacity,
    Kind,
    Offer,
    OrderState,
    PolicyState,
    ProviderState,
)
from tests.modules.callers import NOBODY
from tests.modules.compute.market import (
    CLASS,
    FIRST,
    FUNDER,
    GATEWAY,
    LEASE,
    MEMORY,
    PAYER,
    POLICY,
    SEAL,
    STRANGER,
    Market,
)
from tests.modules.compute.scenes import OPEN_POLICY, REACH, TERMS, opened, scene
from tests.modules.stage import COIN, account
from tests.modules.triples import STRANGER as NO_ROLE
from tests.modules.triples import Scene, Walk

CREATES = ("open_order", "open_under_policy")  # make another order where one is there
PEER_CALLS = ("claim_disputed", "claim_ruled")  # see test_verdicts.py
ACTORS = {
    Kind.JOB: {REQUESTER: PAYER, OPENER: GATEWAY, WORKER: FIRST, NO_ROLE: STRANGER},
    Kind.LEASE: {TENANT: PAYER, OPENER: GATEWAY, LESSOR: FIRST, NO_ROLE: STRANGER},
}


def simple(name: str, *values: Any, value_wei: int = 0) -> Callable[[Scene, int], Any]:
    """Return a call on a scene's thing."""
    return lambda s, who: s.stage.do(name, s.number, *values, sender=who, value_wei=value_wei)


def order_calls(kind: Kind) -> dict[str, Callable[[Scene, int], Any]]:
    """Return how each call on an order is made."""
    terms = TERMS[kind]
    offer = Offer(terms.price_max_wei, reclaim_blocks=terms.reclaim_blocks)
    plain = "cancel_order match_order start accept_result pause resume reclaim kill end_lease"
    calls = {name: simple(name) for name in plain.split()}
    calls["judge"] = judge
    calls |= {name: simple(name) for name in ("heartbeat", "settle", "withdraw_earnings")}
    return calls | {
        "open_order": lambda s, who: s.stage.do(
            "open_order", terms, sender=who, value_wei=2 * COIN
        ),
        "open_under_policy": lambda s, who: s.stage.do(
            "open_under_policy", 1, terms, 2 * COIN, sender=who
        ),
        "place_bid": simple("place_bid", offer),
        "accept_bid": simple("accept_bid", 1),
        "submit_result": simple("submit_result", SEAL, 3),
        "top_up": simple("top_up", value_wei=COIN),
        "dispute_lease": simple("dispute_lease", SEAL),
    }


def judge(scene: Scene, who: int) -> None:
    """Bring a result to judgement that has no claim yet."""
    compute = Compute(scene.stage.host, NOBODY)
    progress = compute.progress[scene.number]
    if progress.claim and progress.state == OrderState.SUBMITTED:
        compute.progress[scene.number] = replace(progress, claim=0)
    scene.stage.do("judge", scene.number, sender=who)


class OrderWalk(Walk):
    """A walk over the states that one kind of order has."""

    def __post_init__(self) -> None:
        assert set(self.calls) == set(self.machine.calls) - set(PEER_CALLS)


CASES = [(kind, state) for kind in Kind for state in REACH[kind]]
NAMES = [f"{kind.name}-{state.name}" for kind, state in CASES]


@pytest.mark.parametrize(("kind", "state"), CASES, ids=NAMES)
def test_every_call_on_an_order_is_allowed_or_refused_by_its_name(kind, state):
    """The table says who may do what when; the code does just that."""
    reach = {state: lambda: scene(kind, state)}
    actors = ACTORS[kind]
    walk = OrderWalk(ORDERS, reach, order_calls(kind), actors, lambda s: s.stage.state(s.number))
    for call in walk.calls:
        if call in CREATES and state != OrderState.NOTHING:
            continue
        for role in actors:
            try:
                walk.check(state, call, role)
            except Exception as cause:
                raise AssertionError(f"{state.name}, {call}, {role}: {cause!r}") from cause


def test_both_kinds_together_reach_every_state():
    """No state of the table is left out."""
    assert set(OrderState) == {state for kind in Kind for state in REACH[kind]}


SILENT = [(k, s) for k, s in CASES if not ORDERS.is_terminal(s) and s != OrderState.NOTHING]


@pytest.mark.parametrize(("kind", "state"), SILENT, ids=[f"{k.name}-{s.name}" for k, s in SILENT])
def test_silence_frees_everything(kind, state):
    """V8, E3: wherever everybody stops, every coin has left by the last deadline."""
    market = scene(kind, state).stage
    for _ in range(120):
        if ORDERS.is_terminal(market.state(1)):
            break
        market.next_block()
    assert ORDERS.is_terminal(market.state(1)), market.state(1)
    market.pass_blocks(2)
    totals = market.do("totals")
    assert (totals.escrow_wei, totals.earned_wei) == (0, 0)
    assert market.do("provider", account(FIRST)).locked_wei == 0
    assert market.do("next_deadline", 1) == 0


def bid_scene(state: BidState) -> Scene:
    """A bid of the first provider in a state."""
    market = Market()
    if state == BidState.NOTHING:
        market.open(LEASE)
        return Scene(market, 1)
    terms = LEASE if state != BidState.BACKUP else BACKED
    order = market.open(terms)
    bid = market.bid(order, FIRST)
    if state == BidState.BACKUP:
        market.do("accept_bid", order, market.bid(order, 3))
    elif state == BidState.WON:
        market.do("accept_bid", order, bid)
    elif state == BidState.WITHDRAWN:
        market.do("withdraw_bid", bid, sender=FIRST)
    elif state == BidState.LOST:
        market.do("accept_bid", order, market.bid(order, 3))
        market.next_block()
    elif state == BidState.ENDED:
        market.do("accept_bid", order, bid)
        market.pass_blocks(5)
    elif state == BidState.EVICTED:
        for number in range(20):
            cheaper = Wei(LEASE.price_max_wei - 1 - number)
            market.bid(order, 3, price_wei=cheaper)
    return Scene(market, bid)


def bid_state(scene: Scene) -> BidState:
    """Return where a bid stands."""
    return Compute(scene.stage.host, NOBODY).bids[scene.number].state


BACKED = replace(LEASE, wants_backup=True)
BID_WALK = Walk(
    BIDS,
    {state: lambda state=state: bid_scene(state) for state in BidState},
    {
        "place_bid": lambda s, who: s.stage.bid(1, who),
        "withdraw_bid": simple("withdraw_bid"),
    },
    {"bidder": FIRST, NO_ROLE: 4},
    bid_state,
)


@BID_WALK.params()
def test_every_call_on_a_bid(state, call, role):
    """A bid is its bidder's, until it has won or lost."""
    if call == "place_bid" and state != BidState.NOTHING:
        return  # makes another bid
    BID_WALK.check(state, call, role)


def provider_scene(state: ProviderState) -> Scene:
    """The provider 8 in a state."""
    market = Market()
    if state != ProviderState.NOTHING:
        market.register(8)
    if state == ProviderState.RETIRED:
        market.do("retire_provider", sender=8)
    market.open(LEASE)
    return Scene(market, 8)


def provider_state(scene: Scene) -> ProviderState:
    """Return where a provider stands."""
    return scene.stage.do("provider", account(scene.number)).state


DECLARED = ("https://other.example", (MEMORY,), (Capacity(CLASS, 1),))
PROVIDER_WALK = Walk(
    PROVIDER_STATES,
    {state: lambda state=state: provider_scene(state) for state in ProviderState},
    {
        "register_provider": lambda s, who: s.stage.do(
            "register_provider", *DECLARED, sender=who, value_wei=COIN
        ),
        "update_provider": lambda s, who: s.stage.do("update_provider", *DECLARED, sender=who),
        "deposit_bond": lambda s, who: s.stage.do("deposit_bond", sender=who, value_wei=COIN),
        "place_bid": lambda s, who: s.stage.bid(1, who),
        "withdraw_bond": lambda s, who: s.stage.do("withdraw_bond", COIN, sender=who),
        "retire_provider": lambda s, who: s.stage.do("retire_provider", sender=who),
    },
    {NO_ROLE: 8},
    provider_state,
)


@PROVIDER_WALK.params()
def test_every_call_of_a_provider(state, call, role):
    """A provider speaks for itself alone (DeleteProvider of Akash was never implemented)."""
    PROVIDER_WALK.check(state, call, role)


def policy_scene(state: PolicyState) -> Scene:
    """A policy of the payer in a state."""
    market = Market()
    if state != PolicyState.NOTHING:
        market.do("create_policy", POLICY, value_wei=5 * COIN)
    if state == PolicyState.REVOKED:
        market.do("revoke_policy", 1)
    if state == PolicyState.EXPIRED:
        for _ in range(999):
            market.stage_block()
    return Scene(market, 1)


POLICY_WALK = Walk(
    POLICIES,
    {state: lambda state=state: policy_scene(state) for state in PolicyState},
    {
        "create_policy": lambda s, who: s.stage.do("create_policy", POLICY, sender=who),
        "fund_policy": simple("fund_policy", value_wei=COIN),
        "open_under_policy": lambda s, who: s.stage.do(
            "open_under_policy", 1, LEASE, COIN, sender=who
        ),
        "revoke_policy": simple("revoke_policy"),
    },
    {"owner": PAYER, "spender": GATEWAY, NO_ROLE: STRANGER},
    lambda s: Compute(s.stage.host, NOBODY).policies[1].state,
)


@POLICY_WALK.params()
def test_every_call_on_a_policy(state, call, role):
    """A policy is its owner's, and within it its spender's."""
    if call == "create_policy" and state != PolicyState.NOTHING:
        return  # makes another policy
    POLICY_WALK.check(state, call, role)


def test_a_policy_ends_by_itself():
    """Coins behind a policy that everybody forgot come back to their owner at its height."""
    market = opened(LEASE).stage
    before = market.balance_wei(PAYER)
    for _ in range(OPEN_POLICY.expires_at):
        market.stage_block()
    market.check()
    assert market.do("policy", 1).state == PolicyState.EXPIRED
    assert market.balance_wei(PAYER) == before + 5 * COIN
    assert market.do("totals").policies_wei == 0


def test_nobody_speaks_for_others():
    """A stranger is told what the call takes."""
    market = scene(Kind.LEASE, OrderState.RUNNING).stage
    with market.refuses(RoleForbids, "roles tenant"):
        market.do("end_lease", 1, sender=FUNDER)
    with market.refuses(StateForbids, "state RUNNING"):
        market.do("resume", 1)
