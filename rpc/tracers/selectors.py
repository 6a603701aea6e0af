"""
4byteTracer: which functions were called, by selector and size of the arguments, and how often.

    {"0x27dc297e-128": 1, "0x38cc4831-0": 2}
"""

from chain.types.primitives import Address
from rpc.tracers.calls import SELECTOR_BYTES
from rpc.tracers.tracer import Budget, FrameTracer, Run


class SelectorTracer(FrameTracer):
    """geth's 4byteTracer; calls of precompiles are no calls of functions."""

    def __init__(self, budget: Budget, precompiles: frozenset[Address]) -> None:
        super().__init__(budget)
        self._precompiles = precompiles

    def result(self, run: Run) -> dict[str, int]:
        """Return how often each selector was called with so many bytes behind it."""
        counts: dict[str, int] = {}
        for frame in run.traced.root.walk():
            is_call = not frame.is_creation and frame.kind != "SELFDESTRUCT"
            if not is_call or len(frame.input) < SELECTOR_BYTES or frame.to in self._precompiles:
                continue
            selector = frame.input[:SELECTOR_BYTES].hex()
            key = f"0x{selector}-{len(frame.input) - SELECTOR_BYTES}"
            counts[key] = counts.get(key, 0) + 1
        return counts
