"""
From submit to receipt: transfers through JSON-RPC, against anvil and Hardhat's node in one run.

    make bench-throughput                     five runs of each (some minutes)
    make bench-throughput ARGS="--quick"      one run, nothing written

The client is the same for all: ten accounts, a connection for each, one request at a time; an
account sends while fewer than a window of its transactions are without a receipt, else it asks for
the oldest one's receipt. The chain has one core, the client the other.
"""

import argparse
import asyncio
import os
import platform
import statistics
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.json_rpc import Client, request, result_of  # noqa: E402
from bench.rpc_servers import Servers, anvil, hardhat, kumiai  # noqa: E402
from chain.codec import sign_transaction  # noqa: E402
from chain.types.primitives import Address, Gas, Wei  # noqa: E402
from cli.devnet import CHAIN_ID_DEFAULT, dev_accounts  # noqa: E402

ACCOUNTS: Final = 10  # those that every chain funds
WINDOW: Final = 16  # transactions of an account that may be without a receipt
WARM, COUNTED = 200, 3_000  # transactions before and while time is taken
RUNS: Final = 5
POLL_S: Final = 0.002  # between two questions for a receipt
PAGE: Final = ROOT / "docs" / "benchmarks-throughput.md"
RUN_S_MAX: Final = 120.0  # seconds after which a run has failed
RECIPIENT: Final = Address(b"\x77" * 20)
FEE_WEI, TIP_WEI = Wei(10**11), Wei(10**9)
OURS, VALIDATOR, ANVIL, HARDHAT = "kumiai devnet", "kumiai, one validator", "anvil", "hardhat node"
BARS: Final = {ANVIL: 0.6, HARDHAT: 3.0}  # how often our validator's rate they must be


@dataclass(frozen=True)
class Rate:
    """What one run measured."""

    per_second: float  # transactions from the first submit to the last receipt
    memory_bytes: int  # resident, at the end


def main() -> int:
    """Measure and print; the exit code is 1 where a bar is missed."""
    options = parse_options()
    runs = 1 if options.quick else RUNS
    rates: dict[str, list[Rate]] = {name: [] for name in (OURS, VALIDATOR, ANVIL, HARDHAT)}
    for number in range(1, runs + 1):
        for name, found in rates.items():
            rate = measure(name, options.count)
            found.append(rate)
            print(f"run {number} of {runs}: {name} {rate.per_second:,.0f}/s", flush=True)
    report = render(rates)
    print("\n" + report)
    if not options.quick:
        PAGE.write_text(page_of(report, runs, options.count))
        print(f"written to {PAGE.relative_to(ROOT)}")
    return 0 if is_kept(rates) else 1


def parse_options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--quick", action="store_true", help="one run of each")
    parser.add_argument("--count", type=int, default=COUNTED, help="transactions of a run")
    return parser.parse_args()


@contextmanager
def started(name: str, core: int) -> Iterator[Servers]:
    """Run a chain on one core until the end of the block."""
    with tempfile.TemporaryDirectory(prefix="kumiai-bench-") as directory, ExitStack() as stack:
        home = Path(directory)
        if name in (OURS, VALIDATOR):
            option = "--consensus" if name == VALIDATOR else "--on-demand"
            yield stack.enter_context(kumiai(home, core, name, option))[0]
        else:
            start = anvil if name == ANVIL else hardhat
            yield stack.enter_context(start(home, core))


