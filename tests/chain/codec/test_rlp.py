"""Strict RLP: one encoding for each value."""

from itertools import pairwise

import pytest
import rlp as pyrlp
from hypothesis import given
from hypothesis import strategies as st

from chain.codec import rlp
from chain.errors import Malformed
from chain.params import RLP_DEPTH_MAX

items = st.recursive(st.binary(max_size=70), lambda inner: st.lists(inner, max_size=5))


@given(items)
def test_encoding_agrees_with_pyrlp_and_decodes_to_itself(item: rlp.Item) -> None:
    """Any nesting of bytes and lists survives the round trip and equals another library's bytes."""
    encoded = rlp.encode(item)
    assert pyrlp.encode(item) == encoded
    assert item == rlp.decode(encoded)


@given(st.binary(max_size=80))
def test_whatever_decodes_encodes_to_the_same_bytes(data: bytes) -> None:
    """Random bytes are refused, or are the only encoding of what they decode to."""
    try:
        item = rlp.decode(data)
    except Malformed:
        return
    assert data == rlp.encode(item)


@pytest.mark.parametrize(
    ("encoded", "reason"),
    [
        ("", "cut short"),
        ("8100", "single byte"),
        ("83646f", "cut short"),
        ("83646f6767", "behind the end"),
        ("b80161", "long form"),
        ("b90001ff", "leading zero"),
        ("f80161", "long form"),
        ("c3c0", "cut short"),
        ("bfffffffffffffffff", "cut short"),
        ("ff", "cut short"),
    ],
)
def test_other_encodings_are_malformed(encoded: str, reason: str) -> None:
    """Each way to leave the canonical form is refused with its name."""
    with pytest.raises(Malformed, match=reason):
        rlp.decode(bytes.fromhex(encoded))


def test_nesting_is_bounded() -> None:
    """A list nested deeper than the limit is refused before Python's stack notices."""
    deep = b"\xc0"
    for _ in range(RLP_DEPTH_MAX - 1):
        deep = rlp.encode([rlp.decode(deep)])
    assert deep == rlp.encode(rlp.decode(deep))
    with pytest.raises(Malformed, match="deeper"):
        rlp.decode(bytes((0xC0 + len(deep),)) + deep)


@given(st.integers(0, 2**256 - 1))
def test_integers_have_no_leading_zeros(value: int) -> None:
    """A scalar is as short as it can be, and 0 is empty."""
    encoded = rlp.integer(value)
    assert not encoded.startswith(b"\x00")
    assert value == rlp.to_integer(encoded, 2**256 - 1, "value")


def test_fields_are_refused_by_name() -> None:
    """Integers with leading zeros or above the maximum, and wrong lengths, name the field."""
    with pytest.raises(Malformed, match="nonce: integer has leading zeros"):
        rlp.to_integer(b"\x00", 10, "nonce")
    with pytest.raises(Malformed, match="nonce: expected at most 10, found 11"):
        rlp.to_integer(b"\x0b", 10, "nonce")
    with pytest.raises(Malformed, match="to: expected 20 bytes, found 19"):
        rlp.to_fixed(bytes(19), 20, "to")
    with pytest.raises(Malformed, match="tx: expected 9 fields, found 1"):
        rlp.expect_fields([b""], 9, "tx")
    for read in (rlp.to_bytes, lambda item, what: rlp.to_integer(item, 1, what)):
        with pytest.raises(Malformed, match="found a list"):
            read([], "data")
    with pytest.raises(Malformed, match="found a list"):
        rlp.to_fixed([], 1, "hash")
    with pytest.raises(Malformed, match="list: expected a list, found 2 bytes"):
        rlp.decode_list(b"\x82ab", "list")


def test_an_endless_integer_is_refused_in_a_short_line() -> None:
    """A scalar of thousands of bytes is malformed; Python would not even write its digits."""
    for length in (33, 2_000, 100_000):
        with pytest.raises(
            Malformed, match=f"nonce: expected at most [0-9]+, found {length} bytes"
        ):
            rlp.to_integer(b"\xff" * length, 2**64 - 1, "nonce")
    assert 2**256 - 1 == rlp.to_integer(b"\xff" * 32, 2**256 - 1, "balance")


@given(st.lists(items, max_size=20))
def test_the_bounds_of_items_part_a_list(parts: list[rlp.Item]) -> None:
    """What lies between two bounds is the encoding of one item, and nothing is left over."""
    encoded = b"before" + rlp.encode(parts)
    bounds = rlp.item_bounds(encoded, 6, len(encoded))
    assert [rlp.encode(part) for part in parts] == [encoded[begin:end] for begin, end in bounds]
    assert all(end == begin for (_, end), (begin, _) in pairwise(bounds))


@pytest.mark.parametrize("wrong", [b"", b"\x83abc", b"\xc1", b"\xc1a!", b"\xc2\x82a", b"\xf8\x01a"])
def test_bounds_of_what_is_no_list_are_malformed(wrong: bytes) -> None:
    """Bytes, a list cut short or with something behind it, an item that reaches out of it."""
    with pytest.raises(Malformed):
        rlp.item_bounds(wrong, 0, len(wrong))


@given(st.integers(0, 2**256 - 1))
def test_the_size_of_a_scalar_is_known_without_its_bytes(value: int) -> None:
    """Prefix and bytes, counted."""
    assert rlp.integer_bytes(value) == len(rlp.encode(rlp.integer(value)))


@pytest.mark.parametrize("size", [0, 1, 54, 55, 56, 255, 256, 65_535, 65_536])
def test_a_lists_prefix_is_that_of_its_encoding(size: int) -> None:
    """Short and long lists, at every edge."""
    encoded = rlp.encode([b"\x01"] * size)
    assert encoded == rlp.list_header(size) + b"\x01" * size
