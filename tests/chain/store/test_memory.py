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


def test_a_write_in_the_middle_of_a_read_does_not_reach_the_snapshot():
    """A batch of another thread between the two looks of a read leaves the old value."""

    class Racing(MemoryStore):
        def get(self, key):
            """Let the other thread write just before the value is read."""
            if not self.raced:
                self.raced = True
                self.write([(b"a", b"new")], sync=False)
            return super().get(key)

    store = Racing()
    store.raced = True
    store.write([(b"a", b"old")], sync=False)
    snapshot = store.snapshot()
    store.raced = False
    assert snapshot.get(b"a") == b"old"
