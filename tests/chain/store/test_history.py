"""The past of keys: kept whole or as what differs, put back the same."""

from hypothesis import given, settings
from hypothesis import strategies as st

from chain.store import schema
from chain.store.history import PATCH, PRESENT, PastView, forget, remember, undo, value_before
from chain.store.memory import MemoryStore
from chain.store.node import HASH_PREFIX, with_child
from chain.store.rewritten import Rewritten
from chain.types.primitives import Height

KEY = schema.ACCOUNT_NODE + b"\x01\x02"
OTHER = schema.ACCOUNT_NODE + b"\x01"
EMPTY_BRANCH = b"\xf9\x02\x11" + (HASH_PREFIX + bytes(32)) * 16 + b"\x80"  # of sixteen hashes


def place_of(nibble):
    """Return where the child's reference begins in a branch of sixteen hashes."""
    return 3 + 33 * nibble


def rewritten(after, place, child):
    """Return that the branch differed from what it is now by the child that stood at a place."""
    return Rewritten([KEY], [after], [place.to_bytes(2, "big") + child])


def grown(changes):
    """Return a store in which each change replaced one child, and the branch at each height."""
    store, branch, found = MemoryStore(), EMPTY_BRANCH, [EMPTY_BRANCH]
    store.write([(KEY, branch)], sync=True)
    for height, (nibble, digest) in enumerate(changes, 1):
        place = place_of(nibble)
        after = with_child(branch, place, HASH_PREFIX + digest)
        found_there = rewritten(after, place, branch[place : place + 33])
        writes = remember(Height(height), [], found_there)
        store.write([*writes, (KEY, after)], sync=True)
        branch = after
        found.append(branch)
    return store, found


CHILDREN = st.tuples(st.integers(0, 15), st.binary(min_size=32, max_size=32))


@settings(max_examples=60, deadline=None)
@given(st.lists(CHILDREN, min_size=1, max_size=30), st.data())
def test_a_branch_is_put_back_as_it_was_at_every_height(changes, data):
    """Whatever children changed, each height shows its own branch, older ones pruned or not."""
    store, found = grown(changes)
    oldest = data.draw(st.integers(0, len(changes)))
    while writes := forget(store, Height(oldest), 3):
        store.write(writes, sync=True)
    for height in range(oldest, len(found)):
        assert PastView(store, Height(height)).get(KEY) == found[height]
    for height in range(oldest + 1, len(found)):
        assert value_before(store, KEY, Height(height)) == found[height - 1]


@given(st.lists(CHILDREN, min_size=1, max_size=10))
def test_undoing_block_after_block_leads_back(changes):
    """Rolled back to the first height, the branch is the first and nothing else is left."""
    store, found = grown(changes)
    for height in range(len(changes), 0, -1):
        store.write(undo(store, Height(height)), sync=True)
        assert store.get(KEY) == found[height - 1]
    assert [key for key, _ in store.iterate(b"\x00", b"\xff")] == [KEY]


def test_of_a_branch_the_child_alone_is_kept_but_of_one_in_sixteen():
    """An entry has 36 bytes, except where the hash of the child says that it is to be whole."""
    place = place_of(3)
    kept = {}
    for first in range(256):
        child = HASH_PREFIX + bytes((first,)) * 32
        branch = with_child(EMPTY_BRANCH, place, child)
        (_, entry), _ = remember(Height(1), [], rewritten(EMPTY_BRANCH, place, child))
        kept[first] = entry
        assert entry in (PRESENT + branch, PATCH + place.to_bytes(2, "big") + child)
    assert [first for first, entry in kept.items() if entry[:1] == PRESENT] == list(range(16))


def test_a_patch_finds_what_its_block_left_and_not_what_came_later():
    """Gone, come back and changed again: each height has its own."""
    store = MemoryStore()
    child = HASH_PREFIX + b"\xff" * 32
    first = with_child(EMPTY_BRANCH, place_of(0), child)
    store.write([(KEY, EMPTY_BRANCH), (OTHER, b"other")], sync=True)
    nothing, alone = Rewritten(), rewritten(EMPTY_BRANCH, place_of(0), child)
    steps = [
        ([(KEY, first)], nothing, None),
        ([(KEY, None)], nothing, first),
        ([], alone, EMPTY_BRANCH),
        ([(KEY, EMPTY_BRANCH)], nothing, None),
    ]
    for height, (before, branches, after) in enumerate(steps, 1):
        writes = remember(Height(height), before, branches)
        store.write([*writes, (KEY, after)], sync=True)
    seen = [PastView(store, Height(height)).get(KEY) for height in range(5)]
    assert seen == [first, None, first, EMPTY_BRANCH, None]
    assert PastView(store, Height(0)).get(OTHER) == b"other"
