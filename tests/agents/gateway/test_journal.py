"""What is written is on disk, whole or not at all."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from agents.gateway.journal import NAME, Journal, JournalTaken, Statement

BOOK = "INSERT INTO books VALUES (?, ?)"
PROGRAM = """
import asyncio, os, signal, sys
from pathlib import Path
from agents.gateway.journal import Journal

async def main():
    journal = Journal(Path(sys.argv[1]))
    async def one(number):
        await journal.write(("INSERT INTO books VALUES (?, ?)", (str(number), "told")))
        os.write(1, b"%d\\n" % number)
    tasks = [asyncio.create_task(one(number)) for number in range(2000)]
    await asyncio.gather(*tasks[:500])
    os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""


def names(home: Path) -> set[str]:
    """Return what a journal's book has."""
    with sqlite3.connect(home / NAME) as database:
        return {name for (name,) in database.execute("SELECT name FROM books")}


def test_what_was_told_survives_a_kill(tmp_path: Path) -> None:
    """A process that dies at once has on disk all that it said was written."""
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(root)},
        timeout=60,
        check=False,
    )
    assert -signal.SIGKILL == done.returncode, done.stderr
    told = set(done.stdout.decode().split())
    assert len(told) >= 500
    assert told <= names(tmp_path)


def test_those_who_wait_share_a_commit(tmp_path: Path) -> None:
    """A hundred writes at once are far fewer commits."""
    journal = Journal(tmp_path)

    async def write_all() -> None:
        await asyncio.gather(*(journal.write((BOOK, (str(n), ""))) for n in range(100)))

    asyncio.run(write_all())
    journal.close()
    assert 100 == len(names(tmp_path))
    assert journal.commits < 50


def test_a_write_is_whole(tmp_path: Path) -> None:
    """Where one statement fails, none of its write is kept, and who waits is told."""
    journal = Journal(tmp_path)
    good: Statement = (BOOK, ("a", ""))

    async def write() -> None:
        with pytest.raises(sqlite3.IntegrityError):
            await journal.write(good, good)

    asyncio.run(write())
    assert [] == journal.rows("SELECT * FROM books")
    journal.close()


def test_a_home_has_one_gateway(tmp_path: Path) -> None:
    """A second process is told so; after the first closed, the home is free."""
    journal = Journal(tmp_path)
    with pytest.raises(JournalTaken):
        Journal(tmp_path)
    journal.close()
    Journal(tmp_path).close()
