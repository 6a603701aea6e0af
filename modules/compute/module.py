"""
Compute: jobs and leases, from the order to the last coin.

    requester --open_order--> OPEN <--place_bid-- providers, bonded
                               | match: picked, or the cheapest eligible at the auction's end
                               v
        MATCHED --start--> RUNNING --submit_result--> SUBMITTED --verifier--> paid or refunded
                              |   (a lease is paid by the block until it ends or runs dry)
                              +--> backup provider, where the first one fails

Heights count everything here. Every wait has a deadline that the chain keeps, and a default: after
delivery, silence pays the provider; without delivery, it refunds the payer and slashes a bond.

What a lease earns stays in escrow for a holdback, so that a dispute finds money to decide about. A
provider owes nothing while a lease is in LOW_FUNDS, and is owed nothing. Where a verifier stays
silent beyond all its windows, or stands still, an outer deadline ends the wait all the same.
"""

from typing import Final

from chain.kit.admission import Denied, Gate
from chain.kit.bitmaps import NumberSet
from chain.kit.collections import List, ListMap, SetMap
from chain.kit.module import Module, Paused, Unauthorized, audit, call, invariant, peer, view
from chain.kit.parameters import checked
from chain.kit.state_machine import RoleForbids, StateForbids
from chain.kit.storage import Beside, Map, PairMap, Struct, Value
from chain.kit.timers import Clock, Timers
from chain.kit.trails import TrailMap
from chain.kit.usage import UsageBook
from chain.types.primitives import Address, Bps, Hash32, Height, Wei
from modules.compute import audits, bidding, bonds, deadlines, jobs, leases, orders, policies, views
from modules.compute.checks import check_between, check_terms
from modules.compute.events import *  # noqa: F403 - a page names all it may say
from modules.compute.machines import BIDS, ORDERS, POLICIES, PROVIDER_STATES
from modules.compute.maths import unpack_rules
from modules.compute.params import ComputeGenesis, ComputeParams
from modules.compute.peers import Demand, Judge, Pool, Stakes
from modules.compute.records import (
    VALUE_WEI_MAX,
    Attribute,
    Bid,
    Capacity,
    DepositEntry,
    Earnings,
    Lease,
    Ledger,
    Meter,
    Offer,
    Order,
    OrderState,
    OrderTerms,
    OrderView,
    PackedRules,
    Policy,
    PolicyTerms,
    Progress,
    Provider,
    Reason,
    Revenue,
    Rules,
    Slots,
    Step,
    Totals,
)
from modules.compute.refusals import *  # noqa: F403 - a page names all it may refuse with

REFUSES_TOO: Final = (Denied, RoleForbids, StateForbids)  # what the machines refuse with


