"""The cache of nodes keeps what was used last, in bounds, and what the head says."""

from chain.store.cache import NodeCache


def test_the_cache_never_holds_more_than_its_limit():
    """However many nodes are put, at most the limit stays."""
    cache = NodeCache(10)
    for number in range(1000):
        cache.put(bytes([number % 256, number >> 8]), b"node")
        assert len(cache) <= 10


def test_a_node_that_is_used_outlives_those_that_are_not():
    """Reading a node keeps it while unread ones are dropped."""
    cache = NodeCache(10)
    cache.put(b"used", b"node")
    for number in range(100):
        assert cache.get(b"used") == b"node"
        cache.put(bytes([number]), b"other")
    assert cache.get(bytes([0])) is None


def test_moving_to_another_head_replaces_and_deletes():
    """After a move the cache answers with the new nodes, in both generations."""
    cache = NodeCache(4)
    for key in (b"a", b"b", b"c"):
        cache.put(key, b"old")
    cache.move(b"head", {b"a": b"new", b"b": None, b"c": None})
    assert (cache.get(b"a"), cache.get(b"b"), cache.get(b"c")) == (b"new", None, None)
    assert cache.head == b"head"


def test_a_restart_forgets_all():
    """After a restart nothing of the other head is answered."""
    cache = NodeCache(4)
    cache.put(b"a", b"old")
    cache.restart(b"head")
    assert (cache.get(b"a"), len(cache), cache.head) == (None, 0, b"head")
