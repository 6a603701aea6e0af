"""
A module's state: typed cells over its account's storage, in Solidity's layout.

    bond_wei = Map(3, Address, Wei)        mapping(address => uint256) at slot 3
    self.bond_wei[who] += amount           loads and saves keccak(pad(who) ++ pad(3))

Follows "Layout of State Variables in Storage" of the Solidity documentation, so that eth_getProof
and any Solidity tool find a value where they expect it: one field a slot, except in records that
say that they are packed. Slots are consensus: append, never move, never reuse.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any, ClassVar, Generic, Protocol, TypeVar, overload

from eth_hash.auto import keccak

from chain.kit.abi import (
    UINT256,
    WORD,
    AbiType,
    BytesType,
    ListType,
    StringType,
    TupleType,
    WordType,
    abi_type,
)
from chain.kit.host import Host
from chain.kit.packing import from_words, is_packed, to_words, width_of_packed
from chain.types.primitives import Address

K = TypeVar("K")
K2 = TypeVar("K2")
V = TypeVar("V")
C = TypeVar("C", bound="Cell")

SLOT_END = 1 << 256
SHORT_BYTES_MAX = 31  # longer byte strings move to keccak(slot)


class Held(Protocol):
    """What a cell needs of the module it is declared in."""

    address: ClassVar[Address]
    host: Host


class Words:
    """The storage of one account, as 256-bit words."""

    __slots__ = ("address", "host")

    def __init__(self, host: Host, address: Address) -> None:
        self.host, self.address = host, address

    def __getitem__(self, slot: int) -> int:
        return self.host.load(self.address, slot % SLOT_END)

    def __setitem__(self, slot: int, word: int) -> None:
        self.host.save(self.address, slot % SLOT_END, word)

    def run(self, slot: int, count: int) -> list[int]:
        """Return so many words, from `slot` on."""
        slots = [at % SLOT_END for at in range(slot, slot + count)]
        return self.host.load_many(self.address, slots)

    def put_run(self, slot: int, words: Iterable[int]) -> None:
        """Write words one behind the other, from `slot` on."""
        pairs = [((slot + at) % SLOT_END, word) for at, word in enumerate(words)]
        self.host.save_many(self.address, pairs)


@lru_cache(maxsize=65_536)
def tail_of(slot: int) -> int:
    """Return where the elements of a list, or the bytes of a long string, begin."""
    return int.from_bytes(keccak(slot.to_bytes(WORD, "big")), "big")


@lru_cache(maxsize=65_536)
def entry_of(key: bytes, slot: int) -> int:
    """Return the slot of a mapping's entry; `key` is padded to a word, text and bytes are not."""
    return int.from_bytes(keccak(key + slot.to_bytes(WORD, "big")), "big")


@lru_cache(maxsize=4_096)  # kinds are made when modules are declared
def width_of(kind: AbiType) -> int:
    """Return how many slots a value takes in place."""
    if isinstance(kind, TupleType):
        if is_packed(kind.python):
            return width_of_packed(kind.python)
        return sum(width_of(member) for member in kind.members)
    return 1


def load(words: Words, slot: int, kind: AbiType) -> Any:
    """Return the value stored at `slot`."""
    return _loader_of(type(kind))(words, slot, kind)


@lru_cache(maxsize=256)  # classes of kinds: to ask each one time what it is, is slow
def _loader_of(kind: type[AbiType]) -> Callable[[Words, int, Any], Any]:
    if issubclass(kind, WordType):
        return lambda words, slot, found: found.from_word(words[slot])
    if issubclass(kind, TupleType):
        return _load_record
    if issubclass(kind, ListType):
        return _load_list
    if issubclass(kind, StringType):
        return lambda words, slot, _: str(_load_bytes(words, slot), "utf-8")
    return lambda words, slot, _: _load_bytes(words, slot)


def _load_list(words: Words, slot: int, kind: ListType) -> Any:
    first, width = tail_of(slot), width_of(kind.element)
    return tuple(load(words, first + i * width, kind.element) for i in range(words[slot]))


def save(words: Words, slot: int, kind: AbiType, value: Any) -> None:
    """Store the value at `slot`, clearing whatever a longer predecessor leaves behind."""
    if isinstance(kind, WordType):
        words[slot] = kind.to_word(value)
    elif isinstance(kind, TupleType):
        _save_record(words, slot, kind, value)
    elif isinstance(kind, ListType):
        _save_list(words, slot, kind, value)
    elif isinstance(kind, BytesType):
        _save_bytes(words, slot, value.encode() if isinstance(value, str) else value)


def clear(words: Words, slot: int, kind: AbiType) -> None:
    """Set every slot of the value to zero."""
    if isinstance(kind, WordType):
        words[slot] = 0
    elif isinstance(kind, TupleType):
        members = [UINT256] * width_of(kind) if is_packed(kind.python) else kind.members
        at = slot
        for member in members:
            clear(words, at, member)
            at += width_of(member)
    elif isinstance(kind, ListType):
        _save_list(words, slot, kind, ())
    else:
        _save_bytes(words, slot, b"")


