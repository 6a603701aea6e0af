"""
The composition root: read this file to see a whole node.

    genesis.json -> ledger <- Application <- ConsensusApp <- Engine -> signer, log, clock
                      |            ^                            '-> network <-> peers
                      |            '-- mempool <---- JSON-RPC, gRPC (wallets and programs), peers
                      '--committed--> fan-out -----> JSON-RPC, gRPC, metrics

Every component has a name and a run(); one supervisor starts them, and when one fails or a signal
comes, all stop and the database is closed.
"""

import asyncio
import logging
import platform
import signal
import sys
import threading
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, ExitStack, suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

import uvloop

from chain.app import Application
from chain.beacon import LinkSource, SecretLinks
from chain.collector import calm
from chain.errors import ChainError
from chain.execution import Rules
from chain.genesis import build_genesis, parse_genesis
from chain.kit.assembly import Assembly
from chain.kit.lookahead import Lookahead
from chain.kit.signatures import recover_each
from chain.ledger import Ledger
from chain.mempool import Mempool
from chain.store.leveldb import LevelStore
from chain.store.memory import MemoryStore
from chain.store.state import StateStore
from chain.types.block import CommittedBlock
from chain.types.genesis import Genesis
from chain.types.primitives import ZERO_ADDRESS
from chain.types.transaction import CheckedTransaction
from chain.types.validators import ValidatorSet
from chain.validation import CHAIN_RULES
from chain.vm.fork import PRAGUE
from chain.vm.machine import EXECUTION_STACK_BYTES, Machine
from chain.vm.precompile import native_contracts
from cli import endpoint
from cli.backend import NodeBackend
from cli.beacon_secret import load_beacon_secret
from cli.checkpoint import Checkpoints, checkpoint_of
from cli.config import NodeConfig
from cli.consensus_app import ConsensusApp
from cli.endpoint import Endpoints
from cli.fanout import Fanout
from cli.files import GENESIS_FILE_BYTES_MAX, read_bounded
from cli.light_start import verify_target
from cli.network_view import NetworkView
from cli.node_metrics import NodeMetrics
from cli.open_files import raise_open_files
from cli.peering import build_net
from cli.recovery import start_recovery
from cli.replication.ledger_source import LedgerSource
from cli.servers import Servers, rpc_config
from cli.signing import Follow, open_signer
from consensus.host.clock import Clock, SystemClock
from consensus.host.config import EngineConfig, TimeoutConfig
from consensus.host.durable import DiskThread
from consensus.host.engine import Engine
from consensus.host.network import LoopbackNetwork
from consensus.host.signer import Signer
from consensus.host.wal import Wal
from modules import assemble
from rpc.backend import NodeStatus
from rpc.config import RpcConfig

LOOKAHEAD_THREADS = 2  # one asks for signers while the other hears whose they are
READ_THREADS = 2  # calls, proofs and log searches that run at a time
# Seconds that a thread keeps the interpreter while others wait. A vote needs it dozens of times,
# for microseconds each, and clients' code on other threads would keep it for Python's 0.005 each.
SWITCH_S = 0.0005
log = logging.getLogger("kumiai.node")

OnReady = Callable[[Endpoints], None]


@dataclass(frozen=True)
class Component:
    """A part of the node with a life of its own."""

    name: str
    run: Callable[[], Awaitable[None]]


@cache  # it reads files of the installed package
def client_version() -> str:
    """Return what web3_clientVersion says."""
    system, machine = platform.system().lower(), platform.machine()
    return f"Kumiai/v{version('kumiai')}/{system}-{machine}/python{platform.python_version()}"


def load_genesis(config: NodeConfig) -> Genesis:
    """Read the home's genesis file; raises Malformed."""
    return parse_genesis(read_bounded(config.genesis_path, GENESIS_FILE_BYTES_MAX))


def open_ledger(
    config: NodeConfig,
    genesis: Genesis,
    stack: ExitStack,
    open_store: Callable[[Path], LevelStore] = LevelStore,
) -> Ledger:
    """
    Open the home's database and check that it holds this genesis' chain; begin it if it is new.

    Raises StoreInUse where another process has it, WrongChain, StoreCorrupt.
    """
    config.data_dir.mkdir(parents=True, exist_ok=True)
    store = open_store(config.data_dir)
    stack.callback(store.close)
    ledger = Ledger(store, genesis.chain_id, config.history_blocks)
    ledger.begin(build_genesis(genesis, assemble(), StateStore(MemoryStore())))
    ledger.check_database()
    return ledger


