"""
A network of real validators on this machine: block interval, commit latency, sustained transfers.

    make bench-network                            4 validators, 1 s blocks (about three minutes)
    make bench-network ARGS="--validators 7"      no promise is made of those
    make bench-network ARGS="--write"             writes docs/benchmarks-network.md

Each validator is a process of its own, as `kumiai testnet` and `kumiai start` make it, and speaks
to the others over TLS on the loopback interface. Latency is measured from the submit of a transfer
to the arrival of the head that holds it, at the node it was sent to. Sustained transfers are those
whose receipts say that they succeeded, of the blocks that arrived while the load lasted.
"""

import argparse
import asyncio
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import aiohttp

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.scores import Score, add_options, conclude, machine  # noqa: E402
from chain.codec import sign_transaction  # noqa: E402
from chain.types.primitives import Address, Wei  # noqa: E402
from cli.config import NodeConfig  # noqa: E402
from cli.devnet import ACCOUNTS, CHAIN_ID_DEFAULT, dev_accounts  # noqa: E402
from cli.testnet import NetworkNode, NetworkPlan, make_testnet  # noqa: E402

LATENCY_RATE = 10  # transfers a second while latency is measured
# What is promised with 4 validators and 1 s blocks: of the median commit, and of the load.
LATENCY_P50_S_MAX, TRANSFERS_PER_S_MIN = 1.2, 500
START_S = 120  # seconds until every node serves
WARM_HEIGHT = 5  # blocks before anything is measured
TRANSFER_GAS = hex(21_000)
BATCH = 50  # transfers of one request while throughput is measured
QUICK_S = 10  # of each phase in a quick run
BACKLOG_MAX = 3_000  # transfers sent and not final yet, at most
PORTS = {"p2p_port": 27_656, "rpc_port": 28_545, "grpc_port": 29_090, "metrics_port": 27_660}


@dataclass
class Measured:
    """What a run found; times in seconds."""

    arrivals: list[float] = field(default_factory=list)  # of heads, at node 0, with little to do
    latencies: list[float] = field(default_factory=list)
    loaded: list[float] = field(default_factory=list)  # arrivals of heads under load
    transfers: int = 0  # with receipts, in blocks that arrived under load
    span_s: float = 0.0  # from the first of those arrivals to the last

    @property
    def per_second(self) -> float:
        """Transfers that became final each second under load."""
        return self.transfers / self.span_s if self.span_s else 0.0


class Watch:
    """Heads of one node as they arrive, and the transfers in them."""

    def __init__(self, session: aiohttp.ClientSession, node: NetworkNode) -> None:
        self._session = session
        self.url = f"http://127.0.0.1:{node.config.rpc_port}"
        self.arrivals: list[float] = []
        self.heights: list[int] = []  # of the heads that arrived
        self.sent: dict[str, float] = {}
        self.latencies: list[float] = []
        self.final = 0

    async def call(self, method: str, *params: Any) -> Any:
        """Make one JSON-RPC call."""
        request = {"jsonrpc": "2.0", "id": 1, "method": method, "params": list(params)}
        async with self._session.post(self.url, json=request) as answer:
            data = await answer.json()
        if "error" in data:
            raise RuntimeError(f"{method}: {data['error']}")
        return data["result"]

    async def send(self, raws: list[str]) -> None:
        """Send transfers in one request; raises where one is refused."""
        requests = [
            {"jsonrpc": "2.0", "id": n, "method": "eth_sendRawTransaction", "params": [raw]}
            for n, raw in enumerate(raws)
        ]
        start = time.monotonic()
        async with self._session.post(self.url, json=requests) as answer:
            for reply in await answer.json():
                if "error" in reply:
                    raise RuntimeError(str(reply["error"]))
                self.sent.setdefault(reply["result"], start)

    async def follow(self) -> None:
        """Note every head and what became final with it, for ever."""
        async with self._session.ws_connect(self.url.replace("http", "ws")) as stream:
            await stream.send_json(
                {"jsonrpc": "2.0", "id": 1, "method": "eth_subscribe", "params": ["newHeads"]}
            )
            async for message in stream:
                data = message.json()
                if data.get("method") == "eth_subscription":
                    await self._note(time.monotonic(), data["params"]["result"]["hash"])

    async def _note(self, now: float, block_hash: str) -> None:
        self.arrivals.append(now)
        block = await self.call("eth_getBlockByHash", block_hash, False)
        self.heights.append(int(block["number"], 16))
        self.final += len(block["transactions"])
        for tx_hash in block["transactions"]:
            if (start := self.sent.pop(tx_hash, None)) is not None:
                self.latencies.append(now - start)


