"""
Registration, bonds and what both keys sign: who a device is, whose, where, and until when.

    application + device key's signature (+ maker's) --> REGISTERED --bond--> PROBATION
    retire --unbonding: slashable--> RETIRED; key and serial are never used again
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from chain.kit.record import Record
from chain.types.primitives import ZERO_ADDRESS, Address, Height, Seconds, Wei
from modules.devices import epochs, escrow
from modules.devices.books import change, enter, leave_cell, take_cell
from modules.devices.events import (
    Bonded,
    KeyRotated,
    OwnerChanged,
    Registered,
    Relocated,
    Unbonded,
)
from modules.devices.machines import DEVICE
from modules.devices.records import (
    CELL_END,
    Application,
    Attestation,
    Device,
    Standing,
    Status,
)
from modules.devices.refusals import (
    AttestationMissing,
    BondTooSmall,
    CapacityInvalid,
    CellInvalid,
    FeeMismatch,
    KeyTaken,
    NotApplicant,
    OwnerBarred,
    OwnerInvalid,
    PenaltiesOpen,
    SerialTaken,
)
from modules.devices.signatures import (
    Handover,
    MakerWord,
    Relocation,
    Rotation,
    check_signed,
    signer_of,
    use_nonce,
)

if TYPE_CHECKING:
    from modules.devices.module import Devices

UNBONDS: Final = 4  # kind of deadline
DEFER_BLOCKS: Final = 100  # after which a bond asks again whether its penalties are over
FRESH: Final = Standing(
    Status.NOTHING, Status.NOTHING, False, 0, 0, 0, 0, 0, Height(0), 0, 0, 0, Wei(0), Wei(0)
)


class Permission(Record):
    """A key's signature over a change of its device: the nonce it names, until when, and it."""

    nonce: int
    deadline_s: Seconds
    signature: bytes


def register(
    devices: Devices, application: Application, signature: bytes, attestation: Attestation
) -> int:
    """Put a device on the register for the caller; return its number."""
    known = devices.number_by_key[application.key]
    DEVICE.enter("register", devices.standings[known].status)
    _check_application(devices, application)
    use_nonce(devices, application.key, application.nonce, application.deadline_s)
    check_signed(devices, application, signature, application.key)
    attested_until_s = _check_attestation(devices, application, attestation)
    number = devices.count + 1
    devices.count = number
    devices.register_of[number] = Device(
        application.owner,
        application.key,
        application.kind,
        application.capacity,
        application.serial,
        application.did,
        application.cell,
        application.uri,
        attested_until_s,
        Wei(0),
    )
    devices.number_by_key[application.key] = number
    devices.number_by_serial[application.serial] = number
    devices.owned[application.owner].add(number)
    devices.standings[number] = FRESH
    devices.burn(devices.value_wei, "device_registration")
    devices.emit(
        Registered(
            number,
            application.owner,
            application.key,
            application.kind,
            application.capacity,
            application.serial,
            application.cell,
        )
    )
    change(devices, number, "register", Status.REGISTERED, "registered")
    return number


def bond(devices: Devices, number: int) -> None:
    """Bond a registered device with the coins sent; its clock begins with the next epoch."""
    device, live = devices.register_of[number], devices.live
    terms = live.class_terms(device.kind)
    if terms.is_attested and device.attested_until_s < devices.block.time_s:
        raise AttestationMissing(f"valid until {device.attested_until_s}")
    required_wei = Wei(terms.bond_wei * device.capacity)
    if devices.value_wei < required_wei:
        raise BondTooSmall(required_wei, devices.value_wei)
    change(devices, number, "bond", Status.PROBATION, "bonded", required_wei=required_wei)
    epochs.restart(devices, number)
    add_bond(devices, number)


def top_up(devices: Devices, number: int) -> None:
    """Add the coins sent to the bond of a device that has one, for the owner."""
    enter(devices, "top_up", number)
    epochs.settle(devices, number)
    add_bond(devices, number)


def add_bond(devices: Devices, number: int) -> None:
    """Add the coins sent to a device's bond."""
    standing = devices.standings[number]
    bond_wei = Wei(standing.bond_wei + devices.value_wei)
    devices.standings[number] = replace(standing, bond_wei=bond_wei)
    devices.bonds_total_wei = Wei(devices.bonds_total_wei + devices.value_wei)
    owner = devices.register_of[number].owner
    devices.emit(Bonded(number, owner, devices.value_wei, bond_wei))
    epochs.rescore(devices, number)


def return_bond(devices: Devices, number: int) -> None:
    """Pay what is left of a bond back, exactly that: slashes came off it before (phala#500)."""
    standing, owner = devices.standings[number], devices.register_of[number].owner
    devices.standings[number] = replace(standing, bond_wei=Wei(0))
    devices.bonds_total_wei = Wei(devices.bonds_total_wei - standing.bond_wei)
    devices.pay(owner, standing.bond_wei, "device_bond_back")
    devices.emit(Unbonded(number, owner, standing.bond_wei))


