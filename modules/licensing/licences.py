"""
What a licence's holder may do: use it, seat people, let apps in, hand it on, give it up.

    holder | seat | app --use--> purpose and app allowed, quota left --> the audit trail
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Address, Hash32, Wei
from modules.licensing import deadlines, streams, subscriptions
from modules.licensing.clocks import clock_s, late_fee_wei, state_of
from modules.licensing.events import (
    AppDelegated,
    LateFeeTaken,
    LicenceMoved,
    LicenceTransferred,
    SeatChanged,
    Used,
)
from modules.licensing.machines import HOLDER, LICENCE, OWNER, STORED_LIVE, USER, VALID
from modules.licensing.records import (
    DELEGATES_MAX,
    Kind,
    Licence,
    LicenceState,
    RevocationState,
    Terms,
    Use,
)
from modules.licensing.refusals import (
    AccountInvalid,
    AppForbidden,
    NoSeatFree,
    NothingChanged,
    NotRental,
    NotTransferable,
    PurposeForbidden,
    QuotaExceeded,
    ReceiptMissing,
    TooManyApps,
    UnknownLicence,
)

if TYPE_CHECKING:
    from modules.licensing.books import Books

L = LicenceState
UNDER_NOTICE = (RevocationState.NOTICE, RevocationState.APPEALED)


def licence_of(books: Books, number: int) -> Licence:
    """Return a licence; raises UnknownLicence."""
    licence = books.licences[number]
    if licence.state == L.NOTHING:
        raise UnknownLicence(number)
    return licence


def roles(books: Books, number: int) -> tuple[str, ...]:
    """Return the sender's roles towards a licence."""
    licence, sender = books.licences[number], books.sender
    found = []
    if sender == licence.holder:
        found.append(HOLDER)
    if books.assets[licence.asset].owner == sender:
        found.append(OWNER)
    if sender in books.seats[number] or sender in books.delegates[number]:
        found.append(USER)
    return tuple(found)


def enter(books: Books, name: str, number: int) -> Licence:
    """Do what is due for a licence; then return it if the table lets the caller go on."""
    deadlines.touch(books, number)
    LICENCE.enter(name, state_of(books, number), roles(books, number))
    return books.licences[number]


def settle(books: Books, number: int) -> None:
    """Do what is overdue for a licence, on anybody's word, and pay out what is earned by now."""
    LICENCE.enter("settle", state_of(books, number), roles(books, number))
    deadlines.touch(books, number)
    if books.licences[number].state in STORED_LIVE:
        streams.settle(books, number)


def tell(books: Books, number: int, before: L, after: L, reason: str) -> None:
    """Say that a licence moved."""
    books.emit(LicenceMoved(number, before, after, reason))


def go(books: Books, number: int, name: str, target: L) -> None:
    """Bring a licence to another state."""
    licence, before = books.licences[number], state_of(books, number)
    state = LICENCE.move(name, before, target)
    books.licences[number] = replace(licence, state=state)
    tell(books, number, before, state, name)


def end(books: Books, number: int, name: str, target: L, reason: str = "") -> None:
    """End a licence: deposit less late fee and standing coins go back."""
    licence = books.licences[number]
    # What was suspended or voided ends from the state that is stored.
    before = licence.state if name in ("term_ends", "voided") else state_of(books, number)
    state = LICENCE.move(name, before, target)
    fee_wei = late_fee_wei(books, number) if licence.state in STORED_LIVE else 0
    books.licences[number] = replace(licence, state=state, deposit_wei=Wei(0))
    if licence.deposit_wei:
        books.add(deposits_wei=-licence.deposit_wei)
        books.pay(licence.payer, licence.deposit_wei - fee_wei, "deposit_returned")
    if fee_wei:
        streams.income(books, number, fee_wei)
        books.emit(LateFeeTaken(number, Wei(fee_wei)))
    subscriptions.return_standing(books, number)
    tell(books, number, before, state, reason or name)


def use(books: Books, number: int, count: int, purpose: int, app: Hash32, receipt: Hash32) -> None:
    """Write a use down; raises where quota, purpose or app do not allow it."""
    licence = enter(books, "use", number)
    terms = books.terms[licence.offer]
    check_use(terms, purpose, app)
    if receipt == ZERO_HASH:
        raise ReceiptMissing(number)
    left = terms.uses - licence.used if terms.uses else count
    if not 1 <= count <= left or count >= 2**128:
        raise QuotaExceeded(left, count)
    books.licences[number] = replace(licence, used=licence.used + count)
    now_s = books.block.time_s
    books.uses[number].append(Use(books.sender, now_s, count, purpose, app, receipt))
    books.emit(Used(number, books.sender, count, purpose, app, receipt))
    if terms.uses and count == left:
        streams.finish(books, number, books.periods[number].price_wei)
        end(books, number, "use", L.EXHAUSTED)


