"""Credentials: whose word counts, when, and what an attribute's change takes away."""

from dataclasses import replace
from typing import Any

from eth_account import Account

from chain.kit.state_machine import RoleForbids, StateForbids
from chain.types.primitives import ZERO_HASH, Bps, Hash32, Seconds, Wei
from modules.identity.events import (
    ClaimCancelled,
    CredentialIssued,
    CredentialMoved,
    PayloadErased,
)
from modules.identity.module import Identity
from modules.identity.records import PER_SCHEMA_MAX, CredentialState, SignedClaim
from modules.identity.refusals import (
    AlreadyErased,
    ClaimInvalid,
    ClaimUsed,
    CredentialsFull,
    NotByAnIssuer,
    NotItsAccount,
    PermissionExpired,
    SchemaNotHis,
    VersionMismatch,
)
from tests.modules.identity.scene import (
    ASSESSOR,
    CASE,
    CHAIN_ID,
    ISSUER_BOND_WEI,
    JAPAN,
    KYC,
    LATER_S,
    OTHER,
    OWNER,
    RESIDENCE,
    RIVAL,
    SKILL,
    STRANGER,
    Scene,
    key_of,
    salted,
    signed,
    signer,
)

S = CredentialState


def ready(**changed: Any) -> Scene:
    """Return a scene with subject 1 and issuer 1."""
    scene = Scene(**changed)
    scene.subject()
    scene.issuer()
    return scene


def test_an_issuer_attests_what_it_may() -> None:
    """The record names issuer, subject, schema, commitment, jurisdiction, times and chain."""
    scene = ready()
    claim = scene.claim(1)
    number = scene.call("issue", claim, sender=ASSESSOR)
    times = (claim.valid_from_s, claim.expiry_s)
    assert scene.stage.logged(CredentialIssued(number, 1, 1, KYC, JAPAN, *times))
    found = scene.call("credential", number)
    assert (CHAIN_ID, 1, claim, True) == (
        found.chain_id,
        found.credential.issuer,
        found.credential.claim,
        found.is_good,
    )
    assert (number,) == scene.call("credentials_of", 1, 0, 10)
    assert 1 == scene.call("credential_total")
    with scene.stage.refuses(RoleForbids):
        scene.issue(1, sender=STRANGER)


def test_a_claim_that_cannot_be_is_refused() -> None:
    """Of another schema, about nobody, without content, of no country, too long, or over."""
    scene = ready()
    now_s = scene.stage.time_s
    with scene.stage.refuses(SchemaNotHis):
        scene.issue(1, Hash32(b"\x01" * 32))
    with scene.stage.refuses(VersionMismatch):
        scene.issue(1, version=1)
    wrong: list[tuple[str, dict[str, Any]]] = [
        ("commitment", {"commitment": ZERO_HASH}),
        ("jurisdiction", {"jurisdiction": 1_000}),
        ("valid_from_s", {"valid_from_s": Seconds(now_s + 100)}),
        ("expiry_s", {"expiry_s": now_s, "valid_from_s": Seconds(now_s - 1)}),
        ("expiry_s", {"expiry_s": Seconds(now_s + 1_001)}),
    ]
    for field, changes in wrong:
        with scene.stage.refuses(ClaimInvalid, field):
            scene.issue(1, **changes)
    with scene.stage.refuses(ClaimInvalid, "subject"):
        scene.issue(2)


def test_a_credential_counts_between_its_times() -> None:
    """I1: not before it begins, and in no block from its expiry on."""
    scene = ready()
    now_s = scene.stage.time_s
    number = scene.issue(1, valid_from_s=Seconds(now_s + 3), expiry_s=Seconds(now_s + 6))
    policy = scene.policy(all_of=(KYC,))
    seen = []
    for _ in range(7):
        seen.append((scene.credential_state(number), scene.reasons(policy) == ()))
        scene.blocks()
    assert [(S.ISSUED, False)] * 3 + [(S.ACTIVE, True)] * 3 + [(S.EXPIRED, False)] == seen
    for name in ("suspend", "revoke"):
        with scene.stage.refuses(StateForbids):
            scene.call(name, number, sender=ASSESSOR)


