"""
An event loop without a machine: time jumps to the next timer, and nothing comes from outside.

    call_later -> heap -> (nothing ready) -> now = earliest timer -> callbacks, in fixed order

Ready callbacks run in the order they were asked for, timers by time and then by that order, so
equal programs make equal runs.
"""

import asyncio
import heapq
from collections import deque
from collections.abc import Callable
from contextvars import Context
from typing import Any

from chain.types.primitives import Milliseconds

EPOCH_MS = 1_700_000_000_000  # Unix time at which every simulation begins
TURNS_MAX = 20_000_000  # in one run; more means that something runs in circles


class Deadlock(Exception):
    """Nothing is ready and no timer is set: the program waits for itself."""


class _NoSelector:
    """Stands where a loop has its selector: there are no sockets to wait for."""

    def close(self) -> None:
        """Nothing to close."""


class SimLoop(asyncio.BaseEventLoop):
    """An asyncio loop on virtual time, in seconds from zero."""

    _ready: deque[asyncio.Handle]

    def __init__(self) -> None:
        super().__init__()
        self._now_s = 0.0
        self._turns, self._timers = 0, 0
        self._queue: list[tuple[float, int, asyncio.TimerHandle]] = []
        self._selector = _NoSelector()

    def time(self) -> float:
        """Virtual seconds since the start."""
        return self._now_s

    def now_ms(self) -> int:
        """Virtual ms since the start."""
        return round(self._now_s * 1_000)

    def call_at(
        self,
        when: float,
        callback: Callable[..., Any],
        *args: Any,
        context: Context | None = None,
    ) -> asyncio.TimerHandle:
        """Set a timer, as any loop; those of one moment keep their order."""
        timer = asyncio.TimerHandle(when, callback, args, self, context)
        self._timers += 1
        heapq.heappush(self._queue, (when, self._timers, timer))
        return timer

    def _run_once(self) -> None:
        """Run what is ready; when nothing is, jump to the next timer first."""
        ready, queue = self._ready, self._queue
        self._turns += 1
        if self._turns > TURNS_MAX:
            raise Deadlock(f"no end after {TURNS_MAX} turns of the loop")
        if not ready:
            while queue and queue[0][2].cancelled():
                heapq.heappop(queue)
            if not queue:
                raise Deadlock("nothing is ready and no timer is set")
            self._now_s = max(self._now_s, queue[0][0])
        while queue and queue[0][0] <= self._now_s:
            ready.append(heapq.heappop(queue)[2])
        for _ in range(len(ready)):
            handle = ready.popleft()
            if not handle.cancelled():
                handle._run()

    def run_in_executor(  # type: ignore[override]
        self, executor: Any, func: Callable[..., Any], *args: Any
    ) -> "asyncio.Future[Any]":
        """Do the work at once: threads would bring luck into it."""
        done = self.create_future()
        try:
            done.set_result(func(*args))
        except Exception as error:  # noqa: BLE001 - given back to who asked, as executors do
            done.set_exception(error)
        return done

    def _write_to_self(self) -> None:
        """Threads do not exist here, so none has to be woken."""


class SimClock:
    """consensus.host.clock.Clock on virtual time; `skew_ms` is how wrong this node's clock is."""

    def __init__(self, loop: SimLoop, skew_ms: int = 0) -> None:
        self._loop, self._skew_ms = loop, skew_ms

    def now_ms(self) -> Milliseconds:
        """Unix time in ms, as this node believes."""
        return Milliseconds(EPOCH_MS + self._loop.now_ms() + self._skew_ms)

    def true_ms(self) -> int:
        """Virtual ms since the start, for traces."""
        return self._loop.now_ms()

    async def sleep_ms(self, span_ms: Milliseconds) -> None:
        """Return after a span of ms; skew does not change its length."""
        await asyncio.sleep(span_ms / 1_000)
