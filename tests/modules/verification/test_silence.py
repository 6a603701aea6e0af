"""Whoever stops answering, in whatever state, freezes nobody's money beyond its timeouts."""

import pytest

from chain.kit.state_machine import StateMachine
from modules.verification.machines import CLAIM, GAME
from modules.verification.records import ClaimState, GameState
from tests.modules.verification.scene import SHORT, Court
from tests.modules.verification.states import claim_in, game_in

WAITING = [s for s in ClaimState if s not in (ClaimState.NOTHING, ClaimState.EXECUTED)]
# Longest way in silence: a redrawn jury after its evidence, then a window, then settlement.
PATIENCE = (
    SHORT.reveal_blocks
    + SHORT.respond_blocks
    + SHORT.evidence_blocks
    + 2 * (SHORT.draw_blocks + SHORT.vote_blocks + SHORT.open_blocks)
    + SHORT.clock_blocks
    + 2 * SHORT.challenge_blocks
    + 20
)


def goes_silent(court: Court) -> None:
    """Nobody does anything any more."""
    court.blocks(PATIENCE)
    for number in range(1, court.page.count + 1):
        assert ClaimState.EXECUTED == court.state(number)
        assert all(court.page.open_cases[item.challenger] == 0 for item in court.rounds(number))
    court.check_empty()


@pytest.mark.parametrize("state", WAITING)
def test_silence_in_any_state_of_a_claim_ends(state: ClaimState):
    """Within the sum of the named timeouts the claim is executed and every coin has left."""
    goes_silent(claim_in(state).court)


@pytest.mark.parametrize("state", [GameState.SPLITTING, GameState.CHOOSING, GameState.STEPPING])
def test_silence_in_any_state_of_a_game_ends(state: GameState):
    """A clock runs out for every side that is on the move."""
    goes_silent(game_in(state).court)


@pytest.mark.parametrize("machine", [CLAIM, GAME])
def test_every_state_that_waits_has_a_default(machine: StateMachine):
    """Each state with a way out has one that the chain takes by itself."""
    for state in machine.states:
        if state != machine.nothing and not machine.is_terminal(state) and state != GameState.OVER:
            assert any(line.is_deadline and state in line.sources for line in machine.transitions)


@pytest.mark.parametrize("state", [ClaimState.CHALLENGED, ClaimState.VOTING, ClaimState.BISECTING])
def test_a_pause_runs_against_nobody(state: ClaimState):
    """However long the module is paused, what was left of a wait is left afterwards."""
    court = claim_in(state).court
    number = court.page.count
    court.blocks(1)
    left = court.call("clocks", number, sender=1)
    for pause in (50, 7):
        court.page.set_paused(True)
        court.page.set_paused(True)
        for _ in range(pause):
            court.assemble_block()
        court.page.set_paused(False)
        court.page.set_paused(False)
        assert left == court.call("clocks", number, sender=1)
    court.blocks(left.deadline_blocks - 1)
    assert state == court.state(number)
    court.blocks(1)
    assert state != court.state(number)
    goes_silent(court)
