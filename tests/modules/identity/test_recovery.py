"""Recovery with delay and veto, and freezes that nobody can turn into a taking."""

from typing import Any

import pytest

from chain.kit.module import Unauthorized
from chain.kit.record import Scope, rules_of
from chain.kit.state_machine import RoleForbids, StateForbids
from chain.kit.typed_data import SignatureWrong
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Hash32
from modules.identity.events import (
    GuardiansCancelled,
    GuardiansSet,
    KeyRotated,
    RecoveryApproved,
    RecoveryFailed,
    RecoveryStarted,
    RecoveryVetoed,
    SubjectFrozen,
    SubjectUnfrozen,
)
from modules.identity.module import Identity
from modules.identity.params import IdentityParams
from modules.identity.records import GUARDIANS_MAX, DisclosureScope, SubjectState
from modules.identity.refusals import (
    CaseInvalid,
    FreezeInvalid,
    FreezeTooSoon,
    GuardiansInvalid,
    NothingPending,
    OfficerConcerned,
    TriesSpent,
)
from modules.identity.signatures import Link, Rescue, Rotation
from tests.modules.identity.scene import (
    AUDITOR,
    CASE,
    FIRST,
    KYC,
    LATER_S,
    OFFICER,
    OTHER,
    OWNER,
    RIVAL,
    SECOND,
    STRANGER,
    THIRD,
    Scene,
    signer,
)
from tests.modules.stage import account

THREE = tuple(account(who) for who in (FIRST, SECOND, THIRD))
OTHER_CASE = Hash32(b"\xcb" * 32)
ACTIVE, RECOVERING, FROZEN = SubjectState.ACTIVE, SubjectState.RECOVERING, SubjectState.FROZEN


def test_guardians_are_sound_or_refused() -> None:
    """Different accounts, none zero, none the officer, and a threshold that they can reach."""
    scene = Scene()
    number = scene.subject()
    many = tuple(account(who) for who in range(50, 51 + GUARDIANS_MAX))
    wrong: list[tuple[Any, int]] = [
        (THREE, 0),
        (THREE, 4),
        ((), 1),
        ((*THREE, THREE[0]), 2),
        ((ZERO_ADDRESS,), 1),
        ((account(OFFICER),), 1),
        (many, 1),
    ]
    for members, threshold in wrong:
        with scene.stage.refuses(GuardiansInvalid):
            scene.call("set_guardians", number, members, threshold)
    scene.call("set_guardians", number, many[1:], GUARDIANS_MAX)
    assert many[1:] == scene.call("subject", number).guardians.members


def test_a_recovery_needs_enough_guardians_and_its_delay() -> None:
    """Two of three agree, the delay passes without a veto, and the new key speaks."""
    scene = Scene()
    number = scene.guarded()
    with scene.stage.refuses(RoleForbids):
        scene.approve(number, STRANGER)
    with scene.stage.refuses(RoleForbids):
        scene.approve(number, OWNER)
    scene.approve(number, FIRST)
    assert scene.stage.logged(RecoveryApproved(number, account(FIRST), signer(100)))
    scene.approve(number, FIRST)  # the same guardian twice is one guardian
    assert ACTIVE == scene.state(number)
    scene.approve(number, THIRD)
    ends_at = scene.height_after(6)
    assert scene.stage.logged(RecoveryStarted(number, signer(100), ends_at))
    assert RECOVERING == scene.state(number)
    assert signer(100) == scene.call("approval", number, account(THIRD)).key
    scene.go_to(ends_at - 1)
    assert RECOVERING == scene.state(number)
    scene.blocks()
    assert ACTIVE == scene.state(number)
    assert scene.stage.logged(KeyRotated(number, account(OWNER), signer(100)))
    assert (signer(100),) == scene.call("subject", number).accounts
    with scene.stage.refuses(RoleForbids):
        scene.call("deactivate", number)


def test_what_is_counted_back_from_now_follows_a_vote_and_says_so() -> None:
    """Approvals, vetoes and the gap after a freeze have no end of their own: a vote moves it."""
    scene = Scene()
    number = scene.guarded()
    scene.approve(number, FIRST)
    scene.blocks(3)
    scene.tune(approval_blocks=2)
    scene.approve(number, SECOND)
    assert ACTIVE == scene.state(number)
    for name in ("approval_blocks", "recovery_tries_blocks", "freeze_gap_blocks"):
        assert Scope.NOW == rules_of(IdentityParams)[name].scope


