"""
A state machine as a picture that needs no program to be seen: one SVG chart.

    rows: states    columns: calls and deadlines    column: o sources   > targets   = stays

Arrows between boxes cannot be followed where thirty calls join eighteen states; rows and columns
can, and their number is all that grows.
"""

from html import escape
from typing import Any, Final

from chain.kit.state_machine import StateMachine, Transition

ROW_PX: Final = 30
COLUMN_PX: Final = 28
CHARACTER_PX: Final = 8  # of the states' names, in their font
SLANT_PX: Final = 6  # that a character of a call's name takes of the height, written aslant
MARGIN_PX: Final = 12


def draw_chart(machine: StateMachine[Any], subject: str) -> str:
    """
    Return the SVG element; `subject` names whose states they are, for who hears the page.

    A hollow dot is where a call may be made, a triangle where it leads, a full dot where it
    stays; what the chain does by itself is dashed. A state with a double frame is an end.
    """
    states = tuple(state for state in machine.states)
    left = MARGIN_PX + 26 + CHARACTER_PX * max(len(state.name) for state in states)
    longest = max(len(_label(line)) for line in machine.transitions)
    top = MARGIN_PX + 14 + SLANT_PX * longest
    width = left + COLUMN_PX * len(machine.transitions) + SLANT_PX * longest + MARGIN_PX
    height = top + ROW_PX * len(states) + MARGIN_PX
    title, lines = f"States of {subject}", len(machine.transitions)
    told = (
        f"{len(states)} states in rows, {lines} calls and deadlines in columns. "
        "The table after the picture says the same in words."
    )
    rows = {state: top + ROW_PX * n + ROW_PX // 2 for n, state in enumerate(states)}
    parts = [
        f'<svg class="states" role="img" aria-label="{escape(title)}. {escape(told)}" '
        f'xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">',
        f"<title>{escape(title)}</title><desc>{escape(told)}</desc>",
        *(_row(machine, state, y, left, width) for state, y in rows.items()),
        *(
            _column(line, left + COLUMN_PX * n + COLUMN_PX // 2, top, rows)
            for n, line in enumerate(machine.transitions)
        ),
        "</svg>",
    ]
    return "\n".join(parts)


def _row(machine: StateMachine[Any], state: Any, y: int, left: int, width: int) -> str:
    box_px = left - MARGIN_PX - 12
    kind = "end" if machine.is_terminal(state) else "state"
    frames = [_frame(MARGIN_PX, y, box_px, 22, kind)]
    if kind == "end":
        frames.append(_frame(MARGIN_PX + 3, y, box_px - 6, 16, kind))
    if state == machine.nothing:
        frames = []  # what is not there has no box
    middle = MARGIN_PX + box_px // 2
    return (
        f'<line class="guide" x1="{left - 12}" y1="{y}" x2="{width - MARGIN_PX}" y2="{y}"/>'
        f'{"".join(frames)}<text class="name" x="{middle}" y="{y + 4}">{escape(state.name)}</text>'
    )


def _frame(x: int, y: int, width: int, height: int, kind: str) -> str:
    top = y - height // 2
    return f'<rect class="{kind}" x="{x}" y="{top}" width="{width}" height="{height}" rx="5"/>'


def _column(line: Transition[Any], x: int, top: int, rows: dict[Any, int]) -> str:
    ends = [rows[state] for state in (*line.sources, *line.targets)]
    kind = "deadline" if line.is_deadline else "call"
    marks = [_mark(state, line, x, y) for state, y in rows.items()]
    return (
        f'<g class="{kind}"><title>{escape(_told(line))}</title>'
        f'<line x1="{x}" y1="{min(ends)}" x2="{x}" y2="{max(ends)}"/>'
        f'<line class="lead" x1="{x}" y1="{top - 6}" x2="{x}" y2="{min(ends)}"/>'
        f"{''.join(marks)}"
        f'<text class="call-name" transform="translate({x + 3},{top - 10}) rotate(-45)">'
        f"{escape(_label(line))}</text></g>"
    )


def _label(line: Transition[Any]) -> str:
    return f"({line.name})" if line.is_deadline else line.name


def _mark(state: Any, line: Transition[Any], x: int, y: int) -> str:
    if state in line.sources and state in line.targets:
        return f'<circle class="stays" cx="{x}" cy="{y}" r="5"/>'
    if state in line.sources:
        return f'<circle class="from" cx="{x}" cy="{y}" r="5"/>'
    if state in line.targets:
        return f'<path class="to" d="M{x - 6} {y - 6} L{x + 7} {y} L{x - 6} {y + 6} Z"/>'
    return ""


def _told(line: Transition[Any]) -> str:
    """What a column means, in words."""
    who = "the chain, by itself" if line.is_deadline else ", ".join(line.who)
    sources, targets = (
        ", ".join(state.name for state in states) for states in (line.sources, line.targets)
    )
    return f"{line.name}: from {sources} to {targets}; {who}; {line.rule}"
