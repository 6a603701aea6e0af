"""
Recursive Length Prefix, read strictly: one encoding for each value, nothing behind it.

    bytes --decode--> nested lists of bytes --to_integer, to_fixed...--> values

Yellow Paper, appendix B. Every deviation is Malformed: what two nodes could read differently must
not pass the door of either.
"""

from collections.abc import Sequence
from typing import TypeAlias

from rlp.codec import encode_raw

from chain import params
from chain.errors import Malformed

INTEGER_BYTES_MAX = 32  # of a scalar: no field holds more than 256 bits

Item: TypeAlias = "bytes | list[Item]"
Encodable: TypeAlias = "bytes | Sequence[Encodable]"


def encode(item: Encodable) -> bytes:
    """Encode bytes, or nested sequences of bytes."""
    encoded: bytes = encode_raw(item)
    return encoded


def integer(value: int) -> bytes:
    """Big-endian bytes without leading zeros: the scalar of the Yellow Paper; 0 is empty."""
    return value.to_bytes((value.bit_length() + 7) >> 3, "big")


def integer_bytes(value: int) -> int:
    """Return how many bytes the encoding of a scalar takes, with its prefix."""
    return 1 if value < 0x80 else 1 + (value.bit_length() + 7 >> 3)


def list_header(size: int) -> bytes:
    """Return the prefix of a list whose items take `size` bytes."""
    if size < 56:
        return bytes((0xC0 + size,))
    length = integer(size)
    return bytes((0xF7 + len(length),)) + length


def decode(data: bytes) -> Item:
    """
    Decode exactly one item that fills `data` whole.

    Raises:
        Malformed: the data is cut short, goes on behind the item, uses a longer encoding than
            needed, or nests deeper than RLP_DEPTH_MAX.
    """
    item, end = _decode_at(data, 0, len(data), 0)
    if end != len(data):
        raise Malformed(f"rlp: {len(data) - end} bytes behind the end of the value")
    return item


def decode_list(data: bytes, what: str) -> list[Item]:
    """Decode one item that has to be a list."""
    return expect_list(decode(data), what)


def item_bounds(data: bytes, start: int, end: int) -> list[tuple[int, int]]:
    """
    Return where the items of the list in data[start:end] begin and end, prefixes included.

    Items are not looked into: for what was read strictly before it was stored. Raises Malformed
    where there is no list, or one that is longer or shorter.
    """
    if start >= end or data[start] < 0xC0:
        raise Malformed("rlp: expected a list")
    begin, stop = _payload(data, start, end, data[start], 0xC0)
    if stop != end:
        raise Malformed(f"rlp: {end - stop} bytes behind the end of the value")
    found = []
    while begin < stop:
        prefix, after = data[begin], begin + 1
        if prefix >= 0x80:
            _, after = _payload(data, begin, stop, prefix, 0x80 if prefix < 0xC0 else 0xC0)
        found.append((begin, after))
        begin = after
    return found


def _decode_at(data: bytes, start: int, end: int, depth: int) -> tuple[Item, int]:
    """Decode the item at `start`; return it and the offset behind it, at most `end`."""
    if start >= end:
        raise Malformed("rlp: value is cut short")
    prefix = data[start]
    if prefix < 0x80:
        return data[start : start + 1], start + 1
    if prefix < 0xC0:
        begin, stop = _payload(data, start, end, prefix, 0x80)
        if stop - begin == 1 and data[begin] < 0x80:
            raise Malformed("rlp: a single byte below 0x80 has no prefix")
        return data[begin:stop], stop
    if depth == params.RLP_DEPTH_MAX:
        raise Malformed(f"rlp: lists nest deeper than {params.RLP_DEPTH_MAX}")
    begin, stop = _payload(data, start, end, prefix, 0xC0)
    items: list[Item] = []
    add = items.append
    while begin < stop:
        first = data[begin]
        after = begin + 1
        if first >= 0x80:  # what has no prefix is at hand, and so are most short strings
            after = begin + first - 0x7F
            if first > 0xB7 or after > stop or (first == 0x81 and data[begin + 1] < 0x80):
                item, begin = _decode_at(data, begin, stop, depth + 1)
                add(item)
                continue
            begin += 1
        add(data[begin:after])
        begin = after
    return items, stop


def _payload(data: bytes, start: int, end: int, prefix: int, offset: int) -> tuple[int, int]:
    """Bounds of the payload behind a prefix; `offset` is 0x80 for bytes and 0xc0 for lists."""
    begin = start + 1
    length = prefix - offset
    if length > 55:
        length_bytes = length - 55
        begin += length_bytes
        if begin > end:
            raise Malformed("rlp: value is cut short")
        if data[start + 1] == 0:
            raise Malformed("rlp: length has a leading zero")
        length = int.from_bytes(data[start + 1 : begin], "big")
        if length < 56:
            raise Malformed("rlp: long form of a length below 56")
    stop = begin + length
    if stop > end:
        raise Malformed(f"rlp: value is cut short: expected {length} bytes, found {end - begin}")
    return begin, stop


def expect_list(item: Item, what: str) -> list[Item]:
    """Return the item, which has to be a list."""
    if not isinstance(item, list):
        raise Malformed(f"{what}: expected a list, found {len(item)} bytes")
    return item


def expect_fields(item: Item, count: int, what: str) -> list[Item]:
    """Return the item, which has to be a list of `count` fields."""
    fields = expect_list(item, what)
    if len(fields) != count:
        raise Malformed(f"{what}: expected {count} fields, found {len(fields)}")
    return fields


def to_bytes(item: Item, what: str) -> bytes:
    """Return the item, which has to be bytes of any length."""
    if isinstance(item, list):
        raise Malformed(f"{what}: expected bytes, found a list")
    return item


def to_fixed(item: Item, length: int, what: str) -> bytes:
    """Return the item, which has to be exactly `length` bytes."""
    if isinstance(item, list):
        raise Malformed(f"{what}: expected {length} bytes, found a list")
    if len(item) != length:
        raise Malformed(f"{what}: expected {length} bytes, found {len(item)}")
    return item


def to_integer(item: Item, maximum: int, what: str) -> int:
    """Return the scalar; leading zeros and values above `maximum` are refused."""
    if isinstance(item, list):
        raise Malformed(f"{what}: expected an integer, found a list")
    if item and item[0] == 0:
        raise Malformed(f"{what}: integer has leading zeros")
    if len(item) > INTEGER_BYTES_MAX:  # Python writes no integer of many thousand digits
        raise Malformed(f"{what}: expected at most {maximum}, found {len(item)} bytes")
    value = int.from_bytes(item, "big")
    if value > maximum:
        raise Malformed(f"{what}: expected at most {maximum}, found {value}")
    return value
