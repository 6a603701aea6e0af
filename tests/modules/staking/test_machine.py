"""Stakes under random calls, absences and faults: whatever happens, they add up."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from chain.kit.host import Fault
from tests.modules.stage import COIN
from tests.modules.staking.walk import Walk

PEOPLE = st.integers(1, 6)
INDEXES = st.integers(0, 35)
AMOUNTS = st.integers(0, 30 * COIN)
ABSENT = st.sets(st.integers(0, 3), max_size=2)


class StakingMachine(RuleBasedStateMachine):
    """Actions in any order; refused ones must leave nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.walk = Walk()

    @rule(who=PEOPLE, amount=AMOUNTS, bps=st.integers(0, 600))
    def create(self, who: int, amount: int, bps: int) -> None:
        """Become a validator."""
        self.walk.create(who, amount, bps)

    @rule(who=PEOPLE, validator=PEOPLE, amount=AMOUNTS)
    def delegate(self, who: int, validator: int, amount: int) -> None:
        """Stake."""
        self.walk.delegate(who, validator, amount)

    @rule(who=PEOPLE, validator=PEOPLE, amount=AMOUNTS)
    def undelegate(self, who: int, validator: int, amount: int) -> None:
        """Take stake back."""
        self.walk.undelegate(who, validator, amount)

    @rule(who=PEOPLE, validator=PEOPLE)
    def undelegate_all(self, who: int, validator: int) -> None:
        """Take all stake back."""
        self.walk.undelegate_all(who, validator)

    @rule(who=PEOPLE, source=PEOPLE, arrival=PEOPLE, amount=AMOUNTS)
    def redelegate(self, who: int, source: int, arrival: int, amount: int) -> None:
        """Move stake."""
        self.walk.redelegate(who, source, arrival, amount)

    @rule(index=INDEXES, amount=AMOUNTS)
    def leave(self, index: int, amount: int) -> None:
        """Take back of a stake that is there."""
        self.walk.leave(index, amount)

    @rule(index=INDEXES, arrival=PEOPLE, amount=AMOUNTS)
    def move(self, index: int, arrival: int, amount: int) -> None:
        """Move of a stake that is there."""
        self.walk.move(index, arrival, amount)

    @rule(who=PEOPLE)
    def rotate(self, who: int) -> None:
        """Change a key."""
        self.walk.rotate(who)

    @rule(who=PEOPLE)
    def unjail(self, who: int) -> None:
        """Ask to be freed."""
        self.walk.unjail(who)

    @rule(seats=st.integers(1, 4), window=st.sampled_from([10, 11]))
    def tune(self, seats: int, window: int) -> None:
        """Govern."""
        self.walk.tune(seats, window)

    @rule(seconds=st.sampled_from([1, 3, 6, 100_000]), absent=ABSENT)
    def next_block(self, seconds: int, absent: set[int]) -> None:
        """Go on."""
        self.walk.go_on(seconds, absent)

    @rule(absent=ABSENT, count=st.integers(2, 12))
    def many_blocks(self, absent: set[int], count: int) -> None:
        """Go on for a while in which the same members are away."""
        for _ in range(count):
            self.walk.go_on(1, absent)

    @rule(fault=st.sampled_from(Fault), age=st.integers(0, 15), member=st.integers(0, 3))
    def break_consensus(self, fault: Fault, age: int, member: int) -> None:
        """Go on to a block with proof of a fault in the past."""
        self.walk.go_on(1, (), fault, age, member)

    @invariant()
    def adds_up(self) -> None:
        """Everything that must hold holds."""
        self.walk.check()

    def teardown(self) -> None:
        """At the end, history stands."""
        self.walk.check_history()


TestStakingMachine = StakingMachine.TestCase
TestStakingMachine.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
