"""
A module's state: typed cells over its account's storage, in Solidity's layout.

    bond_wei = Map(3, Address, Wei)        mapping(address => uint256) at slot 3
    self.bond_wei[who] += amount           loads and saves keccak(pad(who) ++ pad(3))

Follows "Layout of State Variables in Storage" of the Solidity documentation, so that eth_getProof
and any Solidity tool find a value where they expect it: one field a slot, except in records that
say that they are packed. Slots are consensus: append, never move, never reuse.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
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
from chain.kit.packing import is_packed, packer_of, unpacker_of, width_of_packed
from chain.kit.plans import Source, key_encoder_of, make_record, value_of, word_of
from chain.types.primitives import Address

K = TypeVar("K")
K2 = TypeVar("K2")
V = TypeVar("V")
C = TypeVar("C", bound="Cell")
Reader = Callable[["Words", int], Any]  # of the value whose first slot this is
Writer = Callable[["Words", int, Any], None]

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
        return self.host.load(self.address, slot if slot < SLOT_END else slot - SLOT_END)

    def __setitem__(self, slot: int, word: int) -> None:
        self.host.save(self.address, slot if slot < SLOT_END else slot - SLOT_END, word)

    def run(self, slot: int, count: int) -> list[int]:
        """Return so many words, from `slot` on."""
        return self.host.load_many(self.address, _in_row(slot, count))

    def put_run(self, slot: int, words: Sequence[int]) -> None:
        """Write words one behind the other, from `slot` on."""
        slots = _in_row(slot, len(words))
        self.host.save_many(self.address, list(zip(slots, words, strict=True)))


def _in_row(slot: int, count: int) -> Sequence[int]:
    """Return so many slots from one on; behind the last comes the first."""
    if slot + count <= SLOT_END:
        return range(slot, slot + count)
    return [at % SLOT_END for at in range(slot, slot + count)]


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
    return reader_of(kind)(words, slot)


@lru_cache(maxsize=4_096)  # kinds are made when modules are declared
def reader_of(kind: AbiType) -> Reader:
    """Return what loads values of a kind."""
    source, width = Source(), width_of(kind)
    if width == 1:
        source.lines.append("w0 = words[slot]")
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
        source.lines.append(f"words[slot] = {row[0]}" if is_one else all_of_them)
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


def _words(module: Held) -> Words:
    return Words(module.host, module.address)


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
        return self.read(_words(module), self.slot)  # type: ignore[no-any-return]

    def __set__(self, module: Held, value: V) -> None:
        self.write(_words(module), self.slot, value)

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

    __slots__ = ("_cell", "_words")

    def __init__(self, words: Words, cell: "PairMap[K, K2, V]") -> None:
        self._words, self._cell = words, cell

    def at(self, keys: tuple[K, K2]) -> int:
        """Return the first slot of the entry."""
        cell = self._cell
        inner = entry_of(cell.make_first(keys[0]), cell.slot)
        return entry_of(cell.make_second(keys[1]), inner)

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
        return self if module is None else PairEntries(_words(module), self)

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
