"""
Reads a second of JSON-RPC beside anvil and hardhat node, and with replicas.

    make bench-rpc                       all of it (five minutes); writes docs/benchmarks-rpc.md
    make bench-rpc ARGS="--seconds 2 --dry"      shorter; prints, writes nothing

Every server runs on one core and the client on another. All answer the same questions over the
same kept connections, one server after the other, so that none takes time from the other.
"""

import argparse
import asyncio
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.rpc_load import Measured, measure  # noqa: E402
from bench.rpc_servers import (  # noqa: E402
    Servers,
    anvil,
    echo,
    hardhat,
    has_replicas,
    kumiai,
    module_view,
    prepare,
    replicas,
)

Question = tuple[str, list[Any]]
Row = tuple[str, str, Measured]  # question, servers, what was found
MODULE_VIEW = "eth_call, balanceOf of the token module"
REPLICAS_MAX = 2
NPM = ("@foundry-rs/anvil-linux-amd64", "hardhat")


def main() -> int:
    """Measure, print, write."""
    options = parse_options()
    cores, busy = sorted(os.sched_getaffinity(0)), os.getloadavg()[0]
    os.sched_setaffinity(0, {cores[-1]})
    serving = cores[:-1] or cores
    with tempfile.TemporaryDirectory() as directory:
        rows = list(run(Path(directory), serving, options))
    report = render(rows, options, serving, busy)
    print("\n" + report)
    if not options.dry:
        (ROOT / "docs" / "benchmarks-rpc.md").write_text(report)
        print("written to docs/benchmarks-rpc.md")
    return 0


def parse_options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[1])
    parser.add_argument("--seconds", type=float, default=5.0, help="for each question and server")
    parser.add_argument("--connections", type=int, default=32, help="kept open at a time")
    parser.add_argument("--only", default="", help="servers whose name has this in it")
    parser.add_argument("--dry", action="store_true", help="print, write nothing")
    return parser.parse_args()


def run(home: Path, cores: list[int], options: argparse.Namespace) -> Iterator[Row]:
    """Ask one server after the other."""
    if options.only in "echo":
        with echo(home / "echo", cores[0]) as servers:
            yield from ask_all(servers, {"eth_blockNumber": ("eth_blockNumber", [])}, options)
    if options.only in "kumiai":
        yield from run_kumiai(home / "kumiai", cores, options)
    for name, start in (("anvil", anvil), ("hardhat", hardhat)):
        if options.only in name:
            with start(home / name, cores[0]) as servers:
                yield from ask_all(servers, prepare(servers.urls[0]), options)


def run_kumiai(home: Path, cores: list[int], options: argparse.Namespace) -> Iterator[Row]:
    """The node alone, then with replicas beside it, each on a core of its own if there is one."""
    with kumiai(home, cores[0]) as (node, source):
        questions = prepare(node.urls[0]) | {MODULE_VIEW: module_view()}
        yield from ask_all(node, questions, options)
        for count in range(1, REPLICAS_MAX + 1 if has_replicas() else 1):
            theirs = [cores[number % len(cores)] for number in range(1, count + 1)]
            with ExitStack() as stack:
                place = home / f"with{count}"
                servers = stack.enter_context(replicas(source, node, theirs, place))
                yield from ask_all(servers, questions, options)


def ask_all(
    servers: Servers, questions: dict[str, Question], options: argparse.Namespace
) -> Iterator[Row]:
    """Ask every question."""
    for name, question in questions.items():
        found = asyncio.run(
            measure(
                servers.urls,
                servers.process_ids,
                question,
                options.connections,
                options.seconds,
            )
        )
        print(f"{servers.name}: {name}: {found.per_second:,.0f}/s", flush=True)
        yield name, servers.name, found


def render(rows: list[Row], options: argparse.Namespace, cores: list[int], busy: float) -> str:
    """Return the page."""
    lines = [
        "# Reads of JSON-RPC",
        "",
        f"`make bench-rpc`, {datetime.now(UTC):%Y-%m-%d}, {processor()}, "
        f"{os.cpu_count()} cores, Python {platform.python_version()}, "
        f"aiohttp {version('aiohttp')}, " + ", ".join(npm_versions()) + ".",
        "",
        f"{options.connections} kept connections ask {options.seconds:g} s for each row. Servers "
        f"have core{'s' if len(cores) > 1 else ''} {', '.join(map(str, cores))}, the client another"
        ". Replicas share a core where there are fewer cores than servers: then the sum cannot"
        " grow, and CPU a request is what to look at.",
        "",
        f"Load of the machine before the run: {busy:.1f}; above 0.5 something else took time from "
        "servers and client, and only the CPU column compares.",
        "",
        "| question | server | requests/s | p99 ms | server CPU µs a request | client's core |",
        "|---|---|---:|---:|---:|---:|",
    ]
    order = list(dict.fromkeys(name for name, _, _ in rows))
    for name, server, found in sorted(rows, key=lambda row: order.index(row[0])):
        lines.append(
            f"| {name} | {server} | {found.per_second:,.0f} | {found.p99_ms:,.1f} "
            f"| {found.server_us:,.0f} | {found.client_share:.0%} |"
        )
    lines += [
        "",
        "The server that does nothing shows what the client reaches: a row near it, or with the "
        "client's core near 100 %, measures the client.",
    ]
    return "\n".join(lines) + "\n"


def processor() -> str:
    """Return the processor's name."""
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def npm_versions() -> Iterator[str]:
    """Yield what the others are, as the lock file has them."""

    lock = json.loads((ROOT / "tests" / "npm" / "package-lock.json").read_text())["packages"]
    for name in NPM:
        yield f"{name} {lock[f'node_modules/{name}']['version']}"


if __name__ == "__main__":
    sys.exit(main())
