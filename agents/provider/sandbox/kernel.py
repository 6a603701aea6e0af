"""
The kernel's calls that Python 3.11 has no name for: namespaces, mounts and watches on files.

Each raises OSError with what was tried.
"""

import ctypes
import fcntl
import os
import socket
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Final

CLONE_NEWNS: Final = 0x00020000  # mounts
CLONE_NEWUTS: Final = 0x04000000  # the host's name
CLONE_NEWIPC: Final = 0x08000000
CLONE_NEWUSER: Final = 0x10000000
CLONE_NEWPID: Final = 0x20000000
CLONE_NEWNET: Final = 0x40000000

MS_RDONLY: Final = 1
MS_NOSUID: Final = 2
MS_NODEV: Final = 4
MS_NOEXEC: Final = 8
MS_REMOUNT: Final = 32
MS_BIND: Final = 4096
MS_REC: Final = 16384
MS_PRIVATE: Final = 1 << 18
MNT_DETACH: Final = 2

PR_SET_PDEATHSIG: Final = 1
PR_SET_NO_NEW_PRIVS: Final = 38
SYS_PIVOT_ROOT: Final = {"x86_64": 155, "aarch64": 41}

IN_ACCESS: Final = 0x01
IN_OPEN: Final = 0x20
IN_NONBLOCK: Final = 0o4000
EVENT: Final = struct.Struct("iIII")  # watch, mask, cookie, bytes of the name that follows
EVENTS_BYTES_MAX: Final = 4096  # read at a time

SIOCSIFFLAGS: Final = 0x8914
IFF_UP: Final = 1
INTERFACE: Final = struct.Struct("16sh22x")  # name, flags

_libc: Final = ctypes.CDLL(None, use_errno=True)


def unshare(flags: int) -> None:
    """Give this process namespaces of its own."""
    _check(_libc.unshare(ctypes.c_int(flags)), f"unshare({flags:#x})")


def mount(source: str, target: Path, kind: str, flags: int, options: str = "") -> None:
    """Mount a file system."""
    done = _libc.mount(
        source.encode(),
        str(target).encode(),
        kind.encode(),
        ctypes.c_ulong(flags),
        options.encode(),
    )
    _check(done, f"mount {kind or source} on {target}")


def bind_read_only(source: Path, target: Path) -> None:
    """Show a file or a directory somewhere else, so that nobody can write to it there."""
    mount(str(source), target, "", MS_BIND | MS_REC)
    # Whoever is no administrator of the machine may add flags to a mount, and drop none.
    kept = os.statvfs(target).f_flag & (MS_NOEXEC | 1024 | 2048 | 4096)
    flags = MS_BIND | MS_REMOUNT | MS_RDONLY | MS_NOSUID | (kept & MS_NOEXEC)
    flags |= (1024 if kept & 1024 else 0) | (2048 if kept & 2048 else 0)  # noatime, nodiratime
    flags |= (1 << 21) if kept & 4096 else 0  # relatime
    is_device = not source.is_dir() and not source.is_file()
    mount("none", target, "", flags | (0 if is_device else MS_NODEV))


def pivot_root(new: Path, old: Path) -> None:
    """Make a mount the root of this mount namespace, and the old root a mount below it."""
    number = SYS_PIVOT_ROOT[os.uname().machine]
    _check(_libc.syscall(number, str(new).encode(), str(old).encode()), "pivot_root")


def unmount(target: Path) -> None:
    """Take a mount away, at once for whoever looks and later for whoever uses it."""
    _check(_libc.umount2(str(target).encode(), MNT_DETACH), f"unmount {target}")


def raise_loopback() -> None:
    """
    Let the processes of a new network namespace reach one another, and nobody else.

    It also gives them addresses, so that whoever looks for a way out is refused for want of a
    route, which the kernel counts.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as handle:
        fcntl.ioctl(handle, SIOCSIFFLAGS, INTERFACE.pack(b"lo", IFF_UP))


def die_with_parent(signal_number: int) -> None:
    """Have this process ended by a signal when its parent ends."""
    set_process_option(PR_SET_PDEATHSIG, signal_number)


def renounce_privileges() -> None:
    """Let no program that is started from now on gain what this process has not."""
    set_process_option(PR_SET_NO_NEW_PRIVS, 1)


def set_process_option(option: int, value: int, more: int = 0) -> None:
    """Set one of the many things that `prctl` sets."""
    words = [ctypes.c_ulong(word) for word in (value, more, 0, 0)]
    _check(_libc.prctl(ctypes.c_int(option), *words), f"prctl {option}")


class Tripwires:
    """Files and directories that nobody has any business to open."""

    def __init__(self) -> None:
        self._fd: int = _libc.inotify_init1(IN_NONBLOCK)
        _check(self._fd, "inotify_init1")
        self._paths: dict[int, Path] = {}

    def add(self, path: Path) -> None:
        """Watch a file, or a directory with the files in it."""
        watch = _libc.inotify_add_watch(self._fd, str(path).encode(), IN_OPEN | IN_ACCESS)
        _check(watch, f"watch {path}")
        self._paths[watch] = path

    def touched(self) -> Iterator[Path]:
        """Yield what was opened since the last call."""
        try:
            data = os.read(self._fd, EVENTS_BYTES_MAX)
        except BlockingIOError:
            return
        at = 0
        while at < len(data):
            watch, _, _, length = EVENT.unpack_from(data, at)
            name = data[at + EVENT.size : at + EVENT.size + length].rstrip(b"\0").decode()
            yield self._paths[watch] / name
            at += EVENT.size + length


def _check(result: int, what: str) -> None:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
