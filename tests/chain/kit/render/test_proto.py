"""Protobuf files of modules."""

import importlib
from typing import Any

import pytest

from chain.kit.abi import abi_type
from chain.kit.module import Module
from chain.kit.render.names import pascal, views_of
from chain.kit.render.proto import (
    compatibility_objection,
    field_type,
    numbers_in,
    package_of,
    render_proto,
    request_name,
    value_name,
)
from chain.types.primitives import Address, Bps, Hash32, Height, Wei
from modules import MODULES
from tests.chain.kit.render.sample import Grade, Leaf, Sample, Stage


@pytest.mark.parametrize(
    ("annotation", "proto"),
    [
        (Bps, "uint64"),
        (Height, "uint64"),
        (Wei, "string"),
        (int, "string"),
        (Address, "string"),
        (Hash32, "bytes"),
        (bytes, "bytes"),
        (str, "string"),
        (bool, "bool"),
        (Grade, "Grade"),
        (tuple[Leaf, ...], "repeated Leaf"),
    ],
)
def test_types_are_those_of_the_table(annotation: Any, proto: str) -> None:
    """Numbers that no client's integer holds travel as text."""
    assert proto == field_type(abi_type(annotation))


def test_lists_of_lists_are_refused() -> None:
    """Protobuf has none, and a silent flattening would lose where one ends."""
    with pytest.raises(TypeError, match="no list of lists"):
        field_type(abi_type(tuple[tuple[int, ...], ...]))


def test_requests_carry_a_height_and_the_arguments() -> None:
    """Field 1 is the height in every request, so arguments can be appended for ever."""
    numbers = numbers_in(render_proto(Sample))
    assert "optional uint64 at_height" == numbers["BranchOfRequest", "1"]
    assert "string owner" == numbers["BranchOfRequest", "2"]
    assert "repeated string numbers" == numbers["BranchOfRequest", "4"]
    assert "Branch result" == numbers["BranchOfResponse", "2"]


def test_enums_keep_their_numbers() -> None:
    """One number means one thing in storage, ABI and protobuf; 0 is named where it is free."""
    text = render_proto(Sample)
    assert "  GRADE_UNSPECIFIED = 0;\n  GRADE_FAIR = 1;\n  GRADE_FINE = 3;" in text
    assert "  STAGE_OPEN = 0;\n  STAGE_SHUT = 1;" in text
    assert "STAGE_OPEN" == value_name(Stage, "open")


@pytest.mark.parametrize("module", MODULES)
def test_every_view_has_its_call_in_the_generated_code(module: type[Module]) -> None:
    """The service that clients see is the module's list of views, in order."""
    wire = importlib.import_module(f"rpc.wire.{module.name}_pb2")
    service = wire.DESCRIPTOR.services_by_name["Query"]
    assert f"{package_of(module)}.Query" == service.full_name
    assert [pascal(view.name) for view in views_of(module)] == [m.name for m in service.methods]
    for view in views_of(module):
        request = wire.DESCRIPTOR.message_types_by_name[request_name(view)]
        assert ["at_height", *view.inputs] == [field.name for field in request.fields]


def test_a_proto_that_grows_is_compatible() -> None:
    """New fields, messages and calls break no client."""
    before = "message A {\n  string x = 1;\n}\n"
    now = "message A {\n  string x = 1;\n  bool y = 2;\n}\nmessage B {\n  bool z = 1;\n}\n"
    assert compatibility_objection(before, now) is None


@pytest.mark.parametrize(
    ("now", "found"),
    [
        ("message A {\n  string x = 2;\n}\n", "A 1: string x expected, found nothing"),
        ("message A {\n  uint64 x = 1;\n}\n", "A 1: string x expected, found uint64 x"),
        ("message A {\n  string y = 1;\n}\n", "A 1: string x expected, found string y"),
        ("", "A 1: string x expected, found nothing"),
    ],
)
def test_a_number_that_changes_its_meaning_is_named(now: str, found: str) -> None:
    """A client of yesterday would misread the answer."""
    assert found == compatibility_objection("message A {\n  string x = 1;\n}\n", now)


def test_a_call_that_goes_away_is_named() -> None:
    """Calls are a promise, too."""
    before = "service Query {\n  rpc X(XRequest) returns (XResponse);\n}\n"
    assert "Query X" in (compatibility_objection(before, "service Query {\n}\n") or "")
