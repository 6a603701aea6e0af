"""
What owners should know before it happens, each told once until it is over.

    channel --little left-->  lease --its escrow is used up soon-->  stake --paid soon-->  Alert
"""

from dataclasses import dataclass
from typing import Any, Final

from agents.keeper.settings import Alerts
from client import Client
from client.modules.compute import LEASE, ORDER, Kind, Lease, OrderState, OrderView
from client.modules.model_fees import CHANNEL, Channel, ChannelState

PAGE: Final = 100  # of a list that the chain gives
LISTED_MAX: Final = 10_000  # channels or orders of one account
LIVE: Final = (ChannelState.OPEN, ChannelState.ACTIVE)
SERVED: Final = (OrderState.RUNNING, OrderState.LOW_FUNDS)


@dataclass(frozen=True)
class Alert:
    """One thing to know; the same kind and subject is the same alert."""

    kind: str
    account: str
    subject: str
    message: str
    value: str

    def document(self, height: int, time_s: int) -> dict[str, Any]:
        """Return what a webhook gets."""
        return {
            "kind": self.kind,
            "account": self.account,
            "subject": self.subject,
            "message": self.message,
            "value": self.value,
            "height": height,
            "time_s": time_s,
        }


class Lookout:
    """Looks for what is coming."""

    def __init__(self, client: Client, settings: Alerts) -> None:
        self._client, self._settings = client, settings

    async def look(self, now_s: int) -> list[Alert]:
        """Return everything that is to be known now; raises NodeError."""
        found: list[Alert] = []
        for account in self._settings.accounts:
            found += await self._channels(account)
            found += await self._leases(account)
            found += await self._unbondings(account, now_s)
        return found

    async def _channels(self, account: str) -> list[Alert]:
        fees, least_wei = self._client.model_fees, self._settings.channel_left_wei_min
        numbers = await _all(fees.channels_of, account)
        shown = await self._client.read_many([fees.reading(CHANNEL, n) for n in numbers])
        return [
            Alert(
                "channel_low",
                account,
                f"channel {channel.number}",
                f"channel {channel.number} holds {channel.left_wei:,} wei: top it up",
                str(channel.left_wei),
            )
            for channel in shown
            if isinstance(channel, Channel)
            and channel.state in LIVE
            and channel.left_wei < least_wei
        ]

    async def _leases(self, account: str) -> list[Alert]:
        compute, least = self._client.compute, self._settings.lease_blocks_min
        numbers = await _all(compute.orders_of, account)
        orders = await self._client.read_many([compute.reading(ORDER, n) for n in numbers])
        running = [
            view.number
            for view in orders
            if isinstance(view, OrderView)
            and view.order.kind == Kind.LEASE
            and view.progress.state in SERVED
        ]
        leases = await self._client.read_many([compute.reading(LEASE, n) for n in running])
        return [
            Alert(
                "lease_depletes",
                account,
                f"order {number}",
                f"order {number}: the escrow lasts for {lease.blocks_left:,} blocks: top it up",
                str(lease.blocks_left),
            )
            for number, lease in zip(running, leases, strict=True)
            if isinstance(lease, Lease) and lease.blocks_left < least
        ]

    async def _unbondings(self, account: str, now_s: int) -> list[Alert]:
        found = await _all(self._client.staking.unbondings_of, account)
        return [
            Alert(
                "unbonding_ends",
                account,
                f"unbonding {item.id}",
                f"{item.amount_wei:,} wei of stake are paid at {item.matures_s}",
                str(item.matures_s),
            )
            for item in found
            if item.matures_s - now_s <= self._settings.unbonding_s
        ]


async def _all(view: Any, account: str) -> list[Any]:
    """Return a list that is given page by page."""
    found: list[Any] = []
    while len(found) < LISTED_MAX:
        page = await view(account, len(found), PAGE)
        found += page
        if len(page) < PAGE:
            break
    return found
