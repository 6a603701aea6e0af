"""
Where the disk is waited for: at once, or on a thread of its own while the event loop goes on.

    await durably(journal.sync)      on return the disk has it, on either way

A validator syncs a dozen times a block, each time for milliseconds in which it could answer
clients and hear peers. What waits for the disk is one piece of work after another, in order.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol, TypeVar

T = TypeVar("T")


class Durably(Protocol):
    """Runs work that ends with its data on disk, and returns what it returns."""

    async def __call__(self, work: Callable[[], T]) -> T:
        """Return once the work is done; raises what it raises."""
        ...


async def at_once(work: Callable[[], T]) -> T:
    """Run it here; nothing else happens meanwhile."""
    return work()


class DiskThread:
    """Runs work on one thread, in the order in which it comes."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "disk")

    async def __call__(self, work: Callable[[], T]) -> T:
        """
        Run it there. Who is cancelled meanwhile goes only once it is done: the next thing that
        happens may be that the file is closed.
        """
        running = asyncio.get_running_loop().run_in_executor(self._thread, work)
        try:
            return await asyncio.shield(running)
        except asyncio.CancelledError:
            await asyncio.wait((running,))
            raise

    def close(self) -> None:
        """Wait for what was begun, and end the thread."""
        self._thread.shutdown()
