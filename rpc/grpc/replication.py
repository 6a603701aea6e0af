"""
kumiai.replication.v1.Replication: what a replica needs to follow this node.

    ledger --record--> bytes --in parts--> replica, which believes nothing that it cannot verify

Each stream keeps the height it wants next, as all streams of blocks do: a slow replica costs no
memory and misses nothing.
"""

from collections.abc import AsyncGenerator, Iterator, Mapping
from typing import Final, Protocol

from chain.types.primitives import Height
from rpc.backend import Backend
from rpc.grpc.calls import Call, Stream
from rpc.grpc.errors import NotFound, OutOfRange
from rpc.grpc.heads import Heads
from rpc.wire import replication_pb2

SERVICE: Final = replication_pb2.DESCRIPTOR.services_by_name["Replication"]
PART_BYTES_MAX: Final = 1 << 20  # 1 MiB: a reader has `write_s` for each


class ReplicationSource(Protocol):
    """What the node tells replicas; handed over by the composition root."""

    def genesis(self) -> bytes:
        """Return the genesis file. Takes long."""
        ...

    def record(self, height: Height) -> bytes | None:
        """Return a final block with what it changed, None where it is not kept. Takes long."""
        ...


class ReplicationService:
    """Answers of the Replication service."""

    def __init__(self, backend: Backend, heads: Heads, source: ReplicationSource) -> None:
        self._backend, self._heads, self._source = backend, heads, source

    def table(self) -> Mapping[str, Call]:
        """Return a function for every call of the service."""
        return {"Genesis": Stream(self.genesis), "Follow": Stream(self.follow)}

    async def genesis(
        self, _: replication_pb2.GenesisRequest
    ) -> AsyncGenerator[replication_pb2.GenesisResponse]:
        """Yield the genesis file in parts."""
        for part in _parts(await self._backend.run(self._source.genesis)):
            yield replication_pb2.GenesisResponse(part=part)

    async def follow(
        self, request: replication_pb2.FollowRequest
    ) -> AsyncGenerator[replication_pb2.FollowResponse]:
        """Yield the record of every block from a height on; raises OutOfRange, NotFound."""
        height, following = Height(request.from_height), self._heads.height + 1
        if not 1 <= height <= following:
            raise OutOfRange(f"a first height from 1 to {following} expected, found {height}")
        while True:
            await self._heads.reach(height)
            record = await self._read(height)
            if record is None:
                raise NotFound(f"block {height} is not kept")
            sent = 0
            for part in _parts(record):
                sent += len(part)
                yield replication_pb2.FollowResponse(
                    height=height,
                    part=part,
                    is_last=sent == len(record),
                    head_height=self._heads.height,
                )
            height = Height(height + 1)

    async def _read(self, height: Height) -> bytes | None:
        """Read beside the event loop: it may be large, and on disk."""
        return await self._backend.run(lambda: self._source.record(height))


def _parts(whole: bytes) -> Iterator[bytes]:
    for start in range(0, len(whole), PART_BYTES_MAX):
        yield whole[start : start + PART_BYTES_MAX]
