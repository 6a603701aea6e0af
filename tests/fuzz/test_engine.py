"""The hunt finds what is planted, and tells it so that it can be found again."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from chain.codec import rlp
from chain.errors import Malformed
from tests.fuzz import worker as worker_page
from tests.fuzz.crash import Crash, load
from tests.fuzz.engine import Hunt, Report, arm
from tests.fuzz.run import replay, table
from tests.fuzz.target import Target

SAMPLE = rlp.encode([b"\x07", [b"name", b"\x01" * 32], b""])
SECONDS = 20.0  # the longest that a planted bug may hide


def hunt(run: Callable[[bytes], None], seconds: float = SECONDS, seed: int = 1) -> Report:
    """Hunt until something breaks or the time is over."""
    arm()
    report = Report("planted")
    for report in Hunt("planted", Target(run, [SAMPLE]), seed).run(seconds):
        if report.crashes:
            break
    return report


def decoder(check: Callable[[list[rlp.Item]], None]) -> Callable[[bytes], None]:
    """A decoder of records with a bug behind it."""

    def run(data: bytes) -> None:
        number, pair, rest = rlp.expect_fields(rlp.decode(data), 3, "record")
        rlp.to_integer(number, 2**64 - 1, "number")
        name, word = rlp.expect_fields(pair, 2, "pair")
        rlp.to_fixed(word, 32, "word")
        check([number, name, rest])

    return run


def _index_error(fields: list[rlp.Item]) -> None:
    if isinstance(fields[2], list) and fields[2]:
        fields[2][7]


def _over_64_bits(fields: list[rlp.Item]) -> None:
    number = rlp.to_integer(fields[0], 2**64 - 1, "number")
    (number + 1).to_bytes(8, "big")


def _recursion(fields: list[rlp.Item]) -> None:
    name = rlp.to_bytes(fields[1], "name")
    if len(name) > 1_000:
        raise RecursionError(len(name))


@pytest.mark.parametrize("planted", [_index_error, _over_64_bits, _recursion])
def test_what_is_planted_behind_a_decoder_is_found(
    planted: Callable[[list[rlp.Item]], None],
) -> None:
    """A list where bytes were meant, a number at the edge, a long text: each is met in seconds."""
    report = hunt(decoder(planted))
    assert 1 == len(report.crashes)
    with pytest.raises((IndexError, OverflowError, RecursionError)):
        decoder(planted)(report.crashes[0].input)


def test_what_refuses_is_no_crash() -> None:
    """A decoder that refuses as it should is left in peace, and its fields tell inputs apart."""
    report = hunt(decoder(lambda fields: None), seconds=1.0)
    assert not report.crashes
    assert report.runs > 100 and report.places > 5 and report.corpus > 5


def test_a_slow_run_is_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    """An input that computes for longer than it may is told, though it was refused."""
    monkeypatch.setattr("tests.fuzz.engine.RUN_S_MAX", 0.05)

    def run(data: bytes) -> None:
        until = time.process_time() + 0.1
        while data != SAMPLE and time.process_time() < until:
            pass
        raise Malformed("in the end")

    assert "took" in hunt(run).crashes[0].error


def test_a_run_without_an_end_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even a decoder that catches every exception outlives its time."""
    monkeypatch.setattr("tests.fuzz.engine.GIVE_UP_S", 0.2)

    def run(data: bytes) -> None:
        while data != SAMPLE:
            pass

    assert "GivenUp" in hunt(run).crashes[0].error


def test_a_crash_is_kept_and_replayed(tmp_path: Path) -> None:
    """The file of a crash brings its input back; a target that is whole again says so."""
    crash = Crash("vote", "IndexError: no", "trace", b"\xc0".hex())
    path = crash.save(tmp_path / "crashes")
    assert crash == load(path)
    assert b"\xc0" == load(path).input
    assert 0 == replay(path)


def test_a_table_shows_every_target() -> None:
    """What was found stands in a row."""
    shown = table([Report("vote", runs=1_000, seconds=2.0)], "title")
    assert (1, 10) == (shown.row_count, len(shown.columns))


def test_the_death_of_the_process_is_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    """An input that takes the interpreter with it is read from the page that both share."""
    monkeypatch.setattr(worker_page, "work", die)
    worker = worker_page.Worker()
    try:
        worker.begin("vote", 1.0, 1)
        report = worker.hear()
    finally:
        worker.close()
    assert report is not None and worker.report is None
    assert (b"fatal", "the process died with code 9") == (
        report.crashes[0].input,
        report.crashes[0].error,
    )


def die(connection: object, page: str) -> None:
    """Body of a process that notes an input and dies of it."""
    data = b"fatal"
    with Path(page).open("r+b") as file:
        file.write(len(data).to_bytes(worker_page.HEAD_BYTES, "big") + data)
    os._exit(9)
