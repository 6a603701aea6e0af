"""Each story of the markets, told whole on a devnet of its own."""

from pathlib import Path

import pytest

from tests.stories.run import STORIES, tell

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(300)]


@pytest.mark.parametrize("name", STORIES)
def test_a_story_ends_with_books_that_are_right(name: str, tmp_path: Path) -> None:
    """From the listing to the last coin, and every party's balance is accounted for to the wei."""
    statements = tell(name, tmp_path / "home")
    assert any(statement.income_wei for statement in statements.values()), "somebody earned"
