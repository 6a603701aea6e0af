"""Transactions: bytes to data and back, judged by eth_account."""

import dataclasses

import pytest
from eth_account import Account
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.codec import (
    address_of,
    compute_signing_hash,
    decode_transaction,
    encode_transaction,
    encode_unsigned,
    join_signature,
    keccak256,
    recover_authority,
    recover_sender,
    rlp,
    sign_authorization,
    sign_transaction,
)
from chain.errors import (
    Invalid,
    Malformed,
    SenderInvalid,
    SignatureInvalid,
    TransactionOversized,
    TransactionTypeUnsupported,
)
from chain.params import SECP256K1_N, TRANSACTION_BYTES_MAX
from chain.types.primitives import Address
from chain.types.transaction import AccessEntry, Transaction, TransactionType

KEY = b"\x01" * 32
TO = b"\x11" * 20
CHAIN_ID = 31_337


def make(kind: int = 2, **changes: object) -> Transaction:
    """Sign a transaction of a type."""
    fields: dict[str, object] = {
        "chain_id": CHAIN_ID,
        "nonce": 3,
        "gas_limit": 50_000,
        "to": TO,
        "max_fee_per_gas_wei": 2_000,
        "max_priority_fee_per_gas_wei": 2_000 if kind < 2 else 100,
        "value_wei": 10**20,
        "data": b"hello",
        "type": TransactionType(kind),
        "access_list": [AccessEntry(Address(TO), (0, 2**255))] if kind else (),
        "authorizations": [authorization()] if kind == 4 else (),
    }
    return sign_transaction(KEY, **(fields | changes))  # type: ignore[arg-type]


def authorization(nonce: int = 1) -> object:
    """Sign an authorization with another key."""
    return sign_authorization(b"\x02" * 32, chain_id=CHAIN_ID, address=TO, nonce=nonce)


@pytest.mark.parametrize("kind", [0, 1, 2, 4])
def test_each_type_survives_the_round_trip(kind: int) -> None:
    """Decoding what was encoded gives the same transaction, its hash and its sender."""
    transaction = make(kind)
    assert transaction == decode_transaction(transaction.raw)
    assert transaction.raw == encode_transaction(transaction)
    assert keccak256(transaction.raw) == transaction.hash
    assert address_of(KEY) == recover_sender(transaction)


@pytest.mark.parametrize("kind", [0, 1, 2])
@settings(max_examples=15)
@given(
    nonce=st.integers(0, 2**64 - 2),
    value=st.integers(0, 2**256 - 1),
    data=st.binary(max_size=80),
    creates=st.booleans(),
)
def test_bytes_equal_those_of_eth_account(
    kind: int, nonce: int, value: int, data: bytes, creates: bool
) -> None:
    """Another signer makes the same bytes from the same fields."""
    to = None if creates else TO
    fields: dict[str, object] = {
        "chainId": CHAIN_ID,
        "nonce": nonce,
        "gas": 50_000,
        "to": "" if creates else "0x" + TO.hex(),
        "value": value,
        "data": data,
    }
    if kind == 2:
        fields |= {"maxFeePerGas": 2_000, "maxPriorityFeePerGas": 100, "type": 2}
    else:
        fields |= {"gasPrice": 2_000} | ({"type": 1} if kind else {})
    if kind:
        fields["accessList"] = [
            {"address": "0x" + TO.hex(), "storageKeys": ["0x" + "00" * 32, "0x80" + "00" * 31]}
        ]
    expected = bytes(Account.sign_transaction(fields, KEY).raw_transaction)
    actual = make(kind, nonce=nonce, to=to, value_wei=value, data=data)
    assert expected == actual.raw


@given(st.integers(0, 2**64 - 1), st.binary(max_size=60), st.sampled_from([0, 1, 7]))
def test_a_signature_is_put_behind_what_was_signed(nonce: int, data: bytes, key: int) -> None:
    """The payload's hash is the signing hash; payload and signature are the transaction."""
    signed = sign_transaction(
        bytes([key + 1]) * 32,
        chain_id=5,
        nonce=nonce,
        gas_limit=21_000,
        to=b"\7" * 20,
        max_fee_per_gas_wei=9,
        data=data,
    )
    payload = encode_unsigned(signed)
    assert compute_signing_hash(signed) == keccak256(payload)
    assert signed.raw == join_signature(payload, signed.y_parity, signed.r, signed.s)


