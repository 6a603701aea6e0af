"""
Seals: what is committed to before it is shown, hashed as the chain hashes it.

    digest, salt --with whose it is--> seal on the chain --later--> digest and salt on the chain

Salts come of the provider's key, so nobody else can know them and a lost disk loses none.
"""

from eth_hash.auto import keccak
from eth_utils.address import to_canonical_address

from client import Wallet

SALT_DOMAIN = b"kumiai.provider.salt"


def result_seal(asker: str, subject: int, worker: str, digest: bytes, salt: bytes) -> bytes:
    """Return what a worker commits to before it shows a result's digest."""
    where, who = to_canonical_address(asker), to_canonical_address(worker)
    return _seal(b"result", where, subject.to_bytes(32, "big"), who, digest, salt)


def vote_seal(claim: int, round_index: int, voter: str, value: int, salt: bytes) -> bytes:
    """Return what a judge commits to in one round of one claim."""
    numbers = (claim.to_bytes(32, "big"), round_index.to_bytes(32, "big"))
    who = to_canonical_address(voter)
    return _seal(b"vote", *numbers, who, value.to_bytes(32, "big"), salt)


def salt_of(wallet: Wallet, *numbers: int) -> bytes:
    """Return the salt of something that is named by numbers: the same every time it is asked."""
    text = SALT_DOMAIN + b"".join(number.to_bytes(32, "big") for number in numbers)
    return keccak(wallet.sign_hash(keccak(text)))


def _seal(domain: bytes, *parts: bytes) -> bytes:
    return keccak(b"kumiai." + domain.ljust(8, b"\0") + b"".join(parts))
