"""Jobs and leases under the real verifier: each level pays what is right, refunds what is not."""

from collections.abc import Callable

import pytest

from chain.kit.module import Paused
from chain.kit.verdicts import Level
from modules.compute.module import Compute
from modules.compute.records import OrderState
from modules.verification.module import Verification
from modules.verification.records import ClaimState, GameState, Side
from modules.verification.refusals import SideInvalid
from tests.modules.compute.market import SEAL, UNIT_WEI
from tests.modules.markets.town import (
    CHALLENGER,
    FUNDER,
    JUDGES,
    LIE,
    PAYER,
    PROVIDER,
    TRACE,
    VERDICT_BLOCKS,
    Town,
)
from tests.modules.stage import COIN, account
from tests.modules.verification.scene import DIGEST, SALT, WRONG

PAY_WEI = 3 * UNIT_WEI
DUE_WEI = PAY_WEI * 9_500 // 10_000  # what is left of it after the take
DIGEST_VALUE = int.from_bytes(DIGEST, "big")


def show(town: Town, claim: int, is_right: bool) -> None:
    """Let the worker open its seal."""
    town.court("reveal", claim, DIGEST if is_right else WRONG, SALT, sender=PROVIDER)


def by_requester(town: Town, claim: int, is_right: bool) -> None:
    """Silence accepts; a challenge that the worker does not answer is right."""
    if not is_right:
        town.challenge(claim, Level.JURY, sender=PAYER)


def by_copies(town: Town, claim: int, is_right: bool) -> None:
    """Two others did the same work and found DIGEST."""
    seats = town.seal(claim, DIGEST_VALUE)
    show(town, claim, is_right)
    for who in seats:
        town.court("open_vote", claim, DIGEST_VALUE, SALT, sender=who)


def by_distance(town: Town, claim: int, is_right: bool) -> None:
    """Auditors or attestors say how far off it is."""
    show(town, claim, is_right)
    town.vote(claim, 0 if is_right else 1_000)


def by_bisection(town: Town, claim: int, is_right: bool) -> None:
    """A lie about the end is halved down to the one step that the chain executes."""
    end = TRACE.end if is_right else LIE
    town.court("reveal_trace", claim, TRACE.steps, end, SALT, sender=PROVIDER)
    if is_right:
        return
    town.challenge(claim, Level.BISECTION)
    town.court("respond", claim, sender=PROVIDER)
    while (game := town.own(Verification).games[claim]).state != GameState.STEPPING:
        middle = (game.low + game.high) // 2
        if game.state == GameState.SPLITTING:
            town.court("post_middle", claim, TRACE.hashes[middle], sender=PROVIDER)
        else:
            town.court("choose_half", claim, True, sender=CHALLENGER)
    town.court("prove_step", claim, TRACE.witness(game.low), sender=CHALLENGER)


def by_jury(town: Town, claim: int, is_right: bool) -> None:
    """Three jurors look at it."""
    show(town, claim, is_right)
    town.vote(claim, 10_000 if is_right else 0)


PROOFS: dict[Level, Callable[[Town, int, bool], None]] = {
    Level.REQUESTER: by_requester,
    Level.REDUNDANCY: by_copies,
    Level.AUDIT: by_distance,
    Level.ATTESTED: by_distance,
    Level.BISECTION: by_bisection,
    Level.JURY: by_jury,
}
EACH_LEVEL = pytest.mark.parametrize("level", PROOFS, ids=lambda level: level.name)


def test_every_level_is_tried() -> None:
    """NONE asks for no proof, all others are proven here."""
    assert {Level.NONE, *PROOFS} == set(Level)


def test_at_none_delivery_is_payment() -> None:
    """What nobody judges is paid with the call that delivers it, and no claim is opened."""
    town = Town()
    before_wei = town.balance_wei(PROVIDER)
    order = town.job(Level.NONE, is_right=True)
    assert OrderState.ACCEPTED == town.order_state(order)
    assert DUE_WEI == town.balance_wei(PROVIDER) - before_wei
    assert 0 == town.own(Verification).count


