"""A fresh reader: a wheel, an empty folder, a Python of the machine, and docs/quickstart.md."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.terminals import PROGRAMS, Reader
from tests.e2e.devnet import ROOT

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(600)]
LEFT_OUT = shutil.ignore_patterns(".venv*", ".git", ".kumiai", "node_modules", "build", "dist")


def run(*command: str, cwd: Path) -> None:
    """Run a command; fail with what it printed."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert 0 == done.returncode, f"{command}: {done.stdout[-2000:]}{done.stderr[-2000:]}"


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel of this tree and of all that it needs: the reader's package index."""
    place = tmp_path_factory.mktemp("index")
    source, wheels = place / "source", place / "wheels"
    shutil.copytree(ROOT, source, ignore=LEFT_OUT)
    pip = (sys.executable, "-m", "pip", "wheel", "-q", "-w", str(wheels))
    run(*pip, "--no-deps", "--no-build-isolation", ".", cwd=source)
    (own,) = wheels.glob("kumiai-*.whl")
    run(*pip, str(own), cwd=place)
    return wheels


def test_a_fresh_reader_gets_to_the_vote(packages, tmp_path):
    """From `pip install` to the second fee, each line as the page shows it, outside the tree."""
    desk = tmp_path / "desk"
    desk.mkdir()
    (own,) = packages.glob("kumiai-*.whl")
    shutil.copy(own, desk)
    python = Path(sys.base_prefix) / "bin"
    index = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(packages)}
    with Reader(desk, {"PATH": f"{python}:{PROGRAMS}", **index}) as reader:
        reader.follow(ROOT / "docs" / "quickstart.md")
