"""The way of a claim: silence, acceptance, reveals, challenges, links, and one final ruling."""

import pytest

from chain.kit.assembly import own
from chain.kit.module import Paused, Unauthorized
from chain.kit.state_machine import RoleForbids, StateForbids
from chain.kit.verdicts import Level, result_seal
from chain.types.primitives import ZERO_HASH, Wei
from modules.verification.events import (
    Challenged,
    ClaimMoved,
    ClaimOpened,
    ClaimRuled,
    EvidenceAdded,
    Linked,
    Responded,
    Revealed,
    Voided,
)
from modules.verification.records import EVIDENCE_MAX, ClaimState, Role, Side
from modules.verification.refusals import (
    AlreadyRevealed,
    DepositTooSmall,
    FeeMissing,
    LevelTooLow,
    LinkInvalid,
    NotRevealed,
    SealWrong,
    SideInvalid,
    TermsInvalid,
    TooFewMembers,
    TooManyCases,
    TooMuchEvidence,
)
from tests.modules.stage import COIN, account
from tests.modules.verification.scene import (
    CHALLENGER,
    DIGEST,
    OTHER,
    PAYER,
    POOL,
    SALT,
    SHORT,
    VALUE,
    WORKER,
    WRONG,
    Asker,
    Court,
    terms,
)


def test_what_needs_no_proof_is_final_at_once():
    """Level NONE: the asker hears in the next block that all is the worker's."""
    court = Court()
    number = court.open(terms(Level.NONE))
    court.blocks(2)
    assert ClaimState.EXECUTED == court.state(number)
    court.finish(number, 10_000)


def test_silence_is_the_worker_s():
    """What the payer only looks at is the worker's once the window has passed in silence."""
    court = Court()
    number = court.open(terms(Level.REQUESTER))
    assert 1 == court.stage.events(ClaimOpened)
    court.blocks(SHORT.challenge_blocks - 1)
    assert ClaimState.REVEALED == court.state(number)
    court.blocks(1)
    assert ClaimState.RULED == court.state(number)
    assert 1 == court.stage.events(ClaimRuled)
    court.finish(number, 10_000)
    assert (10_000,) == own(Asker, court.host).ruled_bps
    assert court.stage.events(ClaimMoved) == 3


def test_a_payer_or_its_asker_may_accept_before_the_window_ends():
    """Acceptance is final at once; a stranger's or the worker's counts for nothing."""
    court = Court()
    first, second = court.open(terms(Level.REQUESTER)), court.open(terms(Level.REQUESTER))
    for sender in (WORKER, OTHER):
        with court.stage.refuses(RoleForbids):
            court.call("accept", first, sender=sender)
    court.call("accept", first, sender=PAYER)
    court.ask("accept", second)
    with court.stage.refuses(StateForbids):
        court.call("accept", first, sender=PAYER)
    court.finish(first, 10_000)
    court.finish(second, 10_000)


def test_a_bad_outcome_is_not_accepted_early():
    """Only what is wholly the worker's can be final before others had their window."""
    court = Court()
    number = court.open(terms(Level.REQUESTER))
    court.challenge(number, Level.JURY)
    court.blocks(SHORT.respond_blocks)
    with court.stage.refuses(TermsInvalid):
        court.call("accept", number, sender=PAYER)
    court.finish(number, 0)


def test_only_what_was_sealed_opens_a_seal():
    """Another digest, another salt, or somebody else's seal does not open it; and only once."""
    court = Court()
    number = court.open(terms(Level.AUDIT))
    for digest, salt in ((WRONG, SALT), (DIGEST, WRONG)):
        with court.stage.refuses(SealWrong):
            court.call("reveal", number, digest, salt, sender=WORKER)
    with court.stage.refuses(RoleForbids):
        court.call("reveal", number, DIGEST, SALT, sender=OTHER)
    court.reveal(number)
    assert 1 == court.stage.events(Revealed)
    with court.stage.refuses(StateForbids):
        court.reveal(number)


def test_a_seal_binds_asker_subject_worker_digest_and_salt():
    """Any other of the five makes another seal, so a copied seal is worth nothing to who copies."""
    parts = (account(1), 7, account(2), DIGEST, SALT)
    others = (account(9), 8, account(9), WRONG, WRONG)
    seals = {result_seal(*parts)}
    for index, other in enumerate(others):
        seals.add(result_seal(*parts[:index], other, *parts[index + 1 :]))
    assert 6 == len(seals)


