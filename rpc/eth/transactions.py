"""eth_: transactions: sent, looked up by hash or place, and what became of them."""

import asyncio
from contextlib import suppress
from typing import Annotated, Any, Final

from chain.types.block import CommittedBlock
from chain.types.primitives import Hash32
from rpc.backend import Backend
from rpc.calls import CallRequest
from rpc.errors import RpcError
from rpc.eth.fees import COUNT_SCHEMA, parse_block_count
from rpc.eth.filling import Filler
from rpc.eth.sending import Sender
from rpc.lookup import BlockNumber, Lookup
from rpc.methods import Reading, method
from rpc.news import News
from rpc.records import show_mined, show_receipt, show_transaction
from rpc.shapes import Data, data
from rpc.soon import Soon, settled, then

SEND_WAIT_MS: Final = 20_000  # 20 s, geth's rpc.txsync.defaulttimeout
SEND_WAIT_MS_MAX: Final = 25_000  # 25 s, below the time that one answer may take
NOT_PROCESSED: Final = 4  # EIP-7966's code of a transaction that still waits
WaitMs = Annotated[
    int, Reading(parse_block_count, {"title": "milliseconds to wait", **COUNT_SCHEMA})
]


class NotProcessed(RpcError):
    """The transaction is in the pool, and no block took it in time; `data` is its hash."""

    code = NOT_PROCESSED

    def __init__(self, sent: Hash32, wait_ms: int) -> None:
        super().__init__(
            "The transaction was added to the transaction pool but wasn't processed in "
            f"{wait_ms / 1_000:g}s",
            data(sent),
        )


class EthTransactions:
    """Methods about single transactions; null where there is no such transaction."""

    def __init__(
        self, backend: Backend, lookup: Lookup, news: News, filler: Filler, sender: Sender
    ) -> None:
        self._backend, self._lookup, self._news = backend, lookup, news
        self._filler, self._sender = filler, sender

    @method("eth_sendRawTransaction")
    def send_raw_transaction(self, transaction: bytes) -> Soon[Data]:
        """Put a signed transaction into the pool; returns its hash."""
        return then(self._sender.send(transaction), data)

    @method("eth_sendRawTransactionSync")
    async def send_raw_transaction_sync(
        self, transaction: bytes, timeout_ms: WaitMs = SEND_WAIT_MS
    ) -> dict[str, Any]:
        """Send a signed transaction and answer with its receipt (EIP-7966)."""
        wait_ms = min(timeout_ms or SEND_WAIT_MS, SEND_WAIT_MS_MAX)
        sent = await settled(self._sender.send(transaction))
        await self._wait_for_block(sent, wait_ms)
        receipt = self.get_transaction_receipt(sent)
        if receipt is None:
            raise NotProcessed(sent, wait_ms)
        return receipt

    @method("eth_fillTransaction")
    async def fill_transaction(self, transaction: CallRequest) -> dict[str, Any]:
        """The transaction with nonce, gas and prices filled in, to be signed elsewhere."""
        filled = await self._filler.fill(transaction)
        return {
            "raw": data(filled.raw),
            "tx": show_transaction(filled, transaction.message.sender),
        }

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

    async def _wait_for_block(self, sent: Hash32, wait_ms: int) -> None:
        """Wait until the transaction is final, but not for ever."""
        with suppress(TimeoutError):
            async with asyncio.timeout(wait_ms / 1_000):
                while self._backend.chain.locate(sent) is None:
                    await self._news.next_block()

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
