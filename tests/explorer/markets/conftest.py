"""One devnet on a busy day for the tests of the market and rule pages, and a browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.explorer.market_day import MarketDay

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MarketDay]:
    """The devnet after everybody has acted."""
    with MarketDay(tmp_path_factory.mktemp("market") / "home") as market:
        market.fill()
        yield market


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window and without calling home."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page with a profile of its own."""
    context = browser.new_context(locale="en-US", viewport={"width": 1_200, "height": 900})
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()
