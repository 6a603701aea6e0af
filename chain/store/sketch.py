"""
States that are thought of and never written: one change upon another, with their roots.

    state at a kept height --apply(diff)--> state --apply(diff)--> state    (eth_simulateV1)
                               '--> root                '--> root

Everything lies in memory upon a snapshot of the database, so a sketch disturbs nobody.
"""

from collections.abc import Iterator, Mapping

from chain.store.cache import NodeCache
from chain.store.kv import KeyValueView, Snapshot
from chain.store.preparation import Preparation
from chain.store.state import StateStore, ViewReader
from chain.types.account import StateDiff
from chain.types.primitives import Hash32, Height

CACHE_BYTES = 1 << 16  # 64 KiB of nodes met on the way; those that are made are in the overlay


class Overlay:
    """A view with values of our own upon it."""

    def __init__(self, below: KeyValueView, changes: Mapping[bytes, bytes | None]) -> None:
        self._below, self._changes = below, dict(changes)

    def get(self, key: bytes) -> bytes | None:
        """Return the value under a key, or None where there is none."""
        return self._changes[key] if key in self._changes else self._below.get(key)

    def iterate(
        self, start: bytes, stop: bytes, *, reverse: bool = False
    ) -> Iterator[tuple[bytes, bytes]]:
        """Yield (key, value) with start <= key < stop in the order of keys, or backwards."""
        ours = {key: value for key, value in self._changes.items() if start <= key < stop}
        if not ours:  # the history of a node that is changed often is long, and little of it read
            yield from self._below.iterate(start, stop, reverse=reverse)
            return
        found = {**dict(self._below.iterate(start, stop)), **ours}
        for key in sorted(found, reverse=reverse):
            value = found[key]
            if value is not None:
                yield key, value

    def with_changes(self, changes: Mapping[bytes, bytes | None]) -> "Overlay":
        """Return the view after some more changes."""
        return Overlay(self._below, {**self._changes, **changes})


class StateSketch:
    """A state and what it becomes; `height` is that of the written state it began from."""

    def __init__(self, reader: ViewReader, root: Hash32) -> None:
        self._snapshot: Snapshot = reader.snapshot
        self._view = Overlay(reader.view, {})
        self.root, self.height = root, reader.height

    def reader(self) -> ViewReader:
        """Return the state as it is now."""
        return ViewReader(self._view, self.height, self._snapshot)

    def apply(self, diff: StateDiff) -> Hash32:
        """Change the state and return its new root."""
        run = Preparation(self._view, NodeCache(CACHE_BYTES), diff)
        self.root = run.run(self.root)
        nodes = {**run.nodes.after, **dict(run.rewritten.writes())}
        changes = {**run.words.after, **nodes, **dict(run.codes)}
        self._view = self._view.with_changes(changes)
        return self.root


def sketch_of(states: StateStore, height: Height, root: Hash32) -> StateSketch:
    """Return a sketch upon the state at a height; raises StateUnavailable."""
    return StateSketch(states.reader(height), root)
