"""
The servers that are asked: kumiai devnet, its replicas, anvil, hardhat node, and an echo.

    start --pinned to the servers' cores--> scene (a token, its logs, a full block) --> questions
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from eth_abi.abi import encode

from bench.contracts.artefacts import load
from cli.devnet import CHAIN_ID_DEFAULT
from tests.npm.anvil import binary
from tests.npm.packages import HERE, node_program, npm_package
from tests.ports import free_port

ROOT = Path(__file__).resolve().parent.parent
START_S, ANSWER_S, POLL_S = 90.0, 60.0, 0.1
TRANSFERS = 50  # token transfers in the full block, each with a log
HARDHAT_NODE_MAJOR = 22
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "PYTHONPATH": str(ROOT),
    "KUMIAI_PASSPHRASE": "",
    "NO_COLOR": "1",
    "FOUNDRY_OFFLINE": "true",
    "HARDHAT_DISABLE_TELEMETRY_PROMPT": "true",
}
COIN = ("Coin", "COIN", 10**24)  # what its constructor is told
TRANSFER, BALANCE_OF = "0xa9059cbb", "0x70a08231"
SOMEBODY = "00" * 12 + "77" * 20


@dataclass(frozen=True)
class Servers:
    """One or more processes that answer for the same chain."""

    name: str
    urls: tuple[str, ...]
    process_ids: tuple[int, ...]

    @property
    def port(self) -> int:
        """Where the first of them listens."""
        return int(self.urls[0].rpartition(":")[2])

    def memory_bytes(self) -> int:
        """Return the resident memory of the processes and their children."""
        found = with_children(self.process_ids)
        pages = (Path(f"/proc/{pid}/statm").read_text().split()[1] for pid in found)
        return sum(int(count) for count in pages) * os.sysconf("SC_PAGE_SIZE")


def with_children(process_ids: Sequence[int]) -> list[int]:
    """Return processes and all that they and their children started."""
    found = list(process_ids)
    for parent in found:
        for task in Path(f"/proc/{parent}/task").glob("*/children"):
            found += map(int, task.read_text().split())
    return found


def ask(url: str, method: str, *params: Any) -> Any:
    """Return the result of a request; AssertionError where there is none."""
    body = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    request = Request(url, json.dumps(body).encode(), {"content-type": "application/json"})
    with urlopen(request, timeout=ANSWER_S) as answer:
        decoded = json.load(answer)
    assert "result" in decoded, (method, decoded)
    return decoded["result"]


def _pinned(core: int | None) -> list[str]:
    return ["taskset", "-c", str(core)] if core is not None and shutil.which("taskset") else []


@contextmanager
def _process(command: Sequence[str], core: int | None, home: Path) -> Iterator[int]:
    """Run a program on one core, or on all for None; yields the id of its process."""
    home.mkdir(parents=True, exist_ok=True)
    with (home / "output.log").open("wb") as output:
        process = subprocess.Popen(
            [*_pinned(core), *command],
            stdout=output,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            env={**ENVIRONMENT, "HOME": str(home)},
            cwd=home,
        )
    try:
        yield process.pid
    finally:
        process.terminate()
        process.wait(timeout=60)


def _wait(url: str, height: int = 0) -> None:
    """Wait until a server answers and has a block."""
    end_s = time.monotonic() + START_S
    while True:
        try:
            if int(ask(url, "eth_blockNumber"), 16) >= height:
                return
        except OSError:
            pass
        assert time.monotonic() < end_s, f"{url} does not answer"
        time.sleep(POLL_S)


@contextmanager
def kumiai(
    home: Path, core: int | None, name: str = "kumiai devnet", option: str = "--on-demand"
) -> Iterator[tuple[Servers, str]]:
    """A chain of one's own, and where it speaks gRPC; --consensus makes it a whole validator."""
    rpc, grpc = free_port(), free_port()
    options = [option] if option else []
    command = [sys.executable, "-m", "cli", "devnet", *options, "--home", str(home / "home")]
    command += ["--rpc-port", str(rpc), "--grpc-port", str(grpc)]
    with _process(command, core, home) as process_id:
        url = f"http://127.0.0.1:{rpc}"
        _wait(url)
        yield Servers(name, (url,), (process_id,)), f"127.0.0.1:{grpc}"


def has_replicas() -> bool:
    """Whether the program can follow a node."""
    command = [sys.executable, "-m", "cli", "replica", "--help"]
    return subprocess.run(command, capture_output=True, cwd=ROOT, check=False).returncode == 0


