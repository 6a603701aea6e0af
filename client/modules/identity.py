"""
Identity: who somebody is, as far as it must be known, who says so, and what that lets them do.

Rendered from modules/identity/module.py by `python -m cli.render`; not to be edited.
"""

from collections.abc import Sequence  # noqa: F401
from dataclasses import dataclass
from enum import IntEnum  # noqa: F401
from typing import Annotated, ClassVar, Final  # noqa: F401

from client import kit
from client.transactions import Pending
from client.modules.shared import (
    AddressTaken,
    AuditEntry,
    AuditEntryAdded,
    AuditEpoch,
    AuditEpochClosed,
    CoinsMoved,
    DelegatecallRefused,
    Denied,
    InsufficientCoins,
    ModulePaused,
    ModuleResumed,
    NotPayable,
    Paused,
    Reentered,
    RoleForbids,
    SignatureWrong,
    StateForbids,
    TimerFailed,
    Unauthorized,
)


class SubjectState(IntEnum):
    """
    Where a subject stands.

        ACTIVE <--> FROZEN       by the officer, for a limited time
        ACTIVE <--> RECOVERING   by its guardians, with a delay in which the owner may veto
        ACTIVE --> DEACTIVATED
    """

    NOTHING = 0
    ACTIVE = 1
    FROZEN = 2
    RECOVERING = 3
    DEACTIVATED = 4


class CredentialState(IntEnum):
    """Where a credential stands; time alone makes it begin and expire."""

    NOTHING = 0
    ISSUED = 1
    ACTIVE = 2
    SUSPENDED = 3
    EXPIRED = 4
    REVOKED = 5
    ERASED = 6


class GrantState(IntEnum):
    """Where a disclosure stands; time alone ends it."""

    NOTHING = 0
    GRANTED = 1
    EXPIRED = 2
    REVOKED = 3


class IssuerState(IntEnum):
    """
    Where an issuer stands; its credentials count in BONDED and RESIGNING.

        PROPOSED --bond--> BONDED <--> FROZEN        BONDED --term--> LAPSED --renewal--> BONDED
        BONDED, LAPSED --> RESIGNING --> RESIGNED    any of them --vote--> REMOVED
    """

    NOTHING = 0
    PROPOSED = 1
    BONDED = 2
    FROZEN = 3
    LAPSED = 4
    RESIGNING = 5
    RESIGNED = 6
    REMOVED = 7


@dataclass(frozen=True, slots=True)
class PolicyTerms(kit.Record):
    """
    What a policy asks for; empty lists and zeros ask for nothing.

    A good credential of each schema in `all_of`, and of one in `any_of`; each from a jurisdiction
    in `allowed`, and none of those schemas from one in `denied`; stake of a tier; at most
    `rate_limit` admissions in `rate_blocks`; not on the list `barred_list`.
    """

    all_of: tuple[kit.Bytes32, ...] = ()
    any_of: tuple[kit.Bytes32, ...] = ()
    allowed: tuple[kit.Uint256, ...] = ()
    denied: tuple[kit.Uint256, ...] = ()
    tier_min: kit.Uint256 = 0
    rate_limit: kit.Uint256 = 0
    rate_blocks: kit.Uint256 = 0
    barred_list: kit.Uint256 = 0


@dataclass(frozen=True, slots=True)
class Claim(kit.Record):
    """
    What an issuer attests.

    `commitment` is Keccak-256(salt ++ payload) with a random salt of 32 bytes that stays off chain;
    without the salt it says nothing, not even to who guesses the payload. `version` is that of the
    subject's attribute of this schema. Who attests it is not in it: the key on record says so.
    """

    subject: kit.Uint256
    schema: kit.Bytes32
    commitment: kit.Bytes32
    jurisdiction: kit.Uint256
    valid_from_s: kit.Seconds
    expiry_s: kit.Seconds
    version: kit.Uint256


@dataclass(frozen=True, slots=True)
class SignedClaim(kit.Message):
    """A claim as its issuer signs it: good once, until the deadline, in this module alone."""

    DOMAIN_NAME: ClassVar[str] = "Kumiai Identity"
    DOMAIN_VERSION: ClassVar[str] = "1"
    CONTRACT: ClassVar[str] = "0x0000000000000000000000000000000000000A05"

    claim: Claim
    nonce: kit.Uint256
    deadline_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class Permission(kit.Record):
    """A key's signature over a change of a subject or an issuer that makes it speak for it."""

    nonce: kit.Uint256
    deadline_s: kit.Seconds
    signature: bytes


@dataclass(frozen=True, slots=True)
class DisclosureScope(kit.Record):
    """
    What a grant opens: entries of a module's audit log, or the claims of a schema, or both.

    Zero for the module, or for the schema, is none of it. A grant opens what is its subject's own.
    """

    module: kit.Address = kit.ZERO_ADDRESS
    first_index: kit.Uint256 = 0
    last_index: kit.Uint256 = 0
    schema: kit.Bytes32 = kit.ZERO_BYTES32


@dataclass(frozen=True, slots=True)
class IdentityParams(kit.Record):
    """What registering costs, who may freeze, and every wait; waits count in blocks."""

    registration_fee_wei: kit.Wei
    subject_bond_wei: kit.Wei
    recovery_delay_blocks: kit.Uint256
    guardian_delay_blocks: kit.Uint256
    approval_blocks: kit.Uint256
    recovery_tries_max: kit.Uint256
    recovery_tries_blocks: kit.Uint256
    officer: kit.Address
    freeze_blocks_max: kit.Uint256
    freeze_gap_blocks: kit.Uint256
    extension_blocks_max: kit.Uint256
    issuer_bond_wei: kit.Wei
    issuer_offer_blocks: kit.Uint256
    issuer_term_blocks: kit.Uint256
    issuer_unbonding_blocks: kit.Uint256
    credential_s_max: kit.Seconds
    credentials_max: kit.Uint256
    policy_fee_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Freeze(kit.Record):
    """The latest freeze: its case, the height at which it ends or ended."""

    case: kit.Bytes32
    until: kit.Height


@dataclass(frozen=True, slots=True)
class Recovery(kit.Record):
    """The recovery that runs: to which key and until when; and how many were vetoed since when."""

    key: kit.Address
    ends_at: kit.Height
    round: kit.Uint256
    tries: kit.Uint256
    tries_since: kit.Height


