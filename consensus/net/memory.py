"""
A transport within one process: what tests and the simulator put in the place of gRPC.

    MemoryTransport.send -> PacketHub.link says when it arrives -> the other's receive

Given the order of calls and the link, everything that happens follows: no clock but
`call_later`, no randomness, no order of sets.
"""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from consensus.net.peers import BAN_POINTS
from consensus.net.transport import (
    Channel,
    Packet,
    PeerConnected,
    PeerDisconnected,
    PeerId,
    TransportEvent,
)

EVENTS_MAX: Final = 100_000  # events that wait for one member; more packets are lost

Link = Callable[[PeerId, PeerId, Channel, bytes], Sequence[int]]
CallLater = Callable[[int, Callable[[], None]], object]


def instantly(sender: PeerId, receiver: PeerId, channel: Channel, data: bytes) -> Sequence[int]:
    """The link without faults: everything arrives once, at once."""
    return (0,)


def call_later_on_loop(delay_ms: int, call: Callable[[], None]) -> object:
    """Call after a delay in ms of the running event loop."""
    return asyncio.get_running_loop().call_later(delay_ms / 1_000, call)


class PacketHub:
    """
    Joins transports. `link` and `bans` may be replaced at any time.

    `link(sender, receiver, channel, data)` returns the delays in ms after which a packet
    arrives: none loses it, two double it. With `bans`, BAN_POINTS cut a pair for good.
    Packets under way when a connection ends are lost with it.
    """

    def __init__(self, call_later: CallLater = call_later_on_loop) -> None:
        self.link: Link = instantly
        self.bans = True
        self.penalties: list[tuple[PeerId, PeerId, int, str]] = []  # judge, peer, points, reason
        self._call_later = call_later
        self._members: dict[PeerId, MemoryTransport] = {}
        self._connections: dict[tuple[PeerId, PeerId], int] = {}  # pair -> number of connection
        self._banned: set[tuple[PeerId, PeerId]] = set()
        self._points: dict[tuple[PeerId, PeerId], int] = {}  # judge, peer
        self._peers: dict[PeerId, tuple[PeerId, ...]] = {}
        self._count = 0

    def join(self, identity: PeerId) -> "MemoryTransport":
        """A new member without connections; one of that name before it is gone."""
        self.leave(identity)
        member = self._members[identity] = MemoryTransport(self, identity)
        return member

    def leave(self, identity: PeerId) -> None:
        """End a member's connections and forget it, as when its process dies."""
        for peer in self.peers_of(identity):
            self.disconnect(identity, peer)
        self._members.pop(identity, None)

    def connect(self, one: PeerId, other: PeerId) -> bool:
        """Connect two members; False when they are, or one has banned the other."""
        pair = _pair(one, other)
        if pair in self._connections or pair in self._banned or one == other:
            return False
        self._count += 1
        self._connections[pair] = self._count
        for member, peer in ((one, other), (other, one)):
            self._peers[member] = tuple(sorted((*self.peers_of(member), peer)))
            self._members[member].put(PeerConnected(peer))
        return True

    def connect_all(self) -> None:
        """Connect every member with every other."""
        names = sorted(self._members)
        for place, one in enumerate(names):
            for other in names[place + 1 :]:
                self.connect(one, other)

    def disconnect(self, one: PeerId, other: PeerId) -> None:
        """End the connection of two members, if there is one."""
        if self._connections.pop(_pair(one, other), None) is None:
            return
        for member, peer in ((one, other), (other, one)):
            self._peers[member] = tuple(p for p in self.peers_of(member) if p != peer)
            self._members[member].put(PeerDisconnected(peer))

    def peers_of(self, identity: PeerId) -> tuple[PeerId, ...]:
        """Whom a member is connected to, sorted."""
        return self._peers.get(identity, ())

    def carry(self, sender: PeerId, receiver: PeerId, channel: Channel, data: bytes) -> bool:
        """Send a packet over the link; False when the two are not connected."""
        connection = self._connections.get(_pair(sender, receiver))
        if connection is None:
            return False
        packet = Packet(sender, channel, data)
        for delay_ms in self.link(sender, receiver, channel, data):
            if delay_ms > 0:
                self._call_later(delay_ms, partial(self.arrive, receiver, connection, packet))
            else:
                self._members[receiver].put(packet)
        return True

    def arrive(self, receiver: PeerId, connection: int, packet: Packet) -> None:
        """Deliver a packet whose delay is over, if its connection still stands."""
        if self._connections.get(_pair(packet.peer, receiver)) == connection:
            self._members[receiver].put(packet)

    def penalise(self, judge: PeerId, peer: PeerId, points: int, reason: str) -> None:
        """Note a fault; enough of them cut the pair."""
        self.penalties.append((judge, peer, points, reason))
        total = self._points[judge, peer] = self._points.get((judge, peer), 0) + points
        if self.bans and total >= BAN_POINTS:
            self._banned.add(_pair(judge, peer))
            self.disconnect(judge, peer)


class MemoryTransport:
    """One member's side of a PacketHub."""

    def __init__(self, hub: PacketHub, identity: PeerId) -> None:
        self._hub, self._identity = hub, identity
        self._events: asyncio.Queue[TransportEvent] = asyncio.Queue()

    @property
    def identity(self) -> PeerId:
        """This member's name."""
        return self._identity

    def peers(self) -> tuple[PeerId, ...]:
        """Connected members, sorted."""
        return self._hub.peers_of(self._identity)

    def send(self, peer: PeerId, channel: Channel, data: bytes) -> bool:
        """Hand bytes to the link."""
        return self._hub.carry(self._identity, peer, channel, data)

    async def receive(self) -> TransportEvent:
        """Wait for the next event."""
        return await self._events.get()

    def penalise(self, peer: PeerId, points: int, reason: str) -> None:
        """Count a fault against a member."""
        self._hub.penalise(self._identity, peer, points, reason)

    def put(self, event: TransportEvent) -> None:
        """Take an event; packets above EVENTS_MAX are lost, news of connections never."""
        if not isinstance(event, Packet) or self._events.qsize() < EVENTS_MAX:
            self._events.put_nowait(event)


def _pair(one: PeerId, other: PeerId) -> tuple[PeerId, PeerId]:
    return (one, other) if one < other else (other, one)
