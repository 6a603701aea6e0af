"""gRPC over TLS: who is served, and who is not."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import grpc
import grpc.aio
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from modules import assemble
from rpc.grpc.config import GrpcConfig, GrpcLimits, GrpcTls
from rpc.grpc.server import GrpcServer
from rpc.wire import node_pb2, node_pb2_grpc
from tests.authority import DAY, Pair, make
from tests.rpc.grpc.stage import GENESIS, failure
from tests.rpc.stage import StageBackend

ROOT = make("authority")


@asynccontextmanager
async def serving(tls: GrpcTls) -> AsyncIterator[str]:
    """Serve over TLS; yields the address."""
    backend = StageBackend(assemble(), **GENESIS)
    server = GrpcServer(backend, GrpcConfig(port=0, tls=tls, limits=GrpcLimits(stop_s=0.1)))
    await server.start()
    try:
        yield server.address
    finally:
        await server.stop()
        backend.close()


async def chain_id(address: str, credentials: Any) -> int:
    """Ask a server for its chain id."""
    async with grpc.aio.secure_channel(address, credentials) as channel:
        node: Any = node_pb2_grpc.NodeStub(channel)
        found: int = (await node.Status(node_pb2.StatusRequest(), timeout=5)).chain_id
        return found


async def refused(address: str, credentials: Any) -> grpc.StatusCode:
    """Return the status that a call over this channel ends with."""
    async with grpc.aio.secure_channel(address, credentials) as channel:
        node: Any = node_pb2_grpc.NodeStub(channel)
        return (await failure(node.Status(node_pb2.StatusRequest(), timeout=5))).code()


@pytest.mark.parametrize(
    "key",
    [
        ec.generate_private_key(ec.SECP256R1()),
        ec.generate_private_key(ec.SECP384R1()),
        rsa.generate_private_key(65_537, 2_048),
    ],
    ids=["P-256", "P-384", "RSA"],
)
def test_clients_that_trust_the_authority_are_served(key: Any) -> None:
    """Others, and those who speak no TLS, are not."""
    pair = make("node", ROOT, key=key)

    async def story() -> None:
        async with serving(GrpcTls(pair.pem, pair.key_pem)) as address:
            assert 31337 == await chain_id(address, grpc.ssl_channel_credentials(ROOT.pem))
            stranger = grpc.ssl_channel_credentials(make("stranger").pem)
            assert grpc.StatusCode.UNAVAILABLE == await refused(address, stranger)
            async with grpc.aio.insecure_channel(address) as channel:
                node: Any = node_pb2_grpc.NodeStub(channel)
                call = node.Status(node_pb2.StatusRequest(), timeout=5)
                assert grpc.StatusCode.UNAVAILABLE == (await failure(call)).code()

    asyncio.run(story())


def credentials(client: Pair | None) -> Any:
    """Return what a client shows, and that it trusts the authority."""
    if client is None:
        return grpc.ssl_channel_credentials(ROOT.pem)
    return grpc.ssl_channel_credentials(ROOT.pem, client.key_pem, client.pem)


def test_with_an_authority_for_clients_only_its_own_are_served() -> None:
    """No certificate, one of a stranger, one that has ended: none of them is served."""
    pair, clients = make("node", ROOT), make("clients")
    good, ended = make("alice", clients), make("bob", clients, end=-DAY / 2)
    forged = make("alice", make("clients"))  # the same names, another key

    async def story() -> None:
        async with serving(GrpcTls(pair.pem, pair.key_pem, clients.pem)) as address:
            assert 31337 == await chain_id(address, credentials(good))
            for client in (None, make("mallory"), forged, ended):
                assert grpc.StatusCode.UNAVAILABLE == await refused(address, credentials(client))

    asyncio.run(story())


def test_a_key_is_never_shown() -> None:
    """A config in a log or a traceback tells no secret."""
    pair = make("node")
    config = GrpcConfig(tls=GrpcTls(pair.pem, pair.key_pem))
    assert "PRIVATE" not in repr(config)
