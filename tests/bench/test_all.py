"""One table of all parts: what is kept is taken, a miss or a failure is an exit code."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from bench import all as whole
from bench.scores import Score


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory with a kept promise of each part; pages go beside it."""
    directory = tmp_path / "kept"
    directory.mkdir()
    for name in whole.PARTS:
        keep(directory, name, Score(f"speed of {name}", 2.0, 1.0))
    monkeypatch.setattr(whole, "ROOT", tmp_path)
    monkeypatch.setattr(whole, "PAGE", tmp_path / "page.md")
    monkeypatch.setattr(whole, "PLOT", tmp_path / "page.svg")
    monkeypatch.setattr(sys, "argv", ["all.py", "--keep", str(directory)])
    return directory


def keep(directory: Path, name: str, score: Score) -> None:
    """Write what a part has measured."""
    (directory / f"{name}.json").write_text(json.dumps([asdict(score)]))


def test_the_page_has_every_part(kept: Path) -> None:
    """Every score stands on the page, and in the drawing; all kept is exit code 0."""
    assert 0 == whole.main()
    page, plot = whole.PAGE.read_text(), whole.PLOT.read_text()
    for name in whole.PARTS:
        assert f"| speed of {name} | 2.00 | at least 1.00 | pass |" in page
        assert f"speed of {name}" in plot


def test_a_miss_is_written_and_told(kept: Path) -> None:
    """The page says which promise is missed, and the exit code that one is."""
    keep(kept, "memory", Score("memory", 2.0, 1.0, "at most", "MB"))
    assert 1 == whole.main()
    assert "| memory | 2.00 MB | at most 1.00 MB | **miss** |" in whole.PAGE.read_text()


def test_a_part_that_fails_is_no_success(kept: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Where a program ends without scores the page stays as it was, and the exit code is 1."""
    (kept / "memory.json").unlink()  # and below this root there is no program to run
    assert 1 == whole.main()
    assert "memory: not measured" in capfd.readouterr().out
    assert not whole.PAGE.exists()


def test_a_part_alone_writes_no_page(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table of some parts is for the eye; the page has all or stays."""
    monkeypatch.setattr(sys, "argv", [*sys.argv, "--only", "memory"])
    assert 0 == whole.main()
    assert not whole.PAGE.exists()
