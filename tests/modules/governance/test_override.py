"""Validators vote by default, owners of stake overrule them, and no wei counts twice."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.types.primitives import Bps, Wei
from modules.governance.events import Overruled, Voted
from modules.governance.module import Governance
from modules.governance.records import Ballot, Option, Status, Tally, WeightedOption
from modules.governance.refusals import NoVotingPower
from modules.governance.tally import EMPTY, voted_wei, with_ballot
from tests.modules.chain_of_five import pass_time, vote
from tests.modules.governance.register import Table, registered
from tests.modules.stage import Stage, account

YES, NO, ABSTAIN = Option.YES, Option.NO, Option.ABSTAIN
# Validator 1 has 10 of its own; 4 has 30 behind it and 5 behind validator 2; 5 has 20 behind 2.
STAKES = {(1, 1): 10, (2, 2): 40, (4, 1): 30, (4, 2): 5, (5, 2): 20}


def tally(stage: Stage) -> tuple[int, int, int, int]:
    """Return the votes in wei: yes, no, abstain, veto."""
    found: Tally = stage.call(Governance, "tally", 1)
    return (found.yes_wei, found.no_wei, found.abstain_wei, found.veto_wei)


def power(stage: Stage, voter: int) -> int:
    """Return the weight of a vote that was cast."""
    found: int = stage.call(Governance, "vote_of", 1, account(voter)).power_wei
    return found


def default(stage: Stage, validator: int) -> int:
    """Return what a validator votes for."""
    found: int = stage.call(Governance, "default_power", 1, account(validator))
    return found


def test_validator_votes_for_all_the_stake_behind_it() -> None:
    """Where no owner votes, a validator's vote is its own stake and its delegators'."""
    stage = registered(STAKES)
    assert (40, 65, 0) == (default(stage, 1), default(stage, 2), default(stage, 4))
    vote(stage, 1, (1, YES), (2, NO))
    assert (40, 65, 0, 0) == tally(stage)
    stage.check()


def test_owner_overrules_validators_that_voted() -> None:
    """A later vote of an owner is taken out of every vote that was cast for its stake."""
    stage = registered(STAKES)
    vote(stage, 1, (1, YES), (2, YES), (4, NO))
    assert (70, 35, 0, 0) == tally(stage)
    assert (10, 60, 35) == (power(stage, 1), power(stage, 2), power(stage, 4))
    assert stage.logged(Overruled(1, account(1), account(4), Wei(30)))
    assert stage.logged(Overruled(1, account(2), account(4), Wei(5)))
    stage.check()


def test_validator_that_votes_later_leaves_out_who_voted() -> None:
    """What an owner voted with is not carried by a validator's later vote."""
    stage = registered(STAKES)
    vote(stage, 1, (4, NO))
    assert (10, 60) == (default(stage, 1), default(stage, 2))
    vote(stage, 1, (1, YES))
    assert (10, 35, 0, 0) == tally(stage)
    assert stage.logged(Voted(1, account(1), Wei(10), (WeightedOption(YES, Bps(10_000)),)))
    assert 0 == stage.events(Overruled)
    stage.check()


def test_voting_again_takes_nothing_out_twice() -> None:
    """An owner that changes its mind moves its own stake and nobody else's, as does a validator."""
    stage = registered(STAKES)
    vote(stage, 1, (1, YES), (4, NO), (4, ABSTAIN), (1, NO), (4, NO), (1, ABSTAIN))
    assert (0, 35, 10, 0) == tally(stage)
    assert 1 == stage.events(Overruled)
    stage.check()


def test_validators_that_do_not_vote_decide_for_nobody() -> None:
    """Stake of a silent validator counts only as far as its owners vote."""
    stage = registered(STAKES)
    vote(stage, 1, (5, YES))
    assert (20, 0, 0, 0) == tally(stage)
    pass_time(stage, 6)
    assert Status.FAILED_QUORUM == stage.call(Governance, "proposal", 1).status


