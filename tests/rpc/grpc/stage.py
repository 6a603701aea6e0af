"""
A gRPC server over a small chain with this chain's own modules, and a client for it.

    @on_grpc()
    async def test_...(stage: GrpcStage) -> None:
        await stage.node.Status(node_pb2.StatusRequest())
"""

import asyncio
import functools
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import grpc
import grpc.aio

from chain.kit.module import method_named
from modules import assemble
from modules.staking.module import Staking
from rpc.grpc.config import GrpcConfig, GrpcLimits
from rpc.grpc.errors import DETAILS_KEY
from rpc.grpc.server import GrpcServer
from rpc.wire import (
    blocks_pb2_grpc,
    errors_pb2,
    events_pb2_grpc,
    node_pb2_grpc,
    staking_pb2_grpc,
    tx_pb2_grpc,
)
from tests.rpc.stage import VALIDATOR, StageBackend, hex_of

COIN = 10**18
GENESIS: dict[str, Any] = {
    "staking": {
        "validators": [
            {"validator": hex_of(VALIDATOR), "moniker": "first", "stake_wei": str(1_000 * COIN)}
        ]
    },
    "governance": {},
    "treasury": {},
    "model_fees": {},
    "mint": {},
}
OPTIONS = [("grpc.max_receive_message_length", -1), ("grpc.max_send_message_length", -1)]


@dataclass
class GrpcStage:
    """A running server, its backend and generated clients."""

    backend: StageBackend
    server: GrpcServer
    channel: Any

    def __post_init__(self) -> None:
        self.node: Any = node_pb2_grpc.NodeStub(self.channel)
        self.tx: Any = tx_pb2_grpc.TxStub(self.channel)
        self.blocks: Any = blocks_pb2_grpc.BlocksStub(self.channel)
        self.events: Any = events_pb2_grpc.EventsStub(self.channel)
        self.staking: Any = staking_pb2_grpc.QueryStub(self.channel)

    def delegate(self, key: int, amount_wei: int = COIN) -> bytes:
        """Return a signed delegation to the first validator."""
        method = method_named(Staking, "delegate")
        assert method is not None
        data = method.encode_call(VALIDATOR)
        return self.backend.sign(
            key, Staking.address, data, value_wei=amount_wei, gas_limit=1_000_000
        )

    async def raw(self, method: str, body: bytes) -> bytes:
        """Send bytes to a method as they are."""
        answer: bytes = await self.channel.unary_unary(method)(body)
        return answer


@asynccontextmanager
async def open_grpc(limits: GrpcLimits | None = None) -> AsyncIterator[GrpcStage]:
    """Start everything on a free port of this machine, and end it again."""
    backend = StageBackend(assemble(), **GENESIS)
    server = GrpcServer(backend, GrpcConfig(port=0, limits=limits or GrpcLimits(stop_s=0.1)))
    await server.start()
    try:
        async with grpc.aio.insecure_channel(server.address, options=OPTIONS) as channel:
            yield GrpcStage(backend, server, channel)
    finally:
        await server.stop()
        backend.close()


def on_grpc(limits: GrpcLimits | None = None) -> Callable[..., Callable[[], None]]:
    """Run a coroutine test with a running server."""

    def wrap(test: Callable[[GrpcStage], Awaitable[None]]) -> Callable[[], None]:
        async def perform() -> None:
            async with open_grpc(limits) as stage:
                await test(stage)

        def run() -> None:
            asyncio.run(perform())

        functools.update_wrapper(run, test)
        del run.__wrapped__  # type: ignore[attr-defined]
        return run

    return wrap


async def failure(call: Any) -> grpc.aio.AioRpcError:
    """Return the error that a call, or the first message of a stream, ends with."""
    try:
        await (call.read() if hasattr(call, "read") else call)
    except grpc.aio.AioRpcError as error:
        return error
    raise AssertionError("the call succeeded")


def told(error: grpc.aio.AioRpcError) -> tuple[grpc.StatusCode, str]:
    """Return code and text of an error."""
    return error.code(), error.details() or ""


def refusal_in(error: grpc.aio.AioRpcError) -> errors_pb2.Refusal:
    """Return the refusal that an error's details carry."""
    trailers = dict(error.trailing_metadata() or ())
    raw: Any = trailers[DETAILS_KEY]
    status = errors_pb2.Status.FromString(raw)
    assert (status.code, status.message) == (error.code().value[0], error.details())
    found = errors_pb2.Refusal()
    assert status.details[0].Unpack(found)
    return found


def fields_of(found: Any) -> dict[str, str]:
    """Return named values by name."""
    return {field.name: field.value for field in found.fields}
