"""Traces on their way: found or not, bounded in time and size, pruned, queued."""

import asyncio
import threading
from typing import Any

import pytest

from chain.kit.module import method_named
from rpc.config import RpcConfig, RpcLimits
from rpc.errors import CallFailed, LimitExceeded
from rpc.tracers.tracer import Budget
from rpc.tracers.traces import PRUNED
from rpc.work import LongWork
from tests.rpc.stage import (
    ACCOUNTS,
    COUNTER,
    NUMBER,
    REVERTER,
    SPINNER,
    STRANGER,
    Guild,
    StageBackend,
    hex_of,
)
from tests.rpc.tracers.asking import Asker


def asker(**limits: Any) -> tuple[StageBackend, Asker, list[str]]:
    """A chain with one block of three transactions, and who asks it."""
    backend = StageBackend()
    hashes = [
        hex_of(backend.send(0, COUNTER)),
        hex_of(backend.send(0, STRANGER, value_wei=5)),
        hex_of(backend.send(0, REVERTER)),
    ]
    backend.make_block()
    return backend, Asker(backend, RpcConfig(limits=RpcLimits(**limits))), hashes


def test_a_block_is_traced_transaction_by_transaction() -> None:
    """By number, by hash and in RLP: the same traces, each under its hash."""
    backend, ask, hashes = asker()
    config = {"tracer": "callTracer"}
    by_number = ask.rpc("debug_traceBlockByNumber", "0x1", config)
    block_hash = hex_of(backend.ledger.head.header.hash)
    assert ask.rpc("debug_traceBlockByHash", block_hash, config) == by_number
    raw = ask.rpc("debug_getRawBlock", "0x1")
    assert ask.rpc("debug_traceBlock", raw, config) == by_number
    assert [item["txHash"] for item in by_number] == hashes
    for item in by_number:
        assert ask.rpc("debug_traceTransaction", item["txHash"], config) == item["result"]


@pytest.mark.parametrize(
    ("method", "params", "message"),
    [
        ("debug_traceTransaction", ["0x" + "01" * 32], "transaction not found"),
        ("debug_traceBlockByNumber", ["0x0"], "genesis is not traceable"),
        ("debug_traceBlockByNumber", ["0x63"], "block #99 not found"),
        ("debug_traceBlockByHash", ["0x" + "01" * 32], "block 0x" + "01" * 32 + " not found"),
        ("debug_traceCall", [{}, "0x63"], "block #99 not found"),
        ("debug_traceCall", [{}, "pending"], "tracing on top of pending is not supported"),
        ("debug_traceBlock", ["0x01"], "could not decode block"),
    ],
)
def test_what_is_not_there_is_said_in_geths_words(method: str, params: Any, message: str) -> None:
    """-32000 and a text that clients know."""
    _, ask, _ = asker()
    code, found = ask.error(method, *params)
    assert code == -32000
    assert found.startswith(message)


def test_a_pruned_state_is_said_in_geths_words() -> None:
    """A transaction whose state is not kept cannot be traced: -32000, and which are kept."""
    backend, ask, hashes = asker()
    for _ in range(105):
        backend.send(0, STRANGER, value_wei=1)
        backend.make_block()
    code, message = ask.error("debug_traceTransaction", hashes[0])
    assert code == -32000
    assert message.startswith(PRUNED)
    code, message = ask.error("debug_traceCall", {}, "0x1")
    assert (code, message.startswith(PRUNED)) == (-32000, True)


def test_a_long_trace_ends_in_time() -> None:
    """The node's limit and the client's, whichever is shorter, end it in geth's words."""
    _, ask, _ = asker(trace_s=0.2)
    call = {"to": hex_of(SPINNER)}
    assert ask.error("debug_traceCall", call, "latest") == (-32000, "execution timeout")
    config = {"tracer": "callTracer", "timeout": "50ms"}
    assert ask.error("debug_traceCall", call, "latest", config) == (-32000, "execution timeout")
    longer = {"tracer": "callTracer", "timeout": "1h"}
    assert ask.error("debug_traceCall", call, "latest", longer) == (-32000, "execution timeout")


def test_a_large_trace_is_refused_before_it_is_large() -> None:
    """What would not fit is ended while it grows, and the client is told what to do."""
    _, ask, hashes = asker(trace_bytes_max=2_000)
    code, message = ask.error("debug_traceTransaction", hashes[0])
    assert code == -32005
    assert message.startswith("trace larger than 2000 bytes: ask for less")
    ask.rpc("debug_traceTransaction", hashes[0], {"limit": 3})


def test_an_answer_that_is_too_long_is_refused() -> None:
    """The encoded answer is measured too."""
    _, ask, hashes = asker(reply_bytes_max=100)
    assert ask.error("debug_traceTransaction", hashes[0])[0] == -32005


def test_budgets_add_up() -> None:
    """A budget lasts to its last byte and not further."""
    budget = Budget(10)
    budget.spend(4)
    budget.spend(6)
    with pytest.raises(LimitExceeded):
        budget.spend(1)


