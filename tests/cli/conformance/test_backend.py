"""What the server sees of an imported chain beside its blocks."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from chain.codec import sign_transaction
from chain.errors import ChainIdMismatch, Unavailable
from cli.conformance.backend import ImportedBackend
from tests.cli.conformance.ground import CHAIN_ID, KEY, LOGGER, SENDER, Built


@pytest.fixture
def backend(built: Built) -> ImportedBackend:
    """A backend whose work is done nowhere: nothing here takes long."""
    return ImportedBackend(built.chain, ThreadPoolExecutor(1), "kumiai/test", lambda: 0)


def signed(nonce: int, chain_id: int = CHAIN_ID) -> bytes:
    """A transaction of the account that the genesis file endows."""
    return sign_transaction(
        KEY,
        chain_id=chain_id,
        nonce=nonce,
        gas_limit=50_000,
        to=LOGGER,
        max_fee_per_gas_wei=3 * 10**9,
    ).raw


def test_the_pool_stands_upon_the_head(backend: ImportedBackend) -> None:
    """The nonce after the last block is the next one, and what waits counts."""
    assert 13 == backend.pool.next_nonce(SENDER)
    sent = backend.pool.submit(signed(13))
    assert 14 == backend.pool.next_nonce(SENDER)
    found = backend.pool.get(sent)
    assert found is not None and SENDER == found.sender
    with pytest.raises(ChainIdMismatch):
        backend.pool.submit(signed(14, chain_id=1))


def test_there_are_no_validators(backend: ImportedBackend, built: Built) -> None:
    """No module, no evidence, nobody who signs; the machine is that of the newest block."""
    assert ("Prague", ()) == (backend.machine.fork.name, backend.assembly.modules)
    status = backend.status
    assert (CHAIN_ID, None, False) == (status.chain_id, status.validator, status.is_syncing)
    assert built.blocks[0].header.parent_hash == status.genesis_hash
    with pytest.raises(Unavailable, match="no validators"):
        backend.add_evidence(object())  # type: ignore[arg-type]
