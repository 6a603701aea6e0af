"""Moves of claims and games that take a particular order of events."""

from chain.kit.verdicts import Level
from modules.verification.records import ClaimState, GameState
from modules.verification.vm_step import Op, instruction
from modules.verification.vm_trace import Trace
from tests.modules.verification.programs import STEPS_MAX, sum_trace
from tests.modules.verification.scene import CHALLENGER, DIGEST, SALT, WORKER, Court, terms

TRACE = sum_trace([5])
STOP = Trace([instruction(Op.HALT)], {}, STEPS_MAX)


def test_a_worker_that_opens_last_has_the_copies_counted():
    """The others' copies wait for the worker's own; its reveal closes the count."""
    court = Court()
    number = court.open(terms(Level.REDUNDANCY))
    value = int.from_bytes(DIGEST, "big")
    court.vote(number, value, value)
    assert ClaimState.OPENING == court.state(number)
    court.reveal(number)
    assert ClaimState.REVEALED == court.state(number)
    court.finish(number, 10_000)


def test_a_trace_may_go_to_a_jury_at_once():
    """A result at the level of a jury may be a trace: jurors see it, and a game stays possible."""
    court = Court()
    number = court.open(terms(Level.JURY, program=TRACE.program), TRACE.digest)
    court.call("reveal_trace", number, TRACE.steps, TRACE.end, SALT, sender=WORKER)
    assert ClaimState.EVIDENCE == court.state(number)
    court.vote(number, 10_000, 10_000, 10_000)
    court.finish(number, 10_000)


def test_a_trace_of_one_step_is_proven_without_halving():
    """There is no half to choose: the chain executes the step as soon as a side shows it."""
    court = Court()
    number = court.open(terms(Level.BISECTION, program=STOP.program), STOP.digest)
    court.call("reveal_trace", number, STOP.steps, STOP.end, SALT, sender=WORKER)
    court.challenge(number, Level.BISECTION)
    court.respond(number)
    assert (1, GameState.STEPPING) == (STOP.steps, court.page.games[number].state)
    court.call("prove_step", number, STOP.witness(0), sender=CHALLENGER)
    court.finish(number, 10_000)
