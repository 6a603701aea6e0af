"""Every (state, call, role) of tasks and batches, and silence from every state."""

from collections.abc import Callable
from typing import Any

import pytest

from chain.kit.state_machine import StateForbids
from modules.licensing.annotation_machines import BATCH, MEMBER, REQUESTER, SEATED, TASK
from modules.licensing.annotation_records import BatchState, TaskState
from tests.modules import triples
from tests.modules.licensing import workshop as town
from tests.modules.licensing.workshop import FIRST, LATER, RIGHT, SECOND, THIRD, Workshop
from tests.modules.stage import COIN, account
from tests.modules.triples import STRANGER, Tried, Walk

NOBODY, JOINED = 9, 10
B, T = BatchState, TaskState
PEOPLE = (FIRST, SECOND, THIRD)


def shop_of(tried: Any) -> Workshop:
    """Return the workshop behind a triple."""
    found: Workshop = tried.scene
    return found


def reach_task(state: TaskState, shop: Workshop | None = None) -> Tried:
    """Bring a task into a state, with a member that has no live seat."""
    shop = shop or Workshop()
    if state == T.NOTHING:
        return Tried(shop, 1)
    task = shop.post()
    shop.join(task, JOINED, FIRST)
    if state == T.CLOSING:
        shop.take(task, FIRST)
    if state in (T.CLOSING, T.CLOSED):
        shop.call("close_task", task)
    return Tried(shop, task)


def reach_batch(
    state: BatchState, shop: Workshop | None = None, *, is_bounty: bool = False
) -> Tried:
    """Bring batch 0 into a state, with a free seat while it fills."""
    shop = shop or Workshop()
    task = shop.bounty(overlap=3) if is_bounty else shop.post()
    shop.join(task, *PEOPLE, JOINED)
    if state == B.EMPTY:
        return Tried(shop, task)
    shop.take(task, FIRST, SECOND)
    if state == B.FILLING:
        return Tried(shop, task)
    shop.take(task, THIRD)
    for who in PEOPLE:
        shop.seal(task, 0, who)
    if state != B.OPENING:
        for who in PEOPLE:
            shop.open(task, 0, who)
    if state == B.SETTLED:
        shop.call("pick_awards", task, 0, (0, 1)) if is_bounty else shop.gold(task)
    return Tried(shop, task)


def plain(name: str, *values: Any) -> Callable[[triples.Scene, int], Any]:
    """Return how a call with a task's number and these values is made."""
    return lambda tried, sender: shop_of(tried).call(name, tried.number, *values, sender=sender)


def post(tried: triples.Scene, sender: int) -> None:
    """Post this task, or try again where it is there."""
    if shop_of(tried).page.task_count >= tried.number:
        raise StateForbids("task", "there", "post_task")
    shop_of(tried).post(sender=sender)


def join(tried: triples.Scene, sender: int) -> None:
    """Join with what is missing of the bond; the requester sends a friend."""
    shop = shop_of(tried)
    who = LATER if sender == town.REQUESTER else sender
    bond_wei = shop.page.annotators[tried.number, account(who)].bond_wei
    shop.call("join_task", tried.number, sender=who, value_wei=2 * COIN - bond_wei)


TASK_WALK = Walk(
    TASK,
    {state: lambda state=state: reach_task(state) for state in TaskState},
    {
        "post_task": post,
        "join_task": join,
        "leave_task": plain("leave_task"),
        "take_batch": plain("take_batch"),
        "close_task": plain("close_task"),
    },
    {REQUESTER: town.REQUESTER, MEMBER: JOINED, STRANGER: NOBODY},
    lambda tried: shop_of(tried).page.tasks[tried.number].state,
)
BATCH_WALK = Walk(
    BATCH,
    {state: lambda state=state: reach_batch(state) for state in BatchState},
    {
        "take_batch": plain("take_batch"),
        "seal_answers": lambda tried, sender: shop_of(tried).seal(tried.number, 0, sender),
        "open_answers": lambda tried, sender: shop_of(tried).open(tried.number, 0, sender),
        "open_gold": lambda tried, sender: shop_of(tried).gold(tried.number, sender=sender),
        "accept_batch": plain("accept_batch", 0),
        "pick_awards": plain("pick_awards", 0, (0, 2)),
    },
    {REQUESTER: town.REQUESTER, MEMBER: JOINED, SEATED: FIRST, STRANGER: NOBODY},
    lambda tried: shop_of(tried).batch_state(tried.number),
)
BOUNTY_WALK = Walk(
    BATCH,
    {state: lambda state=state: reach_batch(state, is_bounty=True) for state in BatchState},
    BATCH_WALK.calls,
    BATCH_WALK.actors,
    BATCH_WALK.state_of,
)


@TASK_WALK.params()
def test_task_table_is_the_code(state: TaskState, call: str, role: str) -> None:
    """Every (state, call, role) of a task is as the table says."""
    has_member = state != T.NOTHING or role != MEMBER
    if has_member and (call != "join_task" or role != MEMBER):
        TASK_WALK.check(state, call, role)


@BATCH_WALK.params()
def test_batch_table_is_the_code(state: BatchState, call: str, role: str) -> None:
    """Every (state, call, role) of a batch is as the table says, for tasks and for bounties."""
    if state == B.EMPTY and role == SEATED:
        return  # nobody sits there
    if call == "take_batch":  # says nothing of which batch: the next one is given out
        return
    if call == "pick_awards":
        BOUNTY_WALK.check(state, call, role)
    else:
        BATCH_WALK.check(state, call, role)


@pytest.mark.parametrize("is_bounty", [False, True])
@pytest.mark.parametrize("state", BatchState)
def test_silence_from_every_batch_state_freezes_no_coins(
    state: BatchState, is_bounty: bool
) -> None:
    """When everybody falls silent the task closes, and each annotator takes its own bond back."""
    tried = reach_batch(state, is_bounty=is_bounty)
    shop = shop_of(tried)
    for _ in range(4):
        shop.wait(100)
    shop.wait(1_000)
    assert T.CLOSED == shop.task_state(tried.number)
    held = shop.call("annotation_totals")
    assert 0 == held.budgets_wei
    for who in (*PEOPLE, JOINED):
        shop.call("leave_task", tried.number, sender=who)
    assert 0 == shop.call("annotation_totals").bonds_wei


def test_a_pause_of_the_module_takes_nobodys_time() -> None:
    """While nobody could seal, open or review, no wait ran: afterwards all of it is there again."""
    tried = reach_batch(B.OPENING)
    shop = shop_of(tried)
    shop.stand_still(500)
    shop.wait(19)
    for who in PEOPLE:
        shop.open(tried.number, 0, who, RIGHT)
    assert B.REVIEW == shop.batch_state(tried.number)
