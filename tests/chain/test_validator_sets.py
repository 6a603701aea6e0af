"""A stored validator set is the set that was stored."""

import pytest
import rlp
from hypothesis import given
from hypothesis import strategies as st

from chain.errors import Malformed
from chain.types.primitives import Address
from chain.types.validators import POWER_TOTAL_MAX, VALIDATORS_MAX, Validator, ValidatorSet
from chain.validator_sets import (
    VALIDATOR_SET_BYTES_MAX,
    decode_validator_set,
    encode_validator_set,
)

ONE, TWO = b"\x01" * 20, b"\x02" * 20


@given(
    st.dictionaries(
        st.binary(min_size=20, max_size=20),
        st.tuples(st.integers(1, 10**17), st.integers(-(2**62), 2**62)),
        min_size=1,
        max_size=8,
    )
)
def test_sets_come_back_with_their_priorities(content: dict[bytes, tuple[int, int]]) -> None:
    """Powers and priorities, negative ones too, survive storage."""
    validators = ValidatorSet(tuple(Validator(Address(a), p, q) for a, (p, q) in content.items()))
    assert validators == decode_validator_set(encode_validator_set(validators))


def test_a_member_that_reaches_past_its_list_is_refused() -> None:
    """rusty-rlp drops such a member without a word, and another set would come out."""
    validators = ValidatorSet((Validator(Address(ONE), 3), Validator(Address(TWO), 2)))
    data = bytearray(encode_validator_set(validators))
    assert data[-24] == 0xD7
    data[-24] = 0xD8
    with pytest.raises(Malformed, match="cut short"):
        decode_validator_set(bytes(data))


def test_largest_set_fits() -> None:
    """The limit in bytes holds the largest set."""
    power = POWER_TOTAL_MAX // VALIDATORS_MAX
    validators = ValidatorSet(
        tuple(
            Validator(Address(n.to_bytes(20, "big")), power, -(2**62))
            for n in range(VALIDATORS_MAX)
        )
    )
    data = encode_validator_set(validators)
    assert len(data) <= VALIDATOR_SET_BYTES_MAX
    assert validators == decode_validator_set(data)


@pytest.mark.parametrize(
    "content",
    [
        [],
        b"bytes",
        [[ONE, 1]],
        [[ONE[1:], 1, 0]],
        [[ONE, 0, 0]],
        [[ONE, b"\x00\x01", 0]],
        [[ONE, 2**64, 0]],
        [[ONE, 1, 0], [ONE, 1, 0]],
        [[TWO, 1, 0], [ONE, 1, 0]],
        [[ONE, 1, 0], [TWO, 2, 0]],
        [[ONE, [], 0]],
    ],
)
def test_other_content_is_refused(content: object) -> None:
    """Only the one encoding of a possible set is read."""
    with pytest.raises(Malformed):
        decode_validator_set(rlp.encode(content))


def test_other_bytes_are_refused() -> None:
    """Bytes that are no RLP, or too many, are refused."""
    for data in (b"", b"\xff", bytes(VALIDATOR_SET_BYTES_MAX + 1)):
        with pytest.raises(Malformed):
            decode_validator_set(data)
