"""The net namespace."""

from rpc.net import Net
from tests.rpc.stage import StageBackend


def test_the_network_is_the_chain() -> None:
    """The network id is the chain id in decimal; peers are counted in hex."""
    backend = StageBackend()
    net = Net(backend)
    assert ("31337", True, "0x3") == (net.version(), net.listening(), net.peer_count())
    backend.close()
