"""Streams: pushed events and blocks go on over lost connections, without loss or doubles."""

import asyncio
from types import SimpleNamespace

import grpc
import pytest

from client.errors import RequestFailed
from client.logs import Query
from client.modules.token import Approval, Token, Transfer
from client.streams import Streams
from client.wire import blocks_pb2, events_pb2
from tests.client.fake_node import HASTE
from tests.client.test_logs import OWNER, TARGET


def log(height: int, index: int, value: int) -> events_pb2.SubscribeResponse:
    """A pushed log of a transfer."""
    accounts = (bytes.fromhex(who[2:]).rjust(32, b"\0") for who in (OWNER, TARGET))
    topics = [Transfer.topic(), *accounts]
    found = blocks_pb2.Log(address=Token.ADDRESS, topics=topics, data=value.to_bytes(32, "big"))
    return events_pb2.SubscribeResponse(height=height, log_index=index, log=found)


def failure(code: grpc.StatusCode) -> grpc.aio.AioRpcError:
    """An error as gRPC raises it."""
    metadata = grpc.aio.Metadata()
    return grpc.aio.AioRpcError(code, metadata, metadata, details="lost")


def streams(subscribe=None, stream=None) -> Streams:
    """Streams whose node is a function."""
    found = Streams("127.0.0.1:1", None, HASTE)
    found._events = SimpleNamespace(Subscribe=subscribe)
    found._blocks = SimpleNamespace(Stream=stream)
    return found


def test_events_go_on_where_the_connection_was_lost():
    """The block is read again, what was told of it is not told again."""
    asked = []

    async def subscribe(request):
        asked.append(request.from_height)
        for height in range(request.from_height, 6):
            for index in (0, 1):
                yield log(height, index, height * 2 + index)
                if len(asked) == 1 and (height, index) == (3, 0):
                    raise failure(grpc.StatusCode.UNAVAILABLE)

    async def main() -> None:
        found = streams(subscribe=subscribe)
        query = Query.of([Transfer], Token.ADDRESS, None)
        stream, seen = found.events(query, (1, -1)), []
        async for item in stream:
            seen.append(item.event.value)
            if item.place == (5, 1):
                break
        await stream.aclose()
        await found.close()
        assert list(range(2, 12)) == seen
        assert [1, 3] == asked

    asyncio.run(main())


def test_several_kinds_are_told_apart_here():
    """A node's filter has one topic a position; the rest is done by who reads."""
    requests = []

    async def subscribe(request):
        requests.append(request)
        yield log(2, 0, 7)

    async def main() -> None:
        found = streams(subscribe=subscribe)
        stream = found.events(Query.of([Transfer, Approval], Token.ADDRESS, None), (1, -1))
        assert 7 == (await anext(stream)).event.value
        await stream.aclose()
        one = found.events(Query.of([Transfer], Token.ADDRESS, {"to": TARGET}), (1, -1))
        await anext(one)
        await one.aclose()
        await found.close()
        assert ([], 3) == (list(requests[0].topics), len(requests[1].topics))

    asyncio.run(main())


def test_blocks_go_on_with_the_next_height():
    """None twice, none left out."""

    async def stream(request):
        header = blocks_pb2.Header(height=request.from_height, base_fee_per_gas_wei="7")
        yield blocks_pb2.StreamResponse(block=blocks_pb2.Block(header=header))
        raise failure(grpc.StatusCode.UNAVAILABLE)

    async def main() -> None:
        found = streams(stream=stream)
        blocks = found.blocks(4)
        assert [4, 5, 6] == [(await anext(blocks)).height for _ in range(3)]
        await blocks.aclose()
        await found.close()

    asyncio.run(main())


def test_what_trying_again_does_not_help_against_is_raised():
    """A filter that is none, or a service that is not there."""

    async def subscribe(request):
        raise failure(grpc.StatusCode.INVALID_ARGUMENT)
        yield

    async def main() -> None:
        found = streams(subscribe=subscribe)
        with pytest.raises(RequestFailed, match="lost"):
            await anext(found.events(Query.of([Transfer], None, None), (1, -1)))
        await found.close()

    asyncio.run(main())