def rules_of(config: NodeConfig, genesis: Genesis, assembly: Assembly) -> Rules:
    """Return the rules by which a home's blocks are executed."""
    limit = config.limit_code_size
    machine = Machine(PRAGUE, native_contracts(assembly), limit_code_size=limit)
    admission = CHAIN_RULES._replace(limit_initcode=limit)
    return Rules(genesis.chain_id, machine, assembly, admission)


class Node:
    """One node, from its files to its servers."""

    open_store: Callable[[Path], LevelStore] = LevelStore
    switch_s = SWITCH_S

    def __init__(self, config: NodeConfig, stack: ExitStack) -> None:
        self.config, self.genesis, self.assembly = config, load_genesis(config), assemble()
        self.clock = self._build_clock()
        ledger = open_ledger(config, self.genesis, stack, type(self).open_store)
        self.disk = DiskThread()
        stack.callback(self.disk.close)
        self.wal = Wal(config.wal_dir)
        stack.callback(self.wal.close)
        self.committed: Fanout[CommittedBlock] = Fanout(lossy=False)
        self.arrivals: Fanout[CheckedTransaction] = Fanout(lossy=True)
        ledger.listen(self.committed.publish)
        self.ahead = self._build_ahead(stack)
        self.app = self._build_app(ledger)
        self.net = build_net(config, self.app, self.clock) if config.p2p_enabled else None
        self.metrics = NodeMetrics(self.app, self.clock) if config.metrics_enabled else None
        threading.stack_size(EXECUTION_STACK_BYTES)
        self.writer = ThreadPoolExecutor(1, "execution")
        self.readers = ThreadPoolExecutor(READ_THREADS, "reads")
        stack.callback(self.writer.shutdown)
        stack.callback(self.readers.shutdown, cancel_futures=True)
        self.engine: Engine | None = None
        self.backend = self._build_backend()

    def status(self) -> NodeStatus:
        """Return where the node stands now."""
        ledger = self.app.ledger
        validators = ledger.validators(ledger.head.header.height + 1)
        # None: a development chain goes back at this moment, and its head is not yet the old one.
        is_validator = validators is not None and self.app.proposer in validators
        is_syncing = self.engine is not None and self.engine.is_behind
        return NodeStatus(
            client_version=self.client_version,
            chain_id=self.genesis.chain_id,
            genesis_hash=self.app.ledger.genesis_hash,
            is_syncing=is_syncing,
            peer_count=0 if self.net is None else len(self.net.transport.peers()),
            validator=self.app.proposer if is_validator else None,
            target_height=self.engine.target if self.engine is not None and is_syncing else None,
        )

    def _build_ahead(self, stack: ExitStack) -> Lookahead:
        """Return what finds signers in waiting transactions, by a process or else by a thread."""
        process = start_recovery() if self.config.recovery_process else None
        count = 1 if process is None else LOOKAHEAD_THREADS
        threads = ThreadPoolExecutor(count, "lookahead")
        stack.callback(threads.shutdown, cancel_futures=True)
        if process is not None:
            stack.callback(process.close)
        recover = recover_each if process is None else process.recover
        return Lookahead(self.assembly.by_address, self.genesis.chain_id, threads, recover)

    @property
    def client_version(self) -> str:
        """What web3_clientVersion says."""
        return client_version()

    def _build_clock(self) -> Clock:
        return SystemClock()

    def _build_rules(self) -> Rules:
        return rules_of(self.config, self.genesis, self.assembly)

    def _build_pool(self, rules: Rules, clock: Clock) -> Mempool:
        return Mempool(
            self.genesis.chain_id,
            self.genesis.block_gas_max,
            lambda: clock.now_ms() // 1000,
            rules.admission,
        )

    def _build_links(self) -> LinkSource:
        secret = load_beacon_secret(self.config.beacon_secret_path)
        return SecretLinks(secret, self.genesis.chain_id)

    def _build_app(self, ledger: Ledger) -> Application:
        rules, links = self._build_rules(), self._build_links()
        pool = self._build_pool(rules, self.clock)
        return Application(
            rules,
            ledger,
            pool,
            self.clock.now_ms,
            ZERO_ADDRESS,
            links=links,
            look_ahead=self.ahead.note,
        )

    def _rpc_config(self) -> RpcConfig:
        return rpc_config(self.config)

    def _build_backend(self) -> NodeBackend:
        return NodeBackend(
            self.app,
            self.committed,
            self.arrivals,
            self.readers,
            self.clock.now_ms,
            self.status,
            NetworkView(self.net, lambda: self.engine),
        )

    async def run(self, on_ready: OnReady) -> None:
        """Start every component and wait until one fails or the task is cancelled."""
        async with AsyncExitStack() as stack:
            engine = await self._open_engine(stack)
            servers = Servers(
                self.config,
                self.backend,
                self.net,
                self.metrics,
                self._rpc_config(),
                LedgerSource(self.app.ledger, self.config.genesis_path),
            )
            endpoints = await servers.start(self.genesis.chain_id)
            endpoint.write(self.config.home, endpoints)
            calm()
            sys.setswitchinterval(self.switch_s)
            stack.callback(endpoint.remove, self.config.home)
            on_ready(endpoints)
            await _run_all([engine, *self._parts(servers)])

    async def _open_engine(self, stack: AsyncExitStack) -> Component:
        """Return what makes blocks."""
        signer, follow = await open_signer(
            self.config, self.genesis.chain_id, self.clock, stack, self.disk
        )
        arrived = self._attach(asyncio.get_running_loop())
        self.engine = self._build_engine(signer, follow, arrived, await self._trusted())
        return Component("consensus engine", self.engine.run)

    def _attach(self, loop: asyncio.AbstractEventLoop) -> asyncio.Event:
        """Join the pool and the ledger to the event loop; returns what new transactions set."""
        self.committed.attach(loop)
        self.arrivals.attach(loop)
        arrived = asyncio.Event()

        def on_pending(checked: CheckedTransaction) -> None:
            self.ahead.note(checked.transaction)
            loop.call_soon_threadsafe(arrived.set)
            self.arrivals.publish(checked)
            if self.net is not None and self.net.transactions is not None:
                loop.call_soon_threadsafe(self.net.transactions.announce, checked.transaction.raw)

        self.app.pool.on_pending = on_pending
        return arrived

    async def _trusted(self) -> Checkpoints:
        """Return the blocks that this node may not contradict, by the operator's word."""
        head, chain_id = self.app.ledger.head.header.height, self.genesis.chain_id
        checkpoint = checkpoint_of(self.config)
        return await verify_target(self.config, checkpoint, head, chain_id, self.clock)

    def _build_engine(
        self, signer: Signer, follow: Follow, arrived: asyncio.Event, trusted: Checkpoints
    ) -> Engine:
        def on_validators(validators: ValidatorSet) -> None:
            follow(validators)
            self.app.proposer = signer.address

        on_validators(self.app.validators())
        return Engine(
            ConsensusApp(self.app, self.writer, arrived, on_validators, trusted),
            signer,
            self.wal,
            self.clock,
            LoopbackNetwork() if self.net is None else self.net.gossip,
            engine_config(self.config),
            self.genesis.chain_id,
            observer=None if self.metrics is None else self.metrics.observer,
            durably=self.disk,
        )

    def _parts(self, servers: Servers) -> list[Component]:
        """Everything that runs beside the engine; what the config switched off is not there."""
        found = [Component(name, run) for name, run in servers.parts()]
        if self.metrics is not None:
            metrics = self.metrics
            found.append(Component("metrics", lambda: metrics.follow(self.committed.read())))
        return found


