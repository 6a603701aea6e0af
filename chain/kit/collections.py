"""
Lists and sets that grow in a module's storage, alone or one per key of a mapping.

A List is a Solidity dynamic array: its length at the slot, elements from keccak(slot). A Set is
laid out as OpenZeppelin's EnumerableSet: the array of its values, then `value => position`, from 1.
Both are read by position, in an order that every node shares.
"""

from collections.abc import Iterator
from typing import Generic, TypeVar, overload

from chain.kit.abi import AbiType, WordType, abi_type, word_type
from chain.kit.storage import (
    Beside,
    Cell,
    Held,
    Words,
    clear,
    entry_of,
    key_bytes,
    load,
    save,
    tail_of,
    width_of,
    words_of,
)

K = TypeVar("K")
V = TypeVar("V")


class BoundList(Generic[V]):
    """A stored list in one module instance."""

    __slots__ = ("_kind", "_slot", "_width", "_words")

    def __init__(self, words: Words, slot: int, kind: AbiType) -> None:
        self._words, self._slot, self._kind, self._width = words, slot, kind, width_of(kind)

    def __len__(self) -> int:
        return self._words[self._slot]

    def __getitem__(self, index: int) -> V:
        self._check(index, len(self))
        return load(self._words, self._at(index), self._kind)  # type: ignore[no-any-return]

    def __setitem__(self, index: int, value: V) -> None:
        self._check(index, len(self))
        save(self._words, self._at(index), self._kind, value)

    def __iter__(self) -> Iterator[V]:
        return (load(self._words, self._at(i), self._kind) for i in range(len(self)))

    def known(self, index: int) -> V:
        """Return the value at a position that is known to be there: the length is not read."""
        return load(self._words, self._at(index), self._kind)  # type: ignore[no-any-return]

    def append(self, value: V) -> None:
        """Add a value at the end."""
        count = len(self)
        save(self._words, self._at(count), self._kind, value)
        self._words[self._slot] = count + 1

    def pop(self) -> V:
        """Take the last value away and return it; raises IndexError where there is none."""
        last = len(self) - 1
        value = self[last]
        clear(self._words, self._at(last), self._kind)
        self._words[self._slot] = last
        return value

    def page(self, offset: int, limit: int) -> tuple[V, ...]:
        """Return up to `limit` values from position `offset` on."""
        end = min(len(self), offset + limit)
        return tuple(load(self._words, self._at(i), self._kind) for i in range(offset, end))

    def _at(self, index: int) -> int:
        return tail_of(self._slot) + index * self._width

    @staticmethod
    def _check(index: int, count: int) -> None:
        if not 0 <= index < count:
            raise IndexError(f"index {index} of a list of {count}")


class BoundSet(Generic[V]):
    """A stored set in one module instance; values are words."""

    __slots__ = ("_kind", "_list", "_slot", "_words")

    def __init__(self, words: Words, slot: int, kind: WordType) -> None:
        self._words, self._slot, self._kind = words, slot, kind
        self._list: BoundList[V] = BoundList(words, slot, kind)

    def __len__(self) -> int:
        return len(self._list)

    def __contains__(self, value: V) -> bool:
        return self._words[self._position_slot(value)] != 0

    def __iter__(self) -> Iterator[V]:
        return iter(self._list)

    def page(self, offset: int, limit: int) -> tuple[V, ...]:
        """Return up to `limit` members from position `offset` on."""
        return self._list.page(offset, limit)

    def add(self, value: V) -> bool:
        """Put a value in; return whether it was not there before."""
        at = self._position_slot(value)
        if self._words[at]:
            return False
        self._list.append(value)
        self._words[at] = len(self._list)
        return True

    def discard(self, value: V) -> bool:
        """Take a value out; return whether it was there. The last member moves to its position."""
        at = self._position_slot(value)
        position = self._words[at]
        if not position:
            return False
        last = self._list.pop()
        if position <= len(self._list):
            self._list[position - 1] = last
            self._words[self._position_slot(last)] = position
        self._words[at] = 0
        return True

    def _position_slot(self, value: V) -> int:
        return entry_of(self._kind.encode(value), self._slot + 1)


