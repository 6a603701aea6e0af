"""
Orders: opened, matched, handed to the backup, ended; the same steps for jobs and leases.

    open_order --> OPEN --match--> MATCHED --start--> RUNNING ... --end--> refund, bond, timeline
                                     ^---- roll over to the backup ----+
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from chain.kit.verdicts import Level
from chain.types.primitives import Address, Height, Wei
from modules.compute import leases
from modules.compute.bidding import can_displace, drop_bids, ranked, set_bid, why_not_now
from modules.compute.bonds import free_bond, free_slot, take_slot
from modules.compute.checks import check_between, check_terms
from modules.compute.escrow import deposit, refund
from modules.compute.events import Matched, OrderMoved, OrderOpened, RolledOver
from modules.compute.machines import (
    LESSOR,
    OPENER,
    ORDERS,
    REQUESTER,
    TENANT,
    WORKER,
)
from modules.compute.maths import pack_rules
from modules.compute.records import (
    CANDIDATES_MAX,
    STEPS_MAX,
    BidState,
    Earnings,
    Kind,
    Order,
    OrderState,
    OrderTerms,
    Progress,
    Reason,
    Tenure,
)
from modules.compute.refusals import (
    DepositTooSmall,
    NoEligibleBid,
    NotEligible,
    OtherOrder,
    UnknownAccessPolicy,
)
from modules.compute.settlement import end_engagement, pay_all, pay_now, slash

if TYPE_CHECKING:
    from modules.compute.module import Compute

NEW = Progress(OrderState.NOTHING, 0, Height(0), Height(0), 0, Height(0), 0, 0, 0, Wei(0), Wei(0))


def roles_of(compute: Compute, number: int, who: Address) -> set[str]:
    """Return every role that an account has in an order."""
    order, progress = compute.orders[number], compute.progress[number]
    is_lease = order.kind == Kind.LEASE
    roles = set()
    if who == order.requester:
        roles.add(TENANT if is_lease else REQUESTER)
    if who == order.opener:
        roles.add(OPENER)
    if progress.bid and who == compute.bids[progress.bid].provider:
        roles.add(LESSOR if is_lease else WORKER)
    return roles


def enter(compute: Compute, call: str, number: int) -> Progress:
    """Let the sender's call on an order go on; return where the order stands."""
    progress = compute.progress[number]
    ORDERS.enter(call, progress.state, roles_of(compute, number, compute.sender))
    return progress


def go(
    compute: Compute, call: str, number: int, target: OrderState, reason: Reason, **changes: Any
) -> None:
    """Move an order, with the other changes to its progress, and write its timeline."""
    progress = compute.progress[number]
    ORDERS.move(call, progress.state, target)
    now = compute.block.height
    step = now << 16 | target << 8 | reason
    compute.progress[number] = replace(progress, state=target, newest_step=step, **changes)
    if progress.state not in (OrderState.NOTHING, OrderState.OPEN):
        steps = compute.steps[number]  # all but the first, which every order has, and the newest
        if len(steps) < STEPS_MAX - 2:
            steps.append(progress.newest_step)
    compute.emit(OrderMoved(number, progress.state, target, reason, now))


def open_order(
    compute: Compute, requester: Address, terms: OrderTerms, value_wei: int, policy: int
) -> int:
    """Open an order with coins that are in the module's account; return its number."""
    now = compute.block.height
    check_terms(terms, compute.settings, now)
    if not compute.gate.has_policy(terms.provider_policy):
        raise UnknownAccessPolicy(terms.provider_policy)
    compute.gate.admit(compute.settings.requester_policy, requester)
    reserve_wei = reserve_for(compute, terms, value_wei)
    needed_wei = Wei(reserve_wei + max(compute.settings.min_deposit_wei, 1))
    if value_wei < needed_wei:
        raise DepositTooSmall(needed_wei, Wei(value_wei))
    budget_wei = Wei(value_wei - reserve_wei)
    check_between("reservation_wei", terms.reservation_wei, 0, budget_wei)
    compute.order_count += 1
    number = compute.order_count
    expires_at = Height(now + terms.ttl_blocks)
    compute.orders[number] = Order(requester, expires_at, terms.kind, compute.sender, now)
    compute.terms[number] = terms
    auction_at = Height(now + terms.auction_blocks if terms.auction_blocks else 0)
    compute.progress[number] = replace(NEW, auction_at=auction_at)
    compute.ledgers[number] = replace(compute.ledgers[number], reserve_wei=reserve_wei)
    deposit(compute, number, requester, value_wei, policy)
    if terms.policy and not policy:
        deposit(compute, number, requester, 0, terms.policy)  # keeps its place in the list
    compute.orders_by[requester].append(number)
    compute.open_orders.add(number)
    compute.emit(
        OrderOpened(number, requester, compute.sender, terms.kind, budget_wei, reserve_wei)
    )
    call = "open_under_policy" if policy else "open_order"
    go(compute, call, number, OrderState.OPEN, Reason.OWNER_OPENED)
    compute.arm(number)
    return number


