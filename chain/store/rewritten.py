"""
Nodes that an update of a trie leaves where they are, of which little differs: nearly all of them.

    branch at a path -> one reference differs        leaf at a path -> its value differs

Of a branch the database gets that one reference. One in sixteen is written whole, by the hash of
the child that was there: whoever looks for a branch puts sixteen references into it, as a rule.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from chain.store.node import REFERENCE_BYTES

DELTA: Final = b"\x03"  # what a patch begins with; it stands in the history as it is
PLACE_BYTES: Final = 2  # of the place of a reference in an encoded branch
_OLD: Final = len(DELTA) + PLACE_BYTES  # where the reference that was there begins in a patch
_NEW: Final = _OLD + REFERENCE_BYTES  # where the one begins that is there now
WHOLE_BELOW: Final = 16  # of 256 values of the first byte of the hash of the child that was there


@dataclass(slots=True)
class Replaced:
    """Nodes that are written whole: where they stand, what stood there, and what is there now."""

    paths: list[bytes] = field(default_factory=list)
    before: list[bytes] = field(default_factory=list)
    after: list[bytes] = field(default_factory=list)


@dataclass(slots=True)
class Rewritten:
    """
    Nodes that stay where they are and are of the same kind, in lists.

    `paths`, `after` and `patches` are of branches of which one reference is written, `branches` of
    those that are written whole, as all `leaves` are. A patch says what of a branch differs: behind
    a tag its place in two bytes, the reference by hash that stood there and the one that is there.

    A block has tens of thousands of these nodes. A tuple for each would be met once more by the
    garbage collector and when it goes, out of no cache; and so is each list that is gone through.
    """

    paths: list[bytes] = field(default_factory=list)
    after: list[bytes] = field(default_factory=list)
    patches: list[bytes] = field(default_factory=list)
    branches: Replaced = field(default_factory=Replaced)
    leaves: Replaced = field(default_factory=Replaced)

    def __len__(self) -> int:
        return len(self.paths) + len(self.branches.paths) + len(self.leaves.paths)

    def writes(self) -> Iterator[tuple[bytes, bytes]]:
        """Yield paths and what is there now."""
        yield from zip(self.paths, self.after, strict=True)
        yield from self.whole_after()

    def whole_after(self) -> Iterator[tuple[bytes, bytes]]:
        """Yield paths of what is written whole, and what is there now."""
        yield from zip(self.leaves.paths, self.leaves.after, strict=True)
        yield from zip(self.branches.paths, self.branches.after, strict=True)

    def before(self) -> Iterator[tuple[bytes, bytes]]:
        """Yield paths and what was there."""
        yield from zip(self.paths, map(put_back, self.after, self.patches), strict=True)
        yield from self.whole_before()

    def whole_before(self) -> Iterator[tuple[bytes, bytes]]:
        """Yield paths of what is written whole, and what was there."""
        yield from zip(self.leaves.paths, self.leaves.before, strict=True)
        yield from zip(self.branches.paths, self.branches.before, strict=True)


def put_back(after: bytes, patch: bytes) -> bytes:
    """Return the branch that stood there, from what is there now."""
    return _put(after, patch, patch[_OLD:_NEW])


def put_forth(before: bytes, patch: bytes) -> bytes:
    """Return the branch that is there now, from what stood there or came of it."""
    return _put(before, patch, patch[_NEW:])


def _put(branch: bytes, patch: bytes, reference: bytes) -> bytes:
    place = int.from_bytes(patch[len(DELTA) : _OLD], "big")
    return branch[:place] + reference + branch[place + REFERENCE_BYTES :]
