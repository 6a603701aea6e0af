"""
A replica, composed: a node whose blocks come from a source instead of a consensus engine.

    source --> Follower --> ledger --> JSON-RPC, gRPC, metrics, and replicas of this replica
       ^---- transactions -------------------'
"""

import asyncio
from contextlib import AsyncExitStack, ExitStack, suppress
from dataclasses import replace
from typing import Any

from prometheus_client import Gauge

from chain.beacon import LinkSource, NoLinks
from chain.errors import Invalid, Unavailable
from chain.types.evidence import Evidence
from chain.types.primitives import Hash32
from cli.backend import NodeBackend
from cli.config import NodeConfig
from cli.metrics import NAMESPACE, Metrics
from cli.node import Component, Node
from cli.replication.client import GrpcSource
from cli.replication.follower import Follower, Source
from rpc.backend import NodeStatus


class ReplicaBackend(NodeBackend):
    """A replica as its servers see it: reads stay here, transactions go to the source."""

    def __init__(self, source: Source, *parts: Any) -> None:
        super().__init__(*parts)
        self._source = source

    async def broadcast(self, raw: bytes) -> Hash32:
        """
        Hand a transaction to the source, and keep it in sight here until its block comes.

        Raises what the source refuses it with, and Unavailable where the source is gone.
        """
        transaction_hash = await self._source.broadcast(raw)
        with suppress(Invalid):  # its block may be here before the answer was
            self.pool.submit(raw)
        return transaction_hash

    def add_evidence(self, evidence: Evidence) -> bool:
        """Raises Unavailable: a replica proposes no blocks that could carry it."""
        raise Unavailable(f"this is a replica: hand evidence to its source {self._source.address}")


class ReplicaNode(Node):
    """A Node that follows another by its records."""

    def __init__(self, config: NodeConfig, stack: ExitStack, *, source: GrpcSource) -> None:
        self.source = source
        super().__init__(replace(config, p2p_enabled=False, recovery_process=False), stack)
        self.follower = Follower(self.app, self.writer, self.source, self.clock)
        if self.metrics is not None:
            watch_follower(self.metrics.numbers, self.genesis.chain_id, self.follower)

    def status(self) -> NodeStatus:
        """Return where the replica stands now; its source is its one peer."""
        follower = self.follower
        return NodeStatus(
            client_version=self.client_version,
            chain_id=self.genesis.chain_id,
            genesis_hash=self.app.ledger.genesis_hash,
            is_syncing=follower.is_behind,
            peer_count=int(follower.is_connected),
            validator=None,
            target_height=follower.source_height if follower.is_behind else None,
        )

    def _build_links(self) -> LinkSource:
        return NoLinks()

    def _build_backend(self) -> NodeBackend:
        return ReplicaBackend(
            self.source,
            self.app,
            self.committed,
            self.arrivals,
            self.readers,
            self.clock.now_ms,
            self.status,
        )

    async def _open_engine(self, stack: AsyncExitStack) -> Component:
        """Return what brings blocks."""
        self._attach(asyncio.get_running_loop())
        stack.push_async_callback(self.source.close)
        return Component("follower", self.follower.run)


def watch_follower(numbers: Metrics, chain_id: int, follower: Follower) -> None:
    """Show the lag in a replica's metrics, read at each scrape."""

    def gauge(name: str, doc: str) -> Gauge:
        return Gauge(
            name, doc, ["chain_id"], namespace=NAMESPACE, subsystem="replica",
            registry=numbers.registry,
        ).labels(str(chain_id))  # fmt: skip

    lag = gauge("lag_blocks", "Blocks that the source has, as it last said, and the replica lacks")
    height = gauge("source_height", "Height of the source's chain, as it last said")
    connected = gauge("connected", "1 while the source answers")

    def refresh() -> None:
        lag.set(follower.lag_blocks)
        height.set(follower.source_height)
        connected.set(int(follower.is_connected))
        numbers.syncing.set(int(follower.is_behind))

    numbers.before_scrape(refresh)
