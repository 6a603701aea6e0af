"""
The composition root: read this file to see a whole node.

    genesis.json -> ledger <- Application <- ConsensusApp <- Engine -> signer, log, clock
                      |            ^
                      |            '-- mempool <---- JSON-RPC, gRPC (wallets and programs)
                      '--committed--> fan-out -----> JSON-RPC, gRPC

Every component has a name and a run(); one supervisor starts them, and when one fails or a signal
comes, all stop and the database is closed.
"""

import asyncio
import logging
import os
import platform
import signal
import threading
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from importlib.metadata import version

import uvloop

from chain.app import Application
from chain.errors import ChainError
from chain.execution import Rules
from chain.genesis import build_genesis, parse_genesis
from chain.ledger import Ledger
from chain.mempool import Mempool
from chain.store.leveldb import LevelStore
from chain.store.memory import MemoryStore
from chain.store.state import StateStore
from chain.types.block import CommittedBlock
from chain.types.genesis import Genesis
from chain.types.transaction import CheckedTransaction
from chain.validation import CHAIN_RULES
from chain.vm.fork import PRAGUE
from chain.vm.machine import EXECUTION_STACK_BYTES, Machine
from chain.vm.precompile import native_contracts
from cli import endpoint
from cli.backend import NodeBackend
from cli.config import NodeConfig
from cli.consensus_app import ConsensusApp
from cli.endpoint import Endpoints
from cli.errors import CommandFailed
from cli.fanout import Fanout
from cli.files import read_bounded
from cli.validator_key import load_validator_key
from consensus.host.clock import SystemClock
from consensus.host.config import EngineConfig
from consensus.host.engine import Engine
from consensus.host.network import LoopbackNetwork
from consensus.host.signer import FileSigner
from consensus.host.wal import Wal
from modules import assemble
from rpc.config import RpcConfig
from rpc.grpc.config import GrpcConfig
from rpc.grpc.server import GrpcServer
from rpc.server import RpcServer

READ_THREADS = 2  # calls, proofs and log searches that run at a time
GENESIS_FILE_BYTES_MAX = 1 << 30  # 1 GiB
log = logging.getLogger("kumiai.node")

OnReady = Callable[[Endpoints], None]


@dataclass(frozen=True)
class Component:
    """A part of the node with a life of its own."""

    name: str
    run: Callable[[], Awaitable[None]]


def client_version() -> str:
    """Return what web3_clientVersion says."""
    system, machine = platform.system().lower(), platform.machine()
    return f"Kumiai/v{version('kumiai')}/{system}-{machine}/python{platform.python_version()}"


def load_genesis(config: NodeConfig) -> Genesis:
    """Read the home's genesis file; raises Malformed."""
    return parse_genesis(read_bounded(config.genesis_path, GENESIS_FILE_BYTES_MAX))


def open_ledger(config: NodeConfig, genesis: Genesis, stack: ExitStack) -> Ledger:
    """
    Open the home's database and check that it holds this genesis' chain; begin it if it is new.

    Raises StoreInUse where another process has it, WrongChain, StoreCorrupt.
    """
    config.data_dir.mkdir(parents=True, exist_ok=True)
    store = LevelStore(config.data_dir)
    stack.callback(store.close)
    ledger = Ledger(store, genesis.chain_id, config.history_blocks)
    ledger.begin(build_genesis(genesis, assemble(), StateStore(MemoryStore())))
    ledger.check_database()
    return ledger


