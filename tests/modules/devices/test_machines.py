"""
Every (state, call, role) of every machine, and silence from every state.

Whoever stops answering, whichever state things are in, freezes no coins beyond named waits.
"""

from collections.abc import Callable
from typing import Any

import pytest

from chain.codec.signature import address_of
from chain.kit.state_machine import ANYONE, StateForbids
from chain.types.primitives import Height, Wei
from modules.devices.machines import CASE, CHALLENGE, DEVICE, OWNER, PAYER, PENALTY, VERIFIER
from modules.devices.module import Devices
from modules.devices.records import (
    CaseStatus,
    ChallengeStatus,
    PenaltyStatus,
    Status,
    Suspicion,
)
from modules.devices.refusals import OwnCase
from tests.modules import triples
from tests.modules.devices import scene as town
from tests.modules.devices.scene import (
    CHALLENGER,
    EVIDENCE,
    GATEWAY,
    GPU_BOND_WEI,
    NO_WORD,
    OTHER,
    Scene,
    application,
    key_of,
    signed,
)
from tests.modules.stage import COIN, account
from tests.modules.triples import STRANGER, Tried, Walk

SEED = 50
NOBODY = 9


def scene_of(tried: Any) -> Scene:
    """Return the scene behind a triple."""
    found: Scene = tried.scene
    return found


def reach_device(status: Status) -> Tried:
    """Bring a device into a state."""
    scene = Scene()
    if status == Status.NOTHING:
        return Tried(scene, 1)
    number = scene.register(SEED)
    scene.call("set_price", number, Wei(COIN))
    if status == Status.RETIRED:
        scene.call("retire", number)
    if status in (Status.REGISTERED, Status.RETIRED):
        return Tried(scene, number)
    scene.call("bond", number, value_wei=GPU_BOND_WEI)
    scene.next_epoch()
    if status == Status.PROBATION:
        return Tried(scene, number)
    scene.good_epochs(number, count=2)
    STEPS.get(status, lambda scene, number: None)(scene, number)
    return Tried(scene, number)


def _degrade(scene: Scene, number: int) -> None:
    scene.beat_windows(number, count=2)
    scene.next_epoch()


def _leave_offline(scene: Scene, number: int) -> None:
    scene.next_epoch()
    scene.blocks(scene.params.appeal_blocks)  # until the penalty for it is over


def _accuse(scene: Scene, number: int) -> None:
    scene.call("suspect", number, Suspicion.CLONE_KEY, EVIDENCE, sender=CHALLENGER)


def _ban(scene: Scene, number: int) -> None:
    _accuse(scene, number)
    scene.rule(1, 0)


STEPS: dict[Status, Callable[[Scene, int], Any]] = {
    Status.DEGRADED: _degrade,
    Status.OFFLINE: _leave_offline,
    Status.MAINTENANCE: lambda scene, number: scene.rest(number),
    Status.SUSPECTED: _accuse,
    Status.RETIRING: lambda scene, number: scene.call("retire", number),
    Status.BANNED: _ban,
}


def call_register(tried: triples.Scene, sender: int) -> None:
    """Register the device's key again, or for the first time."""
    scene = scene_of(tried)
    nonce = scene.call("key_nonce", address_of(key_of(SEED)))
    item = application(SEED, sender, nonce=nonce)
    word = signed(item, key_of(SEED))
    fee_wei = scene.params.registration_fee_wei
    scene.call("register", item, word, NO_WORD, sender=sender, value_wei=fee_wei)


def plain(name: str, *values: Any, value_wei: int = 0) -> Callable[[triples.Scene, int], Any]:
    """Return how a call with a device's number and these values is made."""
    return lambda tried, sender: scene_of(tried).call(
        name, tried.number, *values, sender=sender, value_wei=value_wei
    )


def call_beat(tried: triples.Scene, sender: int) -> None:
    """Bring a beat of the open window."""
    scene = scene_of(tried)
    scene.keys.setdefault(tried.number, key_of(SEED))
    scene.call("beat", (scene.a_beat(tried.number),), sender=sender)


def call_prove_beats(tried: triples.Scene, sender: int) -> None:
    """Prove a beat of the open window."""
    scene = scene_of(tried)
    scene.call("prove_beats", account(GATEWAY), PROOFS[0], sender=sender)


PROOFS: list[Any] = [()]


def call_suspect(tried: triples.Scene, sender: int) -> None:
    """Accuse the device; its owner asks a friend to, for it may not itself."""
    who = CHALLENGER if sender == town.OWNER else sender
    plain("suspect", Suspicion.SIBLING_FARM, EVIDENCE)(tried, who)


