"""
Blocks of Ethereum's past: what headers, receipts and bodies had less, or more, than ours.

A conformance tool imports chains that begin at Frontier and shows them through the same RPC; the
chain itself never makes one of these.
"""

from dataclasses import dataclass

from chain.types.block import Block
from chain.types.header import Header
from chain.types.primitives import Address, Hash32, Wei
from chain.types.receipt import Receipt


@dataclass(frozen=True, slots=True)
class PastHeader(Header):
    """A header as its fork had it: the first `field_count` fields of the encoding."""

    field_count: int = 21


@dataclass(frozen=True, slots=True)
class PastReceipt(Receipt):
    """A receipt with what only other forks know."""

    state_root: Hash32 | None = None  # before Byzantium, in the place of the status
    blob_gas_used: int = 0  # of a blob transaction
    blob_gas_price_wei: Wei = Wei(0)  # of its block


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Coins that come from the beacon chain (EIP-4895)."""

    index: int
    validator_index: int
    address: Address
    amount_gwei: int


@dataclass(frozen=True, slots=True)
class PastBlock(Block):
    """A block with its uncles' headers, and its withdrawals from Shanghai on."""

    ommers: tuple[PastHeader, ...] = ()
    withdrawals: tuple[Withdrawal, ...] | None = None
