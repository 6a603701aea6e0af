"""The trie against py-trie: roots, the set of stored nodes, proofs."""

import pytest
import rlp
from hypothesis import given, settings
from hypothesis import strategies as st
from trie import HexaryTrie

from chain.store import trie
from chain.store.node import decode_node, keccak, leaf_stem, to_nibbles
from chain.store.rewritten import Rewritten, put_forth
from chain.store.trie import ordered_root, prove, update
from chain.types.primitives import EMPTY_TRIE_ROOT

# Few different bytes, so that keys share long beginnings and branches come and go.
CROWDED = st.sampled_from(b"\x00\x01\x10\xff")
FIXED_KEYS = st.lists(CROWDED, min_size=3, max_size=3).map(bytes)
ANY_KEYS = st.lists(CROWDED, max_size=4).map(bytes)
VALUES = st.sampled_from([b"\x01", b"\x80", b"ab" * 10, b"c" * 32, b"d" * 60, b"e" * 300])


def batches(keys):
    """Return sequences of batches: key -> new value, None deletes."""
    return st.lists(st.dictionaries(keys, st.none() | VALUES, max_size=12), max_size=6)


class Nodes:
    """A trie by path in a dict; refuses what a database of nodes must never see."""

    def __init__(self):
        self.by_path = {}
        self.root = EMPTY_TRIE_ROOT
        self.paths_read = []

    def read(self, path, digest):
        """Return the node at `path`, whose hash must be the one expected."""
        self.paths_read.append(path)
        assert keccak(self.by_path[path]) == digest
        return self.by_path[path]

    def apply(self, changes, held=(), known=lambda _: None):
        """Apply a batch; no node may be written that does not change, or told that was not."""
        self.paths_read = []
        nibbles = sorted((to_nibbles(key), value) for key, value in changes.items())
        values = {to_nibbles(key): value for key, value in dict(held).items()}
        result = update(self.read, self.root, nibbles, values, known=known)
        before = {**result.before, **dict(result.rewritten.before())}
        assert all(self.by_path[path] == node for path, node in before.items())
        written = result.written()
        assert len(written) == len(result.nodes) + len(result.rewritten)
        for path, node in written.items():
            assert before.get(path) == self.by_path.get(path) != node
            if node is None:
                del self.by_path[path]
            else:
                self.by_path[path] = node
        self.root = result.root
        return result


def expected_root(model):
    """Return the root that py-trie computes for a dict."""
    oracle = HexaryTrie({})
    for key, value in model.items():
        oracle[key] = value
    return oracle.root_hash


def rebuilt(model):
    """Return the trie of a dict built at once."""
    nodes = Nodes()
    nodes.apply(model)
    return nodes


@settings(max_examples=150, deadline=None)
@given(batches(FIXED_KEYS) | batches(ANY_KEYS))
def test_any_batches_lead_to_the_root_of_py_trie_and_leave_no_stale_node(sequence):
    """After each batch the root is py-trie's and the nodes are those of a fresh trie."""
    nodes, model = Nodes(), {}
    for changes in sequence:
        nodes.apply(changes)
        model = {k: v for k, v in {**model, **changes}.items() if v is not None}
        assert expected_root(model) == nodes.root
        assert rebuilt(model).by_path == nodes.by_path
        assert len(set(nodes.paths_read)) == len(nodes.paths_read)


HASHED_KEYS = st.integers(0, 400).map(lambda number: keccak(number.to_bytes(2, "big")))


@settings(max_examples=60, deadline=None)
@given(batches(FIXED_KEYS | HASHED_KEYS), st.dictionaries(FIXED_KEYS, VALUES, max_size=6))
def test_what_keys_are_said_to_hold_spares_reads_and_changes_no_answer(sequence, lies):
    """With the values that keys hold, and wrong ones among them, roots and nodes are the same."""
    nodes, model = Nodes(), {}
    for changes in sequence:
        nodes.apply(changes, {**model, **lies})
        model = {k: v for k, v in {**model, **changes}.items() if v is not None}
        assert expected_root(model) == nodes.root
        assert rebuilt(model).by_path == nodes.by_path
        assert len(set(nodes.paths_read)) == len(nodes.paths_read)


