"""
The live screen: a node's standing, block times as bars, and three panes of tables.

    a thread looks every second --Snapshot | the failure--> Screen.show / Screen.miss --> widgets

Looks are made on a thread, so keys are answered while a node is slow. A node that goes away leaves
the last look standing, with a line that says so; it is asked again until it is back.
"""

import time
from collections.abc import Callable
from typing import ClassVar, Final

from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid
from textual.widgets import DataTable, Footer, Sparkline, Static, TabbedContent, TabPane
from textual.worker import get_current_worker

from cli.errors import CommandFailed
from cli.top.snapshot import Snapshot
from cli.top.tables import (
    ACTIVITY_COLUMNS,
    BLOCK_COLUMNS,
    VALIDATOR_COLUMNS,
    Rows,
    activity_rows,
    block_rows,
    fields,
    validator_rows,
)

STEP_S: Final = 0.05  # between two questions whether the screen is closed
SPARKS_MAX: Final = 60  # block times that are drawn
PANES: Final = {
    "blocks": ("Blocks (b)", BLOCK_COLUMNS, block_rows),
    "validators": ("Validators (v)", VALIDATOR_COLUMNS, validator_rows),
    "markets": ("Markets (m)", ACTIVITY_COLUMNS, activity_rows),
}
CSS: Final = """
Screen { layout: vertical; }
#title, #standing Static, #interval { text-wrap: nowrap; text-overflow: ellipsis; }
#title { height: 1; background: $primary; color: $text; text-style: bold; }
#title.away { background: $error; }
#title.paused { background: $warning; color: $background; }
#standing { grid-size: 2; grid-rows: 1; height: 4; padding: 0 1; }
#standing Static { height: 1; }
#sparks { grid-size: 2; grid-columns: 20 1fr; grid-rows: 2; height: 2; padding: 0 1; }
#sparks Static, #intervals { height: 2; }
TabbedContent { height: 1fr; }
TabPane { padding: 0 1; }
DataTable { height: 1fr; }
"""


class Screen(App[None]):
    """Shows what `look` returns, every `every_s` seconds; `look` may raise CommandFailed."""

    CSS = CSS
    TITLE = "kumiai top"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit", "quit"),
        Binding("p", "pause", "pause"),
        Binding("b", "pane('blocks')", "blocks"),
        Binding("v", "pane('validators')", "validators"),
        Binding("m", "pane('markets')", "markets"),
        Binding("tab", "next_pane", "next pane", priority=True),
    ]

    def __init__(self, look: Callable[[], Snapshot], url: str, every_s: float) -> None:
        super().__init__()
        self.animation_level = "none"  # over a slow line a table that slides is no table
        self._look, self._url, self._every_s = look, url, every_s
        self._found: Snapshot | None = None
        self._failure, self._away_since_s = "", 0.0
        self.is_paused = False

    def compose(self) -> ComposeResult:
        """Lay out: title, standing in two columns, bars, panes, keys."""
        yield Static(id="title", markup=False)
        with Grid(id="standing"):
            for place in range(8):
                yield Static(id=f"field{place}", markup=False)
        with Grid(id="sparks"):
            yield Static(id="interval", markup=False)
            yield Sparkline([], id="intervals", summary_function=max)
        with TabbedContent(initial="blocks"):
            for name, (title, _, _) in PANES.items():
                with TabPane(title, id=name):
                    yield DataTable[Text](
                        id=f"{name}-table", cursor_type="none", zebra_stripes=True
                    )
        yield Footer()

    def on_mount(self) -> None:
        """Name the columns, and begin to look."""
        for name, (_, columns, _) in PANES.items():
            self.query_one(f"#{name}-table", DataTable).add_columns(*columns)
        self._show_title()
        self.run_worker(self._watch, thread=True, exclusive=True)
        self.set_interval(1.0, self._refresh_ages)

    def _watch(self) -> None:
        """Look until the screen closes; on a thread of its own."""
        worker = get_current_worker()
        while not worker.is_cancelled:
            if not self.is_paused:
                try:
                    found = self._look()
                except CommandFailed as failure:
                    self._tell(self.miss, str(failure))
                else:
                    self._tell(self.show, found)
            until_s = time.monotonic() + self._every_s
            while time.monotonic() < until_s and not worker.is_cancelled:
                time.sleep(STEP_S)

    def _tell(self, hear: Callable[..., None], news: object) -> None:
        """Hand news to the screen's own thread, as long as it is there to hear."""

        def hear_if_open() -> None:
            if self.query("#title"):  # its widgets go before its threads do
                hear(news)

        if self.is_running and not get_current_worker().is_cancelled:
            self.call_from_thread(hear_if_open)

    def show(self, found: Snapshot) -> None:
        """Draw a look."""
        self._found, self._failure = found, ""
        self._show_title()
        self._refresh_ages()
        intervals = found.intervals_s[-SPARKS_MAX:]
        self.query_one("#intervals", Sparkline).data = [0.0, *intervals]  # bars from zero
        told = "block times"
        if intervals:
            mean = sum(intervals) / len(intervals)
            told = f"block times\n{mean:.2f} s, {max(intervals):.2f} at most"
        self.query_one("#interval", Static).update(Text(told))
        for name, (_, _, rows_of) in PANES.items():
            self._fill(name, rows_of(found))

    def miss(self, failure: str) -> None:
        """Say that the node does not answer; what was seen last stays."""
        if not self._failure:
            self._away_since_s = time.monotonic()
        self._failure = failure
        self._show_title()

    def action_pause(self) -> None:
        """Stop looking, or go on."""
        self.is_paused = not self.is_paused
        self._show_title()

    def action_pane(self, name: str) -> None:
        """Show one of the panes."""
        self.query_one(TabbedContent).active = name

    def action_next_pane(self) -> None:
        """Show the pane after this one."""
        names = list(PANES)
        place = names.index(self.query_one(TabbedContent).active)
        self.action_pane(names[(place + 1) % len(names)])

    def _fill(self, name: str, rows: Rows) -> None:
        """Put rows into a table as plain text, and leave it scrolled where it was."""
        table = self.query_one(f"#{name}-table", DataTable)
        place = table.scroll_y
        table.clear()
        for row in rows:
            table.add_row(*(Text(cell, no_wrap=True) for cell in row))
        table.scroll_to(y=place, animate=False)

    def _refresh_ages(self) -> None:
        """Draw what changes with the clock alone."""
        if not self.query("#title"):
            return
        if self._failure:
            self._show_title()
        if self._found is None or self.is_paused:
            return
        for place, (name, value) in enumerate(fields(self._found, int(time.time() * 1_000))):
            line = Text.assemble((f"{name:<9}", "bold"), value)
            self.query_one(f"#field{place}", Static).update(line)

    def _show_title(self) -> None:
        title, found = self.query_one("#title", Static), self._found
        title.set_class(bool(self._failure), "away")
        title.set_class(self.is_paused and not self._failure, "paused")
        if self._failure:
            away_s = time.monotonic() - self._away_since_s
            text = (
                f"away for {away_s:.0f} s, asked again every {self._every_s:g} s: {self._failure}"
            )
        elif found is None:
            text = f"asking {self._url} …"
        else:
            state = "paused" if self.is_paused else "live"
            text = f"{state}: {found.url}, chain {found.chain_id}, {found.version}"
        title.update(Text(f" {text}"))
