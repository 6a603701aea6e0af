"""
A licence's price on its way: deferred when paid, earned by the second, by use or at once.

    paid --deferred--> release --> protocol, referrer, ancestors' vaults, owner's vault
                 +---> refund --> who paid

What is released is split as the whole of it up to now, less what was split before, in quanta that
leave no rounding: so it does not matter when, or how often, anybody settles.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.kit.usage import Leg, legs_of, tell
from chain.types.primitives import ZERO_ADDRESS, Bps, Seconds, Wei
from modules.licensing import vaults
from modules.licensing.clocks import clock_s
from modules.licensing.events import IncomeReleased, LicenceRefunded
from modules.licensing.maths import Rates, Split, difference, earned_wei, is_at_once, split
from modules.licensing.records import QUANTUM_WEI, WHOLE, Licence, Term, Terms
from modules.licensing.refusals import FeeRoundsToZero

LEGS = (Leg.TREASURY, Leg.REFERRER, Leg.CONTRIBUTOR, Leg.SUPPLIER)

if TYPE_CHECKING:
    from modules.licensing.books import Books


def rates_of(books: Books, licence: Licence, fee_bps: Bps) -> Rates:
    """Return how a licence's income is split: ancestors as its version fixed them."""
    has_referrer = licence.referrer != ZERO_ADDRESS
    referrer_bps = books.terms[licence.offer].referrer_bps if has_referrer else Bps(0)
    return Rates(fee_bps, referrer_bps, books.ancestors[licence.asset, licence.version])


def check_fee(books: Books, price_wei: int) -> Bps:
    """Return the fee that holds now; raises FeeRoundsToZero where a price would dodge it."""
    fee_bps = books.settings.protocol_fee_bps
    if price_wei and fee_bps and price_wei * fee_bps < WHOLE:
        raise FeeRoundsToZero(Wei(price_wei))
    return fee_bps


def begin(books: Books, number: int, price_wei: int, fee_bps: Bps, starts_at: int) -> None:
    """Begin a term on the asset's clock; a price without a term is earned at once."""
    terms: Terms = books.terms[books.licences[number].offer]
    ends_at = Seconds(starts_at + terms.duration_s if terms.duration_s else 0)
    books.periods[number] = Term(
        Wei(price_wei), Wei(0), Seconds(starts_at), ends_at, fee_bps, Wei(0), Bps(0)
    )
    if is_at_once(terms):
        release(books, number, price_wei, is_last=True)


def earned_now_wei(books: Books, number: int) -> int:
    """Return what of the present term's price is earned by now, in wei."""
    licence = books.licences[number]
    clock = clock_s(books, licence.asset)
    return earned_wei(books.terms[licence.offer], books.periods[number], licence.used, clock)


def settle(books: Books, number: int) -> None:
    """Pay out what was earned by now, in whole quanta."""
    term = books.periods[number]
    if term.released_wei < term.price_wei:
        target_wei = earned_now_wei(books, number)
        release(books, number, target_wei, is_last=target_wei == term.price_wei)


def release(books: Books, number: int, target_wei: int, *, is_last: bool) -> None:
    """Pay out a term's price up to a mark; whole quanta unless it is the last."""
    term = books.periods[number]
    if not is_last:
        target_wei -= target_wei % QUANTUM_WEI
    delta_wei = target_wei - term.released_wei
    if delta_wei <= 0:
        return
    licence = books.licences[number]
    rates = rates_of(books, licence, term.fee_bps)
    parts = difference(split(target_wei, rates), split(term.released_wei, rates))
    books.periods[number] = replace(term, released_wei=Wei(target_wei))
    _earn(books, number, delta_wei)
    distribute(books, number, delta_wei, rates, parts, uses=int(term.released_wei == 0))


def _earn(books: Books, number: int, amount_wei: int) -> None:
    ledger = books.ledgers[number]
    books.ledgers[number] = replace(ledger, earned_wei=Wei(ledger.earned_wei + amount_wei))
    books.add(deferred_wei=-amount_wei)


def distribute(
    books: Books, number: int, gross_wei: int, rates: Rates, parts: Split, uses: int
) -> None:
    """Pay each leg of a licence's income; what is in the module's account is nobody's yet."""
    licence = books.licences[number]
    asset = licence.asset
    books.pay(books.treasury.address, parts.fee_wei, "licence_fee")
    books.pay(licence.referrer, parts.referrer_wei, "referrer_fee")
    for share, royalty_wei in zip(rates.shares, parts.royalties_wei, strict=True):
        vaults.credit_ancestor(books, asset, share.asset, royalty_wei)
    vaults.credit(books, asset, parts.owner_wei)
    royalties_wei = sum(parts.royalties_wei)
    amounts = (parts.fee_wei, parts.referrer_wei, royalties_wei, parts.owner_wei)
    books.emit(IncomeReleased(number, asset, Wei(gross_wei), *(Wei(a) for a in amounts)))
    legs = legs_of(dict(zip(LEGS, amounts, strict=True)))
    tell(books, lambda: books.usage.note_payment(licence.payer, uses, legs))


def income(books: Books, number: int, amount_wei: int) -> None:
    """Split what is earned beside the price: a late fee, at the fee that holds now."""
    if amount_wei:
        rates = rates_of(books, books.licences[number], books.settings.protocol_fee_bps)
        distribute(books, number, amount_wei, rates, split(amount_wei, rates), uses=0)


def finish(books: Books, number: int, earned: int) -> int:
    """
    End a licence's price: `earned` of its term is paid out, the rest goes back to who paid.

    A period that was paid ahead and never began goes back whole. Returns the refund in wei.
    """
    term: Term = books.periods[number]
    release(books, number, max(earned, term.released_wei), is_last=True)
    term = books.periods[number]
    refund_wei = term.price_wei - term.released_wei + term.next_price_wei
    books.periods[number] = replace(
        term, price_wei=term.released_wei, next_price_wei=Wei(0), next_fee_bps=Bps(0)
    )
    refund(books, number, refund_wei)
    return refund_wei


def refund(books: Books, number: int, amount_wei: int) -> None:
    """Give deferred coins back to who paid."""
    if amount_wei == 0:
        return
    ledger, payer = books.ledgers[number], books.licences[number].payer
    books.ledgers[number] = replace(ledger, refunded_wei=Wei(ledger.refunded_wei + amount_wei))
    books.add(deferred_wei=-amount_wei)
    books.pay(payer, amount_wei, "licence_refund")
    books.emit(LicenceRefunded(number, payer, Wei(amount_wei)))
    tell(books, lambda: books.usage.note_refund(payer, Wei(amount_wei)))
