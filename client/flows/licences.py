"""
Licences of data: bought at the terms that were read, and kept alive by a standing word.

    subscribe --> Subscription: fund_standing, cancel; anybody, for a reward: renew
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from client.errors import ArgumentInvalid
from client.kit.values import ZERO_ADDRESS
from client.modules.licensing import Guards, Kind, LicenceMinted, LicenceView, OfferView
from client.transactions import Receipt

if TYPE_CHECKING:
    from client.connection import Connection


class Licence:
    """A licence as its holder sees it."""

    def __init__(self, client: Connection, number: int) -> None:
        self.client, self.number = client, number

    async def show(self) -> LicenceView:
        """Return the licence as it stands."""
        return await self.client.licensing.licence(self.number)

    async def use(self, count: int, purpose: int, app: bytes, receipt: bytes) -> Receipt:
        """Write a use down; `purpose` is a bit of the offer's mask."""
        pending = await self.client.licensing.use(self.number, count, purpose, app, receipt)
        return await pending.receipt()

    async def waive(self) -> Receipt:
        """Give it up."""
        return await (await self.client.licensing.waive(self.number)).receipt()


class Subscription(Licence):
    """A licence that is renewed, period by period."""

    async def fund_standing(
        self, amount_wei: int, *, price_wei_max: int, total_wei_max: int
    ) -> Receipt:
        """Put coins behind renewals, up to these caps for one and for all."""
        pending = await self.client.licensing.fund_standing(
            self.number, price_wei_max, total_wei_max, value_wei=amount_wei
        )
        return await pending.receipt()

    async def renew(self, value_wei: int = 0) -> Receipt:
        """Pay for the next period, with coins or out of what stands behind it."""
        return await (await self.client.licensing.renew(self.number, value_wei=value_wei)).receipt()

    async def cancel(self) -> Receipt:
        """Renew no more; it goes on to the end of what is paid."""
        return await (await self.client.licensing.cancel(self.number)).receipt()


async def buy(client: Connection, offer: int, *, holder: str = "", referrer: str = "") -> Licence:
    """
    Take an offer, at the terms it has now and no other; the wallet's own where no holder is named.

    Raises Refusal.
    """
    return Licence(client, await _bought(client, offer, None, holder, referrer))


async def subscribe(
    client: Connection, offer: int, *, holder: str = "", referrer: str = ""
) -> Subscription:
    """Take an offer that is a subscription, as `buy` does; raises ArgumentInvalid, Refusal."""
    number = await _bought(client, offer, Kind.SUBSCRIPTION, holder, referrer)
    return Subscription(client, number)


async def _bought(
    client: Connection, offer: int, kind: Kind | None, holder: str, referrer: str
) -> int:
    view = await client.licensing.offer(offer)
    if kind is not None and view.terms.kind != kind:
        raise ArgumentInvalid(f"offer {offer} is a {view.terms.kind.name}, no {kind.name}")
    quote = await client.licensing.quote(offer, bool(referrer))
    pending = await client.licensing.buy(
        offer,
        holder or client.address,
        guards_of(view),
        referrer or ZERO_ADDRESS,
        value_wei=quote.total_wei,
    )
    return (await pending.receipt()).one(LicenceMinted).licence


def guards_of(view: OfferView) -> Guards:
    """Return what a buyer agrees to who has read an offer."""
    return Guards(view.offer.terms_hash, view.terms.price_wei, view.terms.royalty_bps)
