"""Which code answers for a client: by its kind, and through whatever substitute stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from modules.bridge.attested_client import AttestedClient
from modules.bridge.clients import Client, StateRootClient, check_live
from modules.bridge.kumiai_client import KumiaiClient
from modules.bridge.records import ClientKind, ClientState
from modules.bridge.refusals import ClientInactive

if TYPE_CHECKING:
    from modules.bridge.books import Books

KINDS: Final[dict[ClientKind, type[StateRootClient]]] = {
    ClientKind.KUMIAI: KumiaiClient,
    ClientKind.ATTESTED: AttestedClient,
}


def standing_in(bridge: Books, number: int) -> int:
    """
    Return the client that answers for another: itself, or its substitute, or that one's.

    A substitute was active when it began, and nothing leads back from SUBSTITUTED: no circles.
    """
    record = bridge.known_client(number)
    while record.state == ClientState.SUBSTITUTED:
        number = record.substitute
        record = bridge.known_client(number)
    return number


def client_of(bridge: Books, number: int) -> Client:
    """Return what proves words of a remote chain now; raises where nothing does."""
    answering = standing_in(bridge, number)
    record = check_live(bridge, answering)
    return KINDS[record.kind](bridge, answering)


def check_not_frozen(bridge: Books, number: int) -> None:
    """Raise ClientInactive where whoever answers for a client was caught in a contradiction."""
    if is_frozen(bridge, number):
        raise ClientInactive(standing_in(bridge, number), ClientState.FROZEN)


def is_frozen(bridge: Books, number: int) -> bool:
    """Whether whoever answers for a client was caught in a contradiction."""
    return bridge.clients[standing_in(bridge, number)].state == ClientState.FROZEN
