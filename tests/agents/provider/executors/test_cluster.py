"""A Ray cluster runs jobs in the same rooms, and one of this machine alone stays on it."""

import asyncio
import importlib.util
import os
import sys
from pathlib import Path

import pytest

from agents.provider.sandbox.work import PROGRAM, End, Limits, Work

PYTHON = (f"{os.path.realpath(sys.prefix)}/bin/python", "-I", PROGRAM)
LISTENING = "0A"
pytestmark = pytest.mark.skipif(  # Ray reads its settings when it is imported: not here
    importlib.util.find_spec("ray") is None, reason="needs the extra kumiai[ray]"
)


def descendants() -> set[int]:
    """Return the processes that come of this one."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            parents[int(entry.name)] = int(fields[1])
    found = {os.getpid()}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def listening() -> set[str]:
    """Return the addresses, as the kernel writes them, that those processes listen on."""
    inodes = set()
    for pid in descendants():
        for handle in Path(f"/proc/{pid}/fd").glob("*"):
            try:
                inodes.add(os.readlink(handle))
            except OSError:
                continue
    lines = [
        line.split()
        for name in ("tcp", "tcp6")
        for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]
    ]
    mine = (line for line in lines if line[3] == LISTENING and f"socket:[{line[9]}]" in inodes)
    return {line[1].partition(":")[0] for line in mine}


@pytest.mark.long
def test_a_cluster_of_this_machine_runs_jobs_in_rooms_and_listens_to_nobody_else(tmp_path):
    """A good job and a fork bomb end as they do without Ray; every port is on loopback."""
    from agents.provider.executors.cluster import ClusterExecutor

    async def run() -> tuple[list[End], set[str]]:
        executor = ClusterExecutor(tmp_path / "rooms", (), None, 2)
        try:
            programs = (b"open('output', 'w').write('x')", b"import os\nwhile True: os.fork()")
            works = [Work(program, b"", PYTHON) for program in programs]
            reports = [await executor.run(work, Limits(wall_s=30)) for work in works]
            return [report.end for report in reports], listening()
        finally:
            await executor.close()

    ends, addresses = asyncio.run(run())
    assert [End.DONE, End.PROCESSES] == ends
    assert addresses, "Ray's processes listen somewhere"
    loopback = {"0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000"}
    assert addresses <= loopback
