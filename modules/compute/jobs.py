"""
Jobs: started, delivered, judged and paid, one checkpoint after the other.

    RUNNING --submit--> SUBMITTED --ruled for--> RUNNING (next checkpoint) or ACCEPTED
                            |-----ruled against, in part or whole--> RESOLVED, the rest refunded
                            +-----no verdict--> the default
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.kit.assembly import REFUSED
from chain.kit.module import Paused
from chain.kit.usage import tell
from chain.kit.verdicts import RULED_FOR_WORKER, Level
from chain.types.primitives import ZERO_HASH, Bps, Hash32, Height, Wei
from modules.compute import orders
from modules.compute.checks import check_between
from modules.compute.escrow import earn, fee_returned, spend_fee
from modules.compute.events import ResultSubmitted, Ruled
from modules.compute.maths import share_of
from modules.compute.params import WHOLE_BPS
from modules.compute.records import UNITS_MAX, Kind, OrderState, Reason
from modules.compute.refusals import ClaimOpen, EscrowTooSmall, SealMissing
from modules.compute.settlement import end_engagement, forfeit, pay_all, pay_now

if TYPE_CHECKING:
    from modules.compute.module import Compute

S = OrderState


def start(compute: Compute, number: int) -> None:
    """Begin the work on a job: its clock runs."""
    until = Height(compute.block.height + compute.terms[number].run_blocks)
    orders.go(compute, "start", number, S.RUNNING, Reason.PROVIDER_STARTED, until=until)
    compute.arm(number)


def budget_wei(compute: Compute, number: int) -> Wei:
    """Return the most that the present checkpoint can cost: an equal part of what is left."""
    left = compute.terms[number].milestones - compute.progress[number].milestone
    return Wei(compute.ledgers[number].available_wei // left)


def submit(compute: Compute, number: int, seal: Hash32, units: int) -> int:
    """Take a result and its metered use; return the claim's number, 0 where nobody judges it."""
    progress = orders.enter(compute, "submit_result", number)
    if seal == ZERO_HASH:
        raise SealMissing()
    check_between("units", units, 0, UNITS_MAX)
    bid, level = compute.bids[progress.bid], compute.terms[number].claim.level
    due_wei = Wei(min(units * bid.price_wei, budget_wei(compute, number)))
    milestone = progress.milestone + 1
    until = Height(compute.block.height + compute.rules_of(number).verdict_timeout_blocks)
    changes = {"until": until, "due_wei": due_wei, "milestone": milestone, "claim": 0}
    if level == Level.NONE:
        compute.progress[number] = replace(progress, due_wei=due_wei, milestone=milestone)
        compute.emit(ResultSubmitted(number, bid.provider, milestone, seal, units, due_wei, 0))
        pay_milestone(compute, "submit_result", number, Reason.PROVIDER_SUBMITTED)
        return 0
    reason = Reason.PROVIDER_SUBMITTED
    compute.seals[number] = seal
    orders.go(compute, "submit_result", number, S.SUBMITTED, reason, **changes)
    try_claim(compute, number)
    claim = compute.progress[number].claim
    compute.emit(ResultSubmitted(number, bid.provider, milestone, seal, units, due_wei, claim))
    compute.arm(number)
    return claim


def open_claim(compute: Compute, number: int) -> int:
    """Bring a submitted result to judgement; raises Paused, EscrowTooSmall, or what is said."""
    if compute.verifier.is_paused:
        raise Paused()
    progress, terms = compute.progress[number], compute.terms[number]
    fee_wei = compute.verifier.fee_wei(terms.claim, progress.due_wei)
    unspent_wei = compute.ledgers[number].unspent_wei
    if fee_wei > unspent_wei:
        raise EscrowTooSmall(fee_wei, unspent_wei)
    due_wei = Wei(min(progress.due_wei, unspent_wei - fee_wei))
    spend_fee(compute, number, compute.verifier.address, fee_wei, "verification_fee")
    worker = compute.bids[progress.bid].provider
    claim = compute.verifier.open_claim(
        number,
        worker,
        compute.orders[number].requester,
        compute.seals[number],
        terms.claim,
        due_wei,
    )
    orders.exclude_funders(compute, number, claim)
    compute.progress[number] = replace(compute.progress[number], claim=claim, due_wei=due_wei)
    return claim


def accept(compute: Compute, number: int) -> None:
    """Say for the payer that the result is good."""
    progress = orders.enter(compute, "accept_result", number)
    if progress.claim:
        compute.verifier.accept(progress.claim)
    else:
        pay_milestone(compute, "accept_result", number, Reason.OWNER_ACCEPTED)


def pay_milestone(compute: Compute, call: str, number: int, reason: Reason) -> None:
    """Pay what is due whole, and go on to the next checkpoint or end the job."""
    progress, terms = compute.progress[number], compute.terms[number]
    pay_now(compute, number, progress.due_wei, "job_pay")
    if progress.milestone < terms.milestones:
        until = Height(compute.block.height + terms.run_blocks)
        changes = {"until": until, "due_wei": Wei(0), "claim": 0}
        orders.go(compute, call, number, S.RUNNING, reason, **changes)
        compute.arm(number)
        return
    _finish(compute, call, number, S.ACCEPTED, reason)


