"""The lives of tasks and their batches, as tables."""

from typing import Final

from chain.kit.state_machine import ANYONE, CHAIN, StateMachine, Transition
from modules.licensing.annotation_records import BatchState, TaskState

REQUESTER: Final = "requester"
MEMBER: Final = "member"  # joined the task
SEATED: Final = "seated"  # took a place at the batch

T, B = TaskState, BatchState

TASK: Final = StateMachine(
    "task",
    T.NOTHING,
    (
        Transition("post_task", (T.NOTHING,), (T.OPEN,), (ANYONE,), "all pay is locked"),
        Transition("join_task", (T.OPEN,), (T.OPEN,), (ANYONE,), "bond; whom the policy admits"),
        *(
            Transition("leave_task", (state,), (state,), (MEMBER,), "the bond, without live seats")
            for state in (T.OPEN, T.CLOSING, T.CLOSED)
        ),
        Transition("take_batch", (T.OPEN,), (T.OPEN,), (MEMBER,), "in order of arrival"),
        Transition(
            "close_task", (T.OPEN,), (T.CLOSING, T.CLOSED), (REQUESTER,), "live batches finish"
        ),
        Transition("task_ends", (T.OPEN,), (T.CLOSING, T.CLOSED), (CHAIN,), "live batches finish"),
        Transition(
            "batch_ends", (T.OPEN, T.CLOSING), (T.OPEN, T.CLOSING, T.CLOSED), (CHAIN,), "refund"
        ),
    ),
)

BATCH: Final = StateMachine(
    "batch",
    B.EMPTY,
    (
        Transition("take_batch", (B.EMPTY, B.FILLING), (B.FILLING,), (MEMBER,), "a free seat"),
        Transition("seal_answers", (B.FILLING,), (B.FILLING, B.OPENING), (SEATED,), "one seal"),
        Transition(
            "filling_ends",
            (B.FILLING,),
            (B.OPENING, B.EMPTY),
            (CHAIN,),
            "who sealed nothing loses a part of its bond",
        ),
        Transition("open_answers", (B.OPENING,), (B.OPENING, B.REVIEW), (SEATED,), "by the seal"),
        Transition(
            "opening_ends",
            (B.OPENING,),
            (B.REVIEW, B.EMPTY),
            (CHAIN,),
            "who opened nothing loses a part of its bond",
        ),
        Transition(
            "open_gold", (B.REVIEW,), (B.SETTLED,), (REQUESTER,), "cheats lose pay and bond"
        ),
        Transition("accept_batch", (B.REVIEW,), (B.SETTLED,), (REQUESTER,), "pays by agreement"),
        Transition("pick_awards", (B.REVIEW,), (B.SETTLED,), (REQUESTER,), "a bounty's winners"),
        Transition(
            "review_ends",
            (B.REVIEW,),
            (B.SETTLED,),
            (CHAIN,),
            "silence pays all in full, a bounty by agreement",
        ),
    ),
)
