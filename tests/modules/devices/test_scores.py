"""Scores as pure numbers."""

from hypothesis import given
from hypothesis import strategies as st

from chain.types.primitives import ZERO_ADDRESS, Wei
from modules.devices.records import Status, Tally
from modules.devices.scores import (
    demand_score,
    factor_of,
    floor_score,
    quality_bps,
    share_of,
    standing_bps,
    uptime_bps,
)

BPS = st.integers(0, 10_000)


def tally(beats: int, capacity_beats: int, burned_wei: int) -> Tally:
    """Return a tally of this work."""
    return Tally(1, ZERO_ADDRESS, 0, 0, 0, beats, capacity_beats, Wei(0), Wei(burned_wei), 0, 0)


@given(st.integers(0, 2**24 - 1), st.integers(0, 10**30), BPS, BPS, BPS)
def test_demand_score_is_at_most_what_burned(
    beats: int, burned: int, weight: int, standing: int, quality: int
) -> None:
    """No weight, standing, quality or uptime makes more of demand than it burned."""
    item = tally(beats, 0, burned)
    assert 0 <= demand_score(item, 24, factor_of(weight, standing, quality)) <= burned
    assert demand_score(tally(2**24 - 1, 0, burned), 24, factor_of(*[10_000] * 3)) == burned


def test_quality_counts_misses_by_weight() -> None:
    """Each miss is worth several passes; without a challenge quality is whole."""
    assert [10_000, 10_000, 3_333, 0] == [
        quality_bps(0, 0, 2),
        quality_bps(3, 0, 2),
        quality_bps(1, 1, 2),
        quality_bps(0, 1, 2),
    ]


def test_standings_count_differently() -> None:
    """Probation counts a little, active and degraded all, anything else nothing."""
    found = {status: standing_bps(status, 1_000) for status in Status}
    counted = {Status.PROBATION: 1_000, Status.ACTIVE: 10_000, Status.DEGRADED: 10_000}
    assert counted == {status: bps for status, bps in found.items() if bps}


def test_being_there_counts_capacity_and_windows() -> None:
    """Half the beats, or half the capacity, is half the score."""
    whole, factor = floor_score(tally(0b1111, 8, 0), 4, 10**12), 10**12
    assert whole == 2 * floor_score(tally(0b0011, 4, 0), 4, factor) == 2 * 10**12
    assert (5_000, 10_000) == (uptime_bps(2, 4), uptime_bps(0, 0))


@given(st.integers(0, 10**30), st.lists(st.integers(0, 10**20), max_size=8))
def test_shares_never_exceed_the_pool(pool: int, scores: list[int]) -> None:
    """Floored shares sum to at most the pool, short by less than a wei a share."""
    total = sum(scores)
    paid = sum(share_of(pool, score, total) for score in scores)
    assert paid <= pool
    assert total == 0 or pool - paid < max(1, len(scores))
