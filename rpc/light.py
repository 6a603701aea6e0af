"""
What a light client needs of one block, as bytes: it checks everything itself.

    header, parent header (names the validators), validators, certificate, next validators
"""

from dataclasses import dataclass

from chain.certificates import encode_certificate
from chain.codec import encode_header
from chain.types.validators import Validator, ValidatorSet
from chain.validator_sets import encode_validator_set
from rpc.backend import ChainView


@dataclass(frozen=True, slots=True)
class LightParts:
    """A header and why it is final, each part in its encoding; genesis has no commit."""

    header: bytes
    next_validators: bytes  # of the next height, without priorities
    commit: "CommitParts | None"


@dataclass(frozen=True, slots=True)
class CommitParts:
    """Who decided a block, as its parent's header names them, and their precommits."""

    parent: bytes
    validators: bytes
    certificate: bytes


def find_light_parts(chain: ChainView, height: int) -> LightParts | None:
    """Return the parts of a block's proof, None where the block or its parent is not here."""
    block = chain.block(height)
    following = None if block is None else chain.validators(height + 1)
    if block is None or following is None:
        return None
    commit = None
    if height > 0:
        parent, validators = chain.block(height - 1), chain.validators(height)
        if parent is None or validators is None or block.certificate is None:
            return None
        commit = CommitParts(
            encode_header(parent.header),
            _encode(validators),
            encode_certificate(block.certificate),
        )
    return LightParts(encode_header(block.header), _encode(following), commit)


def _encode(validators: ValidatorSet) -> bytes:
    """No hash covers the rotation's priorities, so a light client could not check them."""
    return encode_validator_set(
        ValidatorSet(tuple(Validator(v.address, v.power) for v in validators))
    )
