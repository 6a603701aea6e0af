"""Keys that everybody has."""

import pytest

from chain.certificates import verify_certificate
from chain.codec import keccak256, recover_address
from chain.errors import Invalid
from chain.types.certificate import BlockId
from chain.types.primitives import Hash32, Height, Milliseconds
from chain.types.validators import Validator, ValidatorSet
from cli.development.keys import KnownKeys, NoQuorum
from tests.rpc.stage import ACCOUNTS, CHAIN_ID, KEYS, STRANGER

BLOCK = BlockId(Hash32(b"\x01" * 32), Milliseconds(5))


def keys() -> KnownKeys:
    """Account 0 signs for anybody; accounts 0 to 2 are validators."""
    return KnownKeys(KEYS[:1], KEYS[:3], CHAIN_ID)


def powers(*pairs: tuple[bytes, int]) -> ValidatorSet:
    """Return a set of validators."""
    return ValidatorSet(tuple(Validator(address, power) for address, power in pairs))  # type: ignore[arg-type]


def test_certificates_convince_anybody() -> None:
    """All known validators sign, and the chain's own check takes it."""
    validators = powers((ACCOUNTS[0], 5), (ACCOUNTS[1], 5), (STRANGER, 4))
    certificate = keys().certify(Height(7), BLOCK, validators)
    verify_certificate(certificate, validators, CHAIN_ID)
    with pytest.raises(Invalid):
        verify_certificate(certificate, validators, CHAIN_ID + 1)


def test_a_third_with_unknown_keys_stops_the_chain() -> None:
    """No certificate is faked, and no proposer is made up."""
    with pytest.raises(NoQuorum, match="hold 6 of 9 votes"):
        keys().certify(Height(7), BLOCK, powers((ACCOUNTS[0], 6), (STRANGER, 3)))
    with pytest.raises(NoQuorum, match="no validator"):
        keys().proposer(powers((STRANGER, 1)))


def test_who_proposes() -> None:
    """Whose turn it is if its key is known, the first known one otherwise."""
    assert ACCOUNTS[1] == keys().proposer(powers((ACCOUNTS[0], 1), (ACCOUNTS[1], 9)))
    assert ACCOUNTS[0] == keys().proposer(powers((ACCOUNTS[0], 1), (STRANGER, 9)))


def test_only_unlocked_accounts_sign_for_anybody() -> None:
    """A validator's key signs blocks and nothing else."""
    digest = keccak256(b"word")
    found = keys().sign(ACCOUNTS[0], digest)
    assert found is not None and ACCOUNTS[0] == recover_address(digest, *found)
    assert keys().sign(ACCOUNTS[1], digest) is None
    assert (ACCOUNTS[0],) == keys().unlocked
