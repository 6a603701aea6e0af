"""Signed payments are looked at ahead: each call's question is the one that the call asks."""

from typing import Any

import pytest

from chain.kit.lookahead import signed_by
from chain.kit.module import methods_of
from chain.kit.signatures import Known, recover_all
from modules.token.module import Token
from tests.modules.token.signing import CHAIN_ID, address_of, parts, signed

KEY = b"\x21" * 32
OWNER, PAYEE = address_of(KEY), address_of(b"\x22" * 32)
NONCE = b"\x5a" * 32
PAYMENT = (OWNER, PAYEE, 7, 1, 2**32, NONCE)
CALLS = {
    "transfer_with": ("TransferWithAuthorization", PAYMENT),
    "receive_with": ("ReceiveWithAuthorization", PAYMENT),
    "cancel": ("CancelAuthorization", (OWNER, NONCE)),
}


def asked(name: str, *values: Any) -> tuple[Any, ...]:
    """Return what a call is asked ahead."""
    (method,) = (item for item in methods_of(Token).values() if item.name == name)
    return signed_by(Token, CHAIN_ID, method.encode_call(*values))


@pytest.mark.parametrize("name", CALLS)
def test_both_forms_of_a_call_ask_for_the_one_who_signed(name: str) -> None:
    """As v, r, s and as bytes a wallet's signature is found to be its owner's."""
    kind, values = CALLS[name]
    signature = signed(KEY, kind, *values)
    bare = "cancel_authorization" if name == "cancel" else f"{name}_authorization"
    whole = "cancel_with_signature" if name == "cancel" else f"{name}_signature"
    found = asked(bare, *values, *parts(signature))
    assert found == asked(whole, *values, signature)
    assert [OWNER] == recover_all(found, Known())


@pytest.mark.parametrize("signature", [b"", b"\1" * 64, b"\1" * 64 + b"\5", b"\xff" * 65])
def test_what_will_be_refused_asks_nothing(signature: bytes) -> None:
    """Bytes that are no wallet's signature make no work."""
    assert () == asked("transfer_with_signature", *PAYMENT, signature)


def test_a_permit_asks_nothing() -> None:
    """Its nonce stands in the state, and what call data alone does not say is not guessed."""
    assert () == asked("permit", OWNER, PAYEE, 7, 2**32, 27, NONCE, NONCE)
