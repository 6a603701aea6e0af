"""
Offers: terms that never change, known by their hash; a change of mind is another offer.

    owner --open_offer--> ACTIVE --close_offer--> CLOSED, what was sold goes on
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from eth_hash.auto import keccak

from chain.kit.abi import abi_type
from chain.kit.admission import NO_POLICY
from chain.types.primitives import Hash32
from modules.licensing import assets
from modules.licensing.events import OfferClosed, TermsAttached
from modules.licensing.machines import OFFER, OWNER
from modules.licensing.params import LicensingParams
from modules.licensing.records import (
    APPS_MAX,
    PRICE_WEI_MAX,
    SEATS_MAX,
    SUPPLY_MAX,
    USES_MAX,
    WHOLE,
    Kind,
    Offer,
    OfferState,
    Terms,
)
from modules.licensing.refusals import (
    TermsInvalid,
    UnknownOffer,
    UnknownPolicy,
    UnknownVersion,
    VersionExpires,
)

if TYPE_CHECKING:
    from modules.licensing.books import Books

RUNNING = (Kind.TIMED, Kind.USES, Kind.RENTAL, Kind.SUBSCRIPTION)  # have a term in any case
DERIVABLE = (Kind.PERPETUAL, Kind.TIMED, Kind.FREE)  # end when they say, or never


def hash_of(asset: int, version: int, terms: Terms) -> Hash32:
    """Return what binds terms to the version they are for: the hash of all fields in order."""
    numbers = asset.to_bytes(32, "big") + version.to_bytes(32, "big")
    return Hash32(keccak(numbers + abi_type(Terms).encode(terms)))


def offer_of(books: Books, number: int) -> Offer:
    """Return an offer; raises UnknownOffer."""
    offer = books.offers[number]
    if offer.state == OfferState.NOTHING:
        raise UnknownOffer(number)
    return offer


def open_offer(books: Books, asset: int, version: int, terms: Terms) -> int:
    """Offer one version on terms; returns the offer's number."""
    found = assets.enter(books, "open_offer", asset)
    assets.check_untagged(books, asset)
    if not 1 <= version <= found.versions:
        raise UnknownVersion(asset, version)
    check_terms(terms, books.settings)
    if terms.policy != NO_POLICY and not books.gate.has_policy(terms.policy):
        raise UnknownPolicy(terms.policy)
    check_expiry(books, asset, version, terms, books.block.time_s)
    number = books.offer_count + 1
    books.offer_count = number
    terms_hash = hash_of(asset, version, terms)
    state = OFFER.move("open_offer", OfferState.NOTHING, OfferState.ACTIVE)
    books.offers[number] = Offer(asset, version, state, terms_hash, 0)
    books.terms[number] = terms
    books.offers_of[asset].append(number)
    books.emit(TermsAttached(number, asset, version, terms.kind, terms.price_wei, terms_hash))
    return number


def close(books: Books, number: int) -> None:
    """Sell and renew no more on these terms."""
    offer = books.offers[number]
    is_owner = books.assets[offer.asset].owner == books.sender
    OFFER.enter("close_offer", offer.state, (OWNER,) if is_owner else ())
    state = OFFER.move("close_offer", offer.state, OfferState.CLOSED)
    books.offers[number] = replace(offer, state=state)
    books.emit(OfferClosed(number))


def check_expiry(books: Books, asset: int, version: int, terms: Terms, starts_s: int) -> None:
    """Raise VersionExpires where a licence would outlive what its version was made of."""
    expires_s = books.versions[asset, version].expires_s
    is_endless = terms.duration_s == 0
    if expires_s and (is_endless or starts_s + terms.duration_s > expires_s):
        raise VersionExpires(expires_s)


def check_terms(terms: Terms, params: LicensingParams) -> None:
    """Raise TermsInvalid where an offer promises what cannot be."""
    kind = terms.kind
    is_free = kind == Kind.FREE
    least_wei = 0 if is_free else max(1, params.min_payment_wei)
    _check("price_wei", terms.price_wei, least_wei, 0 if is_free else PRICE_WEI_MAX)
    longest = 0 if kind == Kind.PERPETUAL else params.duration_s_max
    _check("duration_s", terms.duration_s, int(kind in RUNNING), longest)
    most_uses = 0 if kind in (Kind.RENTAL, Kind.SUBSCRIPTION) else USES_MAX
    _check("uses", terms.uses, int(kind == Kind.USES), most_uses)
    _check("seats", terms.seats, int(kind == Kind.SEATS), SEATS_MAX)
    is_rental = kind == Kind.RENTAL
    _check("deposit_wei", terms.deposit_wei, int(is_rental), PRICE_WEI_MAX if is_rental else 0)
    most_late_wei = terms.deposit_wei if is_rental else 0
    _check("late_fee_wei", terms.late_fee_wei, 0, most_late_wei)
    most_grace_s = params.grace_s_max if kind == Kind.SUBSCRIPTION else 0
    _check("grace_s", terms.grace_s, 0, most_grace_s)
    _check("supply", terms.supply, 0, SUPPLY_MAX)
    _check("account_max", terms.account_max, int(is_free), SUPPLY_MAX)
    _check("purposes", terms.purposes, 1, 2**256 - 1)
    _check("apps", len(set(terms.apps)), len(terms.apps), APPS_MAX)
    can_derive = terms.is_derivable and kind in DERIVABLE
    _check("is_derivable", int(terms.is_derivable), 0, int(kind in DERIVABLE))
    _check("royalty_bps", terms.royalty_bps, 0, WHOLE if can_derive else 0)
    _check("referrer_bps", terms.referrer_bps, 0, params.referrer_bps_max)


def _check(field: str, found: int, minimum: int, maximum: int) -> None:
    if not minimum <= found <= maximum:
        raise TermsInvalid(field, minimum, maximum, found)
