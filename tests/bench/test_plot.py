"""Drawings are SVG that any viewer reads, with everything inside the page."""

import re
import xml.etree.ElementTree as ElementTree

from bench.plot import BARS_WIDTH, WIDTH, Bar, Line, draw, draw_bars


def test_a_plot_holds_every_point() -> None:
    """A line has as many points as it was given, inside the picture, and names are escaped."""
    text = draw(
        "a < b", "x", "y", [Line("one", [(0, 0), (5, 10), (10, 20)]), Line("two", [(0, 1)])]
    )
    root = ElementTree.fromstring(text)
    lines = [item for item in root.iter() if item.tag.endswith("polyline")]
    assert [3, 1] == [len(line.attrib["points"].split()) for line in lines]
    xs = [float(point.split(",")[0]) for line in lines for point in line.attrib["points"].split()]
    assert 0 < min(xs) and max(xs) < WIDTH


def test_a_bar_says_whether_it_is_kept() -> None:
    """Bars below the line have another colour than those above, and none leaves the picture."""
    text = draw_bars("t", [Bar("kept", 9.0, "9"), Bar("missed", 0.5, "0.5")])
    bars = re.findall(r"<rect x='(\d+)' y='\d+' width='([\d.]+)' height='18' fill='(.*?)'", text)
    assert 2 == len(bars) and bars[0][2] != bars[1][2]
    assert all(float(x) + float(width) < BARS_WIDTH for x, width, _ in bars)
