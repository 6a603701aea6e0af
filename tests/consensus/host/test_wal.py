"""The log survives whatever a crash leaves of it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.types.primitives import Height
from consensus.host.disk import AppendFile, SystemDisk
from consensus.host.wal import RECORD_BYTES_MAX, LogFailed, RecordTooLarge, Wal, read_records

H = Height(42)
RECORDS = [b"first", b"", b"third" * 50]


def written(directory: Path, records: list[bytes]) -> bytes:
    """Bytes of a log with some records."""
    wal = Wal(directory)
    wal.open_height(H)
    for record in records:
        wal.append(record)
    wal.close()
    return wal.path(H).read_bytes()


def test_records_come_back_in_order(tmp_path: Path) -> None:
    """What was synced is read again, and more can be added after it."""
    written(tmp_path, RECORDS)
    wal = Wal(tmp_path)
    assert wal.open_height(H) == RECORDS
    wal.append(b"fourth")
    wal.sync()
    assert [*RECORDS, b"fourth"] == Wal(tmp_path).open_height(H)


def test_unsynced_records_are_not_promised(tmp_path: Path) -> None:
    """Nothing is written before sync: the host must call it before it acts."""
    wal = Wal(tmp_path)
    wal.open_height(H)
    wal.append(b"only in memory")
    assert wal.path(H).read_bytes() == b""
    wal.sync()
    assert read_records(wal.path(H).read_bytes())[0] == [b"only in memory"]


def test_every_truncation_keeps_the_good_prefix(tmp_path: Path) -> None:
    """Cut anywhere, the whole records before the cut are kept and the damage is set aside."""
    data = written(tmp_path / "whole", RECORDS)
    ends = [8 + len(RECORDS[0]), 16 + len(RECORDS[0]), len(data)]
    for cut in range(len(data) + 1):
        wal = Wal(tmp_path / "cut")
        wal.path(H).write_bytes(data[:cut])
        expected = RECORDS[: sum(1 for end in ends if end <= cut)]
        assert expected == wal.open_height(H), f"cut at {cut}"
        wal.append(b"after")
        wal.close()
        assert [*expected, b"after"] == wal.open_height(H)
        aside = wal.path(H).with_name(wal.path(H).name + ".CORRUPTED")
        assert aside.exists() == (cut not in (0, *ends))
        if aside.exists():
            assert data[:cut] == aside.read_bytes()
            aside.unlink()
        wal.close()


def test_every_flipped_byte_is_found(tmp_path: Path) -> None:
    """One flipped bit anywhere ends the good prefix before its record."""
    data = written(tmp_path, RECORDS)
    ends = [0, 8 + len(RECORDS[0]), 16 + len(RECORDS[0]), len(data)]
    for place in range(len(data)):
        broken = bytearray(data)
        broken[place] ^= 1
        records, good = read_records(bytes(broken))
        assert max(end for end in ends if end <= place) == good
        assert RECORDS[: ends.index(good)] == records


def test_zeros_are_no_records() -> None:
    """A tail of zeros, as some file systems leave it, is damage and not empty records."""
    assert read_records(bytes(64)) == ([], 0)


@given(st.binary(max_size=200))
def test_any_bytes_can_be_read(data: bytes) -> None:
    """Reading never fails, and what it calls good reads the same again."""
    records, good = read_records(data)
    assert (records, good) == read_records(data[:good])


def test_too_large_a_record_is_refused(tmp_path: Path) -> None:
    """The limit holds when writing, so that reading may rely on it."""
    wal = Wal(tmp_path)
    wal.open_height(H)
    with pytest.raises(RecordTooLarge):
        wal.append(bytes(RECORD_BYTES_MAX + 1))


def test_prune_deletes_only_earlier_heights(tmp_path: Path) -> None:
    """The file of the height given stays, and so does what is no log."""
    wal = Wal(tmp_path)
    for height in (40, 41, 42):
        wal.open_height(Height(height))
    (tmp_path / "notes.wal").write_text("kept")
    wal.prune(Height(41))
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "000000000041.wal",
        "000000000042.wal",
        "notes.wal",
    ]


def test_large_buffers_are_written_early(tmp_path: Path) -> None:
    """Memory for unsynced records is bounded."""
    wal = Wal(tmp_path)
    wal.open_height(H)
    wal.append(bytes(2_000_000))
    assert wal.path(H).stat().st_size == 2_000_008


class FailingFile:
    """A file on a disk that fails once, after half of the bytes, and then seems well again."""

    def __init__(self, file: AppendFile) -> None:
        self._file, self.append_fails, self.sync_fails = file, False, False

    def append(self, data: bytes | bytearray) -> None:
        """Write all, or half and fail."""
        failing, self.append_fails = self.append_fails, False
        self._file.append(data[: len(data) // 2] if failing else data)
        if failing:
            raise OSError("no space left on device")

    def sync(self) -> None:
        """Sync, or fail."""
        failing, self.sync_fails = self.sync_fails, False
        if failing:
            raise OSError("input/output error")
        self._file.sync()

    def close(self) -> None:
        """Close."""
        self._file.close()


class FailingDisk(SystemDisk):
    """A disk whose last opened file can be made to fail."""

    file: FailingFile

    def open_append(self, path: Path) -> AppendFile:
        """Open a file that can fail."""
        self.file = FailingFile(super().open_append(path))
        return self.file


@pytest.mark.parametrize("what", ["append_fails", "sync_fails"])
def test_a_log_that_failed_once_promises_nothing_more(tmp_path: Path, what: str) -> None:
    """After a full disk or a failed sync no later sync succeeds, until the log is opened anew."""
    disk = FailingDisk()
    wal = Wal(tmp_path, disk)
    wal.open_height(H)
    wal.append(b"good")
    wal.sync()
    wal.append(b"lost in the failure")
    setattr(disk.file, what, True)
    with pytest.raises(OSError):
        wal.sync()
    with pytest.raises(LogFailed):
        wal.sync()
    wal.close()
    assert b"good" == wal.open_height(H)[0]
    wal.append(b"after")
    wal.close()
    assert b"after" == Wal(tmp_path).open_height(H)[-1]


def test_a_file_found_is_made_durable_too(tmp_path: Path) -> None:
    """A node killed between creating the file and syncing its directory does so on restart."""
    synced: list[Path] = []

    class WatchedDisk(SystemDisk):
        def sync_directory(self, directory: Path) -> None:
            synced.append(directory)

    Wal(tmp_path).path(H).write_bytes(b"")
    Wal(tmp_path, WatchedDisk()).open_height(H)
    assert [tmp_path] == synced
