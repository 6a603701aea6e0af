"""
What a device's epoch counts: pure numbers, floors only.

    for being there   weight x standing x quality x capacity of its beats / windows
    for demand        weight x standing x quality x uptime x what its service burned

Capacity times utilisation is what was served, so demand is counted as the coins that it burned. The
demand score is never more than those coins, and an epoch pays at most `beta` of all demand scores:
who serves itself burns more than it can earn, whatever its capacity (gonka#1078, HIP-149).
"""

from typing import Final

from modules.devices.records import Status, Tally

WHOLE: Final = 10_000  # bps of the whole


def quality_bps(passed: int, missed: int, miss_weight: int) -> int:
    """Return how reliably challenges were answered; who was never drawn is not held liable."""
    judged = passed + missed * miss_weight
    return WHOLE * passed // judged if judged else WHOLE


def standing_bps(status: Status, probation_weight_bps: int) -> int:
    """Return what work in a standing counts, in bps."""
    if status == Status.PROBATION:
        return probation_weight_bps
    return WHOLE if status in (Status.ACTIVE, Status.DEGRADED) else 0


def factor_of(weight_bps: int, standing: int, quality: int) -> int:
    """Return the product of three shares, in bps of bps of bps."""
    return weight_bps * standing * quality


def floor_score(tally: Tally, windows: int, factor: int) -> int:
    """Return what being there counts, in units of capacity times 10**-12."""
    return tally.capacity_beats * factor // windows


def demand_score(tally: Tally, windows: int, factor: int) -> int:
    """Return what demand counts: at most the wei that it burned."""
    beats = tally.beats.bit_count()
    return tally.burned_wei * beats * factor // (windows * WHOLE**3)


def uptime_bps(beats: int, windows: int) -> int:
    """Return the share of windows with a beat, in bps; no windows is no absence."""
    return WHOLE * beats // windows if windows else WHOLE


def share_of(pool_wei: int, score: int, total: int) -> int:
    """Return a score's part of a pool, floored."""
    return pool_wei * score // total if total else 0
