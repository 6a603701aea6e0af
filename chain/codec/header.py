"""
Headers and blocks: bytes to data and back, and the hash that names a block.

A block on the wire is [header, [transaction, ...], certificate]: each transaction a byte string
in its EIP-2718 encoding, the certificate the encoded commit of the parent.
"""

from collections.abc import Sequence
from dataclasses import replace

from chain import params
from chain.codec import rlp
from chain.codec.receipt import BLOOM_BYTES
from chain.codec.signature import keccak256
from chain.codec.transaction import decode_transaction
from chain.params import UINT64_MAX, UINT256_MAX
from chain.types.header import Header
from chain.types.past import PastHeader
from chain.types.primitives import Address, Gas, Hash32, Height, Seconds, Wei
from chain.types.transaction import Transaction

_FIELD_COUNT = 21  # of a header at Prague


def encode_header(header: Header) -> bytes:
    """Encode a header as its fork hashes it, Prague for ours; `header.hash` takes no part."""
    integer = rlp.integer
    items: list[rlp.Encodable] = [
        header.parent_hash,
        header.ommers_hash,
        header.coinbase,
        header.state_root,
        header.transactions_root,
        header.receipts_root,
        header.logs_bloom,
        integer(header.difficulty),
        integer(header.height),
        integer(header.gas_limit),
        integer(header.gas_used),
        integer(header.timestamp_s),
        header.extra_data,
        header.mix_hash,
        header.nonce,
        integer(header.base_fee_per_gas_wei),
        header.withdrawals_root,
        integer(header.blob_gas_used),
        integer(header.excess_blob_gas),
        header.parent_beacon_block_root,
        header.requests_hash,
    ]
    return rlp.encode(items[: header.field_count] if isinstance(header, PastHeader) else items)


def seal_header(header: Header) -> Header:
    """Return the header with its hash filled in; whatever stood there is ignored."""
    return replace(header, hash=keccak256(encode_header(header)))


def decode_header(raw: bytes) -> Header:
    """
    Decode one header and compute its hash.

    Raises:
        Malformed: it is no canonical encoding of the 21 fields.
    """
    return _header_from_items(rlp.decode(raw))


def _header_from_items(item: rlp.Item) -> Header:
    """Read the fields of a decoded list."""
    items = rlp.expect_fields(item, _FIELD_COUNT, "header")
    extra_data = rlp.to_bytes(items[12], "extra data")
    if len(extra_data) > params.EXTRA_DATA_BYTES_MAX:
        rlp.to_fixed(extra_data, params.EXTRA_DATA_BYTES_MAX, "extra data")
    return Header(
        parent_hash=_hash(items[0], "parent hash"),
        ommers_hash=_hash(items[1], "ommers hash"),
        coinbase=Address(rlp.to_fixed(items[2], 20, "coinbase")),
        state_root=_hash(items[3], "state root"),
        transactions_root=_hash(items[4], "transactions root"),
        receipts_root=_hash(items[5], "receipts root"),
        logs_bloom=rlp.to_fixed(items[6], BLOOM_BYTES, "logs bloom"),
        difficulty=rlp.to_integer(items[7], UINT256_MAX, "difficulty"),
        height=Height(rlp.to_integer(items[8], UINT64_MAX, "height")),
        gas_limit=Gas(rlp.to_integer(items[9], UINT64_MAX, "gas limit")),
        gas_used=Gas(rlp.to_integer(items[10], UINT64_MAX, "gas used")),
        timestamp_s=Seconds(rlp.to_integer(items[11], UINT64_MAX, "timestamp")),
        extra_data=extra_data,
        mix_hash=_hash(items[13], "mix hash"),
        nonce=rlp.to_fixed(items[14], 8, "header nonce"),
        base_fee_per_gas_wei=Wei(rlp.to_integer(items[15], UINT256_MAX, "base fee per gas")),
        withdrawals_root=_hash(items[16], "withdrawals root"),
        blob_gas_used=Gas(rlp.to_integer(items[17], UINT64_MAX, "blob gas used")),
        excess_blob_gas=Gas(rlp.to_integer(items[18], UINT64_MAX, "excess blob gas")),
        parent_beacon_block_root=_hash(items[19], "parent beacon block root"),
        requests_hash=_hash(items[20], "requests hash"),
        # Strict decoding leaves one encoding only, so encoding again gives the received bytes.
        hash=keccak256(rlp.encode(items)),
    )


def _hash(item: rlp.Item, what: str) -> Hash32:
    """Read a 32-byte field."""
    return Hash32(rlp.to_fixed(item, 32, what))


def encode_block(header: Header, transactions: Sequence[Transaction], certificate: bytes) -> bytes:
    """Encode a block for the wire; the certificate is the parent's commit, already encoded."""
    bodies = [transaction.raw for transaction in transactions]
    return rlp.encode([rlp.decode(encode_header(header)), bodies, certificate])


def split_payload(payload: bytes) -> tuple[bytes, list[bytes]]:
    """
    Part an encoded block into its head and its transactions, which peers may hold already.

    The head is RLP [header, certificate]; nothing of it is judged. Raises Malformed.
    """
    header, bodies, certificate = rlp.expect_fields(rlp.decode(payload), 3, "block")
    raws = [
        rlp.to_bytes(body, "transaction of a block")
        for body in rlp.expect_list(bodies, "transactions of a block")
    ]
    return rlp.encode([header, certificate]), raws


def join_payload(head: bytes, raws: Sequence[bytes]) -> bytes:
    """Put an encoded block together again, to the last bit; raises Malformed."""
    header, certificate = rlp.expect_fields(rlp.decode(head), 2, "head of a block")
    return rlp.encode([header, list(raws), certificate])


def decode_block(raw: bytes) -> tuple[Header, tuple[Transaction, ...], bytes]:
    """
    Decode (header, transactions, encoded certificate of the parent).

    Raises:
        Malformed: it is no canonical encoding.
        TransactionInvalid: one of the transactions cannot be carried.
    """
    header, bodies, certificate = rlp.expect_fields(rlp.decode(raw), 3, "block")
    transactions = tuple(
        decode_transaction(rlp.to_bytes(body, "transaction of a block"))
        for body in rlp.expect_list(bodies, "transactions of a block")
    )
    return _header_from_items(header), transactions, rlp.to_bytes(certificate, "certificate")
