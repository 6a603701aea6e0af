"""
What waits to be sent to one peer: a bounded queue for each channel, drained in their order.

    put(channel, data) -> queue -> take() -> one frame of at most 256 KiB

Who is full loses: transactions, addresses, blocks and parts are dropped, because they are asked
for again or announced again. Votes are not: a peer that leaves thousands of them unread takes no
part in consensus any more, so it is cut off; it comes back and catches up by blocks.
"""

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import Final

from consensus.net.messages import MESSAGE_BYTES_MAX
from consensus.net.transport import Channel

FRAME_CONTENT_BYTES_MAX: Final = 254 * 1_024  # of 256 KiB; the rest is the frame's own
ENVELOPE_BYTES: Final = 12  # what an envelope adds to its data, at most
ENVELOPES_MAX: Final = 2_048  # of one frame
MEBIBYTE: Final = 2**20


@dataclass(frozen=True, slots=True)
class Room:
    """How much may wait on one channel."""

    messages_max: int
    bytes_max: int


ROOMS: Final = {
    Channel.CONSENSUS: Room(8_192, 4 * MEBIBYTE),
    Channel.PROPOSAL: Room(1_024, 16 * MEBIBYTE),  # two of the largest payloads
    Channel.EVIDENCE: Room(256, 4 * MEBIBYTE),
    Channel.BLOCK: Room(1_024, 32 * MEBIBYTE),
    Channel.PEERS: Room(16, MEBIBYTE // 4),
    Channel.TRANSACTION: Room(1_024, 4 * MEBIBYTE),
}
ESSENTIAL: Final = frozenset({Channel.CONSENSUS})  # channels whose overflow ends the connection


@dataclass(slots=True)
class _Queue:
    waiting: deque[bytes] = field(default_factory=deque)
    size_bytes: int = 0


class Outbox:
    """Queues of one peer."""

    def __init__(self) -> None:
        self._queues = {channel: _Queue() for channel in Channel}  # in order of priority
        self._filled = asyncio.Event()
        self._is_stuck = False

    @property
    def is_stuck(self) -> bool:
        """Whether an essential channel has overflowed."""
        return self._is_stuck

    def put(self, channel: Channel, data: bytes) -> bool:
        """Queue a message; False when there is no room for it."""
        assert len(data) <= MESSAGE_BYTES_MAX, f"a message of {len(data)} bytes fits no frame"
        queue, room = self._queues[channel], ROOMS[channel]
        fits = queue.size_bytes + len(data) <= room.bytes_max
        if not fits or len(queue.waiting) >= room.messages_max:
            self._is_stuck = self._is_stuck or channel in ESSENTIAL
            return False
        queue.waiting.append(data)
        queue.size_bytes += len(data)
        self._filled.set()
        return True

    async def wait(self) -> None:
        """Return when something waits."""
        await self._filled.wait()

    def take(self) -> list[tuple[Channel, bytes]]:
        """The next frame's messages, most urgent first; empty when nothing waits."""
        taken: list[tuple[Channel, bytes]] = []
        left = FRAME_CONTENT_BYTES_MAX
        for channel, queue in self._queues.items():
            while queue.waiting and len(taken) < ENVELOPES_MAX:
                if len(queue.waiting[0]) + ENVELOPE_BYTES > left:
                    return taken
                data = queue.waiting.popleft()
                queue.size_bytes -= len(data)
                left -= len(data) + ENVELOPE_BYTES
                taken.append((channel, data))
        if not any(queue.waiting for queue in self._queues.values()):
            self._filled.clear()
        return taken
