"""
Subscriptions: period by period, on the holder's standing word.

    ACTIVE --renew, in the window--> paid one period ahead
       | period over                       ^ renew: from the old end on
       v                                   |
     GRACE --grace over--> LAPSED          |       cancel --> CANCELLING --period over--> ENDED
       +-----------------------------------+
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.kit.admission import NO_POLICY
from chain.types.primitives import Bps, Seconds, Wei
from modules.licensing import deadlines, licences, offers, sales, streams
from modules.licensing.clocks import clock_s
from modules.licensing.events import RenewalDenied, Renewed, StandingChanged
from modules.licensing.records import (
    WHOLE,
    Kind,
    Licence,
    LicenceState,
    OfferState,
    Standing,
    Terms,
)
from modules.licensing.refusals import (
    AlreadyRenewed,
    CapExceeded,
    NothingStanding,
    NotSubscription,
    OfferNotOpen,
    PaymentMismatch,
    RenewalTooEarly,
    UnderNotice,
)

if TYPE_CHECKING:
    from modules.licensing.books import Books

L = LicenceState


def fund(books: Books, number: int, price_wei_max: Wei, total_wei_max: Wei) -> None:
    """Put the coins sent behind renewals, and set the caps."""
    licence = licences.enter(books, "fund_standing", number)
    if books.terms[licence.offer].kind != Kind.SUBSCRIPTION:
        raise NotSubscription(number)
    standing = books.standings[number]
    balance_wei = Wei(standing.balance_wei + books.value_wei)
    is_same = standing.funder == books.sender
    spent_wei = standing.spent_wei if is_same else Wei(0)
    after = Standing(books.sender, balance_wei, price_wei_max, total_wei_max, spent_wei)
    books.standings[number] = after
    books.add(standing_wei=books.value_wei)
    _tell(books, number)


def withdraw(books: Books, number: int, amount_wei: Wei) -> None:
    """Take back what stands behind renewals, exactly as much as is asked."""
    licences.enter(books, "withdraw_standing", number)
    balance_wei = books.standings[number].balance_wei
    if not 0 < amount_wei <= balance_wei:
        raise NothingStanding(balance_wei)
    _pay_back(books, number, amount_wei)


def return_standing(books: Books, number: int) -> None:
    """Give back what stands behind a subscription that is over, or another's from now on."""
    balance_wei = books.standings[number].balance_wei
    if balance_wei:
        _pay_back(books, number, balance_wei)


def _pay_back(books: Books, number: int, amount_wei: int) -> None:
    standing = books.standings[number]
    books.standings[number] = replace(standing, balance_wei=Wei(standing.balance_wei - amount_wei))
    books.add(standing_wei=-amount_wei)
    books.pay(standing.funder, amount_wei, "standing_returned")
    _tell(books, number)


def _tell(books: Books, number: int) -> None:
    found: Standing = books.standings[number]
    caps = (found.price_wei_max, found.total_wei_max)
    books.emit(StandingChanged(number, found.funder, found.balance_wei, *caps))


def cancel(books: Books, number: int) -> None:
    """Renew no more; what is paid for goes on to its end."""
    licence = licences.enter(books, "cancel", number)
    if books.terms[licence.offer].kind != Kind.SUBSCRIPTION:
        raise NotSubscription(number)
    licences.go(books, number, "cancel", L.CANCELLING)


def window_opens_at(books: Books, number: int) -> Seconds:
    """Return from when on a subscription can be renewed, on its asset's clock."""
    terms = books.terms[books.licences[number].offer]
    window_s = min(books.settings.renew_window_s, terms.duration_s // 2)
    return Seconds(max(0, books.periods[number].ends_at - window_s))


def renew(books: Books, number: int) -> bool:
    """
    Pay for the next period: with the coins sent, or from what stands behind it.

    Whoever carries it out on standing coins that are not its own gets a reward out of the price.
    Returns whether it was renewed: it is not where the holder may not buy any more.
    """
    licence = licences.enter(books, "renew", number)
    terms = books.terms[licence.offer]
    _check_renewal(books, number, licence, terms)
    if terms.policy != NO_POLICY:
        reasons = books.gate.decide(terms.policy, licence.holder)
        if reasons:
            books.pay(books.sender, books.value_wei, "renewal_denied")
            books.emit(RenewalDenied(number, reasons))
            return False
    reward_wei = _charge(books, number, licence, terms.price_wei)
    _extend(books, number, terms.price_wei, reward_wei)
    ends_at = Seconds(licences.valid_until(books, number) - terms.grace_s)
    books.emit(Renewed(number, terms.price_wei, books.sender, Wei(reward_wei), ends_at))
    deadlines.arm(books, deadlines.LICENCE_DUE, number)
    return True


def _check_renewal(books: Books, number: int, licence: Licence, terms: Terms) -> None:
    if terms.kind != Kind.SUBSCRIPTION:
        raise NotSubscription(number)
    if books.offers[licence.offer].state != OfferState.ACTIVE:
        raise OfferNotOpen(licence.offer)
    sales.check_for_sale(books, licence.asset)
    if books.revocations[number].state in licences.UNDER_NOTICE:
        raise UnderNotice(number)
    if books.periods[number].next_price_wei:
        raise AlreadyRenewed(number)
    clock, opens_at = clock_s(books, licence.asset), window_opens_at(books, number)
    if clock < opens_at:
        raise RenewalTooEarly(opens_at)
    starts_s = books.block.time_s + books.periods[number].ends_at - clock
    offers.check_expiry(books, licence.asset, licence.version, terms, starts_s)


def _charge(books: Books, number: int, licence: Licence, price_wei: Wei) -> int:
    """Take the price; return the keeper's reward."""
    if books.value_wei:
        if books.value_wei != price_wei:
            raise PaymentMismatch(price_wei, books.value_wei)
        return 0
    standing = books.standings[number]
    caps = (standing.total_wei_max - standing.spent_wei, standing.price_wei_max)
    available_wei = max(0, min(standing.balance_wei, *caps))
    if available_wei < price_wei:
        raise CapExceeded(Wei(available_wei), price_wei)
    books.standings[number] = replace(
        standing,
        balance_wei=Wei(standing.balance_wei - price_wei),
        spent_wei=Wei(standing.spent_wei + price_wei),
    )
    books.add(standing_wei=-price_wei)
    if books.sender == licence.holder:
        return 0
    return price_wei * books.settings.keeper_bps // WHOLE


def _extend(books: Books, number: int, price_wei: Wei, reward_wei: int) -> None:
    """Book the next period: it begins where the present one ends, with the fee of this block."""
    rest_wei = Wei(price_wei - reward_wei)
    fee_bps = streams.check_fee(books, rest_wei)
    ledger = books.ledgers[number]
    books.ledgers[number] = replace(
        ledger,
        paid_wei=Wei(ledger.paid_wei + price_wei),
        earned_wei=Wei(ledger.earned_wei + reward_wei),
    )
    books.add(deferred_wei=rest_wei)
    books.pay(books.sender, reward_wei, "keeper_reward")
    term = books.periods[number]
    if books.licences[number].state == L.GRACE:
        streams.begin(books, number, rest_wei, fee_bps, term.ends_at)
        licences.go(books, number, "renew", L.ACTIVE)
    else:
        books.periods[number] = replace(term, next_price_wei=rest_wei, next_fee_bps=fee_bps)


def roll(books: Books, number: int) -> None:
    """Begin the period that was paid ahead."""
    term = books.periods[number]
    streams.begin(books, number, term.next_price_wei, Bps(term.next_fee_bps), term.ends_at)
