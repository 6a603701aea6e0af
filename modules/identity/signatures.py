"""
What keys sign for identity, as EIP-712 typed data of one domain.

The digest binds this chain and this module (tronprotocol/tips#848: a claim of one chain counted on
another), and each message its subject, a nonce and a deadline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from chain.kit import typed_data
from chain.kit.record import Record
from chain.kit.typed_data import Domain
from chain.types.primitives import Address
from modules.identity.records import Permission
from modules.identity.refusals import NonceMismatch, PermissionExpired

if TYPE_CHECKING:
    from modules.identity.ground import Ground

DOMAIN: Final = Domain("Kumiai Identity")


class Link(Record):
    """What an account signs to belong to a subject."""

    subject: int
    account: Address
    nonce: int
    deadline_s: int


class Rotation(Record):
    """What a key signs to speak for a subject from now on."""

    subject: int
    key: Address
    nonce: int
    deadline_s: int


class Rescue(Record):
    """What a key signs to speak for a subject that its guardians recover."""

    subject: int
    key: Address
    nonce: int
    deadline_s: int


class IssuerRotation(Record):
    """What a key signs to speak for an issuer from now on."""

    issuer: int
    key: Address
    nonce: int
    deadline_s: int


Consent = Link | Rotation | Rescue | IssuerRotation


def check_consent(
    identity: Ground, kind: type[Consent], number: int, key: Address, permission: Permission
) -> None:
    """
    Spend a key's consent to a change.

    Raises PermissionExpired, NonceMismatch, SignatureWrong.
    """
    if identity.block.time_s > permission.deadline_s:
        raise PermissionExpired(permission.deadline_s)
    expected = identity.nonces[key]
    if permission.nonce != expected:
        raise NonceMismatch(expected, permission.nonce)
    identity.nonces[key] = expected + 1
    message = kind(number, key, permission.nonce, permission.deadline_s)
    typed_data.check_signed(identity, DOMAIN, message, permission.signature, key)
