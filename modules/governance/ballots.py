"""How a vote is taken: by the stake an account had when voting began, the last vote counting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from modules.governance.events import Voted
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
    power_wei = governance.stakes.power_of_at(voter, progress.snapshot_height)
    if power_wei == 0:
        raise NoVotingPower(progress.snapshot_height)
    old, new = governance.ballots[number, voter], Ballot(power_wei, tuple(options))
    governance.tallies[number] = with_ballot(governance.tallies[number], old, new)
    governance.ballots[number, voter] = new
    governance.voters[number].add(voter)
    governance.emit(Voted(number, voter, power_wei, tuple(options)))


def _check_options(options: Sequence[WeightedOption]) -> None:
    total = sum(item.weight_bps for item in options)
    is_each_once = len({item.option for item in options}) == len(options)
    is_each_weighed = all(item.weight_bps > 0 for item in options)
    if len(options) > OPTIONS_MAX or not is_each_once or not is_each_weighed or total != WHOLE_BPS:
        raise BallotInvalid(len(options), total)
