"""
Analytics: what markets were really paid for, counted on chain, so that use is told from talk.

Rendered from modules/analytics/module.py by `python -m cli.render`; not to be edited.
"""

from collections.abc import Sequence  # noqa: F401
from dataclasses import dataclass
from enum import IntEnum  # noqa: F401
from typing import Annotated, ClassVar, Final  # noqa: F401

from client import kit
from client.modules.shared import (
    AddressTaken,
    CoinsMoved,
    DelegatecallRefused,
    InsufficientCoins,
    Leg,
    ModulePaused,
    ModuleResumed,
    NotPayable,
    Paused,
    Reentered,
    TimerFailed,
    Unauthorized,
)


class Market(IntEnum):
    """
    Who tells of payments. Numbers are for good: they are in storage.

    A payer's mark has a lane of 32 bits for each, so there may be seven besides ALL.
    """

    ALL = 0
    COMPUTE = 1
    DEVICES = 2
    VERIFICATION = 3
    MODELS = 4
    DATA = 5


@dataclass(frozen=True, slots=True)
class AnalyticsParams(kit.Record):
    """How long an epoch is."""

    epoch_blocks: kit.Height


@dataclass(frozen=True, slots=True)
class Epoch(kit.Record):
    """What is kept of an epoch besides its tallies; the supply is that of the block before it."""

    began_at: kit.Height
    ended_at: kit.Height
    began_s: kit.Seconds
    ended_s: kit.Seconds
    minted_wei: kit.Wei
    burned_wei: kit.Wei
    supply_wei: kit.Wei
    slots_busy: kit.Uint256
    slots_declared: kit.Uint256
    devices_ready: kit.Uint256
    devices_bonded: kit.Uint256


@dataclass(frozen=True, slots=True)
class Tally(kit.Record):
    """
    What a market did, in an epoch or ever.

    `payers` are those who paid for the first time, `active_payers` those who paid in the epoch (in
    the running one, where the tally is of all time). The legs in wei sum to what was charged.
    """

    payments: kit.Uint256 = 0
    uses: kit.Uint256 = 0
    payers: kit.Uint256 = 0
    active_payers: kit.Uint256 = 0
    supplier_wei: kit.Wei = 0
    treasury_wei: kit.Wei = 0
    burned_wei: kit.Wei = 0
    infrastructure_wei: kit.Wei = 0
    contributor_wei: kit.Wei = 0
    referrer_wei: kit.Wei = 0
    verifier_wei: kit.Wei = 0
    refunded_wei: kit.Wei = 0
    refunds: kit.Uint256 = 0
    disputes: kit.Uint256 = 0
    disputes_lost: kit.Uint256 = 0
    disputes_won: kit.Uint256 = 0


@dataclass(frozen=True, slots=True)
class EpochView(kit.Record):
    """An epoch of the whole network."""

    number: kit.Uint256
    epoch: Epoch
    tally: Tally


@dataclass(frozen=True, slots=True)
class Rates(kit.Record):
    """How much was disputed, and how much of that rightly, in bps; zero of nothing is zero."""

    disputed_bps: kit.Uint256
    lost_bps: kit.Uint256
    refunded_bps: kit.Uint256


@dataclass(frozen=True, slots=True)
class Utilisation(kit.Record):
    """How much of what is offered was in use when an epoch ended, in bps."""

    compute_bps: kit.Uint256
    devices_bps: kit.Uint256


@dataclass(frozen=True, slots=True)
class EpochClosed(kit.Event):
    """An epoch ended: what the network was paid in it, and what became of the supply."""

    number: Annotated[kit.Uint256, kit.INDEXED]
    payments: kit.Uint256
    active_payers: kit.Uint256
    charged_wei: kit.Wei
    minted_wei: kit.Wei
    burned_wei: kit.Wei


class CounterFull(kit.Refusal):
    """A counter would not fit its bits; what was to be counted is not."""

    counter: str


class EpochUnknown(kit.Refusal):
    """The epoch is not over and kept: the oldest and the newest that are."""

    number: kit.Uint256
    oldest: kit.Uint256
    newest: kit.Uint256


