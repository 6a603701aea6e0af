"""One devnet on a busy day for the tests of the market and rule pages, and readers of it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from rpc.explorer.site import PAGES
from tests.explorer.browser import WIDE, Reader
from tests.explorer.market_day import MarketDay


@pytest.fixture(scope="session")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MarketDay]:
    """The devnet after everybody has acted."""
    if not (PAGES / "index.html").exists():
        pytest.skip("the explorer is not built: run `make explorer`")
    with MarketDay(tmp_path_factory.mktemp("market") / "home") as market:
        market.fill()
        yield market


@pytest.fixture
def visit(day: MarketDay, browser: Any) -> Iterator[Callable[..., Reader]]:
    """Open windows upon the devnet; each must have heard no complaint and asked nobody else."""
    windows: list[Reader] = []

    def visit(language: str = "en-US", view: Any = WIDE, **options: Any) -> Reader:
        windows.append(Reader(browser, day.devnet.endpoints["rpc"], language, view, **options))
        return windows[-1]

    yield visit
    for window in windows:
        window.context.close()
        assert [] == window.complaints
        assert [] == window.foreign_requests
