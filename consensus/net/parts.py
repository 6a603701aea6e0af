"""
A payload cut into parts of 64 KiB that prove themselves one by one.

    payload -> PartSet -> Manifest + Part(index, proof, data) ... -> PartAssembler -> payload

The root is SHA-256 over the payload's size and an RFC 6962 tree of its parts, so a root fixes
how many parts there are and how long each is, and a part's place follows from its index alone: a
proof has no index of its own that could differ (ASA-2025-002). SHA-256 because it hashes a part
ten times as fast as Keccak here, and nothing outside of gossip ever sees these roots.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from chain.errors import Malformed
from chain.types.primitives import Hash32
from consensus.host.config import PAYLOAD_BYTES_MAX

PART_BYTES: Final = 65_536  # 64 KiB: every part but the last
PARTS_MAX: Final = -(-PAYLOAD_BYTES_MAX // PART_BYTES)  # parts of the largest payload
PROOF_HASHES_MAX: Final = (PARTS_MAX - 1).bit_length()  # hashes that prove one part

# What is hashed says what it is, so that no leaf passes for a node and no node for a root.
_LEAF, _NODE, _ROOT = b"\x00", b"\x01", b"\x02"


class PartRefused(Malformed):
    """A part that does not belong to the payload it claims to be of."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What names the bytes of a payload before they are here: their count and their root."""

    size_bytes: int
    root: Hash32

    @property
    def part_count(self) -> int:
        """How many parts there are; an empty payload has one, empty part."""
        return part_count_of(self.size_bytes)

    def part_bytes(self, index: int) -> int:
        """How long the part of an index must be."""
        return min(PART_BYTES, self.size_bytes - index * PART_BYTES)


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its place, the hashes that lead from it to the tree's top, and its bytes."""

    root: Hash32
    index: int
    proof: tuple[Hash32, ...]
    data: bytes


def part_count_of(size_bytes: int) -> int:
    """How many parts a payload of so many bytes has."""
    return max(1, -(-size_bytes // PART_BYTES))


def check_size(size_bytes: int) -> int:
    """
    Return the size of a payload if one may have it.

    Raises Malformed above PAYLOAD_BYTES_MAX, before anything is asked for or kept
    (cometbft#5324).
    """
    if size_bytes > PAYLOAD_BYTES_MAX:
        raise Malformed(
            f"expected a payload of at most {PAYLOAD_BYTES_MAX} bytes, found {size_bytes}"
        )
    return size_bytes


class PartSet:
    """All parts of a payload that is here whole."""

    def __init__(self, payload: bytes) -> None:
        self.payload = payload
        count = part_count_of(check_size(len(payload)))
        leaves = [_leaf(self._data(index)) for index in range(count)]
        self._levels = _levels(leaves)
        self.manifest = Manifest(len(payload), _root(len(payload), self._levels[-1][0]))

    def part(self, index: int) -> Part:
        """The part of an index below `manifest.part_count`, with its proof."""
        proof, place = [], index
        for level in self._levels[:-1]:
            if place ^ 1 < len(level):
                proof.append(level[place ^ 1])
            place >>= 1
        return Part(self.manifest.root, index, tuple(proof), self._data(index))

    def _data(self, index: int) -> bytes:
        return self.payload[index * PART_BYTES : (index + 1) * PART_BYTES]


class PartAssembler:
    """Collects the parts of one manifest; holds at most what the manifest says, each part once."""

    def __init__(self, manifest: Manifest) -> None:
        check_size(manifest.size_bytes)
        self.manifest = manifest
        self._parts: dict[int, bytes] = {}
        self.held_bytes = 0

    @property
    def is_complete(self) -> bool:
        """Whether every part is here."""
        return len(self._parts) == self.manifest.part_count

    def missing(self) -> list[int]:
        """Indexes of the parts that are not here, rising."""
        return [i for i in range(self.manifest.part_count) if i not in self._parts]

    def add(self, part: Part) -> bool:
        """
        Take a part; False when its index was here already.

        Raises PartRefused for another payload's part, an index out of range, a wrong length
        or a proof that does not lead to the root.
        """
        if part.root != self.manifest.root:
            raise PartRefused(
                f"expected a part of 0x{self.manifest.root.hex()}, found 0x{part.root.hex()}"
            )
        if part.index in self._parts:
            return False
        check_part(part, self.manifest)
        self._parts[part.index] = part.data
        self.held_bytes += len(part.data)
        return True

    def payload(self) -> bytes:
        """The payload; only when complete."""
        assert self.is_complete, f"parts {self.missing()} are missing"
        return b"".join(self._parts[index] for index in range(self.manifest.part_count))


def check_part(part: Part, manifest: Manifest) -> None:
    """Check a part's place, length and proof. Raises PartRefused."""
    count = manifest.part_count
    if not 0 <= part.index < count:
        raise PartRefused(f"expected a part's index below {count}, found {part.index}")
    if len(part.data) != manifest.part_bytes(part.index):
        raise PartRefused(
            f"expected part {part.index} of {manifest.part_bytes(part.index)} bytes, "
            f"found {len(part.data)}"
        )
    top = _climb(_leaf(part.data), part.index, count, part.proof)
    if _root(manifest.size_bytes, top) != manifest.root:
        raise PartRefused(f"expected a proof of part {part.index}, found one of something else")


def _climb(leaf: Hash32, index: int, count: int, proof: Sequence[Hash32]) -> Hash32:
    """Follow a proof to the top; at each level the index says on which side the sibling is."""
    found, left = leaf, list(proof)
    while count > 1:
        if index ^ 1 < count:
            if not left:
                raise PartRefused("expected more hashes in a part's proof, found its end")
            sibling = left.pop(0)
            found = _node(sibling, found) if index & 1 else _node(found, sibling)
        index, count = index >> 1, (count + 1) >> 1
    if left:
        raise PartRefused(f"expected the end of a part's proof, found {len(left)} more hashes")
    return found


def _levels(leaves: list[Hash32]) -> list[list[Hash32]]:
    """Rows of the tree from the leaves up; a last one without sibling goes up as it is."""
    levels = [leaves]
    while len(level := levels[-1]) > 1:
        above = [_node(level[i], level[i + 1]) for i in range(0, len(level) - 1, 2)]
        levels.append(above + level[len(level) & ~1 :])
    return levels


def _leaf(data: bytes) -> Hash32:
    return Hash32(hashlib.sha256(_LEAF + data).digest())


def _node(left: Hash32, right: Hash32) -> Hash32:
    return Hash32(hashlib.sha256(_NODE + left + right).digest())


def _root(size_bytes: int, top: Hash32) -> Hash32:
    return Hash32(hashlib.sha256(_ROOT + size_bytes.to_bytes(8, "big") + top).digest())
