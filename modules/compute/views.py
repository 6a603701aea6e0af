"""What can be asked of the compute market."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.types.primitives import Address, Height, Wei
from modules.compute import leases
from modules.compute.escrow import stated
from modules.compute.maths import advance, depletes_at
from modules.compute.records import (
    NEVER,
    PAGE_MAX,
    Attribute,
    Bid,
    BidState,
    Capacity,
    DepositEntry,
    Lease,
    OrderState,
    OrderView,
    Policy,
    PolicyState,
    Reason,
    Step,
)
from modules.compute.refusals import UnknownNumber

if TYPE_CHECKING:
    from modules.compute.module import Compute


def limited(limit: int) -> int:
    """Return how many entries a page may have."""
    return min(limit, PAGE_MAX)


def _check_order(compute: Compute, number: int) -> None:
    if compute.progress[number].state == OrderState.NOTHING:
        raise UnknownNumber("order", number)


def order(compute: Compute, number: int) -> OrderView:
    """Return one order, whole."""
    _check_order(compute, number)
    progress = compute.progress[number]
    bid = compute.bids[progress.bid]
    return OrderView(
        number=number,
        order=compute.orders[number],
        terms=compute.terms[number],
        progress=progress,
        provider=bid.provider,
        price_wei=bid.price_wei,
        ledger=compute.ledgers[number],
        rules=compute.rules_of(number),
    )


def timeline(compute: Compute, number: int) -> tuple[Step, ...]:
    """Return an order's steps, oldest first."""
    _check_order(compute, number)
    first = Step(compute.orders[number].opened_at, OrderState.OPEN, Reason.OWNER_OPENED)
    progress = compute.progress[number]
    if progress.state == OrderState.OPEN:
        return (first,)
    later = (*compute.steps[number], progress.newest_step)
    return (
        first,
        *(Step(Height(w >> 16), OrderState(w >> 8 & 0xFF), Reason(w & 0xFF)) for w in later),
    )


def funders(compute: Compute, number: int) -> tuple[DepositEntry, ...]:
    """Return an order's deposits with what was spent so far written down, first in first out."""
    _check_order(compute, number)
    ledger, entries = compute.ledgers[number], stated(compute, number)
    left = ledger.earned_wei + ledger.fees_wei
    shown = []
    for entry in entries:
        spent_wei = min(left, entry.deposited_wei - entry.refunded_wei)
        left -= spent_wei
        shown.append(replace(entry, spent_wei=Wei(spent_wei)))
    return tuple(shown)


def lease(compute: Compute, number: int) -> Lease:
    """Return a lease as it stands in this block, settled in thought."""
    _check_order(compute, number)
    if not leases.is_lease(compute, number) or compute.meters[number].ends_at == 0:
        raise UnknownNumber("lease", number)
    now, rules = compute.block.height, compute.rules_of(number)
    ledger, earnings = compute.ledgers[number], compute.earnings[number]
    available_wei = ledger.available_wei
    meter, more_wei = advance(compute.meters[number], now, available_wei, rules.holdback_blocks)
    earned_wei, held_wei = earnings.earned_wei + more_wei, meter.young_wei + meter.prior_wei
    depletion = depletes_at(meter, available_wei - more_wei)
    return Lease(
        rate_wei=meter.rate_wei,
        earned_wei=Wei(earned_wei),
        paid_wei=earnings.paid_wei,
        claimable_wei=Wei(max(0, earned_wei - earnings.paid_wei - held_wei)),
        held_wei=Wei(held_wei),
        available_wei=Wei(available_wei - more_wei),
        depletes_at=depletion,
        blocks_left=NEVER if depletion == NEVER else Height(depletion - now),
        heartbeat_by=Height(meter.beat_at + rules.heartbeat_blocks),
        ends_at=meter.ends_at,
    )


def bid(compute: Compute, number: int) -> Bid:
    """Return one bid."""
    found = compute.bids[number]
    if found.state == BidState.NOTHING:
        raise UnknownNumber("bid", number)
    return found


def policy(compute: Compute, number: int) -> Policy:
    """Return one policy."""
    found = compute.policies[number]
    if found.state == PolicyState.NOTHING:
        raise UnknownNumber("policy", number)
    return found


def attributes(compute: Compute, provider: Address) -> tuple[Attribute, ...]:
    """Return what a provider declares."""
    keys = compute.attribute_keys[provider]
    return tuple(Attribute(key, compute.attribute_of[provider, key]) for key in keys)


def capacities(compute: Compute, provider: Address) -> tuple[Capacity, ...]:
    """Return the slots of each class that a provider has free."""
    classes = compute.capacity_classes[provider]
    return tuple(
        Capacity(
            item, max(0, compute.slots_of[provider, item] - compute.used_slots[provider, item])
        )
        for item in classes
    )
