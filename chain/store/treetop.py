"""
The tops of all tries, read when a node starts: no block has to wait for them.

    state root, storage roots --level by level, each node checked by its hash--> (key, node) ...

A trie of millions of words has 70,000 nodes down to TREETOP_DEPTH, and every change goes through
one at each level. Those below are too many, and each is wanted too seldom. Leaves are left out:
who changes a word knows the leaf by what the word held.
"""

from collections.abc import Iterator
from itertools import islice

from chain.errors import StoreCorrupt
from chain.store import schema
from chain.store.account import storage_root_of
from chain.store.kv import KeyValueView, prefix_range
from chain.store.node import (
    REFERENCE_BYTES,
    Branch,
    Extension,
    Leaf,
    decode_node,
    keccak,
    place_of_child,
)
from chain.types.primitives import EMPTY_TRIE_ROOT, Address, Hash32

TREETOP_DEPTH = 4  # nibbles of the longest path in a top: up to 16**4 nodes on that level
ENTRY_BYTES = 160  # what two byte strings, the shorter a key, take in a dict beside the longer

Place = tuple[bytes, bytes]  # the key of a node and its hash


def treetops(view: KeyValueView, root: Hash32, bytes_max: int) -> Iterator[tuple[bytes, bytes]]:
    """
    Yield (key, node) of the branches and extensions, the upper levels of all tries first.

    All that comes takes at most `bytes_max` of memory by `bytes_of`.
    """
    tries = _storage_tries(view)
    level: list[Place] = [(schema.ACCOUNT_NODE, root)] if root != EMPTY_TRIE_ROOT else []
    level += islice(tries, bytes_max // ENTRY_BYTES)
    left = bytes_max
    while level:
        below: list[Place] = []
        for key, digest in level:
            node = read_node(view, key, digest)
            if _is_leaf(node):
                continue
            left -= bytes_of(node)
            if left < 0:
                return
            yield key, node
            if schema.node_depth(key) < TREETOP_DEPTH:
                below += _children(key, node)
        level = below


def bytes_of(node: bytes) -> int:
    """Return about how much memory an encoded node takes in a dict, under its key."""
    return len(node) + ENTRY_BYTES


def read_node(view: KeyValueView, key: bytes, digest: bytes) -> bytes:
    """Read a node from the database, where its hash shows whether it is the right one."""
    node = view.get(key)
    if node is None or keccak(node) != digest:
        found = "nothing" if node is None else keccak(node).hex()
        raise StoreCorrupt(f"trie node {key.hex()}: expected hash {digest.hex()}, found {found}")
    return node


def _storage_tries(view: KeyValueView) -> Iterator[Place]:
    """Yield the root of every storage trie; the walk leaps from one to the next."""
    start, stop = prefix_range(schema.STORAGE_NODE)
    while True:
        key = next((key for key, _ in view.iterate(start, stop)), None)
        if key is None:
            return
        address = Address(key[1:21])
        account = view.get(schema.account_key(address))
        if account is None:
            raise StoreCorrupt(f"trie node {key.hex()} belongs to no account")
        prefix = schema.storage_nodes_prefix(address)
        yield prefix, storage_root_of(account)
        start = prefix_range(prefix)[1]


def _is_leaf(encoded: bytes) -> bool:
    """Say whether a node is a leaf; most are branches that need not be taken apart."""
    return place_of_child(encoded, 0) < 0 and type(decode_node(encoded)) is Leaf


def _children(key: bytes, encoded: bytes) -> list[Place]:
    """Return the children that are stored and belong to the top."""
    node = decode_node(encoded)
    if isinstance(node, Branch):
        found = [(key + bytes((nibble,)), item) for nibble, item in enumerate(node.items[:16])]
    elif isinstance(node, Extension):
        found = [(key + node.path, node.child)]
    else:
        return []
    return [
        (below, reference[1:])
        for below, reference in found
        if len(reference) == REFERENCE_BYTES and schema.node_depth(below) <= TREETOP_DEPTH
    ]
