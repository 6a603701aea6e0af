"""A page that speaks in a standard's own names and types, in each rendering."""

import pytest
from eth_abi.abi import decode, encode
from eth_utils.abi import function_signature_to_4byte_selector
from google.protobuf.descriptor_pb2 import FileDescriptorProto

from chain.errors import Malformed
from chain.kit.abi import Bytes1, Uint8, abi_type, word_type
from chain.kit.dispatch import decode_result, dispatch
from chain.kit.host import CallInfo
from chain.kit.memory_host import MemoryHost
from chain.kit.module import Module, call, method_named, methods_of, view
from chain.kit.record import Returns
from chain.kit.render.abi_json import abi_of
from chain.kit.render.proto import render_proto
from chain.kit.render.reference import render_reference
from chain.kit.render.solidity import render_solidity
from chain.kit.text import from_json, to_json
from chain.types.primitives import Address
from rpc.grpc.values import take

ALICE = Address(b"\xa1" * 20)


class Answer(Returns):
    """Three values side by side."""

    mark: Bytes1
    text: str
    numbers: tuple[int, ...]


class Standard(Module, address=0x0F31, name="standard"):
    """Calls that share a name, and one in capitals."""

    @call(name="put")
    def put_number(self, from_: int) -> None:
        """Put a number."""

    @call(name="put")
    def put_bytes(self, from_: bytes) -> None:
        """Put bytes."""

    @view(name="IN_CAPITALS")
    def in_capitals(self) -> Uint8:
        """Return a small number."""
        return Uint8(7)

    @view
    def answer(self, mark: Bytes1) -> Answer:
        """Return three values."""
        return Answer(mark, "text", (1, 2))


def run(name: str, *values: object) -> bytes:
    """Call the page as the virtual machine does."""
    data = method_named(Standard, name).encode_call(*values)
    return dispatch(Standard, MemoryHost(), CallInfo(ALICE), data)


def test_methods_may_share_a_solidity_name():
    """Overloads differ by their arguments and so by selector; in Python each has its name."""
    signatures = {method.signature: method.name for method in methods_of(Standard).values()}
    assert ("put_number", "put_bytes") == (signatures["put(uint256)"], signatures["put(bytes)"])
    for selector, method in methods_of(Standard).items():
        assert function_signature_to_4byte_selector(method.signature) == selector
    assert "put(bytes)" == method_named(Standard, "put_bytes").signature
    assert "in_capitals" == method_named(Standard, "IN_CAPITALS").name


def test_a_shared_name_alone_names_no_method():
    """Who asks for one of several is told nothing rather than the wrong one."""
    assert method_named(Standard, "put") is None


def test_values_side_by_side_are_encoded_without_an_offset():
    """`returns (a, b)` is not `returns (Struct)`: other libraries read it back."""
    raw = run("answer", b"\x0f")
    assert (b"\x0f", "text", (1, 2)) == decode(["bytes1", "string", "uint256[]"], raw)
    assert Answer(Bytes1(b"\x0f"), "text", (1, 2)) == decode_result(
        method_named(Standard, "answer"), raw
    )
    assert 7 == decode_result(method_named(Standard, "in_capitals"), run("in_capitals"))


def test_short_bytes_stand_at_the_high_end_of_their_word():
    """bytes1 is padded behind, and dirt there is refused."""
    kind = word_type(Bytes1)
    assert encode(["bytes1"], [b"\x0f"]) == kind.encode(b"\x0f")
    assert ("bytes1", "uint8") == (kind.name, abi_type(Uint8).name)
    with pytest.raises(Malformed, match="bytes1 expected"):
        kind.from_word((0x0F << 248) + 1)
    with pytest.raises(ValueError, match="1 bytes expected, found 2"):
        kind.encode(b"\x0f\x0f")
    with pytest.raises(Malformed, match="uint8 expected"):
        word_type(Uint8).from_word(256)


def test_short_bytes_have_their_length_in_text_and_on_the_wire():
    """JSON and protobuf take as many bytes as the type has."""
    kind = abi_type(Bytes1)
    assert b"\x0f" == from_json(kind, "0x0f")
    assert "0x0f" == to_json(kind, b"\x0f")
    with pytest.raises(Malformed, match="0x and 2 hex digits expected"):
        from_json(kind, "0x0f0f")
    message = FileDescriptorProto(name="ab")  # any message with a text
    with pytest.raises(Malformed, match="name: 1 bytes expected, found 2"):
        take(message, "name", kind)


def test_every_rendering_spells_the_standard_names():
    """Solidity, ABI, proto and the page agree, and each has a name of its own where it must."""
    solidity = render_solidity(Standard)
    assert "function put(uint256 from) external;" in solidity
    assert "function put(bytes calldata from) external;" in solidity
    assert "function IN_CAPITALS() external view returns (uint8);" in solidity
    assert "(bytes1 mark, string memory text, uint256[] memory numbers);" in solidity
    assert "struct Answer" not in solidity
    functions = [entry for entry in abi_of(Standard) if entry["type"] == "function"]
    assert 2 == sum(entry["name"] == "put" for entry in functions)
    (answer,) = (entry for entry in functions if entry["name"] == "answer")
    found = [(part["name"], part["type"]) for part in answer["outputs"]]
    assert [("mark", "bytes1"), ("text", "string"), ("numbers", "uint256[]")] == found
    proto = render_proto(Standard)
    assert "rpc InCapitals(InCapitalsRequest) returns (InCapitalsResponse);" in proto
    assert "bytes mark = 2;" in proto and "message Answer {" in proto
    page = render_reference(Standard)
    assert "returns `bytes1 mark`, `string text`, `uint256[] numbers`." in page
    assert "`put(bytes)`" in page and "returns `uint8`." in page
