"""
What a device's key and its maker sign: EIP-712 typed data, so that any wallet's code can.

    domain {name, version, chainId, verifyingContract} + struct --Keccak--> digest --recover--> key
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eth_hash.auto import keccak

from chain.certificates import SignatureRefused, recover_signer
from chain.kit.abi import encode_sequence
from chain.kit.record import Record, field_types
from chain.types.primitives import Address, Gas, Hash32, Seconds
from modules.devices.records import Application, Beat
from modules.devices.refusals import NonceMismatch, PermissionExpired, SignatureWrong

if TYPE_CHECKING:
    from modules.devices.module import Devices

RECOVERY_GAS: Final = Gas(3_000)  # of one signature, as the ECRECOVER precompile costs
TYPED_GAS: Final = Gas(500)  # of one typed digest: five hashes of a few words
DOMAIN_TYPE: Final = (
    b"EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
)
NAME: Final = b"Kumiai Devices"
VERSION: Final = b"1"


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


def struct_hash(message: Typed) -> bytes:
    """Return EIP-712's hashStruct; every field is one word."""
    kinds = field_types(type(message))
    fields = ",".join(f"{kind.name} {name}" for name, kind in kinds.items())
    type_hash = keccak(f"{type(message).__name__}({fields})".encode())
    return keccak(
        type_hash + encode_sequence(list(kinds.values()), [getattr(message, n) for n in kinds])
    )


def domain_separator(chain_id: int, contract: Address) -> bytes:
    """Return EIP-712's domain separator of a contract on a chain."""
    words = keccak(DOMAIN_TYPE) + keccak(NAME) + keccak(VERSION)
    return keccak(words + chain_id.to_bytes(32, "big") + contract.rjust(32, b"\0"))


def typed_digest(message: Typed, chain_id: int, contract: Address) -> Hash32:
    """Return what is signed for a message."""
    return Hash32(keccak(b"\x19\x01" + domain_separator(chain_id, contract) + struct_hash(message)))


def digest_of(devices: Devices, message: Typed) -> Hash32:
    """Return what is signed for a message on this chain; charges for the hashing."""
    devices.host.charge(TYPED_GAS)
    return typed_digest(message, devices.block.chain_id, devices.address)


def signer_of(devices: Devices, message: Typed, signature: bytes, expected: Address) -> Address:
    """Return who signed a message; raises SignatureWrong where the bytes are no signature."""
    devices.host.charge(RECOVERY_GAS)
    digest = digest_of(devices, message)
    try:
        return recover_signer(digest, signature)
    except SignatureRefused as cause:
        raise SignatureWrong(expected, str(cause)[:128]) from cause


def check_signed(devices: Devices, message: Typed, signature: bytes, key: Address) -> None:
    """Raise SignatureWrong where a message is not signed by a key."""
    signer = signer_of(devices, message, signature, key)
    if signer != key:
        raise SignatureWrong(key, f"signed by 0x{signer.hex()}")


def use_nonce(devices: Devices, key: Address, nonce: int, deadline_s: Seconds) -> None:
    """Spend a key's next nonce; raises NonceMismatch and PermissionExpired."""
    if devices.block.time_s > deadline_s:
        raise PermissionExpired(deadline_s)
    expected = devices.nonces[key]
    if nonce != expected:
        raise NonceMismatch(expected, nonce)
    devices.nonces[key] = expected + 1
