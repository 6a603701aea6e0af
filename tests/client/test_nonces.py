"""Nonces: never two transactions with one, and no gap that stays."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from client.nonces import NonceBook


def test_concurrent_sends_get_nonces_in_a_row():
    """Whoever comes next gets the next one, without waiting for those before."""
    book = NonceBook()
    book.observe(7, was_quiet=True)
    assert [7, 8, 9] == [book.take() for _ in range(3)]


def test_a_nonce_that_is_given_back_below_another_is_a_gap_and_goes_out_next():
    """What failed in the middle is filled first."""
    book = NonceBook()
    first, second = book.take(), book.take()
    book.use(second)
    book.give_back(first)
    assert (0,) == book.gaps
    assert 0 == book.take()
    assert () == book.gaps


def test_the_last_nonce_given_back_leaves_no_gap():
    """Nothing waits behind the newest one."""
    book = NonceBook()
    book.use(book.take())
    book.give_back(book.take())
    assert () == book.gaps
    assert 1 == book.take()


def test_what_a_node_forgot_is_sent_for_again():
    """A transaction that fell out of the pool leaves its nonce to the next one."""
    book = NonceBook()
    for _ in range(3):
        book.use(book.take())
    book.observe(1, was_quiet=True)
    assert [1, 3] == [book.take(), book.take()]


class Nonces(RuleBasedStateMachine):
    """Any order of takes, admissions, refusals and losses, against a node's own book."""

    def __init__(self) -> None:
        super().__init__()
        self.book = NonceBook()
        self.out: set[int] = set()
        self.pool: set[int] = set()
        self.foreign: set[int] = set()  # another program's, which the book cannot know

    def count(self) -> int:
        """What a node answers: transactions without a gap."""
        found = 0
        while found in self.pool:
            found += 1
        return found

    @rule()
    def take(self) -> None:
        """A new transaction gets a nonce that no other has."""
        was_quiet = self.book.is_quiet
        self.book.observe(self.count(), was_quiet=was_quiet)
        nonce = self.book.take()
        assert nonce not in self.out
        if nonce in self.foreign & self.pool:
            self.book.use(nonce)  # the node says so when it is sent, and the next one is taken
            return
        assert nonce not in self.pool
        if was_quiet:
            assert self.count() == nonce, "the lowest that is free"
        self.out.add(nonce)

    @precondition(lambda self: self.out)
    @rule(data=st.data())
    def admit(self, data: st.DataObject) -> None:
        """The node takes one of those under way."""
        nonce = data.draw(st.sampled_from(sorted(self.out)))
        self.out.discard(nonce)
        self.pool.add(nonce)
        self.book.use(nonce)

    @precondition(lambda self: self.out)
    @rule(data=st.data())
    def refuse(self, data: st.DataObject) -> None:
        """The node refuses one of those under way."""
        nonce = data.draw(st.sampled_from(sorted(self.out)))
        self.out.discard(nonce)
        self.book.give_back(nonce)

    @precondition(lambda self: self.pool)
    @rule(data=st.data())
    def forget(self, data: st.DataObject) -> None:
        """The node forgets one that it knew."""
        self.pool.discard(data.draw(st.sampled_from(sorted(self.pool))))

    @rule(count=st.integers(1, 3))
    def another_program_sends(self, count: int) -> None:
        """Somebody else uses the same key where nothing is under way."""
        if not self.out:
            for _ in range(count):
                self.foreign.add(self.count())
                self.pool.add(self.count())

    @invariant()
    def gaps_are_free(self) -> None:
        """A gap is nobody's."""
        assert not set(self.book.gaps) & self.out


Nonces.TestCase.settings = settings(max_examples=200, stateful_step_count=30, deadline=None)
TestNonces = Nonces.TestCase
