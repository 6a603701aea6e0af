"""The source over gRPC: answers, silence and refusals, told apart."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import grpc
import pytest

from chain.errors import Invalid, Malformed
from chain.replication.delta import record_at
from chain.store.memory import MemoryStore
from chain.types.primitives import Height
from cli.errors import CommandFailed
from cli.replication import client
from cli.replication.client import (
    NODE,
    REPLICATION,
    GrpcSource,
    Relayed,
    SourceGone,
    SourceTls,
    fetch_genesis,
)
from cli.replication.ledger_source import LedgerSource
from rpc.errors import to_error
from rpc.grpc.config import GrpcConfig, GrpcLimits
from rpc.grpc.errors import status_of
from rpc.grpc.server import GrpcServer
from rpc.wire import node_pb2, replication_pb2
from tests.chain.replication.stage import TARGET, busy_block
from tests.chain.stage import CHAIN_ID, Chain
from tests.cli.test_backend import backend_of
from tests.consensus.host.signing import tls_pair


@asynccontextmanager
async def serving(chain: Chain, genesis: Path, *, tells: bool = True) -> Any:
    """Serve a chain in memory and yield a source that reaches it."""
    with ThreadPoolExecutor(1) as thread:
        backend = backend_of(chain, thread)
        told = LedgerSource(chain.ledger, genesis) if tells else None
        server = GrpcServer(backend, GrpcConfig(port=0, limits=GrpcLimits(stop_s=0.1)), told)
        await server.start()
        source = GrpcSource(server.address)
        try:
            yield source
        finally:
            await source.close()
            await server.stop()


def test_status_and_records_come_as_they_are(tmp_path: Path) -> None:
    """What the ledger tells arrives whole, with the height of the source's head."""

    async def story() -> None:
        chain = Chain(MemoryStore())
        busy_block(chain)
        busy_block(chain)
        async with serving(chain, tmp_path / "genesis.json") as source:
            status = await source.status()
            expected = (CHAIN_ID, chain.ledger.genesis_hash, 2)
            assert expected == (status.chain_id, status.genesis_hash, status.height)
            records = source.follow(Height(1))
            for height in (1, 2):
                told = await anext(records)
                assert record_at(chain.ledger, height) == told.record
                assert told.source_height == 2
            await records.aclose()

    asyncio.run(story())


def test_a_record_without_an_end_is_cut_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No source fills a replica's memory."""
    monkeypatch.setattr(client, "RECORD_BYTES_MAX", 100)

    async def story() -> None:
        chain = Chain(MemoryStore())
        busy_block(chain)
        async with serving(chain, tmp_path / "genesis.json") as source:
            with pytest.raises(Malformed, match="at most 100 bytes expected"):
                await anext(source.follow(Height(1)))

    asyncio.run(story())


def test_a_transaction_goes_on_and_a_refusal_comes_back_as_it_was_said(tmp_path: Path) -> None:
    """JSON-RPC and gRPC show the source's words under the source's code."""

    async def story() -> None:
        chain = Chain(MemoryStore())
        async with serving(chain, tmp_path / "genesis.json") as source:
            raw = chain.sign(0, TARGET, 1, gas=21_000)
            found = await source.broadcast(raw)
            assert chain.pool.get(found) is not None
            for wrong, code in ((raw, "ALREADY_EXISTS"), (b"\x02\xc0", "INVALID_ARGUMENT")):
                try:
                    chain.pool.submit(wrong)
                except Invalid as refusal:
                    expected = refusal
                with pytest.raises(Relayed) as relayed:
                    await source.broadcast(wrong)
                assert to_error(expected) == to_error(relayed.value)
                assert status_of(expected) == status_of(relayed.value)
                assert grpc.StatusCode[code] is relayed.value.code

    asyncio.run(story())


def test_a_source_that_is_not_there_is_gone(tmp_path: Path) -> None:
    """No call waits for ever, and each says who does not answer."""

    async def story() -> None:
        async with serving(Chain(), tmp_path / "genesis.json") as found:
            address = found.address
        source = GrpcSource(address)
        for call in (source.status(), source.broadcast(b"\1"), anext(source.follow(Height(1)))):
            with pytest.raises(SourceGone, match=f"{address} does not answer: UNAVAILABLE"):
                await call
        await source.close()
        with pytest.raises(CommandFailed, match="is it the gRPC address of a node that runs"):
            await asyncio.to_thread(fetch_genesis, address)

    asyncio.run(story())


def test_a_node_that_tells_no_records_is_none_to_follow(tmp_path: Path) -> None:
    """An older node is told apart from one that is away."""

    async def story() -> None:
        async with serving(Chain(), tmp_path / "genesis.json", tells=False) as source:
            with pytest.raises(CommandFailed, match="serves no replicas"):
                await anext(source.follow(Height(1)))

    asyncio.run(story())


def test_the_genesis_file_is_fetched_whole(tmp_path: Path) -> None:
    """Byte by byte, before the replica has a home."""
    path = tmp_path / "genesis.json"
    path.write_bytes(bytes(range(256)) * 9_000)

    async def story() -> None:
        async with serving(Chain(), path) as source:
            assert path.read_bytes() == await asyncio.to_thread(fetch_genesis, source.address)

    asyncio.run(story())


class Asked(NODE.NodeServicer, REPLICATION.ReplicationServicer):  # type: ignore[misc]
    """A node that says where it stands, and what its genesis is."""

    async def Status(self, request: Any, context: Any) -> node_pb2.StatusResponse:  # noqa: N802
        """Say a height."""
        return node_pb2.StatusResponse(chain_id=7, genesis_hash=b"\1" * 32, head_height=9)

    async def Genesis(self, request: Any, context: Any) -> Any:  # noqa: N802
        """Say the file."""
        yield replication_pb2.GenesisResponse(part=b"{}")


def test_a_source_is_reached_over_tls_by_whom_it_lets_in(tmp_path: Path) -> None:
    """With its authority and a certificate of one's own; with neither, or another's, it is away."""
    ours, theirs = tls_pair(tmp_path / "ours"), tls_pair(tmp_path / "theirs", "other")

    def told(pair: Any, authority: Any) -> SourceTls:
        files = (authority.authority, pair.certificate, pair.key)
        return SourceTls(*(file.read_bytes() for file in files))

    async def story() -> None:
        served = ours[0]
        server = grpc.aio.server()
        NODE.add_NodeServicer_to_server(Asked(), server)
        REPLICATION.add_ReplicationServicer_to_server(Asked(), server)
        key, chain = served.key.read_bytes(), served.certificate.read_bytes()
        credentials = grpc.ssl_server_credentials(
            [(key, chain)], served.authority.read_bytes(), require_client_auth=True
        )
        address = f"127.0.0.1:{server.add_secure_port('127.0.0.1:0', credentials)}"
        await server.start()
        good = told(ours[1], ours[0])
        source = GrpcSource(address, good)
        assert (await source.status()).height == 9
        await source.close()
        assert await asyncio.to_thread(fetch_genesis, address, good) == b"{}"
        wrong = (
            None,
            SourceTls(good.authority),
            told(theirs[1], ours[0]),
            told(ours[1], theirs[0]),
        )
        for tls in wrong:
            source = GrpcSource(address, tls)
            with pytest.raises(SourceGone):
                await source.status()
            await source.close()
        await server.stop(None)

    asyncio.run(story())
