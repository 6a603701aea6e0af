"""
ots_: an account's transactions page by page, and how a contract came to be.

    address + cursor --appearance index--> places --> transactions and receipts, newest first

A page ends with a block, so that the next one begins with another: it may be longer than asked.
"""

from collections.abc import Iterator
from typing import Any, Final

from chain.store.appearances import Place
from chain.types.block import CommittedBlock
from chain.types.primitives import Address, Hash32, Height
from chain.types.state import StateReader
from chain.vm.frames import Frame
from chain.vm.message import is_delegation
from chain.vm.world import Watch
from rpc.backend import Backend
from rpc.config import RpcLimits
from rpc.lookup import LATEST_ID, Lookup
from rpc.methods import method
from rpc.ots.blocks import check_page, without_logs
from rpc.ots.numbers import Block, Number
from rpc.records import show_mined, show_receipt
from rpc.shapes import Data, data
from rpc.tracers.calls import lasting
from rpc.tracers.tracer import Budget, FrameTracer, Run
from rpc.tracers.traces import Traces
from rpc.work import LongWork

APPEARANCES_SEARCHED: Final = 100  # oldest ones among which a contract's creation is looked for
Record = dict[str, Any]


class _CreationTracer(FrameTracer):
    """Finds the frame that made a contract."""

    def __init__(self, budget: Budget, contract: Address) -> None:
        super().__init__(budget)
        self._contract = contract

    def result(self, run: Run) -> Frame | None:
        """Return the frame, None where the transaction did not make it."""
        made = (
            frame
            for frame in lasting(run.traced.root)
            if frame.is_creation and frame.to == self._contract
        )
        return next(made, None)


class OtsSearch:
    """Methods that look for transactions."""

    def __init__(
        self, backend: Backend, limits: RpcLimits, lookup: Lookup, work: LongWork, traces: Traces
    ) -> None:
        self._chain, self._limits, self._lookup = backend.chain, limits, lookup
        self._work, self._traces = work, traces

    @method("ots_hasCode")
    async def has_code(self, address: Address, block: Block = LATEST_ID) -> bool:
        """Whether an account is a contract."""
        reader = self._lookup.state(block)
        return await self._work.run(lambda: bool(_code_of(reader, address)))

    @method("ots_searchTransactionsBefore")
    async def search_transactions_before(
        self, address: Address, block_number: Number, page_size: Number
    ) -> Record:
        """A page of an account's transactions below a block; 0 stands for the newest page."""
        check_page(page_size, self._limits)

        def search() -> Record:
            end = block_number or self._chain.head.header.height + 1
            places = self._chain.appearances.before(address, end)
            page, has_more = _take_page(places, page_size)
            return self._show_page(page, is_first=block_number == 0, is_last=not has_more)

        return await self._work.run(search)

    @method("ots_searchTransactionsAfter")
    async def search_transactions_after(
        self, address: Address, block_number: Number, page_size: Number
    ) -> Record:
        """A page of an account's transactions above a block; 0 stands for the oldest page."""
        check_page(page_size, self._limits)

        def search() -> Record:
            places = self._chain.appearances.after(address, block_number)
            page, has_more = _take_page(places, page_size)
            page.reverse()
            return self._show_page(page, is_first=not has_more, is_last=block_number == 0)

        return await self._work.run(search)

    @method("ots_getTransactionBySenderAndNonce")
    async def get_transaction_by_sender_and_nonce(
        self, sender: Address, nonce: Number
    ) -> Data | None:
        """The hash of a sender's transaction with a nonce; null where there is none."""

        def find() -> Data | None:
            place = self._chain.appearances.place_of_nonce(sender, nonce)
            if place is None:
                return None
            return data(self._block(place[0]).block.transactions[place[1]].hash)

        return await self._work.run(find)

    @method("ots_getContractCreator")
    async def get_contract_creator(self, address: Address) -> Record | None:
        """Who made a contract, in which transaction; null where that is not known."""
        found: Record | None = await self._traces.run(
            lambda watch: self._find_creator(address, watch)
        )
        return found

    # Inside; all on a worker thread.

    def _block(self, height: int) -> CommittedBlock:
        block = self._chain.block(height)
        assert block is not None, height
        return block

    def _show_page(self, page: list[Place], *, is_first: bool, is_last: bool) -> Record:
        transactions, receipts = [], []
        for height, index in page:
            block = self._block(height)
            transactions.append(show_mined(block, index))
            receipt = without_logs(show_receipt(block, index))
            receipts.append(receipt | {"timestamp": block.header.timestamp_s})
        return {
            "txs": transactions,
            "receipts": receipts,
            "firstPage": is_first,
            "lastPage": is_last,
        }

    def _find_creator(self, address: Address, watch: Watch) -> Record | None:
        head = self._chain.head.header.height
        code = _code_of(self._chain.state(head), address)
        if not code or is_delegation(code):
            return None
        direct = self._find_direct(address, watch)
        if direct is not None:
            return direct
        oldest = self._chain.oldest_state_height
        if _code_of(self._chain.state(oldest), address):
            return None  # of genesis, or made where the states are not kept any more
        return self._find_inside(address, self._first_with_code(address, oldest, head), watch)

    def _find_direct(self, address: Address, watch: Watch) -> Record | None:
        """Return the transaction whose own the contract is, if it is among the oldest."""
        places = self._chain.appearances.after(address, 0)
        for _, (height, index) in zip(range(APPEARANCES_SEARCHED), places, strict=False):
            watch(0)
            block = self._block(height)
            if block.receipts[index].contract_address == address:
                return _show_creation(block.block.transactions[index].hash, block.senders[index])
        return None

    def _first_with_code(self, address: Address, without: int, having: int) -> int:
        """Return the height at which the code came, by halving the distance."""
        while without + 1 < having:
            middle = (without + having) // 2
            if _code_of(self._chain.state(middle), address):
                having = middle
            else:
                without = middle
        return having

    def _find_inside(self, address: Address, height: int, watch: Watch) -> Record | None:
        """Return the transaction of a block that made the contract on its way."""
        block = self._block(height)
        found = self._traces.replay(
            block, lambda budget, place: _CreationTracer(budget, address), watch
        )
        for index, frame in found:
            if frame is not None:
                return _show_creation(block.block.transactions[index].hash, frame.sender)
        return None


def _take_page(places: Iterator[Place], size: int) -> tuple[list[Place], bool]:
    """Return whole blocks of at least `size` places, and whether there are more."""
    page: list[Place] = []
    last: Height | None = None
    for height, index in places:
        if len(page) >= size and height != last:
            return page, True
        page.append((height, index))
        last = height
    return page, False


def _code_of(reader: StateReader, address: Address) -> bytes:
    account = reader.account(address)
    return b"" if account is None else reader.code(account.code_hash)


def _show_creation(transaction_hash: Hash32, creator: Address) -> Record:
    return {"hash": data(transaction_hash), "creator": data(creator)}
