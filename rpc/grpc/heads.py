"""
News of final blocks for any number of streams, without a queue for any of them.

Each stream keeps the height it wants next and waits until the chain is that high; what it missed it
reads from the chain. So a slow reader costs nothing and loses nothing.
"""

import asyncio
import logging

from chain.errors import Unavailable
from chain.types.primitives import Height
from rpc.backend import Backend

logger = logging.getLogger(__name__)


class Heads:
    """How high the chain is, and a way to wait until it is higher."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._grown = asyncio.Event()

    @property
    def height(self) -> Height:
        """The height of the newest block."""
        return self._backend.chain.head.header.height

    async def reach(self, height: int) -> None:
        """Wait until there is a block at this height."""
        while self.height < height:
            await self._grown.wait()

    async def run(self) -> None:
        """Follow the node until cancelled; a stream that was overrun is opened again."""
        while True:
            try:
                async for _ in self._backend.committed():
                    self._wake()
                return
            except Unavailable as overrun:
                logger.info("fell behind the chain, catching up: %s", overrun)
                self._wake()

    def _wake(self) -> None:
        """Whoever waits now wakes; whoever waits from now on waits for the next block."""
        grown, self._grown = self._grown, asyncio.Event()
        grown.set()
