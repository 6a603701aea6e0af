"""Each tutorial is followed to the letter: every command typed, every line that it shows seen."""

import pytest

from tests.docs.terminals import Reader
from tests.e2e.devnet import ROOT

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(420)]
TUTORIALS = ("validator", "provider", "caller", "data-owner")


@pytest.mark.parametrize("name", TUTORIALS)
def test_the_tutorial_is_true(tmp_path, name):
    """A reader who does what it says sees what it says."""
    with Reader(tmp_path / "desk") as reader:
        reader.follow(ROOT / "docs" / "tutorials" / f"{name}.md")
