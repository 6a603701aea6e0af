"""
Payloads that are here whole, and the pieces of them that peers ask for.

    payload -> PayloadShelf.put -> Manifest;  PartRequest | TransactionRequest -> answers

Bounded by bytes; the least recently used goes first, and a peer that still wants it asks another.
"""

from collections import OrderedDict
from collections.abc import Iterator
from typing import Final

from chain.errors import Invalid
from chain.types.primitives import Hash32
from consensus.net.compact import CompactPayload, PayloadCodec, compacted
from consensus.net.messages import (
    TRANSACTIONS_BYTES_MAX,
    PartRequest,
    TransactionReply,
    TransactionRequest,
)
from consensus.net.parts import Part, PartSet

SHELF_BYTES_MAX: Final = 64 * 2**20  # 64 MiB of payloads: eight of the largest
PLACE_BYTES: Final = 12  # what a transaction's place and frame add to a reply, at most


class Stored:
    """One payload, and what follows from it, computed when first asked for."""

    def __init__(self, payload: bytes, codec: PayloadCodec | None) -> None:
        self.parts = PartSet(payload)
        self.manifest = self.parts.manifest
        self._codec = codec
        self._compact: CompactPayload | None = None
        self._transactions: list[bytes] | None = None
        self._compact_known = False

    @property
    def payload(self) -> bytes:
        """The bytes."""
        return self.parts.payload

    def compact(self) -> CompactPayload | None:
        """The payload told by hashes, where that saves enough."""
        if not self._compact_known and self._codec is not None:
            self._compact_known = True
            try:
                self._compact = compacted(self.manifest.root, self.payload, self._codec)
            except Invalid:
                self._compact = None  # no payload of this chain: it goes in parts
        return self._compact

    def transactions(self) -> list[bytes]:
        """Its encoded transactions; none where it cannot be taken apart."""
        if self._transactions is None:
            self._transactions = []
            if self.compact() is not None and self._codec is not None:
                self._transactions = self._codec.split(self.payload)[1]
        return self._transactions


class PayloadShelf:
    """Payloads by root."""

    def __init__(self, codec: PayloadCodec | None, bytes_max: int = SHELF_BYTES_MAX) -> None:
        self._codec, self._bytes_max = codec, bytes_max
        self._stored: OrderedDict[Hash32, Stored] = OrderedDict()
        self._bytes = 0
        self._last: Stored | None = None

    def put(self, payload: bytes) -> Stored:
        """Keep a payload; the one put last is known without hashing it again."""
        if self._last is not None and self._last.payload == payload:
            return self._keep(self._last)
        return self._keep(Stored(payload, self._codec))

    def get(self, root: Hash32) -> Stored | None:
        """Payload of a root, or None."""
        stored = self._stored.get(root)
        if stored is not None:
            self._stored.move_to_end(root)
        return stored

    def parts(self, request: PartRequest) -> Iterator[Part]:
        """Answers to a question; those whose index the payload does not have are left out."""
        stored = self.get(request.root)
        if stored is not None:
            count = stored.manifest.part_count
            yield from (stored.parts.part(index) for index in request.indexes if index < count)

    def transactions(self, request: TransactionRequest) -> Iterator[TransactionReply]:
        """Answers to a question, each short enough for one message."""
        stored = self.get(request.root)
        known = stored.transactions() if stored is not None else []
        group: list[tuple[int, bytes]] = []
        size = 0
        for index in request.indexes:
            if index >= len(known):
                continue
            taken = len(known[index]) + PLACE_BYTES
            if group and size + taken > TRANSACTIONS_BYTES_MAX:
                yield TransactionReply(request.root, tuple(group))
                group, size = [], 0
            group.append((index, known[index]))
            size += taken
        if group:
            yield TransactionReply(request.root, tuple(group))

    def _keep(self, stored: Stored) -> Stored:
        self._last = stored
        if stored.manifest.root not in self._stored:
            self._stored[stored.manifest.root] = stored
            self._bytes += len(stored.payload)
        self._stored.move_to_end(stored.manifest.root)
        while self._bytes > self._bytes_max and len(self._stored) > 1:
            _, oldest = self._stored.popitem(last=False)
            self._bytes -= len(oldest.payload)
        return stored
