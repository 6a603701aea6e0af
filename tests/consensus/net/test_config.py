"""What an operator may set."""

from consensus.net.address import PeerAddress
from consensus.net.config import RATES, NetConfig
from consensus.net.outbox import ROOMS
from consensus.net.transport import Channel
from tests.consensus.net.stage import name


def test_every_channel_has_its_limits() -> None:
    """No kind of traffic is without a rate and a queue."""
    assert set(RATES) == set(ROOMS) == set(Channel)


def test_own_peers_are_all_whom_the_operator_named() -> None:
    """Persistent ones with an identity, private and unconditional ones."""
    config = NetConfig(
        persistent_peers=(PeerAddress(name(1), "a", 1), PeerAddress(None, "b", 1)),
        private_peer_ids=frozenset([name(2)]),
        unconditional_peer_ids=frozenset([name(3)]),
    )
    assert config.own_peers == {name(1), name(2), name(3)}
