"""The scripts of bench/ start as their first lines and the documents say."""

import subprocess
import sys

import pytest

from tests.test_house import ROOT

SCRIPTS = sorted(path for path in (ROOT / "bench").glob("*.py") if "__main__" in path.read_text())


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_starts_by_its_path(script) -> None:
    """`python bench/NAME.py` finds the chain, though a file beside it has the chain's name."""
    words = [sys.executable, str(script.relative_to(ROOT)), "--help"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert 0 == done.returncode and "usage:" in done.stdout, done.stderr
