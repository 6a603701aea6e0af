"""What was attested is on disk before it is said, and never said otherwise."""

import pytest

from bridge import attester_state
from bridge.attester_state import AttesterState, AttestRefused, StateMissing, StateUnusable
from chain.types.primitives import Address, Hash32, Height

WHO = Address(b"\x31" * 20)
CHAIN = 41_001
ONE, TWO = Hash32(b"\x01" * 32), Hash32(b"\x02" * 32)


@pytest.fixture
def path(tmp_path):
    """Where a memory is."""
    found = tmp_path / "bridge" / "attester.json"
    AttesterState.create(found, CHAIN, WHO).close()
    return found


def test_a_word_is_kept_over_restarts_and_not_contradicted(path):
    """Another hash for a height is refused for ever; the same one again is fine."""
    state = AttesterState(path, CHAIN, WHO)
    state.promise(1, Height(10), ONE)
    state.promise(1, Height(10), ONE)
    state.close()
    again = AttesterState(path, CHAIN, WHO)
    assert ONE == again.said(1, Height(10)) and again.said(1, Height(11)) is None
    with pytest.raises(AttestRefused, match="people must look"):
        again.promise(1, Height(10), TWO)
    again.promise(2, Height(10), TWO)  # another client is another chain
    again.close()


def test_a_promise_that_cannot_be_written_is_not_made(path, monkeypatch):
    """Nothing is signed on a memory that the disk does not have."""
    state = AttesterState(path, CHAIN, WHO)

    def fail(*words):
        raise OSError("disk full")

    with monkeypatch.context() as patched:
        patched.setattr(attester_state, "_write", fail)
        with pytest.raises(OSError, match="disk full"):
            state.promise(1, Height(10), ONE)
    assert state.said(1, Height(10)) is None
    state.promise(1, Height(10), TWO)
    state.close()


def test_heights_that_were_forgotten_are_not_spoken_of_again(path, monkeypatch):
    """The memory is bounded; what fell out of it lies below a floor."""
    monkeypatch.setattr(attester_state, "HEIGHTS_MAX", 3)
    state = AttesterState(path, CHAIN, WHO)
    for height in (10, 20, 15, 30, 40):
        state.promise(1, Height(height), ONE)
    with pytest.raises(AttestRefused, match="too old"):
        state.promise(1, Height(12), TWO)
    state.promise(1, Height(16), TWO)
    state.close()
    again = AttesterState(path, CHAIN, WHO)
    with pytest.raises(AttestRefused, match="too old"):
        again.promise(1, Height(10), TWO)
    again.close()


def test_a_lost_memory_is_no_fresh_one(path):
    """A key without its memory does not attest (tendermint#3418); a memory is never replaced."""
    with pytest.raises(StateMissing):
        AttesterState(path.with_name("other.json"), CHAIN, WHO)
    with pytest.raises(StateUnusable, match="never replaced"):
        AttesterState.create(path, CHAIN, WHO)


def test_two_processes_do_not_share_one(path):
    """The second one is told to stop the first."""
    state = AttesterState(path, CHAIN, WHO)
    with pytest.raises(StateUnusable, match="another process"):
        AttesterState(path, CHAIN, WHO)
    state.close()
    AttesterState(path, CHAIN, WHO).close()


def test_a_damaged_or_strange_memory_is_refused(path):
    """Garbage, another chain's, another validator's: nothing is signed with it."""
    with pytest.raises(StateUnusable, match="memory of"):
        AttesterState(path, CHAIN + 1, WHO)
    with pytest.raises(StateUnusable, match="memory of"):
        AttesterState(path, CHAIN, Address(bytes(20)))
    good = path.read_bytes()
    for wrong in (b"", b"{}", good[:-9], good.replace(b'"clients": {}', b'"clients": {"1": 5}')):
        path.write_bytes(wrong)
        with pytest.raises(StateUnusable):
            AttesterState(path, CHAIN, WHO)
