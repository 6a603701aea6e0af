"""Charges and splits as pure numbers."""

from hypothesis import given
from hypothesis import strategies as st

from chain.types.primitives import Bps, Wei
from modules.model_fees.maths import (
    charge_wei,
    legs_sum_to_charge,
    share_wei,
    split_legs,
    usage_of,
)
from modules.model_fees.records import (
    LegKind,
    Prices,
    Referrer,
    RevenueSplit,
    Use,
)
from tests.modules.stage import account

SHARES = st.integers(0, 10_000)


@st.composite
def splits(draw: st.DrawFn) -> RevenueSplit:
    """Draw shares that are the whole."""
    first, second = sorted((draw(SHARES), draw(SHARES)))
    return RevenueSplit(account(5), Bps(first), Bps(second - first), Bps(10_000 - second))


@given(st.integers(0, 10**30), st.integers(0, 2_000), splits(), st.integers(0, 4), SHARES)
def test_legs_sum_to_the_charge(
    total: int, fee: int, split: RevenueSplit, referrers: int, first: int
) -> None:
    """Whatever the shares, every wei of the charge goes somewhere, none twice, none negative."""
    rest = 10_000 - first
    named = [
        Referrer(account(7 + n), Bps(share))
        for n, share in enumerate((first, rest // 2, 0, rest - rest // 2)[:referrers])
    ]
    legs = split_legs(Wei(total), Bps(fee), split, account(4), account(1), named)
    assert total == sum(leg.amount_wei for leg in legs)
    assert all(leg.amount_wei > 0 for leg in legs)
    paid = {kind: sum(leg.amount_wei for leg in legs if leg.kind == kind) for kind in LegKind}
    left = total - total * fee // 10_000
    assert total - left == paid[LegKind.TREASURY]
    assert left * split.infrastructure_bps // 10_000 == paid[LegKind.INFRASTRUCTURE]
    referral = left * split.referrer_bps // 10_000
    shares = [item.share_bps for item in named]
    assert sum(referral * share // 10_000 for share in shares) == paid[LegKind.REFERRER]
    assert legs_sum_to_charge(usage_of(Use(1, 1, Wei(total), (1, 1)), legs))


@given(
    st.integers(0, 10**24), st.integers(0, 10**24), st.integers(0, 10**12), st.integers(0, 10**12)
)
def test_charge_is_exact(price_in: int, price_out: int, read: int, written: int) -> None:
    """A charge is the sum of units by price, without any rounding."""
    prices = Prices(Wei(price_in), Wei(price_out))
    assert price_in * read + price_out * written == charge_wei(prices, read, written)


def test_share_rounds_down() -> None:
    """Half a wei is not paid."""
    assert 0 == share_wei(1, 9_999)
    assert 1 == share_wei(1, 10_000)
