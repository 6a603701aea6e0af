"""
Compute, for synchronous programs.

Rendered by `python -m cli.render` from the asynchronous class; not to be edited.
"""

from __future__ import annotations

from client import kit
from client.modules.compute import (
    Attribute,
    Bid,
    Capacity,
    ComputeParams,
    DepositEntry,
    Lease,
    Offer,
    OrderTerms,
    OrderView,
    Policy,
    PolicyTerms,
    Provider,
    Revenue,
    Slots,
    Step,
    Totals,
)
from client.sync.faces import (ModuleClient, Pending)
from collections.abc import Sequence


class Compute(ModuleClient):
    """Compute: jobs and leases, from the order to the last coin."""

    def register_provider(
        self,
        uri: str,
        attributes: Sequence[Attribute],
        capacities: Sequence[Capacity],
        *,
        value_wei: int,
    ) -> Pending:
        """Offer compute at an endpoint; coins sent are free bond."""
        return Pending(self._loop.run(self._inner.register_provider(uri, attributes, capacities, value_wei=value_wei)), self._loop)

    def update_provider(
        self,
        uri: str,
        attributes: Sequence[Attribute],
        capacities: Sequence[Capacity],
    ) -> Pending:
        """Replace what the provider declares; bids must still fit when they are to win."""
        return Pending(self._loop.run(self._inner.update_provider(uri, attributes, capacities)), self._loop)

    def deposit_bond(self, *, value_wei: int) -> Pending:
        """Add the coins sent to the provider's free bond."""
        return Pending(self._loop.run(self._inner.deposit_bond(value_wei=value_wei)), self._loop)

    def withdraw_bond(self, amount_wei: kit.Wei) -> Pending:
        """Take free bond back, exactly as much as is asked."""
        return Pending(self._loop.run(self._inner.withdraw_bond(amount_wei)), self._loop)

    def retire_provider(self) -> Pending:
        """Offer no more; what is under way goes on."""
        return Pending(self._loop.run(self._inner.retire_provider()), self._loop)

    def open_order(self, terms: OrderTerms, *, value_wei: int) -> Pending:
        """
        Ask for compute. The coins sent are the budget and the reserve for fees (`reserve`).

        Returns the order's number.
        """
        return Pending(self._loop.run(self._inner.open_order(terms, value_wei=value_wei)), self._loop)

    def open_under_policy(
        self,
        policy: kit.Uint256,
        terms: OrderTerms,
        value_wei: kit.Wei,
    ) -> Pending:
        """Ask for compute with a policy's coins, in its owner's name; returns the order."""
        return Pending(self._loop.run(self._inner.open_under_policy(policy, terms, value_wei)), self._loop)

    def cancel_order(self, order: kit.Uint256) -> Pending:
        """Withdraw an order before it begins; everything but a reservation comes back."""
        return Pending(self._loop.run(self._inner.cancel_order(order)), self._loop)

    def place_bid(self, order: kit.Uint256, offer: Offer) -> Pending:
        """Offer to serve an order; bond is locked. Returns the bid's number."""
        return Pending(self._loop.run(self._inner.place_bid(order, offer)), self._loop)

    def withdraw_bid(self, bid: kit.Uint256) -> Pending:
        """Take a bid back that has not won; its bond is free."""
        return Pending(self._loop.run(self._inner.withdraw_bid(bid)), self._loop)

    def accept_bid(self, order: kit.Uint256, bid: kit.Uint256) -> Pending:
        """Pick a bid: the order is matched under the parameters of this block."""
        return Pending(self._loop.run(self._inner.accept_bid(order, bid)), self._loop)

    def match_order(self, order: kit.Uint256) -> Pending:
        """Match an order with its cheapest eligible bid before the auction's end."""
        return Pending(self._loop.run(self._inner.match_order(order)), self._loop)

    def start(self, order: kit.Uint256) -> Pending:
        """Say as the provider that the work begins."""
        return Pending(self._loop.run(self._inner.start(order)), self._loop)

    def submit_result(self, order: kit.Uint256, seal: kit.Bytes32, units: kit.Uint256) -> Pending:
        """
        Deliver a result, or the next checkpoint: its seal and the metered units.

        Pay is the units at the bid's price, at most the checkpoint's part of the budget. Returns
        the number of the verifier's claim; 0 where nobody judges, or nobody can now (see `judge`).
        """
        return Pending(self._loop.run(self._inner.submit_result(order, seal, units)), self._loop)

    def accept_result(self, order: kit.Uint256) -> Pending:
        """Say as the requester that a result is good: that is final, and need not wait."""
        return Pending(self._loop.run(self._inner.accept_result(order)), self._loop)

    def judge(self, order: kit.Uint256) -> Pending:
        """Bring a result before the verifier that was down when it came; returns the claim."""
        return Pending(self._loop.run(self._inner.judge(order)), self._loop)

    def top_up(self, order: kit.Uint256, *, value_wei: int) -> Pending:
        """Add the coins sent to an order's budget; whoever gave them gets the rest back."""
        return Pending(self._loop.run(self._inner.top_up(order, value_wei=value_wei)), self._loop)

    def pause(self, order: kit.Uint256) -> Pending:
        """Stop a lease's service, at the bid's price for pauses, for a limited time."""
        return Pending(self._loop.run(self._inner.pause(order)), self._loop)

    def resume(self, order: kit.Uint256) -> Pending:
        """Go on with a paused lease."""
        return Pending(self._loop.run(self._inner.resume(order)), self._loop)

    def heartbeat(self, order: kit.Uint256) -> Pending:
        """Say as the lessor that the lease is served; what was earned so far is proven."""
        return Pending(self._loop.run(self._inner.heartbeat(order)), self._loop)

    def reclaim(self, order: kit.Uint256) -> Pending:
        """Give notice as the lessor, for maintenance or to take a spot lease back."""
        return Pending(self._loop.run(self._inner.reclaim(order)), self._loop)

    def kill(self, order: kit.Uint256) -> Pending:
        """End a lease as the lessor at once: bond is slashed, unless it is a spot lease."""
        return Pending(self._loop.run(self._inner.kill(order)), self._loop)

    def end_lease(self, order: kit.Uint256) -> Pending:
        """End a lease as the tenant at once."""
        return Pending(self._loop.run(self._inner.end_lease(order)), self._loop)

    def settle(self, order: kit.Uint256) -> Pending:
        """Write down what a lease earned up to now; when it is done changes no amount."""
        return Pending(self._loop.run(self._inner.settle(order)), self._loop)

    def withdraw_earnings(self, order: kit.Uint256) -> Pending:
        """Pay the lessor what is older than the holdback; returns it, before the take."""
        return Pending(self._loop.run(self._inner.withdraw_earnings(order)), self._loop)

    def dispute_lease(self, order: kit.Uint256, evidence: kit.Bytes32) -> Pending:
        """
        End a lease as the tenant and bring the earnings that are held back before a jury.

        The bond of the dispute is taken from what the tenant deposited with the verifier.
        """
        return Pending(self._loop.run(self._inner.dispute_lease(order, evidence)), self._loop)

    def poke(self, order: kit.Uint256) -> Pending:
        """Do what is overdue for an order; the reserve pays for it."""
        return Pending(self._loop.run(self._inner.poke(order)), self._loop)

    def create_policy(self, terms: PolicyTerms, *, value_wei: int) -> Pending:
        """Let others open orders with the coins sent, within caps; returns the policy's number."""
        return Pending(self._loop.run(self._inner.create_policy(terms, value_wei=value_wei)), self._loop)

    def fund_policy(self, policy: kit.Uint256, *, value_wei: int) -> Pending:
        """Put the coins sent behind a policy."""
        return Pending(self._loop.run(self._inner.fund_policy(policy, value_wei=value_wei)), self._loop)

    def revoke_policy(self, policy: kit.Uint256) -> Pending:
        """End a policy; what is left comes back, orders under it go on."""
        return Pending(self._loop.run(self._inner.revoke_policy(policy)), self._loop)

    def params(self) -> ComputeParams:
        """Return the governed parameters."""
        return self._loop.run(self._inner.params())

    def order(self, number: kit.Uint256) -> OrderView:
        """Return one order, whole; refused where there is none."""
        return self._loop.run(self._inner.order(number))

    def open_order_numbers(self, first: kit.Uint256, limit: kit.Uint256) -> tuple[kit.Uint256, ...]:
        """Return the numbers, from `first` on, of orders that take bids, at most PAGE_MAX."""
        return self._loop.run(self._inner.open_order_numbers(first, limit))

    def orders_of(
        self,
        requester: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return the numbers of an account's orders, oldest first, at most PAGE_MAX."""
        return self._loop.run(self._inner.orders_of(requester, offset, limit))

    def order_total(self) -> kit.Uint256:
        """Return how many orders there were; they are numbered from 1."""
        return self._loop.run(self._inner.order_total())

    def timeline(self, number: kit.Uint256) -> tuple[Step, ...]:
        """Return an order's steps, oldest first; where there were too many, the last is kept."""
        return self._loop.run(self._inner.timeline(number))

    def funders_of(self, number: kit.Uint256) -> tuple[DepositEntry, ...]:
        """Return who paid into an order and what became of it, as if it was closed now."""
        return self._loop.run(self._inner.funders_of(number))

    def next_deadline(self, number: kit.Uint256) -> kit.Height:
        """Return the height of an order's next deadline, 0 where it waits for nothing."""
        return self._loop.run(self._inner.next_deadline(number))

    def lease(self, number: kit.Uint256) -> Lease:
        """Return a lease as it stands in this block: earnings, predicted depletion, deadlines."""
        return self._loop.run(self._inner.lease(number))

    def reserve(self, terms: OrderTerms, value_wei: kit.Wei) -> kit.Wei:
        """Return what of the coins sent with an order would be kept aside for fees."""
        return self._loop.run(self._inner.reserve(terms, value_wei))

    def bid(self, number: kit.Uint256) -> Bid:
        """Return one bid; refused where there is none."""
        return self._loop.run(self._inner.bid(number))

    def open_bids_on(self, order: kit.Uint256) -> tuple[kit.Uint256, ...]:
        """Return the numbers of an order's open bids."""
        return self._loop.run(self._inner.open_bids_on(order))

    def provider(self, account: kit.Address) -> Provider:
        """Return a provider with its bonds and what it was paid; in state NOTHING if unknown."""
        return self._loop.run(self._inner.provider(account))

    def provider_page(self, offset: kit.Uint256, limit: kit.Uint256) -> tuple[kit.Address, ...]:
        """Return accounts that registered as providers, in that order, at most PAGE_MAX."""
        return self._loop.run(self._inner.provider_page(offset, limit))

    def attributes_of(self, provider: kit.Address) -> tuple[Attribute, ...]:
        """Return what a provider declares."""
        return self._loop.run(self._inner.attributes_of(provider))

    def capacities_of(self, provider: kit.Address) -> tuple[Capacity, ...]:
        """Return the slots of each class that a provider has free."""
        return self._loop.run(self._inner.capacities_of(provider))

    def engagements_of(
        self,
        provider: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return the orders that a provider's bond stands behind, at most PAGE_MAX."""
        return self._loop.run(self._inner.engagements_of(provider, offset, limit))

    def policy(self, number: kit.Uint256) -> Policy:
        """Return one policy; refused where there is none."""
        return self._loop.run(self._inner.policy(number))

    def policy_allowance(self, number: kit.Uint256) -> kit.Wei:
        """Return what a new order may take of a policy now, in wei."""
        return self._loop.run(self._inner.policy_allowance(number))

    def policies_of(
        self,
        owner: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return the numbers of an account's policies, oldest first, at most PAGE_MAX."""
        return self._loop.run(self._inner.policies_of(owner, offset, limit))

    def totals(self) -> Totals:
        """Return where the module's coins are."""
        return self._loop.run(self._inner.totals())

    def slots(self) -> Slots:
        """Return how much of the declared compute is in use."""
        return self._loop.run(self._inner.slots())

    def revenue(self) -> Revenue:
        """Return what the market moved so far."""
        return self._loop.run(self._inner.revenue())
