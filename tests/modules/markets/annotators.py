"""
Those who have data labelled, and those who label it: well, badly, in a hurry or not at all.

    task --seats, seals, answers--> gold, acceptance, awards or silence --> pay, by a second reading
"""

from collections import Counter
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from chain.kit.merkle import path_of
from chain.types.primitives import ZERO_HASH, Seconds
from modules.licensing.annotation_batches import answers_seal, key_of
from modules.licensing.annotation_records import BatchState, SeatState, TaskState
from tests.modules.licensing.workshop import GOLDS, REPORT, RIGHT, SALT, TERMS, TREE
from tests.modules.markets.crowd import PICK, step
from tests.modules.markets.data import Data
from tests.modules.markets.market_town import PAYERS, PROVIDERS
from tests.modules.stage import account

WRONG, HASTY = bytes((1, 1, 1, 1)), bytes((0, 1, 1, 2))
ANSWERS = (RIGHT, RIGHT, WRONG, HASTY)  # of each worker; what manners draw moves them on
LABELLED_EVERY = 2  # blocks in which work on data goes on
WHOLE = 10_000
HOW = st.sampled_from(("gold", "gold", "accept", "pick", ""))


class Annotators(Data):
    """Requesters of labels, and those who label."""

    def __init__(self) -> None:
        super().__init__()
        self.how = "gold"  # batches are reviewed
        self.post_task(PAYERS[0], is_bounty=False, policy=0)

    def post_task(self, payer: int, *, is_bounty: bool, policy: int) -> None:
        """Ask for labels, or for the best reports."""
        spans = {"answer_s": Seconds(8), "open_s": Seconds(6), "review_s": Seconds(8)}
        plain = {"ends_s": Seconds(self.town.time_s + 1_000), "policy": policy, **spans}
        if is_bounty:
            plain |= {"gold_root": ZERO_HASH, "batches": 1, "overlap": 4, "awards": 2}
        terms: Any = replace(TERMS, **plain)
        value_wei = terms.batches * (terms.awards or terms.overlap) * terms.pay_wei
        self.do("post_task", terms, sender=payer, value_wei=value_wei)

    @step(
        payer=st.sampled_from(PAYERS),
        is_bounty=st.booleans(),
        policy=st.sampled_from((0, 0, 1, 3, 99)),
        how=HOW,
    )
    def ask_for_labels(self, payer: int, is_bounty: bool, policy: int, how: str) -> None:
        """Post another task, and review in another way."""
        self.how = how
        self.post_task(payer, is_bounty=is_bounty, policy=policy)

    @step(pick=PICK, who=st.sampled_from((*PAYERS, *PROVIDERS)))
    def leave_work(self, pick: int, who: int) -> None:
        """Leave a task, close it, or have done what is overdue."""
        task = max(1, self.task - pick % 2)
        self.do("leave_task", task, sender=who)
        self.do("close_task", task, sender=who)
        self.do("settle_batch", task, pick % 3, sender=who)

    @property
    def task(self) -> int:
        """The newest task."""
        return int(self.archive.page.task_count)

    def habits(self) -> None:
        """Let work go on at the newest task, and a task be posted where there is none."""
        super().habits()
        if self.town.height % LABELLED_EVERY:
            return
        task = self.task
        if self.archive.page.tasks[task].state != TaskState.OPEN:
            is_bounty = self.manners_of(task).complains
            self.post_task(self.manners_of(task).payer, is_bounty=is_bounty, policy=task % 2)
            return
        for batch in range(self.archive.page.task_terms[task].batches):
            self.work_on(task, batch)
        worker = PROVIDERS[self.town.height // LABELLED_EVERY % len(PROVIDERS)]
        if self.manners_of(task).delivers:
            self.take_seats(task, worker)

    def take_seats(self, task: int, worker: int) -> None:
        """Join, or bring the bond up, and take a seat where one is free."""
        page = self.archive.page
        member, bond_wei = page.annotators[task, account(worker)], page.task_terms[task].bond_wei
        if member.bond_wei < bond_wei or not member.is_member:
            missing_wei = bond_wei - member.bond_wei
            self.do("join_task", task, sender=worker, value_wei=missing_wei)
        if member.live < 2:
            self.do("take_batch", task, sender=worker)

    def work_on(self, task: int, batch: int) -> None:
        """Seal, open or review, whatever a batch waits for."""
        page = self.archive.page
        key = key_of(task, batch)
        state = page.batches[key].state
        manners = self.manners_of(task + batch)
        if state == BatchState.REVIEW:
            self.review(task, batch)
        elif state in (BatchState.FILLING, BatchState.OPENING):
            for place, seat in enumerate(page.batch_seats[key]):
                who = int.from_bytes(seat.annotator, "big")
                said = ANSWERS[(who + len(manners.said)) % len(ANSWERS)]
                if place == manners.silent:
                    continue
                if seat.state == SeatState.TAKEN:
                    seal = answers_seal(task, batch, seat.annotator, said, REPORT, SALT)
                    self.do("seal_answers", task, batch, seal, sender=who)
                elif seat.state == SeatState.SEALED and manners.reveals:
                    self.do("open_answers", task, batch, said, REPORT, SALT, sender=who)

    def review(self, task: int, batch: int) -> None:
        """Let the requester show gold, accept, pick or say nothing; everybody gets its due."""
        page = self.archive.page
        who = int.from_bytes(page.tasks[task].requester, "big")
        seats = list(page.batch_seats[key_of(task, batch)])
        opened = [place for place, seat in enumerate(seats) if seat.state == SeatState.OPENED]
        awards = page.task_terms[task].awards
        before = {seat.annotator: self.town.host.balance_wei(seat.annotator) for seat in seats}
        if self.how == "gold" and not awards:
            values = (GOLDS, SALT, path_of(TREE, batch))
            done = self.do("open_gold", task, batch, *values, sender=who)
        elif awards:
            winners = tuple(opened[:awards])
            done = bool(self.how) and self.do("pick_awards", task, batch, winners, sender=who)
        else:
            done = self.how == "accept" and self.do("accept_batch", task, batch, sender=who)
        if done:
            golds = GOLDS if self.how == "gold" and not awards else ()
            due = self.dues(task, [seats[place].answers for place in opened], golds)
            for rank, place in enumerate(opened):
                pay_wei, is_cheat = due[rank]
                seat = page.batch_seats[key_of(task, batch)][place]
                assert (seat.state == SeatState.CHEATED) == is_cheat, (task, batch, seat)
                fee_wei = pay_wei * page.tasks[task].fee_bps // WHOLE
                got_wei = self.town.host.balance_wei(seat.annotator) - before[seat.annotator]
                assert got_wei == pay_wei - fee_wei, (task, batch, seat, pay_wei)

    def dues(self, task: int, answers: list[bytes], golds: Any) -> list[tuple[int, bool]]:
        """Return what each of those who opened is due, and whether it is a cheat."""
        terms, found = self.archive.page.task_terms[task], []
        fair = [
            gold
            for gold in golds
            if len({said[gold.item] for said in answers}) > 1
            or len(answers) == 1
            or answers[0][gold.item] == gold.label
        ]
        for rank, said in enumerate(answers):
            if terms.awards:
                found.append((terms.pay_wei if rank < terms.awards else 0, False))
                continue
            right = sum(said[gold.item] == gold.label for gold in fair)
            is_cheat = bool(fair) and right * WHOLE // len(fair) < terms.gold_min_bps
            agreed = 0
            for item, label in enumerate(said):
                voices = Counter(other[item] for other in answers)
                agreed += voices[label] == max(voices.values())
            agreed_bps = agreed * WHOLE // len(said)
            is_enough = agreed_bps >= terms.agreement_min_bps
            pay_wei = terms.pay_wei if is_enough else terms.pay_wei * agreed_bps // WHOLE
            found.append((0 if is_cheat else pay_wei, is_cheat))
        return found

    def annotators_leave(self) -> None:
        """Let everybody take its bond of every task, when all of them are closed."""
        for task in range(1, self.task + 1):
            for who in PROVIDERS:
                self.do("leave_task", task, sender=who)
