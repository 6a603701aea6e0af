"""Silence: found by the chain a few devices a block, paid for by nobody who is there."""

from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from chain.kit.state_machine import StateForbids
from chain.types.primitives import Bps, Wei
from modules.devices.records import Reason, Status
from modules.devices.waiting import SILENT_PER_BLOCK_MAX, is_overdue, next_silent
from tests.modules.devices.scene import GATEWAY, Scene
from tests.modules.stage import account

QUICK = {"windows": 2, "window_blocks": 1, "proof_blocks": 1}  # epochs of three blocks
NO_FINES = {f"offline_slash_{tier}_bps": Bps(0) for tier in (1, 2, 3)}


def crowd(scene: Scene, count: int) -> list[int]:
    """Enlist devices of many owners; their clock begins with the next epoch."""
    return [scene.enlist(seed, 1 + seed % 20) for seed in range(1, count + 1)]


def settled(scene: Scene, numbers: list[int]) -> list[int]:
    """Return how far each device is settled."""
    return [scene.devices.standings[number].settled_epoch for number in numbers]


def offline_after(scene: Scene, numbers: list[int], blocks: int) -> Iterator[int]:
    """Yield after each block how many devices are offline."""
    for _ in range(blocks):
        yield sum(scene.status(number) == Status.OFFLINE for number in numbers)
        scene.blocks()


def test_blocks_settle_nobody_who_is_there() -> None:
    """A beat an epoch is enough: whatever the number of devices, a block settles none of them."""
    scene = Scene()
    numbers = crowd(scene, 9)
    scene.end_epoch()
    for _ in range(4):
        for number in numbers:
            scene.beat(number)
        before = settled(scene, numbers)
        scene.end_epoch()
        assert before == settled(scene, numbers)


def test_who_is_silent_for_a_whole_epoch_is_settled_a_few_a_block() -> None:
    """However many devices are silent, a block settles at most so many, and all get their turn."""
    scene = Scene(windows=40)
    numbers = crowd(scene, 30)
    for _ in range(3):
        scene.end_epoch()
    most = SILENT_PER_BLOCK_MAX
    assert most < len(numbers) // 2, "a crowd needs more than two blocks"
    waves = list(offline_after(scene, numbers, 10))
    assert all(0 <= after - before <= most for before, after in pairwise(waves))
    assert len(numbers) == waves[-1]


def test_beats_that_are_proven_late_come_in_time() -> None:
    """A gateway may show an epoch's beats in its last block: its devices are not silent."""
    scene = Scene(probation_epochs=9, probation_epochs_max=9)
    number = scene.enlist(1)
    scene.end_epoch()
    for _ in range(3):
        epoch = scene.call("current_epoch")
        proofs = []
        for window in range(epoch.windows):
            while scene.window() < window:
                scene.blocks()
            proofs += scene.posted(scene.a_beat(number))
        scene.go_to(epoch.started_at + 9)
        scene.call("prove_beats", account(GATEWAY), tuple(proofs))
        scene.end_epoch()
    scene.blocks(5)
    assert Status.PROBATION == scene.status(number)


def test_device_that_leaves_makes_the_chain_skip_nobody() -> None:
    """Epoch processing is never skipped (D7): lists shrink while they are worked through."""
    scene = Scene(windows=40)
    numbers = crowd(scene, 24)
    for _ in range(3):
        scene.end_epoch()
    for number in (numbers[0], numbers[12], numbers[23]):
        scene.call("retire", number, sender=1 + number % 20)
        scene.blocks()
    scene.blocks(len(numbers))
    assert {scene.call("current_epoch").number} == set(settled(scene, numbers))


def test_lists_that_epochs_overtake_are_worked_through() -> None:
    """Epochs shorter than the work delay it and lose none: each device catches up at once."""
    scene = Scene(**QUICK)
    numbers = crowd(scene, 30)
    scene.blocks(60)
    assert {Status.OFFLINE} == {scene.status(number) for number in numbers}
    assert not is_overdue(scene.devices, scene.devices.waiting_from)


def test_old_lists_that_are_empty_cost_a_few_steps_a_block() -> None:
    """After an age without devices the chain passes the empty lists, never in one block."""
    scene = Scene(**QUICK)
    scene.blocks(60)
    devices = scene.devices
    assert devices.epoch_number() - 1 == devices.waiting_from
    devices.waiting_from = 0
    assert 0 == next_silent(devices)
    assert 1 == devices.waiting_from


def test_silence_is_fined_at_every_tier_and_then_left_alone() -> None:
    """Nobody touches the device: the chain settles it once for each tier, and no more."""
    scene = Scene(**QUICK)
    number = scene.enlist(1)
    scene.blocks(60)
    history = scene.call("slash_history", number, 0, 10)
    assert [(Reason.OFFLINE, tier) for tier in (0, 1, 2)] == [(p.reason, p.tier) for p in history]
    assert 0 == scene.devices.waits_in[number]
    before = settled(scene, [number])
    scene.blocks(30)
    assert before == settled(scene, [number])


def test_device_that_was_left_alone_comes_back_by_its_beats() -> None:
    """Beats alone bring it back, and from then on it is waited for again."""
    scene = Scene(**NO_FINES)
    number = scene.enlist(1)
    for _ in range(9):
        scene.end_epoch()
    assert 0 == scene.devices.waits_in[number]
    scene.good_epochs(number, count=2)
    assert Status.PROBATION == scene.status(number)
    assert scene.call("current_epoch").number == scene.devices.waits_in[number]


def test_offline_device_that_retires_is_waited_for_again() -> None:
    """Who leaves service earlier than the next tier of its absence is in the list of its epoch."""
    scene = Scene()
    number = scene.active(1)
    scene.next_epoch()
    assert Status.OFFLINE == scene.status(number)
    assert scene.standing(number).settled_epoch < scene.devices.waits_in[number] + 1
    scene.call("retire", number)
    assert scene.standing(number).settled_epoch == scene.devices.waits_in[number]


def test_service_of_a_device_that_went_away_cannot_be_paid() -> None:
    """A payment judges the device first: nobody pays one that was silent since."""
    scene = Scene()
    number = scene.active(1)
    scene.call("set_price", number, Wei(10))
    scene.end_epoch()
    with scene.stage.refuses(StateForbids):
        scene.call("pay_for_service", number, 1, value_wei=10)


@settings(max_examples=8, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=7))
def test_who_is_settled_late_stands_as_if_settled_every_epoch(
    beats: list[tuple[int, int]],
) -> None:
    """Whatever two devices do, looking at them every epoch or not makes no difference."""
    ends = []
    for is_watched in (True, False):
        scene = Scene(**NO_FINES)
        numbers = [scene.enlist(1), scene.enlist(2)]
        scene.end_epoch()
        for counts in beats:
            for window in range(4):
                while scene.window() < window:
                    scene.blocks()
                for number, count in zip(numbers, counts, strict=True):
                    if window < count:
                        scene.beat(number)
            scene.next_epoch() if is_watched else scene.end_epoch()
        scene.next_epoch()
        tiers = [[p.tier for p in scene.call("slash_history", n, 0, 99)] for n in numbers]
        earned = [scene.devices.earned[number] for number in numbers]
        stands = [scene.standing(n) for n in numbers]
        counters = [(s.status, s.is_proven, s.good_epochs, s.offline_epochs) for s in stands]
        ends.append((tiers, earned, counters))
    assert ends[0] == ends[1]
