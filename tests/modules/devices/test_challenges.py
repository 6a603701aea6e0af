"""Challenges: drawn by a later beacon, answered by the key, judged by drawn others."""

import pytest

from chain.kit.state_machine import RoleForbids
from chain.types.primitives import Hash32
from modules.devices.challenges import nonce_of, pick
from modules.devices.events import (
    Attested,
    ChallengeAnswered,
    Challenged,
    ChallengeMissed,
    ChallengePassed,
)
from modules.devices.records import ChallengeStatus, DeviceClass, Reason, Status
from modules.devices.refusals import SignatureWrong, TooLate, VotedAlready
from modules.devices.signatures import Answer
from tests.modules.devices.scene import EVIDENCE, GATEWAY, OTHER, Scene, key_of, signed
from tests.modules.stage import account

OWNERS = (2, 3, 4, 5)


def drawn() -> tuple[Scene, int]:
    """Return a scene with devices of four owners, the first of which is challenged."""
    scene = Scene()
    for seed, owner in enumerate(OWNERS, 1):
        scene.enlist(seed, owner)
    scene.next_epoch()
    scene.beat(1, 2, 3, 4)
    return scene, scene.draw_for(1)


def test_draw_names_device_nonce_and_deadline() -> None:
    """What the beacon drew stands on chain: whom, what to sign, until when, who judges."""
    scene, challenge = drawn()
    record = scene.call("challenge", challenge)
    assert nonce_of(scene.stage.host.beacon_value, scene.stage.height, 0) == record.nonce
    assert scene.stage.height + 4 == record.deadline_at
    assert {account(owner) for owner in OWNERS[1:]} == set(record.verifiers)
    assert scene.stage.logged(Challenged(challenge, 1, record.nonce, record.deadline_at))


def test_answer_is_the_keys_over_the_nonce() -> None:
    """A signature over another nonce or by another key is no answer."""
    scene, challenge = drawn()
    record = scene.call("challenge", challenge)
    stale = signed(Answer(challenge, EVIDENCE, EVIDENCE), key_of(1))
    foreign = signed(Answer(challenge, record.nonce, EVIDENCE), key_of(2))
    for word in (stale, foreign):
        with scene.stage.refuses(SignatureWrong):
            scene.call("answer_challenge", challenge, EVIDENCE, word, sender=GATEWAY)
    scene.answer(challenge)
    assert scene.stage.logged(ChallengeAnswered(challenge, 1, EVIDENCE))


@pytest.mark.parametrize(
    ("votes", "status"),
    [
        ((), ChallengeStatus.PASSED),
        ((True,), ChallengeStatus.PASSED),
        ((False,), ChallengeStatus.DENIED),
        ((False, True), ChallengeStatus.PASSED),
        ((False, True, False), ChallengeStatus.DENIED),
    ],
)
def test_majority_of_verifiers_decides(votes: tuple[bool, ...], status: ChallengeStatus) -> None:
    """More denials than confirmations make it a miss; a tie or silence lets the answer stand."""
    scene, challenge = drawn()
    scene.answer(challenge)
    for owner, vote in zip(OWNERS[1:], votes, strict=False):
        scene.call("attest", challenge, vote, sender=owner)
        assert scene.stage.logged(Attested(challenge, account(owner), vote))
        with scene.stage.refuses(VotedAlready):
            scene.call("attest", challenge, vote, sender=owner)
    scene.blocks(scene.params.attest_blocks)
    assert status == scene.call("challenge", challenge).status
    is_passed = status == ChallengeStatus.PASSED
    assert scene.stage.logged(ChallengePassed(challenge, 1)) == is_passed
    assert scene.stage.logged(ChallengeMissed(challenge, 1, True)) != is_passed
    standing = scene.standing(1)
    assert (is_passed, not is_passed) == (standing.passed, standing.missed)


def test_owner_does_not_judge_its_own() -> None:
    """Two devices of one owner never verify each other."""
    scene = Scene()
    for seed in (1, 2):
        scene.enlist(seed)
    scene.next_epoch()
    challenge = scene.draw_for(1)
    assert () == scene.call("challenge", challenge).verifiers
    scene.answer(challenge)
    with scene.stage.refuses(RoleForbids):
        scene.call("attest", challenge, True)


def test_miss_costs_quality_then_bond() -> None:
    """An unanswered challenge counts by its weight: no reward, and a penalty at the epoch's end."""
    scene, challenge = drawn()
    assert 4 * 10**12 * 1_000 // 10_000 // 4 == scene.call("current_epoch").floor_score
    scene.blocks(scene.params.response_blocks)
    assert scene.stage.logged(ChallengeMissed(challenge, 1, False))
    assert 3 * 10**12 * 1_000 // 10_000 // 4 == scene.call("current_epoch").floor_score
    scene.next_epoch()
    reasons = [penalty.reason for penalty in scene.call("slash_history", 1, 0, 10)]
    assert Reason.UNREACHABLE in reasons
    assert Reason.UNREACHABLE not in [p.reason for p in scene.call("slash_history", 2, 0, 10)]


def test_late_answers_and_votes_are_refused() -> None:
    """While the deadline's handling waits behind others, its height is over all the same."""
    scene, challenge = drawn()
    scene.answer(challenge)
    deadline_at = scene.call("challenge", challenge).deadline_at
    scene.devices.set_paused(True)
    scene.stage.host.advance(deadline_at - scene.stage.height)
    scene.devices.set_paused(False)
    with scene.stage.refuses(TooLate):
        scene.call("attest", challenge, True, sender=OTHER)
    scene, challenge = drawn()
    scene.stage.host.advance(10)
    with scene.stage.refuses(TooLate):
        scene.answer(challenge)


def test_who_is_not_drawn_is_not_punished() -> None:
    """celo PR#121: without a draw, quality is whole, probation ends, and nothing is slashed."""
    scene = Scene(probation_challenges=1)
    number = scene.enlist(1)
    scene.next_epoch()
    scene.good_epochs(number, count=2)
    assert Status.PROBATION == scene.status(number)
    scene.good_epochs(number)
    assert Status.ACTIVE == scene.status(number)
    assert () == scene.call("slash_history", number, 0, 10)


def test_passed_challenge_ends_probation_sooner() -> None:
    """A device that passed what it must is active after the good epochs."""
    scene = Scene(probation_challenges=1)
    number = scene.enlist(1)
    scene.next_epoch()
    scene.beat(number)
    scene.answer(scene.draw_for(number))
    for window in (1, 2, 3):
        while scene.window() < window:
            scene.blocks()
        scene.beat(number)
    scene.next_epoch()
    scene.good_epochs(number)
    assert Status.ACTIVE == scene.status(number)


def test_draws_are_bounded_and_spare_the_challenged() -> None:
    """A device has one open challenge; before its clock begins it has none; a draw picks fairly."""
    scene = Scene(challenges_per_draw=8)
    for seed, owner in enumerate(OWNERS, 1):
        scene.enlist(seed, owner, kind=DeviceClass.STORAGE if seed == 4 else DeviceClass.GPU)
    scene.blocks(5)
    assert 0 == scene.stage.events(Challenged)
    scene.next_epoch()
    scene.blocks(2)
    assert 4 >= scene.stage.events(Challenged) > 0
    picks = [pick(scene.devices, Hash32(n.to_bytes(32, "big"))) for n in range(40)]
    assert {1: 10, 2: 10, 3: 10, 4: 10} == {n: picks.count(n) for n in set(picks)}