@EACH_LEVEL
def test_a_right_result_is_paid(level: Level) -> None:
    """The provider gets its price less the take, keeps its bond, and the order is at its end."""
    town = Town()
    before_wei = town.balance_wei(PROVIDER)
    order = town.job(level, is_right=True)
    claim = town.claim_of(order)
    PROOFS[level](town, claim, True)
    assert before_wei == town.balance_wei(PROVIDER), "nothing is paid before it is final"
    assert 10_000 == town.execute(claim)
    assert OrderState.ACCEPTED == town.order_state(order)
    assert DUE_WEI == town.balance_wei(PROVIDER) - before_wei
    provider = town.compute("provider", account(PROVIDER))
    assert (50 * COIN, 0) == (provider.free_wei, provider.locked_wei)


@EACH_LEVEL
def test_a_wrong_result_is_refunded_to_every_funder(level: Level) -> None:
    """Nobody pays for it: the funder has all its coins again, the payer all but the proof's fee."""
    town = Town()
    before = {who: town.balance_wei(who) for who in (PAYER, FUNDER, PROVIDER)}
    order = town.job(level, is_right=False)
    claim = town.claim_of(order)
    spent = 50 * COIN if level == Level.REQUESTER else 0  # what the payer's challenge brought
    PROOFS[level](town, claim, False)
    assert 0 == town.execute(claim)
    town.check()
    assert OrderState.RESOLVED == town.order_state(order)
    assert before[FUNDER] == town.balance_wei(FUNDER)
    funders = town.compute("funders_of", order)
    assert all(f.deposited_wei == f.spent_wei + f.refunded_wei for f in funders)
    assert 0 == funders[1].spent_wei
    ledger = town.own(Compute).ledgers[order]
    assert 0 == ledger.earned_wei
    assert ledger.fees_wei <= town.own(Verification).progress[claim].paid_wei
    assert before[PROVIDER] >= town.balance_wei(PROVIDER)
    assert before[PAYER] - ledger.fees_wei - spent <= town.balance_wei(PAYER)
    assert 50 * COIN > town.compute("provider", account(PROVIDER)).free_wei, "its bond is lost"


def test_every_level_up_to_the_jury_voids_what_the_one_below_promised() -> None:
    """Copies and auditors pass a result, jurors do not: who passed it pays, nobody is paid."""
    town = Town()
    before = {who: town.balance_wei(who) for who in (PROVIDER, *JUDGES)}
    order = town.job(Level.REDUNDANCY, is_right=True)
    claim = town.claim_of(order)
    by_copies(town, claim, True)
    town.challenge(claim, Level.AUDIT)
    town.court("respond", claim, sender=PROVIDER)
    auditors = town.vote(claim, 0)
    town.challenge(claim, Level.JURY)
    town.court("respond", claim, sender=PROVIDER)
    jurors = town.vote(claim, 0)
    assert OrderState.DISPUTED == town.order_state(order)
    assert 0 == town.execute(claim)
    assert OrderState.RESOLVED == town.order_state(order)
    assert before[PROVIDER] >= town.balance_wei(PROVIDER)
    assert all(before[who] == town.balance_wei(who) for who in auditors)
    assert all(before[who] < town.balance_wei(who) for who in jurors)
    town.check()


@pytest.mark.parametrize("worker_bps", [10_000, 5_000, 0])
def test_a_jury_decides_about_a_lease(worker_bps: int) -> None:
    """What a disputed lease held back is the lessor's, the tenant's, or half each, as ruled."""
    town = Town()
    order = town.lease()
    town.compute("dispute_lease", order, SEAL)
    held_wei = town.own(Compute).progress[order].due_wei
    claim, before = town.claim_of(order), [town.balance_wei(who) for who in (PROVIDER, PAYER)]
    town.vote(claim, worker_bps)
    assert worker_bps == town.execute(claim)
    assert OrderState.RESOLVED == town.order_state(order)
    paid_wei = held_wei * worker_bps // 10_000
    assert 0 < held_wei
    assert paid_wei * 9_500 // 10_000 <= town.balance_wei(PROVIDER) - before[0]
    assert town.balance_wei(PAYER) - before[1] >= 0
    assert paid_wei == town.own(Compute).earnings[order].paid_wei
    town.check()


