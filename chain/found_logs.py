"""
Logs with their places, out of a block in memory or out of its stored bytes.

    CommittedBlock --logs_of--> every FoundLog
    header, body, receipts as stored --pick_logs--> those that an index named, and little else read

A log that is asked for costs its receipt and a hash, not the block around it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from chain.codec import decode_header, decode_logs, keccak256, rlp
from chain.errors import StoreCorrupt
from chain.types.block import CommittedBlock
from chain.types.primitives import Hash32, Height
from chain.types.receipt import Log


@dataclass(frozen=True, slots=True)
class FoundLog:
    """A log and its place: `index` counts the logs of the whole block."""

    log: Log
    height: Height
    block_hash: Hash32
    timestamp_s: int
    transaction_hash: Hash32
    transaction_index: int
    index: int

    @classmethod
    def of(cls, block: CommittedBlock, transaction_index: int, index: int, log: Log) -> "FoundLog":
        """Return a log of a transaction of a block."""
        header, transaction = block.header, block.block.transactions[transaction_index]
        return cls(
            log,
            header.height,
            header.hash,
            header.timestamp_s,
            transaction.hash,
            transaction_index,
            index,
        )


def logs_of(block: CommittedBlock) -> Iterator[FoundLog]:
    """Yield every log of a block in order."""
    index = 0
    for transaction_index, receipt in enumerate(block.receipts):
        for log in receipt.logs:
            yield FoundLog.of(block, transaction_index, index, log)
            index += 1


def pick_logs(
    header: bytes, body: bytes, receipts: bytes, ends: Sequence[int], indexes: Iterable[int]
) -> list[FoundLog]:
    """
    Return the logs with some indexes out of a block as it is stored.

    `ends` says for each transaction how many logs the block has up to and with it. Raises
    Malformed, and StoreCorrupt where the block has other logs than `ends` says.
    """
    decoded = decode_header(header)
    raws = rlp.item_bounds(body, *rlp.item_bounds(body, 0, len(body))[0])
    stored = rlp.item_bounds(receipts, 0, len(receipts))
    if not len(raws) == len(stored) == len(ends):
        raise StoreCorrupt(f"block {decoded.height}: its transactions and its logs do not agree")
    found: list[FoundLog] = []
    for at, here in groupby(indexes, lambda index: bisect_right(ends, index)):
        logs, begun = _logs_at(receipts, stored[at]), ends[at - 1] if at else 0
        transaction_hash = keccak256(_bytes_at(body, raws[at]))
        found += [
            FoundLog(
                logs[index - begun],
                decoded.height,
                decoded.hash,
                decoded.timestamp_s,
                transaction_hash,
                at,
                index,
            )
            for index in here
        ]
    return found


def _logs_at(receipts: bytes, bounds: tuple[int, int]) -> tuple[Log, ...]:
    fields = rlp.item_bounds(receipts, *bounds)
    return decode_logs(_bytes_at(receipts, fields[0]))


def _bytes_at(data: bytes, bounds: tuple[int, int]) -> bytes:
    return rlp.to_bytes(rlp.decode(data[bounds[0] : bounds[1]]), "stored item")
