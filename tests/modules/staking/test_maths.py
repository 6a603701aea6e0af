"""Shares and stake as pure numbers."""

from hypothesis import assume, given
from hypothesis import strategies as st

from chain.types.primitives import Wei
from modules.staking.maths import (
    fraction_of,
    shares_for_deposit,
    shares_for_withdrawal,
    worth_wei,
)
from modules.staking.records import Pool

AMOUNTS = st.integers(1, 10**27)


@st.composite
def pools(draw: st.DrawFn) -> Pool:
    """Draw a pool as slashes leave it: never more wei than shares."""
    tokens = draw(AMOUNTS)
    return Pool(Wei(tokens), draw(st.integers(tokens, tokens * 10**6)))


POOLS = pools()


@given(AMOUNTS, AMOUNTS)
def test_shares_are_wei_until_a_slash(held: int, amount: int) -> None:
    """In a pool that was never slashed a share is a wei, both ways."""
    assume(amount <= held)
    pool = Pool(Wei(held), held)
    assert amount == shares_for_deposit(pool, amount)
    assert amount == shares_for_withdrawal(pool, amount, held) == worth_wei(pool, amount)


@given(POOLS, st.data())
def test_rounding_favours_the_pool(pool: Pool, data: st.DataObject) -> None:
    """
    Whatever a share is worth, what goes in is worth no more and what comes out costs no less.

    cosmos-sdk#3160, #4094, #4389, #16940: stake computed above the real stake halted chains.
    """
    tokens, shares = pool.tokens_wei, pool.shares
    held, amount = data.draw(st.integers(1, shares)), data.draw(AMOUNTS)
    assert shares_for_deposit(pool, amount) * tokens <= amount * shares
    assert worth_wei(pool, shares_for_deposit(pool, amount)) <= amount
    worth = worth_wei(pool, held)
    assume(worth > 0)
    taken = data.draw(st.integers(1, worth))
    spent = shares_for_withdrawal(pool, taken, held)
    assert spent * tokens >= taken * shares and spent <= held


@given(POOLS, st.data())
def test_no_worthless_shares_are_left_behind(pool: Pool, data: st.DataObject) -> None:
    """Who takes out all that shares are worth holds none, and an empty pool has no shares."""
    held = data.draw(st.integers(1, pool.shares))
    worth = worth_wei(pool, held)
    assume(worth > 0)
    taken = data.draw(st.integers(max(worth - 3, 1), worth))
    spent = shares_for_withdrawal(pool, taken, held)
    after = Pool(Wei(pool.tokens_wei - taken), pool.shares - spent)
    assert spent == held or worth_wei(after, held - spent) > 0
    assert taken < worth or spent == held
    assert after.tokens_wei <= after.shares


@given(POOLS, AMOUNTS)
def test_a_share_is_never_worth_more_than_a_wei(pool: Pool, amount: int) -> None:
    """A deposit buys at least a share a wei, so no first holder can make shares dear (ERC-4626)."""
    bought = shares_for_deposit(pool, amount)
    assert amount <= bought
    assert pool.tokens_wei + amount <= pool.shares + bought


def test_empty_pool_begins_one_to_one() -> None:
    """The first stake behind a validator buys one share a wei, and no shares are worth nothing."""
    assert 5 == shares_for_deposit(Pool(Wei(0), 0), 5)
    assert 0 == worth_wei(Pool(Wei(0), 0), 0)


@given(st.integers(0, 10**27), st.integers(0, 10_000))
def test_a_fraction_is_rounded_down(amount: int, bps: int) -> None:
    """A slash takes no wei more than its fraction, and all of it at 10,000 bps."""
    assert (
        fraction_of(amount, bps) * 10_000 <= amount * bps < (fraction_of(amount, bps) + 1) * 10**4
    )
    assert amount == fraction_of(amount, 10_000)
