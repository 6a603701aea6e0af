"""
Stake behind validators: every way in and out goes through here.

    deposit / withdraw --> rewards settled --> shares, positions, pool, total: all noted at once

Voting power is not written down but follows from these notes: an account's shares at a height,
times what a share was worth then. So one slash, one note, changes the power of every delegator.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chain.types.primitives import Address, Height, Wei
from modules.staking import checkpoints
from modules.staking.maths import shares_for_deposit, shares_for_withdrawal, worth_wei
from modules.staking.records import (
    DELEGATIONS_MAX,
    SHARES_PER_WEI_MAX,
    Delegation,
    Pool,
    Position,
)
from modules.staking.refusals import (
    SharesWorthless,
    StakeTooSmall,
    TooManyDelegations,
    ZeroAmount,
)

if TYPE_CHECKING:
    from modules.staking.module import Staking


def stake_wei(staking: Staking, validator: Address, delegator: Address) -> Wei:
    """Return what an account has at stake with a validator now, in wei."""
    return Wei(worth_wei(staking.pools[validator], staking.shares[validator, delegator]))


def power_wei(staking: Staking, account: Address) -> Wei:
    """Return what an account has at stake now with all its validators, at most DELEGATIONS_MAX."""
    held = checkpoints.positions(staking, account)
    return Wei(sum(worth_wei(staking.pools[item.validator], item.shares) for item in held))


def delegations_at(staking: Staking, delegator: Address, height: Height) -> tuple[Delegation, ...]:
    """Return an account's stakes as they stood at the end of a block."""
    held = checkpoints.positions_at(staking, delegator, height)
    return tuple(_delegation_at(staking, delegator, item, height) for item in held)


def delegation_wei_at(
    staking: Staking, delegator: Address, validator: Address, height: Height
) -> Wei:
    """Return an account's stake with one validator at the end of a block, in wei."""
    for item in checkpoints.positions_at(staking, delegator, height):
        if item.validator == validator:
            return _delegation_at(staking, delegator, item, height).amount_wei
    return Wei(0)


def deposit(staking: Staking, validator: Address, delegator: Address, amount_wei: int) -> None:
    """Put stake behind a validator; raises where shares are worthless or too many kinds."""
    pool = staking.pools[validator]
    if pool.shares > pool.tokens_wei * SHARES_PER_WEI_MAX:
        raise SharesWorthless(validator)
    bought = shares_for_deposit(pool, amount_wei)
    held = staking.shares[validator, delegator]
    if held == 0 and len(staking.targets[delegator]) >= DELEGATIONS_MAX:
        raise TooManyDelegations(DELEGATIONS_MAX)
    staking.rewards.settle(validator, delegator)
    _set_shares(staking, validator, delegator, held + bought)
    set_pool(staking, validator, Pool(Wei(pool.tokens_wei + amount_wei), pool.shares + bought))


def withdraw(staking: Staking, validator: Address, delegator: Address, amount_wei: Wei) -> None:
    """Take stake from behind a validator; raises where there is less."""
    if amount_wei == 0:
        raise ZeroAmount()
    found_wei = stake_wei(staking, validator, delegator)
    if found_wei < amount_wei:
        raise StakeTooSmall(amount_wei, found_wei)
    pool, held = staking.pools[validator], staking.shares[validator, delegator]
    spent = shares_for_withdrawal(pool, amount_wei, held)
    staking.rewards.settle(validator, delegator)
    _set_shares(staking, validator, delegator, held - spent)
    set_pool(staking, validator, Pool(Wei(pool.tokens_wei - amount_wei), pool.shares - spent))


def set_pool(staking: Staking, validator: Address, pool: Pool) -> None:
    """Note a pool, its height, and what all pools together hold."""
    height, change_wei = staking.block.height, pool.tokens_wei - staking.pools[validator].tokens_wei
    staking.pools[validator] = pool
    checkpoints.write_pool(staking.pool_history[validator], height, pool)
    total_wei = checkpoints.latest_wei(staking.total_powers) + change_wei
    checkpoints.write_power(staking.total_powers, height, total_wei)
    staking.is_stale = True


def _set_shares(staking: Staking, validator: Address, delegator: Address, shares: int) -> None:
    staking.shares[validator, delegator] = shares
    checkpoints.write_position(staking, delegator, Position(validator, shares))
    if shares:
        staking.targets[delegator].add(validator)
        staking.delegators[validator].add(delegator)
    else:
        staking.targets[delegator].discard(validator)
        staking.delegators[validator].discard(delegator)


def _delegation_at(
    staking: Staking, delegator: Address, held: Position, height: Height
) -> Delegation:
    pool = checkpoints.pool_at(staking.pool_history[held.validator], height)
    worth = Wei(worth_wei(pool, held.shares))
    return Delegation(delegator, held.validator, held.shares, worth)
