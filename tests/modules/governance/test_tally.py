"""How votes are counted and what they decide, as pure numbers."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.types.primitives import Bps, Wei
from modules.governance.records import (
    Ballot,
    GovernanceParams,
    Option,
    Status,
    Tally,
    WeightedOption,
)
from modules.governance.tally import EMPTY, ballot_tally, outcome, voted_wei, with_ballot

TERMS = GovernanceParams(quorum_bps=Bps(4_000), threshold_bps=Bps(5_000), veto_bps=Bps(3_340))


@st.composite
def ballots(draw: st.DrawFn) -> Ballot:
    """Draw a vote spread over options by weights that sum to the whole."""
    options = draw(st.permutations(list(Option)))[: draw(st.integers(1, 4))]
    cuts = sorted(draw(st.lists(st.integers(0, 10_000), min_size=3, max_size=3)))
    cuts = cuts[: len(options) - 1]
    edges = [0, *cuts, 10_000]
    weights = [after - before for before, after in pairwise(edges)]
    pairs = zip(options, weights, strict=True)
    weighed = tuple(WeightedOption(option, Bps(weight)) for option, weight in pairs)
    return Ballot(Wei(draw(st.integers(0, 10**27))), weighed)


@given(ballots())
def test_vote_is_counted_to_the_wei(ballot: Ballot) -> None:
    """However a vote is spread, exactly its stake is counted."""
    counted = ballot_tally(ballot)
    assert ballot.power_wei == voted_wei(counted)
    assert min(vars(counted).values()) >= 0


@given(ballots(), ballots(), ballots())
def test_new_vote_replaces_the_old_exactly(other: Ballot, old: Ballot, new: Ballot) -> None:
    """A tally does not depend on what an account voted before its last vote."""
    nobody = Ballot(Wei(0), ())
    base = with_ballot(EMPTY, nobody, other)
    changed = with_ballot(with_ballot(base, nobody, old), old, new)
    assert with_ballot(base, nobody, new) == changed


def test_rounding_goes_to_the_first_option_named() -> None:
    """A wei that cannot be halved counts for the option that stands first."""
    halves = (WeightedOption(Option.NO, Bps(5_000)), WeightedOption(Option.YES, Bps(5_000)))
    assert Tally(Wei(0), Wei(1), Wei(0), Wei(0)) == ballot_tally(Ballot(Wei(1), halves))


@pytest.mark.parametrize(
    ("votes", "decided"),
    [
        ((0, 0, 0, 0), Status.FAILED_QUORUM),
        ((399, 0, 0, 0), Status.FAILED_QUORUM),
        ((400, 0, 0, 0), Status.TIMELOCK),
        ((0, 0, 400, 0), Status.REJECTED),  # all abstain
        ((1, 0, 399, 0), Status.TIMELOCK),
        ((500, 500, 0, 0), Status.REJECTED),  # not more than half
        ((501, 499, 0, 0), Status.TIMELOCK),
        ((666, 0, 0, 334), Status.TIMELOCK),  # not more than the veto's share
        ((665, 0, 0, 335), Status.VETOED),
        ((0, 0, 600, 400), Status.VETOED),  # abstaining counts among the votes
    ],
)
def test_outcome(votes: tuple[int, int, int, int], decided: Status) -> None:
    """Quorum of all stake, then veto among the votes, then yes among those that decide."""
    tally = Tally(*(Wei(coins) for coins in votes))
    assert decided == outcome(tally, 1_000, TERMS)


def test_nobody_can_decide_without_stake() -> None:
    """Where nothing is bonded, nothing passes."""
    assert Status.FAILED_QUORUM == outcome(EMPTY, 0, TERMS)
