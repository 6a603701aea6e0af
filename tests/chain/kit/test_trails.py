"""Trails are lists of small numbers that lie three to a word, the newest with their count."""

from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.kit.memory_host import MemoryHost
from chain.kit.storage import entry_of, tail_of
from chain.kit.trails import LANE_END, TrailMap
from chain.types.primitives import Address

SMALL = st.one_of(st.integers(0, 3), st.just(LANE_END - 1))


class Shelf:
    """Trails in one account."""

    address: ClassVar[Address] = Address(b"\x0f" * 20)

    trails = TrailMap(4, str)

    def __init__(self) -> None:
        self.host = MemoryHost()


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.tuples(st.booleans(), SMALL), max_size=20), st.integers(0, 20), st.integers(0, 9)
)
def test_a_trail_is_a_list(steps, offset, limit):
    """Any appends, and replacements of the newest, leave what they leave in a Python list."""
    shelf, model = Shelf(), []
    found = shelf.trails["k"]
    for is_appended, number in steps:
        if is_appended or not model:
            found.append(number)
            model.append(number)
        else:
            found.replace_last(number)
            model[-1] = number
        assert (len(model), model) == (len(found), list(found))
    assert model == [found[index] for index in range(len(model))]
    assert tuple(model[offset : offset + limit]) == found.page(offset, limit)
    assert 0 == len(shelf.trails["other"])


def test_the_newest_lie_with_the_count_and_full_words_behind():
    """Words of three from keccak(slot) on; the head counts all and holds up to three."""
    shelf = Shelf()
    for number in range(1, 6):
        shelf.trails["k"].append(number)
    at = entry_of(b"k", 4)
    held = {slot: word for (_, slot), word in shelf.host.words.items()}
    head = 5 << 192 | 5 << 64 | 4
    assert {at: head, tail_of(at): 3 << 128 | 2 << 64 | 1} == held


def test_an_entry_changes_one_word_and_every_third_two():
    """A thousand entries write fewer than 1.4 words each."""
    shelf, changed = Shelf(), []
    for number in range(1_000):
        shelf.trails["k"].append(number)
        changed.append(shelf.host.snapshot())
        shelf.host.forget()
    assert {1, 2} == set(changed)
    assert 1_333 == sum(changed)


@pytest.mark.parametrize("number", [-1, LANE_END])
def test_a_number_that_does_not_fit_is_refused(number):
    """A number never spills into its neighbour or the count."""
    trail = Shelf().trails["k"]
    trail.append(1)
    for put in (trail.append, trail.replace_last):
        with pytest.raises(OverflowError, match="below 2"):
            put(number)
    assert [1] == list(trail)


def test_positions_outside_a_trail_are_refused():
    """No negative positions, nothing behind the end, no newest where there is none."""
    trail = Shelf().trails["k"]
    with pytest.raises(IndexError, match="empty trail"):
        trail.replace_last(1)
    trail.append(7)
    for index in (-1, 1):
        with pytest.raises(IndexError, match="of a trail of 1"):
            _ = trail[index]


def test_trails_name_their_types():
    """The layout file shows what each is."""
    assert "mapping(string => Trail(uint64))" == Shelf.trails.solidity()
