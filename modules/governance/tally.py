"""
How votes are counted: pure numbers, stake in wei.

A vote spread over several options gives each its share rounded down, and what rounding leaves over
to the first one named, so that the tally is always the exact sum of the stake that voted.
"""

from chain.types.primitives import Wei
from modules.governance.records import (
    WHOLE_BPS,
    Ballot,
    GovernanceParams,
    Option,
    Status,
    Tally,
)

EMPTY = Tally(Wei(0), Wei(0), Wei(0), Wei(0))


def ballot_tally(ballot: Ballot) -> Tally:
    """Return one vote as stake by option."""
    shares = dict.fromkeys(Option, 0)
    for item in ballot.options:
        shares[item.option] += ballot.power_wei * item.weight_bps // WHOLE_BPS
    if ballot.options:
        shares[ballot.options[0].option] += ballot.power_wei - sum(shares.values())
    return Tally(*(Wei(shares[option]) for option in Option))


def with_ballot(tally: Tally, old: Ballot, new: Ballot) -> Tally:
    """Return the tally after an account's new vote took the place of its old one."""
    taken, added = ballot_tally(old), ballot_tally(new)
    return Tally(
        Wei(tally.yes_wei - taken.yes_wei + added.yes_wei),
        Wei(tally.no_wei - taken.no_wei + added.no_wei),
        Wei(tally.abstain_wei - taken.abstain_wei + added.abstain_wei),
        Wei(tally.veto_wei - taken.veto_wei + added.veto_wei),
    )


def voted_wei(tally: Tally) -> int:
    """Return all the stake that voted."""
    return tally.yes_wei + tally.no_wei + tally.abstain_wei + tally.veto_wei


def outcome(tally: Tally, total_power_wei: int, terms: GovernanceParams) -> Status:
    """
    Return what the votes decide: TIMELOCK where the proposal passed.

    In the order of cosmos x/gov: quorum of all stake, then more than `veto_bps` of veto among the
    votes, then more than `threshold_bps` of yes among those that do not abstain.
    """
    voted = voted_wei(tally)
    if voted == 0 or voted * WHOLE_BPS < total_power_wei * terms.quorum_bps:
        return Status.FAILED_QUORUM
    if tally.veto_wei * WHOLE_BPS > voted * terms.veto_bps:
        return Status.VETOED
    decided = voted - tally.abstain_wei
    if tally.yes_wei * WHOLE_BPS > decided * terms.threshold_bps:
        return Status.TIMELOCK
    return Status.REJECTED
