"""Shares, stake and elections as pure numbers."""

from hypothesis import given
from hypothesis import strategies as st

from chain.types.primitives import Wei
from modules.staking.maths import elect, shares_for_deposit, shares_for_withdrawal, worth_wei
from modules.staking.records import POWER_UNIT_WEI, Pool, ValidatorPower
from tests.modules.stage import account

AMOUNTS = st.integers(1, 10**27)


@given(AMOUNTS, AMOUNTS)
def test_shares_are_wei_until_a_slash(held: int, amount: int) -> None:
    """In a pool that was never slashed a share is a wei, both ways."""
    pool = Pool(Wei(held), held)
    assert amount == shares_for_deposit(pool, amount)
    assert amount == shares_for_withdrawal(pool, amount) == worth_wei(pool, amount)


@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_rounding_favours_the_pool(tokens: int, shares: int, amount: int) -> None:
    """Whatever a share is worth, what goes in is worth no more and what comes out costs no less."""
    pool = Pool(Wei(tokens), shares)
    assert shares_for_deposit(pool, amount) * tokens <= amount * shares
    assert shares_for_withdrawal(pool, amount) * tokens >= amount * shares
    assert worth_wei(pool, shares_for_deposit(pool, amount)) <= amount


def test_empty_pool_begins_one_to_one() -> None:
    """The first stake behind a validator buys one share a wei, and no shares are worth nothing."""
    assert 5 == shares_for_deposit(Pool(Wei(0), 0), 5)
    assert 0 == worth_wei(Pool(Wei(0), 0), 0)


@given(st.lists(st.integers(0, 5 * POWER_UNIT_WEI), max_size=8), st.integers(1, 5))
def test_the_elected_are_the_strongest_in_one_order(stakes: list[int], seats: int) -> None:
    """No one outside the set has more stake than one inside, whatever order they come in."""
    field = [ValidatorPower(account(n + 1), stake) for n, stake in enumerate(stakes)]
    winners = elect(field, seats)
    assert winners == elect(list(reversed(field)), seats)
    inside = {item.validator for item in winners}
    chosen = [item.power for item in field if item.validator in inside]
    others = [item.power for item in field if item.validator not in inside]
    assert len(winners) <= seats
    assert not chosen or not others or min(chosen) >= max(others) or max(others) < POWER_UNIT_WEI
    assert all(item.power > 0 for item in winners)


def test_ties_go_to_the_lower_address() -> None:
    """Equal stake is ordered by address, so that every node elects alike."""
    field = [ValidatorPower(account(n), 2 * POWER_UNIT_WEI) for n in (3, 1, 2)]
    assert [account(1), account(2)] == [item.validator for item in elect(field, 2)]
