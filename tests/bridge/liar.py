"""
An RPC source that lies: it passes questions on, and tells of other blocks than there are.

    question --> the real node --> answer; of a block: its header with other extra data, and the
                                   hash that such a header would have
"""

import asyncio
import threading
from typing import Any

from aiohttp import ClientSession, web
from eth_hash.auto import keccak

from bridge.ends.ethereum import header_bytes

LIE = "0x6c6965"  # "lie"


def falsified(block: Any) -> Any:
    """Return a block that reads well and never was."""
    if not isinstance(block, dict):
        return block
    false = {**block, "extraData": LIE}
    return {**false, "hash": "0x" + keccak(header_bytes(false)).hex()}


class Liar:
    """A server on the loopback interface before a real node; use it as `async with`."""

    def __init__(self, url: str) -> None:
        self._real, self.url, self.lies = url, "", 0

    async def __aenter__(self) -> "Liar":
        self._session = ClientSession()
        app = web.Application()
        app.router.add_post("/", self._answer)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/"
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self._runner.cleanup()
        await self._session.close()

    async def _answer(self, request: web.Request) -> web.Response:
        question = await request.json()
        async with self._session.post(self._real, json=question) as response:
            answer = await response.json()
        if isinstance(question, dict) and question["method"] == "eth_getBlockByNumber":
            self.lies += 1
            answer["result"] = falsified(answer["result"])
        return web.json_response(answer)


class LiarThread:
    """A liar beside a test that does not wait for it; use it as `with`."""

    def __init__(self, url: str) -> None:
        self.liar, self._loop = Liar(url), asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Liar:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self.liar.__aenter__(), self._loop).result(30)
        return self.liar

    def __exit__(self, *exception: object) -> None:
        asyncio.run_coroutine_threadsafe(self.liar.__aexit__(), self._loop).result(30)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(30)
