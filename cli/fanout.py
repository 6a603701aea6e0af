"""
One source, many readers: what a thread publishes, coroutines read, each from a bounded queue.

    ledger thread --publish--> loop --> queue of each reader --> async for
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Generic, TypeVar

from chain.errors import Unavailable

T = TypeVar("T")

QUEUE_MAX = 1_024  # items that wait for one reader


class ReaderTooSlow(Unavailable):
    """A reader fell so far behind that items were lost; it must start again."""


class Fanout(Generic[T]):
    """
    A stream that any number of coroutines read from the moment they ask.

    A reader that falls behind by more than its queue either loses the oldest items (`lossy`) or is
    told so by ReaderTooSlow; it never slows down the source.
    """

    def __init__(self, *, lossy: bool) -> None:
        self._lossy = lossy
        self._queues: list[asyncio.Queue[T | None]] = []
        self._loop: asyncio.AbstractEventLoop | None = None

    def attach(self, loop: asyncio.AbstractEventLoop) -> None:
        """Name the loop that readers live on; before it is named nobody can read."""
        self._loop = loop

    def publish(self, item: T) -> None:
        """Hand an item to every reader; from any thread."""
        if self._loop is not None and self._queues:
            self._loop.call_soon_threadsafe(self._put, item)

    def read(self) -> AsyncIterator[T]:
        """Return what is published from now on."""
        queue: asyncio.Queue[T | None] = asyncio.Queue(QUEUE_MAX)
        self._queues.append(queue)
        return self._drain(queue)

    async def _drain(self, queue: asyncio.Queue[T | None]) -> AsyncIterator[T]:
        try:
            while True:
                item = await queue.get()
                if item is None:
                    raise ReaderTooSlow(f"more than {QUEUE_MAX} items waited for one reader")
                yield item
        finally:
            if queue in self._queues:
                self._queues.remove(queue)

    def _put(self, item: T) -> None:
        for queue in list(self._queues):
            if queue.full():
                queue.get_nowait()
                if not self._lossy:
                    self._queues.remove(queue)
                    queue.put_nowait(None)
                    continue
            queue.put_nowait(item)
