"""Slashes: who pays for a fault, wherever the stake went since."""

import pytest

from chain.kit.module import Unauthorized
from chain.types.primitives import Bps, Height, Wei
from modules.slashing.module import Slashing
from modules.staking import records, slashes
from modules.staking.events import (
    CandidacyChanged,
    RedelegationSlashed,
    Slashed,
    UnbondingFinished,
    UnbondingSlashed,
)
from modules.staking.module import Staking
from modules.staking.refusals import FaultNotPast, SharesWorthless
from tests.modules.callers import NOBODY
from tests.modules.stage import COIN, account
from tests.modules.staking.scene import Recorder, Scene


def slash(scene: Scene, validator: int, bps: int, fault_height: int, power: int) -> None:
    """Slash as slashing does."""
    staking = Slashing(scene.host, NOBODY).stakes
    staking.slash(account(validator), Bps(bps), Height(fault_height), power)


def burned_wei(scene: Scene) -> int:
    """Return all that slashes destroyed."""
    found: int = scene.call(Staking, "total_slashed")
    return found


def test_a_slash_burns_a_fraction_of_everyones_stake_with_the_validator() -> None:
    """Coins are destroyed, shares stay, and each delegator bears its part."""
    scene = Scene(60, 30)
    scene.delegate(1, 5, 40)
    scene.blocks(3)
    held_wei = scene.host.balance_wei(Staking.address)
    slash(scene, 1, 500, 3, 100)
    assert scene.logged(Slashed(account(1), Height(3), Bps(500), Wei(5 * COIN)))
    assert 38 * COIN == scene.stake_wei(5, 1)
    assert 57 * COIN == scene.stake_wei(1, 1)
    assert 40 * COIN == scene.call(Staking, "shares_of", account(1), account(5))
    assert 100 * COIN == scene.call(Staking, "total_shares", account(1))
    assert held_wei - 5 * COIN == scene.host.balance_wei(Staking.address)
    assert 125 * COIN == scene.call(Staking, "total_bonded")
    scene.check()


def test_power_of_delegators_follows_a_slash_from_its_height_on() -> None:
    """Votes at an older height still count what was there then; one note serves every delegator."""
    scene = Scene(60, 30)
    scene.delegate(1, 5, 40)
    scene.delegate(2, 5, 10)
    scene.blocks(3)
    words = len(scene.host.words)
    slash(scene, 1, 500, 3, 100)
    slashed_at = scene.height
    assert len(scene.host.words) - words < 15  # and not one of them a delegator's
    assert 48 * COIN == scene.call(Staking, "power_of", account(5))
    scene.commit()
    ask = scene.call
    before = Height(slashed_at - 1)
    assert 50 * COIN == ask(Staking, "power_of_at", account(5), before)
    assert 48 * COIN == ask(Staking, "power_of_at", account(5), slashed_at)
    assert 40 * COIN == ask(Staking, "delegation_at", account(5), account(1), before)
    assert 38 * COIN == ask(Staking, "delegation_at", account(5), account(1), slashed_at)
    assert 100 * COIN == ask(Staking, "validator_power_at", account(1), before)
    assert 95 * COIN == ask(Staking, "validator_power_at", account(1), slashed_at)
    assert 140 * COIN == ask(Staking, "total_power_at", before)
    assert 135 * COIN == ask(Staking, "total_power_at", slashed_at)


