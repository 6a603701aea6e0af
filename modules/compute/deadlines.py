"""
What the chain does by itself: every wait of an order ends at a height, with its default.

    order --candidates--> (height, default) ...  the earliest is what the queue is set to

One entry of the queue at a time stands for an order. It may come too early, where the deadline
moved on meanwhile; then it is set again. It never comes too late.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from chain.types.primitives import Height
from modules.compute import jobs, leases, orders
from modules.compute.bidding import cheapest, why_not_now
from modules.compute.bonds import free_bond
from modules.compute.escrow import spend_fee
from modules.compute.machines import CLOSING
from modules.compute.maths import depletes_at
from modules.compute.records import CANDIDATES_MAX, NEVER, Kind, OrderState, Reason
from modules.compute.refusals import NothingDue

if TYPE_CHECKING:
    from modules.compute.module import Compute

S = OrderState
ORDER_DUE = 1  # the kind of timer that wakes an order
Candidates = list[tuple[Height, str]]


def candidates(compute: Compute, number: int) -> Candidates:
    """Return every deadline that an order waits for, the one that goes first among equals first."""
    progress = compute.progress[number]
    state, until = progress.state, progress.until
    if state == S.OPEN:
        auction = [(progress.auction_at, "auction_ends")] if progress.auction_at else []
        return [*auction, (compute.orders[number].expires_at, "order_expires")]
    if state in WAITS:
        return [(_not_before(compute, until, _span(compute, number, state)), WAITS[state])]
    if state == S.RUNNING and compute.orders[number].kind == Kind.JOB:
        span = compute.terms[number].run_blocks
        return [(_not_before(compute, until, span), "run_times_out")]
    if state in (S.RUNNING, S.PAUSED, S.RECLAIMING):
        return _of_stream(compute, number, state, until)
    return []


WAITS = {
    S.RESERVED: "reservation_begins",
    S.MATCHED: "start_times_out",
    S.LOW_FUNDS: "grace_ends",
    S.SUBMITTED: "verdict_times_out",
    S.DISPUTED: "verdict_times_out",
    S.CLOSED: "holdback_ends",
    S.CLOSED_FUNDS: "holdback_ends",
}


def _of_stream(compute: Compute, number: int, state: S, until: Height) -> Candidates:
    meter, rules = compute.meters[number], compute.rules_of(number)
    depletion = depletes_at(meter, compute.ledgers[number].available_wei)
    found = [(meter.ends_at, "lease_ends"), (depletion, "funds_run_out")]
    if state == S.PAUSED:
        return [*found, (until, "pause_ends")]
    if state == S.RECLAIMING:
        found.append((until, "window_ends"))
    silent_at = Height(meter.beat_at + rules.heartbeat_blocks)
    return [
        *found,
        (_not_before(compute, silent_at, rules.heartbeat_blocks), "heartbeat_missed"),
    ]


def _span(compute: Compute, number: int, state: S) -> int:
    """Return how long somebody has to act before a wait ends; 0 where nobody has to."""
    rules = compute.rules_of(number)
    if state == S.MATCHED:
        return rules.start_timeout_blocks
    if state == S.LOW_FUNDS:
        return rules.grace_blocks
    if state in (S.SUBMITTED, S.DISPUTED):
        return rules.verdict_timeout_blocks
    return rules.holdback_blocks if state in CLOSING else 0


def _not_before(compute: Compute, until: Height, span: int) -> Height:
    """While the module was paused nobody could act: after it, the whole time is there again."""
    resumed_at = compute.resumed_at
    return Height(max(until, resumed_at + span)) if resumed_at else until


def due_at(compute: Compute, number: int) -> Height:
    """Return the height of an order's next deadline, 0 where it waits for nothing."""
    return min((height for height, _ in candidates(compute, number)), default=Height(0))


def arm(compute: Compute, number: int) -> None:
    """Have the chain look at an order in time; an entry that comes early enough serves."""
    at, progress = due_at(compute, number), compute.progress[number]
    if at == 0 or 0 < progress.timer_at <= at:
        return
    at = max(at, Height(compute.block.height + 1))
    compute.timers.set(at, ORDER_DUE, number)
    compute.progress[number] = replace(compute.progress[number], timer_at=at)