@settings(max_examples=60, deadline=None)
@given(
    batches(FIXED_KEYS | HASHED_KEYS),
    st.dictionaries(FIXED_KEYS, VALUES, max_size=6),
    st.sets(st.integers(0, 63)),
)
def test_nodes_in_memory_spare_reads_and_change_no_answer(sequence, lies, forgotten):
    """With any part of the stored nodes known, and lies beside them, roots and nodes are those."""
    nodes, model = Nodes(), {}
    for changes in sequence:
        known = {
            path: node
            for index, (path, node) in enumerate(sorted(nodes.by_path.items()))
            if index not in forgotten
        }
        nodes.apply(changes, {**model, **lies}, known.get)
        model = {k: v for k, v in {**model, **changes}.items() if v is not None}
        assert expected_root(model) == nodes.root
        assert rebuilt(model).by_path == nodes.by_path


@settings(max_examples=60, deadline=None)
@given(batches(FIXED_KEYS | HASHED_KEYS), st.binary(min_size=1, max_size=21))
def test_a_trie_below_another_path_is_the_same_trie(sequence, top):
    """Where the root stands at a path, every node stands below it, and nothing else changes."""
    here, below, root = Nodes(), {}, EMPTY_TRIE_ROOT
    for changes in sequence:
        here.apply(changes)
        moved = sorted((top + to_nibbles(key), value) for key, value in changes.items())
        result = update(lambda path, _: below[path], root, moved, top=top)  # noqa: B023
        below = {k: v for k, v in {**below, **result.written()}.items() if v is not None}
        root = result.root
        assert (here.root, {top + path: node for path, node in here.by_path.items()}) == (
            root,
            below,
        )


def crowd(count):
    """Return a dict of hashed keys, so many that all upper branches have sixteen children."""
    return {keccak(number.to_bytes(2, "big")): b"v%d" % number for number in range(count)}


@settings(max_examples=15, deadline=None)
@given(st.dictionaries(st.integers(0, 1_300), st.none() | VALUES, min_size=1, max_size=20))
def test_changes_below_full_branches_make_the_trie_that_is_built_at_once(changes):
    """Values replaced, put in and taken out below branches of sixteen leave the same nodes."""
    model = crowd(1_200)
    nodes = rebuilt(model)
    batch = {keccak(number.to_bytes(2, "big")): value for number, value in changes.items()}
    nodes.apply(batch, model)
    after = {key: value for key, value in {**model, **batch}.items() if value is not None}
    whole = rebuilt(after)
    assert (whole.root, whole.by_path) == (nodes.root, nodes.by_path)


def test_one_branch_in_sixteen_is_written_whole_by_the_hash_of_the_child_that_was_there():
    """A low first byte of it asks for the branch, any other for the reference alone."""
    model = crowd(1_200)
    nodes, in_parts, whole = rebuilt(model), 0, 0
    for key in model:
        before = dict(nodes.by_path)
        rewritten = nodes.apply({key: b"n" * 40}, model).rewritten
        for path, patch in zip(rewritten.paths, rewritten.patches, strict=True):
            assert patch[4] >= 16  # behind a tag, a place and a header
            assert put_forth(before[path], patch) == nodes.by_path[path]
        for path in rewritten.branches.paths:
            items = (decode_node(known[path]).items for known in (before, nodes.by_path))
            (child,) = (old for old, new in zip(*items, strict=True) if old != new)
            assert child[1] < 16
        in_parts, whole = in_parts + len(rewritten.paths), whole + len(rewritten.branches.paths)
    assert in_parts / 24 < whole < in_parts / 10


def test_what_is_rewritten_of_several_tries_is_gathered():
    """Each trie adds to what those before it left."""
    gathered = Rewritten()
    for top in (b"a", b"b"):
        nodes = rebuilt(crowd(1_200))
        stored = {top + path: node for path, node in nodes.by_path.items()}
        key = to_nibbles(keccak((0).to_bytes(2, "big")))
        found = update(
            lambda path, _, stored=stored: stored[path],
            nodes.root,
            [(top + key, b"new")],
            {top + key: b"v0"},
            top=top,
            rewritten=gathered,
        )
        assert found.rewritten is gathered
    assert {path[:1] for path, _ in gathered.writes()} == {b"a", b"b"}


