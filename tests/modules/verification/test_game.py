"""Bisection: the honest side wins whatever the other does, and clocks run on whoever waits."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.kit.state_machine import RoleForbids
from chain.kit.verdicts import Level
from chain.types.primitives import Hash32
from modules.verification.events import (
    BondMoved,
    HalfChosen,
    MiddlePosted,
    RoundDecided,
    StepExecuted,
)
from modules.verification.records import ClaimState, GameState, Side
from modules.verification.refusals import (
    LevelTooLow,
    SideInvalid,
    StepWrong,
    TermsInvalid,
    TooManyRounds,
    TraceMissing,
    TraceWrong,
)
from modules.verification.vm_step import WitnessWrong, trace_digest
from modules.verification.vm_trace import Trace
from tests.modules.stage import COIN
from tests.modules.verification.programs import lie, sum_trace
from tests.modules.verification.scene import (
    CHALLENGER,
    DIGEST,
    OTHER,
    SALT,
    SHORT,
    WORKER,
    Court,
    terms,
)

PATIENT = replace(SHORT, clock_blocks=1_000)
HONEST = sum_trace([5, 6, 7])


def opened(court: Court, trace: Trace, claimed: list[Hash32]) -> int:
    """A claim that ends with the last of these hashes, revealed and challenged and answered."""
    number = court.open(
        terms(Level.BISECTION, program=trace.program),
        trace_digest(len(claimed) - 1, claimed[-1]),
    )
    return number


def played(
    trace: Trace,
    claimed: list[Hash32],
    answers: list[bool] | None,
    middles: list[bytes] | None = None,
) -> tuple[Court, int]:
    """
    Play a whole game up to the last step.

    The worker plays its claimed trace, or what `middles` says; the challenger compares with the
    honest trace, or answers as `answers` says.
    """
    court = Court(PATIENT)
    number = opened(court, trace, trace.hashes)
    court.call("reveal_trace", number, trace.steps, trace.end, SALT, sender=WORKER)
    progress = court.progress(number)
    forged = replace(progress, trace_end=claimed[-1])
    court.page.progress[number] = forged  # a lie whose preimage somebody found
    court.challenge(number, Level.BISECTION)
    court.respond(number)
    moves = 0
    while (found := court.page.games[number]).state != GameState.STEPPING:
        middle = (found.low + found.high) // 2
        if found.state == GameState.SPLITTING:
            said = Hash32(middles[moves % len(middles)]) if middles else claimed[middle]
            court.call("post_middle", number, said, sender=WORKER)
        else:
            agrees = found.middle_hash == trace.hashes[middle]
            if answers is not None:
                agrees = answers[moves % len(answers)]
            court.call("choose_half", number, agrees, sender=CHALLENGER)
            moves += 1
    return court, number


@settings(max_examples=25, deadline=None)
@given(st.lists(st.booleans(), min_size=1, max_size=6))
def test_an_honest_worker_wins_whatever_the_challenger_says(answers):
    """However a challenger chooses, the last step is one that the honest worker can prove."""
    court, number = played(HONEST, HONEST.hashes, answers)
    low = court.page.games[number].low
    court.call("prove_step", number, HONEST.witness(low), sender=WORKER)
    court.finish(number, 10_000)


@pytest.mark.parametrize("step", range(1, HONEST.steps + 1))
def test_a_liar_is_convicted_on_every_single_wrong_step(step):
    """Wherever a trace goes wrong, the game ends at that step, and the chain's own step differs."""
    court, number = played(HONEST, lie(HONEST, step), None)
    assert step - 1 == court.page.games[number].low
    court.call("prove_step", number, HONEST.witness(step - 1), sender=CHALLENGER)
    assert 1 == court.stage.events(StepExecuted)
    assert 0 == court.progress(number).outcome_bps
    court.finish(number, 0)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.binary(min_size=32, max_size=32), min_size=1, max_size=5))
