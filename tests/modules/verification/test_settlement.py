"""What a final outcome means for every coin, and canaries, the work that is known to be wrong."""

from dataclasses import replace

import pytest

from chain.kit.assembly import own
from chain.kit.module import CoinsMoved
from chain.kit.state_machine import RoleForbids, StateForbids
from chain.kit.verdicts import Level, canary_seal
from chain.types.primitives import Wei
from modules.verification.events import (
    AskerFailed,
    BondMoved,
    CanaryOpened,
    JackpotPaid,
    SeatSettled,
)
from modules.verification.module import Verification
from modules.verification.params import VerificationParams
from modules.verification.records import BondEnd, ClaimState, Role, Side
from modules.verification.refusals import CanaryInvalid, DepositTooSmall, ForfeitMissing, SealWrong
from tests.modules.stage import COIN, account
from tests.modules.verification.scene import (
    CHALLENGER,
    DIGEST,
    FORFEIT,
    OTHER,
    PAYER,
    POOL,
    SALT,
    SHORT,
    WORKER,
    WRONG,
    Asker,
    AskerRefuses,
    Court,
    terms,
)

CANARY = canary_seal(account(PAYER), DIGEST, SALT)
FEE = 3 * COIN // 10


def test_a_verdict_unwinds_what_earlier_rounds_promised():
    """gonka#1131, #1250: auditors who passed a void result keep no share of it, nor the worker."""
    court = Court()
    number = court.open(terms(Level.AUDIT))
    court.reveal(number)
    court.vote(number, 0, 0, 0)
    auditors = court.voters(number)
    before = [court.stage.balance_wei(voter) for voter in (*auditors, WORKER)]
    court.challenge(number, Level.JURY)
    court.respond(number)
    court.vote(number, 0, 0, 0)
    court.finish(number, 0)
    after = [court.stage.balance_wei(voter) for voter in (*auditors, WORKER)]
    assert [*before[:3], before[3] - 10 * COIN] == after
    for voter in auditors:
        assert 98 * COIN == court.page.members[Role.AUDITOR, account(voter)].bond_wei
        stats = court.call("member_stats_of", Role.AUDITOR, account(voter), sender=OTHER)
        assert (1, 0, 1, 0) == (stats.seats, stats.coherent, stats.incoherent, stats.missed)
    assert 6 == court.stage.events(SeatSettled)


def test_nothing_is_charged_or_told_twice():
    """gonka#832: a final claim is settled once, however often anybody executes it."""
    court = Court()
    number = court.open(terms(Level.REQUESTER))
    court.challenge(number, Level.JURY)
    court.until(number, ClaimState.RULED)
    court.call("execute", number, sender=OTHER)
    court.call("execute", number, sender=OTHER)
    assert ClaimState.EXECUTED == court.state(number)
    with court.stage.refuses(StateForbids):
        court.call("execute", number, sender=OTHER)
    court.blocks(20)
    assert 1 == own(Asker, court.host).calls_heard
    court.check_empty()


@pytest.mark.parametrize("trouble", ["refuses", "lies", "paused"])
def test_an_asker_that_cannot_hear_is_told_again(trouble):
    """V8: bonds are settled, the claim waits, and the chain or anybody tries later."""
    court = Court()
    number = court.open(terms(Level.REQUESTER))
    court.challenge(number, Level.JURY)
    court.blocks(SHORT.respond_blocks)
    own(Asker, court.host).set_paused(trouble == "paused")
    if trouble != "paused":
        court.ask("refuse", trouble == "refuses", trouble == "lies")
    for _ in range(40):
        court.host.beacon_value = DIGEST
        court.assemble_block()
    assert ClaimState.RULED == court.state(number)
    assert court.stage.events(AskerFailed) >= 3
    reasons = {
        "refuses": AskerRefuses(),
        "lies": ForfeitMissing(FORFEIT, Wei(0)),
        "paused": "the asker is paused",
    }
    assert court.stage.logged(AskerFailed(number, str(reasons[trouble])))
    assert 0 == court.page.totals.bonds_wei
    waits = court.progress(number).deadline - court.stage.height
    assert waits > SHORT.retry_blocks
    own(Asker, court.host).set_paused(False)
    court.ask("refuse", False, False)
    court.call("execute", number, sender=OTHER)
    court.finish(number, 0)


