"""
From submit to receipt through JSON-RPC, against anvil and Hardhat's node in one run.

    make bench-throughput                                          five runs of each (half an hour)
    make bench-throughput ARGS="--kind erc20 --way single"         a part of it, nothing written
    make bench-throughput ARGS="--quick"                           one short run, nothing written

The client is the same for all: ten accounts, a connection for each, one request at a time.
`single`: an account sends while fewer than a window of its transactions are without a receipt, else
it asks for the oldest one's receipt. `batch`: it sends its window as one JSON-RPC batch and asks
for what receipts are missing as one, as the batch transports of viem and web3.py do. Chain and
client share the machine's cores, as on a developer's machine.
"""

import argparse
import asyncio
import json
import statistics
import sys
import tempfile
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import astuple, dataclass
from itertools import product
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.json_rpc import Client, batch, request, result_of, results_of  # noqa: E402
from bench.rpc_servers import Servers, anvil, hardhat, kumiai  # noqa: E402
from bench.scenes import coin_deployment, coin_transfer  # noqa: E402
from bench.scores import Score, add_options, conclude, machine  # noqa: E402
from chain.codec import sign_transaction  # noqa: E402
from chain.types.primitives import Address, Gas, Nonce, Wei  # noqa: E402
from chain.vm.transaction import compute_contract_address  # noqa: E402
from cli.devnet import CHAIN_ID_DEFAULT, dev_accounts  # noqa: E402

ACCOUNTS: Final = 10  # those that every chain funds
WINDOW: Final = 64  # transactions of an account that may be without a receipt
WARM, COUNTED = 1_000, 6_000  # transactions before and while time is taken
RUNS: Final = 5
POLL_S: Final = 0.002  # between two questions for a receipt
PAGE: Final = ROOT / "docs" / "benchmarks-throughput.md"
TOKENS: Final = 10**20  # that each account is given
RUN_S_MAX: Final = 120.0  # seconds after which a run has failed
RECIPIENT: Final = Address(b"\x77" * 20)
FEE_WEI, TIP_WEI = Wei(10**11), Wei(10**9)
OURS, VALIDATOR, ANVIL, HARDHAT = "kumiai devnet", "kumiai, one validator", "anvil", "hardhat node"
CHAINS: Final = (OURS, VALIDATOR, ANVIL, HARDHAT)
KINDS: Final = {"transfer": "transfers", "erc20": "ERC-20 transfers"}
WAYS: Final = {"single": "one request each", "batch": "JSON-RPC batches"}
# How often a peer's rate our validator's must be, where each request holds one call.
BARS: Final = {
    ("transfer", ANVIL): 0.6,
    ("transfer", HARDHAT): 3.0,
    ("erc20", ANVIL): 0.4,
    ("erc20", HARDHAT): 2.5,
}


@dataclass(frozen=True)
class Rate:
    """What one run measured."""

    per_second: float  # transactions from the first submit to the last receipt
    memory_bytes: int  # resident, at the end


Send = Callable[[Client, Sequence[bytes]], Awaitable[None]]
Rates = dict[str, list[Rate]]  # of each chain, run by run
Rows = dict[tuple[str, str], Rates]  # by kind and way