def main() -> int:
    """Run the network, measure, print; exit code 1 where a promise is missed."""
    options = parse_options()
    measured = asyncio.run(measure(options))
    report = render(options, measured)
    print("\n" + report)
    if options.write and not options.quick:
        (ROOT / "docs" / "benchmarks-network.md").write_text(report)
        print("written to docs/benchmarks-network.md")
    return conclude(scores_of(measured) if options.validators == 4 else [], options)


def scores_of(measured: Measured) -> list[Score]:
    """Return what four validators must reach."""
    gaps = gaps_of(measured.loaded)
    interval = f"block interval p50 {percentile(gaps, 50):.2f} s, p99 {percentile(gaps, 99):.2f} s"
    latency_s = percentile(measured.latencies, 50)
    name = "four validators on one machine"
    return [
        Score(
            f"{name}, sustained transfers/s",
            measured.per_second,
            TRANSFERS_PER_S_MIN,
            detail=interval,
        ),
        Score(f"{name}, commit latency p50", latency_s, LATENCY_P50_S_MAX, "at most", "s"),
    ]


def parse_options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--validators", type=int, default=4, help="how many (default: 4)")
    parser.add_argument("--seconds", type=int, default=60, help="of each of the two phases")
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks-network.md")
    add_options(parser, "ten seconds of each phase")
    options = parser.parse_args()
    options.seconds = QUICK_S if options.quick else options.seconds
    return options


async def measure(options: argparse.Namespace) -> Measured:
    """Start the network, load it in two phases, and stop it."""
    with tempfile.TemporaryDirectory(prefix="kumiai-bench-") as directory:
        plan = NetworkPlan(
            Path(directory), options.validators, CHAIN_ID_DEFAULT, base=_base(options.validators)
        )
        nodes = make_testnet(plan, int(time.time()))
        async with running(nodes), aiohttp.ClientSession() as session:
            watches = [Watch(session, node) for node in nodes]
            await _until_ready(watches)
            print(f"{len(nodes)} validators run", flush=True)
            followers = [asyncio.create_task(watch.follow()) for watch in watches]
            try:
                return await _phases(watches, options.seconds)
            finally:
                for task in followers:
                    task.cancel()
                await asyncio.gather(*followers, return_exceptions=True)


async def _phases(watches: list[Watch], seconds: int) -> Measured:
    accounts = [Transfers(index) for index in range(ACCOUNTS)]
    print(f"latency: {LATENCY_RATE} transfers/s for {seconds} s", flush=True)
    await _send_steadily(watches, accounts, seconds)
    measured = Measured(list(watches[0].arrivals))
    measured.latencies = [value for watch in watches for value in watch.latencies]
    print(f"throughput: as many transfers as become final, for {seconds} s", flush=True)
    first = len(watches[0].arrivals)
    await _send_flood(watches, accounts, seconds)
    measured.loaded, heights = watches[0].arrivals[first:], watches[0].heights[first:]
    if measured.loaded:
        measured.span_s = measured.loaded[-1] - measured.loaded[0]
        measured.transfers = await _succeeded(watches[0], heights[1 : len(measured.loaded)])
    return measured


async def _succeeded(watch: Watch, heights: list[int]) -> int:
    """Return how many receipts of these blocks say that a transfer succeeded."""
    found = 0
    for height in heights:
        receipts = await watch.call("eth_getBlockReceipts", hex(height))
        found += sum(r["status"] == "0x1" and r["gasUsed"] == TRANSFER_GAS for r in receipts)
    return found


class Transfers:
    """Signed transfers of one account, one nonce after the other."""

    def __init__(self, index: int) -> None:
        self._account = dev_accounts()[index]
        self._nonce = 0

    def next(self) -> str:
        """Return the next one, signed, as hex."""
        signed = sign_transaction(
            self._account.private_key,
            chain_id=CHAIN_ID_DEFAULT,
            nonce=self._nonce,
            gas_limit=21_000,
            to=Address(b"\x77" * 20),
            max_fee_per_gas_wei=Wei(10**12),
            max_priority_fee_per_gas_wei=Wei(10**9),
            value_wei=Wei(1),
            data=b"",
        )
        self._nonce += 1
        return "0x" + signed.raw.hex()


