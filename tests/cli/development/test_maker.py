"""Blocks on request."""

from chain.certificates import verify_certificate
from tests.cli.development.chain import START_MS, PlayChain
from tests.rpc.stage import ACCOUNTS, CHAIN_ID, STRANGER, VALIDATOR


def test_every_block_is_certified_and_linked() -> None:
    """Each carries its parent's certificate, by the same rules as any chain's."""
    chain = PlayChain()
    chain.maker.make_many(3)
    for height in (1, 2, 3):
        block, validators = chain.app.ledger.block(height), chain.app.ledger.validators(height)
        assert block is not None and block.certificate is not None and validators is not None
        verify_certificate(block.certificate, validators, CHAIN_ID)
        assert VALIDATOR == block.header.coinbase
    third = chain.app.ledger.block(3)
    assert third is not None and third.block.parent_certificate is not None


def test_intervals_lie_between_blocks() -> None:
    """The first where it is told to be, the others one interval after another."""
    chain = PlayChain()
    chain.maker.make_many(3, None, 60)
    times = [chain.app.ledger.block(h).header.timestamp_s for h in (1, 2, 3)]  # type: ignore[union-attr]
    start_s = START_MS // 1_000
    assert [start_s, start_s + 60, start_s + 120] == times
    chain.maker.make_many(1, 5, 60)
    assert start_s + 125 == chain.app.ledger.head.header.timestamp_s


def test_tips_go_where_they_are_sent() -> None:
    """The header names the coinbase, and it earns the tip."""
    chain = PlayChain()
    chain.maker.coinbase = STRANGER
    chain.pool.submit(chain.raw(0, ACCOUNTS[1]))
    chain.maker.make_waiting()
    assert STRANGER == chain.app.ledger.head.header.coinbase
    assert 21_000 * 10**9 == chain.balance(STRANGER)
    assert VALIDATOR == chain.app.proposer


def test_what_waits_goes_into_one_block_and_gaps_stay() -> None:
    """Nothing is mined for a transaction that cannot run."""
    chain = PlayChain()
    for key in (0, 1, 0):
        chain.pool.submit(chain.raw(key, STRANGER))
    chain.pool.submit(chain.raw(2, STRANGER, nonce=7))
    chain.maker.make_waiting()
    assert (1, 3, 1) == (
        chain.height,
        len(chain.app.ledger.head.block.transactions),
        len(chain.pool),
    )
    chain.maker.make_waiting()
    assert 1 == chain.height
