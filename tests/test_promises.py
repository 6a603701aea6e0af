"""Every row of docs/promises.md names what shows it, and that is there and is run."""

import re
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parent.parent
PAGE: Final = ROOT / "docs" / "promises.md"
ROW: Final = re.compile(r"^\| (?P<promise>.+) \| (?P<shown>.+) \|$")
NAMED: Final = re.compile(r"`([^`]+)`")
TEST: Final = re.compile(r"^\s*(?:async )?def test_|^Test\w* = ", re.MULTILINE)
# Targets that CI does not run, for they take too long or want a machine that does nothing else.
BY_HAND: Final = {
    "bench-machine": "measures beside stock py-evm for minutes; bench-gate holds the ratios",
    "bench-markets": "measures for minutes",
    "bench-memory": "measures for minutes",
    "bench-network": "measures four validators on an idle machine",
    "bench-replay": "measures on an idle machine",
    "bench-scaling": "builds a million accounts",
    "bench-throughput": "measures beside anvil and Hardhat's node on an idle machine",
    "bench-vouchers": "measures on an idle machine",
    "test-evm": "every state test takes a quarter of an hour; a sample is in make test",
    "test-long": "takes hours; shorter runs of the same tests are in make test",
}


def rows(text: str) -> list[tuple[str, list[str]]]:
    """Return each promise and what its row says it is shown by."""
    found = [match for line in text.splitlines() if (match := ROW.match(line))]
    body = [row for row in found if row["promise"] != "promise" and set(row["promise"]) != {"-"}]
    return [(row["promise"], NAMED.findall(row["shown"])) for row in body]


PROMISES: Final = rows(PAGE.read_text())


def targets() -> set[str]:
    """Return what `make` knows."""
    found = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    return set(found)


def faults(promise: str, shown: list[str], root: Path = ROOT) -> list[str]:
    """Return what is wrong with a row, in words."""
    if not shown:
        return [f"{promise}: nothing is said to show it"]
    wrong, directory = [], Path()
    for name in shown:
        if name.startswith("make "):
            if name.split()[1] not in targets():
                wrong.append(f"{promise}: there is no `{name}`")
        elif not name.startswith("python "):
            place = root / name if (root / name).exists() else root / directory / name
            directory = place.parent.relative_to(root)
            wrong += [f"{promise}: {fault}" for fault in _faults_of(place, name)]
    return wrong


def _faults_of(place: Path, name: str) -> list[str]:
    if not place.exists():
        return [f"there is no {name}"]
    files = [place] if place.is_file() else sorted(place.rglob("test_*.py"))
    tests = [file for file in files if file.suffix == ".py" and file.name.startswith("test_")]
    if place.is_dir() and not tests and not list(place.rglob("*.t.sol")):
        return [f"no test lies below {name}"]
    return [f"{file.name} has no test" for file in tests if not TEST.search(file.read_text())]


@pytest.mark.parametrize(("promise", "shown"), PROMISES, ids=[row[0][:60] for row in PROMISES])
def test_what_shows_a_promise_is_there(promise, shown):
    """Each file, directory and target that a row names exists and holds a test."""
    assert [] == faults(promise, shown)


def test_ci_runs_what_shows_the_promises():
    """A target that a row names is run by CI, or it is listed here with the reason."""
    ci = (ROOT / ".ci" / "run").read_text()
    named = {name.split()[1] for _, shown in PROMISES for name in shown if name.startswith("make ")}
    run = set(re.findall(r"\bmake ([a-z-]+)", ci))
    assert set() == named - run - set(BY_HAND) - {"devnet"}
    assert set() == set(BY_HAND) & run, "listed as too long for CI, which runs it"
    assert set() == set(BY_HAND) - named, "listed, and no promise is shown by it"


def test_a_long_file_that_shows_a_promise_has_a_target():
    """What `make test` leaves out is named by a target of the Makefile."""
    makefile, missing = (ROOT / "Makefile").read_text(), []
    patterns = " ".join(re.findall(r"\$\(wildcard ([^)]+)\)", makefile)).split()
    listed = {file for pattern in patterns for file in ROOT.glob(pattern)}
    for _, shown in PROMISES:
        for name in shown:
            place = ROOT / name
            if place.suffix == ".py" and place.is_file() and "pytestmark = " in place.read_text():
                marks = place.read_text().split("pytestmark = ")[1].split("\n\n")[0]
                is_named = place in listed or place.name.removeprefix("test_") in makefile
                if "mark.long" in marks and not is_named:
                    missing.append(name)
    assert [] == missing


@pytest.mark.parametrize(
    ("shown", "word"),
    [
        ("nothing yet", "nothing is said"),
        ("`tests/test_no_such.py`", "there is no"),
        ("`make no-such`", "there is no"),
        ("`docs`", "no test lies below"),
    ],
)
def test_a_row_without_a_test_is_found(shown, word):
    """A promise that nothing shows fails this page's test."""
    [(promise, named)] = rows(f"| promise | shown by |\n|---|---|\n| it works | {shown} |")
    found = faults(promise, named)
    assert word in found[0]
