"""
The only place where values become 0x-hex and back (EIP-1474).

    quantity  0x and hex digits without leading zeros: "0x0", "0x4d2"
    data      0x and two hex digits a byte, lower case: "0x", "0x00ff"

Reading is strict: what is not exactly of the expected form raises Malformed in geth's words.
"""

from typing import Any, Final, NewType

from chain.errors import Malformed
from chain.types.primitives import Address, Hash32
from rpc.errors import describe

Quantity = NewType("Quantity", str)  # a number on its way out
Data = NewType("Data", str)  # bytes on their way out

QUANTITY_DIGITS_MAX: Final = 64  # hex digits of 256 bits
SLOT_BYTES: Final = 32  # bytes of a storage key
_HEX_DIGITS: Final = frozenset("0123456789abcdefABCDEF")


def quantity(value: int) -> Quantity:
    """Write a number."""
    return Quantity(hex(value))


def data(value: bytes) -> Data:
    """Write bytes."""
    return Data("0x" + value.hex())


def optional_data(value: bytes | None) -> Data | None:
    """Write bytes that may be missing."""
    return None if value is None else data(value)


def word(value: int) -> Data:
    """Write a 256-bit number as its 32 bytes."""
    return Data(f"0x{value:064x}")


def parse_quantity(value: Any, bits: int = 256) -> int:
    """Read a number of at most `bits` bits; raises Malformed."""
    digits = _digits(value)
    if not digits:
        raise Malformed('hex string "0x"')
    if len(digits) > 1 and digits[0] == "0":
        raise Malformed("hex number with leading zero digits")
    if len(digits) > bits // 4:
        raise Malformed(f"hex number > {bits} bits")
    return int(digits, 16)


def parse_data(value: Any) -> bytes:
    """Read bytes of any length; raises Malformed."""
    digits = _digits(value)
    if len(digits) % 2:
        raise Malformed("hex string of odd length")
    return bytes.fromhex(digits)


def parse_fixed(value: Any, length: int, what: str) -> bytes:
    """Read exactly `length` bytes; raises Malformed."""
    digits = _digits(value)
    if len(digits) != length * 2:
        raise Malformed(f"hex string has length {len(digits)}, want {length * 2} for {what}")
    return bytes.fromhex(digits)


def parse_address(value: Any) -> Address:
    """Read an account's address, in whatever case its letters are; raises Malformed."""
    return Address(parse_fixed(value, 20, "an address"))


def parse_hash(value: Any) -> Hash32:
    """Read a 32-byte hash; raises Malformed."""
    return Hash32(parse_fixed(value, 32, "a hash"))


def parse_slot(value: Any) -> int:
    """Read a storage key: up to 32 bytes, with or without leading zeros; raises Malformed."""
    digits = _digits(value)
    if not digits:
        raise Malformed("empty hex string")
    if len(digits) > SLOT_BYTES * 2:
        raise Malformed(f"hex string too long, want at most {SLOT_BYTES} bytes")
    return int(digits, 16)


def _digits(value: Any) -> str:
    """Return what stands behind 0x; raises Malformed where it is not hex."""
    if not isinstance(value, str):
        raise Malformed(f"hex string expected, found {describe(value)}")
    if not value:
        raise Malformed("empty hex string")
    if value[:2] not in ("0x", "0X"):
        raise Malformed(f"hex string without 0x prefix: {describe(value)}")
    digits = value[2:]
    if not _HEX_DIGITS.issuperset(digits):
        raise Malformed("invalid hex string")
    return digits
