"""Every page of the explorer, in both languages, on a desk and on a phone."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.explorer.browser import PHONE, WIDE, Reader
from tests.explorer.conftest import faults_found_by_axe, shoot
from tests.explorer.pages import PAGES
from tests.explorer.town import Town

pytestmark = [pytest.mark.e2e, pytest.mark.npm, pytest.mark.long, pytest.mark.timeout(240)]

# How readers come: name, language, width, colours.
READERS: tuple[tuple[str, str, Any, str], ...] = (
    ("en-desk", "en-GB", WIDE, "light"),
    ("ja-phone", "ja-JP", PHONE, "dark"),
)
JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


@pytest.mark.parametrize(("who", "language", "view", "colours"), READERS)
def test_every_page_is_shown(
    town: Town, read: Callable[..., Reader], who: str, language: str, view: Any, colours: str
) -> None:
    """Without a complaint or a grave fault by axe-core, within the window, asking only the node."""
    reader = read(language, view, color_scheme=colours)
    faults = {}
    for name, path_of in PAGES.items():
        page = reader.open(path_of(town))
        shoot(reader, f"{name}-{who}")
        assert language[:2] == page.get_attribute("html", "lang")
        assert (language == "ja-JP") == bool(JAPANESE.search(reader.text("main h1"))), name
        assert 0 >= reader.overflow_px(), f"{name} is wider than the window"
        faults[name] = faults_found_by_axe(reader)
    assert not {name: found for name, found in faults.items() if found}


def test_titles_tell_pages_apart(town: Town, read: Callable[..., Reader]) -> None:
    """Each page has a heading of its own, which a reader who comes by a link has the focus on."""
    reader = read()
    reader.open("/")
    reader.page.click("table a.number")
    reader.wait_for("document.querySelector('h1')?.textContent?.startsWith('Block')")
    focused = reader.page.evaluate("document.activeElement.tagName")
    assert "H1" == focused
    assert reader.page.title().startswith("Block ")
    assert 1 == reader.page.locator("h1").count()
    assert 1 == reader.page.locator("main").count()


def test_the_language_is_remembered(town: Town, read: Callable[..., Reader]) -> None:
    """Who chooses a language has it on every page, and still after a reload."""
    reader = read("en-US")
    page = reader.open("/")
    assert "Overview" == reader.text("main h1")
    page.click("footer button[lang=ja]")
    page.wait_for_selector("html[lang=ja]")
    assert "概要" == reader.text("main h1")
    page.reload()
    reader.settle()
    assert ("ja", "概要") == (page.get_attribute("html", "lang"), reader.text("main h1"))


def test_amounts_are_shown_to_the_wei(town: Town, read: Callable[..., Reader]) -> None:
    """Rounded for reading; with every digit where the reader wants it; in wei in the title."""
    reader = read()
    page = reader.open(f"/account/{town.address('lessor')}")
    wei = town.balance_wei("lessor")
    amount = page.locator(".figures .amount").first
    assert f"{wei:,} wei" == amount.get_attribute("title")
    page.check("footer input[type=checkbox]")
    shown = f"{wei // 10**18:,}.{wei % 10**18:018d}".rstrip("0")
    assert f"{shown} KUM" == amount.inner_text()