def test_stake_that_left_after_the_fault_pays_its_part() -> None:
    """
    An unbonding that began after the fault is slashed as if it had stayed; the whole is the same.

    livepeer#162: who unbonded in time lost nothing.
    """
    scene = Scene(60, 30)
    scene.delegate(1, 5, 40)
    scene.blocks(3)  # height 4: the fault will be here
    scene.blocks(1)
    number = scene.undelegate(1, 5, 40)
    scene.blocks(1)
    slash(scene, 1, 500, 4, 100)
    assert scene.logged(UnbondingSlashed(account(5), number, Wei(2 * COIN)))
    assert scene.logged(Slashed(account(1), Height(4), Bps(500), Wei(3 * COIN)))
    assert 5 * COIN == burned_wei(scene)
    entry = scene.call(Staking, "unbondings_of", account(5), 0, 9)[0]
    assert (38 * COIN, 40 * COIN) == (entry.amount_wei, entry.initial_wei)
    before_wei = scene.balance_wei(5)
    scene.blocks(1, seconds=20)
    assert scene.logged(UnbondingFinished(account(5), number, Wei(38 * COIN)))
    assert before_wei + 38 * COIN == scene.balance_wei(5)


def test_stake_that_left_before_the_fault_is_free() -> None:
    """What no longer stood behind the power of the fault's height has nothing to answer for."""
    scene = Scene(60, 30)
    scene.delegate(1, 5, 40)
    scene.blocks(3)
    scene.undelegate(1, 5, 40)  # height 4
    scene.blocks(5)
    slash(scene, 1, 500, 6, 60)  # elected at the end of 4
    assert 0 == scene.events(UnbondingSlashed)
    assert 3 * COIN == burned_wei(scene)
    assert 40 * COIN == scene.call(Staking, "unbondings_of", account(5), 0, 9)[0].amount_wei


def test_stake_that_left_between_election_and_fault_still_answers() -> None:
    """The power of height 5 was elected at the end of 3, so what left in 4 stood behind it."""
    scene = Scene(60, 30)
    scene.delegate(1, 5, 40)
    scene.blocks(3)
    scene.undelegate(1, 5, 40)  # height 4
    scene.blocks(5)
    slash(scene, 1, 500, 5, 100)
    assert 1 == scene.events(UnbondingSlashed)
    assert 5 * COIN == burned_wei(scene)


def test_stake_that_went_to_another_validator_pays_there() -> None:
    """A redelegation from the guilty is slashed out of its new pool, whose others lose nothing."""
    scene = Scene(60, 30)
    scene.delegate(1, 5, 40)
    scene.delegate(2, 6, 10)
    scene.blocks(4)
    scene.redelegate(1, 2, 5, 40)
    scene.blocks(1)
    slash(scene, 1, 500, 4, 100)
    found = RedelegationSlashed(account(5), account(1), account(2), Wei(2 * COIN))
    assert scene.logged(found)
    assert 5 * COIN == burned_wei(scene)
    assert (38 * COIN, 10 * COIN) == (scene.stake_wei(5, 2), scene.stake_wei(6, 2))
    assert 78 * COIN == scene.call(Staking, "total_shares", account(2))
    scene.check()


def test_nobody_escapes_by_undelegating_where_it_went() -> None:
    """Redelegated stake that is already on its way out of its new pool pays from there."""
    scene = Scene(60, 30)
    scene.delegate(1, 5, 40)
    scene.blocks(4)
    scene.redelegate(1, 2, 5, 40)
    number = scene.undelegate(2, 5, 39)
    scene.blocks(1)
    slash(scene, 1, 500, 4, 100)
    assert scene.logged(UnbondingSlashed(account(5), number, Wei(2 * COIN)))
    assert 1 * COIN == scene.stake_wei(5, 2)
    assert 5 * COIN == burned_wei(scene)


def test_what_an_unbonding_cannot_pay_the_rest_of_the_stake_pays() -> None:
    """A redelegation's debt is taken of what left its target, then of what is still there."""
    scene = Scene(60, 30)
    scene.delegate(1, 5, 40)
    scene.blocks(4)
    scene.redelegate(1, 2, 5, 40)
    scene.undelegate(2, 5, 1)
    scene.blocks(1)
    slash(scene, 1, 500, 4, 100)
    assert 38 * COIN == scene.stake_wei(5, 2)
    assert 5 * COIN == burned_wei(scene)
    assert 0 == scene.call(Staking, "unbondings_of", account(5), 0, 9)[0].amount_wei


