"""One town and one browser for all tests of the explorer."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from rpc.explorer.site import PAGES
from tests.e2e.devnet import ROOT
from tests.explorer.browser import WIDE, Reader, chromium
from tests.explorer.town import Town

SHOTS = ROOT / "build" / "explorer"
AXE = ROOT / "explorer" / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = ("serious", "critical")


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """A chain with something to look at."""
    if not (PAGES / "index.html").exists():
        pytest.skip("the explorer is not built: run `make explorer`")
    with Town(tmp_path_factory.mktemp("town") / "home") as town:
        yield town


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A Chromium."""
    with chromium() as browser:
        yield browser


@pytest.fixture
def read(town: Town, browser: Any) -> Iterator[Callable[..., Reader]]:
    """Open windows upon the town; each must have heard no complaint and asked nobody else."""
    windows: list[Reader] = []

    def read(language: str = "en-US", view: Any = WIDE, **options: Any) -> Reader:
        windows.append(Reader(browser, town.devnet.endpoints["rpc"], language, view, **options))
        return windows[-1]

    yield read
    for window in windows:
        window.context.close()
        assert [] == window.complaints
        assert [] == window.foreign_requests


def shoot(reader: Reader, name: str) -> None:
    """Keep what the page looks like."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    reader.page.screenshot(path=SHOTS / f"{name}.png", full_page=True)


def faults_found_by_axe(reader: Reader) -> list[str]:
    """What makes the page hard to use for somebody, as axe-core finds it; none is grave."""
    reader.page.evaluate(AXE.read_text())
    found = reader.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{item['id']} ({item['impact']}): {node['html'][:200]}"
        for item in found["violations"]
        if item["impact"] in GRAVE
        for node in item["nodes"]
    ]