def engine_config(config: NodeConfig) -> EngineConfig:
    """Return the [consensus] section as the engine takes it."""
    vote_ms = config.timeout_vote_ms
    timeouts = TimeoutConfig(
        propose_ms=config.timeout_propose_ms, prevote_ms=vote_ms, precommit_ms=vote_ms
    )
    return EngineConfig(
        timeouts=timeouts,
        block_interval_ms=config.block_interval_ms,
        instant=config.instant_blocks,
        double_sign_check_heights=config.double_sign_check_heights,
    )


async def _run_all(components: Sequence[Component]) -> None:
    """Run every part until one fails; raises what the first one that failed raised."""
    try:
        async with asyncio.TaskGroup() as tasks:
            for component in components:
                tasks.create_task(_supervise(component), name=component.name)
    except ExceptionGroup as group:
        raise group.exceptions[0] from None


async def _supervise(component: Component) -> None:
    """Say which part failed and where; what the house foresees says it in its own line."""
    try:
        await component.run()
    except ChainError:
        raise
    except Exception:
        log.exception("the %s failed; the node stops", component.name)
        raise


def run_node(
    config: NodeConfig,
    on_ready: OnReady,
    build: Callable[[NodeConfig, ExitStack], Node] = Node,
) -> None:
    """
    Run a node until SIGINT or SIGTERM, or until a component fails.

    `on_ready` is told the endpoints once the servers listen. Raises CommandFailed or a ChainError
    that says what keeps it from starting, and whatever stopped a component.
    """
    raise_open_files()
    with ExitStack() as stack:
        node = build(config, stack)
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(_until_signal(node, on_ready))


async def _until_signal(node: Node, on_ready: OnReady) -> None:
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(node.run(on_ready))
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, task.cancel)
    with suppress(asyncio.CancelledError):
        await task
