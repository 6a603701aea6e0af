"""The Node service."""

import grpc

from rpc.wire import node_pb2
from tests.rpc.grpc.stage import GrpcStage, failure, on_grpc, told
from tests.rpc.stage import VALIDATOR


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
async def test_peers_are_counted(stage: GrpcStage) -> None:
    """As net_peerCount does."""
    assert 3 == (await stage.node.Peers(node_pb2.PeersRequest())).count
