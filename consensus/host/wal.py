"""
Write-ahead log: what led to a signature is on disk before the signature leaves.

    append -> buffer --sync--> <directory>/000000000042.wal --open_height--> good records

One file a height. A record is crc32 (4 bytes, of length and payload) + length (4) + payload,
big-endian. A tail that does not read is what a crash leaves: the file is copied aside under
the ending .CORRUPTED and cut back to its good prefix; the signer's own state keeps us from
contradicting what the lost records led to.
"""

import logging
import struct
from pathlib import Path
from zlib import crc32

from chain.errors import ChainError
from chain.types.primitives import Height
from consensus.host.disk import SYSTEM_DISK, AppendFile, Disk

RECORD_BYTES_MAX = 16 * 1024 * 1024  # payload of one record; the largest holds a block
BUFFER_BYTES_MAX = 1024 * 1024  # unsynced bytes that are kept in memory
SUFFIX, CORRUPTED = ".wal", ".CORRUPTED"
_HEAD = struct.Struct(">II")  # crc32, length
_LENGTH = struct.Struct(">I")

log = logging.getLogger(__name__)


class RecordTooLarge(ChainError):
    """A record over the limit; the limit on blocks is set wrong."""


class LogFailed(ChainError):
    """The disk failed the log once; until it is opened anew nothing in it counts as durable."""


class Wal:
    """
    The log of the height that is being decided.

    Not for several processes at once: the signer's lock keeps a second one out. After an
    OSError it refuses to go on, because a second sync may succeed without the bytes that the
    first one lost.
    """

    def __init__(self, directory: Path, disk: Disk = SYSTEM_DISK) -> None:
        self._directory, self._disk = directory, disk
        disk.make_directory(directory)
        self._file: AppendFile | None = None
        self._buffer = bytearray()
        self._dirty = False
        self._failed = False

    def open_height(self, height: Height) -> list[bytes]:
        """Make this height's file the current one; return the records it holds."""
        self.close()
        path = self.path(height)
        records = _recover(self._disk, path) if self._disk.exists(path) else []
        self._file = self._disk.open_append(path)
        # Also for a file that was there: its maker may have died before it came to this.
        self._disk.sync_directory(self._directory)
        return records

    def path(self, height: Height) -> Path:
        """File of one height."""
        return self._directory / f"{height:012d}{SUFFIX}"

    def append(self, payload: bytes) -> None:
        """Add a record; durable only after `sync`. Raises RecordTooLarge, LogFailed."""
        assert self._file is not None, "open_height comes first"
        if len(payload) > RECORD_BYTES_MAX:
            raise RecordTooLarge(
                f"expected a record of at most {RECORD_BYTES_MAX} bytes, found {len(payload)}"
            )
        length = _LENGTH.pack(len(payload))
        self._buffer += _LENGTH.pack(crc32(length + payload)) + length + payload
        self._dirty = True
        if len(self._buffer) > BUFFER_BYTES_MAX:
            self._put(self._file, durable=False)

    def sync(self) -> None:
        """Put every record so far on disk; free when there is nothing new. Raises LogFailed."""
        if self._dirty and self._file is not None:
            self._put(self._file, durable=True)

    def prune(self, before: Height) -> None:
        """Delete the files of heights below one; they are committed and never read again."""
        for name in self._disk.names(self._directory):
            stem = name.removesuffix(SUFFIX)
            if name.endswith(SUFFIX) and stem.isdecimal() and int(stem) < before:
                self._disk.remove(self._directory / name)

    def close(self) -> None:
        """Sync and let go of the file; a log that failed is let go of as it is."""
        if self._file is None:
            return
        file, self._file = self._file, None
        try:
            if self._dirty and not self._failed:
                self._put(file, durable=True)
        finally:
            file.close()
            self._buffer, self._dirty, self._failed = bytearray(), False, False

    def _put(self, file: AppendFile, *, durable: bool) -> None:
        if self._failed:
            raise LogFailed("expected a log that takes records, found one whose disk has failed")
        self._failed = True  # until all of it has worked
        file.append(self._buffer)
        self._buffer = bytearray()
        if durable:
            file.sync()
            self._dirty = False
        self._failed = False


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


def _recover(disk: Disk, path: Path) -> list[bytes]:
    data = disk.read(path)
    records, good = read_records(data)
    if good < len(data):
        aside = path.with_name(path.name + CORRUPTED)
        disk.write(aside, data)
        log.warning(
            "log %s: %d of %d bytes are good, kept %d records; the damaged file is at %s",
            path,
            good,
            len(data),
            len(records),
            aside,
        )
        disk.truncate(path, good)
        disk.sync_directory(path.parent)
    return records
