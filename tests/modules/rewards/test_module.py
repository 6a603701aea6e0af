"""Rewards' calls and views, one by one, and the ways in which rewards were lost elsewhere."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.errors import Malformed
from chain.kit.host import CallInfo
from chain.kit.module import Unauthorized
from chain.types.primitives import ZERO_ADDRESS, Bps, Wei
from modules.rewards.maths import PRECISION
from modules.rewards.module import Rewards
from modules.rewards.records import (
    CommissionWithdrawn,
    DelegationReward,
    NothingToWithdraw,
    PayeeInvalid,
    RewardsGenesis,
    RewardsParams,
    RewardsWithdrawn,
    WithdrawAddressChanged,
)
from tests.modules.rewards.pools import Pools, earn, pooled
from tests.modules.stage import COIN, Stage, account

JOIN, LEAVE = "join", "leave"


@pytest.fixture
def stage() -> Stage:
    """Validator 1 with one share of its own and three of account 4; 4,000 wei came in."""
    stage = pooled(0)
    stage.call(Pools, JOIN, account(1), COIN, sender=1)
    stage.call(Pools, JOIN, account(1), 3 * COIN, sender=4)
    earn(stage, 4_000, (1, 1))
    return stage


def pending(stage: Stage, delegator: int, validator: int = 1) -> int:
    """Return what an account may take."""
    found: int = stage.call(Rewards, "pending", account(delegator), account(validator))
    return found


def take(stage: Stage, delegator: int, validator: int = 1) -> int:
    """Withdraw and return what the account really got."""
    before_wei = stage.balance_wei(delegator)
    told = stage.call(Rewards, "withdraw", account(validator), sender=delegator)
    assert told == stage.balance_wei(delegator) - before_wei
    return int(told)


def test_withdrawing_pays_what_was_pending(stage: Stage) -> None:
    """The view says what the call pays, once."""
    assert 3_000 == pending(stage, 4) == take(stage, 4)
    assert stage.logged(RewardsWithdrawn(account(4), account(1), account(4), Wei(3_000)))
    assert (0, 1_000) == (pending(stage, 4), stage.call(Rewards, "outstanding", account(1)))
    with stage.refuses(NothingToWithdraw):
        take(stage, 4)
    stage.check()


def test_withdrawing_from_many_validators_at_once(stage: Stage) -> None:
    """One call takes from a page of validators and pays the sum."""
    stage.call(Pools, JOIN, account(2), COIN, sender=4)
    earn(stage, 4_000, (1, 1), (2, 3))
    rewards = stage.call(Rewards, "rewards_of", account(4), 0, 9)
    expected = (
        DelegationReward(account(1), Wei(3_750)),
        DelegationReward(account(2), Wei(3_000)),
    )
    assert expected == rewards
    assert expected[1:] == stage.call(Rewards, "rewards_of", account(4), 1, 9)
    assert 3_000 == stage.call(Rewards, "withdraw_all", 1, 1, sender=4)
    assert 3_750 == stage.call(Rewards, "withdraw_all", 0, 2**255, sender=4)
    with stage.refuses(NothingToWithdraw):
        stage.call(Rewards, "withdraw_all", 0, 9, sender=4)
    stage.check()


def test_commission_is_the_validators_alone(stage: Stage) -> None:
    """A validator takes its commission apart from what its own shares earned."""
    stage.call(Pools, "set_commission", Bps(5_000), sender=1)
    earn(stage, 2_000, (1, 1))
    before_wei = stage.balance_wei(1)
    assert 1_000 == stage.call(Rewards, "withdraw_commission", sender=1)
    assert before_wei + 1_000 == stage.balance_wei(1)
    assert stage.logged(CommissionWithdrawn(account(1), account(1), Wei(1_000)))
    assert 1_250 == pending(stage, 1)
    with stage.refuses(NothingToWithdraw):
        stage.call(Rewards, "withdraw_commission", sender=1)


def test_rewards_go_where_their_owner_says(stage: Stage) -> None:
    """Another address may be paid, for shares and for commission; one's own undoes it."""
    before_wei = stage.balance_wei(7)
    stage.call(Rewards, "set_withdraw_address", account(7), sender=4)
    assert stage.logged(WithdrawAddressChanged(account(4), account(7)))
    assert account(7) == stage.call(Rewards, "withdraw_address", account(4))
    stage.call(Rewards, "withdraw", account(1), sender=4)
    assert before_wei + 3_000 == stage.balance_wei(7)
    stage.call(Rewards, "set_withdraw_address", account(4), sender=4)
    assert account(4) == stage.call(Rewards, "withdraw_address", account(4))
    for payee in (ZERO_ADDRESS, Rewards.address):
        with stage.refuses(PayeeInvalid):
            stage.call(Rewards, "set_withdraw_address", payee, sender=4)


