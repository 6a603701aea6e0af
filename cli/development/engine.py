"""
When blocks are made on a development chain, and the order of everything that changes it.

    a transaction comes --automine--> its block, before the sender is answered
    interval, heartbeat ------------> a block at that pace
    evm_, anvil_, hardhat_ ---------> BlockMaker, Snapshots, EditBook: one at a time, on one thread

A chain that nobody steers has a heartbeat, so that what waits for time or blocks moves on. The
first method that pins blocks or time ends it: from then on no block comes uncalled for.
"""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Final, TypeVar

from chain.app import block_time_ms
from chain.errors import Invalid
from chain.types.primitives import Address, Hash32, Height, Seconds, Wei
from chain.types.transaction import CheckedTransaction
from chain.vm.call import AccountOverride
from cli.development.keys import NoQuorum
from cli.development.maker import BlockMaker
from cli.development.snapshots import Snapshots
from rpc.development.backend import TimeRefused

T = TypeVar("T")
IMPERSONATED_MAX: Final = 10_000  # accounts that anybody may send from
log = logging.getLogger("kumiai.development")


class TooManyImpersonated(Invalid):
    """More accounts than are kept."""


class _Round:
    """Blocks of what waits, made once; `has_begun` tells whether one may still come in."""

    def __init__(self, mine: Callable[[], None], thread: Executor) -> None:
        self._mine, self.has_begun = mine, False
        self.done = asyncio.get_running_loop().run_in_executor(thread, self._work)

    def _work(self) -> None:
        self.has_begun = True
        self._mine()


