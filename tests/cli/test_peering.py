"""A node's network out of its settings and its chain."""

import asyncio
from pathlib import Path

import pytest

from chain.errors import Malformed
from chain.types.certificate import BlockId
from chain.types.primitives import Hash32
from cli.config import NodeConfig
from cli.errors import ConfigInvalid
from cli.peering import BlockCodec, PoolOfPeers, build_net, is_block, net_config, parse_peers
from consensus.host.clock import SystemClock
from tests.chain.stage import COIN_WEI, USERS, Chain

ONE, TWO = "0x" + "11" * 20, "0x" + "22" * 20


def test_the_p2p_section_is_the_networks(tmp_path: Path) -> None:
    """Every setting of [p2p] arrives under the network's own name."""
    config = NodeConfig(
        tmp_path,
        p2p_host="0.0.0.0",
        p2p_port=1,
        p2p_external_address="example.org:1",
        p2p_persistent_peers=(f"{ONE}@10.0.0.1:26656",),
        p2p_private_peer_ids=(ONE,),
        p2p_unconditional_peer_ids=(TWO,),
        p2p_exchange=False,
        p2p_inbound_max=3,
        p2p_outbound_max=4,
        p2p_allow_private_addresses=True,
    )
    found = net_config(config)
    assert ("0.0.0.0", 1, "example.org:1") == (found.host, found.port, found.external_address)
    assert [f"{ONE}@10.0.0.1:26656"] == [str(peer) for peer in found.persistent_peers]
    assert {ONE} == found.private_peer_ids and {TWO} == found.unconditional_peer_ids
    assert (False, True) == (found.pex, found.allow_private_addresses)
    assert (3, 4) == (found.max_inbound, found.max_outbound)


@pytest.mark.parametrize("text", ["", "10.0.0.1", f"{ONE}@10.0.0.1", f"{ONE[:-1]}@10.0.0.1:1"])
def test_a_peer_that_is_none_is_named(text: str) -> None:
    """A mistake in config.toml names the setting."""
    with pytest.raises(ConfigInvalid, match="p2p.persistent_peers: "):
        parse_peers([text])


@pytest.mark.parametrize("key", ["private_peer_ids", "unconditional_peer_ids"])
def test_an_identity_that_is_none_is_named(tmp_path: Path, key: str) -> None:
    """The lists of a sentry too: a typing error there would show the validator to the world."""
    config = NodeConfig(tmp_path, **{f"p2p_{key}": ("0x11",)})  # type: ignore[arg-type]
    with pytest.raises(ConfigInvalid, match=f"p2p.{key}: "):
        net_config(config)


def test_peers_fill_and_read_the_pool() -> None:
    """A transaction of a peer is taken by the rules, once, and can be asked for."""
    chain = Chain()
    pool, raw = PoolOfPeers(chain.app), chain.sign(0, USERS[1], COIN_WEI, gas=21_000)
    assert pool.add(raw) and not pool.add(raw)
    assert [raw] == list(pool.waiting(10)) and [] == list(pool.waiting(0))
    (name,) = chain.app.pending_transactions()
    assert raw == pool.get(name)
    assert pool.get(Hash32(b"\x09" * 32)) is None


def test_a_block_is_known_by_its_name() -> None:
    """Whole bytes of the named block pass; other bytes, and the same under another name, do not."""
    chain = Chain()
    chain.send(0, USERS[1], COIN_WEI, gas=21_000)
    block_id, payload = chain.propose()
    assert is_block(block_id, payload)
    assert not is_block(BlockId(Hash32(b"\x01" * 32), block_id.time_ms), payload)
    assert not is_block(block_id, payload[:-1])
    assert not is_block(block_id, b"")
    codec = BlockCodec()
    head, transactions = codec.split(payload)
    assert payload == codec.join(head, transactions)
    fewer = codec.join(head, transactions[:-1])
    assert not is_block(block_id, fewer)
    with pytest.raises(Malformed):
        codec.split(b"\xff")


def test_a_home_becomes_a_network_that_listens(tmp_path: Path) -> None:
    """The node's own key names it, at the port that was free."""

    async def story() -> str:
        config = NodeConfig(tmp_path, p2p_enabled=True, p2p_port=0)
        net = build_net(config, Chain().app, SystemClock())
        await net.start()
        running = asyncio.ensure_future(net.run())
        await asyncio.sleep(0)
        address = str(net.transport.address)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        return address

    first, second = asyncio.run(story()), asyncio.run(story())
    assert first.partition("@")[0] == second.partition("@")[0]
    assert "@127.0.0.1:" in first and not first.endswith(":0")
