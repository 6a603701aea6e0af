"""
Where a device stands, and every count that follows from it: one way to change both.

    change(name, target) --> the table's word, sets of ready and bonded, cells, classes, the event
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from modules.devices.events import StateChanged
from modules.devices.machines import DEVICE, FREE, LIVE, OWNER, READY
from modules.devices.records import ClassInfo, DeviceClass, Standing, Status
from modules.devices.refusals import CellFull, UnknownDevice
from modules.devices.waiting import wait_for

if TYPE_CHECKING:
    from modules.devices.module import Devices


def standing_of(devices: Devices, number: int) -> Standing:
    """Return how a device stands; raises UnknownDevice."""
    standing = devices.standings[number]
    if standing.status == Status.NOTHING:
        raise UnknownDevice(number)
    return standing


def enter(devices: Devices, name: str, number: int) -> Standing:
    """Return how a device stands if the table lets the caller make this call."""
    standing = devices.standings[number]
    is_owner = devices.sender == devices.register_of[number].owner
    DEVICE.enter(name, standing.status, (OWNER,) if is_owner else ())
    return standing


def occupies(standing: Standing) -> bool:
    """Whether a device takes room in its cell and its class."""
    if standing.status == Status.SUSPECTED:
        return standing.prior != Status.RETIRING
    return standing.status in FREE


def change(
    devices: Devices, number: int, name: str, target: Status, reason: str, **fields: Any
) -> Standing:
    """Move a device to a state, with other fields of its standing; return the new standing."""
    before = devices.standings[number]
    DEVICE.move(name, before.status, target)
    after: Standing = replace(before, status=target, **fields)
    devices.standings[number] = after
    if target != before.status:
        _follow(devices, number, before, after)
        devices.emit(StateChanged(number, before.status, target, reason))
    return after


def working_status(devices: Devices, number: int, standing: Standing) -> Status:
    """Return as what a device's work counts: a pause or a suspicion does not change it."""
    status = standing.status
    if status in (Status.SUSPECTED, Status.MAINTENANCE):
        status = standing.prior
    return devices.maintenances[number].resumes if status == Status.MAINTENANCE else status


def take_cell(devices: Devices, kind: DeviceClass, cell: int) -> None:
    """Count a device into its cell; raises CellFull."""
    cell_max = devices.live.class_terms(kind).cell_max
    count = devices.cells[kind, cell]
    if count >= cell_max:
        raise CellFull(cell, cell_max)
    devices.cells[kind, cell] = count + 1


def leave_cell(devices: Devices, kind: DeviceClass, cell: int) -> None:
    """Count a device out of its cell."""
    devices.cells[kind, cell] -= 1


def _follow(devices: Devices, number: int, before: Standing, after: Standing) -> None:
    """Keep the sets and counts that other parts draw from, wait for and show."""
    kind = devices.register_of[number].kind
    if after.status in LIVE:
        devices.bonded.add(number)
    else:
        devices.bonded.discard(number)
    if after.status != Status.OFFLINE:  # who falls offline is judged, and then told where to wait
        wait_for(devices, number, after)
    if after.status in READY:
        devices.ready[kind].add(number)
    else:
        devices.ready[kind].discard(number)
    if occupies(before) != occupies(after):
        _count(devices, number, 1 if occupies(after) else -1)


def _count(devices: Devices, number: int, step: int) -> None:
    device = devices.register_of[number]
    info: ClassInfo = devices.classes[device.kind]
    devices.classes[device.kind] = replace(
        info, devices=info.devices + step, capacity=info.capacity + step * device.capacity
    )
    if step > 0:
        take_cell(devices, device.kind, device.cell)
    else:
        leave_cell(devices, device.kind, device.cell)
