"""Numbers as tools write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.errors import Malformed
from rpc.development.parameters import MineRequest, parse_number


@given(st.integers(0, 2**64 - 1))
def test_three_ways_to_write_a_number(number: int) -> None:
    """Hex with or without zeros before it, a JSON integer, decimal text: all are one number."""
    for written in (number, str(number), hex(number), f"0x{number:064x}"):
        assert number == parse_number(written, 2**64 - 1)


@pytest.mark.parametrize("value", [-1, 2**64, True, None, "", "0x", "abc", "1" * 79, 1.5, [], "-1"])
def test_anything_else_is_refused(value: object) -> None:
    """Also what is too large, and truth."""
    with pytest.raises(Malformed):
        parse_number(value, 2**64 - 1)


def test_what_evm_mine_takes() -> None:
    """A time, or an object that may name blocks and time."""
    assert MineRequest(5, 1) == MineRequest.decode("0x5")
    assert MineRequest(None, 3) == MineRequest.decode({"blocks": 3})
    assert MineRequest(9, 1) == MineRequest.decode({"timestamp": "9"})
