"""The past of keys, kept whole or as what differs, and the branches that are made of it now."""

from hypothesis import given, settings
from hypothesis import strategies as st

from chain.store import schema
from chain.store.history import (
    PATCH,
    PRESENT,
    PastView,
    current,
    forget,
    remember,
    undo,
    value_before,
)
from chain.store.memory import MemoryStore
from chain.store.node import HASH_PREFIX, with_child
from chain.store.refresh import Walk, refresh
from chain.store.rewritten import DELTA, WHOLE_BELOW, Replaced, Rewritten
from chain.types.primitives import Height

KEY = schema.ACCOUNT_NODE + b"\x01\x02"
OTHER = schema.ACCOUNT_NODE + b"\x01"
EMPTY_BRANCH = b"\xf9\x02\x11" + (HASH_PREFIX + bytes(32)) * 16 + b"\x80"  # of sixteen hashes
HIGH = b"\xff" * 32  # a hash that does not ask for a whole branch
NOTHING = Rewritten()


def place_of(nibble):
    """Return where the child's reference begins in a branch of sixteen hashes."""
    return 3 + 33 * nibble


def rewritten(before, nibble, digest):
    """Return that a branch has another child now, written whole where the one before says so."""
    place, child = place_of(nibble), HASH_PREFIX + digest
    after = with_child(before, place, child)
    if before[place + 1] < WHOLE_BELOW:
        return Rewritten(branches=Replaced([KEY], [before], [after]))
    patch = DELTA + place.to_bytes(2, "big") + before[place : place + 33] + child
    return Rewritten([KEY], [after], [patch])


def write(store, height, branches, before=(), now=()):
    """Write a block that rewrote branches and wrote `now` where `before` was."""
    writes = remember(Height(height), before, branches)
    store.write([*writes, *branches.whole_after(), *now], sync=True)


def prune(store, oldest):
    """Write every branch anew, then forget what is older."""
    walk = Walk(Height(0), Height(oldest), b"")
    store.write(refresh(store, walk, Height(oldest), 1_000).writes, sync=True)
    while writes := forget(store, Height(oldest), 3):
        assert sum(key[:1] == schema.HISTORY for key, _ in writes) <= 3
        store.write(writes, sync=True)


def grown(changes):
    """Return a store in which each change replaced one child, and the branch at each height."""
    store, found = MemoryStore(), [EMPTY_BRANCH]
    store.write([(KEY, EMPTY_BRANCH)], sync=True)
    for height, (nibble, digest) in enumerate(changes, 1):
        branches = rewritten(found[-1], nibble, digest)
        write(store, height, branches)
        found += dict(branches.writes()).values()
    return store, found


# Of hashes with a low first byte the next change keeps the branch whole: here of half of them.
DIGESTS = st.tuples(st.sampled_from((b"\x01", b"\xf1")), st.binary(min_size=31, max_size=31))
CHILDREN = st.tuples(st.integers(0, 15), DIGESTS.map(b"".join))


@settings(max_examples=100, deadline=None)
@given(st.lists(CHILDREN, min_size=1, max_size=30, unique=True), st.data())
def test_a_branch_is_what_it_was_at_every_height(changes, data):
    """Whatever children changed, each height shows its own branch, older ones pruned or not."""
    store, found = grown(changes)
    oldest = data.draw(st.integers(0, len(changes)))
    prune(store, oldest)
    assert current(store, KEY) == found[-1]
    for height in range(oldest, len(found)):
        assert PastView(store, Height(height)).get(KEY) == found[height]
    for height in range(oldest + 1, len(found)):
        assert value_before(store, KEY, Height(height)) == found[height - 1]


@settings(deadline=None)
@given(st.lists(CHILDREN, min_size=1, max_size=10, unique=True), st.data())
def test_undoing_block_after_block_leads_back(changes, data):
    """Rolled back as far as is kept each branch is as it was; at the first nothing is left over."""
    store, found = grown(changes)
    oldest = data.draw(st.integers(0, len(changes)))
    prune(store, oldest)
    for height in range(len(changes), oldest, -1):
        store.write(undo(store, Height(height)), sync=True)
        assert current(store, KEY) == found[height - 1]
    if not oldest:
        assert [key for key, _ in store.iterate(schema.CHANGED, schema.HISTORY + b"\xff")] == []
        assert store.get(KEY) == EMPTY_BRANCH


def test_of_a_branch_that_is_not_written_whole_the_child_alone_is_kept():
    """An entry has 69 bytes, or the branch that was there; the list of the height names it."""
    for first, size in ((0, 1 + len(EMPTY_BRANCH)), (255, 1 + 2 + 33 + 33)):
        before = with_child(EMPTY_BRANCH, place_of(3), HASH_PREFIX + bytes((first,)) * 32)
        branches = rewritten(before, 3, HIGH)
        (_, entry), (_, listed) = remember(Height(1), [], branches)
        assert entry == (PRESENT + before if first == 0 else branches.patches[0])
        assert (len(entry), listed) == (size, schema.with_length(KEY))


def test_a_patch_finds_what_its_block_left_and_not_what_came_later():
    """Gone, come back and changed again: each height has its own."""
    store = MemoryStore()
    first = with_child(EMPTY_BRANCH, place_of(0), HASH_PREFIX + HIGH)
    store.write([(KEY, EMPTY_BRANCH), (OTHER, b"other")], sync=True)
    write(store, 1, NOTHING, [(KEY, EMPTY_BRANCH)], [(KEY, first)])
    write(store, 2, NOTHING, [(KEY, first)], [(KEY, None)])
    write(store, 3, NOTHING, [(KEY, None)], [(KEY, first)])
    write(store, 4, rewritten(first, 0, bytes(32)))
    write(store, 5, NOTHING, [(KEY, EMPTY_BRANCH)], [(KEY, None)])
    seen = [PastView(store, Height(height)).get(KEY) for height in range(6)]
    assert seen == [EMPTY_BRANCH, first, None, first, EMPTY_BRANCH, None]
    assert PastView(store, Height(0)).get(OTHER) == b"other"


@given(st.lists(CHILDREN, min_size=2, max_size=20, unique=True), st.data())
def test_what_an_older_version_kept_is_read_beside_deltas(changes, data):
    """A branch that was written with each change, and patches back; from some height on deltas."""
    store, found = MemoryStore(), [EMPTY_BRANCH]
    older = data.draw(st.integers(1, len(changes)))
    for height, (nibble, digest) in enumerate(changes, 1):
        branches = rewritten(found[-1], nibble, digest)
        found += dict(branches.writes()).values()
        if height > older:
            write(store, height, branches)
            continue
        name, end, place = schema.with_length(KEY), schema.encode_height(height), place_of(nibble)
        entry = PATCH + place.to_bytes(2, "big") + found[-2][place : place + 33]
        store.write([(schema.HISTORY + name + end, entry), (KEY, found[-1])], sync=True)
        store.write([(schema.changed_key(height), name)], sync=True)
    seen = [PastView(store, Height(height)).get(KEY) for height in range(len(found))]
    assert seen == found
    oldest = data.draw(st.integers(0, len(changes)))
    prune(store, oldest)
    for height in range(len(changes), oldest, -1):
        assert current(store, KEY) == found[height]
        store.write(undo(store, Height(height)), sync=True)
    assert current(store, KEY) == found[oldest]
