"""
What a gateway must not forget, in SQLite, on disk before it counts.

    voucher, receipt --write, one synced commit for all who wait--> disk --then--> the answer's end
    transaction      --write_now--> disk --then--> the node

One writer thread takes whatever waits and commits it at once, so a hundred calls cost one fsync.
"""

import asyncio
import fcntl
import queue
import sqlite3
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

NAME: Final = "gateway.sqlite"
TABLES: Final = """
CREATE TABLE IF NOT EXISTS vouchers (channel INTEGER, epoch INTEGER, lane INTEGER, packed BLOB,
  PRIMARY KEY (channel, epoch, lane)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS receipts (channel INTEGER, epoch INTEGER, lane INTEGER, number INTEGER,
  packed BLOB, nonce INTEGER, asked BLOB, PRIMARY KEY (channel, epoch, lane, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS open_calls (channel INTEGER, epoch INTEGER, lane INTEGER, nonce INTEGER,
  asked BLOB, input INTEGER, output INTEGER, PRIMARY KEY (channel, epoch, lane)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS payments (payer TEXT, nonce BLOB, asked BLOB, model TEXT,
  amount_wei TEXT, input INTEGER, output INTEGER, expires_s INTEGER, state TEXT, batch TEXT,
  PRIMARY KEY (payer, nonce)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS transactions (hash TEXT PRIMARY KEY, raw BLOB, purpose TEXT,
  fee_wei TEXT, value_wei TEXT, settled INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS books (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""
Statement = tuple[str, Sequence[Any]]
_Waiting = tuple[list[Statement], "asyncio.Future[None]", asyncio.AbstractEventLoop]


class JournalTaken(Exception):
    """Another gateway works in this home."""


class Journal:
    """The journal of one home; one process at a time."""

    def __init__(self, home: Path) -> None:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._lock_file = (home / "lock").open("w")
        try:
            fcntl.flock(self._lock_file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._lock_file.close()
            raise JournalTaken(f"another gateway works in {home}") from None
        self._database = opened(home / NAME)
        self._database.executescript(TABLES)
        self._lock = threading.Lock()  # of the connection
        self._queue: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._work, daemon=True, name="journal")
        self._writer.start()
        self.commits = 0

    async def write(self, *statements: Statement) -> None:
        """Return once these are on disk, all or none of them; raises sqlite3.Error."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[None] = loop.create_future()
        self._queue.put((list(statements), done, loop))
        await done

    def write_now(self, *statements: Statement) -> None:
        """Do the same without letting anything else run; for what is sent right after."""
        with self._lock:
            self._commit(statements)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return what a question finds."""
        with self._lock:
            return list(self._database.execute(sql, values))

    def close(self) -> None:
        """Write what waits, and let another process have the home."""
        self._queue.put(None)
        self._writer.join()
        self._database.close()
        self._lock_file.close()

    def _commit(self, statements: Sequence[Statement]) -> None:
        self._database.execute("BEGIN IMMEDIATE")
        try:
            for sql, values in statements:
                self._database.execute(sql, values)
            self._database.execute("COMMIT")
            self.commits += 1
        except BaseException:
            self._database.execute("ROLLBACK")
            raise

    def _work(self) -> None:
        while (first := self._queue.get()) is not None:
            waiting, is_over = [first], False
            while not self._queue.empty():
                more = self._queue.get()
                if more is None:
                    is_over = True
                    break
                waiting.append(more)
            self._write_all(waiting)
            if is_over:
                return

    def _write_all(self, waiting: list[_Waiting]) -> None:
        error: BaseException | None = None
        try:
            self.write_now(*(statement for item in waiting for statement in item[0]))
        except sqlite3.Error as cause:
            error = cause
        for _, done, loop in waiting:
            loop.call_soon_threadsafe(_tell, done, error)


def _tell(done: "asyncio.Future[None]", error: BaseException | None) -> None:
    if done.done():
        return  # whoever waited went away
    if error is None:
        done.set_result(None)
    else:
        done.set_exception(error)


def opened(path: Path) -> sqlite3.Connection:
    """Return a database in which a commit is on disk when it returns."""
    database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    return database