def test_a_worker_that_does_not_reveal_loses():
    """After the reveal window it is ruled against the worker, whose forfeit the payer shares."""
    court = Court()
    before = court.stage.balance_wei(PAYER)
    number = court.open(terms(Level.AUDIT))
    court.blocks(SHORT.reveal_blocks)
    assert ClaimState.RULED == court.state(number)
    court.finish(number, 0)
    assert 15 * COIN == court.stage.balance_wei(PAYER) - before


def test_a_challenge_goes_to_a_jury_and_the_ruling_is_executed():
    """A challenger who is right gets its bond, half of the worker's and half of the forfeit."""
    court = Court()
    number = court.open(terms(Level.REQUESTER))
    before = court.stage.balance_wei(CHALLENGER)
    court.challenge(number, Level.JURY)
    assert ClaimState.CHALLENGED == court.state(number)
    assert 1 == own(Asker, court.host).disputed
    with court.stage.refuses(NotRevealed):
        court.respond(number)
    court.reveal(number)
    with court.stage.refuses(AlreadyRevealed):
        court.reveal(number)
    court.respond(number)
    assert (1, 1) == (court.stage.events(Challenged), court.stage.events(Responded))
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


def test_a_worker_that_does_not_answer_a_challenge_loses_it():
    """Silence after a challenge is an outcome against the worker, and it may still appeal it."""
    court = Court()
    number = court.open(terms(Level.REQUESTER))
    court.challenge(number, Level.AUDIT)
    court.blocks(SHORT.respond_blocks)
    assert (ClaimState.REVEALED, 0) == (court.state(number), court.progress(number).outcome_bps)
    court.challenge(number, Level.JURY, Side.FOR_WORKER, sender=WORKER)
    court.vote(number, 10_000, 10_000, 10_000)
    court.finish(number, 10_000)


def test_a_dispute_goes_up_only():
    """At the level of the last decision or below it nobody is heard again."""
    court = Court()
    number = court.open(terms(Level.REQUESTER))
    for level in (Level.NONE, Level.REQUESTER, Level.REDUNDANCY, Level.ATTESTED):
        with court.stage.refuses(LevelTooLow):
            court.challenge(number, level)
    court.challenge(number, Level.AUDIT)
    court.reveal(number)
    court.respond(number)
    court.vote(number, 3, 5, 4)
    with court.stage.refuses(LevelTooLow):
        court.challenge(number, Level.AUDIT, sender=OTHER)
    court.finish(number, 10_000)


def test_nobody_objects_to_their_own():
    """A worker cannot challenge its own result, nor a payer plead for its worker."""
    court = Court()
    number = court.open(terms(Level.REQUESTER))
    with court.stage.refuses(SideInvalid):
        court.challenge(number, Level.JURY, sender=WORKER)
    with court.stage.refuses(SideInvalid):
        court.challenge(number, Level.JURY, Side.FOR_WORKER)
    with court.stage.refuses(SideInvalid):
        court.challenge(number, Level.JURY, Side.NONE)
    court.challenge(number, Level.JURY)
    court.blocks(SHORT.respond_blocks)
    with court.stage.refuses(SideInvalid):
        court.challenge(number, Level.JURY, Side.FOR_WORKER, sender=PAYER)
    with court.stage.refuses(SideInvalid):
        court.challenge(number, Level.JURY, Side.AGAINST_WORKER)


def test_a_challenge_costs_a_bond_in_proportion_to_the_value():
    """Less than bond and fee is refused; what is put down earlier counts."""
    court = Court()
    number = court.open(terms(Level.REQUESTER))
    price = court.call("challenge_price", number, Level.JURY, sender=OTHER)
    assert VALUE // 10 + 3 * COIN // 10 == price
    values = (number, Level.JURY, Side.AGAINST_WORKER, DIGEST)
    with court.stage.refuses(DepositTooSmall):
        court.call("challenge", *values, sender=CHALLENGER, value_wei=price - 1)
    court.call("deposit", sender=CHALLENGER, value_wei=price)
    court.call("challenge", *values, sender=CHALLENGER)
    assert 0 == court.call("free", account(CHALLENGER), sender=OTHER)


def test_an_account_has_so_many_cases_open_at_once():
    """One more than the limit is refused, until one of them is settled."""
    court = Court(SHORT.__class__(**{**SHORT.__dict__, "open_cases_max": 1}))
    first, second = court.open(terms(Level.REQUESTER)), court.open(terms(Level.REQUESTER))
    court.challenge(first, Level.JURY)
    with court.stage.refuses(TooManyCases):
        court.challenge(second, Level.JURY)
    court.call("accept", second, sender=PAYER)
    court.finish(first, 0)
    court.challenge(court.open(terms(Level.REQUESTER)), Level.JURY)


