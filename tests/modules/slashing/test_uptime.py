"""Who was there: missed blocks, jail, and new beginnings."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from chain.kit.host import CommitVote
from chain.types.primitives import Bps, Height, Wei
from modules.slashing.module import Slashing
from modules.slashing.records import BlockMissed, JailedForDowntime, SlashingParams
from modules.slashing.uptime import missed_blocks_max
from modules.staking.events import Slashed, StandingChanged
from modules.staking.module import Staking
from modules.staking.records import Standing
from tests.modules.stage import COIN, account
from tests.modules.staking.scene import UPTIME, Scene


def missed(scene: Scene, number: int) -> int:
    """Return how many blocks of its window a validator missed."""
    found: int = scene.call(Slashing, "signing_info", account(number)).missed_blocks
    return found


def test_a_validator_that_is_not_there_is_jailed_and_slashed_once() -> None:
    """More than half of the window missed: one percent, jail, and out of the set."""
    scene = Scene(40, 40, 40, 40)
    scene.blocks(10, 3)
    assert (10, 0) == (missed(scene, 3), scene.events(JailedForDowntime))
    scene.blocks(1, 3)
    until_s = scene.time_s + 5
    assert scene.logged(JailedForDowntime(account(3), 11 - 1, until_s))
    assert scene.logged(
        Slashed(account(3), Height(scene.height - 1), Bps(100), Wei(COIN * 4 // 10))
    )
    assert until_s == scene.call(Slashing, "jailed_until", account(3))
    assert Standing.JAILED == scene.call(Staking, "standing_of", account(3))
    assert 40 * COIN - COIN * 4 // 10 == scene.stake_wei(3, 3)
    scene.commit()
    assert 3 not in scene.powers()


def test_absence_in_blocks_after_the_jail_counts_for_nothing() -> None:
    """
    Its key is in two more commits before the set without it decides; it is not punished again.

    anoma#527, poa#245: jailed again in each block, its removal was repeated, and chains halted.
    """
    scene = Scene(40, 40, 40, 40)
    scene.blocks(11, 3)
    absent = tuple(CommitVote(account(n), 40, n != 3) for n in (1, 2, 3, 4))
    for _ in range(30):
        scene.next_block(1, absent)
    assert 1 == scene.events(JailedForDowntime) == scene.events(Slashed)
    assert 1 == scene.events(StandingChanged)
    assert 0 == missed(scene, 3)


def test_a_whole_window_passes_before_anyone_is_judged() -> None:
    """A newcomer begins clean, however late it joins."""
    scene = Scene(40, 40, 40)
    scene.blocks(20)
    terms = ("", Bps(0), Bps(0), Bps(0))
    scene.call(Staking, "create_validator", *terms, sender=4, value_wei=30 * COIN)
    scene.blocks(1)
    scene.blocks(10, 4)
    assert 0 == scene.events(JailedForDowntime)
    scene.blocks(1, 4)
    assert 1 == scene.events(JailedForDowntime)


def test_signing_half_of_the_window_is_enough() -> None:
    """Exactly the share that must be signed keeps a validator in."""
    scene = Scene(40, 40, 40, 40)
    for _ in range(20):
        scene.blocks(1, 2)
        scene.blocks(1)
    assert (5, 0) == (missed(scene, 2), scene.events(JailedForDowntime))
    assert scene.logged(BlockMissed(account(2), 5))
    assert 5 == scene.call(Slashing, "missed_blocks_max")


def test_who_signs_every_block_costs_no_writes() -> None:
    """Counting a set that is there changes not one word of state."""
    scene = Scene(40, 40, 40, 40)
    scene.blocks(2)
    before = {k: v for k, v in scene.host.words.items() if k[0] == Slashing.address}
    scene.blocks(30)
    assert before == {k: v for k, v in scene.host.words.items() if k[0] == Slashing.address}


@settings(max_examples=30, deadline=None)
@given(st.lists(st.booleans(), min_size=1, max_size=45))
def test_the_count_is_that_of_the_last_window(signed: list[bool]) -> None:
    """Whatever the pattern, what is counted is what was missed in the last ten blocks."""
    lenient = replace(UPTIME, signed_bps_min=Bps(500), window_blocks=10)
    scene = Scene(40, 40, slashing=lenient)
    for index, was_there in enumerate(signed):
        scene.blocks(1, *(() if was_there else (2,)))
        if scene.events(JailedForDowntime):
            assert not any(signed[index - 9 : index + 1])
            return
        assert missed(scene, 2) == signed[max(index - 9, 0) : index + 1].count(False)


def test_a_changed_window_begins_anew_for_everyone() -> None:
    """
    Counts of a window of another length mean nothing, so all begin clean when it changes.

    Shrunk bitmaps left stale marks in cosmos x/slashing, which counted for ever.
    """
    scene = Scene(40, 40, 40, 40, slashing=replace(UPTIME, window_blocks=300))
    scene.blocks(280, 2)
    assert 280 == missed(scene, 2)
    scene.slashing.settings = replace(UPTIME, window_blocks=20)
    scene.blocks(1, 2)
    assert 1 == missed(scene, 2)
    scene.slashing.settings = replace(UPTIME, window_blocks=300)
    scene.blocks(1)
    info = scene.call(Slashing, "signing_info", account(2))
    assert (300, 0, scene.height) == (info.window_blocks, info.missed_blocks, info.start_height)


def test_a_rotated_key_does_not_hide_absences() -> None:
    """Blocks are counted for the validator, whichever of its keys was asked to sign."""
    scene = Scene(40, 40, 40, 40)
    scene.staking.operators_by_key[account(8)] = account(3)
    scene.blocks(4, 3)
    votes = tuple(CommitVote(account(n), 40, n != 8) for n in (1, 2, 8, 4))
    scene.next_block(1, votes)
    assert 5 == missed(scene, 3)


def test_votes_of_strangers_count_for_nothing() -> None:
    """An address that no validator ever signed with is nobody's."""
    scene = Scene(40, 40)
    scene.next_block(1, (CommitVote(account(9), 5, False),))
    assert 0 == scene.events(BlockMissed)


def test_what_may_be_missed_is_rounded_against_the_absent() -> None:
    """Of 11 blocks at 50 %, six must be signed."""
    params = SlashingParams(window_blocks=11, signed_bps_min=Bps(5_000))
    assert 5 == missed_blocks_max(params)


def test_nobody_is_absent_while_staking_is_paused() -> None:
    """Where nothing can be punished nothing is counted, as for every clock of a paused module."""
    scene = Scene(40, 40)
    scene.blocks(2)
    scene.staking.set_paused(True)
    votes = (CommitVote(account(1), 40, False),)
    for _ in range(3):
        scene.host.advance()
        scene.host.block = replace(scene.host.block, last_commit=votes)
        scene.slashing.begin_block()
    assert 0 == missed(scene, 1)
