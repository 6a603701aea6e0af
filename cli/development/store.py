"""A database that does not wait for the disk: whoever plays loses little."""

from collections.abc import Iterable

from chain.store.kv import Write
from chain.store.leveldb import LevelStore


class UnsyncedStore(LevelStore):
    """
    LevelDB without waiting for the disk: each batch still is written whole or not at all.

    A killed process loses nothing; a machine that loses power may lose the newest blocks.
    """

    def write(self, batch: Iterable[Write], *, sync: bool) -> None:
        """Apply the whole batch or nothing, in the order of batches."""
        super().write(batch, sync=False)
