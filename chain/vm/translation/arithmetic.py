"""
Words of 256 bits: what Python's integers do not do as the EVM does (Yellow Paper, appendix H).

    sdiv, smod, addmod, mulmod, signextend, byte, shl, shr, sar, slt: words in, a word out
"""

from typing import Final

WORD: Final = 1 << 256
MASK: Final = WORD - 1
SIGN: Final = 1 << 255


def signed(word: int) -> int:
    """Return a word as a number in two's complement."""
    return word - WORD if word & SIGN else word


def sdiv(left: int, right: int) -> int:
    """Divide towards zero; 0 by 0."""
    if not right:
        return 0
    left, right = signed(left), signed(right)
    quotient = abs(left) // abs(right)
    return (-quotient if (left < 0) != (right < 0) else quotient) & MASK


def smod(left: int, right: int) -> int:
    """Rest of a division towards zero, with the dividend's sign; 0 by 0."""
    if not right:
        return 0
    left, right = signed(left), signed(right)
    rest = abs(left) % abs(right)
    return (-rest if left < 0 else rest) & MASK


def addmod(left: int, right: int, modulus: int) -> int:
    """Sum in full, reduced; 0 by 0."""
    return (left + right) % modulus if modulus else 0


def mulmod(left: int, right: int, modulus: int) -> int:
    """Product in full, reduced; 0 by 0."""
    return left * right % modulus if modulus else 0


def signextend(place: int, word: int) -> int:
    """Spread the sign of the byte at a place, counted from the lowest, over all above."""
    if place > 31:
        return word
    sign = 1 << (place * 8 + 7)
    return word | (WORD - sign) if word & sign else word & (sign - 1)


def byte(place: int, word: int) -> int:
    """Byte at a place, counted from the highest."""
    return word >> (248 - 8 * place) & 0xFF if place < 32 else 0


def shl(bits: int, word: int) -> int:
    """Shift left."""
    return word << bits & MASK if bits < 256 else 0


def shr(bits: int, word: int) -> int:
    """Shift right."""
    return word >> bits if bits < 256 else 0


def sar(bits: int, word: int) -> int:
    """Shift right and keep the sign."""
    return signed(word) >> min(bits, 255) & MASK


def slt(left: int, right: int) -> int:
    """Whether one number in two's complement is below another."""
    return int(signed(left) < signed(right))
