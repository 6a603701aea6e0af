"""The book on a stage: markets that tell, and what it asks of others when an epoch ends."""

from dataclasses import dataclass, field
from typing import Any

from chain.errors import ChainError
from chain.kit.assembly import Assembly
from chain.kit.host import CallInfo
from chain.kit.usage import Leg, legs_of
from chain.types.primitives import Address, Height, Wei
from modules.analytics.module import Analytics
from modules.analytics.records import MARKETS, AnalyticsGenesis, AnalyticsParams, Market
from tests.modules.stage import Stage, account

EPOCH_BLOCKS = 10
TELLERS = {account(100 + market): market for market in MARKETS}


@dataclass
class FakeMint:
    """Counts what a test says."""

    minted_wei: int = 0
    burned_wei: int = 0

    def minted(self) -> Wei:
        """Return all that was created."""
        return Wei(self.minted_wei)

    def burned(self) -> Wei:
        """Return all that was destroyed."""
        return Wei(self.burned_wei)

    def supply(self) -> Wei:
        """Return what is left of a thousand."""
        return Wei(1_000 + self.minted_wei - self.burned_wei)


@dataclass
class FakeSlots:
    """Compute that is offered and in use."""

    busy: int = 0
    declared: int = 0

    def slots(self) -> "FakeSlots":
        """Return itself."""
        return self


@dataclass
class FakeFleet:
    """Devices of each class."""

    devices: int = 0
    ready: int = 0
    asked: list[int] = field(default_factory=list)

    def class_utilisation(self, kind: int) -> "FakeFleet":
        """Return the same for each class."""
        self.asked.append(kind)
        return self


class Book(Stage):
    """A stage with analytics alone."""

    def __init__(self, epoch_blocks: int = EPOCH_BLOCKS) -> None:
        self.mint, self.slots, self.fleet = FakeMint(), FakeSlots(), FakeFleet()
        wires = {
            "analytics": {
                "markets": lambda consumer: TELLERS,
                "mint": lambda consumer: self.mint,
                "compute": lambda consumer: self.slots,
                "devices": lambda consumer: self.fleet,
            }
        }
        params = AnalyticsParams(epoch_blocks=Height(epoch_blocks))
        super().__init__(Assembly((Analytics,), wires), analytics=AnalyticsGenesis(params))

    def page(self, market: Market = Market.COMPUTE) -> Analytics:
        """Return the book as a market meets it."""
        return Analytics(self.host, CallInfo(account(100 + market)))

    def pay(self, payer: int, market: Market = Market.COMPUTE, uses: int = 1, **legs: int) -> None:
        """Tell of a payment; what is refused leaves nothing behind."""
        amounts = {Leg[name.upper()]: wei for name, wei in (legs or {"supplier": 100}).items()}
        mark = self.host.snapshot()
        try:
            self.page(market).note_payment(account(payer), uses, legs_of(amounts))
        except ChainError:
            self.host.revert(mark)
            raise

    def ask(self, name: str, *values: Any) -> Any:
        """Ask a view."""
        return self.call(Analytics, name, *values)

    def end_epoch(self) -> int:
        """Go on to the first block of the next epoch; return its number."""
        number: int = self.ask("current_epoch").number
        while self.ask("current_epoch").number == number:
            self.next_block()
        return number + 1


def word_writes(book: Book, payer: int, **legs: int) -> set[tuple[Address, int]]:
    """Return the storage words that a payment changes."""
    before = dict(book.host.words)
    book.pay(payer, **legs)
    after = book.host.words
    return {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
