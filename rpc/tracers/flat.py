"""
Frames one after the other, as OpenEthereum wrote them: trace_*, and geth's flatCallTracer.

    frame at [0, 2] of the tree --> {"action", "result", "error", "subtraces", "traceAddress", ...}

Calls of precompiles are left out unless they are asked for; calls of modules are always there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from chain.types.block import CommittedBlock
from chain.types.primitives import Address
from chain.vm.errors import EXECUTION_REVERTED
from chain.vm.frames import Frame
from rpc.shapes import data, quantity
from rpc.tracers.decoding import ModuleCalls
from rpc.tracers.tracer import Budget, FrameTracer, Run

Shown = dict[str, Any]
ADDRESS_ITEM_BYTES: Final = 4  # a step of a trace address as JSON

# What OpenEthereum called errors, by geth's wording.
_ERRORS: Final = {
    "out of gas": "Out of gas",
    "gas uint64 overflow": "Out of gas",
    "max code size exceeded": "Out of gas",
    "contract creation code storage out of gas": "Out of gas",
    "invalid jump destination": "Bad jump destination",
    EXECUTION_REVERTED: "Reverted",
    "return data out of bounds": "Out of bounds",
    "write protection": "Mutable Call In Static Context",
    "stack limit reached 1024 (1023)": "Out of stack",
    "insufficient balance for transfer": "Insufficient balance for transfer",
}
_BEGINNINGS: Final = (("invalid opcode", "Bad instruction"), ("stack underflow", "Stack underflow"))


@dataclass(frozen=True, slots=True)
class FlatOptions:
    """How geth's flatCallTracer is told to write."""

    convert_errors: bool = False
    include_precompiles: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a trace comes from: a transaction of a block."""

    block: CommittedBlock
    index: int

    def show(self) -> Shown:
        """Return the fields that every trace of the transaction has."""
        return {
            "blockHash": data(self.block.header.hash),
            "blockNumber": self.block.header.height,
            "transactionHash": data(self.block.block.transactions[self.index].hash),
            "transactionPosition": self.index,
        }


class Flattener:
    """Writes trees of frames as lists."""

    def __init__(
        self, precompiles: frozenset[Address], modules: ModuleCalls, options: FlatOptions
    ) -> None:
        self._precompiles, self._modules, self._options = precompiles, modules, options

    def flatten(self, root: Frame, place: Place | None, budget: Budget) -> list[Shown]:
        """Return the frames in the order in which they began; raises LimitExceeded."""
        shown_place = {} if place is None else place.show()
        flat = []
        for frame, address, calls in self._walk(root):
            budget.spend(ADDRESS_ITEM_BYTES * len(address))
            flat.append(self._show(frame, address, len(calls)) | shown_place)
        return flat

    def _walk(self, root: Frame) -> Iterator[tuple[Frame, list[int], list[Frame]]]:
        waiting: list[tuple[Frame, list[int]]] = [(root, [])]
        while waiting:
            frame, address = waiting.pop()
            calls = [call for call in frame.calls if not self._is_hidden(call)]
            yield frame, address, calls
            below = [(call, [*address, index]) for index, call in enumerate(calls)]
            waiting += reversed(below)

    def _is_hidden(self, frame: Frame) -> bool:
        is_plain = frame.kind in ("CALL", "STATICCALL")
        return is_plain and frame.to in self._precompiles and not self._options.include_precompiles

    def _show(self, frame: Frame, address: list[int], subtraces: int) -> Shown:
        shown = _show_action(frame)
        if frame.error is not None:
            shown["error"] = self._word_error(frame.error)
            if not frame.is_revert:
                shown["result"] = None
        decoded = self._modules.describe(frame)
        if decoded is not None:
            shown["decoded"] = decoded
        return shown | {"subtraces": subtraces, "traceAddress": address}

    def _word_error(self, error: str) -> str:
        if not self._options.convert_errors:
            return error
        for beginning, wording in _BEGINNINGS:
            if error.startswith(beginning):
                return wording
        return _ERRORS.get(error, error)


def _show_action(frame: Frame) -> Shown:
    if frame.kind == "SELFDESTRUCT":
        action = {
            "address": data(frame.sender),
            "refundAddress": data(frame.to or b""),
            "balance": quantity(frame.value_wei or 0),
        }
        return {"type": "suicide", "action": action, "result": None}
    common = {
        "from": data(frame.sender),
        "gas": quantity(frame.gas),
        "value": quantity(frame.value_wei or 0),
    }
    used = {"gasUsed": quantity(frame.gas_used)}
    if frame.is_creation:
        action = common | {"init": data(frame.input), "creationMethod": frame.kind.lower()}
        made = {} if frame.to is None else {"address": data(frame.to)}
        return {
            "type": "create",
            "action": action,
            "result": used | made | {"code": data(frame.output)},
        }
    action = common | {
        "callType": frame.kind.lower(),
        "input": data(frame.input),
        "to": data(frame.to or b""),
    }
    return {"type": "call", "action": action, "result": used | {"output": data(frame.output)}}


class FlatTracer(FrameTracer):
    """geth's flatCallTracer, of one transaction."""

    def __init__(self, budget: Budget, flattener: Flattener, place: Place | None) -> None:
        super().__init__(budget)
        self._flattener, self._place = flattener, place

    def result(self, run: Run) -> list[Shown]:
        """Return all frames; the first has the gas of the transaction."""
        shown = self._flattener.flatten(run.traced.root, self._place, self._budget)
        shown[0]["action"]["gas"] = quantity(run.traced.checked.transaction.gas_limit)
        if shown[0]["result"] is not None:
            shown[0]["result"]["gasUsed"] = quantity(run.traced.outcome.gas_used)
        return shown
