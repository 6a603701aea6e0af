"""Certificates grow after the decision; the one that the next block carries is the chain's."""

from chain.store.memory import MemoryStore
from chain.types.primitives import Height, Milliseconds, Round
from tests.chain.stage import VALIDATOR_KEYS, Chain, certificate_of, network_data


def test_the_certificate_that_the_next_block_carries_takes_the_place_of_the_one_seen():
    """Precommits came in after the decision: with the next block all nodes tell the same proof."""
    options = {"data": network_data(100, 100, 100, 100), "keys": VALIDATOR_KEYS[:4]}
    store = MemoryStore()
    chain = Chain(store, **options)
    seen, larger = VALIDATOR_KEYS[:3], VALIDATOR_KEYS[:4]
    block_id, _ = chain.propose()
    chain.app.commit(chain.certify(block_id, *seen))
    full = certificate_of(block_id, Height(1), larger, Round(0))
    assert full != chain.ledger.certificate(1) == chain.ledger.block(1).certificate
    chain.time_ms += 1_000
    following, _ = chain.app.propose(Height(2), Milliseconds(chain.time_ms), full)
    chain.app.commit(chain.certify(following, *seen))
    assert full == chain.ledger.certificate(1) == chain.ledger.block(1).certificate
    assert full == Chain(store, **options).ledger.block(1).certificate
