"""ots_, erigon_: blocks as an explorer shows them, without what it would throw away."""

from typing import Any, Final

from chain.types.block import CommittedBlock
from chain.types.primitives import Hash32
from rpc.config import RpcLimits
from rpc.errors import InvalidParams
from rpc.lookup import Lookup
from rpc.methods import method
from rpc.ots.numbers import Block, Number
from rpc.records import show_block, show_header, show_mined, show_receipt
from rpc.shapes import quantity
from rpc.work import LongWork

API_LEVEL: Final = 8  # of the ots namespace
SELECTOR_LETTERS: Final = 10  # "0x" and four bytes of call data: what a list of calls needs
Record = dict[str, Any]


class OtsBlocks:
    """Methods about blocks."""

    def __init__(self, limits: RpcLimits, lookup: Lookup, work: LongWork) -> None:
        self._limits, self._lookup, self._work = limits, lookup, work

    @method("ots_getApiLevel")
    def get_api_level(self) -> int:
        """The level of Otterscan's interface that this node speaks, as a JSON number."""
        return API_LEVEL

    @method("erigon_getHeaderByNumber")
    def get_header_by_number(self, block: Block) -> Record | None:
        """A header by number or tag; null where there is no such block."""
        found = self._lookup.block(block)
        return None if found is None else show_header(found.header)

    @method("erigon_getHeaderByHash")
    def get_header_by_hash(self, block_hash: Hash32) -> Record | None:
        """A header by hash; null where there is no such block."""
        found = self._lookup.block_by_hash(block_hash)
        return None if found is None else show_header(found.header)

    @method("ots_getBlockDetails")
    async def get_block_details(self, block: Block) -> Record | None:
        """A block without its transactions, how many it has, and what they paid."""
        return await self._work.run(lambda: _show_details(self._lookup.block(block)))

    @method("ots_getBlockDetailsByHash")
    async def get_block_details_by_hash(self, block_hash: Hash32) -> Record | None:
        """A block without its transactions, how many it has, and what they paid."""
        return await self._work.run(lambda: _show_details(self._lookup.block_by_hash(block_hash)))

    @method("ots_getBlockTransactions")
    async def get_block_transactions(
        self, block: Block, page_number: Number, page_size: Number
    ) -> Record | None:
        """A page of a block's transactions and their receipts; the last ones are on page 0."""
        check_page(page_size, self._limits)

        def show() -> Record | None:
            found = self._lookup.block(block)
            return None if found is None else _show_page(found, page_number, page_size)

        return await self._work.run(show)


def check_page(size: int, limits: RpcLimits) -> None:
    """Refuse pages that are empty or larger than this node gives; raises InvalidParams."""
    if not 0 < size <= limits.search_page_max:
        raise InvalidParams(f"page size from 1 to {limits.search_page_max} expected, found {size}")


def without_logs(receipt: Record) -> Record:
    """Return a receipt without logs and bloom, which lists of transactions do not show."""
    return receipt | {"logs": None, "logsBloom": None}


def _show_details(block: CommittedBlock | None) -> Record | None:
    if block is None:
        return None
    shown = _show_frame(block)
    del shown["transactions"]
    fees_wei = sum(item.gas_used * item.effective_gas_price_wei for item in block.receipts)
    nothing = quantity(0)  # what a block issues is no matter of its proposer alone
    return {
        "block": shown,
        "issuance": {"blockReward": nothing, "uncleReward": nothing, "issuance": nothing},
        "totalFees": quantity(fees_wei),
    }


def _show_frame(block: CommittedBlock) -> Record:
    return show_block(block, with_transactions=False) | {
        "logsBloom": None,
        "transactionCount": len(block.block.transactions),
    }


def _show_page(block: CommittedBlock, number: int, size: int) -> Record:
    end = max(len(block.block.transactions) - number * size, 0)
    page = range(max(end - size, 0), end)
    transactions = [_show_short(block, index) for index in page]
    return {
        "fullblock": _show_frame(block) | {"transactions": transactions},
        "receipts": [without_logs(show_receipt(block, index)) for index in page],
    }


def _show_short(block: CommittedBlock, index: int) -> Record:
    shown = show_mined(block, index)
    return shown | {"input": shown["input"][:SELECTOR_LETTERS]}