def test_a_liar_who_makes_up_states_as_it_goes_is_convicted(middles):
    """Whatever a worker names in the middle, an honest challenger ends at a step it can show."""
    court, number = played(HONEST, lie(HONEST, HONEST.steps), None, middles)
    low = court.page.games[number].low
    court.call("prove_step", number, HONEST.witness(low), sender=CHALLENGER)
    court.finish(number, 0)


def test_only_the_state_that_both_agreed_on_is_stepped_from():
    """Another state, or a forged witness, is refused and changes nothing."""
    court, number = played(HONEST, lie(HONEST, 9), None)
    with court.stage.refuses(StepWrong):
        court.call("prove_step", number, HONEST.witness(3), sender=CHALLENGER)
    with court.stage.refuses(WitnessWrong):
        wrong = replace(HONEST.witness(8), word=1)
        court.call("prove_step", number, wrong, sender=CHALLENGER)


def ready(court: Court, honest: Trace = HONEST) -> int:
    """A challenged and answered trace: the worker is on the move."""
    number = opened(court, honest, honest.hashes)
    court.call("reveal_trace", number, honest.steps, honest.end, SALT, sender=WORKER)
    court.challenge(number, Level.BISECTION)
    court.respond(number)
    return number


def test_a_worker_whose_clock_runs_out_loses():
    """Silence on the move is a loss: the bond goes half to the challenger, the rest on."""
    court = Court()
    number = ready(court)
    court.blocks(court.params.clock_blocks)
    assert ClaimState.REVEALED == court.state(number)
    court.finish(number, 0)
    assert 1 == court.stage.events(RoundDecided)


def test_a_challenger_whose_clock_runs_out_loses():
    """The worker made its move, so the wait is the challenger's."""
    court = Court()
    number = ready(court)
    court.call("post_middle", number, DIGEST, sender=WORKER)
    assert 1 == court.stage.events(MiddlePosted)
    court.blocks(court.params.clock_blocks)
    court.finish(number, 10_000)


def test_a_clock_counts_all_moves_of_its_side():
    """Blocks used on one move are missing at the next."""
    court = Court()
    number = ready(court)
    court.blocks(5)
    court.call("post_middle", number, DIGEST, sender=WORKER)
    assert court.params.clock_blocks - 5 == court.call("clocks", number, sender=OTHER).worker_blocks
    court.blocks(3)
    assert 9 == court.call("clocks", number, sender=OTHER).challenger_blocks
    court.call("choose_half", number, True, sender=CHALLENGER)
    assert 1 == court.stage.events(HalfChosen)
    court.blocks(2)
    found = court.call("clocks", number, sender=OTHER)
    assert (5, 5, 9) == (found.deadline_blocks, found.worker_blocks, found.challenger_blocks)


def test_both_silent_at_the_last_step_is_the_status_quo_and_both_bonds_burn_in_part():
    """Nobody shows the step: what stood before stands, and a fifth of each bond is destroyed."""
    court = Court(replace(SHORT, clock_blocks=40))
    court_trace = HONEST
    number = ready(court, court_trace)
    while court.page.games[number].state != GameState.STEPPING:
        if court.page.games[number].state == GameState.SPLITTING:
            court.call("post_middle", number, DIGEST, sender=WORKER)
        else:
            court.call("choose_half", number, False, sender=CHALLENGER)
    court.blocks(court.params.clock_blocks + 1)
    burned = court.host.burned_wei
    before = court.stage.balance_wei(CHALLENGER), court.stage.balance_wei(WORKER)
    court.finish(number, 10_000)
    after = court.stage.balance_wei(CHALLENGER), court.stage.balance_wei(WORKER)
    assert (8 * COIN, 8 * COIN) == (after[0] - before[0], after[1] - before[1])
    assert 0 == burned
    assert 4 == court.stage.events(BondMoved)


