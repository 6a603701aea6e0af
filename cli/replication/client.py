"""
The node that a replica follows, as the replica reaches it: gRPC on one connection.

    HOST:PORT --Status, Follow, Broadcast--> SourceStatus, Told ..., hash
        '--no answer--> SourceGone: tried again      '--refusal--> Relayed: the sender's own fault
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any, Final, NoReturn

import grpc
import grpc.aio

from chain.errors import Invalid, Malformed, Unavailable
from chain.replication.record import RECORD_BYTES_MAX
from chain.types.primitives import Hash32, Height
from cli.errors import CommandFailed
from cli.files import GENESIS_FILE_BYTES_MAX
from rpc.grpc.errors import GrpcFailure
from rpc.wire import (
    node_pb2,
    node_pb2_grpc,
    replication_pb2,
    replication_pb2_grpc,
    tx_pb2,
    tx_pb2_grpc,
)

NODE: Any = node_pb2_grpc  # generated without types
REPLICATION: Any = replication_pb2_grpc
TX: Any = tx_pb2_grpc
ANSWER_S: Final = 10.0  # seconds that the source may take for one answer
PART_BYTES_MAX: Final = 4 << 20  # 4 MiB; a source sends parts of 1 MiB
KEEPALIVE_MS: Final = 30_000  # silence after which a connection is asked whether it lives
KEEPALIVE_ANSWER_MS: Final = 10_000
OPTIONS: Final = [
    ("grpc.max_receive_message_length", PART_BYTES_MAX),
    ("grpc.keepalive_time_ms", KEEPALIVE_MS),
    ("grpc.keepalive_timeout_ms", KEEPALIVE_ANSWER_MS),
    ("grpc.max_reconnect_backoff_ms", 2_000),
]
# Answers that say what is wrong with a transaction, and not with the way to the source.
REFUSALS: Final = frozenset(
    {
        grpc.StatusCode.INVALID_ARGUMENT,
        grpc.StatusCode.FAILED_PRECONDITION,
        grpc.StatusCode.ALREADY_EXISTS,
        grpc.StatusCode.RESOURCE_EXHAUSTED,
    }
)


class SourceGone(Unavailable):
    """The source does not answer, or not yet: it is tried again."""


class Relayed(GrpcFailure, Invalid):
    """What the source says against a transaction, in its words and with its gRPC status."""

    def __init__(self, code: grpc.StatusCode, text: str) -> None:
        self.code = code
        super().__init__(text)


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """Where the source stands."""

    chain_id: int
    genesis_hash: Hash32
    height: Height


@dataclass(frozen=True, slots=True)
class Told:
    """A record as it came, and how high the source's chain was then."""

    record: bytes
    source_height: Height


@dataclass(frozen=True, slots=True)
class SourceTls:
    """Who may have signed the source's certificate, and this replica's own if asked for."""

    authority: bytes  # PEM
    certificate: bytes | None = None  # PEM, with `key`
    key: bytes | None = field(default=None, repr=False)

    def credentials(self) -> grpc.ChannelCredentials:
        """Return what gRPC opens a connection with."""
        return grpc.ssl_channel_credentials(self.authority, self.key, self.certificate)


class GrpcSource:
    """
    One node by its gRPC address, in plain text or over TLS.

    For one event loop, which must run before the first call.
    """

    def __init__(self, address: str, tls: SourceTls | None = None) -> None:
        self.address, self._tls = address, tls
        self._opened: Any = None

    def _channel(self) -> Any:
        if self._opened is None:
            if self._tls is None:
                self._opened = grpc.aio.insecure_channel(self.address, options=OPTIONS)
            else:
                credentials = self._tls.credentials()
                self._opened = grpc.aio.secure_channel(self.address, credentials, options=OPTIONS)
        return self._opened

    async def close(self) -> None:
        """End the connection."""
        if self._opened is not None:
            await self._opened.close()

    async def status(self) -> SourceStatus:
        """Return where the source stands; raises SourceGone, Malformed."""
        stub = NODE.NodeStub(self._channel())
        try:
            found = await stub.Status(node_pb2.StatusRequest(), timeout=ANSWER_S)
        except grpc.aio.AioRpcError as failure:
            self._gone(failure)
        if len(found.genesis_hash) != 32:
            raise Malformed(f"genesis hash of 32 bytes expected, found {len(found.genesis_hash)}")
        return SourceStatus(found.chain_id, Hash32(found.genesis_hash), Height(found.head_height))

    async def follow(self, height: Height) -> AsyncIterator[Told]:
        """Yield every record from a height on, for ever; raises SourceGone, Malformed."""
        stub = REPLICATION.ReplicationStub(self._channel())
        request = replication_pb2.FollowRequest(from_height=height)
        parts: list[bytes] = []
        size_bytes = 0
        try:
            async for answer in stub.Follow(request):
                parts.append(answer.part)
                size_bytes += len(answer.part)
                if size_bytes > RECORD_BYTES_MAX:
                    raise Malformed(f"a record of at most {RECORD_BYTES_MAX} bytes expected")
                if answer.is_last:
                    yield Told(b"".join(parts), Height(answer.head_height))
                    parts, size_bytes = [], 0
        except grpc.aio.AioRpcError as failure:
            self._gone(failure)
        raise SourceGone(f"{self.address} ended the stream")

    async def broadcast(self, raw: bytes) -> Hash32:
        """Hand a transaction on; raises Relayed with the source's words, SourceGone."""
        stub = TX.TxStub(self._channel())
        try:
            answer = await stub.Broadcast(tx_pb2.BroadcastRequest(raw=raw), timeout=ANSWER_S)
        except grpc.aio.AioRpcError as failure:
            if failure.code() in REFUSALS:
                raise Relayed(failure.code(), failure.details() or "refused") from failure
            self._gone(failure)
        return Hash32(answer.hash)

    def _gone(self, failure: grpc.aio.AioRpcError) -> NoReturn:
        if failure.code() is grpc.StatusCode.UNIMPLEMENTED:
            raise CommandFailed(
                f"{self.address} serves no replicas: follow a node of this version, by its gRPC "
                "address"
            ) from failure
        code, text = failure.code().name, " ".join((failure.details() or "").split())
        raise SourceGone(f"{self.address} does not answer: {code} {text}") from failure


def fetch_genesis(address: str, tls: SourceTls | None = None) -> bytes:
    """Return the genesis file of a node, unverified; blocks. Raises CommandFailed."""
    parts, size_bytes = [], 0
    try:
        with _open(address, tls) as channel:
            stub = REPLICATION.ReplicationStub(channel)
            for answer in stub.Genesis(replication_pb2.GenesisRequest()):
                parts.append(answer.part)
                size_bytes += len(answer.part)
                if size_bytes > GENESIS_FILE_BYTES_MAX:
                    raise CommandFailed(f"{address} sends an endless genesis file: follow another")
    except grpc.RpcError as failure:
        raise CommandFailed(
            f"no genesis file came from {address}: is it the gRPC address of a node that runs? "
            "(or give --genesis FILE)"
        ) from failure
    return b"".join(parts)


def _open(address: str, tls: SourceTls | None) -> Any:
    if tls is None:
        return grpc.insecure_channel(address, options=OPTIONS)
    return grpc.secure_channel(address, tls.credentials(), options=OPTIONS)