def test_an_older_unbonding_does_not_pay_for_a_later_redelegation() -> None:
    """Stake that left the target before the redelegation came is other stake."""
    scene = Scene(60, 30)
    scene.delegate(1, 5, 40)
    scene.delegate(2, 5, 10)
    scene.undelegate(2, 5, 10)
    scene.blocks(4)
    scene.redelegate(1, 2, 5, 40)
    scene.blocks(1)
    slash(scene, 1, 500, 4, 100)
    assert 0 == scene.events(UnbondingSlashed)
    assert 38 * COIN == scene.stake_wei(5, 2)


def test_a_slash_never_takes_more_than_there_is() -> None:
    """
    Power that is more than the stake it stood for burns what was there and halts nothing.

    cosmos-sdk#3160, #4094, #4389, #16940: a computed stake above the real one was a panic.
    """
    scene = Scene(60, 30)
    scene.blocks(4)
    slash(scene, 1, 10_000, 4, 10**9)
    assert 60 * COIN == burned_wei(scene)
    slash(scene, 1, 10_000, 4, 10**9)
    assert 60 * COIN == burned_wei(scene)
    assert 0 == scene.call(Staking, "validator", account(1)).tokens_wei
    scene.blocks(3)


def test_stake_that_joined_later_raises_no_fine() -> None:
    """Power above the stake of its height, as while a set follows slowly, costs no more than it."""
    scene = Scene(60, 30)
    scene.blocks(4)
    scene.delegate(1, 5, 40)
    scene.blocks(1)
    slash(scene, 1, 500, 4, 100)
    assert 3 * COIN == burned_wei(scene)


def test_nobody_joins_stake_that_is_worth_nothing() -> None:
    """Worthless shares would be bought without bounds, so the newcomer's coins are refused."""
    scene = Scene(60, 30)
    scene.blocks(4)
    slash(scene, 1, 10_000, 4, 60)
    with scene.refuses(SharesWorthless):
        scene.delegate(1, 5, 1)
    with scene.refuses(SharesWorthless):
        scene.redelegate(2, 1, 2, 5)


def test_a_fault_of_now_or_later_is_refused() -> None:
    """Slashing at the first block, or for a height to come, is refused (cosmos-sdk#2372)."""
    scene = Scene(60, 30)
    for height in (1, 2):
        with scene.refuses(FaultNotPast):
            slash(scene, 1, 500, height, 60)
    slash(scene, 1, 500, 0, 60)
    assert 3 * COIN == burned_wei(scene)


def test_only_slashing_may_punish_and_pardon() -> None:
    """Whoever else calls is refused, the chain's own modules included."""
    scene = Scene(60, 30)
    stranger = Recorder(scene.host, NOBODY).as_peer(Staking)
    for name, values in (
        ("slash", (account(1), Bps(1), Height(0), 1)),
        ("jail", (account(1),)),
        ("unjail", (account(1),)),
        ("tombstone", (account(1),)),
    ):
        with scene.refuses(Unauthorized):
            getattr(stranger, name)(*values)


def test_a_slash_below_the_bond_ends_the_candidacy() -> None:
    """A validator whose own stake shrank below the bond competes no more."""
    scene = Scene(1, 30)
    scene.delegate(1, 5, 40)
    scene.blocks(4)
    slash(scene, 1, 500, 4, 41)
    assert scene.logged(CandidacyChanged(account(1), False))


def test_a_slashed_redelegation_home_can_end_a_candidacy_too() -> None:
    """A validator's own stake that came from the guilty counts for its bond, and shrinks."""
    scene = Scene(60, 1)
    scene.delegate(1, 2, 10)
    scene.blocks(3)
    scene.undelegate(2, 2, 1)
    scene.redelegate(1, 2, 2, 1)
    scene.blocks(1)
    slash(scene, 1, 500, 4, 70)
    assert not scene.call(Staking, "validator", account(2)).is_candidate


