"""Model fees under random authors and payers: what is quoted is what is paid, to the wei."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from chain.errors import ChainError
from chain.types.primitives import Bps, Seconds, Wei
from modules.mint.module import Mint
from modules.model_fees.module import ModelFees
from modules.model_fees.records import (
    Prices,
    Referrer,
    RevenueSplit,
)
from tests.modules.chain_of_five import five
from tests.modules.stage import account

NAMES = st.sampled_from(["a", "b", "c"])
PEOPLE = st.integers(1, 6)
PRICE = st.integers(0, 10**15)
TOKENS = st.integers(0, 10_000)


class ModelFeesMachine(RuleBasedStateMachine):
    """Calls in any order; refused ones must leave nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.stage = five()
        self.coins_wei = sum(self.stage.host.balances_wei.values())

    def attempt(self, name: str, *values: object, sender: int, value_wei: int = 0) -> object:
        """Make a call; if it is refused, check that nothing changed."""
        host = self.stage.host
        before = (dict(host.words), dict(host.balances_wei), len(host.logs))
        try:
            return self.stage.call(ModelFees, name, *values, sender=sender, value_wei=value_wei)
        except ChainError:
            assert before == (host.words, host.balances_wei, len(host.logs))
            return None

    @rule(name=NAMES, who=PEOPLE, price=PRICE, author=st.integers(0, 10_000), infra=PEOPLE)
    def register(self, name: str, who: int, price: int, author: int, infra: int) -> None:
        """Put a model on the register and on sale."""
        other = (10_000 - author) // 2
        split = RevenueSplit(account(infra), Bps(author), Bps(other), Bps(10_000 - author - other))
        prices = Prices(Wei(price), Wei(2 * price))
        self.attempt("register_model", name, "", prices, split, sender=who)
        self.attempt("activate_model", name, sender=who)

    @rule(name=NAMES, who=PEOPLE, price=PRICE, ahead=st.integers(0, 100_000))
    def schedule(self, name: str, who: int, price: int, ahead: int) -> None:
        """Announce prices."""
        at = Seconds(self.stage.time_s + ahead)
        prices = Prices(Wei(price), Wei(price))
        self.attempt("schedule_prices", name, prices, at, sender=who)

    @rule(name=NAMES, who=PEOPLE)
    def cancel(self, name: str, who: int) -> None:
        """Withdraw announced terms."""
        self.attempt("cancel_scheduled", name, sender=who)

    @rule(name=NAMES, who=PEOPLE, step=st.sampled_from(["deprecate_model", "retire_model"]))
    def end(self, name: str, who: int, step: str) -> None:
        """Bring a model nearer to its end."""
        self.attempt(step, name, sender=who)

    @rule(name=NAMES, who=PEOPLE, read=TOKENS, written=TOKENS, more=st.integers(-1, 10**9))
    def pay(self, name: str, who: int, read: int, written: int, more: int) -> None:
        """Pay what the quote says, or a little more or less."""
        referrers = (Referrer(account(7), Bps(3_333)), Referrer(account(8), Bps(6_667)))
        try:
            quote = self.stage.call(ModelFees, "quote", name, read, written, referrers)
        except ChainError:
            return
        before = dict(self.stage.host.balances_wei)
        value = max(quote.total_wei + more, 0)
        values = (name, read, written, quote.total_wei, referrers)
        charge = self.attempt("pay_for_use", *values, sender=who, value_wei=value)
        if charge is None:
            assert value < quote.total_wei
            return
        assert quote.total_wei == charge
        before[account(who)] -= quote.total_wei
        for leg in quote.legs:
            before[leg.recipient] = before.get(leg.recipient, 0) + leg.amount_wei
        assert {k: v for k, v in before.items() if v} == {
            k: v for k, v in self.stage.host.balances_wei.items() if v
        }

    @rule(seconds=st.sampled_from([1, 50_000, 100_000]))
    def next_block(self, seconds: int) -> None:
        """Go on."""
        self.stage.next_block(seconds)

    @invariant()
    def adds_up(self) -> None:
        """All invariants hold, no coin but issuance came or went, and none stays in the module."""
        self.stage.check()
        issued_wei = self.stage.call(Mint, "minted")
        assert self.coins_wei + issued_wei == sum(self.stage.host.balances_wei.values())
        assert 0 == self.stage.host.balance_wei(ModelFees.address)


TestModelFeesMachine = ModelFeesMachine.TestCase
TestModelFeesMachine.settings = settings(max_examples=20, stateful_step_count=25, deadline=None)
