"""
Merkle trees for modules: pure hashing, leaves and nodes in domains of their own.

    leaf = Keccak(0x00, digest)    node = Keccak(0x01, left, right)    an odd one is its own pair
"""

from collections.abc import Sequence
from typing import Final

from sha3 import keccak_256

from chain.types.primitives import Hash32

DEPTH_MAX: Final = 20  # levels of a tree whose depth its maker chooses: a million leaves


def leaf_of(digest: Hash32) -> Hash32:
    """Return the leaf of 32 bytes."""
    return Hash32(keccak_256(b"\x00" + digest).digest())


def node_of(left: Hash32, right: Hash32) -> Hash32:
    """Return what stands over two nodes."""
    return Hash32(keccak_256(b"\x01" + left + right).digest())


def root_of(leaf: Hash32, index: int, path: Sequence[Hash32]) -> Hash32:
    """Return the root that a leaf at an index leads to by the siblings on its way up."""
    node = leaf
    for sibling in path:
        node = node_of(sibling, node) if index & 1 else node_of(node, sibling)
        index >>= 1
    return node


def proves(root: Hash32, leaf: Hash32, index: int, path: Sequence[Hash32]) -> bool:
    """Whether a leaf is at this index under a root."""
    if len(path) > DEPTH_MAX or index >> len(path):
        return False
    return root_of(leaf, index, path) == root


def tree_of(leaves: Sequence[Hash32]) -> list[list[Hash32]]:
    """Return all levels of a tree, leaves first: what its maker keeps; one leaf at least."""
    levels = [list(leaves)]
    while len(levels[-1]) > 1:
        below = levels[-1]
        pairs = [(below[i], below[min(i + 1, len(below) - 1)]) for i in range(0, len(below), 2)]
        levels.append([node_of(left, right) for left, right in pairs])
    return levels


def path_of(levels: Sequence[Sequence[Hash32]], index: int) -> tuple[Hash32, ...]:
    """Return the siblings on the way from a leaf to the root."""
    path = []
    for level in levels[:-1]:
        path.append(level[min(index ^ 1, len(level) - 1)])
        index >>= 1
    return tuple(path)
