"""ots_: what a transaction did inside: calls, coins that moved, and why it failed."""

from typing import Any, Final

from chain.types.primitives import Hash32
from chain.vm.frames import Frame
from rpc.methods import method
from rpc.shapes import Data, data, optional_data, quantity
from rpc.tracers.calls import lasting
from rpc.tracers.tracer import Budget, FrameTracer, Run
from rpc.tracers.traces import Traces

Record = dict[str, Any]
_OPERATIONS: Final = {"CALL": 0, "SELFDESTRUCT": 1, "CREATE": 2, "CREATE2": 3}
_MOVES_NOTHING: Final = ("STATICCALL", "DELEGATECALL")


class _TreeTracer(FrameTracer):
    """Hands on the outermost frame."""

    def result(self, run: Run) -> Frame:
        return run.traced.root


class OtsTransactions:
    """Methods about single transactions."""

    def __init__(self, traces: Traces) -> None:
        self._traces, self._precompiles = traces, traces.registry.precompiles

    @method("ots_getInternalOperations")
    async def get_internal_operations(self, transaction_hash: Hash32) -> list[Record]:
        """Coins that contracts moved, and contracts made and destroyed, by a transaction."""
        found: list[Record] = await self._ask(transaction_hash, self._show_operations)
        return found

    @method("ots_traceTransaction")
    async def trace_transaction(self, transaction_hash: Hash32) -> list[Record]:
        """All calls of a transaction, in the order in which they began."""
        found: list[Record] = await self._ask(
            transaction_hash,
            lambda root: [self._show(item) for item in root.walk() if self._is_shown(item)],
        )
        return found

    @method("ots_getTransactionError")
    async def get_transaction_error(self, transaction_hash: Hash32) -> Data:
        """What a transaction reverted with; nothing where it did not."""
        found: Data = await self._ask(
            transaction_hash, lambda root: data(root.output if root.is_revert else b"")
        )
        return found

    async def _ask(self, transaction_hash: Hash32, show: Any) -> Any:
        block, index = self._traces.find(transaction_hash)
        return await self._traces.run(
            lambda watch: show(self._traces.replay(block, _tree, watch, index)[0][1])
        )

    def _is_shown(self, frame: Frame) -> bool:
        return frame.to not in self._precompiles

    def _show_operations(self, root: Frame) -> list[Record]:
        shown = []
        for frame in lasting(root):
            operation = _OPERATIONS.get(frame.kind)
            moves = bool(frame.value_wei) or frame.kind != "CALL"
            if operation is None or frame is root or not moves or not self._is_shown(frame):
                continue
            shown.append(
                {
                    "type": operation,
                    "from": data(frame.sender),
                    "to": optional_data(frame.to),
                    "value": quantity(frame.value_wei or 0),
                }
            )
        return shown

    def _show(self, frame: Frame) -> Record:
        value_wei = None if frame.kind in _MOVES_NOTHING else frame.value_wei
        return {
            "type": frame.kind,
            "depth": frame.depth,
            "from": data(frame.sender),
            "to": optional_data(frame.to),
            "value": None if value_wei is None else quantity(value_wei),
            "input": data(frame.input),
            "output": data(frame.output),
        }


def _tree(budget: Budget, place: Any) -> _TreeTracer:
    return _TreeTracer(budget)
