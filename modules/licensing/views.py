"""What licensing answers that takes a little counting; nothing here changes anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chain.types.primitives import Seconds, Wei
from modules.licensing import licences, streams
from modules.licensing.assets import asset_of
from modules.licensing.clocks import clock_s, late_fee_wei, state_of
from modules.licensing.machines import STORED_LIVE
from modules.licensing.records import PAGE_MAX, AssetView, Case, CaseState, LicenceView, Version
from modules.licensing.refusals import UnknownCase, UnknownVersion

if TYPE_CHECKING:
    from modules.licensing.books import Books


def limited(limit: int) -> int:
    """Return how many entries a page has at most."""
    return min(limit, PAGE_MAX)


def asset(books: Books, number: int) -> AssetView:
    """Return an asset, whole; raises UnknownAsset."""
    found = asset_of(books, number)
    return AssetView(
        found,
        books.overlays[number],
        books.erasures[number],
        books.vaults[number],
        clock_s(books, number),
    )


def version(books: Books, number: int, index: int) -> Version:
    """Return one version; raises UnknownVersion."""
    if not 1 <= index <= asset_of(books, number).versions:
        raise UnknownVersion(number, index)
    return books.versions[number, index]


def licence(books: Books, number: int) -> LicenceView:
    """Return a licence as it stands in this block; raises UnknownLicence."""
    found = licences.licence_of(books, number)
    is_live = found.state in STORED_LIVE
    earned_wei = books.ledgers[number].earned_wei
    if is_live:
        earned_wei = Wei(
            earned_wei + streams.earned_now_wei(books, number) - books.periods[number].released_wei
        )
    return LicenceView(
        found,
        state_of(books, number),
        books.periods[number],
        books.ledgers[number],
        books.standings[number],
        books.revocations[number],
        earned_wei,
        Wei(late_fee_wei(books, number) if is_live else 0),
    )


def case(books: Books, number: int) -> Case:
    """Return a case; raises UnknownCase."""
    found = books.cases[number]
    if found.state == CaseState.NOTHING:
        raise UnknownCase(number)
    return found


def remaining_uses(books: Books, number: int) -> int:
    """Return how many uses are left of a quota; 0 where there is none, or none is left."""
    found = licences.licence_of(books, number)
    quota = books.terms[found.offer].uses
    return max(0, quota - found.used)


def valid_until(books: Books, number: int) -> Seconds:
    """Return when a licence ends on its asset's clock if nobody renews it; 0 for never."""
    licences.licence_of(books, number)
    return Seconds(licences.valid_until(books, number))
