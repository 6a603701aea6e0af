"""The blocks that a validator made are executed anew by another home, which then serves them."""

import json
from pathlib import Path

import pytest

from cli.client import Client
from tests.e2e.devnet import Devnet, kumiai, wait_until
from tests.e2e.load import Load

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(180)]


class Follower(Devnet):
    """A node of a home that was made before."""

    command = "start"


def test_a_replayed_home_serves_the_same_chain(tmp_path: Path) -> None:
    """Receipts and state roots are the source's, block by block, and the new home starts."""
    with Devnet(tmp_path / "home", "--consensus") as devnet:
        load = Load(Client(devnet.endpoints["rpc"]), account=0, pause_s=0.05)
        load.start()
        wait_until(lambda: devnet.web3.eth.block_number >= 6)
        last = load.finish()[-1]
        wait_until(lambda: devnet.web3.eth.get_block("latest")["number"] > 6)
        wanted = devnet.web3.eth.wait_for_transaction_receipt(last)
    again = tmp_path / "again"
    kumiai("init", "--genesis", str(devnet.home / "genesis.json"), home=again)
    said = json.loads(kumiai("replay", "--from", str(devnet.home), "--json", home=again))
    stood = json.loads(kumiai("inspect", "--json", home=devnet.home))["chain"]
    assert (stood["height"], stood["block_hash"]) == (said["height"], said["head"])
    assert said["transactions"] == len(load.taken)
    nothing = kumiai("replay", "--from", str(devnet.home), home=again)
    assert nothing.startswith("0 blocks with 0 transactions")
    with Follower(again) as follower:
        assert wanted == follower.web3.eth.get_transaction_receipt(last)
        assert stood["state_root"] == (
            follower.web3.eth.get_block(stood["height"])["stateRoot"].to_0x_hex()
        )
