"""The queue in front of the worker threads."""

import asyncio
import threading

import pytest

from rpc.errors import LimitExceeded
from rpc.work import LongWork
from tests.rpc.stage import StageBackend


def test_who_comes_to_a_full_queue_is_sent_away() -> None:
    """So many calls wait and no more; when one ends there is room again."""

    async def play() -> None:
        backend = StageBackend()
        gate = threading.Event()
        work = LongWork(backend, waiting_max=1)
        first = asyncio.create_task(work.run(gate.wait))
        await asyncio.sleep(0.01)
        with pytest.raises(LimitExceeded, match="too many calls wait: at most 1"):
            await work.run(lambda: 5)
        gate.set()
        assert await first
        assert 5 == await work.run(lambda: 5)
        with pytest.raises(ValueError, match="no"):
            await work.run(lambda: int("no"))
        assert 5 == await work.run(lambda: 5)
        backend.close()

    asyncio.run(play())
