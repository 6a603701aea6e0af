"""The gate lets this tree through, and stops one that got slower."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bench import gate
from bench.scenes import Scene
from bench.scores import Score
from bench.workloads import Workload, contracts
from chain.vm.machine import Machine

pytestmark = pytest.mark.long  # `make bench-gate` names it


@pytest.fixture(scope="module")
def workload() -> Workload:
    """A part of the machine's workload."""
    return contracts(gate.WARM, share=gate.SHARE)


def by_name(scores: Iterator[Score]) -> dict[str, Score]:
    """Return scores by what they are about, without what they compare with."""
    return {score.what.partition(",")[0]: score for score in scores}


def test_translated_code_passes(workload: Workload) -> None:
    """Loops, hashes, storage, a token and a pool are above their floors."""
    scores = by_name(gate.translated(workload))
    assert set(gate.TRANSLATED_MIN) == set(scores)
    assert [] == [score for score in scores.values() if not score.is_kept]


def test_a_machine_that_does_not_translate_is_stopped(workload: Workload) -> None:
    """With the translator switched off every one of them is below its floor."""
    scores = by_name(gate.translated(workload, Machine(translates=False)))
    assert set(gate.TRANSLATED_MIN) == set(scores)
    assert [] == [score for score in scores.values() if score.is_kept]


def test_counts_repeat(tmp_path: Path) -> None:
    """Two chains count the same instructions for a transfer, to a thousandth, below the ceiling."""
    first, second = (gate.whole_way("transfer", tmp_path / name) for name in ("one", "two"))
    assert abs(first.found / second.found - 1) < 0.001 and first.is_kept


def test_a_way_with_work_done_again_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Checking each transaction four times instead of once breaks the ceiling."""
    from chain import mempool

    once = mempool.check_transaction

    def again(*values: Any, **named: Any) -> Any:
        for _ in range(3):
            once(*values, **named)
        return once(*values, **named)

    monkeypatch.setattr(mempool, "check_transaction", again)
    assert not gate.whole_way("transfer", tmp_path).is_kept


def test_a_stored_block_is_executed_as_it_was_made(tmp_path: Path) -> None:
    """The import that the gate times ends at the same head; else its ratio would say nothing."""
    scene = Scene(tmp_path / "made", gate.ACCOUNTS, per_block=10)
    score = gate.import_over_production(scene, tmp_path / "again")
    assert score.found > 0
    scene.chain.store.close()


def test_the_exit_code_says_whether_something_got_slower(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A floor that is not reached ends the program with 1, and the table names it."""
    monkeypatch.setattr(sys, "argv", ["gate.py"])
    for bar, status in ((0.5, 0), (2.0, 1)):
        monkeypatch.setattr(gate, "measure", lambda bar=bar: iter([Score("speed", 1.0, bar)]))
        assert status == gate.main()
        assert "| speed | 1.00 |" in capsys.readouterr().out
