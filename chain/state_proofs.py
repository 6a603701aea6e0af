"""
Proofs of another chain's state, in eth_getProof's shape, read by one who trusts a state root only.

    state root --account nodes--> storage root, or no account --slot nodes--> word, 0 where none

A proof is the nodes from the root to where the key is, or would be, one encoding each: what is in
a proof is bound by the root to the last byte, and what is not needed is not in it. Nodes of fewer
than 32 bytes stand inside their parents; the keys are hashes, so no key ends in a branch.
"""

from collections.abc import Sequence
from typing import Final

from eth_hash.auto import keccak

from chain.codec import rlp
from chain.errors import Invalid, Malformed
from chain.types.primitives import EMPTY_TRIE_ROOT, Address, Hash32

KEY_NIBBLES: Final = 64  # of a hashed key
NODES_MAX: Final = KEY_NIBBLES + 1  # a branch for each nibble, and a leaf
NODE_BYTES_MAX: Final = 532  # a branch with sixteen hashes, the longest node there is
HASHED_BYTES_MIN: Final = 32  # nodes this long are known by their hash, shorter ones embedded
BRANCH_ITEMS: Final = 17
BRANCH_CHILDREN_MIN: Final = 2  # a branch with fewer is written as a leaf or an extension
NONCE_MAX: Final = 2**64 - 1  # of any account; it is 64 bits wide (EIP-2681)
WORD_MAX: Final = 2**256 - 1
_ODD, _LEAF = 1, 2  # bits of the first nibble of an encoded path (Yellow Paper, appendix C)


class ProofRefused(Invalid):
    """A proof that proves nothing: it does not lead from the root to its key, or not just so."""


def verify_account(state_root: Hash32, address: Address, proof: Sequence[bytes]) -> Hash32 | None:
    """Return the account's storage root, or None where there is none; raises ProofRefused."""
    found = _look_up(state_root, keccak(address), proof)
    return None if found is None else _storage_root(found)


def verify_slot(storage_root: Hash32 | None, slot: int, proof: Sequence[bytes]) -> int:
    """
    Return the word at a slot, 0 where the proof says that nothing is stored; raises ProofRefused.

    Without an account, None, every slot is 0 and the proof is empty.
    """
    root = EMPTY_TRIE_ROOT if storage_root is None else storage_root
    found = _look_up(root, keccak(slot.to_bytes(32, "big")), proof)
    return 0 if found is None else _word(found)


def _look_up(root: Hash32, key: bytes, proof: Sequence[bytes]) -> bytes | None:
    """Return the value under a hashed key, None where the proof shows that there is none."""
    if len(proof) > NODES_MAX:
        raise ProofRefused(f"proof: expected at most {NODES_MAX} nodes, found {len(proof)}")
    walk = _Walk(key, proof)
    found = None if root == EMPTY_TRIE_ROOT else walk.from_root(root)
    if walk.used != len(proof):
        raise ProofRefused(f"proof: expected {walk.used} nodes, found {len(proof)}")
    return found


class _Walk:
    """One way down a trie: `depth` nibbles of the key and `used` nodes of the proof are behind."""

    __slots__ = ("depth", "key", "proof", "used")

    def __init__(self, key: bytes, proof: Sequence[bytes]) -> None:
        self.key, self.proof = bytes.fromhex("".join(f"0{digit}" for digit in key.hex())), proof
        self.depth = self.used = 0

    def from_root(self, root: Hash32) -> bytes | None:
        """Follow the key from the root; returns its value, or None where it leads nowhere."""
        items: list[rlp.Item] | None = self._next_node(root)
        while items is not None:
            if len(items) == BRANCH_ITEMS:
                items = self._step(items)
                continue
            is_leaf, path = _short_path(items[0])
            if is_leaf:
                return self._end(path, items[1])
            items = self._skip(path, items[1])
        return None

    def _next_node(self, digest: bytes) -> list[rlp.Item]:
        """Take the next node of the proof, which has to have this hash."""
        if self.used == len(self.proof):
            raise ProofRefused(f"proof: node {self.used} is missing")
        encoded = self.proof[self.used]
        least = HASHED_BYTES_MIN if self.used else 1
        if not least <= len(encoded) <= NODE_BYTES_MAX:
            raise ProofRefused(f"proof: node {self.used} has {len(encoded)} bytes")
        if keccak(encoded) != digest:
            raise ProofRefused(f"proof: node {self.used} is not the one that the trie names")
        self.used += 1
        try:
            return _checked(rlp.decode(encoded))
        except Malformed as cause:
            raise ProofRefused(f"proof: node {self.used - 1}: {cause}") from cause

    def _step(self, items: list[rlp.Item]) -> list[rlp.Item] | None:
        """Go one nibble on; returns the node there, or None where the branch has none."""
        if self.depth == KEY_NIBBLES:
            raise ProofRefused("proof: a branch behind the end of the key")
        child = items[self.key[self.depth]]
        self.depth += 1
        return None if child == b"" else self._follow(child)

    def _skip(self, path: bytes, child: rlp.Item) -> list[rlp.Item] | None:
        """Go along an extension; returns the branch there, or None where the key leaves it."""
        end = self.depth + len(path)
        if not self.depth < end < KEY_NIBBLES:
            raise ProofRefused(f"proof: an extension from nibble {self.depth} to {end}")
        if self.key[self.depth : end] != path:
            return None
        self.depth = end
        branch = self._follow(child)
        if len(branch) != BRANCH_ITEMS:
            raise ProofRefused("proof: an extension that leads to no branch")
        return branch

    def _end(self, path: bytes, value: rlp.Item) -> bytes | None:
        """Return the value of a leaf, None where it is another key's."""
        if self.depth + len(path) != KEY_NIBBLES:
            raise ProofRefused(f"proof: a leaf at nibble {self.depth} with {len(path)} more")
        if isinstance(value, list) or not value:
            raise ProofRefused("proof: a leaf without a value")
        return value if self.key[self.depth :] == path else None

    def _follow(self, child: rlp.Item) -> list[rlp.Item]:
        return _checked(child) if isinstance(child, list) else self._next_node(child)


