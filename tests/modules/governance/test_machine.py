"""Governance under random proposers, voters, moves of stake and a guardian, over all modules."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from chain.errors import ChainError
from chain.kit.host import CallInfo
from chain.kit.parameters import specs_of
from chain.types.primitives import Bps, Height, Wei
from modules import MODULES
from modules.governance.module import Governance
from modules.governance.records import OPEN, Option, ParameterChange, WeightedOption
from modules.mint.module import Mint
from modules.slashing.module import Slashing
from modules.staking.module import Staking
from modules.treasury.module import Treasury
from tests.modules.chain_of_five import DEPOSIT_WEI, GUARDIAN, five
from tests.modules.stage import COIN, account

PEOPLE = st.integers(1, 6)
IDS = st.integers(1, 6)
DEPOSITS = st.sampled_from([0, COIN // 3, COIN, 10 * COIN, DEPOSIT_WEI])
SPECS = specs_of(MODULES)
TUNED = (
    "model_fees.protocol_fee_bps",
    "treasury.base_fee_burn_bps",
    "staking.validators_max",
    "staking.unbonding_s",
    "governance.quorum_bps",
    "governance.voting_period_s",
    "governance.deposit_wei_min",
)


class GovernanceMachine(RuleBasedStateMachine):
    """Calls in any order; refused ones must leave nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.stage = five()
        self.stage.call(Treasury, "fund", sender=7, value_wei=50 * COIN)

    def attempt(self, name: str, *values: object, sender: int, value_wei: int = 0) -> None:
        """Make a call; if it is refused, check that nothing changed."""
        host = self.stage.host
        before = (dict(host.words), dict(host.balances_wei), len(host.logs))
        try:
            self.stage.call(Governance, name, *values, sender=sender, value_wei=value_wei)
        except ChainError:
            assert before == (host.words, host.balances_wei, len(host.logs))

    @rule(who=PEOPLE, value=DEPOSITS, name=st.sampled_from(TUNED), up=st.integers(0, 400))
    def submit_change(self, who: int, value: int, name: str, up: int) -> None:
        """Propose a change that may be out of bounds."""
        now = self.stage.call(Governance, "parameter", name).value
        changes = (ParameterChange(name, now, max(now + up - 100, 0)),)
        self.attempt("submit_parameters", "T", "", changes, sender=who, value_wei=value)

    @rule(who=PEOPLE, value=DEPOSITS, amount=st.integers(0, 60 * COIN))
    def submit_spend(self, who: int, value: int, amount: int) -> None:
        """Propose to spend, perhaps too much."""
        values = ("T", "", account(who), Wei(amount))
        self.attempt("submit_spend", *values, sender=who, value_wei=value)

    @rule(who=PEOPLE, value=DEPOSITS, number=IDS)
    def submit_cancel(self, who: int, value: int, number: int) -> None:
        """Propose to cancel."""
        self.attempt("submit_cancel", "T", "", number, sender=who, value_wei=value)

    @rule(who=PEOPLE, value=DEPOSITS, number=IDS)
    def deposit(self, who: int, value: int, number: int) -> None:
        """Add to a deposit."""
        self.attempt("deposit", number, sender=who, value_wei=value)

    @rule(who=PEOPLE, number=IDS, option=st.sampled_from(Option))
    def vote(self, who: int, number: int, option: Option) -> None:
        """Vote."""
        self.attempt("vote", number, option, sender=who)

    @rule(number=IDS)
    def all_agree(self, number: int) -> None:
        """Let a proposal pass."""
        for who in (1, 2, 3):
            self.attempt("vote", number, Option.YES, sender=who)

    @rule(who=PEOPLE, number=IDS, share=st.integers(0, 10_000))
    def vote_weighted(self, who: int, number: int, share: int) -> None:
        """Split a vote."""
        options = (
            WeightedOption(Option.YES, Bps(share)),
            WeightedOption(Option.VETO, Bps(10_000 - share)),
        )
        self.attempt("vote_weighted", number, options, sender=who)

    @rule(who=st.sampled_from([1, 2, GUARDIAN]), number=IDS)
    def cancel(self, who: int, number: int) -> None:
        """Cancel."""
        self.attempt("cancel", number, sender=who)

    @rule(who=PEOPLE, validator=st.integers(1, 3), amount=st.integers(1, 9 * COIN))
    def stake(self, who: int, validator: int, amount: int) -> None:
        """Bond, and take half of it back, while votes go on."""
        target = account(validator)
        try:
            self.stage.call(Staking, "delegate", target, sender=who, value_wei=amount)
            self.stage.call(Staking, "undelegate", target, Wei(amount // 2), sender=who)
        except ChainError:
            return  # slashed, or too much on its way already

    @rule(who=PEOPLE, source=st.integers(1, 3), arrival=st.integers(1, 3))
    def redelegate(self, who: int, source: int, arrival: int) -> None:
        """Move stake under a vote that is on."""
        values = (account(source), account(arrival), Wei(COIN))
        try:
            self.stage.call(Staking, "redelegate", *values, sender=who)
        except ChainError:
            return

    @rule(validator=st.integers(1, 3), bps=st.sampled_from([100, 3_333]))
    def slash(self, validator: int, bps: int) -> None:
        """Burn stake under a vote that is on: the vote goes by what stood when it began."""
        staking = Staking(self.stage.host, CallInfo(Slashing.address))
        fault = Height(self.stage.height - 1)
        staking.slash(account(validator), Bps(bps), fault, 10**6)

    @rule(seconds=st.sampled_from([1, 2, 5, 12, 70]))
    def next_block(self, seconds: int) -> None:
        """Go on; at the end of a block the ledger is what all accounts hold."""
        self.stage.next_block(seconds)
        host, (minted_wei, burned_wei) = self.stage.host, self.stage.host.supply_change()
        supply_wei = self.stage.call(Mint, "supply") + minted_wei - burned_wei
        assert supply_wei == sum(host.balances_wei.values())

    @invariant()
    def adds_up(self) -> None:
        """All invariants hold, deposits are all the module holds, parameters keep their bounds."""
        self.stage.check()
        deposits_wei = 0
        for number in range(1, self.stage.call(Governance, "proposal_count") + 1):
            held = self.stage.call(Governance, "deposits_of", number)
            deposits_wei += sum(deposit.amount_wei for deposit in held)
            is_open = self.stage.call(Governance, "proposal", number).status in OPEN
            assert is_open or not held
        assert deposits_wei == self.stage.host.balance_wei(Governance.address)
        for parameter in self.stage.call(Governance, "parameters", 0, 100):
            rule_of = SPECS[parameter.name].rule
            assert rule_of.minimum <= parameter.value <= rule_of.maximum


TestGovernanceMachine = pytest.mark.timeout(300)(GovernanceMachine.TestCase)  # 7,000 blocks
TestGovernanceMachine.settings = settings(max_examples=20, stateful_step_count=30, deadline=None)
