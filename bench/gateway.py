"""
What payment adds to a call: embeddings of one upstream, asked directly and through the gateway.

    callers --direct--> upstream                      the same upstream, the same callers, in turn,
    callers --a voucher each--> gateway --> upstream  round by round

    make bench-gateway [ARGS="--rounds 5 --callers 32 --seconds 4"]

Every caller has a lane and makes one call after the other; a call through the gateway is signed for
by its payer, checked, charged and synced to disk before its answer ends. The time of the payer's
own signature is within the call. The chain is a devnet, where nothing is redeemed meanwhile.
"""

import argparse
import asyncio
import json
import multiprocessing
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from agents.gateway.payer import LanePayer  # noqa: E402
from agents.gateway.voucher_header import RECEIPT_HEADER, VOUCHER_HEADER  # noqa: E402
from cli.devnet import dev_accounts  # noqa: E402
from client import Client  # noqa: E402
from client.flows.channels import LANES_PER_MODEL  # noqa: E402
from tests.e2e.devnet import Devnet  # noqa: E402
from tests.e2e.gateways import (  # noqa: E402
    COIN,
    EMBED,
    GatewayProcess,
    Upstream,
    done,
    list_model,
)

TEXT = "what a caller may ask, of about the length that questions have " * 4
EXPOSURE_WEI = 10**16


@dataclass
class Measured:
    """Every call's seconds, and the rounds' calls a second."""

    seconds: list[float] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)

    def row(self, name: str) -> dict[str, Any]:
        """Return the numbers of a table's row."""
        at = statistics.quantiles(self.seconds, n=100)
        return {
            "what": name,
            "calls_per_s": round(statistics.median(self.rates), 1),
            "p50_ms": round(at[49] * 1000, 2),
            "p99_ms": round(at[98] * 1000, 2),
            "calls": len(self.seconds),
        }


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What payment adds to a call.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--callers", type=int, default=32)
    parser.add_argument("--seconds", type=float, default=4.0, help="of each part of a round")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    url, process = start_upstream()
    try:
        with tempfile.TemporaryDirectory() as directory:
            rows = measure(Path(directory), url, options)
    finally:
        process.terminate()
        process.join()
    if options.json:
        print(json.dumps(rows))
        return 0
    show(rows, options)
    return 0


def start_upstream() -> tuple[str, Any]:
    """Start the upstream in a process of its own, so that callers do not take its time."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(there,), daemon=True)
    process.start()
    return str(here.recv()), process


def serve(pipe: Any) -> None:
    """Serve until the process is ended."""
    with Upstream() as upstream:
        pipe.send(upstream.url)
        time.sleep(3_600)


def measure(place: Path, url: str, options: argparse.Namespace) -> list[dict[str, Any]]:
    """Return the rows of the table."""
    with Devnet(place / "home") as devnet:
        upstream = Upstream()
        upstream.url = url
        gateway = GatewayProcess(devnet.home, devnet.endpoints["rpc"], place / "gateway")
        gateway.configure(upstream, exposure_wei=EXPOSURE_WEI)
        lanes = asyncio.run(prepare(devnet.endpoints["rpc"], options.callers))
        with gateway:
            return asyncio.run(run(gateway.url, url, lanes, options))


async def prepare(rpc: str, callers: int) -> list[LanePayer]:
    """Put a model on sale and open channels enough for every caller."""
    keys = {account.name: account.private_key for account in dev_accounts()}
    async with await Client.connect(rpc) as client:
        author, payee, payer = (client.using(keys[name]) for name in ("dev0", "dev1", "dev2"))
        await list_model(author, EMBED, payee.address)
        await done(payee.model_fees.bond_provider(value_wei=2 * COIN))
        count = -(-callers // LANES_PER_MODEL)
        channels = [
            await payer.open_channel([EMBED], COIN, payee=payee.address) for _ in range(count)
        ]
        return [
            LanePayer(
                payer,
                channels[n // LANES_PER_MODEL].session,
                n % LANES_PER_MODEL,
                EXPOSURE_WEI,
            )
            for n in range(callers)
        ]


async def run(
    paid_url: str, url: str, lanes: list[LanePayer], options: argparse.Namespace
) -> list[dict[str, Any]]:
    """Measure both ways in turn."""
    direct, paid = Measured(), Measured()
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector) as http:

        async def ask(lane: LanePayer) -> None:
            body = {"model": EMBED, "input": TEXT}
            async with http.post(f"{url}/embeddings", json=body) as answer:
                await answer.read()
                assert answer.status == 200

        async def pay(lane: LanePayer) -> None:
            body = {"model": EMBED, "input": TEXT}
            headers = {VOUCHER_HEADER: lane.header()}
            async with http.post(f"{paid_url}/embeddings", json=body, headers=headers) as answer:
                said = await answer.read()
                assert answer.status == 200, said
                lane.owed(json.loads(answer.headers[RECEIPT_HEADER]))

        await part(Measured(), ask, lanes, 1.0)  # to warm both up
        await part(Measured(), pay, lanes, 1.0)
        for _ in range(options.rounds):
            await part(direct, ask, lanes, options.seconds)
            await part(paid, pay, lanes, options.seconds)
    return [direct.row("the upstream alone"), paid.row("through the gateway, by vouchers")]


async def part(
    found: Measured,
    call: Callable[[LanePayer], Awaitable[None]],
    lanes: list[LanePayer],
    seconds: float,
) -> None:
    """Let every caller make calls for some seconds."""
    end, before = time.perf_counter() + seconds, len(found.seconds)

    async def caller(lane: LanePayer) -> None:
        while (began := time.perf_counter()) < end:
            await call(lane)
            found.seconds.append(time.perf_counter() - began)

    began = time.perf_counter()
    await asyncio.gather(*(caller(lane) for lane in lanes))
    found.rates.append((len(found.seconds) - before) / (time.perf_counter() - began))


def show(rows: list[dict[str, Any]], options: argparse.Namespace) -> None:
    """Print the table, with what payment adds."""
    cores = len(os.sched_getaffinity(0))
    print(f"{platform.python_version()}, {cores} cores, {options.callers} callers")
    print(f"{'':34} {'calls/s':>9} {'p50 ms':>9} {'p99 ms':>9}")
    for row in rows:
        print(f"{row['what']:34} {row['calls_per_s']:>9} {row['p50_ms']:>9} {row['p99_ms']:>9}")
    direct, paid = rows
    p50, p99 = (round(paid[name] - direct[name], 2) for name in ("p50_ms", "p99_ms"))
    print(f"{'added by payment':34} {'':>9} {p50:>9} {p99:>9}")


if __name__ == "__main__":
    sys.exit(main())
