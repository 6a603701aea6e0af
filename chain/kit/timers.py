"""
Deadlines that the chain itself keeps: what is due is handled at the beginning of a block.

A queue counts in block heights or in seconds of block time. Due entries are handed to the module's
`on_timer` in order, at most TIMERS_PER_BLOCK_MAX a block; the rest stay queued behind a cursor, so
that no block is made slow and nothing is skipped. Ticks without entries cost nothing: a bitmap of
256-bit words in four levels names the next one.

    slot + 0  cursor: the first tick that may still hold entries
    slot + 1  cursor inside that tick: the first word that may
    slot + 2  mapping(uint256 tick => its newest entries)     full words << 192 | three places
                    keccak of that slot, + i: full words      three places each, the oldest lowest
    slot + 3  mapping(uint256 level << 248 | index => uint256 bits)

A place of 64 bits is 1 << 63 | kind << 52 | key. A key of more than 52 bits takes a whole word:
3 << 190 | kind << 176 | key. A place is zero before and after its entry.
"""

from collections.abc import Iterator
from enum import IntEnum
from typing import Final, overload

from chain.kit.abi import UINT256
from chain.kit.bitmaps import Bitmap
from chain.kit.storage import Cell, Held, Words, entry_of, tail_of, words_of

TIMERS_PER_BLOCK_MAX = 100  # entries of one queue handled in one block
KEY_BITS: Final = 176  # an address and 16 bits more
KEY_END = 1 << KEY_BITS
LEVELS = 4  # of 256 each: 2**32 ticks, seconds until the year 2106
TICK_END = 256**LEVELS

_PLACE_BITS: Final = 64
_PLACES_BITS: Final = 192  # of the three places in a word
_SMALL_BITS: Final = 52  # keys below 2**52 take a place, others a word
_TAKEN: Final = 1 << 63  # in a place with an entry
_WHOLE: Final = 3  # the highest two bits of the places where one entry has the word
_PLACE: Final = (1 << _PLACE_BITS) - 1
_PLACES: Final = (1 << _PLACES_BITS) - 1


class Clock(IntEnum):
    """What a queue counts in."""

    HEIGHT = 0
    SECONDS = 1


class BoundTimers:
    """A queue in one module instance."""

    __slots__ = ("_now", "_slot", "_ticks", "_words")

    def __init__(self, words: Words, slot: int, now: int) -> None:
        self._words, self._slot, self._now = words, slot, now
        self._ticks = Bitmap(words, slot + 3, LEVELS)

    def set(self, tick: int, kind: int, key: int) -> None:
        """
        Ask for `on_timer(kind, key)` in the first block at or after `tick`.

        A tick that has passed already counts as the next one, so nothing falls behind the cursor.
        """
        if not 0 <= key < KEY_END or not 0 <= kind < 256:
            raise OverflowError(
                f"kind below 256 and key below 2**{KEY_BITS} expected: {kind}, {key}"
            )
        tick = min(max(tick, self._now + 1), TICK_END - 1)
        self._append(self._entries_slot(tick), kind, key)
        self._ticks.mark(tick)

    def due(self) -> Iterator[tuple[int, int]]:
        """
        Yield (kind, key) of what is due, oldest first, and move the cursor past each.

        The cursor moves before the entry is handed out, so an entry whose handling fails is not
        handed out again.
        """
        for _ in range(TIMERS_PER_BLOCK_MAX):
            tick = self._ticks.next_from(self._words[self._slot])
            if tick is None or tick > self._now:
                return
            yield self._take(tick)

    def pending(self) -> int:
        """Return the tick of the oldest entry, or -1 where the queue is empty."""
        tick = self._ticks.next_from(self._words[self._slot])
        return -1 if tick is None else tick

    def _append(self, at: int, kind: int, key: int) -> None:
        head = self._words[at]
        full, places = head >> _PLACES_BITS, head & _PLACES
        is_small = key < 1 << _SMALL_BITS
        used = -(-places.bit_length() // _PLACE_BITS)  # places up to the newest entry
        if used == 3 or (used and not is_small):
            self._words[tail_of(at) + full] = places
            full, places, used = full + 1, 0, 0
        if is_small:
            places |= (_TAKEN | kind << _SMALL_BITS | key) << used * _PLACE_BITS
        else:
            places = _WHOLE << _PLACES_BITS - 2 | kind << KEY_BITS | key
        self._words[at] = full << _PLACES_BITS | places

    def _take(self, tick: int) -> tuple[int, int]:
        """Take the oldest entry of a tick out of its word; a tick that is done leaves nothing."""
        at, index = self._entries_slot(tick), 0
        if self._words[self._slot] == tick:
            index = self._words[self._slot + 1]
        full = self._words[at] >> _PLACES_BITS
        place = at if index == full else tail_of(at) + index
        entry, left = _oldest(self._words[place] & _PLACES)
        if left or index < full:
            self._words[place] = left | (full << _PLACES_BITS if index == full else 0)
            index += 0 if left else 1
        else:
            self._words[at], index = 0, 0
            self._ticks.unmark(tick)
        self._words[self._slot], self._words[self._slot + 1] = tick, index
        return entry

    def _entries_slot(self, tick: int) -> int:
        return entry_of(UINT256.encode(tick), self._slot + 2)


def _oldest(places: int) -> tuple[tuple[int, int], int]:
    """Return (kind, key) of the oldest entry in a word, and what is left without it."""
    if places >> _PLACES_BITS - 2 == _WHOLE:
        return (places >> KEY_BITS & 0xFF, places % KEY_END), 0
    shift = 0
    while not places >> shift & _PLACE:
        shift += _PLACE_BITS
    entry = places >> shift & _PLACE
    kind_and_key = entry & ~_TAKEN
    found = (kind_and_key >> _SMALL_BITS, kind_and_key % (1 << _SMALL_BITS))
    return found, places & ~(_PLACE << shift)


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
        return BoundTimers(words_of(module), self.slot, now)

    @property
    def width(self) -> int:
        """Four slots: two of the cursor, the entries, the bitmap."""
        return 4

    def solidity(self) -> str:
        """Return the queue's name."""
        return f"TimerQueue({self.clock.name.lower()})"
