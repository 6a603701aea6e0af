"""What must hold of all kept epochs together, however many: for tests, exports and inspection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modules.analytics.epochs import PLACES_KEPT, oldest_kept, tally_of
from modules.analytics.records import MARKETS, Market, Tally
from modules.analytics.tallies import PLACES

if TYPE_CHECKING:
    from modules.analytics.module import Analytics


def epochs_are_sound(book: Analytics) -> bool:
    """In each kept epoch and the running one nothing shrank, and who was active paid."""
    return all(
        _is_sound(tally_of(book, Market.ALL, number), [tally_of(book, m, number) for m in MARKETS])
        for number in range(oldest_kept(book), book.epoch_number + 1)
    )


def _is_sound(everybody: Tally, tallies: list[Tally]) -> bool:
    active = [tally.active_payers for tally in tallies]
    return (
        all(getattr(tally, name) >= 0 for tally in tallies for name in PLACES)
        and all(tally.payers <= tally.active_payers <= tally.payments for tally in tallies)
        and max(active) <= everybody.active_payers <= sum(active)
    )


def supply_changes_sum(book: Analytics) -> bool:
    """While all epochs are kept, what was minted and burned in them is what the mint counted."""
    if oldest_kept(book) > 1:
        return True
    closed = [book.kept[number % PLACES_KEPT] for number in range(1, book.epoch_number)]
    return (
        sum(epoch.minted_wei for epoch in closed) == book.minted_before_wei
        and sum(epoch.burned_wei for epoch in closed) == book.burned_before_wei
    )
