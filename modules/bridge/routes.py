"""
Routes: opened by votes and bound for ever; stopped by a guardian, resumed and closed by votes.

    open_route --> OPEN <--pause, resume--> PAUSED --kill_route--> KILLED: refunds only

Nothing here touches what is under way: whatever becomes of a route, its refunds go on.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from eth_hash.auto import keccak

from chain.kit.abi import Uint64, abi_type
from chain.types.primitives import Hash32
from modules.bridge.clients import check_live, check_not_zero
from modules.bridge.events import RouteKilled, RouteOpened, RoutePaused, RouteResumed
from modules.bridge.machines import GOVERNANCE, GUARDIAN, ROUTE
from modules.bridge.records import ROUTES_MAX, End, RouteEntry, RouteState
from modules.bridge.refusals import NotGuardian, RouteInvalid

if TYPE_CHECKING:
    from modules.bridge.books import Books

ALL_ROUTES = Uint64(0)  # where a route is named: every one


def open_route(bridge: Books, client: int, remote: End) -> Uint64:
    """Open the next route to an end that no other route has; raises RouteInvalid."""
    record = check_live(bridge, client)
    check_not_zero("remote bridge", remote.bridge)
    check_not_zero("remote route", remote.route)
    if remote.chain_id != record.chain_id:
        raise RouteInvalid(f"the client follows chain {record.chain_id}")
    if bridge.route_count >= ROUTES_MAX:
        raise RouteInvalid(f"at most {ROUTES_MAX} routes")
    number = Uint64(bridge.route_count + 1)
    if remote == bridge.end_of(number):
        raise RouteInvalid("a route to itself")
    key = end_key(remote)
    if bridge.route_of[key]:
        raise RouteInvalid(f"route {bridge.route_of[key]} has this end")
    bridge.route_count, bridge.route_of[key] = number, number
    state = ROUTE.move("open_route", RouteState.NOTHING, RouteState.OPEN)
    bridge.routes[number] = RouteEntry(state, client, remote.route, remote.bridge, remote.chain_id)
    bridge.emit(RouteOpened(number, client, remote.chain_id, remote.bridge, remote.route))
    return number


def pause(bridge: Books, number: Uint64) -> None:
    """Stop a route, or all; raises NotGuardian, StateForbids."""
    guardian = bridge.settings.guardian
    is_guardian = any(guardian) and bridge.sender == guardian
    if number == ALL_ROUTES:
        if not is_guardian:
            raise NotGuardian(guardian)
        bridge.all_paused = True
    else:
        _change(bridge, "pause", number, RouteState.PAUSED, (GUARDIAN,) if is_guardian else ())
    bridge.emit(RoutePaused(number, bridge.sender))


def resume(bridge: Books, number: Uint64) -> None:
    """Let a route, or all, go on; raises StateForbids."""
    if number == ALL_ROUTES:
        bridge.all_paused = False
    else:
        _change(bridge, "resume", number, RouteState.OPEN, (GOVERNANCE,))
    bridge.emit(RouteResumed(number))


def kill(bridge: Books, number: Uint64) -> None:
    """Close a route for ever; raises StateForbids."""
    _change(bridge, "kill_route", number, RouteState.KILLED, (GOVERNANCE,))
    bridge.emit(RouteKilled(number))


def end_key(end: End) -> Hash32:
    """Return the key of a remote end."""
    return Hash32(keccak(abi_type(End).encode(end)))


def _change(
    bridge: Books, name: str, number: Uint64, target: RouteState, roles: tuple[str, ...]
) -> None:
    route = bridge.routes[number]
    ROUTE.enter(name, route.state, roles)
    bridge.routes[number] = replace(route, state=ROUTE.move(name, route.state, target))
