"""What a wallet signs for the token, made by eth_account: by another's reading of the standards."""

from typing import Any

from eth_account import Account
from eth_utils.address import to_checksum_address

from chain.types.primitives import Address
from modules.token.module import Token

CHAIN_ID = 31337
_PAYMENT = "from:address to:address value:uint256 validAfter:uint256 validBefore:uint256"
TYPES = {
    "Permit": "owner:address spender:address value:uint256 nonce:uint256 deadline:uint256",
    "TransferWithAuthorization": f"{_PAYMENT} nonce:bytes32",
    "ReceiveWithAuthorization": f"{_PAYMENT} nonce:bytes32",
    "CancelAuthorization": "authorizer:address nonce:bytes32",
}


def address_of(key: bytes) -> Address:
    """Return the account of a key."""
    return Address(bytes.fromhex(Account.from_key(key).address[2:]))


def domain(**changes: Any) -> dict[str, Any]:
    """Return the token's EIP-712 domain, as a wallet is told it."""
    contract = to_checksum_address(Token.address)
    found = {"name": "Kumiai", "version": "1", "chainId": CHAIN_ID, "verifyingContract": contract}
    return found | changes


def signed(key: bytes, kind: str, *values: Any, **domain_changes: Any) -> bytes:
    """Return the 65 bytes that a wallet signs a message of the standards with."""
    members = [pair.split(":") for pair in TYPES[kind].split()]
    message = {
        name: to_checksum_address(value) if type_ == "address" else value
        for (name, type_), value in zip(members, values, strict=True)
    }
    types = {kind: [{"name": name, "type": type_} for name, type_ in members]}
    found = Account.sign_typed_data(key, domain(**domain_changes), types, message)
    return bytes(found.signature)


def parts(signature: bytes) -> tuple[int, bytes, bytes]:
    """Return v, r and s of a signature."""
    return signature[64], signature[:32], signature[32:64]
