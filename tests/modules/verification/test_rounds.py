"""Voters: what they seal, what counts, and what happens when they do not agree or do not come."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.kit.assembly import own
from chain.kit.state_machine import RoleForbids, StateForbids
from chain.kit.verdicts import Level, vote_seal
from chain.types.primitives import ZERO_HASH, Hash32
from modules.verification.events import Drawn, RoundDecided, Sampled, VoteOpened, VoteSealed
from modules.verification.records import ClaimState, Role, Side
from modules.verification.refusals import (
    AlreadySealed,
    NotSealed,
    SealWrong,
    TooManyRounds,
    VoteInvalid,
)
from tests.modules.stage import COIN, account
from tests.modules.verification.scene import (
    CHALLENGER,
    DIGEST,
    OTHER,
    SALT,
    SHORT,
    VALUE,
    WORKER,
    WRONG,
    Asker,
    Court,
    terms,
)

RIGHT_VALUE, WRONG_VALUE = (int.from_bytes(digest, "big") for digest in (DIGEST, WRONG))


def redundant(court: Court, *values: int, reveals: bool = True) -> int:
    """A claim of three copies, voted on."""
    number = court.open(terms(Level.REDUNDANCY))
    court.until(number, ClaimState.VOTING)
    voters = court.voters(number)
    for voter, value in zip(voters, values, strict=True):
        court.seal(number, voter, value)
    assert ClaimState.OPENING == court.state(number)
    if reveals:
        court.reveal(number)
    for voter in voters:
        court.show(number, voter)
    return number


def test_copies_that_agree_prove_a_result():
    """Three equal digests: all is the worker's, and each replica gets the fee of the work."""
    court = Court()
    number = redundant(court, RIGHT_VALUE, RIGHT_VALUE)
    voter = court.voters(number)[0]
    before = court.stage.balance_wei(voter)
    court.finish(number, 10_000)
    assert VALUE * 9 // 10 == court.stage.balance_wei(voter) - before


def test_most_copies_decide_and_the_wrong_one_pays_the_right_one():
    """One replica differs: its penalty goes to the replica that was right."""
    court = Court()
    number = redundant(court, WRONG_VALUE, RIGHT_VALUE)
    wrong, right = court.voters(number)
    before = court.stage.balance_wei(right)
    court.finish(number, 10_000)
    assert 2 * VALUE * 9 // 10 + 2 * COIN == court.stage.balance_wei(right) - before
    assert 98 * COIN == court.page.members[Role.REPLICA, account(wrong)].bond_wei


def test_a_worker_against_two_equal_copies_loses():
    """Two replicas agree on another digest: nothing is the worker's; its forfeit is shared."""
    court = Court()
    number = redundant(court, WRONG_VALUE, WRONG_VALUE)
    right = court.voters(number)[0]
    before = court.stage.balance_wei(right)
    court.finish(number, 0)
    expected = VALUE * 9 // 10 + 15 * COIN // 2
    assert expected == court.stage.balance_wei(right) - before


def test_copies_that_all_differ_prove_nothing():
    """Without a majority it is half each, unless somebody goes on to auditors or a jury."""
    court = Court()
    number = redundant(court, WRONG_VALUE, WRONG_VALUE + 1)
    assert (5_000, False) == (
        court.progress(number).outcome_bps,
        court.progress(number).is_decided,
    )
    court.finish(number, 5_000)
    court = Court()
    number = redundant(court, WRONG_VALUE, WRONG_VALUE + 1)
    court.challenge(number, Level.AUDIT, Side.FOR_WORKER, sender=WORKER)
    court.vote(number, 0, 0, 0)
    court.finish(number, 10_000)


def test_a_worker_that_does_not_reveal_its_copy_loses():
    """The copies are opened, the worker's is not: it lost."""
    court = Court()
    number = redundant(court, RIGHT_VALUE, RIGHT_VALUE, reveals=False)
    assert ClaimState.OPENING == court.state(number)
    court.blocks(SHORT.open_blocks)
    court.finish(number, 0)


