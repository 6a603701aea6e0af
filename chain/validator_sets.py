"""A validator set as stored bytes: powers and the rotation's priorities."""

from functools import lru_cache
from typing import Any, Final

from chain.codec import rlp
from chain.errors import Malformed
from chain.types.primitives import Address
from chain.types.validators import (
    VALIDATORS_MAX,
    InvalidValidatorSet,
    Validator,
    ValidatorSet,
)

VALIDATOR_SET_BYTES_MAX = 8 + 48 * VALIDATORS_MAX  # one encoded set, about 12 kB
SETS_KEPT: Final = 16  # decoded; a block asks for those of four heights, some of them often


def encode_validator_set(validators: ValidatorSet) -> bytes:
    """RLP [[address, power, priority], ...] in set order; priorities in zigzag (0 -1 1 -2 2)."""
    return rlp.encode(
        [[v.address, rlp.integer(v.power), rlp.integer(_zigzag(v.priority))] for v in validators]
    )


@lru_cache(maxsize=SETS_KEPT)
def decode_validator_set(data: bytes) -> ValidatorSet:
    """Strict reverse of `encode_validator_set`; the newest are remembered. Raises Malformed."""
    if len(data) > VALIDATOR_SET_BYTES_MAX:
        raise Malformed(
            f"expected a validator set of at most {VALIDATOR_SET_BYTES_MAX} bytes, "
            f"found {len(data)}"
        )
    members = tuple(_validator(item) for item in rlp.decode_list(data, "validator set"))
    try:
        validators = ValidatorSet(members)
    except InvalidValidatorSet as error:
        raise Malformed(f"expected a validator set, found none: {error}") from error
    if validators.validators != members:
        raise Malformed("expected validators by power, then address, found another order")
    return validators


def _validator(item: Any) -> Validator:
    if not isinstance(item, list) or len(item) != 3:
        raise Malformed("expected address, power and priority, found something else")
    address, power, priority = item
    if not isinstance(address, bytes) or len(address) != 20:
        raise Malformed("expected an address of 20 bytes, found something else")
    return Validator(Address(address), _uint(power), _unzigzag(_uint(priority)))


def _uint(item: Any) -> int:
    if not isinstance(item, bytes) or len(item) > 8 or item[:1] == b"\x00":
        raise Malformed("expected an integer of at most 8 bytes without leading zeros")
    return int.from_bytes(item, "big")


def _zigzag(number: int) -> int:
    return 2 * number if number >= 0 else -2 * number - 1


def _unzigzag(number: int) -> int:
    return number // 2 if number % 2 == 0 else -(number // 2) - 1
