"""
Stake that left a validator: unbonding, or gone to another one.

    withdraw --> flight number --> departure of the validator --time--> paid, or free to go on

Departures are noted with the sum that left so far, so that a slash knows at once how much of what
stood at a height has left since, and follows it in the order in which it left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chain.types.primitives import Address, Height, Seconds, Wei
from modules.staking import candidacy, stake
from modules.staking.checkpoints import position_at
from modules.staking.events import Redelegated, UnbondingFinished, UnbondingStarted
from modules.staking.records import Departure, Redelegation, Unbonding
from modules.staking.refusals import RedelegationInFlight, SameValidator, TooManyEntries

if TYPE_CHECKING:
    from modules.staking.module import Staking

UNBONDING_ENDS, REDELEGATION_ENDS = 1, 2  # kinds of deadline


def pair_key(validator: Address, delegator: Address) -> bytes:
    """Return the key of what one delegator has in flight from one validator."""
    return validator + delegator


def unbond(staking: Staking, validator: Address, delegator: Address, amount_wei: Wei) -> int:
    """Take stake from a validator and let it wait; returns the unbonding's number."""
    settings = staking.settings
    if staking.leaving[validator, delegator] >= settings.unbonding_entries_max:
        raise TooManyEntries(settings.unbonding_entries_max)
    stake.withdraw(staking, validator, delegator, amount_wei)
    candidacy.reconsider_own(staking, validator, delegator)
    matures_s = Seconds(staking.block.time_s + settings.unbonding_s)
    number = _depart(staking, validator, amount_wei, matures_s, UNBONDING_ENDS)
    staking.unbonding_of[number] = Unbonding(
        number, delegator, validator, amount_wei, staking.block.height, matures_s, amount_wei
    )
    staking.unbonding_ids[delegator].add(number)
    staking.leaving_ids[pair_key(validator, delegator)].add(number)
    staking.leaving[validator, delegator] += 1
    staking.unbonding_total_wei = Wei(staking.unbonding_total_wei + amount_wei)
    staking.emit(UnbondingStarted(delegator, validator, number, amount_wei, matures_s))
    return number


def redelegate(
    staking: Staking, source: Address, target: Address, delegator: Address, amount_wei: Wei
) -> None:
    """Move stake to another validator, where it answers for the first until it matures."""
    settings = staking.settings
    if source == target:
        raise SameValidator(source)
    if staking.arriving[source, delegator]:
        raise RedelegationInFlight(source)
    if staking.arriving[target, delegator] >= settings.unbonding_entries_max:
        raise TooManyEntries(settings.unbonding_entries_max)
    stake.withdraw(staking, source, delegator, amount_wei)
    stake.deposit(staking, target, delegator, amount_wei)
    for validator in (source, target):
        candidacy.reconsider_own(staking, validator, delegator)
    matures_s = Seconds(staking.block.time_s + settings.unbonding_s)
    number = _depart(staking, source, amount_wei, matures_s, REDELEGATION_ENDS)
    staking.redelegation_of[number] = Redelegation(
        delegator, source, target, amount_wei, staking.block.height, matures_s
    )
    staking.redelegation_ids[delegator].add(number)
    staking.arriving[target, delegator] += 1
    staking.emit(Redelegated(delegator, source, target, amount_wei, matures_s))


def finish_unbonding(staking: Staking, number: int) -> None:
    """Pay what is left of an unbonding."""
    entry = staking.unbonding_of[number]
    del staking.unbonding_of[number]
    staking.unbonding_ids[entry.delegator].discard(number)
    staking.leaving_ids[pair_key(entry.validator, entry.delegator)].discard(number)
    staking.leaving[entry.validator, entry.delegator] -= 1
    _arrive(staking, entry.validator, entry.initial_wei)
    staking.unbonding_total_wei = Wei(staking.unbonding_total_wei - entry.amount_wei)
    staking.pay(entry.delegator, entry.amount_wei, "unbonded")
    staking.emit(UnbondingFinished(entry.delegator, number, entry.amount_wei))


def finish_redelegation(staking: Staking, number: int) -> None:
    """Let redelegated stake go on."""
    entry = staking.redelegation_of[number]
    del staking.redelegation_of[number]
    staking.redelegation_ids[entry.delegator].discard(number)
    staking.arriving[entry.target, entry.delegator] -= 1
    _arrive(staking, entry.source, entry.amount_wei)


def departed_since(staking: Staking, validator: Address, height: Height) -> tuple[int, Wei]:
    """
    Return the first departure after the end of a block, and what is in flight from there on.

    In wei. What matured is no longer in flight; the oldest matures first.
    """
    departures = staking.departures[validator]
    count = len(departures)
    first = position_at(lambda i: departures[i].height, count, height)
    before_wei = departures[first - 1].total_wei if first else 0
    left_wei = departures[count - 1].total_wei - before_wei if count else 0
    return first, Wei(min(left_wei, staking.in_flight_wei[validator]))


def _depart(
    staking: Staking, validator: Address, amount_wei: Wei, matures_s: Seconds, kind: int
) -> int:
    staking.flights = number = staking.flights + 1
    staking.timers.set(matures_s, kind, number)
    departures = staking.departures[validator]
    count = len(departures)
    so_far_wei = departures[count - 1].total_wei if count else 0
    total_wei = Wei(so_far_wei + amount_wei)
    departures.append(Departure(staking.block.height, number, total_wei))
    staking.in_flight_wei[validator] = Wei(staking.in_flight_wei[validator] + amount_wei)
    return number


def _arrive(staking: Staking, validator: Address, amount_wei: Wei) -> None:
    staking.in_flight_wei[validator] = Wei(staking.in_flight_wei[validator] - amount_wei)
