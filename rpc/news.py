"""
What happens, told to whoever listens: one reader of the node's streams for all clients.

    backend.committed() --.
                           News --> filters, subscriptions (plain functions, never awaited)
    pool.arrivals() ------'
"""

import asyncio
import logging
from collections.abc import Callable

from chain.errors import Unavailable
from chain.types.block import CommittedBlock
from chain.types.transaction import CheckedTransaction
from rpc.backend import Backend

logger = logging.getLogger(__name__)

OnBlock = Callable[[CommittedBlock], None]
OnArrival = Callable[[CheckedTransaction], None]
OnRewind = Callable[[int], None]


class News:
    """Follows the node; listeners hear every block once and in order."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._on_block: list[OnBlock] = []
        self._on_arrival: list[OnArrival] = []
        self._on_rewind: list[OnRewind] = []
        self._waiting: list[asyncio.Future[None]] = []
        self._told: int = backend.chain.head.header.height  # the newest block that listeners know
        self._was_rewound = False

    def listen(
        self,
        on_block: OnBlock | None = None,
        on_arrival: OnArrival | None = None,
        on_rewind: OnRewind | None = None,
    ) -> None:
        """Have functions called from now on; they must be quick and must not raise."""
        if on_block is not None:
            self._on_block.append(on_block)
        if on_arrival is not None:
            self._on_arrival.append(on_arrival)
        if on_rewind is not None:
            self._on_rewind.append(on_rewind)

    async def reach(self, height: int) -> None:
        """Wait until the block at a height has been told to all listeners."""
        while self._told < height:
            await self.next_block()

    def rewind(self, height: int) -> None:
        """Hear that blocks above a height are gone: only a development chain goes back."""
        self._told, self._was_rewound = min(self._told, height), True
        for listener in self._on_rewind:
            listener(height)

    async def next_block(self) -> None:
        """Wait until the next block has been told to all listeners."""
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(waiting)
        await waiting

    async def run(self) -> None:
        """Follow both streams until cancelled or until the node ends them."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._follow_blocks())
            tasks.create_task(self._follow_arrivals())

    async def _follow_blocks(self) -> None:
        """A reader that was too slow starts again and fills the gap from the chain."""
        chain = self._backend.chain
        self._told = chain.head.header.height
        while True:
            try:
                async for block in self._backend.committed():
                    if self._was_rewound and chain.height_of(block.header.hash) is None:
                        continue  # it was taken back before anybody heard of it
                    for height in range(self._told + 1, block.header.height):
                        self._tell(chain.block(height))
                    if block.header.height > self._told:
                        self._tell(block)
                return
            except Unavailable as overrun:
                logger.info("fell behind the chain, catching up: %s", overrun)

    def _tell(self, block: CommittedBlock | None) -> None:
        assert block is not None, "a final block is gone"
        self._told = block.header.height
        for listener in self._on_block:
            listener(block)
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(None)

    async def _follow_arrivals(self) -> None:
        async for checked in self._backend.pool.arrivals():
            for listener in self._on_arrival:
                listener(checked)
