"""
Polling filters: what happened since a client last asked.

Blocks are final, so a filter over blocks or logs is only a height up to which its owner has seen
the chain; nothing waits in memory. Only filters over the pool keep what arrives, up to a limit.
"""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from chain.types.transaction import CheckedTransaction
from rpc.backend import Backend
from rpc.config import RpcLimits
from rpc.errors import LimitExceeded, NotFound
from rpc.logs import LogFilter, resolve_range, search, search_page
from rpc.lookup import Lookup
from rpc.news import News
from rpc.records import show_log, show_transaction
from rpc.shapes import data
from rpc.subscriptions import new_id
from rpc.work import LongWork


@dataclass
class BlockCursor:
    """A filter over new blocks."""

    seen: int  # height up to which the owner knows the chain
    asked_s: float


@dataclass
class LogCursor:
    """A filter over new logs."""

    wanted: LogFilter
    seen: int
    asked_s: float


@dataclass
class PendingCursor:
    """A filter over transactions that become pending; the oldest are lost first."""

    whole: bool
    asked_s: float
    waiting: deque[CheckedTransaction] = field(default_factory=deque)


Cursor = BlockCursor | LogCursor | PendingCursor


class Filters:
    """All filters of all clients; those that nobody polls are dropped."""

    def __init__(
        self,
        backend: Backend,
        limits: RpcLimits,
        lookup: Lookup,
        news: News,
        work: LongWork,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._backend, self._limits, self._lookup = backend, limits, lookup
        self._work, self._now_s = work, now_s
        self._cursors: dict[str, Cursor] = {}
        news.listen(on_arrival=self._on_arrival, on_rewind=self._on_rewind)

    def __len__(self) -> int:
        return len(self._cursors)

    def add_blocks(self) -> str:
        """Begin a filter over blocks; raises LimitExceeded."""
        return self._add(BlockCursor(self._head(), self._now_s()))

    def add_logs(self, wanted: LogFilter) -> str:
        """Begin a filter over logs; raises LimitExceeded, InvalidParams."""
        wanted.check_terms(self._limits)
        resolve_range(self._lookup, wanted, self._head())
        return self._add(LogCursor(wanted, self._head(), self._now_s()))

    def add_pending(self, whole: bool) -> str:
        """Begin a filter over arriving transactions; raises LimitExceeded."""
        waiting: deque[CheckedTransaction] = deque(maxlen=self._limits.pending_hashes_max)
        return self._add(PendingCursor(whole, self._now_s(), waiting))

    def remove(self, name: str) -> bool:
        """End a filter; False where there is none."""
        return self._cursors.pop(name, None) is not None

    async def changes(self, name: str) -> list[Any]:
        """Return what happened since the last call; raises NotFound."""
        cursor = self._find(name)
        if isinstance(cursor, PendingCursor):
            return _take(cursor)
        if isinstance(cursor, BlockCursor):
            return self._new_blocks(cursor)
        first, last = cursor.seen + 1, self._head()
        wanted = cursor.wanted
        if wanted.block_hash is not None:
            return []
        if wanted.first is not None:
            first = max(first, wanted.first.height or 0)
        if wanted.last is not None and wanted.last.height is not None:
            last = min(last, wanted.last.height)
        if first > last:
            return []
        found, cursor.seen = await self._work.run(
            lambda: search_page(self._backend.chain, wanted, first, last, self._limits)
        )
        return [show_log(item) for item in found]

    async def logs(self, name: str) -> list[Any]:
        """Return every log of a log filter's whole range; raises NotFound and search's errors."""
        cursor = self._find(name)
        if not isinstance(cursor, LogCursor):
            raise NotFound("filter not found")
        return await self.search(cursor.wanted)

    async def search(self, wanted: LogFilter) -> list[Any]:
        """Return the logs a filter asks for; raises InvalidParams, LimitExceeded, NotFound."""
        wanted.check_terms(self._limits)
        if wanted.block_hash is not None:
            height = self._backend.chain.height_of(wanted.block_hash)
            if height is None:
                raise NotFound("unknown block")
            first, last = int(height), int(height)
        else:
            first, last = resolve_range(self._lookup, wanted, self._head())
        found = await self._work.run(
            lambda: search(self._backend.chain, wanted, first, last, self._limits)
        )
        return [show_log(item) for item in found]

    def _add(self, cursor: Cursor) -> str:
        self._drop_idle()
        if len(self._cursors) >= self._limits.filters_max:
            raise LimitExceeded(f"too many filters: at most {self._limits.filters_max}")
        name = new_id()
        self._cursors[name] = cursor
        return name

    def _find(self, name: str) -> Cursor:
        self._drop_idle()
        cursor = self._cursors.get(name)
        if cursor is None:
            raise NotFound("filter not found")
        cursor.asked_s = self._now_s()
        return cursor

    def _drop_idle(self) -> None:
        oldest_s = self._now_s() - self._limits.filter_idle_s
        for name in [n for n, cursor in self._cursors.items() if cursor.asked_s < oldest_s]:
            del self._cursors[name]

    def _new_blocks(self, cursor: BlockCursor) -> list[Any]:
        head = self._head()
        last = min(head, cursor.seen + self._limits.log_blocks_max)
        blocks = [self._backend.chain.block(height) for height in range(cursor.seen + 1, last + 1)]
        cursor.seen = last
        return [data(block.header.hash) for block in blocks if block is not None]

    def _head(self) -> int:
        return self._backend.chain.head.header.height

    def _on_rewind(self, height: int) -> None:
        """What comes above this height is new again."""
        for cursor in self._cursors.values():
            if not isinstance(cursor, PendingCursor):
                cursor.seen = min(cursor.seen, height)

    def _on_arrival(self, checked: CheckedTransaction) -> None:
        for cursor in self._cursors.values():
            if isinstance(cursor, PendingCursor):
                cursor.waiting.append(checked)


def _take(cursor: PendingCursor) -> list[Any]:
    waiting = list(cursor.waiting)
    cursor.waiting.clear()
    if cursor.whole:
        return [show_transaction(item.transaction, item.sender) for item in waiting]
    return [data(item.transaction.hash) for item in waiting]