def with_word(name: str) -> Callable[[triples.Scene, int], Any]:
    """Return how a call is made that the device's key signs too."""

    def make(tried: triples.Scene, sender: int) -> None:
        scene, number = scene_of(tried), tried.number
        scene.keys.setdefault(number, key_of(SEED))
        if name == "transfer":
            values: tuple[Any, ...] = (account(OTHER), scene.handover(number, OTHER))
        elif name == "relocate":
            values = (99, scene.relocation(number, 99))
        else:
            word, proof = scene.rotation(number, key_of(77))
            values = (address_of(key_of(77)), word, proof)
        scene.call(name, number, *values, sender=sender)

    return make


def call_declare(tried: triples.Scene, sender: int) -> None:
    """Declare a maintenance in time."""
    starts_at = Height(tried.stage.height + 2)
    plain("declare_maintenance", starts_at, 5)(tried, sender)


DEVICE_WALK = Walk(
    DEVICE,
    {status: lambda status=status: _with_proof(reach_device(status)) for status in Status},
    {
        "register": call_register,
        "bond": plain("bond", value_wei=GPU_BOND_WEI),
        "top_up": plain("top_up", value_wei=7),
        "set_price": plain("set_price", Wei(9)),
        "beat": call_beat,
        "prove_beats": call_prove_beats,
        "pay_for_service": plain("pay_for_service", 2, value_wei=2 * COIN),
        "declare_maintenance": call_declare,
        "end_maintenance": plain("end_maintenance"),
        "transfer": with_word("transfer"),
        "rotate_key": with_word("rotate_key"),
        "relocate": with_word("relocate"),
        "suspect": call_suspect,
        "retire": plain("retire"),
    },
    {OWNER: town.OWNER, STRANGER: NOBODY},
    lambda tried: Devices.standings.__get__(scene_of(tried).devices, Devices)[tried.number].status,
)


def _with_proof(tried: Tried) -> Tried:
    """Post the root of a beat of the device before it is tried."""
    scene = scene_of(tried)
    scene.keys.setdefault(tried.number, key_of(SEED))
    PROOFS[0] = scene.posted(scene.a_beat(tried.number))
    return tried


@DEVICE_WALK.params()
def test_every_device_call_in_every_state(state: Status, call: str, role: str) -> None:
    """Each call is allowed with its effect, or refused by its name."""
    DEVICE_WALK.check(state, call, role)


def reach_challenge(status: ChallengeStatus) -> Tried:
    """Bring the first challenge into a state; devices of two owners verify each other."""
    scene = Scene()
    number, other = scene.enlist(1), scene.enlist(2, OTHER)
    scene.next_epoch()
    if status == ChallengeStatus.NOTHING:
        return Tried(scene, 1)
    scene.beat(number, other)
    challenge = scene.draw_for(number)
    if status == ChallengeStatus.MISSED:
        scene.blocks(scene.params.response_blocks)
    elif status != ChallengeStatus.DRAWN:
        scene.answer(challenge)
    if status == ChallengeStatus.DENIED:
        scene.call("attest", challenge, False, sender=OTHER)
    if status in (ChallengeStatus.PASSED, ChallengeStatus.DENIED):
        scene.blocks(scene.params.attest_blocks)
    return Tried(scene, challenge)


def call_answer(tried: triples.Scene, sender: int) -> None:
    """Carry the device's answer."""
    scene_of(tried).keys.setdefault(0, key_of(1))
    scene_of(tried).answer(tried.number)


CHALLENGE_WALK = Walk(
    CHALLENGE,
    {status: lambda status=status: reach_challenge(status) for status in ChallengeStatus},
    {"answer_challenge": call_answer, "attest": plain("attest", True)},
    {VERIFIER: OTHER, STRANGER: NOBODY},
    lambda tried: scene_of(tried).call("challenge", tried.number).status,
)


@CHALLENGE_WALK.params()
def test_every_challenge_call_in_every_state(state: ChallengeStatus, call: str, role: str) -> None:
    """Each call on a challenge is allowed with its effect, or refused by its name."""
    CHALLENGE_WALK.check(state, call, role)


def reach_penalty(status: PenaltyStatus) -> Tried:
    """Bring the first penalty, for a service that was not given, into a state."""
    scene = Scene()
    number = scene.active(1)
    scene.call("set_price", number, Wei(COIN))
    scene.call("pay_for_service", number, 3, sender=town.PAYER, value_wei=3 * COIN)
    if status == PenaltyStatus.NOTHING:
        return Tried(scene, 1)
    scene.call("report_unserved", 1, 2, EVIDENCE, sender=town.PAYER)
    if status == PenaltyStatus.EXECUTED:
        scene.blocks(scene.params.appeal_blocks)
    elif status != PenaltyStatus.PENDING:
        scene.call("appeal", 1, EVIDENCE)
    if status == PenaltyStatus.LIFTED:
        scene.rule(1, 0)
    return Tried(scene, 1)


PENALTY_WALK = Walk(
    PENALTY,
    {status: lambda status=status: reach_penalty(status) for status in PenaltyStatus},
    {
        "report_unserved": plain("report_unserved", 2, EVIDENCE),
        "appeal": plain("appeal", EVIDENCE),
    },
    {OWNER: town.OWNER, PAYER: town.PAYER, STRANGER: NOBODY},
    lambda tried: scene_of(tried).call("penalty", tried.number).status,
)


