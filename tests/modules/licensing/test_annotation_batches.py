"""Batches: sealed, opened, tested by gold and agreement, and paid for."""

import pytest

from chain.kit.state_machine import RoleForbids, StateForbids
from chain.kit.usage import Leg
from chain.types.primitives import ZERO_HASH, Bps, Hash32, Wei
from modules.licensing.annotation_batches import answers_seal
from modules.licensing.annotation_events import (
    AnnotatorPenalised,
    AnswersOpened,
    AnswersSealed,
    BatchMoved,
    BatchTaken,
    SeatSettled,
)
from modules.licensing.annotation_records import BatchState, Gold, SeatState, TaskState
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
    UnknownTask,
)
from tests.modules.licensing.workshop import (
    FIRST,
    GOLDS,
    LATE,
    LATER,
    NET_WEI,
    NOBODY,
    REPORT,
    REQUESTER,
    RIGHT,
    SALT,
    SECOND,
    TERMS,
    THIRD,
    Workshop,
)
from tests.modules.stage import COIN, account

S, B = SeatState, BatchState
WRONG = bytes((1, 1, 1, 0))
PEOPLE = (FIRST, SECOND, THIRD)


def working(**changed: object) -> tuple[Workshop, int]:
    """Return a workshop with a task that three joined."""
    shop = Workshop()
    task = shop.post(**changed)
    shop.join(task, *PEOPLE)
    return shop, task


def test_a_cheat_is_caught_by_gold_questions() -> None:
    """Who fails the gold questions loses the batch's pay and half its bond; the others are paid."""
    shop, task = working()
    before_wei = [shop.balance(who) for who in PEOPLE]
    pool_wei = shop.pool_wei
    shop.answered(task, {FIRST: RIGHT, SECOND: RIGHT, THIRD: WRONG})
    shop.gold(task)
    assert [S.PAID, S.PAID, S.CHEATED] == shop.outcomes(task)
    paid_wei = [shop.balance(who) - b for who, b in zip(PEOPLE, before_wei, strict=True)]
    assert [NET_WEI, NET_WEI, 0] == paid_wei
    assert COIN == shop.call("annotator", task, account(THIRD)).bond_wei
    assert pool_wei + COIN + 2 * (COIN - NET_WEI) == shop.pool_wei
    event = AnnotatorPenalised(task, account(THIRD), Wei(COIN), S.CHEATED)
    assert shop.stage.logged(event)
    scores = (Bps(10_000), Bps(10_000), Wei(COIN))
    assert shop.stage.logged(SeatSettled(task, 0, account(FIRST), S.PAID, *scores))
    assert 2 * NET_WEI == shop.usage.legs[Leg.SUPPLIER]
    with shop.stage.refuses(BondTooLow):
        shop.take(task, THIRD)
    shop.call("join_task", task, sender=THIRD, value_wei=COIN)
    assert [1] == shop.take(task, THIRD)


def test_a_vote_takes_no_more_of_bonds_that_are_in() -> None:
    """Who joined a task stakes the shares of when it was posted, whatever is voted afterwards."""
    shop, task = working()
    shop.tune(missed_seat_bps=Bps(10_000), cheat_seat_bps=Bps(10_000))
    shop.answered(task, {FIRST: RIGHT, SECOND: RIGHT, THIRD: WRONG})
    shop.gold(task)
    assert COIN == shop.call("annotator", task, account(THIRD)).bond_wei
    shop.take(task, FIRST)
    shop.wait(30)
    assert 2 * COIN * 9 // 10 == shop.call("annotator", task, account(FIRST)).bond_wei


