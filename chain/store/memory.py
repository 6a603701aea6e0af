"""A database in memory: for tests, tools and nodes that forget."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from threading import Lock
from weakref import WeakSet

from chain.store.kv import Write


class MemoryStore:
    """
    KeyValueStore over a dict.

    A snapshot copies nothing when it is taken: each later batch hands it the values that the
    batch is about to replace. Keys are sorted when an iteration asks for it.
    """

    def __init__(self) -> None:
        self._values: dict[bytes, bytes] = {}
        self._sorted: list[bytes] | None = []
        self._snapshots: WeakSet[MemorySnapshot] = WeakSet()
        self._lock = Lock()

    def get(self, key: bytes) -> bytes | None:
        """Return the value under `key`, or None where there is none."""
        return self._values.get(key)

    def iterate(
        self, start: bytes, stop: bytes, *, reverse: bool = False
    ) -> Iterator[tuple[bytes, bytes]]:
        """Yield (key, value) with start <= key < stop as they were when the iteration began."""
        return self.snapshot().iterate(start, stop, reverse=reverse)

    def write(self, batch: Iterable[Write], *, sync: bool) -> None:
        """Apply the whole batch or nothing; `sync` means nothing where there is no disk."""
        writes = dict(batch)
        with self._lock:
            for snapshot in self._snapshots:
                snapshot.keep(writes)
            for key, value in writes.items():
                self._apply(key, value)

    def _apply(self, key: bytes, value: bytes | None) -> None:
        if value is None:
            if self._values.pop(key, None) is not None:
                self._sorted = None
            return
        if key not in self._values:
            self._sorted = None
        self._values[key] = value

    def snapshot(self) -> "MemorySnapshot":
        """Return a view frozen at this moment."""
        with self._lock:
            snapshot = MemorySnapshot(self)
            self._snapshots.add(snapshot)
        return snapshot

    def release(self, snapshot: "MemorySnapshot") -> None:
        """Keep no more old values for `snapshot`."""
        with self._lock:
            self._snapshots.discard(snapshot)

    def keys_between(self, start: bytes, stop: bytes) -> list[bytes]:
        """Return the keys that are here now with start <= key < stop, sorted."""
        with self._lock:
            if self._sorted is None:
                self._sorted = sorted(self._values)
            return self._sorted[bisect_left(self._sorted, start) : bisect_left(self._sorted, stop)]

    def compact(self, start: bytes, stop: bytes) -> None:
        """Do nothing: a dict gives back the space of deleted values by itself."""

    def close(self) -> None:
        """Forget everything."""
        self._values = {}
        self._sorted = []


class MemorySnapshot:
    """Snapshot of a MemoryStore: what was replaced since, and the store for all else."""

    def __init__(self, store: MemoryStore) -> None:
        self._store = store
        self._replaced: dict[bytes, bytes | None] = {}

    def keep(self, writes: dict[bytes, bytes | None]) -> None:
        """Remember the values that are about to be replaced, if they are the first to go."""
        for key in writes:
            if key not in self._replaced:
                self._replaced[key] = self._store.get(key)

    def get(self, key: bytes) -> bytes | None:
        """Return the value that was under `key` when the snapshot was taken."""
        if key in self._replaced:
            return self._replaced[key]
        value = self._store.get(key)
        # A batch of another thread may have come between the two reads.
        return self._replaced.get(key, value)

    def iterate(
        self, start: bytes, stop: bytes, *, reverse: bool = False
    ) -> Iterator[tuple[bytes, bytes]]:
        """Yield (key, value) with start <= key < stop as they were at the snapshot."""
        keys = self._store.keys_between(start, stop)
        gone = [key for key in self._replaced.copy() if start <= key < stop]
        if gone:
            keys = sorted({*keys, *gone})
        for key in reversed(keys) if reverse else keys:
            value = self.get(key)
            if value is not None:
                yield key, value

    def close(self) -> None:
        """Let the store forget the old values."""
        self._store.release(self)
