"""
How commands speak: JSON on stdout for programs, tables for people, progress and errors on stderr.

    value + ABI type --to_json--> --json
                     --rows-----> a table: coins with their unit, shares in per cent, times in UTC
"""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from chain.kit.abi import AbiType, ListType, TupleType, UintType
from chain.kit.text import to_json
from chain.types.primitives import Bps, Seconds, Wei
from cli.units import format_bps, format_coins, format_seconds

COLUMNS_MAX: Final = 6  # fields of a record that fit beside one another
NAME_COLUMNS_MAX: Final = 42  # characters of a first column that is kept on one line
PIPE_WIDTH: Final = 160  # columns where nobody's terminal says otherwise: no address is cut


@dataclass(frozen=True, slots=True)
class Style:
    """What a person asked to see."""

    as_json: bool = False
    in_wei: bool = False


def print_json(data: Any) -> None:
    """Write one JSON value to stdout."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def print_line(text: str) -> None:
    """Write one line to stdout."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def print_note(text: str) -> None:
    """Write one line to stderr, so that stdout stays the answer."""
    sys.stderr.write(text + "\n")


def print_table(
    columns: Sequence[str], rows: Sequence[Sequence[str]], title: str | None = None
) -> None:
    """Write a table to stdout."""
    table = Table(title=title, title_justify="left", header_style="bold")
    for index, name in enumerate(columns):
        widest = max((len(row[index]) for row in rows), default=0)
        table.add_column(
            escape(name), overflow="fold", no_wrap=index == 0 and widest <= NAME_COLUMNS_MAX
        )
    for row in rows:
        table.add_row(*(escape(cell) for cell in row))
    console().print(table)


def print_fields(rows: Sequence[tuple[str, str]], title: str | None = None) -> None:
    """Write names and values to stdout, one pair a line."""
    table = Table(title=title, title_justify="left", show_header=False)
    table.add_column(style="bold")
    table.add_column(overflow="fold")
    for name, value in rows:
        table.add_row(escape(name), escape(value))
    console().print(table)


def console() -> Console:
    """Return the console that writes to stdout as it is now."""
    width = None if sys.stdout.isatty() else PIPE_WIDTH
    return Console(file=sys.stdout, width=width, highlight=False)


@contextmanager
def waiting(text: str) -> Iterator[Callable[[str], None]]:
    """Show that something is under way, on stderr and only to a person; yields how to reword it."""
    if not sys.stderr.isatty():
        yield lambda news: None
        return
    with Console(stderr=True).status(escape(text)) as status:
        yield lambda news: status.update(escape(news))


@contextmanager
def progress(text: str) -> Iterator[Callable[[int, int], None]]:
    """Show a bar on stderr, only to a person; yields how to say how much of how much is done."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(escape(text), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def print_value(kind: AbiType | None, value: Any, style: Style, title: str | None = None) -> None:
    """Write a typed value: a JSON value, a table of a record or of a list, or one line."""
    if style.as_json:
        print_json(None if kind is None else to_json(kind, value))
    elif kind is None:
        print_line("done")
    elif isinstance(kind, TupleType):
        print_fields(flat_rows(kind, value, style), title)
    elif isinstance(kind, ListType) and isinstance(kind.element, TupleType):
        _print_records(kind.element, value, style, title)
    elif isinstance(kind, ListType):
        for item in value:
            print_line(show(kind.element, item, style))
    else:
        print_line(show(kind, value, style))


def _print_records(kind: TupleType, values: Sequence[Any], style: Style, title: str | None) -> None:
    """Write records as rows of one table, or, where that is too wide to read, one by one."""
    is_flat = not any(isinstance(member, TupleType | ListType) for member in kind.members)
    if not values:
        print_note("none")
    elif is_flat and len(kind.fields) <= COLUMNS_MAX:
        rows = [[show(m, getattr(v, n), style) for n, m in kind.fields.items()] for v in values]
        print_table(list(kind.fields), rows, title)
    else:
        for value in values:
            print_fields(flat_rows(kind, value, style), title)


def flat_rows(kind: TupleType, value: Any, style: Style, above: str = "") -> list[tuple[str, str]]:
    """Return a record's fields, those of records inside it under dotted names."""
    rows: list[tuple[str, str]] = []
    for name, member in kind.fields.items():
        item = getattr(value, name)
        if isinstance(member, TupleType):
            rows += flat_rows(member, item, style, f"{above}{name}.")
        else:
            rows.append((above + name, show(member, item, style)))
    return rows


def show(kind: AbiType, value: Any, style: Style) -> str:
    """Return a value as a person reads it."""
    if isinstance(kind, UintType):
        return _show_number(kind, value, style)
    if isinstance(kind, TupleType):
        members = kind.fields.items()
        return ", ".join(f"{n} {show(m, getattr(value, n), style)}" for n, m in members)
    if isinstance(kind, ListType):
        return "\n".join(show(kind.element, item, style) for item in value) or "none"
    text = to_json(kind, value)
    return ("yes" if text else "no") if isinstance(text, bool) else str(text)


def _show_number(kind: UintType, value: int, style: Style) -> str:
    if kind.python is Wei:
        return format_coins(value, in_wei=style.in_wei)
    if kind.python is Bps:
        return format_bps(value)
    if kind.python is Seconds:
        return format_seconds(value)
    return f"{value:,}"
