"""
Leases: a machine by the block, for as long as it is paid for.

    rent --> Lease: accept_bid, top_up, end_lease, until settled; its provider: start, heartbeat
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from client.flows.jobs import Engagement, Job, open_order
from client.modules import compute
from client.modules.compute import Kind, OrderTerms
from client.transactions import Receipt

if TYPE_CHECKING:
    from client.connection import Connection


class Lease(Job):
    """A lease as its tenant sees it."""

    async def lease(self) -> compute.Lease:
        """Return earnings, predicted depletion and deadlines as of this block."""
        return await self.client.compute.lease(self.number)

    async def top_up(self, amount_wei: int) -> Receipt:
        """Add coins to the budget."""
        return await (await self.client.compute.top_up(self.number, value_wei=amount_wei)).receipt()

    async def end_lease(self) -> Receipt:
        """End it now; what is not used comes back when it is settled."""
        return await (await self.client.compute.end_lease(self.number)).receipt()


class Service(Engagement):
    """A lease as its lessor sees it."""

    async def heartbeat(self) -> Receipt:
        """Say that the lease is served; what was earned so far is proven."""
        return await (await self.client.compute.heartbeat(self.number)).receipt()

    async def withdraw_earnings(self) -> Receipt:
        """Take what is older than the holdback."""
        return await (await self.client.compute.withdraw_earnings(self.number)).receipt()


async def rent(client: Connection, terms: OrderTerms, budget_wei: int) -> Lease:
    """Ask for a machine; raises Refusal."""
    number, _ = await open_order(client, replace(terms, kind=Kind.LEASE), budget_wei)
    return Lease(client, number)
