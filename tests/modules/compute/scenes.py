"""
Orders in every state, as jobs and as leases, each built once and set back before every use.

    scene(Kind.LEASE, OrderState.PAUSED) --> Scene(market, order)

The orders are the payer's, opened by the gateway under the payer's policy.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from chain.types.primitives import ZERO_ADDRESS, Height, Wei
from modules.compute.records import Kind, OrderState, OrderTerms, Tenure
from tests.modules.compute.market import (
    FIRST,
    FUNDER,
    GATEWAY,
    JOB,
    LEASE,
    PAYER,
    POLICY,
    SEAL,
    STRANGER,
    Market,
)
from tests.modules.stage import COIN
from tests.modules.triples import Scene

S = OrderState
LASTING = 17  # blocks a lease has run where a scene begins: some earnings are old, some are held
OPEN_POLICY = replace(
    POLICY, spender=ZERO_ADDRESS, job_wei_max=Wei(3 * COIN), expires_at=Height(400)
)


def nothing(terms: OrderTerms) -> Scene:
    """No order yet; everybody is a provider, and the payer's policy stands."""
    market = Market()
    for who in (PAYER, GATEWAY, FUNDER, STRANGER):
        market.register(who)
    market.do("create_policy", OPEN_POLICY, value_wei=5 * COIN)
    return Scene(market, 1)


def opened(terms: OrderTerms) -> Scene:
    """An order with a bid of the first provider."""
    scene = nothing(terms)
    market = scene.stage
    values = (1, terms, 2 * COIN)
    assert market.do("open_under_policy", *values, sender=GATEWAY) == 1
    market.bid(1)
    return scene


def matched(terms: OrderTerms) -> Scene:
    """The first provider has won."""
    scene = opened(terms)
    scene.stage.do("accept_bid", 1, 1)
    return scene


def running(terms: OrderTerms) -> Scene:
    """The work has begun; a lease has lasted for a while."""
    scene = matched(terms)
    scene.stage.do("start", 1, sender=FIRST)
    if terms.kind == Kind.LEASE:
        for _ in range(LASTING):
            scene.stage.next_block()
            scene.stage.beat(1)
    return scene


def cancelled(terms: OrderTerms) -> Scene:
    """The owner withdrew the order."""
    scene = opened(terms)
    scene.stage.do("cancel_order", 1)
    return scene


def expired(terms: OrderTerms) -> Scene:
    """Nobody picked a bid in time."""
    scene = opened(terms)
    scene.stage.pass_blocks(10)
    return scene


def failed_start(terms: OrderTerms) -> Scene:
    """The provider never began."""
    scene = matched(terms)
    scene.stage.pass_blocks(5)
    return scene


def missed(terms: OrderTerms) -> Scene:
    """The provider never delivered."""
    scene = running(terms)
    scene.stage.pass_blocks(6)
    return scene


def submitted(terms: OrderTerms) -> Scene:
    """A result waits for its verdict."""
    scene = running(terms)
    scene.stage.do("submit_result", 1, SEAL, 3, sender=FIRST)
    return scene


def disputed(terms: OrderTerms) -> Scene:
    """Somebody objects."""
    if terms.kind == Kind.LEASE:
        scene = running(terms)
        scene.stage.do("dispute_lease", 1, SEAL)
    else:
        scene = submitted(terms)
        scene.stage.verifier.dispute(1, 1)
    return scene


def accepted(terms: OrderTerms) -> Scene:
    """The result is paid."""
    scene = submitted(terms)
    scene.stage.verifier.rule(1, 1, 10_000)
    return scene


def resolved(terms: OrderTerms) -> Scene:
    """A ruling gave each side a part."""
    scene = disputed(terms)
    scene.stage.verifier.rule(1, 1, 4_000)
    return scene


def called(name: str, sender: int) -> Callable[[OrderTerms], Scene]:
    """Return how a running lease comes to where one call leads."""

    def build(terms: OrderTerms) -> Scene:
        scene = running(terms)
        scene.stage.do(name, 1, sender=sender)
        return scene

    return build


def low_funds(terms: OrderTerms) -> Scene:
    """The money has ended."""
    scene = running(terms)
    while scene.stage.state(1) == S.RUNNING:
        scene.stage.beat(1)
        scene.stage.next_block()
    return scene


def closed_funds(terms: OrderTerms) -> Scene:
    """Nobody topped up."""
    scene = low_funds(terms)
    scene.stage.pass_blocks(4)
    return scene


def settled(terms: OrderTerms) -> Scene:
    """The holdback is over."""
    scene = called("end_lease", PAYER)(terms)
    scene.stage.pass_blocks(14)
    return scene


def reserved(terms: OrderTerms) -> Scene:
    """A lease that begins later has been won."""
    return matched(replace(terms, tenure=Tenure.RESERVED, start_height=Height(20)))


COMMON = {
    S.NOTHING: nothing,
    S.OPEN: opened,
    S.CANCELLED: cancelled,
    S.EXPIRED: expired,
    S.MATCHED: matched,
    S.FAILED_START: failed_start,
    S.RUNNING: running,
    S.DISPUTED: disputed,
    S.RESOLVED: resolved,
}
JOB_STATES = {S.SUBMITTED: submitted, S.MISSED: missed, S.ACCEPTED: accepted}
LEASE_STATES = {
    S.RESERVED: reserved,
    S.PAUSED: called("pause", PAYER),
    S.LOW_FUNDS: low_funds,
    S.RECLAIMING: called("reclaim", FIRST),
    S.CLOSED: called("end_lease", PAYER),
    S.CLOSED_FUNDS: closed_funds,
    S.SETTLED: settled,
}
REACH = {Kind.JOB: {**COMMON, **JOB_STATES}, Kind.LEASE: {**COMMON, **LEASE_STATES}}
TERMS = {Kind.JOB: JOB, Kind.LEASE: LEASE}


@cache
def built(kind: Kind, state: OrderState) -> tuple[Scene, Callable[[], None]]:
    """Return a scene and what sets it back to where it began."""
    scene = REACH[kind][state](TERMS[kind])
    assert scene.stage.state(1) == state
    host, verifier = scene.stage.host, scene.stage.verifier
    host.forget()
    words, balances, logs = dict(host.words), dict(host.balances_wei), list(host.logs)
    block, claims, disputes = host.block, list(verifier.claims), list(verifier.disputes)

    def set_back() -> None:
        host.words, host.balances_wei, host.logs = dict(words), dict(balances), list(logs)
        host.block, host.minted_wei, host.burned_wei = block, 0, 0
        host.forget()
        verifier.claims, verifier.disputes = list(claims), list(disputes)

    return scene, set_back


def scene(kind: Kind, state: OrderState) -> Scene:
    """Return an order in a state, fresh."""
    found, set_back = built(kind, state)
    set_back()
    return found
