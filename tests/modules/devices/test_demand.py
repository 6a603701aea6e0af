"""Demand: who is paid, what is burned, and what a payer whom nobody served can do."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.kit.host import CallInfo
from chain.kit.module import Unauthorized
from chain.types.primitives import Bps, Wei
from modules.devices.demand import UNITS_MAX
from modules.devices.events import PriceSet, ServiceNoted, ServicePaid
from modules.devices.module import Devices
from modules.devices.records import PRICE_WEI_MAX, DeviceClass, PenaltyStatus
from modules.devices.refusals import (
    CapacityInvalid,
    NothingPaid,
    PriceExceeds,
    PriceTooHigh,
    ReportRefused,
    TooManyUnits,
    UnknownReceipt,
)
from modules.treasury.module import Treasury
from tests.modules.devices.scene import (
    EVIDENCE,
    GPU_BOND_WEI,
    OTHER,
    OWNER,
    PAYER,
    Scene,
)
from tests.modules.stage import COIN, account


def serving(price_wei: int = COIN, **changed: int) -> tuple[Scene, int]:
    """Return a scene with an active device that has a price, at an epoch's first block."""
    scene = Scene(**changed)
    number = scene.active(1)
    scene.call("set_price", number, Wei(price_wei))
    return scene, number


def test_payment_is_split_to_the_wei() -> None:
    """The owner gets the price less the take; half of that burns; too much sent comes back."""
    scene, number = serving()
    assert scene.stage.logged(PriceSet(number, COIN))
    before = [scene.stage.balance_wei(who) for who in (OWNER, PAYER)]
    receipt = scene.call("pay_for_service", number, 4, sender=PAYER, value_wei=5 * COIN)
    take_wei = 4 * COIN * 500 // 10_000
    burned_wei = take_wei // 2
    paid = (number, account(PAYER), receipt, 4, Wei(4 * COIN), Wei(burned_wei))
    assert scene.stage.logged(ServicePaid(*paid))
    after = [scene.stage.balance_wei(who) for who in (OWNER, PAYER)]
    assert [4 * COIN - take_wei, -4 * COIN] == [a - b for a, b in zip(after, before, strict=True)]
    assert take_wei - burned_wei == scene.stage.host.balance_wei(Treasury.address)
    assert 4 * COIN == scene.call("class_utilisation", DeviceClass.GPU).served_wei


def test_payments_that_cannot_be_are_refused() -> None:
    """Nothing, too little, or too many units at once."""
    scene, number = serving()
    for units, value_wei, refusal in (
        (0, COIN, NothingPaid),
        (2, 2 * COIN - 1, PriceExceeds),
        (UNITS_MAX + 1, COIN, TooManyUnits),
    ):
        with scene.stage.refuses(refusal):
            scene.call("pay_for_service", number, units, sender=PAYER, value_wei=value_wei)
    scene.call("set_price", number, Wei(0))
    with scene.stage.refuses(NothingPaid):
        scene.call("pay_for_service", number, 1, sender=PAYER, value_wei=COIN)


def test_a_price_beyond_all_coins_is_refused() -> None:
    """So that no number of units costs more than a word holds, nor any capacity a bond."""
    scene, number = serving()
    scene.call("set_price", number, PRICE_WEI_MAX)
    with scene.stage.refuses(PriceTooHigh):
        scene.call("set_price", number, Wei(PRICE_WEI_MAX + 1))
    with scene.stage.refuses(PriceExceeds):
        scene.call("pay_for_service", number, UNITS_MAX, sender=PAYER, value_wei=COIN)
    assert GPU_BOND_WEI * 64 == scene.call("required_bond", DeviceClass.GPU, 64)
    with scene.stage.refuses(CapacityInvalid):
        scene.call("required_bond", DeviceClass.GPU, 2**255)


def test_device_without_demand_earns_the_floor_alone() -> None:
    """gonka#1078: zero requests are zero for demand; who served takes all of that pool."""
    scene = Scene()
    idle, busy = scene.enlist(1), scene.enlist(2, OTHER)
    scene.next_epoch()
    scene.good_epochs(idle, busy, count=2)
    scene.serve(busy, 100 * COIN, 10 * COIN)
    assert scene.stage.logged(ServiceNoted(busy, Wei(100 * COIN), Wei(10 * COIN)))
    epoch = scene.call("current_epoch").number
    scene.good_epochs(idle, busy)
    report = scene.call("epoch_report", epoch)
    assert 9 * COIN == report.demand_wei
    newest = [scene.call("tranches_of", number)[-1].amount_wei for number in (idle, busy)]
    assert [5 * COIN, 5 * COIN + 9 * COIN] == newest


