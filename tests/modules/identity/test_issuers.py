"""Issuers: proposed by vote, bonded by themselves, bound to terms, removed for cause."""

from chain.kit.module import Unauthorized
from chain.kit.state_machine import RoleForbids, StateForbids
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Bps, Hash32, Wei
from modules.identity.events import (
    IssuerKeyRotated,
    IssuerMoved,
    IssuerProposed,
    IssuerSlashed,
    SchemasSet,
)
from modules.identity.module import Identity
from modules.identity.records import SCHEMAS_MAX, IssuerState
from modules.identity.refusals import (
    BondTooSmall,
    FreezeTooSoon,
    KeyTaken,
    OfficerConcerned,
    SchemasInvalid,
    SlashInvalid,
    UriInvalid,
)
from tests.modules.identity.scene import (
    ASSESSOR,
    CASE,
    ISSUER_BOND_WEI,
    KYC,
    OFFICER,
    POOL,
    RESIDENCE,
    RIVAL,
    SKILL,
    STRANGER,
    Scene,
    signer,
)
from tests.modules.stage import account

S = IssuerState
OTHER_CASE = Hash32(b"\xcb" * 32)


def held_wei(scene: Scene) -> int:
    """Return what the module holds."""
    return scene.stage.host.balance_wei(Identity.address)


def test_only_a_vote_makes_an_issuer() -> None:
    """A key with schemas is proposed by governance alone, and bonds itself."""
    scene = Scene()
    with scene.stage.refuses(Unauthorized):
        scene.call("propose_issuer", account(ASSESSOR), (KYC,), "", sender=ASSESSOR)
    number = scene.propose(account(ASSESSOR), KYC)
    assert scene.stage.logged(IssuerProposed(number, account(ASSESSOR), "ipfs://rules"))
    assert scene.stage.logged(SchemasSet(number, (KYC,)))
    assert (number, (KYC,)) == (
        scene.call("issuer_of", account(ASSESSOR)),
        scene.call("issuer", number).schemas,
    )
    with scene.stage.refuses(RoleForbids):
        scene.call("bond_issuer", number, sender=STRANGER, value_wei=ISSUER_BOND_WEI)
    with scene.stage.refuses(BondTooSmall):
        scene.call("bond_issuer", number, sender=ASSESSOR, value_wei=ISSUER_BOND_WEI - 1)
    scene.call("bond_issuer", number, sender=ASSESSOR, value_wei=ISSUER_BOND_WEI)
    assert scene.stage.logged(IssuerMoved(number, S.BONDED, Wei(ISSUER_BOND_WEI), ZERO_HASH))
    assert ISSUER_BOND_WEI == held_wei(scene)


def test_unsound_proposals_are_refused() -> None:
    """No key twice, not the officer's, not zero; schemas each once; a short link."""
    scene = Scene()
    number = scene.issuer()
    scene.rotated_issuer(number, 100)
    for key in (account(ASSESSOR), signer(100), ZERO_ADDRESS):
        with scene.stage.refuses(KeyTaken):
            scene.propose(key)
    with scene.stage.refuses(OfficerConcerned):
        scene.propose(account(OFFICER))
    many = tuple(Hash32(bytes([n]) * 32) for n in range(1, SCHEMAS_MAX + 2))
    for schemas in ((KYC, KYC), (ZERO_HASH,), many):
        with scene.stage.refuses(SchemasInvalid):
            scene.propose(account(RIVAL), *schemas)
    with scene.stage.refuses(UriInvalid):
        scene.govern("propose_issuer", account(RIVAL), (), "u" * 257)


def test_an_offer_that_nobody_takes_ends() -> None:
    """Without its bond in time a proposed issuer is none."""
    scene = Scene()
    number = scene.propose(account(ASSESSOR))
    scene.blocks(6)
    assert S.REMOVED == scene.issuer_state(number)
    with scene.stage.refuses(StateForbids):
        scene.call("bond_issuer", number, sender=ASSESSOR, value_wei=ISSUER_BOND_WEI)


