"""
Calls of the kernel that no job needs: ways around the warden's counts, and rarely walked ground.

    job --system call--> filter --listed--> "not permitted"      --others--> kernel
"""

import ctypes
import errno
import os
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from agents.provider.sandbox import kernel

PR_SET_SECCOMP: Final = 22
MODE_FILTER: Final = 2
ALLOW: Final = 0x7FFF0000
REFUSE: Final = 0x00050000 | errno.EPERM
KILL: Final = 0x80000000
LOAD: Final = 0x20  # a word of what the filter is shown
IS: Final = 0x15
IS_AT_LEAST: Final = 0x35
RETURN: Final = 0x06
NUMBER_AT: Final = 0
ARCHITECTURE_AT: Final = 4
X32: Final = 0x40000000  # numbers from here on are another ABI's, with the same calls
INSTRUCTION: Final = struct.Struct("HBBI")


@dataclass(frozen=True)
class Machine:
    """What the kernel calls a processor, and the numbers of the calls that are refused there."""

    architecture: int
    refused: Mapping[str, int]


MACHINES: Final = {
    "x86_64": Machine(
        0xC000003E,
        {
            "shmget": 29,  # memory that is no process' own
            "ptrace": 101,
            "add_key": 248,
            "request_key": 249,
            "keyctl": 250,
            "perf_event_open": 298,
            "process_vm_readv": 310,
            "process_vm_writev": 311,
            "memfd_create": 319,  # a file that lies in no file system
            "bpf": 321,
            "userfaultfd": 323,
            "io_uring_setup": 425,
            "memfd_secret": 447,
        },
    ),
    "aarch64": Machine(
        0xC00000B7,
        {
            "ptrace": 117,
            "shmget": 194,
            "add_key": 217,
            "request_key": 218,
            "keyctl": 219,
            "perf_event_open": 241,
            "process_vm_readv": 270,
            "process_vm_writev": 271,
            "memfd_create": 279,
            "bpf": 280,
            "userfaultfd": 282,
            "io_uring_setup": 425,
            "memfd_secret": 447,
        },
    ),
}


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def program_of(machine: Machine) -> bytes:
    """Return the filter as the kernel reads it: one comparison a call."""
    numbers = sorted(machine.refused.values())
    last = len(numbers)  # comparisons; the verdicts come behind them: allow, refuse
    steps = [
        (LOAD, 0, 0, ARCHITECTURE_AT),
        (IS, 1, 0, machine.architecture),
        (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, NUMBER_AT),
        (IS_AT_LEAST, last + 1, 0, X32),
        *((IS, last - at, 0, number) for at, number in enumerate(numbers)),
        (RETURN, 0, 0, ALLOW),
        (RETURN, 0, 0, REFUSE),
    ]
    return b"".join(INSTRUCTION.pack(*step) for step in steps)


def refuse_calls() -> None:
    """Refuse the listed calls to this process and to whatever it starts, for good."""
    instructions = program_of(MACHINES[os.uname().machine])
    program = _Program(len(instructions) // INSTRUCTION.size, instructions)
    kernel.set_process_option(PR_SET_SECCOMP, MODE_FILTER, ctypes.addressof(program))
