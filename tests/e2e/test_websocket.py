"""
WebSockets of a running node under clients that babble, hoard, stall and vanish.

    aiohttp client --frames--> devnet --answers and news--> other clients, who notice nothing
"""

import asyncio
import json
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from aiohttp import WSMsgType

from tests.e2e.devnet import Devnet, wait_until
from tests.e2e.stage import dev, sign, submit

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(120)]
ANSWER_S = 20  # seconds a frame may take to arrive
MESSAGE_BYTES_MAX = 5 * 2**20  # of the node's default limits
SUBSCRIPTIONS_MAX = 128


@pytest.fixture(scope="module")
def devnet(tmp_path_factory):
    """One chain for all tests of this file."""
    with Devnet(tmp_path_factory.mktemp("websocket") / "home") as running:
        yield running


@pytest.fixture(autouse=True)
def alive(devnet):
    """After each test the same process makes blocks and has logged no fault."""
    yield
    submit(devnet.web3, sign(devnet.web3, dev(19), to=dev(18).address, value=1))
    assert devnet.process is not None and devnet.process.poll() is None
    assert "Traceback" not in devnet.output()


class Client:
    """A WebSocket that sends what it is told."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket

    async def receive(self) -> Any:
        """Return the next frame's JSON."""
        return json.loads(await self.socket.receive_str(timeout=ANSWER_S))

    async def call(self, method: str, *params: Any) -> Any:
        """Send a request and return its answer, whatever news come before it."""
        await self.socket.send_json(
            {"jsonrpc": "2.0", "id": method, "method": method, "params": params}
        )
        while True:
            answer = await self.receive()
            if answer.get("id") == method:
                return answer

    async def head(self) -> int:
        """Return the height that the next piece of news tells."""
        return int((await self.receive())["params"]["result"]["number"], 16)

    @property
    def transport(self) -> asyncio.Transport:
        """What is below the frames."""
        connection = self.socket._conn
        assert connection is not None and connection.transport is not None
        return connection.transport

    def announce(self, size: int) -> None:
        """Write the beginning of a text frame of so many bytes, and nothing of its content."""
        self.transport.write(b"\x81\xff" + size.to_bytes(8, "big") + b"mask")


@asynccontextmanager
async def connect(devnet: Devnet) -> Any:
    """Open a WebSocket to the node."""
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(devnet.endpoints["ws"], max_msg_size=0) as socket,
    ):
        yield Client(socket)


def test_nonsense_is_answered_and_the_connection_lives(devnet):
    """Malformed JSON, binary frames and unknown kinds get errors; the next call is answered."""

    async def act() -> None:
        async with connect(devnet) as client:
            for frame, code in (
                ("{", -32700),
                ("[]", -32600),
                ("7", -32600),
                ("[" * 10_000, -32700),
            ):
                await client.socket.send_str(frame)
                assert code == (await client.receive())["error"]["code"]
            await client.socket.send_bytes(b"\xff\x00\xfe")
            assert -32700 == (await client.receive())["error"]["code"]
            for params in ([], ["newHeds"], [5], ["logs", 7], ["logs", {"address": "0x12"}]):
                answer = await client.call("eth_subscribe", *params)
                assert answer["error"]["code"] in (-32602, -32601, -32600), answer
            assert (await client.call("eth_unsubscribe", "0x1234"))["error"]["code"] != -32603
            assert "0x7a69" == (await client.call("eth_chainId"))["result"]

    asyncio.run(act())


def test_a_message_above_the_limit_closes_its_connection(devnet):
    """The peer is told why (1009), and others are not disturbed."""

    async def act() -> None:
        async with connect(devnet) as loud, connect(devnet) as quiet:
            loud.announce(MESSAGE_BYTES_MAX + 1)
            message = await loud.socket.receive(timeout=ANSWER_S)
            assert (WSMsgType.CLOSE, 1009) == (message.type, message.data)
            assert "0x7a69" == (await quiet.call("eth_chainId"))["result"]

    asyncio.run(act())


def test_subscriptions_are_bounded_and_their_own(devnet):
    """One connection holds so many subscriptions, and nobody ends another's."""

    async def act() -> None:
        async with connect(devnet) as hoarder, connect(devnet) as other:
            held = [
                (await hoarder.call("eth_subscribe", "newPendingTransactions"))["result"]
                for _ in range(SUBSCRIPTIONS_MAX)
            ]
            refused = await hoarder.call("eth_subscribe", "newHeads")
            assert -32005 == refused["error"]["code"]
            assert f"at most {SUBSCRIPTIONS_MAX}" in refused["error"]["message"]
            assert len(held) == len(set(held))
            stolen = await other.call("eth_unsubscribe", held[0])
            assert stolen.get("result") is not True
            assert (await hoarder.call("eth_unsubscribe", held[0]))["result"] is True
            assert "result" in await hoarder.call("eth_subscribe", "newHeads")

    asyncio.run(act())


def test_a_client_that_vanishes_leaves_nothing_behind(devnet):
    """Cut in the middle of a frame and of a subscription, the node forgets it; others hear on."""

    async def act() -> list[int]:
        async with connect(devnet) as listener:
            await listener.call("eth_subscribe", "newHeads")
            for _ in range(20):
                async with connect(devnet) as vanishing:
                    await vanishing.call("eth_subscribe", "newHeads")
                    await vanishing.call("eth_subscribe", "newPendingTransactions")
                    vanishing.announce(60_000)
                    vanishing.transport.abort()
            return [await listener.head() for _ in range(2)]

    first, second = asyncio.run(act())
    assert first + 1 == second


def test_a_reader_that_stalls_does_not_hold_up_the_chain(devnet):
    """While one reads nothing of a great deal, blocks are made and others are told of them."""
    web3 = devnet.web3

    async def act() -> None:
        async with connect(devnet) as stalled, connect(devnet) as listener:
            await stalled.call("eth_subscribe", "newHeads")
            body = json.dumps(
                [{"jsonrpc": "2.0", "id": n, "method": "rpc.discover"} for n in range(50)]
            )
            for _ in range(10):
                await stalled.socket.send_str(body)  # megabytes of answers that nobody takes
            height = await asyncio.to_thread(lambda: web3.eth.block_number)
            await listener.call("eth_subscribe", "newHeads")
            raw = await asyncio.to_thread(sign, web3, dev(17), to=dev(18).address, value=1)
            await asyncio.to_thread(submit, web3, raw)
            assert await listener.head() > height

    asyncio.run(act())
    height = web3.eth.block_number
    wait_until(lambda: web3.eth.block_number > height)
