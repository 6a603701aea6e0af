"""The index of logs finds every match and nothing else, and reads no more than it must."""

from types import SimpleNamespace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from chain.errors import Invalid
from chain.store import schema
from chain.store.index import (
    ANY_KIND,
    EVENT_KIND,
    FILTER_VALUES_MAX,
    STEPS_MAX,
    LogIndex,
    decode_indexes,
    encode_indexes,
    postings,
)
from chain.store.leveldb import LevelStore
from chain.store.memory import MemoryStore
from chain.types.receipt import Log

ADDRESSES = st.sampled_from([bytes([n]) * 20 for n in (0, 1, 255)])
TOPICS = st.sampled_from([bytes([n]) * 32 for n in (0, 1, 255)])
LOGS = st.builds(Log, ADDRESSES, st.lists(TOPICS, max_size=4).map(tuple), st.just(b""))
BLOCKS = st.dictionaries(st.integers(0, 20), st.lists(LOGS, max_size=4), max_size=12)
RANGES = st.tuples(st.integers(0, 20), st.integers(0, 21))
FILTER_TOPICS = st.lists(st.none() | st.lists(TOPICS, max_size=2), max_size=4)
MILLION = 1_000_000


class CountingView:
    """A view that counts the searches made in it and the keys that it hands out."""

    def __init__(self, view):
        self.view, self.searches, self.keys = view, 0, 0

    def get(self, key):
        """Pass on: the one look at how far the index reaches."""
        return self.view.get(key)

    def iterate(self, start, stop):
        """Count and pass on."""
        self.searches += 1
        for entry in self.view.iterate(start, stop):
            self.keys += 1
            yield entry


def block_of(height, logs):
    """Return as much of a block as the index looks at."""
    return SimpleNamespace(
        header=SimpleNamespace(height=height), receipts=[SimpleNamespace(logs=tuple(logs))]
    )


def index_of(blocks, known=0):
    """Return the database with the postings of blocks; those below `known` are of before them."""
    store = MemoryStore()
    index = LogIndex(store)
    for height, logs in blocks.items():
        writes = index.writes(block_of(height, logs))
        if height < known:
            new = (schema.LOG + bytes((EVENT_KIND,)), schema.LOG + bytes((ANY_KIND,)))
            writes = [(key, b"") for key, _ in writes if not key.startswith(new)]
        store.write(writes, sync=False)
    if known is not None:
        store.write(index.begin_at(known), sync=False)
    return store


def is_match(log, addresses, topics):
    """Say whether a log is as described, by the definition of eth_getLogs."""
    if addresses and log.address not in addresses:
        return False
    return len(log.topics) >= len(topics) and all(
        not wanted or log.topics[at] in wanted for at, wanted in enumerate(topics)
    )


def scan(blocks, addresses, topics, bounds):
    """Return height -> indexes of the logs that match, by looking at each."""
    found = {}
    for height in range(bounds[0], bounds[1] + 1):
        logs = blocks.get(height, [])
        hits = tuple(at for at, log in enumerate(logs) if is_match(log, addresses, topics))
        if hits:
            found[height] = hits
    return found


@settings(max_examples=300, deadline=None)
@given(
    BLOCKS,
    st.lists(ADDRESSES, max_size=2),
    FILTER_TOPICS,
    RANGES,
    st.sets(st.integers(0, 20), max_size=4),
)
def test_what_matches_is_found_and_nothing_else(blocks, addresses, topics, bounds, undone):
    """Heights and logs are a plain scan's, also after blocks were undone and written again."""
    store = index_of(blocks)
    for height in sorted(undone & set(blocks), reverse=True):
        store.write(LogIndex(store).erasure(block_of(height, blocks.pop(height))), sync=False)
    found = {match.height: match for match in LogIndex(store).matches(addresses, topics, *bounds)}
    expected = scan(blocks, addresses, topics, bounds)
    assert sorted(found) == list(found)
    if topics and not topics[-1]:  # logs with too few topics are for the reader to leave out
        assert set(expected) <= set(found)
        assert all(match.indexes is None for match in found.values())
    else:
        assert expected == {height: match.indexes for height, match in found.items()}


@settings(max_examples=300, deadline=None)
@given(BLOCKS, st.lists(ADDRESSES, max_size=2), FILTER_TOPICS, RANGES, st.integers(0, 21))
@example({3: [Log(b"\0" * 20, (), b"")]}, [], [], (0, 20), 4)
def test_an_older_database_misses_nothing(blocks, addresses, topics, bounds, known):
    """Where entries name blocks only, every block with a match is named; above, the logs too."""
    store = index_of(blocks, known)
    found = {match.height: match for match in LogIndex(store).matches(addresses, topics, *bounds)}
    expected = scan(blocks, addresses, topics, bounds)
    assert sorted(found) == list(found)
    assert set(expected) <= set(found)
    for height, match in found.items():
        if height < known:
            assert match.indexes is None
        elif match.indexes is not None:
            assert expected[height] == match.indexes


