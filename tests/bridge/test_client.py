"""The light client on anvil: which headers of a Kumiai chain a contract takes, and which not."""

import pytest

from tests.bridge.anvil import START_S, Anvil
from tests.bridge.kumiai import CHAIN_ID, Kumiai, set_of

pytestmark = [pytest.mark.e2e, pytest.mark.npm]
PERIOD_S = 10 * 86_400
FOUR = set_of(range(4))


@pytest.fixture(scope="module")
def node(tmp_path_factory):
    """One chain for all tests of this file."""
    with Anvil(tmp_path_factory.mktemp("anvil")) as anvil:
        yield anvil


@pytest.fixture
def anvil(node):
    """The chain as it began."""
    before = node.rpc("evm_snapshot")
    yield node
    node.rpc("evm_revert", before)


@pytest.fixture
def kumiai():
    """A Kumiai chain of four validators."""
    return Kumiai(FOUR, START_S - 100)


@pytest.fixture
def client(anvil, kumiai):
    """A client that trusts its checkpoint."""
    return anvil.deploy("LightClient", CHAIN_ID, PERIOD_S, *kumiai.checkpoint_words())


def test_a_signed_header_is_taken(anvil, kumiai, client):
    """Three of four signatures make a header trusted, with its state root and time."""
    block = kumiai.block()
    anvil.send(client.functions.update(100, block.commit()))
    root, block_hash, following, time_ms = anvil.ask(client.functions.trustedAt(101))
    assert (block.header.state_root, block.header.hash) == (root, block_hash)
    assert (block.header.extra_data, block.time_ms) == (following, time_ms)
    assert 101 == anvil.ask(client.functions.latestHeight())
