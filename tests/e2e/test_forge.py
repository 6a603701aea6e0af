"""
A Foundry project, unchanged: `forge script --broadcast`, then `forge test` on what it left.

    make npm-tools      (without it this test is skipped)

The compiler is npm's solc behind a script of the project, so that forge looks for none; whatever
it does not send to this machine goes to a proxy that is not there.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from eth_utils import keccak, to_checksum_address

from tests.e2e.devnet import Devnet
from tests.e2e.stage import dev
from tests.npm.packages import HERE, npm_package

pytestmark = [pytest.mark.e2e, pytest.mark.npm, pytest.mark.timeout(240)]
RUN_S = 90  # seconds one run of forge may take
NO_PROXY_THERE = "http://127.0.0.1:9"  # the port of "discard": nobody listens
PAYEE = to_checksum_address("0x" + "beef".zfill(40))
COUNT = "0x" + keccak(text="count()").hex()[:8]
Forge = Callable[..., str]


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    """Run forge in a copy of the project and return what it prints."""
    programs = sorted(npm_package("@foundry-rs").glob("forge-*/bin/forge"))
    npm_package("solc")
    if not programs:
        pytest.skip("npm has no forge for this system")
    project = tmp_path / "project"
    shutil.copytree(HERE / "forge", project)
    (project / "node_modules").symlink_to(HERE / "node_modules")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "FOUNDRY_OFFLINE": "true",
        "NO_PROXY": "127.0.0.1",
        **dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), NO_PROXY_THERE),
        "NO_COLOR": "1",
    }

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [programs[0], *arguments],
            cwd=project,
            env=environment,
            capture_output=True,
            text=True,
            timeout=RUN_S,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


def test_a_foundry_project_deploys_and_tests(tmp_path: Path, forge: Forge) -> None:
    """Both counters stand where forge said they would, and a fork of the chain shows them."""
    with Devnet(tmp_path / "home") as devnet:
        url, web3 = devnet.endpoints["rpc"], devnet.web3
        sender = ("--private-key", "0x" + dev(0).key.hex(), "--rpc-url", url)
        forge("script", "script/Deploy.s.sol:Deploy", *sender, "--broadcast")
        ran = tmp_path / "project" / "broadcast" / "Deploy.s.sol" / "31337" / "run-latest.json"
        found: dict[str, Any] = json.loads(ran.read_text())
        assert ["0x1"] * 5 == [receipt["status"] for receipt in found["receipts"]]
        kinds = [transaction["transactionType"] for transaction in found["transactions"]]
        assert ["CREATE", "CREATE2", "CALL", "CALL", "CALL"] == kinds
        plain, salted = (item["contractAddress"] for item in found["transactions"][:2])
        for address, count in ((plain, 2), (salted, 40)):
            call: Any = {"to": to_checksum_address(address), "data": COUNT}
            assert count == int(web3.eth.call(call).hex(), 16)
        assert 5 == web3.eth.get_balance(PAYEE)
        assert "1 passed; 0 failed" in forge("test", "--fork-url", url)
        assert 5 == web3.eth.get_balance(PAYEE), "a fork writes nothing"
