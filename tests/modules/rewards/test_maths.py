"""Rewards per share as pure numbers: what is credited always pays everyone, and hardly more."""

from hypothesis import given
from hypothesis import strategies as st

from modules.rewards.maths import PRECISION, credited_wei, earned_wei, index_growth

SUPPLY_WEI = 10**33  # far more coins than there will be
HOLDINGS = st.lists(st.integers(0, 10**28), min_size=1, max_size=8).filter(any)


@given(st.integers(0, SUPPLY_WEI), HOLDINGS)
def test_what_is_credited_pays_every_holder(reward_wei: int, holdings: list[int]) -> None:
    """No way of holding the shares earns more than was credited, nor that more than came in."""
    shares = sum(holdings)
    growth = index_growth(reward_wei, shares)
    credit_wei = credited_wei(growth, shares)
    assert sum(earned_wei(growth, held) for held in holdings) <= credit_wei <= reward_wei


@given(st.integers(0, SUPPLY_WEI), st.integers(1, 10**28))
def test_one_holder_loses_at_most_a_wei(reward_wei: int, shares: int) -> None:
    """Precision is fine enough that a reward reaches whoever holds all shares, but for one wei."""
    growth = index_growth(reward_wei, shares)
    assert reward_wei - earned_wei(growth, shares) <= 1
    assert reward_wei - credited_wei(growth, shares) <= 1


@given(st.integers(0, 10**30), st.integers(0, 10**30), st.integers(0, 10**28))
def test_settling_more_often_earns_no_more(first: int, second: int, shares: int) -> None:
    """However a span is cut, rounding is never in favour of who settles (cosmos-sdk#3160)."""
    assert earned_wei(first, shares) + earned_wei(second, shares) <= earned_wei(
        first + second, shares
    )


def test_all_coins_on_one_share_fit_a_word() -> None:
    """The index cannot grow out of its slot and stop the chain."""
    assert index_growth(SUPPLY_WEI, 1) == SUPPLY_WEI * PRECISION < 2**256
