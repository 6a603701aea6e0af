"""
What a transaction costs where there are many accounts: a million beside ten thousand, in one run.

    make bench-scaling                       about four minutes, 4 GB of memory
    make bench-scaling ARGS="--quick"        a hundredth of the accounts
    make bench-scaling ARGS="--phases"       where it goes, timers included; writes nothing

The way is the whole one, from bytes to the synced commit on LevelDB. Each chain is a process of its
own, which opens what another has written, as a node does that starts: who has just held a million
accounts as objects finds nothing side by side in its memory any more. They make blocks in turns, so
that whatever disturbs the machine disturbs both. Time is that of the processor: of the thread that
makes the block, and beside it of the whole process, in which LevelDB orders its files in the
background.
"""

import argparse
import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench import phases  # noqa: E402
from bench.crowd import GAS, Crowd, full_block  # noqa: E402
from bench.scores import Score, add_options, conclude, machine  # noqa: E402
from chain.genesis import BLOCK_GAS_MAX  # noqa: E402
from chain.store import preparation  # noqa: E402
from chain.store.cache import NodeCache  # noqa: E402
from chain.store.leveldb import LevelSnapshot, LevelStore  # noqa: E402

FEW, MANY = 10_000, 1_000_000
WARM, COUNTED = 2, 13  # blocks of each kind
RATIO_MAX: Final = 1.3
NAMES: Final = {"transfer": "transfer", "erc20": "ERC-20 transfer"}
PAGE: Final = ROOT / "docs" / "benchmarks-scaling.md"
# What is timed for `--phases`, beside what `bench/phases.py` times.
TIMED: Final[phases.Timed] = (
    *phases.TIMED,
    (preparation, "update", "walk and hash the tries"),
    (NodeCache, "move", "follow in memory what was replaced"),
    (LevelSnapshot, "get", "read accounts"),
    (LevelStore, "get", "read for the tries"),
)
_SPAWN: Final = get_context("spawn")


@dataclass(frozen=True)
class Block:
    """Microseconds of the processor a transaction: of the thread, and of the whole process."""

    thread_us: float
    whole_us: float


Sides = tuple[list[Block], list[Block]]  # with few accounts, and with many


