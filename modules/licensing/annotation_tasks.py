"""
Tasks: funded whole, joined with a bond, closed when all is settled.

    post_task --> OPEN --all batches settled, or closed and none live--> CLOSED, the rest refunded
    annotator --join_task--> member, bonded --leave_task, no live seat--> the bond
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.kit.admission import NO_POLICY
from chain.kit.usage import tell
from chain.types.primitives import ZERO_HASH, Address, Wei
from modules.licensing import annotation_batches, deadlines
from modules.licensing.annotation_events import (
    AnnotatorJoined,
    AnnotatorLeft,
    AnnotatorPenalised,
    TaskMoved,
    TaskPosted,
    TaskRefunded,
)
from modules.licensing.annotation_machines import MEMBER, REQUESTER, TASK
from modules.licensing.annotation_records import (
    BATCHES_MAX,
    ITEMS_MAX,
    LABELS_MAX,
    OVERLAP_MAX,
    SCAN_MAX,
    BatchState,
    SeatState,
    Task,
    TaskState,
    TaskTerms,
)
from modules.licensing.annotation_refusals import (
    BudgetMismatch,
    OwnTask,
    SeatsLive,
    StakeMismatch,
    TaskInvalid,
    UnknownTask,
)
from modules.licensing.records import PRICE_WEI_MAX, WHOLE
from modules.licensing.refusals import FeeRoundsToZero, UnknownPolicy

if TYPE_CHECKING:
    from modules.licensing.books import Books

T = TaskState


def task_of(books: Books, number: int) -> Task:
    """Return a task; raises UnknownTask."""
    task = books.tasks[number]
    if task.state == T.NOTHING:
        raise UnknownTask(number)
    return task


def enter(books: Books, name: str, number: int) -> Task:
    """Return a task if the table lets the caller make this call."""
    task = books.tasks[number]
    roles = [REQUESTER] if task.requester == books.sender else []
    if books.annotators[number, books.sender].is_member:
        roles.append(MEMBER)
    TASK.enter(name, task.state, roles)
    return task


def budget_of(terms: TaskTerms) -> int:
    """Return what a task pays at most, in wei."""
    return terms.batches * (terms.awards or terms.overlap) * terms.pay_wei


def post(books: Books, terms: TaskTerms) -> int:
    """Open a task with exactly the pay of all its batches; returns its number."""
    check_terms(books, terms)
    if terms.policy != NO_POLICY and not books.gate.has_policy(terms.policy):
        raise UnknownPolicy(terms.policy)
    budget_wei = budget_of(terms)
    if books.value_wei != budget_wei:
        raise BudgetMismatch(Wei(budget_wei), books.value_wei)
    limits = books.settings
    fee_bps = limits.protocol_fee_bps
    if fee_bps and terms.pay_wei * fee_bps < WHOLE:
        raise FeeRoundsToZero(terms.pay_wei)
    number = books.task_count + 1
    books.task_count = number
    state = TASK.move("post_task", T.NOTHING, T.OPEN)
    penalties = (limits.missed_seat_bps, limits.cheat_seat_bps)
    books.tasks[number] = Task(
        books.sender, state, Wei(budget_wei), Wei(0), fee_bps, 0, 0, 0, *penalties
    )
    books.task_terms[number] = terms
    books.tasks_by[books.sender].append(number)
    books.add_annotation(budgets_wei=budget_wei)
    books.emit(TaskPosted(number, books.sender, terms.guide, Wei(budget_wei)))
    deadlines.arm(books, deadlines.TASK_DUE, number)
    return number


def check_terms(books: Books, terms: TaskTerms) -> None:
    """Raise TaskInvalid where a task asks for what cannot be."""
    is_bounty = terms.awards > 0
    limits = books.settings
    now_s, longest_s = books.block.time_s, limits.task_s_max
    bounds = (
        ("guide", int(terms.guide != ZERO_HASH), 1, 1),
        ("items_root", int(terms.items_root != ZERO_HASH), 1, 1),
        ("batches", terms.batches, 1, 1 if is_bounty else BATCHES_MAX),
        ("items", terms.items, 1, ITEMS_MAX),
        ("labels", terms.labels, 1 if is_bounty else 2, LABELS_MAX),
        ("overlap", terms.overlap, 1 if is_bounty else 2, OVERLAP_MAX),
        ("awards", terms.awards, 0, terms.overlap),
        ("pay_wei", terms.pay_wei, max(1, limits.min_payment_wei), PRICE_WEI_MAX),
        ("bond_wei", terms.bond_wei, 0, PRICE_WEI_MAX),
        ("gold_root", int(terms.gold_root != ZERO_HASH), 0, 0 if is_bounty else 1),
        ("gold_min_bps", terms.gold_min_bps, 0, WHOLE),
        ("agreement_min_bps", terms.agreement_min_bps, 0, WHOLE),
        ("answer_s", terms.answer_s, 1, longest_s),
        ("open_s", terms.open_s, 1, longest_s),
        ("review_s", terms.review_s, 1, longest_s),
        ("ends_s", terms.ends_s, now_s + 1, now_s + longest_s),
    )
    for field, found, minimum, maximum in bounds:
        if not minimum <= found <= maximum:
            raise TaskInvalid(field, minimum, maximum, found)


def join(books: Books, number: int) -> None:
    """Put down the task's bond, or what is missing of it; whom its policy admits."""
    task = enter(books, "join_task", number)
    terms, member = books.task_terms[number], books.annotators[number, books.sender]
    if task.requester == books.sender:
        raise OwnTask(number)
    missing_wei = Wei(terms.bond_wei - member.bond_wei)
    if books.value_wei != missing_wei:
        raise StakeMismatch(missing_wei, books.value_wei)
    if terms.policy != NO_POLICY:
        books.gate.admit(terms.policy, books.sender)
    after = replace(member, bond_wei=terms.bond_wei, is_member=True)
    books.annotators[number, books.sender] = after
    books.members_of[number].add(books.sender)
    books.add_annotation(bonds_wei=missing_wei)
    books.emit(AnnotatorJoined(number, books.sender, terms.bond_wei))


