"""The database on disk: LevelDB through plyvel, and the only file that knows it."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from chain.errors import StoreCorrupt, StoreFailed, StoreInUse
from chain.store.kv import Write

try:
    import plyvel
except ImportError:  # pragma: no cover - Python 3.13 and later have wheels of plyvel-next only
    import plyvel_next as plyvel

CACHE_BYTES = 64 * 1024 * 1024  # 64 MiB of blocks kept for reads, where tables are not mapped
# 32 MiB of writes gathered before a table is written. Nodes high up in the tries change in every
# block: the longer they are gathered, the fewer versions of them are ever written and compacted (a
# third less processor time in all than with 16 MiB); beyond that each single write gets dearer.
WRITE_BUFFER_BYTES = 32 * 1024 * 1024
# 1 KiB of neighbours are read and checked together. Most keys that a block touches lie far apart:
# with LevelDB's usual 4 KiB a read of a cold node takes a quarter more processor time.
BLOCK_BYTES = 1024
BLOOM_BITS = 10  # bits a key: 1 % of lookups of absent keys reach the disk
LOCK_NAME = "LOCK"  # file that LevelDB locks while it is open
TABLE_SUFFIXES = (".ldb", ".sst")  # files that LevelDB writes once and never changes
OPEN_FILES_MAX = 512  # table files held open; well below the usual limit of 1,024 descriptors

_VERIFY = True  # check each block that comes from the disk against its checksum

Result = TypeVar("Result")


class LevelStore:
    """
    KeyValueStore in one directory, held by one process at a time.

    Damage is always an error: `paranoid_checks` covers the log and the compactions (without it
    LevelDB silently goes back to the record before the damage), and each read asks for checksums.
    Tables are not compressed. Hashes, addresses and signatures do not get smaller, and the history
    keeps only what changed of a branch; without Snappy a cold read, straight out of a mapped file,
    takes two thirds of the processor time and a compaction a third. Older tables stay readable.
    """

    def __init__(
        self,
        directory: Path,
        cache_bytes: int = CACHE_BYTES,
        write_buffer_bytes: int = WRITE_BUFFER_BYTES,
        block_bytes: int = BLOCK_BYTES,
    ) -> None:
        """
        Open the database in `directory`, making it if it is not there.

        It takes up to `cache_bytes` and twice `write_buffer_bytes` of memory, for one buffer fills
        while the last one is written, and about a hundred bytes for each block of `block_bytes` of
        the tables that are open. Raises: StoreInUse, StoreCorrupt, StoreFailed.
        """
        self._directory = directory
        self._cache_bytes, self._write_buffer_bytes = cache_bytes, write_buffer_bytes
        self._block_bytes = block_bytes
        try:
            os.makedirs(directory, exist_ok=True)
        except OSError as error:
            raise StoreFailed(f"database at {directory}: {error.strerror}") from error
        self._database = self._guard(self._open)

    def _open(self) -> Any:
        try:
            return plyvel.DB(
                str(self._directory),
                create_if_missing=True,
                paranoid_checks=True,
                bloom_filter_bits=BLOOM_BITS,
                lru_cache_size=self._cache_bytes,
                write_buffer_size=self._write_buffer_bytes,
                block_size=self._block_bytes,
                max_open_files=OPEN_FILES_MAX,
                compression=None,
            )
        except plyvel.IOError as error:
            if "lock" in str(error).lower():
                raise StoreInUse(str(self._directory)) from error
            raise

    def _guard(self, action: Callable[[], Result]) -> Result:
        try:
            return action()
        except plyvel.Error as error:
            raise _translate(error, self._directory) from error

    def get(self, key: bytes) -> bytes | None:
        """Return the value under `key`, or None where there is none."""
        try:
            value: bytes | None = self._database.get(key, verify_checksums=_VERIFY)
        except plyvel.Error as error:
            raise _translate(error, self._directory) from error
        return value

    def iterate(
        self, start: bytes, stop: bytes, *, reverse: bool = False
    ) -> Iterator[tuple[bytes, bytes]]:
        """Yield (key, value) with start <= key < stop as they were when the iteration began."""
        return _iterate(self._database, self._directory, start, stop, reverse)

    def write(self, batch: Iterable[Write], *, sync: bool) -> None:
        """Apply the whole batch or nothing (`transaction`: an exception midway drops it)."""
        try:
            with self._database.write_batch(transaction=True, sync=sync) as pending:
                put, delete = pending.put, pending.delete
                for key, value in batch:
                    if value is None:
                        delete(key)
                    else:
                        put(key, value)
        except plyvel.Error as error:
            raise _translate(error, self._directory) from error

    def snapshot(self) -> "LevelSnapshot":
        """Return a view frozen at this moment."""
        return LevelSnapshot(self._database.snapshot(), self._directory)

    def compact(self, start: bytes, stop: bytes) -> None:
        """Give back the space of overwritten and deleted values with start <= key < stop."""
        self._guard(lambda: self._database.compact_range(start=start, stop=stop))

    def close(self) -> None:
        """Release the directory for another process; a second call does nothing."""
        self._database.close()


class LevelSnapshot:
    """Snapshot of a LevelStore."""

    def __init__(self, snapshot: Any, directory: Path) -> None:
        self._snapshot = snapshot
        self._directory = directory

    def get(self, key: bytes) -> bytes | None:
        """Return the value that was under `key` when the snapshot was taken."""
        try:
            value: bytes | None = self._snapshot.get(key, verify_checksums=_VERIFY)
        except plyvel.Error as error:
            raise _translate(error, self._directory) from error
        return value

    def iterate(
        self, start: bytes, stop: bytes, *, reverse: bool = False
    ) -> Iterator[tuple[bytes, bytes]]:
        """Yield (key, value) with start <= key < stop as they were at the snapshot."""
        return _iterate(self._snapshot, self._directory, start, stop, reverse)

    def close(self) -> None:
        """Let the database forget the old values."""
        self._snapshot.close()


def _iterate(
    source: Any, directory: Path, start: bytes, stop: bytes, reverse: bool
) -> Iterator[tuple[bytes, bytes]]:
    # Backwards, plyvel 1.5.1 yields nothing when `start` itself is the only key in the range. So
    # it is not told where the range starts, and the walk ends by our own comparison.
    bounds = {"stop": stop, "reverse": True} if reverse else {"start": start, "stop": stop}
    try:
        with source.iterator(**bounds, verify_checksums=_VERIFY) as entries:
            for entry in entries:
                if reverse and entry[0] < start:
                    return
                yield entry
    except plyvel.Error as error:
        raise _translate(error, directory) from error


def _translate(error: Exception, directory: Path) -> StoreCorrupt | StoreFailed:
    """Say in the house's words what the database library said."""
    said = error.args[0] if error.args else ""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    message = f"database at {directory}: {text}"
    if isinstance(error, plyvel.CorruptionError):
        return StoreCorrupt(message)
    return StoreFailed(message)


def make_replica(directory: Path, target: Path) -> None:
    """
    Copy the database of a stopped node into `target`, a directory that is not there yet.

    LevelDB has no way to open without writing: it puts its log in order first. In a replica it
    does that with files of its own, and the node starts later upon exactly what it left. Tables
    take no space where `target` is on the same disk. Not for the process that has the database
    open, which would lose its lock. Raises StoreInUse while another has it, StoreFailed where
    there is no database or the disk refuses.
    """
    try:
        with open(directory / LOCK_NAME, "r+b") as lock:
            try:
                fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except (BlockingIOError, PermissionError) as error:
                raise StoreInUse(str(directory)) from error
            os.makedirs(target)
            for file in sorted(directory.iterdir()):
                if file.name != LOCK_NAME:
                    _take(file, target / file.name)
    except OSError as error:
        raise StoreFailed(f"database at {directory}: {error.strerror}") from error


def _take(file: Path, target: Path) -> None:
    if file.suffix in TABLE_SUFFIXES:
        try:
            os.link(file, target)
            return
        except OSError:
            pass  # another disk, or one without links: copied like the others
    shutil.copyfile(file, target)
