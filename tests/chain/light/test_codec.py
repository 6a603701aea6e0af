"""Light blocks as bytes: there and back, and nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.certificates import encode_certificate
from chain.codec import encode_header, rlp
from chain.errors import Malformed
from chain.light.block import Commit
from chain.light.codec import (
    HEADER_BYTES_MAX,
    LIGHT_BLOCK_BYTES_MAX,
    decode_light_block,
    encode_light_block,
    light_block_of,
    without_priorities,
)
from chain.types.validators import VALIDATORS_MAX, Validator, ValidatorSet
from chain.validator_sets import encode_validator_set
from tests.chain.light.stage import grow, members

SET = members({0: 10, 1: 9, 2: 8})
GENESIS, BLOCK = grow([SET] * 3)[::2]
assert BLOCK.commit is not None
HEADER, SET_BYTES = encode_header(BLOCK.header), encode_validator_set(SET)
CERTIFICATE = encode_certificate(BLOCK.commit.certificate)


def test_light_blocks_are_read_back_as_written() -> None:
    """Genesis and any other block keep every part."""
    for block in (GENESIS, BLOCK):
        assert block == decode_light_block(encode_light_block(block))


def test_priorities_stay_outside() -> None:
    """ASA-2024-009: no hash covers the rotation's priorities, so none are written or taken."""
    turned = SET.incremented(2)
    assert any(v.priority for v in turned)
    assert SET == without_priorities(turned)
    assert BLOCK.commit is not None
    moved = replace(BLOCK, next_validators=turned, commit=replace(BLOCK.commit, validators=turned))
    assert BLOCK == decode_light_block(encode_light_block(moved))
    with pytest.raises(Malformed, match="without priorities"):
        light_block_of(encode_header(GENESIS.header), encode_validator_set(turned), [])


def test_the_largest_block_fits() -> None:
    """256 validators of the highest powers, all of whom signed, are within the limit."""
    power = (2**63 - 1) // 8 // VALIDATORS_MAX
    many = [Validator(n.to_bytes(20, "big"), power) for n in range(1, VALIDATORS_MAX + 1)]  # type: ignore[arg-type]
    full = ValidatorSet(tuple(many))
    assert BLOCK.commit is not None
    signatures = tuple((v.address, bytes([1]) * 65) for v in full)
    certificate = replace(BLOCK.commit.certificate, signatures=signatures)
    block = replace(
        BLOCK, next_validators=full, commit=Commit(BLOCK.commit.parent, full, certificate)
    )
    encoded = encode_light_block(block)
    assert len(encoded) <= LIGHT_BLOCK_BYTES_MAX
    assert block == decode_light_block(encoded)


@pytest.mark.parametrize(
    "parts",
    [
        [HEADER],
        [HEADER, SET_BYTES],
        [HEADER, SET_BYTES, CERTIFICATE, b""],
        [HEADER, SET_BYTES, b""],
        [SET_BYTES, HEADER, CERTIFICATE],
    ],
)
def test_a_commit_has_three_parts_in_order(parts: list[bytes]) -> None:
    """Parent, validators, certificate; or none of them."""
    with pytest.raises(Malformed):
        light_block_of(HEADER, SET_BYTES, parts)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xc0",
        b"\x80",
        rlp.encode([HEADER, SET_BYTES]),
        rlp.encode([HEADER, SET_BYTES, HEADER]),
        rlp.encode([[HEADER], SET_BYTES, []]),
        rlp.encode([HEADER, SET_BYTES, [[], [], []]]),
        encode_light_block(BLOCK) + b"\x00",
        encode_light_block(BLOCK)[:-1],
        bytes(LIGHT_BLOCK_BYTES_MAX + 1),
        rlp.encode([bytes(HEADER_BYTES_MAX + 1), SET_BYTES, []]),
    ],
)
def test_what_is_no_light_block_is_refused(data: bytes) -> None:
    """Cut, longer, nested otherwise or too large: Malformed, never another error."""
    with pytest.raises(Malformed):
        decode_light_block(data)


@given(st.binary(max_size=300))
def test_noise_is_refused(data: bytes) -> None:
    """No bytes from outside raise anything but Malformed."""
    with pytest.raises(Malformed):
        decode_light_block(data)


@given(st.integers(0, len(encode_light_block(BLOCK)) - 1), st.integers(1, 255))
def test_a_flipped_byte_is_refused_or_read_as_written(place: int, flip: int) -> None:
    """Decoding is strict: what is taken is the only encoding of what was read."""
    data = bytearray(encode_light_block(BLOCK))
    data[place] ^= flip
    try:
        block = decode_light_block(bytes(data))
    except Malformed:
        return
    assert bytes(data) == encode_light_block(block)
