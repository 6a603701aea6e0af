"""Who competes for the set: jail, pardon, tombstone, and elections that take their time."""

from dataclasses import replace

from chain.types.primitives import Height, Wei
from modules.slashing.module import Slashing
from modules.staking.events import CandidacyChanged, StandingChanged, ValidatorSetChanged
from modules.staking.module import Staking
from modules.staking.records import Standing
from modules.staking.refusals import BondTooSmall, NotJailed, Tombstoned
from tests.modules.callers import NOBODY
from tests.modules.stage import COIN, account
from tests.modules.staking.scene import PARAMS, Scene


def judge(scene: Scene, verdict: str, validator: int) -> None:
    """Say what slashing says."""
    stakes = Slashing(scene.host, NOBODY).stakes
    getattr(stakes, verdict)(account(validator))


def test_a_jailed_validator_leaves_at_the_end_of_the_block_and_comes_back_freed() -> None:
    """Its stake stays; it is no candidate until it is pardoned."""
    scene = Scene(40, 40, 40, 40)
    judge(scene, "jail", 3)
    assert scene.logged(StandingChanged(account(3), Standing.JAILED))
    assert scene.logged(CandidacyChanged(account(3), False))
    scene.commit()
    assert {1: 40, 2: 40, 4: 40} == scene.powers()
    assert Standing.JAILED == scene.call(Staking, "standing_of", account(3))
    judge(scene, "unjail", 3)
    scene.commit()
    assert 40 == scene.powers()[3]
    assert Standing.FREE == scene.call(Staking, "standing_of", account(3))


def test_stake_does_not_free_a_jailed_validator() -> None:
    """New stake of its own or of others changes nothing about the jail."""
    scene = Scene(40, 40, 40, 40)
    judge(scene, "jail", 3)
    scene.delegate(3, 3, 10)
    scene.delegate(3, 5, 10)
    scene.commit()
    assert 3 not in scene.powers()


def test_who_is_jailed_again_is_no_news() -> None:
    """
    A validator that is out is jailed or tombstoned without another change of the set.

    tendermint#1649, fetchai/cosmos-sdk#46: power zero for one already gone halted the chain.
    """
    scene = Scene(40, 40, 40, 40)
    judge(scene, "jail", 3)
    scene.commit()
    told = scene.events(ValidatorSetChanged)
    judge(scene, "jail", 3)
    scene.commit()
    judge(scene, "tombstone", 3)
    judge(scene, "tombstone", 3)
    judge(scene, "jail", 3)
    scene.commit()
    assert told == scene.events(ValidatorSetChanged)
    assert 2 == scene.events(StandingChanged)
    assert Standing.TOMBSTONED == scene.call(Staking, "standing_of", account(3))


def test_pardon_is_refused_to_the_free_the_tombstoned_and_the_poor() -> None:
    """Only who is jailed and has its own stake comes back."""
    scene = Scene(40, 40, 40)
    with scene.refuses(NotJailed):
        judge(scene, "unjail", 1)
    judge(scene, "jail", 2)
    scene.undelegate(2, 2, 40)
    with scene.refuses(BondTooSmall):
        judge(scene, "unjail", 2)
    judge(scene, "tombstone", 2)
    with scene.refuses(Tombstoned):
        judge(scene, "unjail", 2)


def test_the_last_validator_stays_though_it_is_jailed() -> None:
    """A chain without validators is worse than one with a bad one (poa#163, penumbra#743)."""
    scene = Scene(40, 40)
    judge(scene, "tombstone", 1)
    judge(scene, "jail", 2)
    scene.blocks(4)
    assert {1: 40, 2: 40} == scene.powers()
    judge(scene, "unjail", 2)
    scene.blocks(8)
    assert {2: 40} == scene.powers()


def test_a_great_change_takes_several_elections() -> None:
    """At most a third of the power joins in a block, and every step is announced."""
    scene = Scene(30, 30)
    scene.delegate(1, 5, 100)
    seen = []
    for _ in range(4):
        scene.commit()
        seen.append(sum(scene.powers().values()))
    assert [80, 106, 141, 160] == seen
    assert scene.logged(ValidatorSetChanged(2, 106))
    told = scene.events(ValidatorSetChanged)
    scene.blocks(3)
    assert told == scene.events(ValidatorSetChanged)


def test_a_member_knows_since_when_it_is_one() -> None:
    """Members of genesis since 0, others since the election that seated them, until they go."""
    scene = Scene(40, 40, 40)
    terms = ("", 0, 0, 0)
    scene.blocks(2)
    scene.call(Staking, "create_validator", *terms, sender=4, value_wei=20 * COIN)
    scene.blocks(2)
    staking = scene.staking
    assert (0, 3) == (staking.member_since(account(1)), staking.member_since(account(4)))
    judge(scene, "jail", 4)
    scene.blocks(2)
    assert 0 == scene.staking.member_since(account(4))
    assert not scene.call(Staking, "validator", account(4)).is_elected
    judge(scene, "unjail", 4)
    scene.blocks(2)
    assert Height(7) == staking.member_since(account(4))


def test_tiers_count_bonded_stake_only() -> None:
    """Perks follow the stake that is bonded, wherever; what left does not count."""
    tiers = replace(
        PARAMS,
        tier_1_wei=Wei(10 * COIN),
        tier_2_wei=Wei(20 * COIN),
        tier_3_wei=Wei(30 * COIN),
        tier_4_wei=Wei(40 * COIN),
        tier_5_wei=Wei(50 * COIN),
    )
    scene = Scene(60, 30, params=tiers)
    assert 0 == scene.call(Staking, "tier_of", account(5))
    scene.delegate(1, 5, 9)
    assert 0 == scene.call(Staking, "tier_of", account(5))
    scene.delegate(2, 5, 1)
    assert 1 == scene.call(Staking, "tier_of", account(5))
    scene.delegate(2, 5, 35)
    assert 4 == scene.call(Staking, "tier_of", account(5))
    scene.undelegate(2, 5, 30)
    assert 1 == scene.call(Staking, "tier_of", account(5))
    assert 5 == scene.call(Staking, "tier_of", account(1))
    assert "tier_3_wei" in (replace(tiers, tier_2_wei=Wei(30 * COIN)).check() or "")