PARAMS: Final[kit.View[AnalyticsParams]] = kit.View("params", (), AnalyticsParams)
CURRENT_EPOCH: Final[kit.View[EpochView]] = kit.View("currentEpoch", (), EpochView)
EPOCH: Final[kit.View[EpochView]] = kit.View("epoch", (kit.Uint256,), EpochView)
HISTORY: Final[kit.View[tuple[EpochView, ...]]] = kit.View(
    "history",
    (kit.Uint256, kit.Uint256),
    tuple[EpochView, ...],
)
TOTALS: Final[kit.View[Tally]] = kit.View("totals", (), Tally)
MARKET_TOTALS: Final[kit.View[Tally]] = kit.View("marketTotals", (Market,), Tally)
MARKET_EPOCH: Final[kit.View[Tally]] = kit.View("marketEpoch", (Market, kit.Uint256), Tally)
ACTIVE_PAYERS: Final[kit.View[kit.Uint256]] = kit.View(
    "activePayers",
    (Market, kit.Uint256),
    kit.Uint256,
)
REVENUE: Final[kit.View[kit.Wei]] = kit.View("revenue", (Market, Leg), kit.Wei)
CHARGED: Final[kit.View[kit.Wei]] = kit.View("charged", (Market,), kit.Wei)
RATES: Final[kit.View[Rates]] = kit.View("rates", (Market,), Rates)
UTILISATION: Final[kit.View[Utilisation]] = kit.View("utilisation", (kit.Uint256,), Utilisation)


class Analytics(kit.ModuleClient):
    """
    Analytics: what markets were really paid for, counted on chain, so that use is told from talk.
    """

    NAME = "analytics"
    ADDRESS = "0x0000000000000000000000000000000000000a06"
    EVENTS = (
        EpochClosed,
        CoinsMoved,
        ModulePaused,
        ModuleResumed,
        TimerFailed,
    )
    REFUSALS = (
        CounterFull,
        EpochUnknown,
        Paused,
        NotPayable,
        InsufficientCoins,
        Unauthorized,
        DelegatecallRefused,
        Reentered,
        AddressTaken,
    )

    async def params(self) -> AnalyticsParams:
        """Return the governed parameters."""
        return await self._read(PARAMS)

    async def current_epoch(self) -> EpochView:
        """Return the running epoch so far."""
        return await self._read(CURRENT_EPOCH)

    async def epoch(self, number: kit.Uint256) -> EpochView:
        """Return an epoch of the whole network; the newest 400 that are over are kept."""
        return await self._read(EPOCH, number)

    async def history(self, first: kit.Uint256, limit: kit.Uint256) -> tuple[EpochView, ...]:
        """Return closed epochs from a number on, oldest first, at most PAGE_MAX."""
        return await self._read(HISTORY, first, limit)

    async def totals(self) -> Tally:
        """Return what all markets did so far; who paid in two markets is one payer."""
        return await self._read(TOTALS)

    async def market_totals(self, market: Market) -> Tally:
        """Return what one market, or ALL of them, did so far."""
        return await self._read(MARKET_TOTALS, market)

    async def market_epoch(self, market: Market, number: kit.Uint256) -> Tally:
        """Return what one market, or ALL of them, did in an epoch."""
        return await self._read(MARKET_EPOCH, market, number)

    async def active_payers(self, market: Market, number: kit.Uint256) -> kit.Uint256:
        """Return how many accounts paid a market, or ALL of them, in an epoch."""
        return await self._read(ACTIVE_PAYERS, market, number)

    async def revenue(self, market: Market, leg: Leg) -> kit.Wei:
        """Return what one leg of a market's payments, or of ALL, got so far, in wei."""
        return await self._read(REVENUE, market, leg)

    async def charged(self, market: Market) -> kit.Wei:
        """Return what payers of a market, or of ALL, were charged so far, in wei."""
        return await self._read(CHARGED, market)

    async def rates(self, market: Market) -> Rates:
        """Return how much of a market, or of ALL, is disputed, lost and refunded, in bps."""
        return await self._read(RATES, market)

    async def utilisation(self, number: kit.Uint256) -> Utilisation:
        """Return how much of compute and devices was in use when an epoch ended, in bps."""
        return await self._read(UTILISATION, number)
