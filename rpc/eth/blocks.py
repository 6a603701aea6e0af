"""eth_: blocks by number and by hash."""

from typing import Any

import orjson

from chain.types.block import CommittedBlock
from chain.types.primitives import Address, Hash32
from chain.types.transaction import Transaction
from rpc.backend import Backend
from rpc.config import RpcLimits
from rpc.eth.encoded_blocks import EncodedBlocks
from rpc.lookup import BlockId, BlockNumber, Lookup
from rpc.methods import method
from rpc.records import show_pending_block, show_receipts
from rpc.shapes import Quantity, quantity


class EthBlocks:
    """Methods about whole blocks; null where there is no such block."""

    def __init__(self, backend: Backend, limits: RpcLimits, lookup: Lookup) -> None:
        self._backend, self._limits, self._lookup = backend, limits, lookup
        self._encoded = EncodedBlocks()

    @method("eth_getBlockByNumber")
    def get_block_by_number(
        self, block: BlockNumber, with_transactions: bool = False
    ) -> orjson.Fragment | None:
        """A block by number or tag, with its transactions' hashes or with them whole."""
        if block.is_pending:
            return orjson.Fragment(orjson.dumps(self._pending(with_transactions)))
        found = self._lookup.block(block)
        return None if found is None else self._encoded.show(found, with_transactions)

    @method("eth_getBlockByHash")
    def get_block_by_hash(
        self, block_hash: Hash32, with_transactions: bool = False
    ) -> orjson.Fragment | None:
        """A block by hash, with its transactions' hashes or with them whole."""
        found = self._lookup.block_by_hash(block_hash)
        return None if found is None else self._encoded.show(found, with_transactions)

    @method("eth_getBlockReceipts")
    def get_block_receipts(self, block: BlockId) -> list[dict[str, Any]] | None:
        """The receipts of a block, in order."""
        found = None if block.is_pending else self._lookup.block(block)
        return None if found is None else show_receipts(found)

    @method("eth_getBlockTransactionCountByNumber")
    def get_block_transaction_count_by_number(self, block: BlockNumber) -> Quantity | None:
        """How many transactions a block holds; "pending" counts those that wait."""
        if block.is_pending:
            return quantity(len(self._waiting()))
        return _count(self._lookup.block(block))

    @method("eth_getBlockTransactionCountByHash")
    def get_block_transaction_count_by_hash(self, block_hash: Hash32) -> Quantity | None:
        """How many transactions a block holds."""
        return _count(self._lookup.block_by_hash(block_hash))

    @method("eth_getUncleCountByBlockNumber")
    def get_uncle_count_by_block_number(self, block: BlockNumber) -> Quantity | None:
        """Zero for every block there is: final chains have no uncles."""
        return None if self._lookup.block(block) is None else quantity(0)

    @method("eth_getUncleCountByBlockHash")
    def get_uncle_count_by_block_hash(self, block_hash: Hash32) -> Quantity | None:
        """Zero for every block there is: final chains have no uncles."""
        return None if self._lookup.block_by_hash(block_hash) is None else quantity(0)

    @method("eth_getUncleByBlockNumberAndIndex")
    def get_uncle_by_block_number_and_index(self, block: BlockNumber, index: int) -> None:
        """Null: final chains have no uncles."""

    @method("eth_getUncleByBlockHashAndIndex")
    def get_uncle_by_block_hash_and_index(self, block_hash: Hash32, index: int) -> None:
        """Null: final chains have no uncles."""

    def _pending(self, with_transactions: bool) -> dict[str, Any]:
        head = self._backend.chain.head.header
        environment = self._backend.chain.environment(head.height + 1)
        return show_pending_block(environment, head, self._waiting(), with_transactions)

    def _waiting(self) -> list[tuple[Transaction, Address]]:
        """Return the transactions that could be in the next block, up to the limit of a list."""
        pending, _ = self._backend.pool.content()
        waiting = [
            (checked.transaction, checked.sender) for line in pending.values() for checked in line
        ]
        return waiting[: self._limits.pool_listing_max]


def _count(block: CommittedBlock | None) -> Quantity | None:
    return None if block is None else quantity(len(block.block.transactions))
