"""
New inputs from old ones: a few changes each, of bytes, of 32-byte words or of the structure.

    corpus --Mutator.mutate--> an input that is nearly valid
"""

from collections.abc import Callable, Sequence
from copy import deepcopy
from random import Random
from typing import Any, Final

from tests.fuzz.target import INPUT_BYTES_MAX
from tests.fuzz.trees import Format, JsonFormat, ProtobufFormat, RlpFormat, Tree, number, octets

CHANGES: Final = (1, 1, 1, 2, 3, 4)  # in one input: most leave most of it valid
TREE_BYTES_MAX: Final = 65_536  # of inputs that are read as trees; larger ones change by bytes
REPEATS: Final = (2, 3, 40, 257, 2_100)  # of a node or a piece
LARGE_EVERY: Final = 400  # one in so many inputs is made long
WORD_BYTES: Final = 32

FORMATS: Final[tuple[Format, ...]] = (
    JsonFormat(),
    RlpFormat(0),
    RlpFormat(1),
    ProtobufFormat(1),
    ProtobufFormat(0),
)


class Mutator:
    """Makes inputs, the same ones from the same seed and corpus."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance

    def mutate(self, data: bytes, others: Sequence[bytes]) -> bytes:
        """Return a changed input; `others` are what pieces may be taken from."""
        chance = self._chance
        if chance.randrange(LARGE_EVERY) == 0:
            return self._long(data)
        tree_first = chance.random() < 0.6 and len(data) <= TREE_BYTES_MAX
        if tree_first:
            changed = self._by_structure(data, chance.choice(others))
            if changed is not None:
                return changed[:INPUT_BYTES_MAX]
        for _ in range(chance.choice(CHANGES)):
            data = chance.choice(BYTE_CHANGES)(chance, data, chance.choice(others))
        return data[:INPUT_BYTES_MAX]

    def _long(self, data: bytes) -> bytes:
        """Return up to 1 MiB of one piece again and again."""
        start = self._chance.randint(0, len(data))
        piece = data[start : start + self._chance.choice((1, 2, 8, 32, 100))] or b"\x00"
        size = self._chance.choice((70_000, 250_000, INPUT_BYTES_MAX - len(data)))
        middle = piece * (max(size, 0) // len(piece))
        return (data[:start] + middle + data[start:])[:INPUT_BYTES_MAX]

    def _by_structure(self, data: bytes, other: bytes) -> bytes | None:
        for kind in FORMATS:
            tree = kind.read(data)
            if tree is None or len(nodes := places(tree)) < 2:
                continue
            if self._chance.random() < 0.1:
                continue  # it may be of the next kind, too
            donor = (kind.read(other) if len(other) <= TREE_BYTES_MAX else None) or tree
            for _ in range(self._chance.choice(CHANGES)):
                where, index = self._chance.choice(nodes)
                self._chance.choice(TREE_CHANGES)(self._chance, kind, where, index, donor)
                nodes = places(tree)
                if not nodes:
                    break
            return kind.write(tree)
        return None


def places(tree: Tree) -> list[tuple[Tree, int]]:
    """Return every node of a tree by the list that holds it and its place there."""
    found, waiting = [], [tree]
    while waiting:
        parent = waiting.pop()
        for index, node in enumerate(parent):
            found.append((parent, index))
            if isinstance(node, list):
                waiting.append(node)
    return found


# Changes of a tree.

TreeChange = Callable[[Random, Format, Tree, int, Tree], None]


def _replace(chance: Random, kind: Format, where: Tree, index: int, donor: Tree) -> None:
    where[index] = kind.leaf(chance)


def _insert(chance: Random, kind: Format, where: Tree, index: int, donor: Tree) -> None:
    where.insert(index, kind.leaf(chance))


def _delete(chance: Random, kind: Format, where: Tree, index: int, donor: Tree) -> None:
    del where[index]


def _cut(chance: Random, kind: Format, where: Tree, index: int, donor: Tree) -> None:
    del where[index:]


def _repeat(chance: Random, kind: Format, where: Tree, index: int, donor: Tree) -> None:
    where[index:index] = [deepcopy(where[index])] * chance.choice(REPEATS[:4])


def _swap(chance: Random, kind: Format, where: Tree, index: int, donor: Tree) -> None:
    other = chance.randrange(len(where))
    where[index], where[other] = where[other], where[index]


def _wrap(chance: Random, kind: Format, where: Tree, index: int, donor: Tree) -> None:
    where[index] = type(where)([where[index]])


def _unwrap(chance: Random, kind: Format, where: Tree, index: int, donor: Tree) -> None:
    if isinstance(where[index], list):
        where[index : index + 1] = where[index]


def _splice(chance: Random, kind: Format, where: Tree, index: int, donor: Tree) -> None:
    parent, place = chance.choice(places(donor))
    where[index] = deepcopy(parent[place])


def _tweak(chance: Random, kind: Format, where: Tree, index: int, donor: Tree) -> None:
    node: Any = where[index]
    if isinstance(node, bytes):
        where[index] = type(node)(chance.choice(BYTE_CHANGES)(chance, node, node))
    elif isinstance(node, int):
        where[index] = max(node + chance.choice((-1, 1, 1 << chance.randrange(64))), 0)
    elif isinstance(node, str) and node:
        at = chance.randrange(len(node))
        where[index] = node[:at] + chance.choice("0aFxg \u00e9") + node[at + chance.randrange(2) :]


TREE_CHANGES: Final[tuple[TreeChange, ...]] = (
    _replace,
    _insert,
    _delete,
    _cut,
    _repeat,
    _swap,
    _wrap,
    _unwrap,
    _splice,
    _splice,
    _tweak,
    _tweak,
    _tweak,
)


# Changes of bytes.

ByteChange = Callable[[Random, bytes, bytes], bytes]


def _flip(chance: Random, data: bytes, other: bytes) -> bytes:
    if not data:
        return b"\x00"
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def _set(chance: Random, data: bytes, other: bytes) -> bytes:
    at = chance.randint(0, len(data))
    value = chance.choice((0x00, 0x7F, 0x80, 0xB8, 0xBF, 0xC0, 0xF8, 0xFF, chance.randrange(256)))
    return data[:at] + bytes([value]) + data[at + chance.randrange(2) :]


def _cut_short(chance: Random, data: bytes, other: bytes) -> bytes:
    return data[: chance.randint(0, len(data))]


def _remove(chance: Random, data: bytes, other: bytes) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + data[at + chance.choice((1, 2, 4, 20, 32)) :]


def _double(chance: Random, data: bytes, other: bytes) -> bytes:
    at, size = chance.randint(0, len(data)), chance.choice((1, 4, 32, 100))
    return data[:at] + data[at : at + size] * chance.choice(REPEATS[:3]) + data[at + size :]


def _put_number(chance: Random, data: bytes, other: bytes) -> bytes:
    size = chance.choice((1, 2, 4, 8, WORD_BYTES))
    value = (number(chance) & 2 ** (8 * size) - 1).to_bytes(size, chance.choice(("big", "little")))
    at = chance.randint(0, len(data))
    return data[:at] + value + data[at + size :]


def _put_bytes(chance: Random, data: bytes, other: bytes) -> bytes:
    at, new = chance.randint(0, len(data)), octets(chance)
    return data[:at] + new + data[at + chance.choice((0, len(new))) :]


def _cross(chance: Random, data: bytes, other: bytes) -> bytes:
    start, size = chance.randint(0, len(other)), chance.choice((1, 8, 32, 65, 10_000))
    piece, at = other[start : start + size], chance.randint(0, len(data))
    return data[:at] + piece + data[at + chance.choice((0, len(piece))) :]


def _word(chance: Random, data: bytes, other: bytes) -> bytes:
    """Change one of the 32-byte words that stand behind a selector."""
    words = (len(data) - 4) // WORD_BYTES
    if words < 1:
        return _flip(chance, data, other)
    at = 4 + WORD_BYTES * chance.randrange(words)
    value = chance.choice((number(chance), WORD_BYTES * chance.randrange(12), len(data)))
    word = (value & 2**256 - 1).to_bytes(WORD_BYTES, "big")
    new = chance.choice((word, b"", data[at : at + WORD_BYTES] * 2))
    return data[:at] + new + data[at + WORD_BYTES :]


BYTE_CHANGES: Final[tuple[ByteChange, ...]] = (
    _flip,
    _set,
    _cut_short,
    _remove,
    _double,
    _put_number,
    _put_bytes,
    _cross,
    _word,
)
