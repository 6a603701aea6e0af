"""Headers and blocks: py-evm computes the same hash from the same fields."""

import dataclasses

import pytest
from eth.vm.forks.prague.blocks import PragueBlockHeader
from hypothesis import given
from hypothesis import strategies as st

from chain.codec import (
    decode_block,
    decode_header,
    encode_block,
    encode_header,
    join_payload,
    rlp,
    seal_header,
    sign_transaction,
    split_payload,
)
from chain.errors import Malformed, TransactionTypeUnsupported
from chain.types.header import Header
from chain.types.primitives import ZERO_HASH, Address, Gas, Hash32, Height, Seconds, Wei
from chain.types.transaction import TransactionType


def make() -> Header:
    """Return a header with different bytes in every field."""
    return seal_header(
        Header(
            parent_hash=Hash32(b"\x01" * 32),
            coinbase=Address(b"\x02" * 20),
            state_root=Hash32(b"\x03" * 32),
            transactions_root=Hash32(b"\x04" * 32),
            receipts_root=Hash32(b"\x05" * 32),
            logs_bloom=b"\x06" * 256,
            height=Height(7),
            gas_limit=Gas(30_000_000),
            gas_used=Gas(21_000),
            timestamp_s=Seconds(1_700_000_000),
            extra_data=b"\x08" * 32,
            mix_hash=Hash32(b"\x09" * 32),
            base_fee_per_gas_wei=Wei(10**9),
            parent_beacon_block_root=Hash32(b"\x0a" * 32),
            hash=ZERO_HASH,
        )
    )


def test_the_hash_is_the_one_ethereum_computes() -> None:
    """py-evm's Prague header of the same fields has the same hash."""
    header = make()
    stock = PragueBlockHeader(
        parent_hash=header.parent_hash,
        uncles_hash=header.ommers_hash,
        coinbase=header.coinbase,
        state_root=header.state_root,
        transaction_root=header.transactions_root,
        receipt_root=header.receipts_root,
        bloom=int.from_bytes(header.logs_bloom, "big"),
        difficulty=0,
        block_number=header.height,
        gas_limit=header.gas_limit,
        gas_used=header.gas_used,
        timestamp=header.timestamp_s,
        extra_data=header.extra_data,
        mix_hash=header.mix_hash,
        nonce=header.nonce,
        base_fee_per_gas=header.base_fee_per_gas_wei,
        withdrawals_root=header.withdrawals_root,
        parent_beacon_block_root=header.parent_beacon_block_root,
        requests_hash=header.requests_hash,
    )
    assert stock.hash == header.hash


def test_headers_survive_the_round_trip() -> None:
    """Decoding gives the same fields and the same hash."""
    header = make()
    assert header == decode_header(encode_header(header))


@pytest.mark.parametrize("position", range(21))
def test_each_field_is_checked(position: int) -> None:
    """A list in the place of any field is refused."""
    items = rlp.decode_list(encode_header(make()), "header")
    items[position] = []
    with pytest.raises(Malformed):
        decode_header(rlp.encode(items))


def test_a_header_has_21_fields_and_little_extra_data() -> None:
    """A field less, or 33 bytes of extra data, is refused."""
    items = rlp.decode_list(encode_header(make()), "header")
    with pytest.raises(Malformed, match="expected 21 fields, found 20"):
        decode_header(rlp.encode(items[:-1]))
    items[12] = bytes(33)
    with pytest.raises(Malformed, match="extra data: expected 32 bytes, found 33"):
        decode_header(rlp.encode(items))


def test_blocks_survive_the_round_trip() -> None:
    """Header, transactions of every type and the certificate come back."""
    header = make()
    transactions = tuple(
        sign_transaction(
            b"\x01" * 32,
            chain_id=1,
            nonce=kind,
            gas_limit=21_000,
            to=bytes(20),
            max_fee_per_gas_wei=1,
            type=TransactionType(kind),
        )
        for kind in (0, 1, 2)
    )
    raw = encode_block(header, transactions, b"certificate")
    assert (header, transactions, b"certificate") == decode_block(raw)


def test_a_block_with_a_blob_transaction_is_refused() -> None:
    """What no transaction may be, no block may hold."""
    header = dataclasses.replace(make())
    raw = rlp.encode([rlp.decode(encode_header(header)), [b"\x03\xc0"], b""])
    with pytest.raises(TransactionTypeUnsupported):
        decode_block(raw)


@given(st.lists(st.binary(max_size=60), max_size=5), st.binary(max_size=60))
def test_a_block_is_parted_and_joined_to_the_last_bit(
    raws: list[bytes], certificate: bytes
) -> None:
    """Head and transactions are a block again, and the head is small beside its body."""
    payload = rlp.encode([rlp.decode(encode_header(make())), raws, certificate])
    head, found = split_payload(payload)
    assert raws == found
    assert payload == join_payload(head, found)
    assert len(head) < 1_000


@pytest.mark.parametrize("wrong", [b"", b"\xc0", b"\xc3\xc0\xc0\xc0\x00", b"\xc3\xc0\x80\x80"])
def test_what_is_no_block_is_not_parted(wrong: bytes) -> None:
    """Bytes that are no block, or no head, are malformed."""
    with pytest.raises(Malformed):
        split_payload(wrong)
    with pytest.raises(Malformed):
        join_payload(wrong, [])
