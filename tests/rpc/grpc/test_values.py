"""Module values as protobuf fields and back."""

from typing import Any

import pytest
from google.protobuf import descriptor_pb2, descriptor_pool
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.errors import Malformed
from chain.kit.abi import abi_type
from chain.types.primitives import Address, Hash32, Wei
from rpc.grpc.values import parse_address, parse_decimal, parse_hash, put, take
from rpc.wire import model_fees_pb2
from tests.chain.kit.render.sample import Branch, Grade, Leaf, Stage

Proto = descriptor_pb2.FieldDescriptorProto
TYPES = {
    "uint64": Proto.TYPE_UINT64,
    "string": Proto.TYPE_STRING,
    "bytes": Proto.TYPE_BYTES,
    "bool": Proto.TYPE_BOOL,
}


def holder() -> type[Message]:
    """Return a message class with one field, `branch`, built as the sample's proto says."""
    file = descriptor_pb2.FileDescriptorProto(
        name="sample_values.proto", package="sample_values", syntax="proto3"
    )
    leaf = file.message_type.add(name="Leaf")
    branch = file.message_type.add(name="Branch")
    outer = file.message_type.add(name="Holder")
    for kind in (Grade, Stage):
        enum = file.enum_type.add(name=kind.__name__)
        for number in range(4):
            enum.value.add(name=f"{kind.__name__}_{number}", number=number)
    for name, text in (("owner", "string"), ("amount_wei", "string")):
        add(leaf, name, text)
    fields = {
        "leaf": "Leaf",
        "leaves": "repeated Leaf",
        "numbers": "repeated string",
        "grade": "Grade",
        "stage": "Stage",
        "mark": "bytes",
        "blob": "bytes",
        "text": "string",
        "is_new": "bool",
        "share_bps": "uint64",
        "height": "uint64",
    }
    for name, text in fields.items():
        add(branch, name, text)
    add(outer, "branch", "Branch")
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return GetMessageClass(pool.FindMessageTypeByName("sample_values.Holder"))


def add(message: Any, name: str, text: str) -> None:
    """Append a field to a message's declaration."""
    repeated, _, kind = text.rpartition(" ")
    field = message.field.add(name=name, number=len(message.field) + 1)
    field.label = Proto.LABEL_REPEATED if repeated else Proto.LABEL_OPTIONAL
    if kind in TYPES:
        field.type = TYPES[kind]
    else:
        field.type = Proto.TYPE_ENUM if kind in ("Grade", "Stage") else Proto.TYPE_MESSAGE
        field.type_name = f".sample_values.{kind}"


HOLDER = holder()
addresses = st.binary(min_size=20, max_size=20).map(Address)
words = st.integers(0, 2**256 - 1)
leaves = st.builds(Leaf, addresses, words.map(Wei))
branches = st.builds(
    Branch,
    leaf=leaves,
    leaves=st.lists(leaves, max_size=3).map(tuple),
    numbers=st.lists(words, max_size=3).map(tuple),
    grade=st.sampled_from(Grade),
    stage=st.sampled_from(Stage),
    mark=st.binary(min_size=32, max_size=32).map(Hash32),
    blob=st.binary(max_size=40),
    text=st.text(st.characters(exclude_categories=("Cs",)), max_size=20),
    is_new=st.booleans(),
    share_bps=st.integers(0, 2**16 - 1),
    height=st.integers(0, 2**64 - 1),
)


@given(branches)
@settings(max_examples=60, deadline=None)
def test_values_survive_the_trip(branch: Branch) -> None:
    """What is written, sent and read is what was there, to the last bit."""
    message = HOLDER()
    put(message, "branch", abi_type(Branch), branch)
    received = HOLDER.FromString(message.SerializeToString())
    assert branch == take(received, "branch", abi_type(Branch))


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (lambda b: b.ClearField("leaf"), "branch.leaf: a Leaf expected, found nothing"),
        (lambda b: b.leaves.add(owner="0x"), "branch.leaves[0].owner: 0x and 40 hex digits"),
        (lambda b: b.numbers.append("x"), "branch.numbers[0]: a whole number in decimal"),
        (lambda b: b.numbers.append(str(2**256)), "branch.numbers[0]: uint256 expected"),
        (lambda b: setattr(b, "grade", 0), "branch.grade: Grade (0 to 3) expected, found 0"),
        (lambda b: setattr(b, "share_bps", 65_536), "branch.share_bps: uint16 expected"),
        (lambda b: setattr(b, "mark", b"\1"), "branch.mark: 32 bytes expected, found 1"),
    ],
)
def test_what_a_field_cannot_hold_is_named(change: Any, text: str) -> None:
    """The path leads to the very field."""
    message: Any = HOLDER()
    leaf = Leaf(Address(b"\1" * 20), Wei(1))
    good = Branch(
        *(leaf, (), (), Grade.FAIR, Stage.OPEN, Hash32(b"\2" * 32)),
        *(b"", "", False, 1, 1),  # type: ignore[arg-type]
    )
    put(message, "branch", abi_type(Branch), good)
    change(message.branch)
    with pytest.raises(Malformed) as refused:
        take(message, "branch", abi_type(Branch))
    assert text in str(refused.value)


def test_negative_enum_numbers_are_refused() -> None:
    """Protobuf's enums are signed, ours are not."""
    leg: Any = model_fees_pb2.Leg()
    leg.kind = -1
    with pytest.raises(Malformed, match="kind: Grade expected, found -1"):
        take(leg, "kind", abi_type(Grade))


@pytest.mark.parametrize("text", ["", "-1", "+1", "1.0", "0x1", "\u0661", "1" * 79, " 1", "1_0"])
def test_decimal_is_digits_and_nothing_else(text: str) -> None:
    """No sign, no blank, no other script's digits."""
    with pytest.raises(Malformed):
        parse_decimal(text, "value")


def test_addresses_in_one_case_or_with_a_right_checksum_are_read() -> None:
    """A mistyped letter in mixed case is found."""
    lower = "0xc2549e6b815ad6850920d3b9216d3d438a54565e"
    mixed = "0xC2549E6B815ad6850920D3B9216D3D438a54565e"
    expected = bytes.fromhex(lower[2:])
    for text in (lower, "0x" + lower[2:].upper(), mixed):
        assert expected == parse_address(text, "who")
    for text in (mixed.replace("E6B", "e6B"), mixed[2:], lower + "00", "0X" + lower[2:], ""):
        with pytest.raises(Malformed):
            parse_address(text, "who")


def test_hashes_have_their_length() -> None:
    """31 bytes are no hash."""
    assert b"\1" * 32 == parse_hash(b"\1" * 32, "hash")
    with pytest.raises(Malformed, match="hash: 32 bytes expected, found 31"):
        parse_hash(b"\1" * 31, "hash")
