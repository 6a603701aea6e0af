"""Registration: a bond to be drawn, penalties off it, and its way back."""

from chain.kit.state_machine import StateForbids
from chain.kit.verdicts import Level
from modules.verification import ledger, members
from modules.verification.events import MemberMoved
from modules.verification.records import ClaimState, MemberState, Role
from modules.verification.refusals import BondTooSmall
from tests.modules.stage import COIN, account
from tests.modules.verification.scene import POOL, SHORT, Court, terms

ME = 5


def joined() -> Court:
    """One juror."""
    court = Court(members=False)
    court.call("join", Role.JUROR, sender=ME, value_wei=100 * COIN)
    return court


def test_a_bond_is_the_weight():
    """Joining and topping up add to the bond, and the draw counts it."""
    court = joined()
    court.call("top_up", Role.JUROR, sender=ME, value_wei=7 * COIN)
    found = court.call("member", Role.JUROR, account(ME), sender=1)
    assert (MemberState.ACTIVE, 107 * COIN) == (found.state, found.bond_wei)
    assert 107 * COIN == court.page.member_weight(Role.JUROR)
    assert 2 == court.stage.events(MemberMoved)


def test_a_bond_below_the_least_is_refused():
    """Too little to join with, or left too little after topping up."""
    court = Court(members=False)
    with court.stage.refuses(BondTooSmall):
        court.call("join", Role.JUROR, sender=ME, value_wei=100 * COIN - 1)


def test_the_bond_comes_back_by_itself_after_the_unbonding_time():
    """A member that leaves is drawn no more, and is paid when its time is over, not before."""
    court = joined()
    before = court.stage.balance_wei(ME)
    court.call("resign", Role.JUROR, sender=ME)
    assert 0 == court.page.member_weight(Role.JUROR)
    with court.stage.refuses(StateForbids):
        court.call("join", Role.JUROR, sender=ME, value_wei=100 * COIN)
    court.blocks(SHORT.unbonding_blocks - 1)
    assert before == court.stage.balance_wei(ME)
    court.blocks()
    assert 100 * COIN == court.stage.balance_wei(ME) - before
    court.call("join", Role.JUROR, sender=ME, value_wei=100 * COIN)


def test_a_bond_waits_for_the_last_duty():
    """livepeer#162: who leaves with an open seat stays slashable until it is settled."""
    court = Court()
    number = court.open(terms(Level.AUDIT))
    court.reveal(number)
    court.until(number, ClaimState.VOTING)
    voter = court.voters(number)[0]
    court.call("resign", Role.AUDITOR, sender=voter)
    before = court.stage.balance_wei(voter)
    court.blocks(SHORT.unbonding_blocks)
    assert before == court.stage.balance_wei(voter)
    court.finish(number, 5_000)
    court.blocks(SHORT.unbonding_blocks)
    assert 98 * COIN == court.stage.balance_wei(voter) - before


def test_a_penalty_takes_what_is_there_and_suspends_who_is_too_weak():
    """Below the least bond nobody is drawn until the bond is topped up."""
    court = joined()
    assert 60 * COIN == members.penalise(court.page, Role.JUROR, account(ME), 60 * COIN)
    found = court.page.members[Role.JUROR, account(ME)]
    assert (MemberState.SUSPENDED, 40 * COIN) == (found.state, found.bond_wei)
    assert 0 == court.page.member_weight(Role.JUROR)
    assert 40 * COIN == members.penalise(court.page, Role.JUROR, account(ME), 60 * COIN)
    with court.stage.refuses(BondTooSmall):
        court.call("top_up", Role.JUROR, sender=ME, value_wei=COIN)
    court.call("top_up", Role.JUROR, sender=ME, value_wei=100 * COIN)
    assert 100 * COIN == court.page.member_weight(Role.JUROR)


def test_a_suspended_member_may_leave():
    """What is left of the bond comes back too."""
    court = joined()
    members.penalise(court.page, Role.JUROR, account(ME), 60 * COIN)
    ledger.pay_fee(court.page, POOL, 60 * COIN, "seat_fee")
    court.call("resign", Role.JUROR, sender=ME)
    before = court.stage.balance_wei(ME)
    court.blocks(SHORT.unbonding_blocks + 1)
    assert 40 * COIN == court.stage.balance_wei(ME) - before


def test_who_is_no_member_cannot_leave_or_top_up():
    """There is nothing to leave, and a stray top-up is refused with its coins."""
    court = joined()
    with court.stage.refuses(StateForbids):
        court.call("resign", Role.AUDITOR, sender=ME)
    with court.stage.refuses(StateForbids):
        court.call("top_up", Role.AUDITOR, sender=ME, value_wei=COIN)