class DevelopmentEngine:
    """Runs a development chain; fulfils rpc.development.backend.Development."""

    def __init__(
        self,
        maker: BlockMaker,
        thread: Executor,
        arrived: asyncio.Event,
        *,
        automine: bool,
        interval_ms: int,
    ) -> None:
        self._maker, self._thread, self._arrived = maker, thread, arrived
        self._snapshots = Snapshots(maker)
        self._automine, self._interval_ms = automine, interval_ms
        self._heartbeat = automine and interval_ms > 0
        self._changed = asyncio.Event()  # the pace is another one now
        self._round: _Round | None = None  # the newest that senders wait for
        self._impersonated: dict[Address, None] = {}
        self._all_impersonated = False

    async def run(self) -> None:
        """Make blocks as they are due until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._mine_arrivals())
            tasks.create_task(self._mine_regularly())

    # Blocks.

    async def submit(self, raw: bytes) -> Hash32:
        """Admit a signed transaction; with automine, its block is there on return."""
        sent = await self._run(lambda: self._maker.app.pool.submit(raw))
        await self._mine_together()
        return sent

    async def submit_as(self, checked: CheckedTransaction) -> None:
        """Admit a transaction whose sender is taken for granted, like `submit`."""
        await self._run(lambda: self._maker.app.pool.add(checked))
        await self._mine_together()

    async def mine(
        self,
        blocks: int,
        first_s: int | None = None,
        interval_s: int | None = None,
        time_s: int | None = None,
    ) -> Height:
        """Make blocks and return the newest height; raises NoQuorum, TimeRefused."""
        if interval_s is not None or time_s is not None:
            self._end_heartbeat()

        def work() -> Height:
            if time_s is not None:
                self._set_next(time_s)
            self._maker.make_many(blocks, first_s, interval_s)
            return self._maker.app.ledger.head.header.height

        return await self._run(work)

    async def drop(self, transaction_hash: Hash32) -> bool:
        """Take a transaction out of the pool; False where it does not wait."""
        pool = self._maker.app.pool

        def work() -> bool:
            was_there = pool.get(transaction_hash) is not None
            pool.drop(transaction_hash)
            return was_there

        return await self._run(work)

    async def drop_all(self) -> None:
        """Empty the pool."""
        pool = self._maker.app.pool

        def work() -> None:
            for part in pool.content():
                for line in part.values():
                    for checked in line:
                        pool.drop(checked.transaction.hash)

        await self._run(work)

    @property
    def automine(self) -> bool:
        """Whether a transaction is mined as it comes."""
        return self._automine

    def set_automine(self, enabled: bool) -> None:
        """Mine each transaction as it comes, or none; either way no block comes by itself."""
        self._automine = enabled
        self._set_pace(0)

    @property
    def interval_ms(self) -> int:
        """Milliseconds between blocks that come by themselves; 0: none do."""
        return self._interval_ms

    def set_interval(self, interval_ms: int) -> None:
        """Make a block at this pace and no other; 0: make none but by request."""
        self._automine = False
        self._set_pace(interval_ms)

    # Time.

    async def increase_time(self, span_s: int) -> int:
        """Move the clock on and return how far it is ahead of the machine's, in seconds."""

        def work() -> int:
            self._maker.clock.advance(span_s)
            return self._maker.clock.offset_s

        return await self._run(work)

    async def set_time(self, time_s: Seconds) -> int:
        """Set the clock and return by how many seconds it moved; raises TimeRefused."""

        def work() -> int:
            self._check_time(time_s)
            before_ms = self._maker.clock.now_ms()
            self._maker.clock.move_to(time_s * 1_000)
            return (time_s * 1_000 - before_ms) // 1_000

        return await self._run(work)

    async def set_next_time(self, time_s: Seconds) -> None:
        """Set the next block's time; raises TimeRefused."""
        self._end_heartbeat()
        await self._run(lambda: self._set_next(time_s))

    # State.

    async def edit(self, address: Address, edit: AccountOverride) -> None:
        """Write an account's values by hand, upon the newest block."""
        app = self._maker.app

        def work() -> None:
            app.edits.add(app.ledger.head.header.height, address, edit)
            app.follow_edits()

        await self._run(work)

    async def set_base_fee(self, base_fee_wei: Wei) -> None:
        """Set the base fee of the next block."""
        self._end_heartbeat()
        app = self._maker.app

        def work() -> None:
            app.set_base_fee_wei = base_fee_wei
            app.follow_edits()

        await self._run(work)

    async def set_coinbase(self, address: Address) -> None:
        """Set who gets the tips of the blocks to come."""

        def work() -> None:
            self._maker.coinbase = address

        await self._run(work)

    async def snapshot(self) -> int:
        """Remember this moment and return its number."""
        self._end_heartbeat()
        return await self._run(self._snapshots.take)

    async def revert(self, number: int) -> bool:
        """Go back to a moment; False where it is not known (any more)."""
        self._end_heartbeat()
        return await self._run(lambda: self._snapshots.revert(number))

    async def reset(self) -> None:
        """Go back to the genesis block."""
        self._end_heartbeat()
        await self._run(self._snapshots.reset)
        self._impersonated.clear()
        self._all_impersonated = False

    # Accounts.

    def accounts(self) -> tuple[Address, ...]:
        """Return the accounts that anybody may send from: unlocked, then impersonated."""
        unlocked = self._maker.keys.unlocked
        return unlocked + tuple(a for a in self._impersonated if a not in unlocked)

    def sign(self, address: Address, digest: Hash32) -> tuple[int, int, int] | None:
        """Return (y_parity, r, s) by an unlocked account's key, None where there is none."""
        return self._maker.keys.sign(address, digest)

    def impersonate(self, address: Address) -> None:
        """Let anybody send from an account; raises TooManyImpersonated."""
        if len(self._impersonated) >= IMPERSONATED_MAX:
            raise TooManyImpersonated(f"at most {IMPERSONATED_MAX} accounts can be impersonated")
        self._impersonated[address] = None

    def stop_impersonating(self, address: Address) -> None:
        """End that."""
        self._impersonated.pop(address, None)

    def impersonate_all(self, enabled: bool) -> None:
        """Let anybody send from any account, or end that."""
        self._all_impersonated = enabled

    def is_impersonated(self, address: Address) -> bool:
        """Whether anybody may send from an account that has no key here."""
        return self._all_impersonated or address in self._impersonated

    # Inside.

    async def _mine_together(self) -> None:
        """
        Wait for a block of all that was admitted before now.

        Who comes while the thread is busy shares one: senders that do not wait for one another
        pay for a block together, and who waits for each answer gets a block for each.
        """
        if self._round is None or self._round.has_begun:
            self._round = _Round(self._mine_waiting, self._thread)
        await asyncio.shield(self._round.done)

    def _mine_waiting(self) -> None:
        if self._automine:
            self._maker.make_waiting()

    def _set_next(self, time_s: int) -> None:
        self._check_time(time_s)
        self._maker.clock.set_next(time_s * 1_000)

    def _check_time(self, time_s: int) -> None:
        head_ms = block_time_ms(self._maker.app.ledger.head)
        if time_s * 1_000 <= head_ms:
            how = "lower than" if time_s < head_ms // 1_000 else "not after"
            raise TimeRefused(f"Timestamp error: {time_s} is {how} previous block's timestamp")

    def _end_heartbeat(self) -> None:
        if self._heartbeat:
            self._set_pace(0)

    def _set_pace(self, interval_ms: int) -> None:
        self._heartbeat, self._interval_ms = False, interval_ms
        self._changed.set()
        self._arrived.set()

    async def _mine_arrivals(self) -> None:
        """Mine what came another way than by `submit`."""
        while True:
            await self._arrived.wait()
            self._arrived.clear()
            await self._make(self._mine_waiting)

    async def _mine_regularly(self) -> None:
        loop = asyncio.get_running_loop()
        due_s = loop.time() - self._interval_ms / 1_000  # the first block comes at once
        while True:
            self._changed.clear()
            if not self._interval_ms:
                await self._changed.wait()
                due_s = loop.time()
                continue
            head = self._maker.app.ledger.head.header.height
            due_s = max(due_s + self._interval_ms / 1_000, loop.time())  # what was late stays so
            try:
                async with asyncio.timeout_at(due_s):
                    await self._changed.wait()
            except TimeoutError:
                if self._maker.app.ledger.head.header.height == head or not self._heartbeat:
                    await self._make(lambda: self._maker.make_many(1))

    async def _make(self, work: Callable[[], None]) -> None:
        """Make what is due; a chain whose votes are elsewhere stands still, and says so."""
        try:
            await self._run(work)
        except NoQuorum as cause:
            log.warning("no block: %s", cause)

    async def _run(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)
