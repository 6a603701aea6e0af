"""The beacon's word: a fine, a jail, and nobody else's."""

from dataclasses import replace

import pytest

from chain.kit.host import CallInfo
from chain.kit.module import Unauthorized
from chain.types.primitives import Bps, Seconds
from modules.beacon.module import Beacon
from modules.slashing.module import Slashing
from modules.staking.module import Staking
from modules.staking.records import Standing
from tests.modules.beacon.scene import BeaconScene
from tests.modules.stage import COIN, account


def punish(scene: BeaconScene, bps: int, jail_s: int, sender: bytes = Beacon.address) -> None:
    """Say the beacon's word about validator 1."""
    slashing = Slashing(scene.host, CallInfo(sender))  # type: ignore[arg-type]
    slashing.punish_missed_link(account(1), Bps(bps), Seconds(jail_s))


def test_a_fine_follows_stake_that_left_since() -> None:
    """What stood behind the proposal answers, also the part that is on its way out."""
    scene = BeaconScene(40, 40)
    scene.skip(3)
    scene.call(Staking, "undelegate", account(1), 20 * COIN, sender=1)
    scene.skip(1)
    punish(scene, 100, 0)
    assert 40 * COIN // 100 == scene.call(Staking, "total_slashed")
    assert Standing.FREE == scene.call(Staking, "standing_of", account(1))


def test_a_jail_is_given_once() -> None:
    """Who is shut out already pays, and stays as long as it was told."""
    scene = BeaconScene(40, 40)
    punish(scene, 10, 7)
    until_s = scene.call(Slashing, "jailed_until", account(1))
    assert scene.time_s + 7 == until_s
    scene.skip(1)
    before = scene.call(Staking, "total_slashed")
    punish(scene, 10, 7)
    assert until_s == scene.call(Slashing, "jailed_until", account(1))
    assert before < scene.call(Staking, "total_slashed")


def test_who_is_shut_out_for_good_pays_no_more() -> None:
    """tendermint#2839: a tombstoned validator is never punished again."""
    scene = BeaconScene(40, 40)
    slashing = Slashing(scene.host, CallInfo(Slashing.address))
    slashing.infos[account(1)] = replace(slashing.infos[account(1)], is_tombstoned=True)
    punish(scene, 10, 7)
    assert 0 == scene.call(Staking, "total_slashed")


def test_only_the_beacon_may_say_so() -> None:
    """Any other caller is refused."""
    scene = BeaconScene(40, 40)
    with pytest.raises(Unauthorized):
        punish(scene, 10, 7, account(1))
