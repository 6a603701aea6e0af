"""
A whole small chain in memory for tests of the servers: real execution, ledger, pool and module.

    async with open_stage() as stage:      # a backend, its server on a free port, a client
        await stage.rpc("eth_blockNumber")
"""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import replace
from enum import IntEnum
from typing import Any, TypeVar

import aiohttp
import orjson
import uvloop

from chain.codec import address_of, keccak256, sign_transaction
from chain.errors import Unavailable
from chain.execution import BlockExecution, BlockPlan, Rules, build_environment, environment_of
from chain.fees import compute_base_fee_wei
from chain.genesis import build_genesis
from chain.kit.assembly import Assembly, Power, Roles
from chain.kit.module import Module, call, view
from chain.kit.record import Event, Indexed, Params, Record, Refusal, param
from chain.kit.storage import Map, Struct, Value
from chain.ledger import Ledger
from chain.mempool import Mempool
from chain.replay import Replay
from chain.store.memory import MemoryStore
from chain.types.block import CommittedBlock
from chain.types.certificate import BlockId, Certificate
from chain.types.evidence import Evidence
from chain.types.genesis import Genesis, GenesisAccount
from chain.types.primitives import Address, Gas, Hash32, Height, Milliseconds, Round, Seconds, Wei
from chain.types.transaction import CheckedTransaction, TransactionType
from chain.vm.machine import EXECUTION_STACK_BYTES, Machine
from chain.vm.precompile import native_contracts
from chain.vm.world import BlockEnvironment, Watch
from rpc.backend import NodeStatus
from rpc.config import RpcConfig
from rpc.network_status import ConsensusStatus, PeerStatus
from rpc.server import RpcServer

T = TypeVar("T")

CHAIN_ID = 31337
GENESIS_TIME_S = 1_700_000_000
ETHER = 10**18
KEYS = [keccak256(b"stage key %d" % index) for index in range(4)]
ACCOUNTS = [address_of(key) for key in KEYS]
STRANGER = Address(b"\x77" * 20)
VALIDATOR = ACCOUNTS[3]

# Runtime code of small contracts, at addresses that genesis fills.
COUNTER = Address(b"\xc0" * 20)  # slot 0 += 1; emits topic = counter; returns the counter
COUNTER_CODE = bytes.fromhex("60005460010180600055806000526020600060206000a15060206000f3")
REVERTER = Address(b"\xc1" * 20)  # reverts with Error("no")
REVERTER_CODE = bytes.fromhex(
    "7f08c379a000000000000000000000000000000000000000000000000000000000600052"
    "6020600452600260245261" + "6e6f" + "60f01b60445260646000fd"
)
SILENT = Address(b"\xc2" * 20)  # reverts without data
SILENT_CODE = bytes.fromhex("60006000fd")
INVALID = Address(b"\xc3" * 20)  # the invalid instruction
INVALID_CODE = bytes.fromhex("fe")
SPINNER = Address(b"\xc4" * 20)  # loops until the gas is gone
SPINNER_CODE = bytes.fromhex("5b600056")
NUMBER = Address(b"\xc5" * 20)  # returns NUMBER, TIMESTAMP and the caller
NUMBER_CODE = bytes.fromhex("4360005242602052336040526060" + "6000f3")
HASHER = Address(b"\xc7" * 20)  # returns the hash of the block before
HASHER_CODE = bytes.fromhex("600143034060005260206000f3")
LOGGER = Address(b"\xc6" * 20)  # emits 40 logs without topics
LOGGER_CODE = bytes.fromhex("60006000a0" * 40 + "00")


class Mood(IntEnum):
    """How the guild feels."""

    CALM = 0
    BUSY = 1


class Member(Record):
    """One of the guild."""

    who: Address
    shares: int
    mood: Mood
    nickname: str
    mark: Hash32


class GuildParams(Params):
    """What governance may change of the guild."""

    fee_bps: int = param(250, "share of each payment", minimum=0, maximum=1_000)
    quorum: int = param(2, "members that must agree", minimum=1, maximum=10)


class Joined(Event):
    """Somebody joined."""

    who: Indexed[Address]
    shares: int


class NotAMember(Refusal):
    """The account is no member."""

    who: Address


class GuildGenesis(Record):
    """What the guild starts from."""

    quorum: int = 2


