"""
The part of the page for work on data: annotation in batches, and bounties on the same engine.
"""

from chain.kit.module import call, view
from chain.types.primitives import Address, Hash32
from modules.licensing import annotation_batches as batches
from modules.licensing import annotation_tasks as tasks
from modules.licensing import views
from modules.licensing.annotation_records import (
    AnnotationTotals,
    Batch,
    Gold,
    Member,
    Seat,
    TaskTerms,
    TaskView,
)
from modules.licensing.books import Books


class Workshop(Books):
    """Who labels, tests or reviews what, and what that pays."""

    @call(payable=True)
    def post_task(self, terms: TaskTerms) -> int:
        """
        Ask for annotation, or with `awards` for the best reports; returns the task's number.

        The coins sent are exactly the pay of all batches; what is not earned comes back.
        """
        return tasks.post(self, terms)

    @call()
    def close_task(self, task: int) -> None:
        """Give out no more batches as the requester; live ones finish and are paid."""
        tasks.enter(self, "close_task", task)
        tasks.close(self, task, "close_task")

    @call(payable=True)
    def join_task(self, task: int) -> None:
        """Become an annotator; the coins sent bring the bond up to exactly the task's."""
        tasks.join(self, task)

    @call()
    def leave_task(self, task: int) -> None:
        """Take the bond back, when nothing is left to settle."""
        tasks.leave(self, task)

    @call()
    def take_batch(self, task: int) -> int:
        """Take a seat at the next batch that has one, in order of arrival; returns the batch."""
        return batches.take(self, task)

    @call()
    def seal_answers(self, task: int, batch: int, commitment: Hash32) -> None:
        """Commit to answers; `annotation_batches.answers_seal` makes the seal."""
        batches.seal(self, task, batch, commitment)

    @call()
    def open_answers(
        self, task: int, batch: int, answers: bytes, report: Hash32, salt: Hash32
    ) -> None:
        """Show the answers that were sealed, a label an item; a bounty's with its report."""
        batches.open_answers(self, task, batch, answers, report, salt)

    @call()
    def open_gold(
        self,
        task: int,
        batch: int,
        golds: tuple[Gold, ...],
        salt: Hash32,
        path: tuple[Hash32, ...],
    ) -> None:
        """Show a batch's gold questions and settle by them; `gold_leaf` is what was sealed."""
        batches.open_gold(self, task, batch, golds, salt, path)

    @call()
    def accept_batch(self, task: int, batch: int) -> None:
        """Settle a batch by agreement alone."""
        batches.accept(self, task, batch)

    @call()
    def pick_awards(self, task: int, batch: int, winners: tuple[int, ...]) -> None:
        """Award a bounty to seats, counted from 0: as many as there are awards for reports."""
        batches.pick(self, task, batch, winners)

    @call()
    def settle_batch(self, task: int, batch: int) -> None:
        """Do what is overdue for a batch, on anybody's word."""
        batches.catch_up(self, task, batch)

    @view
    def task(self, number: int) -> TaskView:
        """Return a task with its terms; refused if unknown."""
        return TaskView(tasks.task_of(self, number), self.task_terms[number])

    @view
    def task_total(self) -> int:
        """Return how many tasks there were; they are numbered from 1."""
        return self.task_count

    @view
    def tasks_of(self, requester: Address, offset: int, limit: int) -> tuple[int, ...]:
        """Return numbers of an account's tasks, oldest first, at most PAGE_MAX."""
        return self.tasks_by[requester].page(offset, views.limited(limit))

    @view
    def batch(self, task: int, number: int) -> Batch:
        """Return how far a batch is; refused if unknown."""
        return self.batches[batches.known_key(self, task, number)]

    @view
    def batch_seats_of(self, task: int, number: int) -> tuple[Seat, ...]:
        """Return a batch's seats in order of arrival, at most OVERLAP_MAX."""
        return tuple(self.batch_seats[batches.known_key(self, task, number)])

    @view
    def annotator(self, task: int, account: Address) -> Member:
        """Return an annotator's bond, live seats and earnings in a task."""
        return self.annotators[task, account]

    @view
    def annotators_of(self, task: int, offset: int, limit: int) -> tuple[Address, ...]:
        """Return who joined a task and did not leave, at most PAGE_MAX."""
        return self.members_of[task].page(offset, views.limited(limit))

    @view
    def annotation_totals(self) -> AnnotationTotals:
        """Return where the coins of all tasks are."""
        return self.annotation_held
