"""
Values of module types as people and JSON files write them, and back.

    int      1234, "1234" or "0x4d2"; written as a number up to 2**53, as a decimal string above
    Wei      the same, and always written as a decimal string, so that amounts have one shape
    Address  "0x" and 40 hex digits, written in EIP-55's mixed case
    bytes    "0x" and hex digits      bool  true, false      enum  its member's name
    list     a JSON list              record  a JSON object by field name
"""

import re
from collections.abc import Mapping
from typing import Any

from eth_utils.address import to_checksum_address

from chain.errors import Malformed
from chain.kit.abi import (
    AbiType,
    AddressType,
    BoolType,
    BytesType,
    EnumType,
    FixedBytesType,
    ListType,
    StringType,
    TupleType,
    UintType,
    WordType,
)
from chain.types.primitives import Address, Wei

SAFE_INTEGER_MAX = 2**53 - 1  # the largest integer every JSON reader keeps exact
DIGITS_MAX = 80  # digits of the longest number that may be one word
# ASCII only, and nothing around it: int() and fromhex() take spaces and the digits of any script.
_DECIMAL = re.compile(r"[0-9]+")
_HEX = re.compile(r"0x[0-9a-fA-F]*")
_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character, which JSON can write, not UTF-8


def to_json(kind: AbiType, value: Any) -> Any:
    """Return the value as JSON data."""
    if isinstance(kind, TupleType):
        return {name: to_json(member, getattr(value, name)) for name, member in kind.fields.items()}
    if isinstance(kind, ListType):
        return [to_json(kind.element, item) for item in value]
    if isinstance(kind, EnumType):
        return kind.python(value).name
    if isinstance(kind, AddressType):
        return to_checksum_address(value)
    if isinstance(kind, UintType):
        is_text = kind.python is Wei or value > SAFE_INTEGER_MAX
        return str(int(value)) if is_text else int(value)
    return "0x" + value.hex() if isinstance(value, bytes) else value


def from_json(kind: AbiType, value: Any, where: str = "value") -> Any:
    """Return the typed value of JSON data; raises Malformed, naming the place by `where`."""
    if isinstance(kind, TupleType):
        return _record_from_json(kind, value, where)
    if isinstance(kind, ListType):
        if not isinstance(value, list):
            raise Malformed(f"{where}: a list expected, found {shorten(value)}")
        return tuple(from_json(kind.element, v, f"{where}[{i}]") for i, v in enumerate(value))
    if isinstance(kind, EnumType):
        return _member(kind, value, where)
    if isinstance(kind, BoolType):
        if isinstance(value, bool) or value in ("true", "false"):
            return value in (True, "true")
        raise Malformed(f"{where}: true or false expected, found {shorten(value)}")
    if isinstance(kind, UintType):
        return _word(kind, _number(value, where), where)
    if isinstance(kind, StringType):
        if isinstance(value, str) and not _SURROGATE.search(value):
            return value
        raise Malformed(f"{where}: a text expected, found {shorten(value)}")
    return _bytes(kind, value, where)


def _record_from_json(kind: TupleType, value: Any, where: str) -> Any:
    if not isinstance(value, Mapping):
        raise Malformed(f"{where}: an object expected, found {shorten(value)}")
    unknown = sorted(set(value) - set(kind.fields))
    if unknown:
        raise Malformed(f"{where}: unknown field {unknown[0]!r}, known: {', '.join(kind.fields)}")
    given = {
        name: from_json(member, value[name], f"{where}.{name}")
        for name, member in kind.fields.items()
        if name in value
    }
    try:
        return kind.python(**given)
    except TypeError as cause:
        missing = [name for name in kind.fields if name not in given]
        raise Malformed(f"{where}: missing {', '.join(missing)}") from cause


def _number(value: Any, where: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    if isinstance(value, str) and len(value) <= DIGITS_MAX:
        text = value.replace("_", "")
        if _DECIMAL.fullmatch(text):
            return int(text)
        if _HEX.fullmatch(text) and len(text) > 2:
            return int(text, 16)
    raise Malformed(f"{where}: a whole number from 0 expected, found {shorten(value)}")


def _word(kind: WordType, word: int, where: str) -> Any:
    try:
        return kind.from_word(word)
    except Malformed as cause:
        raise Malformed(f"{where}: {cause}") from cause


def _member(kind: EnumType, value: Any, where: str) -> Any:
    if isinstance(value, str) and value.upper() in kind.python.__members__:
        return kind.python[value.upper()]
    if type(value) is int or (isinstance(value, str) and _DECIMAL.fullmatch(value)):
        return _word(kind, _number(value, where), where)
    names = ", ".join(kind.python.__members__)
    raise Malformed(f"{where}: one of {names} expected, found {shorten(value)}")


def _bytes(kind: AbiType, value: Any, where: str) -> Any:
    """Addresses and hashes have their length, other bytes have any."""
    size = kind.count if isinstance(kind, FixedBytesType) else None
    size = 20 if isinstance(kind, AddressType) else size
    expected = f"0x and {size * 2} hex digits" if size else "0x and hex digits"
    assert size or isinstance(kind, BytesType), kind
    if isinstance(value, str) and len(value) % 2 == 0 and _HEX.fullmatch(value):
        raw = bytes.fromhex(value[2:])
        if size in (None, len(raw)):
            return Address(raw) if isinstance(kind, AddressType) else raw
    raise Malformed(f"{where}: {expected} expected, found {shorten(value)}")


def shorten(value: Any, limit: int = 48) -> str:
    """Return a value short enough for an error line."""
    try:
        text = repr(value)
    except (RecursionError, ValueError):  # nested a thousand deep, or of too many digits
        return f"an unreadable {type(value).__name__}"
    return text if len(text) <= limit else text[:limit] + "…"
