"""
Work that takes long, in bounded number: calls, proofs, searches run beside the event loop.

    LongWork(backend, 256)              as many at a time as there are threads
    LongWork(backend, 16, at_once=1)    what takes very long leaves threads to the others
"""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from rpc.backend import Backend
from rpc.errors import LimitExceeded

T = TypeVar("T")


class LongWork:
    """The queue in front of the node's worker threads; who comes when it is full is sent away."""

    def __init__(self, backend: Backend, waiting_max: int, at_once: int | None = None) -> None:
        self._backend, self._waiting_max = backend, waiting_max
        self._waiting = 0
        self._turns = None if at_once is None else asyncio.Semaphore(at_once)

    async def run(self, work: Callable[[], T]) -> T:
        """Run `work` on a thread and return its result; raises LimitExceeded and what it raises."""
        if self._waiting >= self._waiting_max:
            raise LimitExceeded(f"too many calls wait: at most {self._waiting_max}, try again")
        self._waiting += 1
        try:
            if self._turns is None:
                return await self._backend.run(work)
            return await self._run_in_turn(work, self._turns)
        finally:
            self._waiting -= 1

    async def _run_in_turn(self, work: Callable[[], T], turns: asyncio.Semaphore) -> T:
        """A turn lasts until its thread is done, also where nobody waits for it any more."""
        await turns.acquire()
        running = asyncio.ensure_future(self._backend.run(work))

        def end(done: asyncio.Future[Any]) -> None:
            turns.release()
            if not done.cancelled():
                done.exception()  # was raised to whoever waited, if anybody did

        running.add_done_callback(end)
        return await asyncio.shield(running)
