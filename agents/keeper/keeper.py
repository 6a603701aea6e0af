"""
One keeper from its start to its stop: turn after turn, each as if it was the first.

    turn: vouchers of closing channels, chores, alerts      what is done twice, the chain refuses
"""

import asyncio
import logging
from collections.abc import Callable
from typing import Any, Final

from agents.keeper.alerts import Lookout
from agents.keeper.chores import Chores
from agents.keeper.settings import Settings
from agents.keeper.vouchers import read_vouchers
from agents.keeper.watchtower import Watchtower
from agents.keeper.webhook import Messenger
from client import Client, ClientError

LOG: Final = logging.getLogger(__name__)
OnReport = Callable[[dict[str, Any]], None]


class Keeper:
    """Watches, works and warns."""

    def __init__(self, client: Client, settings: Settings, messenger: Messenger) -> None:
        self._client, self._settings, self._messenger = client, settings, messenger
        self.watchtower, self.chores = Watchtower(client), Chores(client, settings)
        self._lookout = Lookout(client, settings.alerts)
        self._known: set[tuple[str, str]] = set()
        self.failures = 0

    async def run(self, stop: asyncio.Event, on_report: OnReport) -> None:
        """Work until `stop` is set; a node that fails is asked again, for as long as it takes."""
        while not stop.is_set():
            await self.turn(on_report)
            try:
                await asyncio.wait_for(stop.wait(), self._settings.poll_s)
            except TimeoutError:
                continue

    async def turn(self, on_report: OnReport) -> None:
        """Do everything that there is to do now; one step's trouble is not the others'."""
        steps = (self._watch, self._do_chores, lambda: self._warn(on_report))
        for step in steps:
            try:
                await step()
            except ClientError as fault:
                self.failures += 1
                LOG.warning("%s", fault)
        on_report(self.standing())

    async def _watch(self) -> None:
        vouchers = await asyncio.to_thread(read_vouchers, self._settings.vouchers)
        if vouchers:
            await self.watchtower.serve(vouchers, (await self._client.block()).time_s)

    async def _do_chores(self) -> None:
        await self.chores.serve()

    async def _warn(self, on_report: OnReport) -> None:
        """Tell what is new; what is over may be told again when it comes back."""
        block = await self._client.block()
        found = await self._lookout.look(block.time_s)
        self._known &= {(alert.kind, alert.subject) for alert in found}
        for alert in found:
            key = (alert.kind, alert.subject)
            if key in self._known:
                continue
            document = alert.document(block.height, block.time_s)
            if await self._messenger.tell(document):
                self._known.add(key)
                on_report(document)

    def standing(self) -> dict[str, Any]:
        """Return what was done since the start."""
        return {
            "rescued": self.watchtower.rescued,
            "reward_wei": str(self.watchtower.reward_wei),
            "chores": self.chores.done,
            "alerts": self._messenger.told,
            "node_failures": self.failures,
        }
