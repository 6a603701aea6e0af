"""Where a module's values lie."""

from collections.abc import Iterable

import pytest

from chain.errors import Malformed
from chain.kit.host import CallInfo
from chain.kit.memory_host import MemoryHost
from chain.types.primitives import Address, Hash32, Height, Wei
from rpc.grpc.cells import find_slots
from tests.chain.kit.render.sample import Branch, Grade, Leaf, Sample, Stage

OWNER = Address(b"\x22" * 20)


class Reader:
    """A memory host's storage as a state."""

    def __init__(self, host: MemoryHost) -> None:
        self._host = host

    def storage(self, address: Address, slot: int) -> int:
        """Return a word."""
        return self._host.load(address, slot)


class Recording(MemoryHost):
    """Notes which slots are written."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[int] = []

    def save(self, address: Address, slot: int, word: int) -> None:
        """Note the slot."""
        self.written.append(slot)
        super().save(address, slot, word)

    def save_many(self, address: Address, words: Iterable[tuple[int, int]]) -> None:
        """Note the slots."""
        for slot, word in words:
            self.save(address, slot, word)


def branch() -> Branch:
    """Return a record with lists, a long text and everything else."""
    leaves = (Leaf(OWNER, Wei(1)), Leaf(OWNER, Wei(2)))
    return Branch(
        *(leaves[0], leaves, (7, 8, 9), Grade.FINE, Stage.SHUT, Hash32(b"\1" * 32)),
        *(b"\2" * 70, "short", True, 5, Height(9)),  # type: ignore[arg-type]
    )


def test_every_slot_that_a_value_takes_is_found() -> None:
    """Those that were written when it was stored, lists and long texts among them."""
    host = Recording()
    Sample(host, CallInfo(OWNER)).map["oak"] = branch()
    found = find_slots(Sample, "map", ["oak"], Reader(host), 100)  # type: ignore[arg-type]
    assert set(host.written) == set(found)
    assert len(found) == len(set(found)) > 15


def test_maps_of_maps_and_plain_values_are_found() -> None:
    """Each takes the keys that its declaration has."""
    host = Recording()
    module = Sample(host, CallInfo(OWNER))
    module.pairs[OWNER, Height(3)] = Stage.SHUT
    reader = Reader(host)
    keys = ["0x" + OWNER.hex(), "3"]
    assert host.written == find_slots(Sample, "pairs", keys, reader, 9)  # type: ignore[arg-type]
    assert [32, 33] == find_slots(Sample, "value", [], reader, 9)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cell", "keys", "told"),
    [
        ("nothing", [], "cell: one of settings, "),
        ("value", ["1"], "keys: 0 expected for value, found 1"),
        ("pairs", ["0x" + "22" * 20], "keys: 2 expected for pairs, found 1"),
        ("pairs", ["0x12", "3"], r"keys\[0\]: 0x and 40 hex digits expected"),
        ("list", [], "a value, a map or a map of maps expected, list is"),
    ],
)
def test_what_names_no_value_is_refused(cell: str, keys: list[str], told: str) -> None:
    """The error says what there is."""
    with pytest.raises(Malformed, match=told):
        find_slots(Sample, cell, keys, Reader(MemoryHost()), 9)  # type: ignore[arg-type]


def test_a_value_that_is_too_long_is_refused() -> None:
    """A list of a million elements is not walked."""
    host = MemoryHost()
    Sample(host, CallInfo(OWNER)).map["oak"] = branch()
    with pytest.raises(Malformed, match="at most 5 slots expected"):
        find_slots(Sample, "map", ["oak"], Reader(host), 5)  # type: ignore[arg-type]
