"""
Many signatures at once: whose they are, by several threads where they are worth it.

    number -> (digest, 64 bytes) --recover, by whichever thread is free--> address | None
                                                    | in the order of the numbers
    the caller takes each answer as soon as it is there, and recovers where it is not

The curve's arithmetic runs without the interpreter's lock. What the threads do decides who finds an
answer and when, never what it is.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from types import TracebackType
from typing import Final

from coincurve import PublicKey
from sha3 import keccak_256

from chain.params import SECP256K1_HALF_N
from chain.types.primitives import Address, Hash32

Signed = tuple[Hash32, bytes]  # a digest and its compact signature
SHARED_FROM: Final = 16  # signatures that are worth other threads
# With the caller one more than two cores can run: one that waits for the interpreter leaves its
# core to the next.
HELPERS: Final = 2
_HALF_N: Final = SECP256K1_HALF_N.to_bytes(32, "big")
_POOL: Final = ThreadPoolExecutor(HELPERS, "recovery")


class Recovery:
    """
    Whose signatures some questions are, found while the caller goes on with what is found.

    `question` says what to recover for a number below `count`; it is asked by any thread and must
    always say the same. r and s stand in 64 bytes, the parity in the highest bit (EIP-2098); s must
    be low. Iterated once, it yields addresses in the order of the numbers, None for nobody's.
    """

    def __init__(
        self, count: int, question: Callable[[int], Signed], pool: Executor = _POOL
    ) -> None:
        self._question, self._count = question, count
        self._pending = deque(range(count))  # nobody has begun with these
        self._found: dict[int, Address | None] = {}
        self._helpers: list[Future[None]] = []
        if count >= SHARED_FROM:
            self._ask(pool)

    def __enter__(self) -> "Recovery":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave nothing running, however the caller came to its end."""
        self._pending.clear()
        self._settle()

    def __iter__(self) -> Iterator[Address | None]:
        found = self._found
        for number in range(self._count):
            while number not in found and self._recover_next():
                pass
            if number not in found:
                self._settle()  # a helper has begun with it
            yield found[number]

    def _ask(self, pool: Executor) -> None:
        try:
            for _ in range(HELPERS):
                self._helpers.append(pool.submit(self._recover_rest))
        except RuntimeError:
            pass  # no more threads: the same answers, later

    def _settle(self) -> None:
        """Wait for what helpers have begun; raises what one of them met."""
        for helper in self._helpers:
            if not helper.cancel():
                helper.result()

    def _recover_rest(self) -> None:
        while self._recover_next():
            pass

    def _recover_next(self) -> bool:
        """Recover the first signature that nobody has begun with; return whether there was one."""
        try:
            number = self._pending.popleft()  # one thread gets each
        except IndexError:
            return False
        self._found[number] = _recover_compact(*self._question(number))
        return True


def recover_all(signed: Sequence[Signed]) -> list[Address | None]:
    """Return the addresses whose keys signed digests; None for nobody's. See `Recovery`."""
    with Recovery(len(signed), signed.__getitem__) as signers:
        return list(signers)


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
