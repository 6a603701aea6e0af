"""
Merkle trees over receipts and beats, as modules check them: leaves and nodes apart.

    leaf = Keccak(0x00, digest)    node = Keccak(0x01, left, right)    an odd one is its own pair
"""

from collections.abc import Sequence
from typing import Final

from eth_hash.auto import keccak

from client.kit.values import ZERO_BYTES32


def leaf_of(digest: bytes) -> bytes:
    """Return the leaf of 32 bytes."""
    return keccak(b"\x00" + digest)


def node_of(left: bytes, right: bytes) -> bytes:
    """Return what stands over two nodes."""
    return keccak(b"\x01" + left + right)


class GrowingTree:
    """
    A tree that leaves are added to; each addition costs as many hashes as the tree has levels.

    Only the nodes on its right edge change, so a root after every receipt of a long session is
    cheap.
    """

    def __init__(self) -> None:
        self._levels: Final[list[list[bytes]]] = [[]]

    def __len__(self) -> int:
        return len(self._levels[0])

    def add(self, digest: bytes) -> None:
        """Put a leaf behind the others."""
        self._levels[0].append(leaf_of(digest))
        index, at = len(self) - 1, 0
        while len(self._levels[at]) > 1:
            if at + 1 == len(self._levels):
                self._levels.append([])
            below, above = self._levels[at], self._levels[at + 1]
            left = index & ~1
            node = node_of(below[left], below[min(left + 1, len(below) - 1)])
            index //= 2
            above[index:] = [node]
            at += 1

    @property
    def root(self) -> bytes:
        """The root; zeros over no leaf."""
        return self._levels[-1][0] if len(self) else ZERO_BYTES32

    def path(self, index: int) -> tuple[bytes, ...]:
        """Return the siblings on the way from a leaf to the root."""
        return path_of(self._levels, index)


def path_of(levels: Sequence[Sequence[bytes]], index: int) -> tuple[bytes, ...]:
    """Return the siblings on the way from a leaf to the root of a tree's levels."""
    path = []
    for level in levels[:-1]:
        path.append(level[min(index ^ 1, len(level) - 1)])
        index >>= 1
    return tuple(path)
