"""
The valid blocks of the height under way, until one of them is decided.

    valid block --keep--> bytes of all, executions of the newest --executed, payload--> commit

Rounds can be many and one execution holds all that its block writes, tens of megabytes when it is
full; so most candidates are kept as bytes only, and executed again in the rare case.
"""

from collections import OrderedDict

from chain.execution import ExecutedBlock
from chain.types.certificate import BlockId

EXECUTED_MAX = 4  # executions that are kept
PAYLOAD_BYTES_MAX = 268_435_456  # 256 MiB of encoded blocks; the oldest go first


class Candidates:
    """Valid blocks of one height by name."""

    def __init__(self) -> None:
        self._executed: OrderedDict[BlockId, ExecutedBlock] = OrderedDict()
        self._payloads: OrderedDict[BlockId, bytes] = OrderedDict()
        self._size_bytes = 0

    def __contains__(self, block_id: object) -> bool:
        return block_id in self._payloads

    def keep(self, block_id: BlockId, executed: ExecutedBlock, payload: bytes) -> None:
        """Keep a valid block; the newest always finds its place."""
        self._size_bytes += len(payload) - len(self._payloads.pop(block_id, b""))
        self._payloads[block_id] = payload
        self._executed.pop(block_id, None)
        self._executed[block_id] = executed
        while len(self._executed) > EXECUTED_MAX:
            self._executed.popitem(last=False)
        while self._size_bytes > PAYLOAD_BYTES_MAX and len(self._payloads) > 1:
            _, oldest = self._payloads.popitem(last=False)
            self._size_bytes -= len(oldest)

    def executed(self, block_id: BlockId) -> ExecutedBlock | None:
        """Return a candidate's execution, None where it was let go or never there."""
        return self._executed.get(block_id)

    def payload(self, block_id: BlockId) -> bytes | None:
        """Return a candidate's bytes, None where they were let go or never there."""
        return self._payloads.get(block_id)

    def clear(self) -> None:
        """Begin another height."""
        self._executed.clear()
        self._payloads.clear()
        self._size_bytes = 0
