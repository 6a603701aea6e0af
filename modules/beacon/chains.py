"""
A validator's chain of hashes: named, waiting, acting, used up.

    tip in its block --TIP_DELAY_BLOCKS--> acts: a link a block --BEACON_LINKS--> used up
                                             '--a link missed and a new tip named--> given up
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain import params
from chain.types.primitives import ZERO_HASH, Address, Hash32, Height
from modules.beacon.records import TIP_DELAY_BLOCKS, ChainCommitted, Commitment, PendingTip

if TYPE_CHECKING:
    from modules.beacon.module import Beacon

NO_TIP = PendingTip(ZERO_HASH, Height(0))


def current(beacon: Beacon, validator: Address) -> tuple[Commitment, PendingTip]:
    """Return the chain that counts in this block, and the one that waits behind it."""
    acting, pending = beacon.commitments[validator], beacon.pending_tips[validator]
    if pending.tip == ZERO_HASH or beacon.block.height < pending.acts_from:
        return acting, pending
    return Commitment(pending.tip, acting.number + 1, 0), NO_TIP


def promote(beacon: Beacon, validator: Address) -> tuple[Commitment, PendingTip]:
    """Let the chain that waits act if it is time; returns what counts now."""
    acting, pending = current(beacon, validator)
    if pending != beacon.pending_tips[validator]:
        beacon.commitments[validator] = acting
        beacon.pending_tips[validator] = pending
    return acting, pending


def advance(beacon: Beacon, validator: Address, acting: Commitment, link: Hash32) -> None:
    """Take a link: the next one hashes to it. After the last one nothing is owed."""
    used = acting.used + 1
    expected = link if used < params.BEACON_LINKS else ZERO_HASH
    beacon.commitments[validator] = replace(acting, expected=expected, used=used)


def give_up(beacon: Beacon, validator: Address, acting: Commitment) -> None:
    """End a chain whose owner names another instead of showing a link."""
    beacon.commitments[validator] = replace(acting, expected=ZERO_HASH)


def name_next(beacon: Beacon, validator: Address, tip: Hash32) -> None:
    """Keep a tip until it may act."""
    acts_from = Height(beacon.block.height + TIP_DELAY_BLOCKS)
    number = beacon.commitments[validator].number + 1
    beacon.pending_tips[validator] = PendingTip(tip, acts_from)
    beacon.emit(ChainCommitted(validator, number, tip, acts_from))
