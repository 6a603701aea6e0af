"""
Fuzz the servers of a running node: requests made from its own descriptions, over every door.

    python -m tests.fuzz.rpc --requests 100000          (make fuzz-rpc REQUESTS=100000)
    python -m tests.fuzz.rpc --requests 5000 --seed 7 --development

A finding is an HTTP 5xx that is not documented, an internal error, the text of a trace, an answer
that does not come, or a node that makes no more blocks. Each is printed with what was asked.
"""

import argparse
import asyncio
import json
import secrets
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any, Final

import aiohttp
import grpc

from tests.e2e.devnet import Devnet
from tests.fuzz.rpc_messages import Messages, calls
from tests.fuzz.rpc_requests import QUANTITY, Requests

CLIENTS: Final = 8  # at a time
ANSWER_S: Final = (
    60.0  # seconds after which an answer is missing: twice what the node takes at most
)
LONG: Final = {"anvil_mine", "hardhat_mine"}  # make as many blocks as they are told to, for hours
STREAM_S: Final = 0.3  # seconds that a stream is listened to
STREAM_MESSAGES: Final = 3
WEBSOCKET_SHARE: Final = 0.2
GRPC_SHARE: Final = 0.2
DOCUMENTED_5XX: Final = {503}  # too many WebSockets, or the node stops
INTERNAL: Final = -32603
TRACE_WORDS: Final = (b"Traceback (most recent", b'File \\"/', b"site-packages")
GRPC_FAULTS: Final = {grpc.StatusCode.INTERNAL, grpc.StatusCode.UNKNOWN}
FINDINGS_MAX: Final = 20


class Findings(list[str]):
    """What broke, with what was asked."""

    def note(self, what: str, asked: bytes) -> None:
        """Keep a finding."""
        self.append(f"{what}: {asked[:6_000].decode(errors='replace')}")


