"""
Process 1 of a job's room: starts the job, watches it, ends it, and brings its output out.

    fork --> limits, own user, no privileges --> exec        every WATCH_S: what do they all use?
    first offence, or the end --> kill everything --> read the output, following no link
"""

import os
import re
import resource
import signal
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn

from agents.provider.sandbox import kernel
from agents.provider.sandbox.filter import refuse_calls
from agents.provider.sandbox.kernel import Tripwires
from agents.provider.sandbox.room import ERRORS
from agents.provider.sandbox.work import DIRECTORY, ERRORS_BYTES_MAX, OUTPUT, End, Limits, Report

WATCH_S: Final = 0.02  # between two looks
SPARE_PROCESSES: Final = 8  # that the kernel allows beyond the limit, so that the warden sees it
# What a provider or whoever started it may have ignored; the C library keeps two for itself.
SIGNALS: Final = tuple(sorted(signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}))
NOT_STARTED: Final = 127  # status of a job that could not be started
HELD: Final = re.compile(r"^Rss(?:Anon|Shmem):\s+(\d+) kB$", re.MULTILINE)  # without libraries
UNREACHABLE: Final = (("/proc/net/snmp", "Ip:"), ("/proc/net/snmp6", "Ip6OutNoRoutes"))
ENVIRONMENT: Final = {
    "HOME": DIRECTORY,
    "LANG": "C.UTF-8",
    "PATH": "/usr/local/bin:/usr/bin:/bin",
    "TMPDIR": "/tmp",
}


@dataclass(frozen=True)
class Use:
    """What all processes of a job use now."""

    processes: int
    memory_bytes: int
    cpu_s: float


