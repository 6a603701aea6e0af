"""
A room like a container's or a unit's, made of what the kernel has, for command lines to run in.

    unshare: mount and process namespaces --> a root in memory, read-only: programs, libraries
      --> /tmp empty, the state's directory to write, one process, number 1, without any rights

No image and no systemd is needed; what an engine adds beyond that (cgroups) is not here.
"""

import contextlib
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.e2e.devnet import ROOT

NOBODY = 26_656  # the image's user
SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/etc")
DEVICES = ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")
TOOLS_PATH = "/usr/sbin:/usr/bin:/sbin:/bin"  # whatever the command in the room is given
TOOLS = ("unshare", "setpriv", "pivot_root", "mount")


def need_rooms() -> None:
    """Skip where this user may not make rooms."""
    missing = [name for name in TOOLS if shutil.which(name) is None]
    if missing:
        pytest.skip(f"{', '.join(missing)} is missing: no read-only room can be made")
    probe = ["unshare", "--mount", "--pid", "--fork", "mount", "--make-rprivate", "/"]
    if subprocess.run(probe, capture_output=True, timeout=20, check=False).returncode != 0:
        pytest.skip("no right to make namespaces here: run as root")


@dataclass(frozen=True)
class Room:
    """
    Where a command runs: `state` maps paths inside to directories here that it may write.

    `shown` are further directories of this machine that it may read, at the same paths.
    """

    state: Mapping[str, Path]
    shown: Sequence[Path] = ()
    files: Mapping[str, Path] = field(default_factory=dict)  # read-only, inside: here
    user: int = NOBODY
    has_network: bool = True

    def command(self, words: Sequence[str], scratch: Path) -> list[str]:
        """Return the command that makes the room, enters it and becomes `words`."""
        script, root = scratch / "room.sh", scratch / "root"
        root.mkdir(exist_ok=True)
        lines = [f"root={shlex.quote(str(root))}", *self._furnish(), self._enter(words)]
        script.write_text("\n".join(lines) + "\n")
        network = [] if self.has_network else ["--net"]
        return [
            "unshare",
            "--mount",
            "--pid",
            "--fork",
            "--kill-child",
            *network,
            "sh",
            str(script),
        ]

    def _furnish(self) -> Iterator[str]:
        yield f"set -eu; umask 022; inner=$PATH; PATH={TOOLS_PATH}; become=$(command -v setpriv)"
        yield "mount --make-rprivate /"
        yield "mount -t tmpfs -o mode=755,size=16m room $root"
        yield "mkdir -p $root/dev $root/proc $root/tmp $root/old"
        yield "mount -t tmpfs -o mode=1777,size=64m,nosuid,nodev tmp $root/tmp"
        for path in [*map(Path, SYSTEM), *runtime(), *self.shown]:
            if path.is_symlink() and path.parent == Path("/"):
                yield f"ln -s {shlex.quote(os.readlink(path))} $root{path}"
            elif path.is_dir():
                yield _bind(path, str(path), "ro")
        for inside, path in self.files.items():
            yield f"mkdir -p $root{Path(inside).parent}; touch $root{inside}"
            yield f"mount --bind {shlex.quote(str(path))} $root{inside}"
            yield f"mount -o remount,bind,ro $root{inside}"
        for inside, path in self.state.items():
            yield _bind(path, inside, "rw")
        for device in DEVICES:
            yield f"touch $root{device}; mount --bind {device} $root{device}"
        yield "mount -t proc proc $root/proc"

    def _enter(self, words: Sequence[str]) -> str:
        user = str(self.user)
        become = ["--reuid", user, "--regid", user, "--clear-groups", "--no-new-privs",
                  "--inh-caps=-all", "--bounding-set=-all", "--", *words]  # fmt: skip
        return (
            "cd $root; pivot_root . old; cd /; umount -l /old; mount -o remount,ro /\n"
            f"PATH=$inner; exec $become {shlex.join(become)}"
        )


def runtime() -> list[Path]:
    """Return where the Python of these tests and this tree lie."""
    found = {Path(sys.base_prefix).resolve(), Path(sys.prefix).resolve(), ROOT}
    return sorted(path for path in found if not str(path).startswith("/usr"))


def _bind(path: Path, inside: str, mode: str) -> str:
    place, source = f"$root{shlex.quote(inside)}", shlex.quote(str(path))
    return f"mkdir -p {place}; mount --bind {source} {place}; mount -o remount,bind,{mode} {place}"


@contextlib.contextmanager
def running(
    room: Room,
    words: Sequence[str],
    scratch: Path,
    environment: Mapping[str, str],
    prefix: Sequence[str] = (),
) -> Iterator["Tenant"]:
    """Run a command in a room, on the host that `prefix` enters; it is ended with it."""
    scratch.mkdir(parents=True, exist_ok=True)
    inner = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1", **environment}
    output = scratch / "output.log"
    with output.open("wb") as file:
        process = subprocess.Popen(
            [*prefix, *room.command(words, scratch)], env=inner, stdout=file,
            stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
        )  # fmt: skip
    tenant = Tenant(process, output)
    try:
        yield tenant
    finally:
        if process.poll() is None:
            process.kill()
            process.wait(timeout=30)


@dataclass
class Tenant:
    """The process number 1 of a room."""

    process: "subprocess.Popen[bytes]"
    output: Path

    def said(self) -> str:
        """Return what it printed so far."""
        return self.output.read_text(errors="replace")

    def terminate(self, seconds: float) -> float:
        """Send SIGTERM to process 1 as an engine does; return the seconds until it ended."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        (first,) = children.split()
        begun_s = time.monotonic()
        os.kill(int(first), signal.SIGTERM)
        assert self.process.wait(timeout=seconds) == 0, self.said()[-3000:]
        return time.monotonic() - begun_s


def give_to(path: Path, user: int = NOBODY) -> None:
    """Make a directory and all in it somebody's."""
    for item in [path, *path.rglob("*")]:
        os.chown(item, user, user, follow_symlinks=False)
