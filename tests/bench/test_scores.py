"""What is measured is held to what is promised, and told apart."""

from argparse import Namespace
from pathlib import Path

import pytest

from bench.scores import Score, conclude, read_scores, show


@pytest.mark.parametrize(
    ("score", "is_kept"),
    [
        (Score("a", 2.0, 2.0), True),
        (Score("a", 1.9, 2.0), False),
        (Score("a", 2.0, 2.0, "at most"), True),
        (Score("a", 2.1, 2.0, "at most"), False),
        (Score("a", float("inf"), 2.0, "at most"), False),
        (Score("a", float("nan"), 2.0), False),
    ],
)
def test_a_bar_is_kept_from_its_own_side(score: Score, is_kept: bool) -> None:
    """At least and at most include the bar; what was not measured keeps nothing."""
    assert is_kept == score.is_kept
    assert is_kept != ("**miss**" in score.row())


def test_scores_come_back_from_their_file(tmp_path: Path) -> None:
    """What a part writes is what the whole reads, and its exit code says whether all are kept."""
    scores = [Score("a", 2.0, 1.0, unit="s", detail="x"), Score("b", 2.0, 1.0, "at most")]
    file = tmp_path / "scores.json"
    assert 1 == conclude(scores, Namespace(scores=str(file)))
    assert scores == read_scores(file)
    assert 0 == conclude(scores[:1], Namespace(scores=None))


def test_figures_are_shown_with_what_counts() -> None:
    """Three digits, thousands apart, never an exponent."""
    assert ["0.57", "12.3", "350", "64,250"] == [show(v) for v in (0.571, 12.34, 350.4, 64_250.0)]
    assert "none" == show(float("inf"))
