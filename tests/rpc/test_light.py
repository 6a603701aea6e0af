"""The parts of a light block are the chain's own bytes."""

import pytest

from chain.certificates import decode_certificate
from chain.codec import decode_header
from chain.types.validators import Validator, ValidatorSet
from chain.validator_sets import decode_validator_set
from rpc.light import find_light_parts
from tests.rpc.stage import ACCOUNTS, StageBackend


def test_the_parts_of_a_block_belong_together() -> None:
    """The parent names the validators, the certificate the block, the block the next ones."""
    backend = StageBackend()
    for _ in range(3):
        block = backend.make_block()
    found = find_light_parts(backend.chain, 3)
    assert found is not None and found.commit is not None
    parent, header = decode_header(found.commit.parent), decode_header(found.header)
    assert block.header == header and header.parent_hash == parent.hash
    assert parent.extra_data == decode_validator_set(found.commit.validators).hash
    assert header.extra_data == decode_validator_set(found.next_validators).hash
    assert header.hash == decode_certificate(found.commit.certificate).block_id.hash
    backend.close()


def test_priorities_are_not_served(monkeypatch: pytest.MonkeyPatch) -> None:
    """ASA-2024-009: nothing is served as proven that no hash covers."""
    backend = StageBackend()
    backend.make_block()
    turned = ValidatorSet(tuple(Validator(who, 10) for who in ACCOUNTS[:3])).incremented(1)
    assert {0} != {validator.priority for validator in turned}
    monkeypatch.setattr(backend.ledger, "validators", lambda height: turned)
    found = find_light_parts(backend.chain, 1)
    assert found is not None and found.commit is not None
    for encoded in (found.next_validators, found.commit.validators):
        served = decode_validator_set(encoded)
        assert {0} == {validator.priority for validator in served}
        assert turned.hash == served.hash
    backend.close()


def test_genesis_needs_no_commit_and_the_future_has_none() -> None:
    """Block 0 names the validators of block 1; heights above the head are not here."""
    backend = StageBackend()
    found = find_light_parts(backend.chain, 0)
    assert found is not None and found.commit is None
    assert backend.chain.head.header == decode_header(found.header)
    for height in (1, 2, 2**64 - 1, 2**64):
        assert find_light_parts(backend.chain, height) is None
    backend.close()
