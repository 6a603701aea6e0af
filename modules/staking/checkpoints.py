"""
Voting power over time: one entry a height, the last one current.

A checkpoint counts from its height on, until the next; a look-up of a past height is a binary
search, as in OpenZeppelin's Votes.
"""

from chain.kit.collections import BoundList
from chain.types.primitives import Height, Wei
from modules.staking.records import Checkpoint


def latest_wei(checkpoints: BoundList[Checkpoint]) -> Wei:
    """Return the power now, in wei."""
    count = len(checkpoints)
    return checkpoints[count - 1].power_wei if count else Wei(0)


def power_at_wei(checkpoints: BoundList[Checkpoint], height: Height) -> Wei:
    """Return the power at the end of a block, in wei."""
    low, high = 0, len(checkpoints)
    while low < high:
        middle = (low + high) // 2
        if checkpoints[middle].height > height:
            high = middle
        else:
            low = middle + 1
    return checkpoints[low - 1].power_wei if low else Wei(0)


def write_power(checkpoints: BoundList[Checkpoint], height: Height, power_wei: int) -> None:
    """Note the power from a height on; a second note at one height replaces the first."""
    entry, count = Checkpoint(height, Wei(power_wei)), len(checkpoints)
    if count and checkpoints[count - 1].height == height:
        checkpoints[count - 1] = entry
    else:
        checkpoints.append(entry)
