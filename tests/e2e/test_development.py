"""
The development methods beside anvil's: one script, both nodes, the same answers.

    make npm-tools      (without it these tests are skipped)
"""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.e2e.development_script import play
from tests.e2e.devnet import Devnet
from tests.npm.anvil import binary
from tests.ports import free_port

pytestmark = [pytest.mark.e2e, pytest.mark.npm, pytest.mark.timeout(180)]
START_S = 30.0
# What differs from anvil, and why it stays so.
DIFFERENCES = {
    "hardhat_mine": "answers true, as Hardhat does",
    "their hardhat times": "Hardhat's first block comes at once, anvil's after an interval",
    "no step in time": "a time that is set must be after the newest block's",
    "a silent revert": "gas that cannot be estimated is not made up: geth's and Hardhat's answer",
}


def ask_at(url: str) -> Any:
    """Return what sends one request to a node and returns its whole answer."""
    session = requests.Session()
    session.trust_env = False

    def ask(method: str, *params: Any) -> Any:
        body = {"jsonrpc": "2.0", "id": 1, "method": method, "params": list(params)}
        return session.post(url, json=body, timeout=60).json()

    return ask


@contextmanager
def anvil(home: Path) -> Iterator[Any]:
    """Run anvil on a free port, without a way out of this machine."""
    port = free_port()
    process = subprocess.Popen(
        [str(binary()), "--port", str(port), "--silent"],
        env={"PATH": os.environ["PATH"], "HOME": str(home), "FOUNDRY_OFFLINE": "true"},
    )
    try:
        ask = ask_at(f"http://127.0.0.1:{port}")
        _wait_for(ask)
        yield ask
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_for(ask: Any) -> None:
    deadline = time.monotonic() + START_S
    while True:
        try:
            ask("eth_chainId")
            return
        except requests.ConnectionError:
            assert time.monotonic() < deadline, "anvil does not answer"
            time.sleep(0.1)


def test_a_devnet_answers_as_anvil_does(tmp_path: Path) -> None:
    """Every answer of the script is anvil's, but for what is listed with its reason."""
    with anvil(tmp_path) as ask:
        theirs = play(ask)
    with Devnet(tmp_path / "home", "--on-demand") as devnet:
        ours = play(ask_at(devnet.endpoints["rpc"]))
    assert ours.keys() == theirs.keys()
    differing = {name: (ours[name], theirs[name]) for name in ours if ours[name] != theirs[name]}
    assert DIFFERENCES.keys() == differing.keys(), differing
