"""
What anybody may do for the chain when it is due, some of it for a reward.

    overdue_orders --poke--> the order's reserve pays     renewable --renew--> a part of the price
    execute: rounds of final claims                       settle_channel: closes whose wait is over
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from client.modules import compute, licensing
from client.modules.licensing import LicenceState, LicenceView
from client.transactions import Receipt

if TYPE_CHECKING:
    from client.connection import Connection

RENEWABLE = (LicenceState.ACTIVE, LicenceState.GRACE)


async def overdue_orders(client: Connection, orders: Sequence[int]) -> list[int]:
    """Return which of some orders have a deadline behind them that the chain has not acted on."""
    head = await client.height()
    reads = [client.compute.reading(compute.NEXT_DEADLINE, number) for number in orders]
    found = await client.read_many(reads, height=head)
    pairs = zip(orders, found, strict=True)
    return [n for n, due_at in pairs if isinstance(due_at, int) and 0 < due_at <= head]


async def poke(client: Connection, order: int) -> Receipt:
    """Do what is overdue for an order; the reserve pays for it."""
    return await (await client.compute.poke(order)).receipt()


async def renewable(client: Connection, licences: Sequence[int]) -> list[int]:
    """Return which of some subscriptions can be renewed out of what stands behind them."""
    shown = await client.read_many(
        [client.licensing.reading(licensing.LICENCE, number) for number in licences]
    )
    found = []
    for number, view in zip(licences, shown, strict=True):
        if isinstance(view, LicenceView) and await _is_renewable(client, number, view):
            found.append(number)
    return found


async def _is_renewable(client: Connection, number: int, view: LicenceView) -> bool:
    standing = view.standing
    left_wei = min(standing.balance_wei, standing.total_wei_max - standing.spent_wei)
    offer = await client.licensing.offer(view.licence.offer)
    price_wei = offer.terms.price_wei
    if view.state not in RENEWABLE or price_wei > min(left_wei, standing.price_wei_max):
        return False
    clock_s = await client.licensing.clock(view.licence.asset)
    return clock_s >= await client.licensing.renewable_from(number)


async def renew(client: Connection, licence: int) -> Receipt:
    """Renew a subscription out of what stands behind it; a part of the price is the keeper's."""
    return await (await client.licensing.renew(licence, value_wei=0)).receipt()


async def execute(client: Connection, claim: int) -> Receipt:
    """Settle the next round of a final claim, or tell who asked."""
    return await (await client.verification.execute(claim)).receipt()


async def settle_channel(client: Connection, channel: int) -> Receipt:
    """End a channel's wait that is over."""
    return await (await client.model_fees.settle_channel(channel)).receipt()