def wake(compute: Compute, number: int) -> None:
    """Do what is due for an order, if its time has come, and set the next entry."""
    progress = compute.progress[number]
    if compute.block.height < progress.timer_at or progress.timer_at == 0:
        return  # an older entry; the one that counts comes later
    compute.progress[number] = replace(progress, timer_at=Height(0))
    perform(compute, number)
    arm(compute, number)


def perform(compute: Compute, number: int) -> None:
    """Do the first thing that is due, if anything is."""
    now = compute.block.height
    due = [(height, name) for height, name in candidates(compute, number) if height <= now]
    if not due:
        return
    earliest = min(height for height, _ in due)
    DEFAULTS[next(name for height, name in due if height == earliest)](compute, number)


def poke(compute: Compute, number: int) -> None:
    """Do what is overdue because the queue is long; the reserve pays the sender for it."""
    if not 0 < due_at(compute, number) <= compute.block.height:
        raise NothingDue(number)
    reward_wei = min(compute.settings.poke_reward_wei, compute.ledgers[number].reserve_wei)
    spend_fee(compute, number, compute.sender, reward_wei, "poke_reward")
    compute.progress[number] = replace(compute.progress[number], timer_at=Height(0))
    perform(compute, number)
    arm(compute, number)


def _auction(compute: Compute, number: int) -> None:
    """
    Match the cheapest bid that may win now; let go those before it that may not.

    Only a few are looked at in a block. Where none is left, the next bid ends the wait.
    """
    for bid in cheapest(compute, number, CANDIDATES_MAX):
        if not why_not_now(compute, number, compute.bids[bid]):
            orders.match(compute, "auction_ends", number, bid, Reason.NETWORK_MATCHED)
            return
        free_bond(compute, bid, "bid_loses")
    is_over = len(compute.open_bids[number]) == 0
    again_at = NEVER if is_over else Height(compute.block.height + 1)
    progress = compute.progress[number]
    compute.progress[number] = replace(progress, auction_at=again_at)


def _expire(compute: Compute, number: int) -> None:
    orders.end(compute, "order_expires", number, S.EXPIRED, Reason.NETWORK_TTL)


def _reservation(compute: Compute, number: int) -> None:
    until = Height(compute.block.height + compute.rules_of(number).start_timeout_blocks)
    reason = Reason.NETWORK_RESERVATION
    orders.go(compute, "reservation_begins", number, S.MATCHED, reason, until=until)


def _not_started(compute: Compute, number: int) -> None:
    bps, reason = compute.rules_of(number).slash_start_bps, Reason.NETWORK_NOT_STARTED
    orders.fail_over(compute, "start_times_out", number, S.FAILED_START, reason, bps)


def _missed(compute: Compute, number: int) -> None:
    bps, reason = compute.rules_of(number).slash_miss_bps, Reason.NETWORK_DEADLINE
    orders.fail_over(compute, "run_times_out", number, S.MISSED, reason, bps)


def _unfunded(compute: Compute, number: int) -> None:
    reason = Reason.NETWORK_UNFUNDED
    leases.leave(compute, "grace_ends", number, S.CLOSED_FUNDS, reason)


def _term_over(compute: Compute, number: int) -> None:
    leases.leave(compute, "lease_ends", number, S.CLOSED, Reason.NETWORK_TERM)


def _pause_over(compute: Compute, number: int) -> None:
    leases.go_on(compute, "pause_ends", number, Reason.NETWORK_PAUSE_OVER)


DEFAULTS: dict[str, Callable[[Compute, int], None]] = {
    "auction_ends": _auction,
    "order_expires": _expire,
    "reservation_begins": _reservation,
    "start_times_out": _not_started,
    "run_times_out": _missed,
    "verdict_times_out": jobs.no_verdict,
    "pause_ends": _pause_over,
    "funds_run_out": leases.run_dry,
    "grace_ends": _unfunded,
    "window_ends": leases.window_over,
    "heartbeat_missed": leases.vanish,
    "lease_ends": _term_over,
    "holdback_ends": leases.holdback_over,
}