def measure(name: str, count: int) -> Rate:
    """Start a chain, load it, and return its rate."""
    cores = sorted(os.sched_getaffinity(0))
    lines = [signed(index, (WARM + count) // ACCOUNTS) for index in range(ACCOUNTS)]
    with started(name, cores[0]) as servers:
        os.sched_setaffinity(0, set(cores[1:]) or set(cores))
        try:
            seconds = asyncio.run(asyncio.wait_for(drive(servers.port, lines), RUN_S_MAX))
        finally:
            os.sched_setaffinity(0, set(cores))
        return Rate(count / seconds, servers.memory_bytes())


def signed(account: int, count: int) -> list[bytes]:
    """Return an account's transfers as requests, nonce by nonce."""
    key = dev_accounts()[account].private_key
    raws = [
        sign_transaction(
            key,
            chain_id=CHAIN_ID_DEFAULT,
            nonce=nonce,
            gas_limit=Gas(21_000),
            to=RECIPIENT,
            max_fee_per_gas_wei=FEE_WEI,
            max_priority_fee_per_gas_wei=TIP_WEI,
            value_wei=Wei(1),
        ).raw
        for nonce in range(count)
    ]
    return [request("eth_sendRawTransaction", ["0x" + raw.hex()]) for raw in raws]


async def drive(port: int, lines: Sequence[Sequence[bytes]]) -> float:
    """Send the warm part, then the counted one; return the seconds of the latter."""
    clients = [await Client.open(port) for _ in lines]
    warm = WARM // ACCOUNTS
    pairs = list(zip(clients, lines, strict=True))
    await asyncio.gather(*(send_all(client, line[:warm]) for client, line in pairs))
    begun_s = time.perf_counter()
    await asyncio.gather(*(send_all(client, line[warm:]) for client, line in pairs))
    seconds = time.perf_counter() - begun_s
    for client in clients:
        client.close()
    return seconds


async def send_all(client: Client, bodies: Sequence[bytes]) -> None:
    """Send an account's transactions and see a receipt of each."""
    open_ones: deque[str] = deque()
    for body in bodies:
        if len(open_ones) >= WINDOW:
            await await_receipt(client, open_ones.popleft())
        open_ones.append(result_of(await client.exchange(body)))
    while open_ones:
        await await_receipt(client, open_ones.popleft())


async def await_receipt(client: Client, transaction_hash: str) -> None:
    """Ask until there is one."""
    question = request("eth_getTransactionReceipt", [transaction_hash])
    while result_of(await client.exchange(question)) is None:
        await asyncio.sleep(POLL_S)


def is_kept(rates: dict[str, list[Rate]]) -> bool:
    """Whether our validator reaches its share of every peer's rate."""
    return all(ratio_to(rates, name) >= bar for name, bar in BARS.items())


def ratio_to(rates: dict[str, list[Rate]], name: str) -> float:
    """Return the median of our validator's rate over a peer's, run by run."""
    pairs = zip(rates[VALIDATOR], rates[name], strict=True)
    return statistics.median(ours.per_second / theirs.per_second for ours, theirs in pairs)


def page_of(table: str, runs: int, count: int) -> str:
    """Return the page that docs keeps."""
    return f"""# From submit to receipt
Transfers through JSON-RPC, medians of {runs} runs of {count:,}. Written by `make bench-throughput`.

{table}

The same client drives all: {ACCOUNTS} accounts on a connection each, at most {WINDOW} transactions
of an account without a receipt; the chain has one core, the client the other. Our validator runs
the whole engine: it proposes, signs and logs, and every block is synced to LevelDB. anvil and
Hardhat's node keep their state in memory, in their default mode.

Machine: {platform.machine()}, {os.cpu_count()} cores, {platform.system()}, \
Python {platform.python_version()}. Measured on {datetime.now(UTC):%Y-%m-%d}.
"""


def render(rates: dict[str, list[Rate]]) -> str:
    """Return the table as Markdown."""
    rows = [
        f"| {name} | {statistics.median(r.per_second for r in found):,.0f} "
        f"| {max(r.memory_bytes for r in found) / 1e6:,.0f} "
        f"| {ratio_to(rates, name):.2f} | {BARS.get(name, '')} |"
        for name, found in rates.items()
    ]
    head = "| chain | transfers/s | memory, MB | our validator's rate over it | at least |"
    return "\n".join([head, "|---|---|---|---|---|", *rows])


if __name__ == "__main__":
    sys.exit(main())
