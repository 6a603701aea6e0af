"""
Evidence at rest: what waits for a block, and which block carried what.

    hash of a fault -> encoded evidence (pending)      hash of a fault -> height (committed)
"""

from collections.abc import Iterable, Iterator

from chain.store import schema
from chain.store.kv import KeyValueStore, Write, prefix_range
from chain.types.primitives import Hash32, Height


class EvidenceStore:
    """Reads and keeps evidence; what a block changes goes into that block's batch."""

    def __init__(self, store: KeyValueStore) -> None:
        self._store = store

    def pending(self) -> Iterator[tuple[Hash32, bytes]]:
        """Yield hash and bytes of every piece that waits, in the order of hashes."""
        for key, encoded in self._store.iterate(*prefix_range(schema.EVIDENCE_PENDING)):
            yield Hash32(key[len(schema.EVIDENCE_PENDING) :]), encoded

    def keep(self, evidence_hash: Hash32, encoded: bytes) -> None:
        """Write a piece that waits; it is on disk when this returns."""
        self._store.write([(schema.evidence_pending_key(evidence_hash), encoded)], sync=True)

    def forget(self, hashes: Iterable[Hash32]) -> None:
        """Remove pieces that no block can carry any more."""
        writes = [(schema.evidence_pending_key(h), None) for h in hashes]
        if writes:
            self._store.write(writes, sync=False)

    def committed_at(self, evidence_hash: Hash32) -> Height | None:
        """Return the height of the block that carried the piece, None where none did."""
        encoded = self._store.get(schema.evidence_committed_key(evidence_hash))
        return None if encoded is None else schema.decode_height(encoded)

    def writes(self, height: Height, hashes: Iterable[Hash32]) -> list[Write]:
        """Return the writes that note what a block carried; nothing of it waits any longer."""
        writes: list[Write] = []
        for evidence_hash in hashes:
            place = schema.encode_height(height)
            writes.append((schema.evidence_committed_key(evidence_hash), place))
            writes.append((schema.evidence_pending_key(evidence_hash), None))
        return writes

    def erasure(self, pieces: Iterable[tuple[Hash32, bytes]]) -> list[Write]:
        """Return the writes that undo `writes`: what the block carried waits again."""
        writes: list[Write] = []
        for evidence_hash, encoded in pieces:
            writes.append((schema.evidence_committed_key(evidence_hash), None))
            writes.append((schema.evidence_pending_key(evidence_hash), encoded))
        return writes