def test_a_copied_seal_is_worthless():
    """subtensor#1787: what one voter sealed does not open under another's name, nor later."""
    court = Court()
    number = court.open(terms(Level.REDUNDANCY))
    court.until(number, ClaimState.VOTING)
    honest, copycat = court.voters(number)
    court.seal(number, honest, RIGHT_VALUE)
    copied = court.seats(number, 0)[0].seal
    court.call("seal_vote", number, copied, sender=copycat)
    court.show(number, honest)
    with court.stage.refuses(SealWrong):
        court.call("open_vote", number, RIGHT_VALUE, SALT, sender=copycat)
    assert vote_seal(1, 0, account(1), 5, SALT) != vote_seal(1, 1, account(1), 5, SALT)


def audited(court: Court, **changes: object) -> int:
    """A revealed claim at AUDIT, drawn."""
    number = court.open(terms(Level.AUDIT, **changes))
    court.reveal(number)
    court.until(number, ClaimState.VOTING)
    return number


def test_an_audit_within_tolerance_passes():
    """gonka#1199: runs differ a little; a distance up to the claim's own tolerance is equal."""
    court = Court()
    number = audited(court, tolerance=7)
    court.vote(number, 7, 6, 8)
    court.finish(number, 10_000)
    assert 1 == court.stage.events(Sampled)
    assert 3 == court.stage.events(Drawn) == court.stage.events(VoteSealed)
    assert 3 == court.stage.events(VoteOpened)


def test_an_audit_above_tolerance_fails():
    """AgenC#71: fraud is not free, most auditors above the tolerance void the result."""
    court = Court()
    number = audited(court)
    voters = court.voters(number)
    before = [court.stage.balance_wei(voter) for voter in voters]
    court.vote(number, 6, 2**255, 0)
    court.finish(number, 0)
    fee = 3 * COIN // 10 * 9 // 10
    gained = [court.stage.balance_wei(v) - b for v, b in zip(voters, before, strict=True)]
    share = (fee + 2 * COIN) // 2 + 15 * COIN // 2
    assert [share, share, 0] == gained


def test_a_result_that_is_not_sampled_costs_no_audit():
    """The beacon passes a trusted worker's result by, and the asker's fee comes back."""
    court = Court(replace(SHORT, audit_bps_min=1, audit_bps_max=1))
    before = court.host.balance_wei(Asker.address)
    number = court.open(terms(Level.AUDIT))
    court.reveal(number)
    court.finish(number, 10_000)
    assert before == court.host.balance_wei(Asker.address)
    assert not court.progress(number).is_decided


def test_a_result_that_was_not_sampled_may_still_be_audited():
    """AgenC#1292: whoever doubts a result has it run again, at the cost of the audit."""
    court = Court(replace(SHORT, audit_bps_min=1, audit_bps_max=1))
    number = court.open(terms(Level.AUDIT))
    court.reveal(number)
    court.until(number, ClaimState.REVEALED)
    court.challenge(number, Level.AUDIT)
    court.respond(number)
    court.vote(number, 99, 99, 99)
    court.finish(number, 0)


def test_attestors_check_a_quote():
    """dstack#751: no quote counts before bonded attestors found it good under its policy."""
    for votes, expected in (((0, 0, 1), 10_000), ((1, 0, 1), 0)):
        court = Court()
        number = court.open(terms(Level.ATTESTED, tolerance=0))
        court.reveal(number)
        court.vote(number, *votes)
        court.finish(number, expected)


def test_an_audit_without_quorum_is_drawn_again_once():
    """Silent auditors are penalised and others are drawn, once; then it is half each."""
    court = Court()
    number = audited(court)
    first = set(court.voters(number))
    court.vote(number, 0)
    court.blocks(SHORT.open_blocks)
    court.until(number, ClaimState.VOTING)
    second = set(court.voters(number))
    assert not first & second
    court.vote(number, 0, 0, 0)
    court.finish(number, 10_000)
    silent = [a for a in first if court.page.member_stats[Role.AUDITOR, account(a)].missed]
    assert 2 == len(silent)
    assert all(98 * COIN == court.page.members[Role.AUDITOR, account(a)].bond_wei for a in silent)


