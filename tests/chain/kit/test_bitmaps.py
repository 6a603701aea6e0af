"""Sets of numbers kept as bits are sets, and cost what changes in them."""

from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.kit.abi import UINT256
from chain.kit.bitmaps import NUMBER_LEVELS, NumberSet, NumberSetMap, lowest_bit
from chain.kit.memory_host import MemoryHost
from chain.kit.storage import entry_of
from chain.types.primitives import Address

END = 256**NUMBER_LEVELS
NUMBERS = st.one_of(
    st.integers(0, 600), st.sampled_from((65_535, 65_536, 2**24, 2**32, END - 256, END - 1))
)


class Shelf:
    """Sets of numbers in one account."""

    address: ClassVar[Address] = Address(b"\x0f" * 20)

    open = NumberSet(3)
    by_epoch = NumberSetMap(4, int)

    def __init__(self) -> None:
        self.host = MemoryHost()

    def changes(self) -> int:
        """How many words were written since the last time."""
        count = self.host.snapshot()
        self.host.forget()
        return count


@settings(max_examples=120, deadline=None)
@given(st.lists(st.tuples(st.booleans(), NUMBERS), max_size=40), NUMBERS)
def test_a_set_of_numbers_is_a_set(steps, start):
    """Any additions and removals leave the members of a Python set, read in their order."""
    shelf, model = Shelf(), set()
    found = shelf.by_epoch[7]
    for is_added, number in steps:
        if is_added:
            assert (number not in model) == found.add(number)
            model.add(number)
        else:
            assert (number in model) == found.discard(number)
            model.discard(number)
        assert (number in model) == (number in found)
    assert sorted(model) == list(found)
    assert (min(model) if model else None) == found.first()
    assert tuple(sorted(n for n in model if n >= start))[:5] == found.page(start, 5)
    for number in sorted(model):
        found.discard(number)
    assert {} == shelf.host.words


def test_neighbours_share_a_word():
    """Two hundred things numbered in a row, that begin and end together, change one word."""
    shelf = Shelf()
    for number in range(256, 456):
        shelf.open.add(number)
    assert 1 + NUMBER_LEVELS - 1 == len(shelf.host.words)
    level_0 = entry_of(UINT256.encode(1), Shelf.open.slot)
    assert (1 << 200) - 1 == shelf.host.words[Shelf.address, level_0]
    shelf.changes()
    shelf.open.discard(300)
    assert 1 == shelf.changes()


def test_a_far_member_is_found_without_a_walk():
    """The next number of an almost empty set is a handful of reads away."""
    shelf, reads = Shelf(), []
    shelf.open.add(END - 1)
    load = shelf.host.load
    shelf.host.load = lambda address, slot: reads.append(slot) or load(address, slot)
    assert (END - 1,) == shelf.open.page(0, 2)
    assert len(reads) <= 2 * NUMBER_LEVELS + 1


@pytest.mark.parametrize("number", [-1, END, 2**256])
def test_numbers_beyond_the_last_level_are_no_members(number):
    """What has no bit cannot be put in, is not in, and is not taken for another number."""
    shelf = Shelf()
    shelf.open.add(0)
    with pytest.raises(OverflowError, match="below 256"):
        shelf.open.add(number)
    assert number not in shelf.open
    assert not shelf.open.discard(number)


def test_a_page_from_beyond_the_end_is_empty():
    """A caller may ask for numbers from anywhere on."""
    shelf = Shelf()
    shelf.open.add(5)
    assert ((), (), (5,)) == tuple(shelf.open.page(*page) for page in ((END, 9), (6, 9), (0, 9)))


@given(st.integers(1, 2**256 - 1))
def test_the_lowest_bit_is_found(bits):
    """The position of the lowest set bit, for any word."""
    assert bin(bits)[::-1].index("1") == lowest_bit(bits)


def test_sets_name_their_types():
    """The layout file shows what each is; both take one slot."""
    assert "NumberSet" == Shelf.open.solidity()
    assert "mapping(uint256 => NumberSet)" == Shelf.by_epoch.solidity()
    assert (1, 1) == (Shelf.open.width, Shelf.by_epoch.width)
