"""Jobs in containers end for the same reasons, and no container stays; with a stand-in engine."""

import asyncio
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from agents.provider.executors import container
from agents.provider.executors.container import ContainerExecutor, command_of
from agents.provider.executors.engine import EngineUnavailable
from agents.provider.policy import Container
from agents.provider.runners.embed import PYTHON
from agents.provider.sandbox.work import PROGRAM, End, Limits, Report, Work
from tests.agents.provider.executors.engines import StandIn

IMAGE = Container("python@sha256:" + "1" * 64)
LIMITS = Limits(wall_s=20, output_bytes=1_000)


@pytest.fixture
def stand_in(tmp_path, monkeypatch) -> Iterator[StandIn]:
    """Lend a stand-in for podman; afterwards no container and no file of a job is there."""
    monkeypatch.setenv("PATH", f"{tmp_path}/bin:{os.environ['PATH']}")
    lent = StandIn(tmp_path / "bin")
    yield lent
    assert [] == lent.containers
    assert [] == list((tmp_path / "rooms").iterdir())


@pytest.fixture
def executor(stand_in, tmp_path) -> ContainerExecutor:
    """Return an executor that speaks to the stand-in."""
    return ContainerExecutor(tmp_path / "rooms", IMAGE)


def run(executor: ContainerExecutor, script: str, limits: Limits = LIMITS) -> Report:
    """Run a script on some input."""
    work = Work(f"#!/bin/sh\n{script}\n".encode(), b"given", (PROGRAM,))
    return asyncio.run(executor.run(work, limits))


def test_a_job_reads_its_input_and_its_output_alone_comes_back(executor):
    """What it says is no part of its output; its last words are kept for people."""
    report = run(executor, "echo noise; echo a word >&2; cat input input > output")
    assert (End.DONE, b"givengiven", "a word") == (report.end, report.output, report.detail)


@pytest.mark.parametrize(
    ("end", "script"),
    [
        (End.FAILED, "echo x > output; exit 3"),
        (End.FAILED, "exit 94"),
        (End.FAILED, "kill -KILL $$"),
        (End.NO_OUTPUT, "true"),
        (End.SYMLINK, "ln -s input output"),
        (End.OUTPUT_KIND, "mkdir output"),
        (End.OUTPUT_KIND, "mkfifo output"),
        (End.OUTPUT_SIZE, "head -c 1001 /dev/zero > output"),
        (End.CPU_TIME, "kill -XCPU $$"),
        (End.DISK, "kill -XFSZ $$"),
        (End.LOST, "kill -KILL $PPID"),
    ],
)
def test_a_job_ends_for_the_reason_that_it_gave(executor, end, script):
    """The shell around it says how it ended; whoever ends that shell loses nobody's pay."""
    report = run(executor, script)
    assert (end, b"") == (report.end, report.output), report.detail


def test_a_job_that_hangs_is_ended_in_time_by_its_name(executor, stand_in):
    """Past its time the container is killed, and then removed."""
    began_s = time.monotonic()
    assert End.WALL_TIME == run(executor, "sleep 60", Limits(wall_s=0.7)).end
    assert time.monotonic() - began_s < 5
    name = stand_in.options(stand_in.said[0])["--name"][0]
    assert [["kill", name], ["rm", "--force", name]] == [
        words for words in stand_in.said if words[0] in ("kill", "rm")
    ]


def test_an_engine_that_kills_nothing_holds_nobody_up(executor, stand_in, monkeypatch):
    """The command that waits for the container is ended itself after a while."""
    monkeypatch.setattr(container, "KILLED_S", 0.5)
    stand_in.behave("deaf")
    assert End.WALL_TIME == run(executor, "sleep 60", Limits(wall_s=0.7)).end


def test_a_flood_is_cut_off(executor):
    """Whoever writes without end to what its output comes by is ended for it; errors are lost."""
    kept = "/proc/$PPID/fd/11"  # where some shells keep their standard output meanwhile
    place = f"$([ -e {kept} ] && echo {kept} || echo /proc/$PPID/fd/1)"
    assert End.OUTPUT_SIZE == run(executor, f"exec cat /dev/zero > {place}").end
    report = run(executor, "head -c 3000000 /dev/zero | tr '\\0' x >&2; echo last >&2; exit 1")
    assert (End.FAILED, True) == (report.end, len(report.detail) <= 2_000)
    assert report.detail.endswith("last\nstatus 1")


def test_the_engine_says_who_had_too_much_memory(executor, stand_in):
    """Status 137 alone is a container that somebody ended; with the engine's word it is memory."""
    stand_in.behave("oom")
    assert End.MEMORY == run(executor, "echo x > output").end


def test_a_stop_removes_what_runs(executor, stand_in):
    """A job that is cancelled is gone, with its container, before the provider is."""

    async def story() -> None:
        work = Work(b"#!/bin/sh\nsleep 60\n", b"", (PROGRAM,))
        job = asyncio.create_task(executor.run(work, LIMITS))
        while not stand_in.containers:
            await asyncio.sleep(0.05)
        job.cancel()
        with pytest.raises(asyncio.CancelledError):
            await job
        await executor.close()

    asyncio.run(story())


def test_a_start_clears_up_and_tries_a_job(executor, stand_in, caplog):
    """What a crash left is removed first; a trial job shows that the image and limits are taken."""
    (stand_in.place / "containers" / "left").write_text("999999999")
    asyncio.run(executor.check(needs_python=True))
    assert "1 containers of an earlier run" in caplog.text
    assert ["ps", "rm", "image", "run"] == [words[0] for words in stand_in.said[:4]]


def test_an_image_that_runs_no_job_is_refused(executor, stand_in):
    """The line has how the trial ended and what an image needs."""
    stand_in.behave("oom")
    with pytest.raises(EngineUnavailable, match="too much memory.*needs /bin/sh and python3"):
        asyncio.run(executor.check(needs_python=True))


def test_an_image_brings_its_own_python(tmp_path: Path):
    """This machine's interpreter is not in an image; whatever else starts a job stays."""
    assert ("python3", "-I", "x") == command_of(Work(b"", b"", (PYTHON, "-I", "x")))
    assert (PROGRAM, "x") == command_of(Work(b"", b"", (PROGRAM, "x")))
