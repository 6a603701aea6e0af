"""A question's time: the watch is silent before its end and raises after it."""

import pytest

from rpc import watch as module
from rpc.watch import watch_for


class TooLong(Exception):
    """What the caller wants to be raised."""


def test_the_watch_ends_what_runs_on(monkeypatch):
    """Until the limit nothing happens; from the limit on it raises what it was given."""
    now = [100.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: now[0])
    watch = watch_for(5.0, TooLong())
    now[0] = 104.9
    assert watch(0) is None
    now[0] = 105.0
    with pytest.raises(TooLong):
        watch(0)


def test_what_would_take_too_long_is_not_begun(monkeypatch):
    """Milliseconds that are announced count as if they had passed."""
    monkeypatch.setattr(module.time, "monotonic", lambda: 100.0)
    watch = watch_for(5.0, TooLong())
    assert watch(4_999) is None
    with pytest.raises(TooLong):
        watch(5_000)
