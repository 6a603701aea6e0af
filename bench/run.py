"""
Plain transfers against stock py-evm: prints a table of ratios and writes docs/benchmarks.md.

    make bench                      this (about five minutes), then bench/markets.py
    make bench ARGS="--quick"       fewer accounts and runs, nothing written
"""

import argparse
import os
import platform
import statistics
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.transfers import Timing, build_workload, measure_ours, measure_stock  # noqa: E402

ACCOUNTS, BLOCKS, PER_BLOCK, RUNS = 100_000, 6, 1_000, 3
BLOCK_GAS_MAX = 30_000_000
RATIO_MIN = 2.0  # what plain transfers must reach against stock py-evm
PACKAGES = ("py-evm", "plyvel", "coincurve", "safe-pysha3", "rusty-rlp", "rlp", "eth-hash")


def main() -> int:
    """Measure, print, write; the exit code is 1 where a promised ratio is missed."""
    options = parse_options()
    accounts = 10_000 if options.quick else ACCOUNTS
    runs = 1 if options.quick else RUNS
    print(f"making {accounts:,} accounts and {BLOCKS * PER_BLOCK:,} signed transfers", flush=True)
    workload = build_workload(accounts, BLOCKS, PER_BLOCK)
    pairs: list[tuple[Timing, Timing]] = []
    for number in range(1, runs + 1):
        ours = measure_ours(workload, BLOCK_GAS_MAX)
        stock = measure_stock(workload, BLOCK_GAS_MAX)
        pairs.append((ours, stock))
        print(
            f"run {number} of {runs}: {ours.per_second:,.0f}/s against {stock.per_second:,.0f}/s",
            flush=True,
        )
    ratio = statistics.median(ours.per_second / stock.per_second for ours, stock in pairs)
    report = render(accounts, pairs, ratio)
    print("\n" + report)
    if not options.quick:
        (ROOT / "docs" / "benchmarks.md").write_text(report)
        print("written to docs/benchmarks.md")
    return 0 if ratio >= RATIO_MIN else 1


def parse_options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--quick", action="store_true", help="a tenth of the accounts, one run")
    return parser.parse_args()


def render(accounts: int, pairs: list[tuple[Timing, Timing]], ratio: float) -> str:
    """Return the report as Markdown."""
    ours = statistics.median(timing.per_second for timing, _ in pairs)
    stock = statistics.median(timing.per_second for _, timing in pairs)
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return f"""# Benchmarks
Ratios measured in one run; seconds differ from machine to machine. Written by `make bench`.

| what | here | stock py-evm | ratio | promised |
|---|---|---|---|---|
| plain transfers/s, {accounts:,} accounts, medians of {len(pairs)} | {ours:,.0f} | {stock:,.0f} \
| {ratio:.2f} | {RATIO_MIN:.1f} |

"Here" decodes, recovers senders, checks, executes, computes the state, transaction and receipt
roots and writes one synced LevelDB batch for each of {BLOCKS - 1} blocks of {PER_BLOCK:,}
transfers. Stock py-evm runs `PragueState.apply_transaction` on decoded transactions and
persists once a block, in memory, with the same Keccak and RLP libraries.

Machine: {platform.machine()}, {cores()} cores, {platform.system()}, \
Python {platform.python_version()}.
Packages: {packages}. Measured on {datetime.now(UTC):%Y-%m-%d}.
"""


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0))


if __name__ == "__main__":
    sys.exit(main())
