"""
A disk in memory that keeps its promises and not a bit more.

    write, rename, remove -> what the process sees
    sync, sync_directory  -> what a power failure leaves

At a power failure every file keeps its synced bytes and a random part of the rest, whose last
bytes may be torn; of the names changed since the directory was synced, the first few hold.
"""

import random
from pathlib import Path

from consensus.host.disk import AppendFile, FileInUse, Lock

TORN_CHANCE = 0.3  # that the last bytes which reached the disk are garbage


class _Content:
    """Bytes of one file, whatever its name."""

    def __init__(self) -> None:
        self.data = bytearray()
        self.synced_bytes = 0


# Names that change at one stroke, each with what it stands for then; None: it is gone.
_Change = tuple[tuple[Path, _Content | None], ...]


class PowerIsOff(BaseException):
    """The process that asked is dead; whatever it still does must have no effect."""


class Platter:
    """What outlives processes; `capacity_bytes` is what fits in all files."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self.names: dict[Path, _Content] = {}
        self.durable: dict[Path, _Content] = {}
        self.changes: list[_Change] = []
        self.directories: set[Path] = set()
        self.locks: set[Path] = set()
        self.capacity_bytes: int | None = None
        self.syncs = 0
        self.lives = 0

    def boot(self) -> "SimDisk":
        """Start a process on it."""
        self.lives += 1
        return SimDisk(self, self.lives)

    def kill(self) -> None:
        """The process dies; the machine lives, and so does everything written."""
        self.lives += 1
        self.locks.clear()

    def power_failure(self) -> None:
        """The machine dies; only what was synced is certain."""
        self.kill()
        for change in self.changes[: self._rng.randint(0, len(self.changes))]:
            _put(self.durable, change)
        self.changes.clear()
        for content in self.durable.values():
            self._tear(content)
        self.names = dict(self.durable)

    def used_bytes(self) -> int:
        """Bytes in all files."""
        return sum(len(content.data) for content in self.names.values())

    def check_room(self, more_bytes: int) -> None:
        """Raise OSError when so many bytes do not fit."""
        full = self.capacity_bytes is not None and more_bytes > 0
        if full and self.used_bytes() + more_bytes > (self.capacity_bytes or 0):
            raise OSError(28, "no space left on device")

    def sync_content(self, content: _Content) -> None:
        """Make a file's bytes durable."""
        self.syncs += 1
        content.synced_bytes = len(content.data)

    def change(self, *change: "tuple[Path, _Content | None]") -> None:
        """Give or take names, all at one stroke."""
        self.changes.append(change)
        _put(self.names, change)

    def settle(self, directory: Path) -> None:
        """Make the names of one directory durable, and no other's."""
        waiting, self.changes = self.changes, []
        for change in waiting:
            if change[0][0].parent == directory:
                _put(self.durable, change)
            else:
                self.changes.append(change)

    def _tear(self, content: _Content) -> None:
        unsynced = len(content.data) - content.synced_bytes
        if unsynced <= 0:
            return
        kept = self._rng.randint(0, unsynced)
        del content.data[content.synced_bytes + kept :]
        if kept and self._rng.random() < TORN_CHANCE:
            content.data[-1] ^= self._rng.randint(1, 255)
        content.synced_bytes = len(content.data)


class SimDisk:
    """consensus.host.disk.Disk for one life of one node."""

    def __init__(self, platter: Platter, life: int) -> None:
        self._platter, self._life = platter, life

    def make_directory(self, directory: Path) -> None:
        """Create a directory; durable at once, nodes make theirs when they are set up."""
        self.live().directories.add(directory)

    def is_directory(self, path: Path) -> bool:
        """Whether the directory was made."""
        return path in self.live().directories

    def exists(self, path: Path) -> bool:
        """Whether there is a file of this name."""
        return path in self.live().names

    def names(self, directory: Path) -> list[str]:
        """Names of the files in a directory, sorted."""
        return sorted(path.name for path in self.live().names if path.parent == directory)

    def read(self, path: Path, size_max: int | None = None) -> bytes:
        """Return a file's bytes, at most so many."""
        content = self.live().names.get(path)
        if content is None:
            raise FileNotFoundError(str(path))
        return bytes(content.data[:size_max])

    def open_append(self, path: Path) -> AppendFile:
        """Open a file; a new name is not durable yet."""
        platter = self.live()
        if path not in platter.names:
            platter.change((path, _Content()))
        return _SimFile(self, platter.names[path])

    def write(self, path: Path, data: bytes) -> None:
        """Replace a file's bytes, synced."""
        platter = self.live()
        content = platter.names.get(path) or _Content()
        platter.check_room(len(data) - len(content.data))
        if path not in platter.names:
            platter.change((path, content))
        content.data[:] = data
        platter.sync_content(content)

    def truncate(self, path: Path, size_bytes: int) -> None:
        """Cut a file, synced."""
        content = self.live().names[path]
        del content.data[size_bytes:]
        self.live().sync_content(content)

    def rename(self, source: Path, target: Path) -> None:
        """Rename, all or nothing; not durable yet."""
        platter = self.live()
        platter.change((target, platter.names[source]), (source, None))

    def remove(self, path: Path) -> None:
        """Remove; not durable yet."""
        self.live().change((path, None))

    def sync_directory(self, directory: Path) -> None:
        """Make the names of one directory durable, and no other's."""
        self.live().syncs += 1
        self.live().settle(directory)

    def lock(self, path: Path) -> Lock:
        """Lock a file until the process dies."""
        locks = self.live().locks
        if path in locks:
            raise FileInUse(str(path))
        locks.add(path)
        return _SimLock(locks, path)

    def live(self) -> Platter:
        """Return what is under this disk, if the process lives. Raises PowerIsOff."""
        if self._platter.lives != self._life:
            raise PowerIsOff
        return self._platter


class _SimFile:
    def __init__(self, disk: SimDisk, content: _Content) -> None:
        self._disk, self._content = disk, content

    def append(self, data: bytes | bytearray) -> None:
        try:
            self._disk.live().check_room(len(data))
        except OSError:
            self._content.data += data[: len(data) // 2]
            raise
        self._content.data += data

    def sync(self) -> None:
        self._disk.live().sync_content(self._content)

    def close(self) -> None:
        """Nothing becomes durable by closing."""


class _SimLock:
    def __init__(self, locks: set[Path], path: Path) -> None:
        self._locks, self._path = locks, path

    def release(self) -> None:
        self._locks.discard(self._path)


def _put(names: dict[Path, _Content], change: _Change) -> None:
    for path, content in change:
        if content is None:
            names.pop(path, None)
        else:
            names[path] = content