def test_one_that_everyone_overruled_has_a_vote_of_nothing() -> None:
    """A validator without stake of its own may lose its whole vote, and may still recast it."""
    stage = registered({(4, 1): 30, (5, 1): 3})
    vote(stage, 1, (1, YES), (4, NO), (5, NO), (1, ABSTAIN))
    assert (0, 33, 0, 0) == tally(stage)
    assert 0 == power(stage, 1)
    with stage.refuses(NoVotingPower):
        vote(stage, 1, (6, YES))
    stage.check()


def test_validator_with_stake_behind_another_overrules_it() -> None:
    """Validators may own stake with each other; each wei follows its owner."""
    stage = registered({(1, 1): 10, (1, 2): 7, (2, 2): 20, (2, 1): 4, (3, 1): 100})
    vote(stage, 1, (1, YES), (2, NO), (3, ABSTAIN))
    assert (17, 24, 100, 0) == tally(stage)
    stage.check()


def test_no_default_before_voting_begins() -> None:
    """Of a proposal that waits for its deposit nobody carries anything."""
    stage = registered(STAKES)
    stage.call(Governance, "submit_text", "T", "", sender=8, value_wei=7 * 10**18)
    assert 0 == stage.call(Governance, "default_power", 2, account(1))


@pytest.mark.parametrize("order", list(permutations((1, 2, 4, 5))))
def test_order_of_votes_changes_nothing(order: tuple[int, ...]) -> None:
    """Whoever votes first, the same votes make the same tally."""
    stage = registered(STAKES)
    options = {1: YES, 2: NO, 4: ABSTAIN, 5: Option.VETO}
    vote(stage, 1, *((voter, options[voter]) for voter in order))
    assert (10, 40, 35, 20) == tally(stage)
    stage.check()


PEOPLE, VALIDATORS = st.integers(1, 7), st.integers(1, 3)
TABLES = st.dictionaries(st.tuples(PEOPLE, VALIDATORS), st.integers(1, 10**20), min_size=1)
CHOICES = st.sampled_from(Option)
WEIGHTS = st.integers(0, 10_000)
BALLOTS = st.lists(st.tuples(PEOPLE, CHOICES, CHOICES, WEIGHTS), max_size=14)


def options_of(first: Option, second: Option, weight: int) -> tuple[WeightedOption, ...]:
    """Return a vote for one option, or spread over two."""
    if first == second or weight in (0, 10_000):
        return (WeightedOption(first, Bps(10_000)),)
    return (WeightedOption(first, Bps(weight)), WeightedOption(second, Bps(10_000 - weight)))


def expected_tally(stakes: Table, last: dict[int, tuple[WeightedOption, ...]]) -> Tally:
    """
    Count by the rule alone, from everybody's last vote.

    Each stake votes as its owner did, or else as its validator did, or else not at all.
    """
    heard: dict[int, int] = {}
    for (owner, validator), wei in stakes.items():
        voter = owner if owner in last else validator
        heard[voter] = heard.get(voter, 0) + wei
    tally = EMPTY
    for voter, options in last.items():
        ballot = Ballot(Wei(heard.get(voter, 0)), options)
        tally = with_ballot(tally, Ballot(Wei(0), ()), ballot)
    return tally


@settings(max_examples=120, deadline=None)
@given(TABLES, BALLOTS)
def test_tally_is_what_the_rule_says(stakes: Table, ballots) -> None:
    """After every vote of any random sequence the tally is the rule's, and at most all stake."""
    stage = registered(stakes)
    last: dict[int, tuple[WeightedOption, ...]] = {}
    for voter, first, second, weight in ballots:
        options = options_of(first, second, weight)
        try:
            stage.call(Governance, "vote_weighted", 1, options, sender=voter)
        except NoVotingPower:
            has_power = any(voter == owner for owner, _ in stakes) or default(stage, voter)
            assert not has_power
            continue
        last[voter] = options
        found = stage.call(Governance, "tally", 1)
        assert expected_tally(stakes, last) == found
        assert voted_wei(found) <= sum(stakes.values())
    stage.check()
