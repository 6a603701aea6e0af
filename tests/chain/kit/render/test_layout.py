"""Storage layouts, and what may change in them."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from chain.kit.render.layout import Layout, growth_objection, layout_of, render_layout
from modules import MODULES
from modules.compute.module import Compute
from tests.chain.kit.render.sample import Sample

Edit = Callable[[Layout], Any]
MORE = {"label": "more", "slot": "9", "offset": 0, "type": "uint256"}


def cell(label: str, slot: int, kind: str = "uint256") -> dict[str, Any]:
    """Return a new cell."""
    return {"label": label, "slot": str(slot), "offset": 0, "numberOfSlots": "1", "type": kind}


def members(layout: Layout, name: str) -> list[Any]:
    """Return a record's members."""
    found: list[Any] = layout["types"][name]["members"]
    return found


def test_cells_stand_with_their_slots_and_types() -> None:
    """The layout tells an explorer where every value lies."""
    found = {item["label"]: item for item in layout_of(Sample)["storage"]}
    assert ("34", "mapping(string => Branch)") == (found["map"]["slot"], found["map"]["type"])
    assert ("41", "4") == (found["queue"]["slot"], found["queue"]["numberOfSlots"])
    assert "0x0000000000000000000000000000000000000aBc" == layout_of(Sample)["address"]


def test_records_stand_with_the_slots_of_their_fields() -> None:
    """A field of a nested record is found by adding slots."""
    found = {item["label"]: item["slot"] for item in members(layout_of(Sample), "Branch")}
    assert ("0", "2", "11") == (found["leaf"], found["leaves"], found["height"])


@pytest.mark.parametrize("module", (*MODULES, Sample))
def test_a_layout_continues_itself(module: Any) -> None:
    """What was written under a layout is read under it, also after a trip through the file."""
    assert growth_objection(json.loads(render_layout(module)), layout_of(module)) is None


@pytest.mark.parametrize(
    "edit",
    [
        lambda new: new["storage"].append(cell("next", 45)),
        lambda new: new["storage"].insert(1, cell("gap", 3)),
        lambda new: members(new, "Branch").append(MORE),
        lambda new: new["types"]["Grade"]["values"].append("BEST"),
        lambda new: members(new, "SampleParams").append(MORE),
    ],
)
def test_growth_at_the_end_is_allowed(edit: Edit) -> None:
    """New cells in unused slots, new fields at the end of what stands alone, new enum values."""
    new = copy.deepcopy(layout_of(Sample))
    edit(new)
    assert growth_objection(layout_of(Sample), new) is None


@pytest.mark.parametrize(
    ("edit", "objection"),
    [
        (lambda new: new.update(address="0x01"), "expected, found 0x01"),
        (lambda new: new["storage"].pop(), "queue is gone"),
        (lambda new: new["storage"][1].update(slot="33"), "value: slot 32 expected, found 33"),
        (
            lambda new: new["storage"][1].update(type="uint256"),
            "value: type Leaf expected, found uint256",
        ),
        (lambda new: new["storage"].append(cell("next", 44)), "next: slot 44 was used before"),
        (lambda new: members(new, "Branch").pop(0), "map: Branch: a field moved"),
        (lambda new: members(new, "Branch").insert(0, MORE), "map: Branch: a field moved"),
        (lambda new: members(new, "Leaf").append(MORE), "which moves what comes after it"),
        (lambda new: new["types"]["Stage"]["values"].reverse(), "Stage: values OPEN, SHUT"),
        (lambda new: new["types"].pop("Branch"), "map: Branch is gone"),
    ],
)
def test_what_moves_stored_data_is_refused(edit: Edit, objection: str) -> None:
    """Each way of misreading what a chain has stored is named."""
    new = copy.deepcopy(layout_of(Sample))
    edit(new)
    assert objection in (growth_objection(layout_of(Sample), new) or "nothing")


@pytest.mark.parametrize(
    "kind", ["Leaf[]", "mapping(address => Leaf[])", "EnumerableSet(Leaf)", "Outer"]
)
def test_records_that_others_follow_cannot_grow(kind: str) -> None:
    """Elements of lists and sets, and records inside records, have something behind them."""
    leaf = {"numberOfSlots": "1", "members": [MORE]}
    outer = {
        "numberOfSlots": "2",
        "members": [{"label": "leaf", "slot": "0", "offset": 0, "type": "Leaf"}, MORE],
    }
    old = {
        "address": "0x01",
        "storage": [cell("it", 0, kind)],
        "types": {"Leaf": leaf, "Outer": outer},
    }
    new = copy.deepcopy(old)
    new["types"]["Leaf"]["members"].append({**MORE, "label": "most"})  # type: ignore[call-overload]
    assert "fields were added" in (growth_objection(old, new) or "nothing")


def test_a_mapping_beside_another_says_where() -> None:
    """Whoever reads storage finds its entries, and they never move to another place."""
    old, new = layout_of(Compute), copy.deepcopy(layout_of(Compute))
    found = next(item for item in new["storage"] if item["label"] == "progress")
    assert ("82", "81", "4") == tuple(found[k] for k in ("slot", "besideSlot", "entryOffset"))
    found["entryOffset"] = "5"
    assert "progress: entryOffset 4 expected, found 5" == growth_objection(old, new)
    del found["besideSlot"], found["entryOffset"]
    assert "progress: besideSlot 81 expected, found None" == growth_objection(old, new)
