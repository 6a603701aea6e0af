"""
A thousand WebSocket subscribers of a chain under load, and some that never read.

    transfers --> devnet --newHeads, logs, pending--> 1,000 readers, each of whom hears everything
                         `--closed, with a reason---> readers that do not read
"""

import asyncio
import json
import threading
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import WSMsgType

from cli.open_files import raise_open_files
from tests.e2e.devnet import Devnet
from tests.e2e.stage import deploy, dev, sign

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(300)]
READERS = 1_000
SLOW = 5
HEADS = 10  # blocks that every reader follows
LOG_READERS = PENDING_READERS = 50  # of the readers, who hear this besides heads
TRANSFER_PAUSE_S = 0.05
FRAME_S = 60  # within which a frame comes on a busy machine
GROWTH_MAX_BYTES = 200 * 2**20  # of the node while all of them listen
LOOK_S = 0.1
LOGGING = ("--log-level", "info")  # the node says when it ends a slow reader
OUTBOX_BYTES_MAX = 32_000_000  # of the node's default limits
REASON = "slow reader: too many notifications wait"
SLOW_SUBSCRIPTIONS = 64  # of whole pending transactions, so that news pile up quickly
KIBIBYTE = 1024


def rss_bytes(process_id: int) -> int:
    """Return the memory that a process holds."""
    status = Path(f"/proc/{process_id}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) * KIBIBYTE


@contextmanager
def load(devnet: Devnet, size_bytes: int = 0) -> Iterator[list[str]]:
    """Let transfers, and calls that log, flow until the block ends; yields what was sent."""
    web3, sent, done = devnet.web3, list[str](), threading.Event()
    counter = deploy(web3, dev(6), "Counter", 0)
    account, nonce = dev(7), web3.eth.get_transaction_count(dev(7).address)
    call = counter.encode_abi("count", args=[1])

    def flow() -> None:
        for index in range(nonce, nonce + 100_000):
            if done.is_set():
                return
            data = b"\xff" * size_bytes or (call if index % 4 == 0 else b"")
            to = counter.address if data == call else dev(8).address
            raw = sign(web3, account, nonce=index, to=to, data=data, gas=100_000 + 40 * size_bytes)
            sent.append(web3.to_hex(web3.eth.send_raw_transaction(raw)))
            time.sleep(TRANSFER_PAUSE_S)

    thread = threading.Thread(target=flow)
    thread.start()
    try:
        yield sent
    finally:
        done.set()
        thread.join(timeout=30)


class Reader:
    """One subscriber: heads always, and one thing more for some."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket
        self.kinds: dict[str, str] = {}
        self.heard: dict[str, list[Any]] = {
            "newHeads": [],
            "logs": [],
            "newPendingTransactions": [],
        }

    async def subscribe(self, kind: str, *params: Any) -> None:
        """Begin a subscription and remember its id; news of others may come before it."""
        body = {"jsonrpc": "2.0", "id": kind, "method": "eth_subscribe", "params": [kind, *params]}
        await self.socket.send_json(body)
        while True:
            message = json.loads(await self.socket.receive_str(timeout=FRAME_S))
            if message.get("id") == kind:
                self.kinds[message["result"]] = kind
                return
            self._keep(message)

    async def follow(self, heads: int) -> None:
        """Read until so many heads were heard."""
        while len(self.heard["newHeads"]) < heads:
            self._keep(json.loads(await self.socket.receive_str(timeout=FRAME_S)))

    def _keep(self, message: Any) -> None:
        params = message["params"]
        self.heard[self.kinds[params["subscription"]]].append(params["result"])

    @property
    def heights(self) -> list[int]:
        """The heads that were heard, in order."""
        return [int(head["number"], 16) for head in self.heard["newHeads"]]


async def open_readers(session: aiohttp.ClientSession, devnet: Devnet, stack: Any) -> list[Reader]:
    """Connect and subscribe all of them."""
    readers = []
    for number in range(READERS):
        socket = await stack.enter_async_context(session.ws_connect(devnet.endpoints["ws"]))
        reader = Reader(socket)
        readers.append(reader)
        await reader.subscribe("newHeads")
        if number < LOG_READERS:
            await reader.subscribe("logs", {})
        elif number < LOG_READERS + PENDING_READERS:
            await reader.subscribe("newPendingTransactions")
    return readers


def test_a_thousand_readers_lose_no_head(tmp_path: Path) -> None:
    """Every one of them hears every head, log and arrival once and in order; memory is bounded."""
    raise_open_files()

    async def listen(devnet: Devnet) -> list[Reader]:
        connector = aiohttp.TCPConnector(limit=0)
        async with aiohttp.ClientSession(connector=connector) as session, AsyncExitStack() as stack:
            readers = await open_readers(session, devnet, stack)
            await asyncio.gather(*(r.follow(len(r.heights) + HEADS) for r in readers))
            return readers

    with Devnet(tmp_path / "home") as devnet, load(devnet) as sent:
        assert devnet.process is not None
        before = rss_bytes(devnet.process.pid)
        readers = asyncio.run(listen(devnet))
        growth = rss_bytes(devnet.process.pid) - before
        print(f"{READERS} readers: {before >> 20} MiB grew by {growth >> 20} MiB")
        for reader in readers:
            first = reader.heights[0]
            assert list(range(first, first + len(reader.heights))) == reader.heights
        check_logs(devnet, readers[:LOG_READERS])
        check_pending(sent, readers[LOG_READERS : LOG_READERS + PENDING_READERS])
        assert growth < GROWTH_MAX_BYTES
        assert "Traceback" not in devnet.output()


def check_logs(devnet: Devnet, readers: list[Reader]) -> None:
    """The logs of every block between the first and the last heard one are there, once each."""
    for reader in (readers[0], readers[-1]):
        heard = [(log["blockNumber"], log["logIndex"]) for log in reader.heard["logs"]]
        assert heard, "no logs under load"
        last = int(heard[-1][0], 16) - 1
        first = int(heard[0][0], 16) + 1
        wish = {"fromBlock": first, "toBlock": last}
        found = [] if last < first else devnet.web3.eth.get_logs(wish)  # type: ignore[arg-type]
        wanted = [(hex(log["blockNumber"]), hex(log["logIndex"])) for log in found]
        assert wanted == [entry for entry in heard if first <= int(entry[0], 16) <= last]


def check_pending(sent: list[str], readers: list[Reader]) -> None:
    """Arrivals are heard without a gap, in the order they were sent."""
    for reader in readers:
        heard = reader.heard["newPendingTransactions"]
        assert heard, "no arrivals under load"
        start = sent.index(heard[0])
        assert sent[start : start + len(heard)] == heard


def test_readers_that_do_not_read_are_closed(tmp_path: Path) -> None:
    """Each is closed with 1008 and a reason before it costs the node more than its bound."""

    async def act(devnet: Devnet) -> tuple[list[Any], int]:
        assert devnet.process is not None
        peak, end_s = 0, time.monotonic() + FRAME_S
        async with aiohttp.ClientSession() as session:
            stalled = [await stall(session, devnet) for _ in range(SLOW)]
            while devnet.output().count("slow reader") < SLOW:
                assert time.monotonic() < end_s, "nobody was closed"
                peak = max(peak, rss_bytes(devnet.process.pid))
                await asyncio.sleep(LOOK_S)
            return [await last_frame(socket) for socket in stalled], peak

    with Devnet(tmp_path / "home", *LOGGING) as devnet, load(devnet, size_bytes=8_000):
        assert devnet.process is not None
        before = rss_bytes(devnet.process.pid)
        frames, peak = asyncio.run(act(devnet))
        print(f"{SLOW} slow readers: {before >> 20} MiB, at most {peak >> 20} MiB")
        assert [(WSMsgType.CLOSE, 1008, REASON)] * SLOW == frames
        assert peak - before < SLOW * OUTBOX_BYTES_MAX + GROWTH_MAX_BYTES
        assert "Traceback" not in devnet.output()


async def stall(session: aiohttp.ClientSession, devnet: Devnet) -> Any:
    """Subscribe to much and stop reading."""
    socket = await session.ws_connect(devnet.endpoints["ws"], max_msg_size=0, autoclose=False)
    body = {"jsonrpc": "2.0", "id": 1, "method": "eth_subscribe"}
    for _ in range(SLOW_SUBSCRIPTIONS):
        await socket.send_json({**body, "params": ["newPendingTransactions", True]})
    transport_of(socket).pause_reading()
    return socket


async def last_frame(socket: Any) -> tuple[Any, Any, Any]:
    """Read again, until the node says why it closes."""
    transport_of(socket).resume_reading()
    while True:
        message = await socket.receive(timeout=FRAME_S)
        if message.type is not WSMsgType.TEXT:
            return message.type, message.data, message.extra


def transport_of(socket: Any) -> Any:
    """What is below the frames."""
    return socket._conn.transport
