"""Words that hold several numbers give them back, and nothing is lost at their borders."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modules.model_fees.packing import (
    COURSE_BITS,
    HANDS_BITS,
    LANE_BITS,
    PURSE_BITS,
    TAIL_BITS,
    PackedLane,
    lane_units,
    pack,
    pack_units,
    unpack,
    unpack_units,
)

LAYOUTS = (PURSE_BITS, COURSE_BITS, HANDS_BITS, LANE_BITS, TAIL_BITS)


@given(st.sampled_from(LAYOUTS), st.data())
def test_what_is_packed_is_unpacked(bits: tuple[int, ...], data: st.DataObject) -> None:
    """Every layout fits a word and gives back each number, the largest included."""
    assert sum(bits) <= 256
    values = [data.draw(st.integers(0, 2**width - 1)) for width in bits]
    assert values == unpack(pack(*zip(values, bits, strict=True)), *bits)


@pytest.mark.parametrize("value", [-1, 4])
def test_a_number_that_does_not_fit_is_our_own_bug(value: int) -> None:
    """No number flows into its neighbour."""
    with pytest.raises(AssertionError):
        pack((value, 2), (0, 2))


@given(st.lists(st.integers(0, 2**64 - 1), min_size=6, max_size=6))
def test_units_of_six_meters_fit_two_words(units: list[int]) -> None:
    """All six come back in their order."""
    assert tuple(units) == unpack_units(*pack_units(units))


def test_a_lane_keeps_tokens_beside_the_root() -> None:
    """Two meters stand in the tail, four in the third word."""
    tail = pack(*zip((2**160 - 1, 7, 9), TAIL_BITS, strict=True))
    more = pack((1, 64), (2, 64), (3, 64), (4, 64))
    assert (7, 9, 1, 2, 3, 4) == lane_units(PackedLane(0, tail, more))