def test_an_audit_that_nobody_does_ends_in_the_split_rule():
    """Two draws without quorum: half each, unless somebody asks a jury."""
    court = Court()
    number = audited(court)
    court.finish(number, 5_000)
    assert 2 == len(court.rounds(number))
    assert 1 == court.stage.events(RoundDecided)
    lost = [a for a in range(10, 30) if court.page.member_stats[Role.AUDITOR, account(a)].missed]
    assert 6 == len(lost)


def disputed(court: Court) -> int:
    """A claim before its first jury."""
    number = court.open(terms(Level.REQUESTER))
    court.challenge(number, Level.JURY)
    court.reveal(number)
    court.respond(number)
    return number


def test_an_appeal_draws_twice_as_many_and_one_and_costs_more():
    """3 jurors, then 7, then 15: each bond is twice the one before, and then it is final."""
    court = Court(replace(SHORT, appeal_bond_bps=20_000))
    number = disputed(court)
    court.vote(number, 0, 0, 0)
    court.challenge(number, Level.JURY, Side.FOR_WORKER, sender=WORKER)
    court.until(number, ClaimState.VOTING)
    assert 7 == len(court.voters(number))
    court.vote(number, *[10_000] * 7)
    court.challenge(number, Level.JURY)
    court.respond(number)
    assert [10 * COIN, 20 * COIN, 40 * COIN] == [item.bond_wei for item in court.rounds(number)]


def test_the_last_jury_is_final_at_once():
    """V5: after the last appeal the ruling is final, and the jurors overruled pay."""
    court = Court(replace(SHORT, appeals_max=1))
    number = disputed(court)
    court.vote(number, 0, 0, 0)
    overruled = court.voters(number)
    court.challenge(number, Level.JURY, Side.FOR_WORKER, sender=WORKER)
    court.vote(number, *[10_000] * 7)
    assert ClaimState.RULED == court.state(number)
    before = court.stage.balance_wei(overruled[0])
    court.finish(number, 10_000)
    assert before == court.stage.balance_wei(overruled[0])
    assert 98 * COIN == court.page.members[Role.JUROR, account(overruled[0])].bond_wei


def test_there_are_so_many_appeals():
    """With too few jurors to draw a round stalls; after the last one nobody is heard."""
    court = Court(replace(SHORT, appeals_max=2))
    number = disputed(court)
    court.vote(number, 0, 0, 0)
    court.challenge(number, Level.JURY, Side.FOR_WORKER, sender=WORKER)
    court.vote(number, *[0] * 7)
    court.challenge(number, Level.JURY, Side.FOR_WORKER, sender=OTHER)
    before = court.stage.balance_wei(OTHER)
    court.finish(number, 0)  # twenty members, ten of them sat already: fifteen cannot be drawn
    assert 40 * COIN + 15 * COIN // 10 == court.stage.balance_wei(OTHER) - before


def test_a_jury_that_does_not_come_leaves_it_half_each():
    """No quorum: redrawn once, then the split rule; both bonds come back."""
    court = Court()
    before = [court.stage.balance_wei(who) for who in (WORKER, CHALLENGER)]
    number = disputed(court)
    court.finish(number, 5_000)
    after = [court.stage.balance_wei(who) for who in (WORKER, CHALLENGER)]
    assert before[0] == after[0]
    assert before[1] - 3 * COIN // 10 == after[1]


def test_a_jury_without_a_majority_is_drawn_again():
    """Three jurors, three opinions: three others are drawn."""
    court = Court()
    number = disputed(court)
    court.vote(number, 0, 5_000, 10_000)
    assert ClaimState.DRAWING == court.state(number)
    court.vote(number, 5_000, 5_000, 0)
    court.finish(number, 5_000)