def test_a_term_that_is_not_renewed_lapses() -> None:
    """A lapsed issuer's credentials count no more until it renews, with what is asked then."""
    scene = Scene()
    number, subject = scene.issuer(), scene.subject()
    credential, policy = scene.issue(subject), scene.policy(all_of=(KYC,))
    scene.blocks(29)
    assert S.BONDED == scene.issuer_state(number)
    assert () == scene.reasons(policy)
    scene.blocks()
    assert S.LAPSED == scene.issuer_state(number)
    assert ("CREDENTIAL_MISSING",) == scene.reasons(policy)
    scene.tune(issuer_bond_wei=Wei(ISSUER_BOND_WEI + 5))
    with scene.stage.refuses(BondTooSmall):
        scene.call("renew_issuer", number, sender=ASSESSOR, value_wei=4)
    scene.call("renew_issuer", number, sender=ASSESSOR, value_wei=5)
    assert () == scene.reasons(policy)
    assert scene.call("credential", credential).is_good
    assert ISSUER_BOND_WEI + 5 == scene.call("issuer", number).issuer.bond_wei


def test_renewing_early_begins_a_whole_term() -> None:
    """The older deadline finds nothing to do."""
    scene = Scene()
    number = scene.issuer()
    scene.blocks(20)
    scene.call("renew_issuer", number, sender=ASSESSOR)
    scene.blocks(29)
    assert S.BONDED == scene.issuer_state(number)
    scene.blocks()
    assert S.LAPSED == scene.issuer_state(number)


def test_a_resigned_issuers_bond_waits_and_can_be_slashed() -> None:
    """Its credentials count until the bond is back, not a block longer."""
    scene = Scene()
    number, subject = scene.issuer(), scene.subject()
    scene.issue(subject)
    policy = scene.policy(all_of=(KYC,))
    before_wei = scene.stage.balance_wei(ASSESSOR)
    scene.call("resign_issuer", number, sender=ASSESSOR)
    scene.blocks(6)
    assert (S.RESIGNING, ()) == (scene.issuer_state(number), scene.reasons(policy))
    scene.blocks()
    assert (S.RESIGNED, ("CREDENTIAL_MISSING",)) == (
        scene.issuer_state(number),
        scene.reasons(policy),
    )
    assert before_wei + ISSUER_BOND_WEI == scene.stage.balance_wei(ASSESSOR)
    with scene.stage.refuses(StateForbids):
        scene.govern("remove_issuer", number, Bps(10_000), CASE)


def test_a_removal_slashes_a_share_to_the_treasury() -> None:
    """What is slashed goes to the pool, the rest to the issuer, and all its credentials fall."""
    scene = Scene()
    number, subject = scene.issuer(), scene.subject()
    scene.issue(subject)
    scene.call("resign_issuer", number, sender=ASSESSOR)
    before_wei = scene.stage.balance_wei(ASSESSOR)
    with scene.stage.refuses(SlashInvalid):
        scene.govern("remove_issuer", number, Bps(10_001), CASE)
    scene.govern("remove_issuer", number, Bps(3_333), CASE)
    slashed_wei = ISSUER_BOND_WEI * 3_333 // 10_000
    assert scene.stage.logged(IssuerSlashed(number, Wei(slashed_wei)))
    assert slashed_wei == scene.stage.host.balance_wei(POOL)
    assert before_wei + ISSUER_BOND_WEI - slashed_wei == scene.stage.balance_wei(ASSESSOR)
    assert scene.stage.logged(IssuerMoved(number, S.REMOVED, Wei(0), CASE))
    assert not scene.call("credential", 1).is_good
    scene.blocks(40)
    assert S.REMOVED == scene.issuer_state(number)


