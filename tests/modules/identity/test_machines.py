"""
Every (state, call, role) of identity's machines, and silence from every state.

Whoever stops answering, whichever state things are in, freezes no coins beyond named waits.
"""

from collections.abc import Callable
from typing import Any

import pytest

from chain.kit.module import Unauthorized
from chain.kit.state_machine import RoleForbids, StateForbids
from chain.types.primitives import Bps, Hash32, Seconds, Wei
from modules.identity.machines import (
    ACCOUNT,
    AUDITOR,
    CONTROLLER,
    CREDENTIAL,
    GOVERNANCE,
    GRANT,
    GUARDIAN,
    ISSUER,
    ISSUER_MACHINE,
    OFFICER,
    SUBJECT,
)
from modules.identity.module import Identity
from modules.identity.records import (
    CredentialState,
    DisclosureScope,
    GrantState,
    IssuerState,
    SignedClaim,
    SubjectState,
)
from modules.identity.signatures import IssuerRotation, Link, Rescue, Rotation
from tests.modules import triples
from tests.modules.identity import scene as town
from tests.modules.identity.scene import (
    CASE,
    COST_WEI,
    FIRST,
    ISSUER_BOND_WEI,
    KYC,
    LATER_S,
    SECOND,
    Scene,
    key_of,
    salted,
    signed,
    signer,
)
from tests.modules.stage import account
from tests.modules.triples import STRANGER, Tried, Walk

LINKED = int.from_bytes(signer(101), "big")  # an account of the subject that is not its key
SIGNING = int.from_bytes(signer(110), "big")  # the issuer's key
NEW_CASE = Hash32(b"\xcc" * 32)
GOVERNED = ("govern_freeze", "propose_issuer", "set_schemas", "remove_issuer")


def scene_of(tried: Any) -> Scene:
    """Return the scene behind a triple."""
    found: Scene = tried.scene
    return found


class Asked(Walk):
    """A walk in which some calls are votes': the kit refuses them to all but governance."""

    def check(self, state: Any, call: str, role: str) -> None:
        """Make the call and compare with the table."""
        if call not in GOVERNED or role == GOVERNANCE:
            super().check(state, call, role)
            return
        scene = self.reach[state]()
        with scene.stage.refuses(Unauthorized):
            self.calls[call](scene, self.actors[role])
        assert self.state_of(scene) == state


def reach_subject(state: SubjectState, scene: Scene | None = None) -> Tried:
    """Bring subject 1 into a state; it has guardians, a linked account, a set that waits."""
    scene = scene or Scene()
    if state == SubjectState.NOTHING:
        return Tried(scene)
    number = scene.guarded()
    scene.link(number, 101)
    scene.call("set_guardians", number, (account(FIRST), account(SECOND)), 1)
    if state == SubjectState.FROZEN:
        scene.call("freeze", number, CASE, 5, sender=town.OFFICER)
    if state == SubjectState.RECOVERING:
        scene.approve(number, FIRST)
        scene.approve(number, SECOND)
    if state == SubjectState.DEACTIVATED:
        scene.call("deactivate", number)
    return Tried(scene, number)


def plain(name: str, *values: Any, value_wei: int = 0) -> Callable[[triples.Scene, int], Any]:
    """Return how a call with a thing's number and these values is made."""
    return lambda tried, sender: scene_of(tried).call(
        name, tried.number, *values, sender=sender, value_wei=value_wei
    )


def consenting(name: str, kind: Any, who: int = 102) -> Callable[[triples.Scene, int], Any]:
    """Return how a call is made that a new key signs."""

    def make(tried: triples.Scene, sender: int) -> None:
        scene = scene_of(tried)
        word = scene.consent(kind, tried.number, who)
        scene.call(name, tried.number, signer(who), word, sender=sender)

    return make


def call_register(tried: triples.Scene, sender: int) -> None:
    """Register as whoever calls; a number that exists is never registered again."""
    scene = scene_of(tried)
    if scene.state(tried.number) != SubjectState.NOTHING:
        raise StateForbids("subject", "", "register")
    scene.call("register", sender=sender, value_wei=COST_WEI)


SUBJECT_WALK = Asked(
    SUBJECT,
    {state: lambda state=state: reach_subject(state) for state in SubjectState},
    {
        "register": call_register,
        "link_account": consenting("link_account", Link),
        "unlink_account": plain("unlink_account", signer(101)),
        "rotate_key": consenting("rotate_key", Rotation),
        "change_attribute": plain("change_attribute", KYC, CASE),
        "set_guardians": plain("set_guardians", (), 0),
        "cancel_guardians": plain("cancel_guardians"),
        "approve_recovery": consenting("approve_recovery", Rescue),
        "veto_recovery": plain("veto_recovery"),
        "freeze": plain("freeze", NEW_CASE, 3),
        "lift_freeze": plain("lift_freeze"),
        "govern_freeze": plain("govern_freeze", 3),
        "deactivate": plain("deactivate"),
    },
    {
        CONTROLLER: town.OWNER,
        ACCOUNT: LINKED,
        GUARDIAN: FIRST,
        OFFICER: town.OFFICER,
        GOVERNANCE: town.GOVERNANCE,
        STRANGER: town.STRANGER,
    },
    lambda tried: scene_of(tried).state(tried.number),
)


