"""
kumiai.events.v1.Events: logs as they become final, those of modules in their own words.

    SubscribeRequest -> LogFilter --index--> blocks --> SubscribeResponse, one a log
    ListRequest ------> LogFilter --index--> blocks --> ListResponse, one a page
"""

from collections.abc import AsyncGenerator, Mapping
from typing import Final

from chain.errors import Malformed
from chain.found_logs import FoundLog
from chain.kit.abi import decode_sequence
from chain.kit.assembly import Assembly
from chain.kit.module import SHARED_EVENTS
from chain.kit.record import Event, field_types, indexed_fields, topic_of
from chain.store.index import LogMatch
from chain.types.primitives import Height
from chain.types.receipt import Log
from rpc.backend import Backend
from rpc.grpc.blocks import first_height
from rpc.grpc.calls import Call, Stream, Unary
from rpc.grpc.config import GrpcLimits
from rpc.grpc.errors import OutOfRange
from rpc.grpc.filters import read_filter
from rpc.grpc.heads import Heads
from rpc.grpc.pages import read_token, size_of, token_of
from rpc.grpc.refusals import field
from rpc.grpc.shapes import show_log
from rpc.logs import LogFilter, matching_at
from rpc.wire import errors_pb2, events_pb2

Place = tuple[int, int]  # a height, and the index of a log in its block
SERVICE: Final = events_pb2.DESCRIPTOR.services_by_name["Events"]


class EventsService:
    """Answers of the Events service."""

    def __init__(self, backend: Backend, limits: GrpcLimits, heads: Heads) -> None:
        self._backend, self._limits, self._heads = backend, limits, heads

    def table(self) -> Mapping[str, Call]:
        """Return a function for every call of the service."""
        return {"Subscribe": Stream(self.subscribe), "List": Unary(self.list_logs)}

    async def subscribe(
        self, request: events_pb2.SubscribeRequest
    ) -> AsyncGenerator[events_pb2.SubscribeResponse]:
        """Yield every log that matches, for ever; raises Malformed, OutOfRange."""
        wanted = read_filter(self._backend.assembly, request)
        first = request.from_height if request.HasField("from_height") else None
        height = first_height(self._heads, first)
        while True:
            await self._heads.reach(height)
            last = min(self._heads.height, height + self._limits.scan_blocks_max - 1)
            for match in await self._matches(wanted, height, last):
                for found in await self._logs(wanted, match):
                    yield self._show(found)
            height = Height(last + 1)

    async def list_logs(self, request: events_pb2.ListRequest) -> events_pb2.ListResponse:
        """Return a page of the logs that match; raises Malformed, OutOfRange."""
        wanted, size = read_filter(self._backend.assembly, request), size_of(request.page_size)
        head, token = self._heads.height, read_token(request.page_token)
        last = request.to_height if request.HasField("to_height") else head
        start = (request.from_height, 0) if token is None else token
        if last > head:
            raise OutOfRange(f"a last height up to {head} expected, found {last}")
        if token is not None and not request.from_height <= token[0] <= last:
            raise Malformed("page_token: one of the same request expected, found another's")
        found, following = await self._backend.run(lambda: self._collect(wanted, start, last, size))
        return events_pb2.ListResponse(
            logs=[self._show(log) for log in found],
            next_page_token="" if following is None else token_of(*following),
        )

    def _collect(
        self, wanted: LogFilter, start: Place, last: int, size: int
    ) -> tuple[list[FoundLog], Place | None]:
        """Return the logs of one page, and where the next one begins."""
        chain, logs, blocks_read = self._backend.chain, list[FoundLog](), 0
        reached = min(last, start[0] + self._limits.list_blocks_max - 1)
        for match in chain.logs_with(wanted.addresses, wanted.topics, start[0], reached):
            for found in matching_at(chain, wanted, match):
                if (found.height, found.index) < start:
                    continue
                if len(logs) == size:
                    return logs, (found.height, found.index)
                logs.append(found)
            blocks_read += match.indexes is None
            if blocks_read >= self._limits.scan_blocks_max:
                reached = match.height
                break
        return logs, None if reached >= last else (reached + 1, 0)

    async def _matches(self, wanted: LogFilter, first: int, last: int) -> list[LogMatch]:
        chain = self._backend.chain
        return await self._backend.run(
            lambda: list(chain.logs_with(wanted.addresses, wanted.topics, first, last))
        )

    async def _logs(self, wanted: LogFilter, match: LogMatch) -> list[FoundLog]:
        return await self._backend.run(lambda: matching_at(self._backend.chain, wanted, match))

    def _show(self, found: FoundLog) -> events_pb2.SubscribeResponse:
        return events_pb2.SubscribeResponse(
            height=found.height,
            block_hash=found.block_hash,
            transaction_hash=found.transaction_hash,
            transaction_index=found.transaction_index,
            log_index=found.index,
            log=show_log(found.log),
            event=describe_event(self._backend.assembly, found.log),
        )


def describe_event(assembly: Assembly, log: Log) -> events_pb2.Event | None:
    """Return what a module's log says; None for logs of contracts and unknown events."""
    module = assembly.by_address.get(log.address)
    if module is None or not log.topics:
        return None
    for event in (*module.events, *SHARED_EVENTS):
        if topic_of(event) == log.topics[0]:
            fields = _fields(event, log)
            return events_pb2.Event(module=module.name, name=event.__name__, fields=fields)
    return None


def _fields(event: type[Event], log: Log) -> list[errors_pb2.Field]:
    """Topics and data, in the order of declaration."""
    kinds, indexed = field_types(event), indexed_fields(event)
    plain = [name for name in kinds if name not in indexed]
    values = dict(zip(plain, decode_sequence([kinds[n] for n in plain], log.data), strict=True))
    topics = iter(log.topics[1:])
    shown = []
    for name, kind in kinds.items():
        if name not in indexed:
            shown.append(field(name, kind, values[name]))
            continue
        topic = next(topics)
        if kind.is_dynamic:
            shown.append(errors_pb2.Field(name=name, value=f"0x{topic.hex()}"))
        else:
            shown.append(field(name, kind, kind.decode(topic, 0)))
    return shown