def _load_record(words: Words, slot: int, kind: TupleType) -> Any:
    if is_packed(kind.python):
        packed = words.run(slot, width_of(kind))
        return from_words(kind.python, packed.__getitem__)
    if kind.words:
        found = words.run(slot, len(kind.words))
        return kind.python(
            *[member.from_word(word) for member, word in zip(kind.words, found, strict=True)]
        )
    values, at = [], slot
    for member in kind.members:
        values.append(load(words, at, member))
        at += width_of(member)
    return kind.python(*values)


def _save_record(words: Words, slot: int, kind: TupleType, value: Any) -> None:
    if is_packed(kind.python):
        words.put_run(slot, to_words(value))
        return
    if kind.words:
        fields = zip(kind.words, kind.fields, strict=True)
        words.put_run(slot, [member.to_word(getattr(value, name)) for member, name in fields])
        return
    at = slot
    for name, member in kind.fields.items():
        save(words, at, member, getattr(value, name))
        at += width_of(member)


def _save_list(words: Words, slot: int, kind: ListType, values: Any) -> None:
    first, width, before = tail_of(slot), width_of(kind.element), words[slot]
    for i, value in enumerate(values):
        save(words, first + i * width, kind.element, value)
    for i in range(len(values), before):
        clear(words, first + i * width, kind.element)
    words[slot] = len(values)


