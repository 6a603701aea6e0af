"""What crosses the border of the virtual machine is what any Solidity tool writes and reads."""

from enum import IntEnum
from typing import Annotated, Any

import eth_abi
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.errors import Malformed
from chain.kit.abi import (
    AbiType,
    EnumType,
    ListType,
    TupleType,
    abi_type,
    decode_sequence,
    encode_sequence,
    sequence_length,
    word_type,
)
from chain.kit.record import Record
from chain.types.primitives import Address, Bps, Gas, Hash32, Height, Nonce, Round, Seconds, Wei

WORD = 32


class Colour(IntEnum):
    """Three members, numbered from 0."""

    RED = 0
    GREEN = 1
    BLUE = 2


class Point(Record):
    """A static record."""

    height: Height
    share_bps: Bps


class Note(Record):
    """A dynamic record."""

    author: Address
    text: str
    points: tuple[Point, ...]


class Bag(Record):
    """One field of every shape."""

    note: Note
    raws: tuple[bytes, ...]
    colour: Colour
    is_open: bool
    nested: tuple[tuple[int, ...], ...]
    digest: Hash32


class Nothing(Record):
    """A record without fields."""


KINDS = {
    annotation: abi_type(annotation)
    for annotation in (
        *(int, Wei, Height, Seconds, Gas, Nonce, Round, Bps, Address, Hash32, bool, bytes, str),
        *(Colour, Point, Note, Bag, tuple[int, ...], tuple[str, ...], tuple[tuple[Note, ...], ...]),
    )
}


def values_of(kind: AbiType) -> st.SearchStrategy[Any]:
    """Values of a type, its edges often among them."""
    if isinstance(kind, TupleType):
        return st.builds(kind.python, *(values_of(member) for member in kind.members))
    if isinstance(kind, ListType):
        return st.lists(values_of(kind.element), max_size=3).map(tuple)
    if isinstance(kind, EnumType):
        return st.sampled_from(kind.python)
    if kind.name.startswith("uint"):
        end = 1 << int(kind.name[4:])
        return st.one_of(st.integers(0, end - 1), st.sampled_from((0, 1, end - 1)))
    sizes = {"address": 20, "bytes32": 32}
    if kind.name in sizes:
        return st.binary(min_size=sizes[kind.name], max_size=sizes[kind.name])
    if kind.name == "bool":
        return st.booleans()
    texts = st.text(st.characters(codec="utf-8"), max_size=70)
    return texts if kind.name == "string" else st.binary(max_size=70)


def plain(kind: AbiType, value: Any) -> Any:
    """A value as eth_abi writes and gives it: records are tuples, addresses are hex."""
    if isinstance(kind, TupleType):
        pairs = zip(kind.fields.items(), kind.members, strict=True)
        return tuple(plain(member, getattr(value, name)) for (name, _), member in pairs)
    if isinstance(kind, ListType):
        return tuple(plain(kind.element, item) for item in value)
    return "0x" + value.hex() if kind.name == "address" else value


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_encoding_is_what_eth_abi_writes(data):
    """Any list of values encodes to the bytes of the reference, and reads back equal."""
    kinds = data.draw(st.lists(st.sampled_from(list(KINDS.values())), max_size=4))
    values = [data.draw(values_of(kind)) for kind in kinds]
    encoded = encode_sequence(kinds, values)
    names = [kind.name for kind in kinds]
    known = [plain(kind, value) for kind, value in zip(kinds, values, strict=True)]
    assert eth_abi.encode(names, known) == encoded
    assert values == decode_sequence(kinds, encoded)
    assert sequence_length(kinds, values) == len(encoded)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_what_is_read_has_one_encoding(data):
    """Bytes changed anywhere are refused, or they are the encoding of what was read from them."""
    kind = data.draw(st.sampled_from(list(KINDS.values())))
    encoded = bytearray(encode_sequence([kind], [data.draw(values_of(kind))]))
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(encoded) - 1))
        encoded[at] = data.draw(st.sampled_from((0, 1, 0x20, 0x40, 0x80, 0xFF)))
    cut = data.draw(st.integers(0, len(encoded)))
    raw = bytes(encoded[:cut] if data.draw(st.booleans()) else encoded)
    try:
        found = decode_sequence([kind], raw)
    except Malformed:
        return
    again = encode_sequence([kind], found)
    assert again == raw[: len(again)]


def test_each_quantity_has_the_width_its_interface_says():
    """Heights and times are uint64, rounds uint32, shares uint16, amounts whole words."""
    widths = {Height: 64, Seconds: 64, Gas: 64, Nonce: 64, Round: 32, Bps: 16, Wei: 256, int: 256}
    found = {annotation: KINDS[annotation].name for annotation in widths}
    assert {annotation: f"uint{bits}" for annotation, bits in widths.items()} == found
    assert "uint16" == abi_type(Annotated[Bps, "a marker"]).name
    assert "(address,string,(uint64,uint16)[])" == KINDS[Note].name
    assert ("uint8", "Colour") == (KINDS[Colour].name, KINDS[Colour].solidity)


