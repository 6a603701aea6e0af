"""A gateway as a process, an upstream that answers on the loopback interface, and who pays."""

import asyncio
import json
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from aiohttp import web

from agents.gateway.payer import LanePayer
from agents.gateway.voucher_header import RECEIPT_HEADER, VOUCHER_HEADER
from client import Client
from client.modules.model_fees import Conditions, Prices, RevenueSplit
from tests.e2e.devnet import ENVIRONMENT, START_S, STEP_S

COIN = 10**18
INPUT_WEI, OUTPUT_WEI = 10**9, 3 * 10**9  # of one token
EXPOSURE_WEI = 10**14
EMBED, CHAT, FREE = "guild/embed", "guild/chat", "guild/free"
SETTINGS = """
exposure_wei = {exposure_wei}
redeem_s = {redeem_s}
[upstreams.main]
url = "{url}"
[models."guild/embed"]
upstream = "main"
name = "small"
tasks = ["embeddings"]
[models."guild/free"]
upstream = "main"
name = "small"
tasks = ["embeddings"]
[models."guild/chat"]
upstream = "main"
name = "talker"
tasks = ["chat"]
output_tokens_max = 256
"""


class Upstream:
    """An API like OpenAI's that counts words: it answers with what it was asked."""

    def __init__(self, delay_s: float = 0.0) -> None:
        self.calls, self.delay_s, self.is_broken = 0, delay_s, False
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self.url = ""

    def __enter__(self) -> "Upstream":
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._open(), self._loop).result(10)
        return self

    def __exit__(self, *exception: object) -> None:
        asyncio.run_coroutine_threadsafe(self._runner.cleanup(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    async def _open(self) -> None:
        app = web.Application()
        app.router.add_post("/v1/embeddings", self._embed)
        app.router.add_post("/v1/chat/completions", self._chat)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/v1"

    async def _embed(self, request: web.Request) -> web.Response:
        body = await request.json()
        self.calls += 1
        await asyncio.sleep(self.delay_s)
        if self.is_broken:
            return web.Response(status=500, text="broken")
        given = body["input"] if isinstance(body["input"], list) else [body["input"]]
        data = [
            {"object": "embedding", "index": n, "embedding": [float(len(text)), 1.0]}
            for n, text in enumerate(given)
        ]
        count = sum(len(text.split()) for text in given)
        usage = {"prompt_tokens": count, "total_tokens": count}
        return web.json_response(
            {"object": "list", "data": data, "model": body["model"], "usage": usage}
        )

    async def _chat(self, request: web.Request) -> web.StreamResponse:
        """Answer with the words of the last message, as many as may be written."""
        body = await request.json()
        self.calls += 1
        words = body["messages"][-1]["content"].split()
        said = words[: body["max_tokens"]]
        usage = {
            "prompt_tokens": len(words),
            "completion_tokens": len(said),
            "total_tokens": len(words) + len(said),
        }
        base = {"id": "c1", "created": 1, "model": body["model"]}
        if not body.get("stream"):
            message = {"role": "assistant", "content": " ".join(said)}
            choice = {"index": 0, "message": message, "finish_reason": "stop"}
            return web.json_response(
                base | {"object": "chat.completion", "choices": [choice], "usage": usage}
            )
        assert body["stream_options"]["include_usage"] is True
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        base["object"] = "chat.completion.chunk"
        for word in said:
            await asyncio.sleep(self.delay_s)
            choice = {"index": 0, "delta": {"content": word + " "}, "finish_reason": None}
            await self._send(response, base | {"choices": [choice]})
        choice = {"index": 0, "delta": {}, "finish_reason": "stop"}
        await self._send(response, base | {"choices": [choice]})
        await self._send(response, base | {"choices": [], "usage": usage})
        await response.write(b"data: [DONE]\n\n")
        return response

    @staticmethod
    async def _send(response: web.StreamResponse, part: dict[str, Any]) -> None:
        await response.write(b"data: " + json.dumps(part).encode() + b"\n\n")


class GatewayProcess:
    """A `kumiai gateway run` process on free ports of the loopback interface."""

    def __init__(self, home: Path, rpc: str, place: Path, key: str = "dev1") -> None:
        self.home, self.rpc, self.place, self.key = home, rpc, place, key
        self.process: subprocess.Popen[bytes] | None = None
        self.url = self.metrics = ""

    def configure(self, upstream: Upstream, **changes: Any) -> None:
        """Write its settings."""
        values = {"exposure_wei": EXPOSURE_WEI, "redeem_s": 3600, "url": upstream.url} | changes
        self.place.mkdir(parents=True, exist_ok=True)
        (self.place / "gateway.toml").write_text(SETTINGS.format(**values))

    def start(self) -> None:
        """Start the process and wait until it serves."""
        endpoints = self.place / "gateway.json"
        endpoints.unlink(missing_ok=True)
        command = [sys.executable, "-m", "cli", "gateway", "run", "--from", self.key]
        command += ["--home", str(self.home), "--node", self.rpc, "--dir", str(self.place)]
        with (self.place / "output.log").open("ab") as output:
            self.process = subprocess.Popen(
                [*command, "--port", "0", "--metrics-port", "0", "--json"],
                stdout=output,
                stderr=subprocess.STDOUT,
                env=ENVIRONMENT,
                stdin=subprocess.DEVNULL,
            )
        deadline = time.monotonic() + START_S
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise AssertionError(f"the gateway ended: {self.output()[-3000:]}")
            try:
                found = json.loads(endpoints.read_text())
                self.url, self.metrics = found["url"], found["metrics"]
                return
            except (OSError, ValueError):
                time.sleep(STEP_S)
        raise AssertionError(f"no gateway after {START_S} s: {self.output()[-3000:]}")

    def output(self) -> str:
        """Return what the process has printed so far."""
        return (self.place / "output.log").read_text()

    def end(self, number: int = signal.SIGTERM) -> int:
        """Send a signal and return how the process ended."""
        assert self.process is not None
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(timeout=60)

    def __enter__(self) -> "GatewayProcess":
        self.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.end()


async def done(pending: Any) -> Any:
    """Wait for a call's block."""
    return await (await pending).receipt()


async def list_model(
    author: Client, model: str, infrastructure: str, conditions: Conditions | None = None
) -> None:
    """Put a model on sale: 70 of 100 are its author's, the rest is whose machines serve it."""
    prices = Prices(INPUT_WEI, OUTPUT_WEI)
    split = RevenueSplit(infrastructure, 7_000, 3_000, 0)
    fees = author.model_fees
    await done(fees.register_model(model, "ipfs://card", prices, split))
    if conditions is not None:
        now_s = (await author.block()).time_s
        await done(fees.schedule_terms(model, prices, split, conditions, now_s + 2))
    await done(fees.activate_model(model))


def voucher_auth(payer: LanePayer, seen: list[Any] | None = None) -> Any:
    """Return what makes a client of httpx pay for what it asks, as the official one uses it."""
    import httpx2

    class VoucherAuth(httpx2.Auth):
        """Pays for calls by one lane."""

        async def async_auth_flow(self, request: Any) -> Any:
            """Bring the voucher; sign for what is due, where the gateway says so."""
            request.headers[VOUCHER_HEADER] = payer.header()
            response = yield request
            if response.status_code == 402:
                found = json.loads(await response.aread())
                payer.owed(found["kumiai"]["statement"])
                request.headers[VOUCHER_HEADER] = payer.header()
                response = yield request
            if RECEIPT_HEADER in response.headers:
                payer.owed(json.loads(response.headers[RECEIPT_HEADER]))
                if seen is not None:
                    seen.append(response.headers[RECEIPT_HEADER])

    return VoucherAuth()


def words(count: int) -> str:
    """Return a text of so many words."""
    return " ".join(["word"] * count)
