"""The schedule as pure numbers: where the rate goes, and how much that issues."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.types.primitives import Bps
from modules.mint.records import RATE_WHOLE, YEAR_S, MintParams
from modules.mint.schedule import bonded_ratio, cap_wei, clamped_rate, issue_wei, next_rate

PARAMS = MintParams()
PERCENT = RATE_WHOLE // 100
RATES = st.integers(0, RATE_WHOLE)
SUPPLY_WEI = 10**27


@pytest.mark.parametrize(
    ("ratio", "moved"),
    [
        (0, 13 * PERCENT),  # nothing at stake: the whole yearly change
        (67 * PERCENT // 2, 13 * PERCENT // 2),
        (67 * PERCENT, 0),  # at the goal
        (67 * PERCENT * 3 // 2, -13 * PERCENT // 2),
    ],
)
def test_rate_moves_by_how_far_stake_is_from_its_goal(ratio: int, moved: int) -> None:
    """In a year at one bonded ratio the rate moves by its share of the yearly change."""
    free = MintParams(inflation_bps_min=Bps(0))
    start = 7 * PERCENT - min(moved, 0)
    assert clamped_rate(start + moved, free) == next_rate(start, ratio, YEAR_S, free)


@given(RATES, st.integers(0, RATE_WHOLE), st.integers(0, 10**9))
def test_rate_stays_within_its_bounds(rate: int, ratio: int, elapsed_s: int) -> None:
    """Whatever the ratio and the time, the rate is between its least and its most."""
    found = next_rate(rate, ratio, elapsed_s, PARAMS)
    assert 7 * PERCENT <= found <= 20 * PERCENT


@given(
    st.integers(7 * PERCENT, 20 * PERCENT), st.integers(0, RATE_WHOLE), st.integers(0, RATE_WHOLE)
)
def test_more_stake_never_raises_the_rate(rate: int, one: int, other: int) -> None:
    """The rate falls, or at least does not rise, as more is at stake."""
    less, more = sorted((one, other))
    assert next_rate(rate, more, 60, PARAMS) <= next_rate(rate, less, 60, PARAMS)


def test_a_year_issues_what_the_rate_says() -> None:
    """A year of issuance at 10 % is 10 %, to the wei where it can be."""
    assert SUPPLY_WEI // 10 == issue_wei(SUPPLY_WEI, 10 * PERCENT, YEAR_S, 2 * SUPPLY_WEI)


@given(st.integers(0, SUPPLY_WEI), RATES, st.integers(0, 10**9), st.integers(0, SUPPLY_WEI))
def test_issuance_never_passes_the_cap(supply: int, rate: int, elapsed_s: int, cap: int) -> None:
    """What is issued is nothing, or leaves the supply at or below the cap."""
    amount_wei = issue_wei(supply, rate, elapsed_s, cap)
    assert 0 == amount_wei or (0 < amount_wei and supply + amount_wei <= cap)


@given(RATES, st.lists(st.integers(0, 60), max_size=9))
def test_cutting_time_into_blocks_issues_no_more(rate: int, gaps: list[int]) -> None:
    """Faster blocks issue nothing extra: each block is rounded down."""
    parts = sum(issue_wei(SUPPLY_WEI, rate, gap, 2 * SUPPLY_WEI) for gap in gaps)
    whole = issue_wei(SUPPLY_WEI, rate, sum(gaps), 2 * SUPPLY_WEI)
    assert whole - len(gaps) <= parts <= whole


def test_ratio_and_cap() -> None:
    """Stake over supply, nothing where there is none; the cap is a multiple of genesis."""
    assert RATE_WHOLE // 4 == bonded_ratio(1, 4)
    assert 0 == bonded_ratio(0, 0)
    assert 2 * SUPPLY_WEI == cap_wei(SUPPLY_WEI, PARAMS)
