"""Every market and rule page, in both languages, on a desk and on a phone."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from tests.e2e.devnet import Devnet
from tests.explorer.browser import PHONE, WIDE, Reader
from tests.explorer.conftest import faults_found_by_axe, shoot
from tests.explorer.market_day import HOSTILE, MarketDay
from tests.explorer.markets.pages import LISTS, PAGES

pytestmark = [pytest.mark.e2e, pytest.mark.npm, pytest.mark.long, pytest.mark.timeout(240)]

# How readers come: name, language, width, colours.
READERS: Final[tuple[tuple[str, str, Any, str], ...]] = (
    ("en-desk", "en-GB", WIDE, "light"),
    ("ja-phone", "ja-JP", PHONE, "dark"),
)
WRITTEN_BY_PEOPLE: Final = ("governance", "proposal-hostile", "provider", "asset", "model", "data")
WITHOUT_ANYTHING: Final = ("governance", "compute", "data", "models", "devices", "bridge")
SHOWN: Final = HOSTILE.replace("\u202e", "U+202E")  # how a reader sees the hidden character


@pytest.mark.parametrize(("who", "language", "view", "colours"), READERS)
def test_every_page_is_shown(
    day: MarketDay, visit: Callable[..., Reader], who: str, language: str, view: Any, colours: str
) -> None:
    """Without a complaint or a grave fault by axe-core, within the window, asking only the node."""
    reader = visit(language, view, color_scheme=colours)
    faults, wide = {}, {}
    for name, path_of in PAGES.items():
        reader.open(path_of(day))
        shoot(reader, f"{name}-{who}")
        wide[name] = reader.overflow_px()
        faults[name] = faults_found_by_axe(reader)
    assert not {name: found for name, found in faults.items() if found}
    assert not {name: found for name, found in wide.items() if found > 0}


@pytest.mark.parametrize("name", WRITTEN_BY_PEOPLE)
def test_hostile_texts_are_texts(day: MarketDay, visit: Callable[..., Reader], name: str) -> None:
    """Markup is read as it was written, and a character that turns the line around is seen."""
    reader = visit()
    page = reader.open(PAGES[name](day))
    shown = reader.text()
    assert SHOWN in shown or "<img src=x" in shown
    assert 0 == page.locator("main img").count()
    assert "\u202e" not in shown


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Devnet]:
    """A devnet on which nobody has done anything."""
    home: Path = tmp_path_factory.mktemp("empty") / "home"
    with Devnet(home) as devnet:
        yield devnet


def test_an_empty_list_says_how_it_begins(empty: Devnet, browser: Any) -> None:
    """Where there is nothing yet, a command of `kumiai` is named that changes that."""
    with Reader(browser, empty.endpoints["rpc"]) as reader:
        for name in WITHOUT_ANYTHING:
            reader.open(f"/{name}")
            shoot(reader, f"{name}-empty")
            assert "Nothing here yet. This begins it: kumiai " in reader.text(), name
        assert [] == reader.complaints


def test_the_navigation_leads_to_every_list(day: MarketDay, visit: Callable[..., Reader]) -> None:
    """Each is one step away, and the step says where the reader is."""
    reader = visit()
    page = reader.open("/")
    for name in LISTS:
        page.click(f"nav.pages a[href='#/{name}']")
        page.wait_for_selector(f"nav.pages a[href='#/{name}'][aria-current=page]")
        reader.settle()
        assert name.capitalize() == reader.text("main h1")
