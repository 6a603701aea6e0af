"""
Everything that listens: JSON-RPC, gRPC, peers, metrics; what the config switched off is not there.

    NodeConfig, backend, network --> Servers --start--> Endpoints --parts--> what runs meanwhile
"""

import os
from collections.abc import Awaitable, Callable

from cli.backend import NodeBackend
from cli.config import NodeConfig
from cli.credentials import load_credentials
from cli.endpoint import Endpoints
from cli.errors import CommandFailed
from cli.grpc_tls import load_grpc_tls
from cli.metrics import MetricsServer
from cli.node_metrics import NodeMetrics
from consensus.net.service import NetService
from rpc.config import RpcConfig
from rpc.explorer.site import PAGES
from rpc.grpc.config import GrpcConfig
from rpc.grpc.replication import ReplicationSource
from rpc.grpc.server import GrpcServer
from rpc.server import RpcServer

Part = tuple[str, Callable[[], Awaitable[None]]]  # what a person calls it, and its life


class Servers:
    """The servers of one node; `start` once, then run the `parts`."""

    def __init__(
        self,
        config: NodeConfig,
        backend: NodeBackend,
        net: NetService | None,
        metrics: NodeMetrics | None,
        rpc: RpcConfig | None = None,
        source: ReplicationSource | None = None,
    ) -> None:
        self._config, self._net = config, net
        rpc = rpc or rpc_config(config)
        self._rpc = RpcServer(backend, rpc) if config.rpc_enabled else None
        self._grpc = (
            GrpcServer(backend, grpc_config(config), source) if config.grpc_enabled else None
        )
        self._metrics: MetricsServer | None = None
        if metrics is not None:
            metrics.watch(net)
            self._metrics = MetricsServer(metrics.numbers, config.metrics_host, config.metrics_port)

    async def start(self, chain_id: int) -> Endpoints:
        """Listen everywhere and return where; raises CommandFailed where a port is taken."""
        config = self._config
        if self._rpc is not None:
            where = f"{config.rpc_host}:{config.rpc_port}"
            await _listen("JSON-RPC", where, "--rpc-port", self._rpc.start)
        if self._grpc is not None:
            where = f"{config.grpc_host}:{config.grpc_port}"
            await _listen("gRPC", where, "--grpc-port", self._grpc.start)
        if self._net is not None:
            where = f"{config.p2p_host}:{config.p2p_port}"
            await _listen("the node", where, "p2p.port in config.toml", self._net.start)
        if self._metrics is not None:
            where = f"{config.metrics_host}:{config.metrics_port}"
            await _listen("metrics", where, "metrics.port in config.toml", self._metrics.start)
        return self._endpoints(chain_id)

    def parts(self) -> list[Part]:
        """Return what has to run as long as the node does."""
        found: list[Part] = []
        if self._rpc is not None:
            found.append(("JSON-RPC server", self._rpc.serve))
        if self._grpc is not None:
            found.append(("gRPC server", self._grpc.serve))
        if self._net is not None:
            found.append(("network", self._net.run))
        if self._metrics is not None:
            found.append(("metrics server", self._metrics.serve))
        return found

    def _endpoints(self, chain_id: int) -> Endpoints:
        config = self._config
        where = "" if self._rpc is None else f"{config.rpc_host}:{self._rpc.port}"
        return Endpoints(
            pid=os.getpid(),
            rpc=where and f"http://{where}",
            ws=where and f"ws://{where}",
            grpc="" if self._grpc is None else f"{config.grpc_host}:{self._grpc.port}",
            chain_id=chain_id,
            peer="" if self._net is None else str(self._net.transport.address),
            metrics=""
            if self._metrics is None
            else f"http://{config.metrics_host}:{self._metrics.port}/metrics",
            explorer=f"http://{where}/" if where and config.rpc_explorer else "",
        )


def rpc_config(config: NodeConfig) -> RpcConfig:
    """Return the [rpc] section as the JSON-RPC server takes it."""
    return RpcConfig(
        host=config.rpc_host,
        port=config.rpc_port,
        allowed_hosts=config.rpc_allowed_hosts,
        cors_origins=config.rpc_cors_origins,
        methods=config.rpc_methods,
        credentials=load_credentials(config.home, config.rpc_jwt_secret, config.rpc_api_keys),
        trusted_proxies=config.rpc_trusted_proxies,
        limits_loopback=config.rpc_limit_loopback,
        explorer=PAGES if config.rpc_explorer else None,
        limits=config.rpc_limits,
    )


def grpc_config(config: NodeConfig) -> GrpcConfig:
    """Return the [grpc] section as its server takes it; raises CommandFailed for bad TLS files."""
    return GrpcConfig(host=config.grpc_host, port=config.grpc_port, tls=load_grpc_tls(config))


async def _listen(
    name: str, where: str, setting: str, start: Callable[[], Awaitable[None]]
) -> None:
    """Start a server; raises CommandFailed where the system does not let it listen."""
    try:
        await start()
    except OSError as cause:
        why = os.strerror(cause.errno) if cause.errno else "the port is taken"
        raise CommandFailed(
            f"{name} cannot listen on {where}: {why}: stop what listens there, or choose another "
            f"with {setting} (0: any free one)"
        ) from cause
