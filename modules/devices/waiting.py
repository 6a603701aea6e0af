"""
Whom the chain waits for: each device stands in the list of an epoch, and leaves it when touched.

    touched --> list of the running epoch --touched in the next one--> list of that one
                          +--nothing for a whole epoch--> settled by the chain, a few a block

So a block's work grows with the devices that fell silent, never with those that are there. Who is
offline already waits for the next tier of its absence, and beyond the last one for nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from modules.devices.machines import LIVE
from modules.devices.records import Standing, Status

if TYPE_CHECKING:
    from modules.devices.module import Devices

SILENT_PER_BLOCK_MAX: Final = 4  # devices that a block settles, or lists that it finds empty
GRACE_EPOCHS: Final = 1  # whole epochs after its own in which a device may still come by itself


def wait_for(devices: Devices, number: int, standing: Standing) -> None:
    """Put a device in the list where the chain finds it if nobody touches it in time."""
    before, after = devices.waits_in[number], _list_of(devices, standing)
    if before == after:
        return
    if before:
        devices.waiting[before].discard(number)
    if after:
        devices.waiting[after].add(number)
    devices.waits_in[number] = after


def next_silent(devices: Devices) -> int:
    """
    Return a device that let a whole epoch pass, from the oldest list; 0 where this one is empty.

    An empty list whose time is over is passed for good: devices go to lists of epochs that run.
    """
    oldest = devices.waiting_from
    if not is_overdue(devices, oldest):
        return 0
    number: int | None = devices.waiting[oldest].first()
    if number is not None:
        return number
    devices.waiting_from = oldest + 1
    return 0


def is_overdue(devices: Devices, epoch: int) -> bool:
    """Whether who still stands in an epoch's list has been silent for long enough."""
    return epoch + GRACE_EPOCHS < devices.epoch_number()


def _list_of(devices: Devices, standing: Standing) -> int:
    """Return the epoch of the list that a device belongs in, 0 for none."""
    if standing.status not in LIVE:
        return 0
    if standing.status != Status.OFFLINE:
        return standing.settled_epoch
    live, absent = devices.live, standing.offline_epochs
    tiers = [tier for tier in (live.long_after, live.very_long_after) if tier > absent]
    if not tiers:
        return 0
    silent = min(tiers) - absent  # epochs from the first unsettled one on that make the tier
    epoch: int = standing.settled_epoch + max(0, silent - GRACE_EPOCHS - 1)
    return epoch
