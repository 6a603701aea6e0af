"""The cache of nodes keeps the tops of tries and what was used last, in bounds."""

from hypothesis import given, settings
from hypothesis import strategies as st

from chain.store import schema
from chain.store.cache import NodeCache
from chain.store.changes import Changes
from chain.store.node import EMPTY, HASH_PREFIX, Branch, Extension, Leaf
from chain.store.rewritten import Replaced, Rewritten
from chain.store.treetop import TREETOP_DEPTH, bytes_of


def branch_of(mark, children):
    """Return a branch with so many children by hash."""
    items = [HASH_PREFIX + mark * 32] * children + [EMPTY] * (17 - children)
    return Branch(items).encode()


OLD, NEW, OTHER = (branch_of(mark, 2) for mark in (b"o", b"n", b"t"))
WIDE = branch_of(b"w", 16)
LINK = Extension(b"\x01" * 9, HASH_PREFIX + b"e" * 32).encode()
SMALL, LEAF, TWIN = (  # of a word, of an account, of one that ends as a branch does
    Leaf(b"\x01" * 59, value).encode() for value in (b"s", b"l" * 70, b"t" * 70 + EMPTY)
)


def key_at(depth, number):
    """Return the key of one of the account trie's nodes at a depth."""
    return schema.ACCOUNT_NODE + bytes(number >> 4 * place & 15 for place in range(depth))


def deep(number):
    """Return the key of a node below every top."""
    return key_at(TREETOP_DEPTH + 4, number)


def changes(nodes):
    """Return changes of nodes: key -> (before, after)."""
    earlier, afters = zip(*nodes.values(), strict=True)
    return Changes(dict(zip(nodes, earlier, strict=True)), dict(zip(nodes, afters, strict=True)))


def cache_for(count):
    """Return a cache with room for so many nodes like OLD, if the parts are filled."""
    return NodeCache(count * bytes_of(OLD))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 9),
            st.integers(0, 40),
            st.sampled_from([OLD, WIDE, LINK, SMALL, LEAF, TWIN, None]),
        ),
        max_size=300,
    )
)
def test_the_cache_never_holds_more_than_its_limit_nor_what_is_not_so(steps):
    """Whatever is put, grows, shrinks and goes: in bounds, and each answer is the newest node."""
    cache, now = cache_for(24), {}
    for depth, number, node in steps:
        key = key_at(depth, number)
        if key not in now and node is not None:
            now[key] = node
            cache.put(key, node)
        else:
            cache.move(b"head", changes({key: (now.get(key), node)}), Rewritten())
            now[key] = node
        held = {**cache._tops, **cache._young, **cache._old}
        assert sum(map(bytes_of, held.values())) <= 24 * bytes_of(OLD)
        assert sum(map(bytes_of, cache._tops.values())) == cache._tops_bytes
        assert all(now[key] == cache.get(key) for key in held if cache.get(key) is not None)
        assert not {SMALL, LEAF, TWIN} & set(held.values())


def test_a_node_that_is_used_outlives_those_that_are_not():
    """Reading a node keeps it while unread ones are dropped."""
    cache = cache_for(24)
    cache.put(deep(999), OLD)
    for number in range(100):
        assert cache.get(deep(999)) == OLD
        cache.put(deep(number), OTHER)
    assert cache.get(deep(0)) is None


def test_the_top_of_a_trie_does_not_age():
    """A node of the top stays, unread, however many deeper ones come and go."""
    cache = cache_for(24)
    top = key_at(TREETOP_DEPTH, 1)
    cache.put(top, OLD)
    for number in range(1000):
        cache.put(deep(number), OTHER)
    assert cache.get(top) == OLD


def test_tops_that_grow_where_they_stand_make_room():
    """A trie's branches fill up: its tops still take no more than their part."""
    cache = cache_for(24)
    tops = [key_at(2, number) for number in range(16)]
    for key in tops:
        cache.put(key, OLD)
    cache.move(b"head", changes(dict.fromkeys(tops, (OLD, WIDE))), Rewritten())
    left = [node for node in map(cache.get, tops) if node is not None]
    assert left and set(left) == {WIDE}
    assert sum(map(bytes_of, left)) <= cache.tops_bytes_max


