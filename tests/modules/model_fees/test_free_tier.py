"""What terms give away and how fast a model may be used, by one payment and by session."""

from dataclasses import replace

from chain.types.primitives import Seconds, Wei
from modules.model_fees.events import UnitsPaid
from modules.model_fees.free_tier import UNLIMITED
from modules.model_fees.refusals import TooManyRequests, VoucherInvalid
from tests.modules.model_fees.scene import (
    MODEL,
    OTHER,
    PAYER,
    PLAIN,
    PRICE_IN,
    PRICE_OUT,
    Scene,
)
from tests.modules.stage import COIN, account

FREE = replace(PLAIN, free_units=(50, 5), free_period_s=Seconds(86_400))
RATED = replace(PLAIN, requests_max=2, window_s=Seconds(60))


def pay(scene: Scene, model_id: str, *units: int, sender: int | None = None) -> int:
    """Pay for units without a limit of its own; return the charge."""
    who = PAYER if sender is None else sender
    values = (model_id, units, Wei(COIN), ())
    found: int = scene.call("pay_for_units", *values, sender=who, value_wei=COIN)
    return found


def test_free_units_are_not_charged_once_a_period() -> None:
    """Each account has its own quota; the next period has a new one."""
    scene = Scene()
    scene.model("guild/free", conditions=FREE)
    assert (50, 5, 0, 0, 0, 0) == scene.call("free_units_left", "guild/free", PAYER)
    assert 0 == pay(scene, "guild/free", 30, 5)
    used, free = (30, 5, 0, 0, 0, 0), (30, 5, 0, 0, 0, 0)
    assert scene.stage.logged(UnitsPaid(PAYER, "guild/free", used, free, Wei(0)))
    assert (20, 0, 0, 0, 0, 0) == scene.call("free_units_left", "guild/free", PAYER)
    assert 10 * PRICE_IN + PRICE_OUT == pay(scene, "guild/free", 30, 1)
    assert 0 == pay(scene, "guild/free", 50, 5, sender=OTHER)
    scene.wait(86_400)
    assert 0 == pay(scene, "guild/free", 50, 5)


def test_a_session_takes_what_is_left_of_the_free_units() -> None:
    """They are given once: to the session's first lane of the model, not to two sessions."""
    scene = Scene()
    scene.model("guild/free", conditions=FREE)
    pay(scene, "guild/free", 10, 0)
    number = scene.open("guild/free")
    assert (0,) * 6 == scene.call("free_units_left", "guild/free", PAYER)
    due_wei = 60 * PRICE_IN + 5 * PRICE_OUT
    voucher = scene.voucher(number, (100, 10), amount_wei=due_wei)
    with scene.stage.refuses(VoucherInvalid, "ABOVE_PRICE"):
        scene.redeem(replace(voucher, amount_wei=due_wei + 1))
    scene.redeem(voucher)
    other = scene.open("guild/free")
    scene.redeem(scene.voucher(other))
    scene.redeem(scene.voucher(number, lane=1))


def test_payments_of_an_account_are_limited_a_window() -> None:
    """The rate is each account's own and new in each window."""
    scene = Scene()
    scene.model("guild/rated", conditions=RATED)
    scene.wait(60 - scene.stage.time_s % 60)
    assert 2 == scene.call("requests_left", "guild/rated", PAYER)
    pay(scene, "guild/rated", 1)
    pay(scene, "guild/rated", 1)
    assert 0 == scene.call("requests_left", "guild/rated", PAYER)
    with scene.stage.refuses(TooManyRequests):
        pay(scene, "guild/rated", 1)
    pay(scene, "guild/rated", 1, sender=OTHER)
    scene.wait(60)
    pay(scene, "guild/rated", 1)
    assert UNLIMITED == scene.call("requests_left", MODEL, account(OTHER))
