"""What happens when nobody acts: one default for every state that waits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.types.primitives import Bps
from modules.verification import claims, game, members, rounds, settlement
from modules.verification.claims import CLAIM_DEADLINE
from modules.verification.events import RoundDecided
from modules.verification.members import MEMBER_DEADLINE
from modules.verification.records import Choice, ClaimState

if TYPE_CHECKING:
    from modules.verification.module import Verification


def on_timer(v: Verification, kind: int, key: int) -> None:
    """Handle a deadline, unless what it was set for has moved on."""
    if kind == MEMBER_DEADLINE:
        members.on_deadline(v, key)
        return
    assert kind == CLAIM_DEADLINE, kind
    progress = v.progress[key]
    if progress.deadline == 0:
        return
    if progress.deadline <= v.clock:
        _default(v, key, progress.state)
    elif progress.paused_blocks != v.paused_blocks:
        _wait_on(v, key)


def _wait_on(v: Verification, number: int) -> None:
    """A pause runs against nobody: wait for as long as was left when it began, once a pause."""
    progress = v.progress[number]
    v.progress[number] = replace(progress, paused_blocks=v.paused_blocks)
    v.timers.set(v.block.height + progress.deadline - v.clock, CLAIM_DEADLINE, number)


def _default(v: Verification, number: int, state: ClaimState) -> None:
    if state == ClaimState.COMMITTED:
        v.progress[number] = replace(v.progress[number], outcome_bps=Bps(0))
        claims.rule(v, number, "not_revealed")
    elif state == ClaimState.REVEALED:
        claims.rule(v, number, "unchallenged")
    elif state == ClaimState.CHALLENGED:
        _unanswered(v, number)
    elif state == ClaimState.EVIDENCE:
        wait = v.rules_of(number).draw_blocks
        claims.go(v, number, "evidence_closed", ClaimState.DRAWING, wait)
    elif state == ClaimState.DRAWING:
        rounds.draw(v, number)
    elif state == ClaimState.VOTING:
        rounds.begin_opening(v, number, "voting_closed")
    elif state == ClaimState.OPENING:
        rounds.close(v, number, "opening_closed")
    elif state == ClaimState.BISECTING:
        game.clock_out(v, number)
    elif state == ClaimState.RULED:
        settlement.execute(v, number, "settle")


def _unanswered(v: Verification, number: int) -> None:
    """A worker that does not stand by its result was wrong, as far as anybody can tell."""
    index, trial = rounds.current(v, number)
    v.rounds[number][index] = replace(trial, choice=Choice.AGAINST)
    v.emit(RoundDecided(number, index, trial.level, Choice.AGAINST))
    claims.conclude(v, number, "unanswered", 0, trial.level, True)
