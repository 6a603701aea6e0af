"""When blocks come, and in which order a chain is changed."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from chain.errors import Invalid, NonceTooLow
from chain.types.primitives import Seconds, Wei
from chain.vm.call import AccountOverride
from cli.development import engine as engine_file
from cli.development.engine import DevelopmentEngine, TooManyImpersonated
from cli.development.keys import KnownKeys
from rpc.development.backend import Development, TimeRefused
from tests.cli.development.chain import START_MS, PlayChain
from tests.rpc.stage import ACCOUNTS, CHAIN_ID, KEYS, STRANGER

Scene = Callable[[PlayChain, DevelopmentEngine], Awaitable[None]]
BEAT_MS = 20


def on_chain(
    *, automine: bool = True, interval_ms: int = 0
) -> Callable[[Scene], Callable[[], None]]:
    """Give an async test a chain with a running engine."""

    def wrap(scene: Scene) -> Callable[[], None]:
        async def play() -> None:
            chain, arrived = PlayChain(), asyncio.Event()
            loop = asyncio.get_running_loop()
            chain.pool.on_pending = lambda checked: loop.call_soon_threadsafe(arrived.set) and None
            with ThreadPoolExecutor(1) as thread:
                found = DevelopmentEngine(
                    chain.maker, thread, arrived, automine=automine, interval_ms=interval_ms
                )
                running = asyncio.create_task(found.run())
                await asyncio.sleep(0)
                await scene(chain, found)
                running.cancel()
                await asyncio.gather(running, return_exceptions=True)

        def run() -> None:
            asyncio.run(play())

        run.__doc__, run.__name__ = scene.__doc__, scene.__name__
        return run

    return wrap


async def until(condition: Callable[[], bool]) -> None:
    """Wait for something that happens by itself."""
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.005)


@on_chain()
async def test_the_block_is_there_when_a_send_returns(
    chain: PlayChain, engine: DevelopmentEngine
) -> None:
    """One block for each, in order, without a wait; a refusal makes none."""
    for value in (1, 2):
        sent = await engine.submit(chain.raw(0, STRANGER, value_wei=value))
        assert chain.app.ledger.locate(sent) is not None
    assert (2, 3) == (chain.height, chain.balance(STRANGER))
    with pytest.raises(NonceTooLow):
        await engine.submit(chain.raw(0, STRANGER, nonce=0))
    await engine.submit_as(chain.unsigned(ACCOUNTS[2], STRANGER, value_wei=4))
    assert (3, 7) == (chain.height, chain.balance(STRANGER))


@on_chain()
async def test_senders_that_do_not_wait_share_a_block(
    chain: PlayChain, engine: DevelopmentEngine
) -> None:
    """All are answered with their block there; one refused, or gone, holds up none."""
    raws = [chain.raw(key, STRANGER, value_wei=1) for key in (0, 1, 2)]
    sends = [asyncio.ensure_future(engine.submit(raw)) for raw in (*raws, raws[0])]
    await asyncio.sleep(0)
    sends[1].cancel()
    sent = await asyncio.gather(*sends, return_exceptions=True)
    assert chain.app.ledger.locate(sent[0]) is not None
    assert chain.app.ledger.locate(sent[2]) is not None
    assert isinstance(sent[3], Invalid)
    assert 2 <= chain.balance(STRANGER) <= 3
    assert chain.height <= 2


@on_chain()
async def test_what_comes_another_way_is_mined_too(
    chain: PlayChain, engine: DevelopmentEngine
) -> None:
    """A transaction by gRPC or from the pool's own side gets its block soon."""
    chain.pool.submit(chain.raw(0, STRANGER))
    await until(lambda: chain.height == 1)


@on_chain()
async def test_without_automine_all_wait_for_one_block(
    chain: PlayChain, engine: DevelopmentEngine
) -> None:
    """And with it again, what has waited is mined at once."""
    engine.set_automine(False)
    for key in (0, 1, 2):
        await engine.submit(chain.raw(key, STRANGER))
    assert (0, False) == (chain.height, engine.automine)
    assert 1 == await engine.mine(1)
    assert 3 == len(chain.app.ledger.head.block.transactions)
    await engine.submit(chain.raw(0, STRANGER))
    engine.set_automine(True)
    await until(lambda: chain.height == 2)


@on_chain(interval_ms=BEAT_MS)
async def test_a_heartbeat_ends_with_the_first_method_that_pins_blocks(
    chain: PlayChain, engine: DevelopmentEngine
) -> None:
    """Blocks come by themselves until somebody steers; sends are mined before and after."""
    await until(lambda: chain.height >= 2)
    await engine.snapshot()
    height = chain.height
    await asyncio.sleep(5 * BEAT_MS / 1_000)
    assert (height, 0) == (chain.height, engine.interval_ms)
    await engine.submit(chain.raw(0, STRANGER))
    assert height + 1 == chain.height