def test_long_queues_are_followed_over_several_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slash does bounded work a block, everything pays in the end, and payments wait for it."""
    monkeypatch.setattr(slashes, "SWEEP_ENTRIES_MAX", 2)
    scene = Scene(60, 30)
    for who in (5, 6, 7, 8, 9):
        scene.delegate(1, who, 8)
    scene.blocks(4)
    for who in (5, 6, 7, 8, 9):
        scene.undelegate(1, who, 8)
    scene.blocks(1, seconds=19)
    slash(scene, 1, 500, 4, 100)
    slash(scene, 2, 500, 4, 30)
    assert 2 == scene.events(UnbondingSlashed)
    scene.blocks(1)  # matures here, but the slash has reached four of five only
    assert (4, 0) == (scene.events(UnbondingSlashed), scene.events(UnbondingFinished))
    scene.blocks(2)
    assert (5, 5) == (scene.events(UnbondingSlashed), scene.events(UnbondingFinished))
    assert 5 * COIN + 3 * COIN // 2 == burned_wei(scene)
    scene.check()


def test_matured_stake_does_not_shield_the_pool() -> None:
    """What left since the fault and was paid already lowers nobody's part but its own."""
    scene = Scene(60, 30)
    scene.delegate(1, 5, 40)
    scene.blocks(4)
    scene.undelegate(1, 5, 40)
    scene.blocks(2, seconds=20)
    assert 1 == scene.events(UnbondingFinished)
    slash(scene, 1, 500, 4, 100)
    assert 5 * COIN == burned_wei(scene)


def test_two_slashes_each_take_of_what_left() -> None:
    """Every fault costs its fraction of the stake at its height, never of the rest."""
    scene = Scene(60, 30)
    scene.delegate(1, 5, 40)
    scene.blocks(4)
    scene.undelegate(1, 5, 40)
    for _ in range(2):
        slash(scene, 1, 2_500, 4, 100)
    assert 20 * COIN == scene.call(Staking, "unbondings_of", account(5), 0, 9)[0].amount_wei
    assert 30 * COIN == scene.stake_wei(1, 1)


def test_a_redelegation_is_settled_before_its_slash() -> None:
    """Rewards hear of every change of shares before it happens, slashes of pools need none."""
    scene = Scene(60, 30)
    scene.delegate(1, 5, 40)
    scene.blocks(4)
    scene.redelegate(1, 2, 5, 40)
    scene.blocks(1)
    told = len(Recorder(scene.host, NOBODY).settled)
    slash(scene, 1, 500, 4, 100)
    heard = list(Recorder(scene.host, NOBODY).settled)[told:]
    assert [(account(2), account(5), 40 * COIN)] == [
        (item.validator, item.delegator, item.shares) for item in heard
    ]


def test_stake_may_join_again_after_an_ordinary_slash() -> None:
    """A deposit after a slash buys more shares and is worth what was paid, less a wei of dust."""
    scene = Scene(60, 30)
    scene.blocks(4)
    slash(scene, 1, 500, 4, 60)
    scene.delegate(1, 5, 10)
    assert 10 * COIN - 1 <= scene.stake_wei(5, 1) <= 10 * COIN
    assert scene.call(Staking, "shares_of", account(1), account(5)) > 10 * COIN
    scene.undelegate(1, 5, 9)
    rest = scene.stake_wei(5, 1)
    scene.call(Staking, "undelegate", account(1), Wei(rest), sender=5)
    assert 0 == scene.call(Staking, "shares_of", account(1), account(5))
    scene.check()


def test_constants_say_what_the_page_says() -> None:
    """A third of the power at most moves in one election, and stake acts two blocks later."""
    assert (3, 2) == (records.POWER_CHANGE_DIVISOR, records.POWER_DELAY_BLOCKS)
