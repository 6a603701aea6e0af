"""
What a transaction costs where there are many accounts: a million beside ten thousand, in one run.

    make bench-scaling                       about four minutes, 4 GB of memory
    make bench-scaling ARGS="--quick"        a hundredth of the accounts

The way is the whole one, from bytes to the synced commit on LevelDB. Both chains are open at once
and blocks are made in turns, so that whatever disturbs the machine disturbs both.
"""

import argparse
import gc
import statistics
import sys
import tempfile
import time
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


def measure(few: int, many: int, per_block: int) -> dict[str, tuple[list[float], list[float]]]:
    """Return by kind the microseconds a transaction of each block, with few and many accounts."""
    blocks = (WARM + COUNTED) * len(GAS)
    with tempfile.TemporaryDirectory(prefix="kumiai-bench-") as directory:
        crowds = []
        for number, accounts in enumerate((few, many)):
            print(f"writing a state of {accounts:,} accounts", flush=True)
            crowds.append(Crowd(Path(directory) / str(number), accounts, per_block, blocks))
        gc.collect()
        found = {kind: _in_turns(crowds[0], crowds[1], kind) for kind in GAS}
        for crowd in crowds:
            crowd.chain.store.close()
    return found


def _in_turns(few: Crowd, many: Crowd, kind: str) -> tuple[list[float], list[float]]:
    print(f"{NAMES[kind]}: {COUNTED} blocks of each, in turns", flush=True)
    found: tuple[list[float], list[float]] = ([], [])
    for number in range(WARM + COUNTED):
        for crowd, spent in zip((few, many), found, strict=True):
            microseconds = _block_us(crowd, kind)
            if number >= WARM:
                spent.append(microseconds)
    return found


def _block_us(crowd: Crowd, kind: str) -> float:
    raws = crowd.next_block(kind)
    started_s = time.process_time()
    crowd.chain.run_block(raws)
    return 1e6 * (time.process_time() - started_s) / len(raws)


def score_of(kind: str, few: int, many: int, found: tuple[list[float], list[float]]) -> Score:
    """Return the ratio of the medians beside what is promised."""
    low_us, high_us = map(statistics.median, found)
    return Score(
        f"{NAMES[kind]} at {many:,} accounts over one at {few:,}",
        high_us / low_us,
        RATIO_MAX,
        "at most",
        detail=f"{high_us:.0f} and {low_us:.0f} µs",
    )


def page(few: int, many: int, found: dict[str, tuple[list[float], list[float]]]) -> str:
    """Return the page that docs keeps."""
    rows = []
    for kind, sides in found.items():
        low_us, high_us = map(statistics.median, sides)
        spread = " | ".join(f"{min(side):.0f} to {max(side):.0f}" for side in sides)
        rows.append(f"| {NAMES[kind]} | {low_us:.0f} | {high_us:.0f} | {spread} "
                    f"| {high_us / low_us:.2f} |")  # fmt: skip
    lines = "\n".join(rows)
    return f"""# Many accounts
Microseconds of the processor for one transaction, from its bytes to the synced commit on LevelDB:
decoded, its sender recovered, admitted, proposed, executed, roots and batch included. Medians of \
{COUNTED} blocks of {PER_BLOCK:,}, the two chains in turns.
A ratio of at most {RATIO_MAX} is promised. Written by `make bench-scaling`.

| what | {few:,} accounts | {many:,} accounts | range, few | range, many | ratio |
|---|---|---|---|---|---|
{lines}

Every account has coins and tokens from the first state on, which is written in bulk and then
compacted. On the large chain every sender and nearly every recipient is met for the first time, so
its account, its words and the trie nodes above them come from the database; on the small one most
are met again. The files of both are in the system's page cache.

{machine()}
"""


if __name__ == "__main__":
    sys.exit(main())
