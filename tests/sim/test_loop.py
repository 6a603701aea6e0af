"""Virtual time: jumps instead of waiting, in one fixed order, and notices a deadlock."""

import asyncio
import time

import pytest

from chain.types.primitives import Milliseconds
from tests.sim.loop import EPOCH_MS, Deadlock, SimClock, SimLoop


def test_hours_pass_in_no_time() -> None:
    """Sleeping moves virtual time by exactly its span, and real time not at all."""
    loop, started_s = SimLoop(), time.monotonic()
    loop.run_until_complete(asyncio.sleep(36_000))
    assert 36_000_000 == loop.now_ms()
    assert time.monotonic() - started_s < 5
    loop.close()


def test_order_is_by_time_then_by_asking() -> None:
    """Callbacks due at one moment run in the order they were asked for."""
    loop, seen = SimLoop(), list[int]()
    for number, delay in enumerate((0.2, 0.1, 0.2, 0.1)):
        loop.call_later(delay, seen.append, number)
    loop.run_until_complete(asyncio.sleep(1))
    assert [1, 3, 0, 2] == seen
    loop.close()


def test_a_wait_that_nobody_ends_is_a_deadlock() -> None:
    """With nothing ready and no timer set, the program waits for itself and is told so."""
    loop = SimLoop()
    with pytest.raises(Deadlock):
        loop.run_until_complete(loop.create_future())


def test_skewed_clocks_differ_and_still_sleep_alike() -> None:
    """Skew moves what a clock says, not how long it waits."""
    loop = SimLoop()
    early, late = SimClock(loop, -100), SimClock(loop, 250)
    assert (EPOCH_MS - 100, EPOCH_MS + 250) == (early.now_ms(), late.now_ms())
    loop.run_until_complete(late.sleep_ms(Milliseconds(40)))
    assert EPOCH_MS - 60 == early.now_ms()
    loop.close()
