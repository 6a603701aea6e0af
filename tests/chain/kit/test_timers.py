"""Deadlines come once each, in order, never early, a bounded number a block."""

from typing import ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from chain.kit import timers as timer_rules
from chain.kit.memory_host import MemoryHost
from chain.kit.timers import KEY_END, TICK_END, Clock, Timers
from chain.types.primitives import Address

SLOT = 3


class Holder:
    """Two queues in one account."""

    address: ClassVar[Address] = Address(b"\x0f" * 20)

    by_height = Timers(SLOT, Clock.HEIGHT)  # 3 to 6
    by_time = Timers(SLOT + 4, Clock.SECONDS)  # 7 to 10

    def __init__(self) -> None:
        self.host = MemoryHost()


class Deadlines(RuleBasedStateMachine):
    """Any deadlines, set at any time, against a sorted list."""

    MAX = 3

    @initialize()
    def begin(self):
        """Start with an empty queue and few entries a block."""
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(timer_rules, "TIMERS_PER_BLOCK_MAX", self.MAX)
        self.holder = Holder()
        self.waiting: list[tuple[int, int, int, int]] = []
        self.count = 0

    def teardown(self):
        """Let everything come due, then nothing but the cursor is left behind."""
        while self.waiting:
            self.advance(max(1, self.waiting[0][0] - self.now))
        assert -1 == self.holder.by_height.pending()
        assert {SLOT} >= {slot for _, slot in self.holder.host.words}
        self.patch.undo()

    @property
    def now(self):
        """The block's height."""
        return self.holder.host.block.height

    @rule(
        ahead=st.one_of(st.integers(-3, 6), st.sampled_from((255, 256, 257, 65_536, 2**24, 2**31))),
        kind=st.sampled_from((0, 1, 255)),
        is_wide=st.booleans(),
    )
    def set_deadline(self, ahead, kind, is_wide):
        """A deadline, most of them near, one in the past counting as the next block."""
        self.count += 1
        tick = max(0, self.now + ahead)
        key = KEY_END - 2**52 + self.count if is_wide else self.count
        self.holder.by_height.set(tick, kind, key)
        self.waiting.append((max(tick, self.now + 1), self.count, kind, key))
        self.waiting.sort()

    @rule(blocks=st.sampled_from((1, 1, 1, 2, 7, 300, 70_000)))
    def advance(self, blocks):
        """A later block hands out what is due, oldest first, up to the maximum."""
        self.holder.host.advance(blocks)
        due = [item for item in self.waiting if item[0] <= self.now][: self.MAX]
        del self.waiting[: len(due)]
        assert [(kind, key) for *_, kind, key in due] == list(self.holder.by_height.due())

    @rule()
    def advance_while_setting(self):
        """What is set while deadlines are handled waits for a later block."""
        self.holder.host.advance()
        due = [item for item in self.waiting if item[0] <= self.now][: self.MAX]
        del self.waiting[: len(due)]
        found = []
        for entry in self.holder.by_height.due():
            found.append(entry)
            self.set_deadline(0, 5, False)
        assert [(kind, key) for *_, kind, key in due] == found

    @invariant()
    def the_oldest_is_known(self):
        """The queue names the tick of its oldest entry."""
        oldest = self.waiting[0][0] if self.waiting else -1
        assert oldest == self.holder.by_height.pending()


TestDeadlines = Deadlines.TestCase
TestDeadlines.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)


def test_a_block_handles_a_hundred_and_leaves_the_rest():
    """The 101st entry of a tick comes in the next block, and none is skipped or repeated."""
    holder = Holder()
    for key in range(250):
        holder.by_height.set(5, 1, key)
    holder.host.advance(10)
    batches = [[key for _, key in holder.by_height.due()] for _ in range(4)]
    assert [100, 100, 50, 0] == [len(batch) for batch in batches]
    assert list(range(250)) == [key for batch in batches for key in batch]