def test_a_ruling_waits_for_a_market_that_is_paused() -> None:
    """While the market stands still its claim is ruled; it hears of it later, with every wei."""
    town = Town()
    before_wei = town.balance_wei(PROVIDER)
    order = town.job(Level.REQUESTER, is_right=True)
    claim = town.claim_of(order)
    taken_wei = town.rob(Compute)
    for _ in range(20):
        town.pass_paused_blocks(1)
    assert ClaimState.RULED == town.claim_state(claim)
    assert OrderState.SUBMITTED == town.order_state(order)
    with pytest.raises(Paused):
        town.compute("start", order, sender=PROVIDER)
    town.mend(Compute, taken_wei)
    assert 10_000 == town.execute(claim)
    assert OrderState.ACCEPTED == town.order_state(order)
    assert DUE_WEI == town.balance_wei(PROVIDER) - before_wei


@pytest.mark.parametrize("is_disputed", [False, True])
def test_a_verifier_that_stays_paused_holds_no_order_for_ever(is_disputed: bool) -> None:
    """Beyond the market's own wait silence pays the worker, and what is disputed is split."""
    town = Town()
    before_wei = town.balance_wei(PROVIDER)
    order = town.job(Level.REQUESTER, is_right=True)
    claim = town.claim_of(order)
    if is_disputed:
        town.challenge(claim, Level.JURY, sender=PAYER)
    taken_wei = town.rob(Verification)
    town.pass_paused_blocks(VERDICT_BLOCKS + 1)
    expected_wei = DUE_WEI // 2 if is_disputed else DUE_WEI
    assert expected_wei == town.balance_wei(PROVIDER) - before_wei
    state = OrderState.RESOLVED if is_disputed else OrderState.ACCEPTED
    assert state == town.order_state(order)
    town.mend(Verification, taken_wei)
    town.execute(claim)
    assert expected_wei == town.balance_wei(PROVIDER) - before_wei, "nobody is paid twice"
    assert state == town.order_state(order)
    town.check()


@EACH_LEVEL
def test_nobody_judges_a_case_of_its_own(level: Level) -> None:
    """Worker, payer, funder and challenger are heavy judges in all roles, and never drawn."""
    town = Town()
    mine = (PROVIDER, PAYER, FUNDER, CHALLENGER)
    for who in mine:
        for role in range(4):
            town.court("join", role, sender=who, value_wei=50_000 * COIN)
    order = town.job(level, is_right=True)
    claim = town.claim_of(order)
    if level not in (Level.REQUESTER, Level.REDUNDANCY, Level.BISECTION):
        show(town, claim, True)
    if level == Level.BISECTION:
        by_bisection(town, claim, True)
    if level in (Level.REQUESTER, Level.BISECTION):
        with town.refuses(SideInvalid):
            town.challenge(claim, Level.JURY, sender=PROVIDER)
        town.challenge(claim, Level.JURY)
        if level == Level.REQUESTER:
            show(town, claim, True)
        town.court("respond", claim, sender=PROVIDER)
    town.until(claim, ClaimState.VOTING)
    assert town.seats(claim)
    is_challenged = level in (Level.REQUESTER, Level.BISECTION)
    assert not set(town.seats(claim)) & set(mine if is_challenged else mine[:3])


def test_a_payer_cannot_speak_for_a_worker_it_accused() -> None:
    """A payer whose challenge voided a result does not bring the challenge that restores it."""
    town = Town()
    order = town.job(Level.AUDIT, is_right=False)
    claim = town.claim_of(order)
    by_distance(town, claim, False)
    with town.refuses(SideInvalid):
        town.challenge(claim, Level.JURY, Side.FOR_WORKER, sender=PAYER)
