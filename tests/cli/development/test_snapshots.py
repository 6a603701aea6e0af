"""Moments that come back."""

import asyncio

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from chain.errors import Unavailable
from chain.types.primitives import Wei
from chain.vm.call import AccountOverride
from cli.development.snapshots import SNAPSHOTS_MAX, Snapshots
from tests.cli.development.chain import PlayChain
from tests.rpc.stage import ACCOUNTS, STRANGER


class Moments(RuleBasedStateMachine):
    """A chain that goes back and forth, beside a list of what it was like at each moment."""

    def __init__(self) -> None:
        super().__init__()
        self.chain = PlayChain()
        self.snapshots = Snapshots(self.chain.maker)
        self.kept: dict[int, tuple[object, ...]] = {}

    def picture(self) -> tuple[object, ...]:
        """Everything that a revert has to bring back."""
        chain = self.chain
        waiting = sorted(chain.pool.hashes())
        return (
            chain.app.ledger.head.header.hash,
            chain.balance(STRANGER),
            chain.balance(ACCOUNTS[0]),
            waiting,
            chain.clock.now_ms(),
            chain.clock.set_ms,
            chain.app.next_base_fee_wei(),
            chain.maker.coinbase,
        )

    @rule()
    def mine(self) -> None:
        """One more block."""
        self.chain.maker.make()

    @rule(key=st.integers(0, 2), value=st.integers(0, 9))
    def send(self, key: int, value: int) -> None:
        """One more transaction."""
        self.chain.pool.submit(self.chain.raw(key, STRANGER, value_wei=value))

    @rule(coins=st.integers(0, 99))
    def edit(self, coins: int) -> None:
        """Coins by hand."""
        edit = AccountOverride(balance_wei=Wei(coins))
        self.chain.app.edits.add(self.chain.height, STRANGER, edit)
        self.chain.app.follow_edits()

    @rule(span_s=st.integers(0, 100))
    def move(self, span_s: int) -> None:
        """The clock moves, by hand and by itself."""
        self.chain.clock.advance(span_s)
        asyncio.run(self.chain.machine_clock.advance_ms(17))

    @rule(fee=st.integers(0, 10**9), set_s=st.integers(1, 50))
    def set_next(self, fee: int, set_s: int) -> None:
        """The next block is to be special."""
        self.chain.app.set_base_fee_wei = Wei(fee)
        self.chain.app.follow_edits()
        self.chain.clock.set_next(self.chain.clock.now_ms() + set_s * 1_000)

    @rule()
    def take(self) -> None:
        """Remember."""
        number = self.snapshots.take()
        assert number not in self.kept
        self.kept[number] = self.picture()

    @rule(number=st.integers(0, 12))
    def revert(self, number: int) -> None:
        """Go back, if there is such a moment; it and the later ones are gone."""
        assert self.snapshots.revert(number) is (number in self.kept)
        if number in self.kept:
            assert self.kept[number] == self.picture()
            self.kept = {known: kept for known, kept in self.kept.items() if known < number}

    @invariant()
    def whole(self) -> None:
        """The database says the same of its head in two places."""
        self.chain.app.ledger.check_database()


Moments.TestCase.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestMoments = Moments.TestCase


def test_the_oldest_moments_are_forgotten() -> None:
    """Their number is bounded; a forgotten one answers like one that never was."""
    snapshots = Snapshots(PlayChain().maker)
    for number in range(SNAPSHOTS_MAX + 1):
        assert number == snapshots.take()
    assert not snapshots.revert(0)
    assert snapshots.revert(1)


def test_a_reset_forgets_everything() -> None:
    """Back at block 0 with the first coins, and no moment is left."""
    chain = PlayChain()
    snapshots = Snapshots(chain.maker)
    snapshots.take()
    coins = chain.balance(ACCOUNTS[0])
    chain.pool.submit(chain.raw(0, STRANGER, value_wei=5))
    chain.maker.make_many(2)
    chain.clock.advance(500)
    snapshots.reset()
    assert (0, coins, 0) == (chain.height, chain.balance(ACCOUNTS[0]), chain.clock.offset_s)
    assert not snapshots.revert(0)


def test_going_back_stops_at_the_kept_history() -> None:
    """Where the state is forgotten, the error says so and the chain stands where it can."""
    chain = PlayChain(history_blocks=2)
    snapshots = Snapshots(chain.maker)
    number = snapshots.take()
    chain.maker.make_many(6)
    with pytest.raises(Unavailable):
        snapshots.revert(number)
    chain.app.ledger.check_database()
