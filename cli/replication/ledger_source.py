"""What a node tells the replicas that follow it, out of its ledger and its genesis file."""

from collections import OrderedDict
from pathlib import Path
from threading import Lock
from typing import Final

from chain.ledger import Ledger
from chain.replication.delta import record_at
from chain.types.primitives import Hash32, Height
from cli.files import GENESIS_FILE_BYTES_MAX, read_bounded

KEPT_RECORDS: Final = 8  # encoded records of the newest blocks, for many replicas at once
KEPT_RECORD_BYTES_MAX: Final = 1 << 20  # 1 MiB: larger ones are made anew for each replica


class LedgerSource:
    """The records of a ledger's blocks; any replica of a node is one itself. Safe on threads."""

    def __init__(self, ledger: Ledger, genesis_path: Path) -> None:
        self._ledger, self._genesis_path = ledger, genesis_path
        self._kept: OrderedDict[Hash32, bytes] = OrderedDict()
        self._lock = Lock()

    def genesis(self) -> bytes:
        """Return the genesis file."""
        return read_bounded(self._genesis_path, GENESIS_FILE_BYTES_MAX)

    def record(self, height: Height) -> bytes | None:
        """Return a final block with what it changed, None where it is not kept."""
        if height <= self._ledger.head.header.height - KEPT_RECORDS:
            return record_at(self._ledger, height)  # of a replica that catches up, alone
        block = self._ledger.block(height)
        if block is None:
            return None
        name = block.header.hash  # a development chain may have another block at a height later
        with self._lock:
            known = self._kept.get(name)
        if known is not None:
            return known
        record = record_at(self._ledger, height)
        if record is not None and len(record) <= KEPT_RECORD_BYTES_MAX:
            with self._lock:
                self._kept[name] = record
                while len(self._kept) > KEPT_RECORDS:
                    self._kept.popitem(last=False)
        return record
