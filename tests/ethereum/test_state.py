"""Every public state test that stock py-evm passes, passes here."""

import hashlib
import multiprocessing
import os
import threading
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from unittest.mock import patch

import pytest

from chain.vm.machine import EXECUTION_STACK_BYTES
from chain.vm.translation import program
from tests.ethereum.archive import require
from tests.ethereum.state_case import StateCase, explain_mismatch, load_cases, run
from tests.ethereum.stock import run_stock

CASES = 21_442  # in the public files at the commit of the last Cancun release
SAMPLE_CASES = 1_000
SAMPLE_BATCHES = 20
JUDGED_CASES = 150  # on which stock py-evm shows that it is set up as a judge
PROCESSES = int(os.environ.get("KUMIAI_TEST_PROCESSES", "2"))
# These take seconds of pure arithmetic each; only the full run has them.
SLOW_PATHS = (
    "stQuadraticComplexityTest",
    "stZeroKnowledge",
    "VMTests/vmPerformance",
    "CALLBlake2f_MaxRounds",
)

# Cases that differ from their file though stock py-evm agrees with it, with the reason: none.
KNOWN_EXCEPTIONS: dict[str, str] = {}
# Files that cannot be finished in any useful time, with the reason: none with the native BLAKE2.
ENDLESS_FILES = (
    {}
    if find_spec("blake2b")
    else {"CALLBlake2f_MaxRounds": "2**32 - 1 rounds of BLAKE2 in pure Python take a day"}
)

pytestmark = pytest.mark.ethereum


def files() -> list[Path]:
    """Return all files of the state tests that end, in one order everywhere."""
    found = sorted(require("GeneralStateTests").glob("**/*.json"))
    return [path for path in found if path.stem not in ENDLESS_FILES]


def _is_slow(path: Path) -> bool:
    return any(part in str(path) for part in SLOW_PATHS)


def failures(cases: Iterable[StateCase]) -> list[str]:
    """Run cases; return those that fail here and not on stock py-evm."""
    found: list[str] = []

    def judge() -> None:
        with patch.object(program, "VISITS_BEFORE", 0):  # translated at once, not when it pays
            judge_each()

    def judge_each() -> None:
        for case in cases:
            mismatch = _try(case)
            if mismatch and case.name not in KNOWN_EXCEPTIONS:
                stock = explain_mismatch(case, run_stock(case))
                if stock is None:
                    found.append(f"{case.name}: {mismatch}")

    _on_deep_stack(judge)
    return found


def _try(case: StateCase) -> str | None:
    """Return what is wrong with a case; an exception of our own is wrong, too."""
    try:
        return explain_mismatch(case, run(case))
    except Exception as error:  # noqa: BLE001 - the case is reported with it
        return f"raised {error!r}"


def _on_deep_stack(work: object) -> None:
    """Run on a thread whose stack holds 1,024 nested calls; re-raise what it raises."""
    errors: list[BaseException] = []

    def guarded() -> None:
        try:
            work()  # type: ignore[operator]
        except BaseException as error:  # noqa: BLE001 - handed to the caller below
            errors.append(error)

    before = threading.stack_size(EXECUTION_STACK_BYTES)
    try:
        thread = threading.Thread(target=guarded)
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)
    if errors:
        raise errors[0]


def sample() -> list[StateCase]:
    """Return the thousand cases whose names hash lowest: the same ones on every machine."""
    cases = [case for path in files() if not _is_slow(path) for case in load_cases(path)]
    cases.sort(key=lambda case: hashlib.sha256(case.name.encode()).digest())
    return cases[:SAMPLE_CASES]


@pytest.fixture(scope="module")
def sampled() -> list[StateCase]:
    """The sample, read once."""
    return sample()


@pytest.mark.parametrize("batch", range(SAMPLE_BATCHES))
def test_sample_of_a_thousand_cases_ends_as_ethereum_says(
    sampled: list[StateCase], batch: int
) -> None:
    """Each sampled case ends in the state root and the logs that its file names."""
    assert not failures(sampled[batch::SAMPLE_BATCHES])


def _tasks() -> list[tuple[Path, int | None]]:
    """Slow files first and case by case, so that no process is left alone with them at the end."""
    slow = [path for path in files() if _is_slow(path)]
    quick = [path for path in files() if not _is_slow(path)]
    split = [(path, index) for path in slow for index, _ in enumerate(load_cases(path))]
    return [*split, *((path, None) for path in quick)]


def _task_failures(task: tuple[Path, int | None]) -> tuple[int, list[str]]:
    path, index = task
    cases = list(load_cases(path))
    chosen = cases if index is None else cases[index : index + 1]
    return len(chosen), failures(chosen)


def _all_files() -> Iterator[tuple[int, list[str]]]:
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        yield from pool.imap_unordered(_task_failures, _tasks())


def test_the_judge_passes_what_ethereum_says(sampled: list[StateCase]) -> None:
    """Stock py-evm is set up rightly: it passes the cases by which it will judge others."""
    found: list[str] = []

    def judge() -> None:
        for case in sampled[:JUDGED_CASES]:
            mismatch = explain_mismatch(case, run_stock(case))
            if mismatch:
                found.append(f"{case.name}: {mismatch}")

    _on_deep_stack(judge)
    assert not found


@pytest.mark.long
@pytest.mark.timeout(5_400)
def test_all_cases_end_as_ethereum_says() -> None:
    """Each of the 21,442 cases, 20,969 of them at Cancun, ends as its file says, but for one."""
    count, found = 0, []
    for cases, failed in _all_files():
        count += cases
        found += failed
        for line in failed:
            print(line, flush=True)
    assert not found
    assert count + len(ENDLESS_FILES) >= CASES
