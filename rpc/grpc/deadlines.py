"""
How long the call under way may still take: the client's deadline, or ours where that is sooner.

    Calls --deadline_after(s)--> the task's context --time_left_s--> watches of running code
"""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from contextvars import ContextVar
from typing import Final

_END_S: Final[ContextVar[float | None]] = ContextVar("grpc_call_end_s", default=None)


@contextlib.asynccontextmanager
async def deadline_after(ours_s: float, clients_s: float | None) -> AsyncIterator[None]:
    """Raise TimeoutError in the block once the sooner of both is over; None: no such deadline."""
    limit_s = ours_s if clients_s is None else max(0.0, min(ours_s, clients_s))
    token = _END_S.set(time.monotonic() + limit_s)
    try:
        async with asyncio.timeout(limit_s):
            yield
    finally:
        _END_S.reset(token)


def time_left_s(most_s: float) -> float:
    """Return the seconds that the call under way still has, at most so many."""
    end_s = _END_S.get()
    return most_s if end_s is None else max(0.0, min(most_s, end_s - time.monotonic()))
