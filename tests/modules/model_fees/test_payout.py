"""Splits that reach base models and licensed data, and incomes that are paid on."""

from dataclasses import replace
from itertools import pairwise

import pytest

from chain.types.primitives import Bps, Seconds, Wei
from modules.model_fees.events import (
    DataPaid,
    DataReleased,
    IncomeBooked,
    IncomeDistributed,
    UnitsPaid,
)
from modules.model_fees.module import ModelFees
from modules.model_fees.payout import HELD_S_MAX, STEPS_MAX
from modules.model_fees.records import BaseShare, DataShare, Prices, RevenueSplit
from modules.model_fees.refusals import ConditionsRefused, SplitInvalid, UnknownModel
from modules.treasury.module import Treasury
from tests.modules.model_fees.scene import (
    AUTHOR,
    BASE,
    MODEL,
    PAYEE,
    PLAIN,
    PRICES,
    Scene,
    Shelves,
)
from tests.modules.stage import COIN, account

OWN = RevenueSplit(PAYEE, Bps(4_000), Bps(3_000), Bps(0))
DERIVED = replace(
    PLAIN,
    bases=(BaseShare(BASE, Bps(2_000)),),
    data=(DataShare(1, Bps(600)), DataShare(2, Bps(300)), DataShare(3, Bps(100))),
)
TUNED = "guild/tuned"


def derived() -> Scene:
    """Return a stage with a model made of another and of three assets."""
    scene = Scene()
    scene.model(TUNED, split=OWN, conditions=DERIVED)
    return scene