def test_parties_bring_a_bounded_list_of_evidence():
    """Worker, payer and challenger may each bring a few hashes while the jury is not drawn."""
    court = Court()
    number = court.open(terms(Level.JURY))
    court.reveal(number)
    with court.stage.refuses(RoleForbids):
        court.call("add_evidence", number, DIGEST, sender=OTHER)
    for _ in range(EVIDENCE_MAX):
        court.call("add_evidence", number, DIGEST, sender=WORKER)
    with court.stage.refuses(TooMuchEvidence):
        court.call("add_evidence", number, DIGEST, sender=WORKER)
    court.call("add_evidence", number, WRONG, sender=PAYER)
    assert EVIDENCE_MAX + 1 == court.stage.events(EvidenceAdded)
    shown = court.call("evidence", number, 0, 100, sender=OTHER)
    assert account(PAYER) == shown[-1].author
    court.vote(number, 5_000, 5_000, 5_000)
    court.finish(number, 5_000)


@pytest.mark.parametrize("copies", [1, 10])
def test_copies_are_within_bounds(copies):
    """One worker is no redundancy, and ten are too many."""
    with (court := Court()).stage.refuses(TermsInvalid):
        court.open(terms(Level.REDUNDANCY, copies=copies))
    with court.stage.refuses(TermsInvalid):
        court.open(terms(Level.AUDIT, copies=2))


def test_a_claim_needs_its_fee_an_asker_and_people_to_judge():
    """Nobody opens claims but askers, none without its fee, none where nobody could be drawn."""
    court = Court()
    with court.stage.refuses(FeeMissing):
        parties = (account(WORKER), account(PAYER))
        court.ask("open_unpaid", *parties, terms(Level.AUDIT), VALUE)
    with court.stage.refuses(Unauthorized):
        court.peer(account(OTHER)).open_claim(
            1, account(1), account(2), ZERO_HASH, terms(Level.NONE), Wei(1)
        )
    with court.stage.refuses(Unauthorized):
        court.peer(account(OTHER)).open_dispute(1, account(1), account(2), ZERO_HASH, Wei(1))
    with Court(members=False).stage.refuses(TooFewMembers) as _:
        Court(members=False).open(terms(Level.AUDIT))


def test_a_paused_verifier_takes_no_claims():
    """Another module calls past the dispatcher, and is refused all the same."""
    court = Court()
    court.page.set_paused(True)
    with court.stage.refuses(Paused):
        court.open(terms(Level.NONE))


def test_a_void_claim_takes_what_builds_on_it_along():
    """A checkpoint that builds on a void one is void, though nobody challenged it."""
    court = Court()
    first, second = court.open(terms(Level.REQUESTER)), court.open(terms(Level.REQUESTER))
    court.ask("link", second, first)
    assert 1 == court.stage.events(Linked)
    court.challenge(first, Level.JURY)
    court.reveal(first)
    court.respond(first)
    court.vote(first, 0, 0, 0)
    court.finish(first, 0)
    court.until(second, ClaimState.EXECUTED)
    assert 0 == court.progress(second).outcome_bps
    assert 1 == court.stage.events(Voided)


def test_what_builds_on_another_is_never_final_before_it():
    """Acceptance and silence wait for the claim below; then the outcome is its own."""
    court = Court()
    first, second = court.open(terms(Level.REQUESTER)), court.open(terms(Level.REQUESTER))
    court.call("link", second, first, sender=WORKER)
    court.challenge(first, Level.JURY)
    court.reveal(first)
    court.respond(first)
    court.call("accept", second, sender=PAYER)
    assert ClaimState.REVEALED == court.state(second)
    court.vote(first, 10_000, 10_000, 10_000)
    court.finish(first, 10_000)
    court.finish(second, 10_000)


def test_only_claims_of_the_same_people_are_linked_and_once():
    """Nobody ties a result to somebody else's, to a later one, to itself, or twice."""
    court = Court()
    first, second = court.open(terms(Level.REQUESTER)), court.open(terms(Level.REQUESTER))
    with court.stage.refuses(RoleForbids):
        court.call("link", second, first, sender=PAYER)
    for number, earlier in ((first, second), (first, first), (second, 0), (second, 9)):
        with court.stage.refuses(LinkInvalid):
            court.call("link", number, earlier, sender=WORKER)
    court.call("link", second, first, sender=WORKER)
    with court.stage.refuses(LinkInvalid):
        court.call("link", second, first, sender=WORKER)