class List(Cell, Generic[V]):
    """A list at one slot."""

    def __init__(self, slot: int, kind: type[V]) -> None:
        self.slot, self.kind = slot, abi_type(kind)

    @overload
    def __get__(self, module: None, owner: type) -> "List[V]": ...
    @overload
    def __get__(self, module: Held, owner: type) -> BoundList[V]: ...
    def __get__(self, module: Held | None, owner: type) -> "BoundList[V] | List[V]":
        if module is None:
            return self
        return BoundList(words_of(module), self.slot, self.kind)

    def solidity(self) -> str:
        """Return the list's type."""
        return f"{self.kind.solidity}[]"


class Set(Cell, Generic[V]):
    """A set at two slots."""

    def __init__(self, slot: int, kind: type[V]) -> None:
        self.slot, self.kind = slot, word_type(kind)

    @overload
    def __get__(self, module: None, owner: type) -> "Set[V]": ...
    @overload
    def __get__(self, module: Held, owner: type) -> BoundSet[V]: ...
    def __get__(self, module: Held | None, owner: type) -> "BoundSet[V] | Set[V]":
        if module is None:
            return self
        return BoundSet(words_of(module), self.slot, self.kind)

    @property
    def width(self) -> int:
        """Two slots: the values and their positions."""
        return 2

    def solidity(self) -> str:
        """Return the set's type."""
        return f"EnumerableSet({self.kind.solidity})"


class ListsByKey(Generic[K, V]):
    """The lists of a mapping in one module instance."""

    __slots__ = ("_cell", "_words")

    def __init__(self, words: Words, cell: "ListMap[K, V]") -> None:
        self._words, self._cell = words, cell

    def __getitem__(self, key: K) -> BoundList[V]:
        cell = self._cell
        return BoundList(self._words, cell.entry_at(key_bytes(cell.key, key)), cell.kind)


class ListMap(Cell, Generic[K, V]):
    """A mapping of lists."""

    def __init__(
        self, slot: int, key: type[K], kind: type[V], beside: Beside | None = None
    ) -> None:
        self.slot, self.key, self.kind = slot, abi_type(key), abi_type(kind)
        self.beside = beside

    @overload
    def __get__(self, module: None, owner: type) -> "ListMap[K, V]": ...
    @overload
    def __get__(self, module: Held, owner: type) -> ListsByKey[K, V]: ...
    def __get__(self, module: Held | None, owner: type) -> "ListsByKey[K, V] | ListMap[K, V]":
        if module is None:
            return self
        return ListsByKey(words_of(module), self)

    def solidity(self) -> str:
        """Return the mapping's type."""
        return f"mapping({self.key.solidity} => {self.kind.solidity}[])"


class SetsByKey(Generic[K, V]):
    """The sets of a mapping in one module instance."""

    __slots__ = ("_cell", "_words")

    def __init__(self, words: Words, cell: "SetMap[K, V]") -> None:
        self._words, self._cell = words, cell

    def __getitem__(self, key: K) -> BoundSet[V]:
        cell = self._cell
        return BoundSet(self._words, cell.entry_at(key_bytes(cell.key, key)), cell.kind)


class SetMap(Cell, Generic[K, V]):
    """A mapping of sets."""

    def __init__(
        self, slot: int, key: type[K], kind: type[V], beside: Beside | None = None
    ) -> None:
        self.slot, self.key, self.kind = slot, abi_type(key), word_type(kind)
        self.beside = beside

    @property
    def entry_width(self) -> int:
        """Two slots: the values and their positions."""
        return 2

    @overload
    def __get__(self, module: None, owner: type) -> "SetMap[K, V]": ...
    @overload
    def __get__(self, module: Held, owner: type) -> SetsByKey[K, V]: ...
    def __get__(self, module: Held | None, owner: type) -> "SetsByKey[K, V] | SetMap[K, V]":
        if module is None:
            return self
        return SetsByKey(words_of(module), self)

    def solidity(self) -> str:
        """Return the mapping's type."""
        return f"mapping({self.key.solidity} => EnumerableSet({self.kind.solidity}))"