def main() -> int:
    """Measure and print; the exit code is 1 where a bar is missed."""
    options = parse_options()
    runs, count = (1, COUNTED // 10) if options.quick else (options.runs, options.count)
    rows = read_rows(options.keep)
    for kind in options.kind or KINDS:
        for way in options.way or WAYS:
            if (kind, way) not in rows:
                rows[kind, way] = measure_all(kind, way, runs, count)
                keep_rows(rows, options.keep)
    report = render(rows)
    print("\n" + report)
    if not options.quick and len(rows) == len(KINDS) * len(WAYS):
        PAGE.write_text(page_of(report, runs_of(rows), count))
        print(f"written to {PAGE.relative_to(ROOT)}")
    return conclude(scores_of(rows), options)


def parse_options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--count", type=int, default=COUNTED, help="transactions of a run")
    parser.add_argument("--runs", type=int, default=RUNS, help="of each chain")
    parser.add_argument("--kind", choices=KINDS, action="append", help="default: both")
    parser.add_argument("--way", choices=WAYS, action="append", help="default: both")
    parser.add_argument("--keep", metavar="FILE", help="keep rows here, and take those kept")
    add_options(parser, "one short run of each, nothing written")
    return parser.parse_args()


def read_rows(path: str | None) -> Rows:
    """Return the rows that an earlier run has kept."""
    if path is None or not Path(path).exists():
        return {}
    kept = json.loads(Path(path).read_text())
    return {
        (kind, way): {name: [Rate(*rate) for rate in rates[name]] for name in CHAINS}
        for kind, way, rates in kept
    }


def keep_rows(rows: Rows, path: str | None) -> None:
    """Write the rows for a later run."""
    if path is not None:
        plain = [
            (kind, way, {name: [astuple(rate) for rate in found] for name, found in rates.items()})
            for (kind, way), rates in rows.items()
        ]
        Path(path).write_text(json.dumps(plain))


def measure_all(kind: str, way: str, runs: int, count: int) -> Rates:
    """Return the rates of all chains, which take turns."""
    rates: Rates = {name: [] for name in CHAINS}
    for number in range(1, runs + 1):
        for name, found in rates.items():
            rate = measure(name, kind, way, count)
            found.append(rate)
            what = f"{KINDS[kind]}, {WAYS[way]}"
            print(f"{what}, run {number} of {runs}: {name} {rate.per_second:,.0f}/s", flush=True)
    return rates


@contextmanager
def started(name: str) -> Iterator[Servers]:
    """Run a chain until the end of the block."""
    with tempfile.TemporaryDirectory(prefix="kumiai-bench-") as directory, ExitStack() as stack:
        home = Path(directory)
        if name in (OURS, VALIDATOR):
            option = "--consensus" if name == VALIDATOR else "--on-demand"
            yield stack.enter_context(kumiai(home, None, name, option))[0]
        else:
            start = anvil if name == ANVIL else hardhat
            yield stack.enter_context(start(home, None))


def measure(name: str, kind: str, way: str, count: int) -> Rate:
    """Start a chain, load it, and return its rate."""
    first = [] if kind == "transfer" else token_setup()
    lines = [
        signed(index, (WARM + count) // ACCOUNTS, kind, len(first) if index == 0 else 0)
        for index in range(ACCOUNTS)
    ]
    with started(name) as servers:
        work = drive(servers.port, lines, SENDERS[way], first)
        seconds = asyncio.run(asyncio.wait_for(work, RUN_S_MAX))
        return Rate(count / seconds, servers.memory_bytes())


def signed(account: int, count: int, kind: str = "transfer", nonce: int = 0) -> list[bytes]:
    """Return an account's transfers as requests, nonce by nonce."""
    coin = coin_address()
    to, gas, data = (
        (RECIPIENT, 21_000, b"")
        if kind == "transfer"
        else (coin, 60_000, coin_transfer(RECIPIENT, 1))
    )
    value_wei = 1 if kind == "transfer" else 0
    return [
        _signed(account, nonce + number, to, data, gas, value_wei, number)
        for number in range(count)
    ]


def token_setup() -> list[bytes]:
    """Return what makes the token and gives each account some, as requests of the first account."""
    found = [_signed(0, 0, None, coin_deployment(), 2_000_000)]
    for number, account in enumerate(dev_accounts()[1:ACCOUNTS], start=1):
        data = coin_transfer(account.address, TOKENS)
        found.append(_signed(0, number, coin_address(), data, 60_000))
    return found


def coin_address() -> Address:
    """Return where the first account's first transaction makes the token."""
    return compute_contract_address(dev_accounts()[0].address, Nonce(0))


def _signed(
    account: int,
    nonce: int,
    to: Address | None,
    data: bytes,
    gas: int,
    value_wei: int = 0,
    number: int = 1,
) -> bytes:
    raw = sign_transaction(
        dev_accounts()[account].private_key,
        chain_id=CHAIN_ID_DEFAULT,
        nonce=nonce,
        gas_limit=Gas(gas),
        to=to,
        max_fee_per_gas_wei=FEE_WEI,
        max_priority_fee_per_gas_wei=TIP_WEI,
        value_wei=Wei(value_wei),
        data=data,
    ).raw
    return request("eth_sendRawTransaction", ["0x" + raw.hex()], number)


async def drive(
    port: int, lines: Sequence[Sequence[bytes]], send: Send, first: Sequence[bytes] = ()
) -> float:
    """Send what comes first and the warm part, then the counted one; return its seconds."""
    clients = [await Client.open(port) for _ in lines]
    await send_all(clients[0], first)
    warm = WARM // ACCOUNTS
    pairs = list(zip(clients, lines, strict=True))
    await asyncio.gather(*(send(client, line[:warm]) for client, line in pairs))
    begun_s = time.perf_counter()
    await asyncio.gather(*(send(client, line[warm:]) for client, line in pairs))
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
    """Ask until there is one; AssertionError where it failed."""
    question = request("eth_getTransactionReceipt", [transaction_hash])
    while (receipt := result_of(await client.exchange(question))) is None:
        await asyncio.sleep(POLL_S)
    assert receipt["status"] == "0x1", receipt


async def send_in_batches(client: Client, bodies: Sequence[bytes]) -> None:
    """Send an account's transactions a window a request, and see a receipt of each."""
    for start in range(0, len(bodies), WINDOW):
        window = bodies[start : start + WINDOW]
        await await_receipts(client, results_of(await client.exchange(batch(window))))


async def await_receipts(client: Client, hashes: Sequence[str]) -> None:
    """Ask for all that are missing, in one request, until none is."""
    while hashes:
        asked = [
            request("eth_getTransactionReceipt", [item], number)
            for number, item in enumerate(hashes)
        ]
        receipts = results_of(await client.exchange(batch(asked)))
        assert all(r is None or r["status"] == "0x1" for r in receipts), receipts
        hashes = [item for item, r in zip(hashes, receipts, strict=True) if r is None]
        if hashes:
            await asyncio.sleep(POLL_S)


SENDERS: Final[dict[str, Send]] = {"single": send_all, "batch": send_in_batches}


def scores_of(rows: Rows) -> list[Score]:
    """Return what is promised of what was measured."""
    found = []
    for (kind, peer), bar in BARS.items():
        if (kind, "single") in rows:
            rates = rows[kind, "single"]
            ours, theirs = median_of(rates[VALIDATOR]), median_of(rates[peer])
            batched = rows.get((kind, "batch"))
            detail = f"{ours:,.0f}/s and {theirs:,.0f}/s"
            if batched is not None:
                detail += f"; in JSON-RPC batches {ratio_to(batched, peer):.2f}"
            name = f"{KINDS[kind]}, submit to receipt, over {peer}"
            found.append(Score(name, ratio_to(rates, peer), bar, detail=detail))
    return found


def median_of(rates: Sequence[Rate]) -> float:
    """Return the median of transactions a second."""
    return statistics.median(rate.per_second for rate in rates)


def ratio_to(rates: Rates, name: str) -> float:
    """Return the median of our validator's rate over a peer's, run by run."""
    pairs = zip(rates[VALIDATOR], rates[name], strict=True)
    return statistics.median(ours.per_second / theirs.per_second for ours, theirs in pairs)


def runs_of(rows: Rows) -> str:
    """Return how many runs there were of each, in words."""
    counts = sorted({len(found) for rates in rows.values() for found in rates.values()})
    return " to ".join(map(str, dict.fromkeys((counts[0], counts[-1]))))


def page_of(table: str, runs: str, count: int) -> str:
    """Return the page that docs keeps."""
    return f"""# From submit to receipt
Transactions through JSON-RPC, medians of {runs} runs of {count:,}. Written by \
`make bench-throughput`.

{table}

The same client drives all: {ACCOUNTS} accounts on a connection each, at most {WINDOW} transactions
of an account without a receipt; all share the machine's cores. With one request each, a transaction
is a request and its receipt at least another. In JSON-RPC batches an account sends its window as
one request and asks for the receipts that are missing as one, as the batch transports of viem and
web3.py do; nothing is promised of these. Every receipt must say success. The
ERC-20 token is Solidity 0.8 (`bench/contracts/Coin.sol`).

Our validator runs the whole engine: it proposes, signs and logs, and every block is synced to
LevelDB. anvil and Hardhat's node keep their state in memory, in their default mode.

{machine()}
"""


def render(rows: Rows) -> str:
    """Return the table as Markdown."""
    lines = [
        "| what | client | chain | a second | memory, MB | our validator over it | at least |",
        "|---|---|---|---|---|---|---|",
    ]
    for kind, way in (key for key in product(KINDS, WAYS) if key in rows):
        for name, found in rows[kind, way].items():
            bar = BARS.get((kind, name), "") if way == "single" else ""
            memory = max(rate.memory_bytes for rate in found) / 1e6
            lines.append(
                f"| {KINDS[kind]} | {WAYS[way]} | {name} | {median_of(found):,.0f} "
                f"| {memory:,.0f} | {ratio_to(rows[kind, way], name):.2f} | {bar} |"
            )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
