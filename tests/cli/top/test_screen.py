"""The live screen, driven by keys as a person drives it."""

import asyncio
from collections.abc import Awaitable, Callable

from textual.pilot import Pilot
from textual.widgets import DataTable, Static, TabbedContent

from cli.client import NodeUnreachable
from cli.top.screen import Screen
from cli.top.snapshot import Snapshot
from tests.cli.top.looks import ALICE, block, look

SIZE = (80, 24)


class Source:
    """A node that stands where it is told to, or is away."""

    def __init__(self) -> None:
        self.found: Snapshot | None = look(block(1), block(2))
        self.looks = 0

    def __call__(self) -> Snapshot:
        """Return the look."""
        self.looks += 1
        if self.found is None:
            raise NodeUnreachable("no node answers at http://127.0.0.1:8545 (Connection refused)")
        return self.found


def drive(work: Callable[[Screen, Pilot[None], Source], Awaitable[None]]) -> None:
    """Open the screen on a scripted node, and let `work` press keys."""

    async def run() -> None:
        source = Source()
        screen = Screen(source, "http://127.0.0.1:8545", 0.05)
        async with screen.run_test(size=SIZE) as pilot:
            await until(pilot, lambda: source.looks > 0 and "live" in text_of(screen, "title"))
            await work(screen, pilot, source)

    asyncio.run(run())


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    """Wait for a condition; fail after some seconds."""
    for _ in range(200):
        if condition():
            return
        await pilot.pause(0.05)
    raise AssertionError("not true in time")


def text_of(screen: Screen, name: str) -> str:
    """Return what a line shows."""
    return str(screen.query_one(f"#{name}", Static).render())


def rows_of(screen: Screen, name: str) -> list[str]:
    """Return a table's rows, cells with spaces between."""
    table = screen.query_one(f"#{name}-table", DataTable)
    return [" ".join(map(str, table.get_row_at(row))) for row in range(table.row_count)]


def test_a_look_fills_standing_and_panes() -> None:
    """Blocks, votes and activity are there, whichever pane is shown."""

    async def work(screen: Screen, pilot: Pilot[None], source: Source) -> None:
        shown = [text_of(screen, f"field{place}") for place in range(8)]
        assert shown[0].startswith("height   2, ")
        assert "peers    3, 2.0 KiB in, 3 B out" in shown
        assert "2 1.00 s 3 50 % 1 gwei 0 80 %, 2 of 3" == rows_of(screen, "blocks")[0]
        assert "alice 50 % 2 of 2 ◆◆" == rows_of(screen, "validators")[0]
        assert ["compute OrderOpened 4 2"] == rows_of(screen, "markets")

    drive(work)


def test_everything_fits_a_small_terminal() -> None:
    """80 by 24: the title, the table's rows and the keys are all on the screen."""

    async def work(screen: Screen, pilot: Pilot[None], source: Source) -> None:
        table = screen.query_one("#blocks-table", DataTable)
        assert table.region.height >= 10
        for name in ("#title", "#standing", "#sparks", "#blocks-table", "Footer"):
            region = screen.query_one(name).region
            assert (region.right, region.bottom) <= SIZE, name
            assert region.bottom <= SIZE[1], name

    drive(work)


def test_keys_choose_the_pane() -> None:
    """By letter, and by tab in turn."""

    async def work(screen: Screen, pilot: Pilot[None], source: Source) -> None:
        seen = []
        for key in ("v", "m", "b", "tab", "tab", "tab"):
            await pilot.press(key)
            seen.append(screen.query_one(TabbedContent).active)
        assert ["validators", "markets", "blocks", "validators", "markets", "blocks"] == seen

    drive(work)


def test_a_pause_stops_looking_until_it_ends() -> None:
    """And the title says so."""

    async def work(screen: Screen, pilot: Pilot[None], source: Source) -> None:
        await pilot.press("p")
        await pilot.pause(0.15)
        looks = source.looks
        await pilot.pause(0.3)
        assert looks == source.looks
        assert "paused" in text_of(screen, "title")
        await pilot.press("p")
        await until(pilot, lambda: source.looks > looks)
        assert "live" in text_of(screen, "title")

    drive(work)


def test_a_node_that_goes_away_is_told_and_found_again() -> None:
    """The last look stays while it is away."""

    async def work(screen: Screen, pilot: Pilot[None], source: Source) -> None:
        source.found = None
        await until(pilot, lambda: "away for" in text_of(screen, "title"))
        assert screen.query_one("#title", Static).has_class("away")
        assert "Connection refused" in text_of(screen, "title")
        assert 2 == len(rows_of(screen, "blocks"))
        source.found = look(block(1), block(2), block(3))
        await until(pilot, lambda: "live" in text_of(screen, "title"))
        assert 3 == len(rows_of(screen, "blocks"))

    drive(work)


def test_names_of_validators_are_text() -> None:
    """What looks like markup or commands to the terminal is shown, not done."""

    async def work(screen: Screen, pilot: Pilot[None], source: Source) -> None:
        source.found = look(block(2), names={ALICE: "[red]x[/] \x1b]0;y\x07"})
        await until(pilot, lambda: "[red]x[/] ·]0;y·" in rows_of(screen, "validators")[0])

    drive(work)


def test_q_ends_it() -> None:
    """The thread that looks, too."""

    async def work(screen: Screen, pilot: Pilot[None], source: Source) -> None:
        await pilot.press("q")
        await pilot.pause(0.2)
        looks = source.looks
        await asyncio.sleep(0.2)
        assert looks == source.looks

    drive(work)
