"""
Blocks at rest: header, transactions, receipts and certificate of each height, as encoded bytes.

    hash of a block -> height          hash of a transaction -> (height, index in the block)
"""

from collections.abc import Sequence

from chain.errors import StoreCorrupt
from chain.store import schema
from chain.store.kv import KeyValueView, Write, prefix_range
from chain.types.primitives import Hash32, Height


class BlockStore:
    """Reads blocks from a view of the database, and says what to write for a new one."""

    def __init__(self, view: KeyValueView) -> None:
        self._view = view

    def writes(
        self,
        height: Height,
        block_hash: Hash32,
        header_rlp: bytes,
        body_rlp: bytes,
        receipts_rlp: bytes,
        tx_hashes: Sequence[Hash32],
    ) -> list[Write]:
        """Return the writes of a decided block; its certificate is written beside them."""
        writes: list[Write] = [
            (schema.header_key(height), header_rlp),
            (schema.body_key(height), body_rlp),
            (schema.receipts_key(height), receipts_rlp),
            (schema.block_hash_key(block_hash), schema.encode_height(height)),
        ]
        for index, tx_hash in enumerate(tx_hashes):
            place = schema.encode_height(height) + index.to_bytes(schema.INDEX_BYTES, "big")
            writes.append((schema.transaction_hash_key(tx_hash), place))
        return writes

    def erasure(
        self, height: Height, block_hash: Hash32, tx_hashes: Sequence[Hash32]
    ) -> list[Write]:
        """Return the writes that remove a block whole, as a rollback needs them."""
        keys = [
            schema.header_key(height),
            schema.body_key(height),
            schema.receipts_key(height),
            schema.certificate_key(height),
            schema.block_hash_key(block_hash),
            *map(schema.transaction_hash_key, tx_hashes),
        ]
        return [(key, None) for key in keys]

    def header(self, height: Height) -> bytes | None:
        """Return the encoded header of a block, None where there is no such block."""
        return self._view.get(schema.header_key(height))

    def body(self, height: Height) -> bytes | None:
        """Return the encoded transactions of a block, None where there is no such block."""
        return self._view.get(schema.body_key(height))

    def receipts(self, height: Height) -> bytes | None:
        """Return the encoded receipts of a block, None where there is no such block."""
        return self._view.get(schema.receipts_key(height))

    def certificate(self, height: Height) -> bytes | None:
        """Return the encoded certificate that decided a block, None where there is none."""
        return self._view.get(schema.certificate_key(height))

    def oldest_certified(self) -> Height | None:
        """Return the lowest height with a certificate, None where there is none."""
        for key, _ in self._view.iterate(*prefix_range(schema.CERTIFICATE)):
            return schema.decode_height(key[len(schema.CERTIFICATE) :])
        return None

    def height_of(self, block_hash: Hash32) -> Height | None:
        """Return the height of the block with this hash, None where it is unknown."""
        encoded = self._view.get(schema.block_hash_key(block_hash))
        return None if encoded is None else schema.decode_height(encoded)

    def place_of(self, tx_hash: Hash32) -> tuple[Height, int] | None:
        """Return (height, index in the block) of a transaction, None where it is unknown."""
        encoded = self._view.get(schema.transaction_hash_key(tx_hash))
        if encoded is None:
            return None
        if len(encoded) != schema.HEIGHT_BYTES + schema.INDEX_BYTES:
            raise StoreCorrupt(f"place of transaction {tx_hash.hex()} has {len(encoded)} bytes")
        height = schema.decode_height(encoded[: schema.HEIGHT_BYTES])
        return height, int.from_bytes(encoded[schema.HEIGHT_BYTES :], "big")
