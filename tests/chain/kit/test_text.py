"""What people and JSON files write becomes a value of its type, or a sentence that says why not."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.errors import Malformed
from chain.kit.abi import abi_type
from chain.kit.record import Record
from chain.kit.text import DIGITS_MAX, SAFE_INTEGER_MAX, from_json, shorten, to_json
from chain.types.primitives import Address, Bps, Hash32, Wei
from tests.chain.kit.demo import Mood, Note
from tests.chain.kit.test_abi import KINDS, values_of

CHECKSUMMED = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"  # EIP-55's first example
PLAIN = Address(bytes.fromhex(CHECKSUMMED[2:]))


class Offer(Record):
    """A record with a default."""

    who: Address
    amount_wei: Wei
    mood: Mood = Mood.CALM


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_values_survive_json(data):
    """Any value of any type, written to JSON text and read back, is the same value."""
    kind = data.draw(st.sampled_from(list(KINDS.values())))
    value = data.draw(values_of(kind))
    assert value == from_json(kind, json.loads(json.dumps(to_json(kind, value))))


def test_values_are_written_for_people_and_programs():
    """Addresses in EIP-55's case, enums by name, large numbers as text no JSON reader rounds."""
    offer = Offer(PLAIN, Wei(10**18), Mood.REFUSES_AT_END)
    assert {"who": CHECKSUMMED, "amount_wei": str(10**18), "mood": "REFUSES_AT_END"} == to_json(
        abi_type(Offer), offer
    )
    assert [SAFE_INTEGER_MAX, str(SAFE_INTEGER_MAX + 1), True, "0x", "é"] == [
        to_json(abi_type(annotation), value)
        for annotation, value in (
            (int, SAFE_INTEGER_MAX),
            (int, SAFE_INTEGER_MAX + 1),
            (bool, True),
            (bytes, b""),
            (str, "é"),
        )
    ]


@pytest.mark.parametrize(
    ("annotation", "written", "value"),
    [
        (int, 1234, 1234),
        (int, "1234", 1234),
        (int, "1_000_000", 1_000_000),
        (int, "0x4d2", 1234),
        (int, "0x4D2", 1234),
        (int, str(2**256 - 1), 2**256 - 1),
        (bool, True, True),
        (bool, "false", False),
        (Mood, "calm", Mood.CALM),
        (Mood, "REFUSES_AT_END", Mood.REFUSES_AT_END),
        (Mood, 2, Mood.REFUSES_AT_END),
        (Mood, "2", Mood.REFUSES_AT_END),
        (Address, CHECKSUMMED, PLAIN),
        (Address, CHECKSUMMED.lower(), PLAIN),
        (bytes, "0x", b""),
        (bytes, "0xAbCd", b"\xab\xcd"),
        (str, "日本", "日本"),
        (tuple[int, ...], [1, "2"], (1, 2)),
        (Offer, {"who": CHECKSUMMED, "amount_wei": 5}, Offer(PLAIN, Wei(5))),
    ],
)
def test_there_is_more_than_one_way_to_write_a_value(annotation, written, value):
    """Numbers in three forms, enums by name or number, addresses in any case, defaults left out."""
    assert value == from_json(abi_type(annotation), written)


@pytest.mark.parametrize(
    ("annotation", "written", "says"),
    [
        *((int, wrong, "a whole number from 0 expected") for wrong in (-1, 1.0, True, None, [])),
        *((int, wrong, "a whole number") for wrong in ("", "0x", "-1", "1.0", "1e3", " 1", "1 ")),
        *(
            (int, wrong, "a whole number")
            for wrong in ("0x1 ", "0x-1", "0X1", "٣", "0x٣", "²", "_")
        ),
        (int, "1" * (DIGITS_MAX + 1), "a whole number"),
        (int, 1 << 256, "uint256 expected"),
        (Bps, 65_536, "uint16 expected, found 0x10000"),
        *((bool, wrong, "true or false expected") for wrong in (0, 1, 1.0, "True", "yes", None)),
        *(
            (Mood, wrong, "one of CALM")
            for wrong in ("angry", "", None, True, 1.0, "²", " 1", "-1")
        ),
        (Mood, 6, r"Mood \(0 to 5\) expected, found 6"),
        (Mood, "9" * 5_000, "a whole number from 0 expected"),
        *((Address, wrong, "0x and 40 hex digits expected") for wrong in ("", "0x", PLAIN, 5)),
        (Address, CHECKSUMMED[2:], "0x and 40 hex digits"),
        (Address, CHECKSUMMED + "00", "0x and 40 hex digits"),
        (Address, "0x" + "0 " * 20 + "0" * 20, "0x and 40 hex digits"),
        (Hash32, "0x" + "0" * 63, "0x and 64 hex digits"),
        *(
            (bytes, wrong, "0x and hex digits")
            for wrong in ("", "ab", "0xa", "0xzz", "0x 12 ", "0x٣٣")
        ),
        *((str, wrong, "a text expected") for wrong in (5, None, b"", "half \ud800 a character")),
        *((tuple[int, ...], wrong, "a list expected") for wrong in ("12", {}, 5)),
        *((Offer, wrong, "an object expected") for wrong in ([], "x", None)),
        (Offer, {"who": CHECKSUMMED}, "missing amount_wei"),
        (Offer, {"whom": 1}, "unknown field 'whom', known: who, amount_wei, mood"),
    ],
)
def test_what_is_no_value_is_refused_with_the_place(annotation, written, says):
    """Every refusal names the place, what was expected and what was found."""
    with pytest.raises(Malformed, match=rf"^here(\.\w+)?: .*{says}"):
        from_json(abi_type(annotation), written, "here")


def test_the_place_leads_into_lists_and_records():
    """A mistake deep inside is named by its path."""
    with pytest.raises(Malformed, match=r"^notes\[1\]\.author: "):
        notes = [{"author": CHECKSUMMED, "text": "a"}, {"author": "0x", "text": "b"}]
        from_json(abi_type(tuple[Note, ...]), notes, "notes")


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_no_json_gets_past(data):
    """Whatever JSON is given for a type, a value that encodes comes out, or it is malformed."""
    leaves = st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-5, 2**300),
        st.floats(allow_nan=True),
        st.text(max_size=12),
        st.from_regex(r"0x[0-9a-f]{0,6}", fullmatch=True),
    )
    names = st.sampled_from(("author", "text", "height", "share_bps", "x"))
    trees = st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.dictionaries(names, inner, max_size=3)
        ),
        max_leaves=6,
    )
    kind = data.draw(st.sampled_from(list(KINDS.values())))
    written: Any = data.draw(trees)
    try:
        value = from_json(kind, written)
    except Malformed:
        return
    assert value == from_json(kind, to_json(kind, value))
    assert kind.encode(value)


def test_long_values_are_cut_in_error_lines():
    """An error line stays a line."""
    assert "'ab'" == shorten("ab")
    assert 49 == len(shorten("x" * 1_000))
    assert "…" == shorten([1] * 100)[-1]
