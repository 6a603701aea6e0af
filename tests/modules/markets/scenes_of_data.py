"""
Assets, tags, licences, revocations, cases and tasks in every state, in the whole assembly.

    states of licensing's own tests --on a town, before its jury and its gate--> Subject
"""

from chain.kit.verdicts import vote_seal
from chain.types.primitives import Seconds, Wei
from modules.identity.module import Identity
from modules.identity.records import PolicyTerms
from modules.licensing.annotation_records import BatchState, TaskState
from modules.licensing.records import (
    AssetState,
    CaseState,
    Ground,
    Kind,
    LicenceState,
    OfferState,
    RevocationState,
    TagState,
)
from modules.verification.module import Verification
from modules.verification.records import ClaimState
from tests.modules.identity.scene import COST_WEI, FEE_WEI
from tests.modules.licensing import states
from tests.modules.licensing.scene import BUYER, CHALLENGER, OWNER, PARAMS
from tests.modules.licensing.states import REVOKING
from tests.modules.licensing.test_annotation_machines import reach_batch, reach_task
from tests.modules.licensing.workshop import TERMS, Workshop
from tests.modules.markets.crowd import number_of
from tests.modules.markets.market_town import MarketTown, coins
from tests.modules.markets.scenes import REST, Subject, Wait
from tests.modules.stage import COIN, account
from tests.modules.verification.scene import SALT

A, L, R, T = AssetState, LicenceState, RevocationState, TagState
RULING_BLOCKS = 60  # from an accusation to what its jury's word does
BLOCK_S = 10  # seconds of a block where a state lasts for many
HASTE_S = Seconds(5)  # for a jury's word: no jury is drawn, seals and opens in so short a time
TASK_S = 1_000
TERM_S = 1_000  # of a licence for a time, or for uses


class Library(Workshop):
    """What owners, buyers and annotators of licensing's tests do, in a town with its own jury."""

    def __init__(self, *, is_hasty: bool = False) -> None:
        self.town = self.stage = MarketTown()
        self.params, self.evidence = PARAMS, 0
        for who in (OWNER, BUYER, CHALLENGER, REVOKING):
            self.town.call(Verification, "deposit", sender=who, value_wei=coins(100))
        for who in (CHALLENGER, REVOKING):  # a policy admits subjects alone
            self.town.call(Identity, "register", sender=who, value_wei=COST_WEI)
        values = (PolicyTerms(), account(OWNER))
        policy = self.town.call(Identity, "create_policy", *values, sender=OWNER, value_wei=FEE_WEI)
        self.tune(erasure_policy=policy, regulator_policy=policy)
        if is_hasty:
            self.tune(verdict_timeout_s=HASTE_S)

    @property
    def verdict(self) -> Wait:
        """How long a jury's word is waited for."""
        return Wait(self.page.settings.verdict_timeout_s)

    def wait(self, seconds: int, step: int = 0) -> None:
        """Let time pass in one block, or in several, as the town does."""
        while seconds > 0:
            now = min(seconds, step or seconds)
            self.town.blocks(1, seconds=now)
            seconds -= now

    def rule(self, case: int, worker_bps: int, refund_wei: int = 0) -> int:
        """Let the jury that is drawn be of one mind, and wait for what its word does."""
        claim = self.page.cases[case].claim
        self._until(claim, ClaimState.VOTING)
        seats = self.town.court.seats_of(claim, 0)
        for seat in seats:
            sealed = vote_seal(claim, 0, seat.voter, worker_bps, SALT)
            who = number_of(seat.voter)
            self.town.call(Verification, "seal_vote", claim, sealed, sender=who)
        self._until(claim, ClaimState.OPENING)
        for seat in seats:
            values = (claim, worker_bps, SALT)
            self.town.call(Verification, "open_vote", *values, sender=number_of(seat.voter))
        self._until(claim, ClaimState.EXECUTED)
        return 0

    def _until(self, claim: int, state: ClaimState) -> None:
        progress = self.town.court.progress
        self.town.until(lambda: progress[claim].state == state, RULING_BLOCKS)


def asset_in(state: AssetState) -> Subject:
    """Return an asset in a state, with income in its vault."""
    library = Library()
    number = states.reach_asset(state, library).number
    return REST.subject(library.town, lambda: library.asset_state(number))


def retired() -> Subject:
    """Return an asset that its owner retired; licences of it go on."""
    library = Library()
    licence = library.sold(Kind.SUBSCRIPTION)
    library.call("retire_asset", library.page.licences[licence].asset)
    return REST.subject(library.town, lambda: library.asset_state(1))


def tag_in(
    state: TagState,
    *,
    is_redirected: bool = False,
    is_contested: bool = False,
    is_hasty: bool = False,
) -> Subject:
    """Return an asset with something said against it, maybe for the second time."""
    library = Library(is_hasty=is_hasty and not is_contested)
    asset = states.reach_tag(state, library, is_redirected=is_redirected).number
    wait = Wait(PARAMS.tag_timeout_s, BLOCK_S)
    if state == T.CHALLENGED:
        wait = library.verdict
    if is_contested and is_hasty:
        library.tune(verdict_timeout_s=HASTE_S)
    elif is_contested:
        wait = library.verdict
    if is_contested:
        library.call("contest_tag", asset, library.fresh())
    return wait.subject(library.town, lambda: library.page.overlays[asset].tag)


