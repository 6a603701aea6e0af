"""
Which transactions go into the next block: best tip first, within gas, bytes and time.

    mempool lines --ByTip--> candidate --BlockExecution.apply--> in the block, or skipped
                                              ^-- ended where it takes too long

Only this file may look at a clock: two proposers need not choose alike, and whoever checks a block
executes what it finds in it.
"""

import heapq
import logging
from collections.abc import Callable
from dataclasses import dataclass

from chain.errors import (
    BlockGasExceeded,
    ChainError,
    NonceTooHigh,
    StoreCorrupt,
    StoreFailed,
    TransactionInvalid,
)
from chain.execution import BlockExecution
from chain.mempool import Mempool, PooledTransaction
from chain.params import TRANSACTION_BASE_GAS
from chain.types.primitives import Address
from chain.vm.world import Watch

BLOCK_BYTES_MAX = 2_097_152  # 2 MiB of transactions in one block
BUILD_MS_MAX = 1_000  # 1 second within which a proposer begins transactions
OVERTIME_MS_MAX = 1_500  # 1.5 seconds more for the one under way: a round waits 3 seconds
HEAD_BYTES = 1_024  # kept free for the header and the last hooks' transaction
log = logging.getLogger("chain.proposal")


class TooSlow(ChainError):
    """A transaction whose code runs longer than a round of consensus can wait."""


@dataclass(frozen=True)
class Limits:
    """What one block may take."""

    block_bytes_max: int = BLOCK_BYTES_MAX
    build_ms_max: int = BUILD_MS_MAX
    overtime_ms_max: int = OVERTIME_MS_MAX


class ByTip:
    """The pool's lines in the order a proposer likes: tip, then arrival; nonces stay in order."""

    def __init__(self, lines: list[list[PooledTransaction]], base_fee_wei: int) -> None:
        self._base_fee_wei = base_fee_wei
        self._heap: list[tuple[int, int, int, list[PooledTransaction]]] = []
        for line in lines:
            self._push(line, 0)

    def _push(self, line: list[PooledTransaction], index: int) -> None:
        if index < len(line):
            tip_wei = line[index].tip_wei(self._base_fee_wei)
            if tip_wei >= 0:
                heapq.heappush(self._heap, (-tip_wei, line[index].arrival, index, line))

    def __bool__(self) -> bool:
        return bool(self._heap)

    def take(self) -> PooledTransaction:
        """Return the best candidate and put the next of the same sender in line."""
        _, _, index, line = heapq.heappop(self._heap)
        self._push(line, index + 1)
        return line[index]


def fill_block(
    execution: BlockExecution,
    pool: Mempool,
    limits: Limits,
    now_ms: Callable[[], int],
) -> None:
    """
    Execute waiting transactions into the block until something runs out.

    A transaction that the state does not admit any more is dropped from the pool; one that fails by
    our own bug is dropped too and the block goes on without it, because its changes are undone.
    So is one that is still running when the overtime ends: gas is no measure of our time, and a
    block that takes longer than a round would be built anew in every round, for ever.
    """
    deadline_ms = now_ms() + limits.build_ms_max
    execution.world.watch = _until(deadline_ms + limits.overtime_ms_max, now_ms)
    try:
        _fill(execution, pool, limits, lambda: now_ms() < deadline_ms)
    finally:
        execution.world.watch = None


def _until(end_ms: int, now_ms: Callable[[], int]) -> Watch:
    """Return a watch that ends what runs after a moment."""

    def watch(ahead_ms: int) -> None:
        if now_ms() + ahead_ms >= end_ms:
            raise TooSlow("it runs longer than a proposer can wait")

    return watch


def _fill(
    execution: BlockExecution, pool: Mempool, limits: Limits, is_time: Callable[[], bool]
) -> None:
    room_bytes = limits.block_bytes_max - HEAD_BYTES - execution.size_bytes
    candidates = ByTip(pool.lines(), execution.environment.base_fee_per_gas_wei)
    skipped: set[Address] = set()
    while candidates and is_time():
        if execution.environment.gas_limit - execution.gas_used < TRANSACTION_BASE_GAS:
            return
        item = candidates.take()
        sender = item.checked.sender
        size_bytes = len(item.checked.transaction.raw)
        if sender in skipped:
            continue
        if size_bytes > room_bytes or not _include(execution, pool, item):
            skipped.add(sender)
        else:
            room_bytes -= size_bytes


def _include(execution: BlockExecution, pool: Mempool, item: PooledTransaction) -> bool:
    """Execute one transaction; False where it, and its sender's later ones, must wait or go."""
    try:
        execution.apply(item.checked)
    except (BlockGasExceeded, NonceTooHigh):
        return False
    except TransactionInvalid as cause:
        log.info("dropped 0x%s: %s", item.hash.hex(), cause)
        pool.drop(item.hash)
        return False
    except TooSlow as cause:
        log.warning("dropped 0x%s: %s", item.hash.hex(), cause)
        pool.drop(item.hash)
        return False
    except (StoreFailed, StoreCorrupt):
        raise  # the disk's fault: the transaction keeps its place and the node stops
    except Exception:
        log.exception("transaction 0x%s broke the node's own code; dropped", item.hash.hex())
        pool.drop(item.hash)
        return False
    return True
