"""
Where each microsecond of a transfer goes, from its bytes to the synced commit; prints a table.

    python bench/phases.py [--accounts 100000] [--blocks 5] [--kind transfer|erc20|module]

Phases are timed by the processor's clock around the functions that they are, without what is timed
within them. The floor is measured beside it: one recovery, and every hash that the chain makes for
a block, of transactions' bytes, the tries' nodes and receipts, with nothing around them.
"""

import argparse
import gc
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from functools import wraps
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from sha3 import keccak_256

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.chain import BenchChain  # noqa: E402
from bench.scenes import KINDS, Scene  # noqa: E402
from chain import execution, ledger, mempool, validation  # noqa: E402
from chain.app import Application  # noqa: E402
from chain.execution import BlockExecution  # noqa: E402
from chain.mempool import Mempool  # noqa: E402
from chain.store.leveldb import LevelStore  # noqa: E402
from chain.store.state import StateStore  # noqa: E402

# What is timed: the owner of a name, the name, and the phase that it is.
Timed = tuple[tuple[Any, str, str], ...]
TIMED: Final[Timed] = (
    (mempool, "decode_transaction", "decode and hash"),
    (validation, "recover_sender", "recover the sender"),
    (mempool, "check_transaction", "check without state"),
    (Mempool, "add", "admit to the pool"),
    (Mempool, "advance", "take out of the pool"),
    (BlockExecution, "apply", "receipts in the making"),
    (execution, "apply_transaction", "execute"),
    (BlockExecution, "begin", "hooks around the block"),
    (BlockExecution, "finish", "hooks around the block"),
    (execution.World, "diff", "gather what changed"),
    (StateStore, "prepare", "tries, accounts, history"),
    (execution, "ordered_root", "transactions and receipts root"),
    (Application, "propose", "order, encode the block"),
    (Application, "commit", "encode and keep the block"),
    (ledger.Ledger, "commit", "encode and keep the block"),
    (LevelStore, "write", "synced write"),
)


class Stopwatch:
    """Seconds of the processor by phase, each without the phases inside it."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._inside: list[float] = [0.0]

    def around(self, function: Callable[..., Any], phase: str) -> Callable[..., Any]:
        """Return the function, timed."""

        @wraps(function)
        def timed(*values: Any, **named: Any) -> Any:
            self._inside.append(0.0)
            started = time.thread_time()
            try:
                return function(*values, **named)
            finally:
                spent = time.thread_time() - started
                self.seconds[phase] += spent - self._inside.pop()
                self._inside[-1] += spent

        return timed


class HashCount:
    """Counts the hashes of a run and their bytes."""

    def __init__(self) -> None:
        self.sizes: list[int] = []

    def around(self, function: Callable[[bytes], Any]) -> Callable[[bytes], Any]:
        """Return a hash function that counts."""

        def counted(data: bytes) -> Any:
            self.sizes.append(len(data))
            return function(data)

        return counted


def time_phases(chain: BenchChain, raws: list[bytes], timed: Timed = TIMED) -> dict[str, float]:
    """Make a block; return the microseconds a transaction of each phase."""
    watch = Stopwatch()
    with ExitStack() as patches:
        for owner, name, phase in timed:
            around = watch.around(getattr(owner, name), phase)
            patches.enter_context(patch.object(owner, name, around))
        started = time.thread_time()
        chain.run_block(raws)
        whole = time.thread_time() - started
    watch.seconds["the rest"] = whole - sum(watch.seconds.values())
    return {name: 1e6 * s / len(raws) for name, s in watch.seconds.items()}


def medians(blocks: list[dict[str, float]]) -> dict[str, float]:
    """Return the medians of phases over blocks, by name."""
    names = sorted({name for found in blocks for name in found})
    return {name: statistics.median(f.get(name, 0.0) for f in blocks) for name in names}


def measure(scene: Scene, blocks: int) -> dict[str, float]:
    """Return the microseconds a transaction of each phase, medians of blocks."""
    gc.disable()  # it would fall on whatever phase it meets
    found = [time_phases(scene.chain, scene.next_block()) for _ in range(blocks)]
    gc.enable()
    return medians(found)


def measure_whole(scene: Scene, blocks: int) -> float:
    """Return the microseconds of the processor a transaction takes with nothing timed inside."""
    found = []
    for _ in range(blocks):
        raws = scene.next_block()
        started = time.thread_time()
        scene.chain.run_block(raws)
        found.append(1e6 * (time.thread_time() - started) / len(raws))
    return statistics.median(found)


def floor_us(scene: Scene) -> tuple[float, float]:
    """Return the microseconds a transaction of recovery alone, and of its hashes alone."""
    from chain.codec import decode_transaction, recover_address
    from chain.codec.transaction import compute_signing_hash

    raws = scene.next_block()
    decoded = [decode_transaction(raw) for raw in raws]
    signed = [(compute_signing_hash(t), t.y_parity, t.r, t.s) for t in decoded]
    started = time.thread_time()
    for one in signed:
        recover_address(*one)
    recovery = time.thread_time() - started
    count = HashCount()
    with ExitStack() as patches:
        for owner in hashing_modules():
            patches.enter_context(patch.object(owner, "keccak_256", count.around(keccak_256)))
        scene.chain.run_block(raws)
    inputs = [bytes(size) for size in count.sizes]
    started = time.thread_time()
    for data in inputs:
        keccak_256(data).digest()
    return 1e6 * recovery / len(raws), 1e6 * (time.thread_time() - started) / len(raws)


def hashing_modules() -> list[Any]:
    """Return all modules of the chain that call the hash by its name."""
    ours = [found for name, found in sorted(sys.modules.items()) if name.startswith("chain.")]
    return [found for found in ours if getattr(found, "keccak_256", None) is keccak_256]


def render(name: str, phases: dict[str, float], whole: float, floor: tuple[float, float]) -> str:
    """Return a table of the phases, the longest first."""
    ordered = sorted(phases.items(), key=lambda item: -item[1])
    total = sum(phases.values())
    lines = [f"| {name}: phase | µs | share |", "|---|---|---|"]
    lines += [f"| {phase} | {us:.1f} | {100 * us / total:.0f} % |" for phase, us in ordered]
    lines.append(f"| **together, timers included** | {total:.1f} | 100 % |")
    lines.append(f"| **the same without timers, with the garbage collector** | {whole:.1f} | |")
    lines.append(f"| floor: one recovery | {floor[0]:.1f} | |")
    lines.append(f"| floor: its hashes, with nothing around them | {floor[1]:.1f} | |")
    return "\n".join(lines)


def main() -> None:
    """Measure as the arguments say and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--accounts", type=int, default=100_000)
    parser.add_argument("--blocks", type=int, default=5)
    parser.add_argument("--per-block", type=int, default=1_000)
    parser.add_argument("--kind", choices=sorted(KINDS), action="append")
    options = parser.parse_args()
    for kind in options.kind or sorted(KINDS):
        with tempfile.TemporaryDirectory() as directory:
            scene = KINDS[kind](Path(directory) / "chain", options.accounts, options.per_block)
            scene.chain.run_block(scene.next_block())
            phases = measure(scene, options.blocks)
            whole, floor = measure_whole(scene, options.blocks), floor_us(scene)
            scene.chain.store.close()
        print(render(kind, phases, whole, floor), flush=True)
        print()


if __name__ == "__main__":
    main()
