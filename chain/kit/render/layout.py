"""
A module's storage layout as data, and what may change in it once a chain has used it.

    cells_of(module) --layout_of--> {storage: [label, slot, type, ...], types: {...}}
    layout before, layout now --growth_objection--> None, or the first thing that moved

Of the shape of solc's `storageLayout`, with one field a slot but in packed records. Slots are
consensus: cells and fields are added at the end; nothing moves, changes its type or goes away.
"""

import json
import re
from typing import Any

from eth_utils.address import to_checksum_address

from chain.kit.abi import AbiType, EnumType, TupleType
from chain.kit.module import Module, cells_of
from chain.kit.packing import is_packed, places_of, stored_name
from chain.kit.render.names import stored_kinds
from chain.kit.render.solidity import members_by_number
from chain.kit.storage import Cell, width_of

Layout = dict[str, Any]


def layout_of(module: type[Module]) -> Layout:
    """Return the layout as JSON data; every cell takes whole slots, so its offset is 0."""
    cells = cells_of(module)
    storage = [_place_of(name, cell) for name, cell in cells.items()]
    types = {kind.solidity: _type_of(kind) for kind in stored_kinds(module)}
    return {
        "module": module.name,
        "address": to_checksum_address(module.address),
        "storage": storage,
        "types": {name: shape for name, shape in types.items() if shape},
    }


def _place_of(name: str, cell: Cell) -> Layout:
    """Describe one cell; `besideSlot` and `entryOffset` where another mapping has its entries."""
    place = {
        "label": name,
        "slot": str(cell.slot),
        "offset": 0,
        "numberOfSlots": str(cell.width),
        "type": cell.solidity(),
    }
    if cell.beside is not None:
        place["besideSlot"] = str(cell.beside.slot)
        place["entryOffset"] = str(cell.beside.offset)
    return place


def render_layout(module: type[Module]) -> str:
    """Return the text of the layout file."""
    return json.dumps(layout_of(module), indent=2) + "\n"


def _type_of(kind: AbiType) -> Layout:
    """Describe records and enums; other types say all by their name."""
    if isinstance(kind, EnumType):
        return {"numberOfSlots": "1", "values": members_by_number(kind.python)}
    if not isinstance(kind, TupleType):
        return {}
    if is_packed(kind.python):
        members = [
            {
                "label": place.name,
                "slot": str(place.word),
                "offset": place.shift // 8,
                "type": stored_name(place),
            }
            for place in places_of(kind.python)
        ]
        return {"numberOfSlots": str(width_of(kind)), "members": members}
    members, at = [], 0
    for name, member in kind.fields.items():
        members.append({"label": name, "slot": str(at), "offset": 0, "type": member.solidity})
        at += width_of(member)
    return {"numberOfSlots": str(at), "members": members}


def growth_objection(before: Layout, now: Layout) -> str | None:
    """
    Return why data stored under the layout `before` would be misread under `now`, or None.

    Allowed are new cells, new values of an enum, and new fields at the end of a record that
    stands alone: in place or as a mapping's value. A record inside a list or another record
    cannot grow, because what comes after it would move. The account itself never moves: callers
    have its address in their contracts.
    """
    if before["address"] != now["address"]:
        return f"address {before['address']} expected, found {now['address']}"
    cells = {cell["label"]: cell for cell in now["storage"]}
    for old in before["storage"]:
        new = cells.get(old["label"])
        if new is None:
            return f"{old['label']} is gone"
        for key in ("slot", "offset", "type", "besideSlot", "entryOffset"):
            if new.get(key) != old.get(key):
                return f"{old['label']}: {key} {old.get(key)} expected, found {new.get(key)}"
        objection = _type_objection(old["type"], before, now, is_last=True)
        if objection:
            return f"{old['label']}: {objection}"
    return _room_objection(before, now)


def _room_objection(before: Layout, now: Layout) -> str | None:
    """New cells stand in slots that nothing has used."""
    known = {cell["label"] for cell in before["storage"]}
    taken = {
        slot
        for cell in before["storage"]
        for slot in range(int(cell["slot"]), int(cell["slot"]) + int(cell["numberOfSlots"]))
    }
    for cell in now["storage"]:
        if cell["label"] not in known and int(cell["slot"]) in taken:
            return f"{cell['label']}: slot {cell['slot']} was used before"
    return None


def _type_objection(text: str, before: Layout, now: Layout, *, is_last: bool) -> str | None:
    """Compare every record and enum that a type's text names."""
    for name in re.findall(r"\w+", text):
        old, new = before["types"].get(name), now["types"].get(name)
        if old is None:
            continue
        if new is None:
            return f"{name} is gone"
        if "values" in old:
            objection = _values_objection(name, old["values"], new["values"])
        else:
            may_grow = is_last and re.search(rf"\b{name}(\[|\))", _inside(text)) is None
            objection = _members_objection(name, (old, new), before, now, may_grow=may_grow)
        if objection:
            return objection
    return None


def _inside(text: str) -> str:
    """Return a type without the brackets that close its mappings."""
    while text.startswith("mapping("):
        text = text[text.index("=> ") + 3 : -1]
    return text


def _values_objection(name: str, old: list[str], new: list[str]) -> str | None:
    if new[: len(old)] != old:
        return f"{name}: values {', '.join(old)} expected first, found {', '.join(new)}"
    return None


def _members_objection(
    name: str, shapes: tuple[Layout, Layout], before: Layout, now: Layout, *, may_grow: bool
) -> str | None:
    old, new = shapes[0]["members"], shapes[1]["members"]
    if new[: len(old)] != old:
        return f"{name}: a field moved, changed or went away"
    if len(new) > len(old) and not may_grow:
        return f"{name}: fields were added, which moves what comes after it"
    for index, member in enumerate(old):
        is_last = may_grow and index == len(new) - 1
        objection = _type_objection(member["type"], before, now, is_last=is_last)
        if objection:
            return f"{name}.{member['label']}: {objection}"
    return None