def test_the_owner_vetoes_and_all_approvals_are_void() -> None:
    """While the delay runs the owner can say that it is still there."""
    scene = Scene()
    number = scene.recovering()
    with scene.stage.refuses(RoleForbids):
        scene.call("veto_recovery", number, sender=FIRST)
    scene.call("veto_recovery", number)
    assert scene.stage.logged(RecoveryVetoed(number, 1))
    scene.blocks(10)
    assert account(OWNER) == scene.call("subject", number).controller
    scene.approve(number, FIRST)
    assert ACTIVE == scene.state(number)  # the second one's word was of the round before
    with scene.stage.refuses(StateForbids):
        scene.call("veto_recovery", number)


def test_tries_are_bounded() -> None:
    """Guardians whom the owner vetoed twice wait until the vetoes are old."""
    scene = Scene()
    number = scene.recovering()
    first_veto_at = scene.stage.height
    scene.call("veto_recovery", number)
    scene.approve(number, FIRST)
    scene.approve(number, SECOND)
    scene.call("veto_recovery", number)
    scene.approve(number, FIRST)
    with scene.stage.refuses(TriesSpent):
        scene.approve(number, SECOND)
    scene.go_to(first_veto_at + 40)
    scene.approve(number, FIRST)
    scene.approve(number, SECOND)
    assert RECOVERING == scene.state(number)
    scene.call("veto_recovery", number)
    assert 1 == scene.call("subject", number).recovery.tries


def test_one_guardian_stands_in_nobodys_way() -> None:
    """A guardian who names another key blocks nothing, and an old word counts no more."""
    scene = Scene()
    number = scene.guarded()
    scene.approve(number, THIRD, 101)
    scene.approve(number, FIRST, 100)
    scene.blocks(8)
    scene.approve(number, SECOND, 100)
    assert ACTIVE == scene.state(number)  # the first one's word is too old
    scene.approve(number, FIRST, 100)
    assert RECOVERING == scene.state(number)


def test_the_new_key_must_want_it() -> None:
    """A recovery to a key that signed nothing, or for another subject, is refused."""
    scene = Scene()
    number = scene.guarded()
    other = scene.subject(OTHER)
    for word in (scene.consent(Rescue, other, 100), scene.consent(Rotation, number, 100)):
        with scene.stage.refuses(SignatureWrong):
            scene.call("approve_recovery", number, signer(100), word, sender=FIRST)


def test_other_guardians_count_after_a_delay_that_outlasts_a_recovery() -> None:
    """Whoever stole the key cannot replace the guardians before they act."""
    scene = Scene()
    number = scene.guarded()
    scene.call("set_guardians", number, (account(STRANGER),), 1)
    effective_at = scene.height_after(10)
    assert scene.stage.logged(GuardiansSet(number, 1, (account(STRANGER),), effective_at))
    with scene.stage.refuses(RoleForbids):
        scene.approve(number, STRANGER)
    scene.approve(number, FIRST)
    scene.approve(number, SECOND)
    scene.blocks(6)
    assert signer(100) == scene.call("subject", number).controller
    assert scene.stage.logged(GuardiansCancelled(number))
    scene.blocks(10)
    assert THREE == scene.call("subject", number).guardians.members


def test_guardians_change_when_their_time_has_come() -> None:
    """A set that waited counts from its height on; until then it can be dropped."""
    scene = Scene()
    number = scene.guarded()
    with scene.stage.refuses(NothingPending):
        scene.call("cancel_guardians", number)
    scene.call("set_guardians", number, (account(STRANGER),), 1)
    scene.call("cancel_guardians", number)
    scene.blocks(10)
    assert THREE == scene.call("subject", number).guardians.members
    scene.call("set_guardians", number, (account(STRANGER),), 1)
    scene.blocks(10)
    with scene.stage.refuses(NothingPending):
        scene.call("cancel_guardians", number)
    with scene.stage.refuses(RoleForbids):
        scene.approve(number, FIRST)
    scene.approve(number, STRANGER)
    assert RECOVERING == scene.state(number)


def test_removing_all_guardians_waits_too() -> None:
    """To have none is a change like any other; from none on, the first set counts at once."""
    scene = Scene()
    number = scene.guarded()
    scene.call("set_guardians", number, (), 0)
    assert THREE == scene.call("subject", number).guardians.members
    scene.blocks(10)
    assert () == scene.call("subject", number).guardians.members
    scene.call("set_guardians", number, THREE, 3)
    assert THREE == scene.call("subject", number).guardians.members