class Attack:
    """Sends requests to one node and judges what comes back."""

    def __init__(self, endpoints: dict[str, Any], seed: int) -> None:
        self._endpoints, self._chance = endpoints, Random(seed)
        self.findings, self.counts = Findings(), Counter[str]()
        self._messages, self._calls = Messages(self._chance), calls()
        self._left = 0
        self._requests: Requests

    async def run(self, requests: int) -> None:
        """Send so many requests."""
        self._left = requests
        timeout = aiohttp.ClientTimeout(ANSWER_S)
        async with (
            aiohttp.ClientSession(timeout=timeout) as http,
            grpc.aio.insecure_channel(self._endpoints["grpc"]) as channel,
        ):
            document = await self._ask(http, "rpc.discover")
            document["methods"] = [m for m in document["methods"] if m["name"] not in LONG]
            self._requests = Requests(document, self._chance, await self._known(http))
            await asyncio.gather(*(self._client(http, channel) for _ in range(CLIENTS)))

    async def _ask(self, http: aiohttp.ClientSession, method: str, *params: Any) -> Any:
        request = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
        async with http.post(self._endpoints["rpc"], json=request) as answer:
            return (await answer.json())["result"]

    async def _known(self, http: aiohttp.ClientSession) -> dict[str, list[str]]:
        """Values that the chain knows."""
        block = await self._ask(http, "eth_getBlockByNumber", "latest", False)
        hashes = [block["hash"], block["parentHash"], *block["transactions"]]
        module = "0x" + "00" * 18 + "0a01"
        return {
            QUANTITY: ["0x0", "0x1", block["number"]],
            "^0x[0-9a-fA-F]{64}$": hashes,
            "^0x[0-9a-fA-F]{40}$": [block["miner"], module],
        }

    async def _client(self, http: aiohttp.ClientSession, channel: grpc.aio.Channel) -> None:
        """One client of several: sends until all requests are sent or enough is found."""
        socket: aiohttp.ClientWebSocketResponse | None = None
        while self._left > 0 and len(self.findings) < FINDINGS_MAX:
            self._left -= 1
            door = self._chance.random()
            if door < GRPC_SHARE:
                self.counts["gRPC"] += 1
                await self._over_grpc(channel)
            elif door < GRPC_SHARE + WEBSOCKET_SHARE:
                if socket is None or socket.closed:
                    socket = await http.ws_connect(self._endpoints["ws"], max_msg_size=0)
                self.counts["WebSocket"] += 1
                await self._over_websocket(socket)
            else:
                self.counts["HTTP"] += 1
                await self._over_http(http)
        if socket is not None:
            await socket.close()

    async def _over_http(self, http: aiohttp.ClientSession) -> None:
        body = self._requests.body()
        headers = {"content-type": "application/json"}
        try:
            async with http.post(self._endpoints["rpc"], data=body, headers=headers) as answer:
                if answer.status >= 500 and answer.status not in DOCUMENTED_5XX:
                    self.findings.note(f"HTTP {answer.status}", body)
                self._judge(await answer.read(), body)
        except (TimeoutError, aiohttp.ClientError) as cause:
            self.findings.note(f"no answer over HTTP ({cause!r})", body)

    async def _over_websocket(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        """A message, then one with a known answer: what lies between is the message's."""
        body, mark = self._requests.body(), f"mark-{self._chance.getrandbits(60)}"
        probe = {"jsonrpc": "2.0", "id": mark, "method": "eth_chainId"}
        try:
            await socket.send_bytes(body)
            await socket.send_str(json.dumps(probe))
            async with asyncio.timeout(ANSWER_S):
                while True:
                    message = await socket.receive()
                    if message.type is not aiohttp.WSMsgType.TEXT:
                        self.findings.note(f"the WebSocket ended: {message!r}", body)
                        return
                    if mark in message.data:
                        return
                    self._judge(message.data.encode(), body)
        except (TimeoutError, aiohttp.ClientError) as cause:
            self.findings.note(f"no answer over a WebSocket ({cause!r})", body)

    async def _over_grpc(self, channel: grpc.aio.Channel) -> None:
        call = self._chance.choice(self._calls)
        raw = self._messages.request(call)
        asked = call.path.encode() + b" " + raw.hex().encode()
        try:
            if call.is_stream:
                await self._listen(channel.unary_stream(call.path)(raw, timeout=ANSWER_S))
            else:
                await channel.unary_unary(call.path)(raw, timeout=ANSWER_S)
        except grpc.aio.AioRpcError as answer:
            self.counts[f"gRPC {answer.code().name}"] += 1
            text = (answer.details() or "").encode()
            if answer.code() in GRPC_FAULTS or any(word in text for word in TRACE_WORDS):
                self.findings.note(f"gRPC {answer.code().name} {answer.details()}", asked)
            if answer.code() is grpc.StatusCode.DEADLINE_EXCEEDED:
                self.findings.note("no answer over gRPC", asked)

    async def _listen(self, stream: Any) -> None:
        """Take a few messages of a stream, then leave."""
        try:
            async with asyncio.timeout(STREAM_S):
                for _ in range(STREAM_MESSAGES):
                    if await stream.read() is grpc.aio.EOF:
                        return
        except TimeoutError:
            self.counts["streams left"] += 1
        finally:
            stream.cancel()

    def _judge(self, answer: bytes, asked: bytes) -> None:
        """Note what no answer may hold."""
        if any(word in answer for word in TRACE_WORDS):
            self.findings.note(f"a trace in the answer {answer[:300]!r}", asked)
        try:
            decoded = json.loads(answer) if answer else []
        except ValueError:
            self.findings.note(f"an answer that is no JSON {answer[:100]!r}", asked)
            return
        for item in decoded if isinstance(decoded, list) else [decoded]:
            code = item.get("error", {}).get("code") if isinstance(item, dict) else None
            self.counts["errors" if code is not None else "results"] += 1
            if code == INTERNAL:
                self.findings.note("an internal error", asked)


async def attack(home: Path, requests: int, seed: int, *, development: bool) -> Attack:
    """Start a node, attack it, and check that it is alive; returns what was found."""
    options = ("--block-time", "0.5") if development else ("--consensus", "--block-time", "0.5")
    with Devnet(home, *options) as devnet:
        found = Attack(devnet.endpoints, seed)
        await found.run(requests)
        if devnet.process is None or devnet.process.poll() is not None:
            found.findings.note("the node ended", devnet.output()[-1_000:].encode())
        elif not await asyncio.to_thread(makes_blocks, devnet, development):
            found.findings.note("the node makes no more blocks", b"")
        _, word, trace = devnet.output().partition("Traceback")
        if word:
            found.findings.note("a trace in the log", trace.encode())
    return found


def makes_blocks(devnet: Devnet, development: bool) -> bool:
    """Whether the head moves; a development chain that was told to stand still is asked to."""
    web3 = devnet.web3
    before, deadline_s = web3.eth.block_number, time.monotonic() + ANSWER_S
    if development:
        web3.provider.make_request("evm_mine", [])  # type: ignore[arg-type]
    while time.monotonic() < deadline_s:
        if web3.eth.block_number > before:
            return True
        time.sleep(0.2)
    return False


def main() -> int:
    """Fuzz a node; 0 when nothing broke."""
    parser = argparse.ArgumentParser(prog="tests.fuzz.rpc", description="fuzz a node's servers")
    parser.add_argument("--requests", type=int, default=100_000)
    parser.add_argument("--seed", type=int, help="to repeat a run; a new one unless given")
    parser.add_argument("--development", action="store_true", help="with development methods")
    options = parser.parse_args()
    seed = secrets.randbelow(10**9) if options.seed is None else options.seed
    begun_s = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch) / "home"
        run = attack(home, options.requests, seed, development=options.development)
        found = asyncio.run(run)
    span_s = time.monotonic() - begun_s
    print(f"seed {seed}: {options.requests} requests in {span_s:.0f} s, ", end="")
    print(f"{options.requests / span_s:.0f} a second: {dict(found.counts)}")
    for finding in found.findings:
        print(finding, file=sys.stderr)
    return 1 if found.findings else 0


if __name__ == "__main__":
    sys.exit(main())
