"""Prices that follow use: integer steps inside a band, for new sessions only."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from chain.types.primitives import Bps, Seconds, Wei
from modules.model_fees.demand import after
from modules.model_fees.events import FactorChanged
from modules.model_fees.records import Band, Demand
from tests.modules.model_fees.scene import MODEL, PLAIN, PRICE_IN, PRICE_OUT, Scene
from tests.modules.stage import COIN

CAPACITY_WEI = 1_000 * PRICE_IN
BAND = Band(Wei(CAPACITY_WEI), Bps(4_000), Bps(6_000), 500, 8_000, 20_000)
HOT = "guild/hot"


def hot() -> Scene:
    """Return a stage with a model whose price follows its use."""
    scene = Scene()
    scene.model(HOT, conditions=replace(PLAIN, band=BAND))
    return scene


def use(scene: Scene, tokens: int) -> int:
    """Pay for tokens read; return the charge."""
    found: int = scene.call("pay_for_use", HOT, tokens, 0, Wei(COIN), (), value_wei=COIN)
    return found


def test_busy_epochs_raise_the_price_and_idle_ones_lower_it() -> None:
    """Each epoch moves the factor by one step, down to the floor, when it is next touched."""
    scene = hot()
    assert 700 * PRICE_IN == use(scene, 700)
    scene.wait(20)
    assert 10_500 == scene.call("demand", HOT).factor_bps
    assert 700 * PRICE_IN * 105 // 100 == use(scene, 700)
    assert scene.stage.logged(FactorChanged(HOT, scene.call("demand", HOT).since_s, 10_500))
    scene.wait(20)
    assert 100 * PRICE_IN * 110 // 100 == use(scene, 100)
    scene.wait(20)
    assert 10_500 == scene.call("demand", HOT).factor_bps
    scene.wait(20 * 50)
    assert 8_000 == scene.call("demand", HOT).factor_bps
    quote = scene.call("quote", HOT, 0, 3, ())
    assert 3 * PRICE_OUT * 8 // 10 == quote.total_wei


def test_a_session_keeps_the_factor_it_began_with() -> None:
    """M7: what use does to prices later reaches no session under way."""
    scene = hot()
    number = scene.open(HOT)
    scene.redeem(scene.voucher(number, (900, 0)))
    scene.wait(20)
    later = scene.open(HOT)
    factors = [
        scene.call("tariff", scene.channel(found).tariffs[0]).factor_bps
        for found in (number, later)
    ]
    assert [10_000, 10_500] == factors
    scene.redeem(scene.voucher(number, (950, 0), 2))


def test_a_model_without_a_band_has_its_list_price() -> None:
    """Use is not even counted where prices do not follow it."""
    scene = hot()
    scene.call("pay_for_use", MODEL, 10**6, 0, Wei(2 * COIN), (), value_wei=2 * COIN)
    assert Demand(Seconds(0), Wei(0), 0) == scene.call("demand", MODEL)


@given(
    st.integers(0, 30_000),
    st.integers(0, 3 * CAPACITY_WEI),
    st.integers(1, 100),
    st.integers(0, 4_000),
)
def test_a_factor_stays_in_its_bounds(factor: int, value: int, epochs: int, low: int) -> None:
    """Whatever the use and however long nobody looked, the factor is between floor and ceiling."""
    band = replace(BAND, low_bps=Bps(low))
    found = after(band, Demand(Seconds(1), Wei(value), factor), epochs)
    assert band.floor_bps <= found <= band.ceiling_bps
    start = min(max(factor, band.floor_bps), band.ceiling_bps)
    assert abs(found - start) <= band.step_bps * epochs
