"""
What a transaction costs where there are many accounts: a million beside ten thousand, in one run.

    make bench-scaling                       about six minutes, 4 GB of memory
    make bench-scaling ARGS="--quick"        a hundredth of the accounts
    make bench-scaling ARGS="--phases"       where it goes, timers included; writes nothing

The way is the whole one, from bytes to the synced commit on LevelDB. Each chain is a process of its
own, which opens what another has written, as a node does that starts: who has just held a million
accounts as objects finds nothing side by side in its memory any more. How it lies there differs
from start to start, so there are some, and their median counts. The two make blocks in turns, so
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
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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
STARTS = 5  # of both chains
WARM, COUNTED = 3, 9  # blocks of each kind upon each start
BLOCKS = STARTS * (WARM + COUNTED)
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
    found = {kind: found_in(starts) for kind, starts in measure(few, many, sizes).items()}
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
    with _written(few, many, sizes) as crowds, _opened(crowds) as chains:
        for kind in GAS:
            low, high = map(phases.medians, _in_turns(chains, kind, is_timed=True))
            print(f"\n| {NAMES[kind]}: phase, µs | {few:,} accounts | {many:,} |\n|---|---|---|")
            for name in sorted(high, key=lambda name: -high[name]):
                print(f"| {name} | {low.get(name, 0):.1f} | {high[name]:.1f} |")
    return 0


def measure(few: int, many: int, sizes: dict[str, int]) -> dict[str, list[Sides]]:
    """Return by kind what each block took, with few and with many accounts, start by start."""
    found: dict[str, list[Sides]] = {kind: [] for kind in GAS}
    with _written(few, many, sizes) as crowds:
        for number in range(1, STARTS + 1):
            with _opened(crowds) as chains:
                for kind, sides in found.items():
                    sides.append(_in_turns(chains, kind, is_timed=False))
                    said = f"{NAMES[kind]} {ratio_of(sides[-1]):.2f}"
                    print(f"start {number} of {STARTS}: {said}", flush=True)
    return found


# What makes a crowd: its directory, its accounts, the sizes of its blocks.
CrowdWords = tuple[Path, int, dict[str, int]]


@contextmanager
def _written(few: int, many: int, sizes: dict[str, int]) -> Iterator[list[CrowdWords]]:
    """Write the first states of two chains, which are there until the end of the block."""
    with tempfile.TemporaryDirectory(prefix="kumiai-bench-") as directory:
        home = Path(directory)
        crowds = [(home / "few", few, sizes), (home / "many", many, sizes)]
        for crowd in crowds:
            print(f"writing a state of {crowd[1]:,} accounts", flush=True)
            process = _SPAWN.Process(target=begin, args=(crowd,))
            process.start()
            process.join()
            if process.exitcode:
                raise SystemExit(f"a state of {crowd[1]:,} accounts: exit code {process.exitcode}")
        yield crowds


@contextmanager
def _opened(crowds: list[CrowdWords]) -> Iterator[list[Connection]]:
    """Run each chain in a process of its own, until the end of the block."""
    chains, processes = [], []
    try:
        for crowd in crowds:
            here, there = _SPAWN.Pipe()
            chains.append(here)
            process = _SPAWN.Process(target=serve, args=(there, crowd))
            process.start()
            processes.append(process)
        for chain in chains:
            chain.recv()
        yield chains
        for chain, process in zip(chains, processes, strict=True):
            chain.send(None)
            process.join()
    finally:
        for process in processes:
            process.kill()


def begin(words: CrowdWords) -> None:
    """Write the first state of a chain."""
    Crowd(*words, BLOCKS).begin()


def serve(connection: Connection, words: CrowdWords) -> None:
    """Open a chain, then make each block that is asked for, and say what it took."""
    crowd = Crowd(*words, BLOCKS)
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


def _in_turns(chains: list[Connection], kind: str, *, is_timed: bool) -> tuple[Any, Any]:
    """Return what the blocks of each chain took, as `serve` says it."""
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


def ratio_of(sides: Sides) -> float:
    """Return by how much longer the thread takes on the large chain, upon one start."""
    few, many = map(thread_us, sides)
    return many / few


@dataclass(frozen=True)
class Found:
    """What is said of one kind of transaction; microseconds for one, few accounts first."""

    ratios: list[float]  # of the thread, upon each start
    thread_us: tuple[float, float]  # medians of all starts' medians
    whole_us: tuple[float, float]  # means: LevelDB orders files once in many blocks

    @property
    def ratio(self) -> float:
        """The median of all starts."""
        return statistics.median(self.ratios)


def found_in(starts: list[Sides]) -> Found:
    """Return what all starts say of a kind."""
    few, many = zip(*starts, strict=True)
    return Found(
        [ratio_of(sides) for sides in starts],
        (_median_us(few), _median_us(many)),
        (_mean_us(few), _mean_us(many)),
    )


def _median_us(starts: Sequence[list[Block]]) -> float:
    return statistics.median(map(thread_us, starts))


def _mean_us(starts: Sequence[list[Block]]) -> float:
    return statistics.fmean(block.whole_us for blocks in starts for block in blocks)


def score_of(kind: str, few: int, many: int, found: Found) -> Score:
    """Return the median of the ratios beside what is promised."""
    (low_us, high_us), (low, high) = found.thread_us, found.whole_us
    return Score(
        f"{NAMES[kind]} at {many:,} accounts over one at {few:,}",
        found.ratio,
        RATIO_MAX,
        "at most",
        detail=f"median of {STARTS} starts, {min(found.ratios):.2f} to {max(found.ratios):.2f}; "
        f"{high_us:.0f} and {low_us:.0f} µs; with the database's background "
        f"{high:.0f} and {low:.0f} ({high / low:.2f})",
    )


def page(few: int, many: int, sizes: dict[str, int], found: dict[str, Found]) -> str:
    """Return the page that docs keeps."""
    rows = []
    for kind, of in found.items():
        (low_us, high_us), (low, high) = of.thread_us, of.whole_us
        each = ", ".join(f"{ratio:.2f}" for ratio in of.ratios)
        rows.append(
            f"| {NAMES[kind]} | {low_us:.0f} | {high_us:.0f} | {of.ratio:.2f} | {each} "
            f"| {low:.0f} | {high:.0f} | {high / low:.2f} |"
        )
    lines = "\n".join(rows)
    return f"""# Many accounts
Microseconds of the processor for one transaction, from its bytes to the synced commit on LevelDB:
decoded, its sender recovered, admitted, proposed, executed, roots and batch included. Blocks that
are full by what a genesis file has that says nothing of it, {BLOCK_GAS_MAX:,} gas: \
{sizes["transfer"]:,} transfers, {sizes["erc20"]:,} ERC-20
transfers. Both chains start {STARTS} times, for how things come to lie in memory differs from
start to start; upon each they make {COUNTED} blocks of each kind in turns, after {WARM} that are
not counted. Written by `make bench-scaling`.

A ratio of at most {RATIO_MAX} is promised of the thread that makes the block: the median of those
of the starts, each of which is one of medians. Beside it stands the whole process (means), in which
LevelDB orders its files in the background.

| what | {few:,} accounts | {many:,} | ratio | each start | process, {few:,} | {many:,} | ratio |
|---|---|---|---|---|---|---|---|
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
