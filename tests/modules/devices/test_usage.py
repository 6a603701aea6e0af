"""What devices tell the book of usage: direct payments, and reports of who was not served."""

from chain.kit.usage import Leg
from modules.devices.records import PenaltyStatus
from tests.modules.devices.scene import EVIDENCE, OWNER, PAYER, Scene
from tests.modules.devices.test_demand import serving
from tests.modules.stage import COIN, account


def pay(scene: Scene, number: int, units: int = 4) -> None:
    """Pay for units of service."""
    scene.call("pay_for_service", number, units, sender=PAYER, value_wei=units * COIN + 7)


def test_payment_is_told_with_its_legs() -> None:
    """What the owner, the treasury and the fire got, of what was charged; not of the change."""
    scene, number = serving()
    before = scene.stage.balance_wei(OWNER)
    pay(scene, number)
    ((payer, uses, legs),) = scene.usage.payments
    assert (account(PAYER), 4, 4 * COIN) == (payer, uses, sum(legs.values()))
    assert scene.stage.balance_wei(OWNER) - before == legs[Leg.SUPPLIER]
    assert 4 * COIN * 250 // 10_000 == legs[Leg.BURNED] == legs[Leg.TREASURY]


def test_what_the_compute_market_pays_it_tells_itself() -> None:
    """A payment that is noted here as service is no second payment."""
    scene, number = serving()
    scene.serve(number, COIN, COIN // 10)
    assert [] == scene.usage.payments


def test_report_is_a_dispute_and_its_end_a_verdict() -> None:
    """Executed for want of an appeal: lost. Lifted by a jury: not lost."""
    scene, number = serving()
    for _ in range(2):
        pay(scene, number)
    first = scene.call("report_unserved", 1, 3, EVIDENCE, sender=PAYER)
    assert (1, []) == (scene.usage.disputes, scene.usage.verdicts)
    scene.go_to(scene.call("penalty", first).deadline_at + 1)
    assert PenaltyStatus.EXECUTED == scene.call("penalty", first).status
    assert [True] == scene.usage.verdicts
    second = scene.call("report_unserved", 2, 3, EVIDENCE, sender=PAYER)
    scene.call("appeal", second, EVIDENCE)
    scene.rule(scene.call("penalty", second).claim, 0)
    assert PenaltyStatus.LIFTED == scene.call("penalty", second).status
    assert (2, [True, False]) == (scene.usage.disputes, scene.usage.verdicts)


def test_outage_that_nobody_paid_for_is_no_dispute() -> None:
    """Penalties that the chain files by itself are about beats, not about a payment."""
    scene = Scene()
    number = scene.active(1)
    assert number
    while not scene.devices.penalty_count:
        scene.next_epoch()
    scene.go_to(scene.stage.height + 60)
    assert (0, []) == (scene.usage.disputes, scene.usage.verdicts)


def test_book_that_does_not_listen_stops_no_payment() -> None:
    """The device is paid and reported all the same."""
    scene, number = serving()
    scene.usage.refuses = True
    pay(scene, number)
    assert 1 == scene.call("report_unserved", 1, 3, EVIDENCE, sender=PAYER)
    assert [] == scene.usage.payments
