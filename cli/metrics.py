"""
A node in numbers: Prometheus metrics under CometBFT's names, served over HTTP.

    committed blocks, engine, network, pool --observe--> Metrics --GET /metrics--> Prometheus

Names, units and meanings are CometBFT's where it has them, so its dashboards work; the namespace is
`cometbft` too. Powers are units of consensus power, times seconds, sizes bytes.
"""

import asyncio
from collections.abc import Callable
from typing import Final, Protocol

from aiohttp import web
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Gauge,
    Histogram,
    generate_latest,
)

from chain.app import block_time_ms
from chain.beacon import link_between
from chain.begin_data import evidence_in
from chain.evidence import accused_by
from chain.ledger import encode_body
from chain.types.block import CommittedBlock
from chain.types.evidence import Evidence
from chain.types.primitives import Address, Hash32
from chain.types.validators import ValidatorSet

NAMESPACE: Final = "cometbft"
INTERVAL_BUCKETS_S: Final = (0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 5, 10, 20, 60)
STEP_BUCKETS_S: Final = (0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30)


class Metrics:
    """Every number of one node; `registry` is its own, so that tests and nodes do not meet."""

    def __init__(self, chain_id: int) -> None:
        self.registry = CollectorRegistry()
        self._chain_id = str(chain_id)
        self.height = self._gauge("consensus", "height", "Height of the chain")
        self.rounds = self._gauge("consensus", "rounds", "Round of the height under way")
        self.validators = self._gauge("consensus", "validators", "Number of validators")
        self.validators_power = self._gauge(
            "consensus", "validators_power", "Total power of all validators"
        )
        self.missing = self._gauge(
            "consensus", "missing_validators", "Validators who did not sign the last block"
        )
        self.missing_power = self._gauge(
            "consensus", "missing_validators_power", "Power of those validators"
        )
        self.byzantine = self._gauge(
            "consensus", "byzantine_validators", "Validators whom the last block accuses"
        )
        self.byzantine_power = self._gauge(
            "consensus", "byzantine_validators_power", "Power that those validators have now"
        )
        self.own_power = self._gauge(
            "consensus", "validator_power", "This node's power, 0 for who only follows"
        )
        self.last_signed = self._gauge(
            "consensus", "validator_last_signed_height", "Last height this node signed"
        )
        self.missed = self._counter(
            "consensus", "validator_missed_blocks", "Blocks this validator did not sign"
        )
        self.block_interval = self._histogram(
            "consensus", "block_interval_seconds", "Time between blocks", INTERVAL_BUCKETS_S
        )
        self.num_txs = self._gauge("consensus", "num_txs", "Transactions of the last block")
        self.total_txs = self._counter("consensus", "total_txs", "Transactions since the start")
        self.block_size = self._gauge("consensus", "block_size_bytes", "Size of the last block")
        self.quorum_prevote_delay = self._gauge(
            "consensus", "quorum_prevote_delay", "Seconds from the proposal's time to its polka"
        )
        self.proposals_received = self._counter(
            "consensus", "proposal_receive_count", "Proposals received"
        )
        self.late_votes = self._counter(
            "consensus", "late_votes", "Votes of rounds and heights that were over"
        )
        self.evidence_seen = self._counter(
            "consensus", "evidence_seen", "Faults proven since the start (not CometBFT's)"
        )
        self.missed_links = self._counter(
            "consensus", "missed_links", "Blocks without their proposer's link of the beacon"
        )
        self.syncing = self._gauge("blocksync", "syncing", "1 while blocks are caught up on")
        self.peers = self._gauge("p2p", "peers", "Connected peers")
        self.pool_size = self._gauge("mempool", "size", "Transactions that wait")
        self._add_labelled()
        self._before_scrape: list[Callable[[], None]] = []
        self._last_ms: int | None = None
        self._last_mix: Hash32 | None = None

    def _add_labelled(self) -> None:
        """Add the numbers that each step, or each peer, has of its own."""
        self.step_duration = Histogram(
            "step_duration_seconds",
            "Time spent in each step of a round",
            ["chain_id", "step"],
            namespace=NAMESPACE,
            subsystem="consensus",
            buckets=STEP_BUCKETS_S,
            registry=self.registry,
        )
        self._peer_bytes = {
            way: Gauge(
                f"peer_{way}_bytes_total",
                f"Bytes {past}",
                ["chain_id", "peer_id"],
                namespace=NAMESPACE,
                subsystem="p2p",
                registry=self.registry,
            )
            for way, past in (("send", "sent"), ("receive", "received"))
        }

    def before_scrape(self, refresh: Callable[[], None]) -> None:
        """Have gauges that are only worth reading when asked for refreshed at each scrape."""
        self._before_scrape.append(refresh)

    def committed(
        self, block: CommittedBlock, parent_set: ValidatorSet | None, own: Address
    ) -> None:
        """
        Note a block that became final.

        `parent_set` decided the parent block; who signed it is what this block's certificate says.
        """
        self.height.set(block.header.height)
        now_ms = block_time_ms(block)
        if self._last_ms is not None:
            self.block_interval.observe((now_ms - self._last_ms) / 1_000)
        self._last_ms = now_ms
        if self._last_mix is not None:
            self.missed_links.inc(link_between(self._last_mix, block.header.mix_hash) is None)
        self._last_mix = block.header.mix_hash
        count = len(block.block.transactions)
        accused = {
            who for piece in evidence_in(block.block.transactions) for who in accused_in(piece)
        }
        self.byzantine.set(len(accused))
        powers = [0 if parent_set is None else parent_set.power_of(who) for who in accused]
        self.byzantine_power.set(sum(powers))
        self.num_txs.set(count)
        self.total_txs.inc(count)
        self.block_size.set(len(encode_body(block.block)))
        if block.certificate is not None:
            self.rounds.set(block.certificate.round)
        certificate = block.block.parent_certificate
        if certificate is None or parent_set is None:
            return
        signed = {address for address, _ in certificate.signatures}
        absent = [v for v in parent_set if v.address not in signed]
        self.missing.set(len(absent))
        self.missing_power.set(sum(v.power for v in absent))
        if own in signed:
            self.last_signed.set(certificate.height)
        elif own in parent_set:
            self.missed.inc()

    def observe_step(self, step: str, seconds: float) -> None:
        """Note how long a step of a round took."""
        self.step_duration.labels(self._chain_id, step).observe(seconds)

    def peer_bytes(self, peer: str, sent: int, received: int) -> None:
        """Note what has gone to and come from a peer on its connection."""
        self._peer_bytes["send"].labels(self._chain_id, peer).set(sent)
        self._peer_bytes["receive"].labels(self._chain_id, peer).set(received)

    def elected(self, validators: ValidatorSet, own: Address) -> None:
        """Note who decides the next block."""
        self.validators.set(len(validators))
        self.validators_power.set(validators.total_power)
        self.own_power.set(validators.power_of(own))

    def render(self) -> bytes:
        """Return every number in Prometheus' text format."""
        for refresh in self._before_scrape:
            refresh()
        return generate_latest(self.registry)

    def _gauge(self, subsystem: str, name: str, doc: str) -> Gauge:
        return Gauge(
            name, doc, ["chain_id"], namespace=NAMESPACE, subsystem=subsystem,
            registry=self.registry,
        ).labels(self._chain_id)  # fmt: skip

    def _counter(self, subsystem: str, name: str, doc: str) -> Gauge:
        """A number that only grows; as a Counter the library would add _total to its name."""
        return self._gauge(subsystem, name, doc)

    def _histogram(
        self, subsystem: str, name: str, doc: str, buckets: tuple[float, ...]
    ) -> Histogram:
        return Histogram(
            name, doc, ["chain_id"], namespace=NAMESPACE, subsystem=subsystem, buckets=buckets,
            registry=self.registry,
        ).labels(self._chain_id)  # fmt: skip


def accused_in(piece: Evidence) -> tuple[Address, ...]:
    """Return who is accused by one piece of evidence, as far as it names them."""
    accused = accused_by(piece)
    return () if accused is None else (accused,)


class Rendered(Protocol):
    """Numbers that can be scraped."""

    def render(self) -> bytes:
        """Return every number in Prometheus' text format."""
        ...


class MetricsServer:
    """Serves `GET /metrics`; `port` 0 takes any free one and is then the one taken."""

    def __init__(self, metrics: Rendered, host: str, port: int) -> None:
        self._metrics, self._host, self.port = metrics, host, port
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Listen; raises OSError where the port is taken."""
        app = web.Application()
        app.router.add_get("/metrics", self._answer)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._host, self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def serve(self) -> None:
        """Serve until cancelled."""
        try:
            await asyncio.Event().wait()
        finally:
            if self._runner is not None:
                await self._runner.cleanup()

    async def _answer(self, request: web.Request) -> web.Response:
        return web.Response(
            body=self._metrics.render(), headers={"Content-Type": CONTENT_TYPE_LATEST}
        )
