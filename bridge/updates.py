"""
A Kumiai block in the words of whoever is shown it: another Kumiai chain, or an EVM gateway.

    trusted block, new block --> KumiaiUpdate in bytes   |   Commit, as LightClient.sol takes it
"""

from typing import Final

from bridge.contract import Function
from bridge.endpoint import AnswerInvalid
from bridge.records import KumiaiUpdate
from bridge.steps import fewest_signers
from chain.codec import encode_header
from chain.kit.abi import Uint8, Uint16, Uint64, abi_type, encode_sequence
from chain.kit.record import Record
from chain.light.block import LightBlock
from chain.light.codec import encode_light_block, without_priorities
from chain.types.primitives import Address, Hash32
from chain.types.validators import ValidatorSet
from chain.validator_sets import encode_validator_set

NOBODY: Final = Uint16(0xFFFF)  # the place of a signer that is no member of the trusted set


class Member(Record):
    """LightClient.sol's Validator."""

    account: Address
    power: Uint64


class Signature(Record):
    """LightClient.sol's Signature."""

    r: Hash32
    s: Hash32
    v: Uint8
    place: Uint16
    trusted_place: Uint16


class Commit(Record):
    """LightClient.sol's Commit."""

    header: bytes
    parent: bytes
    round: Uint64
    time_ms: Uint64
    validators: tuple[Member, ...]
    trusted: tuple[Member, ...]
    signatures: tuple[Signature, ...]


UPDATE_GATEWAY: Final = Function("update", Uint64, Commit)
UPDATE_CLIENT: Final = Function("updateClient", int, bytes)


def kumiai_evidence(trusted: LightBlock, new: LightBlock) -> bytes:
    """Return what the bridge module takes for a new block of another Kumiai chain."""
    shown = KumiaiUpdate(
        trusted.height,
        encode_header(trusted.header),
        encode_validator_set(without_priorities(trusted.next_validators)),
        encode_light_block(new),
    )
    return encode_sequence([abi_type(KumiaiUpdate)], [shown])


def gateway_commit(trusted: LightBlock, new: LightBlock) -> Commit:
    """Return what a LightClient contract takes for a new block; raises AnswerInvalid."""
    commit = new.commit
    if commit is None:
        raise AnswerInvalid(f"block {new.height}: a certificate expected")
    is_same = trusted.next_validators.hash == commit.validators.hash
    other = None if is_same else trusted.next_validators
    signed = dict(commit.certificate.signatures)
    places, trusted_places = _places(commit.validators), _places(other)
    return Commit(
        encode_header(new.header),
        encode_header(commit.parent),
        Uint64(commit.certificate.round),
        Uint64(commit.certificate.block_id.time_ms),
        _members(commit.validators),
        _members(other),
        tuple(
            Signature(
                Hash32(signed[who][:32]),
                Hash32(signed[who][32:64]),
                Uint8(signed[who][64]),
                places[who],
                trusted_places.get(who, NOBODY),
            )
            for who in fewest_signers(new, other)
        ),
    )


def _members(validators: ValidatorSet | None) -> tuple[Member, ...]:
    return tuple(Member(v.address, Uint64(v.power)) for v in validators or ())


def _places(validators: ValidatorSet | None) -> dict[Address, Uint16]:
    return {v.address: Uint16(place) for place, v in enumerate(validators or ())}
