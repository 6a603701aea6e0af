"""A JSON-RPC node of a few answers, in memory or as a server on the loopback interface."""

import asyncio
import json
from collections.abc import Callable, Coroutine
from typing import Any

from aiohttp import web

from bridge.endpoint import RpcRefused


class Scripted:
    """Stands in for an Endpoint: answers by method, a value or what a function makes of it."""

    url = "scripted"

    def __init__(self, **answers: Any) -> None:
        self.answers, self.asked = answers, list[tuple[str, list[Any]]]()

    async def call(self, method: str, *params: Any) -> Any:
        """Return the scripted answer; raises it where it is an error."""
        found = (await self.batch([(method, params)]))[0]
        if isinstance(found, Exception):
            raise found
        return found

    async def batch(self, calls: Any) -> list[Any]:
        """Return the scripted answers."""
        found = []
        for method, params in calls:
            self.asked.append((method, list(params)))
            answer = self.answers[method]
            found.append(answer(*params) if callable(answer) else answer)
        return found

    async def close(self) -> None:
        """Nothing is open."""


def refused(message: str, data: str | None = None) -> RpcRefused:
    """Return a node's refusal."""
    return RpcRefused("scripted", 3, message, data)


Answer = Callable[[Any], "web.Response | Any"]


def served(answer: Answer, run: Callable[[str], Coroutine[Any, Any, Any]]) -> Any:
    """Serve questions over HTTP while something runs; return what came of it."""

    async def handle(request: web.Request) -> web.Response:
        found = answer(await request.json())
        if isinstance(found, web.Response):
            return found
        return web.Response(body=json.dumps(found), content_type="application/json")

    async def all_of_it() -> Any:
        app = web.Application()
        app.router.add_post("/", handle)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        try:
            return await run(f"http://127.0.0.1:{runner.addresses[0][1]}/")
        finally:
            await runner.cleanup()

    return asyncio.run(all_of_it())
