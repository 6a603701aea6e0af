"""Blocks, transactions, receipts and logs as the Ethereum JSON-RPC shows them."""

from typing import Any, Final

from chain.codec import encode_header, rlp
from chain.found_logs import FoundLog
from chain.types.block import CommittedBlock
from chain.types.header import Header
from chain.types.primitives import EMPTY_TRIE_ROOT, Address
from chain.types.transaction import AccessEntry, Transaction, TransactionType
from chain.vm.world import BlockEnvironment
from rpc.past import encode_rest, show_outcome, show_rest, without_later_fields
from rpc.shapes import data, optional_data, quantity, word

Record = dict[str, Any]
BLOOM_BYTES: Final = 256


def show_header(header: Header) -> Record:
    """Return the fields of a header: a `newHeads` notification, and the head of a block."""
    shown = {
        "number": quantity(header.height),
        "hash": data(header.hash),
        "parentHash": data(header.parent_hash),
        "nonce": data(header.nonce),
        "mixHash": data(header.mix_hash),
        "sha3Uncles": data(header.ommers_hash),
        "logsBloom": data(header.logs_bloom),
        "stateRoot": data(header.state_root),
        "miner": data(header.coinbase),
        "difficulty": quantity(header.difficulty),
        "extraData": data(header.extra_data),
        "gasLimit": quantity(header.gas_limit),
        "gasUsed": quantity(header.gas_used),
        "timestamp": quantity(header.timestamp_s),
        "transactionsRoot": data(header.transactions_root),
        "receiptsRoot": data(header.receipts_root),
        "baseFeePerGas": quantity(header.base_fee_per_gas_wei),
        "withdrawalsRoot": data(header.withdrawals_root),
        "blobGasUsed": quantity(header.blob_gas_used),
        "excessBlobGas": quantity(header.excess_blob_gas),
        "parentBeaconBlockRoot": data(header.parent_beacon_block_root),
        "requestsHash": data(header.requests_hash),
    }
    return without_later_fields(header, shown)


def show_block(block: CommittedBlock, with_transactions: bool) -> Record:
    """Return a block with its transactions' hashes, or with the transactions whole."""
    transactions = block.block.transactions
    shown: list[Any] = (
        [show_mined(block, index) for index in range(len(transactions))]
        if with_transactions
        else [data(transaction.hash) for transaction in transactions]
    )
    return {
        **show_header(block.header),
        "size": quantity(compute_block_size_bytes(block)),
        **show_rest(block.block),
        "transactions": shown,
    }


def show_pending_block(
    environment: BlockEnvironment,
    parent: Header,
    transactions: list[tuple[Transaction, Address]],
    with_transactions: bool,
) -> Record:
    """
    Return the block to come upon `parent`, with what waits for it.

    Its hash, nonce and miner are null, as in geth; roots, bloom and gas are those of an empty
    block, because libraries refuse nulls there.
    """
    shown: list[Any] = [
        show_transaction(transaction, sender) if with_transactions else data(transaction.hash)
        for transaction, sender in transactions
    ]
    return {
        **show_header(parent),
        **dict.fromkeys(("hash", "nonce", "miner")),
        "number": quantity(environment.height),
        "parentHash": data(parent.hash),
        "mixHash": data(environment.prev_randao),
        "logsBloom": data(bytes(BLOOM_BYTES)),
        "extraData": "0x",
        "gasLimit": quantity(environment.gas_limit),
        "gasUsed": quantity(0),
        "timestamp": quantity(environment.timestamp_s),
        "transactionsRoot": data(EMPTY_TRIE_ROOT),
        "receiptsRoot": data(EMPTY_TRIE_ROOT),
        "baseFeePerGas": quantity(environment.base_fee_per_gas_wei),
        "parentBeaconBlockRoot": data(environment.parent_beacon_block_root),
        "size": quantity(0),
        "uncles": [],
        "withdrawals": [],
        "transactions": shown,
    }


def compute_block_size_bytes(block: CommittedBlock) -> int:
    """Length of the block in Ethereum's encoding: [header, transactions, ommers, withdrawals]."""
    bodies = 0
    for transaction in block.block.transactions:
        raw = len(transaction.raw)
        is_list = transaction.type is TransactionType.LEGACY
        bodies += raw if is_list else _with_prefix(raw)
    header = len(encode_header(block.header))
    rest = sum(len(rlp.encode(part)) for part in encode_rest(block.block))
    return _with_prefix(header + _with_prefix(bodies) + rest)


def _with_prefix(payload_bytes: int) -> int:
    """Add the RLP prefix that announces so many bytes."""
    if payload_bytes <= 55:
        return payload_bytes + 1
    return payload_bytes + 1 + (payload_bytes.bit_length() + 7) // 8


