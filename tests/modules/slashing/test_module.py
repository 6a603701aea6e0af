"""Slashing's page: pardon, views, genesis."""

import pytest

from chain.errors import Malformed
from chain.kit.module import Paused
from chain.types.primitives import Bps, Seconds
from modules import MODULES
from modules.slashing.module import Slashing
from modules.slashing.records import SlashingParams, StillJailed, Unjailed
from modules.staking.module import Staking
from modules.staking.refusals import BondTooSmall, NotJailed
from tests.modules.stage import COIN, account
from tests.modules.staking.scene import UPTIME, Scene


def jailed() -> Scene:
    """Return a scene whose validator 3 was just jailed for five seconds."""
    scene = Scene(40, 40, 40, 40)
    scene.blocks(11, 3)
    return scene


def test_a_jailed_validator_asks_to_come_back_when_its_time_is_over() -> None:
    """Not before; then it competes again, with a clean window."""
    scene = jailed()
    scene.blocks(4)
    with scene.refuses(StillJailed):
        scene.call(Slashing, "unjail", sender=3)
    scene.blocks(1)
    scene.call(Slashing, "unjail", sender=3)
    assert scene.logged(Unjailed(account(3)))
    scene.blocks(2)
    assert 39 == scene.powers()[3]
    scene.blocks(10, 3)
    assert 39 == scene.powers()[3]


def test_pardon_needs_a_jail_and_a_bond() -> None:
    """Who is free, or has too little of its own at stake, is told so."""
    scene = jailed()
    for stranger in (1, 9):
        with scene.refuses(NotJailed):
            scene.call(Slashing, "unjail", sender=stranger)
    scene.call(Staking, "undelegate", account(3), scene.stake_wei(3, 3), sender=3)
    scene.blocks(9)
    with scene.refuses(BondTooSmall):
        scene.call(Slashing, "unjail", sender=3)
    scene.delegate(3, 3, 2)
    scene.call(Slashing, "unjail", sender=3)
    with scene.refuses(NotJailed):
        scene.call(Slashing, "unjail", sender=3)


def test_a_validator_that_never_left_begins_anew_when_it_is_freed() -> None:
    """Where nobody else competes the jailed stays in the set; freed, its window starts over."""
    scene = Scene(40)
    scene.blocks(11, 1)
    assert {1: 40} == scene.powers()
    scene.blocks(20, 1)
    scene.call(Slashing, "unjail", sender=1)
    info = scene.call(Slashing, "signing_info", account(1))
    assert (scene.height, 0) == (info.start_height, info.missed_blocks)
    scene.blocks(9, 1)
    assert not scene.staking.is_shut_out(account(1))
    scene.blocks(2, 1)
    assert scene.staking.is_shut_out(account(1))


def test_pardon_waits_while_staking_is_paused() -> None:
    """Nothing moves in a paused module, by no way."""
    scene = jailed()
    scene.blocks(6)
    scene.staking.set_paused(True)
    with scene.refuses(Paused):
        scene.call(Slashing, "unjail", sender=3)


def test_parameters_and_their_bounds_are_public() -> None:
    """Genesis chooses within bounds, and everyone reads the choice."""
    scene = Scene(40)
    assert UPTIME == scene.call(Slashing, "params")
    assert SlashingParams() == SlashingParams(
        100, Bps(5_000), Seconds(600), Bps(100), Bps(500), Bps(100)
    )
    with pytest.raises(Malformed, match="window_blocks"):
        Scene(40, slashing=SlashingParams(window_blocks=9))


def test_slashing_comes_after_staking_and_what_shares_earned() -> None:
    """Its verdicts follow staking's unfinished work, and rewards by the shares that earned them."""
    names = [module.name for module in MODULES]
    assert names.index("staking") < names.index("rewards") < names.index("slashing")


def test_a_miscounted_bitmap_is_found() -> None:
    """The audit compares counts with marks."""
    scene = Scene(40, 40)
    scene.blocks(3, 2)
    slashing = scene.slashing
    assert slashing.missed_blocks_are_marked()
    slashing.missed[account(2), 0] = 0
    assert not slashing.missed_blocks_are_marked()
    assert slashing.postponed_in_order()
    assert 80 * COIN == scene.call(Staking, "total_bonded")
