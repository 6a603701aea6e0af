"""
A stand-in for a container engine: a program that understands what a provider says to one.

It notes every word, and runs the shell of `run` as a process of this machine, in a directory that
stands for /job. Files beside it say how it behaves: `down`, `deaf`, `no-image`, `oom`.
"""

import itertools
import json
import os
import re
import sys
from pathlib import Path
from typing import Final

from agents.provider.sandbox.work import DIRECTORY

PROGRAM: Final = r"""#!PYTHON -I
import json, os, shutil, signal, subprocess, sys, time
from pathlib import Path

place = Path(__file__).resolve().parent
words = sys.argv[1:]
with (place / "said.jsonl").open("a") as file:
    file.write(json.dumps(words) + "\n")


def is_told(name):
    return (place / name).exists()


def values(option):
    return [after for word, after in zip(words, words[1:]) if word == option]


def end(name):
    number = int((place / "containers" / name).read_text())
    try:
        os.killpg(number, signal.SIGKILL)
    except ProcessLookupError:
        pass


if is_told("down"):
    sys.exit("Cannot connect to the daemon. Is it running?")
if words[0] == "ps":
    print("\n".join(path.name for path in (place / "containers").iterdir()))
elif words[:2] == ["image", "inspect"]:
    sys.exit(1 if is_told("no-image") else 0)
elif words[0] == "inspect":
    print("true" if is_told("oom") else "false")
elif words[0] == "kill":
    if not is_told("deaf"):
        end(words[1])
elif words[0] == "rm":
    for name in words[2:]:
        end(name)
        (place / "containers" / name).unlink()
elif words[0] == "run":
    (name,) = values("--name")
    job = place / "jobs" / name
    job.mkdir(parents=True)
    for volume in values("--volume"):
        source, target, _ = volume.split(":")
        shutil.copy(source, job / Path(target).name)
    at = words.index("-c")
    command = [word.replace("JOB", str(job)) for word in words[at:]]
    process = subprocess.Popen(["/bin/sh", *command], cwd=job, start_new_session=True)
    (place / "containers" / name).write_text(str(process.pid))
    status = process.wait()
    sys.exit(137 if is_told("oom") or status == -signal.SIGKILL else status)
else:
    sys.exit(f"unknown command {words}")
"""


class StandIn:
    """The program, in a directory of its own that is alone on PATH with the machine's shell."""

    def __init__(self, place: Path, name: str = "podman") -> None:
        self.place, self.program = place, place / name
        (place / "containers").mkdir(parents=True)
        text = PROGRAM.replace("PYTHON", os.path.realpath(sys.executable), 1)
        self.program.write_text(text.replace('"JOB"', repr(DIRECTORY)))
        self.program.chmod(0o755)

    def behave(self, how: str) -> None:
        """Let it be down, deaf to kills, without the image, or end jobs for their memory."""
        (self.place / how).touch()

    @property
    def said(self) -> list[list[str]]:
        """What was said to it."""
        lines = (self.place / "said.jsonl").read_text().splitlines()
        return [json.loads(line) for line in lines]

    @property
    def containers(self) -> list[str]:
        """The containers that are there."""
        return sorted(path.name for path in (self.place / "containers").iterdir())

    def options(self, words: list[str]) -> dict[str, list[str]]:
        """Return what follows each option of a `run`."""
        found: dict[str, list[str]] = {}
        for word, after in itertools.pairwise(words):
            if re.match("--[a-z]", word):
                found.setdefault(word, []).append(after)
        return found
