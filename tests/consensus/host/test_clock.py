"""The manual clock wakes sleepers when it is moved, in order."""

import asyncio
import time

from chain.types.primitives import Milliseconds
from consensus.host.clock import ManualClock, SystemClock


def test_manual_clock_wakes_in_order_of_time() -> None:
    """Two waits asked for together both end, the shorter first (cometbft#3092)."""

    async def story() -> list[str]:
        clock, woken = ManualClock(0), list[str]()

        async def sleep(name: str, span_ms: int) -> None:
            await clock.sleep_ms(Milliseconds(span_ms))
            woken.append(f"{name}@{clock.now_ms()}")

        tasks = [asyncio.ensure_future(sleep(n, s)) for n, s in (("b", 20), ("a", 10), ("c", 90))]
        await asyncio.sleep(0)
        await clock.advance_ms(50)
        tasks[2].cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return woken

    assert asyncio.run(story()) == ["a@10", "b@20"]


def test_system_clock_tells_unix_time() -> None:
    """Milliseconds since 1970, and sleeping takes at least its span."""
    clock = SystemClock()
    before_ms = clock.now_ms()
    assert abs(before_ms - time.time() * 1_000) < 1_000
    asyncio.run(clock.sleep_ms(Milliseconds(5)))
    assert before_ms + 4 <= clock.now_ms()
