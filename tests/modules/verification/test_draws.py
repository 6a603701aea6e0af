"""Who judges: by bond, by a beacon that nobody knew at the commit, and never in their own case."""

from dataclasses import replace

import pytest

from chain.kit.module import Paused, Unauthorized
from chain.kit.sortition import BoundSortition
from chain.kit.verdicts import Level
from chain.types.primitives import Hash32
from modules.verification import draws
from modules.verification.records import ClaimState, MemberState, Role, Side
from tests.modules.stage import COIN, account
from tests.modules.verification.scene import (
    DIGEST,
    MEMBERS,
    OTHER,
    PAYER,
    SHORT,
    WORKER,
    Asker,
    Court,
    terms,
)


def drawn_at(beacon: int, reveal_after: int = 0) -> list[int]:
    """Who is drawn when the block of the draw has this beacon, however late the worker reveals."""
    court = Court()
    number = court.open(terms(Level.AUDIT))
    court.blocks(reveal_after)
    court.reveal(number)
    draw_at = court.progress(number).deadline
    while court.stage.height < draw_at:
        value = beacon if court.stage.height + 1 == draw_at else 1
        court.host.beacon_value = Hash32(value.to_bytes(32, "big"))
        court.stage.next_block()
    assert ClaimState.VOTING == court.state(number)
    return court.voters(number)


def test_the_beacon_of_a_later_block_draws():
    """V4: the commit's own block says nothing; another beacon at the draw draws others."""
    assert drawn_at(7) == drawn_at(7)
    assert drawn_at(7) != drawn_at(8)


def test_when_the_worker_reveals_changes_no_draw():
    """gonka#1472: the height that draws is fixed at the commit, so there is nothing to time."""
    heights = set()
    for late in (0, 2, 3):
        court = Court()
        number = court.open(terms(Level.AUDIT))
        opened = court.stage.height
        court.blocks(late)
        court.reveal(number)
        heights.add(court.progress(number).deadline - opened)
    assert {SHORT.reveal_blocks + SHORT.draw_blocks} == heights
    assert drawn_at(7, 0) == drawn_at(7, 2) == drawn_at(7, 3)


