"""Blocks for an explorer: light to show, with what it would have to add up itself."""

import pytest

from rpc.config import RpcConfig, RpcLimits
from tests.rpc.stage import COUNTER, STRANGER, StageBackend, hex_of
from tests.rpc.tracers.asking import Asker


def chain(transactions: int = 5) -> tuple[StageBackend, Asker]:
    """One block of several transactions."""
    backend = StageBackend()
    for number in range(transactions):
        backend.send(0, COUNTER if number % 2 else STRANGER, b"\x01\x02\x03\x04\x05")
    backend.make_block()
    return backend, Asker(backend)


def test_the_level_is_what_otterscan_needs() -> None:
    """A JSON number, at least 8."""
    assert chain()[1].rpc("ots_getApiLevel") == 8


def test_details_count_and_add_up() -> None:
    """By number as JSON or hex, by tag and by hash: how many transactions, what they paid."""
    backend, ask = chain()
    shown = ask.rpc("ots_getBlockDetails", 1)
    for wanted in ("0x1", "latest"):
        assert ask.rpc("ots_getBlockDetails", wanted) == shown
    block_hash = hex_of(backend.ledger.head.header.hash)
    assert ask.rpc("ots_getBlockDetailsByHash", block_hash) == shown
    assert shown["block"]["transactionCount"] == 5
    assert shown["block"]["logsBloom"] is None
    assert "transactions" not in shown["block"]
    fees = sum(r.gas_used * r.effective_gas_price_wei for r in backend.ledger.head.receipts)
    assert int(shown["totalFees"], 16) == fees
    assert ask.rpc("ots_getBlockDetails", 99) is None


def test_pages_go_from_the_end_and_keep_their_order() -> None:
    """Page 0 has the last transactions; all pages together are the block."""
    backend, ask = chain()
    pages = [ask.rpc("ots_getBlockTransactions", 1, page, 2) for page in range(3)]
    shown = [item["hash"] for page in reversed(pages) for item in page["fullblock"]["transactions"]]
    assert shown == [hex_of(item.hash) for item in backend.ledger.head.block.transactions]
    for page in pages:
        hashes = [item["hash"] for item in page["fullblock"]["transactions"]]
        assert [receipt["transactionHash"] for receipt in page["receipts"]] == hashes
        assert all(receipt["logs"] is None for receipt in page["receipts"])
        assert all(len(item["input"]) == 10 for item in page["fullblock"]["transactions"])
    assert ask.rpc("ots_getBlockTransactions", 1, 3, 2)["receipts"] == []
    assert ask.rpc("ots_getBlockTransactions", 99, 0, 2) is None


@pytest.mark.parametrize("size", [0, 101, 2**60])
def test_pages_are_bounded(size: int) -> None:
    """Empty and too large pages are refused."""
    _, ask = chain(1)
    assert ask.error("ots_getBlockTransactions", 1, 0, size)[0] == -32602
    small = Asker(StageBackend(), RpcConfig(limits=RpcLimits(search_page_max=3)))
    assert small.error("ots_getBlockTransactions", 0, 0, 4)[0] == -32602


def test_headers_are_found_as_erigon_finds_them() -> None:
    """Otterscan asks for one first of all, to see what it talks to."""
    backend, ask = chain()
    header = ask.rpc("erigon_getHeaderByNumber", 1)
    assert header == ask.rpc("erigon_getHeaderByNumber", "0x1")
    assert header["hash"] == hex_of(backend.ledger.head.header.hash)
    assert ask.rpc("erigon_getHeaderByHash", header["hash"]) == header
    assert ask.rpc("erigon_getHeaderByNumber", 99) is None
