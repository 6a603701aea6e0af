"""
Answers to peers that lag: committed blocks, at a pace that one peer cannot exceed.

    BlockRequest -> a due time by the peer's pace -> App.certified -> CertifiedBlock | NoBlock

A peer that asks faster is answered later, not refused: an honest one must not think that the
block is not here. Only what waits is bounded.
"""

import asyncio
import heapq

from chain.types.primitives import Height, Milliseconds
from consensus.host.app import App
from consensus.host.beside import first_of
from consensus.host.clock import Clock
from consensus.host.config import SyncConfig
from consensus.host.network import CertifiedBlock, Network, NoBlock

REQUESTS_WAITING_MAX = 64  # requests of one peer that wait for an answer; more are dropped
PACES_MAX = 1_024  # peers whose pace is remembered
IDLE_MS = Milliseconds(60_000)  # between looks at an empty queue; a request wakes at once


class BlockServer:
    """Gives blocks to peers, one request after another, each peer at its pace."""

    def __init__(self, app: App, network: Network, clock: Clock, config: SyncConfig) -> None:
        self._app, self._network, self._clock = app, network, clock
        self._gap_ms = max(1_000 // config.served_per_second, 1)
        self._burst_ms = config.served_burst * self._gap_ms
        self._queue: list[tuple[int, int, str, Height]] = []  # due, order of arrival, request
        self._count = 0
        self._waiting: dict[str, int] = {}
        self._paces: dict[str, int] = {}  # when a peer's allowance is full again, by peer
        self._asked = asyncio.Event()

    def ask(self, peer: str, height: Height) -> bool:
        """Take a request; False, and no answer, when too many of the peer's wait."""
        waiting = self._waiting.get(peer, 0)
        if waiting >= REQUESTS_WAITING_MAX:
            return False
        self._waiting[peer] = waiting + 1
        self._count += 1
        heapq.heappush(self._queue, (self._due_ms(peer), self._count, peer, height))
        self._asked.set()
        return True

    async def run(self) -> None:
        """Answer for ever."""
        while True:
            now_ms = self._clock.now_ms()
            if self._queue and self._queue[0][0] <= now_ms:
                await self._answer()
                continue
            pause_ms = Milliseconds(self._queue[0][0] - now_ms) if self._queue else IDLE_MS
            self._asked.clear()
            await first_of(self._clock.sleep_ms(pause_ms), self._asked.wait())

    async def _answer(self) -> None:
        _, _, peer, height = heapq.heappop(self._queue)
        self._waiting[peer] -= 1
        if self._waiting[peer] == 0:
            del self._waiting[peer]
        found = await self._app.certified(height)
        answer = NoBlock(height) if found is None else CertifiedBlock(*found)
        await self._network.send(peer, answer)

    def _due_ms(self, peer: str) -> int:
        """When a peer may have its next block: at once within its burst, then one a gap."""
        now_ms = self._clock.now_ms()
        full_ms = max(self._paces.pop(peer, 0), now_ms) + self._gap_ms
        self._paces[peer] = full_ms  # the last of them asked last
        while len(self._paces) > PACES_MAX:
            del self._paces[next(iter(self._paces))]
        return max(now_ms, full_ms - self._burst_ms)
