"""Consensus drives the real chain through its adapter."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from chain.app import BlockMisnamed
from chain.types.certificate import BlockId
from chain.types.primitives import Hash32, Milliseconds, Round
from cli.consensus_app import ConsensusApp
from tests.chain.stage import GENESIS_S, USERS, Chain


def adapt(chain: Chain, thread: ThreadPoolExecutor) -> ConsensusApp:
    """Return the adapter of a chain."""
    return ConsensusApp(chain.app, thread, asyncio.Event())


def test_status_propose_validate_commit():
    """The verbs answer as consensus expects them, and status moves on with a commit."""
    proposer, checker = Chain(), Chain()

    async def story() -> None:
        with ThreadPoolExecutor(1) as thread:
            app, other = adapt(proposer, thread), adapt(checker, thread)
            before = await app.status()
            assert (0, None) == (before.height, before.certificate)
            time_ms = Milliseconds(GENESIS_S * 1000 + 1000)
            candidate = await app.propose(1, Round(0), time_ms, None)
            verdict = await other.validate(1, candidate.block_id, candidate.payload)
            assert verdict.valid
            wrong = BlockId(Hash32(b"\1" * 32), time_ms)
            with pytest.raises(BlockMisnamed):
                await other.validate(1, wrong, candidate.payload)
            early = BlockId(candidate.block_id.hash, Milliseconds(0))
            refused = await other.validate(1, early, candidate.payload)
            assert not refused.valid and "time" in refused.reason
            certificate = proposer.certify(candidate.block_id)
            result = await other.commit(certificate)
            after = await other.status()
            assert (1, certificate) == (after.height, after.certificate)
            assert result.validators == after.validators

    asyncio.run(story())


def test_waiting_ends_when_a_block_would_take_something():
    """A queued transaction wakes nobody, one that can run does."""
    chain = Chain()

    async def story() -> None:
        with ThreadPoolExecutor(1) as thread:
            arrived = asyncio.Event()
            app = ConsensusApp(chain.app, thread, arrived)
            chain.pool.on_pending = lambda checked: arrived.set()
            waiting = asyncio.create_task(app.transactions_waiting())
            chain.send(0, USERS[1], 1, gas=21_000, nonce=1)
            await asyncio.sleep(0.02)
            assert not waiting.done()
            chain.send(0, USERS[1], 1, gas=21_000, nonce=0)
            await asyncio.wait_for(waiting, 5)

    asyncio.run(story())
