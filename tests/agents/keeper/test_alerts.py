"""What owners are warned of."""

import asyncio
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from agents.keeper.alerts import PAGE, Lookout
from agents.keeper.settings import Alerts
from client.modules.compute import LEASE, ORDER, Kind, Lease, OrderState, OrderView
from client.modules.model_fees import CHANNEL, ChannelState
from client.modules.staking import Unbonding
from tests.agents.gateway.sessions import NOBODY, PAYER, session

NOW_S = 5_000
ACCOUNT = PAYER.address


def order(number: int, kind: Kind, state: OrderState) -> OrderView:
    """Return an order with what is looked at."""
    some: Any = SimpleNamespace(kind=kind, state=state)
    return OrderView(number, some, some, some, NOBODY, 0, some, some)


def lease(blocks_left: int) -> Lease:
    """Return a lease with what is looked at."""
    return Lease(0, 0, 0, 0, 0, 0, 0, blocks_left, 0, 0)


@dataclass
class Chain:
    """What a client finds: channels, orders and stake of one account."""

    channels: dict[int, Any]
    orders: dict[int, OrderView]
    leases: dict[int, Lease]
    unbondings: list[Unbonding]

    def __post_init__(self) -> None:
        self.model_fees = self.compute = self.staking = self

    def reading(self, view: Any, number: int) -> tuple[Any, int]:
        """Return what is to be read."""
        return view, number

    async def read_many(self, reads: list[tuple[Any, int]]) -> list[Any]:
        """Return each view."""
        kept = {id(CHANNEL): self.channels, id(ORDER): self.orders, id(LEASE): self.leases}
        return [kept[id(view)][number] for view, number in reads]

    async def channels_of(self, _: str, offset: int, limit: int) -> list[int]:
        """Return a page of channels."""
        return sorted(self.channels)[offset : offset + limit]

    async def orders_of(self, _: str, offset: int, limit: int) -> list[int]:
        """Return a page of orders."""
        return sorted(self.orders)[offset : offset + limit]

    async def unbondings_of(self, _: str, offset: int, limit: int) -> list[Unbonding]:
        """Return a page of stakes on their way back."""
        return self.unbondings[offset : offset + limit]


def subjects(chain: Chain) -> list[str]:
    """Return what is warned of."""
    settings = Alerts((ACCOUNT,), channel_left_wei_min=100, lease_blocks_min=10, unbonding_s=60)
    client: Any = chain
    return [alert.subject for alert in asyncio.run(Lookout(client, settings).look(NOW_S))]


def test_channels_are_told_while_they_are_open_and_hold_little() -> None:
    """Also those beyond the first page; one that closes needs no coins."""
    states = (ChannelState.OPEN, ChannelState.ACTIVE, ChannelState.CLOSING)
    channels = {
        number: session(number=number, state=state, left_wei=left_wei).channel
        for number, (state, left_wei) in enumerate(
            [*((state, 99) for state in states), *((ChannelState.OPEN, 100),) * PAGE], 1
        )
    }
    channels[PAGE + 3] = session(number=PAGE + 3, left_wei=0).channel
    found = subjects(Chain(channels, {}, {}, []))
    assert ["channel 1", "channel 2", f"channel {PAGE + 3}"] == found


def test_leases_are_told_before_their_escrow_is_used_up() -> None:
    """Those that run, low on funds or not; jobs are paid when they are done."""
    orders = {
        1: order(1, Kind.LEASE, OrderState.RUNNING),
        2: order(2, Kind.LEASE, OrderState.LOW_FUNDS),
        3: order(3, Kind.LEASE, OrderState.RUNNING),
        4: order(4, Kind.JOB, OrderState.RUNNING),
        5: order(5, Kind.LEASE, OrderState.OPEN),
    }
    leases = {1: lease(9), 2: lease(0), 3: lease(10)}
    assert ["order 1", "order 2"] == subjects(Chain({}, orders, leases, []))


def test_stake_is_told_before_it_is_paid() -> None:
    """In the last part of its wait."""
    stakes = [
        Unbonding(number, ACCOUNT, NOBODY, 7, 1, NOW_S + after_s, 7)
        for number, after_s in ((1, 60), (2, 61), (3, -1))
    ]
    assert ["unbonding 1", "unbonding 3"] == subjects(Chain({}, {}, {}, stakes))
