"""Values on their way to the chain and back: what does not fit says so, and whose fault it is."""

from dataclasses import dataclass
from enum import IntEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client import kit
from client.errors import AnswerInvalid, ArgumentInvalid
from client.kit.kinds import decode_values, encode_values, fields_of, kind_of, spelled


class Colour(IntEnum):
    """An enum."""

    RED = 0
    BLUE = 2


@dataclass(frozen=True)
class Point(kit.Record):
    """A record with everything in it."""

    x: kit.Uint8
    who: kit.Address
    seen: bool
    name: str
    raw: bytes
    seal: kit.Bytes32
    colour: Colour
    others: tuple[kit.Uint256, ...] = ()


KINDS = list(fields_of(Point).values())
WHO = "0x52908400098527886E0F7030069857D2E4169EE7"


@given(
    st.builds(
        Point,
        st.integers(0, 255),
        st.just(WHO),
        st.booleans(),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
        st.binary(max_size=70),
        st.binary(min_size=32, max_size=32),
        st.sampled_from(Colour),
        st.lists(st.integers(0, 2**256 - 1), max_size=4).map(tuple),
    )
)
def test_what_is_sent_is_what_comes_back(point):
    """Alone and in lists, whatever is in it."""
    kinds = [kind_of(Point), kind_of(tuple[Point, ...])]
    sent = encode_values(kinds, [point, [point] * 2])
    assert [point, (point, point)] == decode_values(kinds, sent)


GOOD = (1, WHO, True, "", b"", bytes(32), Colour.RED, ())


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("x", 256, "x: uint8 expected, found 256"),
        ("x", -1, "uint8"),
        ("x", True, "uint8"),
        ("x", 1.0, "uint8"),
        ("who", "0x12", "address"),
        ("who", WHO.replace("52", "5a").replace("908", "90E"), "checksum"),
        ("who", bytes(20), "address"),
        ("who", "0x" + "zz" * 20, "address"),
        ("seen", 1, "bool"),
        ("name", b"", "string"),
        ("raw", "", "bytes"),
        ("seal", bytes(31), "bytes32"),
        ("colour", 1, "RED, BLUE"),
        ("others", "12", "uint256"),
        ("others", [1, None], "uint256"),
    ],
)
def test_what_does_not_fit_is_the_callers_fault_and_named(field, value, said):
    """The error says which field, what was expected and what was found."""
    values = dict(zip(fields_of(Point), GOOD, strict=True)) | {field: value}
    with pytest.raises(ArgumentInvalid, match=said):
        encode_values([kind_of(Point)], [Point(**values)])


def test_lower_case_addresses_are_taken_and_mixed_case_comes_back():
    """As people paste them."""
    raw = encode_values([kind_of(kit.Address)], [WHO.lower()])
    assert [WHO] == decode_values([kind_of(kit.Address)], raw)


@pytest.mark.parametrize("raw", [b"", b"\x01", bytes(31) + b"\x07", b"\xff" * 32])
def test_what_a_node_says_that_cannot_be_is_its_fault(raw):
    """Too short, too long, or an enum's member that is none."""
    with pytest.raises(AnswerInvalid):
        decode_values([kind_of(Colour)], raw)


def test_as_many_values_as_arguments():
    """One too few is no call."""
    with pytest.raises(ArgumentInvalid, match="8 values expected, found 7"):
        encode_values(KINDS, GOOD[:-1])
    with pytest.raises(TypeError):
        kind_of(float)


def test_names_are_spelled_as_interfaces_do():
    """A word behind an underscore begins large."""
    names = ("amount_wei", "from_", "units_0")
    assert ["amountWei", "from", "units0"] == [spelled(name) for name in names]
