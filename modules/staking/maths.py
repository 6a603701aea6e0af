"""
Shares and stake: who owns how much of a validator's pool.

A share is one wei of stake until a slash makes every share of that validator worth less. All
rounding is in favour of the pool, so that no order of deposits and withdrawals takes out more than
came in.
"""

from collections.abc import Iterable

from modules.staking.records import POWER_UNIT_WEI, Pool, ValidatorPower


def shares_for_deposit(pool: Pool, amount_wei: int) -> int:
    """Return the shares that an amount buys, rounded down; 1:1 into an empty pool."""
    if pool.shares == 0:
        return amount_wei
    return amount_wei * pool.shares // pool.tokens_wei


def shares_for_withdrawal(pool: Pool, amount_wei: int) -> int:
    """Return the shares that an amount costs to take out, rounded up."""
    return -(-amount_wei * pool.shares // pool.tokens_wei)


def worth_wei(pool: Pool, shares: int) -> int:
    """Return what shares are worth in wei, rounded down; nothing in an empty pool."""
    return shares * pool.tokens_wei // pool.shares if pool.shares else 0


def elect(stakes: Iterable[ValidatorPower], seats: int) -> tuple[ValidatorPower, ...]:
    """
    Return the validators with the most stake, in falling order, and their consensus power.

    `power` of what comes in is stake in wei, of what goes out units of POWER_UNIT_WEI. Ties go to
    the lower address; who has not one unit is not elected.
    """
    ranked = sorted(stakes, key=lambda item: (-item.power, item.validator))
    units = (ValidatorPower(s.validator, s.power // POWER_UNIT_WEI) for s in ranked[:seats])
    return tuple(item for item in units if item.power > 0)
