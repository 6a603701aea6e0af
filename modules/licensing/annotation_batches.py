"""
Batches: seats taken in order of arrival, answers sealed, then opened, then paid for.

    EMPTY --take--> FILLING --all sealed, or time--> OPENING --all opened, or time--> REVIEW
        REVIEW --gold, accept, pick, or silence--> SETTLED: paid | unpaid | cheat
    a batch that nobody answered is EMPTY again

Nobody sees answers before all are sealed, nor gold before all are opened. Silence of the requester
pays everybody who opened.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from eth_hash.auto import keccak

from chain.kit.merkle import leaf_of, proves
from chain.kit.usage import Leg, legs_of, tell
from chain.types.primitives import ZERO_HASH, Address, Bps, Hash32, Seconds, Wei
from modules.licensing import annotation_tasks, deadlines
from modules.licensing.annotation_events import (
    AnswersOpened,
    AnswersSealed,
    BatchMoved,
    BatchTaken,
    SeatSettled,
)
from modules.licensing.annotation_machines import BATCH, REQUESTER, SEATED
from modules.licensing.annotation_records import (
    BATCH_BITS,
    GOLDS_MAX,
    Batch,
    BatchState,
    Gold,
    Seat,
    SeatState,
)
from modules.licensing.annotation_refusals import (
    AlreadySealed,
    AnswersInvalid,
    BondTooLow,
    GoldInvalid,
    NoBatchFree,
    NotBounty,
    PickInvalid,
    SealBroken,
    SealMissing,
    UnknownBatch,
)
from modules.licensing.annotation_scores import agreement, gold_score, ranking, valid_golds
from modules.licensing.records import WHOLE

if TYPE_CHECKING:
    from modules.licensing.books import Books

B, S = BatchState, SeatState


def key_of(task: int, batch: int) -> int:
    """Return what a batch is stored and timed under."""
    return task << BATCH_BITS | batch


def split_key(key: int) -> tuple[int, int]:
    """Return the task and the batch of a key."""
    return key >> BATCH_BITS, key % (1 << BATCH_BITS)


def answers_seal(
    task: int, batch: int, annotator: Address, answers: bytes, report: Hash32, salt: Hash32
) -> Hash32:
    """Return what an annotator commits to: its answers at one batch, and nobody else's."""
    numbers = task.to_bytes(32, "big") + batch.to_bytes(32, "big")
    return Hash32(keccak(b"kumiai.answers" + numbers + annotator + report + salt + keccak(answers)))


def gold_leaf(batch: int, golds: Sequence[Gold], salt: Hash32) -> Hash32:
    """Return the leaf of one batch's gold questions under a task's `gold_root`."""
    pairs = b"".join(bytes((gold.item, gold.label)) for gold in golds)
    return leaf_of(Hash32(keccak(b"kumiai.gold" + batch.to_bytes(32, "big") + salt + pairs)))


def known_key(books: Books, task: int, batch: int) -> int:
    """Return the key of a batch; raises UnknownTask, UnknownBatch."""
    annotation_tasks.task_of(books, task)
    if not 0 <= batch < books.task_terms[task].batches:
        raise UnknownBatch(task, batch)
    return key_of(task, batch)


def catch_up(books: Books, task: int, batch: int) -> int:
    """Do what is overdue for a batch; return its key."""
    key = known_key(books, task, batch)
    deadlines.catch_up(books, deadlines.BATCH_DUE, key)
    return key


def enter(books: Books, name: str, task: int, batch: int) -> int:
    """Do what is due for a batch; return its key if the table lets the caller go on."""
    key = catch_up(books, task, batch)
    roles = [REQUESTER] if books.tasks[task].requester == books.sender else []
    if books.seat_of[key, books.sender]:
        roles.append(SEATED)
    BATCH.enter(name, books.batches[key].state, roles)
    return key


