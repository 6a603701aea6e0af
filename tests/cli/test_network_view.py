"""What the servers show of peers and of the height being decided."""

from types import SimpleNamespace
from typing import Any

from coincurve import PrivateKey

from chain.certificates import sign
from chain.codec import address_of
from chain.types.certificate import NO_ROUND, BlockId, Vote, VoteKind
from chain.types.primitives import Hash32, Height, Milliseconds, Round
from chain.types.validators import Validator, ValidatorSet
from cli.network_view import NetworkView, consensus_status
from consensus.core.driver import Driver
from consensus.core.inputs import StartHeight, VoteReceived
from consensus.host.network import StatusMessage
from consensus.net.grpc_transport import PeerInfo
from consensus.net.transport import PeerId
from rpc.network_status import ConsensusStep

KEYS = [bytes([number]) * 32 for number in range(1, 5)]
SET = ValidatorSet(tuple(Validator(address_of(key), 10) for key in KEYS))
HEIGHT, ZERO = Height(5), Round(0)
BLOCK = BlockId(Hash32(b"\1" * 32), Milliseconds(9))


def vote_of(key: bytes, kind: VoteKind, block: BlockId | None) -> Vote:
    """Return a signed vote."""
    return sign(Vote(kind, HEIGHT, ZERO, block, NO_ROUND, address_of(key)), 1, PrivateKey(key))


def test_a_height_shows_its_votes_and_its_proposer() -> None:
    """Votes by address with their power; votes for nothing have no block."""
    driver = Driver(HEIGHT, SET, address_of(KEYS[0]))
    before = consensus_status(driver)
    assert (-1, ConsensusStep.NEW_HEIGHT, None, ()) == (
        *(before.round, before.step, before.proposer, before.rounds),
    )
    driver.apply(StartHeight(HEIGHT, ZERO))
    for key, block in zip(KEYS[:3], (BLOCK, BLOCK, None), strict=True):
        driver.apply(VoteReceived(vote_of(key, VoteKind.PREVOTE, block)))
    driver.apply(VoteReceived(vote_of(KEYS[3], VoteKind.PRECOMMIT, BLOCK)))
    status = consensus_status(driver)
    assert (HEIGHT, ZERO, 40) == (status.height, status.round, status.total_power)
    (seen,) = status.rounds
    assert seen.proposer == status.proposer == driver.proposals.proposer(ZERO)
    assert sorted(address_of(key) for key in KEYS[:3]) == [vote.validator for vote in seen.prevotes]
    assert {BLOCK.hash, None} == {vote.block_hash for vote in seen.prevotes}
    assert [(address_of(KEYS[3]), 10, BLOCK.hash)] == [
        (vote.validator, vote.power, vote.block_hash) for vote in seen.precommits
    ]


def view_of(engine: Any, *, private: bool = False) -> NetworkView:
    """Return a view of one made-up connection."""
    info = PeerInfo(PeerId("0x" + "1" * 40), "10.0.0.1", False, Milliseconds(3), 4, 5, 6)
    transport = SimpleNamespace(connections=lambda: (info,))
    net: Any = SimpleNamespace(transport=transport, is_private=lambda peer: private)
    return NetworkView(net, lambda: engine)


def test_a_peer_shows_its_connection_and_its_claim() -> None:
    """What the transport knows, and what the engine heard."""
    claim = StatusMessage(Height(8), Height(2))
    (peer,) = view_of(SimpleNamespace(claim_of=lambda peer: claim)).peers()
    assert ("10.0.0.1", False, 3, 4, 5, 6, 8, 2) == (
        *(peer.address, peer.is_outbound, peer.connected_ms, peer.sent_bytes),
        *(peer.received_bytes, peer.fault_points, peer.height, peer.oldest_height),
    )
    (silent,) = view_of(SimpleNamespace(claim_of=lambda peer: None)).peers()
    assert (None, None) == (silent.height, silent.oldest_height)


def test_a_private_peers_address_is_told_to_nobody() -> None:
    """A sentry's servers do not lead to its validator."""
    engine = SimpleNamespace(claim_of=lambda peer: None)
    (peer,) = view_of(engine, private=True).peers()
    assert ("", "0x" + "1" * 40) == (peer.address, peer.identity)


def test_a_node_without_network_or_engine_shows_nothing() -> None:
    """A development chain, and any node before its start and between heights."""
    assert () == NetworkView(None, lambda: None).peers()
    assert NetworkView(None, lambda: None).consensus() is None
    assert view_of(SimpleNamespace(driver=None)).consensus() is None
    (peer,) = view_of(None).peers()
    assert peer.height is None
