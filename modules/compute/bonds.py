"""Providers: what they declare, the bond behind their bids, and the slots they have left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.types.primitives import Address, Hash32, Wei
from modules.compute.checks import check_attributes, check_capacities, check_uri
from modules.compute.events import BidMoved, BondDeposited, BondWithdrawn, ProviderChanged
from modules.compute.machines import BIDS, PROVIDER_STATES
from modules.compute.records import Attribute, BidState, Capacity, ProviderState, Slots
from modules.compute.refusals import BondTooSmall, NothingToMove

if TYPE_CHECKING:
    from modules.compute.module import Compute

BID_ENDS = {
    "withdraw_bid": BidState.WITHDRAWN,
    "bid_evicted": BidState.EVICTED,
    "bid_loses": BidState.LOST,
    "bid_ends": BidState.ENDED,
}


def declare(
    compute: Compute,
    call: str,
    uri: str,
    attributes: tuple[Attribute, ...],
    capacities: tuple[Capacity, ...],
) -> None:
    """Register the sender, or replace what it declared; coins sent are bond."""
    who = compute.sender
    provider = compute.providers[who]
    PROVIDER_STATES.enter(call, provider.state)
    check_uri(uri)
    check_attributes(attributes)
    check_capacities(capacities)
    _forget_declared(compute, who)
    for item in attributes:
        compute.attribute_of[who, item.key] = item.value
        compute.attribute_keys[who].add(item.key)
    for capacity in capacities:
        compute.slots_of[who, capacity.capacity_class] = capacity.slots
        compute.capacity_classes[who].add(capacity.capacity_class)
    _count_slots(compute, declared=sum(item.slots for item in capacities))
    if provider.state == ProviderState.NOTHING:
        compute.provider_list.append(who)
    state = PROVIDER_STATES.move(call, provider.state, ProviderState.ACTIVE)
    compute.providers[who] = replace(provider, state=state, uri=uri)
    compute.emit(ProviderChanged(who, state, uri))


def _forget_declared(compute: Compute, who: Address) -> None:
    """At most ATTRIBUTES_MAX keys and CAPACITIES_MAX classes were declared."""
    for key in tuple(compute.attribute_keys[who]):
        compute.attribute_of[who, key] = Hash32(b"\0" * 32)
        compute.attribute_keys[who].discard(key)
    for capacity_class in tuple(compute.capacity_classes[who]):
        _count_slots(compute, declared=-compute.slots_of[who, capacity_class])
        compute.slots_of[who, capacity_class] = 0
        compute.capacity_classes[who].discard(capacity_class)


def retire(compute: Compute) -> None:
    """Offer no more; what is under way goes on, and bond stays the provider's."""
    who = compute.sender
    provider = compute.providers[who]
    PROVIDER_STATES.enter("retire_provider", provider.state)
    _forget_declared(compute, who)
    state = PROVIDER_STATES.move("retire_provider", provider.state, ProviderState.RETIRED)
    compute.providers[who] = replace(provider, state=state)
    compute.emit(ProviderChanged(who, state, provider.uri))


def add_bond(compute: Compute, amount_wei: int) -> None:
    """Book coins that the sender brought as free bond."""
    if amount_wei == 0:
        return
    provider = compute.providers[compute.sender]
    free_wei = Wei(provider.free_wei + amount_wei)
    compute.providers[compute.sender] = replace(provider, free_wei=free_wei)
    compute.bonds_wei = Wei(compute.bonds_wei + amount_wei)
    compute.emit(BondDeposited(compute.sender, Wei(amount_wei)))


def withdraw_bond(compute: Compute, amount_wei: int) -> None:
    """Pay free bond back; raises NothingToMove or BondTooSmall, never less than was asked."""
    provider = compute.providers[compute.sender]
    PROVIDER_STATES.enter("withdraw_bond", provider.state)
    if amount_wei == 0:
        raise NothingToMove()
    if amount_wei > provider.free_wei:
        raise BondTooSmall(Wei(amount_wei), provider.free_wei)
    free_wei = Wei(provider.free_wei - amount_wei)
    compute.providers[compute.sender] = replace(provider, free_wei=free_wei)
    compute.bonds_wei = Wei(compute.bonds_wei - amount_wei)
    compute.pay(compute.sender, amount_wei, "bond_returned")
    compute.emit(BondWithdrawn(compute.sender, Wei(amount_wei)))


def lock_bond(compute: Compute, who: Address, amount_wei: int) -> None:
    """Put free bond behind a bid; raises BondTooSmall."""
    provider = compute.providers[who]
    if provider.free_wei < amount_wei:
        raise BondTooSmall(Wei(amount_wei), provider.free_wei)
    compute.providers[who] = replace(
        provider,
        free_wei=Wei(provider.free_wei - amount_wei),
        locked_wei=Wei(provider.locked_wei + amount_wei),
    )


def take_bond(compute: Compute, number: int, amount_wei: int) -> None:
    """Take part of a bid's bond away; the caller pays it on."""
    bid = compute.bids[number]
    assert amount_wei <= bid.bond_wei, "no bond is lost twice"
    compute.bids[number] = replace(bid, bond_wei=Wei(bid.bond_wei - amount_wei))
    provider = compute.providers[bid.provider]
    compute.providers[bid.provider] = replace(
        provider,
        locked_wei=Wei(provider.locked_wei - amount_wei),
        slashed_wei=Wei(provider.slashed_wei + amount_wei),
    )
    compute.bonds_wei = Wei(compute.bonds_wei - amount_wei)
    revenue = compute.revenue_total
    slashed_wei = Wei(revenue.slashed_wei + amount_wei)
    compute.revenue_total = replace(revenue, slashed_wei=slashed_wei)


def free_bond(compute: Compute, number: int, call: str) -> None:
    """End a bid and free what is left of its bond."""
    bid = compute.bids[number]
    state = BIDS.move(call, bid.state, BID_ENDS[call])
    provider = compute.providers[bid.provider]
    compute.providers[bid.provider] = replace(
        provider,
        free_wei=Wei(provider.free_wei + bid.bond_wei),
        locked_wei=Wei(provider.locked_wei - bid.bond_wei),
    )
    compute.bids[number] = replace(bid, state=state, bond_wei=Wei(0))
    compute.open_bids[bid.order].discard(number)
    compute.emit(BidMoved(number, bid.order, state))


def take_slot(compute: Compute, who: Address, capacity_class: Hash32) -> None:
    """Count one more engagement of a provider in a class."""
    compute.used_slots[who, capacity_class] = compute.used_slots[who, capacity_class] + 1
    _count_slots(compute, busy=1)


def free_slot(compute: Compute, who: Address, capacity_class: Hash32) -> None:
    """Count one engagement less."""
    compute.used_slots[who, capacity_class] = compute.used_slots[who, capacity_class] - 1
    _count_slots(compute, busy=-1)


def _count_slots(compute: Compute, busy: int = 0, declared: int = 0) -> None:
    """Keep the market's totals; only who changes a number writes its word."""
    before = compute.slot_totals
    compute.slot_totals = Slots(before.busy + busy, before.declared + declared)
