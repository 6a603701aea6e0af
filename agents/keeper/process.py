"""
The keeper's process: builds every part once, and works until it is told to stop.

    settings, key, node --> Keeper      SIGINT, SIGTERM: stop after the turn
"""

import asyncio
import signal
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from agents.keeper.keeper import Keeper, OnReport
from agents.keeper.settings import read_settings
from agents.keeper.webhook import Messenger
from client import Client, Wallet

SETTINGS_NAME: Final = "keeper.toml"


@dataclass(frozen=True)
class Setting:
    """What a keeper is started with."""

    url: str
    home: Path
    wallet: Wallet


def run_keeper(setting: Setting, on_report: OnReport) -> None:
    """Work until SIGINT or SIGTERM; raises what building a part raises."""
    asyncio.run(serve(setting, on_report))


async def serve(setting: Setting, on_report: OnReport) -> None:
    """Build every part, work, and take all apart again."""
    settings = read_settings(setting.home / SETTINGS_NAME)
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with await Client.connect(setting.url, key=setting.wallet) as client:
        messenger = Messenger(settings.webhook)
        try:
            await Keeper(client, settings, messenger).run(stop, on_report)
        finally:
            await messenger.close()
