"""The bounded queue in front of a WebSocket."""

import asyncio

from rpc.outbox import Outbox


def test_news_are_refused_when_the_queue_is_full() -> None:
    """By count and by bytes; room comes back as messages are taken."""

    async def play() -> None:
        outbox = Outbox(messages_max=2, bytes_max=100)
        assert outbox.offer(b"a")
        assert outbox.offer(b"b")
        assert not outbox.offer(b"c")
        assert b"a" == await outbox.take()
        assert outbox.offer(b"x" * 100)
        assert not outbox.offer(b"d")
        assert 2 == len(outbox)

    asyncio.run(play())


def test_answers_wait_for_room() -> None:
    """Who asks and does not read is slowed down, not cut off."""

    async def play() -> None:
        outbox = Outbox(messages_max=1, bytes_max=10)
        await outbox.put(b"a long answer into an empty queue")
        waiting = asyncio.create_task(outbox.put(b"next"))
        await asyncio.sleep(0.01)
        assert not waiting.done()
        assert b"a long" == (await outbox.take())[:6]
        await asyncio.wait_for(waiting, 1)
        assert b"next" == await outbox.take()

    asyncio.run(play())


def test_a_reader_waits_for_messages() -> None:
    """Taking from an empty queue waits until something comes."""

    async def play() -> None:
        outbox = Outbox(messages_max=1, bytes_max=10)
        waiting = asyncio.create_task(outbox.take())
        await asyncio.sleep(0.01)
        assert outbox.offer(b"news")
        assert b"news" == await asyncio.wait_for(waiting, 1)

    asyncio.run(play())