class Node:
    """One node, from its files to its servers."""

    def __init__(self, config: NodeConfig, stack: ExitStack) -> None:
        self.config, self.genesis = config, load_genesis(config)
        self.clock = SystemClock()
        ledger = open_ledger(config, self.genesis, stack)
        self.signer = self._open_signer(stack)
        self.wal = Wal(config.wal_dir)
        stack.callback(self.wal.close)
        self.committed: Fanout[CommittedBlock] = Fanout(lossy=False)
        self.arrivals: Fanout[CheckedTransaction] = Fanout(lossy=True)
        ledger.listen(self.committed.publish)
        self.app = self._build_app(ledger)
        threading.stack_size(EXECUTION_STACK_BYTES)
        self.writer = ThreadPoolExecutor(1, "execution")
        self.readers = ThreadPoolExecutor(READ_THREADS, "reads")
        stack.callback(self.writer.shutdown)
        stack.callback(self.readers.shutdown, cancel_futures=True)
        self.backend = NodeBackend(
            self.app,
            self.committed,
            self.arrivals,
            self.readers,
            self.clock.now_ms,
            client_version(),
            self.signer.address,
        )

    def _open_signer(self, stack: ExitStack) -> FileSigner:
        key = load_validator_key(self.config.validator_key_path)
        if key is None:
            raise CommandFailed(
                f"no validator key at {self.config.validator_key_path}: make a home with "
                f"`kumiai init --home {self.config.home}`"
            )
        signer = FileSigner(key, self.config.sign_state_path, self.genesis.chain_id)
        stack.callback(signer.close)
        return signer

    def _build_app(self, ledger: Ledger) -> Application:
        assembly, limit = assemble(), self.config.limit_code_size
        machine = Machine(PRAGUE, native_contracts(assembly), limit_code_size=limit)
        admission = CHAIN_RULES._replace(limit_initcode=limit)
        rules = Rules(self.genesis.chain_id, machine, assembly, admission)
        pool = Mempool(
            self.genesis.chain_id,
            self.genesis.block_gas_max,
            lambda: self.clock.now_ms() // 1000,
            admission,
        )
        return Application(rules, ledger, pool, self.clock.now_ms, self.signer.address)

    async def run(self, on_ready: OnReady) -> None:
        """Start every component and wait until one fails or the task is cancelled."""
        loop = asyncio.get_running_loop()
        self.committed.attach(loop)
        self.arrivals.attach(loop)
        arrived = asyncio.Event()

        def on_pending(checked: CheckedTransaction) -> None:
            loop.call_soon_threadsafe(arrived.set)
            self.arrivals.publish(checked)

        self.app.pool.on_pending = on_pending
        rpc, grpc = self._build_servers()
        if rpc is not None:
            where = f"{self.config.rpc_host}:{self.config.rpc_port}"
            await _listen("JSON-RPC", where, "--rpc-port", rpc.start)
        if grpc is not None:
            where = f"{self.config.grpc_host}:{self.config.grpc_port}"
            await _listen("gRPC", where, "--grpc-port", grpc.start)
        endpoints = self._endpoints(rpc, grpc)
        endpoint.write(self.config.home, endpoints)
        try:
            on_ready(endpoints)
            await _run_all(self._components(arrived, rpc, grpc))
        finally:
            endpoint.remove(self.config.home)

    def _components(
        self, arrived: asyncio.Event, rpc: RpcServer | None, grpc: GrpcServer | None
    ) -> list[Component]:
        """Everything that runs; what the config switched off is not there."""
        engine = Engine(
            ConsensusApp(self.app, self.writer, arrived),
            self.signer,
            self.wal,
            self.clock,
            LoopbackNetwork(),
            EngineConfig(
                block_interval_ms=self.config.block_interval_ms,
                instant=self.config.instant_blocks,
            ),
            self.genesis.chain_id,
        )
        components = [Component("consensus engine", engine.run)]
        if rpc is not None:
            components.append(Component("JSON-RPC server", rpc.serve))
        if grpc is not None:
            components.append(Component("gRPC server", grpc.serve))
        return components

    def _build_servers(self) -> tuple[RpcServer | None, GrpcServer | None]:
        config = self.config
        rpc = RpcConfig(
            host=config.rpc_host,
            port=config.rpc_port,
            allowed_hosts=config.rpc_allowed_hosts,
            cors_origins=config.rpc_cors_origins,
            limits=config.rpc_limits,
        )
        grpc = GrpcConfig(host=config.grpc_host, port=config.grpc_port)
        return (
            RpcServer(self.backend, rpc) if config.rpc_enabled else None,
            GrpcServer(self.backend, grpc) if config.grpc_enabled else None,
        )

    def _endpoints(self, rpc: RpcServer | None, grpc: GrpcServer | None) -> Endpoints:
        where = "" if rpc is None else f"{self.config.rpc_host}:{rpc.port}"
        return Endpoints(
            pid=os.getpid(),
            rpc=where and f"http://{where}",
            ws=where and f"ws://{where}",
            grpc="" if grpc is None else f"{self.config.grpc_host}:{grpc.port}",
            chain_id=self.genesis.chain_id,
        )


async def _listen(name: str, where: str, flag: str, start: Callable[[], Awaitable[None]]) -> None:
    """Start a server; raises CommandFailed where the system does not let it listen."""
    try:
        await start()
    except OSError as cause:
        why = os.strerror(cause.errno) if cause.errno else "the port is taken"
        raise CommandFailed(
            f"{name} cannot listen on {where}: {why}: stop what listens there, or choose another "
            f"with {flag} (0: any free one)"
        ) from cause


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


def run_node(config: NodeConfig, on_ready: OnReady) -> None:
    """
    Run a node until SIGINT or SIGTERM, or until a component fails.

    `on_ready` is told the endpoints once the servers listen. Raises CommandFailed or a ChainError
    that says what keeps it from starting, and whatever stopped a component.
    """
    with ExitStack() as stack:
        node = Node(config, stack)
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(_until_signal(node, on_ready))


async def _until_signal(node: Node, on_ready: OnReady) -> None:
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(node.run(on_ready))
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, task.cancel)
    with suppress(asyncio.CancelledError):
        await task
