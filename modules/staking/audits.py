"""What must be true of all stake together: sums over everything, for tests and inspection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modules.staking import candidacy
from modules.staking.checkpoints import pool_at, positions
from modules.staking.maths import worth_wei
from modules.staking.records import Position

if TYPE_CHECKING:
    from modules.staking.module import Staking


def delegations_sum_to_pools(staking: Staking) -> bool:
    """Whether every pool's shares are its delegators', worth no more than the pool holds."""
    for validator in staking.registry:
        pool = staking.pools[validator]
        held = [staking.shares[validator, d] for d in staking.delegators[validator]]
        worth = sum(worth_wei(pool, shares) for shares in held)
        if sum(held) != pool.shares or not all(held) or worth > pool.tokens_wei:
            return False
        if pool.tokens_wei > pool.shares:
            return False
    return True


def checkpoints_end_at_current_stake(staking: Staking) -> bool:
    """Whether what is noted last, of pools and of accounts, is what is there."""
    now = staking.block.height
    for validator in staking.registry:
        if pool_at(staking.pool_history[validator], now) != staking.pools[validator]:
            return False
        for delegator in staking.delegators[validator]:
            held = {Position(v, staking.shares[v, delegator]) for v in staking.targets[delegator]}
            if held != set(positions(staking, delegator)):
                return False
    return True


def flights_sum_to_totals(staking: Staking) -> bool:
    """Whether all that is in flight is known: to the total, and to the validators it left."""
    numbers = range(1, staking.flights + 1)
    unbondings = [staking.unbonding_of[n] for n in numbers]
    total_wei = sum(entry.amount_wei for entry in unbondings)
    if total_wei != staking.unbonding_total_wei:
        return False
    moves = [staking.redelegation_of[n] for n in numbers]
    for validator in staking.registry:
        left_wei: int = sum(e.initial_wei for e in unbondings if e.validator == validator)
        left_wei += sum(e.amount_wei for e in moves if e.source == validator)
        if left_wei != staking.in_flight_wei[validator]:
            return False
    return True


def elected_are_the_strongest(staking: Staking) -> bool:
    """Whether the set is the one wanted, where no election is due and somebody competes."""
    is_due = staking.is_stale or staking.elected_seats != staking.settings.validators_max
    wanted = candidacy.wanted_set(staking)
    return is_due or not wanted or wanted == candidacy.current_set(staking)
