"""Staking under random calls by random accounts: whatever happens, the stake adds up."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from chain.errors import ChainError
from chain.types.primitives import Bps, Seconds, Wei
from modules.staking.module import Staking
from modules.staking.records import GenesisValidator, StakingGenesis, StakingParams
from tests.modules.stage import COIN, Stage, account
from tests.modules.staking.scene import ALONE

PEOPLE = st.integers(1, 6)
AMOUNTS = st.integers(0, 30 * COIN)


class StakingMachine(RuleBasedStateMachine):
    """Calls in any order; refused ones must leave nothing."""

    def __init__(self) -> None:
        super().__init__()
        params = StakingParams(unbonding_s=Seconds(5), unbonding_entries_max=2, validators_max=3)
        validators = tuple(GenesisValidator(account(n), Wei(20 * COIN)) for n in (1, 2))
        self.stage = Stage(ALONE, staking=StakingGenesis(params, validators))
        self.coins_wei = sum(self.stage.host.balances_wei.values())

    def attempt(self, name: str, *values: object, sender: int, value_wei: int = 0) -> None:
        """Make a call; if it is refused, check that nothing changed."""
        host = self.stage.host
        before = (dict(host.words), dict(host.balances_wei), len(host.logs))
        try:
            self.stage.call(Staking, name, *values, sender=sender, value_wei=value_wei)
        except ChainError:
            assert before == (host.words, host.balances_wei, len(host.logs))

    @rule(who=PEOPLE, amount=AMOUNTS, bps=st.integers(0, 600))
    def create(self, who: int, amount: int, bps: int) -> None:
        """Become a validator."""
        terms = ("", Bps(bps), Bps(500), Bps(100))
        self.attempt("create_validator", *terms, sender=who, value_wei=amount)

    @rule(who=PEOPLE, validator=PEOPLE, amount=AMOUNTS)
    def delegate(self, who: int, validator: int, amount: int) -> None:
        """Stake."""
        self.attempt("delegate", account(validator), sender=who, value_wei=amount)

    @rule(who=PEOPLE, validator=PEOPLE, amount=AMOUNTS)
    def undelegate(self, who: int, validator: int, amount: int) -> None:
        """Take stake back."""
        self.attempt("undelegate", account(validator), Wei(amount), sender=who)

    @rule(who=PEOPLE, validator=PEOPLE)
    def undelegate_all(self, who: int, validator: int) -> None:
        """Take all stake back."""
        stake = self.stage.call(Staking, "delegation", account(who), account(validator))
        self.attempt("undelegate", account(validator), stake.amount_wei, sender=who)

    @rule(who=PEOPLE, source=PEOPLE, arrival=PEOPLE, amount=AMOUNTS)
    def redelegate(self, who: int, source: int, arrival: int, amount: int) -> None:
        """Move stake."""
        values = (account(source), account(arrival), Wei(amount))
        self.attempt("redelegate", *values, sender=who)

    @rule(who=PEOPLE, bps=st.integers(0, 600))
    def set_commission(self, who: int, bps: int) -> None:
        """Change a commission."""
        self.attempt("set_commission", Bps(bps), sender=who)

    @rule(seconds=st.sampled_from([1, 3, 6, 100_000]))
    def next_block(self, seconds: int) -> None:
        """Go on."""
        self.stage.next_block(seconds)

    @invariant()
    def adds_up(self) -> None:
        """All invariants hold, no coin came or went, and the module holds exactly what it owes."""
        self.stage.check()
        host = self.stage.host
        assert self.coins_wei == sum(host.balances_wei.values())
        owed_wei = self.stage.call(Staking, "total_bonded")
        owed_wei += self.stage.call(Staking, "total_unbonding")
        assert owed_wei == host.balance_wei(Staking.address)


TestStakingMachine = StakingMachine.TestCase
TestStakingMachine.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
