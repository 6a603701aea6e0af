"""
The machine against stock py-evm: prints a table of ratios and writes docs/benchmarks-machine.md.

    make bench-machine                      some minutes
    make bench-machine ARGS="--quick"       fewer accounts and runs, nothing written

Stock py-evm runs in an environment of its own, as pip leaves it, and once more with the Keccak and
RLP that this chain uses. KUMIAI_STOCK_PYTHON names an interpreter that has it already.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.full_path import blocks_of, time_module, time_scene  # noqa: E402
from bench.scores import Score, add_options, conclude, machine  # noqa: E402
from bench.workloads import Timings, contracts, run_here, run_stock  # noqa: E402

RUNS = 5  # medians of so many
ACCOUNTS, PER_BLOCK, QUICK_ACCOUNTS = 100_000, 1_000, 5_000
PAGE = ROOT / "docs" / "benchmarks-machine.md"
STOCK_HOME = ROOT / ".venv-stock"
PACKAGES = ("py-evm", "plyvel", "coincurve", "safe-pysha3", "rusty-rlp", "rlp", "eth-hash")
SOLIDITY, MODULE = "model payment, Solidity", "model payment, native module"
# What each row must reach against stock py-evm as pip leaves it.
LEAST = {
    "plain transfer": 4.0,
    "ERC-20 transfer": 10.0,
    "loop": 25.0,
    "keccak": 12.0,
    "storage": 8.0,
    "OpenZeppelin-like ERC-20": 10.0,
    "Uniswap-V2-like swap": 10.0,
    MODULE: 15.0,
}
MODULE_LEAST = 2.0  # the module against the contract on this chain's own machine


@dataclass(frozen=True)
class Row:
    """Microseconds a transaction, here and on both stocks; `gas` of one where that is compared."""

    name: str
    here_us: float
    stock_us: float
    same_us: float
    gas: int = 0

    @property
    def ratio(self) -> float:
        """How many times as fast as stock py-evm as pip leaves it."""
        return self.stock_us / self.here_us


def main() -> int:
    """Measure, print, write; the exit code is 1 where a promised ratio is missed."""
    options = parse_options()
    accounts, runs = (QUICK_ACCOUNTS, 1) if options.quick else (options.accounts, RUNS)
    rows = [*full_path_rows(accounts, runs), *contract_rows(runs)]
    report = render(accounts, runs, rows)
    print("\n" + report)
    if not options.quick:
        PAGE.write_text(report)
        print(f"written to {PAGE.relative_to(ROOT)}")
    return conclude(scores_of(rows), options)


def scores_of(rows: list[Row]) -> list[Score]:
    """Return the promised ratios."""
    found = [
        Score(f"{row.name} over stock py-evm", row.ratio, LEAST[row.name], detail=detail_of(row))
        for row in rows
        if row.name in LEAST
    ]
    spent = {row.name: row.here_us for row in rows}
    detail = f"{spent[SOLIDITY]:,.0f} and {spent[MODULE]:,.0f} µs"
    name = "model payment, native module over the contract"
    return [*found, Score(name, module_ratio(rows), MODULE_LEAST, detail=detail)]


def detail_of(row: Row) -> str:
    """Return what a ratio is made of."""
    return f"{row.here_us:,.0f} and {row.stock_us:,.0f} µs"


def parse_options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    add_options(parser, "fewer accounts, one run, nothing written")
    parser.add_argument("--accounts", type=int, default=ACCOUNTS, help="of the whole blocks")
    return parser.parse_args()


def stock_python() -> str:
    """Return an interpreter with py-evm as pip leaves it; makes its environment once."""
    given = os.environ.get("KUMIAI_STOCK_PYTHON")
    if given:
        return given
    python = STOCK_HOME / "bin" / "python"
    if not python.exists():
        print(f"setting up {STOCK_HOME.name} (once)", flush=True)
        subprocess.run([sys.executable, "-m", "venv", str(STOCK_HOME)], check=True)
        wanted = f"py-evm=={version('py-evm')}"
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", wanted], check=True)
    return str(python)


def full_path_rows(accounts: int, runs: int) -> Iterator[Row]:
    """Measure whole blocks: decode to synced commit here, execution in memory there."""
    for name, kind in (("plain transfer", "transfer"), ("ERC-20 transfer", "erc20")):
        print(f"{name}: {accounts:,} accounts", flush=True)
        workload = blocks_of(kind, accounts, PER_BLOCK, runs)
        with tempfile.TemporaryDirectory() as directory:
            here = {kind: time_scene(kind, Path(directory), accounts, PER_BLOCK, runs)}
        stock = run_stock(workload, stock_python())
        same = run_stock(workload, sys.executable, keccak="pysha3")
        yield Row(name, *(median_us(found, kind, PER_BLOCK) for found in (here, stock, same)))


def contract_rows(runs: int) -> list[Row]:
    """Measure calls of contracts in memory on both sides, and the module's."""
    print("contracts", flush=True)
    workload = contracts(runs)
    here = run_here(workload)
    stock = run_stock(workload, stock_python())
    same = run_stock(workload, sys.executable, keccak="pysha3")
    rows = []
    for name, blocks in workload.blocks.items():
        assert [gas for _, gas in here[name]] == [gas for _, gas in stock[name]], name
        count = len(blocks[0])
        sides = [median_us(found, name, count) for found in (here, stock, same)]
        rows.append(Row(name, *sides, here[name][-1][1] // count))
    contract = rows[-1]
    with tempfile.TemporaryDirectory() as directory:
        seconds, gas = time_module(Path(directory), runs)
    rows.append(Row(MODULE, seconds * 1e6, contract.stock_us, contract.same_us, gas))
    return rows


def median_us(found: Timings, name: str, count: int) -> float:
    """Return the microseconds a transaction; the first block has warmed up."""
    return 1e6 * statistics.median(seconds for seconds, _ in found[name][1:]) / count


def module_ratio(rows: list[Row]) -> float:
    """Return how many times as fast the module is as the contract on this chain's machine."""
    spent = {row.name: row.here_us for row in rows}
    return spent[SOLIDITY] / spent[MODULE]


def render(accounts: int, runs: int, rows: list[Row]) -> str:
    """Return the report as Markdown."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    table = "\n".join(map(render_row, rows))
    return f"""# The machine beside stock py-evm
Ratios measured in one run, medians of {runs}; times differ from machine to machine and are the
processor's. Written by `make bench-machine`.

| what | here | stock py-evm | with our Keccak and RLP | ratio | ratio, same libraries | promised |
|---|---|---|---|---|---|---|
{table}

The native module against the same payment as a contract on this chain's own machine: \
{module_ratio(rows):.2f} (promised {MODULE_LEAST:.1f}).

Plain and ERC-20 transfers are blocks of {PER_BLOCK:,} over {accounts:,} accounts. "Here" decodes,
recovers senders, checks, admits to the pool, executes, computes the state, transaction and receipt
roots and writes one synced LevelDB batch a block. Stock py-evm is given decoded transactions whose
senders are known, applies them with `PragueState.apply_transaction` and persists once a block, in
memory: no receipts, no disk. It runs in an environment of its own, as `pip install py-evm` leaves
it (Keccak by pycryptodome, RLP and signatures in Python), and once more in ours.

The other rows are one transaction each that repeats its work, in memory on both sides; the
contracts and their sources are in `bench/contracts`. Both sides use the same gas, which the run
checks. The native payment is `pay_for_use` of the model fees, and the contract keeps the same books
(`tests/bench/test_sale.py`); both are paid by the same accounts in the same order, in memory.

`docs/performance.md` says where the time of a transaction goes.

{machine()}
Packages: {packages}.
"""


def render_row(row: Row) -> str:
    """Return one line of the table: microseconds, or million gas a second."""
    if row.gas > 500_000:
        sides = [f"{row.gas / us:.1f} Mgas/s" for us in (row.here_us, row.stock_us, row.same_us)]
    else:
        gas = f" ({row.gas:,} gas)" if row.gas else ""
        sides = [f"{us:,.0f} µs" for us in (row.here_us, row.stock_us, row.same_us)]
        sides[0] += gas
    least = LEAST.get(row.name)
    promised = "" if least is None else f"{least:.0f}"
    ratios = f"{row.ratio:.1f} | {row.same_us / row.here_us:.1f}"
    return f"| {row.name} | {' | '.join(sides)} | {ratios} | {promised} |"


if __name__ == "__main__":
    sys.exit(main())
