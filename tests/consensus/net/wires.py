"""Real gRPC transports on 127.0.0.1 for tests."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from types import TracebackType
from typing import Any

from chain.types.primitives import Hash32
from consensus.host.clock import SystemClock
from consensus.net.config import NetConfig
from consensus.net.grpc_transport import GrpcTransport
from consensus.net.handshake import Terms
from consensus.net.identity import NodeKey
from consensus.net.service import NetService
from consensus.net.transport import Packet, TransportEvent
from tests.consensus.net.stage import CODEC

TERMS = Terms(31337, Hash32(b"\x99" * 32))
CONFIG = NetConfig(port=0, allow_private_addresses=True)


def key(number: int) -> NodeKey:
    """Identity key of a test's node."""
    return NodeKey(bytes([number + 1]) * 32)


@asynccontextmanager
async def transport(
    number: int, config: NetConfig = CONFIG, terms: Terms = TERMS
) -> AsyncIterator[GrpcTransport]:
    """One transport that listens."""
    made = GrpcTransport(key(number), terms, config, SystemClock())
    await made.start()
    try:
        yield made
    finally:
        await made.stop()


class Wires:
    """A few transports, each connected to each."""

    def __init__(self, count: int, config: NetConfig = CONFIG) -> None:
        self._count, self._config = count, config
        self._stack = AsyncExitStack()
        self.nodes: list[GrpcTransport] = []

    async def __aenter__(self) -> list[GrpcTransport]:
        for number in range(self._count):
            self.nodes.append(
                await self._stack.enter_async_context(transport(number, self._config))
            )
        for place, node in enumerate(self.nodes):
            for other in self.nodes[:place]:
                await node.dial(other.address)
        return self.nodes

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._stack.aclose()


async def packet(node: GrpcTransport) -> Packet:
    """The next packet, news left out."""
    return await event(node, Packet)


async def event(node: GrpcTransport, kind: type[Any]) -> Any:
    """The next event of a kind."""
    while True:
        found: TransportEvent = await asyncio.wait_for(node.receive(), 10)
        if isinstance(found, kind):
            return found


async def until(condition: Callable[[], object], seconds: float = 15) -> None:
    """Wait until something holds."""
    for _ in range(round(seconds * 100)):
        if condition():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came to hold")


class Running:
    """A NetService that runs."""

    def __init__(self, number: int, config: NetConfig = CONFIG, **more: Any) -> None:
        chance = random.Random(number)
        self.service = NetService(
            key(number), TERMS, config, SystemClock(), CODEC, random_source=chance, **more
        )

    async def __aenter__(self) -> NetService:
        await self.service.start()
        self._run = asyncio.create_task(self.service.run())
        return self.service

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._run.cancel()
        (result,) = await asyncio.gather(self._run, return_exceptions=True)
        assert isinstance(result, asyncio.CancelledError), result
        await self.service.stop()  # a task that was cancelled before its first step ran nothing


def dialling(config: NetConfig, *others: NetService, **changes: Any) -> NetConfig:
    """A configuration with persistent peers."""
    addresses = tuple(other.transport.address for other in others)
    return replace(config, persistent_peers=addresses, **changes)
