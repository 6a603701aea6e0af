"""What a transaction left behind."""

from dataclasses import dataclass

from chain.types.primitives import Address, Gas, Hash32, Wei


@dataclass(frozen=True, slots=True)
class Log:
    """One event: emitted by `address`, indexed under up to four 32-byte topics."""

    address: Address
    topics: tuple[Hash32, ...]
    data: bytes


@dataclass(frozen=True, slots=True)
class Receipt:
    """
    Outcome of one transaction.

    The first five fields are what the receipts root commits to (EIP-2718); the others can be
    computed again from the block and are kept because every reader asks for them.
    """

    type: int
    status: int  # 1: done; 0: reverted, only the fee was taken
    cumulative_gas_used: Gas  # of this block, up to and with this transaction
    logs_bloom: bytes  # 256 bytes
    logs: tuple[Log, ...]
    gas_used: Gas
    effective_gas_price_wei: Wei
    contract_address: Address | None  # of the contract that the transaction created