def main() -> int:
    """Measure, print, write; the exit code is 1 where a promise is missed."""
    options = parse_options()
    few, many = (FEW // 100, MANY // 100) if options.quick else (FEW, options.accounts)
    sizes = {kind: full_block(kind) // (10 if options.quick else 1) for kind in GAS}
    if options.phases:
        return show_phases(few, many, sizes)
    found = measure(few, many, sizes)
    scores = [score_of(kind, few, many, found[kind]) for kind in GAS]
    if not options.quick:
        PAGE.write_text(page(few, many, sizes, found))
        print(f"written to {PAGE.relative_to(ROOT)}")
    return conclude(scores, options)


def parse_options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--accounts", type=int, default=MANY, help="of the large chain")
    parser.add_argument("--phases", action="store_true", help="print where the time goes")
    add_options(parser, "a hundredth of the accounts, nothing written")
    return parser.parse_args()


def show_phases(few: int, many: int, sizes: dict[str, int]) -> int:
    """Print the medians of each phase, the longest of the large chain first."""
    with _both(few, many, sizes) as chains:
        for kind in GAS:
            low, high = map(phases.medians, _in_turns(chains, kind, is_timed=True))
            print(f"\n| {NAMES[kind]}: phase, µs | {few:,} accounts | {many:,} |\n|---|---|---|")
            for name in sorted(high, key=lambda name: -high[name]):
                print(f"| {name} | {low.get(name, 0):.1f} | {high[name]:.1f} |")
    return 0


def measure(few: int, many: int, sizes: dict[str, int]) -> dict[str, Sides]:
    """Return by kind what each block took, with few and with many accounts."""
    with _both(few, many, sizes) as chains:
        return {kind: _in_turns(chains, kind, is_timed=False) for kind in GAS}


@contextmanager
def _both(few: int, many: int, sizes: dict[str, int]) -> Iterator[list[Connection]]:
    """Run both chains until the end of the block."""
    with tempfile.TemporaryDirectory(prefix="kumiai-bench-") as directory, ExitStack() as stack:
        chains = []
        for number, accounts in enumerate((few, many)):
            print(f"writing a state of {accounts:,} accounts", flush=True)
            place = Path(directory) / str(number)
            chains.append(stack.enter_context(_started(place, accounts, sizes)))
        yield chains


@contextmanager
def _started(directory: Path, accounts: int, sizes: dict[str, int]) -> Iterator[Connection]:
    """Run a chain in a process of its own, until the end of the block."""
    beginner = _SPAWN.Process(target=begin, args=(directory, accounts, sizes))
    beginner.start()
    beginner.join()
    if beginner.exitcode:
        raise SystemExit(f"the first state of {accounts:,} accounts: exit code {beginner.exitcode}")
    here, there = _SPAWN.Pipe()
    process = _SPAWN.Process(target=serve, args=(there, directory, accounts, sizes))
    process.start()
    try:
        here.recv()
        yield here
        here.send(None)
        process.join()
    finally:
        process.kill()


def begin(directory: Path, accounts: int, sizes: dict[str, int]) -> None:
    """Write the first state of a chain."""
    _crowd(directory, accounts, sizes).begin()


def serve(connection: Connection, directory: Path, accounts: int, sizes: dict[str, int]) -> None:
    """Open a chain, then make each block that is asked for, and say what it took."""
    crowd = _crowd(directory, accounts, sizes)
    crowd.open()
    gc.collect()
    connection.send(None)
    last_s = time.process_time()
    while (asked := connection.recv()) is not None:
        kind, is_timed = asked
        begun_s = time.thread_time()
        raws = crowd.next_block(kind)
        started_s = time.thread_time()
        if is_timed:
            connection.send(phases.time_phases(crowd.chain, raws, TIMED))
            continue
        crowd.chain.run_block(raws)
        thread_s, now_s = time.thread_time() - started_s, time.process_time()
        whole_s, last_s = now_s - last_s - (started_s - begun_s), now_s
        connection.send(Block(1e6 * thread_s / len(raws), 1e6 * whole_s / len(raws)))
    crowd.chain.store.close()


def _crowd(directory: Path, accounts: int, sizes: dict[str, int]) -> Crowd:
    return Crowd(directory, accounts, sizes, WARM + COUNTED)


def _in_turns(chains: list[Connection], kind: str, *, is_timed: bool) -> tuple[Any, Any]:
    """Return what the blocks of each chain took, as `serve` says it."""
    print(f"{NAMES[kind]}: {COUNTED} blocks of each, in turns", flush=True)
    found: tuple[list[Any], list[Any]] = ([], [])
    for number in range(WARM + COUNTED):
        for chain, blocks in zip(chains, found, strict=True):
            chain.send((kind, is_timed))
            block = chain.recv()
            if number >= WARM:
                blocks.append(block)
    return found


def thread_us(blocks: list[Block]) -> float:
    """Return the median of what the thread takes for a transaction."""
    return statistics.median(block.thread_us for block in blocks)


def whole_us(blocks: list[Block]) -> float:
    """Return the mean of what the process takes: LevelDB orders files once in many blocks."""
    return statistics.fmean(block.whole_us for block in blocks)


def score_of(kind: str, few: int, many: int, found: Sides) -> Score:
    """Return the ratio of the medians beside what is promised."""
    low_us, high_us = map(thread_us, found)
    low, high = map(whole_us, found)
    return Score(
        f"{NAMES[kind]} at {many:,} accounts over one at {few:,}",
        high_us / low_us,
        RATIO_MAX,
        "at most",
        detail=f"{high_us:.0f} and {low_us:.0f} µs; with the database's background "
        f"{high:.0f} and {low:.0f} ({high / low:.2f})",
    )


def page(few: int, many: int, sizes: dict[str, int], found: dict[str, Sides]) -> str:
    """Return the page that docs keeps."""
    rows = []
    for kind, sides in found.items():
        low_us, high_us = map(thread_us, sides)
        low, high = map(whole_us, sides)
        rows.append(
            f"| {NAMES[kind]} | {low_us:.0f} | {high_us:.0f} | {high_us / low_us:.2f} "
            f"| {low:.0f} | {high:.0f} | {high / low:.2f} |"
        )
    lines = "\n".join(rows)
    return f"""# Many accounts
Microseconds of the processor for one transaction, from its bytes to the synced commit on LevelDB:
decoded, its sender recovered, admitted, proposed, executed, roots and batch included. Blocks that
are full by what a genesis file has that says nothing of it, {BLOCK_GAS_MAX:,} gas: \
{sizes["transfer"]:,} transfers, {sizes["erc20"]:,} ERC-20
transfers; {COUNTED} of each, the two chains in turns. Written by `make bench-scaling`.
A ratio of at most {RATIO_MAX} is promised of the thread that makes the block (medians). Beside it
stands the whole process (means), in which LevelDB orders its files in the background.

| what | {few:,} accounts | {many:,} | ratio | process, {few:,} | {many:,} | ratio |
|---|---|---|---|---|---|---|
{lines}

Every account has coins and tokens from the first state on, which one process writes in bulk and
compacts and another opens, as a node does that starts. On the large chain every sender and nearly
every recipient is met for the first time, so its account and its words come from the database, and
the nodes above them out of no cache of the processor; on the small one most are met again. The
files of both are in the system's page cache.

{machine()}
"""


if __name__ == "__main__":
    sys.exit(main())
