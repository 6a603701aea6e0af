"""
What an epoch's end makes of a device: a pure decision over its beats.

    standing, beats, windows --judge--> Verdict(target, counters, fee due, penalties' durations)

Epochs without a single beat are judged together, however many, so that a device which nobody
touched for a year costs one step.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from modules.devices.records import Reason, Standing, Status
from modules.devices.scores import uptime_bps

if TYPE_CHECKING:
    from modules.devices.params import LiveParams


@dataclass(frozen=True)
class Verdict:
    """Where a device goes, with new counters; what it must pay; which outages became longer."""

    standing: Standing  # the new counters; its status is still the old one
    target: Status
    reason: str
    is_back: bool = False  # an outage is over: the recovery fee is due
    outages: tuple[tuple[Reason, int], ...] = ()  # a penalty for each: reason, tier


def judge(standing: Standing, beats: int, windows: int, live: LiveParams) -> Verdict:
    """Judge an epoch with this many beats of this many windows."""
    uptime = uptime_bps(beats, windows)
    if windows <= 0:
        return Verdict(standing, standing.status, "away")
    if uptime < live.offline_below_bps:
        return absent(standing, 1, live)
    is_good = uptime >= live.degraded_below_bps
    if standing.status == Status.PROBATION:
        return _probation(standing, is_good, live)
    if standing.status == Status.OFFLINE:
        return _recovery(standing, is_good, live)
    if is_good:
        return Verdict(standing, Status.ACTIVE, "beats enough")
    return Verdict(standing, Status.DEGRADED, "too few beats")


def absent(standing: Standing, epochs: int, live: LiveParams) -> Verdict:
    """Judge some epochs in a row in which a device was as good as absent."""
    before = standing.offline_epochs if standing.status == Status.OFFLINE else 0
    after = replace(standing, offline_epochs=before + epochs, good_epochs=0)
    outages = crossed(Reason.OFFLINE, before, before + epochs, live)
    return Verdict(after, Status.OFFLINE, "beats missing", outages=outages)


def answers(standing: Standing, passed: int, missed: int, live: LiveParams) -> Verdict:
    """Judge an epoch's challenges; who was not drawn is neither better nor worse (celo PR#121)."""
    if missed * live.miss_weight > passed:
        before = standing.unreachable_epochs
        after = replace(standing, unreachable_epochs=before + 1)
        outages = crossed(Reason.UNREACHABLE, before, before + 1, live)
        return Verdict(after, standing.status, "unreachable", outages=outages)
    if passed:
        standing = replace(standing, unreachable_epochs=0)
    return Verdict(standing, standing.status, "reachable")


def crossed(
    reason: Reason, before: int, after: int, live: LiveParams
) -> tuple[tuple[Reason, int], ...]:
    """Return a penalty for each tier of duration that an outage grew into."""
    begins = (1, live.long_after, live.very_long_after)
    return tuple((reason, tier) for tier, at in enumerate(begins) if before < at <= after)


def _probation(standing: Standing, is_good: bool, live: LiveParams) -> Verdict:
    good = standing.good_epochs + 1 if is_good else 0
    after = replace(standing, good_epochs=good)
    is_tried = standing.passed >= live.probation_challenges or (
        standing.missed == 0 and good >= live.probation_epochs_max
    )
    if good < live.probation_epochs or not is_tried:
        return Verdict(after, Status.PROBATION, "probation goes on")
    return Verdict(replace(after, is_proven=True), Status.ACTIVE, "probation passed")


def _recovery(standing: Standing, is_good: bool, live: LiveParams) -> Verdict:
    good = standing.good_epochs + 1 if is_good else 0
    after = replace(standing, good_epochs=good)
    if good < live.cool_up_epochs:
        return Verdict(after, Status.OFFLINE, "not back for long enough")
    after = replace(after, good_epochs=0, offline_epochs=0)
    target = Status.ACTIVE if standing.is_proven else Status.PROBATION
    return Verdict(after, target, "back", is_back=True)
