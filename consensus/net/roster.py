"""
Which connections a node has, and which new one it takes.

    a handshake is over -> Roster.admit -> taken, maybe in place of an older one | Refused(reason)

Two nodes that dial each other at once end with one connection, and both with the same: that
which the higher identity dialled. Later, a second one from the same peer means that the first
is dead at its end, so the newest is taken.
"""

from dataclasses import dataclass
from typing import Final, Generic, Protocol, TypeVar

from chain.errors import Invalid
from chain.types.primitives import Milliseconds
from consensus.net.address import is_private
from consensus.net.config import NetConfig
from consensus.net.transport import PeerId

SIMULTANEOUS_MS: Final = 10_000  # two dials within this time count as made at once


class Refused(Invalid):
    """A connection that this node does not take; the message goes to the peer."""


class Link(Protocol):
    """What the roster needs to know of a connection."""

    @property
    def peer(self) -> PeerId:
        """Who is at the other end."""

    @property
    def ip(self) -> str:
        """Where the other end is."""

    @property
    def is_outbound(self) -> bool:
        """Whether this node dialled."""

    @property
    def since_ms(self) -> Milliseconds:
        """When it was made."""


AnyLink = TypeVar("AnyLink", bound=Link)


@dataclass(frozen=True, slots=True)
class Occupation:
    """How many places are taken."""

    inbound: int
    outbound: int


class Roster(Generic[AnyLink]):
    """The living connections by peer."""

    def __init__(self, identity: PeerId, config: NetConfig) -> None:
        self._identity, self._config = identity, config
        self._own_peers = config.own_peers
        self._links: dict[PeerId, AnyLink] = {}

    def peers(self) -> tuple[PeerId, ...]:
        """Connected peers, sorted."""
        return tuple(sorted(self._links))

    def get(self, peer: PeerId) -> AnyLink | None:
        """The connection to a peer."""
        return self._links.get(peer)

    def occupation(self) -> Occupation:
        """Places taken by others than the operator's own peers."""
        strangers = [link for link in self._links.values() if link.peer not in self._own_peers]
        outbound = sum(link.is_outbound for link in strangers)
        return Occupation(len(strangers) - outbound, outbound)

    def admit(self, link: AnyLink) -> AnyLink | None:
        """
        Take a connection; return the one that it replaces, which has to be closed.

        Raises Refused.
        """
        if link.peer == self._identity:
            raise Refused("a node does not connect to itself")
        older = self._links.get(link.peer)
        if older is not None:
            self._refuse_double(older, link)
        elif link.peer not in self._own_peers:
            self._refuse_overflow(link)
        self._links[link.peer] = link
        return older

    def remove(self, link: AnyLink) -> bool:
        """Forget a connection; False when another has taken its place."""
        if self._links.get(link.peer) is not link:
            return False
        del self._links[link.peer]
        return True

    def _refuse_double(self, older: AnyLink, newer: AnyLink) -> None:
        at_once = newer.since_ms - older.since_ms < SIMULTANEOUS_MS
        if older.is_outbound == newer.is_outbound or not at_once:
            return
        wins_outbound = self._identity > newer.peer  # the higher one's dial survives
        if newer.is_outbound != wins_outbound:
            raise Refused("there is a connection already, which the higher identity dialled")

    def _refuse_overflow(self, link: AnyLink) -> None:
        taken, config = self.occupation(), self._config
        if link.is_outbound:
            if taken.outbound >= config.max_outbound:
                raise Refused(f"all {config.max_outbound} places for dialled peers are taken")
            return
        if taken.inbound >= config.max_inbound:
            raise Refused(f"all {config.max_inbound} places are taken")
        if config.allow_private_addresses and is_private(link.ip):
            return  # many nodes of one machine or site
        same = sum(
            other.ip == link.ip and not other.is_outbound and other.peer not in self._own_peers
            for other in self._links.values()
        )
        if same >= config.max_inbound_per_ip:
            raise Refused(f"{config.max_inbound_per_ip} peers of your IP address are connected")