def test_the_end_of_a_crowded_tick_costs_no_more_than_its_beginning():
    """A thousand deadlines of one tick are erased as they are handled, not in the last block."""
    holder = Holder()
    for key in range(1_000):
        holder.by_height.set(5, 1, key)
    changes = []
    for _ in range(10):
        holder.host.advance(5)
        holder.host.forget()
        assert timer_rules.TIMERS_PER_BLOCK_MAX == len(list(holder.by_height.due()))
        changes.append(holder.host.snapshot())
    assert max(changes) <= min(changes) + 5
    assert {(Holder.address, SLOT)} == set(holder.host.words)


def test_a_handler_that_stops_early_loses_nothing_else():
    """Whoever leaves after one entry finds the next one there; the one handed out is spent."""
    holder = Holder()
    for key in range(3):
        holder.by_height.set(2, 0, key)
    holder.host.advance(5)
    assert (0, 0) == next(holder.by_height.due())
    assert [(0, 1), (0, 2)] == list(holder.by_height.due())


def test_seconds_and_heights_are_counted_apart():
    """A queue of seconds follows the block's time and not its height."""
    holder = Holder()
    now_s = holder.host.block.time_s
    holder.by_time.set(now_s + 10, 1, 42)
    holder.by_height.set(2, 1, 43)
    holder.host.advance(blocks=50, seconds=9)
    assert [] == list(holder.by_time.due())
    assert [(1, 43)] == list(holder.by_height.due())
    holder.host.advance(blocks=1, seconds=1)
    assert [(1, 42)] == list(holder.by_time.due())


def test_a_deadline_beyond_the_last_tick_stays_in_the_queue():
    """The queue reaches to the year 2106; what lies behind waits at its end, nothing breaks."""
    holder = Holder()
    for tick in (TICK_END - 1, TICK_END, 2**64 - 1, 2**255):
        holder.by_height.set(tick, 0, 1)
    assert TICK_END - 1 == holder.by_height.pending()
    holder.host.advance(10**6)
    assert [] == list(holder.by_height.due())


@pytest.mark.parametrize(("kind", "key"), [(256, 0), (-1, 0), (0, KEY_END), (0, -1)])
def test_kind_and_key_share_a_word(kind, key):
    """A kind above a byte or a key above 176 bits is our own bug, never another entry."""
    with pytest.raises(OverflowError):
        Holder().by_height.set(5, kind, key)
    holder = Holder()
    holder.by_height.set(2, 255, KEY_END - 1)
    holder.host.advance(1)
    assert [(255, KEY_END - 1)] == list(holder.by_height.due())


def test_empty_ticks_cost_nothing():
    """Finding the next of two far entries reads a handful of slots, not each tick between."""
    holder = Holder()
    holder.by_height.set(2**31, 1, 1)
    reads = []
    load = holder.host.load
    holder.host.load = lambda address, slot: reads.append(slot) or load(address, slot)
    assert 2**31 == holder.by_height.pending()
    assert len(reads) <= 2 * timer_rules.LEVELS + 1


def test_small_entries_share_words():
    """A hundred deadlines of one tick take a third of a hundred words, and leave none of them."""
    holder = Holder()
    for key in range(99):
        holder.by_height.set(5, 1, key)
    assert 33 + timer_rules.LEVELS == len(holder.host.words)
    holder.host.advance(5)
    assert [(1, key) for key in range(99)] == list(holder.by_height.due())
    assert {(Holder.address, SLOT)} == set(holder.host.words)


def test_an_entry_of_its_own_is_one_word():
    """The commonest deadline, alone in its tick, lies with the count of full words, which is 0."""
    holder = Holder()
    holder.by_height.set(5, 2, 77)
    assert 1 + timer_rules.LEVELS == len(holder.host.words)
    assert 1 << 63 | 2 << 52 | 77 in set(holder.host.words.values())


def test_a_queue_takes_four_slots():
    """The next declaration begins four slots on, and the layout names the clock."""
    assert (4, "TimerQueue(seconds)") == (Holder.by_time.width, Holder.by_time.solidity())
