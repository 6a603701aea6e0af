"""
Executing a stored chain anew beside its live production by a validator under load.

    make bench-replay                       five runs (about three minutes)
    make bench-replay ARGS="--quick"        one short run, nothing written

Production: one validator with the whole engine makes blocks of the transfers that the clients of
bench/throughput.py send; from their first submit to their last receipt. It is made twice, on a core
of its own with the clients on the others and on every core with the clients between, and the faster
counts. Import: `kumiai replay` executes the blocks of that home into an empty one, which is on the
disk when it ends, on every core, and once more on one. The processor's time of both is printed.
"""

import argparse
import asyncio
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.rpc_load import cpu_of  # noqa: E402
from bench.rpc_servers import ENVIRONMENT, Servers, kumiai  # noqa: E402
from bench.scores import Score, add_options, conclude, machine  # noqa: E402
from bench.throughput import ACCOUNTS, RUN_S_MAX, VALIDATOR, WARM, drive, send_all, signed  # noqa: E402

COUNTED, QUICK = 20_000, 2_000  # transactions of a run, and of a quick one
RUNS: Final = 5
RATIO_MIN: Final = 3.0
PAGE: Final = ROOT / "docs" / "benchmarks-replay.md"


@dataclass(frozen=True)
class Run:
    """Transactions a second, and microseconds of the processor a transaction, of both."""

    made_apart_per_s: float  # on a core of its own
    made_among_per_s: float  # on every core, as the clients are
    made_cpu_us: float
    replayed_per_s: float  # on every core
    replayed_alone_per_s: float  # on one core
    replayed_cpu_us: float

    @property
    def ratio(self) -> float:
        """How many times as fast the import is as the faster production, by the clock."""
        return self.replayed_per_s / max(self.made_apart_per_s, self.made_among_per_s)


FIGURES: Final = tuple(field.name for field in fields(Run))


def main() -> int:
    """Measure, print, write; the exit code is 1 where the promise is missed."""
    options = parse_options()
    count, runs = (QUICK, 1) if options.quick else (options.count, RUNS)
    found = []
    for number in range(1, runs + 1):
        found.append(measure(count))
        print(f"run {number} of {runs}: {found[-1].ratio:.2f} times as fast", flush=True)
    if not options.quick:
        PAGE.write_text(page(found, count))
        print(f"written to {PAGE.relative_to(ROOT)}")
    return conclude([score_of(found)], options)


def parse_options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--count", type=int, default=COUNTED, help="transactions of a run")
    add_options(parser, "one short run, nothing written")
    return parser.parse_args()


def measure(count: int) -> Run:
    """Let a validator make blocks, twice, then execute those of the second time anew."""
    cores = sorted(os.sched_getaffinity(0))
    apart, made_cpu_s = _made(count, cores[0], set(cores[1:]) or set(cores))[:2]
    with tempfile.TemporaryDirectory(prefix="kumiai-bench-") as directory:
        home = Path(directory)
        among = _made(count, None, set(cores), home)[0]
        start_cpu_s = _replay(home, "none", f"{cores[0]}", "--to", "0")[1]
        one, cpu_s = _replay(home, "one", f"{cores[0]}")
        every = _replay(home, "every", ",".join(map(str, cores)))[0]
    assert one["transactions"] == every["transactions"] >= WARM + count, (one, every)
    return Run(
        count / apart,
        count / among,
        1e6 * made_cpu_s / count,
        every["transactions"] / every["seconds"],
        one["transactions"] / one["seconds"],
        1e6 * (cpu_s - start_cpu_s) / one["transactions"],
    )


def _made(
    count: int, core: int | None, of_clients: set[int], home: Path | None = None
) -> tuple[float, float]:
    """Return the seconds by the clock and of the validator's processor; its home lies in `home`."""
    with ExitStack() as stack:
        place = home or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kumiai-")))
        servers, _ = stack.enter_context(kumiai(place, core, VALIDATOR, "--consensus"))
        return _produce(servers, count, of_clients)


def _produce(servers: Servers, count: int, of_clients: set[int]) -> tuple[float, float]:
    lines = [signed(index, (WARM + count) // ACCOUNTS) for index in range(ACCOUNTS)]
    every = os.sched_getaffinity(0)
    os.sched_setaffinity(0, of_clients)
    try:
        before_s = cpu_of(servers.process_ids)
        seconds = asyncio.run(asyncio.wait_for(drive(servers.port, lines, send_all), RUN_S_MAX))
        return seconds, cpu_of(servers.process_ids) - before_s
    finally:
        os.sched_setaffinity(0, every)


def _replay(home: Path, name: str, cores: str, *options: str) -> tuple[Any, float]:
    """Return what `kumiai replay` says, and the seconds of the processor that it took."""
    source, target = home / "home", home / name
    _kumiai("init", "--genesis", str(source / "genesis.json"), "--home", str(target))
    before_s = _children_cpu_s()
    words = ["replay", "--from", str(source), "--home", str(target), "--json", *options]
    said = json.loads(_kumiai(*words, cores=cores))
    return said, _children_cpu_s() - before_s


def _kumiai(*words: str, cores: str = "") -> str:
    pinned = ["taskset", "-c", cores] if cores and shutil.which("taskset") else []
    command = [*pinned, sys.executable, "-m", "cli", *words]
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _children_cpu_s() -> float:
    spent = os.times()
    return spent.children_user + spent.children_system


def score_of(found: list[Run]) -> Score:
    """Return the median ratio beside what is promised."""
    middle = {name: statistics.median(getattr(run, name) for run in found) for name in FIGURES}
    detail = (
        f"{middle['replayed_per_s']:,.0f}/s; made {middle['made_apart_per_s']:,.0f}/s on a core of "
        f"its own, {middle['made_among_per_s']:,.0f}/s among its clients; imported on one core "
        f"{middle['replayed_alone_per_s']:,.0f}/s; processor {middle['replayed_cpu_us']:.0f} and "
        f"{middle['made_cpu_us']:.0f} µs"
    )
    ratio = statistics.median(run.ratio for run in found)
    return Score(
        "import of a stored chain over its live production", ratio, RATIO_MIN, detail=detail
    )


def page(found: list[Run], count: int) -> str:
    """Return the page that docs keeps."""
    rows = "\n".join(
        f"| {run.made_apart_per_s:,.0f} | {run.made_among_per_s:,.0f} | {run.replayed_per_s:,.0f} "
        f"| {run.replayed_alone_per_s:,.0f} | {run.made_cpu_us:.0f} | {run.replayed_cpu_us:.0f} "
        f"| {run.ratio:.2f} |"
        for run in found
    )
    return f"""# Executing a stored chain anew
Transfers a second and µs of the processor a transfer, {len(found)} runs of {count:,}.
Written by `make bench-replay`. Promised: import at least {RATIO_MIN:.0f} times as fast.

| made, own core | made, among clients | imported | on one core | µs made | µs imported | ratio |
|---|---|---|---|---|---|---|
{rows}

Made live: one validator with the whole engine, and the clients of `make bench-throughput`, who send
one transaction a request and see a receipt of each; every block is synced. First it has a core of
its own and the clients have the rest, then all share every core; the ratio is to the faster of the
two. Imported: the blocks that it stored, executed by `kumiai replay` into an empty home, on every
core and once more on one: every certificate and signature is verified, every root compared, blocks
are stored with their receipts, indexes and history, and all is on the disk when the time is taken.
Opening the two homes, a second, is not counted.

{machine()}
"""


if __name__ == "__main__":
    sys.exit(main())