def test_less_agreement_is_less_pay() -> None:
    """An honest answer that most others do not give is paid in proportion, not punished."""
    shop, task = working(gold_min_bps=Bps(5_000))
    odd = bytes((0, 2, 2, 1))
    before_wei = shop.balance(THIRD)
    shop.answered(task, {FIRST: RIGHT, SECOND: RIGHT, THIRD: odd})
    shop.gold(task)
    seat = shop.call("batch_seats_of", task, 0)[2]
    assert (S.PAID, 5_000, COIN // 2) == (seat.state, seat.agreement_bps, seat.paid_wei)
    assert before_wei + NET_WEI // 2 == shop.balance(THIRD)
    assert 2 * COIN == shop.call("annotator", task, account(THIRD)).bond_wei


def test_gold_that_everybody_contradicts_costs_nobody() -> None:
    """A requester's wrong gold, by mistake or trick, takes no pay of those who agree otherwise."""
    shop, task = working()
    same = bytes((0, 1, 1, 0))
    shop.answered(task, dict.fromkeys(PEOPLE, same))
    shop.gold(task)
    assert [S.PAID] * 3 == shop.outcomes(task)


def test_silence_of_the_requester_pays_annotators() -> None:
    """No gold in time: whoever opened is paid in full."""
    shop, task = working()
    odd = bytes((2, 2, 0, 1))
    shop.answered(task, {FIRST: RIGHT, SECOND: WRONG, THIRD: odd})
    shop.wait(39)
    assert B.REVIEW == shop.batch_state(task)
    shop.wait(1)
    assert [S.PAID] * 3 == shop.outcomes(task)
    seats = shop.call("batch_seats_of", task, 0)
    assert [COIN] * 3 == [seat.paid_wei for seat in seats]
    assert TERMS.agreement_min_bps > seats[2].agreement_bps


def test_a_batch_is_accepted_without_gold() -> None:
    """The requester may settle by agreement alone; a bounty it cannot."""
    shop, task = working(gold_root=ZERO_HASH)
    shop.answered(task, {FIRST: RIGHT, SECOND: RIGHT, THIRD: WRONG})
    with shop.stage.refuses(GoldInvalid):
        shop.gold(task)
    with shop.stage.refuses(RoleForbids):
        shop.call("accept_batch", task, 0, sender=FIRST)
    with shop.stage.refuses(NotBounty):
        shop.call("pick_awards", task, 0, (0,))
    shop.call("accept_batch", task, 0)
    assert [S.PAID] * 3 == shop.outcomes(task)
    assert COIN // 2 == shop.call("batch_seats_of", task, 0)[2].paid_wei
    bounty = shop.bounty()
    shop.join(bounty, FIRST)
    shop.answered(bounty, {FIRST: RIGHT})
    with shop.stage.refuses(NotBounty):
        shop.call("accept_batch", bounty, 0)


def test_gold_is_what_was_sealed_with_the_task() -> None:
    """Gold cannot be chosen after the answers are seen."""
    shop, task = working()
    shop.answered(task, dict.fromkeys(PEOPLE, RIGHT))
    bad = (
        (Gold(0, 1), Gold(2, 2)),
        (Gold(0, 0),),
        (),
        (Gold(0, 0), Gold(0, 0)),
        (Gold(4, 0),),
        (Gold(0, 3),),
        (Gold(2**200, 0),),
        tuple(Gold(n, 0) for n in range(17)),
    )
    for golds in bad:
        with shop.stage.refuses(GoldInvalid):
            shop.gold(task, golds=golds)
    with shop.stage.refuses(GoldInvalid):
        shop.gold(task, salt=REPORT)
    with shop.stage.refuses(RoleForbids):
        shop.gold(task, sender=FIRST)
    shop.gold(task, golds=GOLDS)


def test_answers_are_sealed_before_anybody_shows_any() -> None:
    """Nobody copies: a seal is its maker's alone, and opens only when all are sealed."""
    shop, task = working()
    assert [0, 0, 0] == shop.take(task, *PEOPLE)
    assert shop.stage.logged(BatchTaken(task, 0, account(FIRST)))
    with shop.stage.refuses(SealMissing):
        shop.call("seal_answers", task, 0, ZERO_HASH, sender=FIRST)
    shop.seal(task, 0, FIRST)
    sealed = answers_seal(task, 0, account(FIRST), RIGHT, REPORT, SALT)
    assert shop.stage.logged(AnswersSealed(task, 0, account(FIRST), sealed))
    with shop.stage.refuses(AlreadySealed):
        shop.seal(task, 0, FIRST)
    with shop.stage.refuses(StateForbids):
        shop.open(task, 0, FIRST)
    shop.call("seal_answers", task, 0, sealed, sender=SECOND)  # a copied seal
    shop.seal(task, 0, THIRD)
    until_s = shop.stage.time_s + 20
    event = BatchMoved(task, 0, B.FILLING, B.OPENING, until_s, "seal_answers")
    assert shop.stage.logged(event)
    with shop.stage.refuses(SealBroken):
        shop.open(task, 0, SECOND)
    for answers in (b"", RIGHT + b"\0", bytes((3, 0, 0, 0))):
        with shop.stage.refuses(AnswersInvalid):
            shop.open(task, 0, FIRST, answers)
    shop.open(task, 0, FIRST)
    assert shop.stage.logged(AnswersOpened(task, 0, account(FIRST), RIGHT, REPORT))
    with shop.stage.refuses(AlreadySealed):
        shop.open(task, 0, FIRST)
    with shop.stage.refuses(RoleForbids):
        shop.open(task, 0, NOBODY)
    shop.open(task, 0, THIRD)
    shop.wait(20)
    assert [S.OPENED, S.MISSED, S.OPENED] == shop.outcomes(task)
    assert 2 * COIN * 9 // 10 == shop.call("annotator", task, account(SECOND)).bond_wei


def test_who_does_not_answer_holds_up_nobody() -> None:
    """After the time to answer the batch goes on with those who sealed; the absent pay a little."""
    shop, task = working()
    shop.take(task, *PEOPLE)
    shop.seal(task, 0, FIRST)
    shop.wait(30)
    assert B.OPENING == shop.batch_state(task)
    assert [S.SEALED, S.MISSED, S.MISSED] == shop.outcomes(task)
    shop.open(task, 0, FIRST)
    shop.gold(task)
    assert [S.PAID, S.MISSED, S.MISSED] == shop.outcomes(task)


def test_a_lone_answer_that_fails_gold_loses_pay_and_no_bond() -> None:
    """With nobody to compare with, gold alone takes no bond: it is the requester's word."""
    shop, task = working()
    shop.take(task, *PEOPLE)
    shop.seal(task, 0, FIRST, WRONG)
    shop.wait(30)
    shop.open(task, 0, FIRST, WRONG)
    shop.gold(task)
    assert S.CHEATED == shop.outcomes(task)[0]
    assert 2 * COIN == shop.call("annotator", task, account(FIRST)).bond_wei


@pytest.mark.parametrize("step", ["nobody seals", "nobody opens"])
def test_a_batch_that_nobody_answers_is_given_out_again(step: str) -> None:
    """It is empty as before; those who left it may try again too."""
    shop, task = working()
    shop.take(task, FIRST, SECOND)
    if step == "nobody opens":
        shop.seal(task, 0, FIRST)
        shop.seal(task, 0, SECOND)
    shop.wait(30)
    shop.wait(20)
    assert B.EMPTY == shop.batch_state(task)
    assert () == shop.call("batch_seats_of", task, 0)
    shop.join(task, LATE)
    assert [0] == shop.take(task, LATE)
    assert 1 == shop.page.tasks[task].live


def test_batches_are_given_out_in_order_of_arrival() -> None:
    """Each arrival gets the next batch in which it does not sit yet."""
    shop, task = working(batches=2)
    shop.join(task, LATE, LATER)
    assert [0, 0, 1, 0, 1, 1] == shop.take(task, FIRST, SECOND, FIRST, THIRD, SECOND, LATE)
    with shop.stage.refuses(NoBatchFree):
        shop.take(task, LATER)
    with shop.stage.refuses(RoleForbids):
        shop.take(task, NOBODY)
    for batch in (2, 2**200):
        with shop.stage.refuses(UnknownBatch):
            shop.call("batch", task, batch)
    with shop.stage.refuses(UnknownTask):
        shop.call("settle_batch", 7, 0)


def test_a_batch_that_was_left_comes_before_later_ones() -> None:
    """Seats are sought from the first batch that has any, also where later ones were given out."""
    shop, task = working()
    shop.take(task, *PEOPLE)
    shop.wait(10)
    assert [1] == shop.take(task, FIRST)
    shop.wait(20)
    assert (B.EMPTY, B.FILLING) == (shop.batch_state(task), shop.batch_state(task, 1))
    shop.join(task, LATE, LATER)
    assert [0, 0] == shop.take(task, LATE, LATER)


def test_a_bountys_winners_are_picked() -> None:
    """Of all reports the requester pays the best: exactly so many, of those who opened."""
    shop = Workshop()
    task = shop.bounty()
    shop.join(task, *PEOPLE, LATE)
    shop.answered(task, {**dict.fromkeys(PEOPLE, RIGHT), LATE: WRONG})
    for winners in ((0,), (0, 0), (0, 9), (0, 1, 2)):
        with shop.stage.refuses(PickInvalid):
            shop.call("pick_awards", task, 0, winners)
    shop.call("pick_awards", task, 0, (3, 1))
    assert [S.UNPAID, S.PAID, S.UNPAID, S.PAID] == shop.outcomes(task)
    assert TaskState.CLOSED == shop.task_state(task)


def test_silence_about_a_bounty_pays_by_agreement() -> None:
    """Where the requester picks nobody, those whom most others confirm are paid, in order."""
    shop = Workshop()
    task = shop.bounty()
    shop.join(task, *PEOPLE, LATE)
    shop.answered(task, {FIRST: WRONG, SECOND: RIGHT, THIRD: RIGHT, LATE: RIGHT})
    shop.wait(40)
    assert [S.UNPAID, S.PAID, S.PAID, S.UNPAID] == shop.outcomes(task)


def test_a_bounty_wants_reports_and_pays_fewer_where_fewer_came() -> None:
    """A report is a hash; with one report there is one award, and the rest goes back."""
    shop = Workshop()
    task = shop.bounty()
    shop.join(task, FIRST)
    shop.take(task, FIRST)
    empty = Hash32(b"\0" * 32)
    sealed = answers_seal(task, 0, account(FIRST), RIGHT, empty, SALT)
    shop.call("seal_answers", task, 0, sealed, sender=FIRST)
    shop.wait(30)
    with shop.stage.refuses(SealMissing):
        shop.call("open_answers", task, 0, RIGHT, empty, SALT, sender=FIRST)
    shop.wait(20)
    before_wei = shop.balance(REQUESTER)
    shop.call("join_task", task, sender=FIRST, value_wei=2 * COIN // 10)
    shop.answered(task, {FIRST: RIGHT})
    shop.call("pick_awards", task, 0, (0,))
    assert before_wei + COIN == shop.balance(REQUESTER)


def test_calls_do_first_what_is_due_for_a_batch() -> None:
    """A crowded queue makes nothing later: anybody brings a batch up to this block."""
    shop, task = working()
    shop.take(task, *PEOPLE)
    for who in PEOPLE:
        shop.seal(task, 0, who)
    shop.open(task, 0, FIRST)
    shop.pass_unseen(20)
    shop.call("settle_batch", task, 0, sender=NOBODY)
    assert B.REVIEW == shop.batch_state(task)
    assert 40 == shop.call("batch", task, 0).span_s
