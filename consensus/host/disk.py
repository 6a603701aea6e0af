"""
The file operations on which durability rests, and nothing that only looks durable.

    Wal, FileSigner -> Disk -> SystemDisk (os, fsync)
                           '-> a simulator's disk, which forgets what was not synced

What a power failure may take is said here, operation by operation: appended bytes until
`AppendFile.sync`; a name that was created, renamed or removed until `sync_directory`.
"""

import fcntl
import os
from pathlib import Path
from typing import Protocol

from chain.errors import Unavailable

PRIVATE = 0o600  # what only the owner reads and writes


class FileInUse(Unavailable):
    """Another process holds the lock on a file."""


class AppendFile(Protocol):
    """A file that grows at its end."""

    def append(self, data: bytes | bytearray) -> None:
        """Write all bytes at the end; not durable. Raises OSError, after a part of them maybe."""

    def sync(self) -> None:
        """Make every byte so far durable."""

    def close(self) -> None:
        """Let go of the file; this makes nothing durable."""


class Lock(Protocol):
    """A lock that ends with its process, however that ends."""

    def release(self) -> None:
        """Let another process have it."""


class Disk(Protocol):
    """A place for files; every method raises OSError where the machine fails."""

    def make_directory(self, directory: Path) -> None:
        """Create a directory and its parents, where they are missing."""

    def is_directory(self, path: Path) -> bool:
        """Whether there is a directory of this name."""

    def exists(self, path: Path) -> bool:
        """Whether there is a file of this name."""

    def names(self, directory: Path) -> list[str]:
        """Names of the files in a directory, sorted."""

    def read(self, path: Path, size_max: int | None = None) -> bytes:
        """Return a file's bytes, at most so many. Raises FileNotFoundError."""

    def open_append(self, path: Path) -> AppendFile:
        """Open a file to append to it; created where it is missing."""

    def write(self, path: Path, data: bytes) -> None:
        """Create or replace a file's bytes; they are durable on return, a new name is not."""

    def truncate(self, path: Path, size_bytes: int) -> None:
        """Cut a file to a size; durable on return."""

    def rename(self, source: Path, target: Path) -> None:
        """Give a file another name in its directory, in place of what has that name."""

    def remove(self, path: Path) -> None:
        """Delete a file."""

    def sync_directory(self, directory: Path) -> None:
        """Make creations, renames and removals in a directory durable."""

    def lock(self, path: Path) -> Lock:
        """Lock a file for this process, created where it is missing. Raises FileInUse."""


class SystemDisk:
    """The machine's own disk."""

    def make_directory(self, directory: Path) -> None:
        """Create a directory and its parents, where they are missing."""
        directory.mkdir(parents=True, exist_ok=True)

    def is_directory(self, path: Path) -> bool:
        """Whether there is a directory of this name."""
        return path.is_dir()

    def exists(self, path: Path) -> bool:
        """Whether there is a file of this name."""
        return path.exists()

    def names(self, directory: Path) -> list[str]:
        """Names of the files in a directory, sorted."""
        return sorted(entry.name for entry in os.scandir(directory) if entry.is_file())

    def read(self, path: Path, size_max: int | None = None) -> bytes:
        """Return a file's bytes, at most so many."""
        with path.open("rb") as file:
            return file.read(-1 if size_max is None else size_max)

    def open_append(self, path: Path) -> AppendFile:
        """Open a file to append to it; created where it is missing."""
        return _SystemFile(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, PRIVATE))

    def write(self, path: Path, data: bytes) -> None:
        """Create or replace a file's bytes; they are durable on return, a new name is not."""
        with open(path, "wb", opener=lambda name, flags: os.open(name, flags, PRIVATE)) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    def truncate(self, path: Path, size_bytes: int) -> None:
        """Cut a file to a size; durable on return."""
        with path.open("r+b") as file:
            file.truncate(size_bytes)
            file.flush()
            os.fsync(file.fileno())

    def rename(self, source: Path, target: Path) -> None:
        """Give a file another name in its directory, in place of what has that name."""
        os.replace(source, target)

    def remove(self, path: Path) -> None:
        """Delete a file."""
        path.unlink()

    def sync_directory(self, directory: Path) -> None:
        """Make creations, renames and removals in a directory durable."""
        sync_directory(directory)

    def lock(self, path: Path) -> Lock:
        """Lock a file for this process, created where it is missing."""
        handle = os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(handle)
            raise FileInUse(f"another process has locked {path}") from error
        return _SystemLock(handle)


class _SystemFile:
    def __init__(self, handle: int) -> None:
        self._handle = handle

    def append(self, data: bytes | bytearray) -> None:
        view = memoryview(data)
        while view:
            view = view[os.write(self._handle, view) :]

    def sync(self) -> None:
        os.fsync(self._handle)

    def close(self) -> None:
        os.close(self._handle)


class _SystemLock:
    def __init__(self, handle: int) -> None:
        self._handle = handle

    def release(self) -> None:
        os.close(self._handle)


def sync_directory(directory: Path) -> None:
    """Make creations, renames and removals in a directory of the machine durable."""
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


SYSTEM_DISK = SystemDisk()


def replace_file(path: Path, data: bytes) -> None:
    """Write a file so that a crash leaves the old one or the new one. Raises OSError."""
    draft = path.with_suffix(".new")
    SYSTEM_DISK.write(draft, data)
    SYSTEM_DISK.rename(draft, path)
    SYSTEM_DISK.sync_directory(path.parent)