def test_a_top_for_which_there_is_no_room_ages_like_the_others():
    """When the tops fill their part, another is remembered for a while, and answered rightly."""
    cache = cache_for(24)
    for number in range(17):
        cache.put(key_at(2, number), OLD)
    assert cache.get(key_at(2, 16)) == OLD
    cache.move(
        b"head", changes({key_at(2, 0): (OLD, None), key_at(2, 16): (OLD, NEW)}), Rewritten()
    )
    assert (cache.get(key_at(2, 0)), cache.get(key_at(2, 16))) == (None, NEW)
    cache.move(b"next", changes({key_at(2, 16): (NEW, None)}), Rewritten())
    assert cache.get(key_at(2, 16)) is None


def test_moving_to_another_head_replaces_and_deletes():
    """After a move the cache answers with the new nodes, in every part of it."""
    cache = cache_for(24)
    names = [key_at(1, 1), key_at(1, 2), deep(1), deep(2), deep(3)]
    for key in names:
        cache.put(key, OLD)
    cache.move(
        b"head", changes({key: (OLD, NEW if key[-1] == 1 else None) for key in names}), Rewritten()
    )
    assert [cache.get(key) for key in names[:2]] == [NEW, None]
    assert all(cache.get(key) in (NEW, None) for key in names[2:])
    assert cache.head == b"head"


def test_a_branch_that_a_leaf_replaces_is_forgotten_for_good():
    """A leaf takes a branch's place, and be it one that ends as a branch does: it is not kept."""
    cache = cache_for(24)
    for leaf in (LEAF, TWIN):
        for key in (key_at(2, 1), deep(1)):
            cache.put(key, OLD)
            cache.move(b"head", changes({key: (OLD, leaf)}), Rewritten())
            assert cache.get(key) is None


def test_a_restart_forgets_all():
    """After a restart nothing of the other head is answered."""
    cache = cache_for(24)
    cache.put(key_at(1, 1), OLD)
    cache.put(deep(1), OLD)
    cache.restart(b"head")
    assert (cache.get(deep(1)), cache.get(key_at(1, 1))) == (None, None)
    assert (len(cache), cache.head) == (0, b"head")


def test_rewritten_branches_are_found_and_strangers_only_where_there_is_room():
    """A top is replaced where it is, one below by the newest, and leaves are not looked at."""
    cache = cache_for(24)
    top, below, unknown, leaf = key_at(2, 1), deep(1), deep(2), deep(3)
    for key, node in ((top, OLD), (below, OLD), (leaf, TWIN)):
        cache.put(key, node)
    patch = bytes(2) + b"o" * 33
    whole, strange = key_at(2, 2), deep(4)
    cache.put(whole, OLD)
    branches = Rewritten(
        [top, below, unknown],
        [NEW] * 3,
        [patch] * 3,
        branches=Replaced([whole, strange], [OLD] * 2, [NEW] * 2),
        leaves=Replaced([leaf], [TWIN], [LEAF]),
    )
    cache.move(b"head", Changes(), branches)
    keys = (top, below, unknown, whole, strange)
    assert {key: cache.get(key) for key in keys} == dict.fromkeys(keys, NEW)
    assert cache.get(leaf) is None
    assert set(cache._tops) == {top, whole}
    assert sum(map(bytes_of, cache._tops.values())) == cache._tops_bytes
    assert sum(map(bytes_of, cache._young.values())) == cache._young_bytes


def test_a_full_cache_takes_no_stranger_among_the_tops():
    """Where the tops have no room a rewritten branch goes to those that age."""
    cache = cache_for(6)
    for number in range(12):
        cache.put(key_at(2, number), OLD)
    tops = dict(cache._tops)
    strange = [key_at(2, number) for number in range(100, 103)]
    cache.move(b"head", Changes(), Rewritten(strange, [NEW] * 3, [bytes(35)] * 3))
    assert cache._tops == tops
    assert NEW in map(cache.get, strange)
