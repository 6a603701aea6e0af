"""
A Hardhat 3 project, unchanged, against a devnet.

    make npm-tools      (without it this test is skipped)

Its compiler is npm's solc, so that Hardhat looks for none; it sends no telemetry, and whatever it
does not send to this machine goes to a proxy that is not there.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.e2e.devnet import Devnet
from tests.npm.packages import HERE, node_program, npm_package

pytestmark = [pytest.mark.e2e, pytest.mark.npm, pytest.mark.timeout(240)]
NODE_MAJOR = 22  # what Hardhat 3 runs on
RUN_S = 150  # seconds the whole project may take
NO_PROXY_THERE = "http://127.0.0.1:9"  # the port of "discard": nobody listens
VERSION = "anvil/v1.0.0 (kumiai)"  # the helpers send to no node whose name they do not know


def test_a_hardhat_project_deploys_and_tests(tmp_path: Path) -> None:
    """Fixtures, time, impersonation, edits and snapshots do what its helpers promise."""
    cli = npm_package("hardhat") / "dist" / "src" / "cli.js"
    if not list(npm_package("@nomicfoundation").glob("edr-*")):
        pytest.skip("Hardhat's native part is missing: see tests/npm/packages.py")
    node, project = node_program(NODE_MAJOR), tmp_path / "project"
    shutil.copytree(HERE / "hardhat", project, ignore=shutil.ignore_patterns("artifacts", "cache"))
    (project / "node_modules").symlink_to(HERE / "node_modules")
    with Devnet(tmp_path / "home", "--client-version", VERSION) as devnet:
        done = subprocess.run(
            [node, str(cli), "run", "project.js", "--network", "devnet"],
            cwd=project,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(tmp_path),
                "CI": "true",
                "HARDHAT_DISABLE_TELEMETRY": "true",
                "DEVNET_URL": devnet.endpoints["rpc"],
                "NO_PROXY": "127.0.0.1",
                **dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), NO_PROXY_THERE),
            },
            capture_output=True,
            text=True,
            timeout=RUN_S,
            check=False,
        )
    assert done.returncode == 0, done.stdout + done.stderr
    assert 7 == len(json.loads(done.stdout.splitlines()[-1]))
