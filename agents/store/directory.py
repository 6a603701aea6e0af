"""A directory as a store: one file an object, whole or not there."""

import os
import tempfile
from pathlib import Path

from agents.store.content import (
    OBJECT_BYTES_MAX,
    Corrupt,
    NotStored,
    TooLarge,
    check_key,
    check_size,
    checked,
    key_of,
)


class DirectoryStore:
    """Keeps objects as files, named by their keys, below one of 256 directories."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)

    def put(self, data: bytes) -> bytes:
        """Keep bytes on disk, synced, and return their key; raises TooLarge."""
        check_size(len(data), OBJECT_BYTES_MAX)
        key = key_of(data)
        path = self._path(key)
        if self._is_kept(key, path):
            return key
        path.parent.mkdir(exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        os.chmod(name, 0o644)
        os.replace(name, path)
        for directory in (path.parent, self.root):
            _sync(directory)
        return key

    def get(self, key: bytes, bytes_max: int = OBJECT_BYTES_MAX) -> bytes:
        """Return the bytes under a key; raises NotStored, TooLarge or Corrupt."""
        check_key(key)
        try:
            with self._path(key).open("rb") as file:
                data = file.read(bytes_max + 1)
        except FileNotFoundError:
            raise NotStored(key) from None
        if len(data) > bytes_max:
            raise TooLarge(bytes_max, "more")
        return checked(key, data)

    def _is_kept(self, key: bytes, path: Path) -> bool:
        """Whether the bytes lie there, unharmed: what is damaged is written anew."""
        try:
            return path.exists() and self.get(key) is not None
        except (Corrupt, TooLarge):
            return False

    def _path(self, key: bytes) -> Path:
        name = key.hex()
        return self.root / name[:2] / name


def _sync(directory: Path) -> None:
    descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
