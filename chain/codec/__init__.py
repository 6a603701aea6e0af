"""
Bytes to data and back: every encoding that is hashed, signed or sent in Ethereum's formats.

    rlp         strict lists of bytes          signature    keccak, recovery, signing
    transaction types 0, 1, 2 and 4            header       headers and blocks
    receipt     logs, blooms, receipts
"""

from chain.codec.header import (
    decode_block,
    decode_header,
    encode_block,
    encode_header,
    join_payload,
    seal_header,
    split_payload,
)
from chain.codec.receipt import (
    compute_bloom,
    decode_logs,
    decode_receipt,
    encode_receipt,
    is_in_bloom,
    merge_blooms,
)
from chain.codec.signature import address_of, keccak256, recover_address, sign_digest
from chain.codec.transaction import (
    compute_authorization_hash,
    compute_signing_hash,
    decode_transaction,
    encode_transaction,
    encode_unsigned,
    join_signature,
    recover_authority,
    recover_sender,
    sign_authorization,
    sign_transaction,
)

__all__ = [
    "address_of",
    "compute_authorization_hash",
    "compute_bloom",
    "compute_signing_hash",
    "decode_block",
    "decode_header",
    "decode_logs",
    "decode_receipt",
    "decode_transaction",
    "encode_block",
    "encode_header",
    "encode_receipt",
    "encode_transaction",
    "encode_unsigned",
    "is_in_bloom",
    "join_payload",
    "join_signature",
    "keccak256",
    "merge_blooms",
    "recover_address",
    "recover_authority",
    "recover_sender",
    "seal_header",
    "sign_authorization",
    "sign_digest",
    "sign_transaction",
    "split_payload",
]
