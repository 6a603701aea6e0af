"""What identity says when something happened."""

from chain.kit.record import Event, Indexed
from chain.types.primitives import Address, Hash32, Height, Seconds, Wei
from modules.identity.records import CredentialState, DisclosureScope, IssuerState


class SubjectRegistered(Event):
    """A subject has a number; its controller speaks for it."""

    subject: Indexed[int]
    controller: Indexed[Address]
    bond_wei: Wei


class AccountLinked(Event):
    """An account belongs to a subject."""

    subject: Indexed[int]
    account: Indexed[Address]


class AccountUnlinked(Event):
    """An account belongs to the subject no more."""

    subject: Indexed[int]
    account: Indexed[Address]


class KeyRotated(Event):
    """Another key speaks for the subject."""

    subject: Indexed[int]
    old: Address
    new: Address


class AttributeChanged(Event):
    """A subject's attribute changed: credentials of this schema, and no others, count no more."""

    subject: Indexed[int]
    schema: Indexed[Hash32]
    version: int
    commitment: Hash32


class SubjectDeactivated(Event):
    """The subject is no more; its bond went back."""

    subject: Indexed[int]
    bond_wei: Wei


class GuardiansSet(Event):
    """A set of guardians counts from this height on."""

    subject: Indexed[int]
    threshold: int
    members: tuple[Address, ...]
    effective_at: Height


class GuardiansCancelled(Event):
    """A set of guardians that waited will not count."""

    subject: Indexed[int]


class RecoveryApproved(Event):
    """A guardian wants this key to speak for the subject."""

    subject: Indexed[int]
    guardian: Indexed[Address]
    key: Address


class RecoveryStarted(Event):
    """Enough guardians agree; the owner may veto until this height."""

    subject: Indexed[int]
    key: Address
    ends_at: Height


class RecoveryVetoed(Event):
    """The owner is still there."""

    subject: Indexed[int]
    tries: int


class RecoveryFailed(Event):
    """The key that was to speak for the subject belongs to another one by now."""

    subject: Indexed[int]
    key: Address


class SubjectFrozen(Event):
    """The subject is admitted nowhere, and nothing of it moves, until this height at most."""

    subject: Indexed[int]
    case: Indexed[Hash32]
    until: Height


class SubjectUnfrozen(Event):
    """The freeze of this case ended."""

    subject: Indexed[int]
    case: Indexed[Hash32]


class IssuerProposed(Event):
    """A vote lets this key become an issuer, if it bonds itself in time."""

    issuer: Indexed[int]
    key: Indexed[Address]
    uri: str


class IssuerMoved(Event):
    """An issuer is in another state, or its bond changed."""

    issuer: Indexed[int]
    state: Indexed[IssuerState]
    bond_wei: Wei
    case: Hash32


class IssuerSlashed(Event):
    """A part of a removed issuer's bond went to the treasury."""

    issuer: Indexed[int]
    amount_wei: Wei


class IssuerKeyRotated(Event):
    """Another key speaks for the issuer."""

    issuer: Indexed[int]
    old: Address
    new: Address


class SchemasSet(Event):
    """These are the schemas that an issuer may attest from now on."""

    issuer: Indexed[int]
    schemas: tuple[Hash32, ...]


class CredentialIssued(Event):
    """An issuer attested a claim."""

    credential: Indexed[int]
    subject: Indexed[int]
    issuer: Indexed[int]
    schema: Hash32
    jurisdiction: int
    valid_from_s: Seconds
    expiry_s: Seconds


class CredentialMoved(Event):
    """A credential is in another state."""

    credential: Indexed[int]
    state: Indexed[CredentialState]


class ClaimCancelled(Event):
    """An issuer called a signed claim back."""

    issuer: Indexed[int]
    nonce: int


class PayloadErased(Event):
    """What was behind a commitment is gone; the chain keeps that it was there."""

    subject: Indexed[int]
    commitment: Indexed[Hash32]


class PolicySet(Event):
    """A version of a policy counts from now on."""

    policy: Indexed[int]
    version: Indexed[int]
    owner: Address


class ListCreated(Event):
    """There is a new list of barred subjects."""

    list: Indexed[int]
    owner: Address


class Barred(Event):
    """A subject is on a list, or no more."""

    list: Indexed[int]
    subject: Indexed[int]
    is_barred: bool


class AccessDecided(Event):
    """A policy admitted an account, or said why not; `asker` is the module that asked."""

    policy: Indexed[int]
    account: Indexed[Address]
    asker: Indexed[Address]
    version: int
    subject: int
    reasons: int


class DisclosureGranted(Event):
    """An auditor may see what the scope opens, until then."""

    grant: Indexed[int]
    subject: Indexed[int]
    auditor: Indexed[Address]
    scope: DisclosureScope
    expiry_s: Seconds


class DisclosureRevoked(Event):
    """An auditor may see it no more."""

    grant: Indexed[int]


class Accessed(Event):
    """An auditor noted that it read a payload."""

    grant: Indexed[int]
    subject: Indexed[int]
    auditor: Indexed[Address]
    payload: Hash32
