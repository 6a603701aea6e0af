"""What a kind of job is to a provider."""

from collections.abc import Callable
from typing import Final, Protocol

from agents.provider.document import Document
from agents.provider.sandbox.work import Work

FAR: Final = 2**64  # the distance to what cannot be compared
INPUT_BYTES_MAX: Final = 64 << 20
Fetch = Callable[[bytes, int], bytes]  # key and most bytes --> content; raises StoreError


class Runner(Protocol):
    """One kind of job; what it does with equal input is equal, wherever it runs."""

    kind: str

    def work(self, document: Document, fetch: Fetch) -> Work:
        """Return what the sandbox runs; raises DocumentWrong or StoreError."""
        ...

    def units(self, work: Work) -> int:
        """Return the units that the work is paid for, as anybody can count them."""
        ...

    def distance(self, one: bytes, other: bytes) -> int:
        """Return how far two results are apart, 0 where they are equal."""
        ...


def equal_or_far(one: bytes, other: bytes) -> int:
    """Return the distance of results that are equal or have nothing in common."""
    return 0 if one == other else FAR