def test_only_the_market_notes_service() -> None:
    """Nobody else's word counts, and a paused module or a device out of service counts nothing."""
    scene, number = serving()
    outsider = Devices(scene.stage.host, CallInfo(account(PAYER)))
    with pytest.raises(Unauthorized):
        outsider.note_served(number, Wei(1), Wei(1))
    scene.call("retire", number)
    scene.serve(number, COIN, COIN)
    assert 0 == scene.call("uptime", number).burned_wei == scene.stage.events(ServiceNoted)
    scene.devices.set_paused(True)
    scene.serve(number, COIN, COIN)
    assert 0 == scene.stage.events(ServiceNoted)


@settings(max_examples=12, deadline=None)
@given(
    st.integers(1, 10**22),
    st.integers(1, 64),
    st.integers(0, 10_000),
    st.integers(0, 10_000),
)
def test_serving_oneself_never_pays(value_wei: int, capacity: int, beta: int, take: int) -> None:
    """HIP-149: a sham buyer burns at least what demand returns, at any capacity and any rates."""
    scene = Scene(
        beta_bps=Bps(beta), take_bps=Bps(min(take, 5_000)), floor_wei=Wei(0), probation_epochs=1
    )
    sham = scene.enlist(1, capacity=capacity)
    honest = scene.enlist(2, OTHER)
    scene.next_epoch()
    scene.good_epochs(sham, honest)
    scene.call("set_price", sham, Wei(value_wei))
    scene.call("pay_for_service", sham, 1, value_wei=value_wei)
    scene.serve(honest, 50 * COIN, COIN)
    burned_wei = scene.call("uptime", sham).burned_wei
    scene.beat_windows(sham, honest, count=4)
    scene.next_epoch()
    assert scene.call("device", sham).earned_wei <= burned_wei * beta // 10_000


def test_report_follows_the_receipt() -> None:
    """Who paid reports up to what was paid for, in time, once; the table's tier is filed."""
    scene, number = serving()
    with scene.stage.refuses(UnknownReceipt):
        scene.call("report_unserved", 1, 1, EVIDENCE, sender=PAYER)
    scene.call("pay_for_service", number, 4, sender=PAYER, value_wei=4 * COIN)
    for windows in (0, 5):
        with scene.stage.refuses(ReportRefused):
            scene.call("report_unserved", 1, windows, EVIDENCE, sender=PAYER)
    penalty = scene.call("report_unserved", 1, 3, EVIDENCE, sender=PAYER)
    record = scene.call("penalty", penalty)
    assert (1, account(PAYER)) == (record.tier, record.harmed)
    assert GPU_BOND_WEI * 2_000 // 10_000 == record.amount_wei
    assert PenaltyStatus.PENDING == record.status
    scene.call("pay_for_service", number, 4, sender=PAYER, value_wei=4 * COIN)
    scene.tune(report_blocks=1)
    scene.go_to(scene.call("receipt", 2).expires_at)
    with scene.stage.refuses(ReportRefused, "until height"):
        scene.call("report_unserved", 2, 3, EVIDENCE, sender=PAYER)


def test_a_wei_does_not_threaten_a_bond() -> None:
    """A report needs a payment in proportion to the slash it asks for."""
    scene, number = serving(price_wei=1)
    scene.call("pay_for_service", number, 1, sender=PAYER, value_wei=1)
    with scene.stage.refuses(ReportRefused, "a payment of"):
        scene.call("report_unserved", 1, 1, EVIDENCE, sender=PAYER)


def test_open_penalties_of_a_device_are_bounded() -> None:
    """What would be one too many is refused to a reporter."""
    scene, number = serving()
    for _ in range(17):
        scene.call("pay_for_service", number, 1, sender=PAYER, value_wei=COIN)
    for receipt in range(1, 17):
        scene.call("report_unserved", receipt, 1, EVIDENCE, sender=PAYER)
    with scene.stage.refuses(ReportRefused, "too many"):
        scene.call("report_unserved", 17, 1, EVIDENCE, sender=PAYER)
