"""
A container engine, podman or docker, by its command: the same words are understood by both.

    find_engine --> Engine --run--> a container     kill, remove: by name     leftovers: by label
"""

import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from agents.provider.policy import ENGINES
from agents.provider.sandbox.sandbox import SandboxUnavailable
from agents.provider.sandbox.work import DIRECTORY, INPUT, MIB, PROGRAM, Limits

LABEL: Final = "kumiai.provider"
ANSWER_S: Final = 60.0  # seconds for a word to the engine that runs nothing
SAID_CHARACTERS_MAX: Final = 300  # of what an engine says, in a message
TEMPORARY: Final = "/tmp"
SPARE_PROCESSES: Final = 2  # the shell around the job, and what it reads the output with
CPUS: Final = "1"  # of one job: its CPU time is never more than its time
INSTALL: Final = (
    "install podman, or docker with its daemon running and this user in its group; "
    "--executor local needs neither"
)


class EngineUnavailable(SandboxUnavailable):
    """No container engine, or one that cannot run jobs; the message says what to do."""


@dataclass(frozen=True)
class Room:
    """What one container is given: files of this machine to read, and a user of its own."""

    name: str
    user: int
    program: Path
    input: Path


class Engine:
    """Speaks to one engine for one provider, whose containers have a label with its mark."""

    def __init__(self, path: str, mark: str) -> None:
        self.path, self._label = path, f"{LABEL}={mark}"

    def check_image(self, image: str) -> None:
        """Raise EngineUnavailable where the image is not here: jobs wait for no download."""
        if self._ask("image", "inspect", image).returncode != 0:
            raise EngineUnavailable(f"the image is not here: {Path(self.path).name} pull {image}")

    def remove_leftovers(self) -> int:
        """
        Remove what a crash left of this provider's; return how many that were.

        It is the first word to an engine: raises EngineUnavailable where that does not answer.
        """
        found = self._ask("ps", "--all", "--quiet", "--filter", f"label={self._label}")
        if found.returncode != 0:
            raise EngineUnavailable(f"{self.path} does not answer: {last_line(found)}: {INSTALL}")
        names = found.stdout.split()
        if names:
            self.remove(*names)
        return len(names)

    def remove(self, *names: str) -> None:
        """End containers and forget them; raises EngineUnavailable where they stay."""
        done = self._ask("rm", "--force", *names)
        if done.returncode != 0:
            raise EngineUnavailable(f"{self.path} removes no container: {last_line(done)}")

    def kill(self, name: str) -> None:
        """End a container, if it runs."""
        self._ask("kill", name)

    def is_out_of_memory(self, name: str) -> bool:
        """Whether the kernel ended a process of a container for its memory."""
        done = self._ask("inspect", "--format", "{{.State.OOMKilled}}", name)
        return done.stdout.strip() == "true"

    def run_words(
        self, room: Room, image: str, limits: Limits, command: Iterable[str]
    ) -> list[str]:
        """Return the words that run a command in a container, attached to it."""
        given_bytes = room.program.stat().st_size + room.input.stat().st_size
        # Files are held in memory: what processes and files may take together is what is limited.
        memory = str(limits.memory_bytes + limits.disk_bytes + given_bytes + MIB)
        space = f"rw,exec,nosuid,nodev,mode=1777,size={limits.disk_bytes + MIB}"
        cpu_s = int(limits.cpu_s) + 1
        file_bytes = limits.disk_bytes + MIB
        words = [self.path, "run", "--name", room.name, "--label", self._label]
        words += ["--pull", "never", "--log-driver", "none"]  # what a job says fills no disk
        words += ["--network", "none", "--ipc", "private", "--read-only"]
        words += ["--user", f"{room.user}:{room.user}", "--cap-drop", "ALL"]
        words += ["--security-opt", "no-new-privileges", "--cpus", CPUS]
        words += ["--memory", memory, "--memory-swap", memory]
        words += ["--pids-limit", str(limits.processes + SPARE_PROCESSES)]
        words += ["--ulimit", f"nofile={limits.open_files}:{limits.open_files}"]
        words += ["--ulimit", f"fsize={file_bytes}:{file_bytes}"]
        words += ["--ulimit", f"cpu={cpu_s}:{cpu_s + 1}", "--ulimit", "core=0:0"]
        words += ["--tmpfs", f"{DIRECTORY}:{space}", "--tmpfs", f"{TEMPORARY}:{space}"]
        for source, target in ((room.program, PROGRAM), (room.input, INPUT)):
            words += ["--volume", f"{source}:{target}:ro,Z"]  # Z: named for this container alone
        words += ["--env", f"HOME={DIRECTORY}", "--env", f"TMPDIR={TEMPORARY}"]
        words += ["--workdir", DIRECTORY, "--entrypoint", "/bin/sh", image]
        return [*words, *command]

    def _ask(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Say something to the engine; raises EngineUnavailable where no answer comes."""
        try:
            return subprocess.run(
                [self.path, *words],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=ANSWER_S,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise EngineUnavailable(f"{self.path} does not answer: {error}: {INSTALL}") from error


def find_engine(name: str, mark: str) -> Engine:
    """Return the engine of a name, or the first that is installed; raises EngineUnavailable."""
    wanted = (name,) if name else ENGINES
    for path in filter(None, map(shutil.which, wanted)):
        return Engine(path, mark)
    raise EngineUnavailable(f"no {' or '.join(wanted)} is found on PATH: {INSTALL}")


def last_line(done: subprocess.CompletedProcess[str]) -> str:
    """Return the last that an engine said of what it did not do."""
    lines = done.stderr.strip().splitlines() or [f"status {done.returncode}"]
    return lines[-1][-SAID_CHARACTERS_MAX:]