@PENALTY_WALK.params()
def test_every_penalty_call_in_every_state(state: PenaltyStatus, call: str, role: str) -> None:
    """Each call on a penalty is allowed with its effect, or refused by its name."""
    PENALTY_WALK.check(state, call, role)


def reach_case(status: CaseStatus) -> Tried:
    """Bring the first case into a state."""
    tried = reach_device(Status.ACTIVE)
    scene = scene_of(tried)
    if status != CaseStatus.NOTHING:
        _accuse(scene, tried.number)
    if status == CaseStatus.CLEARED:
        scene.rule(1, 10_000)
    elif status == CaseStatus.CONVICTED:
        scene.rule(1, 0)
    elif status == CaseStatus.LAPSED:
        scene.blocks(scene.params.case_blocks_max)
    assert status == scene.call("case_record", 1).status
    return tried


@pytest.mark.parametrize(("state", "call", "role"), list(CASE.triples((OWNER, STRANGER))))
def test_every_case_call_in_every_state(state: CaseStatus, call: str, role: str) -> None:
    """Suspecting opens a case of its own number where no case is open; a closed one stays so."""
    tried = reach_case(state)
    scene, total = scene_of(tried), scene_of(tried).devices.case_count
    make = plain(call, Suspicion.SIBLING_FARM, EVIDENCE)
    who = town.OWNER if role == OWNER else NOBODY
    if not DEVICE.allows(call, scene.status(tried.number), ANYONE):
        assert state in (CaseStatus.OPEN, CaseStatus.CONVICTED)
        with tried.stage.refuses(StateForbids):
            make(tried, who)
    elif role == OWNER:
        with tried.stage.refuses(OwnCase):
            make(tried, who)
    else:
        make(tried, who)
        assert CaseStatus.OPEN == scene.call("case_record", total + 1).status
        assert Status.SUSPECTED == scene.status(tried.number)
    assert total == 0 or state == scene.call("case_record", 1).status
    scene.blocks()


def test_a_case_is_closed_by_the_chain_alone() -> None:
    """The one call opens a case, a ruling or a deadline closes it: no account has a say in that."""
    assert ("suspect",) == CASE.calls
    assert {"case_ruled", "case_expires"} == set(CASE.deadlines)


WAITING = [s for s in Status if s != Status.NOTHING and not DEVICE.is_terminal(s)]


@pytest.mark.parametrize("status", WAITING, ids=lambda status: status.name)
def test_silence_from_every_state_freezes_no_coins(status: Status) -> None:
    """When all others fall silent the owner alone gets every coin out within the named waits."""
    tried = reach_device(status)
    scene, params = scene_of(tried), scene_of(tried).params
    assert status == scene.status(tried.number)
    scene.blocks(params.case_blocks_max + params.maintenance_blocks_max)
    assert scene.status(tried.number) not in (Status.SUSPECTED, Status.MAINTENANCE)
    if scene.status(tried.number) not in (Status.RETIRING, Status.RETIRED):
        scene.call("retire", tried.number)
    scene.blocks(params.unbonding_blocks + params.appeal_blocks + 100)
    assert Status.RETIRED == scene.status(tried.number)
    if scene.call("claimable", account(town.OWNER)):
        scene.call("claim")
    dust_wei = scene.devices.carry_wei
    assert dust_wei == scene.stage.host.balance_wei(Devices.address)


@pytest.mark.parametrize("status", [PenaltyStatus.PENDING, PenaltyStatus.APPEALED])
def test_silence_ends_every_penalty(status: PenaltyStatus) -> None:
    """Without an appeal a penalty is executed; without a ruling it is lifted."""
    scene = scene_of(reach_penalty(status))
    scene.blocks(scene.params.appeal_blocks)
    if status == PenaltyStatus.PENDING:
        assert PenaltyStatus.EXECUTED == scene.call("penalty", 1).status
        return
    scene.blocks(scene.params.case_blocks_max)
    assert PenaltyStatus.LIFTED == scene.call("penalty", 1).status
    assert 0 == scene.call("penalty", 1).taken_wei


@pytest.mark.parametrize(
    ("status", "end"),
    [
        (ChallengeStatus.DRAWN, ChallengeStatus.MISSED),
        (ChallengeStatus.ANSWERED, ChallengeStatus.PASSED),
    ],
)
def test_silence_ends_every_challenge(status: ChallengeStatus, end: ChallengeStatus) -> None:
    """No answer is a miss; an answer that no verifier judges stands."""
    tried = reach_challenge(status)
    scene_of(tried).blocks(4)
    assert end == scene_of(tried).call("challenge", tried.number).status
    assert 0 == scene_of(tried).call("open_challenge", 1)