def word(value: int) -> bytes:
    """A number as 32 bytes."""
    return value.to_bytes(WORD, "big")


@pytest.mark.parametrize(
    ("annotation", "raw", "says"),
    [
        (Bps, word(65_536), "uint16 expected, found 0x10000"),
        (Height, word(1 << 64), "uint64 expected"),
        (Address, word(1 << 160), "address expected"),
        (bool, word(2), "bool expected, found 0x2"),
        (Colour, word(3), r"Colour \(0 to 2\) expected, found 3"),
        (int, word(1)[:-1], "32 bytes expected at byte 0, found 31"),
        (int, b"", "32 bytes expected at byte 0, found 0"),
        (str, word(64) + word(1) + b"a".ljust(32, b"\0"), "offset 32 expected at byte 0, found 64"),
        (str, word(0), "offset 32 expected"),
        (str, word(1 << 255), "offset 32 expected"),
        (bytes, word(32), "32 bytes expected at byte 32, found 0"),
        (bytes, word(32) + word(33) + word(0), "33 bytes announced at 32, found 32"),
        (bytes, word(32) + word(2**256 - 1) + word(0), "announced"),
        (bytes, word(32) + word(1) + b"ab".ljust(32, b"\0"), "dirty padding after byte 65"),
        (str, word(32) + word(1) + b"\xff".ljust(32, b"\0"), "UTF-8 expected"),
        (str, word(32) + word(3) + b"\xed\xa0\x80".ljust(32, b"\0"), "UTF-8 expected"),
        (tuple[int, ...], word(32) + word(2) + word(1), "2 elements of uint256 announced"),
        (tuple[int, ...], word(32) + word(2**255), "elements of uint256 announced"),
        (tuple[str, ...], word(32) + word(1) + word(64) + word(0), "offset 32 expected"),
    ],
)
def test_a_malformed_value_is_refused_by_what_was_expected_and_found(annotation, raw, says):
    """Every way in which bytes are no value of a type has its sentence."""
    with pytest.raises(Malformed, match=says):
        decode_sequence([abi_type(annotation)], raw)


def test_offsets_cannot_make_a_little_data_into_a_lot():
    """Elements that all point to the same bytes are refused, so decoding is linear in the data."""
    inner = word(1_000) + b"".join(word(n) for n in range(1_000))
    bomb = word(32) + word(1_000) + word(32_000) * 1_000 + inner
    with pytest.raises(Malformed, match="offset 64032 expected"):
        decode_sequence([abi_type(tuple[tuple[int, ...], ...])], bomb)
    chained = word(32) + word(2) + word(64) + word(96) + word(2) + word(1) + word(7) + word(8)
    with pytest.raises(Malformed, match="offset 160 expected at byte 96, found 96"):
        decode_sequence([abi_type(tuple[tuple[int, ...], ...])], chained)


def test_bytes_behind_the_arguments_are_left_alone():
    """Data that wallets and routers append to a call does not stop it, as in Solidity."""
    assert [7] == decode_sequence([abi_type(int)], word(7) + b"tag")


@pytest.mark.parametrize(
    ("annotation", "value", "error"),
    [
        (Bps, 65_536, OverflowError),
        (int, -1, OverflowError),
        (int, 1 << 256, OverflowError),
        (Address, b"\0" * 19, ValueError),
        (Hash32, b"\0" * 33, ValueError),
        (Colour, 3, ValueError),
    ],
)
def test_a_value_that_does_not_fit_is_our_own_bug(annotation, value, error):
    """Encoding never truncates."""
    with pytest.raises(error):
        abi_type(annotation).encode(value)


def test_sequences_need_as_many_values_as_types():
    """Too few arguments are not filled up."""
    with pytest.raises(ValueError, match="2 values expected, found 1"):
        encode_sequence([abi_type(int)] * 2, [1])


def deeply(levels: int) -> Any:
    """A list of lists, so many levels deep."""
    annotation: Any = int
    for _ in range(levels):
        annotation = tuple[annotation, ...]
    return annotation


@pytest.mark.parametrize(
    "annotation", [float, dict[str, int], list[int], object, deeply(9), tuple[Nothing, ...]]
)
def test_what_solidity_cannot_say_is_refused_when_it_is_declared(annotation):
    """A type without an ABI, nested too deep, or of no size fails before any node starts."""
    with pytest.raises(TypeError):
        abi_type(annotation)


def test_only_words_are_words():
    """A text does not fit the one slot of a set's member."""
    assert "address" == word_type(Address).name
    for annotation in (str, tuple[int, ...], Point):
        with pytest.raises(TypeError, match="does not fit one word"):
            word_type(annotation)
    assert deeply(8) and abi_type(deeply(8)).name.count("[]") == 8
