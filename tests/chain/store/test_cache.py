"""The cache of nodes keeps the tops of tries and what was used last, in bounds."""

from chain.store import schema
from chain.store.cache import NodeCache
from chain.store.treetop import TREETOP_DEPTH


def key_at(depth, number):
    """Return the key of one of the account trie's nodes at a depth."""
    return schema.ACCOUNT_NODE + bytes(number >> 4 * place & 15 for place in range(depth))


def deep(number):
    """Return the key of a node below every top."""
    return key_at(TREETOP_DEPTH + 4, number)


def test_the_cache_never_holds_more_than_its_limit():
    """However many nodes are put, of any depth, at most the limit stays."""
    cache = NodeCache(20)
    for number in range(1000):
        cache.put(key_at(number % 8, number), b"node")
        assert len(cache) <= 20


def test_a_node_that_is_used_outlives_those_that_are_not():
    """Reading a node keeps it while unread ones are dropped."""
    cache = NodeCache(20)
    cache.put(deep(999), b"node")
    for number in range(100):
        assert cache.get(deep(999)) == b"node"
        cache.put(deep(number), b"other")
    assert cache.get(deep(0)) is None


def test_the_top_of_a_trie_does_not_age():
    """A node of the top stays, unread, however many deeper ones come and go."""
    cache = NodeCache(20)
    top = key_at(TREETOP_DEPTH, 1)
    cache.put(top, b"node")
    for number in range(1000):
        cache.put(deep(number), b"other")
    assert cache.get(top) == b"node"


def test_a_top_for_which_there_is_no_room_ages_like_the_others():
    """When the tops fill their half, another is remembered for a while, and answered rightly."""
    cache = NodeCache(20)
    for number in range(11):
        cache.put(key_at(2, number), b"old")
    assert cache.get(key_at(2, 10)) == b"old"
    cache.move(b"head", {key_at(2, 0): None, key_at(2, 10): b"new"})
    assert (cache.get(key_at(2, 0)), cache.get(key_at(2, 10))) == (None, b"new")
    cache.move(b"next", {key_at(2, 10): None})
    assert cache.get(key_at(2, 10)) is None


def test_moving_to_another_head_replaces_and_deletes():
    """After a move the cache answers with the new nodes, in every part of it."""
    cache = NodeCache(8)
    names = [key_at(1, 1), key_at(1, 2), deep(1), deep(2), deep(3)]
    for key in names:
        cache.put(key, b"old")
    cache.move(b"head", {key: (b"new" if key[-1] == 1 else None) for key in names})
    assert [cache.get(key) for key in names[:2]] == [b"new", None]
    assert all(cache.get(key) in (b"new", None) for key in names[2:])
    assert cache.head == b"head"


def test_a_restart_forgets_all():
    """After a restart nothing of the other head is answered."""
    cache = NodeCache(4)
    cache.put(key_at(1, 1), b"old")
    cache.put(deep(1), b"old")
    cache.restart(b"head")
    assert (cache.get(deep(1)), cache.get(key_at(1, 1))) == (None, None)
    assert (len(cache), cache.head) == (0, b"head")
