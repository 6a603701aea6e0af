"""The database on disk: one process, whole batches, and damage that is called damage."""

import os
import signal
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from chain.errors import StoreCorrupt, StoreFailed, StoreInUse
from chain.ledger import Ledger
from chain.store.leveldb import BLOCK_BYTES, LevelStore, make_replica
from chain.store.node import keccak
from tests.chain.stage import CHAIN_ID, Chain

BATCHES_AT_LEAST = 200  # batches that the killed writer acknowledges before it is killed
WRITER = """
import sys
from pathlib import Path
from chain.store.leveldb import LevelStore
store = LevelStore(Path(sys.argv[1]))
number = 0
while True:
    number += 1
    value = number.to_bytes(8, "big")
    store.write([(bytes([key]), value) for key in range(20)], sync=number % 2 == 0)
    print(number, flush=True)
"""


def run_python(program, *arguments):
    """Start another Python process that sees this checkout."""
    root = Path(__file__).resolve().parents[3]
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(root)},
    )


def test_a_second_process_is_refused_with_the_directory_named(tmp_path):
    """While one process holds the database another gets StoreInUse, and nothing breaks."""
    store = LevelStore(tmp_path / "db")
    store.write([(b"a", b"1")], sync=True)
    program = (
        "import sys; from pathlib import Path; from chain.store.leveldb import LevelStore\n"
        "LevelStore(Path(sys.argv[1]))"
    )
    _, errors = run_python(program, tmp_path / "db").communicate(timeout=60)
    expected = f"StoreInUse: database at {tmp_path / 'db'} is in use by another process"
    assert expected in errors
    assert store.get(b"a") == b"1"
    store.close()


def test_the_same_process_is_refused_a_second_handle(tmp_path):
    """Two handles on one directory are refused inside one process too."""
    store = LevelStore(tmp_path / "db")
    with pytest.raises(StoreInUse):
        LevelStore(tmp_path / "db")
    store.close()


def test_a_closed_database_opens_again_with_its_content(tmp_path):
    """Closing lets the directory go, and a second close does nothing."""
    store = LevelStore(tmp_path / "db")
    store.write([(b"a", b"1")], sync=False)
    store.close()
    store.close()
    again = LevelStore(tmp_path / "db")
    assert again.get(b"a") == b"1"
    again.close()


def test_a_killed_writer_leaves_whole_batches_and_loses_none(tmp_path):
    """After kill -9 all keys of a batch agree, and the last acknowledged batch is there."""
    writer = run_python(WRITER, tmp_path / "db")
    acknowledged = 0
    for line in writer.stdout:
        acknowledged = int(line)
        if acknowledged == BATCHES_AT_LEAST:
            writer.send_signal(signal.SIGKILL)
    writer.wait(timeout=60)
    store = LevelStore(tmp_path / "db")
    numbers = {int.from_bytes(value, "big") for _, value in store.iterate(b"", b"\xff")}
    store.close()
    assert len(numbers) == 1
    assert acknowledged <= numbers.pop()


def logs_of(directory):
    """Return the write-ahead logs of a closed database."""
    return sorted(directory.glob("*.log"))


def fill(directory, batches):
    """Write batches of one key each and close."""
    store = LevelStore(directory)
    for number in range(batches):
        store.write([(b"key", number.to_bytes(4, "big") * 50)], sync=False)
    store.close()


@pytest.mark.parametrize("cut_bytes", [1, 50, 300])
def test_a_log_cut_short_opens_at_the_last_whole_batch(tmp_path, cut_bytes):
    """The tail that a power failure cut off is dropped; what came before is there."""
    fill(tmp_path / "db", 10)
    (log,) = logs_of(tmp_path / "db")
    os.truncate(log, log.stat().st_size - cut_bytes)
    store = LevelStore(tmp_path / "db")
    number = int.from_bytes(store.get(b"key")[:4], "big")
    store.close()
    assert {1: 8, 50: 8, 300: 7}[cut_bytes] == number


def test_a_damaged_log_is_called_corrupt_and_not_silently_cut(tmp_path):
    """A flipped byte in the middle of the log is StoreCorrupt at opening."""
    fill(tmp_path / "db", 10)
    (log,) = logs_of(tmp_path / "db")
    content = bytearray(log.read_bytes())
    content[len(content) // 2] ^= 0xFF
    log.write_bytes(content)
    with pytest.raises(StoreCorrupt, match=str(tmp_path / "db")):
        LevelStore(tmp_path / "db")


def test_a_damaged_table_is_called_corrupt_when_it_is_read(tmp_path):
    """A flipped byte in a table file is StoreCorrupt for every way of reading it."""
    store = LevelStore(tmp_path / "db")
    store.write([(bytes([n]), os.urandom(100)) for n in range(200)], sync=True)
    store.compact(b"\x00", b"\xff")
    store.close()
    for table in (tmp_path / "db").glob("*.ldb"):
        content = bytearray(table.read_bytes())
        content[1000] ^= 0xFF
        table.write_bytes(content)
    with pytest.raises(StoreCorrupt):
        list(LevelStore(tmp_path / "db").iterate(b"", b"\xff"))


def test_a_directory_that_is_a_file_is_said_to_be_one(tmp_path):
    """A path that cannot be a directory is StoreFailed with the path in the message."""
    (tmp_path / "db").write_text("not a directory")
    with pytest.raises(StoreFailed, match=str(tmp_path / "db")):
        LevelStore(tmp_path / "db")


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
import sys, time
from pathlib import Path
from chain.store.leveldb import LevelStore
store = LevelStore(Path(sys.argv[1]))
print("open", flush=True)
time.sleep(60)
"""


def test_a_running_node_is_not_copied(tmp_path):
    """While another process holds the database a copy could be torn, so it is refused by name."""
    stopped_node(tmp_path / "data")
    with run_python(HOLDER, tmp_path / "data") as holder:
        assert "open\n" == holder.stdout.readline()
        with pytest.raises(StoreInUse):
            make_replica(tmp_path / "data", tmp_path / "copy")
        assert not (tmp_path / "copy").exists()
        holder.kill()
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


def test_a_cold_read_takes_in_few_neighbours(tmp_path):
    """What LevelDB reads, checks and unpacks together is BLOCK_BYTES and a last entry at most."""
    store = LevelStore(tmp_path)
    keys = [number.to_bytes(4, "big") for number in range(2_000)]
    store.write([(key, keccak(key) * 3) for key in keys], sync=False)
    store.compact(b"", b"\xff" * 8)
    starts = sorted({store._database.approximate_size(b"", key) for key in keys})
    assert len(starts) > 100
    assert max(after - start for start, after in pairwise(starts)) < BLOCK_BYTES + 150
    store.close()
