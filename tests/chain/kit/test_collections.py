"""Lists and sets in storage behave like Python's and lie like Solidity's."""

from typing import ClassVar

import pytest
from eth_utils import keccak
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.kit.collections import List, ListMap, Set, SetMap
from chain.kit.memory_host import MemoryHost
from chain.types.primitives import Address
from tests.chain.kit.demo import Note

ALICE, BOB, CAROL = (Address(bytes([n]) * 20) for n in (1, 2, 3))


class Shelf:
    """Collections of every kind in one account."""

    address: ClassVar[Address] = Address(b"\x0f" * 20)

    numbers = List(0, int)
    notes = List(1, Note)
    guests = Set(2, Address)  # 2 and 3
    lists = ListMap(4, Address, str)
    sets = SetMap(5, str, int)

    def __init__(self) -> None:
        self.host = MemoryHost()

    def word(self, slot: int) -> int:
        """What stands in a slot."""
        return self.host.load(self.address, slot % 2**256)


def hashed(*words: int) -> int:
    """keccak of words, as a number."""
    return int.from_bytes(keccak(b"".join(word.to_bytes(32, "big") for word in words)), "big")


def test_a_list_lies_like_a_dynamic_array():
    """Length at the slot, elements from keccak(slot), two slots for a record of two fields."""
    shelf = Shelf()
    shelf.numbers.append(7)
    shelf.numbers.append(8)
    assert (2, 7, 8) == (shelf.word(0), shelf.word(hashed(0)), shelf.word(hashed(0) + 1))
    shelf.notes.append(Note(ALICE, "a"))
    shelf.notes.append(Note(BOB, "b"))
    assert int.from_bytes(BOB, "big") == shelf.word(hashed(1) + 2)


def test_a_set_lies_like_an_enumerable_set():
    """OpenZeppelin's layout: values in an array, each value's position, from 1, in a mapping."""
    shelf = Shelf()
    for guest in (ALICE, BOB, CAROL):
        shelf.guests.add(guest)

    def position(who: bytes) -> int:
        return shelf.word(hashed(int.from_bytes(who, "big"), 3))

    assert (3, 1, 2, 3) == (shelf.word(2), position(ALICE), position(BOB), position(CAROL))
    shelf.guests.discard(ALICE)
    assert (2, 0, 2, 1) == (shelf.word(2), position(ALICE), position(BOB), position(CAROL))
    assert [CAROL, BOB] == list(shelf.guests)
    assert int.from_bytes(CAROL, "big") == shelf.word(hashed(2))
    assert 0 == shelf.word(hashed(2) + 2)


def test_maps_of_collections_hash_their_keys():
    """The list or set of a key begins at keccak(key ++ slot)."""
    shelf = Shelf()
    shelf.lists[BOB].append("x")
    assert 1 == shelf.word(hashed(int.from_bytes(BOB, "big"), 4))
    shelf.sets["k"].add(9)
    base = int.from_bytes(keccak(b"k" + (5).to_bytes(32, "big")), "big")
    assert (1, 9) == (shelf.word(base), shelf.word(hashed(base)))
    assert 1 == shelf.word(hashed(9, base + 1))
    assert 0 == len(shelf.sets["other"])


def test_positions_outside_a_list_are_refused():
    """No negative positions, nothing behind the end, nothing to pop from an empty list."""
    shelf = Shelf()
    shelf.numbers.append(1)
    for index in (-1, 1, 2**256):
        with pytest.raises(IndexError, match="of a list of 1"):
            _ = shelf.numbers[index]
        with pytest.raises(IndexError, match="of a list of 1"):
            shelf.numbers[index] = 1
    shelf.numbers.pop()
    with pytest.raises(IndexError, match="of a list of 0"):
        shelf.numbers.pop()


def test_pages_are_bounded_by_the_list():
    """A page that begins behind the end is empty, one that reaches over it is short."""
    shelf = Shelf()
    for number in range(5):
        shelf.numbers.append(number)
        shelf.guests.add(Address(bytes([number]) * 20))
    assert ((1, 2), (4,), (), ()) == tuple(
        shelf.numbers.page(*page) for page in ((1, 2), (4, 9), (5, 1), (2**255, 2**255))
    )
    assert (bytes([3]) * 20,) == shelf.guests.page(3, 1)


def test_collections_name_their_types():
    """The layout file shows what each is."""
    assert ("uint256[]", "EnumerableSet(address)") == (
        Shelf.numbers.solidity(),
        Shelf.guests.solidity(),
    )
    assert "mapping(address => string[])" == Shelf.lists.solidity()
    assert "mapping(string => EnumerableSet(uint256))" == Shelf.sets.solidity()
    assert (2, 1, 1) == (Shelf.guests.width, Shelf.numbers.width, Shelf.sets.width)


texts = st.sampled_from(("", "a", "é" * 20, "x" * 100))
list_steps = st.one_of(
    st.tuples(st.just("append"), texts),
    st.tuples(st.just("pop"), st.none()),
    st.tuples(st.just("set"), st.tuples(st.integers(0, 9), texts)),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(list_steps, max_size=30))
def test_a_list_is_a_list(steps):
    """Any appends, pops and assignments leave what they leave in a Python list."""
    shelf, model = Shelf(), []
    found = shelf.lists[ALICE]
    for step, value in steps:
        if step == "append":
            found.append(value)
            model.append(value)
        elif step == "pop" and model:
            assert model.pop() == found.pop()
        elif step == "set" and value[0] < len(model):
            found[value[0]] = model[value[0]] = value[1]
        assert (len(model), model) == (len(found), list(found))
    while model:
        assert model.pop() == found.pop()
    assert {} == shelf.host.words


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 12)), max_size=40))
def test_a_set_is_a_set(steps):
    """Any additions and removals leave the members of a Python set, in one order for all."""
    shelf, model = Shelf(), set()
    found = shelf.sets["key"]
    for is_added, value in steps:
        if is_added:
            assert (value not in model) == found.add(value)
            model.add(value)
        else:
            assert (value in model) == found.discard(value)
            model.discard(value)
        assert (len(model), sorted(model)) == (len(found), sorted(found))
        assert all((value in model) == (value in found) for value in range(13))
        assert tuple(found) == found.page(0, 100)
    for value in sorted(model):
        found.discard(value)
    assert {} == shelf.host.words