@contextmanager
def replicas(source: str, node: Servers, cores: Sequence[int], home: Path) -> Iterator[Servers]:
    """The node with followers beside it, one for each core named."""
    height = int(ask(node.urls[0], "eth_blockNumber"), 16)
    urls, process_ids = list(node.urls), list(node.process_ids)
    with ExitStack() as stack:
        for number, core in enumerate(cores):
            port, place = free_port(), home / f"replica{number}"
            command = [sys.executable, "-m", "cli", "replica", "--from", source]
            command += ["--home", str(place / "home"), "--rpc-port", str(port), "--grpc-port", "0"]
            process_ids.append(stack.enter_context(_process(command, core, place)))
            urls.append(f"http://127.0.0.1:{port}")
            _wait(urls[-1], height)
        count = f"{len(cores)} replica{'s' if len(cores) > 1 else ''}"
        yield Servers(f"kumiai devnet and {count}", tuple(urls), tuple(process_ids))


@contextmanager
def anvil(home: Path, core: int | None) -> Iterator[Servers]:
    """Foundry's node."""
    port = free_port()
    command = [str(binary()), "--port", str(port), "--chain-id", str(CHAIN_ID_DEFAULT), "--silent"]
    with _process(command, core, home) as process_id:
        url = f"http://127.0.0.1:{port}"
        _wait(url)
        yield Servers("anvil", (url,), (process_id,))


@contextmanager
def hardhat(home: Path, core: int | None) -> Iterator[Servers]:
    """Hardhat's node."""
    shutil.copytree(HERE / "hardhat", home, dirs_exist_ok=True)
    (home / "hardhat.config.js").write_text("export default {};\n")
    (home / "node_modules").symlink_to(HERE / "node_modules")
    port, program = free_port(), node_program(HARDHAT_NODE_MAJOR)
    cli = npm_package("hardhat") / "dist" / "src" / "cli.js"
    command = [program, str(cli), "node", "--hostname", "127.0.0.1", "--port", str(port)]
    with _process(command, core, home) as process_id:
        url = f"http://127.0.0.1:{port}"
        _wait(url)
        yield Servers("hardhat node", (url,), (process_id,))


@contextmanager
def echo(home: Path, core: int) -> Iterator[Servers]:
    """A server that does nothing: what the client can reach at most."""
    port = free_port()
    with _process(
        [sys.executable, str(Path(__file__).with_name("rpc_echo.py")), str(port)], core, home
    ) as process_id:
        url = f"http://127.0.0.1:{port}"
        _wait(url)
        yield Servers("a server that does nothing", (url,), (process_id,))


def prepare(url: str) -> dict[str, tuple[str, list[Any]]]:
    """Make a token, its logs and a full block; returns the questions by name."""
    who = ask(url, "eth_accounts")[0]
    data = load("Coin")["bytecode"] + encode(["string", "string", "uint256"], COIN).hex()
    made = ask(url, "eth_sendTransaction", {"from": who, "data": data, "gas": hex(2_000_000)})
    coin = _receipt(url, made)["contractAddress"]
    ask(url, "evm_setAutomine", False)
    wish = {"from": who, "to": coin, "data": TRANSFER + SOMEBODY + f"{1:064x}", "gas": hex(100_000)}
    sent = [ask(url, "eth_sendTransaction", wish) for _ in range(TRANSFERS)]
    ask(url, "evm_mine")
    ask(url, "evm_setAutomine", True)
    full = _receipt(url, sent[-1])["blockNumber"]
    return {
        "eth_blockNumber": ("eth_blockNumber", []),
        "eth_getBalance": ("eth_getBalance", [who, "latest"]),
        "eth_call, balanceOf": (
            "eth_call",
            [{"to": coin, "data": BALANCE_OF + SOMEBODY}, "latest"],
        ),
        "eth_getLogs, 50 logs": (
            "eth_getLogs",
            [{"address": coin, "fromBlock": "0x0", "toBlock": "latest"}],
        ),
        "eth_getBlockByNumber, 50 whole": ("eth_getBlockByNumber", [full, True]),
    }


def _receipt(url: str, sent: str) -> Any:
    end_s = time.monotonic() + ANSWER_S
    while True:
        receipt = ask(url, "eth_getTransactionReceipt", sent)
        if receipt is not None:
            return receipt
        assert time.monotonic() < end_s, f"{sent} is in no block"
        time.sleep(POLL_S)


def module_view() -> tuple[str, list[Any]]:
    """Return the question to a module that a token answers by EVM code."""
    address = json.loads((ROOT / "modules" / "token" / "layout.json").read_text())["address"]
    return "eth_call", [{"to": address, "data": BALANCE_OF + SOMEBODY}, "latest"]
