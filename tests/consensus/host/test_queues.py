"""Every source has its turn and its bounds."""

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from consensus.host.queues import FairQueue


def test_sources_are_served_in_turn() -> None:
    """A long line delays the others by one item a round."""
    queue: FairQueue[int] = FairQueue(10, 100)
    for number in range(5):
        assert queue.put("long", number)
    assert queue.put("short", 99)
    assert [0, 99, 1, 2, 3, 4] == queue.drain()
    assert [] == queue.drain()


def test_a_full_line_drops_its_own_items_only() -> None:
    """Items and bytes are bounded by source."""
    queue: FairQueue[str] = FairQueue(2, 100)
    assert queue.put("a", "1", 60)
    assert not queue.put("a", "2", 60)
    assert queue.put("a", "3", 40)
    assert not queue.put("a", "4")
    assert queue.put("b", "5", 100)
    assert ["1", "5", "3"] == queue.drain()
    assert queue.put("a", "6", 100)


def test_one_item_may_be_larger_than_the_bound() -> None:
    """An empty line takes what comes; other limits judge a single item."""
    queue: FairQueue[str] = FairQueue(2, 100)
    assert queue.put("a", "large", 1_000)
    assert not queue.put("a", "more", 1)


def test_get_waits_for_the_first_item() -> None:
    """Whoever waits is woken by the next item."""

    async def story() -> str:
        queue: FairQueue[str] = FairQueue(2, 100)
        waiting = asyncio.ensure_future(queue.get())
        await asyncio.sleep(0)
        queue.put("a", "item")
        return await waiting

    assert "item" == asyncio.run(story())


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 40)), max_size=60))
def test_nothing_is_lost_doubled_or_reordered_within_a_source(puts: list[tuple[str, int]]) -> None:
    """What was kept comes out once, each source in its own order."""
    queue: FairQueue[tuple[str, int]] = FairQueue(8, 100)
    kept = [(s, i) for i, (s, size) in enumerate(puts) if queue.put(s, (s, i), size)]
    out = queue.drain()
    assert sorted(out) == sorted(kept)
    for source in "abc":
        assert [x for x in out if x[0] == source] == [x for x in kept if x[0] == source]
