"""
Penalties: reason by duration, pending for an appeal, then slashed in legs that sum to the slash.

    outage or report --> PENDING --window--> slash: harmed, verifiers, treasury, the rest burned
                            +--appeal--> jury --> stands in part or whole, or is lifted

An appeal turns the table: the slash is the claim, this module stands for it, and the owner objects
with a bond at the verifier. No ruling in time lifts the penalty: doubt is for the accused.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from chain.kit.usage import tell
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Address, Bps, Hash32, Height, Wei
from modules.devices import epochs, escrow
from modules.devices.events import PenaltyAppealed, PenaltyFiled, PenaltyLifted, Slashed
from modules.devices.machines import PENALTY
from modules.devices.records import Penalty, PenaltyStatus, Reason
from modules.devices.scores import WHOLE

if TYPE_CHECKING:
    from modules.devices.module import Devices

PENALTY_DUE: Final = 2  # kind of deadline
PENALTIES_OPEN_MAX: Final = 16  # of one device; what would be one more is not filed


def file(
    devices: Devices,
    name: str,
    number: int,
    reason: Reason,
    tier: int,
    harmed: Address,
    evidence: Hash32,
) -> int:
    """File a penalty of the table's part of the bond; return its number, 0 with too many open."""
    standing = devices.standings[number]
    if standing.open_penalties >= PENALTIES_OPEN_MAX:
        return 0
    live, penalty = devices.live, devices.penalty_count + 1
    amount_wei = Wei(standing.required_wei * live.slash_bps(reason, tier) // WHOLE)
    deadline_at = Height(devices.block.height + live.appeal_blocks)
    status = PENALTY.move(name, PenaltyStatus.NOTHING, PenaltyStatus.PENDING)
    devices.penalty_count = penalty
    devices.penalties[penalty] = Penalty(
        number, status, reason, tier, deadline_at, 0, amount_wei, Wei(0), harmed, evidence
    )
    devices.penalties_of_device[number].append(penalty)
    devices.standings[number] = replace(standing, open_penalties=standing.open_penalties + 1)
    devices.timers.set(deadline_at, PENALTY_DUE, penalty)
    devices.emit(PenaltyFiled(penalty, number, reason, tier, amount_wei, deadline_at))
    return penalty


def file_outage(devices: Devices, number: int, reason: Reason, tier: int) -> None:
    """File what an epoch's end found."""
    file(devices, "file", number, reason, tier, ZERO_ADDRESS, ZERO_HASH)


def appeal(devices: Devices, penalty: int, evidence: Hash32) -> None:
    """Bring a pending penalty before a jury, for the caller."""
    record = devices.penalties[penalty]
    status = PENALTY.move("appeal", record.status, PenaltyStatus.APPEALED)
    deadline_at = Height(devices.block.height + devices.live.case_blocks_max)
    devices.penalties[penalty] = replace(record, status=status, deadline_at=deadline_at)
    devices.timers.set(deadline_at, PENALTY_DUE, penalty)
    claim = devices.verifier.open_dispute(
        2 * penalty, devices.address, devices.sender, evidence, record.amount_wei
    )
    if any(record.harmed):
        devices.verifier.exclude(claim, record.harmed)
    devices.penalties[penalty] = replace(devices.penalties[penalty], claim=claim)
    devices.emit(PenaltyAppealed(penalty, claim))


def on_due(devices: Devices, penalty: int) -> None:
    """Execute what nobody appealed, lift what nobody ruled."""
    record = devices.penalties[penalty]
    if devices.block.height < record.deadline_at:
        return
    if record.status == PenaltyStatus.PENDING:
        _end(devices, penalty, "appeal_window_ends", record.amount_wei, is_ruled=False)
    elif record.status == PenaltyStatus.APPEALED:
        _end(devices, penalty, "appeal_ends", Wei(0), is_ruled=False)


def ruled(devices: Devices, penalty: int, stands_bps: Bps) -> int:
    """End an appeal by the jury's word; return what is the verifiers', still held here."""
    record = devices.penalties[penalty]
    if record.status != PenaltyStatus.APPEALED:
        return 0
    amount_wei = Wei(record.amount_wei * stands_bps // WHOLE)
    return _end(devices, penalty, "appeal_ends", amount_wei, is_ruled=True)


def _end(devices: Devices, penalty: int, name: str, amount_wei: Wei, *, is_ruled: bool) -> int:
    record = devices.penalties[penalty]
    number = record.device
    epochs.settle(devices, number)
    target = PenaltyStatus.EXECUTED if amount_wei else PenaltyStatus.LIFTED
    if name == "appeal_window_ends":
        target = PenaltyStatus.EXECUTED
    status = PENALTY.move(name, record.status, target)
    taken_wei, verifiers_wei = slash(
        devices, number, record.reason, amount_wei, record.harmed, is_ruled=is_ruled
    )
    devices.penalties[penalty] = replace(record, status=status, taken_wei=Wei(taken_wei))
    standing = devices.standings[number]
    devices.standings[number] = replace(standing, open_penalties=standing.open_penalties - 1)
    if status == PenaltyStatus.LIFTED:
        devices.emit(PenaltyLifted(penalty, number))
    if record.reason == Reason.UNSERVED:
        tell(devices, lambda: devices.usage.note_verdict(status == PenaltyStatus.EXECUTED))
    return verifiers_wei


def slash(
    devices: Devices,
    number: int,
    reason: Reason,
    amount_wei: int,
    harmed: Address,
    *,
    is_ruled: bool,
) -> tuple[int, int]:
    """
    Take coins from a device's bond, then from its escrow, and share them out.

    Returns what was taken, never more than there was, and the verifiers' leg, which stays here for
    the ruling to hand over; without a ruling nobody proved anything and that leg is burned.
    """
    standing, live = devices.standings[number], devices.live
    bond_wei = min(standing.bond_wei, amount_wei)
    escrow_wei = escrow.take(devices, number, amount_wei - bond_wei)
    taken_wei = bond_wei + escrow_wei
    if taken_wei == 0:
        return 0, 0
    _lower_bond(devices, number, bond_wei)
    harmed_wei = taken_wei * live.harmed_bps // WHOLE if any(harmed) else 0
    verifiers_wei = taken_wei * live.verifiers_bps // WHOLE if is_ruled else 0
    treasury_wei = taken_wei * live.treasury_bps // WHOLE
    burned_wei = taken_wei - harmed_wei - verifiers_wei - treasury_wei
    devices.pay(harmed, harmed_wei, "device_slash_harmed")
    devices.pay(devices.treasury.address, treasury_wei, "device_slash_treasury")
    devices.burn(burned_wei, "device_slash_burned")
    legs = map(Wei, (bond_wei, escrow_wei, harmed_wei, verifiers_wei, treasury_wei, burned_wei))
    devices.emit(Slashed(number, reason, *legs))
    return taken_wei, verifiers_wei


def charge_recovery(devices: Devices, number: int) -> None:
    """Burn the fee of a device that is back from an outage."""
    standing = devices.standings[number]
    fee_wei = standing.required_wei * devices.live.recovery_fee_bps // WHOLE
    fee_wei = min(fee_wei, standing.bond_wei)
    _lower_bond(devices, number, fee_wei)
    devices.burn(fee_wei, "device_recovery_fee")


def _lower_bond(devices: Devices, number: int, amount_wei: int) -> None:
    standing = devices.standings[number]
    devices.standings[number] = replace(standing, bond_wei=Wei(standing.bond_wei - amount_wei))
    devices.bonds_total_wei = Wei(devices.bonds_total_wei - amount_wei)
    epochs.rescore(devices, number)
