"""What the book counts, for whom, and what it answers."""

import pytest

from chain.errors import Malformed
from chain.kit.host import CallInfo
from chain.kit.module import Paused, Unauthorized
from chain.kit.usage import Leg
from chain.types.primitives import Height, Wei
from modules.analytics.module import Analytics
from modules.analytics.records import (
    MARKETS,
    AnalyticsGenesis,
    AnalyticsParams,
    CounterFull,
    Market,
    Rates,
)
from tests.modules.analytics.book import TELLERS, Book, word_writes
from tests.modules.stage import account

ALICE, BOB, CAROL = 1, 2, 3


@pytest.fixture
def book() -> Book:
    """A book in its first epoch."""
    return Book()


def test_payment_counts_in_its_market_and_in_all(book: Book) -> None:
    """Payments, uses, payers and every leg, of the market and of the network."""
    book.pay(ALICE, uses=3, supplier=70, treasury=20, burned=10)
    book.pay(ALICE, Market.MODELS, supplier=5, infrastructure=4, referrer=3, contributor=2)
    book.pay(BOB, Market.VERIFICATION, verifier=6)
    compute = book.ask("market_totals", Market.COMPUTE)
    assert (1, 3, 1, 1) == (
        compute.payments,
        compute.uses,
        compute.payers,
        compute.active_payers,
    )
    assert (70, 20, 10) == (compute.supplier_wei, compute.treasury_wei, compute.burned_wei)
    models = book.ask("market_totals", Market.MODELS)
    assert (5, 4, 3, 2) == (
        models.supplier_wei,
        models.infrastructure_wei,
        models.referrer_wei,
        models.contributor_wei,
    )
    found = book.ask("totals")
    assert found == book.ask("market_totals", Market.ALL)
    assert found == book.ask("market_epoch", Market.ALL, 1) == book.ask("epoch", 1).tally
    assert (3, 5, 2, 2) == (found.payments, found.uses, found.payers, found.active_payers)
    assert (100, 14, 6, 0) == tuple(
        book.ask("charged", market)
        for market in (Market.COMPUTE, Market.MODELS, Market.VERIFICATION, Market.DATA)
    )
    assert 120 == book.ask("charged", Market.ALL)
    book.check()


def test_every_leg_is_found_by_its_name(book: Book) -> None:
    """No leg of a payment is lost or counted for another, for each market."""
    for position, leg in enumerate(Leg):
        book.pay(ALICE, Market.DATA, **{leg.name.lower(): 10**position})
        book.pay(ALICE, Market.MODELS, **{leg.name.lower(): 1})
    for position, leg in enumerate(Leg):
        assert 10**position == book.ask("revenue", Market.DATA, leg)
        assert 10**position + 1 == book.ask("revenue", Market.ALL, leg)
    assert 1_111_111 == book.ask("charged", Market.DATA)


def test_payment_of_nothing_is_no_payment(book: Book) -> None:
    """Free use makes nobody a payer: else anybody could look busy for nothing."""
    before = dict(book.host.words)
    book.page().note_payment(account(ALICE), 1_000, ())
    book.pay(ALICE, supplier=0)
    assert before == book.host.words


def test_payers_are_counted_once_an_epoch_and_once_ever(book: Book) -> None:
    """Distinct in each epoch and market, exactly; ALL counts who pays two markets once."""
    for payer in (ALICE, BOB, ALICE, ALICE):
        book.pay(payer)
    book.pay(ALICE, Market.DEVICES)
    book.pay(CAROL, Market.DEVICES)
    assert (2, 2, 3) == active(book, 1)
    book.end_epoch()
    assert (0, 0, 0) == active(book, 2)
    book.pay(BOB)
    book.pay(BOB, Market.DEVICES)
    book.pay(account_of_epoch := 4, Market.DEVICES)
    assert (1, 2, 2) == active(book, 2)
    assert (2, 2, 3) == active(book, 1)
    assert 1 == book.ask("market_epoch", Market.DEVICES, 2).payers - 1
    assert (2, 4, 4) == tuple(
        book.ask("market_totals", market).payers
        for market in (Market.COMPUTE, Market.DEVICES, Market.ALL)
    )
    assert account_of_epoch == 4


