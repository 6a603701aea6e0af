"""`kumiai top` without a screen."""

import json

import pytest

from tests.cli.conftest import Kumiai
from tests.cli.fake_node import FakeNode

BLOCK = {
    "hash": "0x01",
    "parentHash": "0x00",
    "timestamp": "0x65",
    "transactions": ["0x1", "0x2"],
    "gasUsed": "0x1",
    "gasLimit": "0x2",
    "baseFeePerGas": "0x9",
    "miner": "0x" + "aa" * 20,
}


def test_one_look_at_the_homes_node(kumiai: Kumiai, node: FakeNode) -> None:
    """Its chain and its height; what this node lacks is null."""
    node.answers |= {"web3_clientVersion": "Kumiai/test", "eth_blockNumber": "0x0"}
    node.answers["eth_getBlockByNumber"] = BLOCK
    found = json.loads(kumiai("top", "--once", "--json").out)
    assert 31_337 == found["chain_id"]
    assert (0, None, 2, "9") == (
        found["height"],
        found["round"],
        found["block"]["transactions"],
        found["block"]["base_fee_wei"],
    )


def test_flags_that_make_no_sense_are_refused(kumiai: Kumiai, node: FakeNode) -> None:
    """Seconds out of bounds, a page that is none."""
    assert "0.2 to 3600 seconds expected" in kumiai("top", "--every", "0").err
    assert "--metrics: a URL like" in kumiai("top", "--once", "--metrics", "here").err


def test_no_node_is_one_line(kumiai: Kumiai) -> None:
    """With what to do."""
    answer = kumiai("top", "--once")
    assert (1, True) == (answer.status, "no node runs at" in answer.err)
    assert "no node answers" in kumiai("top", "--once", "--node", "http://127.0.0.1:1").err


@pytest.mark.parametrize("word", ["top"])
def test_help_has_examples(kumiai: Kumiai, word: str) -> None:
    """The flags that a program needs are in them."""
    assert "kumiai top --once --json" in kumiai(word, "--help").out
