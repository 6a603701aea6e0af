"""Keccak and ECDSA against other implementations."""

import pytest
from eth_account import Account
from eth_keys import keys
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.codec import address_of, keccak256, recover_address, sign_digest
from chain.errors import SenderInvalid
from chain.params import SECP256K1_HALF_N, SECP256K1_N
from chain.types.primitives import EMPTY_CODE_HASH, Hash32

secrets = st.integers(1, SECP256K1_N - 1).map(lambda number: number.to_bytes(32, "big"))


def test_keccak_has_the_original_padding() -> None:
    """The hash of nothing is Ethereum's, not SHA-3's."""
    assert keccak256(b"") == EMPTY_CODE_HASH


@settings(max_examples=30)
@given(secrets, st.binary(min_size=32, max_size=32))
def test_signatures_recover_to_the_signer(secret: bytes, digest: bytes) -> None:
    """A signature has a low s, is eth_keys' own, and leads back to the key's address."""
    y_parity, r, s = sign_digest(secret, Hash32(digest))
    assert s <= SECP256K1_HALF_N
    assert keys.PrivateKey(secret).sign_msg_hash(digest).vrs == (y_parity, r, s)
    assert Account.from_key(secret).address.lower() == "0x" + address_of(secret).hex()
    assert recover_address(Hash32(digest), y_parity, r, s) == address_of(secret)


@pytest.mark.parametrize(
    ("y_parity", "r", "s"),
    [(2, 1, 1), (0, 2**256, 1), (0, 0, 1), (0, 1, 0), (0, SECP256K1_N, 1), (0, 5, 1)],
)
def test_unusable_signatures_have_no_sender(y_parity: int, r: int, s: int) -> None:
    """Values out of range, and an r that is on no curve point, are an invalid sender."""
    with pytest.raises(SenderInvalid, match="invalid sender"):
        recover_address(Hash32(bytes(32)), y_parity, r, s)
