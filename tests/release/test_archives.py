"""Archives say nothing of the machine that made them."""

import hashlib
import subprocess
import tarfile
from io import BytesIO
from pathlib import Path

from release.archives import even, write_sums

TIME_S = 1_700_000_000


def pack(path: Path, names: list[str], owner: str, mode: int, time_s: int) -> None:
    """Write an archive as somebody at some time would."""
    with tarfile.open(path, "w:gz") as archive:
        for name in names:
            item = tarfile.TarInfo(name)
            item.uname, item.uid, item.mode, item.mtime, item.size = owner, 7, mode, time_s, 2
            archive.addfile(item, BytesIO(b"hi"))


def test_equal_content_makes_equal_bytes(tmp_path: Path):
    """Whoever packs it, when, in which order, under which umask."""
    one, two = tmp_path / "one.tar.gz", tmp_path / "two.tar.gz"
    pack(one, ["k/a", "k/b"], "alice", 0o664, 5)
    pack(two, ["k/b", "k/a"], "bob", 0o600, 9)
    even(one, TIME_S)
    even(two, TIME_S)
    assert one.read_bytes() == two.read_bytes()
    with tarfile.open(one) as archive:
        assert [("k/a", 0o644, TIME_S, 0, ""), ("k/b", 0o644, TIME_S, 0, "")] == [
            (item.name, item.mode, item.mtime, item.uid, item.uname) for item in archive
        ]


def test_sums_are_read_by_sha256sum(tmp_path: Path):
    """And name the files by their names alone."""
    file = tmp_path / "a.whl"
    file.write_bytes(b"wheel")
    path = write_sums([file], tmp_path)
    assert f"{hashlib.sha256(b'wheel').hexdigest()}  a.whl\n" == path.read_text()
    subprocess.run(["sha256sum", "--check", "--quiet", path.name], cwd=tmp_path, check=True)