def _finish(compute: Compute, call: str, number: int, target: OrderState, reason: Reason) -> None:
    orders.release(compute, number)
    end_engagement(compute, number)
    revenue = compute.revenue_total
    compute.revenue_total = replace(revenue, paid_orders=revenue.paid_orders + 1)
    orders.end(compute, call, number, target, reason)


def rule(
    compute: Compute, call: str, number: int, worker_bps: Bps, reason: Reason, lost_bps: int
) -> Wei:
    """Settle what is due by a ruling; return the bond that the worker forfeits of it."""
    progress, is_job = compute.progress[number], compute.orders[number].kind == Kind.JOB
    worker_wei = share_of(progress.due_wei, worker_bps)
    forfeit_wei = forfeit(compute, number, lost_bps)
    _tell_verdict(compute, progress.state, lost_bps > 0)
    compute.emit(Ruled(number, progress.claim, progress.due_wei, worker_wei, forfeit_wei, reason))
    if is_job and worker_bps == RULED_FOR_WORKER:
        pay_milestone(compute, call, number, reason)
    elif is_job:
        pay_now(compute, number, worker_wei, "job_pay")
        _finish(compute, call, number, S.RESOLVED, reason)
    else:
        _rule_lease(compute, call, number, worker_wei, reason)
    return forfeit_wei


def _tell_verdict(compute: Compute, state: OrderState, provider_lost: bool) -> None:
    """Tell the book how a dispute ended; a claim lost without one was the network's own dispute."""
    if state != S.DISPUTED and not provider_lost:
        return
    if state != S.DISPUTED:
        tell(compute, compute.usage.note_dispute)
    tell(compute, lambda: compute.usage.note_verdict(provider_lost))


def _rule_lease(compute: Compute, call: str, number: int, worker_wei: Wei, reason: Reason) -> None:
    """Split what was held back of a lease's earnings."""
    earn(compute, number, worker_wei - compute.progress[number].due_wei)
    pay_all(compute, number)
    end_engagement(compute, number)
    orders.end(compute, call, number, S.RESOLVED, reason)


def no_verdict(compute: Compute, number: int) -> None:
    """
    Do what comes where the verifier stays silent beyond every window of its own.

    Nobody objected: silence pays the worker. Somebody did, or the verifier never took the claim
    though anybody could ask it again: nothing is proven, so the governed split, without a slash.
    """
    progress = compute.progress[number]
    call, reason = "verdict_times_out", Reason.NETWORK_NO_VERDICT
    if progress.state == S.SUBMITTED and progress.claim:
        rule(compute, call, number, RULED_FOR_WORKER, reason, 0)
        return
    rule(compute, call, number, compute.rules_of(number).stalled_worker_bps, reason, 0)


def try_claim(compute: Compute, number: int) -> None:
    """
    Bring a result to judgement if the verifier takes it now; without a claim where it does not.

    It may be paused, or have too few members: no fault of who delivered. Raises EscrowTooSmall.
    """
    mark = compute.host.snapshot()
    try:
        open_claim(compute, number)
    except EscrowTooSmall:
        raise
    except REFUSED:
        compute.host.revert(mark)


def judge(compute: Compute, number: int) -> int:
    """Bring a result to judgement that the verifier did not take when it was delivered."""
    progress = orders.enter(compute, "judge", number)
    if progress.claim:
        raise ClaimOpen(progress.claim)
    until = Height(compute.block.height + compute.rules_of(number).verdict_timeout_blocks)
    compute.progress[number] = replace(progress, until=until)
    claim = open_claim(compute, number)
    compute.arm(number)
    return claim


def disputed(compute: Compute, number: int, claim: int) -> None:
    """Hear that somebody objects to a result; news of an older claim changes nothing."""
    progress = compute.progress[number]
    if progress.state != S.SUBMITTED or progress.claim != claim:
        return
    until = Height(compute.block.height + compute.rules_of(number).verdict_timeout_blocks)
    reason = Reason.NETWORK_DISPUTED
    tell(compute, compute.usage.note_dispute)
    orders.go(compute, "claim_disputed", number, S.DISPUTED, reason, until=until)
    compute.arm(number)


def ruled(compute: Compute, number: int, claim: int, worker_bps: Bps, refund_wei: Wei) -> Wei:
    """
    Hear a ruling; return the bond that the worker forfeits.

    One that comes after the default was taken changes nothing: what it gives back of the fee is
    the requester's, and nobody is paid or slashed twice.
    """
    progress = compute.progress[number]
    if progress.state not in (S.SUBMITTED, S.DISPUTED) or progress.claim != claim:
        compute.pay(compute.orders[number].requester, refund_wei, "fee_refund")
        return Wei(0)
    fee_returned(compute, number, refund_wei)
    reason, lost_bps = Reason.NETWORK_RULED, WHOLE_BPS - worker_bps
    return rule(compute, "claim_ruled", number, worker_bps, reason, lost_bps)
