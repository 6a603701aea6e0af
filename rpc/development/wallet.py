"""eth_, personal_: accounts whose keys everybody has sign and send for whoever asks."""

from dataclasses import replace
from typing import Any

from chain.codec import compute_signing_hash, encode_transaction, keccak256
from chain.types.primitives import Address, Hash32
from chain.types.transaction import Transaction
from rpc.calls import CallRequest
from rpc.development.backend import Development
from rpc.development.sending import DevelopmentSender
from rpc.development.typed_data import hash_message, hash_typed_data
from rpc.errors import InvalidParams
from rpc.eth.filling import Filler
from rpc.methods import method
from rpc.records import show_transaction
from rpc.shapes import Data, data

NO_SIGNER = "No Signer available"  # anvil's words


class Wallet:
    """Methods that sign."""

    def __init__(self, development: Development, filler: Filler, sender: DevelopmentSender) -> None:
        self._development, self._filler, self._sender = development, filler, sender

    @method("eth_sendTransaction")
    async def send_transaction(self, transaction: CallRequest) -> Data:
        """Fill in, sign and send; from an impersonated account without a signature."""
        sender = transaction.message.sender
        self._check_account(sender)
        filled = await self._filler.fill(transaction)
        signed = self._sign(filled, sender)
        if signed is None:
            return data(await self._sender.send_as(filled, sender))
        return data(await self._sender.send(signed.raw))

    @method("eth_signTransaction")
    async def sign_transaction(self, transaction: CallRequest) -> dict[str, Any]:
        """Fill in and sign, but send nothing."""
        sender = transaction.message.sender
        signed = self._sign(await self._filler.fill(transaction), sender)
        if signed is None:
            raise InvalidParams(NO_SIGNER)
        return {"raw": data(signed.raw), "tx": show_transaction(signed, sender)}

    @method("eth_sign")
    def sign(self, address: Address, message: bytes) -> Data:
        """The signature over a message, prefixed by EIP-191."""
        return self._signature(address, hash_message(message))

    @method("personal_sign")
    def personal_sign(self, message: bytes, address: Address, password: str = "") -> Data:
        """The signature over a message, prefixed by EIP-191; no account has a password."""
        return self._signature(address, hash_message(message))

    @method("eth_signTypedData_v4")
    def sign_typed_data(self, address: Address, typed_data: Any) -> Data:
        """The signature over typed data by EIP-712, given as an object or as its JSON text."""
        return self._signature(address, hash_typed_data(typed_data))

    def _check_account(self, address: Address) -> None:
        known = address in self._development.accounts()
        if not known and not self._development.is_impersonated(address):
            raise InvalidParams(NO_SIGNER)

    def _sign(self, unsigned: Transaction, sender: Address) -> Transaction | None:
        """Return the transaction with its signature, None where the key is not here."""
        found = self._development.sign(sender, compute_signing_hash(unsigned))
        if found is None:
            return None
        y_parity, r, s = found
        signed = replace(unsigned, y_parity=y_parity, r=r, s=s)
        raw = encode_transaction(signed)
        return replace(signed, raw=raw, hash=keccak256(raw))

    def _signature(self, address: Address, digest: Hash32) -> Data:
        found = self._development.sign(address, digest)
        if found is None:
            raise InvalidParams(NO_SIGNER)
        y_parity, r, s = found
        return data(r.to_bytes(32, "big") + s.to_bytes(32, "big") + bytes((27 + y_parity,)))