@SUBJECT_WALK.params()
def test_every_subject_call_in_every_state(state: SubjectState, call: str, role: str) -> None:
    """Each call is allowed with its effect, or refused by its name."""
    SUBJECT_WALK.check(state, call, role)


def reach_issuer(state: IssuerState, scene: Scene | None = None) -> Tried:
    """Bring issuer 1 into a state."""
    scene = scene or Scene()
    if state == IssuerState.NOTHING:
        return Tried(scene)
    number = scene.propose(account(town.ASSESSOR))
    if state == IssuerState.PROPOSED:
        return Tried(scene, number)
    scene.call("bond_issuer", number, sender=town.ASSESSOR, value_wei=ISSUER_BOND_WEI)
    if state == IssuerState.LAPSED:
        scene.blocks(30)
    if state == IssuerState.FROZEN:
        scene.call("freeze_issuer", number, CASE, 5, sender=town.OFFICER)
    if state in (IssuerState.RESIGNING, IssuerState.RESIGNED):
        scene.call("resign_issuer", number, sender=town.ASSESSOR)
    if state == IssuerState.RESIGNED:
        scene.blocks(7)
    if state == IssuerState.REMOVED:
        scene.govern("remove_issuer", number, Bps(0), CASE)
    return Tried(scene, number)


def call_propose(tried: triples.Scene, sender: int) -> None:
    """Propose the issuer; a number that exists is never proposed again."""
    scene = scene_of(tried)
    if scene.issuer_state(tried.number) and sender == town.GOVERNANCE:
        raise StateForbids("issuer", "", "propose_issuer")
    scene.call("propose_issuer", account(town.ASSESSOR), (KYC,), "", sender=sender)


ISSUER_WALK = Asked(
    ISSUER_MACHINE,
    {state: lambda state=state: reach_issuer(state) for state in IssuerState},
    {
        "propose_issuer": call_propose,
        "bond_issuer": plain("bond_issuer", value_wei=ISSUER_BOND_WEI),
        "renew_issuer": plain("renew_issuer", value_wei=1),
        "freeze_issuer": plain("freeze_issuer", NEW_CASE, 3),
        "lift_issuer_freeze": plain("lift_issuer_freeze"),
        "rotate_issuer_key": consenting("rotate_issuer_key", IssuerRotation),
        "resign_issuer": plain("resign_issuer"),
        "set_schemas": plain("set_schemas", (KYC,)),
        "remove_issuer": plain("remove_issuer", Bps(5_000), NEW_CASE),
    },
    {
        ISSUER: town.ASSESSOR,
        OFFICER: town.OFFICER,
        GOVERNANCE: town.GOVERNANCE,
        STRANGER: town.STRANGER,
    },
    lambda tried: scene_of(tried).issuer_state(tried.number),
)


@ISSUER_WALK.params()
def test_every_issuer_call_in_every_state(state: IssuerState, call: str, role: str) -> None:
    """Each call on an issuer is allowed with its effect, or refused by its name."""
    ISSUER_WALK.check(state, call, role)


def reach_credential(state: CredentialState, scene: Scene | None = None) -> Tried:
    """Bring credential 1 into a state."""
    scene = scene or Scene()
    number = scene.subject()
    scene.link(number, 101)
    scene.signing_issuer(110)
    if state == CredentialState.NOTHING:
        return Tried(scene)
    now_s = scene.stage.time_s
    begins_s = Seconds(now_s + 50) if state == CredentialState.ISSUED else now_s
    ends_s = Seconds(now_s + (2 if state == CredentialState.EXPIRED else 100))
    scene.issue(number, sender=SIGNING, valid_from_s=begins_s, expiry_s=ends_s)
    if state == CredentialState.EXPIRED:
        scene.blocks(2)
    step = {S.SUSPENDED: "suspend", S.REVOKED: "revoke", S.ERASED: "erase"}.get(state)
    if step:
        scene.call(step, 1, sender=SIGNING)
    return Tried(scene)


S = CredentialState


def call_issue(tried: triples.Scene, sender: int) -> None:
    """Issue the credential; a number that exists is never issued again."""
    scene = scene_of(tried)
    if scene.credential_state(1) != S.NOTHING:
        raise StateForbids("credential", "", "issue")
    scene.call("issue", scene.claim(1), sender=sender)


def call_present(tried: triples.Scene, sender: int) -> None:
    """Bring what the issuer signed; a number that exists is never brought again."""
    scene = scene_of(tried)
    if scene.credential_state(1) != S.NOTHING:
        raise StateForbids("credential", "", "present")
    brought = SignedClaim(scene.claim(1), 1, LATER_S)
    scene.call("present", brought, signed(brought, key_of(110)), sender=sender)


