"""
Merkle-Patricia tries over nodes that are stored by path (Yellow Paper, appendix D).

    sorted changes --update--> new root, {path: encoded node, or None where one is to be deleted}
                      |  ^
                path  v  | encoded node
                    NodeReader

One pass goes down the trie with all changes at once: each node on the way is read and decoded
once, each changed node is encoded and hashed once. Where one change is left, nothing is taken
apart: the child's hash is put in place of the old one, branch after branch. The root is always
stored, at the empty path or the one given; any other node is stored at its own path if it has 32
bytes or more, and inside its parent if not.
"""

from bisect import insort
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from sha3 import keccak_256

from chain.store.node import (
    EMBEDDED_BYTES_MAX,
    EMPTY,
    HASH_PREFIX,
    REFERENCE_BYTES,
    Branch,
    Extension,
    Leaf,
    Node,
    decode_node,
    decode_string,
    encode_integer,
    encode_list,
    encode_string,
    is_full_branch,
    keccak,
    leaf_stem,
    place_of_child,
    reference_of,
    to_nibbles,
    with_child,
)
from chain.store.rewritten import DELTA, PLACE_BYTES, WHOLE_BELOW, Replaced, Rewritten
from chain.types.primitives import EMPTY_TRIE_ROOT, Hash32

# Returns the encoded node at a path (one nibble a byte); it must have the hash given.
# Raises StoreCorrupt where it is missing or another.
NodeReader = Callable[[bytes, bytes], bytes]
NodeMemory = Callable[[bytes], bytes | None]  # the encoded node at a path, where it costs no read
Change = tuple[bytes, bytes | None]  # nibbles of a key, and its new value; None deletes the key
Entry = tuple[bytes, bytes]


class Stored:
    """A branch that is among what is written already."""

    __slots__ = ("reference",)

    def __init__(self, reference: bytes) -> None:
        self.reference = reference


# A node as it is now, taken apart, encoded or stored; None: it is gone.
Changed = Node | bytes | Stored | None

_NIBBLES = tuple(bytes((nibble,)) for nibble in range(16))
_VALUE = 16  # index of the value in a branch
_PATCHES = tuple(
    DELTA + place.to_bytes(PLACE_BYTES, "big") for place in range(16 * REFERENCE_BYTES)
)


@dataclass(frozen=True, slots=True)
class TrieUpdate:
    """What a batch of changes makes of a trie: its new root and the nodes to write."""

    root: Hash32
    nodes: dict[bytes, bytes | None]  # path -> encoded node; None deletes it
    before: dict[bytes, bytes]  # path -> encoded node that stood there, of all that were met
    rewritten: Rewritten  # on the ways of changes that go alone; none of them is in `nodes`

    def written(self) -> dict[bytes, bytes | None]:
        """Return all nodes to write."""
        return {**self.nodes, **dict(self.rewritten.writes())}


def update(
    read: NodeReader,
    root: Hash32,
    changes: Sequence[Change],
    held: Mapping[bytes, bytes] = MappingProxyType({}),
    *,
    known: NodeMemory = lambda _: None,
    top: bytes = b"",
    rewritten: Rewritten | None = None,
) -> TrieUpdate:
    """
    Apply `changes`, sorted by key and each key once, to the trie with that root.

    Nothing is written: the caller stores the nodes. Values are not empty, for an empty value
    means absence (appendix D). Nodes that keep their content do not appear. All paths and keys
    begin with `top`, where the root stands.

    `held` says what keys hold now, as far as the caller knows: a leaf that is made of it and has
    the hash that its parent names is the leaf, and need not be read. A wrong word in it changes
    nothing. `known` gives nodes that are no leaves. To `rewritten`, of other tries before, what is
    rewritten of this one is added.
    """
    rewritten = Rewritten() if rewritten is None else rewritten
    if not changes:
        return TrieUpdate(root, {}, {}, rewritten)
    run = _Run(read, known, changes, held, rewritten)
    old = None if root == EMPTY_TRIE_ROOT else run.read_node(top, root)
    new = run.change(old, top, 0, len(changes))
    if new is None:
        if old is not None:
            run.nodes[top] = None
        return TrieUpdate(EMPTY_TRIE_ROOT, run.nodes, run.before, rewritten)
    encoded = new.encode()
    new_root = keccak(encoded)
    if new_root != root:
        run.nodes[top] = encoded
    return TrieUpdate(new_root, run.nodes, run.before, rewritten)


