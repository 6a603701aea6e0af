"""
Scenes of the token: coins are sent, allowed, taken, and paid by signed messages.

    owner --approve, permit--> spender --transfer_from--> ...  owner --signed payment--> anybody
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bench.cast import CAST_KEYS
from bench.chain import CHAIN_ID
from chain.codec import address_of
from chain.codec.signature import sign_digest
from chain.kit.typed_data import typed_digest
from chain.types.primitives import Hash32, Wei
from modules.token.module import Token
from modules.token.records import (
    DOMAIN,
    CancelAuthorization,
    Permit,
    ReceiveWithAuthorization,
    TransferWithAuthorization,
)

if TYPE_CHECKING:
    from bench.market_calls import Desk

COIN: Final = 10**18
LATER_S: Final = 2_000_000_000
OWNER_KEY, SPENDER_KEY = CAST_KEYS[24:26]
OWNER, SPENDER = address_of(OWNER_KEY), address_of(SPENDER_KEY)


def play_token(desk: Desk, time: int) -> None:
    """Make every call of the token."""
    desk.send(OWNER_KEY, Token, "transfer", SPENDER, Wei(COIN))
    desk.send(OWNER_KEY, Token, "approve", SPENDER, Wei(COIN))
    desk.send(SPENDER_KEY, Token, "transfer_from", OWNER, SPENDER, Wei(1))
    permit = Permit(OWNER, SPENDER, Wei(COIN), desk.view(Token, "nonces", OWNER), LATER_S)
    values = (OWNER, SPENDER, Wei(COIN), LATER_S)
    desk.send(SPENDER_KEY, Token, "permit", *values, *_parts(_word(permit)))
    payment = (OWNER, SPENDER, Wei(1), 0, LATER_S)
    nonces = [nonce_of(6 * time + n) for n in range(6)]
    for kind, name, nonce in (
        (TransferWithAuthorization, "transfer_with", nonces[0]),
        (ReceiveWithAuthorization, "receive_with", nonces[2]),
    ):
        word = _word(kind(*payment, nonce))
        desk.send(SPENDER_KEY, Token, f"{name}_authorization", *payment, nonce, *_parts(word))
        other = Hash32(bytes(31) + bytes((nonce[31] + 1,)))
        word = _word(kind(*payment, other))
        desk.send(SPENDER_KEY, Token, f"{name}_signature", *payment, other, word)
    word = _word(CancelAuthorization(OWNER, nonces[4]))
    desk.send(SPENDER_KEY, Token, "cancel_authorization", OWNER, nonces[4], *_parts(word))
    word = _word(CancelAuthorization(OWNER, nonces[5]))
    desk.send(SPENDER_KEY, Token, "cancel_with_signature", OWNER, nonces[5], word)


def nonce_of(number: int) -> Hash32:
    """Return the nonce of a signed payment."""
    return Hash32(number.to_bytes(32, "big"))


def _word(message: Any) -> bytes:
    digest = typed_digest(DOMAIN, message, CHAIN_ID, Token.address)
    y_parity, r, s = sign_digest(OWNER_KEY, digest)
    return r.to_bytes(32, "big") + s.to_bytes(32, "big") + bytes((27 + y_parity,))


def _parts(word: bytes) -> tuple[int, bytes, bytes]:
    return word[64], word[:32], word[32:64]
