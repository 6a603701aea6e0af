"""
Bytecode cut into instructions: where each begins, where jumps may land.

    bytes --decode--> Code: instruction at a position, valid JUMPDESTs
"""

from typing import Final, NamedTuple

STOP, JUMP, JUMPI, JUMPDEST = 0x00, 0x56, 0x57, 0x5B
PUSH0, PUSH1, PUSH32 = 0x5F, 0x60, 0x7F
RETURN, REVERT, INVALID, SELFDESTRUCT = 0xF3, 0xFD, 0xFE, 0xFF
ENDINGS: Final = frozenset({STOP, RETURN, REVERT, INVALID, SELFDESTRUCT})


class Instruction(NamedTuple):
    """One instruction where it stands."""

    position: int  # of its first byte
    opcode: int
    operand: int  # what a PUSH pushes; 0 for others
    following: int  # position of the next instruction


class Code:
    """The instructions of one contract; behind its end stands STOP."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self._landings = _landings(raw)

    def is_landing(self, position: int) -> bool:
        """Whether a jump may land here."""
        return position < len(self._landings) and self._landings[position] == 1

    def at(self, position: int) -> Instruction:
        """Return the instruction that begins at a position."""
        raw = self.raw
        if position >= len(raw):
            return Instruction(position, STOP, 0, position + 1)
        opcode = raw[position]
        if not PUSH1 <= opcode <= PUSH32:
            return Instruction(position, opcode, 0, position + 1)
        size = opcode - PUSH0
        following = position + 1 + size
        operand = int.from_bytes(raw[position + 1 : following].ljust(size, b"\0"), "big")
        return Instruction(position, opcode, operand, following)


def _landings(raw: bytes) -> bytes:
    """Return 1 at the place of each JUMPDEST that is no data of a PUSH, and 0 elsewhere."""
    found, position, end = bytearray(len(raw)), 0, len(raw)
    while position < end:
        opcode = raw[position]
        if opcode == JUMPDEST:
            found[position] = 1
        elif PUSH1 <= opcode <= PUSH32:
            position += opcode - PUSH0
        position += 1
    return bytes(found)
