"""Hostile programs end for what they did, and nothing of them is left."""

import ast
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from agents.provider.sandbox.room import SecretShown
from agents.provider.sandbox.sandbox import NEEDED, ROOT, Sandbox, SandboxUnavailable
from agents.provider.sandbox.work import PROGRAM, End, Limits, Work
from tests.agents.provider.sandbox.hostile import PROGRAMS

PYTHON = (f"{os.path.realpath(sys.prefix)}/bin/python", "-I", PROGRAM)
SYSTEM_PYTHON = Path("/usr/bin/python3")
NOBODY = 65534
MARK = "provider-secret-5c1f"
LIMITS = Limits(wall_s=20, cpu_s=20)


@pytest.fixture
def home(tmp_path) -> Path:
    """Return a provider's home with a key in it."""
    (tmp_path / "home" / "keystore").mkdir(parents=True)
    (tmp_path / "home" / "keystore" / "key.json").write_text(MARK)
    return tmp_path / "home"


@pytest.fixture
def sandbox(home, tmp_path) -> Iterator[Sandbox]:
    """Lend a sandbox beside a provider's home; afterwards nothing of its jobs is there."""
    yield Sandbox(tmp_path / "rooms", (home,))
    assert [] == list((tmp_path / "rooms").iterdir()), "a room is left"
    assert [] == processes_in(str(tmp_path)), "a process is left"
    assert str(tmp_path) not in Path("/proc/mounts").read_text(), "a mount is left"


def processes_in(mark: str) -> list[str]:
    """Return the processes that run as a job's user, or with a path in their command."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            is_job = entry.name.isdigit() and 2_000_000 <= entry.stat().st_uid < 8_000_000
            if is_job or (
                entry.name.isdigit() and mark.encode() in (entry / "cmdline").read_bytes()
            ):
                found.append(entry.name)
        except (FileNotFoundError, ProcessLookupError):
            continue
    return found


def run(sandbox: Sandbox, program: str, limits: Limits = LIMITS, given: bytes = b""):
    """Run a Python program in a sandbox."""
    return sandbox.run(Work(program.encode(), given, PYTHON), limits)


@pytest.mark.parametrize("name", PROGRAMS)
def test_every_escape_ends_the_job_and_says_which_it_was(sandbox, home, name):
    """A hostile program is ended for what it tried, leaves nothing, and learns no secret."""
    hostile = PROGRAMS[name]
    secret = str(home / "keystore" / "key.json")
    program = hostile.program.replace("{secret!r}", repr(secret)).replace(
        "{home!r}", repr(str(home))
    )
    free_bytes = shutil.disk_usage(home).free
    report = run(sandbox, program, replace(LIMITS, **hostile.limits))
    assert hostile.end == report.end, report.detail
    assert b"" == report.output
    assert report.detail or report.end in (
        End.NO_OUTPUT,
        End.SYMLINK,
        End.OUTPUT_KIND,
        End.OUTPUT_SIZE,
    )
    assert MARK not in report.detail
    assert report.wall_s < 15
    assert shutil.disk_usage(home).free > free_bytes - 50_000_000, "the disk is not back"
    assert MARK == Path(secret).read_text()


def test_a_job_turns_its_input_into_its_output(sandbox):
    """An honest job reads its input, writes its output, and what it used is told."""
    program = "open('output', 'wb').write(open('input', 'rb').read()[::-1])"
    report = run(sandbox, program, given=b"abc\x00")
    assert (End.DONE, b"\x00cba") == (report.end, report.output)
    assert 0 < report.cpu_s < 5 and 0 < report.wall_s < 5


def test_a_job_sees_nothing_of_the_machine(sandbox, home, tmp_path):
    """No file of the provider's, no process, no environment, no open file, no right to write."""
    (tmp_path / "beside").write_text(MARK)
    inherited = os.open(home / "keystore" / "key.json", os.O_RDONLY)
    os.set_inheritable(inherited, True)
    os.environ["KUMIAI_TEST_SECRET"] = MARK
    program = f"""
import os, sys
found = []
left_out = '/proc', '/usr', '/dev', '/space', {str(home)!r}
for place, names, files in os.walk('/'):
    names[:] = [name for name in names if os.path.join(place, name) not in left_out]
    found += [os.path.join(place, name) for name in files if name in ('key.json', 'beside')]
processes = [name for name in os.listdir('/proc') if name.isdigit()]
places = ('/', '/usr', '/etc', '/space', '/errors', sys.prefix)
writable = [place for place in places if os.access(place, os.W_OK)]
opened = [os.readlink(f'/proc/self/fd/{{n}}') for n in os.listdir('/proc/self/fd') if int(n) > 2
          and os.path.exists(f'/proc/self/fd/{{n}}')]
ids = os.getuid(), os.getgid(), os.getgroups()
open('output', 'w').write(repr((found, processes, dict(os.environ), writable, opened, ids)))
"""
    try:
        report = run(sandbox, program)
    finally:
        os.close(inherited)
        del os.environ["KUMIAI_TEST_SECRET"]
    assert End.DONE == report.end, report.detail
    found, processes, environment, writable, opened, ids = ast.literal_eval(report.output.decode())
    assert [] == found
    assert 2 == len(processes), "process 1 and the job"
    assert MARK not in str(environment)
    assert [] == writable
    assert [] == [path for path in opened if "key.json" in path]
    assert 0 not in ids[:2] and [] == ids[2]


