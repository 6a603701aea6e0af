"""
What was true at a past height: one entry a height, the last one current.

A checkpoint counts from its height on, until the next; a look-up of a past height is a binary
search, as in OpenZeppelin's Votes.

    pool of a validator     height -> tokens, shares
    positions of an account height -> its shares with each validator
    all bonded stake        height -> wei
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from chain.kit.collections import BoundList
from chain.types.primitives import Address, Height, Wei
from modules.staking.records import Checkpoint, Pool, PoolCheckpoint, Position

if TYPE_CHECKING:
    from modules.staking.module import Staking


def position_at(heights: Callable[[int], int], count: int, height: Height) -> int:
    """Return how many of `count` rising heights are at or below one."""
    low, high = 0, count
    while low < high:
        middle = (low + high) // 2
        if heights(middle) > height:
            high = middle
        else:
            low = middle + 1
    return low


def latest_wei(checkpoints: BoundList[Checkpoint]) -> Wei:
    """Return the power now, in wei."""
    count = len(checkpoints)
    return checkpoints[count - 1].power_wei if count else Wei(0)


def power_at_wei(checkpoints: BoundList[Checkpoint], height: Height) -> Wei:
    """Return the power at the end of a block, in wei."""
    found = position_at(lambda i: checkpoints[i].height, len(checkpoints), height)
    return checkpoints[found - 1].power_wei if found else Wei(0)


def write_power(checkpoints: BoundList[Checkpoint], height: Height, power_wei: int) -> None:
    """Note the power from a height on; a second note at one height replaces the first."""
    entry, count = Checkpoint(height, Wei(power_wei)), len(checkpoints)
    if count and checkpoints[count - 1].height == height:
        checkpoints[count - 1] = entry
    else:
        checkpoints.append(entry)


def pool_at(checkpoints: BoundList[PoolCheckpoint], height: Height) -> Pool:
    """Return a validator's pool at the end of a block."""
    found = position_at(lambda i: checkpoints[i].height, len(checkpoints), height)
    if not found:
        return Pool(Wei(0), 0)
    entry = checkpoints[found - 1]
    return Pool(entry.tokens_wei, entry.shares)


def write_pool(checkpoints: BoundList[PoolCheckpoint], height: Height, pool: Pool) -> None:
    """Note a pool from a height on; a second note at one height replaces the first."""
    entry, count = PoolCheckpoint(height, pool.tokens_wei, pool.shares), len(checkpoints)
    if count and checkpoints[count - 1].height == height:
        checkpoints[count - 1] = entry
    else:
        checkpoints.append(entry)


def positions(staking: Staking, delegator: Address) -> tuple[Position, ...]:
    """Return what an account holds now."""
    count = len(staking.position_heights[delegator])
    return staking.positions_of[delegator, count - 1] if count else ()


def positions_at(staking: Staking, delegator: Address, height: Height) -> tuple[Position, ...]:
    """Return what an account held at the end of a block."""
    heights = staking.position_heights[delegator]
    found = position_at(lambda i: heights[i], len(heights), height)
    return staking.positions_of[delegator, found - 1] if found else ()


def write_position(staking: Staking, delegator: Address, changed: Position) -> None:
    """Note an account's new shares with a validator, beside all others it holds."""
    kept = positions(staking, delegator)
    if any(item.validator == changed.validator for item in kept):
        moved = [changed if item.validator == changed.validator else item for item in kept]
    else:
        moved = [*kept, changed]
    heights, now = staking.position_heights[delegator], staking.block.height
    if not len(heights) or heights[len(heights) - 1] != now:
        heights.append(now)
    staking.positions_of[delegator, len(heights) - 1] = tuple(m for m in moved if m.shares)
