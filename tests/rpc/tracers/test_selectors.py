"""4byteTracer: calls of functions, counted by selector and by the size of what follows."""

from chain.types.primitives import Address, Gas, Wei
from chain.vm.frames import Frame, Traced
from chain.vm.world import World
from rpc.tracers.selectors import SelectorTracer
from rpc.tracers.tracer import Budget, Run
from tests.chain.vm.ground import make_reader, make_transaction
from tests.chain.vm.trace_ground import trace
from tests.rpc.stage import COUNTER, STRANGER

PRECOMPILE = Address(bytes(19) + b"\x02")


def frame(kind: str, data: bytes, to: Address = COUNTER, *calls: Frame) -> Frame:
    """A frame with others below it."""
    found = Frame(kind, 0, STRANGER, to, Wei(0), Gas(0), data)
    found.calls = list(calls)
    return found


def test_only_calls_with_a_selector_count() -> None:
    """Not creations, destructions, precompiles, nor calls of fewer than four bytes."""
    traced, world, _ = trace(World(make_reader()), make_transaction(to=STRANGER))
    selector = b"\x01\x02\x03\x04"
    root = frame(
        "CALL",
        selector + bytes(32),
        COUNTER,
        frame("STATICCALL", selector + bytes(32)),
        frame("DELEGATECALL", selector),
        frame("CALL", selector[:3]),
        frame("CREATE", selector + bytes(7)),
        frame("SELFDESTRUCT", b""),
        frame("CALL", selector, PRECOMPILE, frame("CALL", selector + b"\x01")),
    )
    run = Run(Traced(root, traced.checked, traced.outcome), world)
    tracer = SelectorTracer(Budget(10_000), frozenset([PRECOMPILE]))
    assert tracer.result(run) == {"0x01020304-32": 2, "0x01020304-0": 1, "0x01020304-1": 1}
