"""
Jobs in containers of podman or docker, each in one of its own that is removed when it ended.

    Work --files, words--> engine run: shell --> job     standard output: what the job left, alone
                           time, output: by us     memory: the engine says     the rest: its limits

The engine makes the room, so nothing here watches from inside: see `docs/provider.md` for what a
container does not tell. Nobody else's image, network or file of this machine is there.
"""

import asyncio
import contextlib
import hashlib
import itertools
import logging
import os
import signal
import tempfile
import time
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path
from typing import Final

from agents.provider.executors.engine import EngineUnavailable, Room, find_engine
from agents.provider.policy import Container
from agents.provider.runners.embed import PYTHON
from agents.provider.sandbox.work import ERRORS_BYTES_MAX, PROGRAM, End, Limits, Report, Work

LOG: Final = logging.getLogger(__name__)
OWNER_FIRST: Final = 60_600  # user ids of jobs: of nobody, and within what rootless engines have
OWNERS: Final = 400
KILLED_S: Final = 20.0  # seconds for a container that was killed to be gone
CHUNK_BYTES: Final = 1 << 16
MARK_DIGITS: Final = 16
ENDS: Final = {  # exit statuses of the shell around a job, not of the job
    0: End.DONE,
    90: End.FAILED,
    91: End.NO_OUTPUT,
    92: End.SYMLINK,
    93: End.OUTPUT_KIND,
    94: End.CPU_TIME,
    95: End.DISK,
}
SHELL: Final = f"""
"$@" </dev/null >/dev/null
status=$?
[ $status = {128 + signal.SIGXCPU} ] && exit 94
[ $status = {128 + signal.SIGXFSZ} ] && exit 95
[ $status = 0 ] || {{ echo "status $status" >&2; exit 90; }}
[ -L output ] && exit 92
[ -e output ] || exit 91
[ -f output ] && cat output || exit 93
"""
TRIAL: Final = b"#!/bin/sh\nset -e\n%scat input > output\n"
NEEDS_PYTHON: Final = b"python3 -I -c pass\n"
TRIAL_LIMITS: Final = Limits(wall_s=60.0)


