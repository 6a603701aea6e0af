"""x402's headers, and what of a payment is checked without the chain."""

import base64
import json
from typing import Any

import pytest

from agents.gateway.faults import ApiFault
from agents.gateway.x402 import REQUIRED_HEADER, Payment, Terms, read_payment
from client.modules.token import TransferWithAuthorization
from tests.agents.gateway.sessions import CHAIN_ID, PAYEE, PAYER, STRANGER

NOW_S = 1_000
TERMS = Terms(CHAIN_ID, PAYEE.address, 5_000, "http://x/v1", "guild/embed", 5, 0)


def payment(signer: Any = PAYER, **changes: Any) -> Payment:
    """Return a payment, good where nothing is changed."""
    fields = {
        "from_": PAYER.address,
        "to": PAYEE.address,
        "value": 5_000,
        "valid_after": 0,
        "valid_before": NOW_S + 60,
        "nonce": b"\7" * 32,
    }
    said = TransferWithAuthorization(**(fields | changes))
    return Payment(said, said.sign(signer, CHAIN_ID))


def header(**changes: Any) -> str:
    """Return a payment as a client sends it."""
    found = payment()
    said = found.authorization
    document = {
        "x402Version": 2,
        "accepted": {"scheme": "exact", "network": TERMS.network},
        "payload": {
            "authorization": {
                "from": said.from_,
                "to": said.to,
                "value": str(said.value),
                "validAfter": "0",
                "validBefore": str(said.valid_before),
                "nonce": "0x" + said.nonce.hex(),
            },
            "signature": "0x" + found.signature.hex(),
        },
    }
    return base64.b64encode(json.dumps(document | changes).encode()).decode()


def test_a_payment_is_read_as_it_was_signed() -> None:
    """The header's authorization and signature are those of the payment."""
    found = read_payment(header(), TERMS.network)
    assert payment() == found
    TERMS.check(found, NOW_S)


@pytest.mark.parametrize(
    "text",
    [
        "!",
        base64.b64encode(b"[]").decode(),
        header(x402Version=1),
        header(accepted={"scheme": "upto", "network": TERMS.network}),
        header(accepted={"scheme": "exact", "network": "eip155:1"}),
        header(payload={}),
        "A" * 10_000,
    ],
)
def test_what_is_no_payment_of_ours_is_refused(text: str) -> None:
    """400, before the chain is asked anything."""
    with pytest.raises(ApiFault) as refused:
        read_payment(text, TERMS.network)
    assert 400 == refused.value.status


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (payment(to=STRANGER.address), "wrong_payee"),
        (payment(value=4_999), "wrong_amount"),
        (payment(value=5_001), "wrong_amount"),
        (payment(valid_before=NOW_S + 5), "wrong_time"),
        (payment(valid_after=NOW_S), "wrong_time"),
        (payment(signer=STRANGER), "wrong_signature"),
    ],
)
def test_a_payment_for_anything_else_is_refused_with_the_terms(found: Payment, code: str) -> None:
    """402 again, with the terms that would be taken."""
    with pytest.raises(ApiFault) as refused:
        TERMS.check(found, NOW_S)
    assert (402, code) == (refused.value.status, refused.value.code)
    assert REQUIRED_HEADER in refused.value.headers
