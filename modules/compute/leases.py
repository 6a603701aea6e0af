"""
Leases: pay by the block, found empty by the chain itself, ended by either side or by nobody.

    RUNNING --money ends--> LOW_FUNDS --grace--> CLOSED_FUNDS --holdback--> SETTLED
       |  \\--pause--> PAUSED                        ^
       +--notice--> RECLAIMING --window--> CLOSED --holdback--> SETTLED
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.kit.usage import tell
from chain.types.primitives import ZERO_HASH, Hash32, Height, Wei
from modules.compute import orders, policies
from modules.compute.escrow import deposit, earn, refund
from modules.compute.events import (
    DepletionPredicted,
    HeartbeatSeen,
    ToppedUp,
    UnprovenTakenBack,
)
from modules.compute.machines import STREAMING
from modules.compute.maths import advance, depletes_at
from modules.compute.records import Kind, Meter, OrderState, Reason, Tenure
from modules.compute.refusals import DepositTooSmall, NothingToMove, SealMissing
from modules.compute.settlement import end_engagement, pay_all, pay_earned

if TYPE_CHECKING:
    from modules.compute.module import Compute

S = OrderState


def start(compute: Compute, number: int) -> None:
    """Begin the stream at the bid's price."""
    now, rules = compute.block.height, compute.rules_of(number)
    longest = compute.terms[number].duration_blocks or rules.lease_blocks_max
    meter = Meter(
        rate_wei=compute.bids[compute.progress[number].bid].price_wei,
        since=now,
        ends_at=compute.meters[number].ends_at or Height(now + longest),
        beat_at=now,
        beat_earned_wei=Wei(0),
        epoch=now // rules.holdback_blocks,
        young_wei=Wei(0),
        prior_wei=Wei(0),
    )
    compute.meters[number] = meter
    orders.go(compute, "start", number, S.RUNNING, Reason.PROVIDER_STARTED, until=Height(0))
    predict(compute, number)


def settle(compute: Compute, number: int) -> Meter:
    """Earn what was served up to this block; return the meter as it stands."""
    holdback = compute.rules_of(number).holdback_blocks
    available_wei = compute.ledgers[number].available_wei
    before = compute.meters[number]
    meter, earned_wei = advance(before, compute.block.height, available_wei, holdback)
    if meter != before:
        compute.meters[number] = meter
    earn(compute, number, earned_wei)
    return meter


def predict(compute: Compute, number: int) -> None:
    """Say until when the money lasts, and have the chain look then."""
    height = depletes_at(compute.meters[number], compute.ledgers[number].available_wei)
    compute.emit(DepletionPredicted(number, height))
    compute.arm(number)


def set_rate(compute: Compute, number: int, rate_wei: int) -> None:
    """Settle at the old rate, then charge at another."""
    meter = settle(compute, number)
    compute.meters[number] = replace(meter, rate_wei=Wei(rate_wei))


def claimable_wei(compute: Compute, number: int, meter: Meter) -> Wei:
    """Return what of a settled lease's earnings is older than the holdback and not yet paid."""
    earnings = compute.earnings[number]
    held_wei = meter.young_wei + meter.prior_wei
    return Wei(max(0, earnings.earned_wei - earnings.paid_wei - held_wei))


def pause(compute: Compute, number: int) -> None:
    """Stop the service at the bid's price for pauses."""
    progress = orders.enter(compute, "pause", number)
    set_rate(compute, number, compute.bids[progress.bid].pause_price_wei)
    until = Height(compute.block.height + compute.rules_of(number).pause_blocks_max)
    orders.go(compute, "pause", number, S.PAUSED, Reason.OWNER_PAUSED, until=until)
    predict(compute, number)


def go_on(compute: Compute, call: str, number: int, reason: Reason) -> None:
    """Stream at the full price again; the heartbeat's clock begins anew."""
    bid = compute.bids[compute.progress[number].bid]
    set_rate(compute, number, bid.price_wei)
    _beat(compute, number)
    orders.go(compute, call, number, S.RUNNING, reason, until=Height(0))
    predict(compute, number)


