"""What annotation tasks and bounties say no with."""

from chain.kit.record import Refusal
from chain.types.primitives import Hash32, Wei


class UnknownTask(Refusal):
    """There is no task of this number."""

    task: int


class UnknownBatch(Refusal):
    """The task has no batch of this number; they count from 0."""

    task: int
    batch: int


class TaskInvalid(Refusal):
    """A field of the task's terms is out of its bounds."""

    field: str
    minimum: int
    maximum: int
    found: int


class BudgetMismatch(Refusal):
    """A task brings exactly the pay of all its batches."""

    budget_wei: Wei
    found_wei: Wei


class StakeMismatch(Refusal):
    """Joining brings a bond up to exactly what the task asks for."""

    bond_wei: Wei
    found_wei: Wei


class OwnTask(Refusal):
    """A requester does not answer its own task."""

    task: int


class BondTooLow(Refusal):
    """Less than the task's bond is left; it is topped up by joining again."""

    bond_wei: Wei
    found_wei: Wei


class SeatsLive(Refusal):
    """So many batches of the annotator are not settled."""

    live: int


class NoBatchFree(Refusal):
    """No seat is free for this annotator among the next batches."""

    task: int


class AlreadySealed(Refusal):
    """The seat's answers were sealed, opened or missed already."""

    batch: int


class AnswersInvalid(Refusal):
    """Answers are one label an item, and are what was sealed."""

    items: int
    found: int


class SealMissing(Refusal):
    """A seal of answers, or a report, is a hash."""

    batch: int


class GoldInvalid(Refusal):
    """Gold questions are items of the batch, under the root that was sealed with the task."""

    batch: int


class PickInvalid(Refusal):
    """A bounty's winners are so many of those who opened, each named once."""

    awards: int
    found: int


class NotBounty(Refusal):
    """Awards are picked in bounties, and batches accepted or tested by gold elsewhere."""

    task: int


class SealBroken(Refusal):
    """What was opened is not what was sealed."""

    expected: Hash32
    found: Hash32
