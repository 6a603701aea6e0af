"""Whole terms: meters, ancestors, quotas and bands, with the notice that prices have."""

from dataclasses import replace
from typing import Any

import pytest

from chain.types.primitives import Bps, Seconds, Wei
from modules.model_fees.events import ConditionsSet, ProviderAllowed, TermsCancelled
from modules.model_fees.records import TOKEN_PRICE_WEI_MAX, Band, Meter
from modules.model_fees.refusals import (
    ConditionsRefused,
    NotAuthor,
    NothingUsed,
    NoticeTooShort,
    PriceTooHigh,
    TooManyUnits,
)
from tests.modules.model_fees.scene import (
    AUTHOR,
    IMAGES,
    MODEL,
    NOBODY,
    OTHER,
    PLAIN,
    PRICES,
    SECONDS,
    SPLIT,
    Scene,
)
from tests.modules.stage import COIN, account

BAND = Band(Wei(COIN), Bps(4_000), Bps(6_000), 500, 8_000, 20_000)
MEDIA = replace(PLAIN, meters=(SECONDS, IMAGES))


def schedule(scene: Scene, at: int, **changed: Any) -> int:
    """Announce terms with other conditions."""
    conditions = replace(PLAIN, **changed)
    values = (MODEL, PRICES, SPLIT, conditions, Seconds(at))
    found: int = scene.call("schedule_terms", *values, sender=AUTHOR)
    return found


def test_a_model_prices_what_it_counts() -> None:
    """Seconds and images are paid for by their own prices, rounded up, beside tokens."""
    scene = Scene()
    scene.model("guild/media", conditions=MEDIA)
    units = (10, 2, 7, 3)
    quote = scene.call("quote_units", "guild/media", units, ())
    cost = 16 * 10**12 - (-7 * SECONDS.price_wei // SECONDS.scale) + 3 * IMAGES.price_wei
    assert cost == quote.total_wei
    assert cost == scene.call("pay_for_units", "guild/media", units, cost, (), value_wei=COIN)
    with scene.stage.refuses(TooManyUnits):
        scene.call("quote_units", "guild/media", (*units, 1), ())
    with scene.stage.refuses(TooManyUnits):
        scene.call("quote_units", "guild/media", (2**64,), ())
    with scene.stage.refuses(NothingUsed):
        scene.call("quote_units", "guild/media", (), ())


def test_conditions_change_with_notice_and_stay_with_later_prices() -> None:
    """A new price list has the conditions of the one before; a cancelled one leaves nothing."""
    scene = Scene()
    at = scene.stage.time_s + 10
    with scene.stage.refuses(NoticeTooShort):
        schedule(scene, at - 1, meters=(SECONDS,))
    assert 2 == schedule(scene, at, meters=(SECONDS,))
    assert scene.stage.logged(ConditionsSet(MODEL, MODEL, 2, 1))
    assert PLAIN == scene.call("conditions_in_force", MODEL)
    scene.wait_until(at)
    assert (SECONDS,) == scene.call("conditions_in_force", MODEL).meters
    scene.call("schedule_prices", MODEL, PRICES, Seconds(at + 10), sender=AUTHOR)
    scene.wait_until(at + 10)
    assert (SECONDS,) == scene.call("conditions_in_force", MODEL).meters
    schedule(scene, at + 30, meters=(IMAGES,))
    scene.call("cancel_scheduled", MODEL, sender=AUTHOR)
    assert scene.stage.logged(TermsCancelled(MODEL, MODEL, 4))
    scene.wait_until(at + 30)
    assert (SECONDS,) == scene.call("conditions_in_force", MODEL).meters
    assert (IMAGES,) == scene.call("conditions_numbered", 2).meters


@pytest.mark.parametrize(
    "changed",
    [
        {"meters": (SECONDS,) * 5},
        {"meters": (replace(SECONDS, name="Seconds"),)},
        {"meters": (replace(SECONDS, name=""),)},
        {"meters": (replace(SECONDS, scale=0),)},
        {"meters": (replace(SECONDS, scale=10**12 + 1),)},
        {"free_units": (1,)},
        {"free_units": (1, 1, 1), "free_period_s": Seconds(9)},
        {"free_units": (2**64,), "free_period_s": Seconds(9)},
        {"free_period_s": Seconds(9)},
        {"requests_max": 1},
        {"window_s": Seconds(9)},
        {"requests_max": 2**48, "window_s": Seconds(9)},
        {"requests_max": 1, "window_s": Seconds(10**9)},
        {"policy": 99},
        {"band": replace(BAND, capacity_wei=Wei(0))},
        {"band": replace(BAND, low_bps=Bps(6_001))},
        {"band": replace(BAND, high_bps=Bps(10_001))},
        {"band": replace(BAND, step_bps=501)},
        {"band": replace(BAND, step_bps=0)},
        {"band": replace(BAND, floor_bps=999)},
        {"band": replace(BAND, floor_bps=10_001)},
        {"band": replace(BAND, ceiling_bps=9_999)},
        {"band": replace(BAND, ceiling_bps=100_001)},
    ],
)
def test_conditions_refusals(changed: dict[str, Any]) -> None:
    """Each rule of conditions is refused, inside the bounds that the chain governs."""
    scene = Scene()
    with scene.stage.refuses(ConditionsRefused):
        schedule(scene, scene.stage.time_s + 10, **changed)


def test_a_meter_may_cost_no_more_than_a_token() -> None:
    """A charge cannot grow out of all proportion by another meter."""
    scene = Scene()
    dear = Meter("dear", Wei(TOKEN_PRICE_WEI_MAX + 1), 1)
    with scene.stage.refuses(PriceTooHigh):
        schedule(scene, scene.stage.time_s + 10, meters=(dear,))


def test_only_the_author_sets_conditions_and_providers() -> None:
    """Nobody else changes who serves or what it costs."""
    scene = Scene()
    at = Seconds(scene.stage.time_s + 10)
    with scene.stage.refuses(NotAuthor):
        scene.call("schedule_terms", MODEL, PRICES, SPLIT, PLAIN, at, sender=NOBODY)
    with scene.stage.refuses(NotAuthor):
        scene.call("allow_provider", MODEL, account(OTHER), True, sender=NOBODY)
    scene.call("allow_provider", MODEL, account(OTHER), True, sender=AUTHOR)
    assert scene.stage.logged(ProviderAllowed(MODEL, account(OTHER), True))