def test_each_side_makes_its_own_moves_only():
    """Nobody moves for the other side, and an earlier challenger has no part in a later game."""
    court = Court()
    number = ready(court)
    with court.stage.refuses(RoleForbids):
        court.call("post_middle", number, DIGEST, sender=CHALLENGER)
    court.call("post_middle", number, DIGEST, sender=WORKER)
    with court.stage.refuses(RoleForbids):
        court.call("choose_half", number, True, sender=WORKER)
    court.blocks(court.params.clock_blocks)
    court.challenge(number, Level.BISECTION, sender=OTHER)
    court.respond(number)
    court.call("post_middle", number, DIGEST, sender=WORKER)
    with court.stage.refuses(RoleForbids):
        court.call("choose_half", number, True, sender=CHALLENGER)


def test_a_friend_who_loses_on_purpose_does_not_shut_others_out():
    """A lost game may be played again by others, a few times, and a jury may always be asked."""
    court = Court()
    number = ready(court)
    for sender in (OTHER, 5):
        court.call("post_middle", number, DIGEST, sender=WORKER)
        court.blocks(court.params.clock_blocks)
        court.challenge(number, Level.BISECTION, sender=sender)
        court.respond(number)
    court.call("post_middle", number, DIGEST, sender=WORKER)
    court.blocks(court.params.clock_blocks)
    with court.stage.refuses(TooManyRounds):
        court.challenge(number, Level.BISECTION, sender=6)
    court.challenge(number, Level.JURY, sender=6)
    court.respond(number)
    court.vote(number, 0, 0, 0)
    court.finish(number, 0)


def test_a_trace_is_shown_whole_before_it_is_bisected():
    """Without a halted end, a right count of steps and a program there is no game."""
    court = Court()
    number = opened(court, HONEST, HONEST.hashes)
    with court.stage.refuses(TraceMissing):
        court.reveal(number, HONEST.digest)
    with court.stage.refuses(TraceWrong):
        court.call("reveal_trace", number, 0, HONEST.end, SALT, sender=WORKER)
    with court.stage.refuses(TraceWrong):
        running = replace(HONEST.end, is_halted=False)
        court.call("reveal_trace", number, 3, running, SALT, sender=WORKER)
    with court.stage.refuses(TermsInvalid):
        court.open(terms(Level.BISECTION))
    plain = court.open(terms(Level.REQUESTER))
    with court.stage.refuses(LevelTooLow):
        court.challenge(plain, Level.BISECTION)
    program = court.open(terms(Level.REQUESTER, program=HONEST.program), HONEST.digest)
    with court.stage.refuses(LevelTooLow):
        court.challenge(program, Level.BISECTION, Side.FOR_WORKER)
    with court.stage.refuses(SideInvalid):
        court.challenge(program, Level.JURY, Side.FOR_WORKER)
    court.challenge(program, Level.BISECTION)
    court.reveal(program, HONEST.digest)
    with court.stage.refuses(TraceMissing):
        court.respond(program)
    court.call("reveal_trace", program, HONEST.steps, HONEST.end, SALT, sender=WORKER)
    court.respond(program)
    assert ClaimState.BISECTING == court.state(program)


def test_who_left_a_game_undecided_shares_no_forfeit():
    """A challenger that never showed the step has proven nothing, though a jury later does."""
    court = Court(replace(SHORT, clock_blocks=40))
    number = ready(court)
    while court.page.games[number].state != GameState.STEPPING:
        if court.page.games[number].state == GameState.SPLITTING:
            court.call("post_middle", number, DIGEST, sender=WORKER)
        else:
            court.call("choose_half", number, False, sender=CHALLENGER)
    court.blocks(court.params.clock_blocks + 1)
    court.challenge(number, Level.JURY, sender=OTHER)
    court.respond(number)
    court.vote(number, 0, 0, 0)
    before = court.stage.balance_wei(CHALLENGER), court.stage.balance_wei(OTHER)
    court.finish(number, 0)
    after = court.stage.balance_wei(CHALLENGER), court.stage.balance_wei(OTHER)
    assert (8 * COIN, 30 * COIN) == (after[0] - before[0], after[1] - before[1])
