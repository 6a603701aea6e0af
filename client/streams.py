"""
Events and blocks pushed by a node over gRPC, as soon as they are final.

    Subscribe(from the place) --log--> Logged    connection lost --> again, from the place on
    Stream(from the height) --block--> Block                     --> again, from the next height on

The place is remembered here and not in the connection, so nothing is lost or told twice.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator
from typing import Any, Final, TypeVar

import grpc

from client import answers
from client.blocks import Block
from client.errors import RequestFailed, shown
from client.kit.records import Event
from client.logs import Logged, Query, RawLog
from client.settings import Settings
from client.wire import blocks_pb2, blocks_pb2_grpc, events_pb2, events_pb2_grpc

E = TypeVar("E", bound=Event)
LOST: Final = (
    grpc.StatusCode.UNAVAILABLE,
    grpc.StatusCode.RESOURCE_EXHAUSTED,
    grpc.StatusCode.DEADLINE_EXCEEDED,
    grpc.StatusCode.CANCELLED,
    grpc.StatusCode.INTERNAL,
)
MESSAGE_BYTES_MAX: Final = 64 * 2**20
LOG: Final = logging.getLogger(__name__)


class Streams:
    """One gRPC channel to a node."""

    def __init__(self, address: str, credentials: Any, settings: Settings) -> None:
        options = [("grpc.max_receive_message_length", MESSAGE_BYTES_MAX)]
        self._settings = settings
        if credentials is None:
            self._channel = grpc.aio.insecure_channel(address, options)
        else:
            self._channel = grpc.aio.secure_channel(address, credentials, options)
        self._events = events_pb2_grpc.EventsStub(self._channel)  # type: ignore[no-untyped-call]
        self._blocks = blocks_pb2_grpc.BlocksStub(self._channel)  # type: ignore[no-untyped-call]

    async def close(self) -> None:
        """Hang up."""
        await self._channel.close(None)

    async def events(self, query: Query[E], after: tuple[int, int]) -> AsyncGenerator[Logged[E]]:
        """Yield every event behind a place, in order and once; raises RequestFailed."""
        place = after
        while True:
            try:
                async for answer in self._events.Subscribe(_subscription(query, place[0])):
                    seen = raw_log(answer).decoded(query.kinds)
                    if seen is not None and seen.place > place:
                        place = seen.place
                        yield seen
            except grpc.aio.AioRpcError as failure:
                _check_lost(failure)
            await asyncio.sleep(self._settings.backoff_s_max)

    async def blocks(self, first: int) -> AsyncGenerator[Block]:
        """Yield every block from a height on, each once; raises RequestFailed."""
        height = first
        while True:
            try:
                request = blocks_pb2.StreamRequest(from_height=height)
                async for answer in self._blocks.Stream(request):
                    found = _block(answer.block)
                    height = found.height + 1
                    yield found
            except grpc.aio.AioRpcError as failure:
                _check_lost(failure)
            await asyncio.sleep(self._settings.backoff_s_max)


def _check_lost(failure: Any) -> None:
    """Raise RequestFailed, with gRPC's number as its code, where trying again is no use."""
    code, said = failure.code(), shown(failure.details() or "")
    if code not in LOST:
        raise RequestFailed(code.value[0], said) from failure
    LOG.warning("a stream was lost (%s: %s); trying again", code.name, said)


def _subscription(query: Query[Any], first: int) -> events_pb2.SubscribeRequest:
    """One kind is looked for by the node, several by who reads."""
    topics = [b"" if topic is None else bytes.fromhex(topic[2:]) for topic in _single(query)]
    return events_pb2.SubscribeRequest(address=query.source or "", topics=topics, from_height=first)


def _single(query: Query[Any]) -> list[str | None]:
    """Return the topics by position, where each has one alternative at most."""
    found: list[str | None] = []
    for topic in query.topics:
        if isinstance(topic, list) and len(topic) > 1:
            return []
        found.append(topic[0] if isinstance(topic, list) else topic)
    return found


def raw_log(answer: Any) -> RawLog:
    """Return a pushed log as RawLog."""
    return RawLog(
        source=answers.address(answer.log.address.lower()),
        topics=tuple(answer.log.topics),
        data=answer.log.data,
        height=answer.height,
        index=answer.log_index,
        transaction_hash=answers.hexed(answer.transaction_hash),
    )


def _block(answer: Any) -> Block:
    header = answer.header
    return Block(
        height=header.height,
        time_s=header.timestamp_s,
        hash=answers.hexed(header.hash),
        base_fee_wei=int(header.base_fee_per_gas_wei),
        gas_used=header.gas_used,
        transactions=tuple(answers.hexed(item.hash) for item in answer.transactions),
    )
