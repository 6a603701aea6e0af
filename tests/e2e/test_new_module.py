"""
What `kumiai module new` writes passes every check of the house untouched.

    a copy of the checkout --module new--> three modules --> format, lint, types, contracts,
                                                             renderings, tests over every module
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.scaffold.checkouts import copy_of_checkout
from tests.e2e.devnet import ENVIRONMENT

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(600)]
NAMES = ("q", "draw10", "abcdefgh_ijklmno_pqrstuv")  # the shortest, one with a number, the longest
BIN = Path(sys.executable).parent
OVER_EVERY_MODULE = (
    "tests/test_house.py",
    "tests/modules/test_pages.py",
    "tests/modules/test_provoked.py",
    "tests/modules/test_on_chain.py::test_module_addresses_are_a_promise",
    "tests/properties/test_modules_on_chain.py",
)


def run(root: Path, *command: str) -> str:
    """Run a program in the copy; fail with all that it said."""
    environment = {**ENVIRONMENT, "PYTHONPATH": str(root)}
    environment["PATH"] = os.pathsep.join([str(BIN), os.environ["PATH"]])
    done = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, timeout=500, check=False
    )
    assert 0 == done.returncode, f"{' '.join(command)}: {done.stdout[-3000:]}{done.stderr[-3000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this checkout with three modules more."""
    root = copy_of_checkout(tmp_path_factory.mktemp("grown"))
    for name in NAMES:
        answer = json.loads(run(root, sys.executable, "-m", "cli", "module", "new", name, "--json"))
        assert all((root / path).exists() for path in (*answer["new"], *answer["rendered"]))
    return root


@pytest.mark.parametrize(
    "command",
    [
        ("ruff", "format", "--check", "."),
        ("ruff", "check", "."),
        ("mypy",),
        ("lint-imports", "--no-cache"),
        (sys.executable, "-m", "cli.render", "--check"),
        ("codespell",),
        (sys.executable, "-m", "pytest", "-q", *(f"tests/modules/{name}" for name in NAMES)),
        (sys.executable, "-m", "pytest", "-q", *OVER_EVERY_MODULE),
    ],
    ids=["format", "lint", "types", "imports", "renderings", "spelling", "own", "house"],
)
def test_new_modules_pass_every_check(grown: Path, command: tuple[str, ...]) -> None:
    """Nobody begins by mending what was generated."""
    run(grown, *command)


def test_another_of_that_name_is_refused(grown: Path) -> None:
    """A second run neither overwrites nor half-writes anything."""
    before = (grown / "modules/__init__.py").read_text()
    with pytest.raises(AssertionError, match="choose another name"):
        run(grown, sys.executable, "-m", "cli", "module", "new", NAMES[0])
    assert before == (grown / "modules/__init__.py").read_text()
