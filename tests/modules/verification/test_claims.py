"""The way of a claim: silence, acceptance, reveals, challenges, and one final ruling."""

from chain.kit.assembly import own
from chain.kit.verdicts import Level
from modules.verification.records import ClaimState, Side
from tests.modules.stage import COIN
from tests.modules.verification.scene import CHALLENGER, PAYER, POOL, WORKER, Asker, Court, terms


def test_silence_is_the_worker_s():
    """What the payer only looks at is the worker's once the window has passed in silence."""
    court = Court()
    number = court.open(terms(Level.REQUESTER))
    court.finish(number, 10_000)
    assert (10_000,) == own(Asker, court.host).ruled_bps


def test_a_challenge_goes_to_a_jury_and_the_ruling_is_executed():
    """A challenger who is right gets its bond, half of the worker's and half of the forfeit."""
    court = Court()
    number = court.open(terms(Level.REQUESTER))
    before = court.stage.balance_wei(CHALLENGER)
    court.challenge(number, Level.JURY)
    assert ClaimState.CHALLENGED == court.state(number)
    assert 1 == own(Asker, court.host).disputed
    court.reveal(number)
    court.respond(number)
    court.vote(number, 0, 0, 10_000)
    assert ClaimState.REVEALED == court.state(number)
    court.finish(number, 0)
    gained = court.stage.balance_wei(CHALLENGER) - before
    assert 5 * COIN + 15 * COIN - 3 * COIN // 10 == gained
    assert court.host.balance_wei(POOL) > 15 * COIN


def test_a_challenger_who_is_wrong_pays_the_worker():
    """A lost bond goes to the worker by half, to the jurors, and the rest to the treasury."""
    court = Court()
    number = court.open(terms(Level.REQUESTER))
    before = court.stage.balance_wei(WORKER)
    court.challenge(number, Level.JURY, Side.AGAINST_WORKER, sender=PAYER)
    court.reveal(number)
    court.respond(number)
    court.vote(number, 10_000, 10_000, 10_000)
    court.finish(number, 10_000)
    assert 5 * COIN == court.stage.balance_wei(WORKER) - before
    assert 2 * COIN == court.host.balance_wei(POOL)
