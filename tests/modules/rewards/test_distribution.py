"""Where income goes: by power to who signed, the rest to the community, dust to the next block."""

from chain.types.primitives import Bps
from modules import MODULES
from modules.mint.module import Mint
from modules.rewards.module import Rewards
from modules.slashing.module import Slashing
from modules.staking.module import Staking
from modules.treasury.module import Treasury
from tests.modules.rewards.pools import Pools, earn, pooled
from tests.modules.stage import COIN, Stage, account


def staked(tax_bps: int = 0, **shares: int) -> Stage:
    """Return a stage where each validator v1, v2, v3 has shares of its own."""
    stage = pooled(tax_bps)
    for name, count in shares.items():
        number = int(name[1:])
        stage.call(Pools, "join", account(number), count, sender=number)
    return stage


def pending(stage: Stage, delegator: int, validator: int) -> int:
    """Return what an account may take."""
    found: int = stage.call(Rewards, "pending", account(delegator), account(validator))
    return found


def test_signers_earn_by_power() -> None:
    """Twice the power earns twice as much, whatever the shares."""
    stage = staked(v1=5 * COIN, v2=5 * COIN)
    earn(stage, 3_000, (1, 2), (2, 1))
    assert (2_000, 1_000) == (pending(stage, 1, 1), pending(stage, 2, 2))
    assert 3_000 == stage.call(Rewards, "owed")
    assert 0 == stage.call(Rewards, "undistributed")


def test_absent_validators_earn_nothing_and_enrich_nobody_else() -> None:
    """The part of who did not sign goes to the community, not to those who might censor it."""
    stage = staked(v1=COIN, v2=COIN)
    earn(stage, 4_000, (1, 1), absent=((2, 3),))
    assert (1_000, 0) == (pending(stage, 1, 1), pending(stage, 2, 2))
    assert 3_000 == stage.call(Rewards, "community")


def test_community_tax_comes_first() -> None:
    """The tax is of all income; what is left is split by power."""
    stage = staked(200, v1=COIN)
    earn(stage, 10_000, (1, 7))
    assert (200, 9_800) == (stage.call(Rewards, "community"), pending(stage, 1, 1))


def test_commission_comes_before_the_shares() -> None:
    """A validator's rate is taken of its part, the rest is every share's alike."""
    stage = staked(v1=COIN)
    stage.call(Pools, "join", account(1), 3 * COIN, sender=4)
    stage.call(Pools, "set_commission", Bps(1_000), sender=1)
    earn(stage, 4_000, (1, 1))
    assert 400 == stage.call(Rewards, "commission", account(1))
    assert (900, 2_700) == (pending(stage, 1, 1), pending(stage, 4, 1))
    assert 4_000 == stage.call(Rewards, "outstanding", account(1))


def test_whole_commission_leaves_the_shares_nothing() -> None:
    """A rate of all is all."""
    stage = staked(v1=COIN)
    stage.call(Pools, "set_commission", Bps(10_000), sender=1)
    earn(stage, 4_001, (1, 1))
    assert (4_001, 0) == (stage.call(Rewards, "commission", account(1)), pending(stage, 1, 1))


def test_unknown_signer_and_empty_validator_leave_their_part_to_the_community() -> None:
    """Nobody's consensus address, or a validator whose last share was sold, loses no coin."""
    stage = staked(v1=COIN, v2=COIN)
    stage.call(Pools, "leave", account(2), COIN, sender=2)
    earn(stage, 3_000, (1, 1), (2, 1), (7, 1))
    assert (1_000, 0) == (pending(stage, 1, 1), pending(stage, 2, 2))
    assert 2_000 == stage.call(Rewards, "community")


def test_income_waits_for_a_commit() -> None:
    """Where no commit is known, as at height 1, income stays and the next commit gets it."""
    stage = staked(v1=COIN)
    earn(stage, 1_000)
    assert (0, 1_000) == (stage.call(Rewards, "owed"), stage.call(Rewards, "undistributed"))
    earn(stage, 500, (1, 1))
    assert 1_500 == pending(stage, 1, 1)


def test_dust_of_the_split_is_income_of_the_next_block() -> None:
    """What cannot be divided by power is carried on, not lost and not made up."""
    stage = staked(v1=COIN, v2=COIN, v3=COIN)
    earn(stage, 100, (1, 1), (2, 1), (3, 1))
    assert (33, 1) == (pending(stage, 1, 1), stage.call(Rewards, "undistributed"))
    earn(stage, 2, (1, 1), (2, 1), (3, 1))
    assert (34, 0) == (pending(stage, 1, 1), stage.call(Rewards, "undistributed"))


def test_coins_that_were_forced_on_the_module_are_income() -> None:
    """A gift to the account is shared out like issuance; no coin of it is stuck."""
    stage = staked(v1=COIN)
    stage.host.transfer(account(9), Rewards.address, COIN)
    stage.next_block()
    earn(stage, 0, (1, 1))
    assert COIN == pending(stage, 1, 1)


def test_community_is_paid_once_an_hour() -> None:
    """The treasury gets its part whole, in one logged move an hour at most."""
    stage = staked(10_000 // 5, v1=COIN)
    earn(stage, 1_000, (1, 1))
    stage.next_block(3_598)
    assert (200, 0) == (stage.call(Rewards, "community"), stage.call(Treasury, "balance"))
    stage.next_block(1)
    stage.next_block(1)
    assert (0, 200) == (stage.call(Rewards, "community"), stage.call(Treasury, "balance"))
    assert 800 == stage.call(Rewards, "owed") == pending(stage, 1, 1)
    earn(stage, 1_000, (1, 1))
    stage.next_block(60)
    assert 200 == stage.call(Treasury, "balance")


def test_income_is_shared_out_before_verdicts() -> None:
    """Shares that are burned for a fault had earned what came in before, so rewards come first."""
    assert MODULES.index(Staking) < MODULES.index(Rewards) < MODULES.index(Slashing)
    assert MODULES[-1] is Mint