def reserve_for(compute: Compute, terms: OrderTerms, value_wei: int) -> Wei:
    """
    Return what an order keeps aside: the verifier's fee of each checkpoint, and a poke.

    The fee is that of the budget, not of all that was sent: where copies are paid like the work
    itself, a fee of the whole would leave nothing to work for.
    """
    poke_wei = compute.settings.poke_reward_wei
    if terms.kind != Kind.JOB or terms.claim.level == Level.NONE:
        return poke_wei
    most_wei = max(value_wei - poke_wei, 0)
    flat_wei = _fees_of(compute, terms, 0)  # a fee is flat, or grows with the value, or both
    growth_wei = _fees_of(compute, terms, most_wei) - flat_wei
    budget_wei = max(most_wei - flat_wei, 0) * most_wei // max(most_wei + growth_wei, 1)
    return Wei(max(value_wei - budget_wei, poke_wei + _fees_of(compute, terms, budget_wei)))


def _fees_of(compute: Compute, terms: OrderTerms, budget_wei: int) -> int:
    """Return what the verifier asks for all checkpoints of a budget together."""
    part_wei = Wei(-(-budget_wei // terms.milestones))
    return compute.verifier.fee_wei(terms.claim, part_wei) * terms.milestones


def exclude_funders(compute: Compute, number: int, claim: int) -> None:
    """Tell the verifier who gets coins back by a ruling besides the requester."""
    requester = compute.orders[number].requester
    for entry in compute.deposits[number]:
        if entry.funder != requester:
            compute.verifier.exclude(claim, entry.funder)


def cancel(compute: Compute, number: int) -> None:
    """Withdraw an order before it begins."""
    progress = enter(compute, "cancel_order", number)
    if progress.state == OrderState.RESERVED:
        reservation_wei = compute.terms[number].reservation_wei
        pay_now(compute, number, reservation_wei, "reservation_pay")
        release(compute, number)
        end_engagement(compute, number)
    end(compute, "cancel_order", number, OrderState.CANCELLED, Reason.OWNER_CANCELLED)


def accept_bid(compute: Compute, number: int, bid: int) -> None:
    """Match an order with the bid that its owner picked."""
    enter(compute, "accept_bid", number)
    found = compute.bids[bid]
    if found.order != number or found.state != BidState.OPEN:
        raise OtherOrder(bid)
    why = why_not_now(compute, number, found)
    if why:
        raise NotEligible(why)
    match(compute, "accept_bid", number, bid, Reason.OWNER_CHOSE)


def match_best(compute: Compute, call: str, number: int, reason: Reason) -> None:
    """Match an order with its cheapest eligible bid; raises NoEligibleBid."""
    best = next(ranked(compute, number, len(compute.open_bids[number])), None)
    if best is None:
        raise NoEligibleBid(number)
    match(compute, call, number, best[0], reason)


def match(compute: Compute, call: str, number: int, bid: int, reason: Reason) -> None:
    """Give an order to a bid, keep the next best as backup if wanted, let the others go."""
    terms = compute.terms[number]
    compute.rules[number] = pack_rules(compute.settings)
    set_bid(compute, bid, "bid_wins", BidState.WON)
    backup = 0
    if terms.wants_backup:
        winner = compute.bids[bid].provider
        others = (
            other
            for other, found in ranked(compute, number, CANDIDATES_MAX)
            if found.provider != winner
        )
        backup = next(others, 0)
    if backup:
        set_bid(compute, backup, "bid_backs", BidState.BACKUP)
    compute.open_orders.discard(number)
    drop_bids(compute, number)
    is_reserved = terms.tenure == Tenure.RESERVED
    target = OrderState.RESERVED if is_reserved else OrderState.MATCHED
    start_by = compute.block.height + compute.rules_of(number).start_timeout_blocks
    until = terms.start_height if is_reserved else Height(start_by)
    go(compute, call, number, target, reason, bid=bid, backup=backup, until=until)
    engage(compute, number)


def engage(compute: Compute, number: int) -> None:
    """Take the provider's slot, or that of the spot lease that its bid displaces."""
    progress = compute.progress[number]
    bid = compute.bids[progress.bid]
    key = (bid.provider, compute.terms[number].capacity_class)
    if bid.displaces and compute.used_slots[key] >= compute.slots_of[key]:
        assert can_displace(compute, number, bid), "only an eligible bid wins"
        leases.begin_reclaim(compute, "displaced", bid.displaces, Reason.NETWORK_DISPLACED)
    take_slot(compute, *key)
    compute.engaged[bid.provider].add(number)
    compute.earnings[number] = Earnings(Wei(0), Wei(0), Wei(0))
    compute.emit(Matched(number, bid.provider, progress.bid, progress.backup, bid.price_wei))
    compute.arm(number)


def release(compute: Compute, number: int) -> None:
    """Free the provider's slot: it serves this order no more."""
    bid = compute.bids[compute.progress[number].bid]
    free_slot(compute, bid.provider, compute.terms[number].capacity_class)


def fail_over(
    compute: Compute, call: str, number: int, failed: OrderState, reason: Reason, slash_bps: int
) -> None:
    """
    Take an order from a provider that did not do its part.

    It loses bond; what it earned and proved is paid. The backup takes over if it still can,
    otherwise the order ends in `failed`.
    """
    slash(compute, number, slash_bps, reason)
    if roll_over(compute, call, number, reason):
        return
    if failed == OrderState.CLOSED:
        leases.close(compute, call, number, OrderState.CLOSED, reason)
        return
    release(compute, number)
    end_engagement(compute, number)
    end(compute, call, number, failed, reason)


def roll_over(compute: Compute, call: str, number: int, reason: Reason) -> bool:
    """Hand an order to its backup; return whether there is one that can take it."""
    progress = compute.progress[number]
    if progress.backup == 0:
        return False
    backup = compute.bids[progress.backup]
    if why_not_now(compute, number, backup):
        return False
    source = compute.bids[progress.bid].provider
    pay_all(compute, number)
    release(compute, number)
    end_engagement(compute, number)
    set_bid(compute, progress.backup, "bid_wins", BidState.WON)
    until = Height(compute.block.height + compute.rules_of(number).start_timeout_blocks)
    changes = {"bid": progress.backup, "backup": 0, "until": until}
    go(compute, call, number, OrderState.MATCHED, reason, **changes)
    compute.emit(RolledOver(number, source, backup.provider, reason))
    engage(compute, number)
    return True


def end(compute: Compute, call: str, number: int, target: OrderState, reason: Reason) -> None:
    """Bring an order to its last state: bids go free, everything unspent goes back."""
    drop_backup(compute, number)
    compute.open_orders.discard(number)
    drop_bids(compute, number)
    refund(compute, number)
    go(compute, call, number, target, reason, until=Height(0), due_wei=Wei(0))


def drop_backup(compute: Compute, number: int) -> None:
    """Let the backup go, if it still waits."""
    progress = compute.progress[number]
    if progress.backup:
        free_bond(compute, progress.backup, "bid_loses")
        compute.progress[number] = replace(progress, backup=0)


def forget_bid(compute: Compute, bid: int) -> None:
    """Let a bid go that its bidder takes back; a backup leaves its order without one."""
    number = compute.bids[bid].order
    free_bond(compute, bid, "withdraw_bid")
    progress = compute.progress[number]
    if progress.backup == bid:
        compute.progress[number] = replace(progress, backup=0)
