"""
Step tables for the core: a row is what happens, the inputs, what they cause, round and step.

    Row, Row, ... -> replay -> the first row that differs fails under its own name
"""

from typing import NamedTuple

from chain.types.certificate import BlockId, Vote
from consensus.core.driver import Driver
from consensus.core.effects import (
    Broadcast,
    Decide,
    Effect,
    GetValue,
    ReportEvidence,
    ScheduleTimeout,
)
from consensus.core.inputs import (
    Input,
    ProposedValue,
    StartHeight,
    TimeoutKind,
)
from consensus.core.round import Step
from tests.consensus.core.test_driver import (
    P1,
    P2,
    P3,
    A,
    B,
    H,
    feed,
    over,
    precommits,
    prevotes,
    proposal,
)

NAMES = {A: "A", B: "B", None: "nil"}
START = StartHeight(H)
PROPOSE, PREVOTE, PRECOMMIT = TimeoutKind.PROPOSE, TimeoutKind.PREVOTE, TimeoutKind.PRECOMMIT


class Row(NamedTuple):
    """One step of a table."""

    desc: str
    inputs: list[Input]
    effects: list[str]
    round: int
    step: Step


def told(effects: list[Effect]) -> list[str]:
    """Effects in short words; what is only passed on is left out."""
    words = []
    for effect in effects:
        match effect:
            case Broadcast(Vote(kind, _, round_, block)):
                words.append(f"{kind.name.lower()} {round_} {NAMES[block]}")
            case Broadcast(message):
                words.append(f"propose {message.round} {NAMES[message.block_id]}")
            case ScheduleTimeout(timeout):
                words.append(f"wait {timeout.kind.name.lower()} {timeout.round}")
            case GetValue(_, round_):
                words.append(f"build {round_}")
            case Decide(certificate):
                words.append(f"decide {certificate.round} {NAMES[certificate.block_id]}")
            case ReportEvidence():
                words.append("evidence")
    return words


def replay(node: Driver, *rows: Row) -> Driver:
    """Feed a table and compare after each row."""
    for row in rows:
        found = told(feed(node, row.inputs))
        state = (found, node.state.round, node.state.step)
        assert (row.effects, row.round, row.step) == state, row.desc
    return node


def valid(block: BlockId) -> ProposedValue:
    """The block is here and good."""
    return ProposedValue(block, True)


START_ROW = Row("the height starts", [START], ["wait propose 0"], 0, Step.PROPOSE)
LOCK_A = (
    START_ROW,
    Row("A is proposed", [proposal(0, A), valid(A)], ["prevote 0 A"], 0, Step.PREVOTE),
    Row(
        "a polka for A locks it",
        prevotes([P3, P1, P2], 0, A),
        ["precommit 0 A"],
        0,
        Step.PRECOMMIT,
    ),
    Row(
        "others precommit nil",
        precommits([P3], 0, A) + precommits([P1, P2], 0, None),
        ["wait precommit 0"],
        0,
        Step.PRECOMMIT,
    ),
    Row(
        "the wait ends the round",
        [over(PRECOMMIT, 0)],
        ["wait propose 1"],
        1,
        Step.PROPOSE,
    ),
)