def test_only_staking_settles(stage: Stage) -> None:
    """Nobody else can move a pair's mark; whoever could would make others lose."""
    rewards = Rewards(stage.host, CallInfo(account(4)))
    with stage.refuses(Unauthorized):
        rewards.settle(account(1), account(4))


def test_index_is_what_a_share_ever_earned(stage: Stage) -> None:
    """Anyone can compute any reward from the index: 4,000 wei on four coins of shares."""
    assert 4_000 * PRECISION // (4 * COIN) == stage.call(Rewards, "index", account(1))


def test_newcomers_do_not_earn_the_past(stage: Stage) -> None:
    """A first stake with a validator that has rewards outstanding earns from the next block on."""
    stage.call(Pools, JOIN, account(1), 4 * COIN, sender=5)
    assert (0, 3_000) == (pending(stage, 5), pending(stage, 4))
    earn(stage, 800, (1, 1))
    assert (400, 3_300) == (pending(stage, 5), pending(stage, 4))


def test_more_stake_does_not_earn_the_past(stage: Stage) -> None:
    """Adding to a stake settles what it earned while it was smaller."""
    stage.call(Pools, JOIN, account(1), 300 * COIN, sender=4)
    assert 3_000 == pending(stage, 4)


def test_who_came_back_does_not_earn_the_time_away(stage: Stage) -> None:
    """Leaving, taking everything and coming back starts from the index of that day."""
    stage.call(Pools, LEAVE, account(1), 3 * COIN, sender=4)
    assert 3_000 == take(stage, 4)
    assert () == stage.call(Rewards, "rewards_of", account(4), 0, 9)
    earn(stage, 4_000, (1, 1))
    stage.call(Pools, JOIN, account(1), COIN, sender=4)
    assert (0, 5_000) == (pending(stage, 4), pending(stage, 1))


def test_unbonding_loses_no_rewards(stage: Stage) -> None:
    """What was earned before leaving can be taken after it, whole (livepeer/protocol#146)."""
    stage.call(Pools, LEAVE, account(1), 3 * COIN, sender=4)
    earn(stage, 500, (1, 1))
    assert 3_000 == take(stage, 4)
    assert 1_500 == take(stage, 1)
    assert 0 == stage.call(Rewards, "owed")


def test_slash_loses_no_rewards(stage: Stage) -> None:
    """
    A slash takes stake, not what was earned (livepeer/protocol#162).

    It makes shares worth less and leaves their number, so nothing here changes: what is burned of
    a single stake is a change of shares, settled like any other.
    """
    stage.call(Pools, LEAVE, account(1), COIN, sender=4)  # one of its three shares is burned
    assert (3_000, 1_000) == (pending(stage, 4), pending(stage, 1))
    earn(stage, 300, (1, 1))
    assert (3_200, 1_100) == (take(stage, 4), take(stage, 1))


def test_validator_that_left_the_set_owes_what_it_owed(stage: Stage) -> None:
    """Who signs no more earns no more, and what was earned stays theirs."""
    stage.call(Pools, JOIN, account(2), COIN, sender=2)
    earn(stage, 9_000, (2, 1))
    assert (3_000, 1_000) == (take(stage, 4), take(stage, 1))


def test_emptied_validator_pays_everyone_and_starts_anew(stage: Stage) -> None:
    """After the last share is gone all can still be taken, and who comes next earns from zero."""
    for number, shares in ((1, COIN), (4, 3 * COIN)):
        stage.call(Pools, LEAVE, account(1), shares, sender=number)
    earn(stage, 700, (1, 1))
    assert 700 == stage.call(Rewards, "community")
    stage.call(Pools, JOIN, account(1), 1, sender=6)
    assert (0, 3_000, 1_000) == (pending(stage, 6), take(stage, 4), take(stage, 1))


