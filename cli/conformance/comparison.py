"""
An answer against the recorded one: equal in every value, or where that is enough, of one form.

    difference(recorded, found) -> None, or the first place where they differ, in words
"""

from collections.abc import Callable
from typing import Any, Final

Rule = Callable[[Any, Any, str], str | None]
SHOWN_CHARACTERS: Final = 80  # of a value in a sentence


def difference(recorded: Any, found: Any, place: str = "answer") -> str | None:
    """Return where two answers differ first, None where they are equal."""
    if isinstance(recorded, dict) and isinstance(found, dict):
        return _of_objects(recorded, found, place, difference)
    if isinstance(recorded, list) and isinstance(found, list) and len(recorded) == len(found):
        pairs = enumerate(zip(recorded, found, strict=True))
        every = (difference(one, other, f"{place}[{at}]") for at, (one, other) in pairs)
        return next((item for item in every if item is not None), None)
    if type(recorded) is type(found) and recorded == found:
        return None
    return f"{place}: {_show(recorded)} expected, found {_show(found)}"


def difference_of_form(recorded: Any, found: Any, place: str = "answer") -> str | None:
    """
    Return where the form of two answers differs first: other fields, or other kinds of values.

    Lists may be of different lengths; what is in them has the form of the first recorded item.
    """
    if isinstance(recorded, dict) and isinstance(found, dict):
        return _of_objects(recorded, found, place, difference_of_form)
    if isinstance(recorded, list) and isinstance(found, list):
        every = (difference_of_form(recorded[0], item, f"{place}[]") for item in found if recorded)
        return next((item for item in every if item is not None), None)
    if _kind(recorded) == _kind(found):
        return None
    return f"{place}: {_kind(recorded)} expected, found {_show(found)}"


def _of_objects(
    recorded: dict[str, Any], found: dict[str, Any], place: str, rule: Rule
) -> str | None:
    for name in sorted(recorded.keys() | found.keys()):
        if name not in found:
            return f"{place}.{name}: {_show(recorded[name])} expected, found nothing"
        if name not in recorded:
            return f"{place}.{name}: nothing expected, found {_show(found[name])}"
        inner = rule(recorded[name], found[name], f"{place}.{name}")
        if inner is not None:
            return inner
    return None


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return "a truth value"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, str):
        return "hex" if value.startswith("0x") else "text"
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    return "null"


def _show(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= SHOWN_CHARACTERS else text[:SHOWN_CHARACTERS] + "…"
