"""
The event loop is shared with consensus: requests take it for a short slice, then everybody else.

    request --enter--> runs at once while the slice lasts, else waits for a later turn of the loop
             <-note--- how long it took

A turn of the loop runs whatever is ready. Without a bound that is as much as clients have sent, and
a vote that has come meanwhile waits for all of it; with one it waits for a slice.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from time import perf_counter
from typing import Final, TypeVar

T = TypeVar("T")

SLICE_S: Final = 0.005  # seconds of one turn of the loop that requests may take
WOKEN_MAX: Final = 4  # requests that waited and run in one turn


class Turns:
    """The slice of one event loop, shared by all requests of a server; first come, first served."""

    def __init__(self, slice_s: float = SLICE_S) -> None:
        self._slice_s = slice_s
        self._spent_s = 0.0  # of this turn's slice
        self._is_renewing = False
        self._waiting: deque[asyncio.Future[None]] = deque()

    async def enter(self) -> None:
        """Wait for room in the slice; returns at once where there is some."""
        if self._spent_s < self._slice_s and not self._waiting:
            return
        turn = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        self._renew_soon()
        await turn

    def run(self, work: Callable[[], T]) -> T:
        """Run work now and take its time from the slice."""
        begun_s = perf_counter()
        try:
            return work()
        finally:
            self._spent_s += perf_counter() - begun_s
            self._renew_soon()

    def _renew_soon(self) -> None:
        """Begin a new slice in the loop's next turn."""
        if not self._is_renewing:
            self._is_renewing = True
            asyncio.get_running_loop().call_soon(self._renew)

    def _renew(self) -> None:
        self._spent_s, self._is_renewing = 0.0, False
        woken = 0
        while self._waiting and woken < WOKEN_MAX:
            turn = self._waiting.popleft()
            if not turn.done():  # who has left needs no turn
                turn.set_result(None)
                woken += 1
        if self._waiting:
            self._renew_soon()
