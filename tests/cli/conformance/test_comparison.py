"""What counts as the same answer."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.conformance.comparison import difference, difference_of_form

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(JSON, JSON)
def test_equal_values_and_no_others_agree(one: Any, other: Any) -> None:
    """Nothing differs exactly where the two are equal, types included."""
    assert difference(one, one) is None
    assert (difference(one, other) is None) == (repr(one) == repr(other) or _same(one, other))


def _same(one: Any, other: Any) -> bool:
    """Equality that tells true from 1."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[k], other[k]) for k in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return type(one) is type(other) and one == other


@pytest.mark.parametrize(
    ("recorded", "found", "expected"),
    [
        ({"a": [1, {"b": "0x1"}]}, {"a": [1, {"b": "0x2"}]}, "answer.a[1].b: '0x1' expected"),
        ({"a": 1}, {}, "answer.a: 1 expected, found nothing"),
        ({}, {"a": 1}, "answer.a: nothing expected, found 1"),
        ([1], [1, 2], "answer: [1] expected, found [1, 2]"),
        (True, 1, "answer: True expected, found 1"),
    ],
)
def test_the_first_difference_is_told(recorded: Any, found: Any, expected: str) -> None:
    """The place, what was recorded, what was found."""
    told = difference(recorded, found)
    assert told is not None and told.startswith(expected)


def test_long_values_are_cut() -> None:
    """A sentence stays readable whatever is compared."""
    told = difference("0x" + "1" * 5_000, "0x")
    assert told is not None and len(told) < 200


@pytest.mark.parametrize(
    ("recorded", "found", "agrees"),
    [
        ({"a": "0x1"}, {"a": "0x22"}, True),
        ({"a": "0x1"}, {"a": "1"}, False),
        ({"a": "0x1"}, {"a": None}, False),
        ({"a": "0x1"}, {"b": "0x1"}, False),
        ({"a": 1}, {"a": 1.5}, True),
        ({"a": 1}, {"a": True}, False),
        ([{"a": "0x1"}], [{"a": "0x2"}, {"a": "0x3"}], True),
        ([{"a": "0x1"}], [{"a": "0x2"}, {"c": "0x3"}], False),
        ([], ["whatever"], True),
        ([], {}, False),
    ],
)
def test_forms_are_fields_and_kinds(recorded: Any, found: Any, agrees: bool) -> None:
    """Other values of the same fields and kinds have the same form."""
    assert agrees == (difference_of_form(recorded, found) is None)
