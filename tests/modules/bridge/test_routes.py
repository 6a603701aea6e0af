"""Routes: bound for ever, stopped by one, opened and closed by votes alone."""

from dataclasses import replace

import pytest

from chain.kit.abi import Uint64
from chain.kit.module import Unauthorized
from chain.kit.state_machine import RoleForbids, StateForbids
from chain.types.primitives import ZERO_ADDRESS
from modules.bridge.events import RouteKilled, RouteOpened, RoutePaused, RouteResumed
from modules.bridge.module import Bridge
from modules.bridge.params import BridgeParams
from modules.bridge.records import ROUTES_MAX, End, RouteState
from modules.bridge.refusals import (
    NotGuardian,
    RouteForbids,
    RouteInvalid,
    UnknownClient,
    ZeroNotTrusted,
)
from tests.modules.bridge.town import ALICE, GUARDIAN, PARAMS, ROUTE, Town
from tests.modules.stage import account


@pytest.fixture
def town() -> Town:
    """Return two chains with a bridge between them."""
    return Town()


def test_a_route_is_bound_to_its_end(town: Town):
    """It keeps its client and its remote end, which no other route may have."""
    route = town.a.do("route", ROUTE)
    assert (RouteState.OPEN, 1, town.b.end()) == (route.state, route.client, route.remote)
    remote = town.b.end()
    assert town.a.logged(RouteOpened(ROUTE, 1, remote.chain_id, remote.bridge, remote.route))
    assert 1 == town.a.do("routes_opened")
    with town.a.refuses(RouteInvalid, "has this end"):
        town.a.vote("open_route", 1, remote)


def test_ends_are_never_zero_or_of_another_chain(town: Town):
    """Nomad's zero root in another coat: no zero bridge, no route 0, no client of another chain."""
    good = End(town.b.chain_id, account(5), Uint64(1))
    with town.a.refuses(ZeroNotTrusted):
        town.a.vote("open_route", 1, replace(good, bridge=ZERO_ADDRESS))
    with town.a.refuses(ZeroNotTrusted):
        town.a.vote("open_route", 1, replace(good, route=Uint64(0)))
    with town.a.refuses(RouteInvalid):
        town.a.vote("open_route", 1, replace(good, chain_id=1))
    with town.a.refuses(UnknownClient):
        town.a.vote("open_route", 7, good)
    town.follow(town.a, town.a)
    with town.a.refuses(RouteInvalid, "itself"):
        town.a.vote("open_route", 2, End(town.a.chain_id, Bridge.address, Uint64(2)))


def test_routes_are_few(town: Town):
    """One block can check the escrow of every route."""
    for number in range(2, ROUTES_MAX + 1):
        town.a.vote("open_route", 1, End(town.b.chain_id, account(5), Uint64(number)))
    with town.a.refuses(RouteInvalid, "at most"):
        town.a.vote("open_route", 1, End(town.b.chain_id, account(6), Uint64(1)))


def test_votes_alone_open_resume_and_close(town: Town):
    """The guardian stops; whatever lets coins move again is for governance."""
    for name, values in {
        "open_route": (1, End(town.b.chain_id, account(5), Uint64(1))),
        "resume": (ROUTE,),
        "kill_route": (ROUTE,),
    }.items():
        with town.a.refuses(Unauthorized):
            town.a.do(name, *values, sender=GUARDIAN)


def test_a_pause_and_its_end_are_told(town: Town):
    """One route or all: the guardian pauses, a vote resumes, and each says so."""
    for number in (ROUTE, Uint64(0)):
        with town.a.refuses(NotGuardian if number == 0 else RoleForbids):
            town.a.do("pause", number, sender=ALICE)
        town.a.do("pause", number, sender=GUARDIAN)
        assert town.a.logged(RoutePaused(number, account(GUARDIAN)))
        assert bool(number == 0) == town.a.do("is_all_paused")
        with pytest.raises(RouteForbids):
            town.send(town.a)
        town.a.vote("resume", number)
        assert town.a.logged(RouteResumed(number))
        town.send(town.a)


def test_a_killed_route_stays_closed(town: Town):
    """Neither pause nor resume leads out of it."""
    town.a.vote("kill_route", ROUTE)
    assert town.a.logged(RouteKilled(ROUTE))
    with town.a.refuses(StateForbids):
        town.a.vote("resume", ROUTE)
    with town.a.refuses(StateForbids):
        town.a.do("pause", ROUTE, sender=GUARDIAN)


def test_zero_is_no_guardian():
    """Without a guardian nobody pauses, not even an account that is zero."""
    town = Town(replace(PARAMS, guardian=BridgeParams().guardian))
    with town.a.refuses(NotGuardian):
        town.a.do("pause", Uint64(0), sender=0)
