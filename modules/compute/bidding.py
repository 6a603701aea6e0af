"""
Bids: who may serve an order, whose bid is best, and how those that lose get their bond back.

    place --> OPEN --cheapest eligible--> WON      the next --> BACKUP
                +--worst of too many--> EVICTED    the rest --a few a block--> LOST
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from chain.kit.admission import Reason
from chain.types.primitives import Address, Height, Wei
from modules.compute.bonds import free_bond, lock_bond
from modules.compute.checks import check_between
from modules.compute.events import BidPlaced
from modules.compute.machines import BIDS, ORDERS, PROVIDER_STATES
from modules.compute.maths import share_of
from modules.compute.records import (
    BIDS_FREED_MAX,
    NEVER,
    PRICE_WEI_MAX,
    Bid,
    BidState,
    Kind,
    Offer,
    OrderState,
    ProviderState,
    Tenure,
)
from modules.compute.refusals import BidsFull, BidTooHigh, NotEligible

if TYPE_CHECKING:
    from modules.compute.module import Compute

FREE_BIDS = 2  # the kind of timer that lets lost bids go


def place(compute: Compute, number: int, offer: Offer) -> int:
    """Take a bid on an open order and lock its bond; return the bid's number."""
    progress, who = compute.progress[number], compute.sender
    ORDERS.enter("place_bid", progress.state)
    PROVIDER_STATES.enter("place_bid", compute.providers[who].state)
    _check_offer(compute, number, offer)
    why = why_not(compute, number, who)
    if why:
        raise NotEligible(why)
    compute.gate.admit(compute.terms[number].provider_policy, who)
    _make_room(compute, number, offer.price_wei)
    bond_wei = bond_for(compute, number)
    lock_bond(compute, who, bond_wei)
    compute.bid_count += 1
    bid = compute.bid_count
    state = BIDS.move("place_bid", BidState.NOTHING, BidState.OPEN)
    compute.bids[bid] = Bid(
        order=number,
        provider=who,
        price_wei=offer.price_wei,
        pause_price_wei=offer.pause_price_wei,
        reclaim_blocks=offer.reclaim_blocks,
        device=offer.device,
        displaces=offer.displaces,
        bond_wei=bond_wei,
        placed_at=compute.block.height,
        state=state,
    )
    compute.open_bids[number].add(bid)
    compute.emit(BidPlaced(bid, number, who, offer.price_wei, bond_wei))
    _wake_auction(compute, number)
    return bid


def bond_for(compute: Compute, number: int) -> Wei:
    """Return what a bid on an order locks: a share of its budget, and the least there is."""
    params = compute.settings
    share_wei = share_of(compute.ledgers[number].available_wei, params.bid_bond_bps)
    return Wei(max(params.bid_bond_wei_min, share_wei))


def _check_offer(compute: Compute, number: int, offer: Offer) -> None:
    terms = compute.terms[number]
    check_between("price_wei", offer.price_wei, 1, PRICE_WEI_MAX)
    if offer.price_wei > terms.price_max_wei:
        raise BidTooHigh(terms.price_max_wei, offer.price_wei)
    is_lease = terms.kind == Kind.LEASE
    check_between("pause_price_wei", offer.pause_price_wei, 0, offer.price_wei if is_lease else 0)
    longest = compute.settings.reclaim_blocks_max
    has_notice = is_lease and terms.tenure != Tenure.SPOT
    least, most = (terms.reclaim_blocks, longest) if has_notice else (0, 0)
    check_between("reclaim_blocks", offer.reclaim_blocks, least, max(least, most))
    if terms.tenure == Tenure.SPOT:
        check_between("displaces", offer.displaces, 0, 0)


