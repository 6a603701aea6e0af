"""
What a measurement found beside what is promised: one line of the table that `make bench` prints.

    measurement --Score--> its own exit code
                       '--> a file, which bench/all.py gathers into docs/benchmarks.md
"""

import argparse
import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal


@dataclass(frozen=True)
class Score:
    """One promise: what was measured, in a unit that may be empty for a ratio, and its bar."""

    what: str
    found: float
    bar: float
    side: Literal["at least", "at most"] = "at least"
    unit: str = ""
    detail: str = ""  # what the figure is made of

    @property
    def is_kept(self) -> bool:
        """Whether the promise is kept."""
        return self.found >= self.bar if self.side == "at least" else self.found <= self.bar

    def row(self) -> str:
        """Return the line of a Markdown table: what, measured, promised, kept, details."""
        verdict = "pass" if self.is_kept else "**miss**"
        found, bar = (f"{show(value)} {self.unit}".strip() for value in (self.found, self.bar))
        return f"| {self.what} | {found} | {self.side} {bar} | {verdict} | {self.detail} |"


def show(value: float) -> str:
    """Return a figure with three digits that count, and never an exponent."""
    if value != value or value in (float("inf"), float("-inf")):
        return "none"
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:,.{digits}f}"


def table(scores: Sequence[Score]) -> str:
    """Return scores as a Markdown table."""
    head = ["| what | measured | promised | | made of |", "|---|---|---|---|---|"]
    return "\n".join([*head, *(score.row() for score in scores)])


def add_options(parser: argparse.ArgumentParser, quick: str) -> None:
    """Add what every measurement takes; `quick` says what a short run leaves out."""
    parser.add_argument("--quick", action="store_true", help=quick)
    parser.add_argument("--scores", metavar="FILE", help="write what is promised here, as JSON")


def conclude(scores: Sequence[Score], options: argparse.Namespace) -> int:
    """Print the scores, write them where the options say; 1 where a promise is missed."""
    print("\n" + table(scores), flush=True)
    if options.scores:
        Path(options.scores).write_text(json.dumps([asdict(score) for score in scores]))
    return 0 if all(score.is_kept for score in scores) else 1


def read_scores(path: Path) -> list[Score]:
    """Return what `conclude` wrote."""
    return [Score(**fields) for fields in json.loads(path.read_text())]


def machine() -> str:
    """Return what a page says of where and when it was measured."""
    return (
        f"Machine: {platform.machine()}, {cores()} cores, {platform.system()}, "
        f"Python {platform.python_version()}. Measured on {datetime.now(UTC):%Y-%m-%d}."
    )


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0))
