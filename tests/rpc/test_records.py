"""Shapes of blocks, transactions and receipts that no other test looks at."""

from chain.system_transaction import Phase, build_system_transaction
from chain.types.primitives import Height
from rpc.records import show_header, show_transaction
from tests.rpc.stage import StageBackend, hex_of


def test_unsigned_system_transactions_are_shown_like_others() -> None:
    """The transaction that carries the hooks' logs is legacy and names no chain."""
    transaction, sender = build_system_transaction(Height(7), Phase.END_BLOCK)
    shown = show_transaction(transaction, sender)
    assert ("0x0", "0x7", "0x0") == (shown["type"], shown["nonce"], shown["gas"])
    assert shown["v"] in ("0x1b", "0x1c")
    assert ("0x1", "0x1") == (shown["r"], shown["s"])
    assert "chainId" not in shown
    assert hex_of(sender) == shown["from"]


def test_quantities_and_data_are_told_apart() -> None:
    """Numbers lose their leading zeros, bytes keep theirs."""
    backend = StageBackend()
    shown = show_header(backend.ledger.head.header)
    assert "0x0" == shown["number"]
    assert "0x" + "00" * 32 == shown["parentHash"]
    assert "0x" + "00" * 20 == shown["miner"]
    backend.close()
