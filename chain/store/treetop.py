"""
The tops of all tries, read when a node starts: no block has to wait for them.

    state root, storage roots --level by level, each node checked by its hash--> (key, node) ...
                                  the lowest levels: in one sweep below each node of the fourth

A trie of a million words has 70,000 branches down to four nibbles, 247,000 at the fifth and 29,000
below, and a change goes through one at each level. Leaves are left out: who changes a word knows
the leaf by what the word held. Three quarters of what stands below four nibbles of such a trie are
leaves, which a sweep passes over at a tenth of what it takes to read them one by one.
"""

from collections.abc import Iterator
from itertools import islice

from chain.errors import StoreCorrupt
from chain.store import schema
from chain.store.account import storage_root_of
from chain.store.history import with_deltas
from chain.store.kv import KeyValueView, prefix_range
from chain.store.node import (
    BRANCH_BYTES_MIN,
    REFERENCE_BYTES,
    Branch,
    Extension,
    Leaf,
    child_at,
    decode_node,
    is_inner,
    keccak,
    place_of_child,
)
from chain.types.primitives import EMPTY_TRIE_ROOT, Address, Hash32

TREETOP_DEPTH = 7  # nibbles of the longest path in a top
_SINGLY_DEPTH = 4  # nibbles of the longest path to a node that is read by itself
ENTRY_BYTES = 160  # what two byte strings, the shorter a key, take in a dict beside the longer

Place = tuple[bytes, bytes]  # the key of a node and its hash


def treetops(view: KeyValueView, root: Hash32, bytes_max: int) -> Iterator[tuple[bytes, bytes]]:
    """
    Yield (key, node) of the branches and extensions, the upper levels of all tries first.

    Of the lowest levels nothing comes from below a branch that holds nodes or a value in itself.
    All that comes takes at most `bytes_max` of memory by `bytes_of`.
    """
    left = bytes_max
    lowest: list[tuple[bytes, bytes]] = []
    for key, node in _read_singly(view, root, bytes_max // ENTRY_BYTES):
        left -= bytes_of(node)
        if left < 0:
            return
        yield key, node
        if schema.node_depth(key) == _SINGLY_DEPTH:
            lowest.append((key, node))
    for above, branch in lowest:
        for key, node in _sweep(view, above, branch):
            left -= bytes_of(node)
            if left < 0:
                return
            yield key, node


def _read_singly(view: KeyValueView, root: Hash32, tries_max: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield (key, node) of what is read node by node, level by level."""
    tries = _storage_tries(view)
    level: list[Place] = [(schema.ACCOUNT_NODE, root)] if root != EMPTY_TRIE_ROOT else []
    level += islice(tries, tries_max)
    while level:
        below: list[Place] = []
        for key, digest in level:
            node = read_node(view, key, digest)
            if _is_leaf(node):
                continue
            yield key, node
            if schema.node_depth(key) < _SINGLY_DEPTH:
                below += _children(key, node)
        level = below


def _sweep(view: KeyValueView, top: bytes, branch: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield (key, node) of what is below a branch out of all that is there, in key order."""
    length = len(top) - _SINGLY_DEPTH + TREETOP_DEPTH
    branches = {top: branch}  # those that were met, and any node's parent is
    ends: dict[bytes, bytes] = {}  # where an extension leads, and the hash that it names
    for key, written in view.iterate(top + b"\x00", top + b"\x10"):
        if len(key) > length or not is_inner(written):
            continue
        parent = branches.get(key[:-1])
        digest = ends.get(key) if parent is None else _child_in(parent, key[-1])
        if not digest:
            continue  # below a branch of another kind
        node = _checked(view, key, written, digest)
        yield key, node
        if len(node) >= BRANCH_BYTES_MIN:
            branches[key] = node
        elif isinstance(found := decode_node(node), Extension):
            ends[key + found.path] = found.child[1:]


def _child_in(branch: bytes, nibble: int) -> bytes:
    """Return the hash of a child; nothing where the branch is none of hashes and empty places."""
    place = place_of_child(branch, nibble)
    return b"" if place < 0 else child_at(branch, place)[1:]


def bytes_of(node: bytes) -> int:
    """Return about how much memory an encoded node takes in a dict, under its key."""
    return len(node) + ENTRY_BYTES


def read_node(view: KeyValueView, key: bytes, digest: bytes) -> bytes:
    """Read a node from the database, where its hash shows whether it is the right one."""
    return _checked(view, key, view.get(key), digest)


def _checked(view: KeyValueView, key: bytes, written: bytes | None, digest: bytes) -> bytes:
    """Return what is written under a key, or what its deltas make of it: what has the hash."""
    if written is None:
        raise StoreCorrupt(f"trie node {key.hex()}: expected hash {digest.hex()}, found nothing")
    if keccak(written) == digest:
        return written
    node = with_deltas(view, key, written)
    found = keccak(node)
    if found != digest:
        raise StoreCorrupt(
            f"trie node {key.hex()}: expected hash {digest.hex()}, found {found.hex()}"
        )
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
        if len(reference) == REFERENCE_BYTES and schema.node_depth(below) <= _SINGLY_DEPTH
    ]
