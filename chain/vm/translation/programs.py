"""
The contracts that were run last, as far as they are translated.

    computation --its code--> Program --traces, one after the other--> the call's end
"""

from collections import OrderedDict
from collections.abc import Mapping
from typing import Any, Final

from chain.vm.translation.frame import Frame
from chain.vm.translation.program import Program, Trace

PROGRAMS_MAX: Final = 256  # contracts kept, each with a map of its code
TRACES_KEPT_MAX: Final = 16_384  # of all contracts, of some KiB each
TRACES_BETWEEN_WATCHES: Final = 256


class Programs:
    """A bounded cache by code; threads may share it."""

    def __init__(self, opcodes: Mapping[int, Any]) -> None:
        self.opcodes = opcodes
        self.kept: OrderedDict[bytes, Program] = OrderedDict()
        self.translated = 0  # traces, of those kept

    def run(self, computation: Any) -> None:
        """Run the code of a computation to its end; errors are py-evm's."""
        frame, stack = Frame(computation), computation.words
        trace: Trace | None = self.of(frame.code).positions.at(0)
        watch = frame.world.watch
        if watch is None:
            while trace is not None:
                trace = trace(frame, stack)
        else:
            count = 0
            while trace is not None:
                trace = trace(frame, stack)
                count += 1
                if count % TRACES_BETWEEN_WATCHES == 0:
                    watch(0)
        frame.give()

    def of(self, code: bytes) -> Program:
        """Return the program of a code."""
        found = self.kept.get(code)
        if found is None:
            found = self.kept[code] = Program(code, self.opcodes, self._count)
            if len(self.kept) > PROGRAMS_MAX:
                self._forget_one()
        return found

    def _count(self, program: Program) -> None:
        """Count a trace; forget the contract that came first where there are too many."""
        if self.kept.get(program.code.raw) is not program:
            return  # forgotten while it runs
        self.translated += 1
        if self.translated > TRACES_KEPT_MAX and len(self.kept) > 1:
            self._forget_one()

    def _forget_one(self) -> None:
        _, program = self.kept.popitem(last=False)
        self.translated -= program.translated
