"""
What each instruction does, as Python text: formulas, and statements that charge or change.

    ADD  -> ({0} + {1}) & M          a formula over its operands, the stack's top first
    SLOAD-> {r}, g = sload(f, {0}, g)    a statement; g is the gas that is left

What stands in neither table, and in no special case of the trace, is py-evm's own instruction.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from chain.vm.translation import arithmetic

MASK: Final = "0x" + "f" * 64
SIGN: Final = "0x8" + "0" * 63


class Formula(NamedTuple):
    """An instruction without effect: one word out of some."""

    pops: int
    text: str
    fold: Callable[..., int]  # the same on numbers, for operands that are known
    opposite: str = ""  # a condition's negation


class Reading(NamedTuple):
    """An instruction that only reads what stays the same during a call."""

    text: str


class Statement(NamedTuple):
    """An instruction with an effect, or with a price that its operands set."""

    pops: int
    lines: tuple[str, ...]
    pushes: bool = False
    ends_segment: bool = False  # the gas that is left must be exact, or it may fail otherwise


FORMULAS: Final = {
    0x01: Formula(2, f"({{0}} + {{1}}) & {MASK}", lambda a, b: (a + b) & arithmetic.MASK),
    0x02: Formula(2, f"({{0}} * {{1}}) & {MASK}", lambda a, b: (a * b) & arithmetic.MASK),
    0x03: Formula(2, f"({{0}} - {{1}}) & {MASK}", lambda a, b: (a - b) & arithmetic.MASK),
    0x04: Formula(2, "{0} // {1} if {1} else 0", lambda a, b: a // b if b else 0),
    0x05: Formula(2, "sdiv({0}, {1})", arithmetic.sdiv),
    0x06: Formula(2, "{0} % {1} if {1} else 0", lambda a, b: a % b if b else 0),
    0x07: Formula(2, "smod({0}, {1})", arithmetic.smod),
    0x08: Formula(3, "addmod({0}, {1}, {2})", arithmetic.addmod),
    0x09: Formula(3, "mulmod({0}, {1}, {2})", arithmetic.mulmod),
    0x0B: Formula(2, "signextend({0}, {1})", arithmetic.signextend),
    0x10: Formula(2, "{0} < {1}", lambda a, b: int(a < b), "{0} >= {1}"),
    0x11: Formula(2, "{0} > {1}", lambda a, b: int(a > b), "{0} <= {1}"),
    0x12: Formula(
        2,
        f"{{0}} ^ {SIGN} < {{1}} ^ {SIGN}",
        arithmetic.slt,
        f"{{0}} ^ {SIGN} >= {{1}} ^ {SIGN}",
    ),
    0x13: Formula(
        2,
        f"{{0}} ^ {SIGN} > {{1}} ^ {SIGN}",
        lambda a, b: arithmetic.slt(b, a),
        f"{{0}} ^ {SIGN} <= {{1}} ^ {SIGN}",
    ),
    0x14: Formula(2, "{0} == {1}", lambda a, b: int(a == b), "{0} != {1}"),
    0x15: Formula(1, "{0} == 0", lambda a: int(a == 0), "{0} != 0"),
    0x16: Formula(2, "{0} & {1}", lambda a, b: a & b),
    0x17: Formula(2, "{0} | {1}", lambda a, b: a | b),
    0x18: Formula(2, "{0} ^ {1}", lambda a, b: a ^ b),
    0x19: Formula(1, f"{{0}} ^ {MASK}", lambda a: a ^ arithmetic.MASK),
    0x1A: Formula(2, "byte({0}, {1})", arithmetic.byte),
    0x1B: Formula(2, "shl({0}, {1})", arithmetic.shl),
    0x1C: Formula(2, "shr({0}, {1})", arithmetic.shr),
    0x1D: Formula(2, "sar({0}, {1})", arithmetic.sar),
    0x35: Formula(1, "data_word(f.data, {0})", lambda a: 0),  # never folded: see `reads`
}
READS_THE_CALL: Final = frozenset({0x35})  # formulas that no known operands make known

READINGS: Final = {
    0x30: Reading("from_bytes(f.address, 'big')"),
    0x32: Reading("from_bytes(f.computation.transaction_context.origin, 'big')"),
    0x33: Reading("from_bytes(f.message.sender, 'big')"),
    0x34: Reading("f.message.value"),
    0x36: Reading("len(f.data)"),
    0x38: Reading("len(f.code)"),
    0x3A: Reading("f.computation.transaction_context.gas_price"),
    0x41: Reading("from_bytes(f.world.coinbase, 'big')"),
    0x42: Reading("f.world.timestamp"),
    0x43: Reading("f.world.block_number"),
    0x44: Reading("from_bytes(f.world.mix_hash, 'big')"),
    0x45: Reading("f.world.gas_limit"),
    0x46: Reading("f.world.execution_context.chain_id"),
    0x48: Reading("f.world.base_fee"),
}


def _calling(name: str, pops: int) -> Statement:
    """Return the statement of an instruction that calls."""
    operands = ", ".join(f"{{{place}}}" for place in range(pops))
    line = f"{{r}}, g = {name}(f, m, {operands}, g)"
    return Statement(pops, (line,), pushes=True, ends_segment=True)


STATEMENTS: Final = {
    0x0A: Statement(2, ("{r}, g = exp({0}, {1}, g)",), pushes=True),
    0x20: Statement(2, ("{r}, g = hash_memory(f, m, {0}, {1}, g)",), pushes=True),
    0x31: Statement(1, ("{r}, g = balance(f, {0}, g)",), pushes=True),
    0x37: Statement(3, ("g = copy(f, m, {0}, f.data, {1}, {2}, g)",)),
    0x39: Statement(3, ("g = copy(f, m, {0}, f.code, {1}, {2}, g)",)),
    0x3B: Statement(1, ("{r}, g = code_size(f, {0}, g)",), pushes=True),
    0x3D: Statement(0, ("{r} = len(f.computation.return_data)",), pushes=True),
    0x3E: Statement(3, ("g = copy_answer(f, m, {0}, {1}, {2}, g)",), ends_segment=True),
    0x3F: Statement(1, ("{r}, g = code_hash(f, {0}, g)",), pushes=True),
    0x47: Statement(0, ("{r} = f.world.get_balance(f.address)",), pushes=True),
    0x51: Statement(1, ("{r}, g = load(f, m, {0}, g)",), pushes=True),
    0x52: Statement(2, ("g = store(f, m, {0}, {1}, g)",)),
    0x53: Statement(2, ("g = store_byte(f, m, {0}, {1}, g)",)),
    0x54: Statement(1, ("{r}, g = sload(f, {0}, g)",), pushes=True),
    0x55: Statement(2, ("g = sstore(f, {0}, {1}, g)",), ends_segment=True),
    0x59: Statement(0, ("{r} = len(m)",), pushes=True),
    0x5A: Statement(0, ("{r} = g",), pushes=True, ends_segment=True),
    0x5C: Statement(1, ("{r} = load_transient(f, {0})",), pushes=True),
    0x5D: Statement(2, ("store_transient(f, {0}, {1})",), ends_segment=True),
    0x5E: Statement(3, ("g = move(f, m, {0}, {1}, {2}, g)",)),
    0xA0: Statement(2, ("g = log(f, m, {0}, {1}, (), g)",), ends_segment=True),
    0xA1: Statement(3, ("g = log(f, m, {0}, {1}, ({2},), g)",), ends_segment=True),
    0xA2: Statement(4, ("g = log(f, m, {0}, {1}, ({2}, {3}), g)",), ends_segment=True),
    0xA3: Statement(5, ("g = log(f, m, {0}, {1}, ({2}, {3}, {4}), g)",), ends_segment=True),
    0xA4: Statement(6, ("g = log(f, m, {0}, {1}, ({2}, {3}, {4}, {5}), g)",), ends_segment=True),
    0xF1: _calling("call", 7),
    0xF2: _calling("callcode", 7),
    0xF4: _calling("delegatecall", 6),
    0xFA: _calling("staticcall", 6),
}

# py-evm's own instructions, run between two traces' parts: how many words each takes, and whether
# it leaves one.
FOREIGN: Final = {
    0x3C: (4, False),  # EXTCODECOPY
    0x40: (1, True),  # BLOCKHASH
    0x49: (1, True),  # BLOBHASH
    0x4A: (0, True),  # BLOBBASEFEE
    0xF0: (3, True),  # CREATE
    0xF5: (4, True),  # CREATE2
}
