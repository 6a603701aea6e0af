"""Runs one job in a sandbox below a directory, as a provider does: a program, run inside a room."""

import sys
from pathlib import Path

from agents.provider.sandbox.sandbox import Sandbox
from agents.provider.sandbox.work import PROGRAM, End, Limits, Work

JOB = b"#!/bin/sh\n/bin/uname -s > output\n"

if __name__ == "__main__":
    place = Path(sys.argv[1])
    sandbox = Sandbox(place / "rooms", (place / "keyring",))
    report = sandbox.run(Work(JOB, b"", (PROGRAM,)), Limits(wall_s=30, cpu_s=30))
    assert report.end is End.DONE, report
    print(f"{report.output!r} was asked".replace("b'", "").replace("\\n'", ""))