def active(book: Book, number: int) -> tuple[int, ...]:
    """Return the active payers of compute, devices and all, in an epoch."""
    markets = (Market.COMPUTE, Market.DEVICES, Market.ALL)
    return tuple(book.ask("active_payers", market, number) for market in markets)


def test_refunds_disputes_and_verdicts_are_counted(book: Book) -> None:
    """And told as rates, so that nobody has to divide."""
    for _ in range(8):
        book.pay(ALICE, supplier=75)
    book.page().note_refund(account(ALICE), Wei(200))
    book.page().note_refund(account(ALICE), Wei(0))
    for _ in range(4):
        book.page().note_dispute()
    for lost in (True, False, True):
        book.page().note_verdict(lost)
    found = book.ask("market_totals", Market.COMPUTE)
    assert (1, 200, 4, 2, 1) == (
        found.refunds,
        found.refunded_wei,
        found.disputes,
        found.disputes_lost,
        found.disputes_won,
    )
    assert Rates(5_000, 6_666, 2_500) == book.ask("rates", Market.COMPUTE)
    assert Rates(5_000, 6_666, 2_500) == book.ask("rates", Market.ALL)
    assert Rates(0, 0, 0) == book.ask("rates", Market.DATA)
    book.next_block()


def test_verdict_on_a_dispute_that_was_not_heard_is_not_counted(book: Book) -> None:
    """The book was paused when the dispute was raised; its own sums stay sound."""
    book.page().note_verdict(True)
    assert 0 == book.ask("market_totals", Market.COMPUTE).disputes_lost
    book.next_block()
    assert not book.page().is_paused


@pytest.mark.parametrize("note", ["payment", "refund", "dispute", "verdict"])
def test_only_wired_markets_tell_and_only_while_it_runs(book: Book, note: str) -> None:
    """A story told by anybody else is refused: the numbers are the markets' own."""
    notes = {
        "payment": lambda page: page.note_payment(account(ALICE), 1, ()),
        "refund": lambda page: page.note_refund(account(ALICE), Wei(1)),
        "dispute": lambda page: page.note_dispute(),
        "verdict": lambda page: page.note_verdict(True),
    }
    with book.refuses(Unauthorized):
        notes[note](Analytics(book.host, CallInfo(account(ALICE))))
    book.page().set_paused(True)
    with book.refuses(Paused):
        notes[note](book.page())
    assert set(MARKETS) == set(TELLERS.values())


def test_counter_that_would_not_fit_refuses_and_leaves_nothing(book: Book) -> None:
    """No counter runs into its neighbour's bits, and nothing half-counted stays."""
    book.pay(ALICE, supplier=2**128 - 1)
    with book.refuses(CounterFull, "supplier_wei"):
        book.pay(BOB, supplier=1)
    with book.refuses(CounterFull, "uses"):
        book.pay(BOB, uses=2**64, treasury=1)
    found = book.ask("market_totals", Market.COMPUTE)
    assert (2**128 - 1, 0, 1, 1) == (
        found.supplier_wei,
        found.treasury_wei,
        found.payments,
        found.payers,
    )


def test_payment_changes_three_words(book: Book) -> None:
    """Counters and legs of a usual payment are three words; a payer's first adds its marks."""
    usual = {"supplier": 70, "treasury": 20, "burned": 10}
    assert 5 == len(word_writes(book, ALICE, **usual))  # its mark and all markets' payers
    assert 3 == len(word_writes(book, ALICE, **usual))
    assert 2 == len(word_writes(book, ALICE, supplier=70, treasury=20))
    assert 5 == len(word_writes(book, BOB, **usual))


def test_parameters_keep_their_bounds(book: Book) -> None:
    """An epoch of no blocks could not be, and genesis says so."""
    assert 10 == book.ask("params").epoch_blocks
    with pytest.raises(Malformed):
        book.page().genesis(AnalyticsGenesis(AnalyticsParams(epoch_blocks=Height(9))))
