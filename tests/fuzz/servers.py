"""
What reads the requests of clients: bodies and WebSocket messages of JSON-RPC, requests of gRPC.

The servers stand over a real chain, so requests that decode are carried out; code gets little gas.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from functools import cache
from typing import Any, TypeVar

import orjson
from google.protobuf.descriptor import MethodDescriptor
from google.protobuf.message_factory import GetMessageClass
from grpc import StatusCode

from chain.errors import Malformed
from chain.types.evidence import Evidence
from chain.types.primitives import Gas
from modules import assemble
from rpc.config import RpcConfig, RpcLimits
from rpc.dispatcher import Dispatcher
from rpc.grpc.calls import Call, Stream, decode
from rpc.grpc.config import GrpcLimits
from rpc.grpc.errors import status_of, trailers_of
from rpc.grpc.heads import Heads
from rpc.grpc.server import build_services
from rpc.methods import Method
from rpc.news import News
from rpc.subscriptions import Subscription, Subscriptions
from rpc.table import build_methods
from tests.fuzz.target import Target, pick, placed
from tests.rpc.grpc.stage import GENESIS
from tests.rpc.stage import ACCOUNTS, VALIDATOR, StageBackend, hex_of

T = TypeVar("T")

GAS_MAX = Gas(100_000)  # of one call
INPUT_BYTES_MAX = 65_536  # of one request here: a larger one is many, which cost what many cost
BATCH_MAX = 8  # requests of one body
HASH = "0x" + "ab" * 32
HELD_MAX = 100  # subscriptions that are open at once


class Backend(StageBackend):
    """A small chain of two blocks, whose work is done at once."""

    def __init__(self) -> None:
        super().__init__(assemble(), **GENESIS)
        self.send(0, ACCOUNTS[1], value_wei=5)
        self.make_block()
        self.send(0, ACCOUNTS[1], value_wei=6)
        self.make_block()

    async def run(self, work: Callable[[], T]) -> T:
        """Run on this thread: the code that calls may run is short."""
        return work()

    def add_evidence(self, evidence: Evidence) -> bool:
        """Take evidence and forget it."""
        return True


class Ear:
    """A WebSocket's session: hears news and forgets them."""

    def __init__(self, subscriptions: Subscriptions) -> None:
        self._subscriptions = subscriptions
        self._held: dict[str, Subscription] = {}

    def subscribe(self, kind: str, wanted: Any) -> str:
        """Begin a subscription; the oldest one ends where there are too many."""
        found = self._subscriptions.add(kind, wanted, lambda name, news: None)
        self._held[found.id] = found
        if len(self._held) > HELD_MAX:
            self.unsubscribe(next(iter(self._held)))
        return found.id

    def unsubscribe(self, subscription: str) -> bool:
        """End a subscription; False where there is none."""
        found = self._held.pop(subscription, None)
        if found is not None:
            self._subscriptions.remove(found)
        return found is not None


class Faults(logging.Handler):
    """Keeps what the servers log as their own fault."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.last: BaseException | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the failure of a record."""
        self.last = record.exc_info[1] if record.exc_info else AssertionError(record.getMessage())


class Servers:
    """Everything that answers, over one chain and one event loop."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.backend = Backend()
        self.faults = Faults()
        logger = logging.getLogger("rpc.dispatcher")
        logger.addHandler(self.faults)
        logger.propagate = False
        limits = RpcLimits(call_gas_max=GAS_MAX, batch_items_max=BATCH_MAX)
        news = News(self.backend)
        self.methods = build_methods(self.backend, RpcConfig(limits=limits), news)
        self.dispatcher = Dispatcher(self.methods, limits)
        self.ear = Ear(Subscriptions(self.backend, news))
        self.calls = self._grpc_calls(GrpcLimits(call_gas_max=GAS_MAX, commit_s=0.0))

    def _grpc_calls(self, limits: GrpcLimits) -> list[tuple[MethodDescriptor, Call]]:
        tables = build_services(self.backend, limits, Heads(self.backend))
        return [
            (service.methods_by_name[name], call)
            for service, table in tables
            for name, call in table.items()
        ]

    def wait(self, work: Awaitable[T]) -> T:
        """Run a coroutine to its end."""
        return self.loop.run_until_complete(work)


@cache
def servers() -> Servers:
    """The servers of this process."""
    return Servers()


def fuzz_json_rpc(data: bytes) -> None:
    """A body or a WebSocket's message: every request in it is answered, none by an own fault."""
    here = servers()
    here.faults.last = None
    answer = here.wait(here.dispatcher.answer(data[:INPUT_BYTES_MAX], here.ear))
    if here.faults.last is not None:
        raise here.faults.last
    answers = [] if answer is None else orjson.loads(answer)
    answers = answers if isinstance(answers, list) else [answers]
    assert len(answers) <= BATCH_MAX
    refused = [each["error"] for each in answers if "error" in each]
    assert all(error["code"] != -32603 for error in refused), refused
    if answers and len(refused) == len(answers):
        raise Malformed(refused[0]["message"])


