"""What annotation tasks and bounties tell."""

from chain.kit.record import Event, Indexed
from chain.types.primitives import Address, Bps, Hash32, Seconds, Wei
from modules.licensing.annotation_records import BatchState, SeatState, TaskState


class TaskPosted(Event):
    """A task is open, with all its pay locked."""

    task: Indexed[int]
    requester: Indexed[Address]
    guide: Hash32
    budget_wei: Wei


class TaskMoved(Event):
    """A task went from one state to another."""

    task: Indexed[int]
    before: TaskState
    after: TaskState
    reason: str


class TaskRefunded(Event):
    """What a task did not pay out went back to its requester."""

    task: Indexed[int]
    requester: Indexed[Address]
    amount_wei: Wei


class AnnotatorJoined(Event):
    """Somebody may take batches, with a bond at stake."""

    task: Indexed[int]
    annotator: Indexed[Address]
    bond_wei: Wei


class AnnotatorLeft(Event):
    """Somebody took its bond back."""

    task: Indexed[int]
    annotator: Indexed[Address]
    bond_wei: Wei


class AnnotatorPenalised(Event):
    """A part of a bond was lost."""

    task: Indexed[int]
    annotator: Indexed[Address]
    amount_wei: Wei
    state: SeatState


class BatchTaken(Event):
    """Somebody has a seat at a batch."""

    task: Indexed[int]
    batch: int
    annotator: Indexed[Address]


class BatchMoved(Event):
    """A batch went from one state to another; it stays there until `until_s` at most."""

    task: Indexed[int]
    batch: int
    before: BatchState
    after: BatchState
    until_s: Seconds
    reason: str


class AnswersSealed(Event):
    """Somebody committed to answers."""

    task: Indexed[int]
    batch: int
    annotator: Indexed[Address]
    seal: Hash32


class AnswersOpened(Event):
    """Somebody showed the answers that it had sealed."""

    task: Indexed[int]
    batch: int
    annotator: Indexed[Address]
    answers: bytes
    report: Hash32


class SeatSettled(Event):
    """How a seat's answers were scored, and what they were paid."""

    task: Indexed[int]
    batch: int
    annotator: Indexed[Address]
    state: SeatState
    gold_bps: Bps
    agreement_bps: Bps
    paid_wei: Wei
