"""An account's transactions page by page, forwards and backwards, and where contracts come from."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.chain.vm.ground import push
from tests.rpc.stage import ACCOUNTS, COUNTER, STRANGER, Guild, StageBackend, hex_of
from tests.rpc.tracers.asking import Asker

INIT_OF_ONE_BYTE = bytes.fromhex("600160005360016000f3")  # leaves the code 0x01


def busy_chain() -> tuple[StageBackend, Asker]:
    """Ten blocks of one to three transactions of account 0, and others between."""
    backend = StageBackend()
    for height in range(1, 11):
        for _ in range(height % 3 + 1):
            backend.send(0, STRANGER, value_wei=1)
        backend.send(1, COUNTER)
        backend.make_block()
    return backend, Asker(backend)


BACKEND, ASK = busy_chain()
SENDER = hex_of(ACCOUNTS[0])
# Newest block first; inside a block the last one first.
EXPECTED = [
    hex_of(transaction.hash)
    for height in range(10, 0, -1)
    for transaction, sender in reversed(
        list(
            zip(
                BACKEND.ledger.block(height).block.transactions,  # type: ignore[union-attr]
                BACKEND.ledger.block(height).senders,  # type: ignore[union-attr]
                strict=True,
            )
        )
    )
    if sender == ACCOUNTS[0]
]


def hashes(page: dict[str, Any]) -> list[str]:
    """The transactions of a page; each has its receipt."""
    shown = [item["hash"] for item in page["txs"]]
    assert [receipt["transactionHash"] for receipt in page["receipts"]] == shown
    assert all(isinstance(receipt["timestamp"], int) for receipt in page["receipts"])
    return shown


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 30))
def test_pages_downwards_are_together_everything(size: int) -> None:
    """From the newest down, each page begins below the block that the last one ended with."""
    found: list[str] = []
    block, is_first = 0, True
    while True:
        page = ASK.rpc("ots_searchTransactionsBefore", SENDER, block, size)
        assert page["firstPage"] == is_first
        found += hashes(page)
        if page["lastPage"]:
            break
        block, is_first = int(page["txs"][-1]["blockNumber"], 16), False
    assert found == EXPECTED


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 30))
def test_pages_upwards_are_together_everything(size: int) -> None:
    """From the oldest up; a page shows the newest first all the same."""
    found: list[str] = []
    block, is_last = 0, True
    while True:
        page = ASK.rpc("ots_searchTransactionsAfter", SENDER, block, size)
        assert page["lastPage"] == is_last
        found = hashes(page) + found
        if page["firstPage"]:
            break
        block, is_last = int(page["txs"][0]["blockNumber"], 16), False
    assert found == EXPECTED


def test_accounts_nobody_named_have_empty_pages() -> None:
    """First and last at once."""
    nobody = "0x" + "99" * 20
    for method in ("ots_searchTransactionsBefore", "ots_searchTransactionsAfter"):
        page = ASK.rpc(method, nobody, 0, 5)
        assert page == {"txs": [], "receipts": [], "firstPage": True, "lastPage": True}


def test_a_nonce_leads_to_its_transaction() -> None:
    """Of a sender; null where it has not used that nonce yet."""
    assert ASK.rpc("ots_getTransactionBySenderAndNonce", SENDER, 0) in EXPECTED
    assert ASK.rpc("ots_getTransactionBySenderAndNonce", SENDER, "0x1") in EXPECTED
    assert ASK.rpc("ots_getTransactionBySenderAndNonce", SENDER, 10_000) is None


def test_contracts_are_told_from_accounts() -> None:
    """At any kept height, by number or tag."""
    assert ASK.rpc("ots_hasCode", hex_of(COUNTER), "latest") is True
    assert ASK.rpc("ots_hasCode", hex_of(COUNTER), 1) is True
    assert ASK.rpc("ots_hasCode", hex_of(Guild.address), "0x1") is True
    assert ASK.rpc("ots_hasCode", SENDER, "latest") is False


def creator(init: bytes) -> tuple[Asker, str, str, str]:
    """A chain with a factory that makes a contract in a later block; who asks, and the hashes."""
    backend = StageBackend()
    word = int.from_bytes(init, "big")
    factory = push(word) + b"\x5f\x52" + push(len(init)) + push(32 - len(init)) + b"\x5f\xf0\x00"
    maker = b"\x60" + bytes((len(factory),)) + b"\x80\x60\x09\x3d\x39\x3d\xf3"
    made = hex_of(backend.send(0, None, maker.ljust(9, b"\x00") + factory, gas_limit=1_000_000))
    backend.make_block()
    ask = Asker(backend)
    contract = ask.rpc("eth_getTransactionReceipt", made)["contractAddress"]
    for _ in range(5):
        backend.send(1, COUNTER)
        backend.make_block()
    used = hex_of(backend.send(1, bytes.fromhex(contract[2:])))
    backend.make_block()
    for _ in range(4):
        backend.send(1, COUNTER)
        backend.make_block()
    return ask, contract, made, used


def test_a_contract_of_a_transaction_has_its_sender_for_creator() -> None:
    """It is found by the receipt."""
    ask, contract, made, _ = creator(INIT_OF_ONE_BYTE)
    found = ask.rpc("ots_getContractCreator", contract)
    assert found == {"hash": made, "creator": SENDER}


def test_a_contract_of_a_contract_has_that_for_creator() -> None:
    """It is found by halving the distance to where it was not, and executing that block again."""
    ask, contract, _, used = creator(INIT_OF_ONE_BYTE)
    (operation,) = ask.rpc("ots_getInternalOperations", used)
    assert (operation["type"], operation["from"]) == (2, contract)
    found = ask.rpc("ots_getContractCreator", operation["to"])
    assert found == {"hash": used, "creator": contract}


def test_what_was_not_made_has_no_creator() -> None:
    """An account without code, and a contract of genesis."""
    assert ASK.rpc("ots_getContractCreator", SENDER) is None
    assert ASK.rpc("ots_getContractCreator", hex_of(COUNTER)) is None