def check_use(terms: Terms, purpose: int, app: Hash32) -> None:
    """Raise PurposeForbidden or AppForbidden."""
    if not 0 <= purpose < 256 or not terms.purposes >> purpose & 1:
        raise PurposeForbidden(purpose)
    if terms.apps and app not in terms.apps:
        raise AppForbidden(app)


def is_valid(books: Books, number: int, account: Address, purpose: int, app: Hash32) -> bool:
    """Whether an account may use the data now, for a purpose, in an app; reads only."""
    licence, terms = books.licences[number], books.terms[books.licences[number].offer]
    is_user = account == licence.holder or account in books.seats[number]
    if not is_user and account not in books.delegates[number]:
        return False
    if state_of(books, number) not in VALID or not 0 <= purpose < 256:
        return False
    ends_at = valid_until(books, number)
    is_running = ends_at == 0 or clock_s(books, licence.asset) < ends_at
    is_allowed = bool(terms.purposes >> purpose & 1) and (not terms.apps or app in terms.apps)
    return is_running and is_allowed and (terms.uses == 0 or licence.used < terms.uses)


def valid_until(books: Books, number: int) -> int:
    """Return when a licence ends on its asset's clock if nobody renews it; 0 for never."""
    licence, term = books.licences[number], books.periods[number]
    terms = books.terms[licence.offer]
    if term.ends_at == 0:
        return 0
    paid_ahead = terms.duration_s if term.next_price_wei else 0
    grace = terms.grace_s if licence.state in (L.ACTIVE, L.GRACE) else 0
    return term.ends_at + paid_ahead + grace


def assign_seat(books: Books, number: int, account: Address) -> None:
    """Let somebody use the licence in one of its seats."""
    licence = enter(books, "assign_seat", number)
    terms, seats = books.terms[licence.offer], books.seats[number]
    if account == ZERO_ADDRESS:
        raise AccountInvalid(account)
    if account in seats:
        raise NothingChanged(number)
    if len(seats) >= terms.seats:
        raise NoSeatFree(terms.seats)
    seats.add(account)
    books.emit(SeatChanged(number, account, True))


def unassign_seat(books: Books, number: int, account: Address) -> None:
    """Take a seat back."""
    enter(books, "unassign_seat", number)
    if account not in books.seats[number]:
        raise NothingChanged(number)
    books.seats[number].discard(account)
    books.emit(SeatChanged(number, account, False))


def delegate_app(books: Books, number: int, app: Address, is_allowed: bool) -> None:
    """Let an app's account write uses for the holder, or do so no more."""
    enter(books, "delegate_app", number)
    found = books.delegates[number]
    if app == ZERO_ADDRESS:
        raise AccountInvalid(app)
    if (app in found) == is_allowed:
        raise NothingChanged(number)
    if not is_allowed:
        found.discard(app)
    elif len(found) >= DELEGATES_MAX:
        raise TooManyApps(DELEGATES_MAX)
    else:
        found.add(app)
    books.emit(AppDelegated(number, app, is_allowed))


def transfer(books: Books, number: int, target: Address) -> None:
    """
    Hand a licence on: time, quota and price go with it; seats, apps and standing coins do not.

    Refunds go to the new holder from now on, but to a sponsor where one paid.
    """
    licence = enter(books, "transfer_licence", number)
    terms = books.terms[licence.offer]
    is_bound = books.revocations[number].state in UNDER_NOTICE
    if not terms.is_transferable or is_bound:
        raise NotTransferable(number)
    if target in (ZERO_ADDRESS, books.address, licence.holder):
        raise AccountInvalid(target)
    if terms.policy:
        books.gate.admit(terms.policy, target)
    subscriptions.return_standing(books, number)
    payer = target if licence.payer == licence.holder else licence.payer
    books.licences[number] = replace(licence, holder=target, payer=payer)
    books.licences_by[licence.holder].discard(number)
    books.licences_by[target].add(number)
    for accounts in (books.seats[number], books.delegates[number]):
        for account in tuple(accounts):
            accounts.discard(account)
    books.emit(LicenceTransferred(number, licence.holder, target))


def return_rental(books: Books, number: int, proof: Hash32) -> None:
    """Say as the borrower that the data is given back or deleted; the term's price is earned."""
    licence = enter(books, "return_rental", number)
    if books.terms[licence.offer].kind != Kind.RENTAL:
        raise NotRental(number)
    if proof == ZERO_HASH:
        raise ReceiptMissing(number)
    now_s = books.block.time_s
    books.uses[number].append(Use(books.sender, now_s, 0, 0, ZERO_HASH, proof))
    streams.finish(books, number, books.periods[number].price_wei)
    end(books, number, "return_rental", L.RETURNED)
