"""How a price is split and earned, for all numbers."""

from hypothesis import given
from hypothesis import strategies as st

from chain.types.primitives import Bps, Seconds, Wei
from modules.licensing.maths import Rates, difference, earned_wei, is_at_once, split, stack_bps
from modules.licensing.records import QUANTUM_WEI, Kind, Share, Term, Terms

AMOUNT = st.integers(0, 10**27)


@st.composite
def rates(draw: st.DrawFn) -> Rates:
    """Draw fees and a royalty stack up to the whole."""
    count = draw(st.integers(0, 6))
    shares = tuple(
        Share(n, Bps(draw(st.integers(0, 10_000 // max(1, count))))) for n in range(count)
    )
    fees = (Bps(draw(st.integers(0, 2_000))), Bps(draw(st.integers(0, 3_000))))
    return Rates(*fees, shares)


def total(parts: object) -> int:
    """Sum all legs of a split."""
    found = vars(parts)
    return int(found["fee_wei"] + found["referrer_wei"] + found["owner_wei"]) + sum(
        found["royalties_wei"]
    )


@given(AMOUNT, rates())
def test_legs_sum_to_the_price(amount_wei: int, found: Rates) -> None:
    """L1, L2: no wei too many or too few, no leg below zero, at any fee and any stack."""
    parts = split(amount_wei, found)
    assert amount_wei == total(parts)
    assert min(parts.fee_wei, parts.referrer_wei, parts.owner_wei, *parts.royalties_wei, 0) == 0


@given(st.lists(AMOUNT, min_size=1, max_size=8), AMOUNT, rates())
def test_when_it_is_settled_changes_no_leg(marks: list[int], rest_wei: int, found: Rates) -> None:
    """Path independence: settling in whole quanta pays each leg what one settlement would."""
    price_wei = sum(marks) + rest_wei
    paid, released = [0] * (3 + len(found.shares)), 0
    ups = [sum(marks[: n + 1]) for n in range(len(marks))]
    for target in [up - up % QUANTUM_WEI for up in ups] + [price_wei]:
        parts = difference(split(target, found), split(released, found))
        legs = (parts.fee_wei, parts.referrer_wei, parts.owner_wei, *parts.royalties_wei)
        assert min(legs) >= 0
        paid = [a + b for a, b in zip(paid, legs, strict=True)]
        released = target
    once = split(price_wei, found)
    assert paid == [once.fee_wei, once.referrer_wei, once.owner_wei, *once.royalties_wei]


@given(AMOUNT, st.integers(1, 10**9), st.lists(st.integers(0, 2 * 10**9), min_size=2))
def test_what_is_earned_only_grows_up_to_the_price(
    price_wei: int, seconds: int, clocks: list[int]
) -> None:
    """L4: linear in time, never beyond the price, all of it at the end."""
    term = Term(Wei(price_wei), Wei(0), Seconds(5), Seconds(5 + seconds), Bps(0), Wei(0), Bps(0))
    terms = Terms(kind=Kind.SUBSCRIPTION, duration_s=Seconds(seconds))
    found = [earned_wei(terms, term, 0, clock) for clock in sorted(clocks)]
    assert found == sorted(found)
    assert price_wei >= found[-1]
    assert (0, price_wei) == (
        earned_wei(terms, term, 0, 5),
        earned_wei(terms, term, 0, 5 + seconds),
    )


def test_what_never_runs_out_is_earned_with_the_sale() -> None:
    """Perpetual and free licences, and seats without end, defer nothing."""
    assert [is_at_once(Terms(kind=kind)) for kind in Kind] == [
        kind in (Kind.PERPETUAL, Kind.FREE, Kind.SEATS) for kind in Kind
    ]
    assert not is_at_once(Terms(kind=Kind.SEATS, duration_s=Seconds(1)))
    assert 300 == stack_bps((Share(1, Bps(100)), Share(2, Bps(200))))
