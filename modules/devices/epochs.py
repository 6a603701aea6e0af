"""
Epochs: closed in one step, settled device by device when each is next touched, or stays silent.

    beats, demand, challenges --> scores --running totals--> close: pools from the mint
    touch of a device, or its silence --> its share of each closed epoch, its judgement, releases

No block walks over devices: totals are kept as scores change, and only who was silent for a whole
epoch is settled by the chain itself, a few a block.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from chain.types.primitives import Height, Wei
from modules.devices import escrow, penalties, waiting
from modules.devices.books import change, working_status
from modules.devices.events import EpochClosed
from modules.devices.judgement import Verdict, absent, answers, judge
from modules.devices.machines import LIVE
from modules.devices.maintenance import paused_windows
from modules.devices.records import Epoch, EpochReport, Standing, Status, Tally
from modules.devices.scores import (
    WHOLE,
    demand_score,
    factor_of,
    floor_score,
    quality_bps,
    share_of,
    standing_bps,
)

if TYPE_CHECKING:
    from modules.devices.module import Devices

JUDGED: Final = (Status.PROBATION, Status.ACTIVE, Status.DEGRADED, Status.OFFLINE)


def blank(devices: Devices, number: int, epoch: int) -> Tally:
    """Return a tally of an epoch in which nothing happened yet."""
    owner = devices.register_of[number].owner
    return Tally(epoch, owner, 0, 0, 0, 0, 0, Wei(0), Wei(0), 0, 0)


def ends_at(epoch: Epoch) -> Height:
    """Return the height at which an epoch is closed."""
    return Height(epoch.started_at + epoch.windows * epoch.window_blocks + epoch.proof_blocks)


def begin(devices: Devices, number: int, height: Height) -> None:
    """Begin an epoch, with the windows that the parameters ask for now."""
    live = devices.live
    devices.epoch = Epoch(number, height, live.windows, live.window_blocks, live.proof_blocks, 0, 0)


def close(devices: Devices) -> None:
    """
    Fix what the epoch pays, draw it from the mint, and begin the next.

    For demand at most `beta` of the scores, which are at most what demand burned; then the floor.
    What earlier epochs could not divide is used first. An epoch that a pause of the module cut
    into is paid, and its missing beats are held against nobody: it has no windows.
    """
    epoch, live = devices.epoch, devices.live
    demand_wei = min(live.beta_bps * epoch.demand_score // WHOLE, live.epoch_wei_max)
    floor_wei = live.floor_wei if epoch.floor_score else 0
    wanted_wei = min(demand_wei + floor_wei, live.epoch_wei_max)
    carried_wei = min(devices.carry_wei, wanted_wei)
    drawn_wei = devices.mint.draw(Wei(wanted_wei - carried_wei)) if wanted_wei > carried_wei else 0
    granted_wei = carried_wei + drawn_wei
    demand_wei = min(demand_wei, granted_wei)
    floor_wei = granted_wei - demand_wei
    devices.carry_wei = Wei(devices.carry_wei - carried_wei)
    devices.pools_left_wei = Wei(devices.pools_left_wei + granted_wei)
    devices.reports[epoch.number] = EpochReport(
        epoch.number,
        epoch.started_at,
        epoch.windows if devices.resumed_at <= epoch.started_at else 0,
        epoch.window_blocks,
        epoch.demand_score,
        epoch.floor_score,
        Wei(demand_wei),
        Wei(floor_wei),
        epoch.demand_score,
        epoch.floor_score,
        Wei(0),
    )
    devices.emit(EpochClosed(epoch.number, Wei(demand_wei), Wei(floor_wei), Wei(drawn_wei)))
    begin(devices, epoch.number + 1, devices.block.height)


def settle_silent(devices: Devices) -> None:
    """Settle a few of those who were silent for a whole epoch, who waits longest first."""
    for _ in range(waiting.SILENT_PER_BLOCK_MAX):
        number = waiting.next_silent(devices)
        if number:
            settle(devices, number)


def settle(devices: Devices, number: int) -> Standing:
    """Credit and judge all epochs that closed since a device was last touched; return it now."""
    standing = devices.standings[number]
    if standing.status not in LIVE:
        return standing
    now = devices.epoch_number()
    first = standing.settled_epoch
    if first < now:
        _settle_first(devices, number, devices.tallies[number], first)
        if now - first > 1:
            _settle_silence(devices, number, now - first - 1)
        standing = replace(devices.standings[number], settled_epoch=now)
        devices.standings[number] = standing
        devices.tallies[number] = blank(devices, number, now)
        waiting.wait_for(devices, number, standing)
    escrow.release(devices, number, standing)
    return standing


def rescore(devices: Devices, number: int) -> None:
    """Bring a device's scores of the running epoch up to what it did and how it stands."""
    tally, epoch = devices.tallies[number], devices.epoch
    if tally.epoch != epoch.number:
        return
    standing, live = devices.standings[number], devices.live
    counts = standing_bps(working_status(devices, number, standing), live.probation_weight_bps)
    if standing.bond_wei < standing.required_wei:
        counts = 0
    weight = live.class_terms(devices.register_of[number].kind).weight_bps
    quality = quality_bps(tally.passed, tally.missed, live.miss_weight)
    factor = factor_of(weight, counts, quality)
    demand = demand_score(tally, epoch.windows, factor)
    floor = floor_score(tally, epoch.windows, factor)
    devices.epoch = replace(
        epoch,
        demand_score=epoch.demand_score + demand - tally.demand_score,
        floor_score=epoch.floor_score + floor - tally.floor_score,
    )
    devices.tallies[number] = replace(tally, demand_score=demand, floor_score=floor)


