"""The machine's disk does what the protocol says, in an order that durability can rest on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from consensus.host.disk import SYSTEM_DISK, FileInUse, SystemDisk


def test_appended_bytes_come_back_and_files_grow_at_the_end(tmp_path: Path) -> None:
    """Opening again goes on after what is there."""
    for data in (b"one", b"two"):
        file = SYSTEM_DISK.open_append(tmp_path / "log")
        file.append(bytearray(data))
        file.sync()
        file.close()
    assert b"onetwo" == SYSTEM_DISK.read(tmp_path / "log")
    assert b"one" == SYSTEM_DISK.read(tmp_path / "log", 3)


def test_short_writes_are_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine may take fewer bytes than it is given; none is lost."""
    write = os.write
    file = SYSTEM_DISK.open_append(tmp_path / "log")
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:3]))
    file.append(b"more than three bytes")
    assert b"more than three bytes" == SYSTEM_DISK.read(tmp_path / "log")


def test_written_bytes_are_synced_before_they_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Writing, truncating and directory syncs each end in an fsync."""
    synced: list[int] = []
    fsync = os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: (synced.append(handle), fsync(handle)))
    SYSTEM_DISK.write(tmp_path / "a", b"four")
    SYSTEM_DISK.truncate(tmp_path / "a", 2)
    SYSTEM_DISK.sync_directory(tmp_path)
    assert 3 == len(synced)
    assert b"fo" == SYSTEM_DISK.read(tmp_path / "a")


def test_files_have_names(tmp_path: Path) -> None:
    """Create, rename over another, list, remove; directories are no files."""
    disk = SystemDisk()
    disk.make_directory(tmp_path / "deep" / "er")
    assert disk.is_directory(tmp_path / "deep" / "er")
    disk.write(tmp_path / "b", b"old")
    disk.write(tmp_path / "a", b"new")
    assert ["a", "b"] == disk.names(tmp_path)
    disk.rename(tmp_path / "a", tmp_path / "b")
    assert (["b"], b"new") == (disk.names(tmp_path), disk.read(tmp_path / "b"))
    disk.remove(tmp_path / "b")
    assert not disk.exists(tmp_path / "b")
    with pytest.raises(FileNotFoundError):
        disk.read(tmp_path / "b")


def test_files_are_their_owners(tmp_path: Path) -> None:
    """Nobody else can read what a node keeps."""
    SYSTEM_DISK.write(tmp_path / "a", b"")
    SYSTEM_DISK.open_append(tmp_path / "b").close()
    assert [0o600, 0o600] == [(tmp_path / name).stat().st_mode & 0o777 for name in "ab"]


def test_a_lock_keeps_others_out_until_its_process_ends(tmp_path: Path) -> None:
    """A second taker is refused; a release, or the death of the holder, frees it."""
    lock = SYSTEM_DISK.lock(tmp_path / "lock")
    with pytest.raises(FileInUse):
        SYSTEM_DISK.lock(tmp_path / "lock")
    lock.release()
    code = (
        "import sys, os, pathlib; from consensus.host.disk import SYSTEM_DISK;"
        "SYSTEM_DISK.lock(pathlib.Path(sys.argv[1])); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "lock")], timeout=60)
    SYSTEM_DISK.lock(tmp_path / "lock").release()
