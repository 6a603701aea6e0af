"""
Memory at places that are known when the code is translated: as Solidity uses it most.

    MLOAD(64) -> m[64:96], without a call; the memory's size is checked once a trace
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from chain.vm.translation.nodes import Const, Node

if TYPE_CHECKING:
    from chain.vm.translation.trace import Tracer

MLOAD, MSTORE, KECCAK256 = 0x51, 0x52, 0x20
PLACE_MAX: Final = 1 << 20  # a known place above is treated like any other
HASHED_MAX: Final = 1 << 12  # and so is a longer range
HASH_WORD_GAS: Final = 6


class MemoryWriter:
    """Writes statements for known places, and remembers how far memory has been seen to reach."""

    def __init__(self, tracer: Tracer) -> None:
        self.tracer = tracer
        self.reached = 0  # bytes

    def write(self, opcode: int, operands: tuple[Node, ...]) -> bool:
        """Write an instruction if its place is known; returns whether it was."""
        start = operands[0] if operands else None
        if not isinstance(start, Const) or start.value > PLACE_MAX:
            return False
        if opcode == MLOAD:
            end = self._reach(start.value + 32)
            line = f"{{r}} = from_bytes(m[{start.value}:{end}], 'big')"
            self.tracer.state((line,), (), pushes=True)
        elif opcode == MSTORE:
            end = self._reach(start.value + 32)
            word = operands[1]
            if isinstance(word, Const):
                line = f"m[{start.value}:{end}] = {_literal(word.value)}"
                self.tracer.state((line,), (), pushes=False)
            else:
                line = f"m[{start.value}:{end}] = ({{0}}).to_bytes(32, 'big')"
                self.tracer.state((line,), (word,), pushes=False)
        elif opcode == KECCAK256 and isinstance(operands[1], Const):
            return self._hash(start.value, operands[1].value)
        else:
            return False
        return True

    def _hash(self, start: int, size: int) -> bool:
        if not 0 < size <= HASHED_MAX:
            return False
        self.tracer.charge(HASH_WORD_GAS * (size + 31 >> 5))
        end = self._reach(start + size)
        made = f"bytes(m[{start}:{end}])"
        line = f"hash_pair({made})" if size == 64 else f"from_bytes(keccak({made}), 'big')"
        self.tracer.state((f"{{r}} = {line}",), (), pushes=True)
        return True

    def _reach(self, end: int) -> int:
        """Have memory up to an end, and charge for it; return the end."""
        if end > self.reached:
            self.reached = end
            self.tracer.state((f"if len(m) < {end}: g = grow(m, {end}, g)",), (), pushes=False)
        return end


def _literal(word: int) -> str:
    """Return a word's bytes as Python writes them, ready to be formatted."""
    return repr(word.to_bytes(32, "big")).replace("{", "{{").replace("}", "}}")
