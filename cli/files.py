"""Files that are either the old or the new, never half: written aside, synced, renamed."""

import os
from pathlib import Path

from cli.errors import CommandFailed
from consensus.host.disk import sync_directory

GENESIS_FILE_BYTES_MAX = 1 << 30  # 1 GiB, as much as chain.genesis reads
PEM_FILE_BYTES_MAX = 262_144  # 256 KiB: a chain of certificates, or a bundle of some authorities
SECRET_FILE_BYTES_MAX = 256  # of 32 bytes in hex; a real file has 67


def write_atomically(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """
    Write a file so that a crash leaves the old one or the new one; makes its directory.

    Raises CommandFailed where the disk refuses.
    """
    try:
        _replace(path, content, mode)
    except OSError as cause:
        raise CommandFailed(f"cannot write {path}: {cause.strerror}") from cause


def _replace(path: Path, content: bytes, mode: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
    with open(temporary, "wb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
        os.fchmod(file.fileno(), mode)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(temporary, path)
    sync_directory(path.parent)


def make_private(directory: Path) -> None:
    """Make a directory that its owner alone may look into."""
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    directory.chmod(0o700)


def write_secret(path: Path, secret: bytes) -> None:
    """Write bytes as hex for their owner only, in a directory that is the owner's alone."""
    make_private(path.parent)
    write_atomically(path, f"0x{secret.hex()}\n".encode(), mode=0o600)


def read_secret(path: Path) -> str:
    """Return a secret's hex; raises CommandFailed where others can read it, or it is missing."""
    text = read_bounded(path, SECRET_FILE_BYTES_MAX).decode("ascii", "replace").strip()
    if path.stat().st_mode & 0o077:
        raise CommandFailed(f"{path} can be read by others: run `chmod 600 {path}`")
    return text


def read_bounded(path: Path, bytes_max: int) -> bytes:
    """Return a file's bytes; raises CommandFailed where it is missing or too large."""
    try:
        with path.open("rb") as file:
            content = file.read(bytes_max + 1)
    except OSError as cause:
        raise CommandFailed(f"cannot read {path}: {cause.strerror}") from cause
    if len(content) > bytes_max:
        raise CommandFailed(f"{path}: at most {bytes_max} bytes expected, found more")
    return content
