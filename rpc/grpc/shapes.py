"""Blocks, transactions, receipts and logs as protobuf messages."""

from eth_utils.address import to_checksum_address

from chain.codec import encode_header
from chain.types.block import CommittedBlock
from chain.types.certificate import Certificate
from chain.types.header import Header
from chain.types.primitives import Address
from chain.types.receipt import Log
from chain.types.transaction import Transaction
from rpc.light import LightParts
from rpc.wire import blocks_pb2


def address_text(address: Address | None) -> str:
    """Write an address in EIP-55's mixed case; nothing where there is none."""
    return "" if address is None else to_checksum_address(address)


def show_block(block: CommittedBlock) -> blocks_pb2.Block:
    """Return a block with everything in it."""
    certificate = block.certificate
    return blocks_pb2.Block(
        header=show_header(block.header),
        transactions=[show_final(block, i) for i in range(len(block.block.transactions))],
        certificate=None if certificate is None else show_certificate(certificate),
    )


def show_header(header: Header) -> blocks_pb2.Header:
    """Return the fields of a header that differ from block to block, and all of it in RLP."""
    return blocks_pb2.Header(
        hash=header.hash,
        height=header.height,
        parent_hash=header.parent_hash,
        proposer=address_text(header.coinbase),
        timestamp_s=header.timestamp_s,
        state_root=header.state_root,
        transactions_root=header.transactions_root,
        receipts_root=header.receipts_root,
        gas_limit=header.gas_limit,
        gas_used=header.gas_used,
        base_fee_per_gas_wei=str(header.base_fee_per_gas_wei),
        logs_bloom=header.logs_bloom,
        extra_data=header.extra_data,
        mix_hash=header.mix_hash,
        parent_beacon_block_root=header.parent_beacon_block_root,
        encoded=encode_header(header),
    )


def show_certificate(certificate: Certificate) -> blocks_pb2.Certificate:
    """Return the precommits that decided a block."""
    return blocks_pb2.Certificate(
        round=certificate.round,
        time_ms=certificate.block_id.time_ms,
        precommits=[
            blocks_pb2.Precommit(validator=address_text(validator), signature=signature)
            for validator, signature in certificate.signatures
        ],
    )


def show_light_parts(parts: LightParts) -> blocks_pb2.LightBlock:
    """Return what proves a header final."""
    shown = blocks_pb2.LightBlock(header=parts.header, next_validators=parts.next_validators)
    if parts.commit is not None:
        shown.commit.parent = parts.commit.parent
        shown.commit.validators = parts.commit.validators
        shown.commit.certificate = parts.commit.certificate
    return shown


def show_final(block: CommittedBlock, index: int) -> blocks_pb2.Transaction:
    """Return a transaction of a block with its receipt."""
    shown = show_transaction(block.block.transactions[index], block.senders[index])
    receipt = block.receipts[index]
    shown.receipt.CopyFrom(
        blocks_pb2.Receipt(
            height=block.header.height,
            index=index,
            is_success=receipt.status == 1,
            gas_used=receipt.gas_used,
            cumulative_gas_used=receipt.cumulative_gas_used,
            effective_gas_price_wei=str(receipt.effective_gas_price_wei),
            contract_address=address_text(receipt.contract_address),
            logs=[show_log(log) for log in receipt.logs],
        )
    )
    return shown


def show_transaction(transaction: Transaction, sender: Address) -> blocks_pb2.Transaction:
    """Return a transaction as it was signed."""
    return blocks_pb2.Transaction(
        hash=transaction.hash,
        raw=transaction.raw,
        sender=address_text(sender),
        to=address_text(transaction.to),
        nonce=transaction.nonce,
        value_wei=str(transaction.value_wei),
        gas_limit=transaction.gas_limit,
        data=transaction.data,
    )


def show_log(log: Log) -> blocks_pb2.Log:
    """Return a log."""
    return blocks_pb2.Log(address=address_text(log.address), topics=log.topics, data=log.data)
