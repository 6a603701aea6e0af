"""
Runs one job at a time for whoever calls, in a room of its own, and reports how it ended.

    sandbox.run(work, limits) --> Report       blocks; as many threads may call as jobs may run

Needs Linux, and either root or the right to make user namespaces. There is no weaker mode: where
rooms cannot be made, SandboxUnavailable says what is missing.
"""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Final

from agents.provider.sandbox.launcher import UNAVAILABLE
from agents.provider.sandbox.room import check_secrets
from agents.provider.sandbox.work import End, Limits, Report, Work

SPARE_S: Final = 30.0  # seconds beyond a job's own that making and clearing its room may take
ROOT: Final = Path(__file__).resolve().parents[3]  # where this package is imported from
MODULE: Final = "agents.provider.sandbox.launcher"
NEEDED: Final = (
    "jobs need namespaces of their own (user, mount, pid, network): run the provider as root with "
    "CAP_SYS_ADMIN, or allow users to make namespaces (kernel.unprivileged_userns_clone=1, "
    "kernel.apparmor_restrict_unprivileged_userns=0)"
)


class SandboxUnavailable(Exception):
    """This machine does not let jobs be run alone; the message says what it takes."""


class Sandbox:
    """
    Rooms for jobs, below a directory of the provider's.

    `secrets` are paths that no job may read; a job that tries is ended for it. `is_online` lets
    jobs use the machine's network: only for programs that the provider trusts.
    """

    def __init__(self, place: Path, secrets: tuple[Path, ...], is_online: bool = False) -> None:
        if sys.platform != "linux":
            raise SandboxUnavailable(f"jobs need Linux's namespaces; this is {sys.platform}")
        self._place, self._is_online = place.resolve(), is_online
        self._secrets = tuple(Path(os.path.realpath(secret)) for secret in secrets)
        check_secrets(self._secrets)
        self._place.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._launchers: set[subprocess.Popen[bytes]] = set()
        self._is_closed = False

    def run(self, work: Work, limits: Limits) -> Report:
        """Run a job to its end; raises SandboxUnavailable where no room could be made."""
        with tempfile.TemporaryDirectory(dir=self._place) as name:
            place = Path(name)
            (place / "room").mkdir()
            (place / "program").write_bytes(work.program)
            (place / "input").write_bytes(work.input)
            request = {
                "place": name,
                "command": work.command,
                "limits": asdict(limits),
                "secrets": [str(secret) for secret in self._secrets],
                "is_online": self._is_online,
                "parent": os.getpid(),
            }
            return self._launch(json.dumps(request).encode(), limits)

    def check(self) -> None:
        """Make a room and leave it; raises SandboxUnavailable where none can be made."""
        report = self.run(Work(b"", b"", ("/bin/true",)), Limits(wall_s=10))
        if report.end != End.NO_OUTPUT:
            raise SandboxUnavailable(f"an empty job ended with: {report.end} {report.detail}")

    def close(self) -> None:
        """End every job, from whichever thread it was started, and begin no more."""
        self._is_closed = True
        for launcher in tuple(self._launchers):
            launcher.kill()

    def _launch(self, request: bytes, limits: Limits) -> Report:
        process = subprocess.Popen(
            [sys.executable, "-m", MODULE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={"PATH": os.defpath, "PYTHONPATH": str(ROOT)},
            cwd=ROOT,
            start_new_session=True,
        )
        self._launchers.add(process)
        if self._is_closed:
            process.kill()
        with process:
            try:
                said, errors = process.communicate(request, limits.wall_s + SPARE_S)
            except subprocess.TimeoutExpired:
                process.kill()
                return _lost(f"no report after {limits.wall_s + SPARE_S} s")
            finally:
                self._launchers.discard(process)
        if process.returncode == UNAVAILABLE:
            raise SandboxUnavailable(f"{errors.decode(errors='replace').strip()}: {NEEDED}")
        if process.returncode != 0:
            return _lost(f"status {process.returncode}: {errors.decode(errors='replace')[-500:]}")
        return _read(said)


def _read(said: bytes) -> Report:
    head, _, output = said.partition(b"\n")
    fields = json.loads(head)
    assert fields.pop("output") == len(output), "process 1 says how long the output is"
    return Report(output=output, **(fields | {"end": End(fields["end"])}))


def _lost(detail: str) -> Report:
    return Report(End.LOST, b"", detail, 0.0, 0.0)
