"""
The tracer without a name: one entry an instruction, with stack, storage and, if wanted, memory.

    {"gas", "failed", "returnValue", "structLogs": [{"pc", "op", "gas", "gasCost", "depth", ...}]}
"""

from dataclasses import dataclass
from typing import Any, Final

from chain.types.primitives import Address
from chain.vm.frames import Step
from chain.vm.opcodes import SLOAD, SSTORE
from rpc.shapes import data, quantity, word
from rpc.tracers.tracer import Budget, FrameTracer, Run

ENTRY_BYTES: Final = 112  # what an entry's fixed fields come to as JSON
WORD_BYTES: Final = 69  # a word in hex, its quotes and its comma
MEMORY_WORD_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class StructLogOptions:
    """What an entry shows; `limit` is how many entries are kept, 0 for all."""

    enable_memory: bool = False
    disable_stack: bool = False
    disable_storage: bool = False
    enable_return_data: bool = False
    limit: int = 0


class StructLogger(FrameTracer):
    """geth's opcode logger."""

    wants_steps = True

    def __init__(self, budget: Budget, options: StructLogOptions) -> None:
        super().__init__(budget)
        self._options = options
        self._entries: list[tuple[Step, dict[str, Any]]] = []
        self._storage: dict[Address, dict[str, str]] = {}

    def step(self, step: Step) -> None:
        """Keep what the instruction finds; what it costs is known later."""
        options = self._options
        if options.limit and len(self._entries) >= options.limit:
            return
        found: dict[str, Any] = {}
        size_bytes = ENTRY_BYTES
        if not options.disable_stack:
            stack = step.stack()
            found["stack"] = [quantity(item) for item in stack]
            size_bytes += sum(map(len, found["stack"])) + 3 * len(stack)
        if options.enable_memory and (memory := step.memory()):
            places = range(0, len(memory), MEMORY_WORD_BYTES)
            found["memory"] = [data(memory[at : at + MEMORY_WORD_BYTES]) for at in places]
            size_bytes += WORD_BYTES * len(places)
        if options.enable_return_data and (returned := step.return_data()):
            found["returnData"] = data(returned)
            size_bytes += 2 * len(returned)
        if not options.disable_storage and step.opcode in (SLOAD, SSTORE):
            storage = self._note_word(step)
            if storage:
                found["storage"] = storage
                size_bytes += 2 * WORD_BYTES * len(storage)
        self._budget.spend(size_bytes)
        self._entries.append((step, found))

    def result(self, run: Run) -> dict[str, Any]:
        """Return the entries and what came of the transaction."""
        outcome, root = run.traced.outcome, run.traced.root
        has_output = outcome.error is None or root.is_revert
        return {
            "gas": outcome.gas_used,
            "failed": outcome.error is not None,
            "returnValue": data(outcome.output if has_output else b""),
            "structLogs": [_show(step, found) for step, found in self._entries],
        }

    def _note_word(self, step: Step) -> dict[str, str]:
        """Return all words of the account met so far, with the one that is loaded or stored now."""
        storage = self._storage.setdefault(step.address, {})
        stack = step.stack()
        if step.opcode == SLOAD and stack:
            storage[word(stack[-1])] = word(step.load(stack[-1]))
        elif step.opcode == SSTORE and len(stack) > 1:
            storage[word(stack[-1])] = word(stack[-2])
        return dict(storage)


def _show(step: Step, found: dict[str, Any]) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "pc": step.pc,
        "op": step.name,
        "gas": step.gas,
        "gasCost": step.gas_cost,
        "depth": step.depth,
        **found,
    }
    if step.error is not None:
        shown["error"] = step.error
    if step.refund > 0:
        shown["refund"] = step.refund
    return shown
