"""Prices now and lately."""

import pytest

from chain.errors import Malformed
from rpc.config import RpcConfig, RpcLimits
from rpc.eth.fees import parse_block_count
from rpc.tips import SUGGESTED_TIP_MAX_WEI
from tests.rpc.stage import COUNTER, LOGGER, STRANGER, Stage, on_stage

GWEI = 10**9


@on_stage()
async def test_prices_follow_the_blocks(stage: Stage) -> None:
    """The next base fee and the tip that lately sufficed; the least tip on an empty chain."""
    least = stage.backend.pool.min_tip_wei
    assert hex(least) == await stage.rpc("eth_maxPriorityFeePerGas")
    assert hex(stage.backend.chain.next_base_fee_wei + least) == await stage.rpc("eth_gasPrice")
    for tip_gwei in (1, 2, 3):
        stage.backend.send(0, STRANGER, max_priority_fee_per_gas_wei=tip_gwei * GWEI)
    stage.backend.make_block()
    assert hex(2 * GWEI) == await stage.rpc("eth_maxPriorityFeePerGas")
    price = stage.backend.chain.next_base_fee_wei + 2 * GWEI
    assert hex(price) == await stage.rpc("eth_gasPrice")
    assert "0x1" == await stage.rpc("eth_blobBaseFee")
    assert hex(stage.backend.chain.next_base_fee_wei) == await stage.rpc("eth_baseFee")


@on_stage()
async def test_suggestions_are_capped(stage: Stage) -> None:
    """One generous sender does not make everybody pay."""
    rich = 10 * SUGGESTED_TIP_MAX_WEI
    stage.backend.send(0, STRANGER, max_priority_fee_per_gas_wei=rich, max_fee_per_gas_wei=2 * rich)
    stage.backend.make_block()
    assert hex(SUGGESTED_TIP_MAX_WEI) == await stage.rpc("eth_maxPriorityFeePerGas")


@on_stage()
async def test_history_shows_each_block_and_the_next_fee(stage: Stage) -> None:
    """One base fee more than blocks; fullness and tips of each."""
    stage.backend.send(0, COUNTER, max_priority_fee_per_gas_wei=GWEI)
    stage.backend.send(1, LOGGER, max_priority_fee_per_gas_wei=3 * GWEI)
    block = stage.backend.make_block()
    stage.backend.make_block()
    history = await stage.rpc("eth_feeHistory", "0x2", "0x1", [0, 50, 100])
    assert "0x0" == history["oldestBlock"]
    heads = [stage.backend.chain.block(height).header for height in (0, 1, 2)]
    assert [hex(head.base_fee_per_gas_wei) for head in heads] == history["baseFeePerGas"]
    assert [0, block.header.gas_used / block.header.gas_limit] == history["gasUsedRatio"]
    assert ["0x0"] * 3 == history["reward"][0]
    low, high = hex(GWEI), hex(3 * GWEI)
    assert (low, high) == (history["reward"][1][0], history["reward"][1][2])
    assert history["reward"][1][1] in (low, high)


@on_stage()
async def test_the_last_base_fee_is_the_next_blocks(stage: Stage) -> None:
    """At the head it is what the block to come will ask."""
    stage.backend.make_block()
    history = await stage.rpc("eth_feeHistory", 1, "latest")
    assert hex(stage.backend.chain.next_base_fee_wei) == history["baseFeePerGas"][-1]
    assert "reward" not in history
    assert "0x1" == history["oldestBlock"]


@on_stage()
async def test_counts_come_in_every_spelling(stage: Stage) -> None:
    """Hex, integer and decimal text; more than there are blocks is cut; none is none."""
    stage.backend.make_block()
    whole = await stage.rpc("eth_feeHistory", 2, "latest", [])
    for count in ("0x2", "2", 2, 5_000, "0x400"):
        assert whole == await stage.rpc("eth_feeHistory", count, "latest", [])
    empty = await stage.rpc("eth_feeHistory", 0, "latest", [])
    assert {"oldestBlock": "0x0", "gasUsedRatio": [], "baseFeePerGas": []} == empty


@pytest.mark.parametrize("wrong", [-1, True, 1.5, "0x01", "1e3", "9" * 30, None, []])
def test_wrong_counts_are_refused(wrong: object) -> None:
    """A count is a whole number of 64 bits."""
    with pytest.raises(Malformed):
        parse_block_count(wrong)


@on_stage(RpcConfig(limits=RpcLimits(fee_history_blocks_max=3, fee_percentiles_max=2)))
async def test_history_is_bounded(stage: Stage) -> None:
    """Blocks are cut to the limit, percentiles over it are refused."""
    for _ in range(5):
        stage.backend.make_block()
    history = await stage.rpc("eth_feeHistory", 100, "latest", [1])
    assert ("0x3", 3) == (history["oldestBlock"], len(history["reward"]))
    for percentiles, text in [
        ([1, 2, 3], "over the query limit 2"),
        ([101], "invalid reward percentile: 101.000000"),
        ([-1], "invalid reward percentile: -1.000000"),
        ([50, 20], "invalid reward percentile: #0:50.000000 >= #1:20.000000"),
        (["a"], "invalid argument 2: number expected at 0, found 'a'"),
        (5, "invalid argument 2: array of numbers expected, found 5"),
    ]:
        assert (-32602, text) == await stage.error("eth_feeHistory", 1, "latest", percentiles)
    expected = (-32000, "request beyond head block: requested 9, head 5")
    assert expected == await stage.error("eth_feeHistory", 1, "0x9")
