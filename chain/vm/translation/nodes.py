"""
What a trace knows of its stack: constants, words that were there, and what is computed of them.

    Const | Input (from the top) | Name (a local) | Pure (a formula over nodes)

A Pure node is written where it is used, if that is once, and else given a name before.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(slots=True, eq=False)
class Const:
    """A word known when the code is translated."""

    value: int


@dataclass(slots=True, eq=False)
class Input:
    """A word that lay on the stack before; depth 1 is its top."""

    depth: int
    uses: int = 0
    name: str = ""


@dataclass(slots=True, eq=False)
class Name:
    """A word that a statement has put into a local variable."""

    name: str


@dataclass(slots=True, eq=False)
class Pure:
    """
    A formula whose value depends on its operands alone, and that has no effect.

    `text` has a place {0}, {1} … for each operand; `is_test` says that it yields a truth, and
    `opposite` is then the formula of its negation.
    """

    text: str
    operands: tuple[Node, ...]
    opposite: str = ""
    uses: int = 0
    name: str = ""
    size: int = field(default=1)

    @property
    def is_test(self) -> bool:
        """Whether the formula is a condition, not a word."""
        return bool(self.opposite)


Node: TypeAlias = Const | Input | Name | Pure


def use(node: Node) -> None:
    """Count one more place that a node's value is written to."""
    if isinstance(node, Input):
        node.uses += 1
    elif isinstance(node, Pure):
        node.uses += 1
        if node.uses == 1:
            for number, operand in enumerate(node.operands):
                for _ in range(max(1, node.text.count(f"{{{number}}}"))):
                    use(operand)
