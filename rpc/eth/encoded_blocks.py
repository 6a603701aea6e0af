"""
Blocks as JSON, encoded once: explorers and indexers ask for the newest ones again and again.

    block --hash known?--> the same bytes        (the oldest go when there are too many)
"""

import threading
from collections import OrderedDict
from typing import Final

import orjson

from chain.types.block import CommittedBlock
from chain.types.primitives import Hash32
from rpc.records import show_block

ENCODED_BYTES_MAX: Final = 16_000_000  # bytes of JSON that are kept


class EncodedBlocks:
    """A bounded memory of blocks' JSON; a block never changes, so nothing in it grows stale."""

    def __init__(self, bytes_max: int = ENCODED_BYTES_MAX) -> None:
        self._bytes_max, self._size_bytes = bytes_max, 0
        self._kept: OrderedDict[tuple[Hash32, bool], bytes] = OrderedDict()
        self._lock = threading.Lock()

    def show(self, block: CommittedBlock, with_transactions: bool) -> orjson.Fragment:
        """Return what `show_block` does, as JSON that goes into an answer as it is."""
        key = block.header.hash, with_transactions
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
                return orjson.Fragment(found)
        encoded = orjson.dumps(show_block(block, with_transactions))
        with self._lock:
            self._keep(key, encoded)
        return orjson.Fragment(encoded)

    def _keep(self, key: tuple[Hash32, bool], encoded: bytes) -> None:
        self._size_bytes += len(encoded) - len(self._kept.pop(key, b""))
        self._kept[key] = encoded
        while self._size_bytes > self._bytes_max:
            _, dropped = self._kept.popitem(last=False)
            self._size_bytes -= len(dropped)
