"""The only place where consensus meets time."""

import asyncio
import time
from typing import Protocol

from chain.types.primitives import Milliseconds


class Clock(Protocol):
    """Wall time and waiting."""

    def now_ms(self) -> Milliseconds:
        """Unix time in ms."""

    async def sleep_ms(self, span_ms: Milliseconds) -> None:
        """Return after a span of ms."""


class SystemClock:
    """The machine's clock."""

    def now_ms(self) -> Milliseconds:
        """Unix time in ms."""
        return Milliseconds(time.time_ns() // 1_000_000)

    async def sleep_ms(self, span_ms: Milliseconds) -> None:
        """Return after a span of ms."""
        await asyncio.sleep(span_ms / 1_000)


class ManualClock:
    """A clock for tests that stands still until it is moved."""

    def __init__(self, now_ms: int = 1_700_000_000_000) -> None:
        self._now_ms = now_ms
        self._sleepers: list[tuple[int, int, asyncio.Future[None]]] = []
        self._count = 0

    def now_ms(self) -> Milliseconds:
        """Time that was set, in ms."""
        return Milliseconds(self._now_ms)

    async def sleep_ms(self, span_ms: Milliseconds) -> None:
        """Return once the clock has been moved over the span."""
        if span_ms <= 0:
            return await asyncio.sleep(0)
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._count += 1
        self._sleepers.append((self._now_ms + span_ms, self._count, woken))
        await woken

    async def advance_ms(self, span_ms: int) -> None:
        """Move on and wake every sleeper that is due, earliest first."""
        target_ms = self._now_ms + span_ms
        while due := sorted(s for s in self._sleepers if s[0] <= target_ms):
            at_ms, _, woken = due[0]
            self._sleepers.remove(due[0])
            self._now_ms = max(self._now_ms, at_ms)
            if not woken.done():
                woken.set_result(None)
            await asyncio.sleep(0)
        self._now_ms = target_ms
        await asyncio.sleep(0)
