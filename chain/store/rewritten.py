"""
Nodes that an update of a trie leaves where they are, of which little differs: nearly all of them.

    branch at a path -> one reference differs        leaf at a path -> its value differs
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

PLACE_BYTES: Final = 2  # of the place of a reference in an encoded branch


@dataclass(slots=True)
class Rewritten:
    """
    Nodes that stay where they are and are of the same kind, in lists: branches, then leaves.

    A patch says what of a branch differs: its place in two bytes and the reference that stood
    there, of as many bytes as the new one. A block has tens of thousands of these nodes: a tuple
    for each would be met once more by the garbage collector and when it goes, out of no cache.
    """

    paths: list[bytes] = field(default_factory=list)
    after: list[bytes] = field(default_factory=list)
    patches: list[bytes] = field(default_factory=list)
    leaf_paths: list[bytes] = field(default_factory=list)
    leaves_before: list[bytes] = field(default_factory=list)
    leaves_after: list[bytes] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.paths) + len(self.leaf_paths)

    def add(self, other: "Rewritten") -> None:
        """Take the nodes of another trie in."""
        for name in self.__slots__:
            getattr(self, name).extend(getattr(other, name))

    def writes(self) -> Iterator[tuple[bytes, bytes]]:
        """Yield paths and what is there now."""
        yield from zip(self.paths, self.after, strict=True)
        yield from zip(self.leaf_paths, self.leaves_after, strict=True)

    def before(self) -> Iterator[tuple[bytes, bytes]]:
        """Yield paths and what was there."""
        yield from zip(self.paths, map(put_back, self.after, self.patches), strict=True)
        yield from zip(self.leaf_paths, self.leaves_before, strict=True)


def put_back(after: bytes, patch: bytes) -> bytes:
    """Return the branch that stood there, from what is there now."""
    place = int.from_bytes(patch[:PLACE_BYTES], "big")
    return after[:place] + patch[PLACE_BYTES:] + after[place + len(patch) - PLACE_BYTES :]
