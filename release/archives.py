"""
The files that people install, the same bytes from the same commit on any machine.

    exported tree --setuptools--> sdist --evened--> sdist --unpacked, pip wheel--> wheel

The wheel is built of the sdist, so the sdist is whole. Times are the commit's; owners, order and
modes do not depend on who builds.
"""

import gzip
import hashlib
import os
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Final

BUILD_S: Final = 600.0
SDIST_HOOK: Final = "import sys, setuptools.build_meta as b; b.build_sdist(sys.argv[1])"
COMPRESSION: Final = 9


class BuildFailed(Exception):
    """A tool that builds ended with an error; the message has its last lines."""


def build_sdist(source: Path, output: Path, time_s: int) -> Path:
    """Build the source archive of a tree; return it, with nothing in it of this machine."""
    output.mkdir(parents=True, exist_ok=True)
    _run([sys.executable, "-c", SDIST_HOOK, str(output)], source, time_s)
    (archive,) = output.glob("*.tar.gz")
    even(archive, time_s)
    return archive


def build_wheel(sdist: Path, scratch: Path, output: Path, time_s: int) -> Path:
    """Build the wheel of a source archive, unpacked below `scratch`."""
    with tarfile.open(sdist) as archive:
        archive.extractall(scratch, filter="data")
    (source,) = scratch.iterdir()
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check"]
    flags = ["--no-deps", "--no-build-isolation", "--no-cache-dir", "--wheel-dir", str(output), "."]
    _run([*pip, *flags], source, time_s)
    (wheel,) = output.glob("*.whl")
    return wheel


def even(archive: Path, time_s: int) -> None:
    """Write a .tar.gz anew: members by name, of nobody, with one time and plain modes."""
    with tarfile.open(archive) as old:
        members = [
            (item, old.extractfile(item) if item.isfile() else None)
            for item in sorted(old.getmembers(), key=lambda item: item.name)
        ]
        plain = BytesIO()
        with tarfile.open(fileobj=plain, mode="w", format=tarfile.PAX_FORMAT) as new:
            for item, content in members:
                item.uid = item.gid = 0
                item.uname = item.gname = ""
                item.mtime = time_s
                item.mode = 0o755 if item.isdir() or item.mode & 0o100 else 0o644
                item.pax_headers = {}
                new.addfile(item, content)
    packed = BytesIO()
    with gzip.GzipFile("", "wb", COMPRESSION, packed, mtime=time_s) as stream:
        stream.write(plain.getvalue())
    archive.write_bytes(packed.getvalue())


def write_sums(files: Sequence[Path], output: Path) -> Path:
    """Write SHA256SUMS beside the files, as `sha256sum --check` reads it."""
    path = output / "SHA256SUMS"
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}" for file in files]
    path.write_text("\n".join(sorted(lines, key=lambda line: line[66:])) + "\n")
    return path


def _run(command: Sequence[str], place: Path, time_s: int) -> None:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(time_s), "PYTHONHASHSEED": "0"}
    environment.pop("PYTHONPATH", None)
    done = subprocess.run(
        command, cwd=place, env=environment, capture_output=True, text=True, timeout=BUILD_S,
        umask=0o022, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        raise BuildFailed(f"{' '.join(command[:5])} …: {(done.stdout + done.stderr)[-2000:]}")
