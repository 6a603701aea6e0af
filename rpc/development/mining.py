"""evm_, anvil_: blocks when somebody asks for them, time that is moved, moments to go back to."""

from typing import Any, Final

from chain.types.primitives import Hash32, Seconds
from rpc.backend import Backend
from rpc.development.backend import Development
from rpc.development.parameters import MineRequest, Number
from rpc.errors import InvalidParams
from rpc.methods import method
from rpc.news import News
from rpc.shapes import Data, Quantity, data, quantity

BLOCKS_MAX: Final = 100_000  # blocks that one call makes
BLOCKS_AT_ONCE: Final = 256  # blocks after which others have their turn
SPAN_S_MAX: Final = 2**40  # seconds that one call moves the clock
INTERVAL_S_MAX: Final = 86_400  # one day between blocks that come by themselves
TIME_S_MAX: Final = 2**53  # seconds of a time that is set: its milliseconds fit 64 bits
MINED: Final = "0x0"  # what evm_mine has always answered


class Mining:
    """Methods about blocks and time; each is answered once all listeners know what it did."""

    def __init__(self, development: Development, backend: Backend, news: News) -> None:
        self._development, self._backend, self._news = development, backend, news

    @method("evm_mine")
    async def evm_mine(self, request: MineRequest = MineRequest()) -> str:  # noqa: B008 - frozen
        """Make a block now, at a time if one is given, or some blocks; answers "0x0"."""
        await self._mine(request.blocks, None, request.time_s)
        return MINED

    @method("anvil_mine")
    async def mine(self, blocks: Number = 1, interval: Number | None = None) -> None:
        """Make blocks; each comes an interval of seconds after the one before."""
        await self._mine(blocks, interval, None, first_s=interval)

    @method("hardhat_mine")
    async def hardhat_mine(self, blocks: Number = 1, interval: Number | None = None) -> bool:
        """Make blocks, the first now; each other an interval of seconds after the one before."""
        await self._mine(blocks, interval, None)
        return True

    async def _mine(
        self, blocks: int, interval_s: int | None, time_s: int | None, first_s: int | None = None
    ) -> None:
        if blocks > BLOCKS_MAX:
            raise InvalidParams(f"at most {BLOCKS_MAX} blocks at once, found {blocks}")
        if interval_s is not None and interval_s > SPAN_S_MAX:
            raise InvalidParams(f"an interval of at most {SPAN_S_MAX} s, found {interval_s}")
        _check_time(time_s)
        for done in range(0, blocks, BLOCKS_AT_ONCE):
            part = min(BLOCKS_AT_ONCE, blocks - done)
            height = await self._development.mine(part, first_s, interval_s, time_s)
            await self._news.reach(height)
            first_s, time_s = interval_s, None

    @method("evm_setAutomine")
    def set_automine(self, enabled: bool) -> None:
        """Mine each transaction as it comes, or let all wait for evm_mine."""
        self._development.set_automine(enabled)

    @method("anvil_getAutomine")
    def get_automine(self) -> bool:
        """Whether each transaction is mined as it comes."""
        return self._development.automine

    @method("evm_setIntervalMining")
    def set_interval_mining(self, interval: Number) -> None:
        """Make a block every so many seconds and at no other time; 0: on request only."""
        if interval > INTERVAL_S_MAX:
            raise InvalidParams(f"at most {INTERVAL_S_MAX} s between blocks, found {interval}")
        self._development.set_interval(interval * 1_000)

    @method("anvil_getIntervalMining")
    def get_interval_mining(self) -> int | None:
        """Seconds between blocks that come by themselves; null where none do."""
        return self._development.interval_ms // 1_000 or None

    @method("anvil_dropTransaction")
    async def drop_transaction(self, transaction_hash: Hash32) -> Data | None:
        """Take a transaction out of the pool; null where it does not wait."""
        return data(transaction_hash) if await self.drop(transaction_hash) else None

    @method("hardhat_dropTransaction")
    async def drop(self, transaction_hash: Hash32) -> bool:
        """Take a transaction out of the pool; false where it does not wait."""
        return await self._development.drop(transaction_hash)

    @method("anvil_dropAllTransactions")
    async def drop_all_transactions(self) -> None:
        """Empty the pool."""
        await self._development.drop_all()

    # Time.

    @method("evm_increaseTime")
    async def increase_time(self, span: Number) -> int:
        """Move the clock on; answers the seconds it is ahead of the machine's."""
        if span > SPAN_S_MAX:
            raise InvalidParams(f"at most {SPAN_S_MAX} s at once, found {span}")
        return await self._development.increase_time(span)

    @method("evm_setTime")
    async def set_time(self, time: Number) -> int:
        """Set the clock; answers the seconds it moved."""
        _check_time(time)
        return await self._development.set_time(Seconds(time))

    @method("evm_setNextBlockTimestamp")
    async def set_next_block_timestamp(self, time: Number) -> None:
        """Set the next block's time, and go on from there."""
        _check_time(time)
        await self._development.set_next_time(Seconds(time))

    # Moments.

    @method("evm_snapshot")
    async def snapshot(self) -> Quantity:
        """Remember state, blocks, pool and clock; answers the id to go back to."""
        return quantity(await self._development.snapshot())

    @method("evm_revert")
    async def revert(self, snapshot: Number) -> bool:
        """Go back to a snapshot, which is gone then, as all later ones are; false: no such."""
        await self._settle()
        is_known = await self._development.revert(snapshot)
        self._rewind()
        return is_known

    @method("anvil_reset")
    async def reset(self, forking: Any = None) -> None:
        """Go back to the genesis block."""
        if isinstance(forking, dict) and forking.get("forking") is not None:
            raise InvalidParams("forking is not supported: the chain begins at its own genesis")
        await self._settle()
        await self._development.reset()
        self._rewind()

    async def _settle(self) -> None:
        """Let everybody hear of the blocks that may be gone in a moment."""
        await self._news.reach(self._backend.chain.head.header.height)

    def _rewind(self) -> None:
        self._news.rewind(self._backend.chain.head.header.height)


def _check_time(time_s: int | None) -> None:
    if time_s is not None and time_s > TIME_S_MAX:
        raise InvalidParams(f"a time of at most {TIME_S_MAX} s expected, found {time_s}")