@dataclass(frozen=True, slots=True)
class Guardians(kit.Record):
    """Who may recover a subject together: `threshold` of `members`."""

    threshold: kit.Uint256 = 0
    members: tuple[kit.Address, ...] = ()


@dataclass(frozen=True, slots=True)
class PendingGuardians(kit.Record):
    """A set of guardians that counts from a height on; 0 where none waits."""

    effective_at: kit.Height
    guardians: Guardians


@dataclass(frozen=True, slots=True)
class SubjectInfo(kit.Record):
    """A subject as queries show it, whole."""

    number: kit.Uint256
    did: str
    state: SubjectState
    controller: kit.Address
    accounts: tuple[kit.Address, ...]
    bond_wei: kit.Wei
    registered_at: kit.Height
    freeze: Freeze
    recovery: Recovery
    guardians: Guardians
    pending_guardians: PendingGuardians


@dataclass(frozen=True, slots=True)
class Policy(kit.Record):
    """Whose a policy is, and its newest version; versions never change."""

    owner: kit.Address
    version: kit.Uint256
    changed_at: kit.Height


@dataclass(frozen=True, slots=True)
class PolicyInfo(kit.Record):
    """A policy in one of its versions."""

    number: kit.Uint256
    policy: Policy
    terms: PolicyTerms


@dataclass(frozen=True, slots=True)
class Answer(kit.Record):
    """Whether a policy admits an account now, and what stands in the way."""

    is_admitted: bool
    subject: kit.Uint256
    version: kit.Uint256
    reasons: kit.Uint256
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Credential(kit.Record):
    """A claim on record and who attested it."""

    state: CredentialState
    issuer: kit.Uint256
    issued_at: kit.Height
    claim: Claim


@dataclass(frozen=True, slots=True)
class CredentialInfo(kit.Record):
    """A credential as queries show it; `is_good` is whether it counts now."""

    number: kit.Uint256
    chain_id: kit.Uint256
    credential: Credential
    is_good: bool


@dataclass(frozen=True, slots=True)
class Approval(kit.Record):
    """A guardian's word for a key, in a round of recoveries."""

    key: kit.Address
    round: kit.Uint256
    given_at: kit.Height


@dataclass(frozen=True, slots=True)
class Grant(kit.Record):
    """Who may see what of a subject, and until when."""

    state: GrantState
    subject: kit.Uint256
    auditor: kit.Address
    scope: DisclosureScope
    expiry_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class Access(kit.Record):
    """An auditor noted that it read a payload under a grant."""

    grant: kit.Uint256
    auditor: kit.Address
    payload: kit.Bytes32
    height: kit.Height


@dataclass(frozen=True, slots=True)
class Attribute(kit.Record):
    """What a subject says of itself under a schema, as a salted hash, and which change it is."""

    version: kit.Uint256
    commitment: kit.Bytes32


@dataclass(frozen=True, slots=True)
class Issuer(kit.Record):
    """Who may attest, with which key, and the bond behind it."""

    state: IssuerState
    key: kit.Address
    bond_wei: kit.Wei
    term_ends_at: kit.Height
    freeze: Freeze


@dataclass(frozen=True, slots=True)
class IssuerInfo(kit.Record):
    """An issuer as queries show it, whole; `uri` is where it tells what it attests."""

    number: kit.Uint256
    issuer: Issuer
    uri: str
    schemas: tuple[kit.Bytes32, ...]


@dataclass(frozen=True, slots=True)
class Link(kit.Message):
    """What an account signs to belong to a subject."""

    DOMAIN_NAME: ClassVar[str] = "Kumiai Identity"
    DOMAIN_VERSION: ClassVar[str] = "1"
    CONTRACT: ClassVar[str] = "0x0000000000000000000000000000000000000A05"

    subject: kit.Uint256
    account: kit.Address
    nonce: kit.Uint256
    deadline_s: kit.Uint256


@dataclass(frozen=True, slots=True)
class Rotation(kit.Message):
    """What a key signs to speak for a subject from now on."""

    DOMAIN_NAME: ClassVar[str] = "Kumiai Identity"
    DOMAIN_VERSION: ClassVar[str] = "1"
    CONTRACT: ClassVar[str] = "0x0000000000000000000000000000000000000A05"

    subject: kit.Uint256
    key: kit.Address
    nonce: kit.Uint256
    deadline_s: kit.Uint256


@dataclass(frozen=True, slots=True)
class Rescue(kit.Message):
    """What a key signs to speak for a subject that its guardians recover."""

    DOMAIN_NAME: ClassVar[str] = "Kumiai Identity"
    DOMAIN_VERSION: ClassVar[str] = "1"
    CONTRACT: ClassVar[str] = "0x0000000000000000000000000000000000000A05"

    subject: kit.Uint256
    key: kit.Address
    nonce: kit.Uint256
    deadline_s: kit.Uint256


@dataclass(frozen=True, slots=True)
class IssuerRotation(kit.Message):
    """What a key signs to speak for an issuer from now on."""

    DOMAIN_NAME: ClassVar[str] = "Kumiai Identity"
    DOMAIN_VERSION: ClassVar[str] = "1"
    CONTRACT: ClassVar[str] = "0x0000000000000000000000000000000000000A05"

    issuer: kit.Uint256
    key: kit.Address
    nonce: kit.Uint256
    deadline_s: kit.Uint256


@dataclass(frozen=True, slots=True)
class SubjectRegistered(kit.Event):
    """A subject has a number; its controller speaks for it."""

    subject: Annotated[kit.Uint256, kit.INDEXED]
    controller: Annotated[kit.Address, kit.INDEXED]
    bond_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class AccountLinked(kit.Event):
    """An account belongs to a subject."""

    subject: Annotated[kit.Uint256, kit.INDEXED]
    account: Annotated[kit.Address, kit.INDEXED]


@dataclass(frozen=True, slots=True)
class AccountUnlinked(kit.Event):
    """An account belongs to the subject no more."""

    subject: Annotated[kit.Uint256, kit.INDEXED]
    account: Annotated[kit.Address, kit.INDEXED]


@dataclass(frozen=True, slots=True)
class KeyRotated(kit.Event):
    """Another key speaks for the subject."""

    subject: Annotated[kit.Uint256, kit.INDEXED]
    old: kit.Address
    new: kit.Address