def _checked(node: rlp.Item) -> list[rlp.Item]:
    """Return the items of a node whose shape is one that a trie has; raises ProofRefused."""
    if not isinstance(node, list):
        raise ProofRefused(f"proof: expected a node, found {len(node)} bytes")
    if len(node) == BRANCH_ITEMS:
        children = node[:-1]
        if node[-1] != b"":
            raise ProofRefused("proof: a branch with a value")
        if sum(child != b"" for child in children) < BRANCH_CHILDREN_MIN:
            raise ProofRefused("proof: a branch that does not branch")
        for child in children:
            _check_reference(child, is_optional=True)
    elif len(node) == 2:
        is_leaf, _ = _short_path(node[0])
        if not is_leaf:
            _check_reference(node[1])
    else:
        raise ProofRefused(f"proof: expected 2 or {BRANCH_ITEMS} items, found {len(node)}")
    return node


def _check_reference(child: rlp.Item, is_optional: bool = False) -> None:
    """A child is a hash, or a node too short for one."""
    if child == b"" and is_optional:
        return
    if isinstance(child, list):
        size = len(rlp.encode(child))
        if size >= HASHED_BYTES_MIN:
            raise ProofRefused(f"proof: an embedded node of {size} bytes")
    elif len(child) != HASHED_BYTES_MIN:
        raise ProofRefused(f"proof: a reference of {len(child)} bytes")


def _short_path(item: rlp.Item) -> tuple[bool, bytes]:
    """Return whether a two-item node is a leaf, and its nibbles; one encoding for each path."""
    if isinstance(item, list) or not item:
        raise ProofRefused("proof: a node without a path")
    nibbles = bytes.fromhex("".join(f"0{digit}" for digit in item.hex()))
    flag = nibbles[0]
    if flag > _LEAF | _ODD or (not flag & _ODD and nibbles[1]):
        raise ProofRefused(f"proof: a path that begins with 0x{item[:1].hex()}")
    return bool(flag & _LEAF), nibbles[1 if flag & _ODD else 2 :]


def _storage_root(value: bytes) -> Hash32:
    """Return the storage root of an encoded account (Yellow Paper, section 4.1)."""
    try:
        fields = rlp.expect_fields(rlp.decode(value), 4, "account")
        rlp.to_integer(fields[0], NONCE_MAX, "nonce")
        rlp.to_integer(fields[1], WORD_MAX, "balance")
        rlp.to_fixed(fields[3], 32, "code hash")
        return Hash32(rlp.to_fixed(fields[2], 32, "storage root"))
    except Malformed as cause:
        raise ProofRefused(f"proof: {cause}") from cause


def _word(value: bytes) -> int:
    """Return an encoded storage word; a word of 0 is not stored, so none is proven."""
    try:
        word = rlp.to_integer(rlp.decode(value), WORD_MAX, "word")
    except Malformed as cause:
        raise ProofRefused(f"proof: {cause}") from cause
    if word == 0:
        raise ProofRefused("proof: a stored word of 0")
    return word
