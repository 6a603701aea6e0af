"""
What a link costs that is not there.

    missed --> a fine; more than missed_links_max of a window --> jail, and a new window
    no chain --> nothing for grace_proposals blocks, then the same

Only the proposer of a block can miss its link, so nobody pays for what another did.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.types.primitives import Address, Height, Seconds
from modules.beacon.records import JailedForMissedLinks, LinkMissed, Misses

if TYPE_CHECKING:
    from modules.beacon.module import Beacon


def note_missed(beacon: Beacon, validator: Address) -> None:
    """Fine a validator for one link, and jail it where it was one too many."""
    settings, now_s = beacon.settings, beacon.block.time_s
    misses = _counted(beacon, beacon.counts[validator])
    beacon.emit(LinkMissed(validator, misses.in_window, settings.missed_link_bps))
    is_jailed = misses.in_window > settings.missed_links_max
    jail_s = settings.jail_s if is_jailed else Seconds(0)
    beacon.slashing.punish_missed_link(validator, settings.missed_link_bps, jail_s)
    if is_jailed:
        beacon.emit(JailedForMissedLinks(validator, Seconds(now_s + jail_s)))
        misses = replace(misses, window_start=Height(0), in_window=0)
    beacon.counts[validator] = misses


def note_without_chain(beacon: Beacon, validator: Address) -> None:
    """Count a block whose proposer has no chain and names none; after some it is a miss."""
    misses = beacon.counts[validator]
    misses = replace(misses, without_chain=misses.without_chain + 1)
    beacon.counts[validator] = misses
    if misses.without_chain > beacon.settings.grace_proposals:
        note_missed(beacon, validator)


def note_chain(beacon: Beacon, validator: Address) -> None:
    """Forget the blocks without a chain: there is one now."""
    misses = beacon.counts[validator]
    if misses.without_chain:
        beacon.counts[validator] = replace(misses, without_chain=0)


def _counted(beacon: Beacon, misses: Misses) -> Misses:
    """Count one more, in a window of its own where the last one is over."""
    height, start = beacon.block.height, misses.window_start
    is_over = not start or not start <= height < start + beacon.settings.window_blocks
    return replace(
        misses,
        total=misses.total + 1,
        window_start=height if is_over else start,
        in_window=1 if is_over else misses.in_window + 1,
    )
