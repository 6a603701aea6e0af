"""The round state machine against the paper, rule by rule."""

from dataclasses import dataclass, replace

import pytest

from chain.types.certificate import NO_ROUND, BlockId, ProposalMessage, Vote, VoteKind
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Round
from consensus.core.effects import Broadcast, Effect, GetValue, ScheduleTimeout
from consensus.core.inputs import Timeout, TimeoutKind
from consensus.core.round import (
    CommitQuorum,
    Condition,
    FreshProposal,
    LaterRound,
    NewRound,
    PolkaNil,
    PrecommitsAny,
    PrevotesAny,
    ProposalWithEarlierPolka,
    ProposalWithPolka,
    RoundState,
    RoundValue,
    Step,
    ValueReady,
    WaitOver,
    step,
)

HEIGHT = Height(7)
ME = Address(b"\x01" * 20)
A = BlockId(Hash32(b"\xaa" * 32), Milliseconds(1_000))
B = BlockId(Hash32(b"\xbb" * 32), Milliseconds(2_000))
R0, R1, R2, R3 = Round(0), Round(1), Round(2), Round(3)
START = RoundState(HEIGHT, ME)


def at(round_: int, where: Step, **fields: object) -> RoundState:
    """State of a validator in some round and step."""
    return replace(START, round=Round(round_), step=where, **fields)  # type: ignore[arg-type]


def wait(kind: TimeoutKind, round_: int) -> ScheduleTimeout:
    """Effect that schedules a timeout."""
    return ScheduleTimeout(Timeout(kind, HEIGHT, Round(round_)))


def over(kind: TimeoutKind, round_: int, height: int = 7, proposer: bool = False) -> WaitOver:
    """Condition that a timeout has elapsed."""
    return WaitOver(Timeout(kind, Height(height), Round(round_)), proposer)


def proposal(round_: int, block: BlockId, valid_round: int = -1) -> Broadcast:
    """Effect that proposes a block."""
    return Broadcast(ProposalMessage(HEIGHT, Round(round_), block, Round(valid_round), ME))


def prevote(round_: int, block: BlockId | None, valid_round: int = -1) -> Broadcast:
    """Effect that prevotes."""
    kind = VoteKind.PREVOTE
    return Broadcast(Vote(kind, HEIGHT, Round(round_), block, Round(valid_round), ME))


def precommit(round_: int, block: BlockId | None) -> Broadcast:
    """Effect that precommits."""
    return Broadcast(Vote(VoteKind.PRECOMMIT, HEIGHT, Round(round_), block, NO_ROUND, ME))


@dataclass(frozen=True)
class StepCase:
    """One row of the table: what happens in a state, and what follows."""

    name: str
    state: RoundState
    condition: Condition
    effects: tuple[Effect, ...]
    after: RoundState


PROPOSE, PREVOTE, PRECOMMIT = Step.PROPOSE, Step.PREVOTE, Step.PRECOMMIT
A0, B1 = RoundValue(A, R0), RoundValue(B, R1)
WAIT_PROPOSE, WAIT_PREVOTE, WAIT_PRECOMMIT = (
    TimeoutKind.PROPOSE,
    TimeoutKind.PREVOTE,
    TimeoutKind.PRECOMMIT,
)


def same(name: str, state: RoundState, condition: Condition) -> StepCase:
    """Row in which nothing may happen."""
    return StepCase(name, state, condition, (), state)


