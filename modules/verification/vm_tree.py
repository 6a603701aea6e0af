"""
A binary Merkle tree over 2**depth words, most of them zero: code and memory of the machine.

    leaf = keccak(0x00 ++ word)      node = keccak(left ++ right)      index bits choose the side
"""

from functools import cache

from eth_hash.auto import keccak

from chain.types.primitives import Hash32

Proof = tuple[Hash32, ...]


def leaf_hash(word: int) -> Hash32:
    """Return the hash of one word; longer by a byte than a node's, so neither is the other."""
    return Hash32(keccak(b"\0" + word.to_bytes(32, "big")))


@cache
def zero_hash(level: int) -> Hash32:
    """Return the root of a subtree of zeros with 2**level leaves."""
    if level == 0:
        return leaf_hash(0)
    return Hash32(keccak(zero_hash(level - 1) * 2))


def root_of(word: int, index: int, proof: Proof) -> Hash32:
    """Return the root that a word at an index has under the siblings of its way up."""
    node = leaf_hash(word)
    for level, sibling in enumerate(proof):
        node = Hash32(keccak(sibling + node if index >> level & 1 else node + sibling))
    return node


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
            node = Hash32(keccak(sibling + node if index & 1 else node + sibling))
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
