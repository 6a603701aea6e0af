"""Everything of a node that listens."""

import asyncio
import os
import socket
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from cli.config import NodeConfig
from cli.endpoint import Endpoints
from cli.errors import CommandFailed
from cli.node_metrics import NodeMetrics
from cli.peering import build_net
from cli.servers import Servers, rpc_config
from consensus.host.clock import SystemClock
from rpc.config import RpcLimits
from tests.chain.stage import CHAIN_ID, Chain
from tests.cli.test_backend import backend_of

PORTS: dict[str, Any] = {"rpc_port": 0, "grpc_port": 0, "p2p_port": 0, "metrics_port": 0}


async def started(config: NodeConfig, chain: Chain, thread: ThreadPoolExecutor) -> Any:
    """Return the servers of a chain in memory and where they listen."""
    clock = SystemClock()
    net = build_net(config, chain.app, clock) if config.p2p_enabled else None
    metrics = NodeMetrics(chain.app, clock) if config.metrics_enabled else None
    servers = Servers(config, backend_of(chain, thread), net, metrics)
    return servers, await servers.start(CHAIN_ID)


async def _end(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def test_all_that_is_on_listens_and_says_where(tmp_path: Path) -> None:
    """Four servers, four parts that run, and an endpoint each with the port that was free."""
    config = NodeConfig(tmp_path, p2p_enabled=True, metrics_enabled=True, **PORTS)

    async def story() -> None:
        with ThreadPoolExecutor(1) as thread:
            servers, found = await started(config, Chain(), thread)
            parts = servers.parts()
            names = ["JSON-RPC server", "gRPC server", "network", "metrics server"]
            assert names == [name for name, _ in parts]
            tasks = [asyncio.ensure_future(run()) for _, run in parts]
            assert (os.getpid(), CHAIN_ID) == (found.pid, found.chain_id)
            assert found.ws == found.rpc.replace("http", "ws")
            assert found.grpc.startswith("127.0.0.1:") and found.peer.startswith("0x")
            async with aiohttp.ClientSession() as client:
                asked = {"jsonrpc": "2.0", "id": 1, "method": "eth_chainId", "params": []}
                async with client.post(found.rpc, json=asked) as answer:
                    assert hex(CHAIN_ID) == (await answer.json())["result"]
                async with client.get(found.metrics) as answer:
                    assert "cometbft_p2p_peers" in await answer.text()
            await _end(tasks)

    asyncio.run(story())


def test_what_is_off_is_not_there(tmp_path: Path) -> None:
    """A node may serve nothing at all."""
    config = NodeConfig(tmp_path, rpc_enabled=False, grpc_enabled=False, **PORTS)

    async def story() -> None:
        with ThreadPoolExecutor(1) as thread:
            servers, found = await started(config, Chain(), thread)
            assert [] == servers.parts()
            assert Endpoints(os.getpid(), "", "", "", CHAIN_ID) == found

    asyncio.run(story())


@pytest.mark.parametrize(
    ("field", "name", "setting"),
    [
        ("rpc", "JSON-RPC", "--rpc-port"),
        ("grpc", "gRPC", "--grpc-port"),
        ("p2p", "the node", "p2p.port"),
        ("metrics", "metrics", "metrics.port"),
    ],
)
def test_a_port_that_is_taken_is_one_error(
    tmp_path: Path, field: str, name: str, setting: str
) -> None:
    """It says which server, where, and which setting to change."""
    off = NodeConfig(tmp_path, rpc_enabled=False, grpc_enabled=False, **PORTS)

    async def story(port: int) -> None:
        config = replace(off, **{f"{field}_enabled": True, f"{field}_port": port})
        with ThreadPoolExecutor(1) as thread, suppress(asyncio.CancelledError):
            await started(config, Chain(), thread)

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        expected = f"{name} cannot listen on 127.0.0.1:{port}: .* with .*{setting}"
        with pytest.raises(CommandFailed, match=expected):
            asyncio.run(story(port))


def test_the_rpc_section_is_the_servers(tmp_path: Path) -> None:
    """Hosts, origins and limits of [rpc] arrive at the server."""
    limits = RpcLimits()
    config = NodeConfig(
        tmp_path, rpc_allowed_hosts=("a",), rpc_cors_origins=("b",), rpc_limits=limits
    )
    found = rpc_config(config)
    assert (("a",), ("b",), limits) == (found.allowed_hosts, found.cors_origins, found.limits)


def test_who_may_call_what_comes_from_the_config(tmp_path: Path) -> None:
    """Methods, credentials out of the named files, proxies: all reach the server."""
    (tmp_path / "keys").write_text("0123456789abcdef\n")
    config = NodeConfig(
        tmp_path,
        rpc_methods=("eth", "-eth_getLogs"),
        rpc_api_keys="keys",
        rpc_trusted_proxies=("10.0.0.1",),
        rpc_limit_loopback=True,
    )
    found = rpc_config(config)
    assert (("eth", "-eth_getLogs"), ("10.0.0.1",)) == (found.methods, found.trusted_proxies)
    assert found.limits_loopback and found.credentials.admit({"X-Api-Key": "0123456789abcdef"})
    with pytest.raises(CommandFailed, match="keys.missing"):
        rpc_config(replace(config, rpc_api_keys="keys.missing"))
