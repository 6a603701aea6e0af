"""
Who competes for the set, and the election at the end of a block.

    own stake >= bond, free --> candidate --most stake--> member --jailed, or too little--> gone
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chain.types.primitives import Address
from modules.staking import stake
from modules.staking.election import Member, elect, step
from modules.staking.events import CandidacyChanged, StandingChanged, ValidatorSetChanged
from modules.staking.records import CANDIDATES_MAX, Seat, Standing, ValidatorPower
from modules.staking.refusals import BondTooSmall, NotJailed, Tombstoned

if TYPE_CHECKING:
    from modules.staking.module import Staking


def reconsider_own(staking: Staking, validator: Address, delegator: Address) -> None:
    """Reconsider a validator whose own stake may have changed."""
    if validator == delegator:
        reconsider(staking, validator)


def reconsider(staking: Staking, validator: Address) -> None:
    """Let a validator compete exactly while it may: free, its own stake large enough, and room."""
    own_wei = stake.stake_wei(staking, validator, validator)
    is_free = staking.standings[validator] == Standing.FREE
    if is_free and own_wei >= staking.settings.bond_wei_min:
        if validator not in staking.candidates and admit(staking, validator):
            staking.emit(CandidacyChanged(validator, True))
    elif staking.candidates.discard(validator):
        staking.is_stale = True
        staking.emit(CandidacyChanged(validator, False))


def admit(staking: Staking, validator: Address) -> bool:
    """Let a validator compete; a full field gives way only at its weakest."""
    if len(staking.candidates) >= CANDIDATES_MAX:
        least = weakest(staking)
        if staking.pools[validator].tokens_wei <= least.power:
            return False
        staking.candidates.discard(least.validator)
        staking.emit(CandidacyChanged(least.validator, False))
    staking.is_stale = True
    return staking.candidates.add(validator)


def weakest(staking: Staking) -> ValidatorPower:
    """Return the candidate with the least stake."""
    return min(_stakes(staking), key=lambda item: (item.power, item.validator))


def jail(staking: Staking, validator: Address) -> None:
    """Shut a validator out until it is freed; one that is shut out stays as it is."""
    if staking.standings[validator] == Standing.FREE:
        _stand(staking, validator, Standing.JAILED)


def tombstone(staking: Staking, validator: Address) -> None:
    """Shut a validator out for good."""
    if staking.standings[validator] != Standing.TOMBSTONED:
        _stand(staking, validator, Standing.TOMBSTONED)


def unjail(staking: Staking, validator: Address) -> None:
    """Free a jailed validator, if its own stake is large enough to compete again."""
    if staking.standings[validator] == Standing.TOMBSTONED:
        raise Tombstoned(validator)
    if staking.standings[validator] != Standing.JAILED:
        raise NotJailed(validator)
    needed_wei = staking.settings.bond_wei_min
    own_wei = stake.stake_wei(staking, validator, validator)
    if own_wei < needed_wei:
        raise BondTooSmall(needed_wei, own_wei)
    _stand(staking, validator, Standing.FREE)


def wanted_set(staking: Staking) -> tuple[Member, ...]:
    """Return the set that stake asks for, each member with its current key."""
    ranked = elect(_stakes(staking), staking.settings.validators_max)
    keys = staking.consensus_addresses
    return tuple(Member(seat.validator, keys[seat.validator], seat.power) for seat in ranked)


def current_set(staking: Staking) -> tuple[Member, ...]:
    """Return the set of the last election, each member with the key it was seated with."""
    return tuple(
        Member(item.validator, staking.seats[item.validator].consensus_address, item.power)
        for item in staking.elected
    )


def hold_election(staking: Staking) -> None:
    """Go one step towards the set that stake asks for; where nobody competes, the set stays."""
    current, wanted = current_set(staking), wanted_set(staking)
    staking.elected_seats = staking.settings.validators_max
    reached = step(current, wanted) if wanted else current
    staking.is_stale = bool(wanted) and reached != wanted
    if reached == current:
        return
    _seat(staking, current, reached)
    staking.elected = tuple(ValidatorPower(m.validator, m.power) for m in reached)
    if staking.block.height > 0:
        staking.emit(ValidatorSetChanged(len(reached), sum(m.power for m in reached)))


def _seat(staking: Staking, current: tuple[Member, ...], reached: tuple[Member, ...]) -> None:
    stay = {member.validator for member in reached}
    for member in current:
        if member.validator not in stay:
            del staking.seats[member.validator]
    before = {member.validator for member in current}
    for member in reached:
        joined = staking.seats[member.validator].joined_height
        if member.validator not in before:
            joined = staking.block.height
        staking.seats[member.validator] = Seat(member.consensus_address, joined)


def _stand(staking: Staking, validator: Address, standing: Standing) -> None:
    staking.standings[validator] = standing
    staking.emit(StandingChanged(validator, standing))
    reconsider(staking, validator)


def _stakes(staking: Staking) -> tuple[ValidatorPower, ...]:
    return tuple(ValidatorPower(v, staking.pools[v].tokens_wei) for v in staking.candidates)
