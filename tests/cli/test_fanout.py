"""One source, many readers: nobody waits for a slow one, and nobody loses anything unsaid."""

import asyncio
import threading

import pytest

from cli import fanout as module
from cli.fanout import Fanout, ReaderTooSlow


async def take(stream, count: int) -> list[int]:
    """Read some items."""
    return [await asyncio.wait_for(anext(stream), 5) for _ in range(count)]


def test_every_reader_gets_every_item_in_order():
    """Two readers read what a thread published, each all of it."""

    async def story() -> None:
        source: Fanout[int] = Fanout(lossy=False)
        source.attach(asyncio.get_running_loop())
        first, second = source.read(), source.read()
        thread = threading.Thread(target=lambda: [source.publish(n) for n in range(50)])
        thread.start()
        thread.join()
        assert list(range(50)) == await take(first, 50)
        assert list(range(50)) == await take(second, 50)

    asyncio.run(story())


def test_a_reader_hears_only_what_comes_after_it():
    """What was published before somebody reads is not kept for them."""

    async def story() -> None:
        source: Fanout[int] = Fanout(lossy=False)
        source.publish(1)
        source.attach(asyncio.get_running_loop())
        source.publish(2)
        await asyncio.sleep(0)
        stream = source.read()
        source.publish(3)
        assert [3] == await take(stream, 1)

    asyncio.run(story())


def test_a_slow_reader_is_told_that_it_lost_something(monkeypatch):
    """Behind by more than its queue, a reader gets what it has and then ReaderTooSlow."""
    monkeypatch.setattr(module, "QUEUE_MAX", 4)

    async def story() -> None:
        source: Fanout[int] = Fanout(lossy=False)
        source.attach(asyncio.get_running_loop())
        slow = source.read()
        for number in range(10):
            source.publish(number)
        await asyncio.sleep(0.01)
        with pytest.raises(ReaderTooSlow):
            await take(slow, 10)
        source.publish(11)
        await asyncio.sleep(0.01)
        assert [] == source._queues

    asyncio.run(story())


def test_a_lossy_reader_keeps_the_newest(monkeypatch):
    """Where loss is allowed the oldest items go and the reader goes on."""
    monkeypatch.setattr(module, "QUEUE_MAX", 4)

    async def story() -> None:
        source: Fanout[int] = Fanout(lossy=True)
        source.attach(asyncio.get_running_loop())
        slow = source.read()
        for number in range(10):
            source.publish(number)
        await asyncio.sleep(0.01)
        assert [6, 7, 8, 9] == await take(slow, 4)

    asyncio.run(story())


def test_a_reader_that_leaves_is_forgotten():
    """Closing a stream takes its queue away."""

    async def story() -> None:
        source: Fanout[int] = Fanout(lossy=True)
        source.attach(asyncio.get_running_loop())
        stream = source.read()
        source.publish(1)
        assert [1] == await take(stream, 1)
        await stream.aclose()
        assert [] == source._queues

    asyncio.run(story())
