"""
A module's state: typed cells over its account's storage, in Solidity's layout.

    bond_wei = Map(3, Address, Wei)        mapping(address => uint256) at slot 3
    self.bond_wei[who] += amount           loads and saves keccak(pad(who) ++ pad(3))

Follows "Layout of State Variables in Storage" of the Solidity documentation, so that eth_getProof
and any Solidity tool find a value where they expect it: one field a slot, except in records that
say that they are packed. Slots are consensus: append, never move, never reuse.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise
from operator import attrgetter
from typing import Any, ClassVar, Generic, Protocol, TypeVar, overload

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
from chain.kit.packing import is_packed, packer_of, unpacker_of, width_of_packed
from chain.kit.plans import Source, key_encoder_of, make_record, value_of, word_of
from chain.kit.words import IN_STORAGE, SLOT_END, in_row
from chain.kit.words import Words as Words  # for whoever lays words out by itself
from chain.kit.words import entry_of as entry_of
from chain.kit.words import tail_of as tail_of
from chain.types.primitives import Address

K = TypeVar("K")
K2 = TypeVar("K2")
V = TypeVar("V")
C = TypeVar("C", bound="Cell")
Reader = Callable[["Words", int], Any]  # of the value whose first slot this is
Writer = Callable[["Words", int, Any], None]

SHORT_BYTES_MAX = 31  # longer byte strings move to keccak(slot)


class Held(Protocol):
    """What a cell needs of the module it is declared in."""

    address: ClassVar[Address]
    host: Host


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
    return reader_of(kind)(words, slot)


@lru_cache(maxsize=4_096)  # kinds are made when modules are declared
def reader_of(kind: AbiType) -> Reader:
    """Return what loads values of a kind."""
    source, width = Source(), width_of(kind)
    if width == 1:
        source.lines.append(f"w0 = words.host.load(words.address, {IN_STORAGE})")
    else:
        source.lines.append(f"w = words.run(slot, {width})")
        source.lines += [f"w{at} = w[{at}]" for at in range(width)]
    source.lines.append(f"return {_value_in(source, kind, 0)}")
    return source.build(f"loading of {kind.solidity}", "words, slot")


def _value_in(source: Source, kind: AbiType, at: int) -> str:
    """Return the expression for the value that begins in the variable of one word."""
    if isinstance(kind, WordType):
        return value_of(source, kind, f"w{at}")
    if isinstance(kind, TupleType) and is_packed(kind.python):
        row = ", ".join(f"w{at + i}" for i in range(width_of(kind)))
        return f"{source.name(unpacker_of(kind.python))}(({row},))"
    if isinstance(kind, TupleType):
        values = []
        for name, member in kind.fields.items():
            values.append((name, _value_in(source, member, at)))
            at += width_of(member)
        return make_record(source, kind.python, values)
    rest = f"words, slot + {at}, w{at}"
    if isinstance(kind, ListType):
        return f"{source.name(_load_list)}({source.name(kind)}, {rest})"
    text = f"{source.name(_load_bytes)}({rest})"
    return f'str({text}, "utf-8")' if isinstance(kind, StringType) else text


def _load_list(kind: ListType, words: Words, slot: int, count: int) -> Any:
    first, width, read = tail_of(slot), width_of(kind.element), reader_of(kind.element)
    return tuple([read(words, first + i * width) for i in range(count)])


def _load_bytes(words: Words, slot: int, head: int) -> bytes:
    if head & 1 == 0:
        return head.to_bytes(WORD, "big")[: (head & 0xFF) // 2]
    length, first = head // 2, tail_of(slot)
    chunks = (words[first + i].to_bytes(WORD, "big") for i in range(-(-length // WORD)))
    return b"".join(chunks)[:length]


def save(words: Words, slot: int, kind: AbiType, value: Any) -> None:
    """Store the value at `slot`, clearing whatever a longer predecessor leaves behind."""
    writer_of(kind)(words, slot, value)


@lru_cache(maxsize=4_096)  # as reader_of
def writer_of(kind: AbiType) -> Writer:
    """Return what stores values of a kind."""
    if isinstance(kind, ListType):
        return partial(_save_list, kind)
    if isinstance(kind, BytesType):
        return _save_bytes
    source = Source()
    if isinstance(kind, TupleType) and kind.is_dynamic:
        at = 0
        for name, member in kind.fields.items():
            write = source.name(writer_of(member))
            source.lines.append(f"{write}(words, slot + {at}, value.{name})")
            at += width_of(member)
    else:
        row = _words_of(source, kind, "value")
        is_one = width_of(kind) == 1 and not row[0].startswith("*")
        all_of_them = f"words.put_run(slot, [{', '.join(row)}])"
        one = f"words.host.save(words.address, {IN_STORAGE}, {row[0]})"
        source.lines.append(one if is_one else all_of_them)
    return source.build(f"storing of {kind.solidity}", "words, slot, value")


def _words_of(source: Source, kind: AbiType, value: str) -> list[str]:
    """Return the expressions for the words of a value without dynamic parts."""
    if isinstance(kind, WordType):
        return [word_of(source, kind, source.keep(f"v{len(source.lines)}", value))]
    assert isinstance(kind, TupleType), kind.name
    if is_packed(kind.python):
        return [f"*{source.name(packer_of(kind.python))}({value})"]
    parts = [_words_of(source, member, f"{value}.{name}") for name, member in kind.fields.items()]
    return [part for row in parts for part in row]


@lru_cache(maxsize=256)  # as reader_of
def place_of(kind: AbiType, name: str) -> tuple[int, Reader]:
    """Return how many slots into a record that is not packed a field lies, and what loads it."""
    assert isinstance(kind, TupleType) and not is_packed(kind.python), kind.solidity
    names = list(kind.fields)
    before = [width_of(kind.fields[other]) for other in names[: names.index(name)]]
    return sum(before), reader_of(kind.fields[name])


@lru_cache(maxsize=256)  # as reader_of
def _amounts_of(kind: AbiType) -> Callable[[Any], tuple[int, ...]]:
    """Return what gives the numbers of a record, of which each is a word; others refuse it."""
    assert isinstance(kind, TupleType) and len(kind.fields) > 1, kind.solidity
    assert all(member is UINT256 or member.name == UINT256.name for member in kind.members)
    return attrgetter(*kind.fields)


def grow(words: Words, slot: int, kind: AbiType, amounts: Any) -> None:
    """
    Add to the numbers of a record; those that are not to grow are neither read nor written.

    Raises OverflowError where one would not fit its word: our own bug.
    """
    grown = _amounts_of(kind)(amounts)
    slots = [at for at, amount in zip(in_row(slot, len(grown)), grown, strict=True) if amount]
    found = words.host.load_many(words.address, slots)
    sums = [word + amount for word, amount in zip(found, filter(None, grown), strict=True)]
    if sums and not 0 <= min(sums) <= max(sums) < SLOT_END:
        raise OverflowError(f"{kind.solidity}: numbers of 256 bits expected, found {max(sums):#x}")
    words.host.save_many(words.address, zip(slots, sums, strict=True))


def _save_list(kind: ListType, words: Words, slot: int, values: Any) -> None:
    first, width, before = tail_of(slot), width_of(kind.element), words[slot]
    write = writer_of(kind.element)
    for i, value in enumerate(values):
        write(words, first + i * width, value)
    for i in range(len(values), before):
        clear(words, first + i * width, kind.element)
    words[slot] = len(values)


def _save_bytes(words: Words, slot: int, value: bytes | str) -> None:
    value = value.encode() if isinstance(value, str) else value
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
        _save_list(kind, words, slot, ())
    else:
        _save_bytes(words, slot, b"")


def key_bytes(kind: AbiType, key: Any) -> bytes:
    """Return what a mapping hashes for a key: a padded word, or the bytes of a text."""
    return key_maker_of(kind)(key)


@lru_cache(maxsize=4_096)  # as reader_of
def key_maker_of(kind: AbiType) -> Callable[[Any], bytes]:
    """Return what makes the bytes that a mapping hashes of keys of a kind."""
    return key_encoder_of(kind, isinstance(kind, BytesType))


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


def words_of(module: Held) -> Words:
    """Return the storage of a module instance, made once; its host stays what it is."""
    try:
        found: Words = module.kept_words  # type: ignore[attr-defined]
    except AttributeError:
        found = vars(module)["kept_words"] = Words(module.host, module.address)
    return found


class Value(Cell, Generic[V]):
    """One value: a word, a text, a record or a list of them."""

    def __init__(self, slot: int, kind: type[V]) -> None:
        self.slot, self.kind = slot, abi_type(kind)
        self.read, self.write = reader_of(self.kind), writer_of(self.kind)

    @overload
    def __get__(self, module: None, owner: type) -> "Value[V]": ...
    @overload
    def __get__(self, module: Held, owner: type) -> V: ...
    def __get__(self, module: Held | None, owner: type) -> "V | Value[V]":
        if module is None:
            return self
        return self.read(words_of(module), self.slot)  # type: ignore[no-any-return]

    def __set__(self, module: Held, value: V) -> None:
        self.write(words_of(module), self.slot, value)

    def grow(self, module: Held, amounts: V) -> None:
        """Add to every number of a record of numbers; what does not fit is our own bug."""
        grow(words_of(module), self.slot, self.kind, amounts)

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
        cell = self._cell
        return cell.entry_at(cell.make_key(key))

    def __getitem__(self, key: K) -> V:
        cell = self._cell
        at = cell.entry_at(cell.make_key(key))
        return cell.read(self._words, at)  # type: ignore[no-any-return]

    def __setitem__(self, key: K, value: V) -> None:
        cell = self._cell
        cell.write(self._words, cell.entry_at(cell.make_key(key)), value)

    def __delitem__(self, key: K) -> None:
        clear(self._words, self.at(key), self._cell.value)

    def field(self, key: K, name: str) -> Any:
        """Return one field of a record, without what stands beside it."""
        offset, read = place_of(self._cell.value, name)
        return read(self._words, self.at(key) + offset)

    def grow(self, key: K, amounts: V) -> None:
        """Add to every number of a record of numbers; what does not fit is our own bug."""
        grow(self._words, self.at(key), self._cell.value, amounts)


class Map(Cell, Generic[K, V]):
    """A mapping; every key has a value, the zero value until one is written."""

    def __init__(
        self, slot: int, key: type[K], value: type[V], beside: Beside | None = None
    ) -> None:
        self.slot, self.key, self.value = slot, abi_type(key), abi_type(value)
        self.beside, self.make_key = beside, key_maker_of(self.key)
        self.read, self.write = reader_of(self.value), writer_of(self.value)

    @overload
    def __get__(self, module: None, owner: type) -> "Map[K, V]": ...
    @overload
    def __get__(self, module: Held, owner: type) -> Entries[K, V]: ...
    def __get__(self, module: Held | None, owner: type) -> "Entries[K, V] | Map[K, V]":
        return self if module is None else Entries(words_of(module), self)

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

    __slots__ = ("_cell", "_words")

    def __init__(self, words: Words, cell: "PairMap[K, K2, V]") -> None:
        self._words, self._cell = words, cell

    def at(self, keys: tuple[K, K2]) -> int:
        """Return the first slot of the entry."""
        cell = self._cell
        inner = entry_of(cell.make_first(keys[0]), cell.slot)
        return entry_of(cell.make_second(keys[1]), inner)

    def row(self, first: K) -> Callable[[K2], int]:
        """Return what says where the entries of one first key begin."""
        cell = self._cell
        inner, make_key = entry_of(cell.make_first(first), cell.slot), cell.make_second
        return lambda second: entry_of(make_key(second), inner)

    def __getitem__(self, keys: tuple[K, K2]) -> V:
        return self._cell.read(self._words, self.at(keys))  # type: ignore[no-any-return]

    def __setitem__(self, keys: tuple[K, K2], value: V) -> None:
        self._cell.write(self._words, self.at(keys), value)

    def __delitem__(self, keys: tuple[K, K2]) -> None:
        clear(self._words, self.at(keys), self._cell.value)


class PairMap(Cell, Generic[K, K2, V]):
    """A mapping of mappings, read with a pair: `self.shares[validator, delegator]`."""

    def __init__(self, slot: int, first: type[K], second: type[K2], value: type[V]) -> None:
        self.slot, self.first, self.second = slot, abi_type(first), abi_type(second)
        self.value = abi_type(value)
        self.make_first, self.make_second = key_maker_of(self.first), key_maker_of(self.second)
        self.read, self.write = reader_of(self.value), writer_of(self.value)

    @overload
    def __get__(self, module: None, owner: type) -> "PairMap[K, K2, V]": ...
    @overload
    def __get__(self, module: Held, owner: type) -> PairEntries[K, K2, V]: ...
    def __get__(
        self, module: Held | None, owner: type
    ) -> "PairEntries[K, K2, V] | PairMap[K, K2, V]":
        return self if module is None else PairEntries(words_of(module), self)

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
