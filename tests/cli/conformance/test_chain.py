"""An imported chain: its blocks are found every way, and executed once more for traces."""

from dataclasses import replace

import pytest

from chain.errors import Malformed, StateUnavailable
from chain.replay import NotReplayable
from chain.types.primitives import Hash32
from cli.conformance.chain import ImportedChain, PastReplay
from cli.conformance.genesis import parse_genesis
from rpc.tracers.struct_log import StructLogger, StructLogOptions
from rpc.tracers.tracer import Budget
from tests.cli.conformance.ground import LOGGER, SENDER, STORER, Built


def unwatched(ahead_ms: int) -> None:
    """A watch that never ends anything."""


def test_blocks_are_found_by_height_hash_and_transaction(built: Built) -> None:
    """Every way to a block leads to the same one."""
    chain = built.chain
    for block in built.blocks:
        height = block.header.height
        found = chain.block(height)
        assert found is not None and found.block == block
        assert height == chain.height_of(block.header.hash)
        for index, transaction in enumerate(block.transactions):
            assert (height, index) == chain.locate(transaction.hash)
            assert SENDER == found.senders[index]
    assert (None, None, None) == (
        chain.block(7),
        chain.block(-1),
        chain.height_of(Hash32(b"\1" * 32)),
    )


def test_a_block_follows_the_head(built: Built) -> None:
    """A block upon another parent is refused before anything is executed."""
    chain = ImportedChain(parse_genesis(built.genesis))
    with pytest.raises(Malformed, match="block 2: parent 0x"):
        chain.add(built.blocks[1])


def test_blooms_find_logs(built: Built) -> None:
    """Heights whose blooms have the address and the topic, inside of the range."""
    topic, other = Hash32((7).to_bytes(32, "big")), Hash32((8).to_bytes(32, "big"))
    find = built.chain.logs_with
    found = list(find([LOGGER], [[topic]], 2, 4))
    assert [2, 3, 4] == [match.height for match in found]
    assert [1, 2, 3, 4, 5, 6] == [match.height for match in find([], [[]], 1, 6)]
    assert [] == list(find([LOGGER], [[other]], 1, 6))
    assert [] == list(find([STORER], [], 1, 6))
    assert [LOGGER] == [log.log.address for log in built.chain.logs_at(found[0])]


def test_a_block_is_executed_again_as_it_was(built: Built) -> None:
    """Skipped or traced, a transaction does what its receipt says."""
    for height in range(1, 7):
        block = built.chain.block(height)
        assert block is not None
        again = built.chain.replay(height, unwatched)
        assert isinstance(again, PastReplay)
        again.skip()
        traced, _ = again.trace(StructLogger(Budget(10**9), StructLogOptions()))
        assert (2, block.receipts[1].gas_used) == (again.next_index, traced.outcome.gas_used)
        assert 5 + height == again.world.get_storage(STORER, 0)
        assert height == again.environment.height


def test_what_is_not_there_cannot_be_replayed(built: Built) -> None:
    """Block 0 has nothing to execute, a block above the head is not there."""
    with pytest.raises(NotReplayable, match="genesis is not traceable"):
        built.chain.replay(0, unwatched)
    with pytest.raises(NotReplayable, match="block #7 not found"):
        built.chain.replay(7, unwatched)
    with pytest.raises(StateUnavailable):
        built.chain.sketch(7)


def test_every_state_is_kept_and_proven(built: Built) -> None:
    """The state after any block, with a proof from that block's root."""
    chain = built.chain
    assert 0 == chain.oldest_state_height
    proof = chain.proof(STORER, [0], 3)
    assert (8, built.blocks[2].header.state_root) == (proof.storage[0].value, proof.state_root)
    assert chain.validators(3) is None


def test_the_block_to_come_follows_the_head(built: Built) -> None:
    """Its number and time go on, its base fee is what the head's gas makes of it."""
    coming, head = built.chain.environment(7), built.chain.head.header
    assert (7, head.timestamp_s + 10) == (coming.height, coming.timestamp_s)
    assert coming.base_fee_per_gas_wei == built.chain.next_base_fee_wei < 10**9
    assert head.timestamp_s * 1_000 == built.chain.head_time_ms
    assert built.chain.environment(3).height == 3
    assert replace(coming, height=head.height).chain_id == built.chain.genesis.chain_id
