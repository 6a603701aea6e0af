"""
A file of blocks, as go-ethereum exports them: RLP, one behind the other.

    chain.rlp --split_blocks--> bytes of each --decode_past_block--> PastBlock
"""

from collections.abc import Iterator, Sequence
from typing import Final

from chain.codec import decode_transaction, keccak256, rlp
from chain.errors import Malformed
from chain.params import UINT64_MAX, UINT256_MAX
from chain.types.header import EMPTY_REQUESTS_HASH
from chain.types.past import PastBlock, PastHeader, Withdrawal
from chain.types.primitives import (
    EMPTY_TRIE_ROOT,
    ZERO_HASH,
    Address,
    Gas,
    Hash32,
    Height,
    Seconds,
    Wei,
)
from chain.types.transaction import Transaction

FIELD_COUNTS: Final = (15, 16, 17, 20, 21)  # Frontier, London, Shanghai, Cancun, Prague
BLOCK_PARTS: Final = (3, 4)  # header, transactions, ommers; withdrawals from Shanghai on
LONG_LIST: Final = 0xF7  # first byte of an RLP list whose length has bytes of its own, less 1
SHORT_LIST: Final = 0xC0
# What a header has where its fork does not know the field; none of it is encoded.
MISSING: Final[tuple[bytes, ...]] = (
    b"",
    EMPTY_TRIE_ROOT,
    b"",
    b"",
    ZERO_HASH,
    EMPTY_REQUESTS_HASH,
)


def split_blocks(content: bytes) -> Iterator[bytes]:
    """Yield the encoding of each block; raises Malformed where the file ends inside of one."""
    at = 0
    while at < len(content):
        first = content[at]
        if first < SHORT_LIST:
            raise Malformed(f"block at byte {at}: an RLP list expected, found {first:#04x}")
        if first > LONG_LIST:
            start = at + 1 + first - LONG_LIST
            end = start + int.from_bytes(content[at + 1 : start], "big")
        else:
            end = at + 1 + first - SHORT_LIST
        if end > len(content):
            raise Malformed(f"block at byte {at}: ends at {end}, the file at {len(content)}")
        yield content[at:end]
        at = end


def decode_past_block(raw: bytes) -> PastBlock:
    """Decode a block of any fork to Prague; raises Malformed and TransactionInvalid."""
    parts = rlp.decode_list(raw, "block")
    if len(parts) not in BLOCK_PARTS:
        raise Malformed(f"block: 3 or 4 parts expected, found {len(parts)}")
    header_item, bodies, ommers, *rest = parts
    return PastBlock(
        header=decode_past_header(header_item),
        transactions=tuple(_transaction(b) for b in rlp.expect_list(bodies, "transactions")),
        parent_certificate=None,
        ommers=tuple(decode_past_header(o) for o in rlp.expect_list(ommers, "ommers")),
        withdrawals=None if not rest else _withdrawals(rest[0]),
    )


def decode_past_header(item: rlp.Item) -> PastHeader:
    """Read a header of any fork to Prague; raises Malformed."""
    items: Sequence[rlp.Item] = rlp.expect_list(item, "header")
    count = len(items)
    if count not in FIELD_COUNTS:
        raise Malformed(f"header: one of {FIELD_COUNTS} fields expected, found {count}")
    items = [*items, *MISSING[count - FIELD_COUNTS[0] :]]

    def digest(at: int) -> Hash32:
        return Hash32(rlp.to_fixed(items[at], 32, f"header field {at}"))

    def number(at: int) -> int:
        return rlp.to_integer(items[at], UINT64_MAX, f"header field {at}")

    return PastHeader(
        parent_hash=digest(0),
        ommers_hash=digest(1),
        coinbase=Address(rlp.to_fixed(items[2], 20, "coinbase")),
        state_root=digest(3),
        transactions_root=digest(4),
        receipts_root=digest(5),
        logs_bloom=rlp.to_fixed(items[6], 256, "logs bloom"),
        difficulty=rlp.to_integer(items[7], UINT256_MAX, "difficulty"),
        height=Height(number(8)),
        gas_limit=Gas(number(9)),
        gas_used=Gas(number(10)),
        timestamp_s=Seconds(number(11)),
        extra_data=rlp.to_bytes(items[12], "extra data"),
        mix_hash=digest(13),
        nonce=rlp.to_fixed(items[14], 8, "header nonce"),
        base_fee_per_gas_wei=Wei(rlp.to_integer(items[15], UINT256_MAX, "base fee")),
        withdrawals_root=digest(16),
        blob_gas_used=Gas(number(17)),
        excess_blob_gas=Gas(number(18)),
        parent_beacon_block_root=digest(19),
        requests_hash=digest(20),
        hash=keccak256(rlp.encode(list(items[:count]))),
        field_count=count,
    )


def _transaction(item: rlp.Item) -> Transaction:
    """A legacy transaction stands in the list as a list, any other as bytes (EIP-2718)."""
    raw = item if isinstance(item, bytes) else rlp.encode(item)
    return decode_transaction(raw, carry_blobs=True)


def _withdrawals(item: rlp.Item) -> tuple[Withdrawal, ...]:
    found = []
    for entry in rlp.expect_list(item, "withdrawals"):
        index, validator, address, amount = rlp.expect_fields(entry, 4, "withdrawal")
        found.append(
            Withdrawal(
                rlp.to_integer(index, UINT64_MAX, "withdrawal index"),
                rlp.to_integer(validator, UINT64_MAX, "withdrawal validator"),
                Address(rlp.to_fixed(address, 20, "withdrawal address")),
                rlp.to_integer(amount, UINT64_MAX, "withdrawal amount"),
            )
        )
    return tuple(found)
