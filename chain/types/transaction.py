"""
Transactions on their way up the ladder of trust.

    bytes --codec--> Transaction --validation--> CheckedTransaction --mempool--> PooledTransaction

Holding one is proof that the step before it was taken; each is built by one function only.
"""

from dataclasses import dataclass
from enum import IntEnum

from chain.types.primitives import Address, Gas, Hash32, Nonce, Wei


class TransactionType(IntEnum):
    """The leading byte of an EIP-2718 envelope; legacy transactions have none and count as 0."""

    LEGACY = 0
    ACCESS_LIST = 1  # EIP-2930
    DYNAMIC_FEE = 2  # EIP-1559
    BLOB = 3  # EIP-4844; refused on this chain, known only to say so
    SET_CODE = 4  # EIP-7702


@dataclass(frozen=True, slots=True)
class AccessEntry:
    """One line of an EIP-2930 access list: an account and the slots of it to warm."""

    address: Address
    slots: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Authorization:
    """An EIP-7702 authorization: the signer lets its account run the code at `address`."""

    chain_id: int  # 0 is valid on any chain
    address: Address
    nonce: Nonce
    y_parity: int
    r: int
    s: int


@dataclass(frozen=True, slots=True)
class Transaction:
    """
    A transaction that decoded strictly; its signature is not yet checked.

    Prices are wei per gas. Legacy and EIP-2930 transactions carry their one gas price in both fee
    fields, so everything behind the codec reads a single pair of fields.
    """

    type: TransactionType
    chain_id: int | None  # None: a legacy transaction from before EIP-155
    nonce: Nonce
    max_priority_fee_per_gas_wei: Wei
    max_fee_per_gas_wei: Wei
    gas_limit: Gas
    to: Address | None  # None creates a contract
    value_wei: Wei
    data: bytes
    y_parity: int
    r: int
    s: int
    raw: bytes  # canonical encoding, as it stands in a block's transaction trie
    hash: Hash32
    access_list: tuple[AccessEntry, ...] = ()
    authorizations: tuple[Authorization, ...] = ()
    blob_versioned_hashes: tuple[Hash32, ...] = ()
    max_fee_per_blob_gas_wei: Wei = Wei(0)


@dataclass(frozen=True, slots=True)
class CheckedTransaction:
    """A transaction that passed every check that needs no state; its sender is recovered."""

    transaction: Transaction
    sender: Address
    intrinsic_gas: Gas  # charged before the first instruction (EIP-2028, 2930, 3860, 7702)
    floor_gas: Gas  # least gas that is charged in the end (EIP-7623)