def test_a_frozen_issuers_credentials_rest() -> None:
    """The officer freezes an issuer as it does a subject: for a time, with a case, no coins."""
    scene = Scene()
    number, subject = scene.issuer(), scene.subject()
    scene.issue(subject)
    policy, held = scene.policy(all_of=(KYC,)), held_wei(scene)
    with scene.stage.refuses(RoleForbids):
        scene.call("freeze_issuer", number, CASE, 5, sender=STRANGER)
    scene.call("freeze_issuer", number, CASE, 5, sender=OFFICER)
    assert ("CREDENTIAL_MISSING",) == scene.reasons(policy)
    with scene.stage.refuses(StateForbids):
        scene.call("resign_issuer", number, sender=ASSESSOR)
    scene.blocks(5)
    assert (S.BONDED, ()) == (scene.issuer_state(number), scene.reasons(policy))
    with scene.stage.refuses(FreezeTooSoon):
        scene.call("freeze_issuer", number, OTHER_CASE, 5, sender=OFFICER)
    scene.blocks(4)
    scene.call("freeze_issuer", number, OTHER_CASE, 5, sender=OFFICER)
    scene.call("lift_issuer_freeze", number, sender=OFFICER)
    assert (S.BONDED, held) == (scene.issuer_state(number), held_wei(scene))


def test_a_term_that_ends_in_a_freeze_lapses_after_it() -> None:
    """A freeze stops no clock but the one that would end it."""
    scene = Scene()
    number = scene.issuer()
    scene.blocks(28)
    scene.call("freeze_issuer", number, CASE, 5, sender=OFFICER)
    scene.blocks(4)
    assert S.FROZEN == scene.issuer_state(number)
    scene.blocks()
    assert S.LAPSED == scene.issuer_state(number)


def test_a_freeze_that_is_lifted_after_the_term_leads_to_lapsed() -> None:
    """Lifting a freeze gives an issuer no more than the freeze's end would."""
    scene = Scene()
    number = scene.issuer()
    scene.blocks(28)
    scene.call("freeze_issuer", number, CASE, 5, sender=OFFICER)
    scene.blocks(3)
    scene.call("lift_issuer_freeze", number, sender=OFFICER)
    assert S.LAPSED == scene.issuer_state(number)


def test_what_is_left_of_a_term_goes_on_after_a_freeze() -> None:
    """The term ends when it would have ended."""
    scene = Scene()
    number = scene.issuer()
    scene.call("freeze_issuer", number, CASE, 5, sender=OFFICER)
    scene.blocks(29)
    assert S.BONDED == scene.issuer_state(number)
    scene.blocks()
    assert S.LAPSED == scene.issuer_state(number)


def test_an_issuing_officer_freezes_nobody() -> None:
    """I4: an officer that is an issuer, or was one, cannot freeze its rivals."""
    scene = Scene()
    number = scene.issuer()
    scene.issuer(RIVAL)
    scene.tune(officer=account(RIVAL))
    with scene.stage.refuses(OfficerConcerned):
        scene.call("freeze_issuer", number, CASE, 5, sender=RIVAL)


def test_a_rotated_key_speaks_and_the_old_one_is_spent() -> None:
    """Credentials stand; the old key can neither issue nor come back."""
    scene = Scene()
    number, subject = scene.issuer(), scene.subject()
    scene.issue(subject)
    scene.rotated_issuer(number, 100)
    assert scene.stage.logged(IssuerKeyRotated(number, account(ASSESSOR), signer(100)))
    with scene.stage.refuses(RoleForbids):
        scene.issue(subject, SKILL)
    assert scene.call("credential", 1).is_good
    new = int.from_bytes(signer(100), "big")
    assert 2 == scene.issue(subject, SKILL, sender=new)
    with scene.stage.refuses(KeyTaken):
        scene.rotated_issuer(number, 100, sender=new)


def test_rights_are_by_schema_and_taken_by_vote() -> None:
    """Without the right an issuer's credentials of the schema count no more, the others do."""
    scene = Scene()
    number, subject = scene.issuer(), scene.subject()
    kyc, residence = scene.issue(subject, KYC), scene.issue(subject, RESIDENCE)
    scene.govern("set_schemas", number, (RESIDENCE,))
    found = [scene.call("credential", n).is_good for n in (kyc, residence)]
    assert [False, True] == found
    with scene.stage.refuses(Unauthorized):
        scene.call("set_schemas", number, (KYC,), sender=ASSESSOR)
