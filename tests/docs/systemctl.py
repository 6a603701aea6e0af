"""
Stands for systemd's manager on a machine that was not booted with it.

    daemon-reload, enable    the real systemctl, offline
    start, stop, --now       the unit's own command line, as its user, with its environment
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.deploy.units import command_of, environment_of, read

REAL: Final = "/usr/bin/systemctl"
UNITS: Final = Path("/etc/systemd/system")
RUNNING: Final = Path("/run")  # where the numbers of processes are
ENDS_S: Final = 60.0  # the units' TimeoutStopSec


def main(words: Sequence[str]) -> int:
    """Do what a command line asks; systemctl's own status where it refuses."""
    verb, *names = [word for word in words if word != "--now"]
    if verb == "stop":
        for name in names:
            stop(name)
        return 0
    if verb != "start":
        offline = {**os.environ, "SYSTEMD_OFFLINE": "1"}
        done = subprocess.run([REAL, verb, *names], env=offline, check=False)
        if done.returncode != 0 or "--now" not in words:
            return done.returncode
    for name in names:
        start(name)
    return 0


def start(name: str) -> None:
    """Run a unit's ExecStart as its user, away from this terminal; what it says lies here."""
    unit = read(f"{name}.service", UNITS)
    (user,) = unit["User"]
    become = ["setpriv", "--reuid", user, "--regid", user, "--init-groups", "--no-new-privs", "--"]
    with Path(f"{name}.log").open("ab") as log:
        process = subprocess.Popen(
            [*become, *command_of(unit, {})],
            env={"PATH": "/usr/bin:/bin", **environment_of(unit)},
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    (RUNNING / f"{name}.pid").write_text(str(process.pid))


def stop(name: str) -> None:
    """End what `start` began and wait for its end; raises TimeoutError."""
    number = int((RUNNING / f"{name}.pid").read_text())
    os.kill(number, signal.SIGTERM)
    deadline = time.monotonic() + ENDS_S
    while Path(f"/proc/{number}/cmdline").exists():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{name}: its end expected within {ENDS_S} s")
        time.sleep(0.1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