@on_chain()
async def test_an_interval_is_the_only_pace(chain: PlayChain, engine: DevelopmentEngine) -> None:
    """A send answers before its block; 0 stops the clockwork."""
    engine.set_interval(BEAT_MS)
    sent = await engine.submit(chain.raw(0, STRANGER))
    await until(lambda: chain.app.ledger.locate(sent) is not None)
    engine.set_interval(0)
    await asyncio.sleep(2 * BEAT_MS / 1_000)
    height = chain.height
    await asyncio.sleep(5 * BEAT_MS / 1_000)
    assert (height, False) == (chain.height, engine.automine)


@on_chain()
async def test_times_that_are_set(chain: PlayChain, engine: DevelopmentEngine) -> None:
    """The next block's to the second, the clock's, and none that is not after the head's."""
    start_s = START_MS // 1_000
    await engine.set_next_time(Seconds(start_s + 900))
    await engine.mine(1)
    assert start_s + 900 == chain.app.ledger.head.header.timestamp_s
    for refused in (start_s + 900, start_s):
        with pytest.raises(TimeRefused, match="previous block's timestamp"):
            await engine.set_next_time(Seconds(refused))
        with pytest.raises(TimeRefused):
            await engine.mine(1, time_s=refused)
    assert 100 == await engine.set_time(Seconds(start_s + 1_000))
    assert 1_060 == await engine.increase_time(60)
    await engine.mine(2, None, 10, start_s + 2_000)
    assert start_s + 2_010 == chain.app.ledger.head.header.timestamp_s


@on_chain()
async def test_edits_fees_and_coinbase_hold_in_the_next_block(
    chain: PlayChain, engine: DevelopmentEngine
) -> None:
    """Each shows at once where it can be read, and in the block that is made then."""
    await engine.edit(STRANGER, AccountOverride(balance_wei=Wei(77)))
    await engine.set_base_fee(Wei(5_000))
    await engine.set_coinbase(STRANGER)
    assert (77, 5_000) == (chain.balance(STRANGER), chain.app.next_base_fee_wei())
    await engine.mine(1)
    header = chain.app.ledger.head.header
    assert (77, 5_000, STRANGER) == (
        chain.balance(STRANGER),
        header.base_fee_per_gas_wei,
        header.coinbase,
    )


@on_chain()
async def test_moments_and_the_pool(chain: PlayChain, engine: DevelopmentEngine) -> None:
    """Going back, dropping one, dropping all, and from the beginning."""
    number = await engine.snapshot()
    await engine.submit(chain.raw(0, STRANGER, value_wei=1))
    assert await engine.revert(number) and not await engine.revert(number)
    assert 0 == chain.height
    engine.set_automine(False)
    hashes = [await engine.submit(chain.raw(key, STRANGER)) for key in (0, 1, 2)]
    assert await engine.drop(hashes[0]) and not await engine.drop(hashes[0])
    await engine.drop_all()
    assert 0 == len(chain.pool)
    engine.impersonate(STRANGER)
    await engine.mine(3)
    await engine.reset()
    assert (0, False) == (chain.height, engine.is_impersonated(STRANGER))


@on_chain()
async def test_who_may_be_sent_from(chain: PlayChain, engine: DevelopmentEngine) -> None:
    """Accounts with known keys, then impersonated ones, in a bounded list."""
    seen: Development = engine  # it is what the server asks for
    assert tuple(ACCOUNTS[:3]) == seen.accounts()
    engine.impersonate(STRANGER)
    assert ((*ACCOUNTS[:3], STRANGER), True) == (
        engine.accounts(),
        engine.is_impersonated(STRANGER),
    )
    engine.stop_impersonating(STRANGER)
    engine.impersonate_all(True)
    assert engine.is_impersonated(STRANGER) and engine.sign(STRANGER, b"\x01" * 32) is None  # type: ignore[arg-type]
    engine.impersonate_all(False)
    assert not engine.is_impersonated(STRANGER)
    for index in range(engine_file.IMPERSONATED_MAX):
        engine.impersonate(index.to_bytes(20, "big"))  # type: ignore[arg-type]
    with pytest.raises(TooManyImpersonated, match="at most 10000"):
        engine.impersonate(STRANGER)


@on_chain(interval_ms=BEAT_MS)
async def test_a_chain_without_its_votes_stands_still(
    chain: PlayChain, engine: DevelopmentEngine
) -> None:
    """No block is faked where too much stake votes elsewhere, and the node lives on."""
    chain.maker.keys = KnownKeys(KEYS[:3], KEYS[:3], CHAIN_ID)
    await asyncio.sleep(3 * BEAT_MS / 1_000)
    height = chain.height
    await asyncio.sleep(3 * BEAT_MS / 1_000)
    assert height == chain.height
    chain.maker.keys = chain.keys
    await until(lambda: chain.height > height)