class Guild(Module, address=0x0AFF, name="guild"):
    """A guild small enough to read at a glance."""

    params = Struct(0, GuildParams)
    shares = Map(2, Address, int)
    count = Value(3, int)

    def genesis(self, state: GuildGenesis) -> None:
        """Write the parameters."""
        self.params = GuildParams(quorum=state.quorum)

    @call()
    def join(self, shares: int) -> None:
        """Join with some shares."""
        self.shares[self.sender] = shares
        self.count = self.count + 1
        self.emit(Joined(self.sender, shares))

    @view
    def member(self, who: Address) -> Member:
        """One member."""
        if not self.shares[who]:
            raise NotAMember(who)
        return Member(who, self.shares[who], Mood.BUSY, "ann", Hash32(b"\x01" * 32))

    @view
    def members(self, offset: int, limit: int) -> tuple[Member, ...]:
        """No member at all."""
        return ()

    @view
    def shares_in_mood(self, mood: Mood, loud: bool) -> int:
        """A number made of what was asked."""
        return int(mood) * 10 + loud

    @view
    def is_open(self) -> bool:
        """Whether anyone may join."""
        return True


NotAMember.__module__ = Guild.__module__
ASSEMBLY = Assembly((Guild,), roles=Roles(validators=lambda host: (Power(VALIDATOR, 10),)))


class StagePool:
    """The node's pool with a stream of arrivals."""

    def __init__(self, pool: Mempool) -> None:
        self._pool = pool
        self._queues: set[asyncio.Queue[CheckedTransaction]] = set()
        pool.on_pending = self._tell

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pool, name)

    def _tell(self, checked: CheckedTransaction) -> None:
        for queue in self._queues:
            queue.put_nowait(checked)

    async def arrivals(self) -> AsyncIterator[CheckedTransaction]:
        """Yield what becomes pending."""
        queue: asyncio.Queue[CheckedTransaction] = asyncio.Queue()
        self._queues.add(queue)
        while True:
            yield await queue.get()


class StageChain:
    """The ledger as the servers see it."""

    def __init__(self, rules: Rules, ledger: Ledger) -> None:
        self._rules, self._ledger = rules, ledger

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ledger, name)

    def environment(self, height: int) -> BlockEnvironment:
        """What code in the block saw, or will see."""
        if height == self._ledger.head.header.height + 1:
            return build_environment(self._rules, self.plan(), self._ledger.block_hash)
        block = self._ledger.block(height)
        assert block is not None
        return environment_of(self._rules, block.header, self._ledger.block_hash)

    def replay(self, height: int, watch: Watch) -> Replay:
        """The block once more."""
        return Replay(self._rules, self._ledger, height, watch)

    def plan(self) -> BlockPlan:
        """The next block: one second after the head."""
        head = self._ledger.head
        validators = self._ledger.validators(head.header.height + 2)
        assert validators is not None
        return BlockPlan(
            head.header,
            head.certificate,
            Milliseconds((head.header.timestamp_s + 1) * 1000),
            VALIDATOR,
            validators,
        )

    @property
    def next_base_fee_wei(self) -> Wei:
        """The base fee of the block after the head."""
        header = self._ledger.head.header
        return compute_base_fee_wei(header.base_fee_per_gas_wei, header.gas_used, header.gas_limit)

    @property
    def head_time_ms(self) -> Milliseconds:
        """The time of the newest block."""
        return Milliseconds(self._ledger.head.header.timestamp_s * 1000)


