"""Work that takes long, in bounded number: calls, proofs, searches run beside the event loop."""

from collections.abc import Callable
from typing import TypeVar

from rpc.backend import Backend
from rpc.errors import LimitExceeded

T = TypeVar("T")


class LongWork:
    """The queue in front of the node's worker threads; who comes when it is full is sent away."""

    def __init__(self, backend: Backend, waiting_max: int) -> None:
        self._backend, self._waiting_max = backend, waiting_max
        self._waiting = 0

    async def run(self, work: Callable[[], T]) -> T:
        """Run `work` on a thread and return its result; raises LimitExceeded and what it raises."""
        if self._waiting >= self._waiting_max:
            raise LimitExceeded(f"too many calls wait: at most {self._waiting_max}, try again")
        self._waiting += 1
        try:
            return await self._backend.run(work)
        finally:
            self._waiting -= 1