CREDENTIAL_WALK = Walk(
    CREDENTIAL,
    {state: lambda state=state: reach_credential(state) for state in CredentialState},
    {
        "issue": call_issue,
        "present": call_present,
        "suspend": plain("suspend"),
        "resume": plain("resume"),
        "revoke": plain("revoke"),
        "erase": plain("erase"),
    },
    {ISSUER: SIGNING, ACCOUNT: LINKED, STRANGER: town.STRANGER},
    lambda tried: scene_of(tried).credential_state(1),
)


@CREDENTIAL_WALK.params()
def test_every_credential_call_in_every_state(state: CredentialState, call: str, role: str) -> None:
    """Each call on a credential is allowed with its effect, or refused by its name."""
    CREDENTIAL_WALK.check(state, call, role)


SCOPE = DisclosureScope(schema=KYC)


def reach_grant(state: GrantState, scene: Scene | None = None) -> Tried:
    """Bring disclosure 1 into a state."""
    scene = scene or Scene()
    scene.subject()
    if state == GrantState.NOTHING:
        return Tried(scene)
    until_s = Seconds(scene.stage.time_s + (2 if state == GrantState.EXPIRED else 100))
    scene.call("grant_disclosure", 1, account(town.AUDITOR), SCOPE, until_s)
    if state == GrantState.EXPIRED:
        scene.blocks(2)
    if state == GrantState.REVOKED:
        scene.call("revoke_disclosure", 1)
    return Tried(scene)


def call_grant(tried: triples.Scene, sender: int) -> None:
    """Grant the disclosure; a number that exists is never granted again."""
    scene = scene_of(tried)
    if scene.call("disclosure", 1).state != GrantState.NOTHING:
        raise StateForbids("disclosure", "", "grant_disclosure")
    values = (1, account(town.AUDITOR), SCOPE, LATER_S)
    scene.call("grant_disclosure", *values, sender=sender)


GRANT_WALK = Walk(
    GRANT,
    {state: lambda state=state: reach_grant(state) for state in GrantState},
    {
        "grant_disclosure": call_grant,
        "note_access": plain("note_access", salted("page")),
        "revoke_disclosure": plain("revoke_disclosure"),
    },
    {CONTROLLER: town.OWNER, AUDITOR: town.AUDITOR, STRANGER: town.STRANGER},
    lambda tried: scene_of(tried).call("disclosure", 1).state,
)


@GRANT_WALK.params()
def test_every_disclosure_call_in_every_state(state: GrantState, call: str, role: str) -> None:
    """Each call on a disclosure is allowed with its effect, or refused by its name."""
    GRANT_WALK.check(state, call, role)


LIVE_SUBJECTS = (SubjectState.ACTIVE, SubjectState.FROZEN, SubjectState.RECOVERING)


@pytest.mark.parametrize("state", LIVE_SUBJECTS, ids=lambda state: state.name)
def test_silence_frees_every_subject(state: SubjectState) -> None:
    """When all others fall silent whoever speaks for the subject gets its bond back."""
    tried = reach_subject(state)
    scene = scene_of(tried)
    assert state == scene.state(tried.number)
    scene.blocks(scene.params.freeze_blocks_max + scene.params.recovery_delay_blocks)
    assert SubjectState.ACTIVE == scene.state(tried.number)
    key = scene.call("subject", tried.number).controller
    scene.call("deactivate", tried.number, sender=int.from_bytes(key, "big"))
    assert 0 == scene.stage.host.balance_wei(Identity.address)


LIVE_ISSUERS = [s for s in IssuerState if s and not ISSUER_MACHINE.is_terminal(s)]


@pytest.mark.parametrize("state", LIVE_ISSUERS, ids=lambda state: state.name)
def test_silence_frees_every_issuer(state: IssuerState) -> None:
    """When all others fall silent the issuer alone gets its bond back within the named waits."""
    tried = reach_issuer(state)
    scene = scene_of(tried)
    assert state == scene.issuer_state(tried.number)
    scene.blocks(scene.params.issuer_offer_blocks + scene.params.issuer_unbonding_blocks)
    if scene.issuer_state(tried.number) in (IssuerState.BONDED, IssuerState.LAPSED):
        scene.call("resign_issuer", tried.number, sender=town.ASSESSOR)
        scene.blocks(scene.params.issuer_unbonding_blocks)
    assert ISSUER_MACHINE.is_terminal(scene.issuer_state(tried.number))
    assert 0 == scene.stage.host.balance_wei(Identity.address)
    assert Wei(0) == scene.call("issuer", tried.number).issuer.bond_wei


def test_roles_are_asked_after_states() -> None:
    """A stranger learns the state first: what does not exist forbids every call."""
    scene = Scene()
    with scene.stage.refuses(StateForbids):
        scene.call("deactivate", 9, sender=town.STRANGER)
    scene.subject()
    with scene.stage.refuses(RoleForbids):
        scene.call("deactivate", 1, sender=town.STRANGER)
