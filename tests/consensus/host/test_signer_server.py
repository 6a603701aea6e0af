"""The process that holds the key signs each place once, for those who may ask."""

import asyncio
import stat
from pathlib import Path

import grpc
import pytest
from grpc import aio

from chain.certificates import verify_message
from chain.types.certificate import NO_ROUND, Vote, VoteKind
from chain.types.primitives import Height, Round
from consensus.host.clock import SystemClock
from consensus.host.remote_signer import RemoteSigner, RemoteSignerConfig
from consensus.host.signer import SignerUnavailable, SignRefused
from consensus.host.signer_server import SERVICE, SignerInsecure, SignerServer, serve
from tests.consensus.host.signing import file_signer, socket_of, tls_pair
from tests.consensus.stage import CHAIN_ID

HASTY = RemoteSignerConfig(deadline_ms=500, pause_ms=10, contact_ms=300, retry_ms=20)


def prevote(signer: RemoteSigner, round_: int = 0) -> Vote:
    """A vote for nil by the signer's validator."""
    return Vote(VoteKind.PREVOTE, Height(1), Round(round_), None, NO_ROUND, signer.address)


def test_a_unix_socket_is_for_its_owner_alone(tmp_path: Path) -> None:
    """Who may open the socket may use the key: nobody else may."""

    async def story() -> None:
        held = file_signer(tmp_path)
        serving = asyncio.ensure_future(serve(held, CHAIN_ID, socket_of(tmp_path)))
        remote = await RemoteSigner.connect(socket_of(tmp_path), CHAIN_ID, SystemClock())
        assert 0o600 == stat.S_IMODE((tmp_path / "signer.sock").stat().st_mode)
        verify_message(await remote.sign_vote(prevote(remote)), CHAIN_ID)
        await remote.close()
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)
        held.close()

    asyncio.run(story())


def test_a_network_needs_mutual_tls(tmp_path: Path) -> None:
    """Neither side talks over a network in the clear."""
    with pytest.raises(SignerInsecure):
        SignerServer(file_signer(tmp_path), CHAIN_ID, "127.0.0.1:0")

    async def connect() -> None:
        await RemoteSigner.connect("127.0.0.1:1", CHAIN_ID, SystemClock())

    with pytest.raises(SignerInsecure):
        asyncio.run(connect())


def test_tls_lets_in_whom_the_authority_signed(tmp_path: Path) -> None:
    """A client with a certificate of the authority signs; one of another authority is shut out."""
    server_files, client_files = tls_pair(tmp_path / "true")
    _, stranger = tls_pair(tmp_path / "false", "somebody else")

    async def story() -> None:
        held = file_signer(tmp_path)
        server = SignerServer(held, CHAIN_ID, "127.0.0.1:0", server_files)
        await server.start()
        target, clock = f"127.0.0.1:{server.port}", SystemClock()
        remote = await RemoteSigner.connect(target, CHAIN_ID, clock, tls=client_files)
        verify_message(await remote.sign_vote(prevote(remote)), CHAIN_ID)
        await remote.close()
        with pytest.raises(SignerUnavailable):
            await RemoteSigner.connect(target, CHAIN_ID, clock, tls=stranger, config=HASTY)
        await server.stop()
        held.close()

    asyncio.run(story())


def test_two_nodes_on_one_signer_cannot_contradict(tmp_path: Path) -> None:
    """tendermint#10108: the guard is where the key is, whichever node asks."""

    async def story() -> None:
        held = file_signer(tmp_path)
        server = SignerServer(held, CHAIN_ID, socket_of(tmp_path))
        await server.start()
        one, two = [
            await RemoteSigner.connect(socket_of(tmp_path), CHAIN_ID, SystemClock())
            for _ in range(2)
        ]
        first = await one.sign_vote(prevote(one, 3))
        assert first == await two.sign_vote(prevote(two, 3))
        with pytest.raises(SignRefused, match="expected height 1 round 3"):
            await two.sign_vote(prevote(two, 2))
        assert Round(3) == two.state.round
        for signer in (one, two):
            await signer.close()
        await server.stop()
        held.close()

    asyncio.run(story())


@pytest.mark.parametrize("method", ["Describe", "SignVote", "SignProposal"])
def test_garbage_is_refused_and_the_signer_lives(tmp_path: Path, method: str) -> None:
    """Bytes that are no request get a clear answer; large ones do not even get in."""

    async def story() -> None:
        held = file_signer(tmp_path)
        server = SignerServer(held, CHAIN_ID, socket_of(tmp_path))
        await server.start()
        async with aio.insecure_channel(socket_of(tmp_path)) as channel:
            call = channel.unary_unary(f"/{SERVICE}/{method}")  # type: ignore[call-arg]
            for data, code in (
                (b"\xff\xff\xff", grpc.StatusCode.INVALID_ARGUMENT),
                (bytes(10_000), grpc.StatusCode.RESOURCE_EXHAUSTED),
            ):
                with pytest.raises(aio.AioRpcError) as refused:
                    await call(data, timeout=5)
                assert code is refused.value.code()
        remote = await RemoteSigner.connect(socket_of(tmp_path), CHAIN_ID, SystemClock())
        await remote.close()
        await server.stop()
        held.close()

    asyncio.run(story())


def test_an_address_that_is_taken_is_said_so(tmp_path: Path) -> None:
    """A second server on one port fails at start."""
    server_files, _ = tls_pair(tmp_path / "tls")

    async def story() -> None:
        held = file_signer(tmp_path)
        first = SignerServer(held, CHAIN_ID, "127.0.0.1:0", server_files)
        await first.start()
        second = SignerServer(held, CHAIN_ID, f"127.0.0.1:{first.port}", server_files)
        with pytest.raises(OSError, match="cannot listen"):
            await second.start()
        await first.stop()
        held.close()

    asyncio.run(story())
