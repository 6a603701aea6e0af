"""Chain data as protobuf messages."""

from chain.codec import decode_header, decode_transaction
from rpc.grpc.shapes import address_text, show_block, show_transaction
from tests.rpc.stage import ACCOUNTS, COUNTER, STRANGER, StageBackend


def test_a_block_shows_everything_that_was_committed() -> None:
    """Header, signed bytes, receipts and logs can be checked against the chain's own."""
    backend = StageBackend()
    backend.send(0, COUNTER)
    backend.send(1, None, bytes.fromhex("60016000526001601ff3"))
    block = backend.make_block()
    shown = show_block(block)
    assert block.header == decode_header(shown.header.encoded)
    assert shown.header.hash == block.header.hash
    assert len(block.block.transactions) == len(shown.transactions)
    for index, item in enumerate(shown.transactions):
        assert block.block.transactions[index] == decode_transaction(item.raw)
        receipt = block.receipts[index]
        assert (index, receipt.gas_used, receipt.status == 1) == (
            item.receipt.index,
            item.receipt.gas_used,
            item.receipt.is_success,
        )
        assert address_text(receipt.contract_address) == item.receipt.contract_address
        assert [log.data for log in receipt.logs] == [log.data for log in item.receipt.logs]
    assert {"", address_text(COUNTER)} == {item.to for item in shown.transactions}
    backend.close()


def test_a_waiting_transaction_has_no_receipt() -> None:
    """What is not known is not set, rather than zero."""
    backend = StageBackend()
    transaction = decode_transaction(backend.sign(0, STRANGER, value_wei=2**200))
    shown = show_transaction(transaction, ACCOUNTS[0])
    assert (str(2**200), address_text(ACCOUNTS[0])) == (shown.value_wei, shown.sender)
    assert not shown.HasField("receipt")
    backend.close()
