"""The transport within one process."""

import asyncio
from collections.abc import Callable

from consensus.net.memory import MemoryTransport, PacketHub
from consensus.net.transport import (
    Channel,
    Packet,
    PeerConnected,
    PeerDisconnected,
    TransportEvent,
)
from tests.consensus.net.stage import name, run

A, B, C = name(1), name(2), name(3)
VOTES = Channel.CONSENSUS


async def events(transport: MemoryTransport) -> list[TransportEvent]:
    """Everything that waits for a member."""
    found = []
    while True:
        try:
            found.append(await asyncio.wait_for(transport.receive(), 0.01))
        except TimeoutError:
            return found


class Later:
    """Delayed calls, made when a test says so, earliest first."""

    def __init__(self) -> None:
        self.waiting: list[tuple[int, int, Callable[[], None]]] = []

    def add(self, delay_ms: int, call: Callable[[], None]) -> None:
        """Take a call."""
        self.waiting.append((delay_ms, len(self.waiting), call))

    def all(self) -> None:
        """Make every call."""
        for *_, call in sorted(self.waiting, key=lambda entry: entry[:2]):
            call()


def test_packets_arrive_from_connected_peers_only() -> None:
    """Without a connection nothing is sent; with one both sides know, and bytes pass."""

    async def story() -> None:
        hub = PacketHub()
        a, b = hub.join(A), hub.join(B)
        assert not a.send(B, VOTES, b"early")
        assert hub.connect(A, B)
        assert not hub.connect(B, A)
        assert a.peers() == (B,)
        assert a.send(B, VOTES, b"data")
        hub.disconnect(A, B)
        assert not a.send(B, VOTES, b"late")
        assert await events(a) == [PeerConnected(B), PeerDisconnected(B)]
        assert await events(b) == [
            PeerConnected(A),
            Packet(A, VOTES, b"data"),
            PeerDisconnected(A),
        ]

    run(story)


def test_the_link_loses_doubles_and_reorders() -> None:
    """Delays decide the order; none loses, two double."""

    async def story() -> None:
        later = Later()
        hub = PacketHub(later.add)
        a, b = hub.join(A), hub.join(B)
        hub.connect(A, B)
        delays = {b"late": [20], b"lost": [], b"twice": [10, 30], b"now": [0]}
        hub.link = lambda sender, receiver, channel, data: delays[data]
        for data in delays:
            assert a.send(B, VOTES, data)
        later.all()
        arrived = [event.data for event in await events(b) if isinstance(event, Packet)]
        assert arrived == [b"now", b"twice", b"late", b"twice"]

    run(story)


def test_what_is_under_way_is_lost_with_its_connection() -> None:
    """Bytes of an old connection do not come out of a new one."""

    async def story() -> None:
        later = Later()
        hub = PacketHub(later.add)
        a, b = hub.join(A), hub.join(B)
        hub.link = lambda *_: [5]
        hub.connect(A, B)
        a.send(B, VOTES, b"old")
        hub.disconnect(A, B)
        hub.connect(A, B)
        later.all()
        assert not [event for event in await events(b) if isinstance(event, Packet)]

    run(story)


def test_who_joins_again_starts_anew() -> None:
    """A member that died leaves its peers, and one of its name hears nothing of its past."""

    async def story() -> None:
        hub = PacketHub()
        a, b = hub.join(A), hub.join(B)
        hub.connect_all()
        b.send(A, VOTES, b"old")
        again = hub.join(A)
        assert b.peers() == ()
        hub.connect_all()
        assert await events(again) == [PeerConnected(B)]
        assert again.identity == a.identity

    run(story)


def test_points_cut_a_pair() -> None:
    """A hundred points end a connection for good, unless bans are off."""

    async def story() -> None:
        hub = PacketHub()
        a, b = hub.join(A), hub.join(B)
        hub.join(C)
        hub.connect_all()
        a.penalise(B, 60, "lie")
        assert a.peers() == (B, C)
        a.penalise(B, 60, "lie")
        assert (a.peers(), b.peers()) == ((C,), (C,))
        assert not hub.connect(A, B)
        hub.bans = False
        a.penalise(C, 999, "lie")
        assert a.peers() == (C,)
        assert len(hub.penalties) == 3

    run(story)
