"""Waiting for blocks without a queue."""

import asyncio
from collections.abc import AsyncIterator
from types import SimpleNamespace
from typing import Any

from chain.errors import Unavailable
from rpc.grpc.heads import Heads


class Node:
    """A node of which only the height is known."""

    def __init__(self) -> None:
        self.height = 0
        self.queue: asyncio.Queue[Exception | None] = asyncio.Queue()

    @property
    def chain(self) -> Any:
        """The chain's head."""
        return SimpleNamespace(head=SimpleNamespace(header=SimpleNamespace(height=self.height)))

    async def committed(self) -> AsyncIterator[Any]:
        """Yield for every None, fail for every exception, end at StopAsyncIteration."""
        while True:
            news = await self.queue.get()
            if isinstance(news, StopAsyncIteration):
                return
            if news is not None:
                raise news
            yield None

    def grow(self, news: Exception | None = None) -> None:
        """Make a block and tell of it."""
        self.height += 1
        self.queue.put_nowait(news)


def test_waiters_wake_at_their_height() -> None:
    """Each waits for its own height, past an overrun too, and a height that is there at once."""

    async def perform() -> None:
        node: Any = Node()
        heads = Heads(node)
        follower = asyncio.create_task(heads.run())
        await heads.reach(0)
        second, third = (asyncio.create_task(heads.reach(height)) for height in (2, 3))
        node.grow()
        await asyncio.sleep(0.01)
        assert (1, False, False) == (heads.height, second.done(), third.done())
        node.grow(Unavailable("overrun"))
        await asyncio.wait_for(second, 1)
        assert not third.done()
        node.grow()
        await asyncio.wait_for(third, 1)
        node.grow(StopAsyncIteration())
        await asyncio.wait_for(follower, 1)

    asyncio.run(perform())
