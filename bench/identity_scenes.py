"""
Scenes of identity: a subject from its registration to its end, and an issuer's whole term.

    register --link, guardians, recovery, freeze, attributes--> credentials --> disclosed --> over

Whatever only a passed proposal may call is governance's, and priced nowhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bench.cast import CAST_KEYS
from bench.chain import CHAIN_ID
from chain.codec import address_of
from chain.codec.signature import sign_digest
from chain.kit.typed_data import typed_digest
from chain.types.primitives import Address, Hash32, Seconds, Wei
from modules.identity.module import Identity
from modules.identity.params import IdentityParams
from modules.identity.records import Claim, DisclosureScope, Permission, PolicyTerms, SignedClaim
from modules.identity.signatures import DOMAIN, Consent, IssuerRotation, Link, Rescue, Rotation

if TYPE_CHECKING:
    from bench.market_calls import Desk

LATER_S: Final = Seconds(2_000_000_000)
OFFICER, AUDITOR = CAST_KEYS[26:28]
GUARDIANS: Final = CAST_KEYS[28:31]
ISSUER_KEYS: Final = CAST_KEYS[31:34]
HEIRS: Final = CAST_KEYS[34:37]  # of issuers
SUBJECT_KEYS: Final = CAST_KEYS[37:40]
MORE_KEYS: Final = CAST_KEYS[40:43]  # of subjects: linked, then their own
KYC: Final = Hash32(b"\x01" * 32)
RESIDENCE: Final = Hash32(b"\x02" * 32)
SKILL: Final = Hash32(b"\x03" * 32)
PARAMS: Final = IdentityParams(
    officer=address_of(OFFICER),
    freeze_gap_blocks=1,
    issuer_bond_wei=Wei(10**18),
)


def play_identity(desk: Desk, time: int) -> None:
    """Make every call of identity that people make, with subjects of their own."""
    owner = SUBJECT_KEYS[time]
    cost_wei = desk.view(Identity, "registration_cost")
    desk.send(owner, Identity, "register", value_wei=cost_wei)
    subject = desk.view(Identity, "subject_of", address_of(owner))
    _people(desk, time, subject)
    _attested(desk, time, subject)
    _policies(desk, time, subject)
    _disclosed(desk, owner, subject)
    more = MORE_KEYS[time]
    word = _consent(desk, Rotation, subject, more)
    desk.send(owner, Identity, "rotate_key", subject, address_of(more), word)
    desk.send(more, Identity, "deactivate", subject)


def claim_of(subject: int, schema: Hash32, seed: int, now_s: int) -> Claim:
    """Return what is attested of a subject."""
    times = (Seconds(now_s), Seconds(now_s + 1_000_000))
    return Claim(subject, schema, commitment_of(seed), 392, *times, 0)


def commitment_of(seed: int) -> Hash32:
    """Return the commitment to a payload that nobody has."""
    return Hash32((10**12 + seed).to_bytes(32, "big"))


def _people(desk: Desk, time: int, subject: int) -> None:
    """An account comes and goes, guardians try a recovery, the officer freezes for a while."""
    owner, more = SUBJECT_KEYS[time], MORE_KEYS[time]
    word = _consent(desk, Link, subject, more)
    desk.send(owner, Identity, "link_account", subject, address_of(more), word)
    desk.send(owner, Identity, "unlink_account", subject, address_of(more))
    members = tuple(map(address_of, GUARDIANS))
    desk.send(owner, Identity, "set_guardians", subject, members, 2)
    desk.send(owner, Identity, "set_guardians", subject, members[:2], 2)
    desk.send(owner, Identity, "cancel_guardians", subject)
    for guardian in GUARDIANS[:2]:
        word = _consent(desk, Rescue, subject, more)
        desk.send(guardian, Identity, "approve_recovery", subject, address_of(more), word)
    desk.send(owner, Identity, "veto_recovery", subject)
    desk.send(OFFICER, Identity, "freeze", subject, commitment_of(100 + time), 5)
    desk.send(OFFICER, Identity, "lift_freeze", subject)
    desk.send(owner, Identity, "change_attribute", subject, SKILL, commitment_of(1))


def _attested(desk: Desk, time: int, subject: int) -> None:
    """An issuer begins, attests, takes back, stands still, changes its key, and resigns."""
    owner, key, issuer = SUBJECT_KEYS[time], ISSUER_KEYS[time], time + 1
    desk.send(key, Identity, "bond_issuer", issuer, value_wei=PARAMS.issuer_bond_wei)
    desk.send(key, Identity, "renew_issuer", issuer, value_wei=1)
    now_s = desk.time_s
    claim = claim_of(subject, KYC, 10 * time, now_s)
    desk.send(key, Identity, "issue", claim)
    first = desk.view(Identity, "credential_total")
    desk.send(key, Identity, "suspend", first)
    desk.send(key, Identity, "resume", first)
    shown = SignedClaim(claim_of(subject, RESIDENCE, 10 * time + 1, now_s), 1, LATER_S)
    desk.send(owner, Identity, "present", shown, _word(shown, key))
    desk.send(key, Identity, "revoke", first)
    desk.send(key, Identity, "erase", first + 1)
    desk.send(key, Identity, "cancel_claim", 2)
    desk.send(owner, Identity, "erase_payload", subject, commitment_of(10 * time + 2))
    desk.send(OFFICER, Identity, "freeze_issuer", issuer, commitment_of(200 + time), 5)
    desk.send(OFFICER, Identity, "lift_issuer_freeze", issuer)
    heir = HEIRS[time]
    word = _consent(desk, IssuerRotation, issuer, heir)
    desk.send(key, Identity, "rotate_issuer_key", issuer, address_of(heir), word)
    desk.send(heir, Identity, "resign_issuer", issuer)


def _policies(desk: Desk, time: int, subject: int) -> None:
    owner = SUBJECT_KEYS[time]
    who: Address = address_of(owner)
    fee_wei = desk.view(Identity, "params").policy_fee_wei
    desk.send(owner, Identity, "create_list", who, value_wei=fee_wei)
    desk.send(owner, Identity, "bar", time + 1, subject, True)
    terms = PolicyTerms(all_of=(KYC,), allowed=(392,), barred_list=time + 1)
    desk.send(owner, Identity, "create_policy", terms, who, value_wei=fee_wei)
    policy = desk.view(Identity, "policy_total")
    desk.send(owner, Identity, "amend_policy", policy, terms, value_wei=fee_wei)


def _disclosed(desk: Desk, owner: bytes, subject: int) -> None:
    values = (subject, address_of(AUDITOR), DisclosureScope(schema=KYC), LATER_S)
    desk.send(owner, Identity, "grant_disclosure", *values)
    grant = desk.view(Identity, "disclosures_of", subject, 0, 1)[0]
    desk.send(AUDITOR, Identity, "note_access", grant, commitment_of(1))
    desk.send(owner, Identity, "revoke_disclosure", grant)


def _consent(desk: Desk, kind: type[Consent], number: int, key: bytes) -> Permission:
    who = address_of(key)
    nonce = desk.view(Identity, "key_nonce", who)
    return Permission(nonce, LATER_S, _word(kind(number, who, nonce, LATER_S), key))


def _word(message: Any, key: bytes) -> bytes:
    digest = typed_digest(DOMAIN, message, CHAIN_ID, Identity.address)
    y_parity, r, s = sign_digest(key, digest)
    return r.to_bytes(32, "big") + s.to_bytes(32, "big") + bytes((y_parity,))
