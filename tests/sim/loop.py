"""
An event loop without a machine: time jumps to the next timer, and nothing comes from outside.

    call_later -> heap -> (nothing ready) -> now = earliest timer -> callbacks, in fixed order

Ready callbacks run in the order they were asked for, timers by time and then by that order, so
equal programs make equal runs.
"""

import asyncio
import heapq
from collections.abc import Callable
from contextvars import Context
from typing import Any

from chain.types.primitives import Milliseconds

EPOCH_MS = 1_700_000_000_000  # Unix time at which every simulation begins
CALLBACKS_MAX = 5_000_000  # in one run; more means that something runs in circles


class Deadlock(Exception):
    """Nothing is ready and no timer is set: the program waits for itself."""


class _Timers:
    """Stands where a loop has its selector: waiting for sockets becomes a jump in time."""

    def __init__(self, loop: "SimLoop") -> None:
        self._loop = loop

    def select(self, timeout: float | None) -> list[Any]:
        """Jump to the next timer, when nothing is ready before it."""
        self._loop.turns += 1
        if self._loop.turns > CALLBACKS_MAX:
            raise Deadlock(f"no end after {CALLBACKS_MAX} turns of the loop")
        if timeout is None:
            raise Deadlock("nothing is ready and no timer is set")
        if timeout > 0:
            self._loop.jump()
        return []

    def close(self) -> None:
        """Nothing to close."""


class _Timer(asyncio.TimerHandle):
    """A timer that knows its place among those of the same moment."""

    place = 0

    def __lt__(self, other: object) -> bool:
        assert isinstance(other, _Timer)
        return (self._when, self.place) < (other._when, other.place)


class SimLoop(asyncio.BaseEventLoop):
    """An asyncio loop on virtual time, in seconds from zero."""

    _scheduled: list[asyncio.TimerHandle]

    def __init__(self) -> None:
        super().__init__()
        self._now_s = 0.0
        self.turns, self._timers = 0, 0
        self._selector = _Timers(self)
        self._clock_resolution = 1e-9
        self.slow_callback_duration = float("inf")

    def time(self) -> float:
        """Virtual seconds since the start."""
        return self._now_s

    def call_at(
        self,
        when: float,
        callback: Callable[..., Any],
        *args: Any,
        context: Context | None = None,
    ) -> asyncio.TimerHandle:
        """Set a timer, as any loop; those of one moment keep their order."""
        timer = _Timer(when, callback, args, self, context)
        self._timers += 1
        timer.place = self._timers
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

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

    def jump(self) -> None:
        """Move to the earliest timer."""
        self._now_s = max(self._now_s, self._scheduled[0].when())

    def now_ms(self) -> int:
        """Virtual ms since the start."""
        return round(self._now_s * 1_000)

    def _process_events(self, event_list: list[Any]) -> None:
        assert not event_list, "events come from timers only"

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
