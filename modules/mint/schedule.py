"""
The schedule of issuance: pure numbers, rates in units of 1 / RATE_WHOLE a year.

    too little at stake --> the rate rises --> staking pays more --> more is staked, and back

As in cosmos x/mint, but by the seconds of block time that passed: a year counted in blocks is
longer or shorter than a year. Everything is rounded down: rather a wei too few.
"""

from modules.mint.records import RATE_OF_BPS, RATE_WHOLE, WHOLE_BPS, YEAR_S, MintParams


def bonded_ratio(bonded_wei: int, supply_wei: int) -> int:
    """Return the share of the supply that is at stake; nothing of nothing is nothing."""
    return bonded_wei * RATE_WHOLE // supply_wei if supply_wei else 0


def clamped_rate(rate: int, params: MintParams) -> int:
    """Return a rate brought within its bounds."""
    lowest = params.inflation_bps_min * RATE_OF_BPS
    return max(lowest, min(rate, params.inflation_bps_max * RATE_OF_BPS))


def next_rate(rate: int, ratio: int, elapsed_s: int, params: MintParams) -> int:
    """
    Return the rate after some seconds at a bonded ratio, within its bounds.

    At nothing bonded it rises by `inflation_change_bps` in a year, at the goal it stays, and at
    twice the goal it would fall as fast.
    """
    goal = params.goal_bonded_bps * RATE_OF_BPS
    yearly = params.inflation_change_bps * RATE_OF_BPS * (goal - ratio) // goal
    return clamped_rate(rate + yearly * elapsed_s // YEAR_S, params)


def cap_wei(genesis_supply_wei: int, params: MintParams) -> int:
    """Return the most coins there may be by issuance, in wei."""
    return genesis_supply_wei * params.supply_bps_max // WHOLE_BPS


def issue_wei(supply_wei: int, rate: int, elapsed_s: int, most_wei: int) -> int:
    """Return what is issued for some seconds, in wei: never so much that supply passes the cap."""
    wanted_wei = supply_wei * rate * elapsed_s // (RATE_WHOLE * YEAR_S)
    return max(0, min(wanted_wei, most_wei - supply_wei))
