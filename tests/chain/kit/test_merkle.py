"""Merkle proofs: every leaf is proven at its index, and nothing else is."""

from hypothesis import given
from hypothesis import strategies as st

from chain.kit.merkle import DEPTH_MAX, leaf_of, node_of, path_of, proves, root_of, tree_of
from chain.types.primitives import Hash32

DIGESTS = st.binary(min_size=32, max_size=32).map(Hash32)


@given(st.lists(DIGESTS, min_size=1, max_size=40, unique=True), st.data())
def test_every_leaf_is_proven_and_no_other(digests: list[Hash32], data: st.DataObject) -> None:
    """A leaf's path leads to the root; another leaf, index or a changed path does not."""
    levels = tree_of([leaf_of(digest) for digest in digests])
    index = data.draw(st.integers(0, len(digests) - 1))
    leaf, path, root = levels[0][index], path_of(levels, index), levels[-1][0]
    assert proves(root, leaf, index, path)
    assert root == root_of(leaf, index, path)
    stranger = leaf_of(data.draw(DIGESTS.filter(lambda digest: digest not in digests)))
    assert not proves(root, stranger, index, path)
    assert not proves(root, leaf, index + (1 << len(path)), path)
    assert not proves(root, leaf, index, (*path, root))
    other = data.draw(st.integers(0, len(digests) - 1))
    if levels[0][other] != leaf and path_of(levels, other) != path:
        assert not proves(root, leaf, index, path_of(levels, other))


def test_a_node_is_no_leaf() -> None:
    """Leaves and nodes hash in domains of their own: an inner node proves no leaf."""
    left, right = leaf_of(Hash32(b"\x01" * 32)), leaf_of(Hash32(b"\x02" * 32))
    root = node_of(left, right)
    assert not proves(root, leaf_of(root), 0, ())
    assert leaf_of(left) != node_of(left, right)


def test_paths_are_bounded() -> None:
    """A path longer than DEPTH_MAX proves nothing, even where its hashes fit."""
    leaf = leaf_of(Hash32(b"\x01" * 32))
    path = (leaf,) * (DEPTH_MAX + 1)
    assert not proves(root_of(leaf, 0, path), leaf, 0, path)
    assert proves(root_of(leaf, 0, path[1:]), leaf, 0, path[1:])
