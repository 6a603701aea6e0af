"""Consensus drives the real chain through its adapter."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from chain.app import BlockMisnamed
from chain.evidence import EvidenceRefused
from chain.types.certificate import BlockId, VoteKind
from chain.types.evidence import DuplicateVote
from chain.types.primitives import Hash32, Milliseconds, Round
from cli.consensus_app import ConsensusApp
from tests.chain.accusations import block_id as made_up
from tests.chain.accusations import vote
from tests.chain.stage import GENESIS_S, USERS, VALIDATOR_KEY, Chain


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


def test_blocks_are_served_and_evidence_is_taken():
    """Committed blocks come back as validate takes them; proof of a fault is kept once."""
    chain, late = Chain(), Chain()
    for _ in range(2):
        chain.block()
    votes = [vote(VoteKind.PREVOTE, 1, 0, made_up(n), key=VALIDATOR_KEY) for n in (1, 2)]

    async def story() -> None:
        with ThreadPoolExecutor(1) as thread:
            app, other = adapt(chain, thread), adapt(late, thread)
            assert 1 == await app.oldest_height()
            assert await app.certified(0) is await app.certified(3) is None
            for height in (1, 2):
                certificate, payload = await app.certified(height)
                verdict = await other.validate(height, certificate.block_id, payload)
                assert verdict.valid
                await other.commit(certificate)
            assert (await app.status()) == (await other.status())
            assert [True, False] == [await app.add_evidence(DuplicateVote(*votes)) for _ in votes]
            with pytest.raises(EvidenceRefused):
                same = vote(VoteKind.PREVOTE, 2, 0, made_up(1), key=VALIDATOR_KEY)
                await app.add_evidence(DuplicateVote(same, same))

    asyncio.run(story())
