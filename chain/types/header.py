"""The Ethereum block header at Prague, whole, so that any Ethereum tool computes our block hash."""

from dataclasses import dataclass

from chain.types.primitives import (
    EMPTY_LIST_HASH,
    EMPTY_TRIE_ROOT,
    Address,
    Gas,
    Hash32,
    Height,
    Seconds,
    Wei,
)

# sha256 of nothing: the EIP-7685 hash of an empty list of execution-layer requests
EMPTY_REQUESTS_HASH = Hash32(
    bytes.fromhex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
)
EMPTY_NONCE = b"\x00" * 8


@dataclass(frozen=True, slots=True)
class Header:
    """
    Header of one block, in the order of its RLP encoding.

    Four fields carry meanings of this chain: `extra_data` is the hash of the validator set of the
    next height, `mix_hash` the randomness beacon, `parent_beacon_block_root` the hash of the
    commit certificate of the parent (EIP-4788's meaning), `coinbase` the proposer's address.
    """

    parent_hash: Hash32
    coinbase: Address
    state_root: Hash32
    transactions_root: Hash32
    receipts_root: Hash32
    logs_bloom: bytes  # 256 bytes
    height: Height
    gas_limit: Gas
    gas_used: Gas
    timestamp_s: Seconds
    extra_data: bytes
    mix_hash: Hash32
    base_fee_per_gas_wei: Wei
    parent_beacon_block_root: Hash32
    hash: Hash32  # keccak of the encoding of all other fields
    ommers_hash: Hash32 = EMPTY_LIST_HASH
    difficulty: int = 0
    nonce: bytes = EMPTY_NONCE
    withdrawals_root: Hash32 = EMPTY_TRIE_ROOT
    blob_gas_used: Gas = Gas(0)
    excess_blob_gas: Gas = Gas(0)
    requests_hash: Hash32 = EMPTY_REQUESTS_HASH
