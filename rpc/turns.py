"""
The event loop is shared with consensus: requests take it for a short slice, then everybody else.

    request --enter--> runs at once while the slice lasts, else waits for a later turn of the loop

A turn of the loop runs whatever is ready. Without a bound that is as much as clients have sent, and
a vote that has come meanwhile waits for all of it; with one it waits for a slice.
"""

import asyncio
from collections import deque
from time import perf_counter
from typing import Final

SLICE_S: Final = 0.005  # seconds of one turn of the loop that requests may take
WOKEN_MAX: Final = 4  # requests that waited and run in one turn


class Turns:
    """The slice of one event loop, shared by all requests of a server; first come, first served."""

    def __init__(self, slice_s: float = SLICE_S) -> None:
        self._slice_s = slice_s
        self._begun_s = 0.0  # when the first request of this turn of the loop came
        self._is_under_way = False
        self._waiting: deque[asyncio.Future[None]] = deque()

    def has_room(self) -> bool:
        """Whether a request may run at once."""
        self._begin()
        return not self._waiting and perf_counter() - self._begun_s < self._slice_s

    async def enter(self) -> None:
        """Wait for room in the slice; returns at once where there is some."""
        if self.has_room():
            return
        turn = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        await turn

    def _begin(self) -> None:
        """Begin a slice, which ends with this turn of the loop."""
        if not self._is_under_way:
            self._is_under_way, self._begun_s = True, perf_counter()
            asyncio.get_running_loop().call_soon(self._end)

    def _end(self) -> None:
        """The next turn: let a few in that have waited."""
        self._is_under_way = False
        woken = 0
        while self._waiting and woken < WOKEN_MAX:
            turn = self._waiting.popleft()
            if not turn.done():  # who has left needs no turn
                turn.set_result(None)
                woken += 1
        if self._waiting:
            self._begin()
