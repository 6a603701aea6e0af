"""Records on the wire: strict, bounded, and one encoding for each."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.codec import keccak256, rlp
from chain.errors import Invalid, Malformed
from chain.replication import record as rules
from chain.replication.delta import record_at
from chain.replication.record import Record, decode_record, encode_record
from chain.store.memory import MemoryStore
from chain.types.account import StateDiff
from chain.types.primitives import Address, Nonce, Wei
from tests.chain.replication.stage import busy_block
from tests.chain.replication.test_delta import CERTIFICATE, diffs
from tests.chain.stage import Chain

WHO = [Address(bytes([number]) * 20) for number in (1, 2)]
EMPTY = keccak256(b"")


@cache
def busy_record() -> bytes:
    """Return the record of a busy block, made once."""
    chain = Chain(MemoryStore())
    busy_block(chain)
    return record_at(chain.ledger, 1) or b""


def encoded(accounts: list, codes: list) -> bytes:
    """Return a record with a delta of these items."""
    return rlp.encode([b"", CERTIFICATE.encoded, [], [accounts, codes]])


def account(address: bytes, words: list) -> list:
    """Return an account's item."""
    return [address, b"\x01", b"\x02", EMPTY, words]


@settings(max_examples=100, deadline=None)
@given(diffs(), st.binary(max_size=50), st.lists(st.binary(max_size=20), max_size=3))
def test_what_is_encoded_is_decoded_again(diff, block, receipts):
    """A record comes back whole, and encodes to the same bytes."""
    diff.cleared.clear()
    record = Record(block, CERTIFICATE, tuple(receipts), diff)
    assert decode_record(encode_record(record)) == record
    missing = Record(block, CERTIFICATE, (), None)
    assert decode_record(encode_record(missing)) == missing


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_damaged_bytes_are_refused_or_another_record(data):
    """Whatever was changed on the way, decoding answers Invalid or a record with these bytes."""
    raw = bytearray(busy_record())
    at = data.draw(st.integers(0, len(raw) - 1))
    raw[at] ^= data.draw(st.integers(1, 255))
    try:
        found = decode_record(bytes(raw))
    except Invalid:
        return
    assert encode_record(found) == bytes(raw)


@pytest.mark.parametrize(
    ("accounts", "codes", "said"),
    [
        ([account(WHO[1], []), account(WHO[0], [])], [], "accounts: each once"),
        ([account(WHO[0], []), account(WHO[0], [])], [], "accounts: each once"),
        ([account(WHO[0], [[b"\x02", b""], [b"\x01", b""]])], [], "slots: each once"),
        ([account(WHO[0], [[b"\x02", b""], [b"\x02", b"\x01"]])], [], "slots: each once"),
        ([], sorted([b"a", b"b"], key=keccak256, reverse=True), "codes: each once"),
        ([], [b"a", b"a"], "codes: each once"),
        ([[]], [], "1 or 5 fields expected"),
        ([[WHO[0], b"\x01"]], [], "expected 5 fields"),
        ([[WHO[0][:19]]], [], "expected 20 bytes"),
        ([[WHO[0], b"\x01" * 9, b"", EMPTY, []]], [], "nonce"),
        ([[WHO[0], b"", b"\x01" * 33, EMPTY, []]], [], "balance"),
        ([account(WHO[0], [[b"\x01" * 33, b""]])], [], "slot"),
        ([account(WHO[0], [[b"", b"\x00"]])], [], "word"),
    ],
)
def test_a_delta_out_of_order_or_out_of_bounds_is_refused(accounts, codes, said):
    """Two deltas that mean the same cannot differ in bytes."""
    with pytest.raises(Malformed, match=said):
        decode_record(encoded(accounts, codes))


def test_a_record_that_is_too_long_is_not_looked_into(monkeypatch):
    """The limit comes before the decoding."""
    monkeypatch.setattr(rules, "RECORD_BYTES_MAX", 10)
    with pytest.raises(Malformed, match="at most 10 bytes expected, found 11"):
        decode_record(b"\xff" * 11)


def test_words_of_an_account_that_is_gone_are_not_told():
    """Its address alone says it all."""
    diff = StateDiff({WHO[0]: None, WHO[1]: (Nonce(1), Wei(1), EMPTY)}, {WHO[0]: {1: 1}})
    delta = decode_record(encode_record(Record(b"", CERTIFICATE, (), diff))).delta
    assert delta is not None
    assert (delta.accounts, delta.storage) == (diff.accounts, {})
