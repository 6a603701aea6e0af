"""
The round state machine of Tendermint: arXiv 1807.04938, lines 11 to 65, and nothing else.

    Condition -> step(state, condition) -> (state, effects)

A condition is an "upon" clause whose messages have all arrived; `driver` finds them, `step`
applies the guards and the actions. Case comments carry the paper's line numbers. Prevotes
repeat the proposal's valid round, and line 36 asks both to match (accountable Tendermint).
"""

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import assert_never

from chain.types.certificate import (
    NO_ROUND,
    BlockId,
    ProposalMessage,
    Vote,
    VoteKind,
)
from chain.types.primitives import Address, Height, Round
from consensus.core.effects import Broadcast, Effect, GetValue, ScheduleTimeout
from consensus.core.inputs import Timeout, TimeoutKind


class Step(IntEnum):
    """Where a round stands. The order matters: line 36 asks for "at least prevote"."""

    NEW_HEIGHT = 0  # before round 0: messages are kept, no rule applies
    PROPOSE = 1
    PREVOTE = 2
    PRECOMMIT = 3
    DECIDED = 4


@dataclass(frozen=True, slots=True)
class RoundValue:
    """A block and the round in which it was locked, found valid, or decided."""

    block_id: BlockId
    round: Round


@dataclass(frozen=True, slots=True)
class RoundState:
    """
    All that one validator remembers of a height; the paper's variables.

    `locked` and `valid` pair lockedValue with lockedRound and validValue with validRound;
    None is the paper's nil with -1. A lock is replaced by a later polka, never cleared. The
    flags say "for the first time" (lines 34, 36, 47) and start anew each round; they are
    flags, not steps, so that waiting never blocks voting (tendermint#3003).
    """

    height: Height
    validator: Address
    round: Round = NO_ROUND
    step: Step = Step.NEW_HEIGHT
    locked: RoundValue | None = None
    valid: RoundValue | None = None
    decision: RoundValue | None = None
    prevote_timeout_scheduled: bool = False
    polka_seen: bool = False
    precommit_timeout_scheduled: bool = False
    value_requested: bool = False


@dataclass(frozen=True, slots=True)
class NewRound:
    """StartRound(round) is called, and whether this validator proposes in it."""

    round: Round
    is_proposer: bool


@dataclass(frozen=True, slots=True)
class ValueReady:
    """getValue() has answered with a block, for the current round."""

    block_id: BlockId


@dataclass(frozen=True, slots=True)
class FreshProposal:
    """Line 22: the proposal of this round, without a valid round."""

    block_id: BlockId
    valid: bool
    timely: bool


@dataclass(frozen=True, slots=True)
class ProposalWithEarlierPolka:
    """Line 28: the proposal of this round, and the polka of its valid round."""

    block_id: BlockId
    valid: bool
    valid_round: Round


@dataclass(frozen=True, slots=True)
class PrevotesAny:
    """Line 34: prevotes of this round by more than two thirds, for anything."""


@dataclass(frozen=True, slots=True)
class ProposalWithPolka:
    """Line 36: the valid proposal of this round, and its polka."""

    block_id: BlockId


@dataclass(frozen=True, slots=True)
class PolkaNil:
    """Line 44: prevotes of this round for nil by more than two thirds."""


@dataclass(frozen=True, slots=True)
class PrecommitsAny:
    """Line 47: precommits of this round by more than two thirds, for anything."""


@dataclass(frozen=True, slots=True)
class CommitQuorum:
    """Line 49: a valid block, and its precommits by more than two thirds in any round."""

    block_id: BlockId
    round: Round


@dataclass(frozen=True, slots=True)
class LaterRound:
    """Line 55: messages of a later round by more than one third."""

    round: Round
    is_proposer: bool


@dataclass(frozen=True, slots=True)
class WaitOver:
    """Lines 57, 61, 65: a timeout has elapsed; the proposer flag is for the round after it."""

    timeout: Timeout
    is_next_proposer: bool


Condition = (
    NewRound
    | ValueReady
    | FreshProposal
    | ProposalWithEarlierPolka
    | PrevotesAny
    | ProposalWithPolka
    | PolkaNil
    | PrecommitsAny
    | CommitQuorum
    | LaterRound
    | WaitOver
)
Transition = tuple[RoundState, tuple[Effect, ...]]


def step(state: RoundState, condition: Condition) -> Transition:
    """
    Apply one rule. A condition whose guard does not hold changes nothing.

    Pure: equal arguments give equal results, and the state given is not changed.
    """
    if state.step is Step.DECIDED:  # L49 "while decision = nil", and go-ibft#94
        return state, ()
    match condition:
        case NewRound(round_, is_proposer):  # L10, L54
            return _start_round(state, round_, is_proposer)
        case ValueReady(block_id):  # L18-L19
            return _propose_built(state, block_id)
        case FreshProposal(block_id, valid, timely):  # L22
            return _prevote_fresh(state, block_id, valid and timely)
        case ProposalWithEarlierPolka(block_id, valid, valid_round):  # L28
            return _prevote_again(state, block_id, valid, valid_round)
        case PrevotesAny():  # L34
            return _wait_for_prevotes(state)
        case ProposalWithPolka(block_id):  # L36
            return _lock(state, block_id)
        case PolkaNil():  # L44
            return _precommit_nil(state)
        case PrecommitsAny():  # L47
            return _wait_for_precommits(state)
        case CommitQuorum(block_id, round_):  # L49
            decision = RoundValue(block_id, round_)
            return replace(state, step=Step.DECIDED, decision=decision), ()
        case LaterRound(round_, is_proposer):  # L55
            if round_ <= state.round:
                return state, ()
            return _start_round(state, round_, is_proposer)  # L56
        case WaitOver(timeout, is_next_proposer):  # L57, L61, L65
            return _on_timeout(state, timeout, is_next_proposer)
    assert_never(condition)