def take(books: Books, task: int) -> int:
    """Take the next free seat as a member with the whole bond; returns the batch."""
    annotation_tasks.enter(books, "take_batch", task)
    terms, member = books.task_terms[task], books.annotators[task, books.sender]
    if member.bond_wei < terms.bond_wei:
        raise BondTooLow(terms.bond_wei, member.bond_wei)
    batch = annotation_tasks.find_seat(books, task)
    if batch is None:
        raise NoBatchFree(task)
    key = key_of(task, batch)
    if books.batches[key].state == B.EMPTY:
        found = books.tasks[task]
        books.tasks[task] = replace(found, live=found.live + 1)
    books.batch_seats[key].append(
        Seat(books.sender, S.TAKEN, ZERO_HASH, ZERO_HASH, b"", Bps(0), Bps(0), Wei(0))
    )
    books.seat_of[key, books.sender] = len(books.batch_seats[key])
    books.annotators[task, books.sender] = replace(member, live=member.live + 1)
    books.emit(BatchTaken(task, batch, books.sender))
    _go(books, key, "take_batch", B.FILLING, terms.answer_s)
    return batch


def _go(books: Books, key: int, name: str, target: BatchState, span_s: int) -> None:
    """Bring a batch to a state for some time at most; 0 for no wait."""
    before = books.batches[key]
    state = BATCH.move(name, before.state, target)
    until_s = Seconds(books.block.time_s + span_s if span_s else 0)
    books.batches[key] = replace(before, state=state, until_s=until_s, span_s=Seconds(span_s))
    books.emit(BatchMoved(*split_key(key), before.state, state, until_s, name))
    deadlines.arm(books, deadlines.BATCH_DUE, key)


def _seat(books: Books, key: int) -> tuple[int, Seat]:
    """Return the sender's seat and its position."""
    index = books.seat_of[key, books.sender] - 1
    return index, books.batch_seats[key][index]


def seal(books: Books, task: int, batch: int, commitment: Hash32) -> None:
    """Commit to answers; the last seal of a full batch begins the opening."""
    key = enter(books, "seal_answers", task, batch)
    index, seat = _seat(books, key)
    if seat.state != S.TAKEN:
        raise AlreadySealed(batch)
    if commitment == ZERO_HASH:
        raise SealMissing(batch)
    books.batch_seats[key][index] = replace(seat, state=S.SEALED, seal=commitment)
    found, terms = books.batches[key], books.task_terms[task]
    books.batches[key] = replace(found, sealed=found.sealed + 1)
    books.emit(AnswersSealed(task, batch, books.sender, commitment))
    if found.sealed + 1 == terms.overlap:
        _go(books, key, "seal_answers", B.OPENING, terms.open_s)


def open_answers(
    books: Books, task: int, batch: int, answers: bytes, report: Hash32, salt: Hash32
) -> None:
    """Show what was sealed; the last of all begins the review."""
    key = enter(books, "open_answers", task, batch)
    index, seat = _seat(books, key)
    terms = books.task_terms[task]
    if seat.state != S.SEALED:
        raise AlreadySealed(batch)
    if len(answers) != terms.items or max(answers) >= terms.labels:
        raise AnswersInvalid(terms.items, len(answers))
    found = answers_seal(task, batch, books.sender, answers, report, salt)
    if found != seat.seal:
        raise SealBroken(seat.seal, found)
    if terms.awards and report == ZERO_HASH:
        raise SealMissing(batch)
    books.batch_seats[key][index] = replace(seat, state=S.OPENED, answers=answers, report=report)
    before = books.batches[key]
    books.batches[key] = replace(before, opened=before.opened + 1)
    books.emit(AnswersOpened(task, batch, books.sender, answers, report))
    if before.opened + 1 == before.sealed:
        _go(books, key, "open_answers", B.REVIEW, terms.review_s)