def test_a_revoked_credential_is_over_at_once() -> None:
    """celo-org/celo#5986: revoked and still "verified" was a bug; here it is no state."""
    scene = ready()
    number, policy = scene.issue(1), scene.policy(all_of=(KYC,))
    assert () == scene.reasons(policy)
    scene.call("revoke", number, sender=ASSESSOR)
    assert scene.stage.logged(CredentialMoved(number, S.REVOKED))
    assert ("CREDENTIAL_MISSING",) == scene.reasons(policy)
    assert () == scene.call("credentials_of", 1, 0, 10)
    with scene.stage.refuses(StateForbids):
        scene.call("resume", number, sender=ASSESSOR)


def test_a_suspended_credential_comes_back() -> None:
    """Its issuer suspends and resumes; nobody else does, and no issuer that may not attest."""
    scene = ready()
    number, policy = scene.issue(1), scene.policy(all_of=(KYC,))
    with scene.stage.refuses(RoleForbids):
        scene.call("suspend", number, sender=OWNER)
    scene.call("suspend", number, sender=ASSESSOR)
    assert ("CREDENTIAL_MISSING",) == scene.reasons(policy)
    scene.blocks(30)
    with scene.stage.refuses(NotByAnIssuer):
        scene.call("resume", number, sender=ASSESSOR)
    scene.call("renew_issuer", 1, sender=ASSESSOR)
    scene.call("resume", number, sender=ASSESSOR)
    assert () == scene.reasons(policy)


def test_what_is_not_good_yet_waits_through_everything() -> None:
    """A credential that begins later may be brought, suspended and resumed before."""
    scene = ready()
    scene.signing_issuer(110)
    later_s = Seconds(scene.stage.time_s + 5)
    number = scene.present(scene.claim(1, valid_from_s=later_s))
    issuer = int.from_bytes(signer(110), "big")
    scene.call("suspend", number, sender=issuer)
    scene.call("resume", number, sender=issuer)
    assert S.ISSUED == scene.credential_state(number)
    scene.blocks(5)
    assert S.ACTIVE == scene.credential_state(number)


def test_a_subject_gives_a_credential_up() -> None:
    """Who is attested may not want to be, and needs no issuer for that."""
    scene = ready()
    number = scene.issue(1)
    with scene.stage.refuses(RoleForbids):
        scene.call("revoke", number, sender=STRANGER)
    scene.call("revoke", number, sender=OWNER)
    assert S.REVOKED == scene.credential_state(number)


def test_an_issuers_new_credential_takes_the_place_of_its_old_one() -> None:
    """One of a subject, schema and issuer at a time; other schemas and issuers stay."""
    scene = ready()
    scene.issuer(RIVAL)
    first, other = scene.issue(1), scene.issue(1, SKILL)
    rivals = scene.issue(1, sender=RIVAL)
    second = scene.issue(1)
    assert [S.REVOKED, S.ACTIVE, S.ACTIVE, S.ACTIVE] == [
        scene.credential_state(n) for n in (first, other, rivals, second)
    ]


def test_a_subject_brings_what_an_issuer_signed() -> None:
    """The signature of the key on record makes the credential; the subject pays for the call."""
    scene = ready()
    issuer = scene.signing_issuer(110)
    number = scene.present(scene.claim(1))
    assert issuer == scene.call("credential", number).credential.issuer
    with scene.stage.refuses(ClaimUsed):
        scene.present(scene.claim(1))
    with scene.stage.refuses(RoleForbids):
        scene.present(scene.claim(1), nonce=2, sender=OTHER)
    with scene.stage.refuses(PermissionExpired):
        scene.present(scene.claim(1), nonce=2, deadline_s=Seconds(scene.stage.time_s - 1))


def test_a_claim_is_checked_against_the_issuer_on_record() -> None:
    """ERC-3643#101: a claim signed by whom it names passed; here the key on record decides."""
    scene = ready()
    scene.signing_issuer(110)
    for stranger in (111, 100):
        with scene.stage.refuses(NotByAnIssuer):
            scene.present(scene.claim(1), who=stranger)  # self-attested
    forged = SignedClaim(scene.claim(1), 1, LATER_S)
    word = signed(forged, key_of(110))
    changed = replace(forged, claim=replace(forged.claim, jurisdiction=250))
    with scene.stage.refuses(NotByAnIssuer):
        scene.call("present", changed, word)
    with scene.stage.refuses(SchemaNotHis):
        scene.present(scene.claim(1, Hash32(b"\x01" * 32)))


