"""What every database must do, in memory or on disk."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chain.store.kv import prefix_range
from chain.store.leveldb import LevelStore
from chain.store.memory import MemoryStore

EVERYTHING = (b"", b"\xff" * 8)
KEYS = st.binary(min_size=1, max_size=3)
BATCHES = st.lists(st.tuples(KEYS, st.none() | st.binary(max_size=2)), max_size=8)


@pytest.fixture(params=["memory", "leveldb"])
def store(request, tmp_path):
    """Return an empty database of each kind."""
    opened = MemoryStore() if request.param == "memory" else LevelStore(tmp_path / "db")
    yield opened
    opened.close()


def test_what_is_written_is_read_and_what_is_deleted_is_gone(store):
    """A batch sets and deletes, and the later of two writes of one key wins."""
    store.write([(b"a", b"1"), (b"b", b"2"), (b"b", b"3"), (b"c", b"")], sync=True)
    store.write([(b"a", None), (b"never", None)], sync=False)
    assert [store.get(b"a"), store.get(b"b"), store.get(b"c")] == [None, b"3", b""]


def test_iteration_follows_the_bytes_of_keys_inside_the_bounds(store):
    """The start belongs to the range, the stop does not, and reverse turns the order."""
    store.write([(bytes([n]), bytes([n])) for n in (5, 1, 200, 3)], sync=False)
    expected = [(b"\x01", b"\x01"), (b"\x03", b"\x03"), (b"\x05", b"\x05")]
    assert expected == list(store.iterate(b"\x01", b"\xc8"))
    assert expected[::-1] == list(store.iterate(b"\x01", b"\xc8", reverse=True))
    assert list(store.iterate(b"\x06", b"\x06")) == []


def test_a_batch_that_fails_midway_leaves_nothing(store):
    """An exception while the batch is drawn up drops all of it."""

    def broken():
        yield b"a", b"1"
        raise ValueError("midway")

    with pytest.raises(ValueError, match="midway"):
        store.write(broken(), sync=True)
    assert list(store.iterate(*EVERYTHING)) == []


def test_a_snapshot_stays_as_it_was(store):
    """Reads and iterations of a snapshot do not see what was written after it."""
    store.write([(b"a", b"1"), (b"b", b"2")], sync=False)
    snapshot = store.snapshot()
    store.write([(b"a", b"9"), (b"b", None), (b"c", b"3")], sync=False)
    store.write([(b"a", None)], sync=False)
    assert [snapshot.get(key) for key in (b"a", b"b", b"c")] == [b"1", b"2", None]
    assert list(snapshot.iterate(*EVERYTHING)) == [(b"a", b"1"), (b"b", b"2")]
    assert list(store.iterate(*EVERYTHING)) == [(b"c", b"3")]
    snapshot.close()


def test_an_iteration_is_not_disturbed_by_a_write(store):
    """A range that is being read yields what was there when its reading began."""
    store.write([(b"a", b"1"), (b"b", b"2")], sync=False)
    entries = store.iterate(*EVERYTHING)
    assert next(entries) == (b"a", b"1")
    store.write([(b"b", b"9"), (b"c", b"3")], sync=False)
    assert list(entries) == [(b"b", b"2")]


def test_compaction_changes_no_value(store):
    """Giving back space loses nothing."""
    store.write([(b"a", b"1"), (b"b", b"2")], sync=False)
    store.write([(b"a", None)], sync=False)
    store.compact(b"", b"z")
    assert list(store.iterate(*EVERYTHING)) == [(b"b", b"2")]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(before=BATCHES, after=BATCHES, start=KEYS, stop=KEYS)
def test_a_database_is_a_sorted_map(store, before, after, start, stop):
    """Any batches leave what they leave in a dict, in the database and in a snapshot between."""
    store.write([(key, None) for key, _ in store.iterate(*EVERYTHING)], sync=False)
    model = {}
    for batch in (before, after):
        snapshot, frozen = store.snapshot(), dict(model)
        store.write(batch, sync=False)
        for key, value in batch:
            model[key] = value
        model = {key: value for key, value in model.items() if value is not None}
        for view, content in ((store, model), (snapshot, frozen)):
            expected = [(key, content[key]) for key in sorted(content) if start <= key < stop]
            assert expected == list(view.iterate(start, stop))
            assert expected[::-1] == list(view.iterate(start, stop, reverse=True))
            assert all(content.get(key) == view.get(key) for key, _ in (*before, *after))
        snapshot.close()


@pytest.mark.parametrize("prefix", [b"a", b"a\xff", b"a\xff\xff", b"\x00"])
def test_a_prefix_range_holds_the_keys_that_begin_so_and_no_other(prefix):
    """The range of a prefix is exact even where the prefix ends with the highest byte."""
    start, stop = prefix_range(prefix)
    for key in (prefix, prefix + b"\x00", prefix + b"\xff" * 9):
        assert start <= key < stop
    for key in (prefix[:-1], prefix[:-1] + bytes([prefix[-1] + 1]) if prefix[-1] < 255 else b"b"):
        assert not start <= key < stop
