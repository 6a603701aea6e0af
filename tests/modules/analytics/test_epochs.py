"""Epochs: when they end, what is kept of them, and for how long."""

import pytest

from chain.types.primitives import Height
from modules.analytics import epochs
from modules.analytics.epochs import DEVICE_CLASSES
from modules.analytics.records import EpochClosed, EpochUnknown, Market, Utilisation
from modules.devices.records import DeviceClass
from tests.modules.analytics.book import EPOCH_BLOCKS, Book
from tests.modules.stage import GENESIS_S

ALICE, BOB = 1, 2


def test_epoch_has_the_blocks_it_was_to_have() -> None:
    """The first begins with block 1; each ends with its last block, and the next follows."""
    book = Book()
    assert (1, EPOCH_BLOCKS) == (book.ask("current_epoch").number, book.page().ends_at)
    book.end_epoch()
    assert EPOCH_BLOCKS + 1 == book.height
    found = book.ask("epoch", 1).epoch
    assert (1, EPOCH_BLOCKS) == (found.began_at, found.ended_at)
    assert (GENESIS_S, GENESIS_S + EPOCH_BLOCKS) == (found.began_s, found.ended_s)
    book.end_epoch()
    found = book.ask("epoch", 2).epoch
    assert (EPOCH_BLOCKS + 1, 2 * EPOCH_BLOCKS) == (found.began_at, found.ended_at)
    running = book.ask("current_epoch")
    assert (3, 0, 2 * EPOCH_BLOCKS + 1) == (
        running.number,
        running.epoch.ended_at,
        running.epoch.began_at,
    )


def test_running_epoch_keeps_the_length_it_began_with() -> None:
    """A changed parameter counts from the next epoch on."""
    book = Book()
    page = book.page()
    page.settings = type(page.settings)(epoch_blocks=Height(25))
    book.end_epoch()
    assert EPOCH_BLOCKS + 1 == book.height
    assert EPOCH_BLOCKS + 25 == book.page().ends_at


def test_epoch_is_the_difference_of_totals() -> None:
    """What was paid in one epoch is not in another, and both are in the totals."""
    book = Book()
    book.pay(ALICE, supplier=10, burned=1)
    book.end_epoch()
    book.pay(ALICE, supplier=20)
    book.pay(BOB, Market.DEVICES, supplier=30)
    book.page(Market.DEVICES).note_dispute()
    book.end_epoch()
    book.end_epoch()
    shown = [book.ask("epoch", number).tally for number in (1, 2, 3)]
    assert [10, 50, 0] == [tally.supplier_wei for tally in shown]
    assert [1, 0, 0] == [tally.burned_wei for tally in shown]
    assert [(1, 1, 1), (2, 1, 2), (0, 0, 0)] == [
        (tally.payments, tally.payers, tally.active_payers) for tally in shown
    ]
    assert (20, 30) == tuple(
        book.ask("market_epoch", market, 2).supplier_wei
        for market in (Market.COMPUTE, Market.DEVICES)
    )
    assert 1 == shown[1].disputes
    assert 60 == book.ask("totals").supplier_wei


def test_epoch_tells_supply_and_utilisation_as_they_were() -> None:
    """Created and destroyed in the epoch; in use at its end; later changes are later ones."""
    book = Book()
    book.mint.minted_wei, book.mint.burned_wei = 500, 20
    book.slots.busy, book.slots.declared = 3, 4
    book.fleet.devices, book.fleet.ready = 8, 2
    book.end_epoch()
    book.mint.minted_wei, book.mint.burned_wei = 600, 120
    book.slots.busy = book.fleet.devices = book.fleet.ready = 0
    first, running = book.ask("epoch", 1).epoch, book.ask("current_epoch").epoch
    assert (500, 20, 1_480) == (first.minted_wei, first.burned_wei, first.supply_wei)
    assert (100, 100) == (running.minted_wei, running.burned_wei)
    assert (3, 4, 2 * DEVICE_CLASSES, 8 * DEVICE_CLASSES) == (
        first.slots_busy,
        first.slots_declared,
        first.devices_ready,
        first.devices_bonded,
    )
    assert Utilisation(7_500, 2_500) == book.ask("utilisation", 1)
    assert Utilisation(0, 0) == book.ask("utilisation", 2)


def test_all_classes_of_devices_are_asked_for() -> None:
    """A class that the register gets must be counted here too."""
    book = Book()
    book.end_epoch()
    assert [int(kind) for kind in DeviceClass] == book.fleet.asked[-DEVICE_CLASSES:]


def test_end_of_an_epoch_is_told_once() -> None:
    """One event with what the network did; the block after says nothing."""
    book = Book()
    book.pay(ALICE, supplier=7, treasury=3)
    book.mint.minted_wei, book.mint.burned_wei = 9, 4
    book.end_epoch()
    assert book.logged(EpochClosed(1, 1, 1, 10, 9, 4))
    book.next_block()
    assert 1 == book.events(EpochClosed)


def test_pages_of_history_are_oldest_first() -> None:
    """Closed epochs from a number on; the running one is none of them."""
    book = Book()
    for payer in (1, 2, 3, 4):
        book.pay(payer, supplier=payer)
        book.end_epoch()
    page = book.ask("history", 2, 2)
    assert [(2, 2), (3, 3)] == [(shown.number, shown.tally.supplier_wei) for shown in page]
    assert [1, 2, 3, 4] == [shown.number for shown in book.ask("history", 0, 999)]
    assert () == book.ask("history", 5, 9)


def test_old_epochs_are_forgotten_and_totals_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """The ring is overwritten place by place; what is shown of the others stays right."""
    assert epochs.PLACES_KEPT == epochs.EPOCHS_KEPT + 1
    monkeypatch.setattr(epochs, "EPOCHS_KEPT", 3)
    monkeypatch.setattr(epochs, "PLACES_KEPT", 4)
    book = Book()
    words = set()
    for number in range(1, 11):
        book.pay(number % 3 + 1, supplier=number, burned=1)
        book.end_epoch()
        words.add(len(book.host.words))
        kept = range(max(1, number - 2), number + 1)
        assert list(kept) == [shown.number for shown in book.ask("history", 0, 99)]
        for earlier in kept:
            assert earlier == book.ask("market_epoch", Market.COMPUTE, earlier).supplier_wei
            assert 1 == book.ask("active_payers", Market.ALL, earlier)
        for unknown in {0, kept[0] - 1, number + 2}:
            with book.refuses(EpochUnknown):
                book.ask("epoch", unknown)
    assert 55 == book.ask("totals").supplier_wei
    assert len(words) <= 6, "storage stops growing when the ring is full"


def test_pause_lets_an_epoch_end_late() -> None:
    """While it is paused no epoch ends; afterwards the late one ends at once, and is whole."""
    book = Book()
    book.pay(ALICE, supplier=5)
    book.page().set_paused(True)
    for _ in range(EPOCH_BLOCKS + 5):
        book.assembly.end_block(book.host)
        book._begin(1)
    assert 1 == book.page().epoch_number
    book.page().set_paused(False)
    book.next_block()
    found = book.ask("epoch", 1)
    assert (EPOCH_BLOCKS + 6, 5) == (found.epoch.ended_at, found.tally.supplier_wei)
