"""Verification's page: its views, its parameters, and an invariant that notices a missing coin."""

import pytest

from chain.errors import Malformed
from chain.kit.assembly import check_invariants
from chain.kit.parameters import checked
from chain.kit.verdicts import Level
from chain.types.primitives import Bps, Wei
from modules.verification.module import Verification
from modules.verification.params import VerificationParams
from modules.verification.records import ClaimState, Kind
from modules.verification.refusals import TermsInvalid, UnknownClaim
from tests.modules.stage import COIN, account
from tests.modules.verification.scene import (
    CHALLENGER,
    DIGEST,
    OTHER,
    PAYER,
    VALUE,
    WORKER,
    Court,
    terms,
)


def test_a_claim_is_shown_whole():
    """Its terms, its standing, its timeline, its rounds and its seats can be read."""
    court = Court()
    number = court.open(terms(Level.AUDIT))
    court.reveal(number)
    court.vote(number, 0, 1, 2)
    shown = court.call("claim", number, sender=OTHER)
    assert (Kind.RESULT, account(WORKER), account(PAYER), VALUE) == (
        shown.kind,
        shown.worker,
        shown.payer,
        shown.value_wei,
    )
    assert DIGEST == court.call("standing", number, sender=OTHER).digest
    states = [item.state for item in court.call("timeline", number, 0, 100, sender=OTHER)]
    assert [
        ClaimState.COMMITTED,
        ClaimState.DRAWING,
        ClaimState.VOTING,
        ClaimState.OPENING,
        ClaimState.REVEALED,
    ] == states
    assert 3 == court.call("rounds_of", number, sender=OTHER)[0].worker
    seats = court.call("seats_of", number, 0, sender=OTHER)
    assert [0, 1, 2] == [seat.value for seat in seats]
    assert 1 == court.call("claim_count", sender=OTHER)


def test_an_account_sees_its_duties():
    """A drawn auditor finds the claim, what it still has to do, and until when."""
    court = Court()
    number = court.open(terms(Level.AUDIT))
    court.reveal(number)
    court.until(number, ClaimState.VOTING)
    voter = court.voters(number)[0]
    (duty,) = court.call("duties_of", account(voter), 0, 10, sender=OTHER)
    assert (number, 0, ClaimState.VOTING, False) == (
        duty.claim,
        duty.round,
        duty.state,
        duty.is_sealed,
    )
    court.seal(number, voter, 0)
    (duty,) = court.call("duties_of", account(voter), 0, 10, sender=OTHER)
    assert (True, False) == (duty.is_sealed, duty.is_opened)
    court.until(number, ClaimState.EXECUTED)
    assert () == court.call("duties_of", account(voter), 0, 10, sender=OTHER)


@pytest.mark.parametrize("name", ["claim", "standing", "clocks"])
def test_an_unknown_claim_is_refused(name):
    """A number that no claim has is an error, not an empty answer."""
    court = Court(members=False)
    with court.stage.refuses(UnknownClaim):
        court.call(name, 1, sender=OTHER)


def test_a_round_that_never_was_has_no_seats():
    """Also where the numbers are so large that no key of theirs fits a word."""
    court = Court(members=False)
    assert () == court.call("seats_of", 2**256 - 1, 0, sender=OTHER)
    assert () == court.call("seats_of", 1, 2**255, sender=OTHER)


def test_the_price_of_an_unknown_claim_is_refused():
    """There is nothing to challenge."""
    court = Court(members=False)
    with court.stage.refuses(UnknownClaim):
        court.call("challenge_price", 1, Level.JURY, sender=OTHER)


def test_a_fee_is_known_before_a_claim_is_opened():
    """By level: nothing to look at, seats to pay, copies to pay."""
    court = Court()
    fees = {
        level: court.call("fee_wei", terms(level), VALUE, sender=OTHER)
        for level in (Level.NONE, Level.REQUESTER, Level.REDUNDANCY, Level.AUDIT, Level.JURY)
    }
    assert {
        Level.NONE: 0,
        Level.REQUESTER: 0,
        Level.REDUNDANCY: 2 * VALUE,
        Level.AUDIT: 3 * COIN // 10,
        Level.JURY: 3 * COIN // 10,
    } == fees


def test_the_fee_of_more_coins_than_there_are_is_refused():
    """Copies are paid like the work, so a value near the end of a word would not fit any more."""
    court = Court()
    with court.stage.refuses(TermsInvalid):
        court.call("fee_wei", terms(Level.REDUNDANCY), Wei(2**256 - 1), sender=OTHER)


def test_parameters_that_cannot_stand_together_are_refused():
    """gonka#1077: no genesis and no proposal sets a threshold that cannot stand."""
    for wrong in (
        VerificationParams(audit_bps_min=Bps(9_000), audit_bps_max=Bps(8_000)),
        VerificationParams(seat_stake_wei=Wei(101 * COIN)),
        VerificationParams(draw_blocks=0),
    ):
        with pytest.raises(Malformed):
            checked(wrong)


def test_a_missing_coin_is_noticed():
    """When the module holds less than it owes, its invariant pauses it."""
    court = Court()
    number = court.open(terms(Level.REQUESTER))
    court.challenge(number, Level.JURY)
    court.host.transfer(Verification.address, account(OTHER), Wei(1))
    assert "coins_cover_holdings" == check_invariants(Verification, court.host)


def test_a_bond_that_no_total_counts_is_noticed():
    """The audits compare every round with the running totals."""
    court = Court()
    number = court.open(terms(Level.REQUESTER))
    court.challenge(number, Level.JURY, sender=CHALLENGER)
    totals = court.page.totals
    moved = totals.__class__(
        totals.free_wei + 1, totals.bonds_wei - 1, *list(vars(totals).values())[2:]
    )
    court.page.totals = moved
    found = check_invariants(Verification, court.host, with_audits=True)
    assert "bonds_and_fees_sum_to_totals" == found
