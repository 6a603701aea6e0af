"""
What happens when a wait is over and nobody did anything: one handler for each default's name.

Silence never keeps anybody's coins: what was promised is earned, what was not goes back.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from modules.licensing import (
    annotation_batches,
    annotation_tasks,
    assets,
    cases,
    disputes,
    erasure,
    licences,
    revocations,
    sales,
    streams,
    subscriptions,
)
from modules.licensing.events import Lapsed
from modules.licensing.records import Kind, LicenceState

if TYPE_CHECKING:
    from modules.licensing.books import Books

L = LicenceState


def _term_over(books: Books, number: int) -> None:
    """End a term: all of it is earned; a period that was paid ahead begins."""
    licence, term = books.licences[number], books.periods[number]
    streams.release(books, number, term.price_wei, is_last=True)
    kind = books.terms[licence.offer].kind
    if term.next_price_wei:
        subscriptions.roll(books, number)
    elif licence.state == L.CANCELLING:
        licences.end(books, number, "term_ends", L.ENDED)
    elif kind == Kind.SUBSCRIPTION:
        licences.go(books, number, "term_ends", L.GRACE)
    elif kind == Kind.RENTAL and books.terms[licence.offer].late_fee_wei:
        licences.go(books, number, "term_ends", L.OVERDUE)
    else:
        licences.end(books, number, "term_ends", L.EXPIRED)


def _grace_over(books: Books, number: int) -> None:
    licences.end(books, number, "grace_ends", L.LAPSED)
    books.emit(Lapsed(number))


def _deposit_over(books: Books, number: int) -> None:
    licences.end(books, number, "deposit_ends", L.EXPIRED)


def _task_over(books: Books, number: int) -> None:
    annotation_tasks.close(books, number, "task_ends")


def _not_approved(books: Books, number: int) -> None:
    sales.reject(books, number, "approval_times_out")


DEFAULTS: Final[dict[str, Callable[[Books, int], None]]] = {
    "approval_times_out": _not_approved,
    "voided": revocations.voided,
    "term_ends": _term_over,
    "grace_ends": _grace_over,
    "deposit_ends": _deposit_over,
    "notice_ends": revocations.notice_over,
    "case_expires": cases.expired,
    "erasure_overdue": erasure.overdue,
    "tag_stands": disputes.tag_over,
    "bond_ends": assets.bond_over,
    "task_ends": _task_over,
    "filling_ends": annotation_batches.filling_over,
    "opening_ends": annotation_batches.opening_over,
    "review_ends": annotation_batches.review_over,
}
