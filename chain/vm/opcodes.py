"""
Instructions as geth names them, and how many words of the stack each one needs.

    opcode_name(0x20) -> "KECCAK256"       opcode_name(0x0c) -> "opcode 0xc not defined"
"""

from typing import Final

from chain.vm.fork import PRAGUE

# Where py-evm and geth differ in a name; what is nowhere defined has a number for its name.
_NAMES_OF_GETH: Final = {0x20: "KECCAK256", 0x44: "DIFFICULTY", 0xFE: "INVALID"}

CREATE: Final = 0xF0
CALL: Final = 0xF1
CALLCODE: Final = 0xF2
DELEGATECALL: Final = 0xF4
CREATE2: Final = 0xF5
STATICCALL: Final = 0xFA
SELFDESTRUCT: Final = 0xFF
SLOAD: Final = 0x54
SSTORE: Final = 0x55
CREATIONS: Final = frozenset((CREATE, CREATE2))
CALLS: Final = frozenset((CALL, CALLCODE, DELEGATECALL, STATICCALL))

# Words that an instruction takes from the stack, by count; none but these takes any.
_TAKEN: Final = {
    1: (0x15, 0x19, 0x31, 0x35, 0x3B, 0x3F, 0x40, 0x49, 0x50, 0x51, 0x54, 0x56, 0x5C, 0xFF),
    2: (
        *(0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x0A, 0x0B, 0x10, 0x11, 0x12, 0x13, 0x14),
        *(0x16, 0x17, 0x18, 0x1A, 0x1B, 0x1C, 0x1D, 0x20, 0x52, 0x53, 0x55, 0x57, 0x5D),
        *(0xA0, 0xF3, 0xFD),
    ),
    3: (0x08, 0x09, 0x37, 0x39, 0x3E, 0x5E, 0xA1, 0xF0),
    4: (0x3C, 0xA2, 0xF5),
    5: (0xA3,),
    6: (0xA4, 0xF4, 0xFA),
    7: (0xF1, 0xF2),
}
STACK_NEEDS: Final = {
    **{opcode: count for count, opcodes in _TAKEN.items() for opcode in opcodes},
    **{0x80 + index: index + 1 for index in range(16)},  # DUP1 to DUP16
    **{0x90 + index: index + 2 for index in range(16)},  # SWAP1 to SWAP16
}


def opcode_name(opcode: int) -> str:
    """Return an instruction's name as geth prints it."""
    return _NAMES.get(opcode) or f"opcode 0x{opcode:x} not defined"


def _read_names() -> dict[int, str]:
    names = {}
    for value, opcode in PRAGUE.computation_class.opcodes.items():
        while hasattr(opcode, "__wrapped__"):
            opcode = opcode.__wrapped__
        names[value] = str(opcode.mnemonic)
    return names | _NAMES_OF_GETH


_NAMES: Final = _read_names()
