"""
The gRPC server: one port, a Query service for every module, and the services of the node.

    GrpcServer(backend, config) --start--> Node, Tx, Blocks, Events, Replication, <module>.Query,
                                           health, reflection
"""

import asyncio
import logging
from collections.abc import Mapping
from typing import Any, cast

from google.protobuf.descriptor import ServiceDescriptor
from grpc import aio
from grpc_health.v1 import health, health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection

from rpc.backend import Backend
from rpc.grpc import blocks, events, node, replication, tx
from rpc.grpc.calls import Call, Calls
from rpc.grpc.config import GrpcConfig, GrpcLimits
from rpc.grpc.heads import Heads
from rpc.grpc.queries import Queries
from rpc.grpc.refusals import Refusals
from rpc.grpc.stages import Stages

logger = logging.getLogger(__name__)

MS_PER_S = 1_000
ASYNC_HEALTH: Any = cast(Any, health).aio  # the type stubs do not know it


class GrpcServer:
    """gRPC for one node; `start` and `stop` are called once each. Replicas follow a `source`."""

    def __init__(
        self,
        backend: Backend,
        config: GrpcConfig | None = None,
        source: replication.ReplicationSource | None = None,
    ) -> None:
        self._backend, self._config = backend, config or GrpcConfig()
        self._heads = Heads(backend)
        self._services = self._build(self._config.limits)
        if source is not None:
            service = replication.ReplicationService(backend, self._heads, source)
            self._services.append((replication.SERVICE, service.table()))
        self._health = ASYNC_HEALTH.HealthServicer()
        self._server: aio.Server | None = None
        self._follower: asyncio.Task[None] | None = None
        self._port = 0

    @property
    def port(self) -> int:
        """The port that is served, known once started."""
        return self._port

    @property
    def address(self) -> str:
        """What a client dials: "127.0.0.1:9090"."""
        return f"{self._config.host}:{self._port}"

    @property
    def service_names(self) -> tuple[str, ...]:
        """The full names of all services but health and reflection."""
        return tuple(service.full_name for service, _ in self._services)

    async def start(self) -> None:
        """Bind the port and begin to answer; raises OSError where the port is taken."""
        limits = self._config.limits
        self._server = server = aio.server(
            options=options_of(limits), maximum_concurrent_rpcs=limits.calls_max
        )
        calls = Calls(limits)
        for service, table in self._services:
            server.add_generic_rpc_handlers((calls.handler(service, table),))
        await self._add_porch(server)
        self._port = self._bind(server)
        self._follower = asyncio.create_task(self._heads.run())
        await asyncio.sleep(0)  # the follower listens before the first client is heard
        await server.start()
        logger.info("gRPC listens on %s", self.address)

    async def stop(self) -> None:
        """Let calls finish, end streams, release the port."""
        if self._server is not None:
            await self._health.enter_graceful_shutdown()
            await self._server.stop(self._config.limits.stop_s)
        if self._follower is not None:
            self._follower.cancel()
            await asyncio.gather(self._follower, return_exceptions=True)

    async def run(self) -> None:
        """Start, then serve."""
        await self.start()
        await self.serve()

    async def serve(self) -> None:
        """Serve until cancelled, then stop; a failure to follow the node ends it, too."""
        assert self._follower is not None, "start the server first"
        try:
            await self._follower
            await asyncio.Event().wait()
        finally:
            await self.stop()

    def _build(self, limits: GrpcLimits) -> list[tuple[ServiceDescriptor, Mapping[str, Call]]]:
        backend, heads = self._backend, self._heads
        stages, refusals = Stages(backend, limits), Refusals(backend.assembly)
        queries = [Queries(module, stages, refusals) for module in backend.assembly.modules]
        return [
            (node.SERVICE, node.NodeService(backend).table()),
            (tx.SERVICE, tx.TxService(backend, limits, heads, stages, refusals).table()),
            (blocks.SERVICE, blocks.BlocksService(backend, heads).table()),
            (events.SERVICE, events.EventsService(backend, limits, heads).table()),
            *((query.service, query.table()) for query in queries),
        ]

    async def _add_porch(self, server: aio.Server) -> None:
        """Health and reflection: the services every gRPC tool expects."""
        health_pb2_grpc.add_HealthServicer_to_server(self._health, server)
        for name in ("", *self.service_names):
            await self._health.set(name, health_pb2.HealthCheckResponse.SERVING)
        if self._config.reflection:
            names = (*self.service_names, health.SERVICE_NAME, reflection.SERVICE_NAME)
            reflection.enable_server_reflection(names, server)

    def _bind(self, server: aio.Server) -> int:
        wanted = f"{self._config.host}:{self._config.port}"
        try:
            return int(server.add_insecure_port(wanted))
        except RuntimeError as cause:
            raise OSError(f"gRPC cannot listen on {wanted}: is the port taken?") from cause


def options_of(limits: GrpcLimits) -> list[tuple[str, int]]:
    """Return the limits as gRPC's channel arguments."""
    return [
        ("grpc.so_reuseport", 0),  # a second server on the port fails, as it should
        ("grpc.max_receive_message_length", limits.request_bytes_max),
        ("grpc.max_send_message_length", limits.response_bytes_max),
        ("grpc.max_metadata_size", limits.metadata_bytes_max),
        ("grpc.max_concurrent_streams", limits.connection_calls_max),
        ("grpc.keepalive_time_ms", limits.keepalive_s * MS_PER_S),
        ("grpc.keepalive_timeout_ms", limits.keepalive_answer_s * MS_PER_S),
        ("grpc.http2.min_recv_ping_interval_without_data_ms", limits.ping_gap_s * MS_PER_S),
        ("grpc.max_connection_idle_ms", limits.idle_s * MS_PER_S),
    ]
