"""The whole table, with anything a client may think of."""

import asyncio
from types import SimpleNamespace
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chain.kit.assembly import Assembly
from chain.kit.module import Module, view
from rpc.config import RpcConfig, RpcLimits
from rpc.dispatcher import Dispatcher
from rpc.news import News
from rpc.table import build_methods
from tests.rpc.stage import (
    ACCOUNTS,
    COUNTER,
    HASHER,
    INVALID,
    NUMBER,
    REVERTER,
    Guild,
    StageBackend,
    hex_of,
)

CONFIG = RpcConfig(limits=RpcLimits(call_gas_max=200_000))
BACKEND = StageBackend()
SENT = BACKEND.send(0, COUNTER)
BLOCK = BACKEND.make_block()
METHODS = build_methods(BACKEND, CONFIG, News(BACKEND))

ADDRESSES = st.sampled_from(
    [hex_of(a) for a in (ACCOUNTS[0], COUNTER, HASHER, REVERTER, INVALID, NUMBER, Guild.address)]
)
QUANTITIES = st.integers(0, 2**256 - 1).map(hex) | st.sampled_from(["0x0", "0x1", "0x2", "0x64"])
HASHES = st.sampled_from([hex_of(SENT), hex_of(BLOCK.header.hash), "0x" + "ab" * 32])
BLOCKS = st.sampled_from(["latest", "earliest", "pending", "safe", "0x0", "0x1", "0x9"])
DATA = st.binary(max_size=70).map(hex_of)
CALLS = st.fixed_dictionaries(
    {"to": ADDRESSES},
    optional={
        "from": ADDRESSES,
        "data": DATA,
        "value": QUANTITIES,
        "gas": QUANTITIES,
        "nonce": QUANTITIES,
        "gasPrice": QUANTITIES,
        "accessList": st.lists(st.fixed_dictionaries({"address": ADDRESSES}), max_size=2),
        "authorizationList": st.lists(
            st.fixed_dictionaries(
                {"address": ADDRESSES}
                | dict.fromkeys(("chainId", "nonce", "yParity", "r", "s"), QUANTITIES)
            ),
            max_size=2,
        ),
    },
)
OVERRIDES = st.dictionaries(
    ADDRESSES,
    st.fixed_dictionaries({}, optional={"balance": QUANTITIES, "nonce": QUANTITIES, "code": DATA}),
    max_size=2,
)
BLOCK_OVERRIDES = st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(("number", "time", "gasLimit", "baseFeePerGas"), QUANTITIES),
)
FILTERS = st.fixed_dictionaries(
    {},
    optional={
        "fromBlock": BLOCKS,
        "toBlock": BLOCKS,
        "address": ADDRESSES | st.lists(ADDRESSES, max_size=2),
        "topics": st.lists(st.none() | HASHES | st.lists(HASHES, max_size=2), max_size=4),
    },
)
TRACES = st.fixed_dictionaries(
    {},
    optional={
        "tracer": st.sampled_from(
            ["", "callTracer", "flatCallTracer", "prestateTracer", "4byteTracer", "muxTracer", "x"]
        ),
        "tracerConfig": st.fixed_dictionaries(
            {},
            optional=dict.fromkeys(
                ("withLog", "onlyTopCall", "diffMode", "includeEmpty", "includePrecompiles"),
                st.booleans(),
            )
            | {"callTracer": st.none(), "prestateTracer": st.just({"diffMode": True})},
        ),
        "timeout": st.sampled_from(["1ms", "5s", "soon"]),
        "enableMemory": st.booleans(),
        "disableStack": st.booleans(),
        "enableReturnData": st.booleans(),
        "limit": st.integers(0, 5),
        "txIndex": QUANTITIES,
        "stateOverrides": OVERRIDES,
        "blockOverrides": BLOCK_OVERRIDES,
    },
)
TRACE_KINDS = st.lists(st.sampled_from(["trace", "stateDiff", "vmTrace"]), max_size=3)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
PLAUSIBLE = (
    ADDRESSES
    | QUANTITIES
    | HASHES
    | BLOCKS
    | DATA
    | CALLS
    | OVERRIDES
    | BLOCK_OVERRIDES
    | FILTERS
    | TRACES
    | TRACE_KINDS
    | st.booleans()
    | st.integers(0, 3)
    | st.lists(QUANTITIES, max_size=3)
)
PARAMS = st.lists(PLAUSIBLE, max_size=4) | st.lists(ANYTHING, max_size=4) | ANYTHING


def ask(name: str, params: Any) -> dict[str, Any]:
    """Return the decoded answer."""
    body = orjson.dumps({"jsonrpc": "2.0", "id": 1, "method": name, "params": params})
    reply = asyncio.run(Dispatcher(METHODS, CONFIG.limits).answer(body))
    assert reply is not None
    decoded: dict[str, Any] = orjson.loads(reply)
    return decoded


def check(name: str, params: Any) -> None:
    """Assert that an answer is a result or an error that is the client's."""
    answer = ask(name, params)
    if "error" in answer:
        assert answer["error"]["code"] != -32603, (name, params, answer)
    assert "Traceback" not in str(answer)


SLOW = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(st.sampled_from(sorted(METHODS)), PARAMS)
def test_no_method_breaks_on_any_parameters(name: str, params: Any) -> None:
    """Whatever the parameters, no method fails by its own fault and no trace is shown."""
    check(name, params)


@SLOW
@given(
    st.sampled_from(["eth_call", "eth_estimateGas", "eth_createAccessList"]),
    CALLS,
    BLOCKS,
    OVERRIDES,
    BLOCK_OVERRIDES,
)
def test_no_call_breaks_the_machine(
    name: str, call: Any, block: str, overrides: Any, block_overrides: Any
) -> None:
    """Well-formed calls with absurd values end in a result or in the client's error."""
    params = [call, block, overrides, block_overrides]
    check(name, params if name == "eth_call" else params[:3])


@SLOW
@given(CALLS, BLOCKS, TRACES, TRACE_KINDS)
def test_no_trace_breaks_the_machine(call: Any, block: str, config: Any, kinds: Any) -> None:
    """Well-formed calls and configurations end in a trace or in the client's error."""
    check("debug_traceCall", [call, block, config])
    check("trace_call", [call, kinds, block])
    check("debug_traceTransaction", [hex_of(SENT), config])


@SLOW
@given(FILTERS, st.sampled_from(["eth_getLogs", "eth_newFilter"]))
def test_no_filter_breaks_the_search(wanted: Any, name: str) -> None:
    """Well-formed filters end in logs, an id, or the client's error."""
    check(name, [wanted])


def test_methods_are_unique() -> None:
    """A module whose view takes the name of another method cannot be served."""

    class Pool(Module, address=0x0B00, name="txpool"):
        @view
        def status(self) -> int:
            """A name that is taken."""
            return 1

    backend: Any = SimpleNamespace(**vars(BACKEND))
    backend.assembly = Assembly((Pool,))
    with pytest.raises(ValueError, match="two methods are called txpool_status"):
        build_methods(backend, CONFIG, News(backend))
