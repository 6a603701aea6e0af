"""
How much may come out of an asset on a route, and how fast: a bucket that fills with time.

    room(now) = min(capacity, room(then) + refill * seconds)

Only what reaches people through a receipt is counted. Refunds are not: what comes back was theirs
(namada#4822: a limiter that held refunds). A transfer from `delay_from_wei` on waits instead, and
that is never more than the capacity, so each amount can come out either way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chain.kit.abi import Uint64
from chain.types.primitives import Wei
from modules.bridge.records import AMOUNT_MAX, Bucket, Limits
from modules.bridge.refusals import AssetInvalid, LimitReached

if TYPE_CHECKING:
    from modules.bridge.books import Books


def check(limits: Limits) -> None:
    """Raise AssetInvalid unless each amount from the least on can come out some day."""
    if not 0 < limits.capacity_wei <= AMOUNT_MAX:
        raise AssetInvalid(f"a capacity of 1 to {AMOUNT_MAX} wei expected")
    if not 0 < limits.refill_wei_per_s <= limits.capacity_wei:
        raise AssetInvalid("a refill of 1 wei to the capacity expected")
    if not 0 < limits.minimum_wei <= limits.delay_from_wei <= limits.capacity_wei:
        raise AssetInvalid("expected 0 < minimum <= delay_from <= capacity")


def fill(bridge: Books, route: Uint64, key: int, limits: Limits) -> None:
    """Set an asset's limits, with a bucket that is as full as it was, or full at first."""
    check(limits)
    is_new = bridge.limits[route, key].capacity_wei == 0
    before_wei = limits.capacity_wei if is_new else room_wei(bridge, route, key)
    bridge.limits[route, key] = limits
    held_wei = Wei(min(before_wei, limits.capacity_wei))
    bridge.buckets[route, key] = Bucket(held_wei, bridge.block.time_s)


def room_wei(bridge: Books, route: Uint64, key: int) -> Wei:
    """Return what may come out now."""
    limits, bucket = bridge.limits[route, key], bridge.buckets[route, key]
    gained_wei = limits.refill_wei_per_s * (bridge.block.time_s - bucket.at_s)
    return Wei(min(limits.capacity_wei, bucket.room_wei + gained_wei))


def take(bridge: Books, route: Uint64, key: int, amount_wei: Wei) -> None:
    """Take from the bucket what is about to come out; raises LimitReached."""
    found_wei = room_wei(bridge, route, key)
    if amount_wei > found_wei:
        raise LimitReached(amount_wei, found_wei)
    bridge.buckets[route, key] = Bucket(Wei(found_wei - amount_wei), bridge.block.time_s)
