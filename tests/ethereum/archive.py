"""
Where the public Ethereum test files are: data to run on, never part of this repository.

    KUMIAI_ETHEREUM_TESTS = an archive ethereum-tests.tar.xz, or a directory with its content
"""

import hashlib
import os
import tarfile
import tempfile
from functools import lru_cache
from pathlib import Path

import pytest

VARIABLE = "KUMIAI_ETHEREUM_TESTS"
HOW_TO_GET = (
    f"set {VARIABLE} to a directory or .tar.xz of the public repository "
    "https://github.com/ethereum/tests (GeneralStateTests, TransactionTests, TrieTests, RLPTests, "
    "KeyStoreTests)"
)


@lru_cache(maxsize=1)
def locate() -> Path | None:
    """Return the directory of the tests, unpacking an archive once a machine; None without."""
    place = os.environ.get(VARIABLE)
    if not place:
        return None
    path = Path(place)
    return path if path.is_dir() else _unpack(path)


def _unpack(archive: Path) -> Path:
    """Unpack beside the system's temporary files, under the hash of the archive's content."""
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()[:16]
    target = Path(tempfile.gettempdir()) / f"kumiai-ethereum-tests-{os.getuid()}-{digest}"
    if not target.is_dir():
        with (
            tempfile.TemporaryDirectory(dir=target.parent) as scratch,
            tarfile.open(archive) as tar,
        ):
            tar.extractall(scratch, filter="data")
            try:
                os.rename(scratch, target)
            except OSError:
                assert target.is_dir()  # another process was faster
            os.makedirs(scratch, exist_ok=True)  # for the context manager to remove
    return target


def require(folder: str) -> Path:
    """Return a folder of the tests, or skip the test that asks, saying where to get them."""
    root = locate()
    if root is None:
        pytest.skip(HOW_TO_GET)
    found = sorted(root.glob(f"**/{folder}"))
    if not found:
        pytest.skip(f"no {folder} in {root}: {HOW_TO_GET}")
    return found[0]
