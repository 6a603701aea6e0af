"""
Declared maintenance: announced ahead, within a yearly budget, and then the clock stands still.

    declare --notice--> begins --> away: nothing expected, nothing earned --> ends, or is ended
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from chain.types.primitives import Height
from modules.devices.books import change
from modules.devices.events import MaintenanceClosed, MaintenanceDeclared, MaintenanceOpened
from modules.devices.params import YEAR_BLOCKS
from modules.devices.records import EpochReport, Maintenance, Standing, Status, Tally
from modules.devices.refusals import MaintenanceRefused

if TYPE_CHECKING:
    from modules.devices.module import Devices

MAINTENANCE_BEGINS: Final = 5  # kinds of deadlines
MAINTENANCE_ENDS: Final = 6


def declare(devices: Devices, number: int, starts_at: Height, blocks: int) -> None:
    """Announce a maintenance; raises MaintenanceRefused."""
    live, now, last = devices.live, devices.block.height, devices.maintenances[number]
    if last.ends_at > now:
        raise MaintenanceRefused(f"one is declared until height {last.ends_at}")
    if starts_at < now + live.maintenance_notice_blocks:
        raise MaintenanceRefused(f"{live.maintenance_notice_blocks} blocks of notice expected")
    if starts_at - now > YEAR_BLOCKS:
        raise MaintenanceRefused(f"at most {YEAR_BLOCKS} blocks ahead expected")
    if not 0 < blocks <= live.maintenance_blocks_max:
        raise MaintenanceRefused(f"1 to {live.maintenance_blocks_max} blocks expected: {blocks}")
    year = starts_at // YEAR_BLOCKS
    used = blocks + (last.used_blocks if year == last.year else 0)
    if used > live.maintenance_year_blocks:
        raise MaintenanceRefused(f"{used} blocks of {live.maintenance_year_blocks} in a year")
    ends_at = Height(starts_at + blocks)
    devices.maintenances[number] = Maintenance(
        starts_at, ends_at, Height(0), Status.NOTHING, year, used
    )
    devices.timers.set(starts_at, MAINTENANCE_BEGINS, number)
    devices.emit(MaintenanceDeclared(number, starts_at, ends_at))


def on_begin(devices: Devices, number: int, standing: Standing) -> None:
    """Begin a declared maintenance, unless the device is not in service any more: then drop it."""
    plan, now = devices.maintenances[number], devices.block.height
    if plan.began_at or not plan.starts_at <= now < plan.ends_at:
        return
    if standing.status not in (Status.ACTIVE, Status.DEGRADED):
        devices.maintenances[number] = replace(plan, ends_at=now)
        return
    devices.maintenances[number] = replace(plan, began_at=now, resumes=standing.status)
    change(
        devices,
        number,
        "maintenance_begins",
        Status.MAINTENANCE,
        "declared",
        prior=standing.status,
    )
    devices.timers.set(plan.ends_at, MAINTENANCE_ENDS, number)
    devices.emit(MaintenanceOpened(number, plan.ends_at))


def on_end(devices: Devices, number: int, standing: Standing) -> None:
    """End a maintenance whose time is over; a suspect is back where it was behind its case."""
    plan, now = devices.maintenances[number], devices.block.height
    if not plan.began_at or now < plan.ends_at:
        return
    if standing.status == Status.MAINTENANCE:
        resume(devices, number, "maintenance_ends")
    elif standing.status == Status.SUSPECTED and standing.prior == Status.MAINTENANCE:
        _note(devices, number)
        devices.standings[number] = replace(standing, prior=plan.resumes)


def resume(devices: Devices, number: int, name: str) -> None:
    """Bring a device back to service; what it did not use goes back to the year's budget."""
    plan = devices.maintenances[number]
    _note(devices, number)
    change(devices, number, name, plan.resumes, "maintenance over")


def paused_windows(
    devices: Devices, number: int, standing: Standing, tally: Tally, report: EpochReport
) -> int:
    """Return how many windows of a closed epoch maintenance took from a device."""
    end = Height(report.started_at + report.windows * report.window_blocks)
    running = _overlap(devices, number, report.started_at, end, report.window_blocks)
    return min(report.windows, tally.paused + running)


def _note(devices: Devices, number: int) -> None:
    """Count the windows that a maintenance took from the running epoch, and close it."""
    plan, now, epoch = devices.maintenances[number], devices.block.height, devices.epoch
    tally = devices.tallies[number]
    if tally.epoch == epoch.number:
        end = min(now, epoch.started_at + epoch.windows * epoch.window_blocks)
        taken = _overlap(devices, number, epoch.started_at, Height(end), epoch.window_blocks)
        devices.tallies[number] = replace(tally, paused=tally.paused + taken)
    spare = max(0, plan.ends_at - now)
    devices.maintenances[number] = replace(
        plan, began_at=Height(0), ends_at=now, used_blocks=plan.used_blocks - spare
    )
    devices.emit(MaintenanceClosed(number, now - plan.began_at))


def _overlap(devices: Devices, number: int, start: Height, end: Height, blocks: int) -> int:
    """Return how many windows between two heights a running maintenance touches."""
    began_at = devices.maintenances[number].began_at
    if not began_at or began_at >= end or end <= start:
        return 0
    first = (max(began_at, start) - start) // blocks
    return -(-(end - start) // blocks) - first
