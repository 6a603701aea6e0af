"""What identity stores and shows. Nothing here is personal: claims stand as salted hashes alone."""

from enum import IntEnum
from typing import Final

from chain.kit.record import Record
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Address, Hash32, Height, Seconds, Wei

ACCOUNTS_MAX: Final = 16  # accounts of one subject, its controller included
GUARDIANS_MAX: Final = 16  # of one subject
SCHEMAS_MAX: Final = 32  # that one issuer may attest
PER_SCHEMA_MAX: Final = 4  # credentials of one subject and schema: one an issuer
POLICY_SCHEMAS_MAX: Final = 4  # in each list of a policy
JURISDICTIONS_MAX: Final = 32  # in each list of a policy
JURISDICTION_MAX: Final = 999  # ISO 3166-1 numeric; 0 for none
TIER_MAX: Final = 5  # of stake
RATE_MAX: Final = 1_000_000  # admissions in one window
URI_BYTES_MAX: Final = 256  # bytes of where an issuer says what it attests
PAGE_MAX: Final = 100  # entries of one page of a view
WHOLE_BPS: Final = 10_000  # bps of the whole


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


class CredentialState(IntEnum):
    """Where a credential stands; time alone makes it begin and expire."""

    NOTHING = 0
    ISSUED = 1  # good from a later time on
    ACTIVE = 2
    SUSPENDED = 3
    EXPIRED = 4
    REVOKED = 5
    ERASED = 6  # its payload is gone and its commitment with it


class GrantState(IntEnum):
    """Where a disclosure stands; time alone ends it."""

    NOTHING = 0
    GRANTED = 1
    EXPIRED = 2
    REVOKED = 3


class Subject(Record):
    """Who is known by a number, and the key that speaks for it."""

    state: SubjectState
    controller: Address
    bond_wei: Wei
    registered_at: Height


class Freeze(Record):
    """The latest freeze: its case, the height at which it ends or ended."""

    case: Hash32
    until: Height


class Guardians(Record):
    """Who may recover a subject together: `threshold` of `members`."""

    threshold: int = 0
    members: tuple[Address, ...] = ()


class PendingGuardians(Record):
    """A set of guardians that counts from a height on; 0 where none waits."""

    effective_at: Height
    guardians: Guardians


class Recovery(Record):
    """The recovery that runs: to which key and until when; and how many were vetoed since when."""

    key: Address
    ends_at: Height
    round: int
    tries: int
    tries_since: Height


class Approval(Record):
    """A guardian's word for a key, in a round of recoveries."""

    key: Address
    round: int
    given_at: Height


class Wait(Record):
    """A deadline: its height, the blocks that somebody had to act in, and the entry set for it."""

    until: Height
    span: int
    timer_at: Height


class SubjectInfo(Record):
    """A subject as queries show it, whole."""

    number: int
    did: str
    state: SubjectState
    controller: Address
    accounts: tuple[Address, ...]
    bond_wei: Wei
    registered_at: Height
    freeze: Freeze
    recovery: Recovery
    guardians: Guardians
    pending_guardians: PendingGuardians


class Issuer(Record):
    """Who may attest, with which key, and the bond behind it."""

    state: IssuerState
    key: Address
    bond_wei: Wei
    term_ends_at: Height
    freeze: Freeze


class IssuerInfo(Record):
    """An issuer as queries show it, whole; `uri` is where it tells what it attests."""

    number: int
    issuer: Issuer
    uri: str
    schemas: tuple[Hash32, ...]


class Claim(Record):
    """
    What an issuer attests.

    `commitment` is Keccak-256(salt ++ payload) with a random salt of 32 bytes that stays off chain;
    without the salt it says nothing, not even to who guesses the payload. `version` is that of the
    subject's attribute of this schema. Who attests it is not in it: the key on record says so.
    """

    subject: int
    schema: Hash32
    commitment: Hash32
    jurisdiction: int  # ISO 3166-1 numeric; 0 for none
    valid_from_s: Seconds
    expiry_s: Seconds
    version: int


class SignedClaim(Record):
    """A claim as its issuer signs it: good once, until the deadline, in this module alone."""

    claim: Claim
    nonce: int
    deadline_s: Seconds


class Credential(Record):
    """A claim on record and who attested it."""

    state: CredentialState
    issuer: int
    issued_at: Height
    claim: Claim


class CredentialInfo(Record):
    """A credential as queries show it; `is_good` is whether it counts now."""

    number: int
    chain_id: int
    credential: Credential
    is_good: bool


class Attribute(Record):
    """What a subject says of itself under a schema, as a salted hash, and which change it is."""

    version: int
    commitment: Hash32


class PolicyTerms(Record):
    """
    What a policy asks for; empty lists and zeros ask for nothing.

    A good credential of each schema in `all_of`, and of one in `any_of`; each from a jurisdiction
    in `allowed`, and none of those schemas from one in `denied`; stake of a tier; at most
    `rate_limit` admissions in `rate_blocks`; not on the list `barred_list`.
    """

    all_of: tuple[Hash32, ...] = ()
    any_of: tuple[Hash32, ...] = ()
    allowed: tuple[int, ...] = ()
    denied: tuple[int, ...] = ()
    tier_min: int = 0
    rate_limit: int = 0
    rate_blocks: int = 0
    barred_list: int = 0


class Policy(Record):
    """Whose a policy is, and its newest version; versions never change."""

    owner: Address
    version: int
    changed_at: Height


class PolicyInfo(Record):
    """A policy in one of its versions."""

    number: int
    policy: Policy
    terms: PolicyTerms


class Usage(Record):
    """Admissions of one subject in a policy's window."""

    window: int
    count: int


class Answer(Record):
    """Whether a policy admits an account now, and what stands in the way."""

    is_admitted: bool
    subject: int
    version: int
    reasons: int
    names: tuple[str, ...]


class DisclosureScope(Record):
    """
    What a grant opens: entries of a module's audit log, or the claims of a schema, or both.

    Zero for the module, or for the schema, is none of it. A grant opens what is its subject's own.
    """

    module: Address = ZERO_ADDRESS
    first_index: int = 0
    last_index: int = 0
    schema: Hash32 = ZERO_HASH


class Grant(Record):
    """Who may see what of a subject, and until when."""

    state: GrantState
    subject: int
    auditor: Address
    scope: DisclosureScope
    expiry_s: Seconds


class Access(Record):
    """An auditor noted that it read a payload under a grant."""

    grant: int
    auditor: Address
    payload: Hash32
    height: Height


class Permission(Record):
    """A key's signature over a change of a subject or an issuer that makes it speak for it."""

    nonce: int
    deadline_s: Seconds
    signature: bytes
