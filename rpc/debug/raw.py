"""debug_: headers, blocks, receipts and transactions in the encodings that Ethereum hashes."""

from chain.codec import encode_header, encode_receipt, rlp
from chain.types.block import CommittedBlock
from chain.types.primitives import Hash32
from chain.types.transaction import TransactionType
from rpc.backend import Backend
from rpc.errors import CallFailed
from rpc.lookup import BlockId, Lookup
from rpc.methods import method
from rpc.past import encode_rest
from rpc.shapes import Data, data
from rpc.work import LongWork


class DebugRaw:
    """Methods debug_getRaw*."""

    def __init__(self, backend: Backend, lookup: Lookup, work: LongWork) -> None:
        self._backend, self._lookup, self._work = backend, lookup, work

    @method("debug_getRawHeader")
    def get_raw_header(self, block: BlockId) -> Data:
        """A header in RLP; its keccak is the block's hash."""
        return data(encode_header(self._block(block, "header").header))

    @method("debug_getRawBlock")
    async def get_raw_block(self, block: BlockId) -> Data:
        """A block in RLP: header, transactions, no uncles, no withdrawals."""
        return await self._work.run(
            lambda: data(encode_ethereum_block(self._block(block, "block")))
        )

    @method("debug_getRawReceipts")
    async def get_raw_receipts(self, block: BlockId) -> list[Data]:
        """A block's receipts, each as the receipts root commits to it."""

        def encode() -> list[Data]:
            found = self._block(block, "block")
            return [data(encode_receipt(receipt)) for receipt in found.receipts]

        return await self._work.run(encode)

    @method("debug_getRawTransaction")
    def get_raw_transaction(self, transaction_hash: Hash32) -> Data:
        """The signed bytes of a transaction, final or waiting; none where it is not known."""
        waiting = self._backend.pool.get(transaction_hash)
        if waiting is not None:
            return data(waiting.transaction.raw)
        place = self._backend.chain.locate(transaction_hash)
        block = None if place is None else self._backend.chain.block(place[0])
        if place is None or block is None:
            return data(b"")
        return data(block.block.transactions[place[1]].raw)

    def _block(self, wanted: BlockId, what: str) -> CommittedBlock:
        found = self._lookup.block(wanted)
        if found is not None:
            return found
        if wanted.hash is not None:
            raise CallFailed(f"{what} 0x{wanted.hash.hex()} not found")
        assert wanted.number is not None
        raise CallFailed(f"{what} #{self._lookup.height(wanted.number)} not found")


def encode_ethereum_block(block: CommittedBlock) -> bytes:
    """Return a block as Ethereum's nodes send it: typed transactions are strings in the list."""
    transactions = [
        rlp.decode(item.raw) if item.type is TransactionType.LEGACY else item.raw
        for item in block.block.transactions
    ]
    return rlp.encode(
        [rlp.decode(encode_header(block.header)), transactions, *encode_rest(block.block)]
    )
