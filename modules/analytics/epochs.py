"""
Epochs: closed in one bounded step, and read back as differences.

    notes --raise--> counters, for ever growing --close--> a copy of their words in a ring
    epoch n of a market = copy n - copy n-1

Nothing is added up when an epoch ends: the counters are copied, a few words a market.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING, Final

from chain.types.primitives import Height, Seconds, Wei
from modules.analytics.records import (
    EPOCHS_KEPT,
    MARKETS,
    Epoch,
    EpochClosed,
    EpochUnknown,
    EpochView,
    Market,
    Tally,
)
from modules.analytics.tallies import (
    PLACES,
    WORDS,
    charged_wei,
    plus,
    since,
    unpack,
    without_active,
)

if TYPE_CHECKING:
    from modules.analytics.module import Analytics

DEVICE_CLASSES: Final = 5  # of devices, by number
PLACES_KEPT: Final = EPOCHS_KEPT + 1  # the oldest epoch needs the copy before it


def begin(book: Analytics, number: int, height: Height) -> None:
    """Let an epoch begin with a block."""
    book.epoch_number = number
    book.began_at, book.began_s = height, book.block.time_s
    book.ends_at = Height(height + book.settings.epoch_blocks - 1)


def close(book: Analytics) -> None:
    """Keep what the epoch was, tell it, and begin the next with the block that follows."""
    number = book.epoch_number
    minted_wei, burned_wei = book.mint.minted(), book.mint.burned()
    epoch = _running(book, book.block.height, book.block.time_s)
    tally = network(book, number)
    book.kept[number % PLACES_KEPT] = epoch
    for market in Market:
        _copy(book, market, number)
    book.emit(
        EpochClosed(
            number,
            tally.payments,
            tally.active_payers,
            charged_wei(tally),
            epoch.minted_wei,
            epoch.burned_wei,
        )
    )
    book.minted_before_wei, book.burned_before_wei = minted_wei, burned_wei
    begin(book, number + 1, Height(book.block.height + 1))


def view_of(book: Analytics, number: int) -> EpochView:
    """Return an epoch, the running one too; raises EpochUnknown."""
    if number == book.epoch_number:
        return EpochView(number, _running(book, Height(0), Seconds(0)), network(book, number))
    check_kept(book, number)
    return EpochView(number, book.kept[number % PLACES_KEPT], network(book, number))


def network(book: Analytics, number: int) -> Tally:
    """Return what all markets did in an epoch; who paid in two of them is one payer."""
    tallies = (tally_of(book, market, number) for market in MARKETS)
    return _together(tallies, tally_of(book, Market.ALL, number))


def network_total(book: Analytics) -> Tally:
    """Return what all markets did so far."""
    return _together((total_of(book, m) for m in MARKETS), total_of(book, Market.ALL))


def tally_of(book: Analytics, market: Market, number: int) -> Tally:
    """Return what one market did in an epoch, the running one too; raises EpochUnknown."""
    if number != book.epoch_number:
        check_kept(book, number)
        now = _copied(book, market, number)
    else:
        now = total_of(book, market)
    return since(now, _copied(book, market, number - 1))


def total_of(book: Analytics, market: Market) -> Tally:
    """Return what one market did so far."""
    return unpack(lambda index: book.counters[market, index])


def disputes_of(book: Analytics, market: Market) -> Tally:
    """Return what one market's tally says of disputes, at the price of one word."""
    index = PLACES["disputes"].word
    word = book.counters[market, index]
    return unpack(lambda at: word if at == index else 0)


def check_kept(book: Analytics, number: int) -> None:
    """Raise EpochUnknown for an epoch that is not over, or so long that it is not kept."""
    newest = book.epoch_number - 1
    oldest = oldest_kept(book)
    if not oldest <= number <= newest:
        raise EpochUnknown(number, oldest, newest)


def oldest_kept(book: Analytics) -> int:
    """Return the number of the oldest epoch that can be asked for."""
    return max(1, book.epoch_number - EPOCHS_KEPT)


def _running(book: Analytics, ended_at: Height, ended_s: Seconds) -> Epoch:
    slots = book.compute.slots()
    fleets = [book.devices.class_utilisation(kind) for kind in range(DEVICE_CLASSES)]
    return Epoch(
        book.began_at,
        ended_at,
        book.began_s,
        ended_s,
        Wei(book.mint.minted() - book.minted_before_wei),
        Wei(book.mint.burned() - book.burned_before_wei),
        book.mint.supply(),
        slots.busy,
        slots.declared,
        sum(fleet.ready for fleet in fleets),
        sum(fleet.devices for fleet in fleets),
    )


def _copy(book: Analytics, market: Market, number: int) -> None:
    """Keep a market's words as they stand, and let nobody be active in the next epoch yet."""
    words = [book.counters[market, index] for index in range(WORDS)]
    for index, word in enumerate(words):
        book.copies[_row(market, number), index] = word
    book.counters[market, 0] = without_active(words[0])


def _copied(book: Analytics, market: Market, number: int) -> Tally:
    return unpack(lambda index: book.copies[_row(market, number), index])


def _row(market: Market, number: int) -> int:
    """Return where in the ring a market's copy of an epoch is."""
    return number % PLACES_KEPT << 8 | market


def _together(tallies: Iterable[Tally], everybody: Tally) -> Tally:
    found = reduce(plus, tallies, Tally())
    return replace(found, payers=everybody.payers, active_payers=everybody.active_payers)
