"""
What happens in a trace, in order: the plan that the writer turns into Python.

    Segment | Statement | Exit | Foreign ... then one Ending

A snapshot is the stack as the trace knows it, bottom first, over so many words of the real one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from chain.vm.translation.nodes import Name, Node


@dataclass(slots=True)
class Snapshot:
    """The known part of the stack: `words` stand in place of the topmost `depth` real ones."""

    words: tuple[Node, ...]
    depth: int


@dataclass(slots=True)
class Epoch:
    """A stretch in which the real stack does not change: how far above it the known one grows."""

    growth: int = 0
    checked: int = -1  # words that are known to be on the real stack


@dataclass(slots=True)
class Segment:
    """Instructions charged at once; where they cannot all run, they run one by one."""

    position: int
    before: Snapshot
    epoch: Epoch
    gas: int = 0
    depth: int = 0  # words of the real stack that they need


@dataclass(slots=True)
class Statement:
    """An instruction with an effect; its result, if any, has a name."""

    lines: tuple[str, ...]
    operands: tuple[Node, ...]
    result: Name | None


@dataclass(slots=True)
class Exit:
    """A conditional jump out of the trace."""

    condition: Node
    negated: bool
    before: Snapshot
    target: int
    is_jump: bool  # to a JUMPDEST, if one is there; not to the instruction that follows


@dataclass(slots=True)
class Foreign:
    """An instruction of py-evm's own; the stack is written before it."""

    opcode: int
    before: Snapshot
    pushes: bool


@dataclass(slots=True)
class Ending:
    """
    How a trace ends: `kind` says what becomes of the call.

    go: on at `target`; jump: to where the operand says; stop; return, revert: with two operands;
    step: one by one from `target` on; fork: a conditional jump to where an operand says.
    """

    kind: str
    before: Snapshot
    operands: tuple[Node, ...] = ()
    target: int = 0
    is_jump: bool = False


Event: TypeAlias = Segment | Statement | Exit | Foreign | Ending
