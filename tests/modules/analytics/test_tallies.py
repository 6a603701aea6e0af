"""Counters side by side in a word."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modules.analytics.records import CounterFull, Tally
from modules.analytics.tallies import (
    LEG_FIELDS,
    PLACES,
    WORDS,
    charged_wei,
    plus,
    raised,
    since,
    unpack,
    without_active,
)

changes = st.dictionaries(
    st.sampled_from(sorted(PLACES)), st.integers(0, 2**63 - 1), max_size=len(PLACES)
)


def reader(words: dict[int, int]) -> Callable[[int], int]:
    """Return what reads words; those that were never written are zero."""
    return lambda index: words.get(index, 0)


def told(words: dict[int, int]) -> Tally:
    """Return the tally of words."""
    return unpack(reader(words))


def test_words_are_filled_without_gaps_or_overlaps() -> None:
    """Each field has bits of its own in one of six words."""
    bits = [
        (place.word, bit)
        for place in PLACES.values()
        for bit in range(place.shift, place.shift + place.bits)
    ]
    assert len(set(bits)) == len(bits) == 256 * WORDS
    assert all(0 <= bit < 256 and 0 <= word < WORDS for word, bit in bits)


def test_usual_legs_share_two_words() -> None:
    """Layout is for good: what stands where is what storage means."""
    assert (0, 0, 64) == PLACES["payments"]
    assert (0, 192, 64) == PLACES["active_payers"]
    assert [1, 1, 2] == [PLACES[n].word for n in ("supplier_wei", "treasury_wei", "burned_wei")]
    assert (5, 192, 64) == PLACES["disputes_won"]
    assert 7 == len(set(LEG_FIELDS.values()))


@given(st.lists(changes, max_size=5))
def test_words_add_up_as_numbers_do(steps: list[dict[str, int]]) -> None:
    """Whatever is raised in whatever order, each counter is its own sum."""
    words: dict[int, int] = {}
    sums = dict.fromkeys(PLACES, 0)
    for step in steps:
        expected = {name: sums[name] + change for name, change in step.items()}
        full = [name for name, value in expected.items() if value >= 1 << PLACES[name].bits]
        try:
            words |= raised(reader(words), step)
        except CounterFull:
            assert full
            continue
        assert not full
        sums |= expected
    assert told(words) == Tally(**as_any(sums))


def as_any(values: dict[str, int]) -> dict[str, Any]:
    """Return the values as fields of any type."""
    return dict(values)


def test_counter_is_full_before_it_runs_over() -> None:
    """The last number fits; one more is refused by the counter's name."""
    most = (1 << 64) - 1
    words = raised(lambda index: 0, {"uses": most})
    assert most == told(words).uses
    with pytest.raises(CounterFull, match="uses"):
        raised(lambda index: words.get(index, 0), {"uses": 1})
    assert {} == raised(lambda index: words.get(index, 0), {"uses": 0})


@given(changes, changes)
def test_differences_undo_sums_but_for_who_is_active(first: Any, second: Any) -> None:
    """Active payers are a number of their epoch, never less what came before."""
    before = told(raised(lambda index: 0, first))
    after = plus(before, told(raised(lambda index: 0, second)))
    found = since(after, before)
    for name in PLACES:
        if name == "active_payers":
            assert getattr(found, name) == getattr(after, name)
        else:
            assert getattr(found, name) == second.get(name, 0)
    assert charged_wei(found) == sum(second.get(name, 0) for name in LEG_FIELDS.values())


def test_new_epoch_has_no_active_payers_and_all_else() -> None:
    """One field of a word goes, its neighbours stay."""
    words = raised(lambda index: 0, {"payments": 9, "payers": 3, "active_payers": 2})
    words[0] = without_active(words[0])
    assert Tally(payments=9, payers=3) == told(words)
