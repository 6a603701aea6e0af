"""What must be true of all stake together: sums over everything, for tests and inspection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chain.kit.storage import Words
from chain.types.primitives import Address
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
    now, owners = staking.block.height, set[Address]()
    for validator in staking.registry:
        if pool_at(staking.pool_history[validator], now) != staking.pools[validator]:
            return False
        owners.update(staking.delegators[validator])
    for owner in sorted(owners):
        held = {Position(v, staking.shares[v, owner]) for v in staking.targets[owner]}
        if held != set(positions(staking, owner)):
            return False
    return True


def flights_sum_to_totals(staking: Staking) -> bool:
    """Whether all that is in flight is known: to the total, and to the validators it left."""
    words, numbers = Words(staking.host, staking.address), range(1, staking.flights + 1)
    leaving, moving = staking.unbonding_of, staking.redelegation_of
    # The first word of an entry is never zero, so one read tells which are there.
    unbondings = [leaving[n] for n in numbers if words[leaving.at(n)]]
    moves = [moving[n] for n in numbers if words[moving.at(n)]]
    left_wei = dict.fromkeys(staking.registry, 0)
    for entry in unbondings:
        left_wei[entry.validator] += entry.initial_wei
    for move in moves:
        left_wei[move.source] += move.amount_wei
    return all(staking.in_flight_wei[v] == found for v, found in left_wei.items()) and (
        sum(entry.amount_wei for entry in unbondings) == staking.unbonding_total_wei
    )


def elected_are_the_strongest(staking: Staking) -> bool:
    """Whether the set is the one wanted, where no election is due and somebody competes."""
    is_due = staking.is_stale or staking.elected_seats != staking.settings.validators_max
    wanted = candidacy.wanted_set(staking)
    return is_due or not wanted or wanted == candidacy.current_set(staking)
