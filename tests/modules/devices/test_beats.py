"""Beats: one a window, in their time, by the device's key, alone or under a gateway's root."""

from dataclasses import replace

from chain.kit.merkle import DEPTH_MAX
from chain.types.primitives import ZERO_HASH, Hash32
from modules.devices.beats import BEATS_MAX
from modules.devices.events import BeatHeard, RootPosted
from modules.devices.records import NextBeat
from modules.devices.refusals import (
    AlreadyBeaten,
    BatchTooLarge,
    CapacityInvalid,
    EpochNotStarted,
    ProofInvalid,
    RootTaken,
    SignatureWrong,
    WindowClosed,
)
from tests.modules.devices.scene import GATEWAY, OTHER, Scene
from tests.modules.stage import account


def ready(*owners: int) -> tuple[Scene, list[int]]:
    """Return a scene with a device in probation of each owner, at an epoch's first block."""
    scene = Scene()
    numbers = [scene.enlist(seed, owner) for seed, owner in enumerate(owners, 1)]
    scene.next_epoch()
    return scene, numbers


def test_beat_counts_once_in_its_window() -> None:
    """A second beat, a late one and an early one are refused: beats never exceed windows (D6)."""
    scene, (number,) = ready(2)
    early = scene.a_beat(number, window=1)
    first = scene.a_beat(number)
    with scene.stage.refuses(WindowClosed):
        scene.call("beat", (early,))
    scene.beat(number)
    assert scene.stage.logged(BeatHeard(number, 2, 0, 1, ZERO_HASH))
    with scene.stage.refuses(AlreadyBeaten):
        scene.beat(number)
    scene.blocks(2)
    with scene.stage.refuses(WindowClosed):
        scene.call("beat", (first,))
    scene.call("beat", (early,))
    assert 0b11 == scene.call("uptime", number).beats


def test_beat_needs_the_key_and_a_capacity_it_has() -> None:
    """Another's signature, no capacity or too much of it is refused."""
    scene, (number, other) = ready(2, OTHER)
    good = scene.a_beat(number)
    foreign = replace(good, signature=scene.a_beat(other).signature)
    with scene.stage.refuses(SignatureWrong):
        scene.call("beat", (foreign,))
    for capacity in (0, 2):
        with scene.stage.refuses(CapacityInvalid):
            scene.call("beat", (scene.a_beat(number, capacity=capacity),))
    with scene.stage.refuses(BatchTooLarge):
        scene.call("beat", (good,) * (BEATS_MAX + 1))


def test_clock_begins_with_the_next_epoch() -> None:
    """A device that bonds in the middle of an epoch is neither late nor early for it."""
    scene = Scene()
    number = scene.enlist(1)
    with scene.stage.refuses(EpochNotStarted):
        scene.beat(number)
    found = scene.call("next_beat", number)
    assert (2, 0) == (found.epoch, found.window)


def test_gateway_posts_a_root_and_beats_are_proven_until_the_epoch_ends() -> None:
    """One transaction a window for all devices; each beat counts once, proven or brought."""
    scene, numbers = ready(2, 3, 4, 5, 6)
    proofs = scene.posted(*[scene.a_beat(number) for number in numbers])
    with scene.stage.refuses(RootTaken):
        scene.posted(scene.a_beat(numbers[0]))
    root = scene.devices.roots[account(GATEWAY), 2 << 16]
    assert scene.stage.logged(RootPosted(account(GATEWAY), 2, 0, root))
    scene.beat(numbers[0])
    with scene.stage.refuses(AlreadyBeaten):
        scene.call("prove_beats", account(GATEWAY), proofs[:1])
    scene.blocks(8)
    assert 4 == scene.window()
    scene.call("prove_beats", account(GATEWAY), proofs[1:])
    assert [1] * 5 == [scene.call("uptime", number).beats for number in numbers]
    scene.next_epoch()
    with scene.stage.refuses(WindowClosed):
        scene.call("prove_beats", account(GATEWAY), proofs[:1])


def test_proofs_that_prove_nothing_are_refused() -> None:
    """Another gateway, another place, a longer path or no root at all proves no beat."""
    scene, (number, other) = ready(2, 3)
    (proof, _) = scene.posted(scene.a_beat(number), scene.a_beat(other))
    long_path = (Hash32(b"\x01" * 32),) * (DEPTH_MAX + 1)
    for gateway, item in (
        (OTHER, proof),
        (GATEWAY, replace(proof, index=1)),
        (GATEWAY, replace(proof, path=())),
        (GATEWAY, replace(proof, path=long_path)),
        (GATEWAY, replace(proof, beat=replace(proof.beat, window=1))),
    ):
        with scene.stage.refuses(ProofInvalid):
            scene.call("prove_beats", account(gateway), (item,))
    with scene.stage.refuses(SignatureWrong):
        scene.call("prove_beats", account(GATEWAY), (replace(proof, signature=b"\x00" * 65),))
    with scene.stage.refuses(BatchTooLarge):
        scene.call("prove_beats", account(GATEWAY), (proof,) * (BEATS_MAX + 1))


def test_roots_are_posted_in_their_window() -> None:
    """A root for another window or epoch, or in the time for proofs, is refused."""
    scene, _ = ready(2)
    for epoch, window in ((2, 1), (1, 0), (3, 0)):
        with scene.stage.refuses(WindowClosed):
            scene.call("post_root", epoch, window, Hash32(b"\x01" * 32), sender=GATEWAY)
    scene.blocks(8)
    with scene.stage.refuses(WindowClosed):
        scene.call("post_root", 2, 4, Hash32(b"\x01" * 32), sender=GATEWAY)


def test_next_beat_names_the_window_and_its_heights() -> None:
    """A device learns when its next window opens and closes, over the epoch's end too."""
    scene, (number,) = ready(2)
    start = scene.call("current_epoch").started_at
    assert NextBeat(2, 0, start, start + 2) == scene.call("next_beat", number)
    scene.beat(number)
    assert NextBeat(2, 1, start + 2, start + 4) == scene.call("next_beat", number)
    scene.blocks(8)
    assert NextBeat(3, 0, start + 10, start + 12) == scene.call("next_beat", number)
