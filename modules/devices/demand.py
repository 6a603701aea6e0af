"""
Demand: what devices are paid for, and what follows when a payment was not served.

    payer --coins--> owner, after the take: part burned, part to the treasury --> receipt
    compute market --note_served--> the same counters; rewards follow what was burned
    receipt --report--> penalty of the windows that were not served
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from chain.kit.usage import Leg, legs_of, tell
from chain.types.primitives import Hash32, Height, Wei
from modules.devices import epochs, penalties
from modules.devices.books import enter
from modules.devices.events import PriceSet, ServiceNoted, ServicePaid
from modules.devices.machines import PAYER, PENALTY, READY
from modules.devices.records import PRICE_WEI_MAX, PenaltyStatus, Reason, Receipt
from modules.devices.refusals import (
    NothingPaid,
    PriceExceeds,
    PriceTooHigh,
    ReportRefused,
    TooManyUnits,
    UnknownReceipt,
)
from modules.devices.scores import WHOLE

if TYPE_CHECKING:
    from modules.devices.module import Devices

UNITS_MAX: Final = 100_000  # windows of service on one receipt
REPORT_SHARE: Final = 100  # a report needs a payment of 1 / so much of the slash that it asks for


def set_price(devices: Devices, number: int, price_wei: Wei) -> None:
    """Set what a unit of service costs, for the owner."""
    enter(devices, "set_price", number)
    if price_wei > PRICE_WEI_MAX:
        raise PriceTooHigh(PRICE_WEI_MAX, price_wei)
    devices.register_of[number] = replace(devices.register_of[number], price_wei=price_wei)
    devices.emit(PriceSet(number, price_wei))


def pay_for_service(devices: Devices, number: int, units: int) -> int:
    """Pay the owner of a device that is still there; return the receipt's number."""
    epochs.settle(devices, number)
    enter(devices, "pay_for_service", number)
    device, live = devices.register_of[number], devices.live
    if units == 0 or device.price_wei == 0:
        raise NothingPaid()
    if units > UNITS_MAX:
        raise TooManyUnits(UNITS_MAX)
    cost_wei = units * device.price_wei
    if devices.value_wei < cost_wei:
        raise PriceExceeds(Wei(cost_wei), devices.value_wei)
    take_wei = cost_wei * live.take_bps // WHOLE
    burned_wei = take_wei * live.take_burn_bps // WHOLE
    devices.pay(devices.sender, devices.value_wei - cost_wei, "device_service_change")
    devices.pay(device.owner, cost_wei - take_wei, "device_service")
    devices.pay(devices.treasury.address, take_wei - burned_wei, "device_service_fee")
    devices.burn(burned_wei, "device_service_burned")
    receipt = devices.receipt_count + 1
    devices.receipt_count = receipt
    expires_at = Height(devices.block.height + live.report_blocks)
    devices.receipts[receipt] = Receipt(devices.sender, number, Wei(cost_wei), expires_at, 0, units)
    count(devices, number, cost_wei, burned_wei)
    _tell(devices, units, cost_wei, take_wei, burned_wei)
    devices.emit(
        ServicePaid(number, devices.sender, receipt, units, Wei(cost_wei), Wei(burned_wei))
    )
    return receipt


def _tell(devices: Devices, units: int, cost_wei: int, take_wei: int, burned_wei: int) -> None:
    """Tell the book; what the compute market pays for a device's work it tells itself."""
    legs = legs_of(
        {
            Leg.SUPPLIER: cost_wei - take_wei,
            Leg.TREASURY: take_wei - burned_wei,
            Leg.BURNED: burned_wei,
        }
    )
    tell(devices, lambda: devices.usage.note_payment(devices.sender, units, legs))


def note_served(devices: Devices, number: int, value_wei: Wei, burned_wei: Wei) -> None:
    """Count what the compute market paid for; a device that is not in service earns nothing."""
    if devices.standings[number].status not in READY:
        return
    count(devices, number, value_wei, burned_wei)
    devices.emit(ServiceNoted(number, value_wei, burned_wei))


def count(devices: Devices, number: int, value_wei: int, burned_wei: int) -> None:
    """Add demand to a device's epoch, if its clock runs, and to its class."""
    epochs.settle(devices, number)
    tally, kind = devices.tallies[number], devices.register_of[number].kind
    info = devices.classes[kind]
    devices.classes[kind] = replace(info, served_wei=Wei(info.served_wei + value_wei))
    if tally.epoch == devices.epoch_number():
        devices.tallies[number] = replace(
            tally,
            served_wei=Wei(tally.served_wei + value_wei),
            burned_wei=Wei(tally.burned_wei + burned_wei),
        )
        epochs.rescore(devices, number)


def report_unserved(devices: Devices, receipt: int, windows: int, evidence: Hash32) -> int:
    """File a penalty for windows that were paid for and not served; return its number."""
    record = devices.receipts[receipt]
    if record.device == 0:
        raise UnknownReceipt(receipt)
    filed = devices.penalties[record.penalty].status if record.penalty else PenaltyStatus.NOTHING
    roles = (PAYER,) if devices.sender == record.payer else ()
    PENALTY.enter("report_unserved", filed, roles)
    if devices.block.height >= record.expires_at:
        raise ReportRefused(f"until height {record.expires_at}")
    if not 1 <= windows <= record.units:
        raise ReportRefused(f"1 to {record.units} windows were paid for, found {windows}")
    epochs.settle(devices, record.device)
    tier = devices.live.tier_of(windows)
    _check_stake(devices, record, tier)
    penalty = penalties.file(
        devices, "report_unserved", record.device, Reason.UNSERVED, tier, record.payer, evidence
    )
    if penalty == 0:
        raise ReportRefused("too many penalties of this device are open")
    devices.receipts[receipt] = replace(record, penalty=penalty)
    tell(devices, devices.usage.note_dispute)
    return penalty


def _check_stake(devices: Devices, record: Receipt, tier: int) -> None:
    """Who paid next to nothing may not threaten a bond; a slashed device has nothing to take."""
    standing, live = devices.standings[record.device], devices.live
    at_stake_wei = standing.required_wei * live.slash_bps(Reason.UNSERVED, tier) // WHOLE
    if record.paid_wei * REPORT_SHARE < at_stake_wei:
        raise ReportRefused(f"a payment of {at_stake_wei // REPORT_SHARE} wei expected")