def test_a_key_that_found_another_subject_recovers_nothing() -> None:
    """The key may register elsewhere meanwhile; then the subject stays as it was."""
    scene = Scene()
    number = scene.recovering()
    scene.call("register", sender=int.from_bytes(signer(100), "big"), value_wei=11 * 10**17)
    scene.blocks(6)
    assert scene.stage.logged(RecoveryFailed(number, signer(100)))
    assert (ACTIVE, account(OWNER)) == (
        scene.state(number),
        scene.call("subject", number).controller,
    )


def test_a_pause_takes_no_time_from_the_owner() -> None:
    """While the module stood still nobody could veto: the whole delay is there again."""
    scene = Scene()
    number = scene.recovering()
    identity = scene.identity
    identity.set_paused(True)
    for _ in range(20):
        scene.stage.assembly.end_block(scene.stage.host)
        scene.stage._begin(1)
    scene.identity.set_paused(False)
    resumed_at = scene.stage.height
    scene.go_to(resumed_at + 5)
    assert RECOVERING == scene.state(number)
    scene.call("veto_recovery", number)


def test_a_freeze_names_its_case_and_ends_by_itself() -> None:
    """The officer freezes for a limited time, each case once, and not again right after."""
    scene = Scene()
    number = scene.guarded()
    with scene.stage.refuses(RoleForbids):
        scene.call("freeze", number, CASE, 5, sender=STRANGER)
    with scene.stage.refuses(CaseInvalid):
        scene.call("freeze", number, ZERO_HASH, 5, sender=OFFICER)
    for blocks in (0, 6):
        with scene.stage.refuses(FreezeInvalid):
            scene.call("freeze", number, CASE, blocks, sender=OFFICER)
    scene.call("freeze", number, CASE, 5, sender=OFFICER)
    until = scene.height_after(5)
    assert scene.stage.logged(SubjectFrozen(number, CASE, until))
    scene.go_to(until)
    assert ACTIVE == scene.state(number)
    assert scene.stage.logged(SubjectUnfrozen(number, CASE))
    with scene.stage.refuses(CaseInvalid):
        scene.call("freeze", number, CASE, 5, sender=OFFICER)
    with scene.stage.refuses(FreezeTooSoon):
        scene.call("freeze", number, OTHER_CASE, 5, sender=OFFICER)
    scene.blocks(4)
    scene.call("freeze", number, OTHER_CASE, 1, sender=OFFICER)
    scene.blocks()
    assert ACTIVE == scene.state(number)


def test_one_case_may_concern_several() -> None:
    """The same case freezes another subject and an issuer too, each of them once."""
    scene = Scene()
    scene.frozen()
    other, issuer = scene.subject(OTHER), scene.issuer()
    scene.call("freeze", other, CASE, 1, sender=OFFICER)
    scene.call("freeze_issuer", issuer, CASE, 1, sender=OFFICER)
    scene.blocks(5)
    for name, number in (("freeze", other), ("freeze_issuer", issuer)):
        with scene.stage.refuses(CaseInvalid):
            scene.call(name, number, CASE, 1, sender=OFFICER)


def test_a_pause_extends_no_freeze() -> None:
    """What ends by itself does so at its height, or right after a pause that outlasted it."""
    scene = Scene()
    number = scene.frozen()
    scene.identity.set_paused(True)
    for _ in range(7):
        scene.stage.assembly.end_block(scene.stage.host)
        scene.stage._begin(1)
    scene.identity.set_paused(False)
    assert FROZEN == scene.state(number)
    scene.blocks()
    assert ACTIVE == scene.state(number)


def test_a_guardian_that_became_the_officer_counts_no_more() -> None:
    """I4: its word of before helps nobody to the threshold."""
    scene = Scene()
    number = scene.guarded()
    scene.approve(number, FIRST)
    scene.tune(officer=account(FIRST))
    scene.approve(number, SECOND)
    assert ACTIVE == scene.state(number)
    scene.approve(number, THIRD)
    assert RECOVERING == scene.state(number)


def test_the_officer_lifts_early() -> None:
    """A lifted freeze is over, and its old deadline finds nothing."""
    scene = Scene()
    number = scene.frozen()
    scene.call("lift_freeze", number, sender=OFFICER)
    assert ACTIVE == scene.state(number)
    scene.blocks(4)
    scene.call("freeze", number, OTHER_CASE, 5, sender=OFFICER)
    scene.blocks(4)
    assert FROZEN == scene.state(number)
    scene.blocks()
    assert ACTIVE == scene.state(number)


