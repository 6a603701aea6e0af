"""
Inputs as trees, so that they can be changed by their structure and not only byte by byte.

    bytes --Format.read--> nested lists with leaves --change a node--> --Format.write--> bytes

A tree is lists in lists; Raw leaves are written as they stand, which is how wrong lengths, longer
encodings than needed and lists a thousand deep come about. What is written need not be valid.
"""

import json
from random import Random
from typing import Any, Final, Protocol

import orjson

from chain.codec import rlp
from chain.errors import Malformed

INTEGERS: Final = (0, 1, 2, 3, 4, 27, 28, 37, 55, 56, 127, 128, 255, 256, 65_535, 65_536)
EDGES: Final = tuple(2**bits + step for bits in (31, 32, 53, 63, 64, 255, 256) for step in (-1, 0))
SIZES: Final = (0, 1, 19, 20, 21, 31, 32, 33, 55, 56, 64, 65, 66, 256, 300, 5_000)
DEPTHS: Final = (2, 31, 32, 33, 64, 65, 200, 330, 500, 900, 960, 990, 1_000, 1_023, 1_024, 5_000)
DEEP_BYTES: Final = 30_000  # of RLP lists inside one another

Tree = list[Any]


class Raw(bytes):
    """Bytes that are written as they stand."""


class Format(Protocol):
    """A kind of structure that bytes may have."""

    def read(self, data: bytes) -> Tree | None:
        """Return the tree of some bytes, None where they have none of this kind."""

    def write(self, tree: Any) -> bytes:
        """Return the bytes of a tree, however odd."""

    def leaf(self, chance: Random) -> Any:
        """Return something that may stand anywhere in a tree."""


def number(chance: Random) -> int:
    """An integer near a border."""
    return chance.choice(chance.choice((INTEGERS, EDGES)))


def octets(chance: Random) -> bytes:
    """Bytes of a length near a border."""
    size = chance.choice(SIZES)
    return chance.choice((bytes(size), b"\xff" * size, chance.randbytes(size)))


# RLP.


class Wrapped(Tree):
    """A byte string that is RLP again."""


class RlpFormat:
    """Lists of byte strings, some of which hold RLP; behind a tag of some bytes."""

    def __init__(self, tag_bytes: int) -> None:
        self._tag_bytes = tag_bytes

    def read(self, data: bytes) -> Tree | None:
        """Return [tag, value]."""
        try:
            value = _unwrapped(rlp.decode(data[self._tag_bytes :]))
        except Malformed:
            return None
        return [Raw(data[: self._tag_bytes]), value] if isinstance(value, list) else None

    def write(self, tree: Any) -> bytes:
        """Put the nodes of the outermost list one behind the other."""
        return b"".join(_rlp_bytes(node) for node in tree)

    def leaf(self, chance: Random) -> Any:
        """Return an integer, bytes, an empty list, a crooked encoding or a deep one."""
        kind = chance.randrange(8)
        if kind < 3:
            return rlp.integer(number(chance))
        if kind < 5:
            return octets(chance)
        return [] if kind == 5 else _crooked(chance) if kind == 6 else _deep_rlp(chance)


def _unwrapped(item: rlp.Item) -> Any:
    if isinstance(item, list):
        return [_unwrapped(part) for part in item]
    if item[:1] >= b"\xc0":
        try:
            inside = rlp.decode(item)
        except Malformed:
            return item
        return Wrapped(_unwrapped(part) for part in inside) if isinstance(inside, list) else item
    return item


def _rlp_bytes(node: Any) -> bytes:
    if isinstance(node, Raw):
        return node
    if isinstance(node, bytes):
        return node if len(node) == 1 and node < b"\x80" else _head(0x80, len(node)) + node
    body = b"".join(_rlp_bytes(part) for part in node)
    encoded = _head(0xC0, len(body)) + body
    return _head(0x80, len(encoded)) + encoded if isinstance(node, Wrapped) else encoded


def _head(offset: int, length: int) -> bytes:
    if length < 56:
        return bytes([offset + length])
    digits = rlp.integer(length)
    return bytes([offset + 55 + len(digits)]) + digits


def _crooked(chance: Random) -> Raw:
    """An encoding that strict readers refuse."""
    body, offset = chance.randbytes(chance.choice((0, 1, 8, 60))), chance.choice((0x80, 0xC0))
    digits = chance.choice((bytes([len(body)]), b"\x00" + bytes([len(body)]), b"\xff" * 8, b""))
    return Raw(bytes([min(offset + 55 + len(digits), 255)]) + digits + body)


def _deep_rlp(chance: Random) -> Raw:
    encoded = b""
    for _ in range(chance.choice(DEPTHS)):
        encoded = _head(0xC0, len(encoded)) + encoded
        if len(encoded) > DEEP_BYTES:
            break
    return Raw(encoded)


# JSON.


class Pairs(Tree):
    """A JSON object: a list of [name, value]."""