def open_gold(
    books: Books,
    task: int,
    batch: int,
    golds: tuple[Gold, ...],
    salt: Hash32,
    path: tuple[Hash32, ...],
) -> None:
    """Show a batch's gold questions as the requester: who fails them is not paid."""
    key = enter(books, "open_gold", task, batch)
    terms = books.task_terms[task]
    items = {gold.item for gold in golds}
    is_sound = len(items) == len(golds) and 0 < len(golds) <= GOLDS_MAX
    if not is_sound or any(
        gold.item >= terms.items or gold.label >= terms.labels for gold in golds
    ):
        raise GoldInvalid(batch)
    if not proves(terms.gold_root, gold_leaf(batch, golds, salt), batch, path):
        raise GoldInvalid(batch)
    _settle(books, key, "open_gold", golds, is_silent=False)


def accept(books: Books, task: int, batch: int) -> None:
    """Pay a batch by agreement as the requester, without asking for gold."""
    key = enter(books, "accept_batch", task, batch)
    if books.task_terms[task].awards:
        raise NotBounty(task)
    _settle(books, key, "accept_batch", (), is_silent=False)


def pick(books: Books, task: int, batch: int, winners: tuple[int, ...]) -> None:
    """Award a bounty as the requester to so many of those who opened, by their seats."""
    key = enter(books, "pick_awards", task, batch)
    terms = books.task_terms[task]
    if not terms.awards:
        raise NotBounty(task)
    opened = _opened(books, key)
    awards = min(terms.awards, len(opened))
    if len(set(winners)) != len(winners) or len(winners) != awards:
        raise PickInvalid(awards, len(winners))
    if not set(winners) <= set(opened):
        raise PickInvalid(awards, len(winners))
    _award(books, key, "pick_awards", winners)


def filling_over(books: Books, key: int) -> None:
    """Go on with those who sealed, or begin again where nobody did."""
    task, _ = split_key(key)
    _miss(books, key, S.TAKEN)
    if books.batches[key].sealed:
        _go(books, key, "filling_ends", B.OPENING, books.task_terms[task].open_s)
    else:
        _empty(books, key, "filling_ends")


def opening_over(books: Books, key: int) -> None:
    """Go on with those who opened, or begin again where nobody did."""
    task, _ = split_key(key)
    _miss(books, key, S.SEALED)
    if books.batches[key].opened:
        _go(books, key, "opening_ends", B.REVIEW, books.task_terms[task].review_s)
    else:
        _empty(books, key, "opening_ends")


def review_over(books: Books, key: int) -> None:
    """Pay everybody who opened in full, or a bounty's best by agreement: nobody said no."""
    task, _ = split_key(key)
    terms = books.task_terms[task]
    if not terms.awards:
        _settle(books, key, "review_ends", (), is_silent=True)
        return
    opened = _opened(books, key)
    answers = [books.batch_seats[key][index].answers for index in opened]
    scores = [agreement(answers, position) for position in range(len(answers))]
    best = ranking(scores)[: terms.awards]
    _award(books, key, "review_ends", tuple(opened[position] for position in best))


def _opened(books: Books, key: int) -> list[int]:
    """Return the positions of seats that opened their answers."""
    return [i for i, seat in enumerate(books.batch_seats[key]) if seat.state == S.OPENED]


def _miss(books: Books, key: int, state: SeatState) -> None:
    """End the seats of those who did not do the next step, at a part of their bond."""
    task, _ = split_key(key)
    seats = books.batch_seats[key]
    for index in range(len(seats)):
        if seats[index].state == state:
            share_bps = books.tasks[task].missed_bps
            annotation_tasks.penalise(books, task, seats[index].annotator, S.MISSED, share_bps)
            _end_seat(books, key, index, S.MISSED, Bps(0), Bps(0), 0)


def _empty(books: Books, key: int, name: str) -> None:
    """Clear a batch that nobody answered: others may take it."""
    task, batch = split_key(key)
    seats = books.batch_seats[key]
    while len(seats):
        books.seat_of[key, seats.pop().annotator] = 0
    _go(books, key, name, B.EMPTY, 0)
    books.batches[key] = Batch(B.EMPTY, 0, 0, Seconds(0), Seconds(0))
    annotation_tasks.batch_over(books, task, batch, is_settled=False)


