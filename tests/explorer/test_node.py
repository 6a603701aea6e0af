"""What the explorer asks of its node, and what a node does without it."""

import json
import statistics
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.devnet import Devnet
from tests.explorer.browser import Reader
from tests.explorer.town import Town

pytestmark = [pytest.mark.e2e, pytest.mark.npm, pytest.mark.long, pytest.mark.timeout(240)]

LOADERS = 4  # clients that ask as fast as they are answered
VISITS = 3
PAINT_S_MAX = 5.0  # generous: the machine may have other work; what it takes is printed
WARM_REQUESTS_MAX = 3  # files that a browser asks for anew at its second visit


def ask(url: str, *calls: tuple[str, list[Any]]) -> Any:
    """Send a batch of calls."""
    body = [
        {"jsonrpc": "2.0", "id": number, "method": method, "params": params}
        for number, (method, params) in enumerate(calls)
    ]
    request = urllib.request.Request(
        url, json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


@contextmanager
def load(url: str) -> Iterator[list[int]]:
    """Ask the node for blocks, logs and views without a pause; counts the batches."""
    answered, over = [0] * LOADERS, threading.Event()
    calls: tuple[tuple[str, list[Any]], ...] = (
        ("eth_getBlockByNumber", ["latest", True]),
        ("eth_getLogs", [{"fromBlock": "0x1", "toBlock": "0x100"}]),
        ("analytics_totals", []),
        ("compute_totals", []),
    )

    def run(number: int) -> None:
        while not over.is_set():
            ask(url, *calls)
            answered[number] += 1

    threads = [threading.Thread(target=run, args=(number,)) for number in range(LOADERS)]
    for thread in threads:
        thread.start()
    try:
        yield answered
    finally:
        over.set()
        for thread in threads:
            thread.join()


def first_paint_s(reader: Reader) -> tuple[float, float]:
    """Open the first page; return when something was seen, and when the newest blocks were."""
    began = time.monotonic()
    reader.open("/")
    reader.page.wait_for_selector("tbody tr")
    shown_s = time.monotonic() - began
    script = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
    return reader.page.evaluate(script) / 1_000, shown_s


def test_the_first_paint_is_soon_under_load(
    town: Town, read: Callable[..., Reader], capsys: pytest.CaptureFixture[str]
) -> None:
    """A browser that has nothing yet shows the page while others ask all the node can answer."""
    node = town.devnet.endpoints["rpc"]
    with load(node) as answered:
        began = time.monotonic()
        visits = [first_paint_s(read()) for _ in range(VISITS)]
        batches_per_s = sum(answered) / (time.monotonic() - began)
    paint_s, shown_s = (statistics.median(times) for times in zip(*visits, strict=True))
    with capsys.disabled():
        print(
            f"\nfirst paint {paint_s:.2f} s, newest blocks {shown_s:.2f} s after the address was "
            f"entered (medians of {VISITS}), beside {LOADERS} clients that had "
            f"{batches_per_s:.0f} batches answered a second"
        )
    assert paint_s < PAINT_S_MAX


def test_a_second_visit_asks_for_the_page_alone(town: Town, read: Callable[..., Reader]) -> None:
    """What is named by its content is taken from the browser's own store."""
    reader = read()
    reader.open("/")
    sizes: list[int] = []
    reader.page.on(
        "requestfinished",
        lambda request: (
            sizes.append(request.sizes()["responseBodySize"])
            if request.resource_type in ("script", "stylesheet", "document")
            else None
        ),
    )
    reader.page.reload()
    reader.settle()
    fetched = [size for size in sizes if size > 0]
    assert len(fetched) <= WARM_REQUESTS_MAX, sizes


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home for nodes that are stopped, one after the other."""
    return tmp_path_factory.mktemp("node") / "home"


def test_a_silent_node_is_said_to_be_silent(home: Path, browser: Any) -> None:
    """Where the node has stopped, the page says so and keeps what it knows."""
    node = Devnet(home)
    with node, Reader(browser, node.endpoints["rpc"]) as reader:
        page = reader.open("/")
        page.wait_for_selector("tbody tr")
        node.stop()
        page.wait_for_selector(".pulse.offline")
        assert "does not answer" in reader.text(".pulse")
        assert page.locator("tbody tr").count() > 0


def test_a_node_without_an_explorer_answers_as_before(home: Path) -> None:
    """Switched off, there is a line at its address, no row in what it prints, and JSON-RPC."""
    with Devnet(home, "--no-explorer") as node:
        url = node.endpoints["rpc"]
        with urllib.request.urlopen(url, timeout=30) as answer:
            assert answer.read().endswith(b": POST JSON-RPC 2.0 here\n")
        assert "0x7a69" == ask(url, ("eth_chainId", []))[0]["result"]
        assert "" == node.endpoints["explorer"]


def test_a_node_says_where_its_explorer_is(town: Town) -> None:
    """What `kumiai devnet` prints leads to the page."""
    url = town.devnet.endpoints["explorer"]
    assert f"{town.devnet.endpoints['rpc']}/" == url
    assert url in town.devnet.output()
    with urllib.request.urlopen(url, timeout=30) as answer:
        assert b"<!doctype html>" == answer.read(15).lower()
