"""
Slashes: stake answers for what its validator did while it stood there, wherever it went since.

    fault at H --> what stood behind the power of H
                     |-- still there: the pool shrinks at once, shares stay
                     +-- left since: each unbonding and redelegation pays its own part
                             in the order it left, SWEEP_ENTRIES_MAX a block

The power of H was elected at the end of H - POWER_DELAY_BLOCKS, so stake that left in a later block
answers. Work is bounded: the pool's part is known from sums alone, and while a sweep has not
reached an entry, nothing that left is paid out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.types.primitives import Address, Bps, Height, Wei
from modules.staking import candidacy, flights, stake
from modules.staking.checkpoints import pool_at
from modules.staking.events import RedelegationSlashed, Slashed, UnbondingSlashed
from modules.staking.maths import fraction_of
from modules.staking.records import (
    POWER_DELAY_BLOCKS,
    POWER_UNIT_WEI,
    SWEEP_ENTRIES_MAX,
    Pool,
    Sweep,
    Work,
)
from modules.staking.refusals import FaultNotPast

if TYPE_CHECKING:
    from modules.staking.module import Staking


def slash(
    staking: Staking, validator: Address, fraction_bps: Bps, fault_height: Height, power: int
) -> Wei:
    """
    Burn a fraction of the stake that stood behind a validator's power at a past height.

    Returns what was burned of its pool, in wei. Never more than is there; raises FaultNotPast.
    """
    if fault_height >= staking.block.height:
        raise FaultNotPast(staking.block.height, fault_height)
    at = Height(max(fault_height - POWER_DELAY_BLOCKS, 0))
    stood_wei = min(power * POWER_UNIT_WEI, pool_at(staking.pool_history[validator], at).tokens_wei)
    first, left_wei = flights.departed_since(staking, validator, at)
    pool = staking.pools[validator]
    fine_wei = fraction_of(max(stood_wei - left_wei, 0), fraction_bps)
    fine_wei = min(fine_wei, pool.tokens_wei)
    stake.set_pool(staking, validator, Pool(Wei(pool.tokens_wei - fine_wei), pool.shares))
    _burn(staking, fine_wei)
    staking.emit(Slashed(validator, fault_height, fraction_bps, Wei(fine_wei)))
    end = len(staking.departures[validator])
    if first < end:
        staking.sweeps.append(Sweep(validator, fraction_bps, first, end))
        sweep(staking)
    candidacy.reconsider(staking, validator)
    return Wei(fine_wei)


def is_sweeping(staking: Staking) -> bool:
    """Return whether a slash has not reached all stake that it follows."""
    return staking.sweep_next < len(staking.sweeps)


def sweep(staking: Staking) -> None:
    """Follow slashes along departures, oldest slash first, as far as this block allows."""
    done, height = staking.sweep_work, staking.block.height
    entries = done.entries if done.height == height else 0
    while is_sweeping(staking) and entries < SWEEP_ENTRIES_MAX:
        at = staking.sweep_next
        under_way = staking.sweeps[at]
        until = min(under_way.next + SWEEP_ENTRIES_MAX - entries, under_way.end)
        for index in range(under_way.next, until):
            _reach(staking, staking.departures[under_way.validator][index].number, under_way)
        entries += until - under_way.next
        staking.sweeps[at] = replace(under_way, next=until)
        if until == under_way.end:
            staking.sweep_next = at + 1
    staking.sweep_work = Work(height, entries)


def _reach(staking: Staking, number: int, under_way: Sweep) -> None:
    """Take a slash's part of one departure, if it has not matured."""
    unbonding, redelegation = staking.unbonding_of[number], staking.redelegation_of[number]
    if unbonding.matures_s:
        _slash_unbonding(
            staking, number, fraction_of(unbonding.initial_wei, under_way.fraction_bps)
        )
    elif redelegation.matures_s:
        _slash_redelegation(staking, number, under_way.fraction_bps)


def _slash_unbonding(staking: Staking, number: int, fine_wei: int) -> int:
    """Burn of an unbonding; returns what there was to burn, in wei."""
    entry = staking.unbonding_of[number]
    taken_wei = min(fine_wei, entry.amount_wei)
    if taken_wei == 0:
        return 0
    staking.unbonding_of[number] = replace(entry, amount_wei=Wei(entry.amount_wei - taken_wei))
    staking.unbonding_total_wei = Wei(staking.unbonding_total_wei - taken_wei)
    _burn(staking, taken_wei)
    staking.emit(UnbondingSlashed(entry.delegator, number, Wei(taken_wei)))
    return taken_wei


def _slash_redelegation(staking: Staking, number: int, fraction_bps: Bps) -> None:
    """
    Burn what redelegated stake owes: of what left its target since, then of what is there.

    So nobody escapes by undelegating from the target. Flights are numbered as they leave.
    """
    entry = staking.redelegation_of[number]
    target, delegator = entry.target, entry.delegator
    fine_wei = fraction_of(entry.amount_wei, fraction_bps)
    owed_wei = fine_wei
    for other in tuple(staking.leaving_ids[flights.pair_key(target, delegator)]):
        if other > number:
            owed_wei -= _slash_unbonding(staking, other, owed_wei)
    taken_wei = min(owed_wei, stake.stake_wei(staking, target, delegator))
    if taken_wei:
        stake.withdraw(staking, target, delegator, Wei(taken_wei))
        _burn(staking, taken_wei)
        candidacy.reconsider_own(staking, target, delegator)
    burned_wei = Wei(fine_wei - owed_wei + taken_wei)
    if burned_wei:
        staking.emit(RedelegationSlashed(delegator, entry.source, target, burned_wei))


def _burn(staking: Staking, amount_wei: int) -> None:
    staking.slashed_total_wei = Wei(staking.slashed_total_wei + amount_wei)
    staking.burn(amount_wei, "slashed")
