"""Candidates of one height take bounded memory, and the newest is always there."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from chain import candidates as limits
from chain.candidates import Candidates
from tests.chain.accusations import block_id


def executed(number: int) -> Any:
    """What stands for an execution."""
    return ("executed", number)


def test_executions_of_the_newest_and_bytes_of_all_are_kept():
    """Older candidates lose their execution first; all are gone at the next height."""
    kept = Candidates()
    for number in range(limits.EXECUTED_MAX + 2):
        kept.keep(block_id(number), executed(number), bytes([number]))
    found = [kept.executed(block_id(n)) for n in range(limits.EXECUTED_MAX + 2)]
    assert [None, None, *(executed(n) for n in range(2, limits.EXECUTED_MAX + 2))] == found
    assert b"\0" == kept.payload(block_id(0)) and block_id(0) in kept
    kept.clear()
    assert block_id(0) not in kept and kept.executed(block_id(5)) is None


def test_bytes_are_bounded_and_the_oldest_go(monkeypatch):
    """Above the limit the oldest bytes are let go, but never the newest block's."""
    monkeypatch.setattr(limits, "PAYLOAD_BYTES_MAX", 10)
    kept = Candidates()
    for number, size in enumerate((4, 4, 4, 20)):
        kept.keep(block_id(number), executed(number), bytes(size))
        assert block_id(number) in kept
        assert (number < 2) == (block_id(0) in kept)
    assert [None] * 3 == [kept.payload(block_id(n)) for n in range(3)]


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 8)), max_size=30))
def test_the_count_of_bytes_is_what_is_kept(steps):
    """Keeping a block again replaces it, and the sum stays true."""
    kept = Candidates()
    for number, size in steps:
        kept.keep(block_id(number), executed(size), bytes(size))
        assert executed(size) == kept.executed(block_id(number))
        sizes = [len(kept.payload(block_id(n)) or b"") for n in range(5)]
        assert sum(sizes) == kept._size_bytes