def test_every_bond_ends_in_exactly_one_place():
    """V1, V2: the legs of all bonds sum to the bonds, each with its event."""
    court = Court()
    number = court.open(terms(Level.REQUESTER))
    court.challenge(number, Level.JURY)
    court.reveal(number)
    court.respond(number)
    court.vote(number, 0, 0, 0)
    court.finish(number, 0)
    moves = (
        (CHALLENGER, account(CHALLENGER), 10, BondEnd.RETURNED),
        (WORKER, account(CHALLENGER), 5, BondEnd.WINNER),
        (WORKER, Verification.address, 3, BondEnd.JURORS),
        (WORKER, POOL, 2, BondEnd.TREASURY),
    )
    for source, target, coins, end in moves:
        event = BondMoved(number, account(source), target, coins * COIN, end)
        assert court.stage.logged(event)
    assert len(moves) == court.stage.events(BondMoved)
    assert court.stage.events(CoinsMoved) > 0


def canary(court: Court, *votes: int) -> int:
    """A canary at AUDIT, voted on."""
    number = court.open(terms(Level.AUDIT, canary=CANARY))
    court.reveal(number)
    court.vote(number, *votes)
    return number


def filled(court: Court) -> None:
    """An audit that fills the pool of jackpots a little."""
    number = court.open(terms(Level.AUDIT))
    court.reveal(number)
    court.vote(number, 0, 0, 0)
    court.finish(number, 10_000)
    assert FEE // 10 == court.page.totals.canary_wei


def test_who_catches_a_canary_gets_a_jackpot():
    """All three auditors found it wrong: the pool pays them, at most the claim's own fee."""
    court = Court()
    filled(court)
    number = canary(court, 99, 99, 99)
    voters = court.voters(number)
    court.call("open_canary", number, SALT, sender=PAYER)
    assert court.stage.logged(CanaryOpened(number, account(PAYER), True))
    court.finish(number, 0)
    assert 3 == court.stage.events(JackpotPaid)
    pool = 2 * FEE // 10
    assert pool - pool // 3 * 3 == court.page.totals.canary_wei
    assert voters


def test_who_passes_a_canary_loses_the_whole_seat():
    """The payer shows that it knew: those who passed it lose all of their stake in the seat."""
    court = Court()
    filled(court)
    number = canary(court, 0, 0, 99)
    lazy = court.voters(number)[:2]
    caught = court.voters(number)[2]
    before = court.stage.balance_wei(caught)
    court.call("open_canary", number, SALT, sender=PAYER, value_wei=10 * COIN)
    assert court.stage.logged(CanaryOpened(number, account(PAYER), False))
    court.finish(number, 0)
    bonds = [court.page.members[Role.AUDITOR, account(a)].bond_wei for a in lazy]
    assert [90 * COIN, 90 * COIN] == bonds
    assert court.stage.balance_wei(caught) - before > 20 * COIN
    assert 1 == court.stage.events(JackpotPaid)


def test_a_false_canary_costs_its_planter():
    """A payer that calls a good result a canary is overruled by a jury and loses its bond."""
    court = Court()
    number = canary(court, 0, 0, 0)
    auditors = court.voters(number)
    court.call("open_canary", number, SALT, sender=PAYER, value_wei=10 * COIN)
    court.challenge(number, Level.JURY, Side.FOR_WORKER, sender=auditors[0])
    court.vote(number, 10_000, 10_000, 10_000)
    before = court.stage.balance_wei(PAYER)
    court.finish(number, 10_000)
    assert before == court.stage.balance_wei(PAYER)
    assert 0 == court.stage.events(JackpotPaid)
    bonds = [court.page.members[Role.AUDITOR, account(a)].bond_wei for a in auditors]
    assert [100 * COIN] * 3 == bonds


