"""From bytes to functions: malformed bytes, deadlines, our own faults."""

import asyncio
import logging
from typing import Any

import grpc
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chain.errors import Malformed
from rpc.grpc.calls import decode
from rpc.grpc.config import GrpcLimits
from rpc.wire import blocks_pb2, model_fees_pb2, node_pb2, staking_pb2
from tests.rpc.grpc.stage import GrpcStage, failure, on_grpc, told

EXHAUSTED = grpc.StatusCode.RESOURCE_EXHAUSTED
METHODS = (
    "/kumiai.staking.v1.Query/Validator",
    "/kumiai.model_fees.v1.Query/Quote",
    "/kumiai.tx.v1.Tx/Broadcast",
    "/kumiai.blocks.v1.Blocks/Get",
)


@on_grpc()
async def test_bytes_that_are_no_message_are_invalid(stage: GrpcStage) -> None:
    """Broken protobuf is the client's error and says what was expected; the server goes on."""
    for method in METHODS:
        error = await failure(stage.channel.unary_unary(method)(b"\x0a\xff\xff"))
        assert grpc.StatusCode.INVALID_ARGUMENT == error.code()
        assert "expected, found 3 bytes that are none" in (error.details() or "")
    stream = stage.channel.unary_stream("/kumiai.blocks.v1.Blocks/Stream")(b"\xff")
    assert grpc.StatusCode.INVALID_ARGUMENT == (await failure(stream)).code()


@given(st.binary(max_size=200))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_bytes_decode_or_are_malformed(raw: bytes) -> None:
    """No bytes make the decoder raise anything else."""
    for request in (
        staking_pb2.ValidatorRequest,
        model_fees_pb2.QuoteRequest,
        blocks_pb2.GetRequest,
    ):
        try:
            decode(request, raw)
        except Malformed as refused:
            assert "expected" in str(refused)


@on_grpc(GrpcLimits(call_s=0.05, stop_s=0.1))
async def test_calls_that_take_too_long_end(stage: GrpcStage) -> None:
    """The server's own deadline holds whatever the client's is."""

    async def slow(work: Any) -> Any:
        await asyncio.sleep(5)

    stage.backend.run = slow  # type: ignore[method-assign]
    error = await failure(stage.staking.Params(staking_pb2.ParamsRequest()))
    assert (grpc.StatusCode.DEADLINE_EXCEEDED, "the call took too long") == told(error)


@on_grpc()
async def test_a_clients_deadline_ends_its_call(stage: GrpcStage) -> None:
    """A client that waits a tenth of a second for a block hears so after it."""
    call = stage.blocks.Stream(blocks_pb2.StreamRequest(), timeout=0.1)
    assert grpc.StatusCode.DEADLINE_EXCEEDED == (await failure(call)).code()


def test_calls_and_streams_of_one_address_have_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' own address stands for a far one here: its third call is one too many."""
    monkeypatch.setattr("rpc.grpc.shares.is_loopback", lambda address: False)

    @on_grpc(GrpcLimits(calls_per_s=0.01, rate_burst_s=200.0, address_streams_max=0))
    async def perform(stage: GrpcStage) -> None:
        await stage.node.Status(node_pb2.StatusRequest())
        stream = await failure(stage.blocks.Stream(blocks_pb2.StreamRequest()))
        assert (EXHAUSTED, "too many streams: at most 0 of one address") == told(stream)
        error = await failure(stage.node.Status(node_pb2.StatusRequest()))
        assert (EXHAUSTED, "rate limit exceeded: at most 0.01 calls a second") == told(error)

    perform()


def test_our_own_faults_tell_nothing_of_themselves(caplog: pytest.LogCaptureFixture) -> None:
    """The client hears `internal error`, the log has the rest."""

    @on_grpc()
    async def perform(stage: GrpcStage) -> None:
        stage.backend.status = None  # type: ignore[assignment]
        error = await failure(stage.node.Status(node_pb2.StatusRequest()))
        assert (grpc.StatusCode.INTERNAL, "internal error") == told(error)

    with caplog.at_level(logging.ERROR, logger="rpc.grpc.calls"):
        perform()
    assert ["a gRPC call failed by our own fault"] == [r.getMessage() for r in caplog.records]


@on_grpc(GrpcLimits(streams_max=2, stop_s=0.1))
async def test_streams_are_counted(stage: GrpcStage) -> None:
    """One too many is refused, and an ended one makes room."""
    open_streams = [stage.blocks.Stream(blocks_pb2.StreamRequest(from_height=0)) for _ in range(2)]
    for stream in open_streams:
        await stream.read()
    third = stage.blocks.Stream(blocks_pb2.StreamRequest(from_height=0))
    expected = (grpc.StatusCode.RESOURCE_EXHAUSTED, "this node serves 2 streams at once")
    assert expected == told(await failure(third))
    open_streams[0].cancel()
    for _ in range(50):
        await asyncio.sleep(0.02)
        fourth = stage.blocks.Stream(blocks_pb2.StreamRequest(from_height=0))
        try:
            assert 0 == (await fourth.read()).block.header.height
            return
        except grpc.aio.AioRpcError:
            continue
    raise AssertionError("an ended stream made no room")
