"""
x402, version 2: what is asked for with status 402, what a payer brings back, what it is told then.

    terms(price) --PAYMENT-REQUIRED--> payer --signs EIP-3009--> PAYMENT-SIGNATURE --read_payment-->
    Payment: an authorization and its signature       receipt --PAYMENT-RESPONSE--> payer

The scheme is `exact` in the chain's own coin, which is an EIP-3009 token.
"""

import base64
import binascii
from dataclasses import dataclass
from typing import Any, Final

import orjson

from agents.gateway.faults import ApiFault, payment_wanted, request_wrong
from client import ClientError
from client.modules.token import TransferWithAuthorization

REQUIRED_HEADER: Final = "PAYMENT-REQUIRED"
SIGNATURE_HEADER: Final = "PAYMENT-SIGNATURE"
RESPONSE_HEADER: Final = "PAYMENT-RESPONSE"
VERSION: Final = 2
TIMEOUT_S: Final = 300  # that an authorization is good for
MARGIN_S: Final = 10  # that must be left of it, for the block that takes it
HEADER_CHARACTERS_MAX: Final = 8_192


@dataclass(frozen=True)
class Payment:
    """What a payer signed."""

    authorization: TransferWithAuthorization
    signature: bytes

    @property
    def parts(self) -> tuple[int, bytes, bytes]:
        """The signature as v, r and s."""
        return self.signature[64], self.signature[:32], self.signature[32:64]


@dataclass(frozen=True)
class Terms:
    """What a call costs, and whom it pays."""

    chain_id: int
    payee: str
    amount_wei: int
    resource: str
    model_id: str
    input_tokens: int
    output_tokens: int

    @property
    def network(self) -> str:
        """The chain, as CAIP-2 names it."""
        return f"eip155:{self.chain_id}"

    def document(self, reason: str) -> dict[str, Any]:
        """Return what is asked for, as x402 writes it."""
        wanted = {
            "scheme": "exact",
            "network": self.network,
            "asset": TransferWithAuthorization.CONTRACT,
            "amount": str(self.amount_wei),
            "payTo": self.payee,
            "maxTimeoutSeconds": TIMEOUT_S,
            "extra": {
                "name": TransferWithAuthorization.DOMAIN_NAME,
                "version": TransferWithAuthorization.DOMAIN_VERSION,
            },
        }
        about = (
            f"{self.model_id}: up to {self.input_tokens} tokens read, {self.output_tokens} written"
        )
        resource = {"url": self.resource, "description": about, "mimeType": "application/json"}
        return {"x402Version": VERSION, "error": reason, "resource": resource, "accepts": [wanted]}

    def refusal(self, reason: str, code: str = "payment_required") -> ApiFault:
        """Return the refusal that asks for these terms."""
        fault = payment_wanted(code, reason)
        fault.more = self.document(reason) | {"error": fault.document()["error"]}
        fault.headers[REQUIRED_HEADER] = encoded(self.document(reason))
        return fault

    def response(self, payer: str, transaction: str) -> str:
        """Return what a payer is told once it has paid."""
        return encoded(
            {
                "success": True,
                "transaction": transaction,
                "network": self.network,
                "payer": payer,
                "amount": str(self.amount_wei),
            }
        )

    def check(self, payment: Payment, now_s: int) -> None:
        """Raise ApiFault where a payment is of something else, or not good now."""
        said = payment.authorization
        if said.to != self.payee:
            raise self.refusal(f"payTo {self.payee} expected, found {said.to}", "wrong_payee")
        if said.value != self.amount_wei:
            raise self.refusal(
                f"{self.amount_wei} wei expected, found {said.value}", "wrong_amount"
            )
        if said.valid_after >= now_s or said.valid_before <= now_s + MARGIN_S:
            raise self.refusal(
                f"an authorization that holds at {now_s} and {MARGIN_S} s longer expected",
                "wrong_time",
            )
        try:
            signer = said.signer(payment.signature, self.chain_id)
        except ClientError as cause:
            raise self.refusal(str(cause), "wrong_signature") from cause
        if signer != said.from_:
            raise self.refusal(f"signed by {signer}, not by {said.from_}", "wrong_signature")


def encoded(document: dict[str, Any]) -> str:
    """Return a document as a header carries it."""
    return base64.b64encode(orjson.dumps(document)).decode()


def read_payment(text: str, network: str) -> Payment:
    """Return what a PAYMENT-SIGNATURE header says; raises ApiFault."""
    if len(text) > HEADER_CHARACTERS_MAX:
        raise request_wrong(f"{SIGNATURE_HEADER}: up to {HEADER_CHARACTERS_MAX:,} characters")
    try:
        found = orjson.loads(base64.b64decode(text, validate=True))
        accepted, payload = found["accepted"], found["payload"]
        said = payload["authorization"]
        if (found["x402Version"], accepted["scheme"], accepted["network"]) != (
            VERSION,
            "exact",
            network,
        ):
            raise ValueError(f"version {VERSION}, scheme exact on {network} expected")
        authorization = TransferWithAuthorization(
            from_=_address(said["from"]),
            to=_address(said["to"]),
            value=_number(said["value"]),
            valid_after=_number(said["validAfter"]),
            valid_before=_number(said["validBefore"]),
            nonce=_bytes(said["nonce"], 32),
        )
        return Payment(authorization, _bytes(payload["signature"], 65))
    except (binascii.Error, ValueError, KeyError, TypeError, ClientError) as cause:
        raise request_wrong(f"{SIGNATURE_HEADER}: {cause}") from cause


def _address(value: Any) -> str:
    from eth_utils.address import to_checksum_address

    return str(to_checksum_address(_bytes(value, 20)))


def _number(value: Any) -> int:
    if not isinstance(value, str) or not value.isascii() or not value.isdecimal():
        raise ValueError(f"decimal digits expected, found {str(value)[:80]!r}")
    number = int(value[:79])
    if number >= 2**256:
        raise ValueError("a number below 2**256 expected")
    return number


def _bytes(value: Any, count: int) -> bytes:
    if not isinstance(value, str) or not value.startswith("0x") or len(value) != 2 + 2 * count:
        raise ValueError(f"0x and {2 * count} digits expected, found {str(value)[:140]!r}")
    return bytes.fromhex(value[2:])