def test_what_is_no_list_of_fields_takes_no_signature() -> None:
    """Bytes of a client are refused, not appended to."""
    for wrong in (b"", b"\2", b"\2\x80", b"\2\xc1", b"\2\xc0\0"):
        with pytest.raises(Malformed):
            join_signature(wrong, 0, 1, 1)


def test_legacy_transactions_without_a_chain_are_read() -> None:
    """Before EIP-155 v is 27 or 28 and no chain is named."""
    transaction = make(0, chain_id=None)
    assert decode_transaction(transaction.raw).chain_id is None
    assert address_of(KEY) == recover_sender(decode_transaction(transaction.raw))


def test_legacy_price_stands_in_both_fee_fields() -> None:
    """Everything behind the codec reads one pair of fields."""
    transaction = decode_transaction(make(0).raw)
    assert (
        transaction.max_fee_per_gas_wei,
        transaction.max_priority_fee_per_gas_wei,
    ) == (2_000, 2_000)


def test_blob_transactions_are_refused_with_a_reason() -> None:
    """Type 3 says that this chain carries none."""
    with pytest.raises(
        TransactionTypeUnsupported, match=r"transaction type not supported: blob.*not carried"
    ):
        decode_transaction(b"\x03" + make().raw[1:])


def test_blob_transactions_of_other_chains_are_read_where_asked_for() -> None:
    """Fee cap and hashes come back as eth-account signed them; the sender is recovered."""
    fields = {
        "type": 3,
        "chainId": 1,
        "nonce": 2,
        "maxFeePerGas": 20,
        "maxPriorityFeePerGas": 1,
        "maxFeePerBlobGas": 9,
        "gas": 50_000,
        "to": "0x" + "11" * 20,
        "value": 3,
        "data": "0x04",
        "accessList": [],
        "blobVersionedHashes": ["0x01" + "22" * 31, "0x01" + "33" * 31],
    }
    raw = bytes(Account.sign_transaction(fields, KEY).raw_transaction)
    found = decode_transaction(raw, carry_blobs=True)
    assert (9, 2) == (found.max_fee_per_blob_gas_wei, len(found.blob_versioned_hashes))
    assert b"\x01" + b"\x33" * 31 == found.blob_versioned_hashes[1]
    assert (raw, address_of(KEY)) == (encode_transaction(found), recover_sender(found))


@pytest.mark.parametrize("first", [0x00, 0x05, 0x7F, 0x80, 0xBF])
def test_unknown_types_are_refused(first: int) -> None:
    """Other leading bytes are no type."""
    with pytest.raises(TransactionTypeUnsupported, match="expected type 0, 1, 2 or 4"):
        decode_transaction(bytes((first,)) + make().raw[1:])


def test_size_is_bounded() -> None:
    """One byte above the limit is refused before anything is decoded."""
    with pytest.raises(TransactionOversized, match="oversized data"):
        decode_transaction(b"\x02" * (TRANSACTION_BYTES_MAX + 1))
    with pytest.raises(Malformed, match="no bytes"):
        decode_transaction(b"")


def spoiled(position: int, value: rlp.Item, kind: int = 2) -> bytes:
    """Encode a transaction with one field replaced."""
    raw = make(kind).raw
    items = rlp.decode_list(raw[1:] if kind else raw, "transaction")
    items[position] = value
    return (raw[:1] if kind else b"") + rlp.encode(items)


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (lambda: spoiled(1, b"\x00"), "nonce: integer has leading zeros"),
        (lambda: spoiled(1, b"\x01" * 9), "nonce: expected at most"),
        (lambda: spoiled(4, b"\x01" * 9), "gas limit: expected at most"),
        (lambda: spoiled(3, b"\x01" * 33), "max fee per gas: expected at most"),
        (lambda: spoiled(5, bytes(19)), "to: expected 20 bytes, found 19"),
        (lambda: spoiled(5, []), "to: expected 20 bytes, found a list"),
        (lambda: spoiled(7, []), "data: expected bytes, found a list"),
        (lambda: spoiled(8, b""), "access list: expected a list"),
        (lambda: spoiled(8, [[TO, [b"\x01"]]]), "access list slot: expected 32 bytes"),
        (lambda: spoiled(8, [[TO]]), "access list entry: expected 2 fields"),
        (lambda: spoiled(9, b"\x02"), "y parity: expected at most 1"),
        (lambda: spoiled(9, [[TO]], 4), "authorization: expected 6 fields"),
        (lambda: make().raw + b"\x00", "behind the end"),
        (lambda: make().raw[:-1], "cut short"),
    ],
)
def test_malformed_fields_are_named(raw: object, error: str) -> None:
    """Every wrong field is refused by its name."""
    with pytest.raises(Malformed, match=error):
        decode_transaction(raw())  # type: ignore[operator]


