"""While a module calls out nothing else of it moves, and only sound code is placed."""

import pytest

from chain.kit.dispatch import dispatch
from chain.kit.host import CallInfo, CallOutcome
from chain.kit.memory_host import MemoryHost
from chain.kit.module import method_named
from chain.kit.outcalls import Reentered, check_placeable, refuse_held
from chain.types.primitives import ZERO_ADDRESS, Address, Gas
from tests.chain.kit.demo import DEMO, Demo, Other

TARGET = Address(b"\xcc" * 20)
NOBODY = CallInfo(ZERO_ADDRESS)


def call(host: MemoryHost, module: type, name: str, *values: object) -> bytes:
    """Dispatch a method as the machine does."""
    return dispatch(module, host, NOBODY, method_named(module, name).encode_call(*values))


def test_dispatch_refuses_calls_and_answers_views():
    """The module that waits, and the one that called it as a peer, take no call meanwhile."""
    host = MemoryHost(DEMO.wires)
    seen: list[str] = []

    def run(host: MemoryHost, source: Address, data: bytes, gas: Gas) -> CallOutcome:
        for module, name, values in ((Demo, "set_number", (5,)), (Other, "add", (1,))):
            with pytest.raises(Reentered):
                call(host, module, name, *values)
            seen.append(name)
        return CallOutcome(True, call(host, Demo, "current"))

    host.contracts[TARGET] = run
    other = Demo(host, NOBODY).other
    assert (Demo.address,) == other.caller.through
    assert other.call_contract(TARGET, b"", Gas(1)).output == bytes(32)
    assert ["set_number", "add"] == seen
    call(host, Demo, "set_number", 6)
    assert 6 == Demo(host, NOBODY).number


def test_only_who_waits_is_held():
    """A module that is not on the way is free."""
    host = MemoryHost()
    host.calling_out = frozenset({Demo.address})
    refuse_held(host, Other.address)
    with pytest.raises(Reentered, match="only answers views"):
        refuse_held(host, Demo.address)


@pytest.mark.parametrize("code", [b"", b"\xef\x00", bytes(24_577)])
def test_unsound_code_is_a_bug_of_ours(code):
    """No code, code of a reserved kind (EIP-3541) and code too long (EIP-170) are not placed."""
    with pytest.raises(AssertionError, match="code to place"):
        check_placeable(code)
    check_placeable(bytes(24_576))