class Compute(Module, address=0x0A00):
    """Compute that is paid for when it was done."""

    # Storage, in Solidity's layout. Slots are consensus: append; never move, never reuse.
    settings = Struct(0, ComputeParams)  # slots 0 to 63 are the parameters'
    escrow_wei = Value(64, Wei)  # all orders' unspent coins
    earned_wei = Value(65, Wei)  # earned and not paid yet
    bonds_wei = Value(66, Wei)  # free and locked
    policies_wei = Value(67, Wei)  # behind policies
    order_count = Value(68, int)  # orders so far; numbers the next
    bid_count = Value(69, int)
    policy_count = Value(70, int)
    timers = Timers(71, Clock.HEIGHT)  # 71 to 74
    revenue_total = Struct(75, Revenue)  # 75 to 80
    orders = Map(81, int, Order)  # what else is of an order lies beside it
    progress = Map(82, int, Progress, Beside(81, 4))
    ledgers = Map(83, int, Ledger, Beside(81, 8))
    deposits = ListMap(84, int, DepositEntry, Beside(81, 12))
    earnings = Map(85, int, Earnings, Beside(81, 20))
    meters = Map(86, int, Meter, Beside(81, 24))
    rules = Map(87, int, PackedRules, Beside(81, 28))
    seals = Map(88, int, Hash32, Beside(81, 32))
    steps = TrailMap(89, int, Beside(81, 13))  # but the first and the newest
    open_orders = NumberSet(90)  # 91 is free
    orders_by = TrailMap(92, Address)
    bids = Map(93, int, Bid)
    open_bids = SetMap(94, int, int, Beside(81, 14))  # 94 and 95
    providers = Map(96, Address, Provider)
    attribute_of = PairMap(97, Address, Hash32, Hash32)
    attribute_keys = SetMap(98, Address, Hash32)  # 98 and 99
    slots_of = PairMap(100, Address, Hash32, int)
    used_slots = PairMap(101, Address, Hash32, int)
    capacity_classes = SetMap(102, Address, Hash32)  # 102 and 103
    engaged = SetMap(104, Address, int)  # 104 and 105
    policies = Map(106, int, Policy)
    policies_by = TrailMap(107, Address)
    provider_list = List(108, Address)  # whoever registered, in that order
    terms = Map(109, int, OrderTerms, Beside(81, 40))
    slot_totals = Struct(110, Slots)  # 110 and 111

    order_states = ORDERS
    bid_states = BIDS
    provider_states = PROVIDER_STATES
    policy_states = POLICIES

    verifier: Judge = peer()
    stakes: Stakes = peer()
    treasury: Pool = peer()
    devices: Demand = peer()
    gate: Gate = peer()
    usage: UsageBook = peer()

    def genesis(self, state: ComputeGenesis) -> None:
        """Set the parameters; raises Malformed."""
        self.settings = checked(state.params)

    @call(payable=True)
    def register_provider(
        self, uri: str, attributes: tuple[Attribute, ...], capacities: tuple[Capacity, ...]
    ) -> None:
        """Offer compute at an endpoint; coins sent are free bond."""
        bonds.declare(self, "register_provider", uri, attributes, capacities)
        bonds.add_bond(self, self.value_wei)

    @call()
    def update_provider(
        self, uri: str, attributes: tuple[Attribute, ...], capacities: tuple[Capacity, ...]
    ) -> None:
        """Replace what the provider declares; bids must still fit when they are to win."""
        bonds.declare(self, "update_provider", uri, attributes, capacities)

    @call(payable=True)
    def deposit_bond(self) -> None:
        """Add the coins sent to the provider's free bond."""
        PROVIDER_STATES.enter("deposit_bond", self.providers[self.sender].state)
        bonds.add_bond(self, self.value_wei)

    @call()
    def withdraw_bond(self, amount_wei: Wei) -> None:
        """Take free bond back, exactly as much as is asked."""
        bonds.withdraw_bond(self, amount_wei)

    @call()
    def retire_provider(self) -> None:
        """Offer no more; what is under way goes on."""
        bonds.retire(self)

    @call(payable=True)
    def open_order(self, terms: OrderTerms) -> int:
        """
        Ask for compute. The coins sent are the budget and the reserve for fees (`reserve`).

        Returns the order's number.
        """
        policies.check_own(self, terms.policy)
        return orders.open_order(self, self.sender, terms, self.value_wei, 0)

    @call()
    def open_under_policy(self, policy: int, terms: OrderTerms, value_wei: Wei) -> int:
        """Ask for compute with a policy's coins, in its owner's name; returns the order."""
        return policies.open_order(self, policy, terms, value_wei)

    @call()
    def cancel_order(self, order: int) -> None:
        """Withdraw an order before it begins; everything but a reservation comes back."""
        orders.cancel(self, order)

    @call()
    def place_bid(self, order: int, offer: Offer) -> int:
        """Offer to serve an order; bond is locked. Returns the bid's number."""
        return bidding.place(self, order, offer)

    @call()
    def withdraw_bid(self, bid: int) -> None:
        """Take a bid back that has not won; its bond is free."""
        found = self.bids[bid]
        roles = {"bidder"} if found.provider == self.sender else set()
        BIDS.enter("withdraw_bid", found.state, roles)
        orders.forget_bid(self, bid)

    @call()
    def accept_bid(self, order: int, bid: int) -> None:
        """Pick a bid: the order is matched under the parameters of this block."""
        orders.accept_bid(self, order, bid)

    @call()
    def match_order(self, order: int) -> None:
        """Match an order with its cheapest eligible bid before the auction's end."""
        orders.enter(self, "match_order", order)
        orders.match_best(self, "match_order", order, Reason.OWNER_CHOSE)

    @call()
    def start(self, order: int) -> None:
        """Say as the provider that the work begins."""
        orders.enter(self, "start", order)
        begin = leases.start if leases.is_lease(self, order) else jobs.start
        begin(self, order)

    @call()
    def submit_result(self, order: int, seal: Hash32, units: int) -> int:
        """
        Deliver a result, or the next checkpoint: its seal and the metered units.

        Pay is the units at the bid's price, at most the checkpoint's part of the budget. Returns
        the number of the verifier's claim; 0 where nobody judges, or nobody can now (see `judge`).
        """
        return jobs.submit(self, order, seal, units)

    @call()
    def accept_result(self, order: int) -> None:
        """Say as the requester that a result is good: that is final, and need not wait."""
        jobs.accept(self, order)

    @call()
    def judge(self, order: int) -> int:
        """Bring a result before the verifier that was down when it came; returns the claim."""
        return jobs.judge(self, order)

    @call(payable=True)
    def top_up(self, order: int) -> None:
        """Add the coins sent to an order's budget; whoever gave them gets the rest back."""
        leases.top_up(self, order)

    @call()
    def pause(self, order: int) -> None:
        """Stop a lease's service, at the bid's price for pauses, for a limited time."""
        leases.pause(self, order)

    @call()
    def resume(self, order: int) -> None:
        """Go on with a paused lease."""
        orders.enter(self, "resume", order)
        leases.go_on(self, "resume", order, Reason.OWNER_RESUMED)

    @call()
    def heartbeat(self, order: int) -> None:
        """Say as the lessor that the lease is served; what was earned so far is proven."""
        leases.heartbeat(self, order)

    @call()
    def reclaim(self, order: int) -> None:
        """Give notice as the lessor, for maintenance or to take a spot lease back."""
        leases.reclaim(self, order)

    @call()
    def kill(self, order: int) -> None:
        """End a lease as the lessor at once: bond is slashed, unless it is a spot lease."""
        leases.kill(self, order)

    @call()
    def end_lease(self, order: int) -> None:
        """End a lease as the tenant at once."""
        orders.enter(self, "end_lease", order)
        leases.leave(self, "end_lease", order, OrderState.CLOSED, Reason.OWNER_LEFT)

    @call()
    def settle(self, order: int) -> None:
        """Write down what a lease earned up to now; when it is done changes no amount."""
        orders.enter(self, "settle", order)
        leases.settle(self, order)

    @call()
    def withdraw_earnings(self, order: int) -> Wei:
        """Pay the lessor what is older than the holdback; returns it, before the take."""
        return leases.withdraw(self, order)

    @call()
    def dispute_lease(self, order: int, evidence: Hash32) -> int:
        """
        End a lease as the tenant and bring the earnings that are held back before a jury.

        The bond of the dispute is taken from what the tenant deposited with the verifier.
        """
        return leases.dispute(self, order, evidence)

    @call()
    def poke(self, order: int) -> None:
        """Do what is overdue for an order; the reserve pays for it."""
        deadlines.poke(self, order)

    @call(payable=True)
    def create_policy(self, terms: PolicyTerms) -> int:
        """Let others open orders with the coins sent, within caps; returns the policy's number."""
        return policies.create(self, terms)

    @call(payable=True)
    def fund_policy(self, policy: int) -> None:
        """Put the coins sent behind a policy."""
        policies.fund(self, policy)

    @call()
    def revoke_policy(self, policy: int) -> None:
        """End a policy; what is left comes back, orders under it go on."""
        policies.revoke(self, policy)

    @view
    def params(self) -> ComputeParams:
        """Return the governed parameters."""
        return self.settings

    @view
    def order(self, number: int) -> OrderView:
        """Return one order, whole; refused where there is none."""
        return views.order(self, number)

    @view
    def open_order_numbers(self, first: int, limit: int) -> tuple[int, ...]:
        """Return the numbers, from `first` on, of orders that take bids, at most PAGE_MAX."""
        return self.open_orders.page(first, views.limited(limit))

    @view
    def orders_of(self, requester: Address, offset: int, limit: int) -> tuple[int, ...]:
        """Return the numbers of an account's orders, oldest first, at most PAGE_MAX."""
        return self.orders_by[requester].page(offset, views.limited(limit))

    @view
    def order_total(self) -> int:
        """Return how many orders there were; they are numbered from 1."""
        return self.order_count

    @view
    def timeline(self, number: int) -> tuple[Step, ...]:
        """Return an order's steps, oldest first; where there were too many, the last is kept."""
        return views.timeline(self, number)

    @view
    def funders_of(self, number: int) -> tuple[DepositEntry, ...]:
        """Return who paid into an order and what became of it, as if it was closed now."""
        return views.funders(self, number)

    @view
    def next_deadline(self, number: int) -> Height:
        """Return the height of an order's next deadline, 0 where it waits for nothing."""
        return deadlines.due_at(self, number)

    @view
    def lease(self, number: int) -> Lease:
        """Return a lease as it stands in this block: earnings, predicted depletion, deadlines."""
        return views.lease(self, number)

    @view
    def reserve(self, terms: OrderTerms, value_wei: Wei) -> Wei:
        """Return what of the coins sent with an order would be kept aside for fees."""
        check_terms(terms, self.settings, self.block.height)
        check_between("value_wei", value_wei, 0, VALUE_WEI_MAX)
        return orders.reserve_for(self, terms, value_wei)

    @view
    def bid(self, number: int) -> Bid:
        """Return one bid; refused where there is none."""
        return views.bid(self, number)

    @view
    def open_bids_on(self, order: int) -> tuple[int, ...]:
        """Return the numbers of an order's open bids."""
        return tuple(self.open_bids[order])

    @view
    def provider(self, account: Address) -> Provider:
        """Return a provider with its bonds and what it was paid; in state NOTHING if unknown."""
        return self.providers[account]

    @view
    def provider_page(self, offset: int, limit: int) -> tuple[Address, ...]:
        """Return accounts that registered as providers, in that order, at most PAGE_MAX."""
        return self.provider_list.page(offset, views.limited(limit))

    @view
    def attributes_of(self, provider: Address) -> tuple[Attribute, ...]:
        """Return what a provider declares."""
        return views.attributes(self, provider)

    @view
    def capacities_of(self, provider: Address) -> tuple[Capacity, ...]:
        """Return the slots of each class that a provider has free."""
        return views.capacities(self, provider)

    @view
    def engagements_of(self, provider: Address, offset: int, limit: int) -> tuple[int, ...]:
        """Return the orders that a provider's bond stands behind, at most PAGE_MAX."""
        return self.engaged[provider].page(offset, views.limited(limit))

    @view
    def policy(self, number: int) -> Policy:
        """Return one policy; refused where there is none."""
        return views.policy(self, number)

    @view
    def policy_allowance(self, number: int) -> Wei:
        """Return what a new order may take of a policy now, in wei."""
        return Wei(policies.allowance_wei(self, views.policy(self, number), 0))

    @view
    def policies_of(self, owner: Address, offset: int, limit: int) -> tuple[int, ...]:
        """Return the numbers of an account's policies, oldest first, at most PAGE_MAX."""
        return self.policies_by[owner].page(offset, views.limited(limit))

    @view
    def totals(self) -> Totals:
        """Return where the module's coins are."""
        return Totals(self.escrow_wei, self.earned_wei, self.bonds_wei, self.policies_wei)

    @view
    def slots(self) -> Slots:
        """Return how much of the declared compute is in use."""
        return self.slot_totals

    @view
    def revenue(self) -> Revenue:
        """Return what the market moved so far."""
        return self.revenue_total

    def claim_disputed(self, subject: int, claim: int) -> None:
        """Hear from the verifier that somebody objects; nothing is paid until it rules."""
        self._only_verifier()
        jobs.disputed(self, subject, claim)

    def claim_ruled(self, subject: int, claim: int, worker_bps: Bps, refund_wei: Wei) -> Wei:
        """Hear the verifier's ruling and settle by it; returns the forfeit, moved to it."""
        self._only_verifier()
        return jobs.ruled(self, subject, claim, worker_bps, refund_wei)

    def on_timer(self, kind: int, key: int) -> None:
        """Do what is due: an order's default, lost bids, a policy's end."""
        if kind == deadlines.ORDER_DUE:
            deadlines.wake(self, key)
        elif kind == bidding.FREE_BIDS:
            bidding.free_lost(self, key)
        elif kind == policies.EXPIRES:
            policies.expire(self, key)
        else:
            raise LookupError(f"compute has no deadline of kind {kind}")

    def arm(self, number: int) -> None:
        """Have the chain look at an order when it must."""
        deadlines.arm(self, number)

    def rules_of(self, number: int) -> Rules:
        """Return the parameters that an order was matched under."""
        return unpack_rules(self.rules[number])

    @invariant
    def coins_cover_claims(self) -> bool:
        """E1: the module has every coin that is somebody's; gifts may come on top."""
        claims_wei = self.escrow_wei + self.earned_wei + self.bonds_wei + self.policies_wei
        return self.host.balance_wei(self.address) >= claims_wei

    @audit
    def totals_match(self) -> bool:
        """E1: escrow, earnings, bonds and policies sum to the totals."""
        return audits.totals_match(self)

    @audit
    def ledgers_match(self) -> bool:
        """E2, E6: each order's money adds up, and no more is spent than was paid in."""
        return audits.ledgers_match(self)

    @audit
    def ended_orders_hold_nothing(self) -> bool:
        """E3: no coin is left in an order that is over."""
        return audits.ended_orders_hold_nothing(self)

    @audit
    def bonds_match_bids(self) -> bool:
        """Locked bond is that of live bids."""
        return audits.bonds_match_bids(self)

    @audit
    def takes_match_rules(self) -> bool:
        """E9: what was taken is the share that stood at the match."""
        return audits.takes_match_rules(self)

    @audit
    def indexes_match(self) -> bool:
        """Open orders, open bids and used slots are those that are."""
        return audits.indexes_match(self)

    @audit
    def closed_policies_are_empty(self) -> bool:
        """A policy that is over holds nothing."""
        return audits.closed_policies_are_empty(self)

    def _only_verifier(self) -> None:
        """Peers call past the dispatcher, so the pause is checked here too."""
        if self.sender != self.verifier.address:
            raise Unauthorized(self.sender)
        if self.is_paused:
            raise Paused()
