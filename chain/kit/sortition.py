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
from chain.kit.storage import Cell, Held, Words, entry_of, words_of

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
        return self.sum(self.height(), 0)

    def __len__(self) -> int:
        """Return how many members have a place."""
        return self._words[self._slot] - len(self._free)

    def weight(self, key: K) -> int:
        """Return a member's weight, zero for who is none."""
        place = self._words[self._place_slot(key)]
        return self.sum(0, place - 1) if place else 0

    def set(self, key: K, weight: int) -> None:
        """Give a member a weight; zero takes it out and frees its place."""
        assert weight >= 0, weight
        place = self._words[self._place_slot(key)]
        if weight and not place:
            place = self._occupy(key)
        if not place:
            return
        self._add(place - 1, weight - self.sum(0, place - 1))
        if not weight:
            self._words[self._place_slot(key)] = 0
            self._words[self._key_slot(place - 1)] = 0
            self._free.append(place - 1)

    def drawing(self, without: Collection[K] = ()) -> "Drawing[K]":
        """Begin to draw among all members but these."""
        return Drawing(self, without)

    def draw(self, ticket: int, without: Collection[K] = ()) -> K | None:
        """Return the member that a ticket falls on among all but these; None where none is left."""
        return self.drawing(without).draw(ticket)

    def path(self, key: K) -> list[tuple[int, int]]:
        """Return (level, index) of a member's leaf and of each node above it; empty for none."""
        place = self._words[self._place_slot(key)]
        if not place:
            return []
        return [(level, (place - 1) >> (BRANCH_BITS * level)) for level in range(self.height() + 1)]

    def sum(self, level: int, index: int) -> int:
        """Return the weight below a node."""
        return self._words[self._sum_slot(level, index)]

    def key_at(self, place: int) -> K:
        """Return whose leaf stands at a place that is taken."""
        key: K = self._kind.from_word(self._words[self._key_slot(place)])
        return key

    def height(self) -> int:
        """Return the level of the top: that which spans all places with one node."""
        places, height = self._words[self._slot], 0
        while places > 1 << (BRANCH_BITS * height):
            height += 1
        return height

    def _occupy(self, key: K) -> int:
        if len(self._free):
            place = self._free.pop()
        else:
            height, total = self.height(), self.total
            place = self._words[self._slot]
            self._words[self._slot] = place + 1
            if self.height() > height and place:  # one more level: its top is what was the top
                self._words[self._sum_slot(height + 1, 0)] = total
        self._words[self._place_slot(key)] = place + 1
        self._words[self._key_slot(place)] = self._kind.to_word(key)
        return place + 1

    def _add(self, place: int, change: int) -> None:
        index = place
        for level in range(self.height() + 1):
            self._words[self._sum_slot(level, index)] = self.sum(level, index) + change
            index >>= BRANCH_BITS

    def _sum_slot(self, level: int, index: int) -> int:
        return entry_of(UINT256.encode(level << LEVEL_SHIFT | index), self._slot + 1)

    def _place_slot(self, key: K) -> int:
        return entry_of(self._kind.encode(key), self._slot + 2)

    def _key_slot(self, place: int) -> int:
        return entry_of(UINT256.encode(place), self._slot + 3)


class Drawing(Generic[K]):
    """
    Draws one after the other from the same tree, with those left out who may not be drawn.

    Nothing is written: what is left out is remembered here, node by node.
    """

    def __init__(self, tree: BoundSortition[K], without: Collection[K]) -> None:
        self._tree = tree
        self._hidden: dict[tuple[int, int], int] = {}
        for key in dict.fromkeys(without):
            self.leave_out(key)

    def leave_out(self, key: K) -> None:
        """Draw this member no more; to be said once."""
        weight = self._tree.weight(key)
        for node in self._tree.path(key):
            self._hidden[node] = self._hidden.get(node, 0) + weight

    def draw(self, ticket: int) -> K | None:
        """
        Return the member that a ticket, any large random number, falls on.

        Each is as likely as its weight among all that are not left out. None where nobody is left.
        """
        level, index = self._tree.height(), 0
        left = self._open(level, 0)
        if left == 0:
            return None
        point = ticket % left
        while level:
            level, index = level - 1, index << BRANCH_BITS
            while point >= (share := self._open(level, index)):
                point, index = point - share, index + 1
        return self._tree.key_at(index)

    def _open(self, level: int, index: int) -> int:
        return self._tree.sum(level, index) - self._hidden.get((level, index), 0)


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
        return BoundSortition(words_of(module), self.slot, self.kind)

    @property
    def width(self) -> int:
        """Five slots: the count, the sums, places, keys and free places."""
        return 5

    def solidity(self) -> str:
        """Return the tree's name."""
        return f"SortitionTree({self.kind.solidity})"
