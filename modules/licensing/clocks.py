"""
Time as licensing counts it: an asset's clock stands still while it is tagged.

    block time - seconds of tags = the asset's clock     terms, grace and late fees run on it
    until, span --pause over--> not before the whole span is there again

So a tag suspends any number of licences in one step, and a licence's state is asked, not stored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chain.types.primitives import Seconds
from modules.licensing.machines import LICENCE, STORED_LIVE
from modules.licensing.records import LicenceState, TagState

if TYPE_CHECKING:
    from modules.licensing.books import Books


def clock_s(books: Books, asset: int) -> Seconds:
    """Return an asset's own time, in seconds."""
    overlay = books.overlays[asset]
    now_s = overlay.void_s or books.block.time_s
    still_s = max(0, now_s - overlay.tagged_s) if overlay.tag == TagState.TAGGED else 0
    return Seconds(now_s - overlay.frozen_s - still_s)


def not_before(books: Books, until_s: int, span_s: int) -> Seconds:
    """While the module was paused nobody could act: after it, the whole span is there again."""
    resumed_s = books.resumed_s
    return Seconds(max(until_s, resumed_s + span_s) if resumed_s else until_s)


def state_of(books: Books, number: int) -> LicenceState:
    """Return a licence's state: what is stored, unless its asset is tagged or void."""
    licence = books.licences[number]
    if licence.state not in STORED_LIVE:
        return licence.state
    overlay, suspended = books.overlays[licence.asset], LicenceState.SUSPENDED
    if overlay.void_s:
        return LicenceState.REVOKED
    if overlay.tag == TagState.TAGGED:
        return LICENCE.move("tagged", licence.state, suspended)
    return LICENCE.move("cleared", suspended, licence.state) if overlay.frozen_s else licence.state


def late_s(books: Books, number: int) -> int:
    """Return for how many seconds a rental is overdue; a pause of the module forgives them."""
    ends_at = books.periods[number].ends_at
    late = clock_s(books, books.licences[number].asset) - ends_at
    if books.resumed_s:
        late = min(late, books.block.time_s - books.resumed_s)
    return max(0, late) if ends_at else 0


def late_fee_wei(books: Books, number: int) -> int:
    """Return what an overdue rental owes by now, at most its deposit."""
    licence = books.licences[number]
    if not licence.deposit_wei:
        return 0
    fee_wei = books.terms[licence.offer].late_fee_wei
    return min(licence.deposit_wei, late_s(books, number) * fee_wei)