def test_a_derivative_pays_its_base_and_its_data() -> None:
    """M4: every leg to the wei: vault, held for a vault that cannot, booked for the base."""
    scene = derived()
    author = scene.balance_wei(AUTHOR)
    quote = scene.call("quote", TUNED, 1_001, 333, ())
    scene.call("pay_for_use", TUNED, 1_001, 333, Wei(COIN), (), value_wei=COIN)
    rest = quote.total_wei - quote.total_wei * 250 // 10_000
    base, first, second, third = (rest * bps // 10_000 for bps in (2_000, 600, 300, 100))
    assert base == scene.call("income", BASE)
    assert first == Shelves(scene.stage.host, scene.fees.caller).received[1]
    assert first == scene.stage.host.balance_wei(Shelves.address)
    assert (second, third) == (scene.call("held_for_data", 2), scene.call("held_for_data", 3))
    legs = first + second + third + base
    assert rest - legs - rest * 3 // 10 == scene.balance_wei(AUTHOR) - author
    assert base + second + third == scene.stage.host.balance_wei(ModelFees.address) - 10 * COIN
    assert scene.stage.logged(IncomeBooked(BASE, TUNED, Wei(base)))
    assert scene.stage.logged(DataPaid(1, TUNED, Wei(first), False))
    assert scene.stage.logged(DataPaid(3, TUNED, Wei(third), True))
    assert quote.total_wei == sum(leg.amount_wei for leg in quote.legs)
    usage = scene.call("usage", TUNED)
    assert (base, first + second + third) == (usage.bases_wei, usage.data_wei)
    scene.wait(1)


def test_what_is_held_for_data_is_paid_when_its_vault_takes_it() -> None:
    """A vault that cannot be paid loses nothing, and stops nobody else's part."""
    scene = derived()
    scene.call("pay_for_use", TUNED, 1_000, 0, Wei(COIN), (), value_wei=COIN)
    held_wei = scene.call("held_for_data", 2)
    assert 0 == scene.call("release_data", 2)
    scene.stage.call(Shelves, "open_second")
    assert held_wei == scene.call("release_data", 2)
    assert 0 == scene.call("held_for_data", 2) == scene.call("release_data", 2)
    assert held_wei == Shelves(scene.stage.host, scene.fees.caller).received[2]
    scene.wait(1)


def test_what_no_vault_ever_takes_is_the_treasurys_after_a_year() -> None:
    """Nothing is held for ever, whatever becomes of an asset."""
    scene = derived()
    scene.call("pay_for_use", TUNED, 1_000, 0, Wei(COIN), (), value_wei=COIN)
    held_wei, treasury = scene.call("held_for_data", 3), scene.balance_wei(Treasury.address)
    scene.wait(HELD_S_MAX - 1)
    assert 0 == scene.call("release_data", 3)
    scene.wait(1)
    assert 0 == scene.call("release_data", 3)
    assert held_wei == scene.balance_wei(Treasury.address) - treasury
    assert scene.stage.logged(DataReleased(3, held_wei, True))
    assert 0 == scene.call("held_for_data", 3)
    scene.wait(1)


def test_a_bases_income_is_paid_on_by_its_own_split() -> None:
    """Its base gets its part, the author the rest; nobody served it, no fee is taken twice."""
    scene = derived()
    own = replace(OWN, author_bps=Bps(6_000), infrastructure_bps=Bps(3_000))
    conditions = replace(PLAIN, bases=(BaseShare(TUNED, Bps(1_000)),))
    scene.model("guild/third", split=own, conditions=conditions)
    scene.call("pay_for_use", "guild/third", 10_000, 0, Wei(COIN), (), value_wei=COIN)
    income_wei = scene.call("income", TUNED)
    assert 10_000 * 10**12 * 9_750 // 10_000 // 10 == income_wei
    before, infrastructure = scene.balance_wei(AUTHOR), scene.balance_wei(PAYEE)
    assert income_wei == scene.call("distribute", TUNED)
    assert scene.stage.logged(IncomeDistributed(TUNED, income_wei))
    data_wei = sum(income_wei * bps // 10_000 for bps in (600, 300, 100))
    assert income_wei - data_wei == scene.balance_wei(AUTHOR) - before
    assert infrastructure == scene.balance_wei(PAYEE)
    assert 0 == scene.call("income", TUNED) == scene.call("income", BASE)
    assert 0 == scene.call("distribute", TUNED)
    with scene.stage.refuses(UnknownModel):
        scene.call("distribute", "guild/unknown")
    scene.wait(1)


def test_distributing_is_bounded() -> None:
    """A long line of descent is paid on in several calls, each with so many steps."""
    scene = Scene()
    names = [f"guild/m{number}" for number in range(STEPS_MAX + 3)]
    split = replace(OWN, author_bps=Bps(0), infrastructure_bps=Bps(1_000))
    scene.model(names[0])
    for older, name in pairwise(names):
        conditions = replace(PLAIN, bases=(BaseShare(older, Bps(9_000)),))
        scene.model(name, split=split, conditions=conditions)
    scene.call("pay_for_use", names[-1], 10**5, 0, Wei(COIN), (), value_wei=COIN)
    scene.call("distribute", names[-2])
    assert scene.call("income", names[1]) > 0 == scene.call("income", names[2])
    scene.call("distribute", names[1])
    assert 0 == scene.fees.incomes_wei


@pytest.mark.parametrize(
    ("refusal", "bases", "data"),
    [
        (UnknownModel, (BaseShare("guild/unknown", Bps(3_000)),), ()),
        (ConditionsRefused, (BaseShare(MODEL, Bps(3_000)),), ()),
        (ConditionsRefused, (BaseShare("guild/younger", Bps(3_000)),), ()),
        (ConditionsRefused, (), (DataShare(9, Bps(3_000)),)),
        (ConditionsRefused, (BaseShare(BASE, Bps(600)),) * 5, ()),
        (ConditionsRefused, (), (DataShare(1, Bps(600)),) * 5),
        (SplitInvalid, (BaseShare(BASE, Bps(2_999)),), ()),
        (SplitInvalid, (BaseShare(BASE, Bps(3_000)),), (DataShare(1, Bps(1)),)),
    ],
)
def test_ancestor_refusals(
    refusal: type[Exception], bases: tuple[BaseShare, ...], data: tuple[DataShare, ...]
) -> None:
    """A model is made of older models and of assets there are; all shares are the whole."""
    scene = Scene()
    scene.model("guild/younger")
    conditions = replace(PLAIN, bases=bases, data=data)
    at = Seconds(scene.stage.time_s + 100)
    with scene.stage.refuses(refusal):  # type: ignore[arg-type]
        scene.call("schedule_terms", MODEL, PRICES, OWN, conditions, at, sender=AUTHOR)


def test_a_plain_split_of_a_derivative_keeps_its_ancestors() -> None:
    """A new split that forgot the bases would not be the whole."""
    scene = derived()
    at = Seconds(scene.stage.time_s + 100)
    with scene.stage.refuses(SplitInvalid):
        whole = RevenueSplit(account(5), Bps(7_000), Bps(3_000), Bps(0))
        scene.call("schedule_split", TUNED, whole, at, sender=AUTHOR)
    scene.call("schedule_split", TUNED, OWN, at, sender=AUTHOR)
    scene.wait_until(at)
    assert DERIVED == scene.call("conditions_in_force", TUNED)


def test_payments_are_counted_by_day() -> None:
    """What was used of a model is known for each day, unit by unit."""
    scene = derived()
    scene.call("pay_for_units", TUNED, (7, 2), Wei(COIN), (), value_wei=COIN)
    day = scene.stage.time_s // 86_400
    use = scene.call("usage_on", TUNED, day)
    assert (1, 1, 13 * 10**12) == (use.payments, use.requests, use.charged_wei)
    assert (7, 2, 0, 0, 0, 0) == use.units
    assert 0 == scene.call("usage_on", TUNED, day + 1).payments
    assert 0 == scene.stage.events(UnitsPaid)


def test_a_part_of_one_wei_is_booked_and_less_is_the_authors() -> None:
    """M4: shares are floored, and the dust is never anybody else's."""
    scene = Scene()
    prices = Prices(Wei(1), Wei(0))
    scene.model(TUNED, prices=prices, split=OWN, conditions=DERIVED)
    before = scene.balance_wei(AUTHOR)
    scene.call("pay_for_use", TUNED, 5, 0, Wei(5), (), value_wei=5)
    assert 1 == scene.call("income", BASE) == scene.fees.incomes_wei
    assert 3 == scene.balance_wei(AUTHOR) - before
    scene.wait(1)