@dataclass(frozen=True, slots=True)
class AttributeChanged(kit.Event):
    """A subject's attribute changed: credentials of this schema, and no others, count no more."""

    subject: Annotated[kit.Uint256, kit.INDEXED]
    schema: Annotated[kit.Bytes32, kit.INDEXED]
    version: kit.Uint256
    commitment: kit.Bytes32


@dataclass(frozen=True, slots=True)
class SubjectDeactivated(kit.Event):
    """The subject is no more; its bond went back."""

    subject: Annotated[kit.Uint256, kit.INDEXED]
    bond_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class GuardiansSet(kit.Event):
    """A set of guardians counts from this height on."""

    subject: Annotated[kit.Uint256, kit.INDEXED]
    threshold: kit.Uint256
    members: tuple[kit.Address, ...]
    effective_at: kit.Height


@dataclass(frozen=True, slots=True)
class GuardiansCancelled(kit.Event):
    """A set of guardians that waited will not count."""

    subject: Annotated[kit.Uint256, kit.INDEXED]


@dataclass(frozen=True, slots=True)
class RecoveryApproved(kit.Event):
    """A guardian wants this key to speak for the subject."""

    subject: Annotated[kit.Uint256, kit.INDEXED]
    guardian: Annotated[kit.Address, kit.INDEXED]
    key: kit.Address


@dataclass(frozen=True, slots=True)
class RecoveryStarted(kit.Event):
    """Enough guardians agree; the owner may veto until this height."""

    subject: Annotated[kit.Uint256, kit.INDEXED]
    key: kit.Address
    ends_at: kit.Height


@dataclass(frozen=True, slots=True)
class RecoveryVetoed(kit.Event):
    """The owner is still there."""

    subject: Annotated[kit.Uint256, kit.INDEXED]
    tries: kit.Uint256


@dataclass(frozen=True, slots=True)
class RecoveryFailed(kit.Event):
    """The key that was to speak for the subject belongs to another one by now."""

    subject: Annotated[kit.Uint256, kit.INDEXED]
    key: kit.Address


@dataclass(frozen=True, slots=True)
class SubjectFrozen(kit.Event):
    """The subject is admitted nowhere, and nothing of it moves, until this height at most."""

    subject: Annotated[kit.Uint256, kit.INDEXED]
    case: Annotated[kit.Bytes32, kit.INDEXED]
    until: kit.Height


@dataclass(frozen=True, slots=True)
class SubjectUnfrozen(kit.Event):
    """The freeze of this case ended."""

    subject: Annotated[kit.Uint256, kit.INDEXED]
    case: Annotated[kit.Bytes32, kit.INDEXED]


@dataclass(frozen=True, slots=True)
class IssuerProposed(kit.Event):
    """A vote lets this key become an issuer, if it bonds itself in time."""

    issuer: Annotated[kit.Uint256, kit.INDEXED]
    key: Annotated[kit.Address, kit.INDEXED]
    uri: str


@dataclass(frozen=True, slots=True)
class IssuerMoved(kit.Event):
    """An issuer is in another state, or its bond changed."""

    issuer: Annotated[kit.Uint256, kit.INDEXED]
    state: Annotated[IssuerState, kit.INDEXED]
    bond_wei: kit.Wei
    case: kit.Bytes32


