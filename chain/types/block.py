"""
Blocks on their way from a proposal to history.

    Block --execution--> ExecutedBlock --consensus--> CommittedBlock (in the ledger, for ever)
"""

from dataclasses import dataclass

from chain.types.certificate import Certificate
from chain.types.header import Header
from chain.types.primitives import Address
from chain.types.receipt import Receipt
from chain.types.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Block:
    """A block as it travels and as its hash commits to it; the first block has no certificate."""

    header: Header
    transactions: tuple[Transaction, ...]
    parent_certificate: Certificate | None


@dataclass(frozen=True, slots=True)
class CommittedBlock:
    """A block that is final, with all that a reader asks about it."""

    block: Block
    senders: tuple[Address, ...]  # of its transactions, in order
    receipts: tuple[Receipt, ...]
    # That made it final: the next block's, and of the newest as this node saw it; None for genesis.
    certificate: Certificate | None

    @property
    def header(self) -> Header:
        """The block's header."""
        return self.block.header
