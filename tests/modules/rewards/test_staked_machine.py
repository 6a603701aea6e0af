"""Rewards over real staking, slashes and issuance: nothing is lost, all can take what is theirs."""

from collections.abc import Iterator

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from chain.errors import ChainError
from chain.kit.host import CallInfo, CommitVote
from chain.types.primitives import Address, Bps, Height, Wei
from modules.mint.module import Mint
from modules.rewards.module import Rewards
from modules.slashing.module import Slashing
from modules.staking.module import Staking
from modules.treasury.module import Treasury
from tests.modules.chain_of_five import five
from tests.modules.stage import COIN, account

VALIDATORS, PEOPLE = (1, 2, 3), (1, 2, 3, 4, 5, 6)
WHO, VALIDATOR = st.sampled_from(PEOPLE), st.sampled_from(VALIDATORS)
AMOUNTS = st.one_of(st.integers(1, 9), st.integers(1, 50 * COIN))


class StakedMachine(RuleBasedStateMachine):
    """Stake moves and is slashed, blocks are signed by some, and people claim when they like."""

    def __init__(self) -> None:
        super().__init__()
        self.stage = five()
        self.paid_wei = 0
        for _ in range(3):
            self.block((), 60)

    def attempt(self, name: str, *values: object, sender: int, value_wei: int = 0) -> None:
        """Call staking, which may refuse."""
        try:
            self.stage.call(Staking, name, *values, sender=sender, value_wei=value_wei)
        except ChainError:
            return

    @rule(who=WHO, validator=VALIDATOR, amount=AMOUNTS)
    def delegate(self, who: int, validator: int, amount: int) -> None:
        """Stake."""
        self.attempt("delegate", account(validator), sender=who, value_wei=amount)

    @rule(who=WHO, validator=VALIDATOR, amount=AMOUNTS)
    def undelegate(self, who: int, validator: int, amount: int) -> None:
        """Take some of it back."""
        self.attempt("undelegate", account(validator), Wei(amount), sender=who)

    @rule(who=WHO, source=VALIDATOR, arrival=VALIDATOR, amount=AMOUNTS)
    def redelegate(self, who: int, source: int, arrival: int, amount: int) -> None:
        """Move stake; a slash of its source follows it."""
        values = (account(source), account(arrival), Wei(amount))
        self.attempt("redelegate", *values, sender=who)

    @rule(validator=VALIDATOR, bps=st.sampled_from((1, 500, 3_333, 10_000)))
    def slash(self, validator: int, bps: int) -> None:
        """Burn of the stake behind the last block, here and where it went: no reward is touched."""
        before_wei = sum(self.pending(*pair) for pair in self.pairs())
        fault = Height(self.stage.height - 1)
        staking = Staking(self.stage.host, CallInfo(Slashing.address))
        staking.slash(account(validator), Bps(bps), fault, 10**6)
        assert before_wei == sum(self.pending(*pair) for pair in self.pairs())

    @rule(who=VALIDATOR, bps=st.sampled_from((0, 99, 100)))
    def set_commission(self, who: int, bps: int) -> None:
        """Change a rate."""
        self.attempt("set_commission", Bps(bps), sender=who)

    @rule(absent=st.sets(VALIDATOR, max_size=2), seconds=st.sampled_from((1, 30, 4_000)))
    def block(self, absent: set[int] | tuple[int, ...], seconds: int) -> None:
        """Go on; who is not absent signed."""
        away = {account(number) for number in absent}
        members = self.stage.call(Staking, "consensus_set")
        self.stage.next_block(
            seconds,
            tuple(CommitVote(m.validator, m.power, m.validator not in away) for m in members),
        )

    @rule(who=WHO, validator=VALIDATOR)
    def withdraw(self, who: int, validator: int) -> None:
        """Claim."""
        expected = self.pending(who, account(validator))
        try:
            paid = self.stage.call(Rewards, "withdraw", account(validator), sender=who)
        except ChainError:
            paid = 0
        assert expected == paid
        self.paid_wei += paid

    @rule(who=VALIDATOR)
    def withdraw_commission(self, who: int) -> None:
        """Claim commission."""
        expected = self.stage.call(Rewards, "commission", account(who))
        if expected:
            assert expected == self.stage.call(Rewards, "withdraw_commission", sender=who)
        self.paid_wei += expected

    @invariant()
    def books_are_exact(self) -> None:
        """Every coin issued was paid, is owed or is income; all audits of all modules hold."""
        stage = self.stage
        stage.check()
        held_wei = stage.host.balance_wei(Rewards.address)
        issued_wei = stage.call(Mint, "minted")
        assert issued_wei == self.paid_wei + held_wei + stage.call(Treasury, "balance")
        assert held_wei == stage.call(Rewards, "owed") + stage.call(Rewards, "undistributed")

    @invariant()
    def everything_promised_is_there(self) -> None:
        """What all delegators of a validator may take is within what it holds for them."""
        rewards = Rewards(self.stage.host, CallInfo(Rewards.address))
        for validator in map(account, VALIDATORS):
            pending_wei = sum(self.pending(who, validator) for who in PEOPLE)
            assert pending_wei <= rewards.outstanding(validator) - rewards.commission(validator)

    def teardown(self) -> None:
        """Whatever happened, everyone can take everything, and almost nothing is left behind."""
        for who, validator in self.pairs():
            staked = self.stage.call(Staking, "delegation", account(who), validator).amount_wei
            self.attempt("undelegate", validator, staked, sender=who)
            self.withdraw(who, int.from_bytes(validator, "big"))
        for number in VALIDATORS:
            self.withdraw_commission(number)
            assert self.stage.call(Rewards, "outstanding", account(number)) <= 1_000  # dust
        self.books_are_exact()

    def pairs(self) -> Iterator[tuple[int, Address]]:
        """Every account with every validator."""
        return ((who, account(validator)) for validator in VALIDATORS for who in PEOPLE)

    def pending(self, who: int, validator: Address) -> int:
        """Return what an account may take."""
        found: int = self.stage.call(Rewards, "pending", account(who), validator)
        return found


TestStakedMachine = StakedMachine.TestCase
TestStakedMachine.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
