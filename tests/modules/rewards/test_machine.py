"""Rewards under random stakes, blocks and claims: every wei is somebody's, and everybody can go."""

from collections import defaultdict
from fractions import Fraction

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from chain.errors import ChainError
from chain.kit.host import CallInfo
from chain.types.primitives import Bps
from modules.rewards.module import Rewards
from modules.treasury.module import Treasury
from tests.modules.rewards.pools import Pools, earn, pooled
from tests.modules.stage import COIN, account

VALIDATORS, PEOPLE = (1, 2, 3), (1, 2, 3, 4, 5, 6)
AMOUNTS = st.one_of(st.integers(1, 9), st.integers(1, 9 * COIN))
PAIRS = tuple((validator, delegator) for validator in VALIDATORS for delegator in PEOPLE)


class RewardsMachine(RuleBasedStateMachine):
    """Every step is mirrored by exact fractions; what is paid is at most that, and hardly less."""

    def __init__(self) -> None:
        super().__init__()
        self.stage = pooled(200)
        self.exact: dict[tuple[int, int], Fraction] = defaultdict(Fraction)
        self.paid: dict[tuple[int, int], int] = defaultdict(int)
        self.settlements = 0
        self.income_wei = self.commission_paid_wei = 0

    def shares(self, validator: int, delegator: int) -> int:
        """Return an account's shares."""
        found: int = self.stage.call(Pools, "shares_of", account(validator), account(delegator))
        return found

    @rule(who=st.sampled_from(PEOPLE), validator=st.sampled_from(VALIDATORS), shares=AMOUNTS)
    def join(self, who: int, validator: int, shares: int) -> None:
        """Stake."""
        self.stage.call(Pools, "join", account(validator), shares, sender=who)
        self.settlements += 1

    @rule(who=st.sampled_from(PEOPLE), validator=st.sampled_from(VALIDATORS), shares=AMOUNTS)
    def leave(self, who: int, validator: int, shares: int) -> None:
        """Take stake back, or all of it."""
        self.stage.call(Pools, "leave", account(validator), shares, sender=who)
        self.settlements += 1

    @rule(who=st.sampled_from(VALIDATORS), bps=st.sampled_from((0, 1, 333, 10_000)))
    def set_commission(self, who: int, bps: int) -> None:
        """Change a rate."""
        self.stage.call(Pools, "set_commission", Bps(bps), sender=who)

    @rule(
        income=st.one_of(st.integers(0, 50), st.integers(0, 10**24)),
        powers=st.tuples(*[st.integers(0, 5)] * 3),
        absent=st.sets(st.sampled_from(VALIDATORS)),
    )
    def earn(self, income: int, powers: tuple[int, int, int], absent: set[int]) -> None:
        """Let a block pay; the mirror shares out what the books say each validator got."""
        before = {v: self.stage.call(Rewards, "index", account(v)) for v in VALIDATORS}
        votes = [(v, power) for v, power in zip(VALIDATORS, powers, strict=True) if power]
        signers = [vote for vote in votes if vote[0] not in absent]
        away = tuple(vote for vote in votes if vote[0] in absent)
        earn(self.stage, income, *signers, absent=away)
        self.income_wei += income
        for validator in VALIDATORS:
            growth = self.stage.call(Rewards, "index", account(validator)) - before[validator]
            assert growth == 0 or validator not in absent
            for who in PEOPLE:
                earned = Fraction(growth * self.shares(validator, who), 10**36)
                self.exact[validator, who] += earned

    @rule(who=st.sampled_from(PEOPLE), validator=st.sampled_from(VALIDATORS))
    def withdraw(self, who: int, validator: int) -> None:
        """Claim from one validator."""
        expected = self.stage.call(Rewards, "pending", account(who), account(validator))
        try:
            paid = self.stage.call(Rewards, "withdraw", account(validator), sender=who)
        except ChainError:
            paid = 0
        assert expected == paid
        self.paid[validator, who] += paid
        self.settlements += 1

    @rule(who=st.sampled_from(VALIDATORS))
    def withdraw_commission(self, who: int) -> None:
        """Claim commission."""
        try:
            self.commission_paid_wei += self.stage.call(Rewards, "withdraw_commission", sender=who)
        except ChainError:
            assert 0 == self.stage.call(Rewards, "commission", account(who))

    @rule(seconds=st.sampled_from((1, 4_000)))
    def next_block(self, seconds: int) -> None:
        """Go on without a commit."""
        self.stage.next_block(seconds)

    @invariant()
    def books_are_exact(self) -> None:
        """Income is what was paid, what is owed and what is nobody's yet, to the wei."""
        self.stage.check()
        stage = self.stage
        paid_wei = sum(self.paid.values()) + self.commission_paid_wei
        paid_wei += stage.call(Treasury, "balance")
        held_wei = stage.call(Rewards, "owed") + stage.call(Rewards, "undistributed")
        assert held_wei == stage.host.balance_wei(Rewards.address)
        assert self.income_wei == paid_wei + held_wei

    @invariant()
    def everyone_gets_what_is_theirs(self) -> None:
        """Never more than the exact share, and less by at most a wei for each settlement."""
        for pair in PAIRS:
            validator, who = pair
            got_wei = self.paid[pair]
            got_wei += self.stage.call(Rewards, "pending", account(who), account(validator))
            assert 0 <= self.exact[pair] - got_wei <= self.settlements + 1

    @invariant()
    def parts_are_within_their_wholes(self) -> None:
        """What is claimable is what was settled, and what shares earn is covered."""
        rewards = Rewards(self.stage.host, CallInfo(Rewards.address))
        for validator in map(account, VALIDATORS):
            claimable_wei = sum(rewards.claimable[validator, account(who)] for who in PEOPLE)
            pending_wei = sum(rewards.pending(account(who), validator) for who in PEOPLE)
            assert claimable_wei == rewards.settled[validator]
            assert pending_wei - claimable_wei <= rewards.unsettled[validator]

    def teardown(self) -> None:
        """Whatever happened, everyone can leave with everything, and only income is left."""
        for validator, who in PAIRS:
            self.leave(who, validator, 2**200)
        for validator, who in PAIRS:
            self.withdraw(who, validator)
        for validator in VALIDATORS:
            self.withdraw_commission(validator)
        self.books_are_exact()
        self.everyone_gets_what_is_theirs()
        assert self.stage.call(Rewards, "owed") == self.stage.call(Rewards, "community")


TestRewardsMachine = RewardsMachine.TestCase
TestRewardsMachine.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
