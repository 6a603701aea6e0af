"""
Shares and stake: who owns how much of a validator's pool.

A share is one wei of stake until a slash makes every share of that validator worth less; it is
never worth more, so a deposit buys at least a share a wei and nobody makes shares dear for others.
All rounding is in favour of the pool, so that no order of deposits and withdrawals takes out more
than came in.
"""

from modules.staking.records import WHOLE_BPS, Pool


def shares_for_deposit(pool: Pool, amount_wei: int) -> int:
    """Return the shares that an amount buys, rounded down; 1:1 into an empty pool."""
    if pool.shares == 0:
        return amount_wei
    return amount_wei * pool.shares // pool.tokens_wei


def shares_for_withdrawal(pool: Pool, amount_wei: int, held: int) -> int:
    """
    Return the shares that an amount costs who holds `held`, rounded up.

    Shares that would be left but worth not one wei are given up with the rest.
    """
    spent = -(-amount_wei * pool.shares // pool.tokens_wei)
    left = (held - spent) * (pool.tokens_wei - amount_wei)
    return spent if left >= pool.shares - spent > 0 else held


def worth_wei(pool: Pool, shares: int) -> int:
    """Return what shares are worth in wei, rounded down; nothing in an empty pool."""
    return shares * pool.tokens_wei // pool.shares if pool.shares else 0


def fraction_of(amount_wei: int, fraction_bps: int) -> int:
    """Return a fraction of an amount in wei, rounded down: a slash takes no wei too many."""
    return amount_wei * fraction_bps // WHOLE_BPS
