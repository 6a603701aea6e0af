"""Rewards around slashes of real stake, where rounding has stopped other chains."""

import pytest

from chain.kit.host import CallInfo, CommitVote
from chain.types.primitives import Bps, Height, Wei
from modules.rewards.module import Rewards
from modules.slashing.module import Slashing
from modules.staking.module import Staking
from tests.modules.chain_of_five import five
from tests.modules.stage import COIN, Stage, account

ODD = (
    (4, 7 * COIN + 1),
    (5, COIN // 3),
    (6, 3_000_001),
)  # who stakes behind validator 1, and how much


def earn(stage: Stage, seconds: int = 60) -> None:
    """Go on by a block that everyone signed."""
    members = stage.call(Staking, "consensus_set")
    stage.next_block(seconds, tuple(CommitVote(m.validator, m.power, True) for m in members))


def slash(stage: Stage, number: int, bps: int) -> None:
    """Burn of the stake behind a validator and where it went."""
    staking = Staking(stage.host, CallInfo(Slashing.address))
    staking.slash(account(number), Bps(bps), Height(stage.height - 1), 10**6)


def pending(stage: Stage, delegator: int, validator: int) -> int:
    """Return what an account may take."""
    found: int = stage.call(Rewards, "pending", account(delegator), account(validator))
    return found


@pytest.fixture
def stage() -> Stage:
    """A chain on which odd stakes behind validator 1 have earned for a while."""
    stage = five()
    for number, amount_wei in ODD:
        stage.call(Staking, "delegate", account(1), sender=number, value_wei=amount_wei)
    for _ in range(5):
        earn(stage)
    return stage


@pytest.mark.parametrize("bps", [1, 500, 3_333, 9_999, 10_000])
def test_slash_moves_no_rewards(stage: Stage, bps: int) -> None:
    """What was earned before a slash stays whole, to the wei (livepeer/protocol#162)."""
    before = [pending(stage, number, 1) for number in (1, 4, 5, 6)]
    slash(stage, 1, bps)
    assert before == [pending(stage, number, 1) for number in (1, 4, 5, 6)]
    assert min(before) > 0


@pytest.mark.parametrize("bps", [1, 500, 3_333])
def test_rounding_promises_no_more_than_there_is(stage: Stage, bps: int) -> None:
    """
    Slashes between rewards, by fractions that do not divide, leave every claim payable.

    Elsewhere the stake computed for a claim came out above the real one, and the chain stopped
    (cosmos-sdk#3160, #4094, #4389, #16940).
    """
    for _ in range(3):
        slash(stage, 1, bps)
        earn(stage)
        stage.call(Staking, "delegate", account(1), sender=4, value_wei=COIN + 1)
        earn(stage)
    got_wei = sum(pending(stage, number, 1) for number in (1, 4, 5, 6))
    books = Rewards(stage.host, CallInfo(Rewards.address))
    assert 0 <= books.outstanding(account(1)) - got_wei <= 50
    for number in (6, 1, 5, 4):
        expected = pending(stage, number, 1)
        assert expected == stage.call(Rewards, "withdraw", account(1), sender=number)
    stage.check()


def test_slash_of_redelegated_stake_settles_it_first(stage: Stage) -> None:
    """Shares burned at a target had earned until then, and what they earned is kept."""
    stage.call(Staking, "redelegate", account(1), account(2), Wei(7 * COIN), sender=4)
    earn(stage, 1)  # well within the time in which it answers for validator 1
    earn(stage, 1)
    before = pending(stage, 4, 1), pending(stage, 4, 2)
    slash(stage, 1, 5_000)
    left = stage.call(Staking, "delegation", account(4), account(2)).amount_wei
    assert left < 7 * COIN
    assert before == (pending(stage, 4, 1), pending(stage, 4, 2))
    assert min(before) > 0
    earn(stage)
    assert pending(stage, 4, 2) > before[1]


def test_worthless_shares_keep_what_they_earned(stage: Stage) -> None:
    """After all stake behind a validator is burned its former owners still take their rewards."""
    slash(stage, 1, 10_000)
    for _ in range(3):
        earn(stage)
    assert stage.call(Rewards, "withdraw", account(1), sender=4) > 0
    stage.check()
