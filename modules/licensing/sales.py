"""
From an offer to a licence: bought, sponsored or free; approved where the licensor wants a say.

    buy --> ACTIVE
      +--> PENDING --approve--> ACTIVE | --reject, waive, silence--> REJECTED, everything back
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.kit.admission import NO_POLICY
from chain.types.primitives import ZERO_ADDRESS, Address, Bps, Seconds, Wei
from modules.licensing import deadlines, licences, offers, streams
from modules.licensing.clocks import clock_s
from modules.licensing.events import LicenceMinted
from modules.licensing.machines import LICENCE, OFFER
from modules.licensing.maths import Rates, split
from modules.licensing.records import (
    AssetState,
    Guards,
    Kind,
    Ledger,
    Licence,
    LicenceState,
    Offer,
    Quote,
    QuoteShare,
    TagState,
    Terms,
)
from modules.licensing.refusals import (
    AccountInvalid,
    AccountLimit,
    NotForOthers,
    NotForSale,
    PaymentMismatch,
    PriceAboveLimit,
    RoyaltyAboveLimit,
    SoldOut,
    TermsChanged,
)

if TYPE_CHECKING:
    from modules.licensing.books import Books

L = LicenceState


def quote(books: Books, number: int, has_referrer: bool) -> Quote:
    """Return what `buy` would cost now, and who would get what of the price, to the wei."""
    offer = offers.offer_of(books, number)
    terms = books.terms[number]
    shares = books.ancestors[offer.asset, offer.version]
    referrer_bps = terms.referrer_bps if has_referrer else Bps(0)
    parts = split(terms.price_wei, Rates(books.settings.protocol_fee_bps, referrer_bps, shares))
    royalties = tuple(
        QuoteShare(share.asset, share.bps, Wei(amount_wei))
        for share, amount_wei in zip(shares, parts.royalties_wei, strict=True)
    )
    return Quote(
        terms.price_wei,
        terms.deposit_wei,
        Wei(terms.price_wei + terms.deposit_wei),
        Wei(parts.fee_wei),
        Wei(parts.referrer_wei),
        royalties,
        Wei(parts.owner_wei),
    )


def buy(books: Books, number: int, holder: Address, guards: Guards, referrer: Address) -> int:
    """Take an offer for a holder with exactly the coins sent; returns the licence's number."""
    offer = books.offers[number]
    OFFER.enter("buy", offer.state)
    terms = books.terms[number]
    check_for_sale(books, offer.asset)
    offers.check_expiry(books, offer.asset, offer.version, terms, books.block.time_s)
    _check_guards(offer, terms, guards)
    _check_limits(books, number, offer, terms, holder)
    expected_wei = terms.price_wei + terms.deposit_wei
    if books.value_wei != expected_wei:
        raise PaymentMismatch(Wei(expected_wei), books.value_wei)
    if terms.policy != NO_POLICY:
        books.gate.admit(terms.policy, holder)
    licence = _mint(books, number, offer, terms, holder, referrer)
    if not terms.needs_approval:
        activate(books, licence, "buy")
    deadlines.arm(books, deadlines.LICENCE_DUE, licence)
    return licence


def check_for_sale(books: Books, asset: int) -> None:
    """Raise NotForSale where nothing of an asset is sold or renewed now."""
    is_listed = books.assets[asset].state == AssetState.LISTED
    if not is_listed or books.overlays[asset].tag == TagState.TAGGED:
        raise NotForSale(asset)


def _check_guards(offer: Offer, terms: Terms, guards: Guards) -> None:
    if guards.terms_hash != offer.terms_hash:
        raise TermsChanged(guards.terms_hash, offer.terms_hash)
    if terms.price_wei > guards.price_wei_max:
        raise PriceAboveLimit(guards.price_wei_max, terms.price_wei)
    if terms.royalty_bps > guards.royalty_bps_max:
        raise RoyaltyAboveLimit(guards.royalty_bps_max, terms.royalty_bps)


def _check_limits(books: Books, number: int, offer: Offer, terms: Terms, holder: Address) -> None:
    if holder in (ZERO_ADDRESS, books.address):
        raise AccountInvalid(holder)
    if terms.kind == Kind.FREE and holder != books.sender:
        raise NotForOthers(holder)
    if terms.supply and offer.sold >= terms.supply:
        raise SoldOut(terms.supply)
    if terms.account_max and books.bought[number, holder] >= terms.account_max:
        raise AccountLimit(terms.account_max)


def _mint(
    books: Books, number: int, offer: Offer, terms: Terms, holder: Address, referrer: Address
) -> int:
    licence = books.licence_count + 1
    books.licence_count = licence
    now_s = books.block.time_s
    until_s = Seconds(now_s + books.settings.approve_timeout_s)
    books.licences[licence] = Licence(
        number,
        offer.asset,
        offer.version,
        holder,
        books.sender,
        referrer,
        LICENCE.move("buy", L.NOTHING, L.PENDING),
        offer.terms_hash,
        0,
        now_s,
        until_s,
        terms.deposit_wei,
    )
    books.offers[number] = replace(offer, sold=offer.sold + 1)
    books.bought[number, holder] += 1
    books.licences_by[holder].add(licence)
    books.ledgers[licence] = Ledger(terms.price_wei, Wei(0), Wei(0))
    books.add(deferred_wei=terms.price_wei, deposits_wei=terms.deposit_wei)
    books.emit(
        LicenceMinted(
            licence,
            number,
            holder,
            books.sender,
            terms.price_wei,
            terms.deposit_wei,
            offer.terms_hash,
        )
    )
    return licence


def activate(books: Books, number: int, name: str) -> None:
    """Begin a licence's term, at the protocol's fee of this block."""
    licence = books.licences[number]
    price_wei = books.ledgers[number].paid_wei
    fee_bps = streams.check_fee(books, price_wei)
    before = L.NOTHING if name == "buy" else licence.state
    books.licences[number] = replace(
        licence, state=LICENCE.move(name, before, L.ACTIVE), until_s=Seconds(0)
    )
    if name != "buy":
        licences.tell(books, number, before, L.ACTIVE, name)
    streams.begin(books, number, price_wei, fee_bps, clock_s(books, licence.asset))


def approve(books: Books, number: int) -> None:
    """Say yes as the licensor; the asset is for sale, or the buyer waits or is refunded."""
    licence = licences.enter(books, "approve", number)
    check_for_sale(books, licence.asset)
    terms = books.terms[licence.offer]
    offers.check_expiry(books, licence.asset, licence.version, terms, books.block.time_s)
    activate(books, number, "approve")
    deadlines.arm(books, deadlines.LICENCE_DUE, number)


def reject(books: Books, number: int, name: str) -> None:
    """Send everything back; the place that was taken is free again."""
    licence = books.licences[number]
    streams.refund(books, number, books.ledgers[number].paid_wei)
    offer = books.offers[licence.offer]
    books.offers[licence.offer] = replace(offer, sold=offer.sold - 1)
    books.bought[licence.offer, licence.holder] -= 1
    licences.end(books, number, name, L.REJECTED)
