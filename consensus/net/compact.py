"""
A payload told by the hashes of its transactions, because most peers hold those already.

    payload --split--> head + hashes --wire--> head + (pool | sender) transactions --join--> payload

The receiver cuts the joined payload into parts and compares the root with the manifest, so what
was filled in wrongly is noticed here and costs a fetch of the parts, never a wrong block.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from eth_hash.auto import keccak

from chain.errors import Malformed
from chain.types.primitives import Hash32

HASH_BYTES: Final = 32
TRANSACTIONS_MAX: Final = 8_000  # transactions of one compact proposal: 256,000 bytes of hashes
COMPACT_BYTES_MAX: Final = 196_608  # 192 KiB: a compact proposal that fits into one frame
# A compact proposal costs a round trip where the pool lacks something: it has to save enough.
SAVING_PERCENT_MIN: Final = 20


class PayloadCodec(Protocol):
    """How the chain's payloads are taken apart and put together."""

    def split(self, payload: bytes) -> tuple[bytes, list[bytes]]:
        """
        Return everything but the transactions, and the encoded transactions in order.

        Raises Invalid when the bytes are no payload.
        """

    def join(self, head: bytes, transactions: Sequence[bytes]) -> bytes:
        """Reverse of `split`, to the same bytes. Raises Invalid when the head is none."""


class TransactionSource(Protocol):
    """Transactions that this node holds, by the Keccak of their bytes."""

    def get(self, transaction_hash: Hash32) -> bytes | None:
        """Encoded transaction of a hash, or None."""


@dataclass(frozen=True, slots=True)
class CompactPayload:
    """A payload's head and the hashes of its transactions; `root` is its manifest's."""

    root: Hash32
    head: bytes
    hashes: tuple[Hash32, ...]

    @property
    def size_bytes(self) -> int:
        """About how many bytes it takes on the wire."""
        return len(self.head) + (HASH_BYTES + 1) * len(self.hashes)


def compacted(root: Hash32, payload: bytes, codec: PayloadCodec) -> CompactPayload | None:
    """Tell a payload by hashes; None where that would save too little or would be too long."""
    head, transactions = codec.split(payload)
    if not transactions or len(transactions) > TRANSACTIONS_MAX:
        return None
    hashes = tuple(Hash32(keccak(transaction)) for transaction in transactions)
    compact = CompactPayload(root, head, hashes)
    enough = 100 * compact.size_bytes <= (100 - SAVING_PERCENT_MIN) * len(payload)
    return compact if enough and compact.size_bytes <= COMPACT_BYTES_MAX else None


class CompactFill:
    """
    One compact payload on its way to be whole.

    It never holds more than the payload's size: a head that names one large transaction many
    times would else make gigabytes of a few kilobytes. Raises Malformed where it would, and
    where a hash comes twice.
    """

    def __init__(
        self,
        compact: CompactPayload,
        size_bytes: int,
        codec: PayloadCodec,
        source: TransactionSource,
    ) -> None:
        self._compact, self._codec, self._size_bytes = compact, codec, size_bytes
        if len(set(compact.hashes)) != len(compact.hashes):
            raise Malformed("expected each transaction once in a compact payload, found one twice")
        self.held_bytes = len(compact.head)
        self._transactions: list[bytes | None] = [None] * len(compact.hashes)
        for index, wanted in enumerate(compact.hashes):
            if (transaction := source.get(wanted)) is not None:
                self._put(index, transaction)

    def missing(self) -> list[int]:
        """Places whose transaction is not here, rising."""
        return [i for i, transaction in enumerate(self._transactions) if transaction is None]

    def add(self, index: int, transaction: bytes) -> None:
        """
        Take a transaction that was asked for.

        Raises Malformed when it is not the one of its place.
        """
        if not 0 <= index < len(self._transactions):
            raise Malformed(f"expected a place below {len(self._transactions)}, found {index}")
        wanted = self._compact.hashes[index]
        if keccak(transaction) != wanted:
            raise Malformed(f"expected transaction 0x{wanted.hex()}, found another")
        if self._transactions[index] is None:
            self._put(index, transaction)

    def joined(self) -> bytes:
        """The payload as it follows from what is here; only when nothing is missing."""
        whole = [raw for raw in self._transactions if raw is not None]
        assert len(whole) == len(self._transactions), "transactions are missing"
        return self._codec.join(self._compact.head, whole)

    def _put(self, index: int, transaction: bytes) -> None:
        self.held_bytes += len(transaction)
        if self.held_bytes > self._size_bytes:
            raise Malformed(
                f"expected transactions that fit into {self._size_bytes} bytes, found more"
            )
        self._transactions[index] = transaction
