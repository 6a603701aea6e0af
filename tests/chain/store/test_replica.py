"""Looking into a stopped node's database changes no byte of it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from chain.errors import StoreFailed, StoreInUse
from chain.ledger import Ledger
from chain.store.leveldb import LevelStore
from chain.store.replica import make_replica
from tests.chain.stage import CHAIN_ID, Chain


def files_of(directory: Path) -> dict[str, tuple[bytes, int]]:
    """Content and time of change of every file."""
    return {f.name: (f.read_bytes(), f.stat().st_mtime_ns) for f in directory.iterdir()}


def stopped_node(directory: Path) -> Chain:
    """A node that made blocks, with a table file and a log, and was closed."""
    store = LevelStore(directory)
    chain = Chain(store)
    chain.block()
    store.compact(b"\0", b"\xff")
    chain.block()
    store.close()
    return chain


@pytest.mark.parametrize("links", [True, False])
def test_a_replica_is_read_and_written_beside_the_original(tmp_path, monkeypatch, links):
    """A ledger over a replica has the node's head; even writing to it leaves the node alone."""
    if not links:
        monkeypatch.setattr(os, "link", refuse)
    home, copy = tmp_path / "data", tmp_path / "copy"
    chain = stopped_node(home)
    before = files_of(home)
    make_replica(home, copy)
    store = LevelStore(copy)
    ledger = Ledger(store, CHAIN_ID)
    ledger.check_database()
    assert chain.head == ledger.head
    ledger.rollback()
    store.compact(b"\0", b"\xff")
    store.close()
    assert before == files_of(home)
    again = Ledger(LevelStore(home), CHAIN_ID)
    assert chain.head == again.head
    again.close()


def refuse(*arguments: object) -> None:
    """Fail as a disk without links does."""
    raise OSError("no links here")


HOLDER = """
import sys
from pathlib import Path
from chain.store.leveldb import LevelStore
store = LevelStore(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
store.close()
"""


def test_a_running_node_is_not_copied(tmp_path):
    """While another process holds the database a copy could be torn, so it is refused by name."""
    stopped_node(tmp_path / "data")
    root = Path(__file__).resolve().parents[3]
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path / "data")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    with holder:
        assert b"open\n" == holder.stdout.readline()
        with pytest.raises(StoreInUse):
            make_replica(tmp_path / "data", tmp_path / "copy")
        assert not (tmp_path / "copy").exists()
        holder.communicate(timeout=60)
    make_replica(tmp_path / "data", tmp_path / "copy")


def test_where_no_database_is_nothing_is_made(tmp_path):
    """A missing directory and a target that is there already are told, and left as they are."""
    with pytest.raises(StoreFailed, match="No such file"):
        make_replica(tmp_path / "none", tmp_path / "copy")
    assert not (tmp_path / "copy").exists() and not (tmp_path / "none").exists()
    stopped_node(tmp_path / "data")
    (tmp_path / "copy").mkdir()
    with pytest.raises(StoreFailed, match="exists"):
        make_replica(tmp_path / "data", tmp_path / "copy")
