"""
The bridge as its chain's node tells it: routes, clients, packets, assets.

    ask(session, "route", 1) --> the module's typed answer       Route + Client --> what people see
"""

import argparse
from dataclasses import dataclass
from typing import Any, Final

from eth_utils.address import to_checksum_address

from chain.kit.module import Method, method_named
from cli.errors import CommandFailed, UsageWrong
from cli.session import Session
from cli.units import format_span
from modules.bridge.module import Bridge
from modules.bridge.records import (
    PAGE_MAX,
    ROUTES_MAX,
    Client,
    ClientKind,
    ClientState,
    Route,
    RouteState,
)

NUMBER_MAX: Final = 2**64 - 1  # of routes, packets and clients


@dataclass(frozen=True, slots=True)
class RouteView:
    """A route, who vouches for the other chain on it, and what is under way."""

    number: int
    route: Route
    client: Client
    is_all_paused: bool
    sent: int
    pending: int

    @property
    def state(self) -> str:
        """The route's state, for people."""
        is_stopped = self.is_all_paused and self.route.state == RouteState.OPEN
        return "paused with all" if is_stopped else self.route.state.name.lower()


def number_type(text: str) -> int:
    """Return a number of a flag; argparse says what is wrong."""
    if not text.isascii() or not text.isdigit() or int(text[:24]) > NUMBER_MAX:
        raise argparse.ArgumentTypeError(f"a whole number expected, found {text[:24]!r}")
    return int(text)


def bridge_method(name: str) -> Method:
    """Return a method of the bridge module."""
    found = method_named(Bridge, name)
    assert found is not None, name
    return found


def ask(session: Session, name: str, *values: Any) -> Any:
    """Return what a view of the bridge says now; raises Refused."""
    return session.contracts.view(Bridge, bridge_method(name), values)


def route_of(session: Session, number: int) -> RouteView:
    """Return a route; raises UsageWrong where there is none."""
    route = ask(session, "route", number)
    if route.state == RouteState.NOTHING:
        count = ask(session, "routes_opened")
        there = f"routes 1 to {count}" if count else "no route yet"
        raise UsageWrong(f"no route {number}: this chain has {there} (`kumiai bridge routes`)")
    client = ask(session, "client", ask(session, "answering_client", route.client))
    is_paused, count = ask(session, "is_all_paused"), ask(session, "sent_count", number)
    return RouteView(number, route, client, is_paused, count, pending_of(session, number, count))


def all_routes(session: Session) -> list[RouteView]:
    """Return every route of the chain."""
    count = min(ask(session, "routes_opened"), ROUTES_MAX)
    return [route_of(session, number) for number in range(1, count + 1)]


def pending_of(session: Session, number: int, count: int) -> int:
    """Return how many packets of a route's newest PAGE_MAX are under way."""
    first = max(1, count - PAGE_MAX + 1)
    return len(ask(session, "pending", number, first, PAGE_MAX))


def route_json(view: RouteView) -> dict[str, Any]:
    """Return a route for programs."""
    client, remote = view.client, view.route.remote
    return {
        "route": view.number,
        "state": view.route.state.name.lower(),
        "all_paused": view.is_all_paused,
        "remote": {
            "chain_id": remote.chain_id,
            "bridge": to_checksum_address(remote.bridge),
            "route": remote.route,
        },
        "client": {
            "number": view.route.client,
            "kind": client.kind.name.lower(),
            "state": client.state.name.lower(),
            "height": client.latest_height,
            "time_s": client.latest_time_ms // 1_000,
            "expires_s": client.latest_time_ms // 1_000 + client.trusting_period_s,
        },
        "sent": view.sent,
        "pending": view.pending,
    }


def route_row(view: RouteView, now_s: int) -> list[str]:
    """Return a route as a row of a table."""
    remote = view.route.remote
    return [
        str(view.number),
        view.state,
        f"{remote.chain_id}, route {remote.route}",
        to_checksum_address(remote.bridge),
        client_text(view.client, now_s),
        f"{view.pending} of {view.sent:,}",
    ]


def client_text(client: Client, now_s: int) -> str:
    """Return in a few words how fresh a client is."""
    kind = "certificates" if client.kind == ClientKind.KUMIAI else "attestations"
    time_s = client.latest_time_ms // 1_000
    left_s = time_s + client.trusting_period_s - now_s
    if client.state == ClientState.FROZEN:
        return f"{kind}: FROZEN, nothing is believed"
    if left_s <= 0:
        return f"{kind}: EXPIRED, governance must name a substitute"
    return f"{kind}: height {client.latest_height:,}, good for {format_span(left_s)}"


def now_of(session: Session) -> int:
    """Return the time of the newest block, in seconds."""
    block = session.client.call("eth_getBlockByNumber", "latest", False)
    try:
        return int(block["timestamp"], 16)
    except (TypeError, KeyError, ValueError) as cause:
        raise CommandFailed("the node shows no newest block: is it a Kumiai node?") from cause
