"""The index of logs yields every height with a match, and reads no more than it must."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.errors import Invalid
from chain.store.index import FILTER_VALUES_MAX, LogIndex
from chain.store.memory import MemoryStore
from chain.types.receipt import Log

ADDRESSES = st.sampled_from([bytes([n]) * 20 for n in (0, 1, 255)])
TOPICS = st.sampled_from([bytes([n]) * 32 for n in (0, 1, 255)])
LOGS = st.builds(Log, ADDRESSES, st.lists(TOPICS, max_size=4).map(tuple), st.just(b""))
BLOCKS = st.dictionaries(st.integers(0, 20), st.lists(LOGS, max_size=3), max_size=12)
RANGES = st.tuples(st.integers(0, 20), st.integers(0, 21))
FILTER_TOPICS = st.lists(st.none() | st.lists(TOPICS, max_size=2), max_size=4)


class CountingView:
    """A view that counts the searches made in it."""

    def __init__(self, view):
        self.view = view
        self.searches = 0

    def iterate(self, start, stop):
        """Count and pass on."""
        self.searches += 1
        return self.view.iterate(start, stop)


def index_of(blocks):
    """Return the database that holds the postings of blocks: height -> logs."""
    store = MemoryStore()
    for height, logs in blocks.items():
        store.write(LogIndex(store).writes(height, logs), sync=False)
    return store


def may_match(logs, addresses, topics):
    """Say whether each condition is met by some log of a block."""
    if addresses and not any(log.address in addresses for log in logs):
        return False
    return all(
        not wanted or any(len(log.topics) > at and log.topics[at] in wanted for log in logs)
        for at, wanted in enumerate(topics)
    )


@settings(max_examples=200, deadline=None)
@given(BLOCKS, st.lists(ADDRESSES, max_size=2), FILTER_TOPICS, RANGES)
def test_heights_are_those_whose_blocks_meet_all_conditions(blocks, addresses, topics, bounds):
    """The heights in the range where each condition has a posting, ascending, once each."""
    found = LogIndex(index_of(blocks)).heights_with(addresses, topics, *bounds)
    expected = [
        height
        for height in range(bounds[0], bounds[1] + 1)
        if may_match(blocks.get(height, []), addresses, topics)
    ]
    assert expected == list(found)


def test_a_query_costs_what_matches_cost_and_not_what_its_range_costs():
    """Two matches in a million heights are found in a handful of searches."""
    rare, common = b"\x01" * 20, b"\x02" * 32
    view = CountingView(index_of({h: [Log(rare, (common,), b"")] for h in (5, 900_000)}))
    found = LogIndex(view).heights_with([rare], [[common]], 0, 1_000_000)
    assert list(found) == [5, 900_000]
    assert view.searches <= 8


def test_erasing_the_postings_of_a_block_leaves_those_of_others():
    """A rolled back block is found no more; its neighbour is."""
    logs = [Log(b"\x01" * 20, (b"\x02" * 32,), b"")]
    store = index_of({1: logs, 2: logs})
    store.write(LogIndex(store).erasure(2, logs), sync=False)
    assert list(LogIndex(store).heights_with([b"\x01" * 20], [], 0, 9)) == [1]


def test_a_filter_that_names_too_much_is_refused():
    """Too many values or topic places are Invalid, with the limit and what was found."""
    index = LogIndex(MemoryStore())
    with pytest.raises(Invalid, match="names 1001 values: expected at most 1000"):
        index.heights_with([b"\x01" * 20] * (FILTER_VALUES_MAX + 1), [], 0, 1)
    with pytest.raises(Invalid, match="has 5 topics: expected at most 4"):
        index.heights_with([], [None] * 5, 0, 1)