def test_a_leaf_whose_value_is_known_is_not_read():
    """A value replaced in a crowd reads the branches on the way and no leaf."""
    model = crowd(1_200)
    nodes = rebuilt(model)
    key = next(iter(model))
    nodes.apply({key: b"new"}, model)
    assert nodes.paths_read
    assert all(len(node) > 80 for node in map(nodes.by_path.__getitem__, nodes.paths_read))


def test_no_branch_in_memory_is_compared_with_the_leaf_that_it_might_be(monkeypatch):
    """Of branches that are known nothing is hashed: one comparison a word, with its very leaf."""
    model = crowd(1_200)
    nodes = rebuilt(model)
    compared = []
    monkeypatch.setattr(trie, "leaf_stem", lambda path: compared.append(path) or leaf_stem(path))
    branches = {path: node for path, node in nodes.by_path.items() if len(node) > 80}
    nodes.apply(dict.fromkeys(list(model)[:20], b"new"), model, branches.get)
    assert len(compared) == 20


def test_a_branch_that_changed_and_is_left_alone_is_joined_as_it_is_now():
    """When its sibling goes, a branch that changed in the same batch is drawn up unread."""
    nodes = rebuilt({b"\x00\x00": b"c" * 40, b"\x00\x10": b"c" * 40, b"\x10\x00": b"c" * 40})
    nodes.apply({b"\x00\x00": b"d" * 40, b"\x10\x00": None})
    expected = rebuilt({b"\x00\x00": b"d" * 40, b"\x00\x10": b"c" * 40})
    assert (expected.root, expected.by_path) == (nodes.root, nodes.by_path)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(FIXED_KEYS, VALUES, min_size=1, max_size=12), FIXED_KEYS)
def test_a_proof_convinces_py_trie_of_value_and_absence(model, key):
    """Nodes from the root prove what a key holds, or that it holds nothing."""
    nodes = rebuilt(model)
    proof = prove(nodes.read, nodes.root, to_nibbles(key))
    decoded = [rlp.decode(node) for node in proof]
    assert HexaryTrie.get_from_proof(nodes.root, key, decoded) == model.get(key, b"")
    assert keccak(proof[0]) == nodes.root
    assert all(len(node) >= 32 for node in proof[1:])


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(FIXED_KEYS, VALUES, min_size=1, max_size=12))
def test_deleting_every_key_leaves_nothing(model):
    """A trie from which all is deleted has the empty root and no nodes."""
    nodes = rebuilt(model)
    nodes.apply(dict.fromkeys(model))
    assert nodes.root == EMPTY_TRIE_ROOT
    assert nodes.by_path == {}


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(FIXED_KEYS, VALUES, max_size=12), st.lists(FIXED_KEYS, max_size=6))
def test_writing_what_is_there_and_deleting_what_is_not_changes_nothing(model, keys):
    """No node is written when nothing changes."""
    nodes = rebuilt(model)
    changes = {**dict.fromkeys(keys), **model}
    result = update(nodes.read, nodes.root, sorted((to_nibbles(k), v) for k, v in changes.items()))
    assert (nodes.root, {}) == (result.root, result.nodes)


def test_the_empty_trie_proves_absence_with_no_node():
    """There is nothing to show of a trie without entries (as geth answers)."""
    assert prove(Nodes().read, EMPTY_TRIE_ROOT, to_nibbles(b"abc")) == []


@pytest.mark.parametrize("count", [0, 1, 2, 16, 17, 127, 128, 129, 300])
def test_an_ordered_root_is_the_one_of_py_trie(count):
    """Transactions and receipts roots hold each value under the RLP of its index."""
    values = [bytes([index % 251 + 1]) * (1 + index % 120) for index in range(count)]
    expected = expected_root({rlp.encode(index): value for index, value in enumerate(values)})
    assert expected == ordered_root(values)
