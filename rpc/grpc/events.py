"""
kumiai.events.v1.Events: logs as they become final, those of modules in their own words.

    SubscribeRequest -> LogFilter --index--> blocks --> SubscribeResponse, one a log
"""

from collections.abc import AsyncGenerator, Mapping
from typing import Final

from chain.errors import Malformed
from chain.found_logs import FoundLog
from chain.kit.abi import decode_sequence
from chain.kit.assembly import Assembly
from chain.kit.module import SHARED_EVENTS, Module
from chain.kit.record import Event, field_types, indexed_fields, topic_of
from chain.store.index import LogMatch
from chain.types.primitives import Hash32, Height
from chain.types.receipt import Log
from rpc.backend import Backend
from rpc.grpc.blocks import first_height
from rpc.grpc.calls import Stream
from rpc.grpc.config import GrpcLimits
from rpc.grpc.heads import Heads
from rpc.grpc.refusals import field
from rpc.grpc.shapes import show_log
from rpc.grpc.values import parse_address, parse_hash
from rpc.logs import TOPICS_MAX, LogFilter, matching_at
from rpc.wire import errors_pb2, events_pb2

SERVICE: Final = events_pb2.DESCRIPTOR.services_by_name["Events"]


class EventsService:
    """Answers of the Events service."""

    def __init__(self, backend: Backend, limits: GrpcLimits, heads: Heads) -> None:
        self._backend, self._limits, self._heads = backend, limits, heads

    def table(self) -> Mapping[str, Stream]:
        """Return a function for every call of the service."""
        return {"Subscribe": Stream(self.subscribe)}

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


def read_filter(assembly: Assembly, request: events_pb2.SubscribeRequest) -> LogFilter:
    """Return which logs a request asks for; raises Malformed."""
    if request.module and request.address:
        raise Malformed("a module or an address expected, found both")
    if request.event and (request.topics or not request.module):
        raise Malformed("an event is named with its module and without topics")
    if len(request.topics) > TOPICS_MAX:
        raise Malformed(f"at most {TOPICS_MAX} topics expected, found {len(request.topics)}")
    topics = tuple((parse_hash(topic, "topics"),) if topic else () for topic in request.topics)
    if request.address:
        return LogFilter((parse_address(request.address, "address"),), topics)
    if not request.module:
        return LogFilter((), topics)
    module = _module_named(assembly, request.module)
    if request.event:
        topics = ((Hash32(topic_of(_event_named(module, request.event))),),)
    return LogFilter((module.address,), topics)


def _module_named(assembly: Assembly, name: str) -> type[Module]:
    for module in assembly.modules:
        if module.name == name:
            return module
    names = ", ".join(module.name for module in assembly.modules)
    raise Malformed(f"module: one of {names} expected, found {name[:64]!r}")


def _event_named(module: type[Module], name: str) -> type[Event]:
    for event in (*module.events, *SHARED_EVENTS):
        if event.__name__ == name:
            return event
    names = ", ".join(event.__name__ for event in module.events)
    raise Malformed(f"event: one of {names} expected, found {name[:64]!r}")


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
