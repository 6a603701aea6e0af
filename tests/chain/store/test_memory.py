"""The database in memory: snapshots cost nothing once they are let go."""

import gc

from chain.store.memory import MemoryStore


def test_a_closed_snapshot_keeps_no_old_values():
    """After close, a batch hands its old values to nobody."""
    store = MemoryStore()
    snapshot = store.snapshot()
    snapshot.close()
    store.write([(b"a", b"1")], sync=True)
    assert snapshot._replaced == {}


def test_a_collected_snapshot_is_forgotten_by_the_store():
    """A snapshot that nobody holds is not fed any more."""
    store = MemoryStore()
    store.snapshot()
    gc.collect()
    assert len(store._snapshots) == 0
