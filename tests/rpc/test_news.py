"""One reader of the node's streams for all."""

import asyncio

from rpc.news import News
from tests.rpc.stage import STRANGER, StageBackend


def test_listeners_hear_every_block_once_and_in_order() -> None:
    """Also those that an overrun of the stream swallowed."""

    async def play() -> None:
        backend, heard = StageBackend(), list[int]()
        arrived = list[bytes]()
        news = News(backend)
        news.listen(lambda block: heard.append(block.header.height))
        news.listen(on_arrival=lambda checked: arrived.append(checked.transaction.hash))
        task = asyncio.create_task(news.run())
        await asyncio.sleep(0.01)
        for overrun in (False, True, True, False, False):
            backend.make_block(overrun=overrun)
            await asyncio.sleep(0.01)
        assert [1, 2, 3, 4, 5] == heard
        sent = backend.send(0, STRANGER)
        await asyncio.sleep(0.01)
        assert [sent] == arrived
        task.cancel()
        backend.close()

    asyncio.run(play())


def test_waiting_for_a_block_ends_with_it() -> None:
    """After the next block, and after all listeners have heard of it."""

    async def play() -> None:
        backend, heard = StageBackend(), list[int]()
        news = News(backend)
        news.listen(lambda block: heard.append(block.header.height))
        task = asyncio.create_task(news.run())
        waiting = asyncio.create_task(news.next_block())
        await asyncio.sleep(0.01)
        assert not waiting.done()
        backend.make_block()
        await asyncio.wait_for(waiting, 5)
        assert [1] == heard
        task.cancel()
        backend.close()

    asyncio.run(play())
