"""
What a transaction costs where there are many accounts: a million beside ten thousand, in one run.

    make bench-scaling                       about four minutes, 4 GB of memory
    make bench-scaling ARGS="--quick"        a hundredth of the accounts

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
from typing import Final

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.crowd import GAS, Crowd  # noqa: E402
from bench.scores import Score, add_options, conclude, machine  # noqa: E402

FEW, MANY = 10_000, 1_000_000
PER_BLOCK: Final = 1_000
WARM, COUNTED = 2, 9  # blocks of each kind
RATIO_MAX: Final = 1.3
NAMES: Final = {"transfer": "transfer", "erc20": "ERC-20 transfer"}
PAGE: Final = ROOT / "docs" / "benchmarks-scaling.md"


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
    per_block = PER_BLOCK // 10 if options.quick else PER_BLOCK
    found = measure(few, many, per_block)
    scores = [score_of(kind, few, many, found[kind]) for kind in GAS]
    if not options.quick:
        PAGE.write_text(page(few, many, found))
        print(f"written to {PAGE.relative_to(ROOT)}")
    return conclude(scores, options)


def parse_options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--accounts", type=int, default=MANY, help="of the large chain")
    add_options(parser, "a hundredth of the accounts, nothing written")
    return parser.parse_args()


def measure(few: int, many: int, per_block: int) -> dict[str, Sides]:
    """Return by kind what each block took, with few and with many accounts."""
    chains = []
    with tempfile.TemporaryDirectory(prefix="kumiai-bench-") as directory, ExitStack() as stack:
        for number, accounts in enumerate((few, many)):
            print(f"writing a state of {accounts:,} accounts", flush=True)
            place = Path(directory) / str(number)
            chains.append(stack.enter_context(_started(place, accounts, per_block)))
        return {kind: _in_turns(chains, kind) for kind in GAS}


@contextmanager
def _started(directory: Path, accounts: int, per_block: int) -> Iterator[Connection]:
    """Run a chain in a process of its own, until the end of the block."""
    beginner = _SPAWN.Process(target=begin, args=(directory, accounts, per_block))
    beginner.start()
    beginner.join()
    if beginner.exitcode:
        raise SystemExit(f"the first state of {accounts:,} accounts: exit code {beginner.exitcode}")
    here, there = _SPAWN.Pipe()
    process = _SPAWN.Process(target=serve, args=(there, directory, accounts, per_block))
    process.start()
    try:
        here.recv()
        yield here
        here.send(None)
        process.join()
    finally:
        process.kill()


def begin(directory: Path, accounts: int, per_block: int) -> None:
    """Write the first state of a chain."""
    _crowd(directory, accounts, per_block).begin()


def serve(connection: Connection, directory: Path, accounts: int, per_block: int) -> None:
    """Open a chain, then make a block of each kind that is asked for, and say what it took."""
    crowd = _crowd(directory, accounts, per_block)
    crowd.open()
    gc.collect()
    connection.send(None)
    last_s = time.process_time()
    while (kind := connection.recv()) is not None:
        begun_s = time.thread_time()
        raws = crowd.next_block(kind)
        started_s = time.thread_time()
        crowd.chain.run_block(raws)
        thread_s, now_s = time.thread_time() - started_s, time.process_time()
        whole_s, last_s = now_s - last_s - (started_s - begun_s), now_s
        connection.send(Block(1e6 * thread_s / per_block, 1e6 * whole_s / per_block))
    crowd.chain.store.close()


def _crowd(directory: Path, accounts: int, per_block: int) -> Crowd:
    return Crowd(directory, accounts, per_block, (WARM + COUNTED) * len(GAS))


def _in_turns(chains: list[Connection], kind: str) -> Sides:
    print(f"{NAMES[kind]}: {COUNTED} blocks of each, in turns", flush=True)
    found: Sides = ([], [])
    for number in range(WARM + COUNTED):
        for chain, blocks in zip(chains, found, strict=True):
            chain.send(kind)
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


def page(few: int, many: int, found: dict[str, Sides]) -> str:
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
decoded, its sender recovered, admitted, proposed, executed, roots and batch included. Blocks of \
{PER_BLOCK:,}, {COUNTED} of each, the two chains in turns. Written by `make bench-scaling`.
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
