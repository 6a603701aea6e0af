"""
Bisection: two sides halve a trace down to one step, each on its own clock.

    [0 .. n]  worker: state in the middle   challenger: which half   ...   one step: the chain's

Both agree on the state at the low end and differ at the high end, all the way down. Whoever is
right has a next move that keeps it so, whatever the other does, and wins at the last step.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from chain.kit.verdicts import Level
from chain.types.primitives import ZERO_HASH, Gas, Hash32
from modules.verification import claims, rounds
from modules.verification.events import HalfChosen, MiddlePosted, RoundDecided, StepExecuted
from modules.verification.machines import CHALLENGER, CLAIM, GAME, WORKER
from modules.verification.records import WHOLE_BPS, Choice, ClaimState, Game, GameState
from modules.verification.refusals import StepWrong
from modules.verification.vm_step import Witness, execute_step

if TYPE_CHECKING:
    from modules.verification.module import Verification

STEP_GAS: Final = Gas(5_000)  # about 50 hashes of 64 bytes


def begin(v: Verification, number: int, name: str) -> None:
    """Set up a game over the whole trace, with full clocks."""
    claim, progress, rules = v.claims[number], v.progress[number], v.rules_of(number)
    target = GameState.STEPPING if progress.steps == 1 else GameState.SPLITTING
    v.games[number] = Game(
        state=GAME.move("begin", v.games[number].state, target),
        low=0,
        high=progress.steps,
        low_hash=claim.terms.program,
        high_hash=progress.trace_end,
        worker_left=rules.clock_blocks,
        challenger_left=rules.clock_blocks,
        turn_began=v.clock,
    )
    claims.go(v, number, name, ClaimState.BISECTING, rules.clock_blocks)


def post_middle(v: Verification, number: int, state_hash: Hash32) -> None:
    """Name the state half-way; the worker's move."""
    before = _entered(v, "post_middle", number)
    state = GAME.move("post_middle", before.state, GameState.CHOOSING)
    after = replace(_timed(v, before), state=state, middle_hash=state_hash, turn_began=v.clock)
    _go_on(v, number, "post_middle", after)
    v.emit(MiddlePosted(number, (before.low + before.high) // 2, state_hash))


def choose_half(v: Verification, number: int, agrees_to_middle: bool) -> None:
    """Say whether the fault is after the middle, or before it; the challenger's move."""
    before = _entered(v, "choose_half", number)
    middle = (before.low + before.high) // 2
    low, low_hash = (
        (middle, before.middle_hash) if agrees_to_middle else (before.low, before.low_hash)
    )
    high, high_hash = (
        (before.high, before.high_hash) if agrees_to_middle else (middle, before.middle_hash)
    )
    target = GameState.STEPPING if high - low == 1 else GameState.SPLITTING
    after = replace(
        _timed(v, before),
        state=GAME.move("choose_half", before.state, target),
        low=low,
        low_hash=low_hash,
        high=high,
        high_hash=high_hash,
        middle_hash=ZERO_HASH,
        turn_began=v.clock,
    )
    _go_on(v, number, "choose_half", after)
    v.emit(HalfChosen(number, low, high))


def prove_step(v: Verification, number: int, witness: Witness) -> None:
    """Execute the one step that is left; raises StepWrong, WitnessWrong."""
    before = _entered(v, "prove_step", number)
    v.host.charge(STEP_GAS)
    start_hash, end_hash = execute_step(witness)
    if start_hash != before.low_hash:
        raise StepWrong(before.low_hash, start_hash)
    v.games[number] = replace(before, state=GAME.move("prove_step", before.state, GameState.OVER))
    v.emit(StepExecuted(number, before.low, before.high_hash, end_hash))
    _decide(v, number, "prove_step", worker_wins=end_hash == before.high_hash)


def clock_out(v: Verification, number: int) -> None:
    """End a game that somebody left: who was on the move lost; at the last step, nobody won."""
    before = v.games[number]
    v.games[number] = replace(before, state=GAME.move("clock_out", before.state, GameState.OVER))
    if before.state == GameState.STEPPING:
        rounds.mark_stalled(v, number)
        progress = v.progress[number]
        outcome_bps, level = progress.outcome_bps, max(progress.level, Level.BISECTION)
        claims.conclude(v, number, "clock_out", outcome_bps, level, progress.is_decided)
        return
    _decide(v, number, "clock_out", worker_wins=before.state == GameState.CHOOSING)


def _decide(v: Verification, number: int, name: str, *, worker_wins: bool) -> None:
    index, trial = rounds.current(v, number)
    choice = Choice.WORKER if worker_wins else Choice.AGAINST
    v.rounds[number][index] = replace(trial, choice=choice)
    v.emit(RoundDecided(number, index, trial.level, choice))
    outcome_bps = WHOLE_BPS if worker_wins else 0
    claims.conclude(v, number, name, outcome_bps, Level.BISECTION, True)


def _entered(v: Verification, name: str, number: int) -> Game:
    """A game is between the worker and whoever challenged last; others of before look on."""
    CLAIM.enter(name, v.progress[number].state, claims.roles(v, number))
    found, sides = v.games[number], []
    if v.sender == v.claims[number].worker:
        sides.append(WORKER)
    if v.sender == rounds.current(v, number)[1].challenger:
        sides.append(CHALLENGER)
    GAME.enter(name, found.state, sides)
    return found


def _timed(v: Verification, before: Game) -> Game:
    """Take the blocks of this turn off the clock of who made the move."""
    used = v.clock - before.turn_began
    if before.state == GameState.SPLITTING:
        return replace(before, worker_left=max(before.worker_left - used, 0))
    return replace(before, challenger_left=max(before.challenger_left - used, 0))


def _go_on(v: Verification, number: int, name: str, after: Game) -> None:
    v.games[number] = after
    waits = {
        GameState.SPLITTING: after.worker_left,
        GameState.CHOOSING: after.challenger_left,
        GameState.STEPPING: max(after.worker_left, after.challenger_left),
    }
    claims.go(v, number, name, ClaimState.BISECTING, max(waits[after.state], 1))
