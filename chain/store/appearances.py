"""
Where accounts appear: the transactions that name an address, and the one with a sender's nonce.

    address -> (height, index), ascending          sender, nonce -> (height, index)

An address appears as sender, recipient, created contract, emitter of a log, or where a topic of a
log looks like one. Everything follows from blocks and receipts: a database that was written before
this index gets it block by block, downwards from where it began to be kept.
"""

from collections.abc import Iterator
from typing import Final

from chain.store import schema
from chain.store.kv import KeyValueView, Write
from chain.types.block import CommittedBlock
from chain.types.primitives import Address, Hash32, Height
from chain.types.receipt import Receipt
from chain.types.transaction import Transaction

# A topic is 32 bytes: what has 12 zeros and is no small number is taken for an address.
_PADDING: Final = bytes(12)
_SMALL: Final = bytes(8)

Place = tuple[Height, int]


def participants(transaction: Transaction, sender: Address, receipt: Receipt) -> list[Address]:
    """Return the accounts that a transaction and its logs name, each once, in order."""
    found = {sender}
    if transaction.to is not None:
        found.add(transaction.to)
    if receipt.contract_address is not None:
        found.add(receipt.contract_address)
    for log in receipt.logs:
        found.add(log.address)
        found.update(Address(topic[12:]) for topic in log.topics if _names_account(topic))
    return sorted(found)


def _names_account(topic: Hash32) -> bool:
    return topic.startswith(_PADDING) and not topic.startswith(_SMALL, 12)


class AppearanceIndex:
    """Reads appearances from a view of the database, and says what to write for a block."""

    name: Final = "appearances"

    def __init__(self, view: KeyValueView) -> None:
        self._view = view

    def writes(self, block: CommittedBlock) -> list[Write]:
        """Return the entries of one block."""
        height = block.header.height
        writes: list[Write] = []
        for index, transaction in enumerate(block.block.transactions):
            sender, receipt = block.senders[index], block.receipts[index]
            place = schema.encode_place(height, index)
            writes.append((schema.nonce_key(sender, transaction.nonce), place))
            for address in participants(transaction, sender, receipt):
                writes.append((schema.appearances_prefix(address) + place, b""))
        return writes

    def erasure(self, block: CommittedBlock) -> list[Write]:
        """Return the writes that remove the entries of one block, as a rollback needs them."""
        return [(key, None) for key, _ in self.writes(block)]

    def complete_from(self) -> Height | None:
        """Return the lowest height from which on all blocks are here; None before the first."""
        encoded = self._view.get(schema.APPEARANCES_FROM_KEY)
        return None if encoded is None else schema.decode_height(encoded)

    def begin_at(self, height: Height) -> list[Write]:
        """Return the write that says from where on the index is complete."""
        return [(schema.APPEARANCES_FROM_KEY, schema.encode_height(height))]

    def before(self, address: Address, height: int) -> Iterator[Place]:
        """Yield the places below a height where an account appears, the newest first."""
        yield from self._walk(address, 0, height, reverse=True)

    def after(self, address: Address, height: int) -> Iterator[Place]:
        """Yield the places above a height where an account appears, the oldest first."""
        yield from self._walk(address, height + 1, None, reverse=False)

    def place_of_nonce(self, sender: Address, nonce: int) -> Place | None:
        """Return where the transaction of a sender with this nonce is."""
        encoded = self._view.get(schema.nonce_key(sender, nonce))
        return None if encoded is None else schema.decode_place(encoded)

    def _walk(
        self, address: Address, first: int, end: int | None, *, reverse: bool
    ) -> Iterator[Place]:
        prefix = schema.appearances_prefix(address)
        start = prefix + schema.encode_height(first)
        stop = prefix + (schema.HEIGHT_END if end is None else schema.encode_height(end))
        for key, _ in self._view.iterate(start, stop, reverse=reverse):
            yield schema.decode_place(key[len(prefix) :])