def _settle(books: Books, key: int, name: str, golds: tuple[Gold, ...], *, is_silent: bool) -> None:
    """Score every seat and pay it: in full by enough agreement, else in proportion."""
    task, batch = split_key(key)
    terms, opened = books.task_terms[task], _opened(books, key)
    answers = [books.batch_seats[key][index].answers for index in opened]
    counted = valid_golds(answers, golds)
    for position, index in enumerate(opened):
        gold_bps = gold_score(answers[position], counted)
        agreed_bps = agreement(answers, position)
        is_cheat = gold_bps < terms.gold_min_bps
        pay_wei = terms.pay_wei
        if not is_silent and agreed_bps < terms.agreement_min_bps:
            pay_wei = Wei(pay_wei * agreed_bps // WHOLE)
        if is_cheat and len(opened) > 1:
            annotator = books.batch_seats[key][index].annotator
            cheat_bps = books.tasks[task].cheat_bps
            annotation_tasks.penalise(books, task, annotator, S.CHEATED, cheat_bps)
        state = S.CHEATED if is_cheat else S.PAID if pay_wei else S.UNPAID
        paid_wei = 0 if is_cheat else pay_wei
        _end_seat(books, key, index, state, gold_bps, agreed_bps, paid_wei)
    _go(books, key, name, B.SETTLED, 0)
    annotation_tasks.batch_over(books, task, batch, is_settled=True)


def _award(books: Books, key: int, name: str, winners: tuple[int, ...]) -> None:
    task, batch = split_key(key)
    terms, opened = books.task_terms[task], _opened(books, key)
    answers = [books.batch_seats[key][index].answers for index in opened]
    for position, index in enumerate(opened):
        agreed_bps = agreement(answers, position)
        is_winner = index in winners
        state, paid_wei = (S.PAID, terms.pay_wei) if is_winner else (S.UNPAID, Wei(0))
        _end_seat(books, key, index, state, Bps(WHOLE), agreed_bps, paid_wei)
    _go(books, key, name, B.SETTLED, 0)
    annotation_tasks.batch_over(books, task, batch, is_settled=True)


def _end_seat(
    books: Books,
    key: int,
    index: int,
    state: SeatState,
    gold_bps: Bps,
    agreed_bps: Bps,
    paid_wei: int,
) -> None:
    """Pay a seat, forget its answers, and let its annotator go."""
    task, batch = split_key(key)
    seat = books.batch_seats[key][index]
    books.batch_seats[key][index] = replace(
        seat,
        state=state,
        answers=b"",
        gold_bps=gold_bps,
        agreement_bps=agreed_bps,
        paid_wei=Wei(paid_wei),
    )
    member = books.annotators[task, seat.annotator]
    books.annotators[task, seat.annotator] = replace(
        member,
        live=member.live - 1,
        settled=member.settled + 1,
        earned_wei=Wei(member.earned_wei + paid_wei),
    )
    _pay(books, task, seat.annotator, paid_wei)
    scores = (gold_bps, agreed_bps, Wei(paid_wei))
    books.emit(SeatSettled(task, batch, seat.annotator, state, *scores))


def _pay(books: Books, task: int, annotator: Address, gross_wei: int) -> None:
    """Pay an annotator out of the budget, less the protocol's fee of the task's beginning."""
    if gross_wei == 0:
        return
    found = books.tasks[task]
    books.tasks[task] = replace(
        found,
        budget_wei=Wei(found.budget_wei - gross_wei),
        paid_wei=Wei(found.paid_wei + gross_wei),
    )
    books.add_annotation(budgets_wei=-gross_wei)
    fee_wei = Wei(gross_wei * found.fee_bps // WHOLE)
    net_wei = Wei(gross_wei - fee_wei)
    books.pay(books.treasury.address, fee_wei, "annotation_fee")
    books.pay(annotator, net_wei, "annotation_pay")
    legs = legs_of({Leg.TREASURY: fee_wei, Leg.SUPPLIER: net_wei})
    tell(books, lambda: books.usage.note_payment(found.requester, 1, legs))
