"""
Transactions that lack nothing but a signature, and the signature's way into them.

    Envelope, to, data --Builder--> UnsignedTransaction --client signs--> SignedPayload --> raw
"""

from typing import Final

from chain.codec import encode_unsigned, join_signature, keccak256
from chain.errors import FeeOverflow, Malformed
from chain.params import UINT256_MAX
from chain.types.primitives import Address, Gas, Nonce, Wei
from chain.types.transaction import Transaction, TransactionType
from chain.validation import AdmissionRules, check_transaction
from chain.vm.call import CallMessage, encoded, unsigned
from rpc.backend import Backend
from rpc.grpc.estimates import Estimates
from rpc.grpc.shapes import address_text
from rpc.grpc.values import parse_address, parse_decimal
from rpc.tips import TipOracle
from rpc.wire import tx_pb2

BASE_FEE_HEADROOM: Final = 2  # the base fee may double while the transaction waits (geth)
SIGNATURE_BYTES: Final = 65  # r, s, and one byte for the parity of y
PARITIES: Final = {0: 0, 1: 1, 27: 0, 28: 1}  # as EIP-2718 and as wallets write it


class Builder:
    """Fills in what an envelope leaves out, by the state of now."""

    def __init__(self, backend: Backend, estimates: Estimates) -> None:
        self._backend, self._estimates = backend, estimates
        self._tips = TipOracle(backend)

    async def build(
        self, envelope: tx_pb2.Envelope, to: Address | None, data: bytes
    ) -> tx_pb2.UnsignedTransaction:
        """
        Return the whole transaction; nothing is estimated where a gas limit is given.

        Raises Malformed, TransactionInvalid, and Refused or ExecutionFailed where the call fails.
        """
        message, height = read_envelope(envelope, to, data), self._backend.chain.head.header.height
        tip_wei, fee_wei = self._prices(envelope)
        gas = message.gas_limit
        if gas is None:
            gas = await self._estimates.ahead(height, message)
        nonce = envelope.nonce if envelope.HasField("nonce") else self._next_nonce(message.sender)
        priced = CallMessage(
            sender=message.sender,
            to=to,
            data=data,
            value_wei=message.value_wei,
            max_fee_per_gas_wei=fee_wei,
            max_priority_fee_per_gas_wei=tip_wei,
        )
        chain_id = self._backend.status.chain_id
        built = unsigned(priced, TransactionType.DYNAMIC_FEE, chain_id, Nonce(nonce), gas)
        self._check(built, message.sender)
        return show_unsigned(built, message.sender, height)

    def _prices(self, envelope: tx_pb2.Envelope) -> tuple[Wei, Wei]:
        """Return (tip, fee cap) in wei per gas."""
        tip_wei = _wei(envelope, "max_priority_fee_per_gas_wei")
        fee_wei = _wei(envelope, "max_fee_per_gas_wei")
        if tip_wei is None:
            tip_wei = self._tips.suggest_wei()
            tip_wei = tip_wei if fee_wei is None else min(tip_wei, fee_wei)
        if fee_wei is None:
            fee_wei = Wei(tip_wei + BASE_FEE_HEADROOM * self._backend.chain.next_base_fee_wei)
        return tip_wei, fee_wei

    def _next_nonce(self, sender: Address) -> int:
        return self._backend.pool.next_nonce(sender)

    def _check(self, built: Transaction, sender: Address) -> None:
        """Refuse what no pool would admit, before anybody signs it."""
        if built.gas_limit * built.max_fee_per_gas_wei + built.value_wei > UINT256_MAX:
            raise FeeOverflow()
        machine, chain_id = self._backend.machine, built.chain_id
        rules = AdmissionRules(
            limit_initcode=machine.limit_code_size, schedule=machine.fork.schedule
        )
        assert chain_id is not None, "built for this chain"
        check_transaction(encoded(built), chain_id, sender=sender, rules=rules)


def read_envelope(envelope: tx_pb2.Envelope, to: Address | None, data: bytes) -> CallMessage:
    """Return the message that an envelope sends, without its prices; raises Malformed."""
    return CallMessage(
        sender=parse_address(envelope.sender, "envelope.sender"),
        to=to,
        data=data,
        value_wei=_wei(envelope, "value_wei") or Wei(0),
        gas_limit=Gas(envelope.gas_limit) if envelope.HasField("gas_limit") else None,
    )


def _wei(envelope: tx_pb2.Envelope, name: str) -> Wei | None:
    if not envelope.HasField(name):
        return None
    number = parse_decimal(getattr(envelope, name), f"envelope.{name}")
    if number > UINT256_MAX:
        raise Malformed(f"envelope.{name}: at most 2**256 - 1 expected, found {number}")
    return Wei(number)


def show_unsigned(built: Transaction, sender: Address, height: int) -> tx_pb2.UnsignedTransaction:
    """Return what a client checks and signs."""
    payload = encode_unsigned(built)
    return tx_pb2.UnsignedTransaction(
        height=height,
        sender=address_text(sender),
        to=address_text(built.to),
        chain_id=built.chain_id,
        nonce=built.nonce,
        gas_limit=built.gas_limit,
        max_fee_per_gas_wei=str(int(built.max_fee_per_gas_wei)),
        max_priority_fee_per_gas_wei=str(int(built.max_priority_fee_per_gas_wei)),
        value_wei=str(int(built.value_wei)),
        data=built.data,
        cost_max_wei=str(built.gas_limit * built.max_fee_per_gas_wei + built.value_wei),
        payload=payload,
        signing_hash=keccak256(payload),
    )


def raw_of(signed: tx_pb2.SignedPayload) -> bytes:
    """Return a signed transaction's bytes; raises Malformed."""
    payload, signature = signed.payload, signed.signature
    if payload[:1] != bytes((TransactionType.DYNAMIC_FEE,)):
        raise Malformed(f"signed.payload: a first byte of 0x02 expected, found {payload[:1]!r}")
    if len(signature) != SIGNATURE_BYTES or signature[-1] not in PARITIES:
        raise Malformed(
            "signed.signature: r, s and a parity of 0, 1, 27 or 28 in 65 bytes expected, "
            f"found {len(signature)} bytes that end in {signature[-1:].hex() or 'nothing'}"
        )
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:64], "big")
    return join_signature(payload, PARITIES[signature[-1]], r, s)
