"""Call data reaches the method it names, or is refused before any module runs."""

import pytest
from eth_abi import decode, encode

from chain.errors import Malformed
from chain.kit.dispatch import (
    CALL_DATA_BYTES_MAX,
    GAS_PER_CALL,
    GAS_PER_WORD,
    UnknownSelector,
    decode_result,
    dispatch,
)
from chain.kit.host import CallInfo
from chain.kit.memory_host import MemoryHost
from chain.kit.module import NotPayable, Paused, method_named
from chain.types.primitives import Address, Wei
from tests.chain.kit.demo import DEMO, Demo, Note, TooMuch

ALICE = Address(b"\xaa" * 20)


def stage() -> MemoryHost:
    """An empty host."""
    return MemoryHost(DEMO.wires)


def data_of(name: str, *values: object) -> bytes:
    """Call data for a method of the demo."""
    return method_named(Demo, name).encode_call(*values)


def run(host: MemoryHost, data: bytes, value_wei: int = 0) -> bytes:
    """Dispatch a call of Alice's."""
    return dispatch(Demo, host, CallInfo(ALICE, Wei(value_wei)), data)


def test_arguments_go_in_and_results_come_out():
    """A static result stands in place, a dynamic one behind an offset, nothing is no bytes."""
    host = stage()
    assert encode(["uint256"], [0]) == run(host, data_of("set_number", 5))
    assert encode(["uint256"], [5]) == run(host, data_of("current"))
    assert b"" == run(host, data_of("deposit", "hello"), value_wei=3)
    raw = run(host, data_of("whole"))
    assert ((("0x" + ALICE.hex(), "hello"),),) == decode(["(address,string)[]"], raw)
    assert (Note(ALICE, "hello"),) == decode_result(method_named(Demo, "whole"), raw)
    assert decode_result(method_named(Demo, "deposit"), b"") is None


@pytest.mark.parametrize(
    ("data", "refusal", "says"),
    [
        (b"", UnknownSelector, "demo has no method 0x$"),
        (b"\x01\x02", UnknownSelector, "0x0102"),
        (b"\xde\xad\xbe\xef" + bytes(32), UnknownSelector, "0xdeadbeef"),
        (data_of("set_number", 1)[:-1], Malformed, "32 bytes expected"),
        (data_of("set_mood", 1)[:4] + b"\xff" * 32, Malformed, "Mood"),
        (data_of("set_number", 1).ljust(CALL_DATA_BYTES_MAX + 1, b"\0"), Malformed, "65536 bytes"),
    ],
)
def test_what_is_no_call_is_malformed(data, refusal, says):
    """Unknown selectors, bad arguments and oversized data never reach a method."""
    host = stage()
    with pytest.raises(refusal, match=says):
        run(host, data)
    assert ({}, []) == (host.words, host.logs)


def test_the_largest_call_data_is_taken():
    """Exactly the maximum still counts as a call."""
    host = stage()
    run(host, data_of("set_number", 1).ljust(CALL_DATA_BYTES_MAX, b"\0"))
    assert 1 in host.words.values()


@pytest.mark.parametrize("name", ["current", "set_mood"])
def test_coins_for_a_method_that_takes_none_are_refused(name):
    """A view or a call that is not payable sends coins back by refusing."""
    arguments = () if name == "current" else (1,)
    with pytest.raises(NotPayable, match="value_wei 7"):
        run(stage(), data_of(name, *arguments), value_wei=7)


def test_a_paused_module_answers_questions_only():
    """Views go on, calls are refused until it is resumed."""
    host = stage()
    run(host, data_of("set_number", 5))
    Demo(host, CallInfo(ALICE)).set_paused(True)
    assert encode(["uint256"], [5]) == run(host, data_of("current"))
    with pytest.raises(Paused):
        run(host, data_of("set_number", 6))
    Demo(host, CallInfo(ALICE)).set_paused(False)
    run(host, data_of("set_number", 6))


def test_a_refusal_passes_through():
    """What the module refuses with is what the caller sees."""
    with pytest.raises(TooMuch, match="number_max 999, number 5000"):
        run(stage(), data_of("set_number", 5_000))


def test_a_view_cannot_write():
    """A host that is static catches a view that breaks its promise."""
    host = stage()
    host.is_static = True
    with pytest.raises(AssertionError, match="a view wrote"):
        run(host, data_of("writes_in_a_view"))


def test_data_in_and_out_is_paid_by_the_word():
    """Dispatch charges a base, and the words of call data and of the result."""
    host = stage()
    data = data_of("current")
    run(host, data)
    assert GAS_PER_CALL + GAS_PER_WORD * (1 + 1) == host.gas_used
    for text in ("a", "b" * 300):
        run(host, data_of("deposit", text))
    host.gas_used = 0
    result = run(host, data_of("whole"))
    assert GAS_PER_CALL + GAS_PER_WORD * (1 + len(result) // 32) == host.gas_used