class ContainerExecutor:
    """Runs jobs in containers of one image, below a directory of the provider's."""

    def __init__(self, place: Path, container: Container) -> None:
        self._place, self._image = place.resolve(), container.image
        mark = hashlib.sha256(os.fsencode(self._place)).hexdigest()[:MARK_DIGITS]
        self._engine, self._mark = find_engine(container.engine, mark), mark
        self._numbers = itertools.count()
        self._place.mkdir(parents=True, exist_ok=True, mode=0o700)

    async def check(self, *, needs_python: bool) -> None:
        """Remove what a crash left and run a job; raises EngineUnavailable where none can run."""
        removed = await asyncio.to_thread(self._engine.remove_leftovers)
        if removed:
            LOG.warning("%d containers of an earlier run are removed", removed)
        await asyncio.to_thread(self._engine.check_image, self._image)
        program = TRIAL % (NEEDS_PYTHON if needs_python else b"")
        report = await self.run(Work(program, b"whole", (PROGRAM,)), TRIAL_LIMITS)
        if report.output != b"whole":
            raise EngineUnavailable(
                f"a trial job in {self._image} ended with: {report.end}: {report.detail}; "
                f"it needs /bin/sh{' and python3' if needs_python else ''}, cat, and each limit"
            )

    async def run(self, work: Work, limits: Limits) -> Report:
        """Run a job to its end; raises EngineUnavailable where the engine is gone."""
        number = next(self._numbers)
        name = f"kumiai-{self._mark}-{os.getpid()}-{number}"
        with tempfile.TemporaryDirectory(dir=self._place) as place:
            room = Room(
                name, OWNER_FIRST + number % OWNERS, Path(place, "program"), Path(place, "input")
            )
            room.program.write_bytes(work.program)
            room.input.write_bytes(work.input)
            room.program.chmod(0o555)
            room.input.chmod(0o444)
            command = ("-c", SHELL, "job", *command_of(work))
            words = self._engine.run_words(room, self._image, limits, command)
            try:
                return await self._attend(name, words, limits)
            finally:
                await asyncio.shield(asyncio.to_thread(self._remove, name))

    async def close(self) -> None:
        """Remove what still runs."""
        await asyncio.to_thread(self._remove_all)

    async def _attend(self, name: str, words: list[str], limits: Limits) -> Report:
        """Run a container, end it where it takes too long or says too much, and report."""
        began = time.monotonic()
        try:
            process = await asyncio.create_subprocess_exec(
                *words, stdin=DEVNULL, stdout=PIPE, stderr=PIPE, start_new_session=True
            )
        except OSError as error:
            raise EngineUnavailable(f"{words[0]} is gone: {error}") from error
        assert process.stdout is not None and process.stderr is not None
        last_words = asyncio.create_task(_tail(process.stderr))
        try:
            end, output = await _own_end(process, limits)
            wall_s = time.monotonic() - began
        finally:
            if process.returncode is None:
                await asyncio.shield(self._end(name, process))
            done, _ = await asyncio.wait({last_words}, timeout=KILLED_S)
            last_words.cancel()
        detail = last_words.result() if done else ""
        if await asyncio.to_thread(self._engine.is_out_of_memory, name):
            end = End.MEMORY
        if end == End.LOST:
            detail = f"status {process.returncode}: {detail}"
        return Report(end, output if end == End.DONE else b"", detail, wall_s, 0.0)

    async def _end(self, name: str, process: Process) -> None:
        """Kill a container by its name, and the command that waits for it where it lingers."""
        with contextlib.suppress(EngineUnavailable):
            await asyncio.to_thread(self._engine.kill, name)
        assert process.stdout is not None
        drain = asyncio.create_task(_tail(process.stdout))
        try:
            await asyncio.wait_for(process.wait(), KILLED_S)
        except TimeoutError:
            process.kill()
            with contextlib.suppress(TimeoutError):  # what it started may hold its pipes
                await asyncio.wait_for(process.wait(), KILLED_S)
        finally:
            drain.cancel()

    def _remove(self, name: str) -> None:
        try:
            self._engine.remove(name)
        except EngineUnavailable as trouble:
            LOG.warning("%s: the next start removes it", trouble)

    def _remove_all(self) -> None:
        with contextlib.suppress(EngineUnavailable):
            self._engine.remove_leftovers()


def command_of(work: Work) -> tuple[str, ...]:
    """Return a job's command as the image has it: its own Python for this machine's."""
    first, *others = work.command
    return ("python3" if first == PYTHON else first, *others)


async def _own_end(process: Process, limits: Limits) -> tuple[End, bytes]:
    """Wait for a container; return its output and how it ended, or which of our limits it met."""
    assert process.stdout is not None
    try:
        async with asyncio.timeout(limits.wall_s):
            output = await _head(process.stdout, limits.output_bytes + 1)
            if len(output) > limits.output_bytes:
                return End.OUTPUT_SIZE, b""
            return ENDS.get(await process.wait(), End.LOST), output
    except TimeoutError:
        return End.WALL_TIME, b""


async def _head(stream: asyncio.StreamReader, bytes_max: int) -> bytes:
    """Return what a stream holds, at most so much of it."""
    found = bytearray()
    while len(found) < bytes_max and (chunk := await stream.read(CHUNK_BYTES)):
        found += chunk
    return bytes(found[:bytes_max])


async def _tail(stream: asyncio.StreamReader) -> str:
    """Read a stream to its end; return its last words."""
    found = b""
    while chunk := await stream.read(CHUNK_BYTES):
        found = (found + chunk)[-ERRORS_BYTES_MAX:]
    return found.decode(errors="replace").strip()
