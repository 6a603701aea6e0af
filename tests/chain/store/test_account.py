"""Accounts as bytes: the encoding of the Yellow Paper, and refusals of damaged ones."""

import pytest
import rlp
from hypothesis import given
from hypothesis import strategies as st

from chain.errors import StoreCorrupt
from chain.store.account import decode_account, encode_account, encode_word, storage_root_of
from chain.types.account import Account

NONCES = st.integers(min_value=0, max_value=2**64 - 1) | st.integers(min_value=0, max_value=300)
BALANCES = st.integers(min_value=0, max_value=2**256 - 1) | st.integers(min_value=0, max_value=300)
HASHES = st.binary(min_size=32, max_size=32)


@given(NONCES, BALANCES, HASHES, HASHES)
def test_an_account_is_encoded_as_rlp_says_and_comes_back(nonce, balance_wei, root, code_hash):
    """The encoding equals the rlp package's, and decoding it gives the same account."""
    encoded = encode_account(nonce, balance_wei, root, code_hash)
    assert rlp.encode([nonce, balance_wei, root, code_hash]) == encoded
    assert Account(nonce, balance_wei, root, code_hash) == decode_account(encoded)
    assert root == storage_root_of(encoded)


GOOD = encode_account(300, 10**18, b"\x01" * 32, b"\x02" * 32)


@pytest.mark.parametrize(
    "damaged", [b"", GOOD[:-1], GOOD + b"\x00", b"\xc0", b"\xf9" + GOOD[1:], GOOD[:2] + GOOD[4:]]
)
def test_a_damaged_account_is_called_corrupt(damaged):
    """Bytes of the wrong length or form are StoreCorrupt, never some other account."""
    with pytest.raises(StoreCorrupt):
        decode_account(damaged)


@pytest.mark.parametrize("at", [2, 5, -66, -33])
def test_a_damaged_header_inside_an_account_is_called_corrupt(at):
    """A flipped item header is StoreCorrupt."""
    damaged = bytearray(GOOD)
    damaged[at] ^= 0x03
    with pytest.raises(StoreCorrupt):
        decode_account(bytes(damaged))


def test_a_word_is_stored_without_leading_zeros_and_zero_is_not_stored():
    """Zero has no bytes at all, 2**255 has thirty-two."""
    assert encode_word(0) is None
    assert encode_word(0x0100) == b"\x01\x00"
    assert encode_word(2**255) == b"\x80" + b"\x00" * 31
