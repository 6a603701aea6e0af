"""
Which logs a client asks for: by module, event and fields, or by address and topics.

    module "staking", event "Delegated", where validator = 0x... --> LogFilter of topics
"""

from collections.abc import Sequence

from chain.codec import keccak256
from chain.errors import Malformed
from chain.kit.abi import AbiType, BytesType
from chain.kit.assembly import Assembly
from chain.kit.module import SHARED_EVENTS, Module
from chain.kit.record import Event, field_types, indexed_fields, topic_of
from chain.kit.text import from_json
from chain.types.primitives import Hash32
from rpc.grpc.values import parse_address, parse_hash
from rpc.logs import TOPICS_MAX, LogFilter
from rpc.wire import errors_pb2, events_pb2

Topics = tuple[tuple[Hash32, ...], ...]
Request = events_pb2.SubscribeRequest | events_pb2.ListRequest


def read_filter(assembly: Assembly, request: Request) -> LogFilter:
    """Return which logs a request asks for; raises Malformed."""
    if request.module and request.address:
        raise Malformed("a module or an address expected, found both")
    if request.event and (request.topics or not request.module):
        raise Malformed("an event is named with its module and without topics")
    if request.where and not request.event:
        raise Malformed("where: an event whose fields it names expected, found none")
    if len(request.topics) > TOPICS_MAX:
        raise Malformed(f"at most {TOPICS_MAX} topics expected, found {len(request.topics)}")
    topics: Topics = tuple(
        (parse_hash(topic, "topics"),) if topic else () for topic in request.topics
    )
    if request.address:
        return LogFilter((parse_address(request.address, "address"),), topics)
    if not request.module:
        return LogFilter((), topics)
    module = module_named(assembly, request.module)
    if request.event:
        topics = _topics_of(event_named(module, request.event), request.where)
    return LogFilter((module.address,), topics)


def module_named(assembly: Assembly, name: str) -> type[Module]:
    """Return a module by its name; raises Malformed."""
    for module in assembly.modules:
        if module.name == name:
            return module
    names = ", ".join(module.name for module in assembly.modules)
    raise Malformed(f"module: one of {names} expected, found {name[:64]!r}")


def event_named(module: type[Module], name: str) -> type[Event]:
    """Return an event that a module logs by its name; raises Malformed."""
    for event in (*module.events, *SHARED_EVENTS):
        if event.__name__ == name:
            return event
    names = ", ".join(event.__name__ for event in module.events)
    raise Malformed(f"event: one of {names} expected, found {name[:64]!r}")


def _topics_of(event: type[Event], where: Sequence[errors_pb2.Field]) -> Topics:
    """The event's own topic, then one for each indexed field, as far as values are given."""
    kinds, indexed = field_types(event), indexed_fields(event)
    names = [name for name in kinds if name in indexed]
    wanted: dict[str, Hash32] = {}
    for item in where:
        if item.name not in names:
            known = ", ".join(names) or "none"
            raise Malformed(f"where: an indexed field ({known}) expected, found {item.name[:64]!r}")
        if item.name in wanted:
            raise Malformed(f"where: {item.name} once expected, found it twice")
        wanted[item.name] = _topic(kinds[item.name], item.value, f"where.{item.name}")
    fields = [(wanted[name],) if name in wanted else () for name in names]
    return ((Hash32(topic_of(event)),), *fields)


def _topic(kind: AbiType, text: str, place: str) -> Hash32:
    """A value as a log's topic: a word, or the hash of a text or of bytes."""
    value = from_json(kind, text, place)
    if isinstance(kind, BytesType):
        return keccak256(value.encode() if isinstance(value, str) else value)
    return Hash32(kind.encode(value))
