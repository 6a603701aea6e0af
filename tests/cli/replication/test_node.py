"""A replica, composed: what its servers say and hand on, and its numbers."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from chain.errors import Invalid, Unavailable
from chain.store.memory import MemoryStore
from chain.types.primitives import Hash32, Height
from cli.config import NodeConfig
from cli.fanout import Fanout
from cli.metrics import Metrics
from cli.replication.client import GrpcSource, SourceGone
from cli.replication.follower import LAG_BLOCKS_MAX, Follower
from cli.replication.node import ReplicaBackend, ReplicaNode, watch_follower
from consensus.host.clock import SystemClock
from tests.chain.replication.stage import TARGET, busy_block
from tests.chain.stage import CHAIN_ID, USERS, Chain
from tests.cli.replication.test_follower import Scripted
from tests.cli.test_backend import status_of

NOTHING: Any = None


class Taking(Scripted):
    """A source that takes transactions into its own chain's pool, or does not answer."""

    async def broadcast(self, raw: bytes) -> Hash32:
        """Take a transaction."""
        if self.is_gone:
            raise SourceGone("source:9090 does not answer")
        return self.chain.pool.submit(raw)


def backend_of(source: Taking, replica: Chain) -> ReplicaBackend:
    """Return a replica's backend."""
    return ReplicaBackend(
        source,
        replica.app,
        Fanout(lossy=False),
        Fanout(lossy=True),
        NOTHING,
        lambda: 0,
        lambda: status_of(replica),
    )


def test_a_transaction_goes_to_the_source_and_stays_in_sight():
    """The replica knows it and its nonce at once, and forgets it with its block."""
    chain, replica = Chain(MemoryStore()), Chain(MemoryStore())
    source = Taking(chain)
    backend = backend_of(source, replica)
    found = asyncio.run(backend.broadcast(chain.sign(0, TARGET, 1, gas=21_000)))
    assert chain.pool.get(found) is not None and replica.pool.get(found) is not None
    assert backend.pool.next_nonce(USERS[0]) == 1
    chain.block()
    with ThreadPoolExecutor(1) as writer:
        follower = Follower(replica.app, writer, source, SystemClock())
        told = asyncio.run(anext(source.follow(Height(1))))  # type: ignore[arg-type]
        follower.apply(told.record)
    assert replica.pool.get(found) is None


def test_what_the_source_does_not_take_is_not_kept():
    """Refused or unheard, it would wait in a replica for ever."""
    chain, replica = Chain(MemoryStore()), Chain(MemoryStore())
    source = Taking(chain)
    backend = backend_of(source, replica)
    raw = chain.sign(0, TARGET, 1, gas=21_000)
    source.is_gone = True
    with pytest.raises(SourceGone, match="does not answer"):
        asyncio.run(backend.broadcast(raw))
    source.is_gone = False
    with pytest.raises(Invalid, match="insufficient funds"):
        asyncio.run(backend.broadcast(chain.sign(0, TARGET, 10**30, gas=21_000)))
    assert replica.pool.hashes() == ()


def test_a_block_that_is_faster_than_its_answer_is_no_error():
    """The source took the transaction and made its block before it said so."""
    chain, replica = Chain(MemoryStore()), Chain(MemoryStore())
    source = Taking(chain)
    raw = chain.sign(0, TARGET, 1, gas=21_000)
    chain.pool.submit(raw)
    chain.block()
    replica.follow(chain)

    async def known(raw: bytes) -> Hash32:
        return Hash32(b"\1" * 32)

    source.broadcast = known  # type: ignore[method-assign]
    assert asyncio.run(backend_of(source, replica).broadcast(raw)) == b"\1" * 32
    assert replica.pool.hashes() == ()


def test_evidence_is_for_who_makes_blocks():
    """A replica says where to go with it."""
    chain = Chain(MemoryStore())
    with pytest.raises(Unavailable, match="hand evidence to its source source:9090"):
        backend_of(Taking(chain), chain).add_evidence(NOTHING)


def test_the_lag_is_a_metric():
    """Blocks missing, the source's height, whether it answers, read when asked for."""
    replica, numbers = Chain(MemoryStore()), Metrics(CHAIN_ID)
    busy_block(replica)
    with ThreadPoolExecutor(1) as writer:
        follower = Follower(replica.app, writer, Scripted(Chain()), SystemClock())
        watch_follower(numbers, CHAIN_ID, follower)
        follower.is_connected, follower.source_height = True, Height(LAG_BLOCKS_MAX + 2)
        text = numbers.render().decode()
    place = f'{{chain_id="{CHAIN_ID}"}}'
    for name, value in (
        ("replica_lag_blocks", LAG_BLOCKS_MAX + 1),
        ("replica_source_height", LAG_BLOCKS_MAX + 2),
        ("replica_connected", 1),
        ("blocksync_syncing", 1),
    ):
        assert f"cometbft_{name}{place} {float(value)}" in text


def test_a_replica_says_of_itself_what_it_is(tmp_path: Path, devnet_files: Path) -> None:
    """No validator, one peer when its source answers, syncing until somebody says otherwise."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "genesis.json").write_bytes((devnet_files / "genesis.json").read_bytes())
    config = NodeConfig(home, recovery_process=False, metrics_enabled=True, p2p_enabled=True)
    with ExitStack() as stack:
        node = ReplicaNode(config, stack, source=GrpcSource("127.0.0.1:1"))
        assert node.net is None
        status = node.status()
        assert (True, 0, None) == (status.is_syncing, status.peer_count, status.validator)
        assert 0 == status.target_height
        node.follower.is_connected = True
        status = node.status()
        assert (False, 1, None) == (status.is_syncing, status.peer_count, status.target_height)
        assert not (home / "validator").exists()
