"""Tasks: funded whole, joined with a bond, closed with the rest refunded."""

from typing import Any

import pytest

from chain.kit.admission import Denied
from chain.kit.state_machine import RoleForbids, StateForbids
from chain.types.primitives import ZERO_HASH, Bps, Seconds, Wei
from modules.licensing.annotation_events import (
    AnnotatorJoined,
    AnnotatorLeft,
    TaskMoved,
    TaskPosted,
    TaskRefunded,
)
from modules.licensing.annotation_records import TaskState
from modules.licensing.annotation_refusals import (
    BudgetMismatch,
    OwnTask,
    SeatsLive,
    StakeMismatch,
    TaskInvalid,
    UnknownTask,
)
from modules.licensing.refusals import FeeRoundsToZero, UnknownPolicy
from tests.modules.licensing.scene import BUYERS, NOBODY
from tests.modules.licensing.workshop import (
    FIRST,
    REQUESTER,
    RIGHT,
    SECOND,
    TERMS,
    THIRD,
    Workshop,
)
from tests.modules.stage import COIN, account

BAD: list[tuple[str, Any]] = [
    ("guide", ZERO_HASH),
    ("items_root", ZERO_HASH),
    ("batches", 0),
    ("batches", 10_001),
    ("items", 0),
    ("items", 65),
    ("labels", 1),
    ("labels", 257),
    ("overlap", 1),
    ("overlap", 17),
    ("pay_wei", Wei(0)),
    ("pay_wei", Wei(10**31)),
    ("bond_wei", Wei(10**31)),
    ("gold_min_bps", Bps(10_001)),
    ("agreement_min_bps", Bps(10_001)),
    ("answer_s", Seconds(0)),
    ("open_s", Seconds(2**40)),
    ("review_s", Seconds(0)),
    ("ends_s", Seconds(1)),
]


@pytest.mark.parametrize(("field", "value"), BAD)
def test_terms_ask_for_what_can_be(field: str, value: Any) -> None:
    """Every field of a task is bounded."""
    shop = Workshop()
    with shop.stage.refuses(TaskInvalid, field):
        shop.call("post_task", shop.terms(**{field: value}))


def test_a_bounty_is_one_batch_without_gold() -> None:
    """What is awarded is compared by its requester, not by gold questions."""
    shop = Workshop()
    one = {"gold_root": ZERO_HASH, "batches": 1}
    for changed in ({"awards": 1}, {**one, "batches": 2, "awards": 1}, {**one, "awards": 4}):
        with shop.stage.refuses(TaskInvalid):
            shop.call("post_task", shop.terms(**changed))


def test_all_pay_is_locked_when_a_task_is_posted() -> None:
    """Nobody works for coins that are not there; a price too small for the fee is refused."""
    shop = Workshop(min_payment_wei=Wei(0))
    budget_wei = 9 * COIN
    for value_wei in (budget_wei - 1, budget_wei + 1):
        with shop.stage.refuses(BudgetMismatch):
            shop.call("post_task", shop.terms(), value_wei=value_wei)
    with shop.stage.refuses(FeeRoundsToZero):
        shop.post(pay_wei=Wei(39))
    with shop.stage.refuses(UnknownPolicy):
        shop.post(policy=77)
    task = shop.post()
    event = TaskPosted(task, account(REQUESTER), TERMS.guide, Wei(budget_wei))
    assert shop.stage.logged(event)
    assert budget_wei == shop.call("annotation_totals").budgets_wei
    assert (1, (task,)) == (
        shop.call("task_total"),
        shop.call("tasks_of", account(REQUESTER), 0, 9),
    )
    assert budget_wei == shop.call("task", task).task.budget_wei
    with shop.stage.refuses(UnknownTask):
        shop.call("task", 9)


def test_annotators_join_with_the_bond_and_under_the_policy() -> None:
    """Exactly the bond, whom the policy admits, and not the requester itself."""
    shop = Workshop()
    task = shop.post(policy=BUYERS)
    for value_wei in (0, 2 * COIN + 1):
        with shop.stage.refuses(StakeMismatch):
            shop.call("join_task", task, sender=FIRST, value_wei=value_wei)
    with shop.stage.refuses(Denied):
        shop.join(task, NOBODY)
    with shop.stage.refuses(OwnTask):
        shop.join(task, REQUESTER)
    shop.join(task, FIRST)
    assert shop.stage.logged(AnnotatorJoined(task, account(FIRST), Wei(2 * COIN)))
    assert (account(FIRST),) == shop.call("annotators_of", task, 0, 9)
    shop.take(task, FIRST)
    with shop.stage.refuses(SeatsLive):
        shop.call("leave_task", task, sender=FIRST)
    shop.wait(30)
    before_wei = shop.balance(FIRST)
    shop.call("leave_task", task, sender=FIRST)
    left_wei = 2 * COIN * 9 // 10
    assert before_wei + left_wei == shop.balance(FIRST)
    assert shop.stage.logged(AnnotatorLeft(task, account(FIRST), Wei(left_wei)))
    with shop.stage.refuses(RoleForbids):
        shop.call("leave_task", task, sender=FIRST)


def test_a_closed_task_finishes_what_is_out() -> None:
    """The requester may stop giving out; live batches are answered and paid, the rest goes back."""
    shop = Workshop()
    task = shop.post()
    shop.join(task, FIRST, SECOND, THIRD)
    shop.take(task, FIRST, SECOND, THIRD)
    with shop.stage.refuses(RoleForbids):
        shop.call("close_task", task, sender=FIRST)
    shop.call("close_task", task)
    assert TaskState.CLOSING == shop.task_state(task)
    with shop.stage.refuses(StateForbids):
        shop.take(task, FIRST)
    for who in (FIRST, SECOND, THIRD):
        shop.seal(task, 0, who)
    for who in (FIRST, SECOND, THIRD):
        shop.open(task, 0, who)
    before_wei = shop.balance(REQUESTER)
    shop.gold(task)
    assert TaskState.CLOSED == shop.task_state(task)
    assert before_wei + 6 * COIN == shop.balance(REQUESTER)
    event = TaskRefunded(task, account(REQUESTER), Wei(6 * COIN))
    assert shop.stage.logged(event)
    assert [(account(REQUESTER), 6 * COIN)] == shop.usage.refunds
    shop.call("leave_task", task, sender=FIRST)


def test_a_task_nobody_works_on_ends_by_itself() -> None:
    """At its end a task gives out no more, and what is unspent goes back without a word."""
    shop = Workshop()
    before_wei = shop.balance(REQUESTER)
    task = shop.post()
    shop.wait(1_000)
    assert before_wei == shop.balance(REQUESTER)
    event = TaskMoved(task, TaskState.OPEN, TaskState.CLOSED, "task_ends")
    assert shop.stage.logged(event)


def test_the_last_batch_closes_the_task() -> None:
    """Staged pay: batch by batch, until all is paid and nothing is left."""
    shop = Workshop()
    task = shop.post(batches=2, overlap=2)
    shop.join(task, FIRST, SECOND)
    for batch in (0, 1):
        assert TaskState.OPEN == shop.task_state(task)
        shop.answered(task, {FIRST: RIGHT, SECOND: RIGHT}, batch)
        shop.call("accept_batch", task, batch)
    assert TaskState.CLOSED == shop.task_state(task)
    assert 4 * COIN == shop.call("task", task).task.paid_wei
    assert (2, 0) == (
        shop.call("annotator", task, account(FIRST)).settled,
        shop.call("annotation_totals").budgets_wei,
    )