def ordered_root(values: Sequence[bytes]) -> Hash32:
    """Root of the trie that holds each value under the RLP of its index (section 4.3.2)."""
    changes = sorted((to_nibbles(encode_integer(i)), value) for i, value in enumerate(values))
    return update(_read_nothing, EMPTY_TRIE_ROOT, changes).root


def prove(read: NodeReader, root: Hash32, key: bytes) -> list[bytes]:
    """
    Return the encoded nodes from the root to where `key` (nibbles) is, or would be.

    Embedded nodes are inside their parents and get no entry of their own, as in EIP-1186.
    """
    proof: list[bytes] = []
    if root == EMPTY_TRIE_ROOT:
        return proof
    path, reference = b"", HASH_PREFIX + root
    while reference != EMPTY and key.startswith(path):
        encoded = reference
        if len(reference) == REFERENCE_BYTES:
            encoded = read(path, reference[1:])
            proof.append(encoded)
        node = decode_node(encoded)
        if isinstance(node, Branch) and len(key) > len(path):
            reference = node.items[key[len(path)]]
            path = key[: len(path) + 1]
        elif isinstance(node, Extension):
            reference, path = node.child, path + node.path
        else:
            break
    return proof


def _read_nothing(path: bytes, digest: bytes) -> bytes:
    raise AssertionError(f"a new trie has no node at {path.hex()} to read")


def _shared_length(first: bytes, second: bytes) -> int:
    """Count the nibbles that both begin with."""
    length = 0
    for left, right in zip(first, second, strict=False):
        if left != right:
            return length
        length += 1
    return length


def _note(replaced: Replaced, path: bytes, before: bytes, after: bytes) -> None:
    replaced.paths.append(path)
    replaced.before.append(before)
    replaced.after.append(after)


# A branch on the way: where, encoded; the place of the way in it, and the reference that is there.
_Step = tuple[bytes, bytes, int, bytes]


