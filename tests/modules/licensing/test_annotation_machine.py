"""Annotation under random actors: budgets, bonds and seats add up after every block."""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from chain.errors import Refusal
from chain.types.primitives import Bps
from modules.licensing.annotation_batches import answers_seal, key_of
from modules.licensing.annotation_records import BatchState, SeatState, TaskState
from modules.licensing.module import Licensing
from tests.modules.licensing.workshop import (
    REPORT,
    REQUESTER,
    RIGHT,
    SALT,
    Workshop,
)
from tests.modules.stage import account

WHO = st.sampled_from((3, 4, 5, 6))
ANSWERS = st.sampled_from((RIGHT, bytes((1, 1, 1, 1)), bytes((0, 1, 1, 2))))


class AnnotationMachine(RuleBasedStateMachine):
    """What is refused leaves nothing behind; what is not keeps every promise."""

    def __init__(self) -> None:
        super().__init__()
        self.shop = Workshop()
        self.post(False)

    def attempt(self, name: str, *values: Any, sender: int, value_wei: int = 0) -> Any:
        """Make a call that may be refused."""
        try:
            return self.shop.call(name, *values, sender=sender, value_wei=value_wei)
        except Refusal:
            return None

    @property
    def task(self) -> int:
        """The newest task."""
        return self.shop.page.task_count

    @rule(is_bounty=st.booleans())
    def post(self, is_bounty: bool) -> None:
        """Post another task where the last is closed, with everybody in it."""
        if self.task and self.shop.task_state(self.task) != TaskState.CLOSED:
            return
        task = self.shop.bounty() if is_bounty else self.shop.post()
        for who in (3, 4, 5):
            self.shop.join(task, who)

    @rule(who=WHO)
    def join(self, who: int) -> None:
        """Join, or bring the bond up again."""
        page = self.shop.page
        missing = page.task_terms[self.task].bond_wei
        missing -= page.annotators[self.task, account(who)].bond_wei
        self.attempt("join_task", self.task, sender=who, value_wei=missing)

    @rule(who=WHO)
    def take(self, who: int) -> None:
        """Take a batch."""
        self.attempt("take_batch", self.task, sender=who)

    @rule(answers=ANSWERS, absent=WHO)
    def seal(self, answers: bytes, absent: int) -> None:
        """Let all but one seal something wherever they sit."""
        for batch in range(self.shop.page.task_terms[self.task].batches):
            for who in (3, 4, 5, 6):
                labels = answers if who % 2 else RIGHT
                sealed = answers_seal(self.task, batch, account(who), labels, REPORT, SALT)
                if who != absent:
                    self.attempt("seal_answers", self.task, batch, sealed, sender=who)

    @rule(absent=WHO)
    def show(self, absent: int) -> None:
        """Let all but one open what they sealed."""
        for batch in range(self.shop.page.task_terms[self.task].batches):
            for who in (3, 4, 5, 6):
                for labels in (RIGHT, bytes((1, 1, 1, 1)), bytes((0, 1, 1, 2))):
                    if who != absent:
                        values = (self.task, batch, labels, REPORT, SALT)
                        self.attempt("open_answers", *values, sender=who)

    @rule(how=st.sampled_from(("gold", "accept", "pick")))
    def review(self, how: str) -> None:
        """Let the requester speak wherever it may."""
        for batch in range(self.shop.page.task_terms[self.task].batches):
            key = key_of(self.task, batch)
            if self.shop.page.batches[key].state != BatchState.REVIEW:
                continue
            try:
                if how == "gold":
                    self.shop.gold(self.task, batch)
                elif how == "accept":
                    self.shop.call("accept_batch", self.task, batch)
                else:
                    seats = self.shop.page.batch_seats[key]
                    opened = [i for i, s in enumerate(seats) if s.state == SeatState.OPENED]
                    self.shop.call("pick_awards", self.task, batch, tuple(opened[:2]))
            except Refusal:
                continue

    @rule(who=WHO)
    def leave(self, who: int) -> None:
        """Leave, or close the task now and then."""
        self.attempt("leave_task", self.task, sender=who)
        if who == 6:
            self.attempt("close_task", self.task, sender=REQUESTER)

    @rule(cheat=st.sampled_from((0, 5_000, 10_000)), fee=st.sampled_from((0, 250, 2_000)))
    def govern(self, cheat: int, fee: int) -> None:
        """Change penalties and fees in between."""
        self.shop.tune(cheat_seat_bps=Bps(cheat), protocol_fee_bps=Bps(fee))

    @rule(seconds=st.sampled_from((1, 19, 30, 41, 300)))
    def wait(self, seconds: int) -> None:
        """Let time pass in silence."""
        self.shop.wait(seconds)

    @invariant()
    def promises_hold(self) -> None:
        """The module holds exactly what it promised."""
        self.shop.stage.check()
        held = self.shop.call("annotation_totals")
        balance_wei = self.shop.stage.host.balance_wei(Licensing.address)
        assert held.budgets_wei + held.bonds_wei == balance_wei

    def teardown(self) -> None:
        """Whatever happened, time closes every task, and all bonds come out."""
        for _ in range(4):
            self.shop.wait(100)
        self.shop.wait(1_000)
        for task in range(1, self.task + 1):
            assert TaskState.CLOSED == self.shop.task_state(task)
            for who in (3, 4, 5, 6):
                self.attempt("leave_task", task, sender=who)
        assert 0 == self.shop.stage.host.balance_wei(Licensing.address)


TestAnnotationMachine = AnnotationMachine.TestCase
TestAnnotationMachine.settings = settings(max_examples=12, stateful_step_count=30, deadline=None)
