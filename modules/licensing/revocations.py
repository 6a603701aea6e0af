"""
A licence taken back: by its licensor or a regulator with notice, by its holder at once.

    revoke --> NOTICE --notice over--> EFFECTIVE: the licence ends
                 +--appeal--> APPEALED --jury--> EFFECTIVE | LIFTED, also where no word comes

Breach refunds nothing and may be appealed. Without fault the rest of the price goes back; where the
price was earned at once, the licensor brings all of it with the call.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.kit.admission import NO_POLICY
from chain.types.primitives import Hash32, Seconds, Wei
from modules.licensing import cases, deadlines, licences, sales, streams
from modules.licensing.events import RevocationMoved, Revoked
from modules.licensing.machines import HOLDER, OWNER, REVOCATION, REVOKER, STORED_LIVE
from modules.licensing.maths import is_at_once
from modules.licensing.records import (
    CaseKind,
    Ground,
    Kind,
    LicenceState,
    Revocation,
    RevocationState,
    Tag,
)
from modules.licensing.refusals import GroundInvalid, NobodyMay, PaymentMismatch, ReturnExpected

if TYPE_CHECKING:
    from modules.licensing.books import Books

L, R = LicenceState, RevocationState
NOTICE = b"notice"  # what evidence of a breach is about


def enter(books: Books, name: str, number: int) -> Revocation:
    """Return a licence's revocation if the table lets the caller go on."""
    found, sender = books.revocations[number], books.sender
    pairs = ((HOLDER, books.licences[number].holder), (REVOKER, found.revoker))
    REVOCATION.enter(name, found.state, [role for role, account in pairs if account == sender])
    return found


def revoke(books: Books, number: int, ground: Ground, evidence: Hash32) -> None:
    """Give notice as the licensor; raises GroundInvalid, PaymentMismatch."""
    REVOCATION.enter("revoke", books.revocations[number].state, (OWNER,))  # whose it is follows
    licence = licences.enter(books, "revoke", number)
    if ground not in (Ground.BREACH, Ground.NO_FAULT):
        raise GroundInvalid(number)
    if ground == Ground.BREACH:
        cases.spend_evidence(books, NOTICE, number, evidence)
    pays_back = ground == Ground.NO_FAULT and is_at_once(books.terms[licence.offer])
    held_wei = books.ledgers[number].paid_wei if pays_back else Wei(0)
    if books.value_wei != held_wei:
        raise PaymentMismatch(held_wei, books.value_wei)
    books.add(held_wei=held_wei)
    _give_notice(books, "revoke", number, ground, evidence, held_wei)


def order(books: Books, number: int, evidence: Hash32) -> None:
    """Give notice by law: whom the regulator's policy admits; what is unearned goes back."""
    policy = books.settings.regulator_policy
    if policy == NO_POLICY:
        raise NobodyMay()
    REVOCATION.enter("order_revocation", books.revocations[number].state)
    licences.enter(books, "order_revocation", number)
    books.gate.admit(policy, books.sender)
    cases.spend_evidence(books, NOTICE, number, evidence)
    _give_notice(books, "order_revocation", number, Ground.REGULATORY, evidence, Wei(0))


def _give_notice(
    books: Books, name: str, number: int, ground: Ground, evidence: Hash32, held_wei: Wei
) -> None:
    until_s = Seconds(books.block.time_s + books.settings.revoke_notice_s)
    state = REVOCATION.move(name, books.revocations[number].state, R.NOTICE)
    books.revocations[number] = Revocation(
        state, ground, books.sender, evidence, until_s, held_wei, 0
    )
    books.emit(RevocationMoved(number, state, ground, until_s))
    deadlines.arm(books, deadlines.REVOCATION_DUE, number)


def withdraw(books: Books, number: int) -> None:
    """Take a revocation back as who gave the notice."""
    enter(books, "withdraw_revocation", number)
    lift(books, "withdraw_revocation", number)


def appeal(books: Books, number: int, evidence: Hash32) -> int:
    """Ask a jury as the holder, with a bond at the verifier; returns the case."""
    found = enter(books, "appeal", number)
    if found.ground == Ground.NO_FAULT:
        raise GroundInvalid(number)
    ledger = books.ledgers[number]
    case = cases.open_case(
        books,
        "appeal",
        CaseKind.APPEAL,
        asset=books.licences[number].asset,
        licence=number,
        accused=found.revoker,
        tag=Tag.NOT_THE_OWNERS,
        evidence=evidence,
        value_wei=ledger.paid_wei,
    )
    state = REVOCATION.move("appeal", found.state, R.APPEALED)
    books.revocations[number] = replace(found, state=state, case=case)
    books.emit(RevocationMoved(number, state, found.ground, found.until_s))
    return case


def lift(books: Books, name: str, number: int) -> None:
    """End a revocation without effect; what was brought for a refund goes back."""
    found = books.revocations[number]
    state = REVOCATION.move(name, found.state, R.LIFTED)
    books.revocations[number] = replace(found, state=state, held_wei=Wei(0), case=0)
    if found.held_wei:
        books.add(held_wei=-found.held_wei)
        books.pay(found.revoker, found.held_wei, "revocation_lifted")
    books.emit(RevocationMoved(number, state, found.ground, found.until_s))


def notice_over(books: Books, number: int) -> None:
    """Let a revocation take effect, unless the licence is over anyway."""
    _take_effect(books, "notice_ends", number)


def _take_effect(books: Books, name: str, number: int) -> None:
    deadlines.touch(books, number)
    if books.licences[number].state not in STORED_LIVE:
        lift(books, name, number)
        return
    found = books.revocations[number]
    state = REVOCATION.move(name, found.state, R.EFFECTIVE)
    books.revocations[number] = replace(found, state=state, held_wei=Wei(0), case=0)
    books.emit(RevocationMoved(number, state, found.ground, found.until_s))
    refund_wei = found.held_wei
    if refund_wei:
        books.add(held_wei=-refund_wei)
        books.pay(books.licences[number].payer, refund_wei, "revocation_refund")
    _end(books, number, found.ground, refund_wei)


def _end(books: Books, number: int, ground: Ground, refund_wei: int) -> None:
    is_breach = ground in (Ground.BREACH, Ground.WAIVED)
    price_wei = books.periods[number].price_wei
    earned_wei = price_wei if is_breach else streams.earned_now_wei(books, number)
    refund_wei += streams.finish(books, number, earned_wei)
    name = "waive" if ground == Ground.WAIVED else "revoked"
    name = "voided" if ground == Ground.ASSET_VOID else name
    licences.end(books, number, name, L.REVOKED)
    books.emit(Revoked(number, ground, Wei(refund_wei)))


def ruled(books: Books, number: int, name: str, is_upheld: bool) -> None:
    """Hear the jury on an appeal: upheld, the licence stays."""
    if books.revocations[number].state != R.APPEALED:
        return
    if is_upheld:
        lift(books, name, number)
    else:
        _take_effect(books, name, number)


def voided(books: Books, number: int) -> None:
    """End a licence whose asset is void: what was unearned then goes back."""
    _end(books, number, Ground.ASSET_VOID, 0)


def waive(books: Books, number: int) -> None:
    """Give a licence up as its holder: its price is earned, its deposit goes back."""
    licence = licences.enter(books, "waive", number)
    if licence.state == L.PENDING:
        sales.reject(books, number, "waive")
    elif books.terms[licence.offer].kind == Kind.RENTAL:
        raise ReturnExpected(number)
    else:
        _end(books, number, Ground.WAIVED, 0)
