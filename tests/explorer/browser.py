"""
A headless Chromium that notes all it is told: messages on the console, and every request.

    with chromium() as browser:  Reader(browser, node's URL) --open("/block/1")--> a page to look at

The system's own browser is driven; nothing is downloaded.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pytest

from tests.e2e.devnet import wait_until

PROGRAMS: Final = ("chromium", "chromium-browser", "google-chrome")
FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 780}
WAIT_MS: Final = 15_000  # a busy machine takes seconds for what takes none


@contextmanager
def chromium() -> Iterator[Any]:
    """Run a browser; skips the test where none is installed."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        pytest.skip("no Chromium: install it (apt-get install chromium)")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is missing")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=list(FLAGS))
        yield browser
        browser.close()


class Reader:
    """One person's browser window, in one language, at one width."""

    def __init__(
        self, browser: Any, node: str, language: str = "en-US", view: Any = WIDE, **options: Any
    ) -> None:
        self.node = node.rstrip("/")
        self.context = browser.new_context(viewport=view, locale=language, **options)
        self.page = self.context.new_page()
        self.page.set_default_timeout(WAIT_MS)
        self.complaints: list[str] = []  # what the console and the program said went wrong
        self.requests: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._hear)
        self.page.on("websocket", lambda socket: self.requests.append(socket.url))

    def __enter__(self) -> "Reader":
        return self

    def __exit__(self, *exception: object) -> None:
        self.context.close()

    def _hear(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def open(self, path: str) -> Any:
        """Go to a page and wait until it has said what it knows."""
        self.page.goto(f"{self.node}/#{path}")
        self.page.wait_for_selector("main h1")
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until nothing says that it is still loading."""
        self.wait_for(
            "!document.querySelector('main p.waiting') && !!document.querySelector('.pulse a')"
        )

    def wait_for(self, script: str, value: Any = None) -> None:
        """
        Wait until a script says so.

        It is asked from here: what Playwright would have the page itself ask again and again is
        `eval`, which the explorer's policy forbids.
        """
        wait_until(lambda: self.page.evaluate(script, value), WAIT_MS / 1_000)

    @property
    def foreign_requests(self) -> list[str]:
        """Requests to anywhere but the node."""
        own = (self.node + "/", self.node.replace("http", "ws", 1))
        return [url for url in self.requests if not url.startswith(own)]

    def text(self, selector: str = "main") -> str:
        """What is to be read in a part of the page."""
        return str(self.page.inner_text(selector))

    def overflow_px(self) -> int:
        """By how much the page is wider than the window."""
        script = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        return int(self.page.evaluate(script))
