"""What annotation tasks and bounties store and show."""

from enum import IntEnum
from typing import Final

from chain.kit.record import Record
from chain.types.primitives import ZERO_HASH, Address, Bps, Hash32, Seconds, Wei

BATCHES_MAX: Final = 10_000  # of one task
ITEMS_MAX: Final = 64  # of one batch
OVERLAP_MAX: Final = 16  # seats at one batch
LABELS_MAX: Final = 256  # a label is a byte
GOLDS_MAX: Final = 16  # gold questions of one batch
SCAN_MAX: Final = 8  # batches that one arrival is offered
BATCH_BITS: Final = 32  # of a batch in the key of its deadline


class TaskState(IntEnum):
    """Whether a task gives batches out."""

    NOTHING = 0
    OPEN = 1
    CLOSING = 2  # what was given out is finished
    CLOSED = 3


class BatchState(IntEnum):
    """How far a batch is."""

    EMPTY = 0
    FILLING = 1  # seats are taken and answers sealed
    OPENING = 2
    REVIEW = 3  # the requester shows gold, accepts or picks
    SETTLED = 4


class SeatState(IntEnum):
    """What became of an annotator's place at a batch."""

    NOTHING = 0
    TAKEN = 1
    SEALED = 2
    OPENED = 3
    PAID = 4
    UNPAID = 5
    CHEATED = 6
    MISSED = 7


class TaskTerms(Record):
    """
    What a requester asks for; fixed when it is posted.

    A task has `batches` of `items` each, under the Merkle root `items_root`; every batch is
    answered by `overlap` people, each with one of `labels` per item, for `pay_wei`. `gold_root`
    seals gold questions, a leaf a batch (`gold_leaf`); zero for none. With `awards` it is a bounty:
    one batch of reports, of which so many are paid. Times are for answering, opening and review.
    """

    guide: Hash32
    items_root: Hash32
    gold_root: Hash32
    batches: int
    items: int
    labels: int
    overlap: int
    awards: int
    pay_wei: Wei
    bond_wei: Wei
    gold_min_bps: Bps
    agreement_min_bps: Bps
    policy: int
    answer_s: Seconds
    open_s: Seconds
    review_s: Seconds
    ends_s: Seconds


class Task(Record):
    """
    A task as it stands: `budget_wei` is unspent, `first_open` where the next seat is sought.

    What the protocol and penalties take is fixed when it is posted, as its terms are.
    """

    requester: Address
    state: TaskState
    budget_wei: Wei
    paid_wei: Wei
    fee_bps: Bps
    first_open: int
    live: int
    settled: int
    missed_bps: Bps
    cheat_bps: Bps


class TaskView(Record):
    """A task with its terms."""

    task: Task
    terms: TaskTerms


class Batch(Record):
    """A batch as it stands."""

    state: BatchState
    sealed: int
    opened: int
    until_s: Seconds
    span_s: Seconds


class Seat(Record):
    """An annotator's place at a batch; the answers are forgotten once they are scored."""

    annotator: Address
    state: SeatState
    seal: Hash32
    report: Hash32
    answers: bytes
    gold_bps: Bps
    agreement_bps: Bps
    paid_wei: Wei


class Member(Record):
    """An annotator of a task: the bond that is left, live seats, and what it earned."""

    bond_wei: Wei
    live: int
    settled: int
    earned_wei: Wei
    is_member: bool


class Gold(Record):
    """An item of a batch with its right label."""

    item: int
    label: int


class AnnotationTotals(Record):
    """Coins of tasks: unspent budgets and annotators' bonds, in wei."""

    budgets_wei: Wei
    bonds_wei: Wei


NO_GOLD: Final = ZERO_HASH
