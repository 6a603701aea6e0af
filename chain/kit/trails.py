"""
Lists of small numbers that only grow, three a word, the newest in the word that counts them.

    slot               count << 192 | up to three newest, 64 bits each, the oldest lowest
    keccak(slot) + i   the numbers 3i to 3i + 2, once a fourth newest came

An entry changes one word, and a second one for every third: a plain list changes two for each.
"""

from collections.abc import Iterator
from typing import Final, Generic, TypeVar, overload

from chain.kit.abi import abi_type
from chain.kit.storage import Beside, Cell, Held, Words, key_bytes, tail_of, words_of

K = TypeVar("K")

LANE_BITS: Final = 64  # of one number
LANES: Final = 3  # numbers in a word; the fourth place of the first word counts
LANE_END: Final = 1 << LANE_BITS
COUNT_SHIFT: Final = LANES * LANE_BITS


class BoundTrail:
    """A stored trail in one module instance."""

    __slots__ = ("_slot", "_words")

    def __init__(self, words: Words, slot: int) -> None:
        self._words, self._slot = words, slot

    def __len__(self) -> int:
        return self._words[self._slot] >> COUNT_SHIFT

    def __getitem__(self, index: int) -> int:
        head = self._words[self._slot]
        count = head >> COUNT_SHIFT
        if not 0 <= index < count:
            raise IndexError(f"index {index} of a trail of {count}")
        return self._word(head, index // LANES) >> index % LANES * LANE_BITS & LANE_END - 1

    def __iter__(self) -> Iterator[int]:
        return iter(self.page(0, len(self)))

    def append(self, number: int) -> None:
        """Add a number below 2**64 at the end."""
        _check(number)
        head = self._words[self._slot]
        count = head >> COUNT_SHIFT
        newest, lane = head & (1 << COUNT_SHIFT) - 1, count % LANES
        if lane == 0 and count:
            self._words[tail_of(self._slot) + count // LANES - 1] = newest
            newest = 0
        newest |= number << lane * LANE_BITS
        self._words[self._slot] = count + 1 << COUNT_SHIFT | newest

    def replace_last(self, number: int) -> None:
        """Put another number in place of the newest; raises IndexError where there is none."""
        _check(number)
        head = self._words[self._slot]
        count = head >> COUNT_SHIFT
        if count == 0:
            raise IndexError("the newest of an empty trail")
        shift = (count - 1) % LANES * LANE_BITS
        self._words[self._slot] = head & ~(LANE_END - 1 << shift) | number << shift

    def page(self, offset: int, limit: int) -> tuple[int, ...]:
        """Return up to `limit` numbers from position `offset` on."""
        head = self._words[self._slot]
        end = min(head >> COUNT_SHIFT, offset + limit)
        found, index, word = [], -1, 0
        for position in range(offset, end):
            if position // LANES != index:
                index = position // LANES
                word = self._word(head, index)
            found.append(word >> position % LANES * LANE_BITS & LANE_END - 1)
        return tuple(found)

    def _word(self, head: int, index: int) -> int:
        """Return the word of the numbers 3 * index to 3 * index + 2."""
        if index == ((head >> COUNT_SHIFT) - 1) // LANES:
            return head
        return self._words[tail_of(self._slot) + index]


def _check(number: int) -> None:
    if not 0 <= number < LANE_END:
        raise OverflowError(f"a number below 2**{LANE_BITS} expected, found {number}")


class TrailsByKey(Generic[K]):
    """The trails of a mapping in one module instance."""

    __slots__ = ("_cell", "_words")

    def __init__(self, words: Words, cell: "TrailMap[K]") -> None:
        self._words, self._cell = words, cell

    def __getitem__(self, key: K) -> BoundTrail:
        return BoundTrail(self._words, self._cell.entry_at(key_bytes(self._cell.key, key)))


class TrailMap(Cell, Generic[K]):
    """A mapping of trails."""

    def __init__(self, slot: int, key: type[K], beside: Beside | None = None) -> None:
        self.slot, self.key, self.beside = slot, abi_type(key), beside

    @overload
    def __get__(self, module: None, owner: type) -> "TrailMap[K]": ...
    @overload
    def __get__(self, module: Held, owner: type) -> TrailsByKey[K]: ...
    def __get__(self, module: Held | None, owner: type) -> "TrailsByKey[K] | TrailMap[K]":
        if module is None:
            return self
        return TrailsByKey(words_of(module), self)

    def solidity(self) -> str:
        """Return the mapping's type."""
        return f"mapping({self.key.solidity} => Trail(uint64))"
