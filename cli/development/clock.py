"""
A clock that can be moved, and what the next block's time is.

    machine's time + offset --> now --max(parent + 1 ms)--> next block, unless its time was set
"""

from typing import Final

from chain.params import TIMESTAMP_MAX_S
from chain.types.primitives import Milliseconds, Seconds
from consensus.host.clock import Clock, SystemClock

CLOCK_S_MAX: Final = Seconds(TIMESTAMP_MAX_S // 1_000 - 1)  # its milliseconds fit 64 bits


class DevelopmentClock:
    """The machine's clock and an offset; a time set for the next block moves the offset, too."""

    def __init__(self, machine: Clock | None = None) -> None:
        self._machine = machine or SystemClock()
        self._offset_ms = 0
        self._next_ms: Milliseconds | None = None

    def now_ms(self) -> Milliseconds:
        """Unix time in ms, offset included."""
        return Milliseconds(self._machine.now_ms() + self._offset_ms)

    async def sleep_ms(self, span_ms: Milliseconds) -> None:
        """Return after a span of the machine's ms: moving the clock wakes nobody."""
        await self._machine.sleep_ms(span_ms)

    @property
    def machine_ms(self) -> Milliseconds:
        """The machine's own time, in ms."""
        return self._machine.now_ms()

    @property
    def offset_s(self) -> int:
        """How far this clock is ahead of the machine's, in whole seconds."""
        return self._offset_ms // 1_000

    @property
    def set_ms(self) -> Milliseconds | None:
        """The time that was set for the next block."""
        return self._next_ms

    def advance(self, span_s: int) -> None:
        """Move on by some seconds."""
        self._offset_ms += span_s * 1_000

    def move_to(self, now_ms: int) -> None:
        """Show this time from now on; a time set for the next block is forgotten."""
        self._offset_ms = now_ms - self._machine.now_ms()
        self._next_ms = None

    def set_next(self, time_ms: int | None) -> None:
        """Set the time of the next block, or leave it to the clock again."""
        self._next_ms = None if time_ms is None else Milliseconds(time_ms)

    def next_block_ms(self, parent_ms: Milliseconds) -> Milliseconds:
        """Return the time that the next block takes: always after its parent's."""
        wanted = self.now_ms() if self._next_ms is None else self._next_ms
        return Milliseconds(max(wanted, parent_ms + 1))

    def took(self, time_ms: Milliseconds) -> None:
        """Hear that a block was made: the clock goes on from a time that was set for it."""
        if self._next_ms is not None:
            self.move_to(time_ms)
