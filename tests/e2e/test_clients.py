"""
web3.py, ethers and viem beside anvil: one script a client, both nodes, the same answers.

    make npm-tools      (without it these tests are skipped)

What differs is listed with its reason: a difference that is not listed fails, and so does a
listed one that is gone.
"""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from cli.devnet import CHAIN_ID_DEFAULT, dev_accounts
from tests.e2e.clients.expected import DIFFERENCES, REFUSED
from tests.e2e.clients.web3_script import play
from tests.e2e.contracts.artefacts import load
from tests.e2e.devnet import Devnet
from tests.npm.anvil import Anvil
from tests.npm.packages import npm_package

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.npm, pytest.mark.timeout(240)]
HERE = Path(__file__).parent / "clients"
STEPS_MIN = 60
SCRIPT_S = 100


def order_for(http: str, ws: str, account: int) -> dict[str, Any]:
    """What a script has to know of a node."""
    artefact = load("Counter")
    accounts = dev_accounts()
    return {
        "http": http,
        "ws": ws,
        "key": "0x" + accounts[account].private_key.hex(),
        "managed": "0x" + accounts[account + 1].address.hex(),
        "chain_id": CHAIN_ID_DEFAULT,
        "abi": artefact["abi"],
        "bytecode": artefact["bytecode"],
    }


def run_node(script: str, order: dict[str, Any]) -> dict[str, Any]:
    """Run a script of Node.js and return what it saw."""
    done = subprocess.run(
        ["node", str(HERE / script)],
        input=json.dumps(order),
        capture_output=True,
        text=True,
        timeout=SCRIPT_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


CLIENTS: dict[str, Any] = {
    "web3": play,
    "ethers": lambda order: run_node("ethers_script.mjs", order),
    "viem": lambda order: run_node("viem_script.mjs", order),
}


@pytest.fixture(scope="module")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Our node and anvil, side by side, with the same accounts."""
    home = tmp_path_factory.mktemp("clients") / "home"
    with Anvil(CHAIN_ID_DEFAULT) as anvil, Devnet(home, "--on-demand") as devnet:
        yield devnet.endpoints, anvil.url


@pytest.mark.parametrize("client", CLIENTS)
def test_a_client_sees_what_it_sees_at_anvil(client: str, nodes: Any) -> None:
    """Every step of a client's script ends as at anvil, but for what is listed with its reason."""
    if client != "web3":
        npm_package(client)
    endpoints, url = nodes
    account = 3 + 2 * list(CLIENTS).index(client)
    ours = CLIENTS[client](order_for(endpoints["rpc"], endpoints["ws"], account))
    theirs = CLIENTS[client](order_for(url, url.replace("http", "ws"), account))
    assert len(ours) >= STEPS_MIN
    assert ours.keys() == theirs.keys()
    differing = {name: (ours[name], theirs[name]) for name in ours if ours[name] != theirs[name]}
    assert DIFFERENCES[client].keys() == differing.keys(), json.dumps(differing, indent=1)
    failed = {name for name, seen in ours.items() if isinstance(seen, dict) and "failed" in seen}
    assert REFUSED[client] == failed, failed