@pytest.mark.parametrize("order", list(permutations((1, 4, 5))))
def test_claim_order_changes_no_payout(order: tuple[int, ...]) -> None:
    """First or last, everyone gets the same to the wei (livepeer#230)."""
    stage = pooled(0)
    for number, shares in ((1, 7 * COIN), (4, 11 * COIN + 5), (5, 3)):
        stage.call(Pools, JOIN, account(1), shares, sender=number)
    for income_wei in (10**6 + 1, 3 * COIN + 7):
        earn(stage, income_wei, (1, 1))
    expected = {number: pending(stage, number) for number in order}
    assert expected == {number: take(stage, number) if expected[number] else 0 for number in order}


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(1, 10**24), min_size=2, max_size=5),
    st.lists(st.integers(0, 10**22), min_size=1, max_size=4),
    st.randoms(use_true_random=False),
)
def test_claims_in_any_order_at_any_time_pay_the_same(holdings, incomes, chance) -> None:
    """
    Interleaving claims with blocks costs a claimer at most a wei each, and gains it nothing.

    What others claim, and when, does not change it by a wei (livepeer#230).
    """
    patient, eager = pooled(0), pooled(0)
    for stage in (patient, eager):
        for number, shares in enumerate(holdings, start=1):
            stage.call(Pools, JOIN, account(1), shares, sender=number)
    claims, got = 0, 0
    for income_wei in incomes:
        for stage in (patient, eager):
            earn(stage, income_wei, (1, 1))
        for number in chance.sample(range(2, len(holdings) + 1), len(holdings) - 1):
            if pending(eager, number) and chance.random() < 0.6:
                gained = take(eager, number)
                claims, got = (claims + 1, got + gained) if number == 2 else (claims, got)
    assert pending(eager, 1) == pending(patient, 1)
    assert 0 <= pending(patient, 2) - (got + pending(eager, 2)) <= claims


def test_dust_of_shares_comes_back_as_income() -> None:
    """
    What rounding kept from delegators is income once one account holds all shares.

    Nothing stays locked up for good, and no payout exceeds what is there (cosmos-sdk#4094).
    """
    stage = pooled(0)
    for number in (1, 4, 5):
        stage.call(Pools, JOIN, account(1), COIN, sender=number)
    earn(stage, 100, (1, 1))
    assert (33, 33, 33) == (pending(stage, 1), pending(stage, 4), pending(stage, 5))
    for number in (4, 5):
        stage.call(Pools, LEAVE, account(1), COIN, sender=number)
    assert (0, 100) == (stage.call(Rewards, "undistributed"), stage.call(Rewards, "owed"))
    take(stage, 1)
    assert (1, 66) == (stage.call(Rewards, "undistributed"), stage.call(Rewards, "owed"))
    stage.check()


def test_paused_rewards_hold_no_stake_back(stage: Stage) -> None:
    """A pause stops payments, but shares go on being settled, so that stake can leave."""
    rewards = Rewards(stage.host, CallInfo(Rewards.address))
    rewards.set_paused(True)
    stage.call(Pools, LEAVE, account(1), 3 * COIN, sender=4)
    rewards.set_paused(False)
    assert 3_000 == take(stage, 4)


def test_missing_coins_pause_rewards(stage: Stage) -> None:
    """Where less is held than is owed, nobody is paid until it is understood."""
    stage.host.burn(Rewards.address, Wei(1))
    stage.assembly.end_block(stage.host)
    assert Rewards(stage.host, CallInfo(Rewards.address)).is_paused


def test_genesis_parameters_keep_their_bounds(stage: Stage) -> None:
    """More than a fifth of rewards cannot be taxed away."""
    assert RewardsParams(community_tax_bps=Bps(0)) == stage.call(Rewards, "params")
    rewards = Rewards(stage.host, CallInfo(Rewards.address))
    with pytest.raises(Malformed):
        rewards.genesis(RewardsGenesis(RewardsParams(community_tax_bps=Bps(2_001))))
