"""
The gateway's process: builds every part once, and serves until it is told to stop.

    settings, key, node, home --> Api beside Redeemer and metrics      SIGINT, SIGTERM: stop
    stop: no new calls, those under way are answered, everything is redeemed
"""

import asyncio
import json
import logging
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from aiohttp import web

from agents.gateway.account import Account
from agents.gateway.agent_keys import AgentKeys
from agents.gateway.api import Api
from agents.gateway.authorized_calls import Cashier
from agents.gateway.income import begin_books
from agents.gateway.journal import Journal
from agents.gateway.local_model import LocalRunner
from agents.gateway.metrics import WEI_PER_COIN, Metrics
from agents.gateway.payments import Payments, Prices
from agents.gateway.redemption import Redeemer
from agents.gateway.settings import LOCAL, Settings, read_settings
from agents.gateway.tills import Tills
from agents.gateway.upstream import HttpRunner, Runner
from client import Client, ClientError, Wallet

LOG: Final = logging.getLogger(__name__)
HOST: Final = "127.0.0.1"
SETTINGS_NAME: Final = "gateway.toml"
ENDPOINTS_NAME: Final = "gateway.json"
SHUTDOWN_S: Final = 60.0  # for calls under way, when told to stop
REPORT_S: Final = 5.0
TEXT: Final = "text/plain; version=0.0.4"
OnReport = Callable[[dict[str, Any]], None]


@dataclass(frozen=True)
class Setting:
    """What a gateway is started with."""

    url: str
    home: Path  # of the gateway: its settings and its journal
    wallet: Wallet
    host: str = HOST
    port: int = 0
    metrics_port: int = 0


def run_gateway(setting: Setting, on_report: OnReport) -> None:
    """Serve until SIGINT or SIGTERM; raises what building a part raises."""
    asyncio.run(serve(setting, on_report))


async def serve(setting: Setting, on_report: OnReport) -> None:
    """Build every part, serve, and take all apart again."""
    settings = read_settings(setting.home / SETTINGS_NAME)
    journal = Journal(setting.home)
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    try:
        async with await Client.connect(setting.url, key=setting.wallet) as client:
            runners = make_runners(settings)
            try:
                gateway = Gateway(client, journal, settings, runners)
                await gateway.run(setting, stop, on_report)
            finally:
                for runner in runners.values():
                    await runner.close()
    finally:
        journal.close()


def make_runners(settings: Settings) -> dict[str, Runner]:
    """Return who answers, by upstream, local ones by model; raises SettingsWrong."""
    local: dict[str, Runner] = {
        model.model_id: LocalRunner(model.name)
        for model in settings.models.values()
        if model.upstream == LOCAL
    }
    return local | {name: HttpRunner(upstream) for name, upstream in settings.upstreams.items()}


class Gateway:
    """Every part of one gateway."""

    def __init__(
        self, client: Client, journal: Journal, settings: Settings, runners: dict[str, Runner]
    ) -> None:
        self._journal, self._settings = journal, settings
        account = Account(client, journal)
        self._client = account.client
        self._tills = Tills(self._client, journal, settings.exposure_wei)
        self._redeemer = Redeemer(account, journal, self._tills, settings)
        self._metrics = Metrics()
        payments = Payments(
            self._client,
            journal,
            self._tills,
            Cashier(account, journal),
            settings,
            lambda: self._redeemer.now_s,
            Prices(self._client),
            AgentKeys(self._client),
        )
        self._api = Api(dict(settings.models), runners, payments, self._metrics)

    async def run(self, setting: Setting, stop: asyncio.Event, on_report: OnReport) -> None:
        """Begin where the journal ends, serve until the stop, and redeem everything."""
        await begin_books(self._client, self._journal)
        await self._redeemer.begin()
        await self._tills.restore()
        api = web.AppRunner(self._api.app, access_log=None, shutdown_timeout=SHUTDOWN_S)
        port = await _listen(api, setting.host, setting.port)
        page = web.AppRunner(self._page(), access_log=None)
        metrics_port = await _listen(page, HOST, setting.metrics_port)
        endpoints = {
            "url": f"http://{setting.host}:{port}/v1",
            "metrics": f"http://{HOST}:{metrics_port}/metrics",
            "account": self._client.address,
        }
        (setting.home / ENDPOINTS_NAME).write_text(json.dumps(endpoints) + "\n")
        on_report({"serving": endpoints["url"], **endpoints})
        following = asyncio.create_task(self._redeemer.run(stop))
        reporting = asyncio.create_task(self._report(on_report))
        try:
            await stop.wait()
            self._api.is_stopping = True
            await api.cleanup()
            await following
            await self._bring_home()
        finally:
            reporting.cancel()
            await page.cleanup()
            on_report(self.standing())

    async def _bring_home(self) -> None:
        """Redeem everything before the end; what fails now is redeemed after the next start."""
        try:
            await self._redeemer.redeem(everything=True)
            await self._redeemer.split()
        except ClientError as fault:
            LOG.warning("not everything is redeemed: %s", fault)

    def standing(self) -> dict[str, Any]:
        """Return how much is served, signed for and redeemed of all channels."""
        lanes = [lane for till in self._tills.all for lane in till.lanes.values()]
        return {
            "channels": len(self._tills.all),
            "calls": sum(len(lane.receipts) for lane in lanes),
            "served_wei": str(sum(lane.owed_wei for lane in lanes)),
            "unsigned_wei": str(sum(till.unsigned_wei for till in self._tills.all)),
            "redeemable_wei": str(sum(till.due_wei for till in self._tills.all)),
            "redeemed_wei": str(sum(lane.redeemed_wei for lane in lanes)),
        }

    async def _report(self, on_report: OnReport) -> None:
        while True:
            await asyncio.sleep(REPORT_S)
            on_report(self.standing())

    def _page(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/metrics", self._show_metrics)
        return app

    async def _show_metrics(self, _: web.Request) -> web.Response:
        metrics, tills = self._metrics, self._tills.all
        metrics.channels.set(len(tills))
        metrics.unsigned.set(sum(till.unsigned_wei for till in tills) / WEI_PER_COIN)
        metrics.due.set(sum(till.due_wei for till in tills) / WEI_PER_COIN)
        metrics.commits.set(self._journal.commits)
        metrics.failures.set(self._redeemer.faults)
        return web.Response(body=metrics.render(), headers={"Content-Type": TEXT})


async def _listen(runner: web.AppRunner, host: str, port: int) -> int:
    """Listen and return the port; raises OSError where it is taken. Port 0: any that is free."""
    await runner.setup()
    await web.TCPSite(runner, host, port).start()
    found: int = runner.addresses[0][1]
    return found
