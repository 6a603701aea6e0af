"""The Node service."""

from typing import Any

import grpc

from chain.types.primitives import Hash32, Height, Milliseconds, Round
from chain.types.validators import Validator, ValidatorSet
from consensus.core.round import Step
from rpc.network_status import (
    ConsensusStatus,
    ConsensusStep,
    PeerStatus,
    RoundBlock,
    SeenRound,
    SeenVote,
)
from rpc.wire import node_pb2
from tests.rpc.grpc.stage import GrpcStage, failure, on_grpc, told
from tests.rpc.stage import ACCOUNTS, VALIDATOR


@on_grpc()
async def test_status_says_where_the_node_stands(stage: GrpcStage) -> None:
    """Head, chain and history in one answer."""
    stage.backend.make_block()
    head = stage.backend.make_block()
    status = await stage.node.Status(node_pb2.StatusRequest())
    assert (31337, 2, head.header.hash) == (status.chain_id, status.head_height, status.head_hash)
    assert (3, False, "kumiai/test") == (
        status.peer_count,
        status.is_syncing,
        status.client_version,
    )
    assert status.head_time_ms == head.header.timestamp_s * 1000
    assert status.validator.lower() == "0x" + VALIDATOR.hex()
    assert not status.HasField("target_height")
    stage.backend.set_syncing(True, 50)
    assert 50 == (await stage.node.Status(node_pb2.StatusRequest())).target_height


@on_grpc()
async def test_validators_come_with_their_power(stage: GrpcStage) -> None:
    """The set that decides the next block, or one before."""
    stage.backend.make_block()
    for request, height in (
        (node_pb2.ValidatorsRequest(), 2),
        (node_pb2.ValidatorsRequest(height=1), 1),
    ):
        found = await stage.node.Validators(request)
        assert (height, 1_000, 1_000) == (
            found.height,
            found.total_power,
            found.validators[0].power,
        )
        assert found.hash == stage.backend.ledger.validators(height).hash


@on_grpc()
async def test_validators_of_unknown_heights_are_out_of_range(stage: GrpcStage) -> None:
    """The set after next is not known yet, and nobody decided block 0."""
    for height in (0, 2, 2**63):
        call = stage.node.Validators(node_pb2.ValidatorsRequest(height=height))
        expected = f"a height from 1 to 1 expected, found {height}"
        assert (grpc.StatusCode.OUT_OF_RANGE, expected) == told(await failure(call))


@on_grpc()
async def test_validators_come_in_pages_of_one_height(stage: GrpcStage) -> None:
    """The token pins the height, so that a block in between tears no list apart."""
    members = (Validator(who, 10 + i) for i, who in enumerate(ACCOUNTS))
    chain, listed = stage.backend.chain, ValidatorSet(tuple(members))
    chain.validators = lambda height: listed
    first = await stage.node.Validators(node_pb2.ValidatorsRequest(page_size=3))
    assert (1, 3, listed.total_power) == (first.height, len(first.validators), first.total_power)
    stage.backend.make_block()
    last = await stage.node.Validators(
        node_pb2.ValidatorsRequest(page_size=3, page_token=first.next_page_token)
    )
    assert (1, "") == (last.height, last.next_page_token)
    shown = [item.address.lower() for item in (*first.validators, *last.validators)]
    assert [f"0x{member.address.hex()}" for member in listed] == shown
    token = first.next_page_token
    call = stage.node.Validators(node_pb2.ValidatorsRequest(height=2, page_token=token))
    expected = "page_token: one for height 2 expected, found 1"
    assert (grpc.StatusCode.INVALID_ARGUMENT, expected) == told(await failure(call))


def peer_of(number: int, **fields: Any) -> PeerStatus:
    """Return a peer that a test made up."""
    known: dict[str, Any] = {"height": Height(7), "oldest_height": Height(2), **fields}
    return PeerStatus(
        f"0x{number:040x}", f"10.0.0.{number}", True, Milliseconds(5), 10, 20, 3, **known
    )


@on_grpc()
async def test_peers_are_shown_by_identity_in_pages(stage: GrpcStage) -> None:
    """A page begins behind the identity that the one before ended with, whoever left since."""
    stage.backend.peers_seen = tuple(peer_of(number) for number in range(1, 6))
    first = await stage.node.Peers(node_pb2.PeersRequest(page_size=2))
    peer = first.peers[0]
    assert (5, 2, first.peers[1].identity) == (
        first.count,
        len(first.peers),
        first.next_page_token,
    )
    assert ("10.0.0.1", True, 5, 10, 20, 3, 7, 2) == (
        *(peer.address, peer.is_outbound, peer.connected_ms, peer.sent_bytes),
        *(peer.received_bytes, peer.fault_points, peer.height, peer.oldest_height),
    )
    stage.backend.peers_seen = stage.backend.peers_seen[1:]
    rest = await stage.node.Peers(node_pb2.PeersRequest(page_token=first.next_page_token))
    assert [3, 4, 5] == [int(found.identity, 16) for found in rest.peers]
    assert "" == rest.next_page_token
    error = await failure(stage.node.Peers(node_pb2.PeersRequest(page_token="3")))
    assert "page_token: an identity expected, found '3'" == error.details()


@on_grpc()
async def test_a_peer_that_said_nothing_has_no_height(stage: GrpcStage) -> None:
    """Nothing heard is not height 0."""
    stage.backend.peers_seen = (peer_of(1, height=None, oldest_height=None),)
    (peer,) = (await stage.node.Peers(node_pb2.PeersRequest())).peers
    assert not peer.HasField("height") and not peer.HasField("oldest_height")


@on_grpc()
async def test_consensus_shows_rounds_votes_and_locks(stage: GrpcStage) -> None:
    """What CometBFT's dump_consensus_state tells of one height."""
    block, other = Hash32(b"\1" * 32), ACCOUNTS[1]
    vote = SeenVote(VALIDATOR, 60, block, b"signed")
    nil = SeenVote(other, 40, None, b"too")
    stage.backend.consensus_seen = ConsensusStatus(
        height=Height(9),
        round=Round(1),
        step=ConsensusStep.PRECOMMIT,
        proposer=other,
        locked=RoundBlock(block, Round(1)),
        valid=None,
        total_power=100,
        rounds=(SeenRound(Round(1), other, (vote, nil), ()),),
    )
    found = await stage.node.Consensus(node_pb2.ConsensusRequest())
    assert (9, 1, node_pb2.STEP_PRECOMMIT, 100) == (
        *(found.height, found.round, found.step, found.total_power),
    )
    assert (block, 1, False) == (found.locked.hash, found.locked.round, found.HasField("valid"))
    (seen,) = found.rounds
    assert (100, 0, [block, b""]) == (
        *(seen.prevote_power, seen.precommit_power),
        [vote.block_hash for vote in seen.prevotes],
    )
    assert found.proposer.lower() == seen.proposer.lower() == f"0x{other.hex()}"


@on_grpc()
async def test_a_node_between_heights_says_so(stage: GrpcStage) -> None:
    """Nobody decides just now: ask again."""
    code, text = told(await failure(stage.node.Consensus(node_pb2.ConsensusRequest())))
    assert (grpc.StatusCode.UNAVAILABLE, True) == (code, "decides no height just now" in text)


def test_steps_have_one_number_everywhere() -> None:
    """The engine's steps, the servers' and the proto's."""
    for kind in (Step, ConsensusStep):
        assert {step.name: int(step) for step in kind} == {
            name.removeprefix("STEP_"): number for name, number in node_pb2.Step.items()
        }
