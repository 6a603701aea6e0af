"""A short run of every fuzz target."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS, refuses_or_takes

EACH = pytest.mark.parametrize("name", sorted(TARGETS))


@EACH
def test_samples_are_valid(name: str) -> None:
    """At least one sample of each target is taken, so that mutations start near the truth."""
    target = TARGETS[name]
    assert any(refuses_or_takes(target, sample) for sample in target.samples)


@EACH
@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=400))
def test_any_bytes_are_taken_or_refused(name: str, data: bytes) -> None:
    """Nothing but a value or a refusal comes of bytes nobody chose."""
    refuses_or_takes(TARGETS[name], data)


@EACH
@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_mutated_samples_are_taken_or_refused(name: str, data: st.DataObject) -> None:
    """Valid bytes with some changed, cut, doubled or inserted are taken or refused."""
    target = TARGETS[name]
    changed = bytearray(data.draw(st.sampled_from(target.samples)))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(changed)))
        length = data.draw(st.integers(0, 8))
        new = data.draw(st.binary(max_size=8))
        changed[place : place + length] = new
    refuses_or_takes(target, bytes(changed))
