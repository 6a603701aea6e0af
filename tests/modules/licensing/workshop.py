"""
A workshop on the stage: a task with gold questions, annotators who are right, wrong or silent.

    requester 2 | annotators 3, 4, 5 | late 6, 7 | nobody 9
"""

from dataclasses import replace
from typing import Any

from chain.kit.merkle import path_of, tree_of
from chain.types.primitives import ZERO_HASH, Bps, Hash32, Seconds, Wei
from modules.licensing.annotation_batches import answers_seal, gold_leaf, key_of
from modules.licensing.annotation_records import (
    BatchState,
    Gold,
    SeatState,
    TaskState,
    TaskTerms,
)
from tests.modules.licensing.scene import Scene
from tests.modules.stage import COIN, account

REQUESTER, FIRST, SECOND, THIRD, LATE, LATER, NOBODY = 2, 3, 4, 5, 6, 7, 9
SALT = Hash32(b"\x5a" * 32)
REPORT = Hash32(b"\xbe" * 32)
RIGHT = bytes((0, 1, 2, 0))
GOLDS = (Gold(0, 0), Gold(2, 2))
BATCHES = 3
TREE = tree_of([gold_leaf(batch, GOLDS, SALT) for batch in range(BATCHES)])
TERMS = TaskTerms(
    guide=Hash32(b"\x61" * 32),
    items_root=Hash32(b"\x17" * 32),
    gold_root=TREE[-1][0],
    batches=BATCHES,
    items=4,
    labels=3,
    overlap=3,
    awards=0,
    pay_wei=Wei(COIN),
    bond_wei=Wei(2 * COIN),
    gold_min_bps=Bps(6_000),
    agreement_min_bps=Bps(7_000),
    policy=0,
    answer_s=Seconds(30),
    open_s=Seconds(20),
    review_s=Seconds(40),
    ends_s=Seconds(0),
)
NET_WEI = COIN * 9_750 // 10_000


class Workshop(Scene):
    """A scene with what requesters and annotators do over and over."""

    def post(self, sender: int = REQUESTER, **changed: Any) -> int:
        """Post a task with its whole pay; return its number."""
        terms = self.terms(**changed)
        value_wei = terms.batches * (terms.awards or terms.overlap) * terms.pay_wei
        number: int = self.call("post_task", terms, sender=sender, value_wei=value_wei)
        return number

    def terms(self, **changed: Any) -> TaskTerms:
        """Return terms that end in a thousand seconds."""
        plain = {"ends_s": Seconds(self.stage.time_s + 1_000)}
        return replace(TERMS, **{**plain, **changed})

    def bounty(self, **changed: Any) -> int:
        """Post a bounty for the two best of four reports."""
        plain = {"gold_root": ZERO_HASH, "batches": 1, "overlap": 4, "awards": 2}
        return self.post(**{**plain, **changed})

    def join(self, task: int, *who: int) -> None:
        """Let some join."""
        for account_number in who:
            bond_wei = self.page.task_terms[task].bond_wei
            self.call("join_task", task, sender=account_number, value_wei=bond_wei)

    def take(self, task: int, *who: int) -> list[int]:
        """Let some take their next batch."""
        return [self.call("take_batch", task, sender=number) for number in who]

    def seal(self, task: int, batch: int, who: int, answers: bytes = RIGHT) -> None:
        """Seal answers, with a report as bounties want it."""
        sealed = answers_seal(task, batch, account(who), answers, REPORT, SALT)
        self.call("seal_answers", task, batch, sealed, sender=who)

    def open(self, task: int, batch: int, who: int, answers: bytes = RIGHT) -> None:
        """Open answers."""
        self.call("open_answers", task, batch, answers, REPORT, SALT, sender=who)

    def answered(self, task: int, answers: dict[int, bytes], batch: int = 0) -> None:
        """Let everybody take, seal and open a batch."""
        assert [batch] * len(answers) == self.take(task, *answers)
        for who, labels in answers.items():
            self.seal(task, batch, who, labels)
        if self.batch_state(task, batch) == BatchState.FILLING:
            self.wait(self.page.task_terms[task].answer_s)
        for who, labels in answers.items():
            self.open(task, batch, who, labels)

    def gold(self, task: int, batch: int = 0, **changed: Any) -> None:
        """Open a batch's gold."""
        golds = changed.get("golds", GOLDS)
        values = (golds, changed.get("salt", SALT), path_of(TREE, batch))
        self.call("open_gold", task, batch, *values, sender=changed.get("sender", REQUESTER))

    def batch_state(self, task: int, batch: int = 0) -> BatchState:
        """Return a batch's state."""
        return self.page.batches[key_of(task, batch)].state

    def task_state(self, task: int) -> TaskState:
        """Return a task's state."""
        return self.page.tasks[task].state

    def outcomes(self, task: int, batch: int = 0) -> list[SeatState]:
        """Return what became of a batch's seats."""
        return [seat.state for seat in self.call("batch_seats_of", task, batch)]
