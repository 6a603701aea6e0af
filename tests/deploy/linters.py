"""Where the linters of deploy/ are; a test whose linter is missing says how to get it."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.e2e.devnet import ROOT

ENVIRONMENT = ROOT / ".venv-deploy"
OF_DEBIAN = {"promtool": "prometheus", "systemd-analyze": "systemd", "systemd-sysusers": "systemd"}


def linter(name: str) -> str:
    """Return the program's path; skip, or fail where KUMIAI_LINTERS says that all are there."""
    own = ENVIRONMENT / "bin" / name
    found = str(own) if own.exists() else shutil.which(name) if name in OF_DEBIAN else None
    if found is not None:
        return found
    package = OF_DEBIAN.get(name)
    how = f"apt-get install {package}" if package else "make deploy-tools"
    if os.environ.get("KUMIAI_LINTERS"):
        pytest.fail(f"{name} is missing: {how}")
    pytest.skip(f"{name} is missing: {how}")


def lint(name: str, *words: str | Path, cwd: Path = ROOT) -> str:
    """Run a linter; fail with what it says where it is not content; return what it printed."""
    command = [linter(name), *map(str, words)]
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, timeout=100, check=False
    )
    assert 0 == done.returncode, f"{name}: {done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def refused(name: str, words: Sequence[str | Path], said: str) -> None:
    """Hold that a linter does refuse something, in these words: it is awake."""
    command = [linter(name), *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
    assert 0 != done.returncode, f"{name} let it pass"
    assert said in done.stdout + done.stderr