class JsonFormat:
    """JSON of any shape."""

    def read(self, data: bytes) -> Tree | None:
        """Return [value]."""
        if data[:1] not in (b"{", b"["):
            return None
        try:
            orjson.loads(data)
            return [_listed(json.loads(data))]
        except (ValueError, RecursionError):
            return None

    def write(self, tree: Any) -> bytes:
        """Put the nodes of the outermost list one behind the other."""
        return b"".join(_json_bytes(node) for node in tree)

    def leaf(self, chance: Random) -> Any:
        """Return a number, a text, a word of JSON or a deep list."""
        kind = chance.randrange(8)
        if kind < 2:
            return number(chance)
        if kind < 4:
            return "0x" + chance.choice((f"{number(chance):x}", octets(chance).hex()))
        if kind == 4:
            return chance.choice(("", "latest", "0x", "0X1", "\ud800", "é" * 40, "9" * 5_000, "-1"))
        if kind == 5:
            return chance.choice((None, True, False, -1, 0.5, 1e308, [], {}))
        return _deep_json(chance) if kind == 6 else Raw(chance.choice(ODD_JSON))


ODD_JSON: Final = (b"1e999", b"-0", b"NaN", b"1" + b"0" * 400, b'"\\ud800"', b"\xff", b"", b"[,]")


def _listed(value: Any) -> Any:
    if isinstance(value, dict):
        return Pairs([name, _listed(part)] for name, part in value.items())
    return [_listed(part) for part in value] if isinstance(value, list) else value


def _json_bytes(node: Any) -> bytes:
    if isinstance(node, Raw):
        return node
    if isinstance(node, Pairs):
        named = [part if isinstance(part, list) and len(part) == 2 else ["", part] for part in node]
        inside = (_json_bytes(name) + b":" + _json_bytes(part) for name, part in named)
        return b"{" + b",".join(inside) + b"}"
    if isinstance(node, list):
        return b"[" + b",".join(_json_bytes(part) for part in node) + b"]"
    return json.dumps(node).encode()


def _deep_json(chance: Random) -> Raw:
    depth = chance.choice(DEPTHS) - chance.randrange(12)
    head, tail = chance.choice(((b"[", b"]"), (b'{"a":', b"}")))
    return Raw(head * depth + b"1" + tail * depth)


# Protobuf.

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5  # wire types
FIXED_SIZES: Final = {FIXED64: 8, FIXED32: 4}


class Fields(Tree):
    """A message: a list of [number, wire type, value]."""


class ProtobufFormat:
    """Messages in messages; behind a tag of some bytes."""

    def __init__(self, tag_bytes: int) -> None:
        self._tag_bytes = tag_bytes

    def read(self, data: bytes) -> Tree | None:
        """Return [tag, fields]."""
        fields = _fields(data[self._tag_bytes :], 0)
        return [Raw(data[: self._tag_bytes]), fields] if fields else None

    def write(self, tree: Any) -> bytes:
        """Put the nodes of the outermost list one behind the other."""
        return b"".join(_protobuf_bytes(node) for node in tree)

    def leaf(self, chance: Random) -> Any:
        """Return an integer, bytes, or a field that nobody knows."""
        kind = chance.randrange(4)
        if kind == 0:
            return number(chance)
        if kind == 1:
            return octets(chance)
        if kind == 2:
            return chance.choice((b"", b"\xff\xfe", "0x" + "aB" * 20, b"9" * 80, b"-1"))
        return Fields([[chance.randrange(1, 9), chance.choice((0, 2)), number(chance)]])


def _fields(data: bytes, depth: int) -> Fields | None:
    fields, at = Fields(), 0
    while at < len(data):
        key, at = _varint(data, at)
        wire = key & 7
        if wire == VARINT:
            value, end = _varint(data, at)
        elif wire == BYTES:
            length, at = _varint(data, at)
            end = at + length
            inside = _fields(data[at:end], depth + 1) if depth < 6 else None
            value = inside or data[at:end]
        elif wire in FIXED_SIZES:
            end = at + FIXED_SIZES[wire]
            value = Raw(data[at:end])
        else:
            return None
        if end > len(data) or key < 8:
            return None
        fields.append([key >> 3, wire, value])
        at = end
    return fields


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """The number at a place; one that is cut short ends beyond the data."""
    value = shift = 0
    while at < len(data) and shift < 70:
        value |= (data[at] & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if data[at - 1] < 0x80:
            return value, at
    return value, len(data) + 1


def _protobuf_bytes(node: Any) -> bytes:
    if isinstance(node, Fields):
        return b"".join(_field_bytes(part) for part in node)
    if isinstance(node, list):
        return b"".join(_protobuf_bytes(part) for part in node)
    if isinstance(node, int):
        return _varint_bytes(node)
    return node.encode() if isinstance(node, str) else bytes(node)


def _field_bytes(field: Any) -> bytes:
    if not isinstance(field, list) or len(field) != 3:
        return _protobuf_bytes(field)
    key, wire, value = field
    head = _varint_bytes(key << 3 | wire) if isinstance(key, int) and isinstance(wire, int) else b""
    body = _protobuf_bytes(value)
    return head + _varint_bytes(len(body)) + body if wire == BYTES else head + body


def _varint_bytes(value: int) -> bytes:
    out, value = bytearray(), value & 2**70 - 1
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])
