"""Seals are the chain's own, and salts are nobody's to guess."""

from hypothesis import given
from hypothesis import strategies as st

from agents.provider import seals
from chain.kit import verdicts
from chain.types.primitives import Address, Hash32
from client import Wallet

ADDRESSES = st.binary(min_size=20, max_size=20)
HASHES = st.binary(min_size=32, max_size=32)
NUMBERS = st.integers(0, 2**64)
WALLET = Wallet(b"\x11" * 32)


@given(ADDRESSES, NUMBERS, ADDRESSES, HASHES, HASHES)
def test_a_result_is_sealed_as_the_chain_opens_it(asker, subject, worker, digest, salt):
    """The provider's seal of a result is the one that the modules compute."""
    expected = verdicts.result_seal(
        Address(asker), subject, Address(worker), Hash32(digest), Hash32(salt)
    )
    hexed = ["0x" + account.hex() for account in (asker, worker)]
    assert expected == seals.result_seal(hexed[0], subject, hexed[1], digest, salt)


@given(NUMBERS, NUMBERS, ADDRESSES, st.integers(0, 2**256 - 1), HASHES)
def test_a_vote_is_sealed_as_the_chain_opens_it(claim, round_index, voter, value, salt):
    """The provider's seal of a vote is the one that the modules compute."""
    expected = verdicts.vote_seal(claim, round_index, Address(voter), value, Hash32(salt))
    assert expected == seals.vote_seal(claim, round_index, "0x" + voter.hex(), value, salt)


def test_salts_come_back_after_a_crash_and_only_to_their_owner():
    """The same key and numbers give the same salt; another key, or another number, another."""
    salts = {seals.salt_of(WALLET, 1), seals.salt_of(WALLET, 2), seals.salt_of(WALLET, 1, 2)}
    salts |= {seals.salt_of(Wallet(b"\x12" * 32), 1)}
    assert 4 == len(salts)
    assert seals.salt_of(Wallet(b"\x11" * 32), 1) in salts
