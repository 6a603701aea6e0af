"""
A network of real nodes for tests: made by `kumiai testnet`, each a process on a host of its own.

    Cluster --start, kill, pause, cut, wipe--> node processes --JSON-RPC--> heights, hashes
"""

import json
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from chain.certificates import decode_certificate
from chain.types.certificate import Certificate
from cli.client import Client
from cli.config import NodeConfig, load_config, render_config
from cli.devnet import CHAIN_ID_DEFAULT
from cli.errors import CommandFailed
from cli.node_key import load_node_key, peer_id_of
from tests.e2e.devnet import ENVIRONMENT, kumiai, wait_until
from tests.e2e.hosts import Loopback, Namespaces, make_hosts

START_S = 90.0  # seconds a node may take until it serves, with all others starting beside it
RECOVERY_S = 20.0  # seconds within which the chain goes on after a fault


class Node:
    """One node of a cluster."""

    def __init__(self, index: int, home: Path, hosts: Loopback | Namespaces) -> None:
        self.index, self.home, self.hosts = index, home, hosts
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def is_running(self) -> bool:
        """Whether the process is there."""
        return self.process is not None and self.process.poll() is None

    def start(self, *options: str) -> None:
        """Start the process; `wait_ready` tells when it serves."""
        (self.home / "node.json").unlink(missing_ok=True)
        command = [sys.executable, "-m", "cli", "start", "--home", str(self.home), *options]
        with (self.home / "output.log").open("ab") as output:
            self.process = subprocess.Popen(
                [*self.hosts.prefix(self.index), *command],
                stdout=output,
                stderr=subprocess.STDOUT,
                env=ENVIRONMENT,
                stdin=subprocess.DEVNULL,
            )

    def wait_ready(self, seconds: float = START_S) -> None:
        """Wait until the node serves."""

        def serves() -> bool:
            assert self.is_running, f"node {self.index} ended: {self.output()[-3000:]}"
            return (self.home / "node.json").exists()

        wait_until(serves, seconds)

    def send(self, number: signal.Signals) -> None:
        """Send a signal to the process."""
        assert self.process is not None
        self.process.send_signal(number)

    def kill(self) -> None:
        """End the process at once."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask the process to stop and wait for it."""
        self._end(signal.SIGTERM)

    def call(self, method: str, *params: Any) -> Any:
        """Make a JSON-RPC call on the node's own host."""
        url = json.loads((self.home / "node.json").read_text())["rpc"]
        return self.hosts.run(self.index, lambda: Client(url, timeout_s=10.0).call(method, *params))

    def height(self) -> int:
        """Return the node's height, -1 while it does not answer."""
        try:
            return int(self.call("eth_blockNumber"), 16)
        except (OSError, ValueError, CommandFailed):
            return -1

    def block(self, height: int) -> dict[str, Any]:
        """Return a block by height."""
        found: dict[str, Any] = self.call("eth_getBlockByNumber", hex(height), False)
        return found

    def run(self, *words: str, home: Path | None = None) -> str:
        """Run a command on the node's own host, with its home unless another is given."""
        place = ["--home", str(home or self.home)]
        done = subprocess.run(
            [*self.hosts.prefix(self.index), sys.executable, "-m", "cli", *words, *place],
            capture_output=True,
            text=True,
            timeout=120,
            env=ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        assert done.returncode == 0, f"kumiai {' '.join(words)}: {done.stdout}{done.stderr}"
        return done.stdout

    def json(self, *words: str) -> Any:
        """Run a command on the node's own host and return the JSON it prints."""
        return json.loads(self.run(*words, "--json"))

    def validators(self, height: int | None = None) -> dict[str, int]:
        """Return the powers by address, in lower case, of the set that decided a block."""
        block = "latest" if height is None else hex(height)
        found = self.call("kumiai_validators", block)["validators"]
        return {item["address"].lower(): int(item["power"], 16) for item in found}

    def certificate(self, height: int) -> Certificate:
        """Return the certificate by which this node holds a block final."""
        parts = self.call("kumiai_lightBlock", hex(height))
        return decode_certificate(bytes.fromhex(parts["certificate"][2:]))

    def metrics(self) -> list[str]:
        """Return the lines of the node's Prometheus page."""
        url = json.loads((self.home / "node.json").read_text())["metrics"]

        def fetch() -> str:
            with urllib.request.urlopen(url, timeout=10) as page:
                return str(page.read().decode())

        return self.hosts.run(self.index, fetch).splitlines()

    def metric(self, name: str) -> float:
        """Return a number of that page by its name without namespace."""
        lines = self.metrics()
        (found,) = [line for line in lines if line.startswith(f"cometbft_{name}{{")]
        return float(found.rpartition(" ")[2])

    def peers(self) -> set[str]:
        """Return the identities of all peers that this process has been connected to."""
        found = (re.search(r'peer_send_bytes_total\{.*peer_id="(\w+)"', m) for m in self.metrics())
        return {match[1] for match in found if match}

    @property
    def config(self) -> NodeConfig:
        """The home's settings."""
        return load_config(self.home)

    def configure(self, **fields: Any) -> None:
        """Change settings of a node that does not run."""
        config = replace(self.config, **fields)
        config.config_path.write_text(render_config(config))

    @property
    def peer_id(self) -> str:
        """The identity by which peers know this node."""
        return peer_id_of(load_node_key(self.config.node_key_path))

    @property
    def peer_address(self) -> str:
        """Where peers dial it."""
        return f"{self.peer_id}@{self.config.p2p_external_address}"

    def output(self) -> str:
        """Return what the process has printed so far."""
        path = self.home / "output.log"
        return path.read_text() if path.exists() else ""

    def wipe(self) -> None:
        """Lose the disk's chain and log; keys and sign state lie elsewhere and stay."""
        shutil.rmtree(self.home / "data")

    def _end(self, number: signal.Signals) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            self.process.send_signal(number)
            self.process.wait(timeout=60)


class Cluster:
    """All nodes of a network; `spares` are hosts for nodes that join later."""

    def __init__(
        self,
        directory: Path,
        validators: int,
        *,
        spares: int = 0,
        block_time: str = "1",
        chain_id: int = CHAIN_ID_DEFAULT,
        hosts: Loopback | None = None,
    ) -> None:
        self.hosts, self.directory = hosts or make_hosts(validators + spares), directory
        words = ["testnet", "--validators", str(validators), "--output", str(directory)]
        words += ["--block-time", block_time, "--chain-id", str(chain_id)]
        if self.hosts.starting_ip is not None:
            words += ["--starting-ip", self.hosts.starting_ip]
        else:
            words += _free_ports(validators + spares)
        kumiai(*words)
        self.nodes = [Node(i, directory / f"node{i}", self.hosts) for i in range(validators)]
        self.joined: list[Node] = []
        self.beside: list[Callable[[], None]] = []  # how to end what runs beside the nodes

    def edit_genesis(self, edit: Callable[[dict[str, Any]], None]) -> None:
        """Change the first state, the same on all nodes, before any has started."""
        genesis = json.loads((self.nodes[0].home / "genesis.json").read_text())
        edit(genesis)
        for node in self.nodes:
            (node.home / "genesis.json").write_text(json.dumps(genesis))

    def join(self, peers: Iterable[Node], **fields: Any) -> Node:
        """Make the home of one more node on the next spare host, with the development keys."""
        first, index = self.nodes[0], len(self.nodes) + len(self.joined)
        node = Node(index, self.directory / f"node{index}", self.hosts)
        genesis = ["--genesis", str(first.home / "genesis.json")]
        known = ",".join(peer.peer_address for peer in peers)
        kumiai("init", *genesis, "--peers", known, home=node.home)
        for key in (first.home / "keyring").glob("dev*.json"):
            shutil.copy(key, node.home / "keyring")
        node.configure(**_place_of(first.config, index), **fields)
        self.joined.append(node)
        return node

    def __enter__(self) -> "Cluster":
        try:
            for node in self.nodes:
                node.start()
            for node in self.nodes:
                node.wait_ready()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *exception: object) -> None:
        for node in [*self.nodes, *self.joined]:
            node.kill()
        for end in self.beside:
            end()
        self.hosts.close()

    def heights(self, nodes: Iterable[Node] | None = None) -> list[int]:
        """Return every running node's height."""
        return [node.height() for node in nodes or self.nodes if node.is_running]

    def wait_height(
        self, height: int, nodes: Iterable[Node] | None = None, seconds: float = 60.0
    ) -> None:
        """Wait until all of these nodes have reached a height."""
        chosen = list(nodes or self.nodes)
        deadline = time.monotonic() + seconds
        while True:
            found = self.heights(chosen)
            if found and min(found) >= height:
                return
            if time.monotonic() > deadline:
                tails = "\n".join(f"{n.index}: {n.output()[-1500:]}" for n in chosen)
                raise AssertionError(f"height {height} not reached: {found}\n{tails}")
            time.sleep(0.1)

    def goes_on(self, nodes: Iterable[Node], blocks: int = 2) -> float:
        """Wait until these nodes have made new blocks; return after how many seconds."""
        chosen = list(nodes)
        before, start = max(self.heights(chosen)), time.monotonic()
        self.wait_height(before + blocks, chosen, RECOVERY_S)
        return time.monotonic() - start

    def agree(self, nodes: Iterable[Node] | None = None) -> int:
        """Check that these nodes have the same block at their lowest height; return it."""
        chosen = [node for node in nodes or self.nodes if node.is_running]
        height = min(self.heights(chosen))
        found = {(b["hash"], b["stateRoot"]) for b in (node.block(height) for node in chosen)}
        assert len(found) == 1, f"nodes differ at height {height}: {found}"
        return height