def test_a_final_result_never_opens_again():
    """V5: after the ruling nothing can be challenged, revealed, linked or accepted."""
    court = Court()
    number = court.open(terms(Level.REQUESTER))
    court.call("accept", number, sender=PAYER)
    price = court.call("challenge_price", number, Level.JURY, sender=OTHER)
    values = (number, Level.JURY, Side.AGAINST_WORKER, DIGEST)
    for name, arguments, sender in (
        ("challenge", values, CHALLENGER),
        ("reveal", (number, DIGEST, SALT), WORKER),
        ("accept", (number,), PAYER),
        ("respond", (number,), WORKER),
    ):
        for _ in range(2):
            payable = name == "challenge"
            with court.stage.refuses(StateForbids):
                court.call(name, *arguments, sender=sender, value_wei=price if payable else 0)
            court.blocks(2)


def test_an_asker_that_cannot_hear_of_a_dispute_blocks_no_challenge():
    """Nothing is paid before the ruling anyway, so a deaf asker shields nobody."""
    court = Court()
    number = court.open(terms(Level.REQUESTER))
    court.ask("refuse", True, False)
    court.challenge(number, Level.JURY)
    assert ClaimState.CHALLENGED == court.state(number)
    court.ask("refuse", False, False)
    court.finish(number, 0)


def test_trust_comes_of_what_was_proven_once():
    """gonka#829, #1252, #832: silence earns no trust, and each claim counts once, when final."""
    court = Court()
    for _ in range(2):
        court.finish(court.open(terms(Level.REQUESTER)), 10_000)
    stats = court.call("worker_stats_of", account(WORKER), sender=OTHER)
    assert (2, 0, 0, 0) == (stats.claims, stats.proven, stats.failed, stats.streak)
    number = court.open(terms(Level.AUDIT))
    court.reveal(number)
    court.vote(number, 0, 0, 0)
    court.finish(number, 10_000)
    court.blocks(20)
    stats = court.call("worker_stats_of", account(WORKER), sender=OTHER)
    assert (3, 1, 0, 1) == (stats.claims, stats.proven, stats.failed, stats.streak)
    assert 9_810 == court.call("audit_rate", account(WORKER), sender=OTHER)
    late = court.open(terms(Level.AUDIT))
    court.finish(late, 0)
    assert 10_000 == court.call("audit_rate", account(WORKER), sender=OTHER)
    assert 2_500 == court.call("overturn_rate", account(WORKER), sender=OTHER)


def test_parameters_of_a_claim_are_those_it_was_opened_with():
    """E9: what governance changes later moves no window and no bond of an open claim."""
    court = Court()
    number = court.open(terms(Level.REQUESTER))
    page = court.page
    page.settings = SHORT.__class__(**{**SHORT.__dict__, "challenge_blocks": 999, "bond_bps": 9})
    later = court.open(terms(Level.REQUESTER))
    assert VALUE // 10 == page.challenge_price(number, Level.BISECTION)
    assert COIN == page.challenge_price(later, Level.BISECTION)
    court.finish(number, 10_000)
    assert ClaimState.REVEALED == court.state(later)
    assert (1, 2) == (page.claims[number].rules, page.claims[later].rules)


def test_every_role_is_a_pool_of_its_own():
    """A juror's bond gives no weight among auditors."""
    court = Court(members=False)
    court.call("join", Role.JUROR, sender=OTHER, value_wei=100 * COIN)
    assert 100 * COIN == court.call("member_weight", Role.JUROR, sender=OTHER)
    assert 0 == court.call("member_weight", Role.AUDITOR, sender=OTHER)


def test_who_judged_a_claim_rightly_is_paid_though_it_falls_with_another():
    """Jurors answer for the claim before them, not for the one that it builds on."""
    court = Court()
    first, second = court.open(terms(Level.REQUESTER)), court.open(terms(Level.REQUESTER))
    court.call("link", second, first, sender=WORKER)
    for number in (first, second):
        court.challenge(number, Level.JURY)
        court.reveal(number)
        court.respond(number)
    for number, vote in ((first, 0), (second, 10_000)):
        court.vote(number, vote, vote, vote)
    jurors = court.voters(second)
    court.until(second, ClaimState.EXECUTED)
    assert 0 == court.progress(second).outcome_bps
    assert 1 == court.stage.events(Voided)
    for juror in jurors:
        assert 100 * COIN == court.page.members[Role.JUROR, account(juror)].bond_wei