def test_before_the_first_commit_of_this_index_all_is_older():
    """A database that does not say from where on logs are named answers by its blocks."""
    store = index_of({4: [Log(b"\1" * 20, (b"\2" * 32,), b"")]}, known=9)
    store.write([(schema.LOGS_FROM_KEY, None)], sync=False)
    matches = LogIndex(store).matches([b"\1" * 20], [[b"\2" * 32]], 0, 5)
    assert [(4, None)] == [(match.height, match.indexes) for match in matches]


def test_logs_that_meet_conditions_apart_are_no_match():
    """An address in one log and a topic in another of the same block name no log."""
    store = index_of({1: [Log(b"\1" * 20, (), b""), Log(b"\2" * 20, (b"\3" * 32,) * 2, b"")]})
    assert [] == list(LogIndex(store).matches([b"\1" * 20], [None, [b"\3" * 32]], 0, 9))


def test_a_filter_that_names_too_much_is_refused():
    """Too many values or topic places are Invalid, with the limit and what was found."""
    index = LogIndex(MemoryStore())
    with pytest.raises(Invalid, match="names 5001 values: expected at most 5000"):
        index.matches([b"\x01" * 20] * (FILTER_VALUES_MAX + 1), [], 0, 1)
    with pytest.raises(Invalid, match="has 5 topics: expected at most 4"):
        index.matches([], [None] * 5, 0, 1)


def test_a_thousand_alternatives_cost_one_search_each():
    """Values that are nowhere are asked for once, however many blocks match another."""
    view = CountingView(index_of({h: [Log(b"\1" * 20, (), b"")] for h in range(500)}))
    others = [n.to_bytes(20, "big") for n in range(1, 1_000)]
    assert 500 == len(list(LogIndex(view).matches([*others, b"\1" * 20], [], 0, 499)))
    assert (view.searches, view.keys) == (1_000, 500)


@given(st.sets(st.integers(0, 2**20)))
def test_indexes_come_back(indexes):
    """What is stored is what comes back; small steps take a byte each."""
    encoded = encode_indexes(sorted(indexes))
    assert sorted(indexes) == list(decode_indexes(encoded))
    assert 200 == len(encode_indexes(range(200)))


TOKEN, OTHER = b"\x0a" * 20, b"\x0b" * 20
TRANSFER, APPROVAL, WALLET = b"\x01" * 32, b"\x02" * 32, b"\x03" * 32


def logs_at(height):
    """
    Return the logs of a block of a long chain.

    Every fourth block has one: a token tells of transfers and another contract of approvals, by
    turns. Of two hundred thousand blocks one has, besides, a transfer and an approval of a wallet.
    """
    if height % 4:
        return []
    logs = [Log(TOKEN, (TRANSFER,), b"") if height % 8 else Log(OTHER, (APPROVAL,), b"")]
    if height % 200_000 == 0:
        logs += [Log(TOKEN, (TRANSFER, WALLET), b""), Log(TOKEN, (APPROVAL, WALLET), b"")]
    return logs


@pytest.fixture(scope="module")
def long_chain(tmp_path_factory):
    """The index of a million blocks in a database on disk."""
    store = LevelStore(tmp_path_factory.mktemp("logs") / "db")
    for begun in range(0, MILLION, 50_000):
        heights = range(begun, begun + 50_000, 4)
        store.write(
            [write for height in heights for write in postings(height, [logs_at(height)])],
            sync=False,
        )
    store.write(LogIndex(store).begin_at(0), sync=False)
    yield store
    store.close()


@pytest.mark.parametrize(
    ("addresses", "topics"),
    [
        ([TOKEN], [[APPROVAL]]),  # both are everywhere, together they are rare
        ([TOKEN, OTHER], [[APPROVAL], [WALLET]]),
        ([TOKEN], [[TRANSFER, APPROVAL], [WALLET]]),
        ([], [None, [WALLET]]),
        ([TOKEN], [None, [WALLET]]),
        ([], [[TRANSFER], [WALLET]]),
    ],
)
def test_a_rare_match_in_a_million_blocks_costs_what_it_returns(long_chain, addresses, topics):
    """Five blocks of a million match: a few dozen keys are read, whatever the range."""
    view = CountingView(long_chain)
    found = list(LogIndex(view).matches(addresses, topics, 0, MILLION))
    assert [0, 200_000, 400_000, 600_000, 800_000] == [match.height for match in found]
    terms = len(addresses) + sum(len(place or ()) for place in topics)
    assert view.keys + view.searches <= terms * (len(found) + 1) * (STEPS_MAX + 2)
    narrow = CountingView(long_chain)
    assert 1 == len(list(LogIndex(narrow).matches(addresses, topics, 600_000, 600_003)))
    assert narrow.keys + narrow.searches <= 4 * terms


@pytest.mark.parametrize(
    ("addresses", "topics", "each"),
    [([TOKEN], [], 8), ([], [], 4), ([TOKEN], [[TRANSFER]], 8), ([], [[TRANSFER, APPROVAL]], 4)],
)
def test_common_matches_are_read_one_by_one(long_chain, addresses, topics, each):
    """A block that matches costs one key, and what is asked for is all that is read."""
    view = CountingView(long_chain)
    found = list(LogIndex(view).matches(addresses, topics, 500_000, 508_000))
    assert 8_000 // each <= len(found) <= 8_000 // each + 1
    assert view.keys <= len(found) + 2
    assert view.searches <= 2
