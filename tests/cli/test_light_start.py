"""Where a new node is going: the light client's word against that of peers."""

import asyncio
import time
from dataclasses import replace
from pathlib import Path

import pytest

from chain.light.block import LightBlock
from chain.light.errors import TrustExpired
from chain.light.verifier import DAY_MS
from chain.types.primitives import Hash32, Height
from cli.checkpoint import Checkpoint, Checkpoints, checkpoint_of
from cli.config import NodeConfig
from cli.errors import CommandFailed, ConfigInvalid
from cli.light_start import verify_target
from consensus.host.clock import SystemClock
from consensus.light.errors import TrustedHashDiffers
from tests.chain.light.stage import CHAIN_ID, branch, grow
from tests.cli.light_node import FOUR, LightNode, fresh_chain, serving


def settings(home: Path, nodes: list[LightNode], trusted: LightBlock) -> NodeConfig:
    """A new node that trusts one block and asks these nodes."""
    return NodeConfig(
        home,
        trust_height=trusted.height,
        trust_hash="0x" + trusted.hash.hex(),
        light_servers=tuple(node.url for node in nodes),
    )


def target(config: NodeConfig, head: int = 0) -> Checkpoints:
    """What a node with this head may not contradict."""
    checkpoint = checkpoint_of(config)
    return asyncio.run(verify_target(config, checkpoint, Height(head), CHAIN_ID, SystemClock()))


def test_a_new_node_may_not_contradict_what_the_light_client_verified(tmp_path: Path) -> None:
    """The trusted block and the newest are fixed; all others are for block sync to check."""
    chain = fresh_chain()
    with serving(chain, chain) as nodes:
        found = target(settings(tmp_path, nodes, chain[3]))
    other = Hash32(b"\x01" * 32)
    assert found.allows(Height(3), chain[3].hash) and not found.allows(Height(3), other)
    newest = chain[-1].height
    assert found.allows(newest, chain[-1].hash) and not found.allows(newest, other)
    assert found.allows(Height(5), other)


def test_a_node_above_the_trusted_block_asks_nobody(tmp_path: Path) -> None:
    """Its own head is younger than the hash, and servers that are gone keep nobody from it."""
    chain = fresh_chain()
    with serving(chain, chain) as nodes:
        config = settings(tmp_path, nodes, chain[3])
    found = target(config, head=3)
    assert not found.allows(Height(3), Hash32(b"\x01" * 32))
    assert found.allows(chain[-1].height, Hash32(b"\x01" * 32))


def test_servers_with_another_past_are_refused(tmp_path: Path) -> None:
    """Who lacks the trusted hash leads nobody."""
    chain = fresh_chain()
    with serving(chain, chain) as nodes:
        config = replace(settings(tmp_path, nodes, chain[3]), trust_hash="0x" + "11" * 32)
        with pytest.raises(TrustedHashDiffers):
            target(config)


def test_a_hash_that_is_too_old_is_refused(tmp_path: Path) -> None:
    """Those who signed it may have left with their stake: a newer one is asked for."""
    fifteen_days_ago_ms = time.time_ns() // 1_000_000 - 15 * DAY_MS
    old = grow([FOUR] * 4, fifteen_days_ago_ms)
    with serving(old, old) as nodes, pytest.raises(TrustExpired):
        target(settings(tmp_path, nodes, old[1]))


def test_a_server_that_lies_is_shown_up(tmp_path: Path) -> None:
    """Two chains from one block: the proof is kept, both are told, and the node does not start."""
    chain = fresh_chain()
    with serving(branch(chain, 8, [FOUR] * 3), chain) as nodes:
        with pytest.raises(CommandFailed, match="trust neither; the proof is in"):
            target(settings(tmp_path, nodes, chain[3]))
        assert nodes[1].evidence
    assert list((tmp_path / "light").rglob("attack-*.json"))


def test_the_settings_belong_together(tmp_path: Path) -> None:
    """Servers without a trusted block, or a single one, are refused by name."""
    lone = NodeConfig(tmp_path, light_servers=("http://127.0.0.1:1", "http://127.0.0.1:2"))
    with pytest.raises(ConfigInvalid, match="trust_height and trust_hash expected"):
        target(lone)
    one = replace(lone, light_servers=("http://127.0.0.1:1",), trust_height=1, trust_hash="00" * 32)
    with pytest.raises(ConfigInvalid, match="2 to 16 URLs expected, found 1"):
        target(one)
    with pytest.raises(ConfigInvalid, match="2 to 16 URLs expected, found 1"):
        target(one, head=5)


def test_a_node_that_is_told_nothing_trusts_nothing_beforehand(tmp_path: Path) -> None:
    """Without settings there is no checkpoint; with a hash alone there is one."""
    assert target(NodeConfig(tmp_path)).allows(Height(1), Hash32(bytes(32)))
    config = NodeConfig(tmp_path, trust_height=1, trust_hash="11" * 32)
    assert not target(config).allows(Height(1), Hash32(bytes(32)))
    assert Checkpoint(Height(1), Hash32(b"\x11" * 32)) == checkpoint_of(config)
