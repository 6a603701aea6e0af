"""
A binary Merkle tree over 2**depth words, most of them zero: code and memory of the machine.

    word --chain.kit.merkle--> leaf, node, root; a subtree of zeros is known by its depth alone
"""

from functools import cache

from chain.kit.merkle import leaf_of, node_of, root_of
from chain.types.primitives import Hash32

Proof = tuple[Hash32, ...]


def leaf_hash(word: int) -> Hash32:
    """Return the leaf of one word."""
    return leaf_of(Hash32(word.to_bytes(32, "big")))


@cache
def zero_hash(level: int) -> Hash32:
    """Return the root of a subtree of zeros with 2**level leaves."""
    if level == 0:
        return leaf_hash(0)
    return node_of(zero_hash(level - 1), zero_hash(level - 1))


def word_root(word: int, index: int, proof: Proof) -> Hash32:
    """Return the root that a word at an index has under the siblings of its way up."""
    return root_of(leaf_hash(word), index, proof)


class WordTree:
    """The whole tree, sparse: for whoever runs the machine."""

    def __init__(self, depth: int, words: dict[int, int] | None = None) -> None:
        self.depth = depth
        self.words: dict[int, int] = {}
        self._nodes: dict[tuple[int, int], Hash32] = {}
        for index, word in sorted((words or {}).items()):
            self[index] = word

    def __getitem__(self, index: int) -> int:
        return self.words.get(index, 0)

    def __setitem__(self, index: int, word: int) -> None:
        assert 0 <= index < 1 << self.depth, index
        self.words[index] = word
        node = leaf_hash(word)
        self._nodes[0, index] = node
        for level in range(self.depth):
            sibling = self._node(level, index ^ 1)
            node = node_of(sibling, node) if index & 1 else node_of(node, sibling)
            index >>= 1
            self._nodes[level + 1, index] = node

    @property
    def root(self) -> Hash32:
        """The root over all words."""
        return self._node(self.depth, 0)

    def proof(self, index: int) -> Proof:
        """Return the siblings on a word's way up, from the leaf's."""
        return tuple(self._node(level, (index >> level) ^ 1) for level in range(self.depth))

    def _node(self, level: int, index: int) -> Hash32:
        return self._nodes.get((level, index), zero_hash(level))