def show_mined(block: CommittedBlock, index: int) -> Record:
    """Return a transaction of a block."""
    transaction, header = block.block.transactions[index], block.header
    shown = show_transaction(transaction, block.senders[index])
    price_wei = block.receipts[index].effective_gas_price_wei
    return {
        **shown,
        "blockHash": data(header.hash),
        "blockNumber": quantity(header.height),
        "blockTimestamp": quantity(header.timestamp_s),
        "transactionIndex": quantity(index),
        "gasPrice": quantity(price_wei),
    }


def show_transaction(transaction: Transaction, sender: Address) -> Record:
    """Return a transaction that waits: it has no block yet, and its price is its fee cap."""
    shown: Record = {
        "type": quantity(transaction.type),
        "hash": data(transaction.hash),
        "nonce": quantity(transaction.nonce),
        "from": data(sender),
        "to": optional_data(transaction.to),
        "value": quantity(transaction.value_wei),
        "gas": quantity(transaction.gas_limit),
        "gasPrice": quantity(transaction.max_fee_per_gas_wei),
        "input": data(transaction.data),
        "r": quantity(transaction.r),
        "s": quantity(transaction.s),
        "v": quantity(_v_of(transaction)),
        "blockHash": None,
        "blockNumber": None,
        "blockTimestamp": None,
        "transactionIndex": None,
    }
    if transaction.chain_id is not None:
        shown["chainId"] = quantity(transaction.chain_id)
    if transaction.type is not TransactionType.LEGACY:
        shown["yParity"] = quantity(transaction.y_parity)
        shown["accessList"] = show_access_list(transaction.access_list)
    if transaction.type >= TransactionType.DYNAMIC_FEE:
        shown["maxFeePerGas"] = quantity(transaction.max_fee_per_gas_wei)
        shown["maxPriorityFeePerGas"] = quantity(transaction.max_priority_fee_per_gas_wei)
    if transaction.type is TransactionType.BLOB:
        shown["maxFeePerBlobGas"] = quantity(transaction.max_fee_per_blob_gas_wei)
        shown["blobVersionedHashes"] = [data(item) for item in transaction.blob_versioned_hashes]
    if transaction.type is TransactionType.SET_CODE:
        shown["authorizationList"] = [
            {
                "chainId": quantity(entry.chain_id),
                "address": data(entry.address),
                "nonce": quantity(entry.nonce),
                "yParity": quantity(entry.y_parity),
                "r": quantity(entry.r),
                "s": quantity(entry.s),
            }
            for entry in transaction.authorizations
        ]
    return shown


def _v_of(transaction: Transaction) -> int:
    """Legacy signatures carry the chain id in v (EIP-155), others the parity alone."""
    if transaction.type is not TransactionType.LEGACY:
        return transaction.y_parity
    if transaction.chain_id is None:
        return 27 + transaction.y_parity
    return 35 + 2 * transaction.chain_id + transaction.y_parity


def show_access_list(entries: tuple[AccessEntry, ...]) -> list[Record]:
    """Return an EIP-2930 access list."""
    return [
        {"address": data(entry.address), "storageKeys": [word(slot) for slot in entry.slots]}
        for entry in entries
    ]


def show_receipts(block: CommittedBlock) -> list[Record]:
    """Return the receipts of a block."""
    first_log, shown = 0, []
    for index in range(len(block.receipts)):
        shown.append(_show_receipt(block, index, first_log))
        first_log += len(block.receipts[index].logs)
    return shown


def show_receipt(block: CommittedBlock, index: int) -> Record:
    """Return one receipt; its logs count on from those of the transactions before it."""
    return _show_receipt(block, index, sum(len(r.logs) for r in block.receipts[:index]))


def _show_receipt(block: CommittedBlock, index: int, first_log: int) -> Record:
    receipt, transaction = block.receipts[index], block.block.transactions[index]
    return {
        "type": quantity(receipt.type),
        **show_outcome(receipt),
        "transactionHash": data(transaction.hash),
        "transactionIndex": quantity(index),
        "blockHash": data(block.header.hash),
        "blockNumber": quantity(block.header.height),
        "from": data(block.senders[index]),
        "to": optional_data(transaction.to),
        "contractAddress": optional_data(receipt.contract_address),
        "cumulativeGasUsed": quantity(receipt.cumulative_gas_used),
        "gasUsed": quantity(receipt.gas_used),
        "effectiveGasPrice": quantity(receipt.effective_gas_price_wei),
        "logsBloom": data(receipt.logs_bloom),
        "logs": [
            show_log(FoundLog.of(block, index, first_log + offset, log))
            for offset, log in enumerate(receipt.logs)
        ],
    }


def show_log(found: FoundLog) -> Record:
    """Return a log with its place; nothing here is ever removed again."""
    return {
        "address": data(found.log.address),
        "topics": [data(topic) for topic in found.log.topics],
        "data": data(found.log.data),
        "blockHash": data(found.block_hash),
        "blockNumber": quantity(found.height),
        "blockTimestamp": quantity(found.timestamp_s),
        "transactionHash": data(found.transaction_hash),
        "transactionIndex": quantity(found.transaction_index),
        "logIndex": quantity(found.index),
        "removed": False,
    }