def test_nobody_judges_their_own_case():
    """gonka#1573: worker, payer and challenger hold nearly all bond, and are not drawn."""
    court = Court()
    for number in (WORKER, PAYER, OTHER):
        for role in (Role.AUDITOR, Role.JUROR):
            court.call("join", role, sender=number, value_wei=900_000 // 3 * COIN)
    number = court.open(terms(Level.REQUESTER))
    court.challenge(number, Level.AUDIT, sender=OTHER)
    court.reveal(number)
    court.respond(number)
    court.until(number, ClaimState.VOTING)
    assert not {WORKER, PAYER, OTHER} & set(court.voters(number))


def test_stake_linked_accounts_are_left_out():
    """V3: who delegates to a party, or has a party's delegation, is not drawn."""
    court = Court()
    linked = set(list(MEMBERS)[:17])
    for index, number in enumerate(sorted(linked)):
        party = account((WORKER, PAYER)[index % 2])
        pair = (account(number), party)
        court.stakes.links.add(pair if index % 3 else (pair[1], pair[0]))
    number = court.open(terms(Level.AUDIT))
    court.reveal(number)
    court.until(number, ClaimState.VOTING)
    assert set(MEMBERS) - linked == set(court.voters(number))


def test_too_few_who_may_sit_leave_it_undecided():
    """Where all members are linked to a party it is half each, and the fee comes back."""
    court = Court()
    for number in MEMBERS:
        court.stakes.links.add((account(number), account(WORKER)))
    number = court.open(terms(Level.AUDIT))
    court.reveal(number)
    court.finish(number, 5_000)
    assert [] == court.seats(number, 0)
    number = court.open(terms(Level.REQUESTER))
    before = court.stage.balance_wei(OTHER)
    court.challenge(number, Level.JURY, sender=OTHER)
    court.reveal(number)
    court.respond(number)
    court.finish(number, 5_000)
    assert before == court.stage.balance_wei(OTHER)


def test_a_small_member_is_found_beside_one_with_nearly_all_bond():
    """kleros-v2#1148: three seats are filled though one account has nearly all the weight."""
    court = Court(members=False)
    court.call("join", Role.AUDITOR, sender=10, value_wei=900_000 * COIN)
    for number in (11, 12):
        court.call("join", Role.AUDITOR, sender=number, value_wei=100 * COIN)
    number = court.open(terms(Level.AUDIT))
    court.reveal(number)
    court.until(number, ClaimState.VOTING)
    assert {10, 11, 12} == set(court.voters(number))


def test_members_below_a_raised_minimum_are_not_drawn():
    """kleros-v2#295: after the least bond rises the small ones are suspended, not seated."""
    court = Court()
    for number in (10, 11, 12):
        court.call("top_up", Role.AUDITOR, sender=number, value_wei=50 * COIN)
    court.page.settings = replace(SHORT, member_bond_wei_min=150 * COIN)
    number = court.open(terms(Level.AUDIT))
    court.reveal(number)
    court.until(number, ClaimState.VOTING)
    assert {10, 11, 12} == set(court.voters(number))
    states = [court.page.members[Role.AUDITOR, account(a)].state for a in MEMBERS]
    assert MemberState.SUSPENDED in states


def test_a_full_docket_gives_nobody_else_more_weight():
    """kleros-v2#2003: who sits on many claims is drawn as before, for a seat locks no weight."""
    court = Court()
    weight = court.page.member_weight(Role.AUDITOR)
    numbers = [court.open(terms(Level.AUDIT), subject=7) for _ in range(6)]
    for number in numbers:
        court.reveal(number)
    court.until(numbers[-1], ClaimState.VOTING)
    assert weight == court.page.member_weight(Role.AUDITOR)
    assert 18 == sum(len(court.voters(number)) for number in numbers)


def test_nobody_sits_twice_on_a_claim():
    """Auditors of a claim, whose pay hangs on the ruling, do not sit on its jury."""
    court = Court(members=False)
    for member in range(10, 16):
        for role in (Role.AUDITOR, Role.JUROR):
            court.call("join", role, sender=member, value_wei=100 * COIN)
    number = court.open(terms(Level.AUDIT))
    court.reveal(number)
    court.vote(number, 0, 0, 0)
    auditors = set(court.voters(number))
    court.challenge(number, Level.JURY, Side.AGAINST_WORKER)
    court.respond(number)
    court.until(number, ClaimState.VOTING)
    assert set(range(10, 16)) - auditors == set(court.voters(number))


def test_the_chance_of_an_audit_is_the_rate():
    """Of many claims about as many are picked as the rate says; at the ends none or all."""
    court = Court()
    picked = sum(draws.is_audited(court.page, number, 2_500) for number in range(2_000))
    assert 400 < picked < 600
    assert not any(draws.is_audited(court.page, number, 0) for number in range(50))
    assert all(draws.is_audited(court.page, number, 10_000) for number in range(50))


def test_a_draw_passes_over_a_bounded_number_of_candidates(monkeypatch):
    """However many are linked, one block looks at REDRAWS_MAX more than it seats."""
    court, seen = Court(), []
    whole = BoundSortition.drawing
    monkeypatch.setattr(draws, "REDRAWS_MAX", 4)
    monkeypatch.setattr(draws, "is_linked", lambda *values: seen.append(1) or True)
    monkeypatch.setattr(BoundSortition, "drawing", whole)
    number = court.open(terms(Level.AUDIT))
    court.reveal(number)
    court.until(number, ClaimState.REVEALED)
    assert 7 == len(seen)


def test_distinct_draws_have_distinct_tickets():
    """Claim, round, turn and purpose each change the ticket."""
    page = Court(members=False).page
    found = {
        draws.ticket(page, b"draw", 1, 2, 3),
        draws.ticket(page, b"draw", 2, 2, 3),
        draws.ticket(page, b"draw", 1, 3, 3),
        draws.ticket(page, b"draw", 1, 2, 4),
        draws.ticket(page, b"sample", 1, 2, 3),
    }
    assert 5 == len(found)
    assert DIGEST


def test_whom_a_claim_pays_besides_its_parties_is_not_drawn():
    """V3: a funder, or who is harmed, holds nearly all bond; the asker's word keeps it away."""
    court = Court()
    court.call("join", Role.AUDITOR, sender=OTHER, value_wei=100_000 * COIN)
    number = court.open(terms(Level.AUDIT))
    court.peer(Asker.address).exclude(number, account(OTHER))
    court.reveal(number)
    court.until(number, ClaimState.VOTING)
    assert OTHER not in court.voters(number)


def test_only_who_asked_says_who_may_not_judge():
    """Nobody else chooses among judges, not even another asker, and nobody does in a pause."""
    court = Court()
    number = court.open(terms(Level.AUDIT))
    for who in (account(PAYER), account(WORKER)):
        with pytest.raises(Unauthorized):
            court.peer(who).exclude(number, account(OTHER))
    with pytest.raises(Unauthorized):
        court.peer(Asker.address).exclude(number + 1, account(OTHER))
    court.page.set_paused(True)
    with pytest.raises(Paused):
        court.peer(Asker.address).exclude(number, account(OTHER))
