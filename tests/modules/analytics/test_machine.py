"""Any order of payments, refunds, disputes, pauses and epochs, against a book kept by hand."""

from collections import Counter
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from chain.errors import Refusal
from chain.kit.usage import Leg, legs_of
from chain.types.primitives import Wei
from modules.analytics.records import MARKETS, Market
from modules.analytics.tallies import LEG_FIELDS
from tests.modules.analytics.book import Book
from tests.modules.stage import account

markets = st.sampled_from(MARKETS)
payers = st.integers(1, 5)
legs = st.dictionaries(st.sampled_from(Leg), st.integers(0, 1_000), max_size=4)


class AnalyticsMachine(RuleBasedStateMachine):
    """What was told, kept as plain lists, is what the book answers."""

    def __init__(self) -> None:
        super().__init__()
        self.book = Book()
        self.counts: Counter[tuple[int, Market, str]] = Counter()  # epoch, market, counter
        self.active: dict[tuple[int, Market], set[int]] = {}
        self.ever: dict[Market, set[int]] = {}

    @property
    def number(self) -> int:
        """The running epoch."""
        return self.book.page().epoch_number

    def count(self, market: Market, **changes: int) -> None:
        """Write down."""
        for name, change in changes.items():
            self.counts[self.number, market, name] += change

    @rule(market=markets, payer=payers, uses=st.integers(0, 9), amounts=legs)
    def pay(self, market: Market, payer: int, uses: int, amounts: dict[Leg, int]) -> None:
        """Pay."""
        try:
            self.book.page(market).note_payment(account(payer), uses, legs_of(amounts))
        except Refusal:
            assert self.book.page().is_paused
            return
        assert not self.book.page().is_paused
        if sum(amounts.values()) == 0:
            return
        self.count(market, payments=1, uses=uses)
        for leg, amount in amounts.items():
            self.count(market, **{LEG_FIELDS[leg]: amount})
        for who in (market, Market.ALL):
            self.active.setdefault((self.number, who), set()).add(payer)
            self.ever.setdefault(who, set()).add(payer)

    @rule(market=markets, amount=st.integers(0, 500))
    def refund(self, market: Market, amount: int) -> None:
        """Give back."""
        if self.tell(lambda: self.book.page(market).note_refund(account(1), Wei(amount))):
            self.count(market, refunded_wei=amount, refunds=1 if amount else 0)

    @rule(market=markets)
    def dispute(self, market: Market) -> None:
        """Object."""
        if self.tell(lambda: self.book.page(market).note_dispute()):
            self.count(market, disputes=1)

    @rule(market=markets, lost=st.booleans())
    def rule_on_it(self, market: Market, lost: bool) -> None:
        """End a dispute, or one that the book never heard of."""
        total = {n: self.total(market, n) for n in ("disputes", "disputes_lost", "disputes_won")}
        is_open = total["disputes"] > total["disputes_lost"] + total["disputes_won"]
        if self.tell(lambda: self.book.page(market).note_verdict(lost)) and is_open:
            self.count(market, **{"disputes_lost" if lost else "disputes_won": 1})

    @rule()
    def pause_or_resume(self) -> None:
        """Governance resumes, an invariant pauses; here somebody does."""
        self.book.page().set_paused(not self.book.page().is_paused)

    @rule(blocks=st.integers(1, 12))
    def go_on(self, blocks: int) -> None:
        """Make blocks."""
        for _ in range(blocks):
            self.book.assembly.end_block(self.book.host)
            self.book._begin(1)

    def tell(self, note: Any) -> bool:
        """Return whether the book listened."""
        try:
            note()
        except Refusal:
            assert self.book.page().is_paused
            return False
        return True

    def total(self, market: Market, name: str) -> int:
        """Return a counter over all epochs, as written down."""
        return sum(
            v for (_, where, what), v in self.counts.items() if (where, what) == (market, name)
        )

    @invariant()
    def answers_are_what_was_told(self) -> None:
        """Of each epoch, each market and all together."""
        for number in range(1, self.number + 1):
            for market in MARKETS:
                shown = self.book.ask("market_epoch", market, number)
                for name in (*LEG_FIELDS.values(), "payments", "uses", "refunded_wei", "refunds"):
                    assert getattr(shown, name) == self.counts[number, market, name], name
                for name in ("disputes", "disputes_lost", "disputes_won"):
                    assert getattr(shown, name) == self.counts[number, market, name], name
                assert shown.active_payers == len(self.active.get((number, market), ()))
            everybody = self.book.ask("epoch", number).tally
            assert everybody.active_payers == len(self.active.get((number, Market.ALL), ()))
        for market in (Market.ALL, *MARKETS):
            assert self.book.ask("market_totals", market).payers == len(self.ever.get(market, ()))

    @invariant()
    def sums_hold(self) -> None:
        """Markets, legs and epochs sum to the totals."""
        totals = self.book.ask("totals")
        shown = [self.book.ask("epoch", number).tally for number in range(1, self.number + 1)]
        for name in (*LEG_FIELDS.values(), "payments", "uses", "disputes", "refunded_wei"):
            assert getattr(totals, name) == sum(getattr(tally, name) for tally in shown)
            assert getattr(totals, name) == sum(self.total(market, name) for market in MARKETS)
        charged = sum(self.book.ask("charged", market) for market in MARKETS)
        assert charged == self.book.ask("charged", Market.ALL)
        if not self.book.page().is_paused:
            self.book.check()


TestAnalyticsMachine = AnalyticsMachine.TestCase
TestAnalyticsMachine.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