def why_not(compute: Compute, number: int, who: Address) -> str:
    """Return why a provider may not serve an order, or nothing."""
    terms = compute.terms[number]
    if compute.providers[who].state != ProviderState.ACTIVE:
        return "the provider is retired"
    if any(terms.provider) and terms.provider != who:
        return "the order names another provider"
    if compute.slots_of[who, terms.capacity_class] == 0:
        return "the provider declares no such capacity"
    if compute.stakes.tier_of(who) < terms.tier_min:
        return "the provider's tier is too low"
    for item in terms.attributes:
        if compute.attribute_of[who, item.key] != item.value:
            return "an attribute is missing"
    return ""


def why_not_now(compute: Compute, number: int, bid: Bid) -> str:
    """Return why a bid may not win now: it must fit, and find a slot or make one."""
    why = why_not(compute, number, bid.provider)
    if why:
        return why
    if not is_admitted(compute, number, bid.provider):
        return "the order's access policy does not admit the provider"
    key = (bid.provider, compute.terms[number].capacity_class)
    if compute.used_slots[key] >= compute.slots_of[key] and not can_displace(compute, number, bid):
        return "the provider has no free capacity"
    return ""


def is_admitted(compute: Compute, number: int, who: Address) -> bool:
    """Whether an order's access policy admits a bidder still; its rate was counted by the bid."""
    policy = compute.terms[number].provider_policy
    return compute.gate.reasons_against(policy, who) & ~Reason.RATE == 0


def can_displace(compute: Compute, number: int, bid: Bid) -> bool:
    """Whether a bid may take the slot of a spot lease of its own bidder."""
    other = compute.progress[bid.displaces]
    if other.state not in (OrderState.RUNNING, OrderState.PAUSED):
        return False
    terms = compute.terms[bid.displaces]
    is_own = compute.bids[other.bid].provider == bid.provider
    same_class = terms.capacity_class == compute.terms[number].capacity_class
    return is_own and same_class and terms.tenure == Tenure.SPOT


def _make_room(compute: Compute, number: int, price_wei: int) -> None:
    """Push the worst of too many bids out; raises BidsFull where this one is no better."""
    bids = compute.open_bids[number]
    if len(bids) < compute.settings.bids_max:
        return
    worst_wei, worst = max((compute.bids[bid].price_wei, bid) for bid in bids)
    if price_wei >= worst_wei:
        raise BidsFull(worst_wei)
    free_bond(compute, worst, "bid_evicted")


def _wake_auction(compute: Compute, number: int) -> None:
    """A bid that comes after an auction without a winner is looked at in the next block."""
    progress = compute.progress[number]
    if progress.auction_at == NEVER:
        next_height = Height(compute.block.height + 1)
        compute.progress[number] = replace(progress, auction_at=next_height)
        compute.arm(number)


def cheapest(compute: Compute, number: int, limit: int) -> list[int]:
    """Return an order's cheapest open bids, the earlier of equals first."""
    prices = sorted((compute.bids[bid].price_wei, bid) for bid in compute.open_bids[number])
    return [bid for _, bid in prices[:limit]]


def ranked(compute: Compute, number: int, limit: int) -> Iterator[tuple[int, Bid]]:
    """Yield those of the cheapest open bids that may win now."""
    for bid in cheapest(compute, number, limit):
        found = compute.bids[bid]
        if not why_not_now(compute, number, found):
            yield bid, found


def set_bid(compute: Compute, number: int, call: str, state: BidState) -> None:
    """Move a bid whose bond stays where it is."""
    bid = compute.bids[number]
    compute.bids[number] = replace(bid, state=BIDS.move(call, bid.state, state))
    compute.open_bids[bid.order].discard(number)


def free_lost(compute: Compute, number: int) -> None:
    """Let a few of an order's lost bids go, and come back for the others in the next block."""
    for bid in compute.open_bids[number].page(0, BIDS_FREED_MAX):
        free_bond(compute, bid, "bid_loses")
    if len(compute.open_bids[number]):
        compute.timers.set(compute.block.height + 1, FREE_BIDS, number)


def drop_bids(compute: Compute, number: int) -> None:
    """Have the order's open bids freed from the next block on."""
    if len(compute.open_bids[number]):
        compute.timers.set(compute.block.height + 1, FREE_BIDS, number)
