"""Trace filters as clients write them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.errors import Malformed
from rpc.trace.filter import TraceFilter
from tests.rpc.stage import COUNTER, STRANGER, hex_of

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=4,
)
KEYS = ("fromBlock", "toBlock", "fromAddress", "toAddress", "after", "count", "mode", "other")


@given(st.dictionaries(st.sampled_from(KEYS), ANYTHING) | ANYTHING)
def test_noise_is_read_or_refused(value: Any) -> None:
    """Whatever is given is a filter or Malformed, and nothing else."""
    try:
        found = TraceFilter.decode(value)
    except Malformed:
        return
    assert found.after >= 0


def call(sender: bytes, to: bytes) -> dict[str, Any]:
    """A trace of a call."""
    return {"action": {"from": hex_of(sender), "to": hex_of(to)}, "result": None}


def test_sides_of_traces_are_those_of_their_kind() -> None:
    """A call goes to its callee, a creation to what it made, a destruction to its heir."""
    wanted = TraceFilter(recipients=(STRANGER,))
    assert wanted.matches(call(COUNTER, STRANGER))
    assert not wanted.matches(call(STRANGER, COUNTER))
    made = {"action": {"from": hex_of(COUNTER)}, "result": {"address": hex_of(STRANGER)}}
    assert wanted.matches(made)
    ended = {
        "action": {"address": hex_of(COUNTER), "refundAddress": hex_of(STRANGER)},
        "result": None,
    }
    assert wanted.matches(ended)
    assert TraceFilter(senders=(COUNTER,)).matches(ended)


@pytest.mark.parametrize(("needs_both", "matches"), [(False, True), (True, False)])
def test_both_sides_or_either(needs_both: bool, matches: bool) -> None:
    """Where both are named one is enough, unless both are asked for."""
    wanted = TraceFilter(senders=(COUNTER,), recipients=(COUNTER,), needs_both=needs_both)
    assert wanted.matches(call(COUNTER, STRANGER)) == matches
    assert wanted.matches(call(COUNTER, COUNTER))
    assert not wanted.matches(call(STRANGER, STRANGER))
