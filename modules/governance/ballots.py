"""
How a vote is taken: validators vote for the stake behind them, and its owners may overrule them.

    a validator's vote = its own stake + what is behind it, less stake whose owner votes itself
    an owner's vote    = its own stake, taken out of the votes of the validators it stands behind

All by the stake when voting began; the last vote counts. Every wei is counted once, in whatever
order people vote, because an owner's first vote is taken out of its validators' at that moment:
nothing is left to walk at the end. Stake counts behind any validator, elected or not, and is part
of the quorum's base alike: it is bound and answers for its validator all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from chain.types.primitives import Address, Wei
from modules.governance.events import Overruled, Voted
from modules.governance.records import OPTIONS_MAX, WHOLE_BPS, Ballot, WeightedOption
from modules.governance.refusals import BallotInvalid, NoVotingPower, PeriodOver
from modules.governance.tally import with_ballot

if TYPE_CHECKING:
    from modules.governance.module import Governance


def cast(governance: Governance, number: int, options: Sequence[WeightedOption]) -> None:
    """Take the caller's vote on a proposal that is being voted on."""
    progress, voter = governance.progress[number], governance.sender
    if governance.block.time_s >= progress.voting_end_s:
        raise PeriodOver(progress.voting_end_s)
    _check_options(options)
    old = governance.ballots[number, voter]
    is_first = governance.voters[number].add(voter)
    power_wei = _first_power_wei(governance, number, voter) if is_first else old.power_wei
    _record(governance, number, voter, Ballot(power_wei, tuple(options)))
    governance.emit(Voted(number, voter, power_wei, tuple(options)))


def default_power_wei(governance: Governance, number: int, validator: Address) -> Wei:
    """Return the stake behind a validator whose owners have not voted themselves, in wei."""
    snapshot = governance.progress[number].snapshot_height
    behind_wei = governance.stakes.validator_power_at(validator, snapshot)
    return Wei(behind_wei - governance.overridden[number, validator])


def _first_power_wei(governance: Governance, number: int, voter: Address) -> Wei:
    """Take the voter's own stake out of others' votes; return it with what the voter carries."""
    snapshot, own_wei = governance.progress[number].snapshot_height, 0
    for stake in governance.stakes.delegations_at(voter, snapshot):
        own_wei += stake.amount_wei
        governance.overridden[number, stake.validator] = Wei(
            governance.overridden[number, stake.validator] + stake.amount_wei
        )
        if stake.validator != voter and stake.validator in governance.voters[number]:
            _overrule(governance, number, stake.validator, voter, stake.amount_wei)
    power_wei = Wei(own_wei + default_power_wei(governance, number, voter))
    if power_wei == 0:
        raise NoVotingPower(snapshot)
    return power_wei


def _overrule(
    governance: Governance, number: int, validator: Address, owner: Address, amount_wei: Wei
) -> None:
    """Make a vote that was cast already smaller by stake whose owner votes itself."""
    ballot = governance.ballots[number, validator]
    power_wei = Wei(ballot.power_wei - amount_wei)
    _record(governance, number, validator, Ballot(power_wei, ballot.options))
    governance.emit(Overruled(number, validator, owner, amount_wei))


def _record(governance: Governance, number: int, voter: Address, ballot: Ballot) -> None:
    """Put a vote in the place of the voter's last one."""
    old = governance.ballots[number, voter]
    governance.tallies[number] = with_ballot(governance.tallies[number], old, ballot)
    governance.ballots[number, voter] = ballot


def _check_options(options: Sequence[WeightedOption]) -> None:
    total = sum(item.weight_bps for item in options)
    is_each_once = len({item.option for item in options}) == len(options)
    is_each_weighed = all(item.weight_bps > 0 for item in options)
    if len(options) > OPTIONS_MAX or not is_each_once or not is_each_weighed or total != WHOLE_BPS:
        raise BallotInvalid(len(options), total)