CASES = [
    StepCase(
        "L14 L18: the proposer asks for a value and waits too",
        START,
        NewRound(R0, True),
        (GetValue(HEIGHT, R0), wait(WAIT_PROPOSE, 0)),
        at(0, PROPOSE, value_requested=True),
    ),
    StepCase(
        "L21: everyone else waits for the proposal",
        START,
        NewRound(R0, False),
        (wait(WAIT_PROPOSE, 0),),
        at(0, PROPOSE),
    ),
    StepCase(
        "L16 L19: a proposer with a valid value proposes it again, with its round",
        at(0, PRECOMMIT, locked=A0, valid=A0),
        NewRound(R1, True),
        (proposal(1, A, 0), wait(WAIT_PROPOSE, 1)),
        at(1, PROPOSE, locked=A0, valid=A0),
    ),
    StepCase(
        "L12: flags start anew, lock and valid value stay",
        at(
            0,
            PRECOMMIT,
            locked=A0,
            valid=A0,
            prevote_timeout_scheduled=True,
            polka_seen=True,
            precommit_timeout_scheduled=True,
        ),
        NewRound(R1, False),
        (wait(WAIT_PROPOSE, 1),),
        at(1, PROPOSE, locked=A0, valid=A0),
    ),
    StepCase(
        "L19: the built value is proposed",
        at(0, PROPOSE, value_requested=True),
        ValueReady(A),
        (proposal(0, A),),
        at(0, PROPOSE),
    ),
    same("L19: a value nobody asked for is not proposed", at(0, PROPOSE), ValueReady(A)),
    same("L19: a value built too late is not proposed", at(0, PREVOTE), ValueReady(A)),
    StepCase(
        "L24: an unlocked validator prevotes a good proposal",
        at(0, PROPOSE),
        FreshProposal(A, valid=True, timely=True),
        (prevote(0, A),),
        at(0, PREVOTE),
    ),
    StepCase(
        "L24: a validator prevotes what it is locked on",
        at(2, PROPOSE, locked=A0, valid=A0),
        FreshProposal(A, valid=True, timely=True),
        (prevote(2, A),),
        at(2, PREVOTE, locked=A0, valid=A0),
    ),
    StepCase(
        "L26: locked on another block it prevotes nil, not its lock",
        at(2, PROPOSE, locked=A0, valid=A0),
        FreshProposal(B, valid=True, timely=True),
        (prevote(2, None),),
        at(2, PREVOTE, locked=A0, valid=A0),
    ),
    StepCase(
        "L26: an invalid block gets nil",
        at(0, PROPOSE),
        FreshProposal(A, valid=False, timely=True),
        (prevote(0, None),),
        at(0, PREVOTE),
    ),
    StepCase(
        "L26: an untimely fresh block gets nil",
        at(0, PROPOSE),
        FreshProposal(A, valid=True, timely=False),
        (prevote(0, None),),
        at(0, PREVOTE),
    ),
    same("L22: only in step propose", at(0, PREVOTE), FreshProposal(A, True, True)),
    StepCase(
        "L30: a polka in the lock's round or later frees the vote, and is named in it",
        at(2, PROPOSE, locked=A0, valid=A0),
        ProposalWithEarlierPolka(B, valid=True, valid_round=R1),
        (prevote(2, B, 1),),
        at(2, PREVOTE, locked=A0, valid=A0),
    ),
    StepCase(
        "L29: a polka in the very round of the lock is enough",
        at(2, PROPOSE, locked=A0, valid=A0),
        ProposalWithEarlierPolka(B, valid=True, valid_round=R0),
        (prevote(2, B, 0),),
        at(2, PREVOTE, locked=A0, valid=A0),
    ),
    StepCase(
        "L32: a polka older than the lock does not free the vote",
        at(3, PROPOSE, locked=B1, valid=B1),
        ProposalWithEarlierPolka(A, valid=True, valid_round=R0),
        (prevote(3, None),),
        at(3, PREVOTE, locked=B1, valid=B1),
    ),
    StepCase(
        "L29: the locked block itself is prevoted whatever the polka's age",
        at(3, PROPOSE, locked=B1, valid=B1),
        ProposalWithEarlierPolka(B, valid=True, valid_round=R0),
        (prevote(3, B, 0),),
        at(3, PREVOTE, locked=B1, valid=B1),
    ),
    StepCase(
        "L32: an invalid block gets nil even with a polka",
        at(1, PROPOSE),
        ProposalWithEarlierPolka(A, valid=False, valid_round=R0),
        (prevote(1, None),),
        at(1, PREVOTE),
    ),
    same(
        "L28: a valid round that is not earlier counts for nothing",
        at(1, PROPOSE),
        ProposalWithEarlierPolka(A, True, R1),
    ),
    same("L28: only in step propose", at(1, PREVOTE), ProposalWithEarlierPolka(A, True, R0)),
    StepCase(
        "L35: prevotes by a quorum start the wait",
        at(0, PREVOTE),
        PrevotesAny(),
        (wait(WAIT_PREVOTE, 0),),
        at(0, PREVOTE, prevote_timeout_scheduled=True),
    ),
    same("L34: not before the own prevote", at(0, PROPOSE), PrevotesAny()),
    same("L34: not after the own precommit", at(0, PRECOMMIT), PrevotesAny()),
    same("L34: once a round", at(0, PREVOTE, prevote_timeout_scheduled=True), PrevotesAny()),
    StepCase(
        "L37: a polka in step prevote locks and precommits",
        at(1, PREVOTE, locked=A0, valid=A0),
        ProposalWithPolka(B),
        (precommit(1, B),),
        at(1, PRECOMMIT, locked=B1, valid=B1, polka_seen=True),
    ),
    StepCase(
        "L42: a polka after the own precommit sets the valid value only",
        at(1, PRECOMMIT, locked=A0, valid=A0),
        ProposalWithPolka(B),
        (),
        at(1, PRECOMMIT, locked=A0, valid=B1, polka_seen=True),
    ),
    same("L36: not before the own prevote", at(0, PROPOSE), ProposalWithPolka(A)),
    same("L36: once a round", at(0, PRECOMMIT, valid=A0, polka_seen=True), ProposalWithPolka(B)),
    StepCase(
        "L45: a polka for nil precommits nil and keeps the lock",
        at(1, PREVOTE, locked=A0, valid=A0),
        PolkaNil(),
        (precommit(1, None),),
        at(1, PRECOMMIT, locked=A0, valid=A0),
    ),
    same("L44: only in step prevote", at(1, PRECOMMIT), PolkaNil()),
    StepCase(
        "L48: precommits by a quorum start the wait in any step",
        at(0, PROPOSE),
        PrecommitsAny(),
        (wait(WAIT_PRECOMMIT, 0),),
        at(0, PROPOSE, precommit_timeout_scheduled=True),
    ),
    same("L47: once a round", at(0, PRECOMMIT, precommit_timeout_scheduled=True), PrecommitsAny()),
    StepCase(
        "L51: precommits of an earlier round decide",
        at(3, PROPOSE, locked=B1, valid=B1),
        CommitQuorum(A, R0),
        (),
        at(3, Step.DECIDED, locked=B1, valid=B1, decision=A0),
    ),
    same(
        "L49: a decision is for ever",
        at(0, Step.DECIDED, decision=A0),
        CommitQuorum(B, R1),
    ),
    StepCase(
        "L56: an honest member ahead pulls into its round",
        at(0, PREVOTE, locked=A0, valid=A0),
        LaterRound(R3, False),
        (wait(WAIT_PROPOSE, 3),),
        at(3, PROPOSE, locked=A0, valid=A0),
    ),
    same("L55: never to the same or an earlier round", at(2, PREVOTE), LaterRound(R2, True)),
    StepCase(
        "L59: no proposal in time: prevote nil",
        at(0, PROPOSE, value_requested=True),
        over(WAIT_PROPOSE, 0),
        (prevote(0, None),),
        at(0, PREVOTE),
    ),
    same("L58: only in step propose", at(0, PREVOTE), over(WAIT_PROPOSE, 0)),
    StepCase(
        "L63: no polka in time: precommit nil",
        at(0, PREVOTE, locked=A0, valid=A0),
        over(WAIT_PREVOTE, 0),
        (precommit(0, None),),
        at(0, PRECOMMIT, locked=A0, valid=A0),
    ),
    same("L62: only in step prevote", at(0, PRECOMMIT), over(WAIT_PREVOTE, 0)),
    StepCase(
        "L67: no decision in time: the next round, from any step",
        at(0, PREVOTE),
        over(WAIT_PRECOMMIT, 0, proposer=True),
        (GetValue(HEIGHT, R1), wait(WAIT_PROPOSE, 1)),
        at(1, PROPOSE, value_requested=True),
    ),
    same("L66: a wait of another round", at(1, PRECOMMIT), over(WAIT_PRECOMMIT, 0)),
    same("L66: a wait of another height", at(1, PRECOMMIT), over(WAIT_PRECOMMIT, 1, height=6)),
    same(
        "after the decision no timeout moves the round",
        at(0, Step.DECIDED, decision=A0),
        over(WAIT_PRECOMMIT, 0),
    ),
    same(
        "after the decision no one pulls into a later round",
        at(0, Step.DECIDED, decision=A0),
        LaterRound(R1, True),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_rule_does_what_the_paper_says(case: StepCase) -> None:
    """Each rule gives the effects and the state of its lines, and nothing outside its guard."""
    after, effects = step(case.state, case.condition)
    assert case.effects == effects
    assert case.after == after
