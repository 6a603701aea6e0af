"""Hex in and out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.errors import Malformed
from rpc import shapes


@given(st.integers(0, 2**256 - 1))
def test_quantities_come_back(value: int) -> None:
    """Every 256-bit number survives being written and read."""
    assert value == shapes.parse_quantity(shapes.quantity(value))


@given(st.binary(max_size=100))
def test_data_comes_back(value: bytes) -> None:
    """Every byte string survives being written and read."""
    assert value == shapes.parse_data(shapes.data(value))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("0x", 'hex string "0x"'),
        ("0x01", "hex number with leading zero digits"),
        ("0x00", "hex number with leading zero digits"),
        ("", "empty hex string"),
        ("12", "hex string without 0x prefix: '12'"),
        ("0xg", "invalid hex string"),
        ("0x1 ", "invalid hex string"),
        ("0x-1", "invalid hex string"),
        ("0x_1", "invalid hex string"),
        ("0x" + "1" * 65, "hex number > 256 bits"),
        (5, "hex string expected, found 5"),
        (True, "hex string expected, found True"),
        (1.5, "hex string expected, found 1.5"),
        ({}, "hex string expected, found an object"),
        ([], "hex string expected, found an array"),
    ],
)
def test_quantities_are_read_strictly(text: object, message: str) -> None:
    """What is no canonical quantity is refused, in geth's words."""
    with pytest.raises(Malformed) as caught:
        shapes.parse_quantity(text)
    assert message == str(caught.value)


def test_quantity_width_is_checked() -> None:
    """A 64-bit field refuses a number of 65 bits."""
    assert 2**64 - 1 == shapes.parse_quantity(hex(2**64 - 1), 64)
    with pytest.raises(Malformed, match="hex number > 64 bits"):
        shapes.parse_quantity(hex(2**64), 64)


@pytest.mark.parametrize("text", ["0x1", "0x123", "1234", "0xzz", 7, None])
def test_data_is_read_strictly(text: object) -> None:
    """Data has two hex digits a byte and nothing else."""
    with pytest.raises(Malformed):
        shapes.parse_data(text)


def test_fixed_lengths_are_checked() -> None:
    """An address of 19 bytes is no address."""
    with pytest.raises(Malformed, match="hex string has length 38, want 40 for an address"):
        shapes.parse_address("0x" + "11" * 19)
    assert b"\x11" * 32 == shapes.parse_hash("0x" + "11" * 32)


def test_slots_are_read_in_both_spellings() -> None:
    """A storage key may be a short number or a whole word."""
    assert 1 == shapes.parse_slot("0x1") == shapes.parse_slot("0x" + "0" * 63 + "1")
    with pytest.raises(Malformed, match="at most 32 bytes"):
        shapes.parse_slot("0x" + "0" * 65)
    with pytest.raises(Malformed, match="empty hex string"):
        shapes.parse_slot("0x")
