"""
The process around a job's room: namespaces, then process 1, then the report.

    python -m agents.provider.sandbox.launcher    stdin: one line of JSON, what to run
                                                  stdout: one line of JSON, then the output

It dies with the process that started it, and process 1 with it, and the job with that.
"""

import dataclasses
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any, Final, NoReturn

from agents.provider.sandbox import kernel
from agents.provider.sandbox.room import furnish
from agents.provider.sandbox.warden import Warden
from agents.provider.sandbox.work import Limits, Report

OWNER_FIRST: Final = 2_000_000  # user ids of jobs, one each: nobody else's on any system
REQUEST_BYTES_MAX: Final = 1 << 20
UNAVAILABLE: Final = 3  # exit status: this machine does not allow rooms
ROOMS: Final = (
    kernel.CLONE_NEWUSER
    | kernel.CLONE_NEWNS
    | kernel.CLONE_NEWPID
    | kernel.CLONE_NEWIPC
    | kernel.CLONE_NEWUTS
)


def separate(is_online: bool) -> int:
    """Leave the machine's namespaces; return the user id that the job gets."""
    owner = OWNER_FIRST + os.getpid() if os.geteuid() == 0 else os.geteuid()
    flags = ROOMS if is_online else ROOMS | kernel.CLONE_NEWNET
    reader, writer = os.pipe()
    helper = os.fork()
    if helper == 0:
        os.close(writer)
        _map_ids(os.getppid(), owner, reader)
    kernel.unshare(flags)
    os.close(writer)
    if os.waitpid(helper, 0)[1] != 0:
        raise OSError(f"user {owner} could not be given to the job")
    if not is_online:
        kernel.raise_loopback()
    return owner


def _map_ids(process: int, owner: int, signal_end: int) -> NoReturn:
    """
    Name the users of a process's new namespace, once it is there: from outside, as it must be.

    Root is needed inside to build the room; it is root of the namespace, and of nothing else.
    """
    try:
        os.read(signal_end, 1)
        place = Path(f"/proc/{process}")
        user, group = os.geteuid(), os.getegid()
        if user != 0:
            (place / "setgroups").write_text("deny")
        for name, own in (("uid_map", user), ("gid_map", group)):
            others = f"\n{owner} {owner} 1" if user == 0 else ""
            (place / name).write_text(f"{own} {own} 1{others}")
    except OSError as error:
        os.write(2, f"{error}\n".encode())
        os._exit(1)
    os._exit(0)


def answer(report: Report) -> None:
    """Write a report, and the output behind it."""
    fields = dataclasses.asdict(report) | {"output": len(report.output)}
    sys.stdout.buffer.write(json.dumps(fields).encode() + b"\n" + report.output)
    sys.stdout.buffer.flush()


def serve_room(request: dict[str, Any], owner: int) -> None:
    """Be process 1: furnish the room, guard the job, and answer."""
    kernel.die_with_parent(signal.SIGKILL)
    # The kernel spares process 1 every signal without a handler, and Python's own is for this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limits = Limits(**request["limits"])
    place = Path(request["place"])
    secrets = tuple(Path(name) for name in request["secrets"])
    try:
        wires = furnish(
            place / "room",
            place / "program",
            place / "input",
            secrets,
            limits.disk_bytes,
            owner,
        )
    except OSError as error:
        sys.stderr.write(f"{error}\n")
        sys.stderr.flush()
        os._exit(UNAVAILABLE)
    answer(Warden(tuple(request["command"]), limits, wires, owner, request["is_online"]).guard())
    os._exit(0)


def main() -> int:
    """Build the room and wait for its process 1."""
    kernel.die_with_parent(signal.SIGKILL)
    request = json.loads(sys.stdin.buffer.read(REQUEST_BYTES_MAX))
    if os.getppid() != request["parent"]:
        return UNAVAILABLE
    try:
        owner = separate(request["is_online"])
    except OSError as error:
        print(error, file=sys.stderr)
        return UNAVAILABLE
    first = os.fork()
    if first == 0:
        serve_room(request, owner)
    return os.waitstatus_to_exitcode(os.waitpid(first, 0)[1])


if __name__ == "__main__":
    sys.exit(main())