class StageBackend:
    """A node without a network: blocks are made when a test says so."""

    def __init__(self, assembly: Assembly = ASSEMBLY, **modules: Any) -> None:
        self.assembly = assembly
        self.machine = Machine(native_contracts=native_contracts(assembly))
        self.rules = Rules(CHAIN_ID, self.machine, assembly)
        self.ledger = Ledger(MemoryStore(), CHAIN_ID, history_blocks=100)
        genesis = _genesis(modules or {"guild": {}})
        self.ledger.begin(build_genesis(genesis, assembly, self.ledger.states))
        self.mempool = Mempool(CHAIN_ID, Gas(30_000_000), lambda: 0)
        self.chain: Any = StageChain(self.rules, self.ledger)
        self.pool: Any = StagePool(self.mempool)
        self.status = NodeStatus(
            "kumiai/test", CHAIN_ID, self.ledger.genesis_hash, False, 3, VALIDATOR
        )
        self.evidence: list[Evidence] = []
        self.peers_seen: tuple[PeerStatus, ...] = ()
        self.consensus_seen: ConsensusStatus | None = None
        self._queues: set[asyncio.Queue[CommittedBlock | None]] = set()
        self._follow()
        previous = threading.stack_size(EXECUTION_STACK_BYTES)
        self._threads = ThreadPoolExecutor(2)
        self._threads.submit(lambda: None).result()
        threading.stack_size(previous)

    def peers(self) -> tuple[PeerStatus, ...]:
        """The peers that a test made up."""
        return self.peers_seen

    def consensus(self) -> ConsensusStatus | None:
        """The round that a test made up."""
        return self.consensus_seen

    async def committed(self) -> AsyncIterator[CommittedBlock]:
        """Yield final blocks; a None in the queue stands for an overrun."""
        queue: asyncio.Queue[CommittedBlock | None] = asyncio.Queue()
        self._queues.add(queue)
        try:
            while True:
                block = await queue.get()
                if block is None:
                    raise Unavailable("overrun")
                yield block
        finally:
            self._queues.discard(queue)

    async def broadcast(self, raw: bytes) -> Hash32:
        """Put a signed transaction into the pool."""
        return self.pool.submit(raw)  # type: ignore[no-any-return]

    def add_evidence(self, evidence: Evidence) -> bool:
        """Keep evidence; True when it is new."""
        is_new = evidence not in self.evidence
        self.evidence.append(evidence)
        return is_new

    async def run(self, work: Callable[[], T]) -> T:
        """Run beside the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    def close(self) -> None:
        """End the threads."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    # What tests do.

    def set_syncing(self, syncing: bool, target: int | None = None) -> None:
        """Pretend to catch up."""
        height = None if target is None else Height(target)
        self.status = replace(self.status, is_syncing=syncing, target_height=height)

    def send(self, key: int, to: bytes | None, data: bytes = b"", **fields: Any) -> Hash32:
        """Sign and submit a transaction; its nonce is the sender's next."""
        return self.pool.submit(self.sign(key, to, data, **fields))  # type: ignore[no-any-return]

    def sign(self, key: int, to: bytes | None, data: bytes = b"", **fields: Any) -> bytes:
        """Return a signed transaction."""
        wanted: dict[str, Any] = {
            "chain_id": CHAIN_ID,
            "nonce": self.mempool.next_nonce(ACCOUNTS[key]),
            "gas_limit": 200_000,
            "max_fee_per_gas_wei": 10**10,
            "max_priority_fee_per_gas_wei": 10**9,
            "type": TransactionType.DYNAMIC_FEE,
        }
        return sign_transaction(KEYS[key], to=to, data=data, **{**wanted, **fields}).raw

    def make_block(self, overrun: bool = False) -> CommittedBlock:
        """Make a block of what waits; with `overrun`, followers lose it."""
        execution = BlockExecution(
            self.rules, self.chain.plan(), self.ledger.state(), self.ledger.block_hash
        )
        execution.begin()
        for line in self.mempool.lines():
            for item in line:
                execution.apply(item.checked)
        executed = execution.finish(self.ledger.states)
        header = executed.block.header
        block_id = BlockId(header.hash, Milliseconds(header.timestamp_s * 1000))
        certificate = Certificate(header.height, Round(0), block_id, ())
        block = self.ledger.commit(executed, certificate)
        self._follow()
        for queue in self._queues:
            queue.put_nowait(None if overrun else block)
        return block

    def _follow(self) -> None:
        self.mempool.advance(self.ledger.state(), self.chain.next_base_fee_wei)


def _genesis(modules: dict[str, Any]) -> Genesis:
    accounts = {address: GenesisAccount(balance_wei=Wei(1_000 * ETHER)) for address in ACCOUNTS}
    codes = {
        COUNTER: COUNTER_CODE,
        REVERTER: REVERTER_CODE,
        SILENT: SILENT_CODE,
        INVALID: INVALID_CODE,
        SPINNER: SPINNER_CODE,
        NUMBER: NUMBER_CODE,
        LOGGER: LOGGER_CODE,
        HASHER: HASHER_CODE,
    }
    accounts.update({address: GenesisAccount(code=code) for address, code in codes.items()})
    return Genesis(
        CHAIN_ID, Seconds(GENESIS_TIME_S), Gas(30_000_000), Wei(10**9), accounts, modules
    )


