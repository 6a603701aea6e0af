"""Which block is meant."""

import pytest

from chain.errors import Malformed
from rpc.lookup import BlockId, BlockNumber
from tests.rpc.stage import ACCOUNTS, STRANGER, Stage, hex_of, on_stage

HASH = "0x" + "ab" * 32


def test_tags_and_numbers_are_read() -> None:
    """Five tags and hex numbers; nothing else."""
    assert "safe" == BlockNumber.decode("safe").tag
    assert 16 == BlockNumber.decode("0x10").height
    for wrong in ("10", "Latest", "0x01", "0x", 5, None, [], "0x1ffffffffffffffff"):
        with pytest.raises(Malformed):
            BlockNumber.decode(wrong)


def test_block_objects_are_read() -> None:
    """EIP-1898: a number or a hash, never both, never neither."""
    assert BlockId.decode({"blockHash": HASH, "requireCanonical": True}).hash is not None
    assert BlockId.decode(HASH).hash == BlockId.decode({"blockHash": HASH}).hash
    assert BlockId.decode({"blockNumber": "0x1"}) == BlockId.decode("0x1")
    assert BlockId.decode({"blockNumber": "pending"}).is_pending
    for wrong in (
        {},
        {"blockHash": HASH, "blockNumber": "0x1"},
        {"blockHash": "0x12"},
        {"blockHash": HASH, "requireCanonical": 1},
        {"blockNumber": 1},
    ):
        with pytest.raises(Malformed):
            BlockId.decode(wrong)


@on_stage()
async def test_every_way_to_name_a_block_finds_it(stage: Stage) -> None:
    """Tags, numbers, hashes and objects give the balance of their block."""
    stage.backend.send(0, STRANGER, value_wei=1)
    first = stage.backend.make_block()
    stage.backend.send(0, STRANGER, value_wei=1)
    stage.backend.make_block()
    wanted = hex_of(first.header.hash)
    for block, expected in [
        ("earliest", "0x0"),
        ("0x0", "0x0"),
        ("0x1", "0x1"),
        (wanted, "0x1"),
        ({"blockHash": wanted}, "0x1"),
        ({"blockHash": wanted, "requireCanonical": True}, "0x1"),
        ({"blockNumber": "0x1"}, "0x1"),
        ("latest", "0x2"),
        ("safe", "0x2"),
        ("finalized", "0x2"),
        ("pending", "0x2"),
        (None, "0x2"),
    ]:
        assert (block, expected) == (
            block,
            await stage.rpc("eth_getBalance", hex_of(STRANGER), block),
        )


@on_stage()
async def test_unknown_blocks_are_refused(stage: Stage) -> None:
    """A block above the head and a hash of nothing have no state."""
    account = hex_of(ACCOUNTS[0])
    assert (-32000, "header not found") == await stage.error("eth_getBalance", account, "0x5")
    answer = await stage.error("eth_getBalance", account, {"blockHash": HASH})
    assert (-32000, "header for hash not found") == answer


@on_stage()
async def test_states_outside_the_history_say_what_is_kept(stage: Stage) -> None:
    """A height whose state is pruned is unavailable, and the error names the kept range."""
    for _ in range(103):
        stage.backend.make_block()
    assert stage.backend.chain.oldest_state_height > 0
    code, message = await stage.error("eth_getBalance", hex_of(STRANGER), "0x0")
    assert -32002 == code
    assert message.startswith("no state at height 0: this node keeps ")
