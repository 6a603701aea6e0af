"""
Rewards per share: pure numbers, all rounding in favour of the pool.

A validator has one index: what one share has earned since the chain began, in wei times PRECISION.
It only grows. A share that came when the index stood at `a` and is asked at `b` earned `b - a`.
"""

from typing import Final

PRECISION: Final = 10**36  # of an index: with all coins there may be on one share it fits a word
WHOLE_BPS: Final = 10_000  # bps of the whole


def index_growth(reward_wei: int, shares: int) -> int:
    """Return how far a reward moves the index of a validator with shares, rounded down."""
    return reward_wei * PRECISION // shares


def credited_wei(growth: int, shares: int) -> int:
    """Return the least wei that pay every share for a growth of the index, however it is held."""
    return -(-growth * shares // PRECISION)


def earned_wei(growth: int, shares: int) -> int:
    """Return what shares earned while the index grew, rounded down."""
    return growth * shares // PRECISION
