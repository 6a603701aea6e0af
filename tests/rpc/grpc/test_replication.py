"""The Replication service."""

import asyncio
from contextlib import asynccontextmanager
from typing import Any

import grpc
import grpc.aio
import pytest

from chain.replication.delta import record_at
from chain.types.primitives import Height
from modules import assemble
from rpc.grpc import replication
from rpc.grpc.config import GrpcConfig, GrpcLimits
from rpc.grpc.server import GrpcServer
from rpc.wire import replication_pb2, replication_pb2_grpc
from tests.rpc.grpc.stage import GENESIS, OPTIONS, failure, told
from tests.rpc.stage import StageBackend


class Told:
    """A source with a genesis file of its own and the records of a chain in memory."""

    def __init__(self, backend: StageBackend) -> None:
        self._backend = backend
        self.missing: set[int] = set()

    def genesis(self) -> bytes:
        """Return some bytes, more than a part."""
        return bytes(range(256)) * 10

    def record(self, height: Height) -> bytes | None:
        """Return a block's record."""
        return None if height in self.missing else record_at(self._backend.ledger, height)


@asynccontextmanager
async def serving() -> Any:
    """Start a server over a chain in memory; yields backend, source and a client."""
    backend = StageBackend(assemble(), **GENESIS)
    source = Told(backend)
    limits = GrpcLimits(stop_s=0.1)
    server = GrpcServer(backend, GrpcConfig(port=0, limits=limits), source)
    await server.start()
    try:
        async with grpc.aio.insecure_channel(server.address, options=OPTIONS) as channel:
            stub: Any = replication_pb2_grpc.ReplicationStub(channel)  # type: ignore[no-untyped-call]
            yield backend, source, stub
    finally:
        await server.stop()
        backend.close()


def test_records_come_in_parts_old_ones_first_and_then_new_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Joined they are the ledger's records, each height once and in order."""
    monkeypatch.setattr(replication, "PART_BYTES_MAX", 100)

    async def story() -> None:
        async with serving() as (backend, _, stub):
            backend.make_block()
            backend.make_block()
            stream = stub.Follow(replication_pb2.FollowRequest(from_height=1))
            for height in (1, 2, 3):
                if height == 3:
                    backend.make_block()
                parts = []
                while not parts or not parts[-1].is_last:
                    parts.append(await stream.read())
                assert {height} == {part.height for part in parts}
                assert max(len(part.part) for part in parts) == 100
                assert max(2, height) == parts[-1].head_height
                joined = b"".join(part.part for part in parts)
                assert joined == record_at(backend.ledger, height)
            stream.cancel()

    asyncio.run(story())


def test_the_genesis_file_comes_byte_by_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many parts it takes."""
    monkeypatch.setattr(replication, "PART_BYTES_MAX", 1_000)

    async def story() -> None:
        async with serving() as (_, source, stub):
            parts = [a.part async for a in stub.Genesis(replication_pb2.GenesisRequest())]
            assert [1_000, 1_000, 560] == [len(part) for part in parts]
            assert b"".join(parts) == source.genesis()

    asyncio.run(story())


@pytest.mark.parametrize("first", [0, 3])
def test_a_height_that_cannot_come_next_is_out_of_range(first: int) -> None:
    """Genesis has no record, and nobody waits for the block after the next."""

    async def story() -> None:
        async with serving() as (backend, _, stub):
            backend.make_block()
            stream = stub.Follow(replication_pb2.FollowRequest(from_height=first))
            code, text = told(await failure(stream.read()))
            assert grpc.StatusCode.OUT_OF_RANGE == code
            assert f"a first height from 1 to 2 expected, found {first}" == text

    asyncio.run(story())


def test_a_block_that_is_not_kept_ends_the_stream() -> None:
    """Nothing is skipped in silence."""

    async def story() -> None:
        async with serving() as (backend, source, stub):
            backend.make_block()
            source.missing.add(1)
            stream = stub.Follow(replication_pb2.FollowRequest(from_height=1))
            expected = (grpc.StatusCode.NOT_FOUND, "block 1 is not kept")
            assert expected == told(await failure(stream.read()))

    asyncio.run(story())
