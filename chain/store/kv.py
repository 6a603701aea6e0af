"""
What the store asks of a database: sorted byte keys, atomic batches, frozen views.

    StateStore, BlockStore, LogIndex --writes--> one batch --> KeyValueStore (leveldb or memory)
                                     <--reads--- Snapshot  <--

Nobody writes a single key: whatever belongs together travels in one batch.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol

Write = tuple[bytes, bytes | None]  # a key and its new value; None deletes the key


class KeyValueView(Protocol):
    """Something that answers reads, in the order of the bytes of the keys."""

    def get(self, key: bytes) -> bytes | None:
        """Return the value under `key`, or None where there is none."""
        ...

    def iterate(
        self, start: bytes, stop: bytes, *, reverse: bool = False
    ) -> Iterator[tuple[bytes, bytes]]:
        """Yield (key, value) with start <= key < stop in the order of keys, or backwards."""
        ...


class Snapshot(KeyValueView, Protocol):
    """A view that never changes, whatever is written after it was taken."""

    def close(self) -> None:
        """Let the database forget the old values; also done when the snapshot is collected."""
        ...


class KeyValueStore(KeyValueView, Protocol):
    """
    A sorted map from bytes to bytes with atomic batches; keys are never empty.

    One thread writes at a time; any number of threads may read, best through a snapshot.
    """

    def write(self, batch: Iterable[Write], *, sync: bool) -> None:
        """
        Apply the whole batch or nothing; where a key is named twice the later write wins.

        With `sync` the batch has reached the disk when the call returns; without it the batch
        outlives the process but not a power failure.
        """
        ...

    def snapshot(self) -> Snapshot:
        """Return a view frozen at this moment."""
        ...

    def compact(self, start: bytes, stop: bytes) -> None:
        """Give back the space of overwritten and deleted values with start <= key < stop."""
        ...

    def close(self) -> None:
        """Release the database; nothing may be read or written afterwards."""
        ...


def prefix_range(prefix: bytes) -> tuple[bytes, bytes]:
    """Return (start, stop) of the keys that begin with `prefix`."""
    assert prefix, "an empty prefix has no end"
    if prefix[-1] == 0xFF:
        stripped = prefix.rstrip(b"\xff")
        assert stripped, "a prefix of 0xff bytes has no end"
        return prefix, stripped[:-1] + bytes((stripped[-1] + 1,))
    return prefix, prefix[:-1] + bytes((prefix[-1] + 1,))
