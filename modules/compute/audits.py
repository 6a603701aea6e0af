"""Whether everything in the compute market adds up: walks all of it, for tests and exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modules.compute.escrow import stated
from modules.compute.machines import BIDS, CLOSING, ORDERS
from modules.compute.maths import share_of
from modules.compute.records import BidState, Kind, OrderState, PolicyState, Slots

if TYPE_CHECKING:
    from modules.compute.module import Compute


def totals_match(compute: Compute) -> bool:
    """E1: escrow, earnings, bonds and policies sum to the totals."""
    numbers = range(1, compute.order_count + 1)
    earnings = [compute.earnings[number] for number in numbers]
    policies = [compute.policies[number + 1] for number in range(compute.policy_count)]
    providers = [compute.providers[who] for who in compute.provider_list]
    bonds_wei = sum(provider.free_wei + provider.locked_wei for provider in providers)
    return (
        compute.escrow_wei == sum(compute.ledgers[number].unspent_wei for number in numbers)
        and compute.earned_wei == sum(item.earned_wei - item.paid_wei for item in earnings)
        and compute.policies_wei == sum(policy.balance_wei for policy in policies)
        and compute.bonds_wei == bonds_wei
    )


def ledgers_match(compute: Compute) -> bool:
    """E2: what funders paid into an order is what it has, earned, spent on fees and gave back."""
    for number in range(1, compute.order_count + 1):
        ledger, entries = compute.ledgers[number], stated(compute, number)
        if ledger.deposited_wei != sum(entry.deposited_wei for entry in entries):
            return False
        if ledger.refunded_wei != sum(entry.refunded_wei for entry in entries):
            return False
        if min(ledger.unspent_wei, ledger.available_wei) < 0:
            return False
    return True


def ended_orders_hold_nothing(compute: Compute) -> bool:
    """E3: an order in a last state has no coin and no bond left, one that closes no budget."""
    for number in range(1, compute.order_count + 1):
        progress, ledger = compute.progress[number], compute.ledgers[number]
        earnings = compute.earnings[number]
        is_over = ORDERS.is_terminal(progress.state)
        if (is_over or progress.state in CLOSING) and ledger.unspent_wei:
            return False
        if is_over and earnings.earned_wei != earnings.paid_wei:
            return False
        if is_over and progress.bid and compute.bids[progress.bid].bond_wei:
            return False
    return True


def bonds_match_bids(compute: Compute) -> bool:
    """Every provider's locked bond is that of its live bids."""
    locked: dict[bytes, int] = {}
    for number in range(1, compute.bid_count + 1):
        bid = compute.bids[number]
        if bid.bond_wei and BIDS.is_terminal(bid.state):
            return False
        locked[bid.provider] = locked.get(bid.provider, 0) + bid.bond_wei
    return all(
        compute.providers[compute.bids[number].provider].locked_wei
        == locked[compute.bids[number].provider]
        for number in range(1, compute.bid_count + 1)
    )


def takes_match_rules(compute: Compute) -> bool:
    """E9: what was taken of an order's pay is the share that stood at its match."""
    for number in range(1, compute.order_count + 1):
        earnings = compute.earnings[number]
        if earnings.taken_wei != share_of(earnings.paid_wei, compute.rules_of(number).take_bps):
            return False
    return True


def indexes_match(compute: Compute) -> bool:
    """Open orders, open bids and used slots are those that are."""
    used: dict[tuple[bytes, bytes], int] = {}
    for number in range(1, compute.order_count + 1):
        progress, order = compute.progress[number], compute.orders[number]
        if (progress.state == OrderState.OPEN) != (number in compute.open_orders):
            return False
        if progress.bid and has_slot(progress.state, order.kind):
            key = (compute.bids[progress.bid].provider, compute.terms[number].capacity_class)
            used[key] = used.get(key, 0) + 1
    if compute.slot_totals != Slots(sum(used.values()), _declared_slots(compute)):
        return False
    for number in range(1, compute.bid_count + 1):
        bid = compute.bids[number]
        if (bid.state == BidState.OPEN) != (number in compute.open_bids[bid.order]):
            return False
        slot_key = (bid.provider, compute.terms[bid.order].capacity_class)
        if compute.used_slots[slot_key] != used.get(slot_key, 0):
            return False
    return True


def _declared_slots(compute: Compute) -> int:
    return sum(
        compute.slots_of[who, item]
        for who in compute.provider_list
        for item in compute.capacity_classes[who]
    )


def has_slot(state: OrderState, kind: Kind) -> bool:
    """Whether an order in this state keeps its provider busy; a disputed lease is over."""
    if state == OrderState.DISPUTED:
        return kind == Kind.JOB
    is_over = ORDERS.is_terminal(state) or state in CLOSING
    return not is_over and state not in (OrderState.OPEN, OrderState.NOTHING)


def closed_policies_are_empty(compute: Compute) -> bool:
    """A policy that is over holds nothing."""
    for number in range(1, compute.policy_count + 1):
        policy = compute.policies[number]
        if policy.state != PolicyState.ACTIVE and policy.balance_wei:
            return False
    return True
