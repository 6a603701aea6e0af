"""The relayer's memory on disk."""

from bridge.journal import Bookmark, Journal
from chain.types.primitives import Height
from tests.bridge.world import joined

MARKS = {101: Bookmark(Height(7), 3), 102: Bookmark(Height(9), 0)}


def journal(path, order: int = 1) -> Journal:
    """Return a journal of the two ends."""
    one, two = joined()
    return Journal(path, (one.place, two.place)[::order])  # type: ignore[arg-type]


def test_what_is_saved_is_found_again(tmp_path):
    """Bookmarks outlive the process."""
    path = tmp_path / "deep" / "journal.json"
    assert {} == journal(path).load()
    journal(path).save(MARKS)
    assert MARKS == journal(path).load()
    assert ["journal.json"] == [found.name for found in path.parent.iterdir()]


def test_a_damaged_or_strange_file_only_costs_time(tmp_path):
    """Another route's bookmarks, or garbage, are as none."""
    path = tmp_path / "journal.json"
    for garbage in (b"", b"{", b"[]", b'{"version": 2}', b"null", b'{"version":1,"route":5}'):
        path.write_bytes(garbage)
        assert {} == journal(path).load()
    journal(path).save(MARKS)
    assert {} == journal(path, -1).load()


def test_without_a_file_it_remembers_until_it_ends():
    """A dry run leaves nothing behind."""
    found = journal(None)
    found.save(MARKS)
    assert MARKS == found.load() and {} == journal(None).load()
