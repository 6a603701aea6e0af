"""What verification tells the book of usage: fees for judging, never lost bonds."""

from chain.kit.usage import Leg
from chain.kit.verdicts import Level
from modules.verification.records import ClaimState
from tests.modules.stage import COIN, account
from tests.modules.verification.scene import CHALLENGER, PAYER, SHORT, WORKER, Court, terms

FEE = 3 * COIN // 10
CUT = FEE * SHORT.canary_share_bps // 10_000


def audited(*votes: int, is_heard: bool = True) -> Court:
    """Return a court that audited one claim by these votes."""
    court = Court()
    court.usage.refuses = not is_heard
    number = court.open(terms(Level.AUDIT))
    court.reveal(number)
    court.vote(number, *votes)
    court.finish(number, 10_000)
    return court


def test_fee_of_a_round_is_told_whole() -> None:
    """The voters' part, with what is kept for canaries, and the rest of it sum to the fee."""
    court = audited(0, 0, 0)
    ((payer, uses, legs),) = court.usage.payments
    assert (account(PAYER), 1, FEE) == (payer, uses, sum(legs.values()))
    assert {Leg.VERIFIER} <= set(legs) <= {Leg.VERIFIER, Leg.TREASURY}
    assert FEE - 3 < legs[Leg.VERIFIER] <= FEE
    assert [] == court.usage.refunds


def test_stakes_that_voters_lose_are_no_revenue() -> None:
    """Who was wrong pays those who were right; the book hears of the fee alone."""
    court = audited(0, 0, 10_000)
    ((_, _, legs),) = court.usage.payments
    assert {Leg.VERIFIER: FEE} == legs


def test_challenger_pays_for_its_round() -> None:
    """The fee of a round that somebody asked for is that somebody's payment."""
    court = Court()
    number = court.open(terms(Level.REQUESTER))
    court.challenge(number, Level.JURY)
    court.reveal(number)
    court.respond(number)
    court.until(number, ClaimState.VOTING)
    size = len(court.voters(number))
    court.vote(number, *([10_000] * size))
    court.finish(number, 10_000)
    ((payer, _, legs),) = court.usage.payments
    assert account(CHALLENGER) == payer
    assert court.params.seat_fee_wei * size == sum(legs.values())


def test_fee_that_was_not_needed_is_a_refund() -> None:
    """Nobody judged: the payer's market gets the fee back, and no payment is told."""
    court = Court()
    number = court.open(terms(Level.AUDIT))
    court.blocks(SHORT.reveal_blocks + 60)
    assert ClaimState.EXECUTED == court.state(number)
    assert [] == court.usage.payments
    assert [(account(PAYER), FEE)] == court.usage.refunds
    assert account(WORKER) not in dict(court.usage.refunds)


def test_book_that_does_not_listen_stops_no_claim() -> None:
    """Voters are paid the same by a court that nobody counts."""
    heard, deaf = (audited(0, 0, 10_000, is_heard=is_heard) for is_heard in (True, False))
    assert heard.host.balances_wei == deaf.host.balances_wei
    assert (1, 0) == (len(heard.usage.payments), len(deaf.usage.payments))