class Warden:
    """Watches one job from inside its room."""

    def __init__(
        self,
        command: tuple[str, ...],
        limits: Limits,
        wires: Tripwires,
        owner: int,
        is_online: bool,
    ) -> None:
        self.command, self.limits, self.wires, self.owner = command, limits, wires, owner
        self.is_online = is_online
        self._space = Path("/space")
        self._given_bytes = _used_bytes(self._space)
        self._began = time.monotonic()
        self._reaped_s = 0.0
        self._status: int | None = None

    def guard(self) -> Report:
        """Run the job to its end, its own or another, and report."""
        job = os.fork()
        if job == 0:
            self._become_job()
        end, detail = End.DONE, ""
        while self._status is None and end == End.DONE:
            time.sleep(WATCH_S)
            self._reap(job)
            end, detail = self._offence()
        self._end_all(job)
        if end == End.DONE:
            end, detail = self._offence()
        if end == End.DONE:
            end, detail = self._own_end()
        output = b""
        if end == End.DONE:
            end, output = _read_output(self.limits.output_bytes)
        wall_s = time.monotonic() - self._began
        return Report(end, output, detail or _last_words(), wall_s, self._reaped_s)

    def _become_job(self) -> NoReturn:
        """Give up everything but the job's own, and become it."""
        try:
            os.setsid()
            null, errors = os.open("/dev/null", os.O_RDWR), os.open(ERRORS, os.O_WRONLY)
            for source, target in ((null, 0), (null, 1), (errors, 2)):
                os.dup2(source, target)
            os.closerange(3, resource.getrlimit(resource.RLIMIT_NOFILE)[0])
            for number in SIGNALS:
                signal.signal(number, signal.SIG_DFL)
            self._limit()
            if os.geteuid() == 0:
                os.setgroups([])
                os.setresgid(self.owner, self.owner, self.owner)
                os.setresuid(self.owner, self.owner, self.owner)
            kernel.renounce_privileges()
            refuse_calls()
            os.umask(0o022)
            os.chdir(DIRECTORY)
            os.execve(self.command[0], self.command, ENVIRONMENT)
        except OSError as error:
            os.write(2, f"{self.command[0]} could not be started: {error}\n".encode())
        finally:
            os._exit(NOT_STARTED)

    def _limit(self) -> None:
        limits = self.limits
        cpu_s = int(limits.cpu_s) + 1
        file_bytes = limits.disk_bytes + resource.getpagesize()
        for kind, value in (
            (resource.RLIMIT_CPU, cpu_s),
            (resource.RLIMIT_AS, limits.address_bytes),
            (resource.RLIMIT_FSIZE, file_bytes),
            (resource.RLIMIT_NOFILE, limits.open_files),
            (resource.RLIMIT_NPROC, limits.processes + SPARE_PROCESSES),
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_MEMLOCK, 0),
            (resource.RLIMIT_MSGQUEUE, 0),
        ):
            resource.setrlimit(kind, (value, value))

    def _offence(self) -> tuple[End, str]:
        """Return the first limit that is passed, or DONE."""
        limits, use = self.limits, _use()
        wall_s = time.monotonic() - self._began
        written_bytes = _used_bytes(self._space) - self._given_bytes
        cpu_s = use.cpu_s + self._reaped_s
        touched = next(self.wires.touched(), None)
        if touched is not None:
            return End.KEYS, f"opened {touched}"
        if not self.is_online and is_calling_out():
            return End.NETWORK, "asked for a way to another host"
        for end, found, limit, unit in (
            (End.PROCESSES, use.processes, limits.processes, ""),
            (End.MEMORY, use.memory_bytes, limits.memory_bytes, " bytes"),
            (End.DISK, written_bytes, limits.disk_bytes, " bytes"),
            (End.CPU_TIME, cpu_s, limits.cpu_s, " s"),
            (End.WALL_TIME, wall_s, limits.wall_s, " s"),
        ):
            if found > limit:
                return end, f"{found:.10g}{unit} found, {limit:.10g}{unit} allowed"
        return End.DONE, ""

    def _own_end(self) -> tuple[End, str]:
        """Return what the job's own exit says."""
        status = self._status or 0
        if os.WIFSIGNALED(status):
            number = os.WTERMSIG(status)
            if number == signal.SIGXCPU:
                return End.CPU_TIME, f"{self.limits.cpu_s} s allowed"
            if number == signal.SIGXFSZ:
                return End.DISK, f"a file beyond {self.limits.disk_bytes} bytes"
            return End.FAILED, f"ended by {signal.Signals(number).name}: {_last_words()}"
        code = os.waitstatus_to_exitcode(status)
        return (End.FAILED, f"status {code}: {_last_words()}") if code else (End.DONE, "")

    def _reap(self, job: int) -> None:
        """Bury who is dead: the job's children come to process 1 when their parents end."""
        while True:
            try:
                pid, status, used = os.wait4(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            self._reaped_s += used.ru_utime + used.ru_stime
            if pid == job:
                self._status = status

    def _end_all(self, job: int) -> None:
        """Kill until nobody is left: who forks meanwhile is killed in the next turn."""
        while True:
            try:
                os.kill(-1, signal.SIGKILL)
            except ProcessLookupError:
                self._reap(job)
                return
            self._reap(job)
            time.sleep(WATCH_S / 10)


def is_calling_out() -> bool:
    """Whether any process asked the kernel for a way out of this empty network."""
    return any(_unreachable(Path(place), name) for place, name in UNREACHABLE)


def _unreachable(table: Path, name: str) -> int:
    """Return how often no route was found, from a table with names above or before its values."""
    try:
        lines = [line.split() for line in table.read_text().splitlines()]
    except FileNotFoundError:  # a kernel without IPv6
        return 0
    if not name.endswith(":"):
        return sum(int(value) for key, value in lines if key == name)
    names, values = (line for line in lines if line[0] == name)
    return int(values[names.index("OutNoRoutes")])


def _processes() -> Iterator[Path]:
    """Yield the directories of all processes of the room but the warden itself."""
    for entry in os.scandir("/proc"):
        if entry.name.isdigit() and entry.name != "1":
            yield Path(entry.path)


def _use() -> Use:
    """Add up what living processes use; who ends meanwhile counts nothing."""
    threads = held_bytes = ticks = 0
    for process in _processes():
        try:
            status = (process / "status").read_text()
            fields = (process / "stat").read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        held_bytes += sum(int(found) * 1024 for found in HELD.findall(status))
        ticks += sum(map(int, fields[11:15]))  # its own, and its buried children's
        threads += int(fields[17])
    return Use(threads, held_bytes, ticks / os.sysconf("SC_CLK_TCK"))


def _used_bytes(space: Path) -> int:
    found = os.statvfs(space)
    is_full = found.f_ffree == 0  # names cost memory, too
    return found.f_blocks * found.f_frsize if is_full else _taken_bytes(found)


def _taken_bytes(found: os.statvfs_result) -> int:
    return (found.f_blocks - found.f_bfree) * found.f_frsize


def _read_output(bytes_max: int) -> tuple[End, bytes]:
    """Read what the job left, without following any link."""
    try:
        descriptor = os.open(OUTPUT, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return End.NO_OUTPUT, b""
    except OSError:
        is_link = stat.S_ISLNK(os.lstat(OUTPUT).st_mode)
        return (End.SYMLINK if is_link else End.OUTPUT_KIND), b""
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        return End.OUTPUT_KIND, b""
    with open(descriptor, "rb") as file:
        output = file.read(bytes_max + 1)
    return (End.OUTPUT_SIZE, b"") if len(output) > bytes_max else (End.DONE, output)


def _last_words() -> str:
    with open(ERRORS, "rb") as file:
        file.seek(max(0, os.fstat(file.fileno()).st_size - ERRORS_BYTES_MAX))
        return file.read(ERRORS_BYTES_MAX).decode(errors="replace").strip()
