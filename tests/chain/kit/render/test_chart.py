"""State machines as charts."""

import xml.etree.ElementTree as ET

import pytest

from chain.kit.render.chart import draw_chart
from chain.kit.state_machine import StateMachine, machines_of
from modules import MODULES

MACHINES = {f"{m.name}: {s.name}": s for m in MODULES for s in machines_of(m)}
SVG = "{http://www.w3.org/2000/svg}"


def marks(group: ET.Element) -> dict[str, int]:
    """Count the marks of a column by their kind."""
    kinds = [part.get("class") for part in group if part.tag != f"{SVG}line"]
    return {kind: kinds.count(kind) for kind in ("from", "to", "stays")}


@pytest.mark.parametrize("subject", MACHINES)
def test_every_transition_is_a_column_with_all_its_ends(subject: str) -> None:
    """Each call and deadline has a mark at each state that it leads from or to, and no other."""
    machine: StateMachine = MACHINES[subject]
    picture = ET.fromstring(draw_chart(machine, subject))
    columns = picture.findall(f"{SVG}g")
    assert len(columns) == len(machine.transitions)
    for column, line in zip(columns, machine.transitions, strict=True):
        sources, targets = set(line.sources), set(line.targets)
        wanted = len(sources - targets), len(targets - sources), len(sources & targets)
        assert wanted == tuple(marks(column).values())
        assert ("deadline" if line.is_deadline else "call") == column.get("class")
    names = [text.text for text in picture.findall(f"{SVG}text")]
    assert [state.name for state in machine.states] == names


@pytest.mark.parametrize("subject", MACHINES)
def test_a_chart_is_told_in_words_and_fits_its_frame(subject: str) -> None:
    """Who hears the page is told what it shows; nothing is drawn beyond the edges."""
    picture = ET.fromstring(draw_chart(MACHINES[subject], subject))
    assert "img" == picture.get("role") and subject in str(picture.get("aria-label"))
    assert subject in str(picture.findtext(f"{SVG}title"))
    width, height = int(picture.get("width", "0")), int(picture.get("height", "0"))
    for part in picture.iter(f"{SVG}line"):
        assert 0 <= int(part.get("x2", "0")) <= width and 0 <= int(part.get("y2", "0")) <= height
