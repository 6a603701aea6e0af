"""
Questions before a jury: about a tag, against a tag, against a revocation.

    open_case --> OPEN --ruling--> UPHELD: who brought it was right | DISMISSED
                    +--no ruling in time--> LAPSED: nothing changes
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from eth_hash.auto import keccak

from chain.kit.usage import tell
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Address, Bps, Hash32, Seconds, Wei
from modules.licensing import deadlines, disputes, revocations
from modules.licensing.events import Disputed, Judged
from modules.licensing.machines import CASE
from modules.licensing.records import VALUE_WEI_MAX, WHOLE, Case, CaseKind, CaseState, Tag
from modules.licensing.refusals import EvidenceInvalid

if TYPE_CHECKING:
    from modules.licensing.books import Books

UPHELD_BELOW_BPS = Bps(WHOLE // 2)  # the accused keeps less than half: who brought it is right


def spend_evidence(books: Books, about: bytes, subject: int, evidence: Hash32) -> None:
    """
    Raise EvidenceInvalid for nothing, or for what was brought before to the same question.

    Elsewhere it counts as new: nobody who sees it coming can spend it on a question of its own.
    """
    key = Hash32(keccak(about.ljust(32, b"\0") + subject.to_bytes(32, "big") + evidence))
    if evidence == ZERO_HASH or books.evidence_used[key]:
        raise EvidenceInvalid(evidence)
    books.evidence_used[key] = True


def open_case(
    books: Books,
    name: str,
    kind: CaseKind,
    *,
    asset: int,
    licence: int,
    accused: Address,
    tag: Tag,
    evidence: Hash32,
    value_wei: int,
    true_owner: Address = ZERO_ADDRESS,
) -> int:
    """Bring a case for the sender, on its deposit at the verifier; returns the case's number."""
    spend_evidence(books, name.encode(), licence or asset, evidence)
    number = books.case_count + 1
    books.case_count = number
    until_s = Seconds(books.block.time_s + books.settings.verdict_timeout_s)
    state = CASE.move(name, CaseState.NOTHING, CaseState.OPEN)
    case = Case(
        kind,
        state,
        asset,
        licence,
        accused,
        books.sender,
        tag,
        true_owner,
        evidence,
        0,
        until_s,
    )
    books.cases[number] = case
    books.cases_of[asset].append(number)
    books.cases[number] = replace(case, claim=_ask_jury(books, number, case, value_wei))
    books.emit(Disputed(number, asset, books.sender, kind, tag, evidence, true_owner))
    tell(books, books.usage.note_dispute)
    deadlines.arm(books, deadlines.CASE_DUE, number)
    return number


def _ask_jury(books: Books, number: int, case: Case, value_wei: int) -> int:
    """
    Open the dispute at the verifier; nobody whom its ruling pays besides the parties judges it.

    In an appeal the module stands for the revocation, so that no verdict lifts it.
    """
    is_appeal = case.kind == CaseKind.APPEAL
    worker = books.address if is_appeal else case.accused
    at_risk_wei = Wei(min(value_wei, VALUE_WEI_MAX))
    values = (worker, case.challenger, case.evidence, at_risk_wei)
    claim = books.verifier.open_dispute(number, *values)
    paid = (case.accused, books.licences[case.licence].payer, case.true_owner)
    for account in dict.fromkeys(paid):
        if account not in (ZERO_ADDRESS, worker, case.challenger):
            books.verifier.exclude(claim, account)
    return claim


def ruled(books: Books, number: int, worker_bps: int, refund_wei: int) -> int:
    """Act on the jury's word; return what is forfeit, still held here."""
    case = books.cases[number]
    books.pay(case.challenger, refund_wei, "fee_refund")
    if case.state != CaseState.OPEN:
        return 0
    is_upheld = worker_bps < UPHELD_BELOW_BPS
    _close(books, number, "case_ruled", CaseState.UPHELD if is_upheld else CaseState.DISMISSED)
    has_lost = is_upheld != (case.kind == CaseKind.CONTEST)
    tell(books, lambda: books.usage.note_verdict(has_lost))
    if case.kind == CaseKind.APPEAL:
        revocations.ruled(books, case.licence, "appeal_ruled", is_upheld)
        return 0
    if case.kind == CaseKind.CONTEST:
        disputes.contest_over(books, case, "contest_ruled", is_upheld)
        return 0
    return disputes.dispute_over(books, case, "dispute_ruled", worker_bps, is_upheld)


def expired(books: Books, number: int) -> None:
    """End a case that nobody ruled on in time: everything stays as it was."""
    case = books.cases[number]
    _close(books, number, "case_expires", CaseState.LAPSED)
    if case.kind == CaseKind.APPEAL:
        if books.revocations[case.licence].case == number:
            revocations.lift(books, "appeal_expires", case.licence)
    elif case.kind == CaseKind.CONTEST:
        disputes.contest_over(books, case, "contest_expires", False)
    else:
        disputes.dispute_over(books, case, "dispute_expires", WHOLE, False)


def _close(books: Books, number: int, name: str, target: CaseState) -> None:
    case = books.cases[number]
    state = CASE.move(name, case.state, target)
    books.cases[number] = replace(case, state=state)
    books.emit(Judged(number, case.asset, state))