def retire(devices: Devices, number: int) -> None:
    """Take a device out of service; its bond stays slashable for the unbonding time."""
    standing = devices.standings[number]
    if standing.status == Status.REGISTERED:
        change(devices, number, "retire", Status.RETIRED, "never bonded")
        return
    unbonds_at = Height(devices.block.height + devices.live.unbonding_blocks)
    change(devices, number, "retire", Status.RETIRING, "retired", unbonds_at=unbonds_at)
    epochs.rescore(devices, number)
    devices.timers.set(unbonds_at, UNBONDS, number)


def on_unbonding(devices: Devices, number: int) -> None:
    """Pay the bond back, unless a penalty is open: then ask again later."""
    standing, now = epochs.settle(devices, number), devices.block.height
    if standing.status != Status.RETIRING or now < standing.unbonds_at:
        return
    if standing.open_penalties:
        devices.timers.set(Height(now + DEFER_BLOCKS), UNBONDS, number)
        return
    change(devices, number, "unbonds", Status.RETIRED, "unbonded")
    epochs.rescore(devices, number)
    escrow.release_all(devices, number)
    return_bond(devices, number)


def transfer(devices: Devices, number: int, owner: Address, permission: Permission) -> None:
    """Give a device to another owner; what closed epochs earned stays with the old one."""
    standing, device = devices.standings[number], devices.register_of[number]
    if owner in (ZERO_ADDRESS, devices.address, device.owner):
        raise OwnerInvalid(owner)
    _check_owner(devices, owner)
    if standing.open_penalties:
        raise PenaltiesOpen(standing.open_penalties)
    nonce, deadline_s = permission.nonce, permission.deadline_s
    use_nonce(devices, device.key, nonce, deadline_s)
    message = Handover(number, owner, nonce, deadline_s)
    check_signed(devices, message, permission.signature, device.key)
    devices.owned[device.owner].discard(number)
    devices.owned[owner].add(number)
    devices.register_of[number] = replace(device, owner=owner)
    devices.emit(OwnerChanged(number, device.owner, owner))


def rotate_key(
    devices: Devices, number: int, key: Address, permission: Permission, proof: bytes
) -> None:
    """Let another key speak for a device; both sign, and the old one is spent."""
    device = devices.register_of[number]
    if devices.number_by_key[key]:
        raise KeyTaken(key)
    nonce, deadline_s = permission.nonce, permission.deadline_s
    use_nonce(devices, device.key, nonce, deadline_s)
    message = Rotation(number, key, nonce, deadline_s)
    check_signed(devices, message, permission.signature, device.key)
    check_signed(devices, message, proof, key)
    devices.number_by_key[key] = number
    devices.register_of[number] = replace(device, key=key)
    devices.emit(KeyRotated(number, device.key, key))


def relocate(devices: Devices, number: int, cell: int, permission: Permission) -> None:
    """Move a device to another cell; in service, its probation begins again."""
    device, standing = devices.register_of[number], devices.standings[number]
    if cell >= CELL_END:
        raise CellInvalid(cell)
    nonce, deadline_s = permission.nonce, permission.deadline_s
    use_nonce(devices, device.key, nonce, deadline_s)
    message = Relocation(number, cell, nonce, deadline_s)
    check_signed(devices, message, permission.signature, device.key)
    devices.register_of[number] = replace(device, cell=cell)
    if standing.status != Status.REGISTERED:
        take_cell(devices, device.kind, cell)
        leave_cell(devices, device.kind, device.cell)
        fields = {"is_proven": False, "good_epochs": 0, "passed": 0, "missed": 0}
        reason = "relocated"
        change(devices, number, "relocate", Status.PROBATION, reason, **fields)
        epochs.restart(devices, number)
    devices.emit(Relocated(number, device.cell, cell))


def _check_application(devices: Devices, application: Application) -> None:
    live = devices.live
    if application.owner != devices.sender:
        raise NotApplicant(application.owner)
    _check_owner(devices, application.owner)
    if devices.value_wei != live.registration_fee_wei:
        raise FeeMismatch(live.registration_fee_wei, devices.value_wei)
    if devices.number_by_serial[application.serial]:
        raise SerialTaken(application.serial)
    capacity_max = live.class_terms(application.kind).capacity_max
    if not 1 <= application.capacity <= capacity_max:
        raise CapacityInvalid(capacity_max, application.capacity)
    if application.cell >= CELL_END:
        raise CellInvalid(application.cell)


def _check_owner(devices: Devices, owner: Address) -> None:
    if devices.bans[owner] >= devices.live.bans_max:
        raise OwnerBarred(owner)
    devices.gate.admit(devices.live.entry_policy, owner)


def _check_attestation(
    devices: Devices, application: Application, attestation: Attestation
) -> Seconds:
    """Return until when a known maker's word is good, zero where the class needs none."""
    if not devices.live.class_terms(application.kind).is_attested:
        return Seconds(0)
    until_s = attestation.valid_until_s
    if until_s < devices.block.time_s:
        raise AttestationMissing(f"valid until {until_s}")
    message = MakerWord(application.key, application.serial, int(application.kind), until_s)
    maker = signer_of(devices, message, attestation.signature, application.key)
    if not devices.live.is_maker(maker):
        raise AttestationMissing(f"signed by 0x{maker.hex()}")
    return until_s
