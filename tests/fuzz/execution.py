"""
What runs on bytes from outside: native calls of every module, precompiled contracts, code, and the
reasons that reverts give.

A call may fail in any way that the machine foresees; anything else would stop every node.
"""

from functools import cache

from chain.kit.abi import UINT256, StringType, encode_sequence
from chain.types.primitives import Address, Gas, Wei
from chain.vm.call import CallMessage, call
from chain.vm.errors import ERROR_SELECTOR, PANIC_SELECTOR, describe_revert
from modules import MODULES
from tests.fuzz.blocks import SELECTORS, call_samples
from tests.fuzz.servers import servers
from tests.fuzz.target import PLACE_BYTES, Target, pick
from tests.rpc.stage import (
    ACCOUNTS,
    COUNTER_CODE,
    LOGGER_CODE,
    REVERTER_CODE,
    SPINNER_CODE,
    VALIDATOR,
)

GAS_MAX = Gas(1_000_000)  # of one call
CODE_GAS_MAX = Gas(60_000)  # of code that may loop until its gas is gone
INPUT_BYTES_MAX = 8_192  # of one call here
SENDERS = (ACCOUNTS[0], VALIDATOR, *(module.address for module in MODULES))
VALUES = (Wei(0), Wei(1), Wei(10**18), Wei(10**21))
PRECOMPILED = tuple(Address(number.to_bytes(20, "big")) for number in range(1, 0x12))


@cache
def _stage() -> tuple[object, object]:
    chain = servers().backend.chain
    height = chain.head.header.height
    return chain.state(height), chain.environment(height)


def _run(message: CallMessage, gas: Gas) -> None:
    reader, environment = _stage()
    machine = servers().backend.machine
    result = call(reader, message, environment, machine, gas_cap=gas)  # type: ignore[arg-type]
    assert result.gas_used <= gas


def fuzz_native_call(data: bytes) -> None:
    """A call of any method of any module by anybody: the first bytes say of which, and who."""
    (module, method), rest = pick(SELECTORS, data)
    whose = rest[0] if rest else 0
    arguments = rest[1:INPUT_BYTES_MAX]
    for value_wei in {Wei(0), VALUES[whose // 64]}:
        _run(
            CallMessage(
                sender=SENDERS[whose % len(SENDERS)],
                to=module.address,
                data=method.selector + arguments,
                value_wei=value_wei,
            ),
            GAS_MAX,
        )


def fuzz_precompiled(data: bytes) -> None:
    """A call of a precompiled contract; the first byte says of which."""
    to = PRECOMPILED[(data[0] if data else 0) % len(PRECOMPILED)]
    _run(CallMessage(sender=ACCOUNTS[0], to=to, data=data[1:INPUT_BYTES_MAX]), GAS_MAX)


def fuzz_code(data: bytes) -> None:
    """Code that creates a contract."""
    _run(CallMessage(sender=ACCOUNTS[0], data=data[:INPUT_BYTES_MAX]), CODE_GAS_MAX)


def fuzz_revert_reason(data: bytes) -> None:
    """What a contract reverts with, in words."""
    for output in (data, ERROR_SELECTOR + data, PANIC_SELECTOR + data):
        assert isinstance(describe_revert(output), str)


def _reasons() -> list[bytes]:
    text = encode_sequence([StringType()], ["not the owner"])
    return [text, ERROR_SELECTOR + text, encode_sequence([UINT256], [0x11])]


def _native_calls() -> list[bytes]:
    """Every method, called by an account, by the validator and by a module."""
    return [
        sample[:PLACE_BYTES] + bytes([whose]) + sample[PLACE_BYTES:]
        for whose in (0, 64, 129, 4)
        for sample in call_samples()
    ]


TARGETS = {
    "native_call": Target(fuzz_native_call, _native_calls()),
    "precompiled": Target(
        fuzz_precompiled, [bytes([place]) + bytes(192) for place in range(len(PRECOMPILED))]
    ),
    "code": Target(fuzz_code, [COUNTER_CODE, LOGGER_CODE, REVERTER_CODE, SPINNER_CODE]),
    "revert_reason": Target(fuzz_revert_reason, _reasons()),
}
