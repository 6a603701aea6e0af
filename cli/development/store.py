"""A database that does not wait for the disk and takes little memory, for whoever plays."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from chain.store.kv import Write
from chain.store.leveldb import LevelStore

# A development chain is small and stands beside compilers and editors: with a validator's buffers
# its process would grow by 150 MB over its first 200,000 transactions, for reads that the system's
# own cache of files answers as well. Blocks of LevelDB's usual size need a fourth of the index that
# a validator's need, which lies in memory and grows with the chain.
CACHE_BYTES: Final = 8 * 1024 * 1024
WRITE_BUFFER_BYTES: Final = 4 * 1024 * 1024
BLOCK_BYTES: Final = 4 * 1024


class UnsyncedStore(LevelStore):
    """
    LevelDB without waiting for the disk: each batch still is written whole or not at all.

    A killed process loses nothing; a machine that loses power may lose the newest blocks.
    """

    def write(self, batch: Iterable[Write], *, sync: bool) -> None:
        """Apply the whole batch or nothing, in the order of batches."""
        super().write(batch, sync=False)


class DevelopmentStore(UnsyncedStore):
    """The database of a development chain: it takes an eighth of the memory of a validator's."""

    def __init__(self, directory: Path) -> None:
        super().__init__(directory, CACHE_BYTES, WRITE_BUFFER_BYTES, BLOCK_BYTES)
