"""A database that does not wait for the disk."""

from pathlib import Path
from unittest.mock import patch

from chain.store import leveldb
from chain.store.leveldb import LevelStore
from cli.development.store import DevelopmentStore, UnsyncedStore


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


def test_a_development_chain_takes_little_memory(tmp_path: Path) -> None:
    """LevelDB is told to keep and to gather an eighth of what a validator's may."""
    with patch("chain.store.leveldb.plyvel.DB", wraps=leveldb.plyvel.DB) as opened:
        for kind in (LevelStore, DevelopmentStore):
            kind(tmp_path).close()
    usual, small = (call.kwargs for call in opened.call_args_list)
    for size in ("lru_cache_size", "write_buffer_size"):
        assert 8 * small[size] == usual[size]
    assert 4 * usual["block_size"] == small["block_size"]
