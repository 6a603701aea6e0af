"""Encodings as Ethereum hashes them: whoever decodes and hashes finds the chain's own hashes."""

from chain.codec import decode_header, encode_header, keccak256, rlp
from chain.store.trie import ordered_root
from chain.types.transaction import TransactionType
from rpc.debug.raw import encode_ethereum_block
from rpc.records import compute_block_size_bytes
from tests.rpc.stage import COUNTER, STRANGER, StageBackend, hex_of
from tests.rpc.tracers.asking import Asker


def chain() -> tuple[StageBackend, Asker, list[str]]:
    """A block of a typed and a legacy transaction."""
    backend = StageBackend()
    legacy = {"type": TransactionType.LEGACY, "max_priority_fee_per_gas_wei": 10**10}
    hashes = [hex_of(backend.send(0, COUNTER)), hex_of(backend.send(0, STRANGER, **legacy))]
    backend.make_block()
    return backend, Asker(backend), hashes


def raw(shown: str) -> bytes:
    """Return the bytes of hex."""
    return bytes.fromhex(shown[2:])


def test_a_header_hashes_to_the_blocks_hash() -> None:
    """By number, tag and hash, and genesis too."""
    backend, ask, _ = chain()
    for wanted, height in (("0x1", 1), ("latest", 1), ("0x0", 0)):
        block = backend.ledger.block(height)
        assert block is not None
        assert keccak256(raw(ask.rpc("debug_getRawHeader", wanted))) == block.header.hash
    by_hash = ask.rpc("debug_getRawHeader", hex_of(backend.ledger.head.header.hash))
    assert by_hash == ask.rpc("debug_getRawHeader", "0x1")


def test_a_block_is_header_transactions_and_two_empty_lists() -> None:
    """A typed transaction is a string in the list, a legacy one a list; the size is the block's."""
    backend, ask, hashes = chain()
    encoded = raw(ask.rpc("debug_getRawBlock", "0x1"))
    header, transactions, ommers, withdrawals = rlp.decode_list(encoded, "block")
    assert decode_header(rlp.encode(header)).hash == backend.ledger.head.header.hash
    assert (ommers, withdrawals) == ([], [])
    bodies = [item if isinstance(item, bytes) else rlp.encode(item) for item in transactions]
    assert [hex_of(keccak256(body)) for body in bodies] == hashes
    assert [isinstance(item, bytes) for item in transactions] == [True, False]
    assert len(encoded) == compute_block_size_bytes(backend.ledger.head)
    assert encoded == encode_ethereum_block(backend.ledger.head)


def test_receipts_make_the_receipts_root() -> None:
    """The receipts in their order are what the header commits to."""
    backend, ask, _ = chain()
    receipts = [raw(item) for item in ask.rpc("debug_getRawReceipts", "0x1")]
    assert ordered_root(receipts) == backend.ledger.head.header.receipts_root
    assert ask.rpc("debug_getRawReceipts", "0x0") == []


def test_transactions_are_found_final_or_waiting() -> None:
    """The signed bytes of both; nothing for one that is not known."""
    backend, ask, hashes = chain()
    waiting = hex_of(backend.send(1, STRANGER, value_wei=1))
    for sent in (*hashes, waiting):
        assert hex_of(keccak256(raw(ask.rpc("debug_getRawTransaction", sent)))) == sent
    assert ask.rpc("debug_getRawTransaction", "0x" + "01" * 32) == "0x"


def test_blocks_that_are_not_there_are_errors() -> None:
    """-32000 in geth's words, by number and by hash."""
    _, ask, _ = chain()
    assert ask.error("debug_getRawHeader", "0x63") == (-32000, "header #99 not found")
    assert ask.error("debug_getRawBlock", "0x63") == (-32000, "block #99 not found")
    missing = "0x" + "01" * 32
    assert ask.error("debug_getRawReceipts", missing) == (-32000, f"block {missing} not found")


def test_headers_survive_the_round() -> None:
    """What is shown decodes to the header that it was made of."""
    backend, ask, _ = chain()
    header = backend.ledger.head.header
    assert encode_header(decode_header(raw(ask.rpc("debug_getRawHeader", "0x1")))) == (
        encode_header(header)
    )
