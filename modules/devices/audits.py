"""What must be true of all devices together: walks over everything, for tests and inspection."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from modules.devices import escrow
from modules.devices.books import occupies
from modules.devices.machines import LIVE, READY
from modules.devices.records import DeviceClass, Status

if TYPE_CHECKING:
    from modules.devices.module import Devices


def bonds_sum_to_total(devices: Devices) -> bool:
    """Whether every bond is part of the total, and only the living have one."""
    numbers = range(1, devices.count + 1)
    total_wei = sum(devices.standings[n].bond_wei for n in numbers)
    gone = [n for n in numbers if devices.standings[n].status not in LIVE]
    clean = all(devices.standings[n].bond_wei == 0 for n in gone)
    return total_wei == devices.bonds_total_wei and clean


def escrow_sums_to_total(devices: Devices) -> bool:
    """Whether every tranche is part of the total."""
    held_wei = sum(escrow.escrowed_wei(devices, n) for n in range(1, devices.count + 1))
    return held_wei == devices.escrow_total_wei


def pools_are_divided_exactly(devices: Devices) -> bool:
    """Whether what epochs have left to credit is the total, and no epoch credits too much."""
    left_wei = 0
    for number in range(1, devices.epoch_number()):
        report = devices.reports[number]
        rest_wei = report.demand_wei + report.floor_wei - report.credited_wei
        if rest_wei < 0:
            return False
        if report.demand_left or report.floor_left:
            left_wei += rest_wei
    return left_wei == devices.pools_left_wei


def scores_sum_to_epoch(devices: Devices) -> bool:
    """Whether the running totals, and what closed epochs have left, are the devices' scores."""
    now, demand, floor = devices.epoch, 0, 0
    for number in range(1, devices.count + 1):
        tally = devices.tallies[number]
        if tally.epoch == now.number:
            demand, floor = demand + tally.demand_score, floor + tally.floor_score
        if tally.demand_score > tally.burned_wei:
            return False
    return (demand, floor) == (now.demand_score, now.floor_score)


def keys_serials_and_cells_agree(devices: Devices) -> bool:
    """Whether each device is found by its key and serial, and sets and counts follow standings."""
    cells: Counter[tuple[int, int]] = Counter()
    classes: Counter[int] = Counter()
    for number in range(1, devices.count + 1):
        device, standing = devices.register_of[number], devices.standings[number]
        is_known = devices.number_by_key[device.key] == number
        if not is_known or devices.number_by_serial[device.serial] != number:
            return False
        if number not in devices.owned[device.owner]:
            return False
        if (number in devices.bonded) != (standing.status in LIVE):
            return False
        if (number in devices.ready[device.kind]) != (standing.status in READY):
            return False
        if occupies(standing):
            cells[device.kind, device.cell] += 1
            classes[device.kind] += 1
    counted = all(devices.cells[key] == count for key, count in cells.items())
    return counted and all(devices.classes[k].devices == classes[k] for k in DeviceClass)


def silence_is_noticed(devices: Devices) -> bool:
    """Whether each live device is in its epoch's list, or offline and in a later one or none."""
    for number in range(1, devices.count + 1):
        standing, at = devices.standings[number], devices.waits_in[number]
        if at and (number not in devices.waiting[at] or at < devices.waiting_from):
            return False
        is_offline = standing.status == Status.OFFLINE
        wanted = standing.settled_epoch if standing.status in LIVE else 0
        if at != wanted and not (is_offline and (at == 0 or at > wanted)):
            return False
    return True


def beats_fit_windows(devices: Devices) -> bool:
    """Whether no device of the running epoch beat in a window that is not there."""
    epoch = devices.epoch
    tallies = (devices.tallies[number] for number in range(1, devices.count + 1))
    return all(t.beats >> epoch.windows == 0 for t in tallies if t.epoch == epoch.number)


def rewards_only_grow(devices: Devices) -> bool:
    """Whether no device has more in escrow or clawed back than it ever earned."""
    return all(
        escrow.escrowed_wei(devices, n) + devices.clawed_back[n] <= devices.earned[n]
        for n in range(1, devices.count + 1)
    )
