"""
Deadlines that the chain itself keeps: what is due is handled at the beginning of a block.

A queue counts in block heights or in seconds of block time. Due entries are handed to the module's
`on_timer` in order, at most TIMERS_PER_BLOCK_MAX a block; the rest stay queued behind a cursor, so
that no block is made slow and nothing is skipped. Ticks without entries cost nothing: a bitmap of
256-bit words in four levels names the next one.

    slot + 0  cursor: the first tick that may still hold entries
    slot + 1  cursor inside that tick
    slot + 2  mapping(uint256 tick => uint256[] entries)      entry = kind << 248 | key
    slot + 3  mapping(uint256 level << 248 | index => uint256 bits)
"""

from collections.abc import Iterator
from enum import IntEnum
from typing import overload

from chain.kit.abi import UINT256
from chain.kit.collections import BoundList
from chain.kit.storage import Cell, Held, Words, entry_of

TIMERS_PER_BLOCK_MAX = 100  # entries of one queue handled in one block
KEY_END = 1 << 248  # keys share a word with an 8-bit kind
LEVELS = 4  # of 256 each: 2**32 ticks, seconds until the year 2106
TICK_END = 256**LEVELS


class Clock(IntEnum):
    """What a queue counts in."""

    HEIGHT = 0
    SECONDS = 1


class BoundTimers:
    """A queue in one module instance."""

    __slots__ = ("_now", "_slot", "_words")

    def __init__(self, words: Words, slot: int, now: int) -> None:
        self._words, self._slot, self._now = words, slot, now

    def set(self, tick: int, kind: int, key: int) -> None:
        """
        Ask for `on_timer(kind, key)` in the first block at or after `tick`.

        A tick that has passed already counts as the next one, so nothing falls behind the cursor.
        """
        if not 0 <= key < KEY_END or not 0 <= kind < 256:
            raise OverflowError(f"kind below 256 and key below 2**248 expected: {kind}, {key}")
        tick = min(max(tick, self._now + 1), TICK_END - 1)
        self._entries(tick).append(kind << 248 | key)
        self._mark(tick)

    def due(self) -> Iterator[tuple[int, int]]:
        """
        Yield (kind, key) of what is due, oldest first, and move the cursor past each.

        The cursor moves before the entry is handed out, so an entry whose handling fails is not
        handed out again.
        """
        for _ in range(TIMERS_PER_BLOCK_MAX):
            tick = self._next_tick(self._words[self._slot])
            if tick is None or tick > self._now:
                return
            entry = self._take(tick)
            yield entry >> 248, entry % KEY_END

    def pending(self) -> int:
        """Return the tick of the oldest entry, or -1 where the queue is empty."""
        tick = self._next_tick(self._words[self._slot])
        return -1 if tick is None else tick

    def _take(self, tick: int) -> int:
        entries, index = self._entries(tick), 0
        if self._words[self._slot] == tick:
            index = self._words[self._slot + 1]
        entry = entries[index]
        entries[index] = 0  # at once: no block has to erase all of a crowded tick
        if index + 1 < len(entries):
            self._words[self._slot], self._words[self._slot + 1] = tick, index + 1
        else:
            self._clear(tick)
        return entry

    def _clear(self, tick: int) -> None:
        """A tick that is done leaves nothing behind."""
        self._words[self._entries_slot(tick)] = 0  # the entries were erased as they were taken
        self._words[self._slot], self._words[self._slot + 1] = tick, 0
        index = tick
        for level in range(LEVELS):
            index, bit = index >> 8, index & 0xFF
            at = self._bits_slot(level, index)
            left = self._words[at] & ~(1 << bit)
            self._words[at] = left
            if left:
                return

    def _mark(self, tick: int) -> None:
        index = tick
        for level in range(LEVELS):
            index, bit = index >> 8, index & 0xFF
            at = self._bits_slot(level, index)
            bits = self._words[at]
            if bits >> bit & 1:
                return
            self._words[at] = bits | 1 << bit

    def _next_tick(self, start: int) -> int | None:
        """Return the first marked tick at or after `start`: up the levels, then down again."""
        index = start
        for level in range(LEVELS):
            index, bit = index >> 8, index & 0xFF
            bits = self._words[self._bits_slot(level, index)] >> bit
            if bits:
                return self._descend(level, index << 8 | bit + lowest_bit(bits))
            index += 1  # nothing left in this word: go on after it, one level up
        return None

    def _descend(self, level: int, index: int) -> int:
        for below in range(level - 1, -1, -1):
            bits = self._words[self._bits_slot(below, index)]
            index = index << 8 | lowest_bit(bits)
        return index

    def _entries(self, tick: int) -> BoundList[int]:
        return BoundList(self._words, self._entries_slot(tick), UINT256)

    def _entries_slot(self, tick: int) -> int:
        return entry_of(UINT256.encode(tick), self._slot + 2)

    def _bits_slot(self, level: int, index: int) -> int:
        return entry_of(UINT256.encode(level << 248 | index), self._slot + 3)


def lowest_bit(bits: int) -> int:
    """Return the position of the lowest set bit of a positive number."""
    return (bits & -bits).bit_length() - 1


class Timers(Cell):
    """A queue of deadlines at four slots."""

    def __init__(self, slot: int, clock: Clock) -> None:
        self.slot, self.clock = slot, clock

    @overload
    def __get__(self, module: None, owner: type) -> "Timers": ...
    @overload
    def __get__(self, module: Held, owner: type) -> BoundTimers: ...
    def __get__(self, module: Held | None, owner: type) -> "BoundTimers | Timers":
        if module is None:
            return self
        block = module.host.block
        now = block.height if self.clock == Clock.HEIGHT else block.time_s
        return BoundTimers(Words(module.host, module.address), self.slot, now)

    @property
    def width(self) -> int:
        """Four slots: two of the cursor, the entries, the bitmap."""
        return 4

    def solidity(self) -> str:
        """Return the queue's name."""
        return f"TimerQueue({self.clock.name.lower()})"