def fuzz_grpc(data: bytes) -> None:
    """A request of any method, by its place; none fails by an own fault."""
    here = servers()
    (method, call), rest = pick(here.calls, data)
    try:
        request = decode(GetMessageClass(method.input_type), rest[:INPUT_BYTES_MAX])
        here.wait(_answer(call, request))
    except Exception as failure:
        code, _ = status_of(failure)
        trailers_of(failure)
        if code is StatusCode.INTERNAL:
            raise
        raise Malformed(code.name) from failure


async def _answer(call: Call, request: Any) -> None:
    if isinstance(call, Stream):
        await _first(call, request)
    else:
        (await call.function(request)).SerializeToString()


async def _first(call: Stream, request: Any) -> None:
    """What a stream has to tell at once."""
    told = call.function(request)
    first = asyncio.ensure_future(anext(told))
    await asyncio.sleep(0)
    try:
        if first.done():
            first.result().SerializeToString()
    finally:
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
        await told.aclose()


PARAMETERS: Mapping[str, Any] = {
    "eth_call": [{"to": hex_of(VALIDATOR), "data": "0x", "gas": "0x5208"}, "latest", {}, {}],
    "eth_estimateGas": [{"from": hex_of(ACCOUNTS[0]), "to": hex_of(ACCOUNTS[1]), "value": "0x1"}],
    "eth_createAccessList": [{"to": hex_of(ACCOUNTS[1]), "accessList": []}, "0x1"],
    "eth_getLogs": [{"fromBlock": "0x0", "address": hex_of(VALIDATOR), "topics": [None, [HASH]]}],
    "eth_newFilter": [{"blockHash": HASH}],
    "eth_getBlockByNumber": ["0x1", True],
    "eth_getBalance": [hex_of(ACCOUNTS[0]), {"blockNumber": "0x1", "requireCanonical": False}],
    "eth_getProof": [hex_of(ACCOUNTS[0]), ["0x0", HASH], "latest"],
    "eth_getStorageAt": [hex_of(ACCOUNTS[0]), "0x0", "latest"],
    "eth_feeHistory": ["0x2", "latest", [0, 50.5, 100]],
    "eth_subscribe": ["logs", {"topics": []}],
    "eth_sendRawTransaction": ["0xf8"],
    "kumiai_lightBlock": ["0x1"],
}
VALUES = (hex_of(ACCOUNTS[0]), "latest", "0x1", HASH, True, {}, "0x", [])


def _request(method: Method) -> bytes:
    params = PARAMETERS.get(method.name)
    if params is None:
        params = [_value(parameter.decode) for parameter in method.parameters]
    request = {"jsonrpc": "2.0", "id": 1, "method": method.name, "params": params}
    return orjson.dumps(request)


def _value(read: Callable[[Any], Any]) -> Any:
    """The first value that a parameter takes."""
    for value in VALUES:
        try:
            read(value)
        except Exception:  # noqa: BLE001  only which one is taken matters
            continue
        return value
    return None


def _samples_json() -> list[bytes]:
    requests = [_request(method) for method in servers().methods.values()]
    return [*requests, b"[" + b",".join(requests[:3]) + b"]"]


def _samples_grpc() -> list[bytes]:
    return [placed(place) for place in range(len(servers().calls))] + [
        placed(place, _filled(method)) for place, (method, _) in enumerate(servers().calls)
    ]


def _filled(method: MethodDescriptor) -> bytes:
    """A request with something in every field."""
    request = GetMessageClass(method.input_type)()
    _fill(request)
    return bytes(request.SerializeToString())


def _fill(message: Any) -> None:
    for field in message.DESCRIPTOR.fields:
        if field.is_repeated:
            continue
        if field.type == field.TYPE_MESSAGE:
            _fill(getattr(message, field.name))
        else:
            is_number = field.name.endswith(("_wei", "number"))
            text = "1" if is_number else hex_of(ACCOUNTS[0])
            kinds = {field.TYPE_STRING: text, field.TYPE_BYTES: bytes(32)}
            setattr(message, field.name, kinds.get(field.type, 1))


TARGETS = {
    "json_rpc": Target(fuzz_json_rpc, _samples_json()),
    "grpc": Target(fuzz_grpc, _samples_grpc()),
}