def test_calls_see_their_overrides() -> None:
    """State and block overrides hold in a traced call as they do in eth_call."""
    _, ask, _ = asker()
    config = {
        "tracer": "callTracer",
        "stateOverrides": {hex_of(STRANGER): {"code": "0x4360005260206000f3"}},
        "blockOverrides": {"number": "0x7b"},
    }
    shown = ask.rpc("debug_traceCall", {"to": hex_of(STRANGER)}, "latest", config)
    assert int(shown["output"], 16) == 123


def test_a_call_in_the_middle_of_a_block() -> None:
    """With txIndex the call sees what the transactions before it left, and no others."""
    backend = StageBackend()
    for _ in range(3):
        backend.send(0, COUNTER)
    backend.make_block()
    ask = Asker(backend)
    for index, expected in ((0, 1), (1, 2), (2, 3)):
        config = {"tracer": "callTracer", "txIndex": hex(index)}
        shown = ask.rpc("debug_traceCall", {"to": hex_of(COUNTER)}, "0x1", config)
        assert int(shown["output"], 16) == expected
    shown = ask.rpc("debug_traceCall", {"to": hex_of(COUNTER)}, "0x1", {"tracer": "callTracer"})
    assert int(shown["output"], 16) == 4
    code, message = ask.error("debug_traceCall", {}, "0x1", {"txIndex": "0x3"})
    assert (code, "out of range" in message) == (-32000, True)


def test_a_transaction_is_traced_upon_those_before_it() -> None:
    """The third call of a counter finds two, though the block is over long since."""
    backend = StageBackend()
    hashes = [hex_of(backend.send(0, COUNTER)) for _ in range(3)]
    backend.make_block()
    backend.send(0, COUNTER)
    backend.make_block()
    shown = Asker(backend).rpc("debug_traceTransaction", hashes[2], {"tracer": "callTracer"})
    assert int(shown["output"], 16) == 3


def test_a_call_of_a_module_is_decoded() -> None:
    """Module, method, arguments by name, and the refusal where there is one."""
    backend, ask, _ = asker()
    join = method_named(Guild, "join")
    member = method_named(Guild, "member")
    assert join is not None
    assert member is not None
    sent = hex_of(backend.send(1, Guild.address, join.encode_call(7)))
    backend.make_block()
    shown = ask.rpc("debug_traceTransaction", sent, {"tracer": "callTracer"})
    assert shown["decoded"] == {
        "module": "guild",
        "method": "join",
        "arguments": {"shares": "0x7"},
    }
    call = {"to": hex_of(Guild.address), "data": hex_of(member.encode_call(ACCOUNTS[2]))}
    shown = ask.rpc("debug_traceCall", call, "latest", {"tracer": "callTracer"})
    assert shown["decoded"]["refusal"].startswith("NotAMember(who=0x")
    assert shown["error"] == "execution reverted"


def test_the_wrong_chain_is_refused() -> None:
    """A call for another chain is no call for this one."""
    _, ask, _ = asker()
    code, message = ask.error("debug_traceCall", {"chainId": "0x1"}, "latest")
    assert (code, "chainId does not match" in message) == (-32602, True)


def test_traces_take_turns() -> None:
    """No more traces run at a time than the node allows; who finds too many waiting is told."""
    running, most = 0, 0
    lock = threading.Lock()

    class Threads:
        async def run(self, work: Any) -> Any:
            return await asyncio.to_thread(work)

    def trace() -> None:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        threading.Event().wait(0.02)
        with lock:
            running -= 1

    async def play() -> list[Any]:
        backend: Any = Threads()
        work = LongWork(backend, 4, at_once=1)
        return await asyncio.gather(*(work.run(trace) for _ in range(6)), return_exceptions=True)

    answers = asyncio.run(play())
    assert most == 1
    assert sum(isinstance(answer, LimitExceeded) for answer in answers) == 2
    assert not any(isinstance(answer, CallFailed) for answer in answers)


def test_a_turn_lasts_as_long_as_its_thread() -> None:
    """Who stops waiting does not let a second trace in beside the one that still runs."""
    gate, order = threading.Event(), []

    class Threads:
        async def run(self, work: Any) -> Any:
            return await asyncio.to_thread(work)

    def slow() -> None:
        gate.wait(5)
        order.append("slow")

    async def play() -> None:
        backend: Any = Threads()
        work = LongWork(backend, 4, at_once=1)
        first = asyncio.create_task(work.run(slow))
        await asyncio.sleep(0.05)
        first.cancel()
        second = asyncio.create_task(work.run(lambda: order.append("next")))
        await asyncio.sleep(0.05)
        assert order == []
        gate.set()
        await second

    asyncio.run(play())
    assert order == ["slow", "next"]


def test_the_block_of_a_call_is_the_blocks() -> None:
    """Without overrides a traced call sees the number of the block it stands on."""
    _, ask, _ = asker()
    shown = ask.rpc("debug_traceCall", {"to": hex_of(NUMBER)}, "0x1", {"tracer": "callTracer"})
    assert int(shown["output"][:66], 16) == 1
