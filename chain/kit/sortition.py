"""
Draws by weight among many, in a module's storage: a tree of sums with eight branches a node.

    add, set weight  --> one leaf, and the sum at each level above it      O(log n) writes
    draw(ticket)     --> from the top down into the branch that holds it   O(log n) reads

    slot + 0  places ever used
    slot + 1  mapping(uint256 level << 248 | index => uint256 sum)      level 0 is the leaves
    slot + 2  mapping(uint256 key => uint256 place + 1)
    slot + 3  mapping(uint256 place => uint256 key)
    slot + 4  uint256[] free places

A draw leaves members out exactly: their weight is taken off every sum on the way down. So it always
finds somebody while anybody eligible has weight, in one pass, however much one member dominates.
"""

from collections.abc import Collection
from typing import Generic, TypeVar, overload

from chain.kit.abi import UINT256, WordType, word_type
from chain.kit.collections import BoundList
from chain.kit.storage import Cell, Held, Words, entry_of

K = TypeVar("K")

BRANCH_BITS = 3  # eight branches a node
BRANCHES = 1 << BRANCH_BITS
LEVEL_SHIFT = 248  # levels stand above any index


class BoundSortition(Generic[K]):
    """A tree of weights in one module instance; keys are words."""

    __slots__ = ("_free", "_kind", "_slot", "_words")

    def __init__(self, words: Words, slot: int, kind: WordType) -> None:
        self._words, self._slot, self._kind = words, slot, kind
        self._free: BoundList[int] = BoundList(words, slot + 4, UINT256)

    @property
    def total(self) -> int:
        """The sum of all weights."""
        return self._sum(self._height(), 0)

    def __len__(self) -> int:
        """Return how many members have a place."""
        return self._words[self._slot] - len(self._free)

    def weight(self, key: K) -> int:
        """Return a member's weight, zero for who is none."""
        place = self._words[self._place_slot(key)]
        return self._sum(0, place - 1) if place else 0

    def set(self, key: K, weight: int) -> None:
        """Give a member a weight; zero takes it out and frees its place."""
        assert weight >= 0, weight
        place = self._words[self._place_slot(key)]
        if weight and not place:
            place = self._occupy(key)
        if not place:
            return
        self._add(place - 1, weight - self._sum(0, place - 1))
        if not weight:
            self._words[self._place_slot(key)] = 0
            self._words[self._key_slot(place - 1)] = 0
            self._free.append(place - 1)

    def draw(self, ticket: int, without: Collection[K] = ()) -> K | None:
        """
        Return the member that a ticket, any large random number, falls on.

        Each is as likely as its weight among all that are not left out. None where nobody is left.
        """
        hidden = self._hidden(without)
        level, index = self._height(), 0
        left = self._sum(level, 0) - hidden.get((level, 0), 0)
        if left == 0:
            return None
        point = ticket % left
        while level:
            level, index = level - 1, index << BRANCH_BITS
            while True:
                share = self._sum(level, index) - hidden.get((level, index), 0)
                if point < share:
                    break
                point, index = point - share, index + 1
        found: K = self._kind.from_word(self._words[self._key_slot(index)])
        return found

    def _hidden(self, without: Collection[K]) -> dict[tuple[int, int], int]:
        """Return the weight that is left out below each node, for the few nodes that have any."""
        hidden: dict[tuple[int, int], int] = {}
        height = self._height()
        for key in dict.fromkeys(without):
            weight = self.weight(key)
            if not weight:
                continue
            index = self._words[self._place_slot(key)] - 1
            for level in range(height + 1):
                hidden[level, index] = hidden.get((level, index), 0) + weight
                index >>= BRANCH_BITS
        return hidden

    def _occupy(self, key: K) -> int:
        if len(self._free):
            place = self._free.pop()
        else:
            height, total = self._height(), self.total
            place = self._words[self._slot]
            self._words[self._slot] = place + 1
            if self._height() > height and place:  # one more level: its top is what was the top
                self._words[self._sum_slot(height + 1, 0)] = total
        self._words[self._place_slot(key)] = place + 1
        self._words[self._key_slot(place)] = self._kind.to_word(key)
        return place + 1

    def _add(self, place: int, change: int) -> None:
        index = place
        for level in range(self._height() + 1):
            self._words[self._sum_slot(level, index)] = self._sum(level, index) + change
            index >>= BRANCH_BITS

    def _height(self) -> int:
        """Return the level of the top: that which spans all places with one node."""
        places, height = self._words[self._slot], 0
        while places > 1 << (BRANCH_BITS * height):
            height += 1
        return height

    def _sum(self, level: int, index: int) -> int:
        return self._words[self._sum_slot(level, index)]

    def _sum_slot(self, level: int, index: int) -> int:
        return entry_of(UINT256.encode(level << LEVEL_SHIFT | index), self._slot + 1)

    def _place_slot(self, key: K) -> int:
        return entry_of(self._kind.encode(key), self._slot + 2)

    def _key_slot(self, place: int) -> int:
        return entry_of(UINT256.encode(place), self._slot + 3)


class Sortition(Cell, Generic[K]):
    """A tree of weights at five slots."""

    def __init__(self, slot: int, kind: type[K]) -> None:
        self.slot, self.kind = slot, word_type(kind)

    @overload
    def __get__(self, module: None, owner: type) -> "Sortition[K]": ...
    @overload
    def __get__(self, module: Held, owner: type) -> BoundSortition[K]: ...
    def __get__(self, module: Held | None, owner: type) -> "BoundSortition[K] | Sortition[K]":
        if module is None:
            return self
        return BoundSortition(Words(module.host, module.address), self.slot, self.kind)

    @property
    def width(self) -> int:
        """Five slots: the count, the sums, places, keys and free places."""
        return 5

    def solidity(self) -> str:
        """Return the tree's name."""
        return f"SortitionTree({self.kind.solidity})"
