"""
A small drawing of lines or bars, as SVG that a page can show; no library.

    Lines --draw--> a plot over numbers        ratios --draw_bars--> one bar for each promise
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 720, 380
BARS_WIDTH, NAMES = 960, 560  # of a drawing of bars, and of the names before them
LEFT, RIGHT, TOP, BOTTOM = 70, 20, 40, 60  # around the area that is drawn in
COLOURS: Final = ("#1f6feb", "#2da44e", "#cf222e", "#8250df", "#bf8700")
MISSED: Final = "#cf222e"
KEPT: Final = "#2da44e"
TICKS: Final = 5
STYLE: Final = "font-family='sans-serif' font-size='12' fill='#57606a'"


@dataclass(frozen=True)
class Line:
    """Points with a name, in the order of x."""

    name: str
    points: Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Bar:
    """A share of what is promised: 1 is just kept, above it better."""

    name: str
    share: float
    text: str  # written behind it


def draw(title: str, x_name: str, y_name: str, lines: Sequence[Line]) -> str:
    """Return a plot of lines from 0 on."""
    x_max = max(x for line in lines for x, _ in line.points) or 1
    y_max = 1.1 * max(y for line in lines for _, y in line.points) or 1
    wide, high = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM

    def place(x: float, y: float) -> str:
        return f"{LEFT + wide * x / x_max:.1f},{TOP + high * (1 - y / y_max):.1f}"

    parts = [_text(WIDTH / 2, 20, title, "middle"), _text(WIDTH / 2, HEIGHT - 22, x_name, "middle")]
    parts.append(_text(8, TOP - 12, y_name, "start"))
    for step in range(TICKS + 1):
        x, y = x_max * step / TICKS, y_max * step / TICKS
        parts.append(_stroke(place(0, y), place(x_max, y), "#d0d7de"))
        at_x, at_y = place(x, y).split(",")
        parts.append(_text(LEFT - 8, float(at_y) + 4, f"{y:,.0f}", "end"))
        parts.append(_text(float(at_x), HEIGHT - BOTTOM + 16, f"{x:,.0f}", "middle"))
    for number, line in enumerate(lines):
        colour = COLOURS[number % len(COLOURS)]
        points = " ".join(place(x, y) for x, y in line.points)
        parts.append(
            f"<polyline points='{points}' fill='none' stroke='{colour}' stroke-width='2'/>"
        )
        left = LEFT + number * wide / len(lines)
        parts.append(_stroke(f"{left},{HEIGHT - 10}", f"{left + 20},{HEIGHT - 10}", colour, 3))
        parts.append(_text(left + 26, HEIGHT - 6, line.name, "start"))
    return _svg(WIDTH, HEIGHT, parts)


def draw_bars(title: str, bars: Sequence[Bar]) -> str:
    """Return a bar for each share of what is promised, with a line where it is just kept."""
    row, top, left = 26, 40, NAMES
    wide = BARS_WIDTH - left - 90
    most = 1.05 * max(1.0, *(min(bar.share, 4.0) for bar in bars))
    parts = [_text(BARS_WIDTH / 2, 20, title, "middle")]
    for number, bar in enumerate(bars):
        y, length = top + number * row, wide * min(bar.share, 4.0) / most
        colour = KEPT if bar.share >= 1 else MISSED
        parts.append(_text(left - 8, y + 14, bar.name, "end"))
        parts.append(f"<rect x='{left}' y='{y}' width='{length:.1f}' height='18' fill='{colour}'/>")
        parts.append(_text(left + length + 6, y + 14, bar.text, "start"))
    end = top + len(bars) * row
    at = left + wide / most
    parts.append(_stroke(f"{at:.1f},{top - 8}", f"{at:.1f},{end}", "#24292f", 2))
    parts.append(_text(at, end + 16, "promised", "middle"))
    return _svg(BARS_WIDTH, end + 30, parts)


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return f"<text x='{x:.1f}' y='{y:.1f}' text-anchor='{anchor}' {STYLE}>{escape(words)}</text>"


def _stroke(start: str, stop: str, colour: str, width: int = 1) -> str:
    (x1, y1), (x2, y2) = start.split(","), stop.split(",")
    place = f"x1='{x1}' y1='{y1}' x2='{x2}' y2='{y2}'"
    return f"<line {place} stroke='{colour}' stroke-width='{width}'/>"


def _svg(width: float, height: float, parts: Sequence[str]) -> str:
    head = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width:.0f} {height:.0f}'>"
    ground = f"<rect width='{width:.0f}' height='{height:.0f}' fill='#ffffff'/>"
    return "\n".join([head, ground, *parts, "</svg>", ""])
