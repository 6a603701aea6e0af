"""Blocks by number and hash, and what is in them."""

import rlp

from chain.codec import encode_header
from chain.kit.module import method_named
from chain.types.transaction import TransactionType
from tests.rpc.stage import COUNTER, LOGGER, STRANGER, Guild, Stage, hex_of, on_stage

NOTHING = "0x" + "ab" * 32


@on_stage()
async def test_a_block_has_one_hash_everywhere(stage: Stage) -> None:
    """By number, by hash, in its child, its transactions, receipts and logs."""
    sent = hex_of(stage.backend.send(0, COUNTER))
    block = stage.backend.make_block()
    stage.backend.make_block()
    expected = hex_of(block.header.hash)
    by_number = await stage.rpc("eth_getBlockByNumber", "0x1", True)
    assert by_number == await stage.rpc("eth_getBlockByHash", expected, True)
    receipt = await stage.rpc("eth_getTransactionReceipt", sent)
    child = await stage.rpc("eth_getBlockByNumber", "0x2")
    logs = await stage.rpc("eth_getLogs", {"fromBlock": "0x1"})
    assert {expected} == {
        by_number["hash"],
        by_number["transactions"][0]["blockHash"],
        receipt["blockHash"],
        receipt["logs"][0]["blockHash"],
        logs[0]["blockHash"],
        child["parentHash"],
    }


@on_stage()
async def test_transactions_are_hashes_or_whole(stage: Stage) -> None:
    """The second parameter says which, and may be left out."""
    sent = hex_of(stage.backend.send(0, STRANGER))
    stage.backend.make_block()
    assert [sent] == (await stage.rpc("eth_getBlockByNumber", "latest", False))["transactions"]
    assert [sent] == (await stage.rpc("eth_getBlockByNumber", "latest"))["transactions"]
    whole = (await stage.rpc("eth_getBlockByNumber", "latest", True))["transactions"]
    assert whole == [await stage.rpc("eth_getTransactionByHash", sent)]


@on_stage()
async def test_the_header_is_whole(stage: Stage) -> None:
    """Every field of Prague's header is there, so that anyone recomputes the hash."""
    block = stage.backend.make_block()
    shown = await stage.rpc("eth_getBlockByNumber", "0x1")
    header = block.header
    assert hex_of(header.state_root) == shown["stateRoot"]
    assert hex_of(header.coinbase) == shown["miner"]
    assert hex(header.timestamp_s) == shown["timestamp"]
    assert hex_of(header.mix_hash) == shown["mixHash"]
    assert hex_of(header.parent_beacon_block_root) == shown["parentBeaconBlockRoot"]
    assert hex_of(header.extra_data) == shown["extraData"]
    assert ("0x0", "0x0", []) == (shown["difficulty"], shown["blobGasUsed"], shown["withdrawals"])
    assert "0x0000000000000000" == shown["nonce"]
    assert 514 == len(shown["logsBloom"])


@on_stage()
async def test_the_size_is_that_of_ethereums_encoding(stage: Stage) -> None:
    """[header, transactions, ommers, withdrawals] encoded by another library is as long."""
    stage.backend.send(0, COUNTER)
    stage.backend.send(1, STRANGER, type=TransactionType.LEGACY)
    block = stage.backend.make_block()
    bodies = [tx.raw if tx.type else rlp.decode(tx.raw) for tx in block.block.transactions]
    encoded = rlp.encode([rlp.decode(encode_header(block.header)), bodies, [], []])
    assert hex(len(encoded)) == (await stage.rpc("eth_getBlockByNumber", "0x1"))["size"]


@on_stage()
async def test_missing_blocks_are_null(stage: Stage) -> None:
    """Above the head and hashes of nothing."""
    for name in (
        "eth_getBlockByNumber",
        "eth_getBlockReceipts",
        "eth_getBlockTransactionCountByNumber",
        "eth_getUncleCountByBlockNumber",
    ):
        assert await stage.rpc(name, "0x63") is None
    for name in (
        "eth_getBlockByHash",
        "eth_getBlockReceipts",
        "eth_getBlockTransactionCountByHash",
        "eth_getUncleCountByBlockHash",
    ):
        assert await stage.rpc(name, NOTHING) is None


@on_stage()
async def test_the_first_block_is_there(stage: Stage) -> None:
    """Genesis is block 0 and "earliest"."""
    first = await stage.rpc("eth_getBlockByNumber", "earliest", True)
    assert first == await stage.rpc("eth_getBlockByNumber", "0x0", True)
    assert hex_of(stage.backend.ledger.genesis_hash) == first["hash"]


@on_stage()
async def test_the_block_to_come_shows_what_waits(stage: Stage) -> None:
    """ "pending" has no hash yet, the next number and base fee, and the pool's transactions."""
    sent = hex_of(stage.backend.send(0, STRANGER))
    pending = await stage.rpc("eth_getBlockByNumber", "pending", True)
    assert (None, "0x1") == (pending["hash"], pending["number"])
    assert hex(stage.backend.chain.next_base_fee_wei) == pending["baseFeePerGas"]
    assert [sent] == [item["hash"] for item in pending["transactions"]]
    assert "0x1" == await stage.rpc("eth_getBlockTransactionCountByNumber", "pending")
    hashes = (await stage.rpc("eth_getBlockByNumber", "pending"))["transactions"]
    assert [sent] == hashes


@on_stage()
async def test_counts_and_uncles(stage: Stage) -> None:
    """Two transactions are two; a final chain has no uncles."""
    stage.backend.send(0, STRANGER)
    stage.backend.send(1, STRANGER)
    block = hex_of(stage.backend.make_block().header.hash)
    assert "0x2" == await stage.rpc("eth_getBlockTransactionCountByNumber", "latest")
    assert "0x2" == await stage.rpc("eth_getBlockTransactionCountByHash", block)
    assert "0x0" == await stage.rpc("eth_getUncleCountByBlockNumber", "latest")
    assert "0x0" == await stage.rpc("eth_getUncleCountByBlockHash", block)
    assert await stage.rpc("eth_getUncleByBlockNumberAndIndex", "latest", "0x0") is None
    assert await stage.rpc("eth_getUncleByBlockHashAndIndex", block, "0x0") is None


@on_stage()
async def test_receipts_of_a_block_count_their_logs_through(stage: Stage) -> None:
    """The log index goes on from receipt to receipt and each equals the receipt by hash."""
    join = method_named(Guild, "join")
    assert join is not None
    stage.backend.send(0, LOGGER)
    stage.backend.send(0, Guild.address, join.encode_call(5))
    stage.backend.send(0, COUNTER)
    block = stage.backend.make_block()
    receipts = await stage.rpc("eth_getBlockReceipts", "latest")
    assert receipts == await stage.rpc("eth_getBlockReceipts", hex_of(block.header.hash))
    indexes = [int(log["logIndex"], 16) for receipt in receipts for log in receipt["logs"]]
    assert list(range(42)) == indexes
    for receipt in receipts:
        found = await stage.rpc("eth_getTransactionReceipt", receipt["transactionHash"])
        assert receipt == found
    assert receipts[2]["cumulativeGasUsed"] == hex(sum(int(r["gasUsed"], 16) for r in receipts))
    assert await stage.rpc("eth_getBlockReceipts", "pending") is None
