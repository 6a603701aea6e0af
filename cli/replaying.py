"""
A stored chain, executed once more: each block is judged as a peer's would be, and stored elsewhere.

    source --certificate, bytes--> validate, commit --> target, synced at the end
       '-----decoded, senders recovered, checked-----^  by threads, a few blocks ahead

Nothing is taken from the source but what travels between nodes, so the target holds what this
program makes of the transactions: receipts, indexes, state. It does not wait for the disk block by
block: a killed replay goes on where it was, one whose machine lost power begins anew.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from chain.app import Application, BlockMisnamed, NamedBlock, decode_named
from chain.codec.transaction import compute_signing_hash
from chain.errors import Invalid
from chain.kit.signatures import Signed, recover_each
from chain.ledger import Ledger
from chain.mempool import Mempool
from chain.system_transaction import is_system_transaction
from chain.types.certificate import Certificate
from chain.types.primitives import Address, Hash32, Height
from chain.types.transaction import CheckedTransaction, Transaction
from chain.validation import check_transaction
from chain.vm.machine import EXECUTION_STACK_BYTES
from cli.development.store import UnsyncedStore
from cli.errors import CommandFailed

AHEAD_BLOCKS: Final = 8  # that are decoded while one is executed
READERS: Final = 2  # threads: one decodes while the other's signatures are recovered
LAST_KEY: Final = b"\xff"  # above every key of the schema
PARITY_PLACE: Final = 255  # the bit of s that says which of two keys signed (EIP-2098)
Recover = Callable[[Sequence[Signed]], Sequence[Address | None]]


@dataclass(frozen=True, slots=True)
class StoredBlock:
    """A block as the source has it, and its transactions, checked."""

    certificate: Certificate
    payload: bytes
    named: NamedBlock | None  # where the payload is the certificate's block
    checked: tuple[CheckedTransaction, ...]


class BulkStore(UnsyncedStore):
    """A database that is on disk once it is closed, and need not be before."""

    def close(self) -> None:
        """Bring every write to the disk, then release the directory."""
        if not self._is_closed:
            self.compact(LAST_KEY, LAST_KEY)  # moves what was only logged into synced tables
            self._is_closed = True
        super().close()

    _is_closed = False


class Foreseen(Mempool):
    """A pool in which nothing waits: it knows the transactions of the block that is executed."""

    known: Mapping[Hash32, CheckedTransaction] = MappingProxyType({})

    def get(self, transaction_hash: Hash32) -> CheckedTransaction | None:
        """Return a transaction of the block that is executed."""
        return self.known.get(transaction_hash)


def replay_blocks(
    source: Ledger, app: Application, pool: Foreseen, last: int, recover: Recover = recover_each
) -> Iterator[StoredBlock]:
    """
    Execute and commit the source's blocks above the target's head up to `last`; yield each.

    `recover` finds the signers of many transactions at once. Raises CommandFailed that names the
    block which does not follow from the one below it, or which the source does not have.
    """
    first = app.ledger.head.header.height + 1
    _check_source(source, app, first)
    threading.stack_size(EXECUTION_STACK_BYTES)
    execution, ahead = ThreadPoolExecutor(1, "execution"), ThreadPoolExecutor(READERS, "ahead")
    with execution as writer, ahead as readers:
        waiting: deque[Future[StoredBlock]] = deque()
        for height in range(first, last + AHEAD_BLOCKS + 1):
            if height <= last:
                waiting.append(readers.submit(_read, source, app, height, recover))
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


def _read(source: Ledger, app: Application, height: int, recover: Recover) -> StoredBlock:
    certificate, payload = source.certificate(Height(height)), source.payload(height)
    if certificate is None or payload is None:
        raise CommandFailed(f"the source does not have block {height}")
    try:
        named = decode_named(payload, certificate.block_id)
    except BlockMisnamed:  # whoever executes it says so
        return StoredBlock(certificate, payload, None, ())
    return StoredBlock(certificate, payload, named, _checked(app, named.transactions, recover))


def _checked(
    app: Application, transactions: Iterable[Transaction], recover: Recover
) -> tuple[CheckedTransaction, ...]:
    """Return what can be checked ahead; what cannot is refused when its block is executed."""
    found = []
    with suppress(Invalid):
        waiting = [item for item in transactions if not is_system_transaction(item)]
        senders = recover([_signed(item) for item in waiting])
        for transaction, sender in zip(waiting, senders, strict=True):
            if sender is not None:
                found.append(_check(app, transaction, sender))
    return tuple(found)


def _signed(transaction: Transaction) -> Signed:
    """Return what the sender signed and the signature, compact; its s is low, as decoded."""
    s = transaction.s | transaction.y_parity << PARITY_PLACE
    signature = transaction.r.to_bytes(32, "big") + s.to_bytes(32, "big")
    return compute_signing_hash(transaction), signature


def _check(app: Application, transaction: Transaction, sender: Address) -> CheckedTransaction:
    rules = app.rules
    return check_transaction(transaction, rules.chain_id, sender=sender, rules=rules.admission)


def _apply(app: Application, pool: Foreseen, block: StoredBlock) -> None:
    height, block_id = block.certificate.height, block.certificate.block_id
    pool.known = {item.transaction.hash: item for item in block.checked}
    try:
        app.validate(height, block_id, block.payload, block.named)
        app.commit(block.certificate)
    except Invalid as cause:
        raise CommandFailed(f"block {height} is refused: {cause}") from cause
