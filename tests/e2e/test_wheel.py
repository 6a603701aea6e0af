"""The wheel, installed away from the checkout, is all that a user needs."""

import json
import os
import pty
import select
import shutil
import subprocess
import sys
import time
import urllib.request
import venv
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from release.requirements import for_pip, read_part
from tests.e2e.devnet import ROOT, wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(600)]
LEFT_OUT = shutil.ignore_patterns(".venv*", ".git", ".kumiai", "node_modules", "__pycache__")
START_S = 90.0
FIRST_PAGE = "rpc/explorer/pages/index.html"


@dataclass(frozen=True)
class Installed:
    """An environment with the wheel and what it needs, and nothing of the checkout."""

    place: Path
    wheel: Path

    @property
    def kumiai(self) -> str:
        """The program."""
        return str(self.place / "clean/bin/kumiai")

    @property
    def environment(self) -> dict[str, str]:
        """Variables without a way back to the checkout."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL"))}
        return kept | {"KUMIAI_PASSPHRASE": "", "NO_COLOR": "1"}

    def run(self, *words: str) -> str:
        """Run a command; fail with what it printed."""
        return run(self.kumiai, *words, cwd=self.place, environment=self.environment)

    def start(self, log: str, *words: str) -> "subprocess.Popen[bytes]":
        """Start a command whose output goes to a file."""
        with (self.place / log).open("wb") as output:
            return subprocess.Popen(
                [self.kumiai, *words], cwd=self.place, env=self.environment, stdout=output,
                stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
            )  # fmt: skip


def run(*command: str, cwd: Path, environment: dict[str, str] | None = None) -> str:
    """Run a command and return what it printed; fail with it where the command failed."""
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert 0 == done.returncode, f"{command}: {done.stdout[-2000:]}{done.stderr[-2000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Build the wheel and install it in an empty environment, with its locked needs alone."""
    place = tmp_path_factory.mktemp("away")
    shutil.copytree(ROOT, place / "source", ignore=LEFT_OUT)
    pip = ("-m", "pip", "--quiet", "--disable-pip-version-check")
    build = ("wheel", "--no-deps", "--no-build-isolation", "-w", str(place), ".")
    run(sys.executable, *pip, *build, cwd=place / "source")
    shutil.rmtree(place / "source")
    wheel = next(place.glob("kumiai-*.whl"))
    venv.create(place / "clean", with_pip=True)
    python = str(place / "clean/bin/python")
    needs = place / "runtime.txt"
    needs.write_text(for_pip(read_part("runtime")))
    # The part is whole, so pip resolves nothing: an extra it meets would ask for the newest.
    run(python, *pip, "install", "--require-hashes", "--no-deps", "-r", str(needs), cwd=place)
    run(python, *pip, "install", "--no-deps", str(wheel), cwd=place)
    return Installed(place, wheel)


@pytest.fixture(scope="module")
def home(installed: Installed) -> Iterator[Path]:
    """The home of a devnet that the installed program runs."""
    home = installed.place / "home"
    ports = ("--rpc-port", "0", "--grpc-port", "0")
    with installed.start("devnet.log", "devnet", "--home", str(home), *ports) as node:
        try:
            wait_until((home / "node.json").exists, START_S)
            wait_until(lambda: height_of(installed, home) >= 2, START_S, 0.5)
            yield home
        finally:
            node.terminate()
            node.wait(timeout=60)


def height_of(installed: Installed, home: Path) -> int:
    """Ask the installed command line for the node's height."""
    return int(json.loads(installed.run("status", "--home", str(home), "--json"))["height"])


def url_of(home: Path) -> str:
    """Where the devnet serves JSON-RPC."""
    return str(json.loads((home / "node.json").read_text())["rpc"])


def test_nothing_that_it_needs_is_missing_or_of_a_developer(installed: Installed):
    """`pip check` is content; no test tool was installed beside it."""
    python = str(installed.place / "clean/bin/python")
    run(python, "-m", "pip", "check", cwd=installed.place)
    listed = json.loads(run(python, "-m", "pip", "list", "--format=json", cwd=installed.place))
    names = {item["name"].lower() for item in listed}
    assert {"kumiai", "textual", "py-evm"} <= names
    assert not {"pytest", "ray", "mypy", "hypothesis"} & names
    origin = run(python, "-I", "-c", "import cli; print(cli.__file__)", cwd=installed.place).strip()
    assert Path(origin).is_relative_to(installed.place / "clean")


