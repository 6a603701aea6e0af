"""A stopped node takes back blocks and goes on with the very same ones."""

import json
from pathlib import Path

import pytest

from tests.e2e.devnet import Devnet, kumiai, wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(180)]


def test_blocks_rolled_back_come_again(tmp_path: Path) -> None:
    """Two blocks taken back are executed again at the next start, under the same hashes."""
    devnet = Devnet(tmp_path / "home", "--block-time", "0.2", "--consensus")
    devnet.start()
    wait_until(lambda: devnet.web3.eth.block_number >= 4)
    devnet.stop()
    stood = json.loads(kumiai("inspect", "--json", home=devnet.home))["chain"]
    for step in (1, 2):
        answer = json.loads(kumiai("rollback", "--json", home=devnet.home))
        assert stood["height"] - step == answer["height"]
    found = json.loads(kumiai("inspect", "--json", home=devnet.home, check=False))["chain"]
    assert answer["block_hash"] == found["block_hash"]
    devnet.start()
    wait_until(lambda: devnet.web3.eth.block_number > stood["height"])
    again = devnet.web3.eth.get_block(stood["height"])
    assert stood["block_hash"] == again["hash"].to_0x_hex()
    assert stood["state_root"] == again["stateRoot"].to_0x_hex()
    devnet.stop()