def test_a_claim_for_another_chain_counts_nothing_here() -> None:
    """tronprotocol/tips#848: claims that named no chain were replayed on the other one."""
    scene = ready()
    scene.signing_issuer(110)
    brought = SignedClaim(scene.claim(1), 1, LATER_S)
    elsewhere = signed(brought, key_of(110), chain_id=CHAIN_ID + 1)
    with scene.stage.refuses(NotByAnIssuer):
        scene.call("present", brought, elsewhere)


def test_an_issuer_that_may_not_attest_any_more_signs_in_vain() -> None:
    """Neither a rotated key, nor an issuer that resigned or was removed, makes credentials."""
    scene = ready()
    issuer = scene.signing_issuer(110)
    sender = int.from_bytes(signer(110), "big")
    scene.rotated_issuer(issuer, 111, sender=sender)
    with scene.stage.refuses(NotByAnIssuer):
        scene.present(scene.claim(1), who=110)
    scene.present(scene.claim(1), who=111)
    scene.call("resign_issuer", issuer, sender=int.from_bytes(signer(111), "big"))
    with scene.stage.refuses(NotByAnIssuer):
        scene.present(scene.claim(1), who=111, nonce=2)
    scene.call("resign_issuer", 1, sender=ASSESSOR)
    with scene.stage.refuses(NotByAnIssuer):
        scene.issue(1)


def test_an_issuer_calls_a_signed_claim_back() -> None:
    """What was signed and not brought yet can be made void."""
    scene = ready()
    issuer = scene.signing_issuer(110)
    with scene.stage.refuses(NotByAnIssuer):
        scene.call("cancel_claim", 1, sender=STRANGER)
    scene.call("cancel_claim", 1, sender=int.from_bytes(signer(110), "big"))
    assert scene.stage.logged(ClaimCancelled(issuer, 1))
    with scene.stage.refuses(ClaimUsed):
        scene.present(scene.claim(1))


def test_any_wallet_signs_a_claim() -> None:
    """The digest is EIP-712's, as eth_account computes it from the interface's own names."""
    scene = ready()
    scene.signing_issuer(110)
    brought = SignedClaim(scene.claim(1), 7, LATER_S)
    claim = brought.claim
    text = "uint256 subject,bytes32 schema,bytes32 commitment,uint256 jurisdiction,"
    fields = f"{text}uint64 validFromS,uint64 expiryS,uint256 version".split(",")
    kinds = [dict(zip(("type", "name"), item.split(), strict=True)) for item in fields]
    full = {
        "types": {
            "Claim": kinds,
            "SignedClaim": [
                {"name": "claim", "type": "Claim"},
                {"name": "nonce", "type": "uint256"},
                {"name": "deadlineS", "type": "uint64"},
            ],
        },
        "domain": {
            "name": "Kumiai Identity",
            "version": "1",
            "chainId": CHAIN_ID,
            "verifyingContract": "0x" + Identity.address.hex(),
        },
        "message": {
            "claim": {
                "subject": claim.subject,
                "schema": claim.schema,
                "commitment": claim.commitment,
                "jurisdiction": claim.jurisdiction,
                "validFromS": claim.valid_from_s,
                "expiryS": claim.expiry_s,
                "version": claim.version,
            },
            "nonce": 7,
            "deadlineS": LATER_S,
        },
    }
    word = Account.sign_typed_data(key_of(110), full["domain"], full["types"], full["message"])
    assert bytes(word.message_hash) == scene.call("claim_digest", brought)
    scene.call("present", brought, bytes(word.signature))


def test_a_change_takes_only_the_credentials_of_its_schema() -> None:
    """Akash community#1429: any change lost the whole audit; here each schema stands alone."""
    scene = ready()
    kyc, residence = scene.issue(1, KYC), scene.issue(1, RESIDENCE)
    scene.call("change_attribute", 1, RESIDENCE, salted("moved"))
    good = [scene.call("credential", n).is_good for n in (kyc, residence)]
    assert [True, False] == good
    with scene.stage.refuses(VersionMismatch):
        scene.issue(1, RESIDENCE, version=0)
    assert scene.call("credential", scene.issue(1, RESIDENCE)).is_good