class _Run:
    """One update on its way through the trie; `nodes` gathers what is to be written."""

    __slots__ = (
        "before",
        "branches",
        "changes",
        "held",
        "known",
        "leaves",
        "nodes",
        "notes",
        "read",
    )

    def __init__(
        self,
        read: NodeReader,
        known: NodeMemory,
        changes: Sequence[Change],
        held: Mapping[bytes, bytes],
        rewritten: Rewritten,
    ) -> None:
        self.read = read
        self.known = known
        self.changes = changes
        self.held = held
        self.nodes: dict[bytes, bytes | None] = {}
        self.before: dict[bytes, bytes] = {}
        self.branches, self.leaves = rewritten.branches, rewritten.leaves
        self.notes = rewritten.paths.append, rewritten.after.append, rewritten.patches.append

    def read_node(self, path: bytes, digest: bytes) -> Node:
        """Return the stored node at `path`, taken apart."""
        self.before[path] = encoded = self.read(path, digest)
        return decode_node(encoded)

    def change(self, node: Node | None, path: bytes, low: int, high: int) -> Node | None:
        """Return what stands at `path` instead of `node` after changes[low:high]."""
        if node is None:
            return self._build(path, self._live(low, high))
        if type(node) is Branch:
            return self._change_branch(node, path, {}, low, high)
        if type(node) is Leaf:
            return self._change_leaf(node, path, low, high)
        assert type(node) is Extension
        return self._change_extension(node, path, low, high)

    def _live(self, low: int, high: int) -> list[Entry]:
        return [(key, value) for key, value in self.changes[low:high] if value is not None]

    def _change_leaf(self, leaf: Leaf, path: bytes, low: int, high: int) -> Node | None:
        key = path + leaf.path
        if high - low == 1 and self.changes[low][0] == key:
            value = self.changes[low][1]
            return None if value is None else Leaf(leaf.path, value)
        entries = self._live(low, high)
        if all(changed != key for changed, _ in self.changes[low:high]):
            insort(entries, (key, leaf.value))
        return self._build(path, entries)

    def _change_extension(self, node: Extension, path: bytes, low: int, high: int) -> Node | None:
        depth, shared = len(path), len(node.path)
        for key in (self.changes[low][0], self.changes[high - 1][0]):
            shared = min(shared, _shared_length(node.path, key[depth:]))
        end = path + node.path
        if shared == len(node.path):
            child = self.change(self._load(end, node.child), end, low, high)
            if child is None:
                self._drop(end, node.child)
                return None
            return self._join(path, node.path, node.child, child)
        # Some change leaves the extension: let a branch with one child stand at the fork.
        fork = Branch([EMPTY] * 17)
        pending: dict[int, Node] = {}
        nibble, rest = node.path[shared], node.path[shared + 1 :]
        if rest:
            pending[nibble] = Extension(rest, node.child)
        else:
            fork.items[nibble] = node.child
        above = node.path[:shared]
        left = self._change_branch(fork, path + above, pending, low, high)
        return None if left is None else self._join(path, above, EMPTY, left)

    def _change_branch(
        self, branch: Branch, path: bytes, pending: dict[int, Node], low: int, high: int
    ) -> Node | None:
        """Change `branch`; `pending` holds children of it that are not stored yet."""
        items, changes, depth = branch.items, self.changes, len(path)
        touched: dict[int, Changed] = {**pending}
        shrinks = bool(pending)
        if len(changes[low][0]) == depth:
            value = changes[low][1]
            items[_VALUE] = EMPTY if value is None else encode_string(value)
            shrinks |= value is None
            low += 1
        while low < high:
            nibble = changes[low][0][depth]
            after = low + 1
            while after < high and changes[after][0][depth] == nibble:
                after += 1
            end = path + _NIBBLES[nibble]
            changed: Changed
            if after - low == 1 and nibble not in pending:
                changed = self._change_one(end, items[nibble], low)
            else:
                child = pending.get(nibble) or self._load(end, items[nibble])
                changed = self.change(child, end, low, after)
            low = after
            touched[nibble] = changed
            shrinks |= changed is None
        return self._complete(branch, path, touched, shrinks)

    def _complete(
        self, branch: Branch, path: bytes, touched: dict[int, Changed], shrinks: bool
    ) -> Node | None:
        """Return what stands at `path` once the children `touched` are what they are now."""
        items = branch.items
        if shrinks and self._count_left(path, items, touched) < 2:
            return self._collapse(path, items, touched)
        for nibble, child in touched.items():
            if child is not None:
                items[nibble] = self._store(path + _NIBBLES[nibble], items[nibble], child)
        return branch

    def _change_one(self, path: bytes, reference: bytes, at: int) -> Changed:
        """Return what stands at `path`, where `reference` leads, after changes[at] alone."""
        key, value = self.changes[at]
        old, known, end = self.held.get(key), self.known, len(key)
        branches: list[_Step] = []
        changed: Changed
        for depth in range(len(path), end + 1):
            path = key[:depth]
            if len(reference) != REFERENCE_BYTES:
                node = None if reference == EMPTY else decode_node(reference)
                changed = self.change(node, path, at, at + 1)
                break
            encoded = known(path)
            if old is not None and encoded is None:
                stem = leaf_stem(key[depth:])
                leaf = encode_list(stem + encode_string(old))
                if reference_of(leaf) == reference:
                    now = None if value is None else encode_list(stem + encode_string(value))
                    if branches and now and now != leaf and len(now) > EMBEDDED_BYTES_MAX:
                        _note(self.leaves, path, leaf, now)
                        return self._lift(branches, reference_of(now))
                    self.before[path], changed = leaf, now
                    break
            encoded = encoded or self.read(path, reference[1:])
            place = -1 if depth == end else place_of_child(encoded, key[depth])
            if place < 0:
                self.before[path] = encoded
                changed = self.change(decode_node(encoded), path, at, at + 1)
                break
            is_empty = encoded[place] == 0x80  # `child_at`, without its call
            reference = EMPTY if is_empty else encoded[place : place + REFERENCE_BYTES]
            branches.append((path, encoded, place, reference))
        return self._put_below(branches, path, changed) if branches else changed

    def _put_below(self, branches: list[_Step], path: bytes, changed: Changed) -> Changed:
        """Return the first of branches that lead to `path`, where `changed` stands now."""
        while branches:
            above, encoded, place, below = branches[-1]
            if changed is not None:
                reference = self._store(path, below, changed)
                if reference == below:
                    return Stored(reference_of(branches[0][1]))
                if len(below) == len(reference) == REFERENCE_BYTES:
                    return self._lift(branches, reference)
                changed = with_child(encoded, place, reference)
            elif is_full_branch(encoded):
                self._drop(path, below)
                changed = with_child(encoded, place, EMPTY)
            else:
                branch = decode_node(encoded)
                assert type(branch) is Branch
                changed = self._complete(branch, above, {path[-1]: None}, True)
            self.before[above] = encoded
            branches.pop()
            path = above
        return changed

    def _lift(self, branches: list[_Step], reference: bytes) -> Stored:
        """Put `reference` at the end of the branches, each in the one above; store them all."""
        note_path, note_after, note_patch = self.notes
        branches.reverse()
        for path, encoded, place, below in branches:
            now = encoded[:place] + reference + encoded[place + REFERENCE_BYTES :]
            if below[1] < WHOLE_BELOW:  # the hash's first byte, behind its header
                _note(self.branches, path, encoded, now)
            else:
                note_path(path)
                note_after(now)
                note_patch(_PATCHES[place] + below + reference)
            reference = HASH_PREFIX + keccak_256(now).digest()
        return Stored(reference)

    def _count_left(self, path: bytes, items: list[bytes], touched: dict[int, Changed]) -> int:
        """Drop the children that are gone and count the items of a branch that are left."""
        left = 17 - items.count(EMPTY)
        for nibble, child in touched.items():
            if child is None:
                left -= items[nibble] != EMPTY
                self._drop(path + _NIBBLES[nibble], items[nibble])
                items[nibble] = EMPTY
            elif items[nibble] == EMPTY:
                left += 1
        return left

    def _collapse(
        self, path: bytes, items: list[bytes], touched: dict[int, Changed]
    ) -> Node | None:
        """Return what stands in for a branch with at most one item."""
        if items[_VALUE] != EMPTY:
            return Leaf(b"", decode_string(items[_VALUE]))
        for nibble, item in enumerate(items):
            child = touched.get(nibble) or self._load(path + _NIBBLES[nibble % 16], item)
            if child is not None:
                if isinstance(child, Stored):
                    return Extension(_NIBBLES[nibble], child.reference)
                whole = decode_node(child) if isinstance(child, bytes) else child
                return self._join(path, _NIBBLES[nibble], item, whole)
        return None

    def _join(self, path: bytes, between: bytes, reference: bytes, child: Node) -> Node:
        """
        Return the node at `path` that leads through the nibbles `between` to `child`.

        A leaf or an extension is drawn up into it and leaves the place where `reference` held it.
        """
        if not between:
            return child
        end = path + between
        if type(child) is Branch:
            return Extension(between, self._store(end, reference, child))
        self._drop(end, reference)
        if type(child) is Leaf:
            return Leaf(between + child.path, child.value)
        assert type(child) is Extension
        return Extension(between + child.path, child.child)

    def _build(self, path: bytes, entries: list[Entry]) -> Node | None:
        """Return the node that holds `entries` where nothing stood at or below `path`."""
        if not entries:
            return None
        depth = len(path)
        if len(entries) == 1:
            key, value = entries[0]
            return Leaf(key[depth:], value)
        first = entries[0][0][depth:]
        between = first[: _shared_length(first, entries[-1][0][depth:])]
        return self._join(path, between, EMPTY, self._build_branch(path + between, entries))

    def _build_branch(self, path: bytes, entries: list[Entry]) -> Branch:
        items, depth, low = [EMPTY] * 17, len(path), 0
        if len(entries[0][0]) == depth:
            items[_VALUE] = encode_string(entries[0][1])
            low = 1
        while low < len(entries):
            nibble = entries[low][0][depth]
            after = low + 1
            while after < len(entries) and entries[after][0][depth] == nibble:
                after += 1
            child_path = path + _NIBBLES[nibble]
            child = self._build(child_path, entries[low:after])
            assert child is not None
            items[nibble] = self._store(child_path, EMPTY, child)
            low = after
        return Branch(items)

    def _load(self, path: bytes, reference: bytes) -> Node | None:
        if len(reference) == REFERENCE_BYTES:
            return self.read_node(path, reference[1:])
        return None if reference == EMPTY else decode_node(reference)

    def _store(self, path: bytes, old: bytes, node: Node | bytes | Stored) -> bytes:
        """Store `node` at `path`, where `old` was the reference, and return its reference."""
        if isinstance(node, Stored):
            return node.reference
        encoded = node if isinstance(node, bytes) else node.encode()
        if len(encoded) <= EMBEDDED_BYTES_MAX:
            self._drop(path, old)
            return encoded
        reference = reference_of(encoded)
        if reference != old:
            self.nodes[path] = encoded
        return reference

    def _drop(self, path: bytes, reference: bytes) -> None:
        """Delete the node at `path` if its reference says that it is stored there."""
        if len(reference) == REFERENCE_BYTES:
            self.nodes[path] = None
