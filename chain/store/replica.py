"""
A database to look into: the files of a stopped node, copied aside and never touched.

    home/data --LOCK held--> table files linked, the others copied --> LevelStore(target)

LevelDB has no way to open without writing: it puts its log in order first. In a replica it does
that with files of its own, so that the node starts later upon exactly what it left.
"""

import fcntl
import os
import shutil
from pathlib import Path

from chain.errors import StoreFailed, StoreInUse

LOCK_NAME = "LOCK"  # what LevelDB locks while it is open
TABLE_SUFFIXES = (".ldb", ".sst")  # files that LevelDB writes once and never changes


def make_replica(directory: Path, target: Path) -> None:
    """
    Copy the database in `directory` into `target`, a directory that is not there yet.

    Tables take no space where `target` is on the same disk. Raises StoreInUse while a node runs,
    StoreFailed where there is no database or the disk refuses.
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