def test_it_carries_protos(installed: Installed):
    """Clients find stubs and the files that they were made of in the package."""
    names = set(zipfile.ZipFile(installed.wheel).namelist())
    protos = sorted((ROOT / "proto").rglob("*.proto"))
    assert len(protos) > 20
    for path in protos:
        assert f"rpc/wire/{path.relative_to(ROOT).as_posix()}" in names
        assert {f"rpc/wire/{path.stem}_pb2.py", f"rpc/wire/{path.stem}_pb2.pyi"} <= names


def test_a_node_makes_blocks(installed: Installed, home: Path):
    """A devnet in one command, asked by the same program."""
    before = height_of(installed, home)
    wait_until(lambda: height_of(installed, home) > before, START_S, 0.5)


@pytest.mark.parametrize(
    ("agent", "ports", "said"),
    [
        ("provider", ("--page-port", "0"), '"running"'),
        ("gateway", ("--port", "0", "--metrics-port", "0"), '"serving"'),
        ("keeper", (), "{"),
    ],
)
def test_an_agent_starts_beside_it(
    installed: Installed, home: Path, agent: str, ports: Sequence[str], said: str
):
    """From what its `init` writes, with a key of the devnet's; it says what it does and ends."""
    place = ("--home", str(home), "--dir", str(installed.place / agent))
    installed.run(agent, "init", *place)
    log = f"{agent}.log"
    key = {"provider": "dev1", "gateway": "dev2", "keeper": "dev3"}[agent]
    with installed.start(log, agent, "run", "--from", key, "--json", *place, *ports) as process:
        output = installed.place / log
        try:
            wait_until(lambda: said in output.read_text() or process.poll() is not None, START_S)
            assert process.poll() is None, output.read_text()[-3000:]
        finally:
            process.terminate()
            status = process.wait(timeout=60)
    assert 0 == status, output.read_text()[-3000:]


def test_the_explorer_is_at_the_nodes_port(installed: Installed, home: Path):
    """Its page is in the wheel, and a browser gets it at /."""
    explorer = FIRST_PAGE in zipfile.ZipFile(installed.wheel).namelist()
    assert explorer, f"the wheel lacks {FIRST_PAGE}: run `make explorer` before building it"
    with urllib.request.urlopen(f"{url_of(home)}/", timeout=30) as answer:
        assert answer.headers["Content-Type"].startswith("text/html")
        assert b"<html" in answer.read().lower()


def test_top_looks_at_it(installed: Installed, home: Path):
    """Once for programs, and as a screen of 80 by 24 that `q` closes."""
    found = json.loads(installed.run("top", "--home", str(home), "--once", "--json"))
    assert found["height"] >= 2
    assert 1 == found["block"]["validators"]
    screen, status = on_a_terminal(installed, "top", "--home", str(home))
    assert 0 == status, screen[-2000:]
    assert "mempool" in screen
    assert "live" in screen


def on_a_terminal(installed: Installed, *words: str) -> tuple[str, int]:
    """Run a command on a terminal of its own, press q once it shows a block; what it drew."""
    environment = installed.environment | {"TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"}
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [installed.kumiai, *words], cwd=installed.place, env=environment, stdin=follower,
        stdout=follower, stderr=follower, close_fds=True,
    )  # fmt: skip
    os.close(follower)
    drawn, pressed, until_s = b"", False, time.monotonic() + START_S
    while time.monotonic() < until_s:
        if select.select([leader], [], [], 0.2)[0]:
            try:
                drawn += os.read(leader, 65_536)
            except OSError:  # the terminal's other end is closed
                break
        if not pressed and b"live" in drawn:
            os.write(leader, b"q")
            pressed = True
        if process.poll() is not None:
            break
    process.kill() if process.poll() is None else None
    status = process.wait(timeout=30)
    os.close(leader)
    return drawn.decode("utf-8", "replace"), status
