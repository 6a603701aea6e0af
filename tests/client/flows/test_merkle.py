"""Trees that grow leaf by leaf: at every size the one that the modules build at once."""

import pytest

from chain.kit import merkle
from client.flows.merkle import GrowingTree
from client.kit import ZERO_BYTES32


@pytest.mark.parametrize("size", [*range(1, 20), 64, 65])
def test_a_growing_tree_is_the_tree_of_its_leaves(size):
    """Root and every path prove what was added."""
    digests = [number.to_bytes(32, "big") for number in range(size)]
    tree = GrowingTree()
    for digest in digests:
        tree.add(digest)
    levels = merkle.tree_of([merkle.leaf_of(digest) for digest in digests])
    assert levels[-1][0] == tree.root
    assert size == len(tree)
    for index, digest in enumerate(digests):
        assert merkle.proves(tree.root, merkle.leaf_of(digest), index, tree.path(index))


def test_a_tree_without_leaves_has_a_root_of_zeros():
    """As a voucher for nothing has."""
    assert ZERO_BYTES32 == GrowingTree().root
