"""
Work beside a loop: slow pieces run as tasks, and what fails in one fails the loop.

    spawn(work) -> task -> done, or failed(error) -> raised by the loop
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, ParamSpec

Work = ParamSpec("Work")


class Beside:
    """Tasks of one owner; `failed` is told of each error, so that none is lost in a task."""

    def __init__(self, failed: Callable[[Exception], None]) -> None:
        self._failed = failed
        self._tasks: dict[asyncio.Task[None], None] = {}  # in order of their start

    def spawn(
        self,
        work: Callable[Work, Coroutine[None, None, None]],
        *args: Work.args,
        **kwargs: Work.kwargs,
    ) -> None:
        """Start a piece of work."""
        task = asyncio.create_task(self._guarded(work, *args, **kwargs))
        self._tasks[task] = None
        task.add_done_callback(lambda done: self._tasks.pop(done, None))

    async def stop(self) -> None:
        """Cancel everything that still runs and wait until it has ended."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _guarded(
        self,
        work: Callable[Work, Coroutine[None, None, None]],
        *args: Work.args,
        **kwargs: Work.kwargs,
    ) -> None:
        try:
            await work(*args, **kwargs)
        except Exception as error:  # noqa: BLE001 - raised again by the loop, nothing is hidden
            self._failed(error)


async def first_of(*works: Coroutine[Any, Any, object]) -> None:
    """Return when the first piece of work has ended, and cancel the rest; raises its error."""
    tasks = [asyncio.ensure_future(work) for work in works]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            if task.done():
                task.result()
    finally:
        for task in tasks:
            task.cancel()