def leave(books: Books, number: int) -> None:
    """Take the bond back; raises SeatsLive while anything is not settled."""
    enter(books, "leave_task", number)
    member = books.annotators[number, books.sender]
    if member.live:
        raise SeatsLive(member.live)
    after = replace(member, bond_wei=Wei(0), is_member=False)
    books.annotators[number, books.sender] = after
    books.members_of[number].discard(books.sender)
    books.add_annotation(bonds_wei=-member.bond_wei)
    books.pay(books.sender, member.bond_wei, "annotator_bond")
    books.emit(AnnotatorLeft(number, books.sender, member.bond_wei))


def penalise(
    books: Books, number: int, annotator: Address, state: SeatState, share_bps: int
) -> None:
    """Take a share of the task's bond from an annotator, for the community."""
    member = books.annotators[number, annotator]
    asked_wei = books.task_terms[number].bond_wei * share_bps // WHOLE
    lost_wei = min(member.bond_wei, asked_wei)
    if lost_wei:
        left_wei = Wei(member.bond_wei - lost_wei)
        books.annotators[number, annotator] = replace(member, bond_wei=left_wei)
        books.add_annotation(bonds_wei=-lost_wei)
        books.pay(books.treasury.address, lost_wei, "annotator_penalty")
        books.emit(AnnotatorPenalised(number, annotator, Wei(lost_wei), state))


def close(books: Books, number: int, name: str) -> None:
    """Give out nothing more; close where nothing is out."""
    task = books.tasks[number]
    target = T.CLOSING if task.live else T.CLOSED
    _move(books, number, name, target)
    if target == T.CLOSED:
        _refund(books, number)


def batch_over(books: Books, number: int, batch: int, *, is_settled: bool) -> None:
    """Count a batch that is settled or empty again; close where it was the last."""
    task, terms = books.tasks[number], books.task_terms[number]
    settled = task.settled + is_settled
    first = task.first_open if is_settled else min(task.first_open, batch)
    books.tasks[number] = replace(task, live=task.live - 1, settled=settled, first_open=first)
    is_last = task.state == T.CLOSING and task.live == 1
    if is_last or settled == terms.batches:
        _move(books, number, "batch_ends", T.CLOSED)
        _refund(books, number)


def _move(books: Books, number: int, name: str, target: TaskState) -> None:
    before = books.tasks[number]
    state = TASK.move(name, before.state, target)
    books.tasks[number] = replace(before, state=state)
    books.emit(TaskMoved(number, before.state, state, name))


def _refund(books: Books, number: int) -> None:
    task = books.tasks[number]
    books.tasks[number] = replace(task, budget_wei=Wei(0))
    books.add_annotation(budgets_wei=-task.budget_wei)
    books.pay(task.requester, task.budget_wei, "task_refund")
    books.emit(TaskRefunded(number, task.requester, task.budget_wei))
    if task.budget_wei:
        tell(books, lambda: books.usage.note_refund(task.requester, task.budget_wei))


def find_seat(books: Books, number: int) -> int | None:
    """Return the next batch with a seat for the sender, in order; None where there is none."""
    task, terms = books.tasks[number], books.task_terms[number]
    last, is_front = min(terms.batches, task.first_open + SCAN_MAX), True
    for batch in range(task.first_open, last):
        key = annotation_batches.key_of(number, batch)
        state = books.batches[key].state
        is_free = state in (BatchState.EMPTY, BatchState.FILLING)
        if is_free and len(books.batch_seats[key]) < terms.overlap:
            if books.seat_of[key, books.sender] == 0:
                return batch
            is_front = False
        elif is_front and batch == books.tasks[number].first_open:
            books.tasks[number] = replace(books.tasks[number], first_open=batch + 1)
    return None
