"""States that are thought of."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from chain.store.memory import MemoryStore
from chain.store.sketch import Overlay, sketch_of
from chain.store.state import StateStore
from chain.types.account import StateDiff
from chain.types.primitives import EMPTY_CODE_HASH, Address, Height, Nonce, Wei

PEOPLE = [Address(bytes([number]) * 20) for number in (1, 2, 3)]
ACCOUNTS = st.dictionaries(
    st.sampled_from(PEOPLE),
    st.tuples(
        st.integers(0, 9), st.integers(1, 99), st.dictionaries(st.integers(0, 3), st.integers(0, 5))
    ),
    min_size=1,
)
KEYS, VALUES = st.binary(min_size=1, max_size=2), st.binary(max_size=2)


def diff_of(
    accounts: dict[Address, tuple[int, int, dict[int, int]]], cleared: set[Address]
) -> StateDiff:
    """Return a change of some accounts and their words."""
    diff = StateDiff()
    for address, (nonce, coins, slots) in accounts.items():
        diff.accounts[address] = (Nonce(nonce), Wei(coins), EMPTY_CODE_HASH)
        diff.storage[address] = dict(slots)
    diff.cleared = cleared & set(accounts)
    return diff


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(ACCOUNTS, st.sets(st.sampled_from(PEOPLE))), min_size=1, max_size=5))
def test_roots_are_those_of_states_that_are_written(steps: list) -> None:  # type: ignore[type-arg]
    """Change upon change, a sketch finds what a database finds that writes each of them."""
    store = MemoryStore()
    states = StateStore(store)
    first = states.prepare(Height(0), diff_of(*steps[0]))
    store.write(first.writes, sync=False)
    sketch = sketch_of(states, Height(0), first.state_root)
    thought = [sketch.apply(diff_of(*step)) for step in steps[1:]]
    frozen = StateStore(store).head()
    written = []
    for height, step in enumerate(steps[1:], start=1):
        prepared = states.prepare(Height(height), diff_of(*step))
        store.write(prepared.writes, sync=False)
        states.committed(prepared)
        written.append(prepared.state_root)
    assert written == thought and frozen == (0, first.state_root)
    reader, real = sketch.reader(), states.reader()
    for address in PEOPLE:
        assert real.account(address) == reader.account(address)
        assert [real.storage(address, slot) for slot in range(4)] == [
            reader.storage(address, slot) for slot in range(4)
        ]


@given(st.dictionaries(KEYS, VALUES), st.dictionaries(KEYS, st.none() | VALUES), KEYS, KEYS)
@example({b"h0": b"old"}, {b"h1": b"new"}, b"h", b"i")  # of the family that history lies in
def test_an_overlay_is_the_store_after_its_changes(
    below: dict[bytes, bytes], changes: dict[bytes, bytes | None], start: bytes, stop: bytes
) -> None:
    """Reads and walks in both directions, deleted keys left out."""
    store, changed = MemoryStore(), MemoryStore()
    for target in (store, changed):
        target.write(list(below.items()), sync=False)
    changed.write(list(changes.items()), sync=False)
    overlay = Overlay(store, {}).with_changes(changes)
    for key in {*below, *changes, start}:
        assert changed.get(key) == overlay.get(key)
    for reverse in (False, True):
        walked = list(overlay.iterate(start, stop, reverse=reverse))
        assert list(changed.iterate(start, stop, reverse=reverse)) == walked
