"""A database that does not wait for the disk."""

from pathlib import Path
from unittest.mock import patch

from chain.store.leveldb import LevelStore
from cli.development.store import UnsyncedStore


def test_a_batch_is_written_without_waiting(tmp_path: Path) -> None:
    """What the ledger asks to be synced is written all the same, but not synced."""
    store = UnsyncedStore(tmp_path)
    with patch.object(LevelStore, "write", autospec=True, side_effect=LevelStore.write) as write:
        store.write([(b"a", b"1"), (b"b", b"2")], sync=True)
    assert {"sync": False} == write.call_args.kwargs
    store.close()
    reopened = LevelStore(tmp_path)
    assert (b"1", b"2") == (reopened.get(b"a"), reopened.get(b"b"))
    reopened.close()
