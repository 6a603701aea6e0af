"""Transactions among a few pools."""

import asyncio
from collections.abc import Sequence

import pytest

from chain.errors import Malformed, NonceTooLow, SignatureInvalid
from consensus.host.clock import ManualClock
from consensus.net.memory import PacketHub
from consensus.net.messages import TransactionBatch
from consensus.net.switch import Switch
from consensus.net.transactions import (
    BUDGET_BATCHES,
    BUDGET_BYTES,
    GREETING_MAX,
    INCOMING_MAX,
    KNOWN_MAX,
    WAITING_BYTES_MAX,
    WAITING_MAX,
    TransactionGossip,
)
from consensus.net.transport import Channel, Packet
from tests.consensus.net.stage import CODEC, name, run, transactions


class Pool:
    """Keeps what comes, in order."""

    def __init__(self) -> None:
        self.held: dict[bytes, None] = {}

    def add(self, raw: bytes) -> bool:
        """Take, refuse what says so."""
        if raw == b"bad":
            raise SignatureInvalid
        if raw == b"late":
            raise NonceTooLow
        if raw in self.held:
            return False
        self.held[raw] = None
        return True

    def waiting(self, count: int) -> Sequence[bytes]:
        """The first so many."""
        return list(self.held)[:count]


class Mesh:
    """Pools joined by gossip."""

    def __init__(self, count: int) -> None:
        self.hub, self.clock = PacketHub(), ManualClock()
        self.pools = [Pool() for _ in range(count)]
        self.sent: list[tuple[str, str, bytes]] = []
        self.hub.link = self._link
        transports = [self.hub.join(name(number)) for number in range(count)]
        self.nodes = [
            TransactionGossip(transport, pool, CODEC)
            for transport, pool in zip(transports, self.pools, strict=True)
        ]
        self.switches = [
            Switch(transport, [node], self.clock)
            for transport, node in zip(transports, self.nodes, strict=True)
        ]

    def _link(self, sender: str, receiver: str, channel: Channel, data: bytes) -> list[int]:
        self.sent.append((sender, receiver, data))
        return [0]

    async def __aenter__(self) -> "Mesh":
        parts = [part.run() for part in (*self.switches, *self.nodes)]
        self._tasks = [asyncio.ensure_future(part) for part in parts]
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._tasks:
            task.cancel()
        done = await asyncio.gather(*self._tasks, return_exceptions=True)
        assert all(isinstance(result, asyncio.CancelledError) for result in done), done

    async def settle(self, ticks: int = 0) -> None:
        """Let things arrive, and so many ticks pass."""
        for _ in range(300):
            await asyncio.sleep(0)
        for _ in range(ticks):
            await self.clock.advance_ms(100)
            await self.settle()

    def submit(self, number: int, *raws: bytes) -> None:
        """A user gives transactions to one node."""
        for raw in raws:
            assert self.pools[number].add(raw)
            self.nodes[number].announce(raw)


def batches(mesh: Mesh) -> list[tuple[str, str, tuple[bytes, ...]]]:
    """Everything sent, decoded."""
    found = []
    for sender, receiver, data in mesh.sent:
        message = CODEC.decode(Channel.TRANSACTION, data)
        assert isinstance(message, TransactionBatch)
        found.append((sender, receiver, message.transactions))
    return found


def test_everyone_gets_it_and_nobody_twice_from_one() -> None:
    """In a mesh each pool holds each transaction; none is sent back or sent twice to a peer."""

    async def story() -> None:
        async with Mesh(4) as mesh:
            mesh.hub.connect_all()
            await mesh.settle()
            raws = transactions(50)
            mesh.submit(0, *raws)
            await mesh.settle(2)
            assert all(list(pool.held) == raws for pool in mesh.pools)
            seen = [(s, r, raw) for s, r, batch in batches(mesh) for raw in batch]
            assert len(seen) == len(set(seen))
            assert not [entry for entry in seen if entry[1] == name(0)]

    run(story)


def test_a_burst_is_one_batch() -> None:
    """What is announced in one turn of the loop goes out together."""

    async def story() -> None:
        async with Mesh(2) as mesh:
            mesh.hub.connect_all()
            await mesh.settle()
            mesh.submit(0, *transactions(100, 100))
            await mesh.settle()
            assert [len(batch) for *_, batch in batches(mesh)] == [100]

    run(story)


