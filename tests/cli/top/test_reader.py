"""Looking at a node again and again."""

from pathlib import Path
from typing import Any

import pytest

from chain.kit.record import topic_of
from cli.client import NodeUnreachable, RpcFailed
from cli.top.reader import BLOCKS_MAX, FIRST_BLOCKS, Reader, measure, module_events
from modules.staking.module import Staking
from tests.chain.light.stage import grow, members
from tests.cli.light_node import show

LIGHT = grow([members({0: 2, 1: 1})] * 2, 1_700_000_000_250)[1]
assert LIGHT.commit is not None
POWER = {f"0x{item.address.hex()}": item.power for item in LIGHT.commit.validators}
SIGNED = frozenset(f"0x{who.hex()}" for who, _ in LIGHT.commit.certificate.signatures)
ALICE = "0x" + "aa" * 20
PLAIN: dict[str, Any] = {
    "web3_clientVersion": "Kumiai/test",
    "eth_chainId": "0x7",
    "eth_mining": True,
    "eth_coinbase": "0x" + "AA" * 20,
    "eth_syncing": {"highestBlock": "0x6d"},
    "txpool_status": {"pending": "0x5", "queued": "0x0"},
    "net_peerCount": "0x3",
    "staking_validators": [{"consensus_address": ALICE, "moniker": "alice"}],
    "kumiai_lightBlock": show(LIGHT),
}


class ScriptedNode:
    """Answers like a node at some height; notes what it is asked."""

    def __init__(self, height: int) -> None:
        self.height, self.fork = height, "a"
        self.asked: list[str] = []
        self.missing: set[str] = set()
        self.logs: list[dict[str, Any]] = []
        self.is_away = False

    def call(self, method: str, *params: Any) -> Any:
        """Answer, refuse what is missing, or be away."""
        if self.is_away:
            raise NodeUnreachable("no node answers")
        self.asked.append(method)
        if method in self.missing:
            raise RpcFailed(-32601, f"the method {method} does not exist/is not available")
        if method == "eth_blockNumber":
            return hex(self.height)
        if method == "eth_getLogs":
            return self.logs
        if method == "eth_getBlockByNumber":
            return self.block(int(params[0], 16))
        return PLAIN[method]

    def block(self, height: int) -> dict[str, Any]:
        """Return a block of the chain that this node is on."""
        return {
            "hash": f"0x{self.fork}{height}",
            "parentHash": f"0x{self.fork}{height - 1}",
            "timestamp": hex(1_700_000_000 + height),
            "transactions": ["0x1", "0x2"],
            "gasUsed": "0x10",
            "gasLimit": "0x20",
            "baseFeePerGas": "0x7",
            "miner": "0x" + "AA" * 20,
        }


@pytest.fixture
def node() -> ScriptedNode:
    """A node at height 100."""
    return ScriptedNode(100)


def test_a_look_has_the_newest_blocks_with_their_votes(node: ScriptedNode) -> None:
    """Who signed, at which millisecond and in which round, by the certificate; names by staking."""
    found = Reader(node, "http://x").look()
    assert FIRST_BLOCKS == len(found.blocks)
    assert (100, 3, 5, "Kumiai/test", 7) == (
        found.height, found.peers, found.pending, found.version, found.chain_id
    )  # fmt: skip
    assert (LIGHT.time_ms, 0, POWER, SIGNED) == (
        found.head.time_ms, found.head.round, found.head.power, found.head.signed
    )  # fmt: skip
    assert {ALICE: "alice"} == found.names
    assert (True, 109, ALICE) == (found.is_syncing, found.target_height, found.validator)


def test_a_block_is_asked_for_once(node: ScriptedNode) -> None:
    """The next look reads what came since, and no more is remembered than fits."""
    reader = Reader(node, "http://x")
    reader.look()
    node.asked.clear()
    node.height += 2
    assert FIRST_BLOCKS + 2 == len(reader.look().blocks)
    assert 2 == node.asked.count("eth_getBlockByNumber")
    for _ in range(10):
        node.height += 25
        found = reader.look()
    assert BLOCKS_MAX == len(found.blocks)


def test_a_gap_and_blocks_that_were_taken_back_begin_anew(node: ScriptedNode) -> None:
    """Nothing of another chain, and no hole, is left among the blocks."""
    reader = Reader(node, "http://x")
    reader.look()
    node.height += 1_000
    found = reader.look()
    assert [*range(1_071, 1_101)] == [block.height for block in found.blocks]
    node.height = 50
    assert 50 == reader.look().head.height
    node.fork, node.height = "b", 51
    assert [51] == [block.height for block in reader.look().blocks]


def test_what_a_node_does_not_serve_is_left_out(node: ScriptedNode) -> None:
    """A look is still a look: without votes, pool, names or peers."""
    node.missing = {"kumiai_lightBlock", "txpool_status", "staking_validators", "net_peerCount",
                    "eth_getLogs", "eth_mining", "eth_syncing"}  # fmt: skip
    found = Reader(node, "http://x").look()
    assert (None, 0, False, None) == (
        found.pending, found.peers, found.is_syncing, found.validator
    )  # fmt: skip
    assert ({}, 1_700_000_100_000, {}) == (found.head.power, found.head.time_ms, found.names)


def test_a_node_that_is_away_is_an_error_and_comes_back(node: ScriptedNode) -> None:
    """What was seen is remembered meanwhile."""
    reader = Reader(node, "http://x")
    reader.look()
    node.is_away = True
    with pytest.raises(NodeUnreachable):
        reader.look()
    node.is_away = False
    node.height += 1
    assert FIRST_BLOCKS + 1 == len(reader.look().blocks)


def test_events_are_counted_by_module(node: ScriptedNode) -> None:
    """By address and first topic; a contract's events, and a log without one, are nobody's."""
    event = Staking.events[0]
    topic = f"0x{topic_of(event).hex()}"
    staking = f"0x{Staking.address.hex()}"
    node.logs = [
        {"address": staking, "topics": [topic]},
        {"address": staking, "topics": []},
        {"address": "0x" + "cc" * 20, "topics": [topic]},
    ]
    assert {("staking", event.__name__): 1} == Reader(node, "http://x").look().head.events
    assert ("staking", "ModulePaused") in module_events().values()


def test_a_home_is_measured(tmp_path: Path) -> None:
    """What lies under data/ counts; a home that is not there is not known."""
    (tmp_path / "data/chain").mkdir(parents=True)
    (tmp_path / "data/chain/1").write_bytes(b"x" * 300)
    (tmp_path / "key").write_bytes(b"x" * 7)
    found = measure(tmp_path)
    assert found is not None
    assert 300 == found.chain_bytes
    assert 0 < found.free_bytes <= found.total_bytes
    assert measure(tmp_path / "none") is None
