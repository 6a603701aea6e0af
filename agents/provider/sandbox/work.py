"""What a sandbox is given, what a job may use, and how it ended."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

MIB: Final = 1 << 20
ERRORS_BYTES_MAX: Final = 2_000  # of a job's last words that a report keeps


class End(StrEnum):
    """How a job ended; everything but DONE is without an output."""

    DONE = "done"  # it left an output within its limits
    FAILED = "failed"  # it ended with an error of its own
    NO_OUTPUT = "no output"  # it ended well and left nothing
    PROCESSES = "too many processes"
    MEMORY = "too much memory"
    DISK = "too many bytes written"
    CPU_TIME = "past its CPU time"
    WALL_TIME = "past its time"
    NETWORK = "called the network"
    KEYS = "touched the provider's keys"
    SYMLINK = "its output leads out of its directory"
    OUTPUT_KIND = "its output is not a file"
    OUTPUT_SIZE = "its output is too large"
    LOST = "the sandbox itself was ended"


@dataclass(frozen=True)
class Limits:
    """
    What one job may use, all its processes together unless it says otherwise.

    Memory counts what processes hold themselves; files that they write are held in memory, too,
    and are counted by `disk_bytes`.
    """

    wall_s: float = 600.0
    cpu_s: float = 600.0
    memory_bytes: int = 1024 * MIB
    disk_bytes: int = 512 * MIB  # files at a time, the job's program and input not counted
    output_bytes: int = 64 * MIB
    processes: int = 64  # threads count as processes
    open_files: int = 256  # of each process
    address_bytes: int = 64 * 1024 * MIB  # of each process: what it may map, touched or not


@dataclass(frozen=True)
class Work:
    """
    A program and its input.

    The program finds its input in the file `input` of its working directory and leaves its result
    in the file `output`. `command` starts it; the program itself is `PROGRAM` there.
    """

    program: bytes
    input: bytes
    command: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """How a job ended, what it left, and what it used."""

    end: End
    output: bytes
    detail: str  # for people: what was found, or the job's last words
    wall_s: float
    cpu_s: float


DIRECTORY: Final = "/job"  # where a job runs, as it sees it
PROGRAM: Final = f"{DIRECTORY}/program"
INPUT: Final = f"{DIRECTORY}/input"
OUTPUT: Final = f"{DIRECTORY}/output"
