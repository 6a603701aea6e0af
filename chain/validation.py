"""
Checks that need no state: a transaction by itself, a header against its parent.

    Transaction --check_transaction--> CheckedTransaction
    Header + parent --check_header--> nothing, or HeaderInvalid

Every message opens with geth's words, because wallets turn them into typed errors.
"""

from typing import Final, NamedTuple

from eth_utils.address import to_checksum_address

from chain import params
from chain.codec import recover_sender
from chain.errors import (
    AuthorizationsInvalid,
    ChainIdMismatch,
    FeeOverflow,
    FloorGasTooLow,
    HeaderInvalid,
    InitcodeOversized,
    IntrinsicGasTooLow,
    NonceAtMaximum,
    TipAboveFeeCap,
    TransactionTypeUnsupported,
    TransactionUnprotected,
)
from chain.fees import (
    PRAGUE_SCHEDULE,
    IntrinsicSchedule,
    compute_base_fee_wei,
    compute_floor_gas,
    compute_intrinsic_gas,
)
from chain.types.header import EMPTY_NONCE, EMPTY_REQUESTS_HASH, Header
from chain.types.primitives import EMPTY_LIST_HASH, EMPTY_TRIE_ROOT, Address
from chain.types.transaction import CheckedTransaction, Transaction, TransactionType


class AdmissionRules(NamedTuple):
    """What this chain lets in; a development chain or an older fork differs."""

    allow_unprotected: bool = False  # legacy transactions that name no chain (before EIP-155)
    limit_initcode: bool = True  # EIP-3860; off on a development chain without code-size limits
    carry_blobs: bool = False  # EIP-4844
    schedule: IntrinsicSchedule = PRAGUE_SCHEDULE


CHAIN_RULES: Final = AdmissionRules()


def check_transaction(
    transaction: Transaction,
    chain_id: int,
    *,
    sender: Address | None = None,
    rules: AdmissionRules = CHAIN_RULES,
) -> CheckedTransaction:
    """
    Check everything about a transaction that needs no state, and find out who sent it.

    `sender` skips the recovery when it is known already, from a batch recovered elsewhere.

    Raises:
        TransactionInvalid: one of its subclasses names the rule that is broken.
    """
    if transaction.type is TransactionType.BLOB and not rules.carry_blobs:
        raise TransactionTypeUnsupported("blob transactions (type 3) are not carried by this chain")
    _check_chain_id(transaction, chain_id, rules.allow_unprotected)
    _check_shape(transaction, rules.limit_initcode)
    intrinsic_gas = compute_intrinsic_gas(transaction, rules.schedule)
    if transaction.gas_limit < intrinsic_gas:
        raise IntrinsicGasTooLow(f"have {transaction.gas_limit}, want {intrinsic_gas}")
    floor_gas = compute_floor_gas(transaction, rules.schedule)
    if transaction.gas_limit < floor_gas:
        raise FloorGasTooLow(f"have {transaction.gas_limit}, want {floor_gas}")
    return CheckedTransaction(
        transaction=transaction,
        sender=recover_sender(transaction) if sender is None else sender,
        intrinsic_gas=intrinsic_gas,
        floor_gas=floor_gas,
    )


def _check_chain_id(transaction: Transaction, chain_id: int, allow_unprotected: bool) -> None:
    """The transaction names this chain; EIP-155 lets old ones name none."""
    if transaction.chain_id is None:
        if not allow_unprotected:
            raise TransactionUnprotected()
    elif transaction.chain_id != chain_id:
        raise ChainIdMismatch(f"have {transaction.chain_id} want {chain_id}")


def _check_shape(transaction: Transaction, limit_initcode: bool) -> None:
    """Fields that contradict one another, whatever the state is."""
    if transaction.nonce > params.NONCE_MAX:
        raise NonceAtMaximum(f"nonce: {transaction.nonce}")
    if transaction.max_priority_fee_per_gas_wei > transaction.max_fee_per_gas_wei:
        raise TipAboveFeeCap(
            f"maxPriorityFeePerGas: {transaction.max_priority_fee_per_gas_wei}, "
            f"maxFeePerGas: {transaction.max_fee_per_gas_wei}"
        )
    if transaction.gas_limit * transaction.max_fee_per_gas_wei > params.UINT256_MAX:
        raise FeeOverflow()
    if transaction.type is TransactionType.SET_CODE:
        if transaction.to is None:
            raise AuthorizationsInvalid("cannot be used to create contract")
        if not transaction.authorizations:
            raise AuthorizationsInvalid("empty auth list")
    if transaction.to is None and limit_initcode:
        size_bytes = len(transaction.data)
        if size_bytes > params.INITCODE_BYTES_MAX:
            raise InitcodeOversized(f"code size {size_bytes} limit {params.INITCODE_BYTES_MAX}")


def check_header(header: Header, parent: Header) -> None:
    """
    Check a header against its parent (Yellow Paper, section 4.4.4, at Prague).

    Two rules are this chain's own: equal seconds are allowed, because blocks may be faster than
    one (milliseconds are in the certificate), and the gas limit does not drift with proposers.
    Roots, bloom and gas used are compared with the execution's result, not here.

    Raises:
        HeaderInvalid: names the field, what was expected and what was found.
    """
    base_fee_wei = compute_base_fee_wei(
        parent.base_fee_per_gas_wei, parent.gas_used, parent.gas_limit
    )
    _expect("height", parent.height + 1, header.height)
    _expect("parent_hash", "0x" + parent.hash.hex(), "0x" + header.parent_hash.hex())
    _expect("gas_limit", parent.gas_limit, header.gas_limit)
    _expect("base_fee_per_gas_wei", base_fee_wei, header.base_fee_per_gas_wei)
    if header.gas_used > header.gas_limit:
        raise HeaderInvalid("gas_used", f"at most {header.gas_limit}", header.gas_used)
    if not parent.timestamp_s <= header.timestamp_s <= params.TIMESTAMP_MAX_S:
        raise HeaderInvalid("timestamp_s", f"at least {parent.timestamp_s}", header.timestamp_s)
    if len(header.extra_data) > params.EXTRA_DATA_BYTES_MAX:
        expected = f"at most {params.EXTRA_DATA_BYTES_MAX} bytes"
        raise HeaderInvalid("extra_data", expected, f"{len(header.extra_data)} bytes")
    _check_fixed_fields(header)


def _check_fixed_fields(header: Header) -> None:
    """Fields that only other chains use: work, ommers, withdrawals, blobs, requests."""
    _expect("difficulty", 0, header.difficulty)
    _expect("nonce", EMPTY_NONCE.hex(), header.nonce.hex())
    _expect("ommers_hash", EMPTY_LIST_HASH.hex(), header.ommers_hash.hex())
    _expect("withdrawals_root", EMPTY_TRIE_ROOT.hex(), header.withdrawals_root.hex())
    _expect("blob_gas_used", 0, header.blob_gas_used)
    _expect("excess_blob_gas", 0, header.excess_blob_gas)
    _expect("requests_hash", EMPTY_REQUESTS_HASH.hex(), header.requests_hash.hex())


def _expect(field: str, expected: object, found: object) -> None:
    """One field has one allowed value."""
    if expected != found:
        raise HeaderInvalid(field, expected, found)


def format_address(address: Address) -> str:
    """Write an address as geth does in messages: with the checksum of EIP-55."""
    return to_checksum_address(address)
