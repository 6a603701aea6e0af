"""
A whole node of a development chain: the same parts as any node, but for who makes its blocks.

    genesis.json -> ledger <- DevelopmentApplication <- BlockMaker <- DevelopmentEngine
                                                                          ^-- JSON-RPC, heartbeat
"""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass, replace
from typing import Final

from chain.app import block_time_ms
from chain.ledger import Ledger
from chain.mempool import Mempool
from chain.replay import Replay
from chain.store.sketch import StateSketch
from chain.types.primitives import ZERO_ADDRESS, Address, Seconds
from chain.types.state import StateReader
from chain.vm.transaction import Leniency
from chain.vm.world import BlockEnvironment, Watch, World
from cli.backend import NodeChain
from cli.config import NodeConfig
from cli.development.app import DevelopmentApplication, with_base_fee
from cli.development.clock import DevelopmentClock
from cli.development.engine import DevelopmentEngine
from cli.development.keys import KnownKeys
from cli.development.maker import BlockMaker
from cli.development.store import DevelopmentStore
from cli.devnet import dev_accounts
from cli.home_signer import rotated_keys
from cli.node import Component, Node
from cli.validator_key import load_validator_key
from consensus.host.clock import SystemClock
from rpc.config import RpcConfig

# An account that has code may be impersonated: its transaction is let in (EIP-3607 is off).
LENIENCY: Final = Leniency(skip_sender_code=True)
ANSWER_S: Final = 600.0  # seconds that one answer may take: every block of a thousand is made


class DevelopmentChain(NodeChain):
    """Blocks and states of a development chain: what was edited by hand shows at once."""

    def __init__(
        self, app: DevelopmentApplication, clock: DevelopmentClock, coinbase: Callable[[], Address]
    ) -> None:
        super().__init__(app, clock.now_ms)
        self._development, self._clock, self._coinbase = app, clock, coinbase

    def state(self, height: int) -> StateReader:
        """Return the state after the block, with edits; raises StateUnavailable."""
        return self._development.edits.read(super().state(height), height)

    def sketch(self, height: int) -> StateSketch:
        """Return a state to think on, with edits; raises StateUnavailable."""
        found, edits = super().sketch(height), self._development.edits.at(height)
        if edits:
            world = World(found.reader())
            edits.write(world)
            found.apply(world.diff())
        return found

    def replay(self, height: int, watch: Watch) -> Replay:
        """Execute a block once more, upon what was edited before it."""
        edits = self._development.edits.at(height - 1)
        return Replay(self._app.rules, self._ledger, height, watch, edits.write)

    def environment(self, height: int) -> BlockEnvironment:
        """Return what code saw as its block; one above the head is the block to come."""
        found = super().environment(height)
        head = self.head
        if height <= head.header.height:
            return found
        time_ms = self._clock.next_block_ms(block_time_ms(head))
        coming = replace(found, timestamp_s=Seconds(time_ms // 1_000), coinbase=self._coinbase())
        return with_base_fee(coming, self._development.set_base_fee_wei)


@dataclass(frozen=True, slots=True)
class DevelopmentOptions:
    """
    What `kumiai devnet` may be told for one run.

    `client_version` is what web3_clientVersion says instead of the truth: some tools refuse to
    send development methods to a node whose name they do not know.
    """

    client_version: str = ""
    on_demand: bool = False  # no heartbeat: blocks for transactions and on request only
    explains_reverts: bool = False  # a transaction that reverts is answered with an error


class DevelopmentNode(Node):
    """A Node whose blocks are made on demand."""

    open_store = DevelopmentStore
    switch_s = 0.005  # Python's own: no votes wait here, and blocks are made a fifth faster
    app: DevelopmentApplication
    clock: DevelopmentClock

    def __init__(
        self, config: NodeConfig, stack: ExitStack, *, options: DevelopmentOptions
    ) -> None:
        self.options = options
        self.development: DevelopmentEngine | None = None
        super().__init__(config, stack)
        chain_id = self.genesis.chain_id
        self.keys = KnownKeys(_unlocked(), _validator_keys(config), chain_id)
        self.maker = BlockMaker(self.app, self.keys, self.clock)
        self.app.proposer = self.keys.proposer(self.app.validators())
        self.backend.chain = DevelopmentChain(self.app, self.clock, self._coinbase)

    @property
    def client_version(self) -> str:
        """What web3_clientVersion says."""
        return self.options.client_version or super().client_version

    def _coinbase(self) -> Address:
        return self.maker.coinbase or self.app.proposer

    def _build_clock(self) -> DevelopmentClock:
        return DevelopmentClock()

    def _build_app(self, ledger: Ledger) -> DevelopmentApplication:
        rules = replace(self._build_rules(), leniency=LENIENCY)
        pool: Mempool = self._build_pool(rules, SystemClock())  # time that is moved expires nothing
        links = self._build_links()
        return DevelopmentApplication(
            rules, ledger, pool, self.clock.now_ms, ZERO_ADDRESS, links=links
        )

    def _rpc_config(self) -> RpcConfig:
        config = super()._rpc_config()
        return replace(
            config,
            limits=replace(config.limits, answer_s=max(config.limits.answer_s, ANSWER_S)),
            development=self.development,
            explains_reverts=self.options.explains_reverts,
        )

    async def _open_engine(self, stack: AsyncExitStack) -> Component:
        """Return what makes blocks."""
        arrived = self._attach(asyncio.get_running_loop())
        config = self.config
        interval_ms = 0 if self.options.on_demand else config.block_interval_ms
        engine = DevelopmentEngine(
            self.maker,
            self.writer,
            arrived,
            automine=config.instant_blocks,
            interval_ms=interval_ms,
        )
        self.development = engine
        return Component("development engine", engine.run)


def _unlocked() -> Sequence[bytes]:
    """Return the keys of dev0 to dev19; the validator's signs blocks only."""
    return [account.private_key for account in dev_accounts()[:-1]]


def _validator_keys(config: NodeConfig) -> Sequence[bytes]:
    """Return the keys by which this home may be a validator, and the known ones."""
    places = [config.validator_key_path, *(d / "key" for d in rotated_keys(config))]
    keys = [load_validator_key(place) for place in places]
    return [key for key in keys if key is not None] + [a.private_key for a in dev_accounts()]
