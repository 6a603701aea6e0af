"""Protobuf files of modules."""

import importlib
from typing import Any

import pytest

from chain.kit.abi import abi_type
from chain.kit.module import Module, call
from chain.kit.render.names import calls_of, pascal, views_of
from chain.kit.render.proto import (
    field_type,
    message_name,
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
    request = message_in(render_proto(Sample), "BranchOfRequest")
    assert "optional uint64 at_height = 1;" in request
    assert "string owner = 2;" in request
    assert "repeated string numbers = 4;" in request
    assert "Branch result = 2;" in message_in(render_proto(Sample), "BranchOfResponse")


def message_in(text: str, name: str) -> list[str]:
    """Return the lines of a message's body."""
    _, _, rest = text.partition(f"message {name} {{\n")
    return [line.strip() for line in rest.partition("\n}")[0].splitlines()]


def test_calls_carry_an_envelope_and_the_arguments() -> None:
    """Field 1 says who sends it for what fee; one message serves Build and Simulate."""
    text = render_proto(Sample)
    expected = ["kumiai.tx.v1.Envelope envelope = 1;", "Branch branch = 2;", "uint64 after = 3;"]
    assert expected == message_in(text, "MsgGrow")
    assert ["kumiai.tx.v1.Envelope envelope = 1;"] == message_in(text, "MsgCut")
    assert "rpc Grow(MsgGrow) returns (kumiai.tx.v1.UnsignedTransaction);" in text
    assert "rpc Grow(MsgGrow) returns (MsgGrowResponse);" in text
    outcome = message_in(text, "MsgGrowResponse")
    assert {"uint64 gas_used = 2;", "repeated kumiai.events.v1.Event events = 3;"} < set(outcome)
    assert "string result = 4;" == outcome[-1]
    assert "result" not in "".join(message_in(text, "MsgCutResponse"))


def test_a_module_without_calls_has_views_alone() -> None:
    """No empty service, and no import that nobody uses."""
    text = render_proto(next(module for module in MODULES if module.name == "analytics"))
    assert "service Build" not in text and "import" not in text


def test_no_argument_takes_the_envelopes_name() -> None:
    """The declaration is refused, not the field renamed in silence."""

    class Posted(Module, address=0x0ABD, name="posted"):
        """A module that sends letters."""

        @call()
        def post(self, envelope: int) -> None:
            """Post it."""

    with pytest.raises(TypeError, match="envelope is taken"):
        render_proto(Posted)


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


@pytest.mark.parametrize("module", MODULES)
def test_every_call_can_be_built_and_simulated(module: type[Module]) -> None:
    """Both services are the module's list of calls, in order, with the arguments by name."""
    wire = importlib.import_module(f"rpc.wire.{module.name}_pb2").DESCRIPTOR
    for service in ("Build", "Simulate"):
        found = wire.services_by_name.get(service)
        names = [] if found is None else [item.name for item in found.methods]
        assert [pascal(method.name) for method in calls_of(module)] == names
    for method in calls_of(module):
        given = wire.message_types_by_name[message_name(method)]
        assert ["envelope", *method.inputs] == [field.name for field in given.fields]
