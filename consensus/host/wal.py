"""
Write-ahead log: what led to a signature is on disk before the signature leaves.

    append -> buffer --sync--> <directory>/000000000042.wal --open_height--> good records

One file a height. A record is crc32 (4 bytes, of length and payload) + length (4) + payload,
big-endian. A tail that does not read is what a crash leaves: the file is copied aside under
the ending .CORRUPTED and cut back to its good prefix; the signer's own state keeps us from
contradicting what the lost records led to.
"""

import logging
import os
import shutil
import struct
from pathlib import Path
from zlib import crc32

from chain.errors import ChainError
from chain.types.primitives import Height

RECORD_BYTES_MAX = 16 * 1024 * 1024  # payload of one record; the largest holds a block
BUFFER_BYTES_MAX = 1024 * 1024  # unsynced bytes that are kept in memory
SUFFIX, CORRUPTED = ".wal", ".CORRUPTED"
_HEAD = struct.Struct(">II")  # crc32, length
_LENGTH = struct.Struct(">I")

log = logging.getLogger(__name__)


class RecordTooLarge(ChainError):
    """A record over the limit; the limit on blocks is set wrong."""


class Wal:
    """
    The log of the height that is being decided.

    Not for several processes at once: the signer's lock keeps a second one out.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        directory.mkdir(parents=True, exist_ok=True)
        self._file: int | None = None
        self._buffer = bytearray()
        self._dirty = False

    def open_height(self, height: Height) -> list[bytes]:
        """Make this height's file the current one; return the records it holds."""
        self.close()
        path = self.path(height)
        created = not path.exists()
        records = [] if created else _recover(path)
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        if created:
            sync_directory(self._directory)
        return records

    def path(self, height: Height) -> Path:
        """File of one height."""
        return self._directory / f"{height:012d}{SUFFIX}"

    def append(self, payload: bytes) -> None:
        """Add a record; durable only after `sync`. Raises RecordTooLarge."""
        assert self._file is not None, "open_height comes first"
        if len(payload) > RECORD_BYTES_MAX:
            raise RecordTooLarge(
                f"expected a record of at most {RECORD_BYTES_MAX} bytes, found {len(payload)}"
            )
        length = _LENGTH.pack(len(payload))
        self._buffer += struct.pack(">I", crc32(length + payload)) + length + payload
        self._dirty = True
        if len(self._buffer) > BUFFER_BYTES_MAX:
            self._flush()

    def sync(self) -> None:
        """Put every record so far on disk. Costs nothing when there is nothing new."""
        if not self._dirty or self._file is None:
            return
        self._flush()
        os.fsync(self._file)
        self._dirty = False

    def prune(self, before: Height) -> None:
        """Delete the files of heights below one; they are committed and never read again."""
        for path in sorted(self._directory.glob(f"*{SUFFIX}")):
            if path.stem.isdecimal() and int(path.stem) < before:
                path.unlink()

    def close(self) -> None:
        """Sync and let go of the file."""
        if self._file is None:
            return
        self.sync()
        os.close(self._file)
        self._file = None

    def _flush(self) -> None:
        assert self._file is not None
        view = memoryview(self._buffer)
        while view:
            view = view[os.write(self._file, view) :]
        self._buffer = bytearray()


def read_records(data: bytes) -> tuple[list[bytes], int]:
    """Good records of a log's bytes, and how many bytes they take; the rest is damaged."""
    records: list[bytes] = []
    good = 0
    while good + _HEAD.size <= len(data):
        checksum, length = _HEAD.unpack_from(data, good)
        end = good + _HEAD.size + length
        if length > RECORD_BYTES_MAX or end > len(data) or checksum != crc32(data[good + 4 : end]):
            break
        records.append(data[good + _HEAD.size : end])
        good = end
    return records, good


def sync_directory(directory: Path) -> None:
    """Make creations and renames in a directory durable."""
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _recover(path: Path) -> list[bytes]:
    data = path.read_bytes()
    records, good = read_records(data)
    if good < len(data):
        aside = path.with_name(path.name + CORRUPTED)
        shutil.copyfile(path, aside)
        log.warning(
            "log %s: %d of %d bytes are good, kept %d records; the damaged file is at %s",
            path,
            good,
            len(data),
            len(records),
            aside,
        )
        with path.open("r+b") as file:
            file.truncate(good)
            file.flush()
            os.fsync(file.fileno())
        sync_directory(path.parent)
    return records
