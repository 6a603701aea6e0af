"""eth_: transactions: sent, looked up by hash or place, and what became of them."""

import asyncio
import logging
from typing import Any

from chain.types.block import CommittedBlock
from chain.types.primitives import Hash32
from rpc.backend import Backend
from rpc.lookup import BlockNumber, Lookup
from rpc.methods import method
from rpc.news import News
from rpc.records import show_mined, show_receipt, show_transaction
from rpc.shapes import Data, data

logger = logging.getLogger(__name__)


class EthTransactions:
    """Methods about single transactions; null where there is no such transaction."""

    def __init__(
        self, backend: Backend, lookup: Lookup, news: News, send_waits_s: float = 0.0
    ) -> None:
        self._backend, self._lookup = backend, lookup
        self._news, self._send_waits_s = news, send_waits_s

    @method("eth_sendRawTransaction")
    async def send_raw_transaction(self, transaction: bytes) -> Data:
        """Put a signed transaction into the pool; returns its hash."""
        sent = self._backend.pool.submit(transaction)
        if self._send_waits_s:
            await self._wait_for_block(sent)
        return data(sent)

    @method("eth_getTransactionByHash")
    def get_transaction_by_hash(self, transaction_hash: Hash32) -> dict[str, Any] | None:
        """A transaction, final or waiting."""
        waiting = self._backend.pool.get(transaction_hash)
        # The pool first: a transaction leaves it only after its block can be found.
        found = self._find(transaction_hash)
        if found is not None:
            return show_mined(*found)
        return None if waiting is None else show_transaction(waiting.transaction, waiting.sender)

    @method("eth_getTransactionReceipt")
    def get_transaction_receipt(self, transaction_hash: Hash32) -> dict[str, Any] | None:
        """What a final transaction left behind; null while it waits."""
        found = self._find(transaction_hash)
        return None if found is None else show_receipt(*found)

    @method("eth_getTransactionByBlockNumberAndIndex")
    def get_transaction_by_block_number_and_index(
        self, block: BlockNumber, index: int
    ) -> dict[str, Any] | None:
        """The transaction at a place in a block."""
        return _show_at(self._lookup.block(block), index)

    @method("eth_getTransactionByBlockHashAndIndex")
    def get_transaction_by_block_hash_and_index(
        self, block_hash: Hash32, index: int
    ) -> dict[str, Any] | None:
        """The transaction at a place in a block."""
        return _show_at(self._lookup.block_by_hash(block_hash), index)

    @method("eth_getRawTransactionByHash")
    def get_raw_transaction_by_hash(self, transaction_hash: Hash32) -> Data | None:
        """The signed bytes of a transaction, final or waiting."""
        waiting = self._backend.pool.get(transaction_hash)
        if waiting is not None:
            return data(waiting.transaction.raw)
        found = self._find(transaction_hash)
        return None if found is None else _raw_at(*found)

    @method("eth_getRawTransactionByBlockNumberAndIndex")
    def get_raw_transaction_by_block_number_and_index(
        self, block: BlockNumber, index: int
    ) -> Data | None:
        """The signed bytes of the transaction at a place in a block."""
        return _raw_at(self._lookup.block(block), index)

    @method("eth_getRawTransactionByBlockHashAndIndex")
    def get_raw_transaction_by_block_hash_and_index(
        self, block_hash: Hash32, index: int
    ) -> Data | None:
        """The signed bytes of the transaction at a place in a block."""
        return _raw_at(self._lookup.block_by_hash(block_hash), index)

    async def _wait_for_block(self, sent: Hash32) -> None:
        """Wait for a transaction that can be executed; one behind a gap is not waited for."""
        waiting = self._backend.pool.get(sent)
        if waiting is None:
            return
        if waiting.transaction.nonce >= self._backend.pool.next_nonce(waiting.sender):
            return
        try:
            async with asyncio.timeout(self._send_waits_s):
                while self._backend.chain.locate(sent) is None:
                    await self._news.next_block()
        except TimeoutError:
            logger.info("0x%s is not in a block after %g s", sent.hex(), self._send_waits_s)

    def _find(self, transaction_hash: Hash32) -> tuple[CommittedBlock, int] | None:
        place = self._backend.chain.locate(transaction_hash)
        if place is None:
            return None
        block = self._backend.chain.block(place[0])
        return None if block is None else (block, place[1])


def _show_at(block: CommittedBlock | None, index: int) -> dict[str, Any] | None:
    if block is None or index >= len(block.block.transactions):
        return None
    return show_mined(block, index)


def _raw_at(block: CommittedBlock | None, index: int) -> Data | None:
    if block is None or index >= len(block.block.transactions):
        return None
    return data(block.block.transactions[index].raw)
