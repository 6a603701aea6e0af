"""
Values of module types as the fields of protobuf messages, and back.

    kind of chain/kit/abi.py  <-->  type of chain/kit/render/proto.py

Reading is strict: what a field does not hold exactly raises Malformed, which names the field.
"""

from typing import Any, Final

from eth_utils.address import is_checksum_address, to_checksum_address
from google.protobuf.message import Message

from chain.errors import Malformed
from chain.kit.abi import (
    AbiType,
    AddressType,
    EnumType,
    FixedBytesType,
    ListType,
    TupleType,
    UintType,
    WordType,
)
from chain.kit.render.proto import UINT64_BITS
from chain.kit.text import shorten
from chain.types.primitives import Address, Hash32

DIGITS_MAX: Final = 78  # decimal digits of 2**256 - 1
ADDRESS_CHARS: Final = 42  # of "0x" and 40 hex digits
HASH_BYTES: Final = 32


def put(message: Message, name: str, kind: AbiType, value: Any) -> None:
    """Write a value into a field of a message."""
    if isinstance(kind, ListType):
        _put_list(getattr(message, name), kind.element, value)
    elif isinstance(kind, TupleType):
        part = getattr(message, name)
        part.SetInParent()
        put_record(part, kind, value)
    else:
        setattr(message, name, _plain(kind, value))


def put_record(message: Message, kind: TupleType, value: Any) -> None:
    """Write a record into its message."""
    for name, member in kind.fields.items():
        put(message, name, member, getattr(value, name))


def _put_list(field: Any, element: AbiType, values: Any) -> None:
    if isinstance(element, TupleType):
        for value in values:
            put_record(field.add(), element, value)
    else:
        field.extend(_plain(element, value) for value in values)


def _plain(kind: AbiType, value: Any) -> Any:
    if isinstance(kind, UintType) and kind.bits > UINT64_BITS:
        return str(int(value))
    if isinstance(kind, AddressType):
        return to_checksum_address(value)
    return int(value) if isinstance(kind, UintType | EnumType) else value


def take(message: Message, name: str, kind: AbiType, where: str = "") -> Any:
    """Read the value of a message's field; raises Malformed."""
    place = f"{where}.{name}" if where else name
    found = getattr(message, name)
    if isinstance(kind, ListType):
        return tuple(_take_one(kind.element, item, f"{place}[{i}]") for i, item in enumerate(found))
    if isinstance(kind, TupleType) and not message.HasField(name):
        raise Malformed(f"{place}: a {kind.solidity} expected, found nothing")
    return _take_one(kind, found, place)


def _take_one(kind: AbiType, found: Any, place: str) -> Any:
    if isinstance(kind, TupleType):
        return kind.python(*(take(found, n, member, place) for n, member in kind.fields.items()))
    if isinstance(kind, AddressType):
        return parse_address(found, place)
    if isinstance(kind, FixedBytesType):
        return _parse_fixed(found, kind.count, place)
    if isinstance(kind, UintType) and kind.bits > UINT64_BITS:
        return _in_range(kind, parse_decimal(found, place), place)
    if isinstance(kind, UintType | EnumType):
        return _in_range(kind, found, place)
    return found


def _in_range(kind: WordType, number: int, place: str) -> Any:
    if number < 0:
        raise Malformed(f"{place}: {kind.solidity} expected, found {number}")
    try:
        return kind.from_word(number)
    except Malformed as cause:
        raise Malformed(f"{place}: {cause}") from cause


def parse_decimal(found: str, place: str) -> int:
    """Read a whole number from 0 in decimal digits; raises Malformed."""
    if not found.isascii() or not found.isdigit() or len(found) > DIGITS_MAX:
        raise Malformed(f"{place}: a whole number in decimal expected, found {shorten(found[:64])}")
    return int(found)


def parse_address(found: str, place: str) -> Address:
    """
    Read "0x" and 40 hex digits; raises Malformed.

    Mixed case must be EIP-55's, so that a typing error does not become another account.
    """
    digits = found[2:]
    try:
        raw = bytes.fromhex(digits) if found[:2] == "0x" else b""
    except ValueError:
        raw = b""
    if len(raw) != 20 or len(found) != ADDRESS_CHARS:
        raise Malformed(f"{place}: 0x and 40 hex digits expected, found {shorten(found[:64])}")
    if digits not in (digits.lower(), digits.upper()) and not is_checksum_address(found):
        raise Malformed(f"{place}: {found} fails EIP-55's checksum: is a letter wrong?")
    return Address(raw)


def parse_hash(found: bytes, place: str) -> Hash32:
    """Read 32 bytes; raises Malformed."""
    return Hash32(_parse_fixed(found, HASH_BYTES, place))


def _parse_fixed(found: bytes, count: int, place: str) -> bytes:
    if len(found) != count:
        raise Malformed(f"{place}: {count} bytes expected, found {len(found)}")
    return found
