"""
Suspicions: a challenger accuses a device before the jury; until it is ruled nothing is released.

    suspect --> OPEN --ruling--> cleared | convicted: slashed, banned, key and serial spent
                  +--no ruling in time--> lapsed: cleared
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from chain.types.primitives import ZERO_ADDRESS, Bps, Hash32, Height, Wei
from modules.devices import epochs, escrow, penalties
from modules.devices.books import change
from modules.devices.events import CaseClosed, Suspected
from modules.devices.machines import CASE
from modules.devices.records import Case, CaseStatus, Reason, Status, Suspicion
from modules.devices.registration import UNBONDS, return_bond
from modules.devices.scores import WHOLE

if TYPE_CHECKING:
    from modules.devices.module import Devices

CASE_EXPIRES: Final = 3  # kind of deadline
BANNED_BELOW_BPS: Final = Bps(5_000)  # a device that keeps less of its value is banned


def suspect(devices: Devices, number: int, suspicion: Suspicion, evidence: Hash32) -> int:
    """Open a case for the caller; return its number."""
    standing = devices.standings[number]
    case = devices.case_count + 1
    value_wei = Wei(standing.bond_wei + escrow.escrowed_wei(devices, number))
    deadline_at = Height(devices.block.height + devices.live.case_blocks_max)
    status = CASE.move("suspect", CaseStatus.NOTHING, CaseStatus.OPEN)
    devices.case_count = case
    devices.cases[case] = Case(
        number, status, suspicion, devices.sender, evidence, value_wei, 0, deadline_at
    )
    before, why = standing.status, suspicion.name.lower()
    change(devices, number, "suspect", Status.SUSPECTED, why, prior=before, case=case)
    epochs.rescore(devices, number)
    devices.timers.set(deadline_at, CASE_EXPIRES, case)
    owner = devices.register_of[number].owner
    claim = devices.verifier.open_dispute(2 * case + 1, owner, devices.sender, evidence, value_wei)
    devices.cases[case] = replace(devices.cases[case], claim=claim)
    devices.emit(Suspected(case, number, devices.sender, suspicion, evidence))
    return case


def on_expiry(devices: Devices, case: int) -> None:
    """Clear a device whose case nobody ruled on in time."""
    record = devices.cases[case]
    if record.status == CaseStatus.OPEN and devices.block.height >= record.deadline_at:
        _close(devices, case, "case_expires", CaseStatus.LAPSED)
        _clear(devices, record.device)


def ruled(devices: Devices, case: int, kept_bps: Bps) -> int:
    """End a case by the jury's word; return what is the verifiers', still held here."""
    record = devices.cases[case]
    if record.status != CaseStatus.OPEN:
        return 0
    number = record.device
    standing = epochs.settle(devices, number)
    value_wei = standing.bond_wei + escrow.escrowed_wei(devices, number)
    loss_wei = value_wei * (WHOLE - kept_bps) // WHOLE
    is_banned = kept_bps < BANNED_BELOW_BPS
    _close(devices, case, "case_ruled", CaseStatus.CONVICTED if is_banned else CaseStatus.CLEARED)
    _, verifiers_wei = penalties.slash(
        devices, number, Reason.FRAUD, loss_wei, ZERO_ADDRESS, is_ruled=True
    )
    if is_banned:
        _ban(devices, number)
    else:
        _clear(devices, number)
    return verifiers_wei


def _close(devices: Devices, case: int, name: str, target: CaseStatus) -> None:
    record = devices.cases[case]
    devices.cases[case] = replace(record, status=CASE.move(name, record.status, target))
    is_ruled = target != CaseStatus.LAPSED
    devices.emit(CaseClosed(case, record.device, target == CaseStatus.CONVICTED, is_ruled))


def _clear(devices: Devices, number: int) -> None:
    """Let a device go on as before; one that was retiring waits for what is left of its time."""
    epochs.settle(devices, number)
    prior = devices.standings[number].prior
    after = Status.NOTHING
    if prior == Status.RETIRING:
        devices.timers.set(devices.standings[number].unbonds_at, UNBONDS, number)
    elif prior == Status.MAINTENANCE:
        after = devices.maintenances[number].resumes
    standing = change(devices, number, "case_ends", prior, "cleared", case=0, prior=after)
    epochs.rescore(devices, number)
    escrow.release(devices, number, standing)


def _ban(devices: Devices, number: int) -> None:
    """Shut a device out for good; what the jury left it goes to whom it belongs to."""
    owner = devices.register_of[number].owner
    devices.bans[owner] += 1
    change(devices, number, "case_ends", Status.BANNED, "convicted", case=0)
    epochs.rescore(devices, number)
    escrow.release_all(devices, number)
    return_bond(devices, number)
