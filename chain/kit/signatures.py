"""
Many signatures at once: whose they are, by two threads where they are worth it.

    (digest, 64 bytes) ... --recover--> address | None, in the same order, whatever the threads do
"""

from collections.abc import Sequence
from threading import Thread
from typing import Final

from coincurve import PublicKey
from sha3 import keccak_256

from chain.params import SECP256K1_HALF_N
from chain.types.primitives import Address, Hash32

SHARED_FROM: Final = 16  # signatures that are worth a second thread
_HALF_N: Final = SECP256K1_HALF_N.to_bytes(32, "big")


def recover_all(signed: Sequence[tuple[Hash32, bytes]]) -> list[Address | None]:
    """
    Addresses whose keys signed digests with compact signatures (EIP-2098); None for nobody's.

    r and s in 64 bytes, the parity in the highest bit; s must be low. The curve's arithmetic runs
    without the interpreter's lock, so half of many signatures are left to a second thread, where
    the machine has one to give.
    """
    if len(signed) < SHARED_FROM:
        return [_recover_compact(*item) for item in signed]
    middle = len(signed) // 2
    found: list[Address | None] = []
    other = Thread(target=lambda: found.extend(_recover_compact(*i) for i in signed[middle:]))
    try:
        other.start()
    except RuntimeError:  # no more threads: the same answers, later
        return [_recover_compact(*item) for item in signed]
    first = [_recover_compact(*item) for item in signed[:middle]]
    other.join()
    return first + found


def _recover_compact(digest: Hash32, signature: bytes) -> Address | None:
    high = signature[32]
    s = bytes((high & 0x7F,)) + signature[33:]
    if s > _HALF_N:
        return None
    try:
        key = PublicKey.from_signature_and_message(
            signature[:32] + s + (b"\1" if high >> 7 else b"\0"), digest, hasher=None
        )
    except ValueError:
        return None
    return Address(keccak_256(key.format(compressed=False)[1:]).digest()[12:])