class Stage:
    """A running server, its backend and a client."""

    def __init__(
        self, backend: StageBackend, server: RpcServer, http: aiohttp.ClientSession
    ) -> None:
        self.backend, self.server, self.http = backend, server, http

    async def post(self, body: Any, **options: Any) -> tuple[int, bytes]:
        """Send a body and return status and answer."""
        raw = body if isinstance(body, bytes) else orjson.dumps(body)
        headers = {"content-type": "application/json", **options.pop("headers", {})}
        async with self.http.post(self.server.url, data=raw, headers=headers) as answer:
            return answer.status, await answer.read()

    async def ask(self, method: str, *params: Any) -> dict[str, Any]:
        """Return the whole answer to a call."""
        request = {"jsonrpc": "2.0", "id": 1, "method": method, "params": list(params)}
        _, answer = await self.post(request)
        decoded: dict[str, Any] = orjson.loads(answer)
        return decoded

    async def rpc(self, method: str, *params: Any) -> Any:
        """Return the result of a call that succeeds."""
        answer = await self.ask(method, *params)
        assert "result" in answer, answer
        return answer["result"]

    async def settle(self) -> None:
        """Let the server hear of what just happened."""
        for _ in range(5):
            await asyncio.sleep(0)

    @asynccontextmanager
    async def websocket(self) -> AsyncIterator["Socket"]:
        """Open a WebSocket to the server."""
        async with self.http.ws_connect(self.server.url) as socket:
            yield Socket(socket)

    async def error(self, method: str, *params: Any) -> tuple[int, str]:
        """Return code and message of a call that fails."""
        answer = await self.ask(method, *params)
        assert "error" in answer, answer
        return answer["error"]["code"], answer["error"]["message"]


class Socket:
    """A WebSocket client that keeps answers and news apart."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket
        self.news: list[dict[str, Any]] = []
        self._count = 0

    async def ask(self, method: str, *params: Any) -> dict[str, Any]:
        """Return the whole answer to a call; news that come first are kept."""
        self._count += 1
        request = {"jsonrpc": "2.0", "id": self._count, "method": method, "params": list(params)}
        await self.socket.send_str(orjson.dumps(request).decode())
        while True:
            message = await self._receive()
            if "method" not in message:
                assert message["id"] == self._count, message
                return message
            self.news.append(message["params"])

    async def rpc(self, method: str, *params: Any) -> Any:
        """Return the result of a call that succeeds."""
        answer = await self.ask(method, *params)
        assert "result" in answer, answer
        return answer["result"]

    async def next(self) -> dict[str, Any]:
        """Return the next news: its subscription and result."""
        if not self.news:
            self.news.append((await self._receive())["params"])
        return self.news.pop(0)

    async def _receive(self) -> dict[str, Any]:
        message = await self.socket.receive(timeout=5)
        assert message.type is aiohttp.WSMsgType.TEXT, message
        decoded: dict[str, Any] = orjson.loads(message.data)
        return decoded


@asynccontextmanager
async def open_stage(config: RpcConfig | None = None) -> AsyncIterator[Stage]:
    """Start everything on a free port of this machine, and end it again."""
    backend = StageBackend()
    server = RpcServer(backend, replace(config or RpcConfig(), port=0))
    await server.start()
    try:
        async with aiohttp.ClientSession() as http:
            yield Stage(backend, server, http)
    finally:
        await server.stop()
        backend.close()


def on_stage(config: RpcConfig | None = None) -> Callable[[Any], Callable[[], None]]:
    """Give an async test a stage of its own."""

    def wrap(test: Callable[[Stage], Any]) -> Callable[[], None]:
        def run() -> None:
            async def play() -> None:
                async with open_stage(config) as stage:
                    await test(stage)

            with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
                runner.run(play())

        run.__doc__, run.__name__ = test.__doc__, test.__name__
        return run

    return wrap


def hex_of(value: bytes) -> str:
    """Return 0x-hex of bytes."""
    return "0x" + value.hex()
