"""
What anybody may do when it is due, and is paid for: overdue orders, subscriptions to renew.

    orders --overdue--> poke: the order's reserve pays      licences --renewable--> renew: a share
"""

import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final, Protocol

from client import Client, Refusal
from client.errors import TransactionFailed, TransactionReplaced

LOG: Final = logging.getLogger(__name__)
SCAN_MAX: Final = 10_000  # of the newest orders, and of the newest licences
PART: Final = 500  # looked at together


class Settings(Protocol):
    """Which chores are done."""

    @property
    def poke(self) -> bool:
        """Whether orders are poked."""
        ...

    @property
    def renew(self) -> bool:
        """Whether subscriptions are renewed, each under its own standing cap."""
        ...


class Chores:
    """Does them, each once: the chain refuses what is done already."""

    def __init__(self, client: Client, settings: Settings) -> None:
        self._client, self._settings = client, settings
        self.done = self.late = 0

    async def serve(self) -> None:
        """Do everything that is due; raises NodeError."""
        client = self._client
        if self._settings.poke:
            numbers = newest(await client.compute.order_total())
            await self._each("poke", numbers, client.overdue_orders, client.poke)
        if self._settings.renew:
            numbers = newest(await client.licensing.licence_total())
            await self._each("renew", numbers, client.renewable, client.renew)

    async def _each(
        self,
        name: str,
        numbers: Sequence[int],
        find: Callable[[Sequence[int]], Awaitable[list[int]]],
        do: Callable[[int], Awaitable[Any]],
    ) -> None:
        for start in range(0, len(numbers), PART):
            for number in await find(numbers[start : start + PART]):
                await self._once(name, number, do)

    async def _once(self, name: str, number: int, do: Callable[[int], Awaitable[Any]]) -> None:
        try:
            await do(number)
        except (Refusal, TransactionFailed, TransactionReplaced) as refusal:
            self.late += 1  # somebody else was first
            LOG.info("%s %d: %s", name, number, refusal)
            return
        self.done += 1
        LOG.info("%s %d: done", name, number)


def newest(total: int) -> range:
    """Return the numbers of the newest of so many, which are numbered from 1."""
    return range(max(1, total - SCAN_MAX + 1), total + 1)
