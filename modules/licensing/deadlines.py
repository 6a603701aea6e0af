"""
What the chain does by itself: every wait ends at a time, with its default.

    licence, revocation, case, asset, task, batch --due--> (time, default)    one entry for each

An entry may come too early, where the time moved on meanwhile; then it is set again. One of a
licence that was suspended may come up to a day late. Calls first do what is due for the licence
they touch and set an entry that comes in time, so neither that nor a crowded queue changes what is
anybody's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from chain.types.primitives import Seconds
from modules.licensing.annotation_records import BatchState, TaskState
from modules.licensing.clocks import clock_s, late_s, not_before
from modules.licensing.machines import STORED_LIVE
from modules.licensing.records import (
    AssetState,
    CaseState,
    LicenceState,
    RevocationState,
    TagState,
)

if TYPE_CHECKING:
    from modules.licensing.books import Books

L = LicenceState
Due = tuple[int, str]  # block time, 0 for never; the default's name
LICENCE_DUE, REVOCATION_DUE, CASE_DUE, ASSET_DUE = 1, 2, 3, 4  # kinds of timers
TASK_DUE, BATCH_DUE = 5, 6
STEPS_MAX: Final = 4  # defaults that one touch catches up with
RECHECK_S: Final = 86_400  # seconds after which a suspended licence is looked at again
NEVER: Final[Due] = (0, "")


def licence_due(books: Books, number: int) -> Due:
    """Return the next deadline of a licence."""
    licence = books.licences[number]
    if licence.state == L.PENDING:
        span_s = licence.until_s - licence.bought_s
        return not_before(books, licence.until_s, span_s), "approval_times_out"
    if licence.state not in STORED_LIVE:
        return NEVER
    overlay, now_s = books.overlays[licence.asset], books.block.time_s
    if overlay.void_s:
        return now_s, "voided"
    ends_at = books.periods[number].ends_at
    if ends_at == 0:
        return NEVER
    due_s, name = _end_of(books, number, now_s + ends_at - clock_s(books, licence.asset))
    if overlay.tag == TagState.TAGGED:
        return now_s + max(RECHECK_S, due_s - now_s), name
    return due_s, name


def _end_of(books: Books, number: int, term_ends_s: int) -> Due:
    """Return when a state ends, in block time, as if the asset's clock ran."""
    licence = books.licences[number]
    terms = books.terms[licence.offer]
    if licence.state == L.GRACE:
        return not_before(books, term_ends_s + terms.grace_s, terms.grace_s), "grace_ends"
    if licence.state == L.OVERDUE:
        paid_s = -(-licence.deposit_wei // terms.late_fee_wei)
        return books.block.time_s + paid_s - late_s(books, number), "deposit_ends"
    return term_ends_s, "term_ends"


def revocation_due(books: Books, number: int) -> Due:
    """Return when a notice is over; an appeal waits for its case."""
    found = books.revocations[number]
    if found.state != RevocationState.NOTICE:
        return NEVER
    return not_before(books, found.until_s, books.settings.revoke_notice_s), "notice_ends"


def case_due(books: Books, number: int) -> Due:
    """Return when a case is not waited for any more."""
    case = books.cases[number]
    if case.state != CaseState.OPEN:
        return NEVER
    return not_before(books, case.until_s, books.settings.verdict_timeout_s), "case_expires"


def asset_due(books: Books, number: int) -> Due:
    """Return the next deadline of an asset: an erasure's, a tag's, its bond's."""
    asset, overlay = books.assets[number], books.overlays[number]
    erased, limits = books.erasures[number], books.settings
    found: list[Due] = []
    is_pending = erased.requested_s != 0 and not erased.is_settled
    if is_pending:
        until_s = not_before(books, erased.until_s, limits.erasure_s)
        found.append((until_s, "erasure_overdue"))
    if overlay.tag == TagState.TAGGED and not overlay.case:
        until_s = not_before(books, overlay.until_s, limits.tag_timeout_s)
        found.append((until_s, "tag_stands"))
    is_free = overlay.tag == TagState.CLEAN and not is_pending
    if asset.state == AssetState.RETIRED and asset.bond_wei and is_free:
        found.append((asset.bond_until_s, "bond_ends"))
    return min(found, default=NEVER)


BATCH_ENDS: Final = {
    BatchState.FILLING: "filling_ends",
    BatchState.OPENING: "opening_ends",
    BatchState.REVIEW: "review_ends",
}


def task_due(books: Books, number: int) -> Due:
    """Return when a task gives out no more batches."""
    if books.tasks[number].state != TaskState.OPEN:
        return NEVER
    return books.task_terms[number].ends_s, "task_ends"


def batch_due(books: Books, key: int) -> Due:
    """Return when a batch goes on without those who did not act."""
    batch = books.batches[key]
    if batch.state not in BATCH_ENDS:
        return NEVER
    return not_before(books, batch.until_s, batch.span_s), BATCH_ENDS[batch.state]


DUE: Final[dict[int, Callable[[Books, int], Due]]] = {
    LICENCE_DUE: licence_due,
    REVOCATION_DUE: revocation_due,
    CASE_DUE: case_due,
    ASSET_DUE: asset_due,
    TASK_DUE: task_due,
    BATCH_DUE: batch_due,
}


def arm(books: Books, kind: int, number: int) -> None:
    """Have the chain look at something in time; an entry that comes early enough serves."""
    _arm(books, kind, number, DUE[kind](books, number)[0])


def _arm(books: Books, kind: int, number: int, at: int) -> None:
    entry = books.timer_at[kind, number]
    if at == 0 or books.block.time_s < entry <= at:
        return
    at = max(at, books.block.time_s + 1)
    books.timers.set(at, kind, number)
    books.timer_at[kind, number] = Seconds(at)


def wake(books: Books, kind: int, number: int) -> None:
    """Do what is due, if its time has come, and set the next entry."""
    entry = books.timer_at[kind, number]
    if entry == 0 or books.block.time_s < entry:
        return  # an older entry; the one that counts comes later
    books.timer_at[kind, number] = Seconds(0)
    catch_up(books, kind, number)


def catch_up(books: Books, kind: int, number: int) -> None:
    """Do what is overdue, a few steps at most, and have the chain look again in time."""
    for _ in range(STEPS_MAX):
        at, name = DUE[kind](books, number)
        if not 0 < at <= books.block.time_s:
            _arm(books, kind, number, at)
            return
        books.do_default(name, number)
    arm(books, kind, number)


def touch(books: Books, number: int) -> None:
    """Bring a licence up to this block before a call looks at it."""
    catch_up(books, LICENCE_DUE, number)
