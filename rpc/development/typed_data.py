"""What a wallet signs that is no transaction: messages (EIP-191) and typed data (EIP-712)."""

from typing import Any, Final

import orjson

from chain.codec import keccak256
from chain.types.primitives import Hash32
from rpc.errors import InvalidParams, describe

# What the encoder raises on data that is not of the shape it takes for granted.
UNUSABLE: Final = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError)
MESSAGE_PREFIX: Final = b"\x19Ethereum Signed Message:\n"


def hash_message(message: bytes) -> Hash32:
    """Return the digest of a message that a person signs."""
    return keccak256(MESSAGE_PREFIX + str(len(message)).encode() + message)


def hash_typed_data(typed_data: Any) -> Hash32:
    """Return the digest of typed data; raises InvalidParams."""
    if isinstance(typed_data, str):
        try:
            typed_data = orjson.loads(typed_data)
        except orjson.JSONDecodeError as cause:
            raise InvalidParams(f"typed data: JSON expected: {cause}") from cause
    if not isinstance(typed_data, dict):
        raise InvalidParams(f"typed data object expected, found {describe(typed_data)}")
    from eth_account.messages import encode_typed_data  # takes most of a second to load
    from eth_utils.exceptions import ValidationError

    try:
        found = encode_typed_data(full_message=typed_data)
    except (*UNUSABLE, ValidationError) as cause:
        raise InvalidParams(f"typed data: {cause}") from cause
    return keccak256(b"\x19" + found.version + found.header + found.body)
