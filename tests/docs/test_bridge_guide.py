"""The guide docs/bridge.md is followed to the letter: a route opened by votes, and what uses it."""

import pytest

from tests.docs.terminals import Reader
from tests.e2e.devnet import ROOT

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(420)]


def test_the_guide_is_true(tmp_path):
    """Who types what it shows opens a route, carries coins both ways, and attests."""
    with Reader(tmp_path / "desk") as reader:
        reader.follow(ROOT / "docs" / "bridge.md")
