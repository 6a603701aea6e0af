"""
Everything that is promised of speed and memory: one run, one table, exit code 1 on a miss.

    make bench                              up to 40 minutes; writes docs/benchmarks.md
    make bench ARGS="--quick"               some minutes: that it runs, not what it measures
    make bench ARGS="--only replay"         one part (or more); writes nothing
    make bench ARGS="--keep DIR"            what is measured stays in DIR, and is not measured again

Each part is a program of its own that can be called alone, and writes the page of its details. The
figures are worth something where nothing else runs on the machine.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.plot import Bar, draw_bars  # noqa: E402
from bench.rpc import npm_versions, processor  # noqa: E402
from bench.scores import Score, machine, read_scores, show, table  # noqa: E402

# The parts: what each is called, and the page of its details.
PARTS: Final = {
    "machine": ("run.py", "benchmarks-machine.md"),
    "throughput": ("throughput.py", "benchmarks-throughput.md"),
    "network": ("network.py", "benchmarks-network.md"),
    "scaling": ("scaling.py", "benchmarks-scaling.md"),
    "replay": ("replay.py", "benchmarks-replay.md"),
    "memory": ("memory.py", "benchmarks-memory.md"),
}
WRITES_WHERE_ASKED: Final = ("network",)  # the others write their pages unless they are quick
KEEPS_ROWS: Final = ("throughput", "memory")  # whose own parts can be kept too
OTHERS: Final = ("markets", "vouchers", "rpc", "bridge")  # measured by targets of their own
PAGE: Final = ROOT / "docs" / "benchmarks.md"
PLOT: Final = ROOT / "docs" / "benchmarks.svg"


def main() -> int:
    """Run the parts, print, write; 1 where a promise is missed or a part could not be measured."""
    options = parse_options()
    names = options.only or list(PARTS)
    with tempfile.TemporaryDirectory(prefix="kumiai-bench-") as directory:
        kept = Path(options.keep or directory)
        kept.mkdir(parents=True, exist_ok=True)
        found = {name: run(name, kept, quick=options.quick) for name in names}
    scores = [score for part in found.values() for score in part or []]
    failed = [name for name, part in found.items() if part is None]
    print("\n" + table(scores))
    for name in failed:
        print(f"{name}: not measured, see above")
    if not options.quick and not options.only and not failed:
        PLOT.write_text(draw_bars("Measured over promised", [bar_of(score) for score in scores]))
        PAGE.write_text(page(scores))
        print(f"\nwritten to {PAGE.relative_to(ROOT)}")
    return 1 if failed or not all(score.is_kept for score in scores) else 0


def parse_options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--only", choices=PARTS, action="append", help="measure this part")
    parser.add_argument("--keep", metavar="DIR", help="keep results here, and take those kept")
    parser.add_argument("--quick", action="store_true", help="short runs, nothing written")
    return parser.parse_args()


def run(name: str, kept: Path, *, quick: bool) -> list[Score] | None:
    """Return what a part measured, now or before; None where it failed."""
    scores = kept / f"{name}.json"
    if not scores.exists():
        print(f"== {name}", flush=True)
        started_s = time.monotonic()
        words = [str(ROOT / "bench" / PARTS[name][0]), "--scores", str(scores)]
        if quick:
            words.append("--quick")
        elif name in WRITES_WHERE_ASKED:
            words.append("--write")
        if name in KEEPS_ROWS and not quick:
            words += ["--keep", str(kept / f"{name}-rows.json")]
        subprocess.run([sys.executable, *words], cwd=ROOT, check=False)
        print(f"== {name} took {time.monotonic() - started_s:.0f} s", flush=True)
    return read_scores(scores) if scores.exists() else None


def bar_of(score: Score) -> Bar:
    """Return how much better than promised a score is, as a bar."""
    better = score.found / score.bar if score.side == "at least" else score.bar / score.found
    return Bar(score.what, better, f"{show(score.found)} {score.unit}".strip())


def page(scores: list[Score]) -> str:
    """Return the page that docs keeps."""
    details = ", ".join(f"[{name}]({file})" for name, (_, file) in PARTS.items())
    others = ", ".join(f"[{name}](benchmarks-{name}.md)" for name in OTHERS)
    programs = ", ".join([f"py-evm {version('py-evm')}", *npm_versions()])
    return f"""# Benchmarks
What is promised of speed and memory, and what was measured: each a ratio, or a figure of the
machine named below. Written by `make bench`, which exits with 1 where one is missed.

{table(scores)}

![measured over promised](benchmarks.svg)

A bar that reaches the line keeps its promise; one twice as long is twice as good; bars end at four.

Details, machine, and how each was measured: {details}. Each part alone:
`make bench ARGS="--only NAME"`. With promises and targets of their own: {others}.
[Where the time goes](performance.md) says why. `make bench-gate` holds ratios and counts of calls
that do not depend on the machine, in CI.

{machine()} {processor()}, {memory_gb():.0f} GB of memory. Peers: {programs}.
"""


def memory_gb() -> float:
    """Return how much memory the machine has."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9


if __name__ == "__main__":
    sys.exit(main())