def restart(devices: Devices, number: int) -> None:
    """Drop what a device did in the running epoch: its clock begins with the next."""
    tally, epoch = devices.tallies[number], devices.epoch
    if tally.epoch == epoch.number:
        devices.epoch = replace(
            epoch,
            demand_score=epoch.demand_score - tally.demand_score,
            floor_score=epoch.floor_score - tally.floor_score,
        )
    devices.tallies[number] = blank(devices, number, epoch.number + 1)
    standing = replace(devices.standings[number], settled_epoch=epoch.number + 1)
    devices.standings[number] = standing
    waiting.wait_for(devices, number, standing)


def _settle_first(devices: Devices, number: int, tally: Tally, epoch: int) -> None:
    """Credit and judge the first open epoch: the only one in which anything can have happened."""
    report = devices.reports[epoch]
    _credit(devices, number, tally, report)
    standing = devices.standings[number]
    windows = report.windows - paused_windows(devices, number, standing, tally, report)
    if standing.status not in JUDGED:
        return
    live = devices.live
    _carry_out(devices, number, judge(standing, tally.beats.bit_count(), windows, live))
    standing = devices.standings[number]
    _carry_out(devices, number, answers(standing, tally.passed, tally.missed, live))


def _settle_silence(devices: Devices, number: int, epochs: int) -> None:
    standing = devices.standings[number]
    if standing.status in JUDGED:
        _carry_out(devices, number, absent(standing, epochs, devices.live))


def _carry_out(devices: Devices, number: int, verdict: Verdict) -> None:
    devices.standings[number] = verdict.standing
    change(devices, number, "epoch_ends", verdict.target, verdict.reason)
    if verdict.is_back:
        penalties.charge_recovery(devices, number)
    for reason, tier in verdict.outages:
        penalties.file_outage(devices, number, reason, tier)


def _credit(devices: Devices, number: int, tally: Tally, report: EpochReport) -> None:
    """Put a device's share of an epoch in escrow; the last one's leaves the dust to be carried."""
    if not tally.demand_score and not tally.floor_score:
        return
    amount_wei = share_of(report.demand_wei, tally.demand_score, report.demand_score)
    amount_wei += share_of(report.floor_wei, tally.floor_score, report.floor_score)
    report = replace(
        report,
        demand_left=report.demand_left - tally.demand_score,
        floor_left=report.floor_left - tally.floor_score,
        credited_wei=Wei(report.credited_wei + amount_wei),
    )
    devices.reports[report.number] = report
    dust_wei = 0
    if report.demand_left == 0 and report.floor_left == 0:
        dust_wei = report.demand_wei + report.floor_wei - report.credited_wei
        devices.carry_wei = Wei(devices.carry_wei + dust_wei)
    devices.pools_left_wei = Wei(devices.pools_left_wei - amount_wei - dust_wei)
    escrow.accrue(devices, number, tally.earner, report.number, amount_wei)