def offer_in(state: OfferState) -> Subject:
    """Return an offer in a state."""
    library = Library()
    number = states.reach_offer(state, library).number
    return REST.subject(library.town, lambda: library.page.offers[number].state)


LICENCES_IN: dict[tuple[Kind, LicenceState], Wait] = {
    (Kind.SUBSCRIPTION, L.PENDING): Wait(PARAMS.approve_timeout_s),
    (Kind.SUBSCRIPTION, L.ACTIVE): Wait(100),
    (Kind.TIMED, L.ACTIVE): Wait(TERM_S, BLOCK_S),
    (Kind.USES, L.ACTIVE): Wait(TERM_S, BLOCK_S),
    (Kind.RENTAL, L.PENDING): Wait(PARAMS.approve_timeout_s),
    (Kind.RENTAL, L.ACTIVE): Wait(100),
    (Kind.SUBSCRIPTION, L.CANCELLING): Wait(100),
    (Kind.SUBSCRIPTION, L.GRACE): Wait(20),
    (Kind.RENTAL, L.OVERDUE): Wait(50),  # the late fee takes the deposit in so many seconds
    (Kind.SUBSCRIPTION, L.SUSPENDED): Wait(PARAMS.tag_timeout_s, BLOCK_S),
    (Kind.RENTAL, L.SUSPENDED): Wait(PARAMS.tag_timeout_s, BLOCK_S),
}
ENDLESS = (Kind.PERPETUAL, Kind.SEATS, Kind.FREE)  # earned at once: nothing of anybody's waits


def licence_in(kind: Kind, state: LicenceState) -> Subject:
    """Return a licence in a state; one that is live has seats taken and coins behind renewals."""
    library = Library()
    number = states.reach_licence(state, kind, library).number
    if kind == Kind.SUBSCRIPTION and state in (L.ACTIVE, L.GRACE):
        library.call("assign_seat", number, account(states.SEATED), sender=BUYER)
        caps = (Wei(COIN // 2), Wei(9 * COIN))  # below the price: nobody renews
        library.call("fund_standing", number, *caps, sender=BUYER, value_wei=2 * COIN)
    return _licence(library, number, LICENCES_IN[kind, state])


def renewed() -> Subject:
    """Return a subscription that was paid ahead, with its next period's price deferred."""
    library = Library()
    number = states.reach_licence(L.ACTIVE, Kind.SUBSCRIPTION, library).number
    caps = (Wei(COIN), Wei(9 * COIN))
    library.call("fund_standing", number, *caps, sender=BUYER, value_wei=5 * COIN)
    library.wait(75)
    library.call("renew", number, sender=states.TRUE_OWNER)
    return _licence(library, number, Wait(2 * 100))


def endless(kind: Kind) -> Subject:
    """Return a licence without an end."""
    library = Library()
    changed = {"price_wei": Wei(0)} if kind == Kind.FREE else {}
    number = library.sold(kind, seats=2, **changed)
    return _licence(library, number, REST)


def _licence(library: Library, number: int, wait: Wait) -> Subject:
    return wait.subject(library.town, lambda: library.state(number))


def revocation_in(state: RevocationState, *, is_hasty: bool = False) -> Subject:
    """Return a revocation in a state."""
    library = Library(is_hasty=is_hasty)
    number = states.reach_revocation(state, library).number
    waits = {R.NOTICE: Wait(PARAMS.revoke_notice_s), R.APPEALED: library.verdict}
    wait = waits.get(state, REST)
    return wait.subject(library.town, lambda: library.page.revocations[number].state)


def paid_back() -> Subject:
    """Return a revocation without fault: its licensor brought the refund, which lies here."""
    library = Library()
    number = library.sold(Kind.PERPETUAL)
    price_wei = library.page.ledgers[number].paid_wei
    values = (number, Ground.NO_FAULT, library.fresh())
    library.call("revoke", *values, value_wei=price_wei)
    wait = Wait(PARAMS.revoke_notice_s)
    return wait.subject(library.town, lambda: library.page.revocations[number].state)


def case_in(state: CaseState, *, is_hasty: bool = False) -> Subject:
    """Return a case before the jury; a hasty one does not wait for its word."""
    library = Library(is_hasty=is_hasty)
    number = states.reach_case(state, library).number
    return library.verdict.subject(library.town, lambda: library.page.cases[number].state)


def task_in(state: TaskState) -> Subject:
    """Return a task with annotators, one of whom holds a seat where it is closing."""
    library = Library()
    number = reach_task(state, library).number
    waits = {TaskState.OPEN: Wait(TASK_S, BLOCK_S), TaskState.CLOSING: Wait(TERMS.answer_s)}
    wait = waits.get(state, REST)
    return wait.subject(library.town, lambda: library.task_state(number))


BATCH_WAITS = {
    BatchState.FILLING: TERMS.answer_s,
    BatchState.OPENING: TERMS.open_s,
    BatchState.REVIEW: TERMS.review_s,
}


def batch_in(state: BatchState, *, is_bounty: bool = False) -> Subject:
    """Return a batch of a task, or a bounty, in a state."""
    library = Library()
    number = reach_batch(state, library, is_bounty=is_bounty).number
    wait = Wait(BATCH_WAITS[state])
    return wait.subject(library.town, lambda: library.batch_state(number))
