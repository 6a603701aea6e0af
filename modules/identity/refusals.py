"""Why identity says no."""

from chain.kit.record import Refusal
from chain.types.primitives import Address, Bps, Hash32, Height, Seconds, Wei


class CostMismatch(Refusal):
    """Exactly this must come along."""

    expected_wei: Wei
    found_wei: Wei


class AccountTaken(Refusal):
    """The account belongs to a subject already; it may belong to one at a time."""

    account: Address
    subject: int


class AccountsFull(Refusal):
    """A subject has at most so many accounts."""

    maximum: int


class NotItsAccount(Refusal):
    """The account does not belong to this subject."""

    account: Address
    subject: int


class ControllerStays(Refusal):
    """The account that speaks for a subject leaves it by another taking its place."""

    account: Address


class PermissionExpired(Refusal):
    """The signature was good until then."""

    deadline_s: Seconds


class NonceMismatch(Refusal):
    """The signature must name the key's next nonce."""

    expected: int
    found: int


class GuardiansInvalid(Refusal):
    """Guardians are different accounts, at most 16, none the officer; the threshold fits them."""

    found: int
    threshold: int


class NothingPending(Refusal):
    """No set of guardians waits to count."""

    subject: int


class TriesSpent(Refusal):
    """So many recoveries were vetoed that guardians must wait."""

    until: Height


class OfficerConcerned(Refusal):
    """The officer may not be issuer, guardian or heir: who freezes must not be able to take."""

    account: Address


class CaseInvalid(Refusal):
    """A freeze names a case, and a case freezes the same one only once."""

    case: Hash32


class FreezeInvalid(Refusal):
    """A freeze lasts so many blocks at most, and at least one."""

    maximum: int
    found: int


class FreezeTooSoon(Refusal):
    """After a freeze there is a time without one."""

    until: Height


class KeyTaken(Refusal):
    """The key speaks, or spoke, for an issuer."""

    key: Address
    issuer: int


class SchemasInvalid(Refusal):
    """Schemas are different hashes, none of them zero, and not too many."""

    maximum: int
    found: int


class UriInvalid(Refusal):
    """A link has at most so many bytes."""

    bytes_max: int
    found_bytes: int


class BondTooSmall(Refusal):
    """An issuer's bond must be at least this."""

    needed_wei: Wei
    found_wei: Wei


class SlashInvalid(Refusal):
    """No more than the whole can be slashed."""

    found_bps: Bps


class NotByAnIssuer(Refusal):
    """The key that signed speaks for no issuer that may attest now."""

    signer: Address


class SchemaNotHis(Refusal):
    """The issuer may not attest claims of this schema."""

    issuer: int
    schema: Hash32


class ClaimInvalid(Refusal):
    """A claim's field is not what it may be."""

    field: str
    found: int


class ClaimUsed(Refusal):
    """A signed claim of this nonce was brought, or called back."""

    issuer: int
    nonce: int


class VersionMismatch(Refusal):
    """The subject's attribute changed: the claim is about another version of it."""

    expected: int
    found: int


class CredentialsFull(Refusal):
    """A subject holds at most so many credentials, and so many of one schema."""

    maximum: int


class UnknownPolicy(Refusal):
    """No policy has this number, or it has no such version."""

    policy: int


class UnknownList(Refusal):
    """No list has this number."""

    list: int


class NotOwner(Refusal):
    """Only its owner may change it; what governance owns, a passed proposal changes."""

    owner: Address


class PolicyInvalid(Refusal):
    """A policy's field is not what it may be."""

    field: str
    found: int


class GrantInvalid(Refusal):
    """A disclosure names an auditor, something to see, and an end that is still to come."""

    field: str


class AlreadyErased(Refusal):
    """The payload of this commitment was erased."""

    erased_at: Height
