"""
A light block as stored bytes: strict RLP of the encodings that the chain already has.

    [header, next_validators, [parent, validators, certificate] or []]
"""

from typing import Final

from chain.certificates import CERTIFICATE_BYTES_MAX, decode_certificate, encode_certificate
from chain.codec import decode_header, encode_header, rlp
from chain.errors import Malformed
from chain.light.block import Commit, LightBlock
from chain.types.header import Header
from chain.types.validators import Validator, ValidatorSet
from chain.validator_sets import (
    VALIDATOR_SET_BYTES_MAX,
    decode_validator_set,
    encode_validator_set,
)

HEADER_BYTES_MAX: Final = 1_024  # one encoded header; Prague's has at most about 750
LIGHT_BLOCK_BYTES_MAX: Final = (
    2 * HEADER_BYTES_MAX + 2 * VALIDATOR_SET_BYTES_MAX + CERTIFICATE_BYTES_MAX + 64
)  # about 51 kB


def encode_light_block(block: LightBlock) -> bytes:
    """RLP of a light block."""
    commit = block.commit
    parts: list[bytes] = []
    if commit is not None:
        parts = [
            encode_header(commit.parent),
            encode_validator_set(without_priorities(commit.validators)),
            encode_certificate(commit.certificate),
        ]
    validators = encode_validator_set(without_priorities(block.next_validators))
    return rlp.encode([encode_header(block.header), validators, parts])


def decode_light_block(data: bytes) -> LightBlock:
    """Strict reverse of `encode_light_block`; checks the shape only. Raises Malformed."""
    if len(data) > LIGHT_BLOCK_BYTES_MAX:
        raise Malformed(
            f"expected a light block of at most {LIGHT_BLOCK_BYTES_MAX} bytes, found {len(data)}"
        )
    header, validators, commit = rlp.expect_fields(rlp.decode(data), 3, "light block")
    parts = [rlp.to_bytes(part, "part of a commit") for part in rlp.expect_list(commit, "commit")]
    return light_block_of(
        rlp.to_bytes(header, "header"), rlp.to_bytes(validators, "next validators"), parts
    )


def light_block_of(header: bytes, next_validators: bytes, commit: list[bytes]) -> LightBlock:
    """
    Return the light block of its encoded parts, as a node serves them.

    `commit` is parent, validators and certificate, or nothing for the genesis block. Raises
    Malformed.
    """
    if not commit:
        return LightBlock(_header(header), _validators(next_validators), None)
    if len(commit) != 3:
        raise Malformed(f"expected a commit of 3 parts, found {len(commit)}")
    parent, validators, certificate = commit
    return LightBlock(
        _header(header),
        _validators(next_validators),
        Commit(_header(parent), _validators(validators), decode_certificate(certificate)),
    )


def without_priorities(validators: ValidatorSet) -> ValidatorSet:
    """Return a set with addresses and powers only: no hash covers the rest."""
    return ValidatorSet(tuple(Validator(v.address, v.power) for v in validators))


def _header(data: bytes) -> Header:
    if len(data) > HEADER_BYTES_MAX:
        raise Malformed(f"expected a header of at most {HEADER_BYTES_MAX} bytes: {len(data)}")
    return decode_header(data)


def _validators(data: bytes) -> ValidatorSet:
    """Priorities are not taken from strangers: who used them would propose by them."""
    found = decode_validator_set(data)
    if any(validator.priority for validator in found):
        raise Malformed("expected validators without priorities, found some with")
    return found
