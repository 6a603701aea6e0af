"""
Becomes a command after taking from itself what a systemd unit takes: a program, run inside a room.

    python confined.py CALLS.json COMMAND...      {"calls": [names], "deny_exec": whether}

System calls that are not named answer EPERM, as SystemCallErrorNumber=EPERM says; with deny_exec
memory is never made writable and executable (MemoryDenyWriteExecute). By libseccomp, as systemd.
"""

import ctypes
import errno
import json
import os
import sys
from pathlib import Path

ALLOW = 0x7FFF0000
ERRNO = 0x00050000
PR_SET_MDWE, MDWE_REFUSE_EXEC_GAIN = 65, 1
UNKNOWN_CALL = -1


def confine(calls: list[str], deny_exec: bool) -> None:
    """Take every other system call from this process and its children."""
    library = ctypes.CDLL("libseccomp.so.2", use_errno=True)
    library.seccomp_init.restype = ctypes.c_void_p
    library.seccomp_rule_add.argtypes = (ctypes.c_void_p, ctypes.c_uint32, ctypes.c_int,
                                         ctypes.c_uint)  # fmt: skip
    library.seccomp_load.argtypes = (ctypes.c_void_p,)
    filter_ = library.seccomp_init(ERRNO | errno.EPERM)
    for name in calls:
        number = library.seccomp_syscall_resolve_name(name.encode())
        if number != UNKNOWN_CALL:
            library.seccomp_rule_add(filter_, ALLOW, number, 0)
    if deny_exec and ctypes.CDLL(None).prctl(PR_SET_MDWE, MDWE_REFUSE_EXEC_GAIN, 0, 0, 0) != 0:
        sys.stderr.write("the kernel knows no PR_SET_MDWE: memory is not held to it\n")
    if library.seccomp_load(filter_) != 0:
        raise SystemExit("seccomp: the kernel takes no filter")


if __name__ == "__main__":
    asked = json.loads(Path(sys.argv[1]).read_text())
    confine(asked["calls"], asked["deny_exec"])
    os.execvp(sys.argv[2], sys.argv[2:])
