"""Nodes of gossip joined by a PacketHub, on a clock that stands still until it is moved."""

import asyncio
from collections.abc import Callable
from types import TracebackType

from chain.types.primitives import Hash32
from consensus.host.clock import ManualClock
from consensus.host.network import Inbound, Message
from consensus.net.compact import TransactionSource
from consensus.net.gossip import Gossip, GossipOptions
from consensus.net.memory import MemoryTransport, PacketHub
from consensus.net.switch import TICK_MS, Switch
from consensus.net.transfers import Filling
from consensus.net.transport import Channel, PeerId
from tests.consensus.net.stage import CODEC, ToyPayloads, ToyPool, matches, name


class Mesh:
    """A few nodes; `async with` runs their switches."""

    def __init__(
        self,
        count: int,
        pools: list[ToyPool] | None = None,
        judge: Callable[..., bool] = matches,
        joined: bool = True,
    ) -> None:
        self.clock = ManualClock()
        self.hub = PacketHub(self.call_later)
        self.sent: list[tuple[PeerId, PeerId, Channel, bytes]] = []
        self.lost: Callable[[PeerId, PeerId, Channel, bytes], bool] = lambda *packet: False
        self.hub.link = self._link
        self.transports: list[MemoryTransport] = []
        self.nodes: list[Gossip] = []
        for number in range(count):
            filling = None if pools is None else Filling(ToyPayloads(), _Source(pools[number]))
            transport = self.hub.join(name(number))
            options = GossipOptions(filling, judge)
            self.transports.append(transport)
            self.nodes.append(Gossip(transport, self.clock, CODEC, options))
        self._tasks: list[asyncio.Task[None]] = []
        self._delayed: list[asyncio.Task[None]] = []
        self._joined = joined

    async def __aenter__(self) -> "Mesh":
        if self._joined:
            self.hub.connect_all()
        for transport, node in zip(self.transports, self.nodes, strict=True):
            switch = Switch(transport, [node], self.clock)
            self._tasks.append(asyncio.create_task(switch.run()))
        await self.settle()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for task in (*self._tasks, *self._delayed):
            task.cancel()
        done = await asyncio.gather(*self._tasks, return_exceptions=True)
        assert all(isinstance(result, asyncio.CancelledError) for result in done), done

    def call_later(self, delay_ms: int, call: Callable[[], None]) -> None:
        """Call when the clock has been moved over the delay."""

        async def later() -> None:
            await self.clock.sleep_ms(delay_ms)
            call()

        self._delayed.append(asyncio.create_task(later()))

    async def settle(self) -> None:
        """Let everything that is under way arrive."""
        for _ in range(100):
            await asyncio.sleep(0)

    async def pass_ms(self, span_ms: int) -> None:
        """Let time pass, tick by tick."""
        for _ in range(0, span_ms, TICK_MS):
            await self.clock.advance_ms(TICK_MS)
            await self.settle()

    def heard(self, number: int) -> list[Inbound]:
        """What a node's engine was told since the last call."""
        inbox, found = self.nodes[number]._inbox, list[Inbound]()
        while not inbox.empty():
            found.append(inbox.get_nowait())
        return found

    async def says(self, number: int, message: Message) -> None:
        """A node's engine broadcasts, and everything arrives."""
        await self.nodes[number].broadcast(message)
        await self.settle()

    def _link(self, sender: PeerId, receiver: PeerId, channel: Channel, data: bytes) -> list[int]:
        self.sent.append((sender, receiver, channel, data))
        return [] if self.lost(sender, receiver, channel, data) else [0]


class _Source:
    def __init__(self, pool: ToyPool) -> None:
        self._pool = pool

    def get(self, transaction_hash: Hash32) -> bytes | None:
        """Transaction of a hash."""
        return self._pool.get(transaction_hash)


_: type[TransactionSource] = _Source