def test_what_a_jury_decided_stands_when_the_next_one_does_not_come():
    """Keeping jurors away from an appeal does not change a ruling."""
    court = Court(replace(SHORT, appeals_max=1))
    number = disputed(court)
    court.vote(number, 0, 0, 0)
    court.challenge(number, Level.JURY, Side.FOR_WORKER, sender=WORKER)
    court.finish(number, 0)


def accused(court: Court) -> int:
    """A device, say, is accused before a jury."""
    court.call("deposit", sender=CHALLENGER, value_wei=20 * COIN)
    number: int = court.ask("accuse", account(WORKER), account(CHALLENGER), VALUE)
    return number


def test_an_accusation_that_nobody_decides_is_cleared_and_costs_a_part_of_the_bond():
    """TARGET D: default at timeout is cleared, the challenger's bond partly burnt."""
    court = Court()
    supply = sum(court.host.balances_wei.values())
    number = accused(court)
    court.finish(number, 10_000)
    assert supply - 2 * COIN == sum(court.host.balances_wei.values())


def test_an_accusation_is_judged():
    """A jury finds it true, and the accuser shares the forfeit; its trust is not a worker's."""
    court = Court()
    number = accused(court)
    court.vote(number, 0, 0, 0)
    court.finish(number, 0)
    assert (0,) == own(Asker, court.host).ruled_bps
    assert 0 == court.page.worker_stats[account(WORKER)].claims


def test_voters_seal_and_open_once_and_in_turn():
    """Strangers have no vote; a seal stays; only what was sealed counts; jurors give bps."""
    court = Court()
    number = disputed(court)
    court.until(number, ClaimState.VOTING)
    first, second, _ = court.voters(number)
    with court.stage.refuses(RoleForbids):
        court.seal(number, OTHER, 0)
    with court.stage.refuses(NotSealed):
        court.call("seal_vote", number, ZERO_HASH, sender=first)
    court.seal(number, first, 7)
    with court.stage.refuses(AlreadySealed):
        court.seal(number, first, 0)
    with court.stage.refuses(StateForbids):
        court.show(number, first)
    court.until(number, ClaimState.OPENING)
    with court.stage.refuses(VoteInvalid):
        court.call("open_vote", number, 7, SALT, sender=first)
    with court.stage.refuses(SealWrong):
        court.call("open_vote", number, 0, SALT, sender=first)
    with court.stage.refuses(NotSealed):
        court.call("open_vote", number, 0, SALT, sender=second)


@pytest.mark.parametrize("level", [Level.BISECTION, Level.AUDIT])
def test_a_level_is_tried_so_often(level):
    """A second audit on demand is refused: the next word is a jury's."""
    court = Court(replace(SHORT, audit_bps_min=1, audit_bps_max=1))
    number = court.open(terms(Level.AUDIT, program=Hash32(b"\x01" * 32)))
    court.reveal(number)
    court.until(number, ClaimState.REVEALED)
    for turn in range(3 if level == Level.BISECTION else 1):
        court.challenge(number, level)
        court.blocks(SHORT.respond_blocks)
        progress = court.progress(number)
        court.page.progress[number] = replace(
            progress, outcome_bps=10_000, level=Level(level - (level == Level.AUDIT))
        )
        assert turn + 1 == len(court.rounds(number))
    with court.stage.refuses(TooManyRounds):
        court.challenge(number, level)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([0, 5_000, 10_000]), min_size=0, max_size=3))
def test_every_jury_ends_with_every_coin_in_its_place(votes):
    """Whatever few or many jurors say, the claim ends, and all bonds and fees have left."""
    court = Court()
    number = disputed(court)
    court.vote(number, *votes)
    court.until(number, ClaimState.EXECUTED)
    court.check_empty()


def test_a_worker_that_does_not_come_before_the_only_jury_has_lost():
    """Without appeals the unanswered challenge is the last word, and final at once."""
    court = Court(replace(SHORT, appeals_max=0))
    number = court.open(terms(Level.REQUESTER))
    court.challenge(number, Level.JURY)
    court.blocks(SHORT.respond_blocks)
    assert ClaimState.RULED == court.state(number)
    court.finish(number, 0)
