"""The Blocks service."""

import asyncio

import grpc

from chain.codec import decode_header
from rpc.grpc.config import GrpcLimits
from rpc.light import find_light_parts
from rpc.wire import blocks_pb2
from tests.rpc.grpc.stage import GrpcStage, failure, on_grpc, told
from tests.rpc.stage import ACCOUNTS, STRANGER


@on_grpc()
async def test_a_block_is_found_by_height_by_hash_and_as_the_newest(stage: GrpcStage) -> None:
    """All three name the same block, with all that is in it."""
    stage.backend.pool.submit(stage.delegate(0))
    head = stage.backend.make_block()
    shown = [
        (await stage.blocks.Get(request)).block
        for request in (
            blocks_pb2.GetRequest(),
            blocks_pb2.GetRequest(height=1),
            blocks_pb2.GetRequest(hash=head.header.hash),
        )
    ]
    assert shown[0] == shown[1] == shown[2]
    assert head.header == decode_header(shown[0].header.encoded)
    sent = [item for item in shown[0].transactions if item.sender.lower()[2:] == ACCOUNTS[0].hex()]
    assert [True] == [item.receipt.is_success for item in sent]
    assert shown[0].certificate.time_ms == head.header.timestamp_s * 1000
    genesis = (await stage.blocks.Get(blocks_pb2.GetRequest(height=0))).block
    assert not genesis.HasField("certificate")


@on_grpc()
async def test_blocks_that_are_not_there_are_told_apart(stage: GrpcStage) -> None:
    """A height above the head may come; an unknown hash will not."""
    error = await failure(stage.blocks.Get(blocks_pb2.GetRequest(height=1)))
    expected = (grpc.StatusCode.OUT_OF_RANGE, "a height up to 0 expected, found 1")
    assert expected == told(error)
    error = await failure(stage.blocks.Get(blocks_pb2.GetRequest(hash=b"\1" * 32)))
    assert grpc.StatusCode.NOT_FOUND == error.code()
    error = await failure(stage.blocks.Get(blocks_pb2.GetRequest(hash=b"\1" * 31)))
    assert grpc.StatusCode.INVALID_ARGUMENT == error.code()


@on_grpc()
async def test_a_stream_brings_old_blocks_and_then_new_ones(stage: GrpcStage) -> None:
    """Every block once and in order, whenever it was made."""
    for _ in range(3):
        stage.backend.make_block()
    stream = stage.blocks.Stream(blocks_pb2.StreamRequest(from_height=1))
    heights = [(await stream.read()).block.header.height for _ in range(3)]
    for _ in range(2):
        stage.backend.make_block()
        heights.append((await stream.read()).block.header.height)
    assert [1, 2, 3, 4, 5] == heights
    stream.cancel()


@on_grpc()
async def test_a_stream_without_a_height_begins_with_the_next_block(stage: GrpcStage) -> None:
    """Who asks for news gets no history."""
    stage.backend.make_block()
    stream = stage.blocks.Stream(blocks_pb2.StreamRequest())
    await asyncio.sleep(0.1)
    stage.backend.make_block()
    assert 2 == (await stream.read()).block.header.height
    stream.cancel()


@on_grpc()
async def test_an_overrun_loses_nothing(stage: GrpcStage) -> None:
    """A stream that the node's news outran reads what it missed from the chain."""
    stream = stage.blocks.Stream(blocks_pb2.StreamRequest())
    await asyncio.sleep(0.1)
    stage.backend.make_block(overrun=True)
    stage.backend.make_block(overrun=True)
    await asyncio.sleep(0.05)
    stage.backend.make_block()
    assert [1, 2, 3] == [(await stream.read()).block.header.height for _ in range(3)]
    stream.cancel()


@on_grpc()
async def test_a_stream_cannot_begin_in_the_future(stage: GrpcStage) -> None:
    """A height far ahead is a mistake, not a very long wait."""
    call = stage.blocks.Stream(blocks_pb2.StreamRequest(from_height=2))
    expected = (grpc.StatusCode.OUT_OF_RANGE, "a first height up to 1 expected, found 2")
    assert expected == told(await failure(call))


@on_grpc(GrpcLimits(write_s=0.3, stop_s=0.1))
async def test_a_reader_that_takes_nothing_is_cut_off(stage: GrpcStage) -> None:
    """Its memory is one message, and it hears why it was cut off."""
    for _ in range(12):
        for key in range(3):
            stage.backend.send(key, STRANGER, b"\1" * 100_000, gas_limit=5_000_000)
        stage.backend.make_block()
    stream = stage.blocks.Stream(blocks_pb2.StreamRequest(from_height=1))
    await asyncio.sleep(4)  # a busy machine needs some of it to fill what buffers there are
    read = 0
    try:
        while await stream.read() is not grpc.aio.EOF:
            read += 1
            assert read < 12, "the reader was not cut off"
    except grpc.aio.AioRpcError as error:
        expected = (grpc.StatusCode.RESOURCE_EXHAUSTED, "the reader took no message for 0.3 s")
        assert expected == told(error)
    else:
        raise AssertionError("the stream ended well")


@on_grpc()
async def test_a_light_block_is_the_same_as_over_json_rpc(stage: GrpcStage) -> None:
    """The encodings, not the fields: a client checks hashes and signatures itself."""
    stage.backend.make_block()
    stage.backend.make_block()
    found = (await stage.blocks.Light(blocks_pb2.LightRequest(height=1))).light_block
    parts = find_light_parts(stage.backend.chain, 1)
    assert parts is not None and parts.commit is not None
    assert (parts.header, parts.next_validators) == (found.header, found.next_validators)
    shown = (found.commit.parent, found.commit.validators, found.commit.certificate)
    assert (parts.commit.parent, parts.commit.validators, parts.commit.certificate) == shown
    newest = (await stage.blocks.Light(blocks_pb2.LightRequest())).light_block
    assert 2 == decode_header(newest.header).height
    genesis = (await stage.blocks.Light(blocks_pb2.LightRequest(height=0))).light_block
    assert not genesis.HasField("commit")
    error = await failure(stage.blocks.Light(blocks_pb2.LightRequest(height=3)))
    assert (grpc.StatusCode.OUT_OF_RANGE, "a height up to 2 expected, found 3") == told(error)
