"""
A network of real nodes for tests: made by `kumiai testnet`, each a process on a host of its own.

    Cluster --start, kill, pause, cut, wipe--> node processes --JSON-RPC--> heights, hashes
"""

import json
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from cli.client import Client
from cli.errors import CommandFailed
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

    def run(self, *words: str) -> str:
        """Run a command on the node's own host."""
        home = ["--home", str(self.home)]
        done = subprocess.run(
            [*self.hosts.prefix(self.index), sys.executable, "-m", "cli", *words, *home],
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
    """All nodes of a network."""

    def __init__(self, directory: Path, validators: int, *, block_time: str = "1") -> None:
        self.hosts = make_hosts(validators)
        words = ["testnet", "--validators", str(validators), "--output", str(directory)]
        words += ["--block-time", block_time]
        if self.hosts.starting_ip is not None:
            words += ["--starting-ip", self.hosts.starting_ip]
        else:
            words += _free_ports(validators)
        kumiai(*words)
        self.nodes = [Node(i, directory / f"node{i}", self.hosts) for i in range(validators)]

    def __enter__(self) -> "Cluster":
        for node in self.nodes:
            node.start()
        for node in self.nodes:
            node.wait_ready()
        return self

    def __exit__(self, *exception: object) -> None:
        for node in self.nodes:
            node.kill()
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
