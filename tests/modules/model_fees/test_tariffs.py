"""What units cost: each meter rounded up, prices as they were locked."""

from hypothesis import given
from hypothesis import strategies as st

from chain.types.primitives import Bps
from modules.model_fees.records import METER_SCALE_MAX, METERS_MAX, TOKEN_PRICE_WEI_MAX
from modules.model_fees.tariffs import Rates, load, lock
from tests.modules.model_fees.scene import Scene

PRICE = st.tuples(st.integers(0, 100 * TOKEN_PRICE_WEI_MAX), st.integers(1, METER_SCALE_MAX))


def rates(*prices: tuple[int, int]) -> Rates:
    """Return a tariff of these prices."""
    return Rates(1, 1, Bps(250), 10_000, 0, 0, prices)


def test_every_meter_is_rounded_up() -> None:
    """aperture#247: input and output are weighted by their prices, and a part of a wei is one."""
    assert 1 == rates((1, 3)).cost_wei([1])
    assert 1 + 2 == rates((1, 3), (1, 2)).cost_wei([2, 3])
    assert 3 == rates((1, 1), (10**12, 10**12)).cost_wei([2, 1, 0, 0, 0, 0])
    assert 0 == rates((5, 3)).cost_wei([0])


@given(st.lists(PRICE, min_size=2, max_size=METERS_MAX), st.data())
def test_a_cost_is_exact_to_the_wei(prices: list[tuple[int, int]], data: st.DataObject) -> None:
    """gonka: no product overflows, and no payer is charged a wei more than rounding up asks."""
    units = [data.draw(st.integers(0, 2**64 - 1)) for _ in prices]
    exact = [price * count for (price, _), count in zip(prices, units, strict=True)]
    cost = rates(*prices).cost_wei(units)
    least = sum(part // scale for part, (_, scale) in zip(exact, prices, strict=True))
    assert least <= cost <= least + len(prices)
    for part, (_, scale) in zip(exact, prices, strict=True):
        least += 1 if part % scale else 0
    assert least == cost


@given(st.lists(PRICE, min_size=2, max_size=METERS_MAX), st.integers(0, 2**32 - 1))
def test_a_tariff_comes_back_as_it_was_locked(prices: list[tuple[int, int]], bps: int) -> None:
    """Packing loses no price, and the same tariff has one number."""
    fees = Scene().fees
    one = Rates(3, 7, Bps(250), bps, 60, 2**48 - 1, tuple(prices))
    number = lock(fees, one)
    assert number == lock(fees, one)
    assert one == load(fees, number)
