"""What waits for one WebSocket reader: bounded, answers patient, news not."""

import asyncio
from collections import deque


class Outbox:
    """
    A bounded queue of messages for one reader.

    An answer waits for room, which slows down who asked. News of subscriptions never waits: where
    there is no room for it, `offer` says so and the reader is to be disconnected.
    """

    def __init__(self, messages_max: int, bytes_max: int) -> None:
        self._messages_max, self._bytes_max = messages_max, bytes_max
        self._messages: deque[bytes] = deque()
        self._size_bytes = 0
        self._filled = asyncio.Event()
        self._has_room = asyncio.Event()
        self._has_room.set()
        self._is_empty = asyncio.Event()
        self._is_empty.set()

    def __len__(self) -> int:
        return len(self._messages)

    def offer(self, message: bytes) -> bool:
        """Queue news; False where the reader is too far behind."""
        if not self._has_room.is_set():
            return False
        self._append(message)
        return True

    async def put(self, message: bytes) -> None:
        """Queue an answer as soon as there is room."""
        while not self._has_room.is_set():
            await self._has_room.wait()
        self._append(message)

    async def take(self) -> bytes:
        """Return the oldest message, waiting for one."""
        while not self._messages:
            self._filled.clear()
            await self._filled.wait()
        message = self._messages.popleft()
        self._size_bytes -= len(message)
        self._update()
        return message

    async def emptied(self) -> None:
        """Wait until the reader has taken everything."""
        await self._is_empty.wait()

    def _append(self, message: bytes) -> None:
        self._messages.append(message)
        self._size_bytes += len(message)
        self._filled.set()
        self._update()

    def _update(self) -> None:
        """An empty queue has room for anything, so that a long answer always passes."""
        if self._messages:
            self._is_empty.clear()
        else:
            self._is_empty.set()
        is_full = len(self._messages) >= self._messages_max or self._size_bytes >= self._bytes_max
        if is_full and self._messages:
            self._has_room.clear()
        else:
            self._has_room.set()