def _load_bytes(words: Words, slot: int) -> bytes:
    head = words[slot]
    if head & 1 == 0:
        return head.to_bytes(WORD, "big")[: (head & 0xFF) // 2]
    length, first = head // 2, tail_of(slot)
    chunks = (words[first + i].to_bytes(WORD, "big") for i in range(-(-length // WORD)))
    return b"".join(chunks)[:length]


def _save_bytes(words: Words, slot: int, value: bytes) -> None:
    head = words[slot]
    chunks_before = -(-(head // 2) // WORD) if head & 1 else 0
    chunks = -(-len(value) // WORD) if len(value) > SHORT_BYTES_MAX else 0
    first = tail_of(slot) if chunks or chunks_before else 0
    for i in range(chunks):
        words[first + i] = int.from_bytes(
            value[i * WORD : (i + 1) * WORD].ljust(WORD, b"\0"), "big"
        )
    for i in range(chunks, chunks_before):
        words[first + i] = 0
    if chunks:
        words[slot] = len(value) * 2 + 1
    else:
        words[slot] = (
            int.from_bytes(value.ljust(SHORT_BYTES_MAX, b"\0"), "big") << 8 | len(value) * 2
        )


def key_bytes(kind: AbiType, key: Any) -> bytes:
    """Return what a mapping hashes for a key: a padded word, or the bytes of a text."""
    if _is_bytes(type(kind)):
        return key.encode() if isinstance(key, str) else bytes(key)
    return kind.encode(key)


@lru_cache(maxsize=256)
def _is_bytes(kind: type[AbiType]) -> bool:
    return issubclass(kind, BytesType)


@dataclass(frozen=True, slots=True)
class Beside:
    """
    Where a mapping's entries lie when several mappings of one key share a place, as in Solidity

        mapping(uint256 => File) at `slot`, with File's members from the slots `offset` on.

    What one call reads of a thing then lies side by side in the database.
    """

    slot: int
    offset: int


class Cell(ABC):
    """
    A declared place in a module's storage; `slot` is its first slot.

    A mapping with `beside` keeps its own slot empty and has its entries there.
    """

    slot: int
    name: str
    beside: Beside | None = None

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def entry_at(self, key: bytes) -> int:
        """Return the first slot of a mapping's entry, for the key as a mapping hashes it."""
        if self.beside is None:
            return entry_of(key, self.slot)
        return entry_of(key, self.beside.slot) + self.beside.offset

    @property
    def entry_width(self) -> int:
        """How many slots in a row one entry of a mapping takes."""
        return 1

    @property
    def width(self) -> int:
        """How many slots the declaration takes."""
        return 1

    @abstractmethod
    def solidity(self) -> str:
        """Return the declaration's type as Solidity would write it, for the layout file."""


def _words(module: Held) -> Words:
    return Words(module.host, module.address)


class Value(Cell, Generic[V]):
    """One value: a word, a text, a record or a list of them."""

    def __init__(self, slot: int, kind: type[V]) -> None:
        self.slot, self.kind = slot, abi_type(kind)

    @overload
    def __get__(self, module: None, owner: type) -> "Value[V]": ...
    @overload
    def __get__(self, module: Held, owner: type) -> V: ...
    def __get__(self, module: Held | None, owner: type) -> "V | Value[V]":
        if module is None:
            return self
        return load(_words(module), self.slot, self.kind)  # type: ignore[no-any-return]

    def __set__(self, module: Held, value: V) -> None:
        save(_words(module), self.slot, self.kind, value)

    @property
    def width(self) -> int:
        """How many slots the value takes in place."""
        return width_of(self.kind)

    def solidity(self) -> str:
        """Return the value's type."""
        return self.kind.solidity


class Struct(Value[V]):
    """A record in place."""


class Entries(Generic[K, V]):
    """The entries of a mapping in one module instance."""

    __slots__ = ("_cell", "_words")

    def __init__(self, words: Words, cell: "Map[K, V]") -> None:
        self._words, self._cell = words, cell

    def at(self, key: K) -> int:
        """Return the first slot of the entry."""
        return self._cell.entry_at(key_bytes(self._cell.key, key))

    def __getitem__(self, key: K) -> V:
        return load(self._words, self.at(key), self._cell.value)  # type: ignore[no-any-return]

    def __setitem__(self, key: K, value: V) -> None:
        save(self._words, self.at(key), self._cell.value, value)

    def __delitem__(self, key: K) -> None:
        clear(self._words, self.at(key), self._cell.value)


class Map(Cell, Generic[K, V]):
    """A mapping; every key has a value, the zero value until one is written."""

    def __init__(
        self, slot: int, key: type[K], value: type[V], beside: Beside | None = None
    ) -> None:
        self.slot, self.key, self.value = slot, abi_type(key), abi_type(value)
        self.beside = beside

    @overload
    def __get__(self, module: None, owner: type) -> "Map[K, V]": ...
    @overload
    def __get__(self, module: Held, owner: type) -> Entries[K, V]: ...
    def __get__(self, module: Held | None, owner: type) -> "Entries[K, V] | Map[K, V]":
        return self if module is None else Entries(_words(module), self)

    @property
    def entry_width(self) -> int:
        """As many as the value takes in place."""
        return width_of(self.value)

    def __set__(self, module: Held, value: Entries[K, V]) -> None:
        raise AttributeError("a mapping is written entry by entry")

    def solidity(self) -> str:
        """Return the mapping's type."""
        return f"mapping({self.key.solidity} => {self.value.solidity})"


class PairEntries(Generic[K, K2, V]):
    """The entries of a mapping of mappings in one module instance."""

    __slots__ = ("_first", "_kind", "_second", "_slot", "_words")

    def __init__(
        self, words: Words, slot: int, keys: tuple[AbiType, AbiType], kind: AbiType
    ) -> None:
        self._words, self._slot, self._kind = words, slot, kind
        self._first, self._second = keys

    def at(self, keys: tuple[K, K2]) -> int:
        """Return the first slot of the entry."""
        inner = entry_of(key_bytes(self._first, keys[0]), self._slot)
        return entry_of(key_bytes(self._second, keys[1]), inner)

    def __getitem__(self, keys: tuple[K, K2]) -> V:
        return load(self._words, self.at(keys), self._kind)  # type: ignore[no-any-return]

    def __setitem__(self, keys: tuple[K, K2], value: V) -> None:
        save(self._words, self.at(keys), self._kind, value)

    def __delitem__(self, keys: tuple[K, K2]) -> None:
        clear(self._words, self.at(keys), self._kind)


class PairMap(Cell, Generic[K, K2, V]):
    """A mapping of mappings, read with a pair: `self.shares[validator, delegator]`."""

    def __init__(self, slot: int, first: type[K], second: type[K2], value: type[V]) -> None:
        self.slot, self.first, self.second = slot, abi_type(first), abi_type(second)
        self.value = abi_type(value)

    @overload
    def __get__(self, module: None, owner: type) -> "PairMap[K, K2, V]": ...
    @overload
    def __get__(self, module: Held, owner: type) -> PairEntries[K, K2, V]: ...
    def __get__(
        self, module: Held | None, owner: type
    ) -> "PairEntries[K, K2, V] | PairMap[K, K2, V]":
        if module is None:
            return self
        return PairEntries(_words(module), self.slot, (self.first, self.second), self.value)

    def __set__(self, module: Held, value: PairEntries[K, K2, V]) -> None:
        raise AttributeError("a mapping is written entry by entry")

    def solidity(self) -> str:
        """Return the mapping's type."""
        inner = f"mapping({self.second.solidity} => {self.value.solidity})"
        return f"mapping({self.first.solidity} => {inner})"


def check_entries(owner: str, cells: Mapping[str, Cell]) -> None:
    """Raise TypeError where entries of mappings that share a place overlap."""
    hosts = {cell.beside.slot for cell in cells.values() if cell.beside}
    places = []
    for name, cell in cells.items():
        if cell.beside:
            places.append((cell.beside.slot, cell.beside.offset, cell.entry_width, name))
        elif cell.slot in hosts:
            places.append((cell.slot, 0, cell.entry_width, name))
    places.sort()
    for before, after in pairwise(places):
        if before[0] == after[0] and before[1] + before[2] > after[1]:
            raise TypeError(f"{owner}: entries of {after[3]} overlap those of {before[3]}")
