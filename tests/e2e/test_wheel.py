"""The wheel, installed away from the checkout, is a whole node."""

import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.e2e.devnet import ROOT, wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(600)]


def run(*command: str, cwd: Path) -> None:
    """Run a command; fail with what it printed."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert 0 == done.returncode, f"{command}: {done.stdout[-2000:]}{done.stderr[-2000:]}"


def test_a_node_starts_from_the_wheel(tmp_path):
    """Built, installed in a clean environment and run from elsewhere, it makes blocks."""
    source = tmp_path / "source"
    shutil.copytree(
        ROOT, source, ignore=shutil.ignore_patterns(".venv*", ".git", ".kumiai", "node_modules")
    )
    run(
        *(sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-q"),
        *("-w", str(tmp_path), "."),
        cwd=source,
    )
    wheel = next(tmp_path.glob("kumiai-*.whl"))
    carries_protos(wheel)
    clean = tmp_path / "clean"
    venv.create(clean, with_pip=True)
    python = str(clean / "bin" / "python")
    # The lock is whole, so pip resolves nothing: an extra it meets would ask for the newest.
    requirements = ("--require-hashes", "--no-deps", "-r", str(ROOT / "requirements.lock"))
    run(python, "-m", "pip", "install", "-q", *requirements, cwd=tmp_path)
    run(python, "-m", "pip", "install", "-q", "--no-deps", str(wheel), cwd=tmp_path)
    home = tmp_path / "home"
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    command = [str(clean / "bin" / "kumiai"), "devnet", "--home", str(home)]
    with subprocess.Popen(
        [*command, "--rpc-port", "0", "--grpc-port", "0"],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.DEVNULL,
    ) as node:
        try:
            wait_until(lambda: (home / "node.json").exists(), 60)
            wait_until(lambda: height_of(clean, home, tmp_path) >= 3, 60, 0.5)
        finally:
            node.terminate()


def carries_protos(wheel: Path) -> None:
    """Clients find stubs and the files that they were made of in the package."""
    names = set(zipfile.ZipFile(wheel).namelist())
    protos = sorted((ROOT / "proto").rglob("*.proto"))
    assert len(protos) > 20
    for path in protos:
        assert f"rpc/wire/{path.relative_to(ROOT).as_posix()}" in names
        assert {f"rpc/wire/{path.stem}_pb2.py", f"rpc/wire/{path.stem}_pb2.pyi"} <= names


def height_of(clean: Path, home: Path, cwd: Path) -> int:
    """Ask the installed command line for the node's height."""
    status = subprocess.run(
        [str(clean / "bin" / "kumiai"), "status", "--home", str(home), "--json"],
        capture_output=True,
        cwd=cwd,
        check=False,
    )
    return int(json.loads(status.stdout)["height"]) if status.returncode == 0 else 0
