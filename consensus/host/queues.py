"""
A queue that serves its sources in turn, so that one that floods it starves nobody else.

    put(source, item) -> one bounded line a source -> get: first of each line, round after round

Equal calls give equal orders: nothing depends on anything but who put what when.
"""

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class _Line(Generic[T]):
    items: deque[tuple[T, int]] = field(default_factory=deque)
    bytes: int = 0


class FairQueue(Generic[T]):
    """
    Items of many sources; each source has at most `items_max` items and `bytes_max` bytes here.

    Not bounded in sources: who may be a source is decided before, at the door of the network.
    """

    def __init__(self, items_max: int, bytes_max: int) -> None:
        self._items_max, self._bytes_max = items_max, bytes_max
        self._lines: dict[str, _Line[T]] = {}
        self._turns: deque[str] = deque()
        self._filled = asyncio.Event()

    def put(self, source: str, item: T, size_bytes: int = 0) -> bool:
        """Add to a source's line; False, and nothing kept, when that line is full."""
        line = self._lines.get(source)
        if line is not None and (
            len(line.items) >= self._items_max or line.bytes + size_bytes > self._bytes_max
        ):
            return False
        if line is None:
            line = self._lines[source] = _Line()
            self._turns.append(source)
        line.items.append((item, size_bytes))
        line.bytes += size_bytes
        self._filled.set()
        return True

    async def get(self) -> T:
        """Wait for the next item of the source whose turn it is; others run in between."""
        await asyncio.sleep(0)
        while not self._turns:
            self._filled.clear()
            await self._filled.wait()
        return self._take()

    def drain(self) -> list[T]:
        """Take everything that is here, in turn."""
        found = []
        while self._turns:
            found.append(self._take())
        return found

    def _take(self) -> T:
        source = self._turns.popleft()
        line = self._lines[source]
        item, size_bytes = line.items.popleft()
        line.bytes -= size_bytes
        if line.items:
            self._turns.append(source)
        else:
            del self._lines[source]
        return item
