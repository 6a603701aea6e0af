"""One anvil for each file of tests, and the chain as it began for each test."""

import pytest

from tests.bridge.anvil import Anvil
from tests.bridge.scene import Scene


@pytest.fixture(scope="module")
def node(tmp_path_factory):
    """A chain that all tests of a file share."""
    with Anvil(tmp_path_factory.mktemp("anvil")) as anvil:
        yield anvil


@pytest.fixture
def anvil(node):
    """The shared chain; what the test does is undone."""
    before = node.rpc("evm_snapshot")
    yield node
    node.rpc("evm_revert", before)


@pytest.fixture(scope="module")
def stage(node):
    """A gateway that all tests of a file share."""
    return Scene(node)


@pytest.fixture
def scene(stage, anvil):
    """The shared gateway; what the test does is undone."""
    stage.restart()
    return stage
