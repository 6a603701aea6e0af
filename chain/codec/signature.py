"""
Keccak-256 and ECDSA on secp256k1: what identifies data and who signed it.

coincurve does the curve arithmetic; it releases the interpreter lock while it works.
"""

from coincurve import PrivateKey, PublicKey
from sha3 import keccak_256

from chain.errors import SenderInvalid
from chain.params import UINT256_MAX
from chain.types.primitives import Address, Hash32


def keccak256(data: bytes) -> Hash32:
    """Hash of everything in Ethereum: Keccak-256, the original padding, not SHA-3's."""
    return Hash32(keccak_256(data).digest())


def recover_address(digest: Hash32, y_parity: int, r: int, s: int) -> Address:
    """
    Address whose key signed the digest, by ECDSA recovery on secp256k1.

    Raises:
        SenderInvalid: y_parity, r or s is out of range, or no public key fits.
    """
    if y_parity not in (0, 1) or r > UINT256_MAX or s > UINT256_MAX:
        raise SenderInvalid("signature out of range")
    signature = r.to_bytes(32, "big") + s.to_bytes(32, "big") + bytes((y_parity,))
    try:
        key = PublicKey.from_signature_and_message(signature, digest, hasher=None)
    except ValueError as error:
        raise SenderInvalid(str(error)) from error
    return Address(keccak256(key.format(compressed=False)[1:])[12:])


def address_of(private_key: bytes) -> Address:
    """Address of the account that a 32-byte secp256k1 key controls."""
    return Address(keccak256(PrivateKey(private_key).public_key.format(compressed=False)[1:])[12:])


def sign_digest(private_key: bytes, digest: Hash32) -> tuple[int, int, int]:
    """(y_parity, r, s), s low, with the nonce of RFC 6979."""
    signature = PrivateKey(private_key).sign_recoverable(digest, hasher=None)
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:64], "big")
    return signature[64], r, s