def test_a_line_of_nodes_passes_it_on() -> None:
    """Sentries bring transactions to whom only they know."""

    async def story() -> None:
        async with Mesh(3) as mesh:
            mesh.hub.connect(name(0), name(1))
            mesh.hub.connect(name(1), name(2))
            await mesh.settle()
            mesh.submit(0, b"transaction")
            await mesh.settle(1)
            assert list(mesh.pools[2].held) == [b"transaction"]

    run(story)


def test_a_new_peer_is_told_what_waits() -> None:
    """Some of the pool, not all of a large one."""

    async def story() -> None:
        async with Mesh(2) as mesh:
            mesh.submit(0, *transactions(GREETING_MAX + 100, 40))
            mesh.hub.connect_all()
            await mesh.settle(5)
            assert len(mesh.pools[1].held) == GREETING_MAX

    run(story)


def test_a_flood_of_ours_stays_within_what_peers_admit() -> None:
    """More than a peer may be sent waits for the next tick, and arrives in the end."""

    async def story() -> None:
        async with Mesh(2) as mesh:
            mesh.hub.connect_all()
            await mesh.settle()
            raws = transactions(3_000, 400)
            mesh.submit(0, *raws)
            await mesh.settle()
            first = sum(len(data) for *_, data in mesh.sent)
            assert BUDGET_BYTES <= first < BUDGET_BYTES + 70_000
            assert len(mesh.sent) <= BUDGET_BATCHES
            await mesh.settle(12)
            assert list(mesh.pools[1].held) == raws

    run(story)


def test_what_waits_for_a_peer_is_bounded() -> None:
    """A peer that takes nothing costs a bounded memory: the oldest are dropped."""

    async def story() -> None:
        async with Mesh(2) as mesh:
            mesh.hub.connect_all()
            await mesh.settle()
            (peer,) = mesh.nodes[0]._peers.values()
            peer.budget_batches = 0
            for raw in transactions(WAITING_MAX + 500, 40):
                mesh.nodes[0].announce(raw)
            assert len(peer.waiting) == WAITING_MAX
            for raw in transactions(60, 100_000):
                mesh.nodes[0].announce(raw)
            assert peer.waiting_bytes <= WAITING_BYTES_MAX
            for raw in transactions(KNOWN_MAX + 500, 8):
                mesh.nodes[0].announce(raw)
            assert len(peer.known) == KNOWN_MAX

    run(story)


def test_hopeless_transactions_cost_the_sender_and_late_ones_nothing() -> None:
    """A bad signature is a fault of who passes it on; a nonce used meanwhile is nobody's."""

    async def story() -> None:
        async with Mesh(3) as mesh:
            mesh.hub.connect_all()
            await mesh.settle()
            mesh.nodes[0].announce(b"bad")
            mesh.nodes[0].announce(b"late")
            await mesh.settle(1)
            judged = {(judge, peer) for judge, peer, *_ in mesh.hub.penalties}
            assert judged == {(name(1), name(0)), (name(2), name(0))}
            assert all(sender == name(0) for sender, *_ in mesh.sent)

    run(story)


def test_incoming_transactions_are_bounded() -> None:
    """cometbft#5837: batches faster than they are checked are dropped, not piled up."""
    hub, pool = PacketHub(), Pool()
    gossip = TransactionGossip(hub.join(name(1)), pool, CODEC, call_soon=lambda call: None)
    gossip.connected(name(2))
    for start in range(20):
        raws = tuple(b"%d %d" % (start, n) for n in range(1_000))
        data = CODEC.encode(TransactionBatch(raws))
        gossip.handle(Packet(name(2), Channel.TRANSACTION, data))
    assert len(gossip._incoming) == INCOMING_MAX


def test_nonsense_is_refused() -> None:
    """Bytes that are no batch are the peer's fault, and a stranger's batch is nobody's."""
    gossip = TransactionGossip(PacketHub().join(name(1)), Pool(), CODEC)
    with pytest.raises(Malformed):
        gossip.handle(Packet(name(2), Channel.TRANSACTION, b"nonsense"))
    data = CODEC.encode(TransactionBatch((b"raw",)))
    gossip.handle(Packet(name(2), Channel.TRANSACTION, data))
    assert not gossip._incoming
