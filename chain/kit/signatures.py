"""
Whose signatures these are: recovered ahead where that was possible, now where it was not.

    call data --signed in it, as its method says--> (digest, 64 bytes) --recover ahead--> KNOWN
    execution --recover_all--> KNOWN, or recovered now, by two threads where there are many

Who signed is a function of the digest and the bytes alone, so what is known decides how long a call
takes and never what it does. The curve's arithmetic runs without the interpreter's lock.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from threading import Condition, Lock
from typing import Final

from coincurve import PublicKey
from sha3 import keccak_256

from chain.params import SECP256K1_HALF_N
from chain.types.primitives import Address, Hash32

Signed = tuple[Hash32, bytes]  # a digest and its compact signature: r, then s with the parity

SHARED_FROM: Final = 16  # signatures that are worth another thread
GROUP: Final = 16  # signatures that are recovered before looking what others found meanwhile
WAIT_S_MAX: Final = 1  # second in which somebody who has begun is done, or does not answer
KNOWN_MAX: Final = 65_536  # signers that are remembered, about 15 MB
PARITY_BIT: Final = 1 << 7  # of the first byte of s: which of two keys (EIP-2098)
WALLET_V: Final = 27  # wallets count the parity of a signature from here
WALLET_BYTES: Final = 65  # r, s, v
_HALF_N: Final = SECP256K1_HALF_N.to_bytes(32, "big")
_POOL: Final = ThreadPoolExecutor(1, "recovery")
_MISSING: Final = Address(b"?")  # no address: nobody has recovered this one yet


class Known:
    """
    Signers that were found before, at most so many; the oldest leave first. For any thread.

    Those that somebody is about to find are expected: whoever needs them may wait for a moment.
    """

    def __init__(self, signers_max: int = KNOWN_MAX) -> None:
        self._signers: dict[bytes, Address | None] = {}
        self._expected: set[bytes] = set()
        self._max, self._changed = signers_max, Condition(Lock())

    def find(self, signed: Sequence[Signed]) -> list[Address | None]:
        """Return the signers, and `_MISSING` for each that is not known."""
        known = self._signers.get
        return [known(digest + signature, _MISSING) for digest, signature in signed]

    def missing(self, signed: Sequence[Signed]) -> list[Signed]:
        """Return what is not known, each once."""
        known = self._signers
        return list(dict.fromkeys(item for item in signed if item[0] + item[1] not in known))

    def put(self, signed: Sequence[Signed], signers: Sequence[Address | None]) -> None:
        """Remember whose signatures these are."""
        with self._changed:
            for (digest, signature), signer in zip(signed, signers, strict=True):
                self._signers[digest + signature] = signer
            excess = len(self._signers) - self._max
            for key in list(islice(self._signers, max(excess, 0))):
                del self._signers[key]

    @contextmanager
    def expecting(self, signed: Sequence[Signed]) -> Iterator[None]:
        """Let others know that these are being found, until they are or it is given up."""
        keys = {digest + signature for digest, signature in signed}
        with self._changed:
            self._expected |= keys
        try:
            yield
        finally:
            with self._changed:
                self._expected -= keys
                self._changed.notify_all()

    def expected(self, signed: Sequence[Signed]) -> list[Signed]:
        """Return those that somebody is finding."""
        return [item for item in signed if item[0] + item[1] in self._expected]

    def wait(self, signed: Sequence[Signed]) -> None:
        """Return once none of these is expected, or whoever finds them takes too long."""
        with self._changed:
            self._changed.wait_for(lambda: not self.expected(signed), WAIT_S_MAX)

    def recover(self, signed: Sequence[Signed]) -> list[Address | None]:
        """Return signers, those that are not known by now recovered here."""
        found = self.find(signed)
        fresh = [at for at, signer in enumerate(found) if signer is _MISSING]
        if fresh:
            items = [signed[at] for at in fresh]
            signers = recover_each(items)
            self.put(items, signers)
            for at, signer in zip(fresh, signers, strict=True):
                found[at] = signer
        return found

    def forget(self) -> None:
        """Know nothing any more: what is measured or tried then is what a new node does."""
        with self._changed:
            self._signers.clear()

    def __len__(self) -> int:
        return len(self._signers)


KNOWN: Final = Known()


def recover_all(
    signed: Sequence[Signed], known: Known = KNOWN, pool: Executor = _POOL
) -> list[Address | None]:
    """
    Return the addresses whose keys signed digests, None for nobody's.

    r and s stand in 64 bytes, the parity in the highest bit (EIP-2098); s must be low.
    """
    found = known.find(signed)
    missing = [at for at, signer in enumerate(found) if signer is _MISSING]
    if not missing:
        return found

    def recover(places: list[int]) -> None:
        for at, signer in zip(places, _recover(known, [signed[p] for p in places]), strict=True):
            found[at] = signer

    if len(missing) < SHARED_FROM or known.expected(signed):
        recover(missing)
    else:
        middle = len(missing) // 2
        _share(pool, lambda: recover(missing[middle:]), lambda: recover(missing[:middle]))
    return found


def _recover(known: Known, signed: Sequence[Signed]) -> list[Address | None]:
    """
    Return signers that were not known.

    It begins at the end, for whoever finds them ahead at this moment comes from the front, and
    leaves to the last what that one is about to find.
    """
    for end in range(len(signed), 0, -GROUP):
        group = signed[max(end - GROUP, 0) : end]
        if not known.expected(group):
            known.recover(group)
    known.wait(signed)
    return known.recover(signed)


def _share(pool: Executor, theirs: Callable[[], None], mine: Callable[[], None]) -> None:
    """Do two things, one of them in another thread where there is one to be had."""
    try:
        other = pool.submit(theirs)
    except RuntimeError:
        theirs()
        return mine()
    mine()
    # A thread that never came to it, for it is busy with what others asked, is not waited for.
    return theirs() if other.cancel() else other.result()


def known_signer(digest: Hash32, signature: bytes, known: Known = KNOWN) -> Address | None:
    """Return who signed with 65 bytes, parity 0 or 1 at their end, where that is known already."""
    compact = compacted(signature)
    found = _MISSING if compact is None else known.find([(digest, compact)])[0]
    return None if found is _MISSING else found


def compacted(signature: bytes) -> bytes | None:
    """Return 65 bytes with the parity, 0 or 1, at their end in 64 (EIP-2098); None where not so."""
    if len(signature) != WALLET_BYTES or signature[-1] > 1 or signature[32] & PARITY_BIT:
        return None
    return signature[:32] + bytes((signature[32] | signature[64] << 7,)) + signature[33:64]


def recover_each(signed: Sequence[Signed]) -> list[Address | None]:
    """Recover signers one after the other, in this thread."""
    return [_recover_compact(digest, signature) for digest, signature in signed]


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
