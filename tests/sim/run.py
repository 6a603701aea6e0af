"""
Run simulations from the command line: one seed as a story, or thousands as a table.

    python -m tests.sim.run --seeds 0:10000 --validators 4 --processes 2
    python -m tests.sim.run --seed 17                              (make sim SEED=17)
    python -m tests.sim.run --mutant no-wal-fsync                  hunts for a seed that catches it
    python -m tests.sim.run --profile latency50 --validators 16 --seeds 0:1
"""

import argparse
import logging
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext, suppress

from rich.console import Console
from rich.progress import Progress

from tests.sim.cluster import Result, simulate
from tests.sim.mutants import MUTANTS, SEEDS_MAX, Mutant
from tests.sim.report import Totals, story
from tests.sim.scenario import PROFILES, Profile, draw, profile_for

STORIES_MAX = 3  # violations that are told in full
STORY_LINES = 80  # of the trace, for each of them
BATCH = 20  # seeds that a process takes at once

console = Console()


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="tests.sim.run", description="simulate clusters")
    parser.add_argument("--seed", type=int, help="run one seed and print everything")
    parser.add_argument("--seeds", default="0:300", help="range FROM:TO, TO excluded")
    parser.add_argument("--validators", type=int, default=4)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--profile", choices=sorted(PROFILES))
    parser.add_argument("--mutant", choices=sorted(m.name for m in MUTANTS))
    return parser.parse_args()


def main() -> int:
    """Run what was asked for; 0 when no property was violated, or a mutant was caught."""
    logging.disable(logging.CRITICAL)
    options = arguments()
    mutant = next((m for m in MUTANTS if m.name == options.mutant), None)
    profile = mutant.profile if mutant else profile_for(options.validators)
    profile = PROFILES[options.profile] if options.profile else profile
    if options.seed is not None:
        return tell(options.seed, options.validators, profile, mutant)
    if mutant is not None:
        return hunt(mutant, options.validators, profile)
    first, last = (int(part) for part in options.seeds.split(":"))
    return survey(range(first, last), options.validators, profile, options.processes)


def tell(seed: int, count: int, profile: Profile, mutant: Mutant | None) -> int:
    """Run one seed and print every event."""
    scenario = draw(seed, count, profile)
    console.print(scenario)
    started_s = time.monotonic()
    with mutant.broken() if mutant else nullcontext():
        result = simulate(scenario, verbose=True)
    totals = Totals()
    totals.add(result)
    title = f"seed {seed}, {count} validators, trace {result.digest}"
    console.print(totals.table(title, time.monotonic() - started_s))
    for violation in result.violations:
        console.print(f"[red]{violation.property}[/red]: {violation.text}")
    return 1 if result.violations else 0


def hunt(mutant: Mutant, count: int, profile: Profile) -> int:
    """Look for the first seed that catches a mutant."""
    started_s = time.monotonic()
    with mutant.broken():
        for seed in range(SEEDS_MAX):
            result = simulate(draw(seed, count, profile))
            if result.violations:
                console.print(story(result, STORY_LINES), markup=False)
                spent_s = time.monotonic() - started_s
                console.print(f"{mutant.name}: caught by seed {seed} in {spent_s:.0f} s")
                return 0
    console.print(f"{mutant.name}: not caught within {SEEDS_MAX} seeds")
    return 1


def survey(seeds: range, count: int, profile: Profile, processes: int) -> int:
    """Run many seeds and print a table, of those that were run when somebody interrupts."""
    totals, started_s, is_whole = Totals(), time.monotonic(), False
    with suppress(KeyboardInterrupt), Progress(console=console) as progress:
        task = progress.add_task(f"{count} validators", total=len(seeds))
        for result in results(seeds, count, profile, processes):
            totals.add(result)
            progress.advance(task)
        is_whole = True
    for caught in totals.caught[:STORIES_MAX]:
        console.print(story(caught, STORY_LINES), markup=False)
    title = f"{count} validators, profile {profile.name}, seeds {seeds.start}:{seeds.stop}"
    title += "" if is_whole else ", interrupted"
    console.print(totals.table(title, time.monotonic() - started_s))
    if totals.caught:
        console.print("violated by seeds", sorted(r.seed for r in totals.caught))
    return 1 if totals.caught or not is_whole else 0


def results(seeds: range, count: int, profile: Profile, processes: int) -> Iterator[Result]:
    """Run seeds, in this process or in several."""
    if processes <= 1:
        yield from (simulate(draw(seed, count, profile)) for seed in seeds)
        return
    batches = [seeds[start : start + BATCH] for start in range(0, len(seeds), BATCH)]
    with ProcessPoolExecutor(processes, initializer=_silence) as pool:
        for done in pool.map(_batch, batches, *_repeated(len(batches), count, profile)):
            yield from done


def _batch(seeds: range, count: int, profile: Profile) -> list[Result]:
    return [simulate(draw(seed, count, profile)) for seed in seeds]


def _repeated(times: int, *values: object) -> Iterable[list[object]]:
    return [[value] * times for value in values]


def _silence() -> None:
    logging.disable(logging.CRITICAL)


if __name__ == "__main__":
    sys.exit(main())
