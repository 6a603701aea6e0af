"""
The tops of all tries, read when a node starts: no block has to wait for them.

    state root, storage roots --level by level, each node checked by its hash--> (key, node) ...

A trie of millions of words has 70,000 nodes down to TREETOP_DEPTH, and every change goes through
one at each level. Those below are too many, and each is wanted too seldom.
"""

from collections.abc import Iterator
from itertools import islice

from chain.errors import StoreCorrupt
from chain.store import schema
from chain.store.account import storage_root_of
from chain.store.kv import KeyValueView, prefix_range
from chain.store.node import REFERENCE_BYTES, Branch, Extension, decode_node, keccak
from chain.types.primitives import EMPTY_TRIE_ROOT, Address, Hash32

TREETOP_DEPTH = 4  # nibbles of the longest path in a top: up to 16**4 nodes on that level

Place = tuple[bytes, bytes]  # the key of a node and its hash


def treetops(view: KeyValueView, root: Hash32, nodes_max: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield (key, node) of at most `nodes_max` nodes, the upper levels of all tries first."""
    tries = _storage_tries(view)
    level: list[Place] = [(schema.ACCOUNT_NODE, root)] if root != EMPTY_TRIE_ROOT else []
    level += islice(tries, nodes_max)
    left = nodes_max
    while level and left > 0:
        below: list[Place] = []
        for key, digest in level[:left]:
            node = read_node(view, key, digest)
            yield key, node
            below += _children(key, node)
        left -= len(level)
        level = below


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