async def _send_steadily(watches: list[Watch], accounts: list[Transfers], seconds: int) -> None:
    """Send at a fixed rate, each account to one node, the nodes in turn."""
    start, count = time.monotonic(), LATENCY_RATE * seconds
    for number in range(count):
        index = number % len(accounts)
        await watches[index % len(watches)].send([accounts[index].next()])
        await asyncio.sleep(max(0.0, start + (number + 1) / LATENCY_RATE - time.monotonic()))
    await asyncio.sleep(3)  # the last ones become final


async def _send_flood(watches: list[Watch], accounts: list[Transfers], seconds: int) -> None:
    """Keep a bounded backlog full."""
    deadline, turn, sent = time.monotonic() + seconds, 0, watches[0].final
    while time.monotonic() < deadline:
        if sent - watches[0].final > BACKLOG_MAX:
            await asyncio.sleep(0.02)
            continue
        index = turn % len(accounts)
        raws = [accounts[index].next() for _ in range(BATCH)]
        await watches[index % len(watches)].send(raws)
        sent, turn = sent + BATCH, turn + 1


@asynccontextmanager
async def running(nodes: tuple[NetworkNode, ...]) -> AsyncIterator[None]:
    """Run a process for every node."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    processes = []
    try:
        for node in nodes:
            with (node.config.home / "output.log").open("wb") as output:
                processes.append(
                    subprocess.Popen(
                        [sys.executable, "-m", "cli", "start", "--home", str(node.config.home)],
                        stdout=output,
                        stderr=subprocess.STDOUT,
                        env=environment,
                    )
                )
        yield
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait(timeout=60)


async def _until_ready(watches: list[Watch]) -> None:
    """Wait until every node has some blocks."""
    deadline = time.monotonic() + START_S
    for watch in watches:
        while True:
            try:
                if int(await watch.call("eth_blockNumber"), 16) >= WARM_HEIGHT:
                    break
            except (aiohttp.ClientError, OSError):
                pass
            if time.monotonic() > deadline:
                raise RuntimeError(f"{watch.url} has no {WARM_HEIGHT} blocks after {START_S} s")
            await asyncio.sleep(0.2)


def _base(count: int) -> NodeConfig:
    """Return settings with ports that nobody listens on."""
    ports = dict(PORTS)
    while any(_is_taken(port + 10 * n) for port in ports.values() for n in range(count)):
        ports = {name: port + 1_000 for name, port in ports.items()}
    return NodeConfig(Path(), **ports)  # type: ignore[arg-type]


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def percentile(values: list[float], percent: int) -> float:
    """Return the value below which so many per cent lie; infinity of nothing."""
    if not values:
        return float("inf")
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def gaps_of(arrivals: list[float]) -> list[float]:
    """Return the seconds between arrivals."""
    return [after - before for before, after in pairwise(arrivals)]


def render(options: argparse.Namespace, measured: Measured) -> str:
    """Return the report as Markdown."""
    gaps, loaded = gaps_of(measured.arrivals), gaps_of(measured.loaded)
    average = statistics.fmean(gaps) if gaps else float("inf")
    return f"""# A network on one machine
{options.validators} validators with 1 s between blocks, all on this machine, plain transfers.
Written by `make bench-network ARGS=--write`.

| what | p50 | p99 | promised |
|---|---|---|---|
| block interval, s ({len(gaps)} blocks, mean {average:.3f}) | {percentile(gaps, 50):.3f} \
| {percentile(gaps, 99):.3f} | - |
| block interval under the load below, s ({len(loaded)} blocks) \
| {percentile(loaded, 50):.3f} | {percentile(loaded, 99):.3f} | - |
| commit latency from submit, s ({len(measured.latencies)} transfers at {LATENCY_RATE}/s) \
| {percentile(measured.latencies, 50):.3f} | {percentile(measured.latencies, 99):.3f} \
| p50 at most {LATENCY_P50_S_MAX} |

Sustained: {measured.per_second:,.0f} transfers/s (promised {TRANSFERS_PER_S_MIN}): \
{measured.transfers:,} receipts in {measured.span_s:.0f} s, sent in batches of {BATCH} to all \
nodes in turn by a sender on the same machine.

{machine()}
"""


if __name__ == "__main__":
    sys.exit(main())
