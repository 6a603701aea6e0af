"""The image: linted, built line by line without an engine, and run as one would run it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.deploy.dockerfile import DOCKERFILE, copy_context, stages, values, words
from tests.deploy.linters import lint, refused
from tests.deploy.rooms import NOBODY, Room, give_to, need_rooms, running
from tests.deploy.tenants import listening, made_home
from tests.e2e.devnet import ROOT

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(400)]
BUILD, RUN = stages(DOCKERFILE.read_text())
COMMIT = "0123456789abcdef0123456789abcdef01234567"


def test_hadolint_is_content(tmp_path: Path):
    """And is awake."""
    assert "" == lint("hadolint", "--failure-threshold", "style", DOCKERFILE)
    wrong = tmp_path / "Dockerfile"
    wrong.write_text("FROM debian\nRUN cd /tmp && sudo apt-get install python3\n")
    refused("hadolint", [wrong], "DL3004")


def test_what_runs_is_nobodys_and_can_be_read_only():
    """A fixed user without a shell, one place to write, one signal, a health check of our own."""
    assert ["26656:26656"] == values(RUN, "USER")
    (made,) = values(RUN, "RUN")
    assert "--uid 26656" in made
    assert "nologin" in made
    assert [["/var/lib/kumiai"]] == [words(value) for value in values(RUN, "VOLUME")]
    assert (["SIGTERM"], ["kumiai"], ["start"]) == (
        values(RUN, "STOPSIGNAL"), words(*values(RUN, "ENTRYPOINT")), words(*values(RUN, "CMD"))
    )  # fmt: skip
    (check,) = values(RUN, "HEALTHCHECK")
    assert ["kumiai", "status", "--json"] == words(check[check.index("CMD ") + 4 :])


def test_nothing_secret_is_in_a_layer(tmp_path: Path):
    """The context has no home, no keys and no tests; no instruction takes a secret."""
    decoys = [ROOT / ".kumiai", ROOT / "validator.key.tmp"]
    assert not any(path.exists() for path in decoys), "a stray home lies in the checkout"
    decoys[1].write_text("0x" + "11" * 32)
    try:
        copy_context(tmp_path / "context")
    finally:
        decoys[1].unlink()
    names = {path.name for path in (tmp_path / "context").iterdir()}
    assert {"chain", "cli", "requirements.lock", "pyproject.toml", "release"} <= names
    assert not {"tests", ".git", ".kumiai", ".venv", "validator.key.tmp"} & names
    text = DOCKERFILE.read_text()
    assert not re.search(r"(?i)passphrase|secret|private_key|token", text)
    assert ['COMMIT=""'] == values(BUILD, "ARG")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the first stage makes: its lines run one after the other, /opt and /source moved."""
    place = tmp_path_factory.mktemp("image")
    copy_context(place / "source")
    (place / "opt").mkdir()
    python = Path(sys.base_prefix) / "bin/python3"
    (place / "bin").mkdir()
    (place / "bin/python").symlink_to(python)
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL"))}
    environment |= {"PATH": f"{place}/bin:{os.environ['PATH']}", "COMMIT": COMMIT}
    (shell,) = values(BUILD, "SHELL")
    for line in values(BUILD, "RUN"):
        line = line.replace("/opt/", f"{place}/opt/")
        done = subprocess.run(
            [*words(shell), line], cwd=place / "source", env=environment, capture_output=True,
            text=True, timeout=300, check=False,
        )  # fmt: skip
        assert 0 == done.returncode, done.stdout[-2000:] + done.stderr[-3000:]
    return place


def test_the_first_stages_lines_make_a_whole_program(built: Path):
    """Of the locked packages alone, in nothing that wants another; it says its commit."""
    told = subprocess.run(
        [built / "opt/kumiai/bin/kumiai", "version"], cwd=built, capture_output=True, text=True,
        timeout=60, check=True,
    ).stdout  # fmt: skip
    assert f"(commit {COMMIT[:12]}," in told
    packages = {path.name for path in built.glob("opt/kumiai/lib/python3*/site-packages/*")}
    assert {"textual", "eth", "cli", "rpc"} <= packages
    assert not {"pytest", "ray", "mypy", "tests"} & packages


def test_it_runs_as_an_engine_would_run_it(built: Path, tmp_path: Path):
    """As process 1 without an init, its root read-only, as nobody: healthy, ended by a signal."""
    need_rooms()
    home, scratch = made_home(tmp_path / "home"), tmp_path / "scratch"
    give_to(home)
    room = Room({"/var/lib/kumiai": home}, shown=[built / "opt", built / "bin"], user=NOBODY)
    environment = {
        "KUMIAI_HOME": "/var/lib/kumiai",
        "PATH": f"{built}/opt/kumiai/bin:/usr/bin:/bin",
    }
    command = [*words(*values(RUN, "ENTRYPOINT")), *words(*values(RUN, "CMD"))]
    command[0] = str(built / "opt/kumiai/bin" / command[0])
    before = snapshot(built / "opt")
    with running(room, command, scratch, environment) as tenant:
        listening(home, tenant)
        check = inside(tenant.process.pid, [command[0], "status", "--json"], environment)
        assert 0 == check.returncode, check.stderr
        written = inside(tenant.process.pid, ["touch", "/etc/x", "/opt/x"], environment)
        assert 0 != written.returncode
        assert tenant.terminate(30) < 15
    assert before == snapshot(built / "opt")


def inside(
    room: int, command: list[str], environment: dict[str, str]
) -> "subprocess.CompletedProcess[str]":
    """Run a command in a room that is running, as an engine runs a health check."""
    (first,) = Path(f"/proc/{room}/task/{room}/children").read_text().split()
    enter = ["nsenter", "--target", first, "--mount", "--pid", "--root", "--wd=/"]
    user = ["setpriv", "--reuid", str(NOBODY), "--regid", str(NOBODY), "--clear-groups", "--"]
    return subprocess.run([*enter, *user, *command], env=environment, capture_output=True,
                          text=True, timeout=60, check=False)  # fmt: skip


def snapshot(place: Path) -> dict[str, tuple[int, int]]:
    """Every file's size and time."""
    return {
        str(path): (path.lstat().st_size, path.lstat().st_mtime_ns)
        for path in place.rglob("*")
        if not path.is_dir()
    }


def test_bases_are_named_by_tag_and_can_be_pinned():
    """Arguments before the first stage, which both stages use; none is `latest`."""
    text = DOCKERFILE.read_text()
    bases = dict(re.findall(r"(?m)^ARG (\w+_IMAGE)=(\S+)$", text))
    assert {"BUILD_IMAGE", "RUN_IMAGE"} == bases.keys()
    assert all(re.search(r":3\.11-", image) for image in bases.values())
    assert ["${BUILD_IMAGE} AS build"] == values(BUILD, "FROM")
    assert ["${RUN_IMAGE}"] == values(RUN, "FROM")