def test_only_a_vote_extends_a_freeze() -> None:
    """Governance may let a freeze last, within its bound, or end it; nobody else can."""
    scene = Scene()
    number = scene.frozen()
    with scene.stage.refuses(Unauthorized):
        scene.call("govern_freeze", number, 9, sender=OFFICER)
    with scene.stage.refuses(FreezeInvalid):
        scene.govern("govern_freeze", number, 21)
    scene.govern("govern_freeze", number, 20)
    scene.blocks(19)
    assert FROZEN == scene.state(number)
    scene.govern("govern_freeze", number, 3)
    scene.blocks(2)
    scene.govern("govern_freeze", number, 0)
    assert ACTIVE == scene.state(number)
    with scene.stage.refuses(StateForbids):
        scene.govern("govern_freeze", number, 1)


def test_whoever_freezes_cannot_take() -> None:
    """I4: the officer is neither guardian, nor heir, nor issuer, even where it became it later."""
    scene = Scene(officer=account(STRANGER))
    number = scene.guarded()
    scene.issuer(RIVAL)
    for who in (FIRST, RIVAL):  # a guardian, an issuer
        scene.tune(officer=account(who))
        with scene.stage.refuses(OfficerConcerned):
            scene.call("freeze", number, CASE, 5, sender=who)
    scene.tune(officer=account(FIRST))
    with scene.stage.refuses(OfficerConcerned):
        scene.approve(number, FIRST)
    scene.tune(officer=signer(100))
    with scene.stage.refuses(OfficerConcerned):
        scene.approve(number, THIRD, 100)
    scene.approve(number, FIRST, 101)
    scene.approve(number, SECOND, 101)
    scene.tune(officer=signer(101))
    scene.blocks(6)
    assert scene.stage.logged(RecoveryFailed(number, signer(101)))


def freeze_attempts(
    scene: Scene, number: int, credential: int
) -> list[tuple[str, tuple[Any, ...]]]:
    """Return every call that anybody might try on a frozen subject."""
    identity = scene.identity
    word = scene.consent(Rescue, number, 100)
    return [
        ("deactivate", (number,)),
        ("unlink_account", (number, account(OWNER))),
        ("link_account", (number, signer(100), scene.consent(Link, number, 100))),
        ("rotate_key", (number, signer(100), scene.consent(Rotation, number, 100))),
        ("approve_recovery", (number, signer(100), word)),
        ("veto_recovery", (number,)),
        ("set_guardians", (number, (), 0)),
        ("cancel_guardians", (number,)),
        ("change_attribute", (number, KYC, CASE)),
        ("grant_disclosure", (number, account(AUDITOR), DisclosureScope(schema=KYC), LATER_S)),
        ("revoke", (credential,)),
        ("erase", (credential,)),
        ("erase_payload", (number, identity.claims[credential].commitment)),
        ("freeze", (number, OTHER_CASE, 5)),
    ]


@pytest.mark.parametrize("who", [OWNER, OFFICER, FIRST, STRANGER])
def test_no_path_moves_anything_of_a_frozen_subject(who: int) -> None:
    """I4: while a subject is frozen no call of anybody changes what it is, has or holds."""
    scene = Scene()
    number = scene.guarded()
    scene.issuer()
    credential = scene.issue(number)
    scene.call("freeze", number, CASE, 5, sender=OFFICER)
    before = (dict(scene.stage.host.words), dict(scene.stage.host.balances_wei))
    for name, values in freeze_attempts(scene, number, credential):
        with pytest.raises(Exception) as refused:
            scene.call(name, *values, sender=who)
        assert "Forbids" in type(refused.value).__name__ or "NotIts" in type(refused.value).__name__
        assert before == (scene.stage.host.words, scene.stage.host.balances_wei)


def test_a_freeze_gives_every_wei_back_when_it_is_over() -> None:
    """What was frozen is the owner's afterwards, to the wei."""
    scene = Scene()
    number = scene.frozen()
    held_wei = scene.stage.host.balance_wei(Identity.address)
    before_wei = scene.stage.balance_wei(OWNER)
    scene.blocks(5)
    scene.call("deactivate", number)
    assert before_wei + held_wei == scene.stage.balance_wei(OWNER)


def test_defaults_let_a_recovery_outrun_a_thief() -> None:
    """The parameters cannot be set so that guardians change faster than they recover."""
    params = Scene().params
    assert params.recovery_delay_blocks < params.guardian_delay_blocks
    objection = type(params)(recovery_delay_blocks=9, guardian_delay_blocks=9).objection()
    assert objection == "recovery_delay_blocks is not below guardian_delay_blocks"
