"""The public RLP tests, through the strict codec."""

import json
from typing import Any

import pytest

from chain.codec import rlp
from chain.errors import Malformed
from tests.ethereum.archive import require
from tests.ethereum.state_case import octets

pytestmark = pytest.mark.ethereum


def load(name: str) -> dict[str, Any]:
    """Read one file of the RLP tests."""
    tests: dict[str, Any] = json.loads((require("RLPTests") / name).read_text())
    return tests


def to_item(value: Any) -> rlp.Item:
    """Turn a value of the files into bytes and lists; "#..." is a big integer."""
    if isinstance(value, list):
        return [to_item(entry) for entry in value]
    if isinstance(value, int):
        return rlp.integer(value)
    if value.startswith("#"):
        return rlp.integer(int(value[1:]))
    return bytes(value, "latin-1")


def test_valid_values_encode_and_decode_as_written() -> None:
    """Each value has exactly the encoding of its file, and comes back from it."""
    for name, test in load("rlptest.json").items():
        item, encoded = to_item(test["in"]), octets(test["out"])
        assert rlp.encode(item) == encoded, name
        assert rlp.decode(encoded) == item, name


def test_invalid_encodings_are_refused() -> None:
    """Each invalid encoding is Malformed and nothing else."""
    for name, test in load("invalidRLPTest.json").items():
        try:
            rlp.decode(octets(test["out"]))
        except Malformed:
            continue
        pytest.fail(f"{name} was decoded")


def test_random_encodings_decode_and_encode_to_themselves() -> None:
    """A valid encoding without a given value survives the round trip."""
    for name, test in load("RandomRLPTests/example.json").items():
        encoded = octets(test["out"])
        assert rlp.encode(rlp.decode(encoded)) == encoded, name