@pytest.mark.parametrize(
    "attempt",
    [
        "import ctypes; assert ctypes.CDLL(None).unshare(0x10000000) == 0",
        "import os; os.memfd_create('hidden')",
        "import os; os.setuid(0)",
        "import os; open('/proc/1/environ').read()",
        "import os; os.chroot('/tmp')",
        "open('/job/program', 'w')",
    ],
)
def test_a_job_gains_no_rights(sandbox, attempt):
    """Namespaces, hidden memory, other users, process 1 and its own program are out of reach."""
    report = run(sandbox, f"{attempt}\nopen('output', 'w').write('gained')")
    assert End.FAILED == report.end


def test_a_job_has_the_signals_that_programs_expect(sandbox):
    """A pipeline ends when its reader does, and nothing is ignored that a provider ignores."""
    work = Work(b"#!/bin/sh\ncat /proc/self/status > output\n", b"", (PROGRAM,))
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as `nohup` leaves it
    try:
        shown = sandbox.run(work, LIMITS).output.decode()
    finally:
        signal.signal(signal.SIGHUP, before)
    ignored = int(next(line for line in shown.splitlines() if "SigIgn" in line).split()[1], 16)
    # The C library keeps signals 32 and 33 for itself: no program sets or asks for them.
    assert [] == [number for number in signal.valid_signals() if ignored >> (number - 1) & 1]


def test_processes_of_a_job_reach_one_another(sandbox):
    """The loopback interface of a room is its own, and up."""
    program = (
        "import socket\ns = socket.create_server(('127.0.0.1', 0))\n"
        "socket.create_connection(s.getsockname())\nopen('output', 'w').write('met')"
    )
    assert b"met" == run(sandbox, program).output


def test_a_job_dies_with_its_provider(tmp_path):
    """Where the provider is killed, its jobs end at once."""
    script = (
        "import sys; from pathlib import Path\n"
        "from agents.provider.sandbox.sandbox import Sandbox\n"
        "from agents.provider.sandbox.work import *\n"
        "work = Work(b'import time; time.sleep(60)', b'', tuple(sys.argv[2:]))\n"
        "Sandbox(Path(sys.argv[1]), ()).run(work, Limits())"
    )
    provider = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path / "rooms"), *PYTHON],
        env={"PYTHONPATH": str(ROOT), "PATH": os.defpath},
    )
    deadline = time.monotonic() + 20
    while not sleeping() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert sleeping(), "the job runs"
    provider.kill()
    provider.wait(timeout=10)
    while sleeping() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert [] == sleeping()


def sleeping() -> list[str]:
    """Return the processes that run a program of a room."""
    return [
        entry.name for entry in Path("/proc").iterdir() if entry.name.isdigit() and is_job(entry)
    ]


def is_job(process: Path) -> bool:
    """Whether a process runs a room's program."""
    try:
        return b"\0-I\0" + PROGRAM.encode() in (process / "cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_a_sandbox_that_is_closed_ends_its_jobs(sandbox):
    """Who stops need not wait for what runs, and nothing is begun any more."""
    assert sandbox.check() is None
    with ThreadPoolExecutor() as threads:
        running = threads.submit(run, sandbox, "import time; time.sleep(60)", Limits(wall_s=60))
        deadline = time.monotonic() + 20
        while not sleeping() and time.monotonic() < deadline:
            time.sleep(0.02)
        sandbox.close()
        assert End.LOST == running.result(timeout=5).end
    assert End.LOST == run(sandbox, "import time; time.sleep(60)").end


def test_a_secret_among_programs_is_refused(tmp_path):
    """A provider whose keys lie where jobs may read is told so before any job runs."""
    with pytest.raises(SecretShown, match="move it"):
        Sandbox(tmp_path, (Path("/usr/share/keys"),))


def test_a_machine_without_rooms_is_told_what_it_takes(tmp_path, monkeypatch):
    """Where namespaces are forbidden no job runs, and the error says what is needed."""
    monkeypatch.setattr(
        "agents.provider.sandbox.sandbox.MODULE", "tests.agents.provider.sandbox.refusing"
    )
    with pytest.raises(SandboxUnavailable, match="run the provider as root") as refused:
        run(Sandbox(tmp_path, ()), "pass")
    assert NEEDED in str(refused.value)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become nobody")
@pytest.mark.skipif(not SYSTEM_PYTHON.exists(), reason="needs a Python that everybody may run")
def test_a_provider_need_not_be_root():
    """Whoever may make user namespaces can run jobs, without any other right."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        shutil.copytree(ROOT / "agents", place / "agents")
        script = (
            "from pathlib import Path\n"
            "from agents.provider.sandbox.sandbox import Sandbox\n"
            "from agents.provider.sandbox.work import *\n"
            f"command = ({str(SYSTEM_PYTHON)!r}, '-I', PROGRAM)\n"
            "good = b'open(\\'output\\', \\'w\\').write(\\'ok\\')'\n"
            "for program in (good, b'import os\\nwhile 1: os.fork()'):\n"
            "    print(Sandbox(Path('rooms'), ()).run(Work(program, b'', command), Limits()).end)"
        )
        for path in (place, *place.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
        done = subprocess.run(
            [
                "setpriv",
                f"--reuid={NOBODY}",
                f"--regid={NOBODY}",
                "--clear-groups",
                SYSTEM_PYTHON,
                "-c",
                script,
            ],
            cwd=place,
            env={"PYTHONPATH": name, "PATH": os.defpath},
            capture_output=True,
            text=True,
            timeout=60,
        )
        if "unshare" in done.stderr:
            pytest.skip(f"this machine lets only root make namespaces: {done.stderr[-200:]}")
        assert ["done", "too many processes"] == done.stdout.splitlines(), done.stderr