def _start_round(state: RoundState, round_: Round, is_proposer: bool) -> Transition:
    """
    StartRound, lines 11 to 21: propose the valid value again, or ask for a new one.

    The proposer waits for the proposal like everyone else, because building may fail or take
    too long; the paper's proposer has its value at once.
    """
    fresh = RoundState(
        height=state.height,
        validator=state.validator,
        round=round_,  # L12
        step=Step.PROPOSE,  # L13
        locked=state.locked,
        valid=state.valid,
        value_requested=is_proposer and state.valid is None,
    )
    wait = ScheduleTimeout(Timeout(TimeoutKind.PROPOSE, state.height, round_))  # L21
    if not is_proposer:  # L14
        return fresh, (wait,)
    if state.valid is None:
        return fresh, (GetValue(state.height, round_), wait)  # L18
    return fresh, (_proposal(fresh, state.valid.block_id, state.valid.round), wait)  # L16, L19


def _propose_built(state: RoundState, block_id: BlockId) -> Transition:
    """Line 19, once the block is built; only in the step that asked for it."""
    if not state.value_requested or state.step is not Step.PROPOSE:
        return state, ()
    return replace(state, value_requested=False), (_proposal(state, block_id, NO_ROUND),)


def _prevote_fresh(state: RoundState, block_id: BlockId, good: bool) -> Transition:
    """Lines 22 to 27: for the proposal if it is good and no lock speaks against it."""
    if state.step is not Step.PROPOSE:
        return state, ()
    unlocked = state.locked is None or state.locked.block_id == block_id  # L23
    return _prevote(state, block_id if good and unlocked else None, NO_ROUND)  # L24, L26


def _prevote_again(
    state: RoundState, block_id: BlockId, valid: bool, valid_round: Round
) -> Transition:
    """Lines 28 to 33: a polka since the lock frees it to vote for another block."""
    if state.step is not Step.PROPOSE or not 0 <= valid_round < state.round:
        return state, ()
    unlocked = (  # L29
        state.locked is None
        or state.locked.round <= valid_round
        or state.locked.block_id == block_id
    )
    return _prevote(state, block_id if valid and unlocked else None, valid_round)  # L30, L32


def _wait_for_prevotes(state: RoundState) -> Transition:
    """Lines 34 and 35; only in step prevote."""
    if state.step is not Step.PREVOTE or state.prevote_timeout_scheduled:
        return state, ()
    wait = ScheduleTimeout(Timeout(TimeoutKind.PREVOTE, state.height, state.round))  # L35
    return replace(state, prevote_timeout_scheduled=True), (wait,)


def _lock(state: RoundState, block_id: BlockId) -> Transition:
    """Lines 36 to 43: lock and precommit if it is not too late; note the valid value anyway."""
    if state.step < Step.PREVOTE or state.polka_seen:
        return state, ()
    polka = RoundValue(block_id, state.round)
    noted = replace(state, valid=polka, polka_seen=True)  # L42, L43
    if state.step is not Step.PREVOTE:  # L37
        return noted, ()
    locked = replace(noted, locked=polka, step=Step.PRECOMMIT)  # L38, L39, L41
    return locked, (_precommit(state, block_id),)  # L40


def _precommit_nil(state: RoundState) -> Transition:
    """Lines 44 to 46. The lock stays (tendermint#6849)."""
    if state.step is not Step.PREVOTE:
        return state, ()
    return replace(state, step=Step.PRECOMMIT), (_precommit(state, None),)


def _wait_for_precommits(state: RoundState) -> Transition:
    """Lines 47 and 48; in any step. Nil precommits wait too (tendermint#1690)."""
    if state.step is Step.NEW_HEIGHT or state.precommit_timeout_scheduled:
        return state, ()
    wait = ScheduleTimeout(Timeout(TimeoutKind.PRECOMMIT, state.height, state.round))  # L48
    return replace(state, precommit_timeout_scheduled=True), (wait,)


def _on_timeout(state: RoundState, timeout: Timeout, is_next_proposer: bool) -> Transition:
    """Lines 57 to 67: only the current round's waits mean anything."""
    if (timeout.height, timeout.round) != (state.height, state.round):
        return state, ()
    match timeout.kind:
        case TimeoutKind.PROPOSE if state.step is Step.PROPOSE:  # L57
            return _prevote(state, None, NO_ROUND)  # L59, L60
        case TimeoutKind.PREVOTE if state.step is Step.PREVOTE:  # L61
            return _precommit_nil(state)  # L63, L64
        case TimeoutKind.PRECOMMIT:  # L65
            return _start_round(state, Round(state.round + 1), is_next_proposer)  # L67
    return state, ()


def _proposal(state: RoundState, block_id: BlockId, valid_round: Round) -> Broadcast:
    return Broadcast(
        ProposalMessage(state.height, state.round, block_id, valid_round, state.validator)
    )


def _prevote(state: RoundState, block_id: BlockId | None, valid_round: Round) -> Transition:
    """Broadcast a prevote and enter its step (lines 27, 33, 60); nil carries no valid round."""
    carried = NO_ROUND if block_id is None else valid_round
    vote = Vote(VoteKind.PREVOTE, state.height, state.round, block_id, carried, state.validator)
    return replace(state, step=Step.PREVOTE, value_requested=False), (Broadcast(vote),)


def _precommit(state: RoundState, block_id: BlockId | None) -> Broadcast:
    return Broadcast(
        Vote(VoteKind.PRECOMMIT, state.height, state.round, block_id, NO_ROUND, state.validator)
    )
