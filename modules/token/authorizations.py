"""
Signed payments in call data (EIP-3009): the message, then its signature as v, r, s or as 65 bytes.

A permit (EIP-2612) signs a nonce that only the state knows, so nothing is said of it ahead.
"""

from typing import Any

from chain.kit.abi import Uint8
from chain.kit.lookahead import Signs
from chain.kit.signatures import Signed
from chain.kit.typed_data import signed_ahead
from chain.types.primitives import Hash32
from modules.token.records import DOMAIN


def signed_in(record: Any) -> Signs:
    """Return how a call whose arguments are a message and its signature tells what is signed."""
    count = len(record.__dataclass_fields__)

    def find(*values: Any) -> list[Signed]:
        *signature, chain_id, contract = values[count:]
        raw = signature[0] if len(signature) == 1 else joined(*signature)
        return signed_ahead(DOMAIN, record(*values[:count]), raw, chain_id, contract)

    return find


def joined(v: Uint8, r: Hash32, s: Hash32) -> bytes:
    """Return a signature's three parts as its 65 bytes."""
    return r + s + bytes((v,))
