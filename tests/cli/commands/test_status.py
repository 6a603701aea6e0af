"""`kumiai status` and `kumiai version`."""

import json

import pytest

from tests.cli.conftest import Kumiai
from tests.cli.fake_node import FakeNode

MORE = {
    "web3_clientVersion": "Kumiai/v1",
    "net_peerCount": "0x2",
    "eth_syncing": False,
    "eth_mining": True,
    "eth_coinbase": "0x09db0a93b389bef724429898f539aeb7ac2dd55f",
}


@pytest.fixture
def talkative(node: FakeNode) -> FakeNode:
    """A node that says all of itself."""
    node.answers.update(MORE)
    return node


def test_status_is_json(kumiai: Kumiai, talkative: FakeNode) -> None:
    """Programs get numbers as numbers, and every endpoint."""
    found = json.loads(kumiai("status", "--json").out)
    assert (31_337, 2, 2, False) == tuple(
        found[name] for name in ("chain_id", "height", "peers", "syncing")
    )
    assert (talkative.url, "127.0.0.1:9") == (found["rpc"], found["grpc"])
    assert "0x09DB0a93B389bEF724429898f539AEB7ac2Dd55f" == found["validator"]


def test_status_is_a_table(kumiai: Kumiai, talkative: FakeNode) -> None:
    """A person sees units and whether this node validates."""
    shown = kumiai("status").out
    assert "1 gwei" in shown and "0x09DB0a93" in shown
    talkative.answers["eth_mining"] = False
    assert "only follows" in kumiai("status").out


def test_another_node_can_be_named(kumiai: Kumiai, talkative: FakeNode) -> None:
    """--node asks that node, whatever runs at the home."""
    found = json.loads(kumiai("status", "--node", talkative.url, "--json").out)
    assert (talkative.url, None) == (found["rpc"], found["grpc"])


def test_the_version_is_told(kumiai: Kumiai) -> None:
    """The version is one line, or one JSON object."""
    assert kumiai("version").out.startswith("kumiai ")
    assert {"version", "commit", "python"} == set(json.loads(kumiai("version", "--json").out))


def test_a_node_that_catches_up_says_how_far(kumiai: Kumiai, talkative: FakeNode) -> None:
    """While blocks are fetched the status shows how many are to go."""
    talkative.answers["eth_syncing"] = {"currentBlock": "0x2", "highestBlock": "0x5dd"}
    found = json.loads(kumiai("status", "--json").out)
    assert (True, 1_501) == (found["syncing"], found["target_height"])
    assert "yes, 1,499 blocks to go" in kumiai("status").out
