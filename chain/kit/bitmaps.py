"""
Sets of numbers as bits, 256 a word, and the next one found without a walk over what is empty.

    level 0   a bit a number              256 neighbours share a word
    level n   a bit a word of level n-1   set where that word is not zero

A change touches one word, and those above it only where a word becomes or stops being zero. So
things that are numbered in their order share words with those that are made and end beside them.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Final, Generic, TypeVar, overload

from chain.kit.abi import UINT256, AbiType, abi_type
from chain.kit.storage import Cell, Held, Words, entry_of, key_bytes, words_of

K = TypeVar("K")

NUMBER_LEVELS: Final = 5  # of 256 each: numbers below 2**40


class Bitmap:
    """Bits of one module instance, under `mapping(uint256 level << 248 | index => uint256)`."""

    __slots__ = ("_levels", "_slot", "_words")

    def __init__(self, words: Words, slot: int, levels: int) -> None:
        self._words, self._slot, self._levels = words, slot, levels

    def __contains__(self, number: int) -> bool:
        if not 0 <= number < 256**self._levels:
            return False
        return self._words[self._at(0, number >> 8)] >> (number & 0xFF) & 1 == 1

    def mark(self, number: int) -> bool:
        """Set a number's bit; return whether it was not set before."""
        if not 0 <= number < 256**self._levels:
            raise OverflowError(f"a number below 256**{self._levels} expected, found {number}")
        index = number
        for level in range(self._levels):
            index, bit = index >> 8, index & 0xFF
            at = self._at(level, index)
            bits = self._words[at]
            if bits >> bit & 1:
                return level > 0
            self._words[at] = bits | 1 << bit
            if bits:
                break  # the levels above know of the word already
        return True

    def unmark(self, number: int) -> bool:
        """Clear a number's bit; return whether it was set."""
        if number not in self:
            return False
        index = number
        for level in range(self._levels):
            index, bit = index >> 8, index & 0xFF
            at = self._at(level, index)
            left = self._words[at] & ~(1 << bit)
            self._words[at] = left
            if left:
                break
        return True

    def next_from(self, start: int) -> int | None:
        """Return the first marked number at or after `start`: up the levels, then down again."""
        index = start
        for level in range(self._levels):
            index, bit = index >> 8, index & 0xFF
            bits = self._words[self._at(level, index)] >> bit
            if bits:
                return self._descend(level, index << 8 | bit + lowest_bit(bits))
            index += 1  # nothing left in this word: go on after it, one level up
        return None

    def numbers_from(self, start: int) -> Iterator[int]:
        """Yield the marked numbers at or after `start`, in their order."""
        end = 256**self._levels
        while 0 <= start < end:
            index = start >> 8
            bits = self._words[self._at(0, index)] >> (start & 0xFF) << (start & 0xFF)
            while bits:
                lowest = lowest_bit(bits)
                yield index << 8 | lowest
                bits &= bits - 1
            found = self.next_from(index + 1 << 8) if index + 1 << 8 < end else None
            if found is None:
                return
            start = found

    def _descend(self, level: int, index: int) -> int:
        for below in range(level - 1, -1, -1):
            bits = self._words[self._at(below, index)]
            index = index << 8 | lowest_bit(bits)
        return index

    def _at(self, level: int, index: int) -> int:
        return entry_of(UINT256.encode(level << 248 | index), self._slot)


def lowest_bit(bits: int) -> int:
    """Return the position of the lowest set bit of a positive number."""
    return (bits & -bits).bit_length() - 1


class BoundNumbers:
    """A stored set of numbers in one module instance."""

    __slots__ = ("_bits",)

    def __init__(self, words: Words, slot: int) -> None:
        self._bits = Bitmap(words, slot, NUMBER_LEVELS)

    def __contains__(self, number: int) -> bool:
        return number in self._bits

    def __iter__(self) -> Iterator[int]:
        return self._bits.numbers_from(0)

    def add(self, number: int) -> bool:
        """Put a number in; return whether it was not there before."""
        return self._bits.mark(number)

    def discard(self, number: int) -> bool:
        """Take a number out; return whether it was there."""
        return self._bits.unmark(number)

    def first(self) -> int | None:
        """Return the lowest number, None where the set is empty."""
        return self._bits.next_from(0)

    def page(self, first: int, limit: int) -> tuple[int, ...]:
        """Return up to `limit` members at or above `first`, in their order."""
        return tuple(islice(self._bits.numbers_from(first), limit))


class NumberSet(Cell):
    """A set of numbers, as bits under one slot."""

    def __init__(self, slot: int) -> None:
        self.slot = slot

    @overload
    def __get__(self, module: None, owner: type) -> "NumberSet": ...
    @overload
    def __get__(self, module: Held, owner: type) -> BoundNumbers: ...
    def __get__(self, module: Held | None, owner: type) -> "BoundNumbers | NumberSet":
        if module is None:
            return self
        return BoundNumbers(words_of(module), self.slot)

    def solidity(self) -> str:
        """Return the set's type."""
        return "NumberSet"


class NumbersByKey(Generic[K]):
    """The sets of numbers of a mapping in one module instance."""

    __slots__ = ("_key", "_slot", "_words")

    def __init__(self, words: Words, slot: int, key: AbiType) -> None:
        self._words, self._slot, self._key = words, slot, key

    def __getitem__(self, key: K) -> BoundNumbers:
        return BoundNumbers(self._words, entry_of(key_bytes(self._key, key), self._slot))


class NumberSetMap(Cell, Generic[K]):
    """A mapping of sets of numbers."""

    def __init__(self, slot: int, key: type[K]) -> None:
        self.slot, self.key = slot, abi_type(key)

    @overload
    def __get__(self, module: None, owner: type) -> "NumberSetMap[K]": ...
    @overload
    def __get__(self, module: Held, owner: type) -> NumbersByKey[K]: ...
    def __get__(self, module: Held | None, owner: type) -> "NumbersByKey[K] | NumberSetMap[K]":
        if module is None:
            return self
        return NumbersByKey(words_of(module), self.slot, self.key)

    def solidity(self) -> str:
        """Return the mapping's type."""
        return f"mapping({self.key.solidity} => NumberSet)"
