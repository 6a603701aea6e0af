"""
How a client begins, learns, freezes, and is replaced by a vote.

    create_client: a header that governance trusts --update_client--> more headers
    update_client, submit_misbehaviour --> FROZEN --announce_substitute, wait--> SUBSTITUTED
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.types.primitives import Height, Seconds
from modules.bridge.clients import Client as KnownClient
from modules.bridge.clients import (
    Verified,
    check_live,
    check_not_zero,
    freeze,
    learn,
    read_header,
    trust,
)
from modules.bridge.events import ClientCreated, ClientSubstituted, SubstituteAnnounced
from modules.bridge.lookup import KINDS
from modules.bridge.machines import CLIENT, GOVERNANCE
from modules.bridge.records import CHAIN_ID_MAX, CLIENTS_MAX, Client, ClientKind, ClientState
from modules.bridge.refusals import ClientInvalid, SubstituteInvalid

if TYPE_CHECKING:
    from modules.bridge.books import Books

SPAN_S_MAX = Seconds(315_360_000)  # ten years: of a trusting period or an unbonding time


def create(bridge: Books, wanted: Client, header: bytes) -> int:
    """Follow a chain from a header on that governance trusts; return the client's number."""
    check_not_zero("chain id", wanted.chain_id)
    check_not_zero("trusting period", wanted.trusting_period_s)
    if wanted.chain_id > CHAIN_ID_MAX:
        raise ClientInvalid(f"a chain id of at most {CHAIN_ID_MAX} expected")
    if bridge.client_count >= CLIENTS_MAX:
        raise ClientInvalid(f"at most {CLIENTS_MAX} clients")
    if max(wanted.trusting_period_s, wanted.unbonding_s) > SPAN_S_MAX:
        raise ClientInvalid(f"spans of at most {SPAN_S_MAX} s expected")
    is_kumiai = wanted.kind == ClientKind.KUMIAI
    if is_kumiai and wanted.trusting_period_s >= wanted.unbonding_s:
        raise ClientInvalid("a trusting period below the unbonding time expected")
    found = read_header(bridge, header)
    number = bridge.client_count + 1
    bridge.client_count = number
    state = CLIENT.move("create_client", ClientState.NOTHING, ClientState.ACTIVE)
    bridge.clients[number] = replace(
        wanted,
        state=state,
        latest_height=found.height,
        latest_time_ms=found.time_ms,
        substitute=0,
        substitute_from_s=Seconds(0),
    )
    bridge.emit(ClientCreated(number, wanted.kind, wanted.chain_id))
    trust(bridge, number, found)
    check_live(bridge, number)
    return number


def update(bridge: Books, number: int, evidence: bytes) -> bool:
    """Trust the header that the evidence proves, or freeze; return whether it is trusted."""
    CLIENT.enter("update_client", bridge.clients[number].state)
    return learn(bridge, number, _client(bridge, number).verify_header(evidence))


def submit_misbehaviour(bridge: Books, number: int, evidence: bytes, against: Height) -> None:
    """Freeze a client by a proven header that contradicts a trusted one."""
    CLIENT.enter("submit_misbehaviour", bridge.clients[number].state)
    found: Verified = _client(bridge, number).misbehaviour(evidence, against)
    freeze(bridge, "submit_misbehaviour", number, found, against)


def announce_substitute(bridge: Books, number: int, substitute: int) -> None:
    """Name the client that shall stand in after a wait; 0 takes it back."""
    record = bridge.clients[number]
    CLIENT.enter("announce_substitute", record.state, (GOVERNANCE,))
    from_s = Seconds(0)
    if substitute:
        _check_substitute(bridge, number, substitute)
        check_not_zero("substitute's wait", bridge.settings.substitute_delay_s)
        from_s = Seconds(bridge.block.time_s + bridge.settings.substitute_delay_s)
    bridge.clients[number] = replace(record, substitute=substitute, substitute_from_s=from_s)
    bridge.emit(SubstituteAnnounced(number, substitute, from_s))


def substitute(bridge: Books, number: int) -> None:
    """Let the announced client stand in, once the wait is over; anybody may."""
    record = bridge.clients[number]
    CLIENT.enter("substitute_client", record.state)
    if not record.substitute or bridge.block.time_s < record.substitute_from_s:
        raise SubstituteInvalid("none is announced, or the wait is not over")
    _check_substitute(bridge, number, record.substitute)
    state = CLIENT.move("substitute_client", record.state, ClientState.SUBSTITUTED)
    bridge.clients[number] = replace(record, state=state)
    bridge.emit(ClientSubstituted(number, record.substitute))


def _check_substitute(bridge: Books, number: int, other: int) -> None:
    """Raise SubstituteInvalid unless a client follows the same chain and can be believed now."""
    if other == number:
        raise SubstituteInvalid("another client expected")
    if check_live(bridge, other).chain_id != bridge.clients[number].chain_id:
        raise SubstituteInvalid("a client of the same chain expected")


def _client(bridge: Books, number: int) -> KnownClient:
    record = check_live(bridge, number)
    return KINDS[record.kind](bridge, number)