def test_only_the_payer_opens_a_canary_after_the_vote():
    """nox#199: before the votes are open nothing is shown; a wrong salt or another's seal fails."""
    court = Court()
    number = court.open(terms(Level.AUDIT, canary=CANARY))
    court.reveal(number)
    with court.stage.refuses(StateForbids):
        court.call("open_canary", number, SALT, sender=PAYER)
    court.vote(number, 0, 0, 0)
    with court.stage.refuses(RoleForbids):
        court.call("open_canary", number, SALT, sender=OTHER)
    with court.stage.refuses(SealWrong):
        court.call("open_canary", number, WRONG, sender=PAYER)
    with court.stage.refuses(DepositTooSmall):
        court.call("open_canary", number, SALT, sender=PAYER)
    court.call("open_canary", number, SALT, sender=PAYER, value_wei=10 * COIN)
    with court.stage.refuses(CanaryInvalid):
        court.call("open_canary", number, SALT, sender=PAYER, value_wei=10 * COIN)
    unasked = court.open(terms(Level.REQUESTER, canary=CANARY))
    with court.stage.refuses(SealWrong):
        court.call("open_canary", unasked, SALT, sender=PAYER)


def test_farming_canaries_with_a_friend_loses():
    """A planter whose friends hold a third of the auditors' bond pays more than they can win."""
    rules = replace(SHORT, jackpot_bps=20_000)
    fee, weight_bps = FEE, 3_400
    cut = fee * rules.canary_share_bps // 10_000
    jackpot = fee * rules.jackpot_bps // 10_000
    won = (jackpot + fee - cut) * weight_bps // 10_000
    assert won < fee


def test_silence_of_a_drawn_auditor_is_a_penalty_not_a_signal():
    """
    incentive-layer#25: who is drawn and says nothing pays, so silence agrees with nobody.

    gonka#1472 shipped with that check switched off: here it holds with the default parameters.
    """
    assert VerificationParams().penalty_bps == SHORT.penalty_bps > 0
    court = Court()
    number = court.open(terms(Level.AUDIT))
    court.reveal(number)
    court.vote(number, 0, 0)
    silent = court.voters(number)[2]
    court.finish(number, 10_000)
    assert 98 * COIN == court.page.members[Role.AUDITOR, account(silent)].bond_wei
    stats = court.page.member_stats[Role.AUDITOR, account(silent)]
    assert (1, 2 * COIN) == (stats.missed, stats.lost_wei)


def test_who_loses_an_appeal_shares_nothing_of_what_it_forfeits():
    """Where the asker stands as the worker, the jurors who were right share, not the appellant."""
    court = Court()
    asker = own(Asker, court.host)
    asker.is_standing = True
    court.call("deposit", sender=CHALLENGER, value_wei=20 * COIN)
    number = court.ask("accuse", Asker.address, account(CHALLENGER), Wei(2 * COIN))
    court.vote(number, 10_000, 10_000, 0)
    right = court.voters(number)[:2]
    court.finish(number, 10_000)
    shares = [
        CoinsMoved(Verification.address, account(who), Wei(FORFEIT // 4), "forfeit_won")
        for who in (*right, CHALLENGER)
    ]
    assert [True, True, False] == [court.stage.logged(share) for share in shares]
    rest = CoinsMoved(Verification.address, POOL, Wei(FORFEIT // 2), "forfeit_to_treasury")
    assert court.stage.logged(rest)


def test_an_asker_that_is_upheld_keeps_no_coins_of_the_lost_bond():
    """What an appellant loses goes to voters and treasury; the module would hold it for nobody."""
    court = Court()
    court.call("deposit", sender=CHALLENGER, value_wei=20 * COIN)
    before_wei = court.host.balance_wei(Asker.address)
    number = court.ask("accuse", Asker.address, account(CHALLENGER), Wei(2 * COIN))
    court.vote(number, 10_000, 10_000, 10_000)
    court.finish(number, 10_000)
    assert before_wei == court.host.balance_wei(Asker.address)
    to_treasury = Wei(COIN * 7 // 10)
    leg = BondMoved(number, account(CHALLENGER), POOL, to_treasury, BondEnd.TREASURY)
    assert court.stage.logged(leg)
