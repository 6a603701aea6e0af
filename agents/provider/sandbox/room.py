"""
The file system that a job sees: programs and libraries to read, its own directory to write.

    /usr /lib ... and this Python, read-only      /job /tmp /dev/shm   one space of limited size
    /proc of its own processes                    decoys, where the provider's keys lie outside

Nothing else of the machine is there, so nothing else can be read, whoever may read it outside.
"""

import os
import shutil
import sys
from pathlib import Path
from typing import Final

from agents.provider.sandbox import kernel
from agents.provider.sandbox.kernel import MS_NODEV, MS_NOEXEC, MS_NOSUID, Tripwires
from agents.provider.sandbox.work import DIRECTORY, INPUT, MIB, PROGRAM

SHOWN: Final = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")
SHOWN_FILES: Final = ("/etc/ld.so.cache", "/etc/alternatives", "/etc/localtime")
DEVICES: Final = ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")
FRAME_BYTES: Final = 4 * MIB  # of the root itself, which holds names and nothing else
INODES_MAX: Final = 100_000  # files and directories that a job may have at a time
DECOYS_MAX: Final = 256  # names below one secret directory that are shown as empty files
NOBODY: Final = "192.0.2.1"  # an address of documentation, so that looking up a name calls out
ERRORS: Final = "/errors"  # what the job says on its standard error
SPACES: Final = {DIRECTORY: "job", "/tmp": "tmp", "/dev/shm": "shm"}


class SecretShown(Exception):
    """The provider keeps a secret below a directory that jobs may read."""


def shown_paths() -> tuple[Path, ...]:
    """Return the directories of the machine that jobs may read."""
    own = {os.path.realpath(sys.prefix), os.path.realpath(sys.base_prefix)}
    return tuple(Path(path) for path in (*SHOWN, *sorted(own)) if Path(path).is_dir())


def check_secrets(secrets: tuple[Path, ...]) -> None:
    """Raise SecretShown where a job could read a secret, or what is around it."""
    for secret in secrets:
        for shown in (Path(os.path.realpath(path)) for path in shown_paths()):
            if secret.is_relative_to(shown) or shown.is_relative_to(secret):
                raise SecretShown(f"{secret} would be shown to jobs with {shown}: move it")


def furnish(
    root: Path, program: Path, data: Path, secrets: tuple[Path, ...], disk_bytes: int, owner: int
) -> Tripwires:
    """Build the room below an empty directory, enter it, and return the wires on its decoys."""
    kernel.mount("none", Path("/"), "", kernel.MS_REC | kernel.MS_PRIVATE)
    kernel.mount("tmpfs", root, "tmpfs", MS_NOSUID | MS_NODEV, f"size={FRAME_BYTES},mode=755")
    _make_space(root, program, data, disk_bytes, owner)
    for path in shown_paths():
        _show(root, path)
    for name in (*SHOWN_FILES, *DEVICES):
        if Path(name).exists():
            _show(root, Path(name))
    proc = _below(root, Path("/proc"))
    proc.mkdir()
    kernel.mount("proc", proc, "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC)
    # A job with namespaces of its own could mount a file system that nothing here counts.
    (proc / "sys/user/max_user_namespaces").write_text("0")
    resolver = _below(root, Path("/etc/resolv.conf"))
    resolver.write_text(f"nameserver {NOBODY}\n")
    decoys = _make_decoys(root, secrets)
    _enter(root)
    wires = Tripwires()
    for decoy in decoys:
        wires.add(decoy)
    return wires


def _make_space(root: Path, program: Path, data: Path, disk_bytes: int, owner: int) -> None:
    """Mount the one place that a job can write to, and put its program and input there."""
    space = root / "space"
    space.mkdir()
    given_bytes = program.stat().st_size + data.stat().st_size
    options = f"size={disk_bytes + given_bytes + MIB},nr_inodes={INODES_MAX},mode=755"
    kernel.mount("tmpfs", space, "tmpfs", MS_NOSUID | MS_NODEV, options)
    for target, name in SPACES.items():
        place = space / name
        place.mkdir()
        os.chown(place, owner, owner)
        shown = _below(root, Path(target))
        shown.mkdir(parents=True)
        kernel.mount(str(place), shown, "", kernel.MS_BIND)
    for source, name, mode in ((program, PROGRAM, 0o555), (data, INPUT, 0o444)):
        placed = _below(root, Path(name))
        shutil.copyfile(source, placed)
        placed.chmod(mode)
    errors = space / "errors"
    errors.touch()
    os.symlink("space/errors", _below(root, Path(ERRORS)))


def _show(root: Path, path: Path) -> None:
    """Show something of the machine at its own place; a link stays a link."""
    target = _below(root, path)
    target.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink():
        target.symlink_to(os.readlink(path))
        return
    if path.is_dir():
        target.mkdir(exist_ok=True)
    else:
        target.touch()
    kernel.bind_read_only(path, target)


def _make_decoys(root: Path, secrets: tuple[Path, ...]) -> list[Path]:
    """Put empty files where the secrets are outside; return what is to be watched."""
    watched = []
    for secret in secrets:
        names = _names_below(secret)
        for name in names:
            decoy = _below(root, name)
            decoy.parent.mkdir(parents=True, exist_ok=True)
            if name.is_dir():
                decoy.mkdir(exist_ok=True)
            elif not decoy.exists():
                decoy.touch()
        watched += [name for name in names if name == secret or name.is_dir()]
    return watched


def _names_below(secret: Path) -> list[Path]:
    """Return a path and what is below it, the nearest first, at most DECOYS_MAX."""
    found = [secret]
    for place in found:
        if place.is_dir() and not place.is_symlink() and len(found) < DECOYS_MAX:
            found += sorted(place.iterdir())[: DECOYS_MAX - len(found)]
    return found


def _enter(root: Path) -> None:
    """Make the room the root, let go of the old one, and let nobody write to the frame."""
    old = root / "old"
    old.mkdir()
    kernel.pivot_root(root, old)
    os.chdir("/")
    kernel.unmount(Path("/old"))
    Path("/old").rmdir()
    flags = kernel.MS_REMOUNT | kernel.MS_RDONLY | MS_NOSUID | MS_NODEV
    kernel.mount("none", Path("/"), "", flags, f"size={FRAME_BYTES},mode=755")


def _below(root: Path, path: Path) -> Path:
    return root / path.relative_to("/")