@dataclass(frozen=True, slots=True)
class IssuerSlashed(kit.Event):
    """A part of a removed issuer's bond went to the treasury."""

    issuer: Annotated[kit.Uint256, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class IssuerKeyRotated(kit.Event):
    """Another key speaks for the issuer."""

    issuer: Annotated[kit.Uint256, kit.INDEXED]
    old: kit.Address
    new: kit.Address


@dataclass(frozen=True, slots=True)
class SchemasSet(kit.Event):
    """These are the schemas that an issuer may attest from now on."""

    issuer: Annotated[kit.Uint256, kit.INDEXED]
    schemas: tuple[kit.Bytes32, ...]


@dataclass(frozen=True, slots=True)
class CredentialIssued(kit.Event):
    """An issuer attested a claim."""

    credential: Annotated[kit.Uint256, kit.INDEXED]
    subject: Annotated[kit.Uint256, kit.INDEXED]
    issuer: Annotated[kit.Uint256, kit.INDEXED]
    schema: kit.Bytes32
    jurisdiction: kit.Uint256
    valid_from_s: kit.Seconds
    expiry_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class CredentialMoved(kit.Event):
    """A credential is in another state."""

    credential: Annotated[kit.Uint256, kit.INDEXED]
    state: Annotated[CredentialState, kit.INDEXED]


@dataclass(frozen=True, slots=True)
class ClaimCancelled(kit.Event):
    """An issuer called a signed claim back."""

    issuer: Annotated[kit.Uint256, kit.INDEXED]
    nonce: kit.Uint256


@dataclass(frozen=True, slots=True)
class PayloadErased(kit.Event):
    """What was behind a commitment is gone; the chain keeps that it was there."""

    subject: Annotated[kit.Uint256, kit.INDEXED]
    commitment: Annotated[kit.Bytes32, kit.INDEXED]


@dataclass(frozen=True, slots=True)
class PolicySet(kit.Event):
    """A version of a policy counts from now on."""

    policy: Annotated[kit.Uint256, kit.INDEXED]
    version: Annotated[kit.Uint256, kit.INDEXED]
    owner: kit.Address


@dataclass(frozen=True, slots=True)
class ListCreated(kit.Event):
    """There is a new list of barred subjects."""

    list: Annotated[kit.Uint256, kit.INDEXED]
    owner: kit.Address


@dataclass(frozen=True, slots=True)
class Barred(kit.Event):
    """A subject is on a list, or no more."""

    list: Annotated[kit.Uint256, kit.INDEXED]
    subject: Annotated[kit.Uint256, kit.INDEXED]
    is_barred: bool


@dataclass(frozen=True, slots=True)
class AccessDecided(kit.Event):
    """A policy admitted an account, or said why not; `asker` is the module that asked."""

    policy: Annotated[kit.Uint256, kit.INDEXED]
    account: Annotated[kit.Address, kit.INDEXED]
    asker: Annotated[kit.Address, kit.INDEXED]
    version: kit.Uint256
    subject: kit.Uint256
    reasons: kit.Uint256


@dataclass(frozen=True, slots=True)
class DisclosureGranted(kit.Event):
    """An auditor may see what the scope opens, until then."""

    grant: Annotated[kit.Uint256, kit.INDEXED]
    subject: Annotated[kit.Uint256, kit.INDEXED]
    auditor: Annotated[kit.Address, kit.INDEXED]
    scope: DisclosureScope
    expiry_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class DisclosureRevoked(kit.Event):
    """An auditor may see it no more."""

    grant: Annotated[kit.Uint256, kit.INDEXED]


@dataclass(frozen=True, slots=True)
class Accessed(kit.Event):
    """An auditor noted that it read a payload."""

    grant: Annotated[kit.Uint256, kit.INDEXED]
    subject: Annotated[kit.Uint256, kit.INDEXED]
    auditor: Annotated[kit.Address, kit.INDEXED]
    payload: kit.Bytes32


class CostMismatch(kit.Refusal):
    """Exactly this must come along."""

    expected_wei: kit.Wei
    found_wei: kit.Wei


class AccountTaken(kit.Refusal):
    """The account belongs to a subject already; it may belong to one at a time."""

    account: kit.Address
    subject: kit.Uint256


class AccountsFull(kit.Refusal):
    """A subject has at most so many accounts."""

    maximum: kit.Uint256


class NotItsAccount(kit.Refusal):
    """The account does not belong to this subject."""

    account: kit.Address
    subject: kit.Uint256


class ControllerStays(kit.Refusal):
    """The account that speaks for a subject leaves it by another taking its place."""

    account: kit.Address


class PermissionExpired(kit.Refusal):
    """The signature was good until then."""

    deadline_s: kit.Seconds


class NonceMismatch(kit.Refusal):
    """The signature must name the key's next nonce."""

    expected: kit.Uint256
    found: kit.Uint256


class GuardiansInvalid(kit.Refusal):
    """Guardians are different accounts, at most 16, none the officer; the threshold fits them."""

    found: kit.Uint256
    threshold: kit.Uint256


class NothingPending(kit.Refusal):
    """No set of guardians waits to count."""

    subject: kit.Uint256


class TriesSpent(kit.Refusal):
    """So many recoveries were vetoed that guardians must wait."""

    until: kit.Height


class OfficerConcerned(kit.Refusal):
    """The officer may not be issuer, guardian or heir: who freezes must not be able to take."""

    account: kit.Address


class CaseInvalid(kit.Refusal):
    """A freeze names a case, and a case freezes the same one only once."""

    case: kit.Bytes32


class FreezeInvalid(kit.Refusal):
    """A freeze lasts so many blocks at most, and at least one."""

    maximum: kit.Uint256
    found: kit.Uint256


class FreezeTooSoon(kit.Refusal):
    """After a freeze there is a time without one."""

    until: kit.Height


class KeyTaken(kit.Refusal):
    """The key speaks, or spoke, for an issuer."""

    key: kit.Address
    issuer: kit.Uint256


class SchemasInvalid(kit.Refusal):
    """Schemas are different hashes, none of them zero, and not too many."""

    maximum: kit.Uint256
    found: kit.Uint256


class UriInvalid(kit.Refusal):
    """A link has at most so many bytes."""

    bytes_max: kit.Uint256
    found_bytes: kit.Uint256


class BondTooSmall(kit.Refusal):
    """An issuer's bond must be at least this."""

    needed_wei: kit.Wei
    found_wei: kit.Wei


class SlashInvalid(kit.Refusal):
    """No more than the whole can be slashed."""

    found_bps: kit.Bps


class NotByAnIssuer(kit.Refusal):
    """The key that signed speaks for no issuer that may attest now."""

    signer: kit.Address


class SchemaNotHis(kit.Refusal):
    """The issuer may not attest claims of this schema."""

    issuer: kit.Uint256
    schema: kit.Bytes32


class ClaimInvalid(kit.Refusal):
    """A claim's field is not what it may be."""

    field: str
    found: kit.Uint256


class ClaimUsed(kit.Refusal):
    """A signed claim of this nonce was brought, or called back."""

    issuer: kit.Uint256
    nonce: kit.Uint256


class VersionMismatch(kit.Refusal):
    """The subject's attribute changed: the claim is about another version of it."""

    expected: kit.Uint256
    found: kit.Uint256


class CredentialsFull(kit.Refusal):
    """A subject holds at most so many credentials, and so many of one schema."""

    maximum: kit.Uint256


class UnknownPolicy(kit.Refusal):
    """No policy has this number, or it has no such version."""

    policy: kit.Uint256


class UnknownList(kit.Refusal):
    """No list has this number."""

    list: kit.Uint256


class NotOwner(kit.Refusal):
    """Only its owner may change it; what governance owns, a passed proposal changes."""

    owner: kit.Address


class PolicyInvalid(kit.Refusal):
    """A policy's field is not what it may be."""

    field: str
    found: kit.Uint256


class GrantInvalid(kit.Refusal):
    """A disclosure names an auditor, something to see, and an end that is still to come."""

    field: str


class AlreadyErased(kit.Refusal):
    """The payload of this commitment was erased."""

    erased_at: kit.Height


CREATE_POLICY: Final = kit.Call("createPolicy", (PolicyTerms, kit.Address), payable=True)
AMEND_POLICY: Final = kit.Call("amendPolicy", (kit.Uint256, PolicyTerms), payable=True)
GOVERN_POLICY: Final = kit.Call("governPolicy", (kit.Uint256, PolicyTerms))
CREATE_LIST: Final = kit.Call("createList", (kit.Address,), payable=True)
BAR: Final = kit.Call("bar", (kit.Uint256, kit.Uint256, bool))
GOVERN_BAR: Final = kit.Call("governBar", (kit.Uint256, kit.Uint256, bool))
ISSUE: Final = kit.Call("issue", (Claim,))
PRESENT: Final = kit.Call("present", (SignedClaim, bytes))
CANCEL_CLAIM: Final = kit.Call("cancelClaim", (kit.Uint256,))
SUSPEND: Final = kit.Call("suspend", (kit.Uint256,))
RESUME: Final = kit.Call("resume", (kit.Uint256,))
REVOKE: Final = kit.Call("revoke", (kit.Uint256,))
ERASE: Final = kit.Call("erase", (kit.Uint256,))
ERASE_PAYLOAD: Final = kit.Call("erasePayload", (kit.Uint256, kit.Bytes32))
SET_GUARDIANS: Final = kit.Call("setGuardians", (kit.Uint256, tuple[kit.Address, ...], kit.Uint256))
CANCEL_GUARDIANS: Final = kit.Call("cancelGuardians", (kit.Uint256,))
APPROVE_RECOVERY: Final = kit.Call("approveRecovery", (kit.Uint256, kit.Address, Permission))
VETO_RECOVERY: Final = kit.Call("vetoRecovery", (kit.Uint256,))
FREEZE: Final = kit.Call("freeze", (kit.Uint256, kit.Bytes32, kit.Uint256))
LIFT_FREEZE: Final = kit.Call("liftFreeze", (kit.Uint256,))
GOVERN_FREEZE: Final = kit.Call("governFreeze", (kit.Uint256, kit.Uint256))
GRANT_DISCLOSURE: Final = kit.Call(
    "grantDisclosure",
    (kit.Uint256, kit.Address, DisclosureScope, kit.Seconds),
)
REVOKE_DISCLOSURE: Final = kit.Call("revokeDisclosure", (kit.Uint256,))
NOTE_ACCESS: Final = kit.Call("noteAccess", (kit.Uint256, kit.Bytes32))
REGISTER: Final = kit.Call("register", (), payable=True)
LINK_ACCOUNT: Final = kit.Call("linkAccount", (kit.Uint256, kit.Address, Permission))
UNLINK_ACCOUNT: Final = kit.Call("unlinkAccount", (kit.Uint256, kit.Address))
ROTATE_KEY: Final = kit.Call("rotateKey", (kit.Uint256, kit.Address, Permission))
CHANGE_ATTRIBUTE: Final = kit.Call("changeAttribute", (kit.Uint256, kit.Bytes32, kit.Bytes32))
DEACTIVATE: Final = kit.Call("deactivate", (kit.Uint256,))
PROPOSE_ISSUER: Final = kit.Call("proposeIssuer", (kit.Address, tuple[kit.Bytes32, ...], str))
BOND_ISSUER: Final = kit.Call("bondIssuer", (kit.Uint256,), payable=True)
RENEW_ISSUER: Final = kit.Call("renewIssuer", (kit.Uint256,), payable=True)
ROTATE_ISSUER_KEY: Final = kit.Call("rotateIssuerKey", (kit.Uint256, kit.Address, Permission))
RESIGN_ISSUER: Final = kit.Call("resignIssuer", (kit.Uint256,))
FREEZE_ISSUER: Final = kit.Call("freezeIssuer", (kit.Uint256, kit.Bytes32, kit.Uint256))
LIFT_ISSUER_FREEZE: Final = kit.Call("liftIssuerFreeze", (kit.Uint256,))
SET_SCHEMAS: Final = kit.Call("setSchemas", (kit.Uint256, tuple[kit.Bytes32, ...]))
REMOVE_ISSUER: Final = kit.Call("removeIssuer", (kit.Uint256, kit.Bps, kit.Bytes32))
PARAMS: Final[kit.View[IdentityParams]] = kit.View("params", (), IdentityParams)
SUBJECT: Final[kit.View[SubjectInfo]] = kit.View("subject", (kit.Uint256,), SubjectInfo)
CLAIM_DIGEST: Final[kit.View[kit.Bytes32]] = kit.View("claimDigest", (SignedClaim,), kit.Bytes32)
POLICY_TOTAL: Final[kit.View[kit.Uint256]] = kit.View("policyTotal", (), kit.Uint256)
POLICY: Final[kit.View[PolicyInfo]] = kit.View("policy", (kit.Uint256, kit.Uint256), PolicyInfo)
POLICIES_OF: Final[kit.View[tuple[kit.Uint256, ...]]] = kit.View(
    "policiesOf",
    (kit.Address, kit.Uint256, kit.Uint256),
    tuple[kit.Uint256, ...],
)
IS_BARRED: Final[kit.View[bool]] = kit.View("isBarred", (kit.Uint256, kit.Uint256), bool)
CAN: Final[kit.View[Answer]] = kit.View("can", (kit.Address, kit.Uint256), Answer)
CREDENTIAL_TOTAL: Final[kit.View[kit.Uint256]] = kit.View("credentialTotal", (), kit.Uint256)
CREDENTIAL: Final[kit.View[CredentialInfo]] = kit.View("credential", (kit.Uint256,), CredentialInfo)
CREDENTIALS_OF: Final[kit.View[tuple[kit.Uint256, ...]]] = kit.View(
    "credentialsOf",
    (kit.Uint256, kit.Uint256, kit.Uint256),
    tuple[kit.Uint256, ...],
)
TOMBSTONE: Final[kit.View[kit.Height]] = kit.View(
    "tombstone",
    (kit.Uint256, kit.Bytes32),
    kit.Height,
)
APPROVAL: Final[kit.View[Approval]] = kit.View("approval", (kit.Uint256, kit.Address), Approval)
DISCLOSURE: Final[kit.View[Grant]] = kit.View("disclosure", (kit.Uint256,), Grant)
DISCLOSURES_OF: Final[kit.View[tuple[kit.Uint256, ...]]] = kit.View(
    "disclosuresOf",
    (kit.Uint256, kit.Uint256, kit.Uint256),
    tuple[kit.Uint256, ...],
)
IS_DISCLOSED: Final[kit.View[bool]] = kit.View(
    "isDisclosed",
    (kit.Uint256, kit.Address, kit.Address, kit.Uint256),
    bool,
)
IS_SCHEMA_DISCLOSED: Final[kit.View[bool]] = kit.View(
    "isSchemaDisclosed",
    (kit.Uint256, kit.Address, kit.Bytes32),
    bool,
)
WHO_ACCESSED: Final[kit.View[tuple[Access, ...]]] = kit.View(
    "whoAccessed",
    (kit.Uint256, kit.Uint256, kit.Uint256),
    tuple[Access, ...],
)
AUDIT_TOTAL: Final[kit.View[kit.Uint256]] = kit.View("auditTotal", (kit.Address,), kit.Uint256)
AUDIT_EPOCH: Final[kit.View[AuditEpoch]] = kit.View(
    "auditEpoch",
    (kit.Address, kit.Uint256),
    AuditEpoch,
)
AUDIT_EPOCHS: Final[kit.View[tuple[AuditEpoch, ...]]] = kit.View(
    "auditEpochs",
    (kit.Address, kit.Uint256, kit.Uint256),
    tuple[AuditEpoch, ...],
)
ENTRY_HASH: Final[kit.View[kit.Bytes32]] = kit.View("entryHash", (AuditEntry,), kit.Bytes32)
IS_ENTRY_LOGGED: Final[kit.View[bool]] = kit.View(
    "isEntryLogged",
    (kit.Address, kit.Uint256, AuditEntry, tuple[kit.Bytes32, ...]),
    bool,
)
REGISTRATION_COST: Final[kit.View[kit.Wei]] = kit.View("registrationCost", (), kit.Wei)
SUBJECT_TOTAL: Final[kit.View[kit.Uint256]] = kit.View("subjectTotal", (), kit.Uint256)
SUBJECT_OF: Final[kit.View[kit.Uint256]] = kit.View("subjectOf", (kit.Address,), kit.Uint256)
DID: Final[kit.View[str]] = kit.View("did", (kit.Uint256,), str)
ATTRIBUTE: Final[kit.View[Attribute]] = kit.View("attribute", (kit.Uint256, kit.Bytes32), Attribute)
KEY_NONCE: Final[kit.View[kit.Uint256]] = kit.View("keyNonce", (kit.Address,), kit.Uint256)
ISSUER_TOTAL: Final[kit.View[kit.Uint256]] = kit.View("issuerTotal", (), kit.Uint256)
ISSUER: Final[kit.View[IssuerInfo]] = kit.View("issuer", (kit.Uint256,), IssuerInfo)
ISSUER_OF: Final[kit.View[kit.Uint256]] = kit.View("issuerOf", (kit.Address,), kit.Uint256)


class Identity(kit.ModuleClient):
    """
    Identity: who somebody is, as far as it must be known, who says so, and what that lets them do.
    """

    NAME = "identity"
    ADDRESS = "0x0000000000000000000000000000000000000A05"
    EVENTS = (
        SubjectRegistered,
        AccountLinked,
        AccountUnlinked,
        KeyRotated,
        AttributeChanged,
        SubjectDeactivated,
        GuardiansSet,
        GuardiansCancelled,
        RecoveryApproved,
        RecoveryStarted,
        RecoveryVetoed,
        RecoveryFailed,
        SubjectFrozen,
        SubjectUnfrozen,
        IssuerProposed,
        IssuerMoved,
        IssuerSlashed,
        IssuerKeyRotated,
        SchemasSet,
        CredentialIssued,
        CredentialMoved,
        ClaimCancelled,
        PayloadErased,
        PolicySet,
        ListCreated,
        Barred,
        AccessDecided,
        DisclosureGranted,
        DisclosureRevoked,
        Accessed,
        AuditEntryAdded,
        AuditEpochClosed,
        CoinsMoved,
        ModulePaused,
        ModuleResumed,
        TimerFailed,
    )
    REFUSALS = (
        Denied,
        RoleForbids,
        StateForbids,
        SignatureWrong,
        CostMismatch,
        AccountTaken,
        AccountsFull,
        NotItsAccount,
        ControllerStays,
        PermissionExpired,
        NonceMismatch,
        GuardiansInvalid,
        NothingPending,
        TriesSpent,
        OfficerConcerned,
        CaseInvalid,
        FreezeInvalid,
        FreezeTooSoon,
        KeyTaken,
        SchemasInvalid,
        UriInvalid,
        BondTooSmall,
        SlashInvalid,
        NotByAnIssuer,
        SchemaNotHis,
        ClaimInvalid,
        ClaimUsed,
        VersionMismatch,
        CredentialsFull,
        UnknownPolicy,
        UnknownList,
        NotOwner,
        PolicyInvalid,
        GrantInvalid,
        AlreadyErased,
        Paused,
        NotPayable,
        InsufficientCoins,
        Unauthorized,
        DelegatecallRefused,
        Reentered,
        AddressTaken,
    )

    async def create_policy(
        self,
        terms: PolicyTerms,
        owner: kit.Address,
        *,
        value_wei: int,
    ) -> Pending:
        """
        Put a policy on record for a fee; its owner alone changes it. Returns its number.

        What governance owns is changed by votes.
        """
        return await self._send(CREATE_POLICY, (terms, owner), value_wei)

    async def amend_policy(
        self,
        policy: kit.Uint256,
        terms: PolicyTerms,
        *,
        value_wei: int,
    ) -> Pending:
        """Let other terms count for checks from now on; returns the version they stand under."""
        return await self._send(AMEND_POLICY, (policy, terms), value_wei)

    async def create_list(self, owner: kit.Address, *, value_wei: int) -> Pending:
        """Begin a list of barred subjects, for a fee; its owner keeps it. Returns its number."""
        return await self._send(CREATE_LIST, (owner,), value_wei)

    async def bar(self, list: kit.Uint256, subject: kit.Uint256, is_barred: bool) -> Pending:
        """Put a subject on a list of the caller's, or take it off."""
        return await self._send(BAR, (list, subject, is_barred))

    async def issue(self, claim: Claim) -> Pending:
        """
        Attest a claim as the issuer whose key calls; returns the credential's number.

        The issuer's older credential of the same subject and schema is revoked.
        """
        return await self._send(ISSUE, (claim,))

    async def present(self, signed: SignedClaim, signature: bytes) -> Pending:
        """
        Bring a claim that an issuer signed (EIP-712) on record; returns the credential's number.

        The caller is an account of the claim's subject. Who issued it is whose key on record signed
        it, nothing that the claim says (ERC-3643#101). It counts once, here, until its deadline.
        """
        return await self._send(PRESENT, (signed, signature))

    async def cancel_claim(self, nonce: kit.Uint256) -> Pending:
        """Call a signed claim of the caller's, as an issuer, back before it is brought."""
        return await self._send(CANCEL_CLAIM, (nonce,))

    async def suspend(self, credential: kit.Uint256) -> Pending:
        """Let a credential of the caller's, as its issuer, not count for now."""
        return await self._send(SUSPEND, (credential,))

    async def resume(self, credential: kit.Uint256) -> Pending:
        """Let a suspended credential count again."""
        return await self._send(RESUME, (credential,))

    async def revoke(self, credential: kit.Uint256) -> Pending:
        """Take a credential back for good, as its issuer, or give it up, as its subject."""
        return await self._send(REVOKE, (credential,))

    async def erase(self, credential: kit.Uint256) -> Pending:
        """
        Strike a credential's commitment out: its payload was erased off chain, its salt with it.

        A tombstone tells when; audit logs stay whole, for they hold hashes of call data alone.
        """
        return await self._send(ERASE, (credential,))

    async def erase_payload(self, subject: kit.Uint256, commitment: kit.Bytes32) -> Pending:
        """Tell as the subject that what was behind a commitment of its own is erased off chain."""
        return await self._send(ERASE_PAYLOAD, (subject, commitment))

    async def set_guardians(
        self,
        subject: kit.Uint256,
        members: Sequence[kit.Address],
        threshold: kit.Uint256,
    ) -> Pending:
        """
        Name who may recover the subject: `threshold` of `members`; none and 0 for nobody.

        Where there were guardians before, they stay so until the delay is over.
        """
        return await self._send(SET_GUARDIANS, (subject, members, threshold))

    async def cancel_guardians(self, subject: kit.Uint256) -> Pending:
        """Drop the set of guardians that waits to count."""
        return await self._send(CANCEL_GUARDIANS, (subject,))

    async def approve_recovery(
        self,
        subject: kit.Uint256,
        key: kit.Address,
        permission: Permission,
    ) -> Pending:
        """
        Say as a guardian that a key shall speak for the subject; the key signs a Rescue.

        With enough guardians for the same key the delay begins. A guardian's later word counts
        instead of its earlier one, and none for ever, so that no guardian stands in another's way.
        """
        return await self._send(APPROVE_RECOVERY, (subject, key, permission))

    async def veto_recovery(self, subject: kit.Uint256) -> Pending:
        """Say as the owner that no recovery is wanted; every approval so far is void."""
        return await self._send(VETO_RECOVERY, (subject,))

    async def freeze(self, subject: kit.Uint256, case: kit.Bytes32, blocks: kit.Uint256) -> Pending:
        """Keep a subject from being admitted anywhere, for so many blocks; nothing of it moves."""
        return await self._send(FREEZE, (subject, case, blocks))

    async def lift_freeze(self, subject: kit.Uint256) -> Pending:
        """End a freeze before its time."""
        return await self._send(LIFT_FREEZE, (subject,))

    async def grant_disclosure(
        self,
        subject: kit.Uint256,
        auditor: kit.Address,
        scope: DisclosureScope,
        expiry_s: kit.Seconds,
    ) -> Pending:
        """Let an auditor see what a scope opens, until then; returns the grant's number."""
        return await self._send(GRANT_DISCLOSURE, (subject, auditor, scope, expiry_s))

    async def revoke_disclosure(self, grant: kit.Uint256) -> Pending:
        """Let an auditor see it no more; what it saw, it saw."""
        return await self._send(REVOKE_DISCLOSURE, (grant,))

    async def note_access(self, grant: kit.Uint256, payload: kit.Bytes32) -> Pending:
        """Put on record, as the auditor, that a payload was read; `payload` is its hash."""
        return await self._send(NOTE_ACCESS, (grant, payload))

    async def register(self, *, value_wei: int) -> Pending:
        """
        Become a subject with the caller as its key; the coins sent are the fee and the bond.

        The fee is burned, the bond is back when the subject is deactivated. Returns its number.
        """
        return await self._send(REGISTER, (), value_wei)

    async def link_account(
        self,
        subject: kit.Uint256,
        account: kit.Address,
        permission: Permission,
    ) -> Pending:
        """Let another account belong to the subject; the account signs a Link (EIP-712)."""
        return await self._send(LINK_ACCOUNT, (subject, account, permission))

    async def unlink_account(self, subject: kit.Uint256, account: kit.Address) -> Pending:
        """Let an account belong to the subject no more; its key, or the account itself, asks."""
        return await self._send(UNLINK_ACCOUNT, (subject, account))

    async def rotate_key(
        self,
        subject: kit.Uint256,
        key: kit.Address,
        permission: Permission,
    ) -> Pending:
        """Let another key speak for the subject; it signs a Rotation, and the old one leaves."""
        return await self._send(ROTATE_KEY, (subject, key, permission))

    async def change_attribute(
        self,
        subject: kit.Uint256,
        schema: kit.Bytes32,
        commitment: kit.Bytes32,
    ) -> Pending:
        """
        Say, as a salted hash, that what a schema attests of the subject is different now.

        Credentials of this schema count no more and must be issued anew; all others stand. Returns
        the attribute's version, which the next claim must name.
        """
        return await self._send(CHANGE_ATTRIBUTE, (subject, schema, commitment))

    async def deactivate(self, subject: kit.Uint256) -> Pending:
        """End the subject: its accounts go free, its credentials count no more, its bond back."""
        return await self._send(DEACTIVATE, (subject,))

    async def bond_issuer(self, issuer: kit.Uint256, *, value_wei: int) -> Pending:
        """Begin as an issuer with the coins sent as its bond."""
        return await self._send(BOND_ISSUER, (issuer,), value_wei)

    async def renew_issuer(self, issuer: kit.Uint256, *, value_wei: int) -> Pending:
        """Begin another term; the coins sent join the bond, which must be what is asked now."""
        return await self._send(RENEW_ISSUER, (issuer,), value_wei)

    async def rotate_issuer_key(
        self,
        issuer: kit.Uint256,
        key: kit.Address,
        permission: Permission,
    ) -> Pending:
        """Let another key speak for the issuer; it signs an IssuerRotation. The old is spent."""
        return await self._send(ROTATE_ISSUER_KEY, (issuer, key, permission))

    async def resign_issuer(self, issuer: kit.Uint256) -> Pending:
        """Attest no more; the bond is back after the unbonding time."""
        return await self._send(RESIGN_ISSUER, (issuer,))

    async def freeze_issuer(
        self,
        issuer: kit.Uint256,
        case: kit.Bytes32,
        blocks: kit.Uint256,
    ) -> Pending:
        """Let an issuer's credentials not count for so many blocks; its bond stays where it is."""
        return await self._send(FREEZE_ISSUER, (issuer, case, blocks))

    async def lift_issuer_freeze(self, issuer: kit.Uint256) -> Pending:
        """End an issuer's freeze before its time."""
        return await self._send(LIFT_ISSUER_FREEZE, (issuer,))

    async def params(self) -> IdentityParams:
        """Return the governed parameters."""
        return await self._read(PARAMS)

    async def subject(self, number: kit.Uint256) -> SubjectInfo:
        """Return one subject, whole; in state NOTHING where there is none."""
        return await self._read(SUBJECT, number)

    async def claim_digest(self, signed: SignedClaim) -> kit.Bytes32:
        """Return what an issuer's key signs for a claim, by EIP-712."""
        return await self._read(CLAIM_DIGEST, signed)

    async def policy_total(self) -> kit.Uint256:
        """Return how many policies there are; they are numbered from 1, and 0 asks for nothing."""
        return await self._read(POLICY_TOTAL)

    async def policy(self, number: kit.Uint256, version: kit.Uint256) -> PolicyInfo:
        """Return a policy in one of its versions, 0 for the newest; refused where there is none."""
        return await self._read(POLICY, number, version)

    async def policies_of(
        self,
        owner: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return the policies that an account owns, at most PAGE_MAX."""
        return await self._read(POLICIES_OF, owner, offset, limit)

    async def is_barred(self, list: kit.Uint256, subject: kit.Uint256) -> bool:
        """Whether a subject is on a list."""
        return await self._read(IS_BARRED, list, subject)

    async def can(self, account: kit.Address, policy: kit.Uint256) -> Answer:
        """Return whether a policy admits an account at this block, and all that is against it."""
        return await self._read(CAN, account, policy)

    async def credential_total(self) -> kit.Uint256:
        """Return how many credentials there were; they are numbered from 1."""
        return await self._read(CREDENTIAL_TOTAL)

    async def credential(self, number: kit.Uint256) -> CredentialInfo:
        """Return one credential and whether it counts now."""
        return await self._read(CREDENTIAL, number)

    async def credentials_of(
        self,
        subject: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return the credentials that a subject holds, some perhaps expired, at most PAGE_MAX."""
        return await self._read(CREDENTIALS_OF, subject, offset, limit)

    async def tombstone(self, subject: kit.Uint256, commitment: kit.Bytes32) -> kit.Height:
        """Return when the payload of a commitment was erased; 0 where it was not."""
        return await self._read(TOMBSTONE, subject, commitment)

    async def approval(self, subject: kit.Uint256, guardian: kit.Address) -> Approval:
        """Return a guardian's latest word; it counts in the recovery's round, for a while."""
        return await self._read(APPROVAL, subject, guardian)

    async def disclosure(self, grant: kit.Uint256) -> Grant:
        """Return a grant as it stands at this block's time."""
        return await self._read(DISCLOSURE, grant)

    async def disclosures_of(
        self,
        subject: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return the grants that a subject ever gave, at most PAGE_MAX."""
        return await self._read(DISCLOSURES_OF, subject, offset, limit)

    async def is_disclosed(
        self,
        grant: kit.Uint256,
        auditor: kit.Address,
        module: kit.Address,
        index: kit.Uint256,
    ) -> bool:
        """Whether a grant lets an auditor see an entry of a module's audit log now."""
        return await self._read(IS_DISCLOSED, grant, auditor, module, index)

    async def is_schema_disclosed(
        self,
        grant: kit.Uint256,
        auditor: kit.Address,
        schema: kit.Bytes32,
    ) -> bool:
        """Whether a grant lets an auditor see the subject's claims of a schema now."""
        return await self._read(IS_SCHEMA_DISCLOSED, grant, auditor, schema)

    async def who_accessed(
        self,
        subject: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[Access, ...]:
        """Return who noted that they read what is a subject's, oldest first, at most PAGE_MAX."""
        return await self._read(WHO_ACCESSED, subject, offset, limit)

    async def audit_total(self, module: kit.Address) -> kit.Uint256:
        """Return how many entries a module's audit log has; 0 where it keeps none."""
        return await self._read(AUDIT_TOTAL, module)

    async def audit_epoch(self, module: kit.Address, epoch: kit.Uint256) -> AuditEpoch:
        """Return the root, head and range of an epoch of a module's audit log."""
        return await self._read(AUDIT_EPOCH, module, epoch)

    async def audit_epochs(
        self,
        module: kit.Address,
        first: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[AuditEpoch, ...]:
        """Return the epochs of a module's audit log from one on, up to now, at most PAGE_MAX."""
        return await self._read(AUDIT_EPOCHS, module, first, limit)

    async def entry_hash(self, entry: AuditEntry) -> kit.Bytes32:
        """Return the head after an entry, keccak256(abi.encode(entry))."""
        return await self._read(ENTRY_HASH, entry)

    async def is_entry_logged(
        self,
        module: kit.Address,
        epoch: kit.Uint256,
        entry: AuditEntry,
        path: Sequence[kit.Bytes32],
    ) -> bool:
        """Whether an entry stands in a module's audit log, by its siblings up to the root."""
        return await self._read(IS_ENTRY_LOGGED, module, epoch, entry, path)

    async def registration_cost(self) -> kit.Wei:
        """Return what registering takes, fee and bond, in wei."""
        return await self._read(REGISTRATION_COST)

    async def subject_total(self) -> kit.Uint256:
        """Return how many subjects there were; they are numbered from 1."""
        return await self._read(SUBJECT_TOTAL)

    async def subject_of(self, account: kit.Address) -> kit.Uint256:
        """Return the subject that an account belongs to; zero for none."""
        return await self._read(SUBJECT_OF, account)

    async def did(self, subject: kit.Uint256) -> str:
        """Return the subject's name in the world: did:kumiai:<chain>:<number>."""
        return await self._read(DID, subject)

    async def attribute(self, subject: kit.Uint256, schema: kit.Bytes32) -> Attribute:
        """Return a subject's attribute under a schema; version 0 where it never changed."""
        return await self._read(ATTRIBUTE, subject, schema)

    async def key_nonce(self, key: kit.Address) -> kit.Uint256:
        """Return the nonce that a key's next consent must name."""
        return await self._read(KEY_NONCE, key)

    async def issuer_total(self) -> kit.Uint256:
        """Return how many issuers were proposed; they are numbered from 1."""
        return await self._read(ISSUER_TOTAL)

    async def issuer(self, number: kit.Uint256) -> IssuerInfo:
        """Return one issuer, whole; in state NOTHING where there is none."""
        return await self._read(ISSUER, number)

    async def issuer_of(self, key: kit.Address) -> kit.Uint256:
        """Return the issuer that a key speaks, or ever spoke, for; zero for none."""
        return await self._read(ISSUER_OF, key)