def until(condition: Callable[[], Any], seconds: float = RECOVERY_S) -> Any:
    """Return the first true answer; fail after some seconds."""
    return wait_until(condition, seconds)


def _place_of(first: NodeConfig, index: int) -> dict[str, Any]:
    """Return where a node listens on a host, as `kumiai testnet` lays nodes out."""
    host, _, port = first.p2p_external_address.rpartition(":")
    is_here = host == "127.0.0.1"
    shift = 10 * index if is_here else 0
    base, _, last = host.rpartition(".")
    address = host if is_here else f"{base}.{int(last) + index}"
    ports = {
        name: getattr(first, name) + shift
        for name in ("p2p_port", "rpc_port", "grpc_port", "metrics_port")
    }
    return {
        **ports,
        "block_interval_ms": first.block_interval_ms,
        "p2p_host": first.p2p_host,
        "p2p_external_address": f"{address}:{int(port) + shift}",
        "p2p_allow_private_addresses": True,
        "metrics_enabled": True,
    }


def _free_ports(validators: int) -> list[str]:
    """Return port flags whose ranges nobody listens on now."""
    words: list[str] = []
    base = 20_000
    for name in ("p2p", "rpc", "grpc", "metrics"):
        while not all(_is_free(base + 10 * i) for i in range(validators)):
            base += 1
        words += [f"--{name}-port", str(base)]
        base += 1
    return words


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0