def test_an_old_signature_does_not_outlive_a_change() -> None:
    """A claim signed before the attribute changed is about another version of it."""
    scene = ready()
    scene.signing_issuer(110)
    before = scene.claim(1)
    scene.call("change_attribute", 1, KYC, salted("married"))
    with scene.stage.refuses(VersionMismatch):
        scene.present(before)
    assert scene.call("credential", scene.present(scene.claim(1), nonce=2)).is_good


def test_a_subject_holds_a_bounded_number_and_dead_ones_make_room() -> None:
    """Full is full, but what can never count again keeps nobody out, of whichever schema."""
    scene = ready()
    schemas = tuple(Hash32(bytes([n]) * 32) for n in range(1, 7))
    scene.govern("set_schemas", 1, schemas)
    for schema in schemas[:3]:
        scene.issue(1, schema)
    soon = Seconds(scene.stage.time_s + 5)
    scene.issue(1, schemas[3], expiry_s=soon)
    with scene.stage.refuses(CredentialsFull):
        scene.issue(1, schemas[4])
    scene.blocks(5)
    scene.issue(1, schemas[4])
    scene.call("change_attribute", 1, schemas[0], salted("x"))
    last = scene.issue(1, schemas[5])
    assert (4, True) == (
        len(scene.call("credentials_of", 1, 0, 10)),
        scene.call("credential", last).is_good,
    )


def test_one_schema_holds_one_credential_an_issuer_up_to_its_bound() -> None:
    """Eight issuers fill a schema; one that is removed makes room for another."""
    scene = Scene(credentials_max=64)
    scene.subject()
    issuers = range(8, 8 + PER_SCHEMA_MAX + 1)
    numbers = [scene.issuer(who) for who in issuers]
    for who in issuers[:-1]:
        scene.issue(1, sender=who)
    with scene.stage.refuses(CredentialsFull):
        scene.issue(1, sender=issuers[-1])
    scene.govern("remove_issuer", numbers[0], Bps(0), CASE)
    assert scene.call("credential", scene.issue(1, sender=issuers[-1])).is_good
    assert Wei(ISSUER_BOND_WEI) == scene.call("issuer", numbers[1]).issuer.bond_wei


def test_erasing_strikes_the_commitment_out_and_leaves_a_tombstone() -> None:
    """The payload is gone off chain: its hash is no more in the state, the record is."""
    scene = ready()
    number = scene.issue(1, RESIDENCE)
    commitment = salted("a name")
    with scene.stage.refuses(RoleForbids):
        scene.call("erase", number, sender=STRANGER)
    scene.call("erase", number)
    assert scene.stage.logged(PayloadErased(1, commitment))
    found = scene.call("credential", number)
    assert (S.ERASED, ZERO_HASH, 0) == (
        found.credential.state,
        found.credential.claim.commitment,
        found.credential.claim.jurisdiction,
    )
    word = int.from_bytes(commitment, "big")
    assert word not in scene.stage.host.words.values()
    assert scene.stage.height == scene.call("tombstone", 1, commitment)
    with scene.stage.refuses(AlreadyErased):
        scene.issue(1, commitment=commitment)
    with scene.stage.refuses(StateForbids):
        scene.call("erase", number)


def test_an_expired_credential_can_be_erased_by_either_side() -> None:
    """The right to be forgotten does not end with the credential, nor hang on its subject."""
    scene = ready()
    soon = Seconds(scene.stage.time_s + 1)
    number = scene.issue(1, expiry_s=soon)
    scene.blocks(2)
    scene.call("erase", number, sender=ASSESSOR)
    assert S.ERASED == scene.credential_state(number)


def test_any_payload_of_ones_own_can_be_told_erased() -> None:
    """A tombstone for other commitments of the subject's, once, by the subject alone."""
    scene = ready()
    with scene.stage.refuses(NotItsAccount):
        scene.call("erase_payload", 1, salted("log"), sender=STRANGER)
    scene.call("erase_payload", 1, salted("log"))
    with scene.stage.refuses(AlreadyErased):
        scene.call("erase_payload", 1, salted("log"))
