"""Reference pages of modules."""

import pytest

from chain.kit.module import Module, methods_of
from chain.kit.render.names import events_of, refusals_of
from chain.kit.render.reference import render_reference
from modules import MODULES
from tests.chain.kit.render.sample import Sample

SECTIONS = [
    *("Parameters", "Calls", "Views", "Types", "Events", "Refusals", "Storage"),
    *("Invariants", "Deadlines"),
]


@pytest.mark.parametrize("module", (*MODULES, Sample))
def test_every_page_has_one_shape_and_names_everything(module: type[Module]) -> None:
    """Who knows one module's page finds their way in all of them."""
    text = render_reference(module)
    found = [line[3:] for line in text.splitlines() if line.startswith("## ")]
    assert SECTIONS == [name for name in found if not name.startswith("States of ")]
    for method in methods_of(module).values():
        assert f"### {method.name}\n" in text
        assert f"`{method.signature}`" in text
    for event in events_of(module):
        assert f"| `{event.__name__}` |" in text
    for refusal in refusals_of(module):
        assert f"| `{refusal.__name__}(" in text


def test_parameters_show_their_bounds() -> None:
    """What a proposal may do stands in one row, in the units of the field's name."""
    text = render_reference(Sample)
    row = "| 250 | 0 | 10,000 | 500 | 86,400 s | now | share of each / payment |"
    assert row in text
    assert "| any | none | next epoch | who may pause |" in text


def test_invariants_say_when_they_are_checked() -> None:
    """A reader sees what guards the chain and what only tests walk."""
    text = render_reference(Sample)
    assert "| `stands` | every block | It stands. |" in text
    assert "| `adds_up` | tests and exports | It adds up. |" in text


def test_deadlines_name_their_clock() -> None:
    """A queue counts in heights or in seconds."""
    assert "| `queue` | seconds | 41 |" in render_reference(Sample)


def test_diagrams_stay_diagrams() -> None:
    """What is indented on the module's page is not wrapped."""
    assert "```text\ncalls --> cells of every kind\n```" in render_reference(Sample)