def _beat(compute: Compute, number: int) -> None:
    """Take what was earned so far for proven."""
    earned_wei = compute.earnings[number].earned_wei
    meter = compute.meters[number]
    compute.meters[number] = replace(
        meter, beat_at=compute.block.height, beat_earned_wei=earned_wei
    )


def heartbeat(compute: Compute, number: int) -> None:
    """Hear from the lessor."""
    orders.enter(compute, "heartbeat", number)
    settle(compute, number)
    _beat(compute, number)
    compute.emit(HeartbeatSeen(number, compute.block.height))
    compute.arm(number)


def top_up(compute: Compute, number: int) -> None:
    """Add the coins sent to an order's budget; a lease that ran dry goes on."""
    progress = orders.enter(compute, "top_up", number)
    bid = compute.bids[progress.bid]
    is_streaming = progress.state in STREAMING and is_lease(compute, number)
    least_wei = Wei(max(compute.settings.min_deposit_wei, bid.price_wei if is_streaming else 1))
    if compute.value_wei < least_wei:
        raise DepositTooSmall(least_wei, compute.value_wei)
    if is_streaming:
        settle(compute, number)
    deposit(compute, number, compute.sender, compute.value_wei, 0)
    compute.emit(ToppedUp(number, compute.sender, 0, compute.value_wei))
    if progress.state == S.LOW_FUNDS:
        go_on(compute, "top_up", number, Reason.OWNER_TOPPED_UP)
    elif is_streaming:
        predict(compute, number)


def is_lease(compute: Compute, number: int) -> bool:
    """Whether an order is for a lease."""
    return compute.orders[number].kind == Kind.LEASE


def run_dry(compute: Compute, number: int) -> None:
    """Do what comes when the money ends: the policy's top-up, the grace, or the close."""
    progress = compute.progress[number]
    meter = settle(compute, number)
    if progress.state == S.RECLAIMING:
        close(compute, "funds_run_out", number, S.CLOSED_FUNDS, Reason.NETWORK_DEPLETED)
        return
    if policies.top_up(compute, number, meter.rate_wei):
        state = progress.state
        orders.go(compute, "funds_run_out", number, state, Reason.NETWORK_TOPPED_UP)
        predict(compute, number)
        return
    set_rate(compute, number, 0)
    until = Height(compute.block.height + compute.rules_of(number).grace_blocks)
    reason = Reason.NETWORK_DEPLETED
    orders.go(compute, "funds_run_out", number, S.LOW_FUNDS, reason, until=until)
    compute.arm(number)


def reclaim(compute: Compute, number: int) -> None:
    """Give the lessor's notice: a spot lease's is short, any other's as the bid said."""
    orders.enter(compute, "reclaim", number)
    is_spot = compute.terms[number].tenure == Tenure.SPOT
    reason = Reason.PROVIDER_PREEMPTED if is_spot else Reason.PROVIDER_MAINTENANCE
    begin_reclaim(compute, "reclaim", number, reason)


def begin_reclaim(compute: Compute, call: str, number: int, reason: Reason) -> None:
    """Open the window after which the lessor may go; it serves at the full price until then."""
    bid = compute.bids[compute.progress[number].bid]
    set_rate(compute, number, bid.price_wei)
    _beat(compute, number)
    is_spot = compute.terms[number].tenure == Tenure.SPOT
    notice = compute.rules_of(number).spot_notice_blocks if is_spot else bid.reclaim_blocks
    until = Height(compute.block.height + notice)
    orders.go(compute, call, number, S.RECLAIMING, reason, until=until)
    predict(compute, number)


def leave(compute: Compute, call: str, number: int, target: OrderState, reason: Reason) -> None:
    """End a lease as the tenant, its own term or the lack of money does."""
    settle(compute, number)
    close(compute, call, number, target, reason)


def kill(compute: Compute, number: int) -> None:
    """End a lease as the lessor, without notice: slashed, unless it is a spot lease."""
    orders.enter(compute, "kill", number)
    settle(compute, number)
    is_spot = compute.terms[number].tenure == Tenure.SPOT
    slash_bps = 0 if is_spot else compute.rules_of(number).slash_miss_bps
    reason = Reason.PROVIDER_KILLED
    orders.fail_over(compute, "kill", number, S.CLOSED, reason, slash_bps)


