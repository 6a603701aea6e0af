"""
One contract as translated so far, and how a call runs through it.

    a trace met often enough --translate--> Python function, which returns the trace that follows
    one that was not         --step_on----> py-evm's instructions, up to where a trace may begin
    one that cannot be run whole --step_to_end--> py-evm's instructions: it fails where it should

What is translated is a cache: two nodes that have translated different parts answer the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from eth.exceptions import Halt, InvalidInstruction, InvalidJumpDestination

from chain.codec import keccak256
from chain.vm.stepping import instruction, step
from chain.vm.translation import arithmetic, calls, runtime
from chain.vm.translation.code import JUMPDEST, JUMPI, Code
from chain.vm.translation.frame import Frame
from chain.vm.translation.operations import FOREIGN, FORMULAS, READINGS, STATEMENTS
from chain.vm.translation.source import Writer
from chain.vm.translation.trace import Tracer

Trace = Callable[[Frame, list[Any]], Any]  # returns the next Trace, or None at the call's end
VISITS_BEFORE: Final = 8  # times a trace is met before it is translated
TRACES_MAX: Final = 4_096  # translated in one contract; the rest is run one by one

# Functions that translated code calls by their names.
RUNTIME: Final = [
    "grow",
    "load",
    "store",
    "store_byte",
    "copy",
    "copy_answer",
    "move",
    "hash_memory",
    "hash_pair",
    "data_word",
    "exp",
    "sload",
    "sstore",
    "load_transient",
    "store_transient",
    "log",
    "finish",
    "revert",
    "tidy",
]
CALLS: Final = [
    "call",
    "callcode",
    "delegatecall",
    "staticcall",
    "balance",
    "code_size",
    "code_hash",
]
ARITHMETIC: Final = ["sdiv", "smod", "addmod", "mulmod", "signextend", "byte", "shl", "shr", "sar"]
# Followed by a trace itself: STOP, POP, jumps, PC, PUSH, DUP, SWAP, RETURN, REVERT.
FOLLOWED: Final = (0x00, 0x50, 0x56, 0x57, 0x58, 0x5B, *range(0x5F, 0xA0), 0xF3, 0xFD)


class Program:
    """The traces of one contract; `on_translated` is told of each that was translated."""

    def __init__(
        self, raw: bytes, opcodes: Mapping[int, Any], on_translated: Callable[[Program], None]
    ) -> None:
        self.code, self.opcodes, self.on_translated = Code(raw), opcodes, on_translated
        self.prices = _prices(opcodes)
        self.translated = 0
        self.landings, self.positions = _Landings(self), _Positions(self)
        self.names = {
            "J": self.landings,
            "T": self.positions,
            "step": self.step_to_end,
            "from_bytes": int.from_bytes,
            "keccak": keccak256,
            **{f"op_{value}": opcodes[value] for value in FOREIGN if value in opcodes},
            **{name: getattr(runtime, name) for name in RUNTIME},
            **{name: getattr(calls, name) for name in CALLS},
            **{name: getattr(arithmetic, name) for name in ARITHMETIC},
        }

    def translate(self, position: int) -> Trace:
        """Translate what begins at a position, and keep it."""
        events = Tracer(self.code, position, self.prices).follow()
        found: dict[str, Trace] = {}
        exec(compile(Writer().function(events), f"<trace {position}>", "exec"), self.names, found)
        table = self.landings if self.code.is_landing(position) else self.positions
        table[position] = found["trace"]
        self.translated += 1
        self.on_translated(self)
        return found["trace"]

    def step_to_end(self, frame: Frame, stack: list[Any], position: int) -> None:
        """Run the rest of a call one by one: where it fails, it fails exactly there."""
        computation = frame.computation
        frame.give()
        computation.code.program_counter = position
        step(computation, self.opcodes)
        frame.take()

    def step_on(self, frame: Frame, stack: list[Any], position: int) -> Trace | None:
        """Run one by one up to the next place where a trace may begin."""
        computation, is_landing = frame.computation, self.code.is_landing
        frame.give()
        code = computation.code
        code.program_counter = position
        for value in code:
            try:
                instruction(self.opcodes, value)(computation)
            except Halt:
                frame.take()
                return None
            if value == JUMPI or is_landing(code.program_counter):
                break
        frame.take()
        for place, word in enumerate(stack):
            if type(word) is not int:
                stack[place] = int.from_bytes(word, "big")
        return self.positions.at(code.program_counter)


class _Cold:
    """A trace that was not met often enough."""

    __slots__ = ("position", "program", "visits")

    def __init__(self, program: Program, position: int) -> None:
        self.program, self.position, self.visits = program, position, 0

    def __call__(self, frame: Frame, stack: list[Any]) -> Trace | None:
        """Run it one by one, or translate it and let the translation run."""
        self.visits += 1
        program = self.program
        if self.visits > VISITS_BEFORE and program.translated < TRACES_MAX:
            return program.translate(self.position)
        return program.step_on(frame, stack, self.position)


class _Landings(dict[int, Trace]):
    """Traces that begin at a JUMPDEST; asking for another place is a jump that fails."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.program = program

    def __missing__(self, position: int) -> Trace:
        code = self.program.code
        if not code.is_landing(position):
            if code.at(position).opcode != JUMPDEST:
                raise InvalidJumpDestination("Invalid Jump Destination")
            raise InvalidInstruction("Jump resulted in invalid instruction")
        trace = self[position] = _Cold(self.program, position)
        return trace


class _Positions(dict[int, Trace]):
    """Traces that begin elsewhere: at the start, behind a conditional jump."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.program = program

    def __missing__(self, position: int) -> Trace:
        trace = self[position] = _Cold(self.program, position)
        return trace

    def at(self, position: int) -> Trace:
        """Return what runs from a position on, wherever it is."""
        program = self.program
        return program.landings[position] if program.code.is_landing(position) else self[position]


def _prices(opcodes: Mapping[int, Any]) -> dict[int, int]:
    """Return what each translated instruction costs for itself, and 0 for py-evm's own."""
    known = {*FOLLOWED, *FORMULAS, *READINGS, *STATEMENTS}
    prices = {value: opcodes[value].gas_cost for value in sorted(known) if value in opcodes}
    return prices | {value: 0 for value in FOREIGN if value in opcodes}
