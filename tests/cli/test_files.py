"""Files are the old or the new, never half."""

import os
from pathlib import Path

import pytest

from cli.errors import CommandFailed
from cli.files import make_private, read_bounded, write_atomically


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the disk fails before the rename, what was there is still there."""
    path = tmp_path / "x"
    write_atomically(path, b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CommandFailed, match="cannot write .*: No space left"):
        write_atomically(path, b"new")
    assert b"old" == path.read_bytes()


def test_the_mode_is_exact_whatever_the_umask(tmp_path: Path) -> None:
    """A secret is 0600 and a public file 0644, under any umask."""
    before = os.umask(0o077)
    try:
        write_atomically(tmp_path / "public", b"", mode=0o644)
        os.umask(0)
        write_atomically(tmp_path / "secret", b"")
    finally:
        os.umask(before)
    modes = [(tmp_path / name).stat().st_mode & 0o777 for name in ("public", "secret")]
    assert [0o644, 0o600] == modes


def test_a_directory_of_secrets_is_closed_to_others(tmp_path: Path) -> None:
    """One that was open before is closed."""
    tmp_path.chmod(0o755)
    make_private(tmp_path)
    assert 0o700 == tmp_path.stat().st_mode & 0o777


def test_reading_is_bounded(tmp_path: Path) -> None:
    """A file that is missing or too large is an error that names it."""
    path = tmp_path / "x"
    with pytest.raises(CommandFailed, match="cannot read .*/x: No such file"):
        read_bounded(path, 3)
    path.write_bytes(b"abc")
    assert b"abc" == read_bounded(path, 3)
    with pytest.raises(CommandFailed, match="at most 2 bytes expected"):
        read_bounded(path, 2)