def window_over(compute: Compute, number: int) -> None:
    """Let a lessor go whose notice is over."""
    settle(compute, number)
    orders.fail_over(compute, "window_ends", number, S.CLOSED, Reason.NETWORK_WINDOW, 0)


def vanish(compute: Compute, number: int) -> None:
    """Take a lease from a lessor that is silent; what it has not proven is not paid."""
    meter = settle(compute, number)
    earnings = compute.earnings[number]
    unproven_wei = earnings.earned_wei - max(meter.beat_earned_wei, earnings.paid_wei)
    earn(compute, number, -unproven_wei)
    compute.meters[number] = _less(meter, unproven_wei)
    provider = compute.bids[compute.progress[number].bid].provider
    compute.emit(UnprovenTakenBack(number, provider, Wei(unproven_wei)))
    slash_bps = compute.rules_of(number).slash_miss_bps
    reason = Reason.NETWORK_VANISHED
    orders.fail_over(compute, "heartbeat_missed", number, S.CLOSED, reason, slash_bps)


def _less(meter: Meter, amount_wei: int) -> Meter:
    """Take an amount out of what is held back, the newest first."""
    young_wei = min(meter.young_wei, amount_wei)
    prior_wei = min(meter.prior_wei, amount_wei - young_wei)
    return replace(
        meter,
        young_wei=Wei(meter.young_wei - young_wei),
        prior_wei=Wei(meter.prior_wei - prior_wei),
    )


def close(compute: Compute, call: str, number: int, target: OrderState, reason: Reason) -> None:
    """
    End a settled lease: the unspent goes back now, the earnings when the holdback is over.

    Until then the tenant can dispute them, and the bond stays locked.
    """
    meter = compute.meters[number]
    compute.meters[number] = replace(meter, rate_wei=Wei(0))
    orders.drop_backup(compute, number)
    orders.release(compute, number)
    refund(compute, number)
    # Two epochs on, nothing of what was earned is young any more.
    until = Height(compute.block.height + 2 * compute.rules_of(number).holdback_blocks)
    orders.go(compute, call, number, target, reason, until=until)
    compute.arm(number)


def withdraw(compute: Compute, number: int) -> Wei:
    """Pay the lessor what is older than the holdback; raises NothingToMove."""
    orders.enter(compute, "withdraw_earnings", number)
    amount_wei = claimable_wei(compute, number, settle(compute, number))
    if amount_wei == 0:
        raise NothingToMove()
    pay_earned(compute, number, amount_wei, "lease_pay")
    return amount_wei


def dispute(compute: Compute, number: int, evidence: Hash32) -> int:
    """End a lease and bring what is held back before the jury; return the claim's number."""
    progress = orders.enter(compute, "dispute_lease", number)
    if evidence == ZERO_HASH:
        raise SealMissing()
    meter = settle(compute, number)
    pay_earned(compute, number, claimable_wei(compute, number, meter), "lease_pay")
    earnings = compute.earnings[number]
    held_wei = Wei(earnings.earned_wei - earnings.paid_wei)
    if held_wei == 0:
        raise NothingToMove()
    if progress.state in STREAMING:
        compute.meters[number] = replace(meter, rate_wei=Wei(0))
        orders.drop_backup(compute, number)
        orders.release(compute, number)
        refund(compute, number)
    until = Height(compute.block.height + compute.rules_of(number).verdict_timeout_blocks)
    changes = {"until": until, "due_wei": held_wei}
    reason = Reason.OWNER_DISPUTED
    tell(compute, compute.usage.note_dispute)
    orders.go(compute, "dispute_lease", number, S.DISPUTED, reason, **changes)
    provider = compute.bids[progress.bid].provider
    claim = compute.verifier.open_dispute(number, provider, compute.sender, evidence, held_wei)
    orders.exclude_funders(compute, number, claim)
    compute.progress[number] = replace(compute.progress[number], claim=claim)
    compute.arm(number)
    return claim


def holdback_over(compute: Compute, number: int) -> None:
    """Pay what was held back and free the bond: nobody objected."""
    pay_all(compute, number)
    end_engagement(compute, number)
    reason = Reason.NETWORK_HOLDBACK
    orders.end(compute, "holdback_ends", number, S.SETTLED, reason)
