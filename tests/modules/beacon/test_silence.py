"""What keeping a link back costs, and whom it never costs anything."""

from chain.types.beacon import NO_REVEAL, NO_TURN
from chain.types.primitives import ZERO_HASH, Bps, Height, Seconds
from modules.beacon.module import Beacon
from modules.beacon.records import JailedForMissedLinks, LinkMissed, Misses
from modules.slashing.module import Slashing
from modules.staking.module import Staking
from modules.staking.records import Standing
from tests.modules.beacon.scene import BeaconScene
from tests.modules.callers import NOBODY
from tests.modules.stage import COIN, account


def misses(scene: BeaconScene, number: int) -> Misses:
    """Return what the page says of a validator's misses."""
    found: Misses = scene.call(Beacon, "misses", account(number))
    return found


def test_a_link_kept_back_costs_its_fraction_of_the_stake() -> None:
    """10 bps of 40 coins are 0.04: from the proposer alone, burned, and said in one event."""
    scene = BeaconScene(40, 40)
    scene.withhold(1)
    assert COIN * 40 // 1_000 == scene.call(Staking, "total_slashed")
    assert 40 * COIN == scene.staking.validator(account(2)).tokens_wei
    assert scene.logged(LinkMissed(account(1), 1, Bps(10)))
    assert Misses(1, scene.height, 1, 0) == misses(scene, 1)
    assert Misses(0, Height(0), 0, 0) == misses(scene, 2)


def test_a_link_stays_owed_until_it_is_shown() -> None:
    """Keeping it back gains no other link: the same one is due in the next block."""
    scene = BeaconScene(40, 40)
    before = scene.call(Beacon, "commitment", account(1))
    scene.withhold(1)
    assert before == scene.call(Beacon, "commitment", account(1))
    assert scene.propose(1).link is not None
    assert 1 == scene.events(LinkMissed)


def test_too_many_in_a_window_are_jailed() -> None:
    """The third of two allowed costs the seat too; freed, it begins anew."""
    scene = BeaconScene(40, 40)
    scene.withhold(1)
    scene.withhold(1)
    assert Standing.FREE == scene.call(Staking, "standing_of", account(1))
    scene.withhold(1)
    until_s = Seconds(scene.time_s + 5)
    assert scene.logged(JailedForMissedLinks(account(1), until_s))
    assert Standing.JAILED == scene.call(Staking, "standing_of", account(1))
    assert until_s == scene.call(Slashing, "jailed_until", account(1))
    assert Misses(3, Height(0), 0, 0) == misses(scene, 1)
    scene.skip(6)
    scene.call(Slashing, "unjail", sender=1)
    scene.withhold(1)
    assert 1 == misses(scene, 1).in_window
    assert Standing.FREE == scene.call(Staking, "standing_of", account(1))


def test_a_window_begins_with_a_miss_and_ends() -> None:
    """Misses further apart than the window never add up."""
    scene = BeaconScene(40, 40)
    scene.withhold(1)
    first = scene.height
    scene.skip(98)
    scene.withhold(1)
    assert Misses(2, first, 2, 0) == misses(scene, 1)
    scene.withhold(1)
    assert Misses(3, scene.height, 1, 0) == misses(scene, 1)
    assert 0 == scene.events(JailedForMissedLinks)


def test_who_has_no_chain_has_a_grace() -> None:
    """Two blocks without one are free, each further one misses a link, until it names a tip."""
    scene = BeaconScene(40, 40, 40)
    scene.withhold(3)
    scene.withhold(3)
    assert (0, 2) == (scene.events(LinkMissed), misses(scene, 3).without_chain)
    scene.withhold(3)
    assert (1, 3) == (scene.events(LinkMissed), misses(scene, 3).without_chain)
    scene.propose(3)
    scene.withhold(3)
    assert (1, 0) == (scene.events(LinkMissed), misses(scene, 3).without_chain)


def test_a_later_rounds_proposer_gives_nothing_and_owes_nothing() -> None:
    """Neither it nor who was first is blamed: nobody can tell silence from a slow line."""
    scene = BeaconScene(40, 40, 40)
    before = [scene.call(Beacon, "commitment", account(number)) for number in (1, 2, 3)]
    for late, first in ((1, 2), (3, 1), (2, 3)):
        for _ in range(4):
            scene.block_of(late, first)
            assert NO_TURN == scene.beacon.turn()
            scene._run(NO_REVEAL)
    assert before == [scene.call(Beacon, "commitment", account(number)) for number in (1, 2, 3)]
    assert (0, 0) == (scene.events(LinkMissed), misses(scene, 3).without_chain)


def test_nobody_is_blamed_for_a_block_of_nobody() -> None:
    """Blocks of strangers to staking change nothing."""
    scene = BeaconScene(40, 40)
    scene.withhold(9)
    scene.skip(3)
    assert 0 == scene.events(LinkMissed)


def test_silence_counts_only_while_it_can_be_punished() -> None:
    """While staking or slashing is paused nothing is counted, and links are taken as ever."""
    scene = BeaconScene(40, 40)
    for module in (scene.staking, Slashing(scene.host, NOBODY)):
        scene.assembly.end_block(scene.host)
        module.set_paused(True)
        for number, link in ((1, None), (2, "shown")):
            _block(scene, number, is_shown=link is not None)
        module.set_paused(False)
    assert 0 == scene.events(LinkMissed)
    assert 2 == scene.call(Beacon, "commitment", account(2)).used


def _block(scene: BeaconScene, number: int, *, is_shown: bool) -> None:
    """Begin a block although a module is paused, which the stage's own checks would refuse."""
    scene.check = lambda: None  # type: ignore[method-assign]
    if is_shown:
        scene.propose(number)
    else:
        scene.withhold(number)
    del scene.check


def test_a_paused_beacon_owes_and_takes_nothing() -> None:
    """Then every block has the mix of a missing link, and nobody pays."""
    scene = BeaconScene(40, 40)
    scene.beacon.set_paused(True)
    scene.check = lambda: None  # type: ignore[method-assign]
    scene.block_of(1)
    turn = scene.beacon.turn()
    assert (ZERO_HASH, False) == (turn.expected, turn.can_commit)
    scene.withhold(1)
    assert 0 == scene.events(LinkMissed)
