"""Blocks come back from the database by height, by hash, by transaction."""

import pytest

from chain.errors import StoreCorrupt
from chain.store import schema
from chain.store.blocks import BlockStore
from chain.store.memory import MemoryStore

HASH = b"\x01" * 32
TX_HASHES = [b"\x02" * 32, b"\x03" * 32]


def stored_block():
    """Return a database with one block at height 7, and its BlockStore."""
    store = MemoryStore()
    blocks = BlockStore(store)
    writes = blocks.writes(7, HASH, b"header", b"body", b"receipts", TX_HASHES)
    store.write([*writes, (schema.certificate_key(7), b"certificate")], sync=True)
    return store, blocks


def test_a_block_is_found_by_height_by_hash_and_by_transaction():
    """Each part of a block comes back, and each hash leads to it."""
    _, blocks = stored_block()
    parts = (blocks.header(7), blocks.body(7), blocks.receipts(7), blocks.certificate(7))
    assert parts == (b"header", b"body", b"receipts", b"certificate")
    assert blocks.height_of(HASH) == 7
    assert [blocks.place_of(tx_hash) for tx_hash in TX_HASHES] == [(7, 0), (7, 1)]


def test_what_is_not_there_is_none():
    """Unknown heights and hashes are None, and so is the certificate of genesis."""
    store, blocks = stored_block()
    store.write(blocks.writes(0, b"\x09" * 32, b"h", b"b", b"r", []), sync=True)
    assert blocks.certificate(0) is None
    assert (blocks.header(8), blocks.height_of(b"\x08" * 32)) == (None, None)
    assert blocks.place_of(b"\x08" * 32) is None


def test_an_erased_block_leaves_no_key():
    """Erasing a block removes every key that storing it wrote."""
    store, blocks = stored_block()
    store.write(blocks.erasure(7, HASH, TX_HASHES), sync=True)
    assert list(store.iterate(b"\x00", b"\xff")) == []


def test_a_damaged_place_is_called_corrupt():
    """A transaction's place of the wrong length is StoreCorrupt."""
    store, blocks = stored_block()
    store.write([(schema.transaction_hash_key(TX_HASHES[0]), b"\x00" * 11)], sync=True)
    with pytest.raises(StoreCorrupt):
        blocks.place_of(TX_HASHES[0])


def test_the_oldest_certified_height_is_found():
    """Genesis has no certificate, so the first block above it is the oldest that can be proven."""
    store, blocks = stored_block()
    store.write(blocks.writes(0, b"\x09" * 32, b"h", b"b", b"r", []), sync=True)
    assert 7 == blocks.oldest_certified()
    assert BlockStore(MemoryStore()).oldest_certified() is None
