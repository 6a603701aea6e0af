"""
Indexes reach back to blocks that were written before them: downwards, a few after each commit.

    a commit --> the next FILLED_BLOCKS below what is complete --> entries, and how far they go

Everything in an index follows from blocks and receipts, so a database of any age gets it without
waiting. Losing a part is no loss: it is written again.
"""

import logging
from collections.abc import Callable, Sequence
from typing import Final, Protocol

from chain.store.kv import KeyValueStore, Write
from chain.types.block import CommittedBlock
from chain.types.primitives import Height

FILLED_BLOCKS: Final = 8  # older blocks that get into an index after each new one
TOLD_BLOCKS: Final = 10_000  # blocks between two lines about the progress
log = logging.getLogger("chain.backfill")


class BlockIndex(Protocol):
    """Entries that follow from one block each, complete from some height on."""

    @property
    def name(self) -> str:
        """The word by which operators know the index."""
        ...

    def writes(self, block: CommittedBlock) -> list[Write]:
        """Return the entries of one block."""
        ...

    def complete_from(self) -> Height | None:
        """Return the lowest height from which on all blocks are there; None before the first."""
        ...

    def begin_at(self, height: Height) -> list[Write]:
        """Return the write that says from where on the index is complete."""
        ...


class Backfill:
    """
    Fills indexes of one database.

    `read` returns a block that is there, `oldest` tells the lowest height above 0 that is.
    """

    def __init__(
        self,
        store: KeyValueStore,
        indexes: Sequence[BlockIndex],
        read: Callable[[Height], CommittedBlock],
        oldest: Callable[[], Height],
    ) -> None:
        self._store, self._indexes = store, indexes
        self._read, self._oldest = read, oldest

    def begin(self) -> list[Write]:
        """Return what says, with block 0, that all indexes are complete."""
        return [write for index in self._indexes for write in index.begin_at(Height(0))]

    def after_commit(self, head: Height) -> None:
        """Fill a few blocks below what is complete; raises StoreFailed and StoreCorrupt."""
        for index in self._indexes:
            known = index.complete_from()
            if known is None or known > 1:  # block 0 says nothing
                self._fill(index, known, head)

    def _fill(self, index: BlockIndex, known: Height | None, head: Height) -> None:
        # What is complete may begin above the head, where blocks were rolled back.
        begun = head if known is None else min(known, head)
        oldest = self._oldest()
        first = Height(max(oldest, begun - FILLED_BLOCKS))
        if known is not None and first >= begun:
            return
        older = (self._read(Height(height)) for height in range(first, begun))
        writes = [write for block in older for write in index.writes(block)]
        self._store.write([*writes, *index.begin_at(min(first, begun))], sync=False)
        _tell(index.name, first, begun, oldest, is_new=known is None)


def _tell(name: str, first: int, begun: int, oldest: int, *, is_new: bool) -> None:
    if first == oldest:
        log.info("index of %s: complete, from block %d on", name, first)
    elif is_new or first // TOLD_BLOCKS != begun // TOLD_BLOCKS:
        left = first - oldest
        log.info("index of %s: complete from block %d on, %d below remain", name, first, left)