@pytest.mark.parametrize(
    ("position", "value"),
    [
        (10, b""),
        (11, b""),
        (10, rlp.integer(SECP256K1_N)),
        (11, rlp.integer(SECP256K1_N // 2 + 1)),
    ],
)
def test_signatures_out_of_range_are_refused(position: int, value: bytes) -> None:
    """r and s are above 0 and below the order, and s is in the lower half (EIP-2)."""
    with pytest.raises(SignatureInvalid, match="invalid transaction v, r, s values"):
        decode_transaction(spoiled(position, value))


@pytest.mark.parametrize("v", [0, 1, 26, 29, 34])
def test_legacy_v_is_27_28_or_above_34(v: int) -> None:
    """Other values of v mean nothing."""
    with pytest.raises(SignatureInvalid):
        decode_transaction(spoiled(6, rlp.integer(v), 0))


@settings(max_examples=200)
@given(st.integers(0, 10**9), st.integers(0, 255), st.sampled_from([0, 1, 2, 4]))
def test_a_flipped_byte_never_passes_for_the_same_transaction(
    at: int, byte: int, kind: int
) -> None:
    """A change of one byte is refused, or gives another hash and another sender or message."""
    original = make(kind)
    raw = bytearray(original.raw)
    raw[at % len(raw)] = byte
    if bytes(raw) == original.raw:
        return
    try:
        changed = decode_transaction(bytes(raw))
        sender = recover_sender(changed)
    except Invalid:
        return
    assert bytes(raw) == encode_transaction(changed)
    assert changed.hash != original.hash
    assert (sender, compute_signing_hash(changed)) != (
        address_of(KEY),
        compute_signing_hash(original),
    )


def test_authorizations_recover_to_their_signer() -> None:
    """An authorization speaks for the account whose key signed it, and for no other."""
    signed = sign_authorization(KEY, chain_id=0, address=TO, nonce=7)
    assert address_of(KEY) == recover_authority(signed)
    high = dataclasses.replace(signed, s=SECP256K1_N - signed.s, y_parity=1 - signed.y_parity)
    with pytest.raises(SenderInvalid, match="upper half"):
        recover_authority(high)
    assert address_of(KEY) != recover_authority(dataclasses.replace(signed, nonce=8))


@pytest.mark.parametrize("kind", [0, 1, 2, 4])
@settings(max_examples=25, deadline=None)
@given(
    size=st.sampled_from([0, 1, 20, 40, 55, 56, 120, 255, 256, 70_000]),
    nonce=st.integers(0, 300),
    r=st.integers(1, 2**256 - 1),
    s=st.integers(1, 2**255),
)
def test_what_was_signed_is_the_same_cut_out_or_encoded_anew(
    kind: int, size: int, nonce: int, r: int, s: int
) -> None:
    """Of bytes of any length, with signatures of any length, the same hash is signed."""
    fields = dataclasses.replace(make(kind, data=b"\x07" * size, nonce=nonce), r=r, s=s)
    complete = dataclasses.replace(fields, raw=encode_transaction(fields))
    assert compute_signing_hash(complete) == compute_signing_hash(
        dataclasses.replace(fields, raw=b"")
    )


@pytest.mark.parametrize("short", [1, 0x7F, 0x80, 0xFF, 0x100])
def test_short_signature_numbers_are_cut_off_whole(short: int) -> None:
    """A number below 0x80 is its own encoding, one above has a prefix."""
    fields = dataclasses.replace(make(2), r=short, s=short)
    complete = dataclasses.replace(fields, raw=encode_transaction(fields))
    assert compute_signing_hash(complete) == compute_signing_hash(
        dataclasses.replace(fields, raw=b"")
    )
