"""A node with its key elsewhere: it votes when it can, and runs on when it cannot."""

import asyncio
import logging
from dataclasses import replace
from pathlib import Path

import pytest
from grpc import aio

from chain.types.certificate import NO_ROUND, ProposalMessage, Vote, VoteKind
from chain.types.primitives import Height, Round
from consensus.host.clock import ManualClock, SystemClock
from consensus.host.config import EngineConfig
from consensus.host.engine import Engine
from consensus.host.network import LoopbackNetwork
from consensus.host.remote_signer import RemoteSigner, RemoteSignerConfig
from consensus.host.signer import Signer, SignerUnavailable, SignRefused
from consensus.host.signer_server import SignerServer
from consensus.host.wal import Wal
from tests.consensus.host.signing import file_signer, socket_of
from tests.consensus.stage import CHAIN_ID, FAST, ToyChain, WatchedSigner, home, play, validators

HASTY = RemoteSignerConfig(
    deadline_ms=300, pause_ms=10, contact_ms=5_000, retry_ms=20, reconnect_ms_max=100
)
CONFIG = EngineConfig(timeouts=FAST, block_interval_ms=20, resend_ms=50)


def test_state_and_address_are_the_signers(tmp_path: Path) -> None:
    """What was signed before the node came is known to it."""

    async def story() -> None:
        held = file_signer(tmp_path)
        vote = Vote(VoteKind.PREVOTE, Height(5), Round(2), None, NO_ROUND, held.address)
        await held.sign_vote(vote)
        server = SignerServer(held, CHAIN_ID, socket_of(tmp_path))
        await server.start()
        remote = await RemoteSigner.connect(socket_of(tmp_path), CHAIN_ID, SystemClock())
        assert (held.address, held.state) == (remote.address, remote.state)
        signed = await remote.sign_vote(replace(vote, round=Round(3)))
        assert held.state == remote.state
        assert Round(3) == signed.round == remote.state.round
        await remote.close()
        await server.stop()
        held.close()

    asyncio.run(story())


def test_a_signer_for_another_chain_is_refused(tmp_path: Path) -> None:
    """A key of chain 1 is not asked to sign for chain 2."""

    async def story() -> None:
        held = file_signer(tmp_path)
        server = SignerServer(held, CHAIN_ID, socket_of(tmp_path))
        await server.start()
        with pytest.raises(SignRefused, match="expected a signer for chain 1, found"):
            await RemoteSigner.connect(socket_of(tmp_path), 1, SystemClock())
        await server.stop()
        held.close()

    asyncio.run(story())


def test_nobody_there_is_said_after_the_contact_time(tmp_path: Path) -> None:
    """Start fails clearly when no signer ever answers."""
    short = replace(HASTY, contact_ms=60)

    async def story() -> None:
        with pytest.raises(SignerUnavailable):
            await RemoteSigner.connect(socket_of(tmp_path), CHAIN_ID, SystemClock(), config=short)

    asyncio.run(story())


def test_a_node_runs_on_without_its_signer_and_resumes(tmp_path: Path) -> None:
    """The signer process stops in the middle and comes back: heights stop, the node does not."""

    async def story() -> None:
        chain, target = ToyChain(validators(1)), socket_of(tmp_path)
        held = file_signer(tmp_path)
        server = SignerServer(held, CHAIN_ID, target)
        await server.start()
        remote = await RemoteSigner.connect(target, CHAIN_ID, SystemClock(), config=HASTY)
        wal = Wal(tmp_path / "wal")
        engine = Engine(chain, remote, wal, SystemClock(), LoopbackNetwork(), CONFIG, CHAIN_ID)
        running = asyncio.ensure_future(engine.run())
        while len(chain.certificates) < 2:
            await asyncio.sleep(0.01)
        await server.stop()
        await asyncio.sleep(0.3)
        stopped_at = len(chain.certificates)
        await asyncio.sleep(0.3)
        assert stopped_at == len(chain.certificates)
        assert not running.done()
        server = SignerServer(held, CHAIN_ID, target)
        await server.start()
        while len(chain.certificates) < stopped_at + 3:
            await asyncio.sleep(0.01)
            assert not running.done()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await remote.close()
        await server.stop()
        held.close()

    logging.disable(logging.ERROR)
    try:
        asyncio.run(asyncio.wait_for(story(), 30))
    finally:
        logging.disable(logging.NOTSET)


def test_a_silent_signer_is_not_asked_at_once_again(tmp_path: Path) -> None:
    """After a deadline the next question waits, so that consensus does not wait each time."""

    async def story() -> None:
        clock = ManualClock()
        config = replace(HASTY, deadline_ms=50, pause_ms=1_000)
        blocked = await asyncio.start_unix_server(
            lambda reader, writer: None, tmp_path / "signer.sock"
        )
        remote = RemoteSigner(aio.insecure_channel(socket_of(tmp_path)), CHAIN_ID, clock, config)
        with pytest.raises(SignerUnavailable, match="does not answer"):
            await remote.refresh()
        with pytest.raises(SignerUnavailable, match="a moment ago"):
            await remote.refresh()
        await clock.advance_ms(1_000)
        with pytest.raises(SignerUnavailable, match="does not answer"):
            await remote.refresh()
        await remote.close()
        blocked.close()

    asyncio.run(story())


class Flaky(WatchedSigner):
    """A signer that cannot be reached every other time."""

    asked = 0

    def _fail_first(self) -> None:
        self.asked += 1
        if self.asked % 2:
            raise SignerUnavailable("not now")

    async def sign_vote(self, vote: Vote) -> Vote:
        """Fail, then sign."""
        self._fail_first()
        return await super().sign_vote(vote)

    async def sign_proposal(self, proposal: ProposalMessage) -> ProposalMessage:
        """Fail, then sign."""
        self._fail_first()
        return await super().sign_proposal(proposal)


def test_words_that_were_not_signed_are_said_in_the_same_round(tmp_path: Path) -> None:
    """A short outage costs an interval, not a round."""
    node = home(tmp_path)
    made = node.signer

    def flaky() -> WatchedSigner:
        signer: Signer = made()
        assert isinstance(signer, WatchedSigner)
        signer.__class__ = Flaky
        return signer

    node.signer = flaky  # type: ignore[method-assign]
    play(node.run(4, config=EngineConfig(block_interval_ms=1, resend_ms=50)))
    assert {0} == {certificate.round for certificate in node.chain.certificates}
