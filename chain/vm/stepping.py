"""
Code run one instruction at a time, by py-evm's instructions: exact, and ten to forty times slower.

    computation at its program counter --step--> halted, or the error that it came to
"""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any, Final

from eth.exceptions import Halt
from eth.vm.logic.invalid import InvalidOpcode

WATCHED_INSTRUCTIONS: Final = 1_024  # of one frame, between two looks at the world's watch


def instruction(opcodes: Mapping[int, Any], value: int) -> Any:
    """Return the instruction of a byte; one that no fork has defined fails when it runs."""
    return opcodes.get(value) or InvalidOpcode(value)


def step(computation: Any, opcodes: Mapping[int, Any]) -> None:
    """Run the code of a computation until it halts, or until whoever watches it ends it."""
    watch = computation.state.watch
    if watch is None:
        _run_some(computation, opcodes, computation.code)
        return
    instructions = iter(computation.code)
    while not _run_some(computation, opcodes, islice(instructions, WATCHED_INSTRUCTIONS)):
        watch(0)


def _run_some(computation: Any, opcodes: Mapping[int, Any], values: Iterable[int]) -> bool:
    """Run instruction by instruction; returns whether the code halted."""
    for value in values:
        try:
            instruction(opcodes, value)(computation)
        except Halt:
            return True
    return False
