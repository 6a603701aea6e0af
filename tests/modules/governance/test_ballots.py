"""How votes are taken: by stake at the snapshot, once an account, the last one counting."""

import pytest

from chain.kit.host import CallInfo
from chain.types.primitives import Bps, Height, Wei
from modules.governance.events import Voted
from modules.governance.module import Governance
from modules.governance.records import Ballot, Option, Tally, WeightedOption
from modules.governance.refusals import BallotInvalid, NoVotingPower, PeriodOver, StatusWrong
from modules.slashing.module import Slashing
from modules.staking.module import Staking
from tests.modules.chain_of_five import five, pass_time, propose, vote
from tests.modules.stage import COIN, Stage, account

YES, NO = Option.YES, Option.NO


@pytest.fixture
def stage() -> Stage:
    """A chain with proposal 1 being voted on."""
    stage = five()
    propose(stage, "model_fees.protocol_fee_bps", 250, 300)
    return stage


def tally(stage: Stage) -> tuple[int, int, int, int]:
    """Return the votes in coins: yes, no, abstain, veto."""
    found: Tally = stage.call(Governance, "tally", 1)
    coins = [wei // COIN for wei in vars(found).values()]
    return coins[0], coins[1], coins[2], coins[3]


def weigh(*shares: tuple[Option, int]) -> tuple[WeightedOption, ...]:
    """Return options with weights."""
    return tuple(WeightedOption(option, Bps(weight)) for option, weight in shares)


def test_vote_counts_all_the_voters_stake(stage: Stage) -> None:
    """A plain vote puts all the stake behind one option."""
    vote(stage, 1, (1, Option.YES), (2, Option.NO), (3, Option.ABSTAIN))
    assert (60, 30, 10, 0) == tally(stage)
    options = weigh((YES, 10_000))
    assert stage.logged(Voted(1, account(1), Wei(60 * COIN), options))
    assert Ballot(Wei(60 * COIN), options) == stage.call(Governance, "vote_of", 1, account(1))
    voters = [item.voter for item in stage.call(Governance, "votes", 1, 0, 9)]
    assert [account(1), account(2), account(3)] == voters


def test_later_vote_takes_the_place_of_the_earlier(stage: Stage) -> None:
    """Voting again moves the stake, it does not add it."""
    vote(stage, 1, (1, YES), (1, Option.VETO), (1, NO))
    assert (0, 60, 0, 0) == tally(stage)
    assert 1 == len(stage.call(Governance, "votes", 1, 0, 9))


def test_weighted_vote_spreads_the_stake(stage: Stage) -> None:
    """Each option gets its share of the stake, and together they are all of it."""
    options = weigh((YES, 5_000), (NO, 2_500), (Option.ABSTAIN, 1_500), (Option.VETO, 1_000))
    stage.call(Governance, "vote_weighted", 1, options, sender=1)
    assert (30, 15, 9, 6) == tally(stage)


@pytest.mark.parametrize(
    "options",
    [
        (),
        weigh((YES, 9_999)),
        weigh((YES, 5_000), (YES, 5_000)),
        weigh((YES, 10_000), (NO, 0)),
        weigh((YES, 10_000), (NO, 10_000)),
        weigh((YES, 2_500), (NO, 2_500), (Option.ABSTAIN, 2_500), (Option.VETO, 2_000), (YES, 500)),
    ],
)
def test_ballots_that_are_not_one_vote_are_refused(
    stage: Stage, options: tuple[WeightedOption, ...]
) -> None:
    """A vote is spread over different options by weights that make exactly one."""
    with stage.refuses(BallotInvalid):
        stage.call(Governance, "vote_weighted", 1, options, sender=1)


def test_stake_of_the_same_block_or_later_does_not_vote(stage: Stage) -> None:
    """Stake counts as it was before the block in which voting began, wherever it goes later."""
    stage.call(Staking, "delegate", account(1), sender=5, value_wei=COIN)  # the same block
    stage.next_block()
    with stage.refuses(NoVotingPower):
        stage.call(Governance, "vote", 1, YES, sender=5)


def test_stake_cannot_vote_twice_by_moving(stage: Stage) -> None:
    """Unbonding after a vote, and bonding elsewhere, changes nothing in this vote."""
    vote(stage, 1, (2, YES))
    stage.call(Staking, "undelegate", account(2), Wei(30 * COIN), sender=2)
    stage.next_block()
    stage.call(Staking, "delegate", account(1), sender=6, value_wei=30 * COIN)
    stage.next_block()
    with stage.refuses(NoVotingPower):
        stage.call(Governance, "vote", 1, NO, sender=6)
    vote(stage, 1, (2, NO))
    assert (0, 30, 0, 0) == tally(stage)


def test_slash_after_the_snapshot_changes_no_vote(stage: Stage) -> None:
    """The snapshot counts: stake that is burned later votes as it stood, and only once."""
    stage.call(Staking, "delegate", account(1), sender=5, value_wei=30 * COIN)
    stage.next_block()
    propose(stage, "model_fees.protocol_fee_bps", 250, 350)
    staking = Staking(stage.host, CallInfo(Slashing.address))
    staking.slash(account(1), Bps(5_000), Height(stage.height - 1), 10**6)
    stage.next_block()
    for voter, option in ((1, YES), (5, NO)):
        stage.call(Governance, "vote", 2, option, sender=voter)
    found = stage.call(Governance, "tally", 2)
    assert (60 * COIN, 30 * COIN) == (found.yes_wei, found.no_wei)
    stage.check()


def test_slash_before_the_snapshot_weighs_less(stage: Stage) -> None:
    """What was burned before voting began is behind nobody's vote, nor in the quorum's base."""
    stage.call(Staking, "delegate", account(1), sender=5, value_wei=30 * COIN)
    stage.next_block()
    staking = Staking(stage.host, CallInfo(Slashing.address))
    staking.slash(account(1), Bps(5_000), Height(stage.height - 1), 10**6)
    stage.next_block()
    propose(stage, "model_fees.protocol_fee_bps", 250, 350)
    assert 100 * COIN == stage.call(Governance, "proposal", 2).total_power_wei  # 130, 30 burned
    stage.call(Governance, "vote", 2, YES, sender=1)
    all_wei = stage.call(Governance, "tally", 2).yes_wei
    stage.call(Governance, "vote", 2, NO, sender=5)
    found = stage.call(Governance, "tally", 2)
    assert (60 * COIN, 40 * COIN, 20 * COIN) == (all_wei, found.yes_wei, found.no_wei)
    stage.check()


def test_owner_that_moved_on_still_overrules_where_it_stood(stage: Stage) -> None:
    """Stake redelegated after the snapshot is taken out of the vote it stood behind then."""
    stage.call(Staking, "delegate", account(1), sender=5, value_wei=30 * COIN)
    stage.next_block()
    propose(stage, "model_fees.protocol_fee_bps", 250, 350)
    stage.call(Staking, "redelegate", account(1), account(2), Wei(30 * COIN), sender=5)
    stage.next_block()
    for voter, option in ((1, YES), (2, YES), (5, NO)):
        stage.call(Governance, "vote", 2, option, sender=voter)
    found = stage.call(Governance, "tally", 2)
    assert (90 * COIN, 30 * COIN) == (found.yes_wei, found.no_wei)
    assert 60 * COIN == stage.call(Governance, "vote_of", 2, account(1)).power_wei
    stage.check()


def test_no_vote_before_or_after_the_period(stage: Stage) -> None:
    """Votes are taken while voting is on: not before it, not at its end, not after."""
    stage.host.advance(1, 6)  # a block that has not begun
    with stage.refuses(PeriodOver):
        stage.call(Governance, "vote", 1, YES, sender=1)
    pass_time(stage, 1)
    with stage.refuses(StatusWrong):
        stage.call(Governance, "vote", 1, YES, sender=1)
