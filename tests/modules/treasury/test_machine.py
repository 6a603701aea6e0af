"""The treasury under random payments: what came in is what is there and what went out."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from chain.errors import ChainError
from chain.kit.host import CallInfo
from chain.types.primitives import Wei
from modules.governance.module import Governance
from modules.treasury.module import Treasury
from tests.modules.chain_of_five import five
from tests.modules.stage import account

PEOPLE = st.integers(1, 6)
AMOUNTS = st.integers(0, 1_000)


class TreasuryMachine(RuleBasedStateMachine):
    """Gifts, fees that just arrive, and spendings by governance and by others."""

    def __init__(self) -> None:
        super().__init__()
        self.stage = five()
        self.received_wei = self.spent_wei = 0

    @rule(who=PEOPLE, amount=AMOUNTS)
    def fund(self, who: int, amount: int) -> None:
        """Give."""
        try:
            self.stage.call(Treasury, "fund", sender=who, value_wei=amount)
        except ChainError:
            assert amount == 0
        self.received_wei += amount

    @rule(who=PEOPLE, amount=AMOUNTS)
    def fee_arrives(self, who: int, amount: int) -> None:
        """A fee is moved here without a call."""
        self.stage.host.transfer(account(who), Treasury.address, Wei(amount))
        self.received_wei += amount

    @rule(who=PEOPLE, amount=AMOUNTS)
    def spend(self, who: int, amount: int) -> None:
        """Governance pays out, if there is enough."""
        host = self.stage.host
        found, mark = host.balance_wei(Treasury.address), host.snapshot()
        try:
            treasury = Treasury(host, CallInfo(Governance.address))
            treasury.spend(account(who), Wei(amount), "p")
        except ChainError:
            host.revert(mark)
            assert amount == 0 or amount > found
            return
        self.spent_wei += amount

    @rule()
    def next_block(self) -> None:
        """Go on."""
        self.stage.next_block()

    @invariant()
    def adds_up(self) -> None:
        """The pool's own account of itself is what happened."""
        self.stage.check()
        assert self.received_wei == self.stage.call(Treasury, "received_total")
        assert self.spent_wei == self.stage.call(Treasury, "spent_total")


TestTreasuryMachine = TreasuryMachine.TestCase
TestTreasuryMachine.settings = settings(max_examples=10, stateful_step_count=20, deadline=None)
