"""
Fuzz the decoders from the command line: each for a time, on several processes.

    python -m tests.fuzz.run --seconds 3600 --processes 2     (make fuzz SECONDS=3600)
    python -m tests.fuzz.run --targets vote,evidence --seconds 60 --seed 7
    python -m tests.fuzz.run --replay tests/fuzz/crashes/vote-0123456789ab.json
"""

import argparse
import secrets
import sys
import traceback
from collections import deque
from multiprocessing.connection import wait
from pathlib import Path

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from tests.fuzz.catalogue import TARGETS
from tests.fuzz.crash import load
from tests.fuzz.engine import Report
from tests.fuzz.target import refuses_or_takes
from tests.fuzz.worker import Worker

WAIT_S = 1.0  # between two looks for a process that hangs
COLUMNS = ("runs", "runs/s", "taken %", "corpus", "places", "lines", "new lines", "slowest ms")
WIDTH = 120  # characters, where no terminal says how many it has

console = Console(width=None if sys.stdout.isatty() else WIDTH)


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="tests.fuzz.run", description="fuzz the decoders")
    parser.add_argument("--targets", help=f"some of: {', '.join(sorted(TARGETS))}")
    parser.add_argument("--seconds", type=float, default=60, help="for each target")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seed", type=int, help="to repeat a run; a new one unless given")
    parser.add_argument("--replay", type=Path, help="run the input of one crash file")
    options = parser.parse_args()
    unknown = sorted(set((options.targets or "").split(",")) - set(TARGETS) - {""})
    if unknown:
        parser.error(f"unknown targets: {', '.join(unknown)}")
    return options


def main() -> int:
    """Fuzz, or replay; 0 when nothing broke."""
    options = arguments()
    if options.replay is not None:
        return replay(options.replay)
    names = options.targets.split(",") if options.targets else sorted(TARGETS)
    seed = secrets.randbelow(10**9) if options.seed is None else options.seed
    reports = fuzz(names, options.seconds, options.processes, seed)
    console.print(table(reports, f"{len(names)} targets, {options.seconds:g} s each, seed {seed}"))
    crashes = [crash for report in reports for crash in report.crashes]
    for crash in crashes:
        console.print(f"{crash.target}: {crash.error}: {crash.save()}", markup=False, style="red")
    return 1 if crashes else 0


def replay(path: Path) -> int:
    """Run one input again; 0 when it is taken or refused now."""
    crash = load(path)
    try:
        is_taken = refuses_or_takes(TARGETS[crash.target], crash.input)
    except Exception:  # noqa: BLE001  whatever it raised is what was asked for
        console.print(traceback.format_exc(), markup=False)
        return 1
    console.print(f"{crash.target}: {'taken' if is_taken else 'refused'}, as it should be")
    return 0


def fuzz(names: list[str], seconds: float, processes: int, seed: int) -> list[Report]:
    """Hunt for every target, and return the reports by name."""
    waiting, ended = deque(names), list[Report]()
    workers = [Worker() for _ in range(min(processes, len(names)))]
    with Progress(console=console) as progress:
        task = progress.add_task("fuzz", total=len(names) * seconds)
        try:
            while waiting or any(worker.report for worker in workers):
                for worker in workers:
                    if worker.report is None and waiting:
                        worker.begin(waiting.popleft(), seconds, seed)
                ended += heard(workers)
                busy = [worker.report for worker in workers if worker.report]
                done_s = seconds * len(ended) + sum(report.seconds for report in busy)
                crashes = sum(len(report.crashes) for report in (*busy, *ended))
                running = ", ".join(report.target for report in busy)
                text = f"{len(ended)}/{len(names)} [red]{crashes or ''}[/red] {running}"
                progress.update(task, completed=done_s, description=text)
        finally:
            for worker in workers:
                worker.close()
    return sorted(ended, key=lambda report: report.target)


def heard(workers: list[Worker]) -> list[Report]:
    """Wait for what the processes say; return the reports of hunts that have ended."""
    busy = {worker.connection: worker for worker in workers if worker.report is not None}
    speaking = wait(list(busy), WAIT_S)
    ended = [busy[connection].hear() for connection in speaking]
    ended += [worker.kill() for worker in busy.values() if worker.is_silent()]
    return [report for report in ended if report is not None]


def table(reports: list[Report], title: str) -> Table:
    """Show what came of it."""
    shown = Table(title=title)
    shown.add_column("target")
    for column in (*COLUMNS, "crashes"):
        shown.add_column(column, justify="right")
    for report in reports:
        shown.add_row(
            report.target,
            f"{report.runs:,}",
            f"{report.runs / max(report.seconds, 0.001):,.0f}",
            f"{100 * report.taken / max(report.runs, 1):.0f}",
            f"{report.corpus:,}",
            f"{report.places:,}",
            f"{report.lines:,}",
            f"{report.lines - report.lines_first:,}",
            f"{report.slowest_ms:.0f}",
            f"{len(report.crashes)}",
        )
    return shown


if __name__ == "__main__":
    sys.exit(main())
