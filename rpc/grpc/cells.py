"""
Which slots a module's value lies in, found by reading it and noting where.

    cell "shares", keys ["0x..", "0x.."] --load--> the slots that were read, in order
"""

from collections.abc import Sequence
from typing import Any, Final, cast

from chain.errors import Malformed
from chain.kit.abi import AbiType
from chain.kit.host import Host
from chain.kit.module import Module, cells_of
from chain.kit.storage import Cell, Map, PairMap, Value, Words, entry_of, key_bytes, load
from chain.kit.text import from_json, shorten
from chain.types.primitives import Address
from chain.types.state import StateReader

NAME_CHARACTERS_MAX: Final = 64  # of a name that an error repeats


class _Tracks:
    """A state that notes which slots are read; as much of a Host as reading a value takes."""

    def __init__(self, reader: StateReader, slots_max: int) -> None:
        self._reader, self._slots_max = reader, slots_max
        self.slots: dict[int, None] = {}

    def load(self, address: Address, slot: int) -> int:
        """Return the word at a slot; raises Malformed where the value takes too many."""
        self.slots[slot] = None
        if len(self.slots) > self._slots_max:
            raise Malformed(f"a value of at most {self._slots_max} slots expected, found a longer")
        return self._reader.storage(address, slot)

    def load_many(self, address: Address, slots: Sequence[int]) -> list[int]:
        """Return the words at some slots."""
        return [self.load(address, slot) for slot in slots]


def find_slots(
    module: type[Module], name: str, keys: Sequence[str], reader: StateReader, slots_max: int
) -> list[int]:
    """Return every slot that a value takes in this state, in order; raises Malformed."""
    cells = cells_of(module)
    cell = cells.get(name)
    if cell is None:
        shown = name[:NAME_CHARACTERS_MAX]
        raise Malformed(f"cell: one of {', '.join(cells)} expected, found {shown!r}")
    slot, kind = _place(name, cell, keys)
    tracks = _Tracks(reader, slots_max)
    load(Words(cast(Host, tracks), module.address), slot, kind)
    return list(tracks.slots)


def _place(name: str, cell: Cell, keys: Sequence[str]) -> tuple[int, AbiType]:
    """Where the value begins, and its type."""
    if isinstance(cell, Value):
        _keys(name, (), keys)
        return cell.slot, cell.kind
    if isinstance(cell, Map):
        (key,) = _keys(name, (cell.key,), keys)
        return cell.entry_at(key), cell.value
    if isinstance(cell, PairMap):
        first, second = _keys(name, (cell.first, cell.second), keys)
        return entry_of(second, entry_of(first, cell.slot)), cell.value
    raise Malformed(f"cell: a value, a map or a map of maps expected, {name} is {cell.solidity()}")


def _keys(name: str, kinds: Sequence[AbiType], keys: Sequence[str]) -> list[bytes]:
    """The keys as mappings hash them."""
    if len(keys) != len(kinds):
        given = shorten(list(keys))
        raise Malformed(f"keys: {len(kinds)} expected for {name}, found {len(keys)}: {given}")
    values: list[Any] = [
        from_json(kind, text, f"keys[{index}]")
        for index, (kind, text) in enumerate(zip(kinds, keys, strict=True))
    ]
    return [key_bytes(kind, value) for kind, value in zip(kinds, values, strict=True)]
