"""
A stored chain, executed once more: each block is judged as a peer's would be, and stored elsewhere.

    source --certificate, bytes--> validate, commit --> target, synced block by block
       '-----decoded, checked, senders recovered by a thread-----^  a few blocks ahead

Nothing is taken from the source but what travels between nodes, so the target holds what this
program makes of the transactions: receipts, indexes, state.
"""

import threading
from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from chain.app import Application
from chain.codec import decode_block
from chain.errors import Invalid
from chain.ledger import Ledger
from chain.mempool import Mempool
from chain.system_transaction import is_system_transaction
from chain.types.certificate import Certificate
from chain.types.primitives import Hash32, Height
from chain.types.transaction import CheckedTransaction
from chain.validation import check_transaction
from chain.vm.machine import EXECUTION_STACK_BYTES
from cli.errors import CommandFailed

AHEAD_BLOCKS: Final = 8  # that are decoded while one is executed


@dataclass(frozen=True, slots=True)
class StoredBlock:
    """A block as the source has it, and its transactions, checked."""

    certificate: Certificate
    payload: bytes
    checked: tuple[CheckedTransaction, ...]


class Foreseen(Mempool):
    """A pool in which nothing waits: it knows the transactions of the block that is executed."""

    known: Mapping[Hash32, CheckedTransaction] = MappingProxyType({})

    def get(self, transaction_hash: Hash32) -> CheckedTransaction | None:
        """Return a transaction of the block that is executed."""
        return self.known.get(transaction_hash)


def replay_blocks(
    source: Ledger, app: Application, pool: Foreseen, last: int
) -> Iterator[StoredBlock]:
    """
    Execute and commit the source's blocks above the target's head up to `last`; yield each.

    Raises CommandFailed that names the block which does not follow from the one below it, or which
    the source does not have.
    """
    first = app.ledger.head.header.height + 1
    _check_source(source, app, first)
    threading.stack_size(EXECUTION_STACK_BYTES)
    with ThreadPoolExecutor(1, "execution") as writer, ThreadPoolExecutor(1, "ahead") as ahead:
        waiting: deque[Future[StoredBlock]] = deque()
        for height in range(first, last + AHEAD_BLOCKS + 1):
            if height <= last:
                waiting.append(ahead.submit(_read, source, app, height))
            if waiting and height >= first + AHEAD_BLOCKS:
                block = waiting.popleft().result()
                writer.submit(_apply, app, pool, block).result()
                yield block


def _check_source(source: Ledger, app: Application, first: int) -> None:
    """The same chain, with every block that is wanted, and with the target's own head."""
    head = app.ledger.head
    known = source.block(head.header.height)
    if known is None or known.header.hash != head.header.hash:
        raise CommandFailed(
            f"block {head.header.height} of the target, 0x{head.header.hash.hex()}, is not one of "
            "the source: name the home of a chain with the same genesis file"
        )
    if source.oldest_block_height > first:
        raise CommandFailed(
            f"block {first} is wanted, the source keeps {source.oldest_block_height} and above"
        )


def _read(source: Ledger, app: Application, height: int) -> StoredBlock:
    certificate, payload = source.certificate(Height(height)), source.payload(height)
    if certificate is None or payload is None:
        raise CommandFailed(f"the source does not have block {height}")
    return StoredBlock(certificate, payload, _checked(app, payload))


def _checked(app: Application, payload: bytes) -> tuple[CheckedTransaction, ...]:
    """Return what can be checked ahead; what cannot is refused when its block is executed."""
    chain_id, admission, found = app.rules.chain_id, app.rules.admission, []
    with suppress(Invalid):
        for transaction in decode_block(payload)[1]:
            if not is_system_transaction(transaction):
                found.append(check_transaction(transaction, chain_id, rules=admission))
    return tuple(found)


def _apply(app: Application, pool: Foreseen, block: StoredBlock) -> None:
    height, block_id = block.certificate.height, block.certificate.block_id
    pool.known = {item.transaction.hash: item for item in block.checked}
    try:
        app.validate(height, block_id, block.payload)
        app.commit(block.certificate)
    except Invalid as cause:
        raise CommandFailed(f"block {height} is refused: {cause}") from cause
