"""
Which headers of a client are remembered: a ring, whose first entries go when nothing needs them.

    trust --remember--> ring of at most HEADERS_MAX --forget, FORGOTTEN_MAX a call--> gone for good
                                                       older than whatever may need it, or too many

A packet under way can always be proven by the newest header, which is never forgotten: a
commitment, a receipt and an answer stay where they are until the packet has ended. Older headers
serve whoever builds a proof just now, and whoever shows a fork or a false attestation: they stay
as long as a packet may take, as their signers can be punished, and as an attester's bond waits.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from chain.types.primitives import Height, Seconds
from modules.bridge.params import BOND_WAIT_S_MAX
from modules.bridge.records import (
    HEADERS_MAX,
    TIMEOUT_S_MAX,
    Client,
    ClientKind,
    ConsensusState,
    Proven,
    Remembered,
)
from modules.bridge.refusals import HeaderRefused

if TYPE_CHECKING:
    from modules.bridge.books import Books

FORGOTTEN_MAX: Final = 2  # headers that one new one pushes out: work of a call, and no backlog


def check_room(bridge: Books, number: int, height: Height) -> None:
    """
    Raise HeaderRefused for a header that would only push others out.

    What was forgotten is not proven anew: it would come back without what it was checked against.
    A full ring takes nothing but newer headers, so that nobody fills it with old ones.
    """
    check_not_forgotten(bridge, number, height)
    found = bridge.remembered[number]
    if found.count >= HEADERS_MAX and height < bridge.clients[number].latest_height:
        raise HeaderRefused(f"{found.count} headers are remembered: only newer ones are taken")


def check_not_forgotten(bridge: Books, number: int, height: Height) -> None:
    """Raise HeaderRefused for a height of which nothing is believed any more."""
    floor = bridge.remembered[number].floor
    if height < floor:
        raise HeaderRefused(f"headers below {floor} were forgotten")


def remember(
    bridge: Books, number: int, client: Client, height: Height, state: ConsensusState
) -> None:
    """Keep a header that is trusted from now on, and forget what nothing needs any more."""
    found = bridge.remembered[number]
    if found.count >= HEADERS_MAX:
        found = _forget_first(bridge, number, found)
    place = (found.first + found.count) % HEADERS_MAX
    bridge.proven[number, place] = Proven(height, state.time_ms)
    bridge.headers[number, height] = state
    found = replace(found, count=found.count + 1)
    bridge.remembered[number] = _forget_old(bridge, number, client, found)


def page(bridge: Books, number: int, offset: int, limit: int) -> tuple[Height, ...]:
    """Return remembered heights in the order in which they were proven."""
    found = bridge.remembered[number]
    places = range(found.first + offset, found.first + min(found.count, offset + limit))
    return tuple(bridge.proven[number, place % HEADERS_MAX].height for place in places)


def kept_s(client: Client) -> Seconds:
    """Return how much older than the newest header another one must be to be forgotten."""
    answers_s = BOND_WAIT_S_MAX if client.kind == ClientKind.ATTESTED else client.unbonding_s
    return Seconds(max(client.trusting_period_s, TIMEOUT_S_MAX, answers_s))


def _forget_old(bridge: Books, number: int, client: Client, found: Remembered) -> Remembered:
    oldest_ms = client.latest_time_ms - 1_000 * kept_s(client)
    for _ in range(FORGOTTEN_MAX):
        if bridge.proven[number, found.first].time_ms >= oldest_ms:
            break
        found = _forget_first(bridge, number, found)
    return found


def _forget_first(bridge: Books, number: int, found: Remembered) -> Remembered:
    height = bridge.proven[number, found.first].height
    del bridge.headers[number, height]
    del bridge.proven[number, found.first]
    floor = Height(max(found.floor, height + 1))
    return Remembered((found.first + 1) % HEADERS_MAX, found.count - 1, floor)
