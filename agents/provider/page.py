"""
What a provider serves over HTTP: its numbers, and where results lie that may be known.

    GET /metrics              Prometheus' text
    GET /results/ORDER        {"digest", "salt"}: opens the seal on the chain, names the content
"""

from typing import Final

from aiohttp import web

from agents.provider.journal import Journal
from agents.provider.metrics import Metrics
from agents.provider.policy import RESULT
from client import Client, ClientError
from client.modules.compute import OrderView
from client.modules.shared import Level

OPENLY: Final = (Level.NONE, Level.REQUESTER)  # nobody else is paid for the same result
ORDER_DIGITS_MAX: Final = 18
TEXT: Final = "text/plain; version=0.0.4"


class Page:
    """Serves one provider's page."""

    def __init__(self, client: Client, journal: Journal, metrics: Metrics) -> None:
        self._client, self._journal, self._metrics = client, journal, metrics
        app = web.Application()
        app.router.add_get("/metrics", self._show_metrics)
        app.router.add_get(f"/results/{{order:[0-9]{{1,{ORDER_DIGITS_MAX}}}}}", self._show_result)
        self._runner = web.AppRunner(app, access_log=None)
        self.port = 0

    async def open(self, host: str, port: int) -> None:
        """Listen; raises OSError where the port is taken. Port 0: any that is free."""
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def close(self) -> None:
        """Stop listening."""
        await self._runner.cleanup()

    async def _show_metrics(self, _: web.Request) -> web.Response:
        return web.Response(body=self._metrics.render(), headers={"Content-Type": TEXT})

    async def _show_result(self, request: web.Request) -> web.Response:
        number = int(request.match_info["order"])
        result = self._journal.memory.results.get(number)
        try:
            is_known = result is not None and await self._may_be_known(number)
        except ClientError:
            raise web.HTTPBadGateway(text="the node cannot be asked now") from None
        if result is None or not is_known:
            raise web.HTTPNotFound(text="no result of this order may be known yet")
        salt = self._client.wallet.salt(RESULT, number)
        return web.json_response({"digest": result.digest.hex(), "salt": salt.hex()})

    async def _may_be_known(self, number: int) -> bool:
        view: OrderView = await self._client.compute.order(number)
        if view.progress.milestone == 0:
            return False  # not delivered
        if view.terms.claim.level in OPENLY or not view.progress.claim:
            return view.terms.claim.level in OPENLY
        return (await self._client.verification.standing(view.progress.claim)).is_revealed
