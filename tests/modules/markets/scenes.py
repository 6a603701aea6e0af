"""
Things in every state that waits, each brought there in the whole assembly.

    order_in(RUNNING), claim_in(VOTING), device_in(SUSPECTED) ... --> Subject(town, state, timeout)
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any, NamedTuple

from chain.kit.verdicts import Level, result_seal, vote_seal
from chain.types.primitives import Height, Wei
from modules.compute.module import Compute
from modules.compute.records import (
    BidState,
    Capacity,
    Kind,
    Offer,
    OrderState,
    OrderTerms,
    PolicyTerms,
    Tenure,
)
from modules.devices.module import Devices
from modules.devices.records import CaseStatus, ChallengeStatus, PenaltyStatus, Status, Suspicion
from modules.verification.module import Verification
from modules.verification.records import ClaimState, GameState, MemberState, Role, Side
from tests.modules.compute.market import CLASS, JOB, LEASE, MEMORY, SEAL, UNIT_WEI
from tests.modules.devices.scene import EVIDENCE
from tests.modules.markets.market_town import ACCUSER, COMPUTE, DEVICES, SERVED, MarketTown, coins
from tests.modules.stage import COIN, account
from tests.modules.verification.programs import sum_trace
from tests.modules.verification.scene import DIGEST, SALT, SHORT, terms

PAYER, PROVIDER, OTHER, CHALLENGER, MEMBER = 1, 4, 5, 9, 10
TRACE = sum_trace([5])
EPOCH_BLOCKS = DEVICES.windows * DEVICES.window_blocks + DEVICES.proof_blocks
SWEEP_BLOCKS = 3  # in which the devices of a test are settled after an epoch
SETTLE_BLOCKS = 20  # a round a block, then the asker
POLICY_BLOCKS = 20
START_BLOCKS = 13  # from opening a reserved lease to its start
DEFER_BLOCKS = 100  # after which a device's unbonding asks again whether its penalties are over

S, C, G, D, P, K = OrderState, ClaimState, GameState, Status, PenaltyStatus, ChallengeStatus


@dataclass(frozen=True)
class Subject:
    """A thing in a state, how to read where it is, and how long it may stay there in silence."""

    town: MarketTown
    state: Callable[[], IntEnum]
    timeout_blocks: int
    block_s: int = 1  # seconds of a block meanwhile


class Wait(NamedTuple):
    """How long silence may last, in seconds, and how long the blocks are meanwhile."""

    seconds: int
    block_s: int = 1

    def subject(self, town: MarketTown, state: Callable[[], IntEnum]) -> Subject:
        """Return a thing that stays where it is no longer than this."""
        return Subject(town, state, -(-self.seconds // self.block_s), self.block_s)


REST = Wait(0)  # for what waits for nobody


def fresh() -> MarketTown:
    """Return a town with two providers; no device is asked anything by chance."""
    town = MarketTown()
    town.fleet.tune(challenges_per_draw=0)
    for who in (PROVIDER, OTHER):
        declared = ("u", (MEMORY,), (Capacity(CLASS, 9),))
        town.call(Compute, "register_provider", *declared, sender=who, value_wei=coins(60))
        town.call(Verification, "deposit", sender=who, value_wei=coins(100))
    return town


def opened(wanted: OrderTerms, budget: int = 5) -> MarketTown:
    """Return a town with an order that two have bid on, the second for more."""
    town = fresh()
    town.call(Compute, "open_order", wanted, sender=PAYER, value_wei=coins(budget))
    for who, price in ((PROVIDER, UNIT_WEI - 1), (OTHER, UNIT_WEI)):
        offer = Offer(Wei(price), reclaim_blocks=wanted.reclaim_blocks)
        town.call(Compute, "place_bid", 1, offer, sender=who)
    return town


def matched(wanted: OrderTerms, budget: int = 5) -> MarketTown:
    """Return a town with an order that the first bid has won."""
    town = opened(wanted, budget)
    town.call(Compute, "accept_bid", 1, 1, sender=PAYER)
    return town


def running(wanted: OrderTerms, budget: int = 5) -> MarketTown:
    """Return a town with work that has begun; a lease has lasted for some blocks."""
    town = matched(wanted, budget)
    town.call(Compute, "start", 1, sender=PROVIDER)
    if wanted.kind == Kind.LEASE:
        town.blocks(2)
        town.call(Compute, "heartbeat", 1, sender=PROVIDER)
    return town


def submitted(level: Level = Level.REQUESTER, **changes: Any) -> MarketTown:
    """Return a town with a job whose result was sealed."""
    town = running(replace(JOB, claim=terms(level, **changes)), budget=30)
    digest = TRACE.digest if changes else DIGEST
    seal = result_seal(Compute.address, 1, account(PROVIDER), digest, SALT)
    town.call(Compute, "submit_result", 1, seal, 3, sender=PROVIDER)
    return town


def challenged(level: Level = Level.JURY) -> MarketTown:
    """Return a town with a result that a challenger objects to."""
    town = submitted(program=TRACE.program)
    values = (1, level, Side.AGAINST_WORKER, DIGEST)
    town.call(Verification, "challenge", *values, sender=CHALLENGER, value_wei=coins(50))
    return town


def answered(level: Level = Level.JURY) -> MarketTown:
    """Return a town with a worker who stood by its result."""
    town = challenged(level)
    town.call(Verification, "reveal_trace", 1, TRACE.steps, TRACE.end, SALT, sender=PROVIDER)
    town.call(Verification, "respond", 1, sender=PROVIDER, value_wei=coins(50))
    return town


def called(name: str, sender: int, *values: Any) -> MarketTown:
    """Return a town with a running lease after one more call."""
    town = running(LEASE)
    town.call(Verification, "deposit", sender=PAYER, value_wei=coins(9))
    town.call(Compute, name, 1, *values, sender=sender)
    return town


def reserved() -> MarketTown:
    """Return a town with a lease that begins later."""
    start = Height(LEASE.ttl_blocks + START_BLOCKS)
    changes = {"start_height": start, "reservation_wei": Wei(COIN // 9)}
    return matched(replace(LEASE, tenure=Tenure.RESERVED, **changes))


def low_funds() -> MarketTown:
    """Return a town with a lease whose money has just ended."""
    town = running(LEASE, budget=1)
    while town.compute.progress[1].state == S.RUNNING:
        town.call(Compute, "heartbeat", 1, sender=PROVIDER)
        town.blocks(1)
    return town


def closed_funds() -> MarketTown:
    """Return a town with a lease that nobody topped up."""
    town = low_funds()
    town.until(lambda: town.compute.progress[1].state == S.CLOSED_FUNDS, COMPUTE.grace_blocks)
    return town


ORDERS_IN: dict[tuple[Kind, OrderState], tuple[Callable[[], MarketTown], int]] = {
    (Kind.JOB, S.OPEN): (lambda: opened(JOB), JOB.ttl_blocks),
    (Kind.LEASE, S.OPEN): (lambda: opened(LEASE), LEASE.ttl_blocks),
    (Kind.LEASE, S.RESERVED): (reserved, LEASE.ttl_blocks + START_BLOCKS),
    (Kind.JOB, S.MATCHED): (lambda: matched(JOB), COMPUTE.start_timeout_blocks),
    (Kind.LEASE, S.MATCHED): (lambda: matched(LEASE), COMPUTE.start_timeout_blocks),
    (Kind.JOB, S.RUNNING): (lambda: running(JOB), JOB.run_blocks),
    (Kind.LEASE, S.RUNNING): (lambda: running(LEASE), COMPUTE.heartbeat_blocks),
    (Kind.JOB, S.SUBMITTED): (submitted, COMPUTE.verdict_timeout_blocks),
    (Kind.JOB, S.DISPUTED): (answered, COMPUTE.verdict_timeout_blocks),
    (Kind.LEASE, S.DISPUTED): (
        lambda: called("dispute_lease", PAYER, SEAL),
        COMPUTE.verdict_timeout_blocks,
    ),
    (Kind.LEASE, S.PAUSED): (lambda: called("pause", PAYER), COMPUTE.pause_blocks_max),
    (Kind.LEASE, S.LOW_FUNDS): (low_funds, COMPUTE.grace_blocks),
    (Kind.LEASE, S.RECLAIMING): (lambda: called("reclaim", PROVIDER), LEASE.reclaim_blocks),
    (Kind.LEASE, S.CLOSED): (lambda: called("end_lease", PAYER), 2 * COMPUTE.holdback_blocks),
    (Kind.LEASE, S.CLOSED_FUNDS): (closed_funds, 2 * COMPUTE.holdback_blocks),
}


def order_in(kind: Kind, state: OrderState) -> Subject:
    """Return an order in a state."""
    make, timeout_blocks = ORDERS_IN[kind, state]
    town = make()
    return Subject(town, lambda: town.compute.progress[1].state, timeout_blocks)


def bid_in(state: BidState) -> Subject:
    """Return a bid in a state: the second one where the first has won, else the first."""
    if state == BidState.OPEN:
        town, number, timeout_blocks = opened(JOB), 1, JOB.ttl_blocks + 2
    else:
        town = matched(replace(JOB, wants_backup=True))
        number = 2 if state == BidState.BACKUP else 1
        timeout_blocks = COMPUTE.start_timeout_blocks
    return Subject(town, lambda: town.compute.bids[number].state, timeout_blocks)


def policy_in() -> Subject:
    """Return a policy with coins behind it, and an order that its spender opened."""
    town = fresh()
    wanted = PolicyTerms(
        spender=account(OTHER),
        job_wei_max=coins(2),
        period_wei_max=coins(5),
        period_blocks=Height(10),
        expires_at=Height(town.height + POLICY_BLOCKS),
    )
    town.call(Compute, "create_policy", wanted, sender=PAYER, value_wei=coins(9))
    town.call(Compute, "open_under_policy", 1, LEASE, coins(2), sender=OTHER)
    return Subject(town, lambda: town.compute.policies[1].state, POLICY_BLOCKS)


def voting(level: Level = Level.JURY, *, is_sealed: bool = False) -> MarketTown:
    """Return a town with a round whose voters are drawn, and may have sealed."""
    town = answered(level)
    town.until(lambda: town.court.progress[1].state == C.VOTING, 20)
    for seat in town.court.seats_of(1, 0) if is_sealed else ():
        seal = vote_seal(1, 0, seat.voter, 10_000, SALT)
        who = int.from_bytes(seat.voter, "big")
        town.call(Verification, "seal_vote", 1, seal, sender=who)
    return town


def waited(town: MarketTown, state: ClaimState) -> MarketTown:
    """Return a town whose claim came to a state in silence."""
    town.until(lambda: town.court.progress[1].state == state, 20)
    return town


CLAIMS_IN: dict[ClaimState, tuple[Callable[[], MarketTown], int]] = {
    C.COMMITTED: (lambda: submitted(Level.AUDIT), SHORT.reveal_blocks),
    C.REVEALED: (submitted, SHORT.challenge_blocks),
    C.CHALLENGED: (challenged, SHORT.respond_blocks),
    C.EVIDENCE: (answered, SHORT.evidence_blocks),
    C.DRAWING: (lambda: waited(answered(), C.DRAWING), SHORT.draw_blocks),
    C.VOTING: (voting, SHORT.vote_blocks),
    C.OPENING: (lambda: voting(is_sealed=True), SHORT.open_blocks),
    C.BISECTING: (lambda: answered(Level.BISECTION), 2 * SHORT.clock_blocks),
    C.RULED: (lambda: waited(submitted(), C.RULED), SETTLE_BLOCKS),
}


def claim_in(state: ClaimState) -> Subject:
    """Return a claim in a state."""
    make, timeout_blocks = CLAIMS_IN[state]
    town = make()
    return Subject(town, lambda: town.court.progress[1].state, timeout_blocks)


def game_in(state: GameState) -> Subject:
    """Return a bisection with a side on the move."""
    town = answered(Level.BISECTION)
    while town.court.games[1].state != state:
        game = town.court.games[1]
        if game.state == G.SPLITTING:
            middle = TRACE.hashes[(game.low + game.high) // 2]
            town.call(Verification, "post_middle", 1, middle, sender=PROVIDER)
        else:
            town.call(Verification, "choose_half", 1, True, sender=CHALLENGER)
    return Subject(town, lambda: town.court.games[1].state, SHORT.clock_blocks)


def member_in() -> Subject:
    """Return a juror who resigned."""
    town = fresh()
    town.call(Verification, "resign", Role.JUROR, sender=MEMBER)
    state = lambda: town.court.members[Role.JUROR, account(MEMBER)].state  # noqa: E731
    assert state() == MemberState.LEAVING
    return Subject(town, state, SHORT.unbonding_blocks)


def device_in(status: Status) -> Subject:
    """Return a device in a state."""
    town, timeout_blocks = fresh(), 3 * EPOCH_BLOCKS + SWEEP_BLOCKS
    fleet = town.fleet
    if status == D.PROBATION:
        number = fleet.enlist(1, PROVIDER)
        fleet.next_epoch()
    else:
        number = fleet.active(1, PROVIDER)
    if status == D.DEGRADED:
        fleet.beat_windows(number, count=2)
        fleet.next_epoch()
    elif status == D.MAINTENANCE:
        starts_at = Height(town.height + DEVICES.maintenance_notice_blocks)
        town.call(Devices, "declare_maintenance", number, starts_at, 10, sender=PROVIDER)
        fleet.go_to(starts_at)
        timeout_blocks = 10
    elif status == D.SUSPECTED:
        accuse(town, number)
        timeout_blocks = DEVICES.case_blocks_max
    elif status == D.RETIRING:
        town.call(Devices, "retire", number, sender=PROVIDER)
        timeout_blocks = DEVICES.unbonding_blocks
    return Subject(town, lambda: fleet.status(number), timeout_blocks)


def indebted() -> Subject:
    """Return a device that was retired while a penalty of its was before the jury."""
    town = penalty_in(PenaltyStatus.APPEALED).town
    town.call(Devices, "retire", 1, sender=PROVIDER)
    timeout_blocks = DEVICES.case_blocks_max + DEFER_BLOCKS
    return Subject(town, lambda: town.fleet.status(1), timeout_blocks)


def accuse(town: MarketTown, number: int) -> None:
    """Suspect a device, with a bond."""
    town.call(Verification, "deposit", sender=ACCUSER, value_wei=coins(50))
    values = (number, Suspicion.CLONE_KEY, EVIDENCE)
    town.call(Devices, "suspect", *values, sender=ACCUSER)


def challenge_in(status: ChallengeStatus) -> Subject:
    """Return a challenge of the only device there is."""
    town = fresh()
    fleet = town.fleet
    number = fleet.enlist(1, PROVIDER)
    fleet.next_epoch()
    fleet.tune(challenges_per_draw=1)
    town.blocks(1)
    fleet.tune(challenges_per_draw=0)
    challenge = fleet.call("open_challenge", number)
    timeout_blocks = DEVICES.response_blocks
    if status == K.ANSWERED:
        fleet.answer(challenge)
        timeout_blocks += DEVICES.attest_blocks
    return Subject(town, lambda: fleet.call("challenge", challenge).status, timeout_blocks)


def penalty_in(status: PenaltyStatus) -> Subject:
    """Return a penalty for a service that was not given."""
    town = fresh()
    fleet, payer = town.fleet, SERVED[0]
    number = fleet.active(1, PROVIDER)
    town.call(Devices, "set_price", number, coins(1), sender=PROVIDER)
    town.call(Devices, "pay_for_service", number, 3, sender=payer, value_wei=coins(3))
    town.call(Devices, "report_unserved", 1, 2, EVIDENCE, sender=payer)
    timeout_blocks = DEVICES.appeal_blocks
    if status == P.APPEALED:
        town.call(Devices, "appeal", 1, EVIDENCE, sender=PROVIDER)
        timeout_blocks = DEVICES.case_blocks_max
    return Subject(town, lambda: fleet.call("penalty", 1).status, timeout_blocks)


def case_in(status: CaseStatus) -> Subject:
    """Return a suspicion before the jury."""
    town = fresh()
    accuse(town, town.fleet.active(1, PROVIDER))
    case = lambda: town.fleet.call("case_record", 1).status  # noqa: E731
    return Subject(town, case, DEVICES.case_blocks_max)
