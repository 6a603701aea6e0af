"""What a device's key and its maker sign, as EIP-712 typed data of one domain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from chain.kit import typed_data
from chain.kit.record import Record
from chain.kit.typed_data import Domain
from chain.types.primitives import Address, Hash32, Seconds
from modules.devices.records import Application, Beat
from modules.devices.refusals import NonceMismatch, PermissionExpired

if TYPE_CHECKING:
    from modules.devices.module import Devices

DOMAIN: Final = Domain("Kumiai Devices")


class MakerWord(Record):
    """What a maker signs: it built the device of this key and serial."""

    key: Address
    serial: Hash32
    kind: int
    valid_until_s: int


class Handover(Record):
    """What a device's key signs for a new owner."""

    device: int
    owner: Address
    nonce: int
    deadline_s: int


class Rotation(Record):
    """What the old and the new key sign."""

    device: int
    key: Address
    nonce: int
    deadline_s: int


class Relocation(Record):
    """What a device's key signs when it moves."""

    device: int
    cell: int
    nonce: int
    deadline_s: int


class Answer(Record):
    """What a device's key signs over a challenge."""

    challenge: int
    nonce: Hash32
    response: Hash32


Typed = Application | Beat | MakerWord | Handover | Rotation | Relocation | Answer


def typed_digest(message: Typed, chain_id: int, contract: Address) -> Hash32:
    """Return what is signed for a message."""
    return typed_data.typed_digest(DOMAIN, message, chain_id, contract)


def digest_of(devices: Devices, message: Typed) -> Hash32:
    """Return what is signed for a message on this chain; charges for the hashing."""
    return typed_data.digest_of(devices, DOMAIN, message)


def signer_of(devices: Devices, message: Typed, signature: bytes, expected: Address) -> Address:
    """Return who signed a message; raises SignatureWrong where the bytes are no signature."""
    return typed_data.signer_of(devices, DOMAIN, message, signature, expected)


def check_signed(devices: Devices, message: Typed, signature: bytes, key: Address) -> None:
    """Raise SignatureWrong where a message is not signed by a key."""
    typed_data.check_signed(devices, DOMAIN, message, signature, key)


def use_nonce(devices: Devices, key: Address, nonce: int, deadline_s: Seconds) -> None:
    """Spend a key's next nonce; raises NonceMismatch and PermissionExpired."""
    if devices.block.time_s > deadline_s:
        raise PermissionExpired(deadline_s)
    expected = devices.nonces[key]
    if nonce != expected:
        raise NonceMismatch(expected, nonce)
    devices.nonces[key] = expected + 1
